/** From the entries of a journal follows what a vanished run had done and what it left. */
import { describe, expect, test } from '@jest/globals'
import { concludeRuns, type JournalEntry, type JournalEvent, unsettledRuns } from '../../src/domain/journal.ts'

const STARTED: JournalEvent = {
  type: 'run-started',
  operation: 'run',
  environment: 'staging',
  database: 'postgresql://host/shop',
  actor: 'ann',
  host: 'runner',
  pid: 7,
}

function entries(runId: string, ...events: readonly JournalEvent[]): readonly JournalEntry[] {
  return events.map((event, index) => ({ runId, sequence: index + 1, at: `2026-01-01T00:00:0${index}.000Z`, event }))
}

function conclude(...events: readonly JournalEvent[]) {
  return concludeRuns(entries('a', STARTED, ...events))[0]
}

describe('a run', () => {
  test('that only started was preparing, and left nothing', () => {
    expect(conclude()).toMatchObject({
      phase: 'preparing',
      outcome: null,
      copies: [],
      actor: 'ann',
      database: 'postgresql://host/shop',
    })
  })

  test('that announced a migration and no more was interrupted in it', () => {
    const run = conclude(
      { type: 'migrating', from: [], revisions: ['001', '002'] },
      { type: 'migration-starting', revision: '001', atomic: true },
      { type: 'migration-finished', revision: '001', outcome: 'applied' },
      { type: 'migration-starting', revision: '002', atomic: false },
    )
    expect(run).toMatchObject({ phase: 'migrating', applied: ['001'], interruptedMigration: { revision: '002', atomic: false } })
  })

  test('names the migration history it belongs to, where its version wrote that down', () => {
    expect(conclude()).toMatchObject({ history: null, databaseName: null })
    const [run] = concludeRuns(entries('a', { ...STARTED, history: 'sql:public.audit', databaseName: 'shop' } as JournalEvent))
    expect(run).toMatchObject({ history: 'sql:public.audit', databaseName: 'shop' })
  })

  test('remembers copies that it did not record as dropped', () => {
    const run = conclude(
      { type: 'copy-creating', copy: 'x', purpose: 'verification' },
      { type: 'copy-dropped', copy: 'x' },
      { type: 'copy-creating', copy: 'y', purpose: 'restore' },
    )
    expect(run?.copies).toEqual(['y'])
  })

  test('counts a backup as proven only after a restore', () => {
    const written: JournalEvent = { type: 'backup-written', backupId: 'b', path: 'p', sha256: 's' }
    expect(conclude(written)?.backup).toMatchObject({ verified: false })
    expect(conclude(written, { type: 'backup-verified', backupId: 'b', level: 'read' })?.backup).toMatchObject({
      verified: false,
    })
    expect(conclude(written, { type: 'backup-verified', backupId: 'b', level: 'restore' })?.backup).toMatchObject({
      verified: true,
    })
  })

  test('that finished is finished, whatever came before', () => {
    const run = conclude(
      { type: 'rolling-back', by: 'restore', to: [], reason: 'r' },
      { type: 'run-finished', outcome: 'rolled-back', reason: 'r', next: ['dropdb x'] },
    )
    expect(run).toMatchObject({ phase: 'rolling-back', outcome: 'rolled-back', next: ['dropdb x'] })
  })
})

describe('loose ends', () => {
  const stopped: JournalEvent = { type: 'run-finished', outcome: 'stopped', reason: 'r', next: [] }
  const migrating: JournalEvent = { type: 'migrating', from: [], revisions: [] }
  const unsettled = (...runs: readonly (readonly JournalEvent[])[]) => {
    const all = runs.flatMap((events, index) =>
      entries(`run-${index}`, STARTED, ...events).map((entry) => ({ ...entry, at: `2026-01-0${index + 1}T00:00:00.000Z` })),
    )
    return unsettledRuns(concludeRuns(all)).map((run) => run.runId)
  }

  test('a run that stopped after it migrated stays open, and one that stopped before does not', () => {
    expect(unsettled([migrating, stopped])).toEqual(['run-0'])
    expect(unsettled([stopped])).toEqual([])
  })

  test('a run that changed nothing since does not close it', () => {
    expect(unsettled([migrating, stopped], [{ type: 'run-finished', outcome: 'unchanged', reason: 'r', next: [] }])).toEqual([
      'run-0',
    ])
    expect(unsettled([migrating, stopped], [])).toEqual(['run-0', 'run-1'])
  })

  test('a run that migrated or rolled back since closes it', () => {
    expect(
      unsettled([migrating, stopped], [migrating, { type: 'run-finished', outcome: 'migrated', reason: 'r', next: [] }]),
    ).toEqual([])
  })

  test('a run that found nothing left closes it, one that went on with it stands for it', () => {
    const nothing: JournalEvent = { type: 'recovered', runId: 'run-0', outcome: 'unchanged' }
    const resumed: JournalEvent = { type: 'recovered', runId: 'run-0', outcome: 'resumed' }
    expect(unsettled([migrating], [nothing])).toEqual(['run-1'])
    expect(unsettled([migrating], [resumed, migrating])).toEqual(['run-1'])
    expect(unsettled([migrating], [resumed])).toEqual(['run-0', 'run-1'])
  })
})

describe('several journals', () => {
  test('entries present in both count once, and an entry missing from one is taken from the other', () => {
    const whole = entries(
      'a',
      STARTED,
      { type: 'migration-finished', revision: '001', outcome: 'applied' },
      { type: 'migration-finished', revision: '002', outcome: 'applied' },
    )
    const runs = concludeRuns([...whole.slice(0, 2), ...whole])
    expect(runs).toHaveLength(1)
    expect(runs[0]?.applied).toEqual(['001', '002'])
  })

  test('runs come in the order in which they started', () => {
    const later = entries('b', STARTED).map((entry) => ({ ...entry, at: '2026-02-01T00:00:00.000Z' }))
    expect(concludeRuns([...later, ...entries('a', STARTED)]).map((run) => run.runId)).toEqual(['a', 'b'])
  })
})
