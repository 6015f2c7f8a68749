/** A throwaway PostgreSQL server of our own: on loopback, a free port and a private directory, gone when this process is gone. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ConnectionError } from '../../domain/errors.ts'
import {
  childOptions,
  createDataDirectory,
  freePort,
  identityOf,
  lastLines,
  lockFile,
  logFileOf,
  reachablePrograms,
  type ServerPlace,
} from './local-server-files.ts'
import { unprivilegedAccount } from './server-account.ts'

export type StopMode = 'smart' | 'fast' | 'immediate'

export interface LocalServerOptions {
  /** Where `initdb` and `postgres` are. */
  readonly binDirectory: string
  /** Server settings, e.g. `{ max_connections: '20' }`; they win over the defaults. */
  readonly settings?: Readonly<Record<string, string>>
  /** Whether written data must survive a crash of the machine. Default false: much faster. */
  readonly durable?: boolean
}

/** Name and password of the superuser, and where the server listens. */
export interface LocalServer {
  readonly user: 'postgres'
  readonly password: string
  readonly host: '127.0.0.1'
  readonly port: number
  readonly socketDirectory: string
  readonly binDirectory: string
  readonly dataDirectory: string
  readonly logFile: string
  /** Address of a database for the superuser, over TCP. */
  url(database?: string): string
  /** Stops the server and keeps its data. Does nothing where it is stopped already. */
  stop(mode?: StopMode): Promise<void>
  /** Kills the server as a power cut would (SIGKILL to the postmaster). */
  kill(): Promise<void>
  /** Starts the stopped or killed server again on the same port and data; stops it first where it runs. */
  restart(): Promise<void>
  /** Stops the server and deletes its directory. */
  remove(): Promise<void>
}

const SIGNALS = { smart: 'SIGTERM', fast: 'SIGINT', immediate: 'SIGQUIT' } as const

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** How long a server may take to accept connections, recovery after a kill included. */
const START_LIMIT_MS = 60_000

/**
 * Stands between this process and the server: when this process ends in any way, its end of the pipe closes, and the server is
 * stopped and its directory deleted. A server that is stopped on purpose keeps its directory.
 */
const GUARDIAN = `
directory=$1; shift
exec 3<&0
"$@" 3<&- </dev/null & server=$!
( read -r _ <&3; : >"$directory/orphaned"; kill -QUIT $server ) & watcher=$!
wait $server; code=$?
kill $watcher 2>/dev/null
[ -e "$directory/orphaned" ] && rm -rf "$directory"
exit $code
`

/**
 * Creates and starts a server with one superuser, `postgres`, who needs a password on every connection.
 *
 * @throws ConnectionError where the server cannot be created or does not start
 */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const account = await unprivilegedAccount()
  const directory = await mkdtemp(join(tmpdir(), 'savepoint-pg-'))
  if (account !== null) await chown(directory, account.uid, account.gid)
  const asked = { ...options, account, directory, password: randomBytes(12).toString('hex'), port: await freePort() }
  try {
    const place = { ...asked, binDirectory: await reachablePrograms(asked) }
    await createDataDirectory(place)
    return await runningServer(place)
  } catch (error) {
    await rm(directory, { recursive: true, force: true })
    throw error
  }
}

type Place = ServerPlace & LocalServerOptions

async function runningServer(place: Place): Promise<LocalServer> {
  let guardian = await launch(place)
  const signalServer = async (signal: NodeJS.Signals): Promise<void> => {
    if (hasEnded(guardian)) return
    const ended = new Promise((resolve) => guardian.once('exit', resolve))
    guardian.ref()
    signalProcess(await serverProcess(place), signal)
    await ended
  }
  const stop = (mode: StopMode = 'fast'): Promise<void> => signalServer(SIGNALS[mode])
  return {
    user: 'postgres',
    password: place.password,
    host: '127.0.0.1',
    port: place.port,
    socketDirectory: place.directory,
    binDirectory: place.binDirectory,
    dataDirectory: join(place.directory, 'data'),
    logFile: logFileOf(place),
    url: (database = 'postgres') =>
      `postgresql://postgres:${place.password}@127.0.0.1:${place.port}/${encodeURIComponent(database)}`,
    stop,
    kill: () => signalServer('SIGKILL'),
    restart: async () => {
      await stop()
      guardian = await launch(place)
    },
    remove: async () => {
      await stop('immediate')
      await rm(place.directory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Starts the server and waits until it is ready; tries again while processes of a killed server still hold its memory. */
async function launch(place: Place): Promise<ChildProcess> {
  const deadline = Date.now() + START_LIMIT_MS
  for (;;) {
    const stale = identityOf(await lockFile(place))
    const guardian = spawnGuardian(place)
    if (await becomesReady(place, guardian, stale, deadline)) return guardian
    const log = await readFile(logFileOf(place), 'utf8').catch(() => '')
    if (Date.now() > deadline || !/still in use/.test(lastLines(log))) {
      throw new ConnectionError('the throwaway PostgreSQL server did not start', { hint: `its last words: ${lastLines(log)}` })
    }
    await pause(100)
  }
}

function spawnGuardian(place: Place): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1,::1',
    port: String(place.port),
    unix_socket_directories: place.directory,
    max_connections: '100',
    logging_collector: 'off',
    ...(place.durable === true ? {} : FAST),
    ...place.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = [join(place.binDirectory, 'postgres'), '-D', join(place.directory, 'data'), ...flags]
  const script = `exec >>"${logFileOf(place)}" 2>&1\n${GUARDIAN}`
  const guardian = spawn('/bin/sh', ['-c', script, 'sh', place.directory, ...server], {
    ...childOptions(place),
    // Its own process group: an interrupt at the terminal is for Savepoint, which then decides what becomes of the server.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guardian.unref()
  return guardian
}

/** The server writes `ready` into its lock file when it accepts connections; a killed one leaves its lock file behind. */
async function becomesReady(place: Place, guardian: ChildProcess, stale: string, deadline: number): Promise<boolean> {
  while (Date.now() < deadline && !hasEnded(guardian)) {
    const lock = await lockFile(place)
    if (lock[7]?.trim() === 'ready' && identityOf(lock) !== stale) return !hasEnded(guardian)
    await pause(20)
  }
  return false
}

async function serverProcess(place: Place): Promise<number> {
  return Number((await lockFile(place))[0])
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
