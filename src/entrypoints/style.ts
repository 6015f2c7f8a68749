/** Colours and marks: real ones on a terminal, none elsewhere. */

export type Tone = 'good' | 'bad' | 'warning' | 'faint' | 'strong'

const CODES: Readonly<Record<Tone, number>> = { good: 32, bad: 31, warning: 33, faint: 2, strong: 1 }

export interface Style {
  paint(tone: Tone, text: string): string
}

export const PLAIN_STYLE: Style = { paint: (_tone, text) => text }
export const COLOUR_STYLE: Style = { paint: (tone, text) => `\u001b[${CODES[tone]}m${text}\u001b[0m` }

/** Colours are wanted on a terminal, unless NO_COLOR says otherwise (https://no-color.org). */
export function styleFor(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): Style {
  return isTerminal && (environment.NO_COLOR ?? '') === '' ? COLOUR_STYLE : PLAIN_STYLE
}

export interface Mark {
  readonly symbol: string
  readonly tone: Tone
}

/** The mark of every status and outcome. */
export const MARKS = {
  passed: { symbol: '✓', tone: 'good' },
  warning: { symbol: '!', tone: 'warning' },
  failed: { symbol: '✗', tone: 'bad' },
  errored: { symbol: '✗', tone: 'bad' },
  skipped: { symbol: '-', tone: 'faint' },
  migrated: { symbol: '✓', tone: 'good' },
  unchanged: { symbol: '-', tone: 'strong' },
  'rolled-back': { symbol: '✗', tone: 'bad' },
  stopped: { symbol: '!', tone: 'bad' },
} as const satisfies Readonly<Record<string, Mark>>
