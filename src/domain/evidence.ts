/** The evidence of a rehearsal: what was rehearsed, on which copy, with which verdict; and whether it speaks for a run. */
import { createHash } from 'node:crypto'
import type { Finding } from './check.ts'
import { formatDuration } from './quantity-text.ts'
import type { Revision } from './revision.ts'

/** What a digest of migrations covers: all bytes of their files, the SQL they would run, or no more than their names. */
export type DigestCoverage = 'files' | 'preview' | 'names'

export interface MigrationsDigest {
  readonly revisions: readonly Revision[]
  /** Hex. */
  readonly sha256: string
  readonly covers: DigestCoverage
}

export interface Evidence {
  readonly version: 1
  readonly runId: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly verdict: 'go' | 'no-go'
  /** One sentence: why this verdict. */
  readonly reason: string
  readonly migrations: MigrationsDigest
  /** SHA-256 in hex of the plan, as `digestPlan` makes it. */
  readonly plan: string
  /** The copy that it was rehearsed on: how it was made, of which database (masked URL), as of when. */
  readonly copy: { readonly by: string; readonly of: string; readonly at: string }
  /** Milliseconds by what took them, e.g. `migration`, `run`. */
  readonly durationsMs: Readonly<Record<string, number>>
  /** How long the way back took, in ms. */
  readonly recoveryMs: number | null
}

/** What a run asks of evidence. */
export interface EvidenceWanted {
  readonly migrations: MigrationsDigest
  readonly plan: string
  readonly maxAgeMs: number
  readonly now: Date
}

/** Clocks of two machines may differ by this much before evidence counts as made in the future. */
const CLOCKS_DIFFER_MS = 5 * 60_000
const REHEARSE = 'rehearse exactly these migrations with this plan first'

/** SHA-256 in hex of named parts, in their order: neither a name nor a part can be moved into another. */
export function digestParts(parts: readonly (readonly [name: string, content: string | Uint8Array])[]): string {
  const hash = createHash('sha256')
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content as Uint8Array)
    hash.update(`${Buffer.byteLength(name)}:${name}${bytes.length}:`).update(bytes)
  }
  return hash.digest('hex')
}

/** SHA-256 in hex of plain data; the order of keys does not matter. */
export function digestData(data: unknown): string {
  const sorted = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return createHash('sha256').update(JSON.stringify(data, sorted)).digest('hex')
}

/** Whether evidence speaks for exactly these migrations and this plan, said go, and is young enough. */
export function judgeEvidence(evidence: Evidence | null, wanted: EvidenceWanted): Finding {
  const expected = `go for these migrations and this plan, at most ${formatDuration(wanted.maxAgeMs)} old`
  if (evidence === null) return { status: 'failed', expected, actual: 'no evidence found', message: REHEARSE }
  const ageMs = wanted.now.getTime() - Date.parse(evidence.createdAt)
  const covers = evidence.migrations.covers === 'names' ? '; only the names of the migrations could be compared' : ''
  const found = `${evidence.verdict} on a ${evidence.copy.by} of ${evidence.copy.of}, ${ageText(ageMs)}`
  const objection = objectionTo(evidence, wanted, ageMs)
  if (objection === null) return { status: 'passed', expected, actual: `${found}${covers}` }
  return { status: 'failed', expected, actual: `${found}: ${objection}`, message: REHEARSE }
}

function objectionTo(evidence: Evidence, wanted: EvidenceWanted, ageMs: number): string | null {
  if (evidence.verdict !== 'go') return `the verdict was no-go: ${evidence.reason}`
  const migrations = otherMigrations(evidence.migrations, wanted.migrations)
  if (migrations !== null) return migrations
  if (evidence.plan !== wanted.plan) return 'it was made with another plan: the plan has changed since'
  if (ageMs < -CLOCKS_DIFFER_MS) return 'it was made in the future; the clocks of the two machines disagree'
  return ageMs > wanted.maxAgeMs ? `it is older than ${formatDuration(wanted.maxAgeMs)}` : null
}

function otherMigrations(rehearsed: MigrationsDigest, pending: MigrationsDigest): string | null {
  const [there, here] = [rehearsed.revisions.join(', '), pending.revisions.join(', ')]
  if (there !== here) return `it is of other migrations (${there}), and ${here} would be applied`
  if (rehearsed.covers !== pending.covers)
    return `it knows the migrations by their ${rehearsed.covers}, this run by their ${pending.covers}`
  return rehearsed.sha256 === pending.sha256 ? null : 'it is of the same revisions, but what they do has changed since'
}

function ageText(ageMs: number): string {
  return ageMs < 0 ? 'made just now' : `${formatDuration(ageMs)} ago`
}
