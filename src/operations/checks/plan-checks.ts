/** Turns the checks that a plan declares for one moment into checks that can be asked, with patience, repetition and weight. */
import type { Check, CheckResult, Finding } from '../../domain/check.ts'
import { CheckError, ConfigurationError } from '../../domain/errors.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Moment } from '../../plan/checks/attributes.ts'
import type { CheckKindName, PlanCheck } from '../../plan/checks/check.ts'
import { placeIn } from '../../plan/places.ts'
import type { RunContext } from '../context.ts'
import { command } from './command.ts'
import { explain } from './explain.ts'
import { foreignKeys } from './foreign-keys.ts'
import { http } from './http.ts'
import { idempotent } from './idempotent.ts'
import { inventory } from './inventory.ts'
import type { Asked, CheckKind, UsedName } from './kind.ts'
import { parity } from './parity.ts'
import { populated } from './populated.ts'
import { query } from './query.ts'
import { suite } from './suite.ts'
import { time } from './time.ts'

type KindOf<Name extends CheckKindName> = CheckKind<Extract<PlanCheck, { readonly kind: Name }>>

const KINDS: { readonly [Name in CheckKindName]: KindOf<Name> } = {
  query,
  command,
  explain,
  suite,
  time,
  http,
  'foreign-keys': foreignKeys,
  idempotent,
  inventory,
  parity,
  populated,
}

/** What checks found before the migration, by name. */
export type EarlierResults = Readonly<Record<string, CheckResult>>

/** The state before the migrations, as far as checks need it. */
export type StateBefore = Pick<Snapshot, 'before' | 'revision'>

/** The checks of a moment, in the order of the plan. Those for before and after belong to both. */
export function checksAt(context: RunContext, moment: Moment, baseline: StateBefore | null = null): readonly Check[] {
  const around = { context, moment, from: baseline?.revision ?? null, captured: new Map<string, string>() }
  return context.plan.validate
    .filter((settings) => belongsTo(settings.moment, moment))
    .map((settings) => askable({ ...around, settings, before: baseline?.before?.[settings.name] ?? null }))
}

/** What the plan asks of a database or a migrator that cannot answer it is told before anything starts. @throws ConfigurationError */
export async function requirePossibleChecks(context: RunContext): Promise<void> {
  const objections = context.plan.validate.map(async (settings, index) => {
    const kind = KINDS[settings.kind] as CheckKind<PlanCheck>
    const objection = (await kind.objection?.(context, settings)) ?? null
    const place = placeIn(context.plan, ['validate', index])
    return objection === null ? [] : [{ message: `the check ${JSON.stringify(settings.name)}: ${objection}`, ...place }]
  })
  const problems = (await Promise.all(objections)).flat()
  const [first] = problems
  if (first === undefined) return
  const message = problems.length === 1 ? first.message : `${problems.length} checks of the plan cannot exist here`
  throw new ConfigurationError(message, { problems, hint: 'take it out of the plan, or out of this environment' })
}

/** What a check of the plan relies on by name. */
export function namesOf(settings: PlanCheck): readonly UsedName[] {
  return (KINDS[settings.kind] as CheckKind<PlanCheck>).names?.(settings) ?? []
}

function belongsTo(declared: Moment, moment: Moment): boolean {
  if (typeof declared === 'object' || typeof moment === 'object') {
    return typeof declared === 'object' && typeof moment === 'object' && declared.afterMigration === moment.afterMigration
  }
  return declared === moment || (declared === 'before-and-after' && (moment === 'before' || moment === 'after'))
}

function askable(asked: Asked<PlanCheck>): Check {
  const { context, settings, before } = asked
  // The record maps each name to the kind of exactly that name; the compiler cannot follow the pair.
  const kind = KINDS[settings.kind] as CheckKind<PlanCheck>
  const attempt = (signal: AbortSignal) => inTime(settings, signal, (limited) => kind.ask(asked, limited))
  return {
    name: settings.name,
    kind: settings.kind,
    ...(settings.group === null ? {} : { group: settings.group }),
    lane: kind.lane,
    ask: async (signal) => weigh(settings, withBefore(await patiently(context, settings, signal, attempt), before)),
  }
}

/** @throws CheckError when the attempt takes longer than the plan allows */
async function inTime<Result>(
  { timeoutMs }: PlanCheck,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (timeoutMs === null) return work(signal)
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    return await work(AbortSignal.any([signal, limit]))
  } catch (error) {
    signal.throwIfAborted()
    if (!limit.aborted) throw error
    throw new CheckError(`no answer within ${timeoutMs} ms`, { cause: error, hint: 'give it more time with `timeout`' })
  }
}

/** Asks again while it does not pass, as often as the plan says; the last answer counts. */
async function patiently(
  context: RunContext,
  { retries }: PlanCheck,
  signal: AbortSignal,
  attempt: (signal: AbortSignal) => Promise<Finding>,
): Promise<Finding> {
  for (let left = retries.times; left > 0; left--) {
    const finding = await attempt(signal).catch(() => null)
    if (finding?.status === 'passed' || finding?.status === 'skipped') return finding
    await context.clock.sleep(retries.delayMs, signal)
  }
  return attempt(signal)
}

function withBefore(finding: Finding, before: CheckResult | null): Finding {
  return before?.actual === undefined || finding.before !== undefined ? finding : { ...finding, before: before.actual }
}

/** What did not run is never green, and no mere warning either. */
function weigh({ warnOnly }: PlanCheck, finding: Finding): Finding {
  return finding.status === 'failed' && warnOnly ? { ...finding, status: 'warning' } : finding
}
