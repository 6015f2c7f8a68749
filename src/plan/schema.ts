/** The plan file, `savepoint.yml`, as a zod schema: what may be written, what it means, and what holds when it is left out. */
import { z } from 'zod'
import { missingCaptures } from './checks/captures.ts'
import { planCheck } from './checks/check.ts'
import { duration, flag, port, positiveDuration, space, text, texts, word } from './fields.ts'
import { migrator } from './migrator-settings.ts'
import { refuseRepeated } from './repeated-names.ts'
import { mappingError, section } from './section.ts'
import { backup } from './sections/backup.ts'
import { budgets } from './sections/budgets.ts'
import { change } from './sections/changes.ts'
import { checks } from './sections/checks.ts'
import { monitorSection } from './sections/monitor.ts'
import { notify } from './sections/notify.ts'
import { requirements } from './sections/require.ts'
import { services, wholeServices } from './sections/services.ts'
import { snapshot } from './sections/snapshot.ts'

export type * from './plan.ts'

const ADDRESS_PARTS = ['host', 'port', 'name', 'user', 'password'] as const

const database = section(
  {
    url: text
      .optional()
      .describe('Connection URL, best taken from the environment. Not together with host, port, name, user, password.'),
    host: text.optional().describe('Host name, address, or directory of a Unix socket.'),
    port: port.optional().describe('TCP port; 5432 when left out.'),
    name: text.optional().describe('Name of the database.'),
    user: text.optional().describe('Role to connect as.'),
    password: z
      .string({ error: 'must be text' })
      .optional()
      .describe('Password; take it from the environment, never write it here.'),
    'ssl-mode': word(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'])
      .optional()
      .describe('TLS, as in libpq.'),
    'ssl-root-cert': text.optional().describe('File with the certificates of the authorities to trust.'),
    'ssl-cert': text.optional().describe("File with the client's certificate."),
    'ssl-key': text.optional().describe("File with the client's private key."),
  },
  'Where the database is. Left out: DATABASE_URL, then DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD, then PGHOST and its kin.',
).refine((value) => value.url === undefined || ADDRESS_PARTS.every((part) => value[part] === undefined), {
  error: 'must give either url, or host, port, name, user and password, not both',
})

const session = section(
  {
    'lock-timeout': duration
      .optional()
      .describe('How long a statement of a migration waits for a lock. Default `5s`; `0`: no limit.'),
    'statement-timeout': duration.optional().describe('How long one statement of a migration may take. Default `0`: no limit.'),
  },
  'Settings of the sessions that migrate.',
)

const health = section(
  {
    'connect-timeout': positiveDuration.optional().describe('How long connecting may take. Default `10s`.'),
    'expect-revision': text.optional().describe('Refuse to start unless the database stands at this revision.'),
    'free-space': space
      .optional()
      .describe('Free space wanted where the backup is written: a size, or a multiple of the database size. Default `2x`.'),
    'max-transaction-age': duration.optional().describe('A transaction open longer than this fails the check. Default `5m`.'),
    'warn-only': texts
      .optional()
      .describe('Health checks that only warn, by the names that `savepoint health` shows, e.g. `[free space]`.'),
  },
  'Limits of the health check.',
)

const rollback = section(
  {
    by: word(['auto', 'downgrade', 'restore'])
      .optional()
      .describe('The way back: the migrator itself, the backup, or the first of these that is proven equal. Default `auto`.'),
  },
  'What happens when a migration or a check fails.',
)

/** Everything that an environment may say differently. */
const overridable = {
  production: flag.optional().describe('Production is never rolled back automatically. Default `false`.'),
  database: database.optional(),
  migrator: migrator.optional(),
  'lock-wait': duration.optional().describe('How long to wait for another run on the same database. Default `60s`.'),
  session: session.optional(),
  health: health.optional(),
  services: services.optional(),
  backup: backup.optional(),
  snapshot: snapshot.optional(),
  changes: z.array(change, { error: 'must be a list' }).optional().describe('What is meant to change.'),
  checks: checks.optional(),
  validate: z
    .array(planCheck, { error: 'must be a list' })
    .superRefine((checks, context) => {
      refuseRepeated(
        context,
        [],
        checks.map(({ name }) => name),
      )
      for (const { index, name } of missingCaptures(checks)) {
        const message = `takes {{${name}}}, which no check before it captures at the same moment`
        context.addIssue({ code: 'custom', path: [index], message })
      }
    })
    .optional()
    .describe('Checks: before the run, after a migration, after all.'),
  require: requirements,
  notify,
  monitor: monitorSection.optional(),
  budgets: budgets.optional(),
  rollback: rollback.optional(),
  losses: word(['fail', 'warn']).optional().describe('Whether an undeclared loss fails the run or warns. Default `fail`.'),
}

const environment = section(overridable, 'What is different in this environment; merged over the rest of the plan.')

/** A plan without `version` and `environments`: what is left once an environment has been chosen. */
export const planSections = section(
  { ...overridable, services: wholeServices.optional() },
  'The plan of one environment.',
).refine((plan) => plan.budgets?.downtime === undefined || plan.services !== undefined, {
  error: 'needs services: without them nothing is stopped that could be measured',
  path: ['budgets', 'downtime'],
})

export const planFile = section(
  {
    version: z.literal(1, { error: 'must be 1, the only version of the plan there is' }).describe('Version of the plan format.'),
    ...overridable,
    environments: z
      .record(z.string(), environment, { error: mappingError })
      .optional()
      .describe('Environments by name, chosen with `--environment`.'),
  },
  'A plan of Savepoint: how one database is migrated safely.',
)

/** A plan after validation: kebab-case keys, quantities parsed, defaults not yet filled in. */
export type PlanSections = z.output<typeof planSections>
