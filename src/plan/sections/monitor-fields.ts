/** The kinds of value that only the monitor's keys hold: bounds, growths, addresses and patterns. */
import { z } from 'zod'
import { text } from '../fields.ts'
import { MULTIPLE_PATTERN, PERCENTAGE_PATTERN, parseDuration, parseMultiple, parsePercentage, parseSize } from '../quantities.ts'

/** A number, or a multiple of what it was before. */
export type Bound = { readonly value: number } | { readonly times: number }

const countWords = 'must be a whole number, 0 or more'
const boundWords = 'must be a whole number such as 50, or a multiple of the baseline such as 2x'
const timeBoundWords = 'must be a duration such as 2s, or a multiple of the baseline such as 2x'
const growthWords = 'must be a percentage such as 10%, or a size such as 500MB'
const urlWords = 'must be an address that starts with http:// or https://'
const statusWords = 'must be a status from 100 to 599'

export const count = z.int({ error: countWords }).min(0, { error: countWords })

export const bound = z
  .union(
    [z.int({ error: boundWords }).min(0, { error: boundWords }), z.string().regex(MULTIPLE_PATTERN, { error: boundWords })],
    {
      error: boundWords,
    },
  )
  .transform((written): Bound => (typeof written === 'number' ? { value: written } : { times: parseMultiple(written) ?? 1 }))

export const timeBound = z
  .string({ error: timeBoundWords })
  .refine((written) => parseMultiple(written) !== null || (parseDuration(written) ?? 0) > 0, { error: timeBoundWords })
  .meta({ examples: ['500ms', '2s', '2x'] })
  .transform((written): Bound => {
    const times = parseMultiple(written)
    return times === null ? { value: parseDuration(written) ?? 0 } : { times }
  })

export const growth = z
  .string({ error: growthWords })
  .refine((written) => PERCENTAGE_PATTERN.test(written) || parseSize(written) !== null, { error: growthWords })
  .meta({ examples: ['10%', '500MB'] })
  .transform((written): { bytes: number } | { fraction: number } => {
    const fraction = parsePercentage(written)
    return fraction === null ? { bytes: parseSize(written) ?? 0 } : { fraction }
  })

export const url = z
  .string({ error: urlWords })
  .refine((written) => URL.canParse(written) && /^https?:$/.test(new URL(written).protocol), { error: urlWords })

export const pattern = text.refine(isPattern, { error: 'must be a regular expression' })

function isPattern(written: string): boolean {
  try {
    new RegExp(written, 'iu')
    return true
  } catch {
    return false
  }
}

export const status = z
  .int({ error: statusWords })
  .min(100, { error: statusWords })
  .max(599, { error: statusWords })
  .describe('The status it must answer with. Default: any from 200 to 299.')
