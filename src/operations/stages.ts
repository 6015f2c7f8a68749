/** Runs the stages of an operation: times them, collects their checks, and tells people as they go. */
import type { Check, CheckResult, Finding, Lane } from '../domain/check.ts'
import { blocking } from '../domain/check.ts'
import { CheckError, hintOf } from '../domain/errors.ts'
import type { JournalEvent } from '../domain/journal.ts'
import type { StageName, StageResult } from '../domain/stage.ts'
import { keepingReaders } from './checks/reading.ts'
import type { RunContext } from './context.ts'
import type { MaybeJournal } from './journal.ts'

/** What a stage's work is handed to record its checks with. */
export class StageScope {
  readonly #context: RunContext
  readonly #name: StageName
  readonly #results: { readonly place: number; readonly result: CheckResult }[] = []
  #places = 0

  constructor(context: RunContext, name: StageName) {
    this.#context = context
    this.#name = name
  }

  /** In the order in which the checks were handed over, whichever answered first. */
  get results(): readonly CheckResult[] {
    return this.#results.toSorted((a, b) => a.place - b.place).map(({ result }) => result)
  }

  record(result: CheckResult): CheckResult {
    return this.#recordAt(this.#places++, result)
  }

  #recordAt(place: number, result: CheckResult): CheckResult {
    this.#results.push({ place, result })
    this.#context.emit({ type: 'check', stage: this.#name, result })
    return result
  }

  /** Asks one check, records and returns its result. A check that throws is `errored`, never green. */
  ask(check: Check, signal?: AbortSignal): Promise<CheckResult> {
    return this.#askAt(this.#places++, check, signal ?? this.#context.signal)
  }

  async #askAt(place: number, check: Check, signal: AbortSignal): Promise<CheckResult> {
    const started = this.#context.clock.monotonicMs()
    const finding = await this.#find(check, signal)
    const durationMs = this.#context.clock.monotonicMs() - started
    return this.#recordAt(place, { ...labelOf(check), durationMs, ...finding })
  }

  async #find(check: Check, signal: AbortSignal): Promise<Finding> {
    try {
      return await check.ask(signal)
    } catch (error) {
      signal.throwIfAborted()
      return { status: 'errored', message: this.#context.redact(describeError(error)) }
    }
  }

  /** Asks checks in the order of the plan; neighbours that only read are asked side by side. */
  async askAll(checks: readonly Check[], signal: AbortSignal = this.#context.signal): Promise<readonly CheckResult[]> {
    const placed = checks.map((check) => ({ place: this.#places++, check }))
    const { database, plan } = this.#context
    const results = new Map<number, CheckResult>()
    await keepingReaders(database, async () => {
      for (const neighbours of neighboursOf(placed)) {
        const atOnce = laneOf(neighbours[0]?.check) === 'reading' ? plan.checks.atOnce : 1
        const queue = [...neighbours]
        const work = async () => {
          for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
            results.set(next.place, await this.#askAt(next.place, next.check, signal))
          }
        }
        await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work))
      }
    })
    return placed.map(({ place }) => results.get(place) as CheckResult)
  }

  skip(checks: readonly Check[], message: string): void {
    for (const check of checks) this.record({ ...labelOf(check), status: 'skipped', durationMs: 0, message })
  }

  /** @throws CheckError naming the first check that did not pass, and how many more */
  requirePassed(): void {
    const [first, ...more] = blocking(this.results)
    if (first === undefined) return
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`
    throw new CheckError(`${first.name}: ${wordsOf(first)}${others}`)
  }
}

interface Placed {
  readonly place: number
  readonly check: Check
}

/** Checks that follow each other in one lane. What acts may depend on what was read before, and be read afterwards. */
function neighboursOf(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const groups: Placed[][] = []
  for (const each of placed) {
    const last = groups.at(-1)
    if (last !== undefined && laneOf(last[0]?.check) === laneOf(each.check)) last.push(each)
    else groups.push([each])
  }
  return groups
}

function laneOf(check: Check | undefined): Lane {
  return check?.lane ?? 'reading'
}

/** A stage is no greener than its checks; but a way back that was not enough is followed by another. */
function isGreen(name: StageName, results: readonly CheckResult[]): boolean {
  return name === 'rollback' || blocking(results).length === 0
}

function labelOf({ name, kind, group }: Check) {
  return { name, kind, ...(group === undefined ? {} : { group }) }
}

function wordsOf({ status, expected, actual, message }: CheckResult): string {
  if (message === undefined) return `${status}, expected ${expected}, found ${actual}`
  return actual === undefined ? message : `${actual}. ${message}`
}

/** A failed check has no other place for the hint than its message. */
function describeError(error: unknown): string {
  const hint = hintOf(error)
  const message = error instanceof Error ? error.message : String(error)
  return hint === undefined ? message : `${message}; ${hint}`
}

/** The stages of one operation, in order. */
export class Stages {
  readonly #context: RunContext
  readonly #journal: () => MaybeJournal
  readonly #results: StageResult[] = []

  constructor(context: RunContext, journal: () => MaybeJournal = () => null) {
    this.#context = context
    this.#journal = journal
  }

  get results(): readonly StageResult[] {
    return this.#results
  }

  /**
   * Runs one stage; whatever its work throws is recorded as the stage's failure and thrown on.
   *
   * @param announcing - `where-possible`: what must be done even where it can no longer be announced
   */
  async run<Result>(
    name: StageName,
    work: (scope: StageScope) => Promise<Result>,
    announcing: 'first' | 'where-possible' = 'first',
  ): Promise<Result> {
    const { clock, emit } = this.#context
    const startedAt = clock.now().toISOString()
    const started = clock.monotonicMs()
    const scope = new StageScope(this.#context, name)
    const announce = async (event: JournalEvent) => {
      const journal = this.#journal()
      await (announcing === 'first' ? journal?.announce(event) : journal?.conclude(event))
    }
    emit({ type: 'stage-started', stage: name })
    const finish = (status: 'passed' | 'failed', message?: string) => {
      const durationMs = clock.monotonicMs() - started
      const result = { name, status, startedAt, durationMs, checks: scope.results, ...(message === undefined ? {} : { message }) }
      this.#results.push(result)
      emit({ type: 'stage-finished', result })
    }
    try {
      await announce({ type: 'stage-started', stage: name })
      const result = await work(scope)
      const status = isGreen(name, scope.results) ? 'passed' : 'failed'
      await announce({ type: 'stage-finished', stage: name, status })
      finish(status)
      return result
    } catch (error) {
      finish('failed', this.#context.redact(describeError(error)))
      throw error
    }
  }

  /** Records that the run did not come to a stage, or was told to leave it out. */
  skip(name: StageName, message: string): void {
    const startedAt = this.#context.clock.now().toISOString()
    const result: StageResult = { name, status: 'skipped', startedAt, durationMs: 0, checks: [], message }
    this.#results.push(result)
    this.#context.emit({ type: 'stage-finished', result })
  }
}
