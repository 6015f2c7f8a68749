/** Asks a person before something destructive is done. */
import { createInterface } from 'node:readline'
import { ConfigurationError } from '../domain/errors.ts'
import { harmlessWord } from './harmless.ts'
import { WIDTH, wrap } from './layout.ts'
import type { Page } from './present.ts'

export interface ConfirmSettings {
  /** `--yes` was given. */
  readonly yes: boolean
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly page: Page
  readonly redact: (text: string) => string
  /** Ends the question with its reason. */
  readonly signal: AbortSignal
  /** Clears the screen's last line for the question. */
  readonly pause: () => void
}

/**
 * Returns the function that asks. Without `--yes` and without a terminal there is nobody to ask.
 *
 * @returns a function that resolves to whether the answer was yes. @throws ConfigurationError where nobody can answer
 */
export function createConfirm(settings: ConfirmSettings): (question: string) => Promise<boolean> {
  return async (question) => {
    const text = settings.redact(harmlessWord(question))
    if (settings.yes) return true
    if (settings.input.isTTY !== true) {
      throw new ConfigurationError(`there is no terminal to ask on: ${text}`, { hint: 'add --yes to answer yes' })
    }
    settings.pause()
    const prompt = ['', ...wrap(text, WIDTH), '[y/N] '].join('\n')
    return /^y(es)?$/i.test((await ask(prompt, settings)).trim())
  }
}

/** The line that a person types; empty where the terminal ends instead. */
function ask(prompt: string, { input, page, signal }: ConfirmSettings): Promise<string> {
  signal.throwIfAborted()
  page.write(prompt)
  // Not as a terminal: readline would swallow Ctrl-C, which must reach the process.
  const lines = createInterface({ input, terminal: false })
  return new Promise<string>((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    lines.once('line', resolve)
    lines.once('close', () => {
      signal.removeEventListener('abort', onAbort)
      resolve('')
    })
  }).finally(() => lines.close())
}
