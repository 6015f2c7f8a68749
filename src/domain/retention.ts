/** Decides which backups of one place are kept and which have had their time. */
import type { BackupManifest, VerificationLevel } from './backup.ts'

/** The newest so many, or those younger than so long. */
export type Retention = { readonly count: number } | { readonly ageMs: number }

export interface RetentionVerdict {
  readonly manifest: BackupManifest
  /** Why it is kept; `null`: it goes. */
  readonly keptAs: string | null
}

/** How much proof counts as verified: the last backup that was restored is kept, and the last that was at least read. */
const PROOFS: readonly { readonly levels: readonly VerificationLevel[]; readonly words: string }[] = [
  { levels: ['restore'], words: 'the last one proven by a restore' },
  { levels: ['restore', 'read'], words: 'the last verified one' },
  { levels: ['restore', 'read', 'none'], words: 'the last one' },
]

/**
 * Judges the backups of one place, each database and environment by itself, newest first. Whatever the retention says, the last
 * one that is verified is kept, and so is the last one at all.
 *
 * @param needed - ids that runs may still come back to
 */
export function judgeRetention(
  manifests: readonly BackupManifest[],
  retention: Retention,
  needed: ReadonlySet<string>,
  now: Date,
): readonly RetentionVerdict[] {
  const dated = manifests.filter(hasAge)
  const groups = [...Map.groupBy(dated, groupOf).values()]
  const undated = manifests.filter((manifest) => !hasAge(manifest))
  return [
    ...groups.flatMap((group) => judgeGroup(group, retention, needed, now)),
    ...undated.map((manifest) => ({ manifest, keptAs: 'its time cannot be read' })),
  ]
}

/** One whose time cannot be read is in no order with the others: it must not stand for the last of them. */
function hasAge({ createdAt }: BackupManifest): boolean {
  return !Number.isNaN(Date.parse(createdAt))
}

function groupOf({ environment, database }: BackupManifest): string {
  return JSON.stringify([environment, database.kind, database.systemIdentifier, database.name])
}

function judgeGroup(
  group: readonly BackupManifest[],
  retention: Retention,
  needed: ReadonlySet<string>,
  now: Date,
): readonly RetentionVerdict[] {
  const newestFirst = group.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
  const lasts = PROOFS.map(({ levels, words }) => {
    return { words, id: newestFirst.find(({ verification }) => levels.includes(verification.level))?.id }
  })
  return newestFirst.map((manifest, place) => {
    const last = lasts.find(({ id }) => id === manifest.id)?.words ?? null
    const kept = isWithin(manifest, place, retention, now) ? 'within the retention' : last
    return { manifest, keptAs: needed.has(manifest.id) ? 'a run may still come back to it' : kept }
  })
}

function isWithin({ createdAt }: BackupManifest, place: number, retention: Retention, now: Date): boolean {
  if ('count' in retention) return place < retention.count
  return now.getTime() - Date.parse(createdAt) <= retention.ageMs
}
