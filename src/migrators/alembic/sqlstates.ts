/** SQLSTATEs by the names that Python drivers give their exception classes (psycopg, psycopg2, asyncpg). */

const SQLSTATES: Readonly<Record<string, string>> = {
  ActiveSqlTransaction: '25001',
  AdminShutdown: '57P01',
  AmbiguousColumn: '42702',
  CannotCoerce: '42846',
  CheckViolation: '23514',
  DatatypeMismatch: '42804',
  DeadlockDetected: '40P01',
  DependentObjectsStillExist: '2BP01',
  DiskFull: '53100',
  DivisionByZero: '22012',
  DuplicateAlias: '42712',
  DuplicateColumn: '42701',
  DuplicateFunction: '42723',
  DuplicateObject: '42710',
  DuplicateSchema: '42P06',
  DuplicateTable: '42P07',
  ExclusionViolation: '23P01',
  FeatureNotSupported: '0A000',
  ForeignKeyViolation: '23503',
  GroupingError: '42803',
  IndeterminateDatatype: '42P18',
  InFailedSqlTransaction: '25P02',
  InsufficientPrivilege: '42501',
  InvalidCatalogName: '3D000',
  InvalidForeignKey: '42830',
  InvalidPassword: '28P01',
  InvalidSchemaName: '3F000',
  InvalidTableDefinition: '42P16',
  InvalidTextRepresentation: '22P02',
  LockNotAvailable: '55P03',
  NotNullViolation: '23502',
  NumericValueOutOfRange: '22003',
  ObjectInUse: '55006',
  ObjectNotInPrerequisiteState: '55000',
  QueryCanceled: '57014',
  RaiseException: 'P0001',
  ReadOnlySqlTransaction: '25006',
  SerializationFailure: '40001',
  StringDataRightTruncation: '22001',
  SyntaxError: '42601',
  TooManyConnections: '53300',
  UndefinedColumn: '42703',
  UndefinedFunction: '42883',
  UndefinedObject: '42704',
  UndefinedTable: '42P01',
  UniqueViolation: '23505',
  UnsafeNewEnumValueUsage: '55P04',
  WrongObjectType: '42809',
}

/** The SQLSTATE that a driver's message tells, in words of SQLAlchemy or of the driver itself. */
export function sqlStateIn(message: string): string | undefined {
  const name = /(?:psycopg2?\.errors|asyncpg\.exceptions)\.(\w+)/.exec(message)?.[1]
  if (name === undefined) return undefined
  return SQLSTATES[name] ?? SQLSTATES[name.replace(/Error$/, '')]
}
