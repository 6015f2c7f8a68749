/** Asks for the plan of a query, and judges its indexes, partitions, sequential scans and time. */
import type { Finding } from '../../domain/check.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { QueryPlan } from '../../domain/query-plan.ts'
import type { ExplainCheck } from '../../plan/checks/explain.ts'
import type { RunContext } from '../context.ts'
import { type Demand, demandsOf, type Explained } from './explain-demands.ts'
import { keepOutput } from './kept-output.ts'
import type { CheckKind } from './kind.ts'
import { whileReading } from './reading.ts'
import { timingOf } from './timing.ts'

export const explain: CheckKind<ExplainCheck> = {
  lane: 'alone',
  objection: ({ database }) =>
    database.capabilities.queryPlans ? null : `${database.kind} tells no plans of queries: explain cannot be checked there`,
  ask: async ({ context, settings }, signal) => {
    const explained = await whileReading(context.database, signal, (session) => explainAll(context, settings, session))
    const plans = [explained.plan, ...(explained.other === null ? [] : [explained.other.plan])]
    const text = plans.map((plan) => plan.text).join('\n\n')
    const place = await keepOutput(context, settings.name, context.redact(text))
    return { ...findingOf(context, demandsOf(settings, explained), explained), ...placeOf(place) }
  },
}

/** Once where only the plan is asked for; alternately with the other query, after a round that does not count, for times. */
async function explainAll({ database }: RunContext, settings: ExplainCheck, session: SqlSession): Promise<Explained> {
  const { fasterThan, analyze } = settings
  const options = { analyze, partitions: settings.mostPartitions !== null }
  const own = () => database.explain(session, settings.explain, options)
  if (fasterThan === null && settings.atMostMs === null) return { plan: await own(), timing: null, other: null }
  const other = () => (fasterThan === null ? null : database.explain(session, fasterThan.query, { analyze, partitions: false }))
  await own()
  await other()
  const [mine, theirs]: [QueryPlan[], QueryPlan[]] = [[], []]
  for (let run = 0; run < settings.runs; run++) {
    mine.push(await own())
    const plan = await other()
    if (plan !== null) theirs.push(plan)
  }
  const [plan, otherPlan] = [mine.at(-1) as QueryPlan, theirs.at(-1)]
  return { plan, timing: timesOf(mine), other: otherPlan === undefined ? null : { plan: otherPlan, timing: timesOf(theirs) } }
}

function timesOf(plans: readonly QueryPlan[]) {
  return timingOf(plans.map(({ durationMs }) => durationMs ?? 0))
}

/** Names in it come from the database. */
function findingOf({ redact }: RunContext, demands: readonly Demand[], { timing }: Explained): Finding {
  return {
    status: demands.every(({ met }) => met) ? 'passed' : 'failed',
    expected: demands.map(({ expected }) => expected).join('; '),
    actual: redact([...new Set(demands.map(({ actual }) => actual))].join('; ')),
    ...(timing === null ? {} : { measured: timing.medianMs }),
  }
}

/** A plan that could not be kept changes nothing about what it was found to be. */
function placeOf(place: Awaited<ReturnType<typeof keepOutput>>): Pick<Finding, 'output' | 'message'> {
  return 'output' in place ? { output: place.output } : { message: place.lost }
}
