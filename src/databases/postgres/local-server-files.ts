/** What a local server is made of on disk: its programs, its data directory, its log and its lock file. */
import { execFile } from 'node:child_process'
import { chown, cp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ConnectionError } from '../../domain/errors.ts'
import type { Account } from './server-account.ts'

/** Where one server is and who runs it. */
export interface ServerPlace {
  readonly binDirectory: string
  readonly account: Account | null
  readonly directory: string
  readonly password: string
  readonly port: number
}

/** Programs inside a private home directory are out of the account's reach: it then gets a copy of the whole installation. */
export async function reachablePrograms(place: ServerPlace): Promise<string> {
  try {
    await promisify(execFile)(join(place.binDirectory, 'initdb'), ['--version'], childOptions(place))
    return place.binDirectory
  } catch (error) {
    if (place.account === null || (error as NodeJS.ErrnoException).code !== 'EACCES') return place.binDirectory
    const copy = join(place.directory, 'programs')
    await cp(dirname(place.binDirectory), copy, { recursive: true, verbatimSymlinks: true })
    return join(copy, basename(place.binDirectory))
  }
}

export async function createDataDirectory(place: ServerPlace): Promise<void> {
  const passwordFile = join(place.directory, 'password')
  await writeFile(passwordFile, place.password, { mode: 0o600 })
  if (place.account !== null) await chown(passwordFile, place.account.uid, place.account.gid)
  const settings = ['--username=postgres', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-sync']
  const files = [`--pwfile=${passwordFile}`, `--pgdata=${join(place.directory, 'data')}`]
  try {
    await promisify(execFile)(join(place.binDirectory, 'initdb'), [...settings, ...files], childOptions(place))
  } catch (cause) {
    throw new ConnectionError('initdb could not create a throwaway PostgreSQL server', { cause })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

export async function lockFile(place: ServerPlace): Promise<readonly string[]> {
  const text = await readFile(join(place.directory, 'data', 'postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n')
}

export function childOptions(place: ServerPlace) {
  const identity = place.account === null ? {} : { uid: place.account.uid, gid: place.account.gid }
  return { cwd: place.directory, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' }, ...identity }
}

export function logFileOf(place: ServerPlace): string {
  return join(place.directory, 'server.log')
}

export function lastLines(log: string): string {
  return log.trim().split('\n').slice(-3).join(' / ')
}

/** A TCP port of the loopback interface that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new ConnectionError('no free TCP port on 127.0.0.1')
  return address.port
}

/** Process and start time of the server that wrote a lock file. */
export function identityOf(lock: readonly string[]): string {
  return lock.slice(0, 3).join(' ')
}
