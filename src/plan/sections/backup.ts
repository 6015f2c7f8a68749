/** The `backup` section: how the backup is made, how far it is proven, for whom it is encrypted, and where it is stored. */
import { z } from 'zod'
import { type RecipientMistake, recipientMistake } from '../../domain/age-recipient.ts'
import type { StorePlace } from '../../domain/store-place.ts'
import { positiveDuration, word } from '../fields.ts'
import { section } from '../section.ts'
import { completeStores, stores } from './stores.ts'

export interface BackupPlan {
  readonly verify: 'restore' | 'read' | 'none'
  /** Cores that compress; `null`: as many as there are. */
  readonly jobs: number | null
  /** `null`: no limit. */
  readonly timeLimitMs: number | null
  /** Public keys of age; empty: the backup is not encrypted. */
  readonly encryptTo: readonly string[]
  /** Where each backup is stored once it is proven, beside the run directory. */
  readonly stores: readonly StorePlace[]
}

/** Node works on no more at a time beside its main thread. */
const MOST_JOBS = 4

const MISTAKES: Readonly<Record<RecipientMistake, string>> = {
  'private-key': 'must be a public key, age1…; this is the private one, which must not be in a plan: make a new pair of keys',
  'ssh-key': 'must be a public key of age, age1…, and no SSH key: make one with age-keygen',
  'other-kind': 'must be a public key as age-keygen writes it; keys of plugins and post-quantum keys are not known here',
  mistyped: 'must be a public key of age, age1… and 58 characters more, with nothing mistyped',
}

const recipient = z.string({ error: MISTAKES.mistyped }).superRefine((written, context) => {
  const mistake = recipientMistake(written)
  if (mistake !== null) context.addIssue({ code: 'custom', message: MISTAKES[mistake] })
})

export const backup = section(
  {
    verify: word(['restore', 'read', 'none'])
      .optional()
      .describe('How far a backup is proven: restored and compared, read in full, or not at all. Default `restore`.'),
    jobs: z
      .union([z.literal('auto'), z.int().min(1).max(MOST_JOBS)], {
        error: `must be auto, or a whole number from 1 to ${MOST_JOBS}`,
      })
      .optional()
      .describe('How many cores compress the backup while it is written. Default `auto`: all there are, at most 4.'),
    'time-limit': positiveDuration
      .optional()
      .describe('How long writing the backup may take; longer, and nothing is changed. Left out: no limit.'),
    'encrypt-to': z
      .array(recipient, { error: 'must be a list of public keys' })
      .min(1, { error: 'must name at least one public key' })
      .optional()
      .describe(
        'Public keys of age, any one of whose private keys opens the backup; needed to restore it, never to make it. Left out: not encrypted.',
      ),
    store: stores.optional(),
  },
  'The backup made before anything is changed.',
)

export function completeBackup(written: z.output<typeof backup> | undefined, directory: string): BackupPlan {
  return {
    verify: written?.verify ?? 'restore',
    jobs: typeof written?.jobs === 'number' ? written.jobs : null,
    timeLimitMs: written?.['time-limit'] ?? null,
    encryptTo: written?.['encrypt-to'] ?? [],
    stores: completeStores(written?.store, directory),
  }
}
