/** The `notify` section: whom to tell of a run, where, and of what. */
import { z } from 'zod'
import { NOTICE_EVENTS, type Webhook } from '../../domain/notice.ts'
import { word } from '../fields.ts'
import { mappingError, section } from '../section.ts'

const addressWords = 'must be an address beginning with https:// or http://, without user and password'

const target = section(
  {
    webhook: z
      .string({ error: addressWords })
      .refine(isAddress, { error: addressWords })
      .describe('Address that messages are posted to. It is a secret: take it from the environment.'),
    on: z
      .array(word(NOTICE_EVENTS), { error: `must be a list of ${NOTICE_EVENTS.join(', ')}` })
      .min(1, { error: 'must not be an empty list' })
      .optional()
      .describe('What is told. Default: all of it.'),
    format: word(['slack', 'json'])
      .optional()
      .describe('A message as Slack takes it (Mattermost and others too), or a plain document for programs. Default `slack`.'),
    headers: z
      .record(z.string(), z.string({ error: 'must be text' }), { error: mappingError })
      .optional()
      .describe('Headers sent along, e.g. `Authorization`.'),
  },
  'A webhook.',
)

export const notify = z
  .array(target, { error: 'must be a list' })
  .optional()
  .describe(
    'Whom to tell: webhooks, told of the start of a run, of its end and of anomalies. A failure to tell changes no outcome.',
  )

export function completeNotify(written: z.output<typeof notify>): readonly Webhook[] {
  return (written ?? []).map(({ webhook, on, format, headers }) => {
    return { url: webhook, on: on ?? NOTICE_EVENTS, format: format ?? 'slack', headers: headers ?? {} }
  })
}

function isAddress(written: string): boolean {
  if (!URL.canParse(written)) return false
  const { protocol, username, password } = new URL(written)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}
