import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { JournalEntry, JournalEvent } from '../../../src/domain/journal.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import type { Snapshot } from '../../../src/domain/snapshot.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { openTest, urlAs } from './handle.ts'

let database: TestDatabase | undefined
let handle: Database | undefined
const cleanUp = async () => {
  await handle?.close()
  await database?.drop()
}
beforeEach(async () => {
  await cleanUp()
  database = await createTestDatabase()
  handle = openTest(database.url)
})
afterAll(cleanUp)

const ledger = () => (handle as Database).ledger
const FINISHED: JournalEvent = { type: 'run-finished', outcome: 'migrated', reason: 'all well', next: [] }
const SNAPSHOT: JournalEvent = { type: 'snapshot-taken', snapshot: { version: 1, runId: 'x' } as Snapshot }

function entry(run: number, sequence: number, event: JournalEvent): JournalEntry {
  return { runId: `run-${run}`, sequence, at: new Date(Date.UTC(2026, 10, 21, run, sequence, 0, 7)).toISOString(), event }
}

describe('the ledger', () => {
  test('is empty before the first run, without creating anything', async () => {
    expect(await ledger().read()).toEqual([])
    expect(await query((database as TestDatabase).url, "select to_regnamespace('savepoint') as schema")).toEqual([
      { schema: null },
    ])
  })

  test('gives back what was written, oldest run first', async () => {
    const entries = [entry(1, 1, SNAPSHOT), entry(1, 2, FINISHED), entry(2, 1, { type: 'stage-started', stage: 'backup' })]
    for (const one of entries) await ledger().append(one)
    expect(await ledger().read()).toEqual(entries)
  })

  test('that a migration dropped is made anew, with all that the run had told', async () => {
    const entries = [entry(1, 1, SNAPSHOT), entry(1, 2, { type: 'stage-started', stage: 'migrate' }), entry(1, 3, FINISHED)]
    const [first, second, third] = entries as [JournalEntry, JournalEntry, JournalEntry]
    await ledger().append(first)
    await query((database as TestDatabase).url, 'DROP SCHEMA savepoint CASCADE')
    await ledger().append(second)
    await query((database as TestDatabase).url, 'DROP TABLE savepoint.ledger')
    await ledger().append(third)
    expect(await ledger().read()).toEqual(entries)
  })

  test('takes text that the database could not keep as it is', async () => {
    await ledger().append(
      entry(1, 1, { type: 'run-finished', outcome: 'stopped', reason: 'a\u0000b \ud800', next: ['it\'s "so"'] }),
    )
    expect((await ledger().read())[0]?.event).toEqual({
      type: 'run-finished',
      outcome: 'stopped',
      reason: 'ab \ufffd',
      next: ['it\'s "so"'],
    })
  })

  test('reads the twenty newest runs, and keeps the snapshots of the three newest finished and of all unfinished ones', async () => {
    await ledger().append(entry(1, 1, SNAPSHOT))
    for (let run = 2; run <= 6; run++) {
      await ledger().append(entry(run, 1, SNAPSHOT))
      await ledger().append(entry(run, 2, FINISHED))
    }
    const kept = (await ledger().read()).filter(({ event }) => event.type === 'snapshot-taken').map(({ runId }) => runId)
    expect(kept).toEqual(['run-1', 'run-4', 'run-5', 'run-6'])
    for (let run = 7; run <= 22; run++) await ledger().append(entry(run, 1, { type: 'stage-started', stage: 'recover' }))
    expect((await ledger().read())[0]?.runId).toBe('run-3')
  })

  test('counts the runs of each migration history by themselves', async () => {
    const started = (history: string) => ({ type: 'run-started', history }) as JournalEvent
    for (let run = 1; run <= 22; run++) {
      await ledger().append(entry(run, 1, started(run === 1 ? 'rare' : 'often')))
      await ledger().append(entry(run, 2, SNAPSHOT))
      await ledger().append(entry(run, 3, FINISHED))
    }
    const read = await ledger().read()
    const kept = read.filter(({ event }) => event.type === 'snapshot-taken').map(({ runId }) => runId)
    expect(new Set(read.map(({ runId }) => runId)).size).toBe(21)
    expect(kept).toEqual(['run-1', 'run-20', 'run-21', 'run-22'])
  })

  test('writes all entries of a run at once, and a second time without harm', async () => {
    const entries = [entry(1, 1, SNAPSHOT), entry(1, 2, FINISHED)]
    await ledger().replace(entries)
    await ledger().replace(entries)
    expect(await ledger().read()).toEqual(entries)
  })

  test('goes on after its session was ended', async () => {
    await ledger().append(entry(1, 1, SNAPSHOT))
    const { url } = database as TestDatabase
    await query(
      url,
      "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and application_name like 'savepoint%'",
    )
    await ledger().append(entry(1, 2, FINISHED))
    expect(await ledger().read()).toHaveLength(2)
  })

  test('needs no right to create schemas where its own is there', async () => {
    const { url, name } = database as TestDatabase
    const role = `writer_${name}`
    await query(url, `create role ${role} login password 'p'; create schema savepoint authorization ${role}`)
    const poor = openTest(urlAs(url, role, 'p'))
    await poor.ledger.append(entry(1, 1, SNAPSHOT))
    expect(await poor.ledger.read()).toHaveLength(1)
    await poor.close()
    await query(url, `drop owned by ${role} cascade; drop role ${role}`)
  })
})
