/** Compares two tables or queries row by row, and says which keys differ. */
import type { CheckResult, Finding } from '../../domain/check.ts'
import type { Database } from '../../domain/ports/database.ts'
import { formatCount } from '../../domain/quantity-text.ts'
import { readTableName } from '../../domain/table-name.ts'
import type { ParityCheck, ParitySide } from '../../plan/checks/parity.ts'
import type { RunContext } from '../context.ts'
import { compareRows, type RowsCompared } from '../parity.ts'
import type { CheckKind, UsedName } from './kind.ts'
import { describeSamples } from './parity-samples.ts'

export const parity: CheckKind<ParityCheck> = {
  lane: 'reading',
  names: ({ left, right }) => [left, right].flatMap((side, index) => usedTable(side, ['parity', index])),
  ask: ({ context, settings, before }, signal) =>
    withSides(context, settings, async (left, right) => {
      const { key, columns, ignore, sampleKeys, showRows } = settings
      const compared = await compareRows({
        left: { database: left, source: settings.left.source },
        right: { database: right, source: settings.right.source },
        ...{ key, columns, ignore, sampleKeys, showRows, signal },
      })
      const finding = judgeParity(settings, compared, before)
      return finding.message === undefined ? finding : { ...finding, message: context.redact(finding.message) }
    }),
}

/** What lies in another database is looked up by the check itself. */
function usedTable({ source, database }: ParitySide, path: readonly PropertyKey[]): readonly UsedName[] {
  const table = 'table' in source && database === null ? readTableName(source.table) : null
  return table === null ? [] : [{ table, path }]
}

/** Opens other databases that the check names, one handle for each URL, and closes them. */
async function withSides<Result>(
  context: RunContext,
  { left, right }: ParityCheck,
  work: (left: Database, right: Database) => Promise<Result>,
): Promise<Result> {
  const opened = new Map<string, Database>()
  const databaseOf = async ({ database: url }: ParitySide) => {
    if (url === null) return context.database
    const database = opened.get(url) ?? (await context.openOther(url))
    opened.set(url, database)
    return database
  }
  try {
    return await work(await databaseOf(left), await databaseOf(right))
  } finally {
    await Promise.all([...opened.values()].map((database) => database.close()))
  }
}

/** What was found, in words. A column that only one side has fails: what it holds was not compared. */
function judgeParity(settings: ParityCheck, compared: RowsCompared, before: CheckResult | null): Finding {
  const { atMost } = settings
  const differing = compared.missingLeft + compared.missingRight + compared.different
  const total = formatCount(Math.max(compared.left.rows, compared.right.rows), 'row')
  const passed = differing <= atMost && compared.left.ownColumns.length === 0 && compared.right.ownColumns.length === 0
  const isEmpty = compared.left.rows + compared.right.rows === 0
  const message = [
    ...(isEmpty ? ['both sides are empty: nothing was compared'] : []),
    ...columnWords(compared),
    ...describeSamples(compared, differing),
    ...instantWords(compared),
    ...changeWords(differing, before),
  ]
  return {
    status: !passed ? 'failed' : isEmpty ? 'warning' : 'passed',
    expected: `${atMost === 0 ? '0' : `at most ${atMost}`} of ${total} differ`,
    actual: `${differing} of ${total} differ${differing === 0 ? '' : `: ${countWords(compared)}`}`,
    measured: differing,
    ...(message.length === 0 ? {} : { message: message.join('. ') }),
  }
}

function countWords({ left, right, missingLeft, missingRight, different }: RowsCompared): string {
  const [leftName, rightName] = left.name === right.name ? ['the first', 'the second'] : [left.name, right.name]
  return [
    ...(missingLeft === 0 ? [] : [`${missingLeft} missing in ${leftName}`]),
    ...(missingRight === 0 ? [] : [`${missingRight} missing in ${rightName}`]),
    ...(different === 0 ? [] : [`${different} with other values`]),
  ].join(', ')
}

function columnWords({ left, right }: RowsCompared): readonly string[] {
  return [left, right]
    .filter(({ ownColumns }) => ownColumns.length > 0)
    .map(
      ({ name, ownColumns }) =>
        `only ${name} has ${ownColumns.join(', ')}: name what to compare with \`columns\`, or leave it out with \`ignore\``,
    )
}

function instantWords({ sameInstant }: RowsCompared): readonly string[] {
  return sameInstant ? [] : ['two databases, each read as of an instant of its own']
}

function changeWords(differing: number, before: CheckResult | null): readonly string[] {
  if (before?.measured === undefined || before.measured === differing) return []
  const delta = differing - before.measured
  return [`${Math.abs(delta)} ${delta > 0 ? 'more' : 'fewer'} than before the migration (${before.measured})`]
}
