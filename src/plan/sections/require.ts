/** The `require` section: what must hold before a run may start, each a gate of its own. */
import { z } from 'zod'
import { isTimeZone, type MaintenanceWindow, parseWindow, WINDOW_PATTERN } from '../../domain/maintenance-window.ts'
import { span, text, word } from '../fields.ts'
import { section } from '../section.ts'

export type Requirement =
  /** Evidence of a rehearsal of exactly these migrations and this plan, not older than this. */
  | { readonly kind: 'rehearsal'; readonly maxAgeMs: number }
  /** The run makes a backup and proves it by a restore. */
  | { readonly kind: 'backup' }
  /** Nothing in the plan's repository is uncommitted. */
  | { readonly kind: 'clean-tree' }
  /** A person says so, by name. */
  | { readonly kind: 'confirmation'; readonly name: string }
  | { readonly kind: 'window'; readonly windows: readonly MaintenanceWindow[]; readonly timeZone: string }

const DEFAULT_MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000
const DEFAULT_TIME_ZONE = 'UTC'

const WORDS = ['rehearsal', 'backup', 'clean-tree'] as const
const requirementWords = `must be ${WORDS.join(', ')}, or a mapping with rehearsal, confirmation or window`
const windowWords = 'must be a window such as "Sat 02:00-06:00" or "Mon-Thu 22:00-04:00"'

const window = z
  .string({ error: windowWords })
  .regex(WINDOW_PATTERN, { error: windowWords })
  .refine((written) => !WINDOW_PATTERN.test(written) || parseWindow(written) !== null, {
    error: 'must not open and close at the same time',
  })
  .meta({ examples: ['Sat 02:00-06:00', 'Mon-Thu,Sun 22:00-04:00'] })

const requirement = section(
  {
    rehearsal: section(
      { 'max-age': span.optional().describe('How old the evidence may be. Default `7d`.') },
      'Evidence of a rehearsal of exactly these migrations and this plan.',
    ).optional(),
    confirmation: text
      .optional()
      .describe('What a person must confirm: with `--confirm "NAME"`, `--confirm "NAME=WHO"`, or when asked on a terminal.'),
    window: z
      .union([window, z.array(window).min(1, { error: 'must not be an empty list' })], { error: windowWords })
      .optional()
      .describe('Hours in which a run may start, on all days or the days named; several as a list. They may go over midnight.'),
    'time-zone': z
      .string({ error: 'must be text' })
      .refine(isTimeZone, { error: 'must be the name of a time zone such as Europe/Berlin or UTC' })
      .optional()
      .describe('Time zone of the window. Default `UTC`.'),
  },
  'What must hold before a run may start.',
)
  .refine((written) => [written.rehearsal, written.confirmation, written.window].filter(isGiven).length === 1, {
    error: 'must give exactly one of rehearsal, confirmation and window',
  })
  .refine((written) => written['time-zone'] === undefined || written.window !== undefined, {
    error: 'can name a time-zone only for a window',
  })

export const requirements = z
  .array(z.union([word(WORDS), requirement], { error: requirementWords }), { error: 'must be a list' })
  .optional()
  .describe(
    'What must hold before a run may start; all of it is shown as a go / no-go table. Words: rehearsal, backup, clean-tree.',
  )

type Written = NonNullable<z.output<typeof requirements>>[number]

export function completeRequirements(written: z.output<typeof requirements>): readonly Requirement[] {
  return (written ?? []).map(complete)
}

function complete(written: Written): Requirement {
  if (written === 'rehearsal') return { kind: written, maxAgeMs: DEFAULT_MAX_AGE_MS }
  if (typeof written === 'string') return { kind: written }
  if (written.confirmation !== undefined) return { kind: 'confirmation', name: written.confirmation }
  if (written.rehearsal !== undefined) {
    return { kind: 'rehearsal', maxAgeMs: written.rehearsal['max-age'] ?? DEFAULT_MAX_AGE_MS }
  }
  const windows = [written.window ?? []].flat().flatMap((line) => parseWindow(line) ?? [])
  return { kind: 'window', windows, timeZone: written['time-zone'] ?? DEFAULT_TIME_ZONE }
}

function isGiven(value: unknown): boolean {
  return value !== undefined
}
