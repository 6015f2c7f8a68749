/** The account a local PostgreSQL server runs under: PostgreSQL refuses to run as root. */
import { readFile } from 'node:fs/promises'
import { ConfigurationError } from '../../domain/errors.ts'

export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Tried in this order. */
const UNPRIVILEGED = ['postgres', 'nobody']

/** The account to change to, or `null` where this process is not root and the server can run as whoever runs it. */
export async function unprivilegedAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map(parseAccount)
  const found = UNPRIVILEGED.map((name) => accounts.find((account) => account.name === name)).find(
    (account) => account !== undefined,
  )
  if (found === undefined) {
    throw new ConfigurationError('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it', {
      hint: 'run this as an ordinary user, or create an account named postgres',
    })
  }
  return found
}

function parseAccount(line: string): Account {
  const [name = '', , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid) }
}
