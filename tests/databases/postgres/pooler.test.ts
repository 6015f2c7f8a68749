import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { LockError } from '../../../src/domain/errors.ts'
import { sharedCluster } from '../../support/cluster.ts'
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts'
import { failureOf, openTest, openTestSession, until } from './handle.ts'

const signal = new AbortController().signal
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('behind pgbouncer', () => {
  test.each([1, 5])('in transaction mode with %d server sessions the run lock is refused, with the way out', async (poolSize) => {
    await using pooler = await startPooler('transaction', poolSize)
    const handle = openTest(pooler.url(database.name))
    const failure = await failureOf(handle.acquireLock({ historyKey: 'a', waitMs: 0, signal }))
    expect(failure).toBeInstanceOf(LockError)
    expect(failure.message).toContain('pooler in transaction mode')
    expect(failure.hint).toContain('session mode')
    await handle.close()
  })

  test.each([1, 5])('in session mode with %d server sessions the run lock holds', async (poolSize) => {
    await using pooler = await startPooler('session', poolSize)
    const handle = openTest(pooler.url(database.name))
    const lock = await handle.acquireLock({ historyKey: 'b', waitMs: 0, signal })
    // pgbouncer serves this one database here, so the lock cannot be held in the maintenance database.
    expect(lock.place).toContain(`database ${database.name} on 127.0.0.1`)
    await lock.assertHeld()
    await lock.release()
    await handle.close()
  })
})

interface Pooler extends AsyncDisposable {
  url(database: string): string
}

/** pgbouncer refuses to run as root, so root starts it as `postgres`. */
async function startPooler(mode: string, poolSize: number): Promise<Pooler> {
  const { port: serverPort, password } = sharedCluster()
  const directory = mkdtempSync(join(tmpdir(), 'savepoint-pooler-'))
  const port = await freePort()
  const server = `host=127.0.0.1 port=${serverPort} dbname=${database.name} user=postgres password=${password}`
  const settings = [
    `[databases]\n${database.name} = ${server}\n[pgbouncer]`,
    `listen_addr=127.0.0.1\nlisten_port=${port}\nunix_socket_dir=\nauth_type=any`,
    `pool_mode=${mode}\ndefault_pool_size=${poolSize}\nignore_startup_parameters=extra_float_digits`,
  ]
  writeFileSync(join(directory, 'pgbouncer.ini'), settings.join('\n'))
  chmodSync(directory, 0o755)
  const asUser = process.getuid?.() === 0 ? ['-u', 'postgres'] : []
  const child = spawn(program(), [...asUser, '-q', join(directory, 'pgbouncer.ini')], { stdio: 'ignore' })
  const url = (name: string) => `postgresql://postgres:p@127.0.0.1:${port}/${name}?sslmode=disable`
  await until(() => answers(url(database.name)))
  return { url, [Symbol.asyncDispose]: () => stop(child, directory) }
}

function program(): string {
  const found = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find(
    (file) => existsSync(file),
  )
  if (found === undefined) throw new Error('pgbouncer is missing: install the package pgbouncer')
  execFileSync(found, ['--version'])
  return found
}

async function answers(url: string): Promise<boolean> {
  try {
    const session = await openTestSession(url)
    await session.close()
    return true
  } catch {
    return false
  }
}

async function stop(child: ChildProcess, directory: string): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  rmSync(directory, { recursive: true })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
