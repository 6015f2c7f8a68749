import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { query, startCluster, type TestCluster } from '../../support/postgres.ts'
import { failureOf, openTestSession } from './handle.ts'

const OPENSSL = 'openssl'
let directory: string
let cluster: TestCluster

/** A server whose certificate is for `localhost`; one role must use TLS, another must not. */
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'savepoint-tls-'))
  makeCertificate('server', '/CN=localhost', ['-addext', 'subjectAltName=DNS:localhost'])
  makeCertificate('stranger', '/CN=stranger', [])
  cluster = await startCluster()
  await query(cluster.url(), "create role encrypted login password 'p'; create role plain login password 'p'")
  await cluster.stop()
  configure(cluster.dataDirectory)
  await cluster.restart()
})
afterAll(async () => {
  await cluster.remove()
  rmSync(directory, { recursive: true })
})

function makeCertificate(name: string, subject: string, extra: readonly string[]): void {
  const files = ['-keyout', join(directory, `${name}.key`), '-out', join(directory, `${name}.crt`)]
  execFileSync(OPENSSL, ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', subject, ...files, ...extra], {
    stdio: 'ignore',
  })
}

function configure(dataDirectory: string): void {
  const { uid, gid } = statSync(dataDirectory)
  for (const name of ['server.key', 'server.crt']) {
    const file = join(dataDirectory, name)
    writeFileSync(file, readFileSync(join(directory, name)))
    chownSync(file, uid, gid)
    chmodSync(file, 0o600)
  }
  appendFileSync(join(dataDirectory, 'postgresql.conf'), '\nssl = on\n')
  const rules = join(dataDirectory, 'pg_hba.conf')
  const special = 'hostnossl all encrypted all reject\nhostssl all plain all reject\n'
  writeFileSync(rules, special + readFileSync(rules, 'utf8'))
}

async function isEncrypted(user: string, parameters: string, host = '127.0.0.1'): Promise<boolean> {
  const login = user === 'postgres' ? cluster.password : 'p'
  const session = await openTestSession(`postgresql://${user}:${login}@${host}:${cluster.port}/postgres?${parameters}`)
  const [row] = await session.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()')
  await session.close()
  return row?.ssl === 't'
}

describe('sslmode', () => {
  test.each([
    ['disable', 'postgres', false],
    ['allow', 'postgres', false],
    ['prefer', 'postgres', true],
    ['require', 'postgres', true],
    ['allow', 'encrypted', true],
    ['prefer', 'plain', false],
  ])('%s as the role %s gives encryption: %s', async (mode, user, encrypted) => {
    expect(await isEncrypted(user, `sslmode=${mode}`)).toBe(encrypted)
  })

  test('verify-ca asks for the right authority, verify-full for the right name too', async () => {
    const root = `sslrootcert=${join(directory, 'server.crt')}`
    expect(await isEncrypted('postgres', `sslmode=verify-ca&${root}`)).toBe(true)
    expect(await isEncrypted('postgres', `sslmode=verify-full&${root}`, 'localhost')).toBe(true)
    const otherName = await failureOf(isEncrypted('postgres', `sslmode=verify-full&${root}`))
    expect(otherName.message).toMatch(/TLS failed/)
    expect(otherName.hint).toMatch(/certificate is for another name/)
  })

  test.each(['verify-ca', 'verify-full', 'require'])(
    '%s refuses a server that the given authority did not sign',
    async (mode) => {
      const failure = await failureOf(
        isEncrypted('postgres', `sslmode=${mode}&sslrootcert=${join(directory, 'stranger.crt')}`, 'localhost'),
      )
      expect(failure.message).toMatch(/TLS failed: .*certificate/)
      expect(failure.hint).toMatch(/sslrootcert/)
    },
  )

  test('names the certificate file that cannot be read', async () => {
    const failure = await failureOf(isEncrypted('postgres', 'sslmode=verify-full&sslrootcert=/not/there.pem'))
    expect(failure.message).toBe('cannot read the file of sslrootcert: /not/there.pem')
  })

  test('a role that must not use TLS is told so where only TLS is allowed', async () => {
    expect((await failureOf(isEncrypted('plain', 'sslmode=require'))).message).toMatch(/does not let this role in from here/)
  })
})
