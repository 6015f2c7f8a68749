/** What a command answers: for people, for programs, and as an exit code. */
import type { Style } from './style.ts'

export interface Answer {
  readonly exitCode: number
  /** The document of `--json`. */
  readonly document: unknown
  /** Lines for people, harmless; not yet redacted. */
  readonly lines: (page: { readonly style: Style; readonly width: number }) => readonly string[]
}
