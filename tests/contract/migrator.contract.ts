/** What every migrator must do, whatever tool it drives: one history of three migrations, told to each adapter in its own files. */

import { access } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationError, InterruptedError, MigrationError } from '../../src/domain/errors.ts'
import type { MigratorSettings } from '../../src/domain/migrator-settings.ts'
import type { Migrator } from '../../src/domain/ports/migrator.ts'
import { openWorkbench, type Workbench } from '../migrators/workbench.ts'

export interface Step {
  readonly revision: string
  readonly name: string
  readonly up: string
  readonly down: string
}

export interface MigratorUnderTest {
  readonly settings: () => MigratorSettings
  /** The files by which the tool knows the steps. */
  readonly files: (steps: readonly Step[]) => Readonly<Record<string, string>>
}

export const STEPS: readonly [Step, Step, Step] = [
  { revision: '001', name: 'films', up: 'create table films (id int primary key)', down: 'drop table films' },
  { revision: '002', name: 'titles', up: 'alter table films add title text', down: 'alter table films drop title' },
  { revision: '003', name: 'actors', up: 'create table actors (id int)', down: 'drop table actors' },
]

export function migratorContract(name: string, subject: MigratorUnderTest): void {
  describe(`the ${name} migrator`, () => {
    let bench: Workbench
    let migrator: Migrator

    beforeEach(async () => {
      bench = await openWorkbench()
      await bench.write(subject.files(STEPS))
      migrator = await bench.open(subject.settings())
    })
    afterEach(() => bench.remove())

    const current = async () => (await migrator.state(bench.options)).current
    const path = async (target: string) => (await migrator.pathTo(target, bench.options)).map((step) => step.revision)
    const second = (up: string) => bench.write(subject.files([STEPS[0], { ...STEPS[1], up }, STEPS[2]]))

    test('finds everything pending on an empty database, and leaves the database empty', async () => {
      const state = await migrator.state(bench.options)

      expect(state).toMatchObject({ current: [], heads: ['003'], applied: [] })
      expect(state.pending.map((step) => step.revision)).toEqual(['001', '002', '003'])
      expect(await bench.tables()).toEqual([])
    })

    test('applies the first migration on an empty database', async () => {
      await migrator.upgrade('001', bench.options)

      expect(await current()).toEqual(['001'])
      expect(await bench.tables()).toContain('films')
    })

    test('applies one migration at a time until head', async () => {
      const stations: (readonly string[])[] = []
      for (const revision of await path('head')) {
        await migrator.upgrade(revision, bench.options)
        stations.push(await current())
      }

      expect(stations).toEqual([['001'], ['002'], ['003']])
      expect(await path('head')).toEqual([])
      expect((await migrator.state(bench.options)).pending).toEqual([])
    })

    test('goes as far as a named revision and no further', async () => {
      expect(await path('002')).toEqual(['001', '002'])
      await migrator.upgrade('002', bench.options)

      expect(await current()).toEqual(['002'])
      expect(await bench.tables()).not.toContain('actors')
      expect(await path('002')).toEqual([])
    })

    test('keeps the first migration when the second fails, and nothing of the second', async () => {
      await second('alter table films add title text; alter table nowhere add x int')
      await migrator.upgrade('001', bench.options)

      const failure = await migrator.upgrade('002', bench.options).catch((error: unknown) => error)

      expect(failure).toBeInstanceOf(MigrationError)
      expect((failure as Error).message).toContain('relation "nowhere" does not exist')
      expect(await current()).toEqual(['001'])
      expect(await bench.query("select column_name from information_schema.columns where table_name = 'films'")).toHaveLength(1)
    })

    test('prints the SQL ahead and changes nothing', async () => {
      const sql = await migrator.preview('002', bench.options)

      expect(sql).toContain('create table films')
      expect(sql).toContain('alter table films add title')
      expect(sql).not.toContain('create table actors')
      expect(await bench.tables()).toEqual([])
    })

    test('digests what it would apply: other content or another way there is another digest', async () => {
      const digest = async (target: string) => migrator.digest(target, bench.options)
      const [whole, part] = [await digest('head'), await digest('002')]
      expect([whole.revisions, part.revisions]).toEqual([
        ['001', '002', '003'],
        ['001', '002'],
      ])
      expect(await digest('head')).toEqual(whole)
      expect(part.sha256).not.toBe(whole.sha256)

      await second('alter table films add title varchar')
      migrator = await bench.open(subject.settings())
      const edited = await digest('head')
      expect([edited.revisions, edited.covers]).toEqual([whole.revisions, whole.covers])
      expect(edited.sha256).not.toBe(whole.sha256)

      await migrator.upgrade('001', bench.options)
      expect((await digest('head')).revisions).toEqual(['002', '003'])
    })

    test('moves back to an earlier revision and up again', async () => {
      await migrator.upgrade('003', bench.options)

      await migrator.downgrade(['001'], bench.options)
      expect(await current()).toEqual(['001'])
      expect(await bench.tables()).not.toContain('actors')

      await migrator.upgrade('003', bench.options)
      expect(await current()).toEqual(['003'])
    })

    test('moves back before the first migration', async () => {
      await migrator.upgrade('002', bench.options)

      await migrator.downgrade([], bench.options)

      expect(await current()).toEqual([])
      expect(await bench.tables()).not.toContain('films')
    })

    test('refuses a target that it does not know', async () => {
      await expect(migrator.pathTo('999', bench.options)).rejects.toThrow(ConfigurationError)
      await expect(migrator.pathTo("001'; drop table films", bench.options)).rejects.toThrow(ConfigurationError)
    })

    test('creates the files of a new migration', async () => {
      const paths = await migrator.generate('add "ratings" $(id)', bench.options)

      expect(paths.length).toBeGreaterThan(0)
      for (const path of paths) await access(path)
    })

    test('records a revision as current without running it', async () => {
      await migrator.stamp('002', bench.options)

      expect(await current()).toEqual(['002'])
      expect(await bench.tables()).not.toContain('films')
      expect(await path('head')).toEqual(['003'])
    })

    test('passes on what the server or the tool says', async () => {
      await second("do $$ begin raise notice 'halfway there'; end $$")
      await migrator.upgrade('001', bench.options)
      bench.lines.length = 0

      await migrator.upgrade('002', bench.options)

      expect(bench.lines).not.toEqual([])
    })

    test('ends when it is interrupted, with nothing of the interrupted migration applied', async () => {
      await second('select pg_sleep(600)')
      await migrator.upgrade('001', bench.options)
      const interruption = new AbortController()

      const upgrade = migrator.upgrade('002', { signal: interruption.signal }).catch((error: unknown) => error)
      await sleepingStatement(bench)
      interruption.abort(new InterruptedError('SIGINT'))

      expect(await upgrade).toMatchObject({ name: 'MigrationError', message: expect.stringContaining('interrupted by SIGINT') })
      expect(await current()).toEqual(['001'])
    })
  })
}

/** Waits until the server is at work on the statement that sleeps. */
async function sleepingStatement(bench: Workbench): Promise<void> {
  for (;;) {
    const rows = await bench.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep' and state = 'active'",
    )
    if (rows.length > 0) return
  }
}
