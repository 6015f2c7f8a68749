/** The `migrator` key of the plan: which tool holds the migrations, and how it is called. */
import { z } from 'zod'
import { text, texts } from './fields.ts'

const workingDirectory = text.optional().describe("Directory the tool runs in, relative to the plan. Default: the plan's own.")

const alembic = z
  .strictObject({
    kind: z.literal('alembic'),
    'working-directory': workingDirectory,
    config: text.optional().describe("Path of alembic.ini. Default: Alembic's own."),
    command: texts.optional().describe('Program and leading arguments, e.g. `[poetry, run, alembic]`. Default `[alembic]`.'),
    'version-table': text.optional().describe('Where env.py names another version_table than `alembic_version`: its name.'),
  })
  .describe('Alembic, through its own command line and configuration.')

const sql = z
  .strictObject({
    kind: z.literal('sql'),
    'working-directory': workingDirectory,
    directory: text.optional().describe('Directory of the numbered files. Default `migrations`.'),
    'history-table': text.optional().describe('Table that records what was applied. Default `public.savepoint_migrations`.'),
  })
  .describe('Numbered SQL files, run by Savepoint itself.')

const command = z
  .strictObject({
    kind: z.literal('command'),
    'working-directory': workingDirectory,
    current: text.describe('Prints the revisions the database stands at, one per line.'),
    upgrade: text.describe('Applies everything up to SAVEPOINT_REVISION.'),
    heads: text.optional().describe('Prints the newest revisions, one per line.'),
    pending: text.optional().describe('Prints the revisions not yet applied, oldest first, one per line.'),
    downgrade: text.optional().describe('Moves back to SAVEPOINT_REVISION.'),
    preview: text.optional().describe('Prints the SQL that would run.'),
    generate: text.optional().describe('Creates an empty migration called SAVEPOINT_MESSAGE.'),
    stamp: text.optional().describe('Records SAVEPOINT_REVISION as current without running anything.'),
    'history-tables': texts.optional().describe('Tables in which the tool keeps its history.'),
  })
  .describe('Any other tool, by shell lines that read SAVEPOINT_REVISION and SAVEPOINT_MESSAGE from the environment.')

export const migrator = z
  .discriminatedUnion('kind', [alembic, sql, command], {
    error: (issue) =>
      issue.code === 'invalid_union' ? 'must be one of alembic, sql, command' : 'must be a mapping of keys to values',
  })
  .describe('The migration tool. Left out: detected by its files.')

export type MigratorSection = z.output<typeof migrator>
