/** Watches of what happens in a database: slow statements, deadlocks, violations of constraints; counted over the whole watch. */
import type { ActivitySample, Told } from '../../domain/activity.ts'
import { formatDuration } from '../../domain/quantity-text.ts'
import type { MonitorPlan } from '../../plan/sections/monitor-settings.ts'
import { since } from './activity-watches.ts'
import type { SeriesSummary } from './series.ts'
import type { Watch } from './watch.ts'

const inTotal = ({ sum }: SeriesSummary): string => String(sum)

export function slowQueries({ slowQueries: { overMs, atMost } }: MonitorPlan): Watch {
  const expected = atMost === null ? null : `at most ${atMost} over ${formatDuration(overMs)}`
  return counted({ name: 'slow queries', expected, limit: atMost }, (sample) => sample.slowStatements, hidden)
}

export function deadlocks({ deadlocks: limit }: MonitorPlan): Watch {
  const words = { name: 'deadlocks', expected: `at most ${limit}`, limit }
  return counted(words, (sample, previous) => {
    const count = since(sample, previous, 'deadlocks')
    return count === null ? null : { count, lines: sample.deadlocksLogged?.lines ?? [] }
  })
}

export function violations({ constraintViolations: limit }: MonitorPlan, reason: string | null): Watch {
  const words = { name: 'constraint violations', expected: limit === null ? null : `at most ${limit}`, limit }
  return counted(
    words,
    (sample) => sample.violations,
    () => reason,
  )
}

/** A total that may not pass its limit: every interval in which more comes is out of bounds from then on. */
function counted(
  words: { readonly name: string; readonly expected: string | null; readonly limit: number | null },
  read: (sample: ActivitySample, previous: ActivitySample | null) => Told | null,
  fault: (sample: ActivitySample) => string | null = () => null,
): Watch {
  const { name, expected, limit } = words
  return {
    name,
    kind: 'activity',
    unit: 'count',
    expected,
    limit: null,
    baseline: null,
    // What has happened has happened: it needs no second interval.
    strikes: 1,
    read: ({ sample, previous }, total) => {
      const told = sample === null ? null : read(sample, previous)
      const why = sample === null || limit === null ? null : fault(sample)
      if (told === null) return why === null ? null : { value: null, fault: why }
      const over = limit !== null && told.count > 0 && total + told.count > limit
      if (!over && why !== null) return { value: told.count, fault: why }
      return { value: told.count, over, evidence: told.lines }
    },
    actual: inTotal,
  }
}

function hidden({ hiddenSessions }: ActivitySample): string | null {
  if (hiddenSessions === 0) return null
  return `what ${hiddenSessions} sessions of other roles do is hidden: GRANT pg_read_all_stats to the role`
}
