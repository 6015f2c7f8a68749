/** Finds the objects of an inventory that a plan means by a name. */
import type { InventoryItem } from './ports/catalog.ts'

/**
 * Whether a name as people write it means this object: `film`, `public.film`, `film.title`, `film film_audit`, `touch`, `touch()`,
 * with the kind before it where wanted (`trigger film_audit`). Letters without quotes fold to lower case as in SQL.
 */
export function meansObject(written: string, item: InventoryItem): boolean {
  const plain = plainName(written)
  const word = `${item.kind} `
  return namesOf(item).includes(plain) || (plain.startsWith(word) && namesOf(item).includes(plain.slice(word.length)))
}

/** Without quotes, and in lower case outside of them. */
function plainName(written: string): string {
  const parts = written.trim().matchAll(/"((?:[^"]|"")*)"|([^"]+)/g)
  return [...parts].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.toLowerCase() ?? '').join('')
}

/** Every way to write the name, without quotes. */
function namesOf({ kind, schema, table, own }: InventoryItem): readonly string[] {
  const bare = kind === 'function' ? [own, own.slice(0, own.indexOf('('))] : [own]
  if (table === null || kind === 'table' || kind === 'partition') return bare.flatMap((name) => [name, `${schema}.${name}`])
  const beside = kind === 'index' ? [own, `${schema}.${own}`] : kind === 'column' ? [] : [own]
  return [...beside, ...[' ', '.'].flatMap((gap) => [`${table}${gap}${own}`, `${schema}.${table}${gap}${own}`])]
}
