/** Renders the schema canonically: one line of text for every object of the team, equal exactly where the objects are. */
import type { SchemaObject, SchemaObjectKind, SequencePosition } from '../../domain/fingerprint.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import { OBJECT_QUERIES } from './catalog-queries.ts'
import { readProperties } from './database-properties.ts'
import { TEAM_SCHEMAS } from './tables.ts'

const OBJECTS = `
SELECT kind, name, belongs_to, id, definition FROM (
${OBJECT_QUERIES.join('\nUNION ALL\n')}
) AS objects (kind, name, belongs_to, id, definition)`

const SEQUENCES = `
SELECT format('%I.%I', n.nspname, c.relname) AS name, s.seqincrement > 0 AS ascending
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${TEAM_SCHEMAS} ORDER BY 1`

/** Every schema object, in no particular order. The session's search_path must be `pg_catalog`, so that names come out qualified. */
export async function readObjects(session: SqlSession): Promise<readonly SchemaObject[]> {
  const rows = await session.query(OBJECTS)
  return rows.map((row) => ({
    kind: row.kind as SchemaObjectKind,
    name: String(row.name),
    definition: row.definition ?? '',
    ...(row.belongs_to === null || row.belongs_to === undefined ? {} : { table: row.belongs_to }),
    ...(row.id === null || row.id === undefined ? {} : { id: row.id }),
  }))
}

/** The database itself, by a name that its copies share. The definition is what a faithful copy is made from. */
export async function readDatabaseObject(session: SqlSession): Promise<SchemaObject> {
  const [row] = await session.query('SELECT current_database() AS name')
  const properties = await readProperties(session, String(row?.name))
  return { kind: 'database', name: 'database', definition: JSON.stringify(properties) }
}

/** How far each sequence has come. Sequences stand outside of snapshots: the values are those of now. */
export async function readSequences(session: SqlSession): Promise<readonly SequencePosition[]> {
  const sequences = await session.query(SEQUENCES)
  if (sequences.length === 0) return []
  const reads = sequences.map((row, index) => `SELECT ${index} AS position, last_value, is_called FROM ${row.name}`)
  const values = new Map((await session.query(reads.join('\nUNION ALL\n'))).map((row) => [Number(row.position), row]))
  return sequences.map((sequence, index) => ({
    name: String(sequence.name),
    value: values.get(index)?.last_value ?? '0',
    called: values.get(index)?.is_called === 't',
    ascending: sequence.ascending === 't',
  }))
}
