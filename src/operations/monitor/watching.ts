/** The watch itself: a sample and all probes at every interval, for a duration, until it is over or somebody ends it. */
import type { ActivityBaseline, ActivitySample } from '../../domain/activity.ts'
import { causeChain } from '../../domain/errors.ts'
import type { Anomaly } from '../../domain/monitoring.ts'
import type { Activity } from '../../domain/ports/activity.ts'
import type { MonitorPlan } from '../../plan/sections/monitor-settings.ts'
import type { RunContext } from '../context.ts'
import { notify } from '../notify.ts'
import { activityLimits } from './baseline.ts'
import { type Probe, probesOf } from './probes.ts'
import type { Observation, Reading } from './reading.ts'
import { Tracker } from './tracker.ts'
import { watchesOf } from './watches.ts'

/** What a watch came to. */
export interface Watched {
  readonly startedAt: string
  readonly durationMs: number
  readonly samples: number
  readonly trackers: readonly Tracker[]
  readonly before: ActivityBaseline
  readonly sources: Activity['sources']
  readonly interrupted: boolean
}

/**
 * Watches until the plan's time is over, an anomaly ends it where the plan says so, or the run is interrupted.
 *
 * @param baseline - the state before; `null`: the first sample stands for it
 * @throws ConnectionError where there is neither a baseline nor an answer at the start
 */
export async function watch(context: RunContext, plan: MonitorPlan, baseline: ActivityBaseline | null): Promise<Watched> {
  const activity = context.database.watchActivity(activityLimits(plan, baseline))
  const watching = new Watching(context, plan, activity, baseline)
  try {
    await watching.run()
    return watching.watched(false)
  } catch (error) {
    if (!context.signal.aborted || !watching.begun) throw error
    return watching.watched(true)
  } finally {
    await activity.close()
  }
}

class Watching {
  readonly #context: RunContext
  readonly #plan: MonitorPlan
  readonly #activity: Activity
  readonly #startedAt: string
  readonly #started: number
  #before: ActivityBaseline | null
  #probes: readonly Probe[] = []
  #trackers: readonly Tracker[] = []
  #previous: ActivitySample | null = null
  #samples = 0

  constructor(context: RunContext, plan: MonitorPlan, activity: Activity, baseline: ActivityBaseline | null) {
    this.#context = context
    this.#plan = plan
    this.#activity = activity
    this.#before = baseline
    this.#startedAt = context.clock.now().toISOString()
    this.#started = context.clock.monotonicMs()
  }

  /** Whether there is anything to tell. */
  get begun(): boolean {
    return this.#before !== null
  }

  /** Intervals are counted from the start, so that slow samples do not shift those that follow; the last is at the very end. */
  async run(): Promise<void> {
    const { clock, signal } = this.#context
    const { forMs, everyMs } = this.#plan
    for (let dueMs = 0; ; ) {
      const anomaly = await this.#interval()
      if (dueMs >= forMs || (anomaly && this.#plan.stopAtFirst)) return
      const elapsedMs = this.#elapsedMs()
      const next = Math.max(Math.floor(dueMs / everyMs) + 1, Math.ceil(elapsedMs / everyMs))
      dueMs = Math.min(next * everyMs, forMs)
      await clock.sleep(Math.max(0, dueMs - elapsedMs), signal)
    }
  }

  watched(interrupted: boolean): Watched {
    return {
      startedAt: this.#startedAt,
      durationMs: this.#elapsedMs(),
      samples: this.#samples,
      trackers: this.#trackers,
      before: this.#before as ActivityBaseline,
      sources: this.#activity.sources,
      interrupted,
    }
  }

  #elapsedMs(): number {
    return this.#context.clock.monotonicMs() - this.#started
  }

  /** Returns whether an anomaly began. */
  async #interval(): Promise<boolean> {
    const observation = await this.#observe()
    const begun = this.#trackers.map((tracker) => tracker.note(observation)).filter((anomaly) => anomaly !== null)
    this.#previous = observation.sample ?? this.#previous
    this.#samples++
    for (const anomaly of begun) this.#tellOf(anomaly)
    this.#tell(observation, begun)
    return begun.length > 0
  }

  async #observe(): Promise<Observation> {
    const { clock } = this.#context
    const at = clock.now().toISOString()
    const started = clock.monotonicMs()
    const sampling = this.#sample().then((taken) => ({ ...taken, sampleMs: clock.monotonicMs() - started }))
    const [taken, probed] = await Promise.all([sampling, this.#probe(this.#probes)])
    const first = this.#trackers.length === 0
    if (first) this.#begin(taken.sample)
    const probes = first ? await this.#probe(this.#probes) : probed
    return { at, ...taken, previous: this.#previous, probes }
  }

  /** Once the state before is known: the limits follow from it. */
  #begin(sample: ActivitySample | null): void {
    this.#before ??= sample === null ? null : { levels: sample, queriesMs: {} }
    const before = this.#before as ActivityBaseline
    const { serverLog } = this.#activity.sources
    const watches = watchesOf(this.#plan, before, serverLog.readable ? null : serverLog.reason)
    this.#trackers = watches.map((watch) => new Tracker(watch))
    this.#probes = probesOf(this.#context, this.#plan, new Map(watches.map(({ name, limit }) => [name, limit])))
  }

  /** A lost session is no anomaly where the database answers the next one. */
  async #sample(): Promise<{ readonly sample: ActivitySample | null; readonly failure: string | null }> {
    const { signal, emit, redact } = this.#context
    try {
      return { sample: await this.#activity.sample(signal), failure: null }
    } catch (first) {
      signal.throwIfAborted()
      emit({ type: 'note', text: `asking again: ${redact(causeChain(first)[0] ?? 'unknown failure')}` })
    }
    try {
      return { sample: await this.#activity.sample(signal), failure: null }
    } catch (second) {
      signal.throwIfAborted()
      if (this.#before === null) throw second
      return { sample: null, failure: redact(causeChain(second)[0] ?? 'unknown failure') }
    }
  }

  async #probe(probes: readonly Probe[]): Promise<ReadonlyMap<string, Reading>> {
    const { signal } = this.#context
    return new Map(await Promise.all(probes.map(async ({ name, ask }) => [name, this.#redacted(await ask(signal))] as const)))
  }

  #redacted(reading: Reading): Reading {
    const { redact } = this.#context
    const { fault, evidence } = reading
    return {
      ...reading,
      ...(fault === undefined ? {} : { fault: redact(fault) }),
      ...(evidence === undefined ? {} : { evidence: evidence.map(redact) }),
    }
  }

  #tellOf(anomaly: Anomaly): void {
    const { watch, value, limit } = anomaly
    this.#context.emit({ type: 'anomaly', anomaly, gravity: this.#plan.onAnomaly })
    notify(this.#context, 'anomaly', { reason: `${watch}: ${value}, expected ${limit}` })
  }

  #tell({ sample }: Observation, begun: readonly Anomaly[]): void {
    const { forMs: plannedMs } = this.#plan
    const anomalies = this.#trackers.reduce((sum, tracker) => sum + tracker.anomalyCount, 0)
    this.#context.emit({
      type: 'watched',
      elapsedMs: this.#elapsedMs(),
      plannedMs,
      samples: this.#samples,
      sessions: sample?.sessions.total ?? null,
      slow: this.#trackers.find(({ name }) => name === 'slow queries')?.total ?? 0,
      anomalies,
      news: begun.length > 0,
    })
  }
}
