/** How commands speak to people: through a presenter, which is a terminal's or writes plain lines. */
import type { Emit } from '../domain/ports/events.ts'
import { createPlainPresenter } from './plain.ts'
import { createTerminalPresenter } from './terminal.ts'

/** A stream that text is written to. */
export interface Page {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export interface Presenter {
  readonly emit: Emit
  /** Lines that stay, e.g. an answer. They are redacted; the caller has made them harmless. */
  lines(lines: readonly string[]): void
  /** Takes the progress off the screen, e.g. to ask a question; the next event brings it back. */
  pause(): void
  close(): void
}

export interface PresenterSettings {
  readonly page: Page
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Replaces every secret in a line. */
  readonly redact: (text: string) => string
  /** Milliseconds that only grow. */
  readonly now: () => number
  /** Every check is shown, not only those that did not pass. */
  readonly allChecks: boolean
}

/** A live presenter where a person watches, plain lines everywhere else. */
export function createPresenter(settings: PresenterSettings): Presenter {
  const watched = settings.page.isTTY === true && settings.environment.TERM !== 'dumb' && (settings.environment.CI ?? '') === ''
  return watched ? createTerminalPresenter(settings) : createPlainPresenter(settings)
}
