/** Stops the team's services before the database is changed, and starts them again in every outcome. */
import { causeChain } from '../domain/errors.ts'
import type { JournalEvent, RunRecord } from '../domain/journal.ts'
import { servicesStoppedSince } from '../domain/journal.ts'
import type { Outcome } from '../domain/outcome.ts'
import type { Services as ServicesPlan } from '../plan/sections/services.ts'
import type { RunContext } from './context.ts'
import { drain } from './drain.ts'
import type { Journal } from './journal.ts'
import { type Patience, runServiceLine, servicesRun, untilServices } from './service-commands.ts'
import type { StageScope, Stages } from './stages.ts'

/**
 * `owed`: a stop was announced, by this run or by one that vanished, and nobody knows how far it came. `stopped`: proven.
 * `not-started`: a start was tried and failed.
 */
type State = 'untouched' | 'owed' | 'stopped' | 'running' | 'not-started'

export interface ServicesParts {
  readonly journal: Journal
  readonly stages: Stages
  readonly begin: () => Promise<void>
}

export class Services {
  readonly #context: RunContext
  readonly #parts: ServicesParts
  #state: State = 'untouched'
  /** On the monotonic clock: when the stop under way began. */
  #downSinceMs: number | null = null
  #downBeforeMs = 0

  constructor(context: RunContext, parts: ServicesParts) {
    this.#context = context
    this.#parts = parts
  }

  /** Whether they were stopped, or half stopped, and not started since. */
  get stopped(): boolean {
    return this.#state !== 'untouched' && this.#state !== 'running'
  }

  /** From the begin of each stop until they ran again, together; still counting while they do not. `null`: never stopped. */
  get downtimeMs(): number | null {
    if (this.#state === 'untouched') return null
    return this.#downBeforeMs + (this.#downSinceMs === null ? 0 : this.#context.clock.monotonicMs() - this.#downSinceMs)
  }

  /** A run that vanished with the services stopped leaves it to this one to start them, whatever else this one does. */
  takeUp(runs: readonly RunRecord[]): void {
    const since = servicesStoppedSince(runs)
    if (since === null) return
    const { clock, plan, emit } = this.#context
    if (plan.services === null) {
      emit({ type: 'note', text: `an earlier run stopped services at ${since}; this plan has no \`services\` to start them` })
      return
    }
    emit({ type: 'note', text: `an earlier run stopped the services at ${since} and did not start them: this run will` })
    this.#state = 'owed'
    this.#downSinceMs = clock.monotonicMs() - Math.max(0, clock.now().getTime() - Date.parse(since))
  }

  /**
   * Stops them, proves it by their own status, and waits for other sessions to leave. Nothing to do where that is done.
   *
   * @param sessions - what other sessions that stay are: `failed`, or on the way back `warning`
   * @throws CheckError when they do not stop, or others stay; they are then still to be started
   */
  async stop(sessions: 'failed' | 'warning', signal: AbortSignal): Promise<void> {
    const { services } = this.#context.plan
    if (services === null || this.#state === 'stopped') return
    const { journal, stages, begin } = this.#parts
    await begin()
    await stages.run('stop-services', async (scope) => {
      const ranBefore = await this.#ranBefore(scope, services, signal)
      await journal.announce({ type: 'services-stopping' })
      this.#downSinceMs ??= this.#context.clock.monotonicMs()
      this.#state = 'owed'
      await this.#stopAndProve(scope, services, signal, ranBefore)
      const ask = () => drain(this.#context, journal, services, signal, sessions)
      await scope.ask({ name: 'other sessions gone', kind: 'sessions', ask }, signal)
      scope.requirePassed()
      await journal.announce({ type: 'services-stopped' })
      this.#state = 'stopped'
    })
  }

  /** A status that gives no answer must be known before anything is stopped; one that says `stopped` may never say anything else. */
  async #ranBefore(scope: StageScope, services: ServicesPlan, signal: AbortSignal): Promise<boolean> {
    const patience = this.#patience(services.waitMs, signal)
    let runs = false
    const ask = async () => {
      runs = await servicesRun(this.#context, services, patience)
      const actual = runs ? 'running' : 'stopped'
      if (runs || this.stopped) {
        return { status: 'passed' as const, expected: this.stopped ? 'running or stopped' : 'running', actual }
      }
      return {
        status: 'warning' as const,
        expected: 'running',
        actual,
        message: 'they were stopped already, by their own word',
      }
    }
    await scope.ask({ name: 'status before', kind: 'service', ask }, signal)
    scope.requirePassed()
    return runs
  }

  async #stopAndProve(scope: StageScope, services: ServicesPlan, signal: AbortSignal, ranBefore: boolean): Promise<void> {
    const patience = this.#patience(services.waitMs, signal)
    const stop = async () => {
      // Broken off halfway it could still stop, a moment later, what has been started again: what was begun is finished.
      const unbroken = { ...patience, signal: new AbortController().signal }
      const finding = await runServiceLine(this.#context, services, 'stop', unbroken)
      signal.throwIfAborted()
      // Many tools fail to stop what does not run.
      return finding.status === 'failed' && !ranBefore ? { ...finding, status: 'warning' as const } : finding
    }
    await scope.ask({ name: 'stop', kind: 'service', ask: stop }, signal)
    scope.requirePassed()
    const stopped = () => untilServices('stopped', this.#context, services, patience)
    await scope.ask({ name: 'status stopped', kind: 'service', ask: stopped }, signal)
    scope.requirePassed()
  }

  /**
   * Starts what was stopped, and waits until it runs by its own status.
   *
   * @throws CheckError when it does not within `start-wait`
   */
  async start(signal: AbortSignal): Promise<void> {
    if (!this.stopped) return
    await this.#start(signal, null, 'first')
  }

  /**
   * On the way out of any outcome: neither an interrupt, nor a lost database, nor a full disk keeps it from being tried.
   *
   * @returns why they do not run; `null` where they do, or were never touched
   */
  async startAtTheEnd(settled: Outcome): Promise<string | null> {
    if (!this.stopped) return null
    if (this.#state === 'not-started') return 'they do not run'
    try {
      await this.#parts.begin().catch((error: unknown) => this.#note(error))
      await this.#start(new AbortController().signal, settled, 'where-possible')
      return null
    } catch (error) {
      return causeChain(error)[0] ?? 'unknown failure'
    }
  }

  async #start(signal: AbortSignal, settled: Outcome | null, announcing: 'first' | 'where-possible'): Promise<void> {
    const { journal, stages } = this.#parts
    const services = this.#context.plan.services as ServicesPlan
    const announce = (event: JournalEvent) => (announcing === 'first' ? journal.announce(event) : journal.conclude(event))
    const work = async (scope: StageScope) => {
      await announce({ type: 'services-starting', settled })
      this.#state = 'not-started'
      await this.#startAndProve(scope, services, signal).catch((error: unknown) => {
        // What was interrupted is tried again at the end.
        if (signal.aborted) this.#state = 'owed'
        throw error
      })
      this.#state = 'running'
      this.#downBeforeMs = this.downtimeMs ?? 0
      this.#downSinceMs = null
      await announce({ type: 'services-started' })
    }
    await stages.run('start-services', work, announcing)
  }

  async #startAndProve(scope: StageScope, services: ServicesPlan, signal: AbortSignal): Promise<void> {
    const patience = this.#patience(services.startWaitMs, signal)
    const start = async () => {
      const finding = await runServiceLine(this.#context, services, 'start', patience)
      // Many tools fail to start what runs already: a person may have been quicker.
      const runs = finding.status === 'failed' && (await servicesRun(this.#context, services, patience))
      return runs ? { ...finding, status: 'warning' as const } : finding
    }
    await scope.ask({ name: 'start', kind: 'service', ask: start }, signal)
    scope.requirePassed()
    const running = () => untilServices('running', this.#context, services, patience)
    await scope.ask({ name: 'status running', kind: 'service', ask: running }, signal)
    scope.requirePassed()
  }

  #patience(waitMs: number, signal: AbortSignal): Patience {
    return { deadlineMs: this.#context.clock.monotonicMs() + waitMs, signal }
  }

  #note(error: unknown): void {
    this.#context.emit({ type: 'note', text: this.#context.redact(causeChain(error)[0] ?? 'unknown failure') })
  }
}
