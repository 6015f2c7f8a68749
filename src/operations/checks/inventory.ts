/** Counts what the database contains, looks for objects by name, and tells what came and went since the same check before. */
import type { Finding } from '../../domain/check.ts'
import { meansObject } from '../../domain/object-name.ts'
import type { InventoryItem } from '../../domain/ports/catalog.ts'
import { formatCount } from '../../domain/quantity-text.ts'
import { showTableName } from '../../domain/table-name.ts'
import type { InventoryCheck } from '../../plan/checks/inventory.ts'
import type { RunContext } from '../context.ts'
import { keepOutput } from './kept-output.ts'
import type { Asked, CheckKind } from './kind.ts'

/** Names of each sort that a message shows. */
const SHOWN_NAMES = 10

export const inventory: CheckKind<InventoryCheck> = {
  lane: 'reading',
  ask: async (asked, signal) => {
    const { context, settings } = asked
    const items = withoutHistory(context, await context.database.catalog.inventory(signal))
    const finding = judgeInventory(settings, items, await namesBefore(asked))
    return { ...finding, ...(await keptNames(asked, items)) }
  },
}

/** The migrator makes its history table by itself, at the first migration: it would be one table more than the team counts. */
function withoutHistory({ migrator }: RunContext, items: readonly InventoryItem[]): readonly InventoryItem[] {
  const isHistory = ({ schema, table }: InventoryItem) =>
    table !== null && migrator.historyTables.includes(showTableName({ schema, table }))
  return items.filter((item) => !isHistory(item))
}

/** @param before - a line for each object as {@link lineOf} writes it, as it was before the migration; `null` where that is not known */
export function judgeInventory(
  settings: InventoryCheck,
  items: readonly InventoryItem[],
  before: ReadonlySet<string> | null,
): Finding {
  const faults = [
    ...settings.counts.flatMap((expected) => countFaults(expected, items, before)),
    ...settings.present.filter((name) => !isThere(name, items)).map((name) => `${name} is missing`),
    ...settings.absent.filter((name) => isThere(name, items)).map((name) => `${name} is still there`),
    ...triggerFaults(settings.triggersEnabled, items),
    ...(settings.indexesValid ? unsound(items, 'index').map((name) => `index ${name} is not valid`) : []),
  ]
  return {
    status: faults.length === 0 ? 'passed' : 'failed',
    ...describe(settings, items),
    ...(faults.length === 0 ? {} : { message: faults.join('; ') }),
  }
}

function countFaults(
  { kind, key, count }: InventoryCheck['counts'][number],
  items: readonly InventoryItem[],
  before: ReadonlySet<string> | null,
): readonly string[] {
  const now = counted(items, kind)
  if (now.length === count) return []
  const fault = `${key}: ${count} expected, ${now.length} found`
  if (before === null) return [fault]
  const lines = new Set(now.map(lineOf))
  const gone = [...before]
    .filter((line) => line.startsWith(`${kind} `) && !lines.has(line))
    .map((line) => line.slice(kind.length + 1))
  const come = now.filter((item) => !before.has(lineOf(item))).map((item) => item.name)
  return [`${fault}${list(', gone since before: ', gone)}${list(', new since before: ', come)}`]
}

function list(words: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  const more = names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : ''
  return `${words}${names.slice(0, SHOWN_NAMES).join(', ')}${more}`
}

function triggerFaults(wanted: InventoryCheck['triggersEnabled'], items: readonly InventoryItem[]): readonly string[] {
  const disabled = (name: string) => `trigger ${name} is disabled`
  if (wanted === 'all') return unsound(items, 'trigger').map(disabled)
  return wanted.flatMap((name) => {
    const meant = items.filter((item) => item.kind === 'trigger' && meansObject(name, item))
    if (meant.length === 0) return [`trigger ${name} is missing`]
    return unsound(meant, 'trigger').map(disabled)
  })
}

/** What is only one partition's counts here too: it may be disabled or invalid by itself. */
function unsound(items: readonly InventoryItem[], kind: InventoryItem['kind']): readonly string[] {
  return items.filter((item) => item.kind === kind && !item.sound).map((item) => item.name)
}

function counted(items: readonly InventoryItem[], kind: InventoryItem['kind']): readonly InventoryItem[] {
  return items.filter((item) => item.kind === kind && !item.derived)
}

function isThere(name: string, items: readonly InventoryItem[]): boolean {
  return items.some((item) => meansObject(name, item))
}

function describe(settings: InventoryCheck, items: readonly InventoryItem[]): Pick<Finding, 'expected' | 'actual'> {
  const { counts, present, absent, triggersEnabled, indexesValid } = settings
  const found = (names: readonly string[]) => names.filter((name) => isThere(name, items)).length
  const triggers = triggersEnabled === 'all' ? 'all' : String(triggersEnabled.length)
  const disabled = triggerFaults(triggersEnabled, items).length
  const invalid = unsound(items, 'index').length
  const parts: readonly (readonly [wanted: boolean, expected: string, actual: string])[] = [
    ...counts.map(({ kind, key, count }) => [true, `${key} ${count}`, `${key} ${counted(items, kind).length}`] as const),
    [present.length > 0, `${present.length} there`, `${found(present)} there`],
    [absent.length > 0, `${absent.length} gone`, `${absent.length - found(absent)} gone`],
    [
      triggers !== '0',
      `${triggers} triggers enabled`,
      disabled === 0 ? `${triggers} triggers enabled` : `${formatCount(disabled, 'trigger')} not enabled`,
    ],
    [indexesValid, 'indexes valid', invalid === 0 ? 'indexes valid' : formatCount(invalid, 'invalid index', 'invalid indexes')],
  ]
  const wanted = parts.filter(([isWanted]) => isWanted)
  return { expected: wanted.map(([, expected]) => expected).join(', '), actual: wanted.map(([, , actual]) => actual).join(', ') }
}

function lineOf({ kind, name }: InventoryItem): string {
  return `${kind} ${name.replaceAll('\n', ' ')}`
}

/** Before the migration the names are kept, so that the check after it can tell which came and which went. */
async function keptNames(
  { context, settings, before }: Asked<InventoryCheck>,
  items: readonly InventoryItem[],
): Promise<Pick<Finding, 'output'>> {
  const isEarly = settings.moment === 'before' || settings.moment === 'before-and-after'
  if (!isEarly || before !== null || settings.counts.length === 0) return {}
  const lines = items.filter((item) => !item.derived).map(lineOf)
  const text = context.redact(lines.map((line) => `${line}\n`).join(''))
  const kept = await keepOutput(context, settings.name, text)
  // Without it the check after the migration tells the counts alone.
  return 'output' in kept ? kept : {}
}

/** Without them, as on another machine than that of an interrupted run, the counts are told alone. */
async function namesBefore({ context, before }: Asked<InventoryCheck>): Promise<ReadonlySet<string> | null> {
  if (before?.output === undefined) return null
  const text = await context.readText(before.output).catch(() => null)
  return text === null ? null : new Set(text.split('\n').filter((line) => line !== ''))
}
