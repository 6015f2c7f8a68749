/** The presenter of a terminal: lines that stay, and below them one line that shows what is under way. */
import type { RunEvent } from '../domain/ports/events.ts'
import { formatDuration } from '../domain/quantity-text.ts'
import type { StageName } from '../domain/stage.ts'
import { cut } from './display-width.ts'
import { eventLines } from './event-text.ts'
import { harmlessWord } from './harmless.ts'
import { WIDTH } from './layout.ts'
import type { Presenter, PresenterSettings } from './present.ts'
import { Progress } from './progress.ts'
import { styleFor } from './style.ts'
import { watchProgress } from './watch-text.ts'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const FRAME_MS = 100
const CLEAR_LINE = '\r\u001b[2K'

export function createTerminalPresenter(settings: PresenterSettings): Presenter {
  return new TerminalPresenter(settings)
}

class TerminalPresenter implements Presenter {
  readonly #settings: PresenterSettings
  readonly #progress = new Progress()
  #stage: { readonly name: StageName; readonly startedAtMs: number } | undefined
  #timer: NodeJS.Timeout | undefined
  #drawn = false

  constructor(settings: PresenterSettings) {
    this.#settings = settings
  }

  readonly emit = (event: RunEvent): void => {
    if (event.type === 'progress') this.#progress.update(event, this.#settings.now())
    if (event.type === 'watched') this.#progress.say(watchProgress(event))
    if (event.type === 'stage-started') this.#begin(event.stage)
    if (event.type === 'stage-finished' || event.type === 'run-finished') this.#finish()
    this.lines(eventLines(event, this.#options()))
    this.#animate()
  }

  lines(lines: readonly string[]): void {
    if (lines.length === 0) return
    const kept = lines.map((line) => `${this.#settings.redact(line)}\n`).join('')
    this.#write(`${this.#erased()}${kept}`)
    this.#draw()
  }

  pause(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#write(this.#erased())
  }

  close(): void {
    this.#finish()
  }

  #options() {
    const { page, environment, allChecks } = this.#settings
    return { style: styleFor(true, environment), width: page.columns ?? WIDTH, allChecks }
  }

  #begin(name: StageName): void {
    this.#stage = { name, startedAtMs: this.#settings.now() }
    this.#progress.clear()
  }

  #finish(): void {
    this.#stage = undefined
    this.#progress.clear()
    this.pause()
  }

  #animate(): void {
    if (this.#stage === undefined || this.#timer !== undefined) return
    this.#draw()
    this.#timer = setInterval(() => this.#draw(), FRAME_MS)
    this.#timer.unref()
  }

  #draw(): void {
    if (this.#stage === undefined) return
    const { page, redact, now } = this.#settings
    const elapsedMs = now() - this.#stage.startedAtMs
    const frame = FRAMES[Math.floor(elapsedMs / FRAME_MS) % FRAMES.length]
    const text = [formatDuration(Math.floor(elapsedMs / FRAME_MS) * FRAME_MS), harmlessWord(this.#progress.describe())]
    const line = redact(`${frame} ${this.#stage.name.padEnd(16)}${text.filter((part) => part !== '').join(' · ')}`)
    // One column stays free: a full line would move some terminals to the next.
    this.#write(`${CLEAR_LINE}${cut(line, (page.columns ?? WIDTH) - 1)}`)
    this.#drawn = true
  }

  #erased(): string {
    const erased = this.#drawn ? CLEAR_LINE : ''
    this.#drawn = false
    return erased
  }

  #write(text: string): void {
    if (text !== '') this.#settings.page.write(text)
  }
}
