/** What every check of a plan may say, whatever its kind: its name, group, moment, patience and weight. */
import { z } from 'zod'
import { duration, flag, positiveDuration, text, word } from '../fields.ts'
import { section } from '../section.ts'

/** When a check is asked: before the run as a gate, after the migrations, after the services have started, or after one migration. */
export type Moment = 'before' | 'after' | 'after-start' | 'before-and-after' | { readonly afterMigration: string }

export interface CheckCommon {
  readonly name: string
  readonly group: string | null
  readonly moment: Moment
  /** A failure is a warning and does not stop the run. */
  readonly warnOnly: boolean
  /** For one attempt; `null`: no limit. */
  readonly timeoutMs: number | null
  /** How often it is asked again while it does not pass, and how long after. */
  readonly retries: { readonly times: number; readonly delayMs: number }
}

const MOST_RETRIES = 1000
const retriesWords = `must be a whole number from 0 to ${MOST_RETRIES}`

const shape = {
  name: text.describe('What is checked, as it should read in the report.'),
  group: text.optional().describe('Heading under which the report shows it, with a tally.'),
  when: word(['before', 'after', 'after-start', 'before-and-after'])
    .optional()
    .describe('When it is asked. Default `after` the migrations; `after-start` of the services for `http`.'),
  'after-migration': text.optional().describe('Ask it right after this migration, before the next. Not together with `when`.'),
  'warn-only': flag.optional().describe('A failure is only a warning. Default `false`.'),
  timeout: positiveDuration.optional().describe('How long one attempt may take.'),
  retries: z
    .int({ error: retriesWords })
    .min(0, { error: retriesWords })
    .max(MOST_RETRIES, { error: retriesWords })
    .optional()
    .describe('How often it is asked again while it does not pass. Default 0.'),
  'retry-delay': duration.optional().describe('Pause between attempts. Default `1s`.'),
}

/** The keys of one kind of check, together with those that every kind has. */
export function checkSection<Shape extends z.ZodRawShape>(own: Shape, description: string) {
  return section({ ...shape, ...own }, description).refine((written) => saysWhenOnce(written as CommonSection), {
    error: 'must say either when, or after-migration, not both',
  })
}

function saysWhenOnce(written: CommonSection): boolean {
  return written.when === undefined || written['after-migration'] === undefined
}

type CommonSection = z.output<z.ZodObject<typeof shape>>

/** The common part of a check. `moment` is the kind's own default. */
export function commonOf(written: CommonSection, moment: Moment = 'after'): CheckCommon {
  const afterMigration = written['after-migration']
  return {
    name: written.name,
    group: written.group ?? null,
    moment: afterMigration === undefined ? (written.when ?? moment) : { afterMigration },
    warnOnly: written['warn-only'] ?? false,
    timeoutMs: written.timeout ?? null,
    retries: { times: written.retries ?? 0, delayMs: written['retry-delay'] ?? 1000 },
  }
}
