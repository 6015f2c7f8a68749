/** Has the server look over the plan's queries that are asked before the migrations, without running them. */
import { type Problem, StatementError } from '../domain/errors.ts'
import { placeIn } from '../plan/places.ts'
import { pathText } from '../plan/problems.ts'
import { keepingReaders, whileReading } from './checks/reading.ts'
import type { RunContext } from './context.ts'

interface Written {
  readonly sql: string
  readonly path: readonly PropertyKey[]
}

/** Statements that can be planned; `SHOW` and its like cannot, and one that holds several is left to be asked. */
const PLANNABLE = /^[\s(]*(?:select|with|values|table)\b(?!.*;\s*\S)/is

/** SQLSTATE class 42: syntax error or access rule violation. Of these, a missing privilege is for the query itself to tell. */
const MISTAKE = /^42(?!501)/

/** Each query that cannot be right: a syntax error, or a table, column or function that is not there. */
export async function queryProblems(context: RunContext): Promise<readonly Problem[]> {
  const { database } = context
  const queries = [...ofSnapshot(context), ...ofEarlyChecks(context)].filter(({ sql }) => PLANNABLE.test(sql))
  if (queries.length === 0 || !database.capabilities.queryPlans) return []
  const problems: Problem[] = []
  await keepingReaders(database, async () => {
    for (const query of queries) problems.push(...(await problemOf(context, query)))
  })
  return problems
}

/** What else goes wrong, such as a lock that is not to be had now, is no mistake of the plan. */
async function problemOf({ database, plan, signal, redact }: RunContext, { sql, path }: Written): Promise<readonly Problem[]> {
  const statement = sql.replace(/;\s*$/, '')
  try {
    await whileReading(database, signal, (session) => database.explain(session, statement, { analyze: false, partitions: false }))
    return []
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof StatementError) || !MISTAKE.test(error.sqlState ?? '')) return []
    return [{ message: redact(`${pathText(path)}: ${error.message}`), ...placeIn(plan, path) }]
  }
}

function ofSnapshot({ plan }: RunContext): readonly Written[] {
  return Object.entries(plan.snapshot.queries).map(([name, { kind, query }]) => ({
    sql: query,
    path: ['snapshot', kind === 'query' ? 'queries' : 'distributions', name],
  }))
}

function ofEarlyChecks({ plan }: RunContext): readonly Written[] {
  return plan.validate.flatMap((check, index) => {
    if (check.moment !== 'before' && check.moment !== 'before-and-after') return []
    const at = (key: string, sql: string) => ({ sql, path: ['validate', index, key] })
    if (check.kind === 'query') return [at('query', check.query)]
    if (check.kind === 'time') return 'query' in check.timed ? [at('time', check.timed.query)] : []
    if (check.kind !== 'explain') return []
    return [at('explain', check.explain), ...(check.fasterThan === null ? [] : [at('faster-than', check.fasterThan.query)])]
  })
}
