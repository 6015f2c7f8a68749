/** Turns the driver's rows into rows by column name, keeping every column where names repeat. */
import type { TextRow } from '../../domain/snapshot.ts'

/** The part of a driver's result that is read here. */
interface ArrayResult {
  readonly fields: readonly { readonly name: string }[]
  readonly rows: readonly (readonly unknown[])[]
}

/** Rows of the last statement that returned any, or could have; a repeated name gets ` (2)`, ` (3)` … so that nothing is lost. */
export function textRows(results: readonly ArrayResult[]): readonly TextRow[] {
  const result = results.findLast(({ fields, rows }) => fields.length > 0 || rows.length > 0)
  if (result === undefined) return []
  const names = distinctNames(result.fields.map(({ name }) => name))
  return result.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, (row[index] ?? null) as string | null])))
}

function distinctNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}
