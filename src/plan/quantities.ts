/** Quantities as people write them in a plan: durations, sizes, multiples and percentages, parsed once into plain numbers. */

const DURATION_UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const SIZE_UNITS: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
}

const NUMBER = '[0-9]+(?:\\.[0-9]+)?'

/** Regular expressions of the written forms, anchored; shared with the JSON Schema so that an editor refuses the same texts. */
export const DURATION_PATTERN = new RegExp(`^(?:0|(?:${NUMBER}(?:ms|s|m|h|d))+)$`)
export const SIZE_PATTERN = new RegExp(`^${NUMBER} ?(?:${Object.keys(SIZE_UNITS).join('|')})$`)
export const MULTIPLE_PATTERN = new RegExp(`^${NUMBER}x$`)
export const PERCENTAGE_PATTERN = new RegExp(`^${NUMBER} ?%$`)

/** Milliseconds of `500ms`, `10s`, `1h30m`, `2d` or `0`; `null` when the text is not a duration. */
export function parseDuration(text: string): number | null {
  if (!DURATION_PATTERN.test(text)) return null
  const parts = text.matchAll(new RegExp(`(${NUMBER})(ms|s|m|h|d)`, 'g'))
  return Math.round([...parts].reduce((sum, [, amount, unit]) => sum + Number(amount) * (DURATION_UNITS[unit ?? ''] ?? 0), 0))
}

/** Bytes of `10MB` (powers of 1000) or `2GiB` (powers of 1024); `null` when the text is not a size. */
export function parseSize(text: string): number | null {
  if (!SIZE_PATTERN.test(text)) return null
  return Math.round(Number.parseFloat(text) * (SIZE_UNITS[text.replace(/^[0-9.]+ ?/, '')] ?? 0))
}

/** The factor of `2x` or `1.5x`; `null` when the text is not a multiple. */
export function parseMultiple(text: string): number | null {
  return MULTIPLE_PATTERN.test(text) ? Number.parseFloat(text) : null
}

/** The fraction of `98%`, here 0.98; `null` when the text is not a percentage. */
export function parsePercentage(text: string): number | null {
  return PERCENTAGE_PATTERN.test(text) ? Number.parseFloat(text) / 100 : null
}
