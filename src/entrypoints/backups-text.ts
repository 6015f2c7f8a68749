/** Words the answers about backups: the list of them, and what pruning removes. */
import { formatBytes } from '../domain/quantity-text.ts'
import type { BackupList, ListedBackup } from '../operations/backup-list.ts'
import type { PruneReport } from '../operations/prune.ts'
import { harmlessWord } from './harmless.ts'
import { indented } from './layout.ts'
import { shortPath } from './short-path.ts'
import { MARKS, type Style } from './style.ts'

type Page = { readonly style: Style; readonly width: number }

const PROOFS = { restore: 'proven by a restore', read: 'read back', none: 'not proven' } as const

export function listLines({ backups, incomplete, failures }: BackupList, page: Page): readonly string[] {
  const nothing = backups.length === 0 ? ['no backups'] : []
  return [
    ...nothing,
    ...backups.flatMap((backup) => backupLines(backup, page)),
    ...incomplete.flatMap(({ id, place, reason }) =>
      toldLines('warning', `${id} in ${placeText(place)} is not whole: ${reason}`, page),
    ),
    ...failures.flatMap(({ reason }) => toldLines('failed', reason, page)),
  ]
}

function backupLines(backup: ListedBackup, { style }: Page): readonly string[] {
  const { id, createdAt, environment, database, sizeBytes, verification, places } = backup
  const facts = [timeText(createdAt), environment, database, formatBytes(sizeBytes), PROOFS[verification]].join(' · ')
  return [
    style.paint('strong', harmlessWord(id)),
    `  ${harmlessWord(facts)}`,
    ...places.map((place) => style.paint('faint', `  ${harmlessWord(placeText(place))}`)),
  ]
}

export function pruneLines(report: PruneReport, page: Page): readonly string[] {
  const doomed = report.places.flatMap(({ removes }) => removes)
  const bytes = formatBytes(doomed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
  const hint = report.removed || doomed.length === 0 ? [] : [`nothing was removed; add --yes to remove these (${bytes})`]
  return [...report.places.flatMap((place) => placeLines(place, report, page)), ...hint]
}

function placeLines(
  { place, removes, keeps, failure }: PruneReport['places'][number],
  { removed }: PruneReport,
  page: Page,
): readonly string[] {
  const verb = removed && failure === null ? 'removed' : 'would remove'
  return [
    page.style.paint('strong', harmlessWord(placeText(place))),
    ...removes.map(({ id, createdAt, sizeBytes }) =>
      harmlessWord(`  ${verb} ${id} (${timeText(createdAt)}, ${formatBytes(sizeBytes)})`),
    ),
    ...keeps.map(({ id, why }) => page.style.paint('faint', harmlessWord(`  keeps ${id}: ${why}`))),
    ...(removes.length + keeps.length === 0 && failure === null ? ['  no backups of this environment'] : []),
    ...(failure === null ? [] : toldLines('failed', failure, page)),
  ]
}

function toldLines(mark: 'warning' | 'failed', text: string, { style, width }: Page): readonly string[] {
  const [first = '', ...rest] = indented(harmlessWord(text), 2, width)
  return [`${style.paint(MARKS[mark].tone, MARKS[mark].symbol)} ${first.trimStart()}`, ...rest]
}

/** Buckets as they are; directories as short as they can be. */
function placeText(place: string): string {
  return place.includes('://') ? place : shortPath(place)
}

function timeText(createdAt: string): string {
  return `${createdAt.slice(0, 19).replace('T', ' ')} UTC`
}
