/** Finds the known word that an unknown one was meant to be. */

/** The word that is meant, when one is near enough to be a slip of the pen: a third of its letters, at most three. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, steps: distance(plain(word), plain(candidate)) }))
    .sort((a, b) => a.steps - b.steps)
  const best = ranked[0]
  return best !== undefined && best.steps <= Math.min(3, Math.ceil(best.candidate.length / 3)) ? best.candidate : undefined
}

/** `lock_wait`, `lockWait` and `lock-wait` are one word. */
function plain(word: string): string {
  return word.replace(/[_\s-]/g, '').toLowerCase()
}

/** Levenshtein's distance, two swapped neighbours counting as one step. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row.push(step(rows, row, a, b, i, j))
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}

function step(rows: readonly (readonly number[])[], row: readonly number[], a: string, b: string, i: number, j: number): number {
  const cell = (up: number, left: number) => (up === 0 ? row : rows[i - up])?.[j - left] ?? 0
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(2, 2) + 1 : Number.POSITIVE_INFINITY
  return Math.min(cell(1, 0) + 1, cell(0, 1) + 1, cell(1, 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped)
}
