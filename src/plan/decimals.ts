/** Decimal numbers as text: compared digit by digit, so that none is lost to binary floating point. */

const DECIMAL = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,4}))?$/

interface Decimal {
  readonly negative: boolean
  /** Digits without leading zeros, worth `digits × 10^-scale`. */
  readonly digits: bigint
  readonly scale: number
}

/** Whether the text is a number as databases and people write it: `43`, `-1.50`, `2e6`. */
export function isDecimal(text: string): boolean {
  return parse(text) !== null
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`; `null` when one is not a number. */
export function compareDecimals(left: string, right: string): number | null {
  const a = parse(left)
  const b = parse(right)
  if (a === null || b === null) return null
  const scale = Math.max(a.scale, b.scale)
  const difference = scaled(a, scale) - scaled(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** How a database prints numbers: `007` and `+7` are texts, and stay different from `7`. */
const PRINTED = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?$/

/** One form for all that are equal, `1.0` and `1.00`; `null` where the text is no number as databases print them. */
export function canonicalDecimal(text: string): string | null {
  const parsed = PRINTED.test(text) ? parse(text) : null
  if (parsed === null) return null
  let { digits, scale } = parsed
  while (digits !== 0n && digits % 10n === 0n) {
    digits /= 10n
    scale--
  }
  return digits === 0n ? '0' : `${parsed.negative ? '-' : ''}${digits}e${-scale}`
}

/** How far a number may move: by an amount, or by a percentage of what it was. Decimal text. */
export type Tolerance =
  | { readonly kind: 'absolute'; readonly amount: string }
  | { readonly kind: 'relative'; readonly percent: string }

/** Whether `after` lies within the tolerance of `before`; false where one is not a number. */
export function isWithin(before: string, after: string, tolerance: Tolerance): boolean {
  const [from, to] = [parse(before), parse(after)]
  const limit = parse(tolerance.kind === 'absolute' ? tolerance.amount : tolerance.percent)
  if (from === null || to === null || limit === null) return false
  const scale = Math.max(0, from.scale, to.scale, limit.scale)
  const [a, b, allowed] = [scaled(from, scale), scaled(to, scale), scaled(limit, scale)]
  const moved = magnitude(b - a)
  // A percentage of `a`, both sides times 100 and once more the scale that `allowed` brings along.
  return tolerance.kind === 'absolute' ? moved <= allowed : moved * 100n * 10n ** BigInt(scale) <= allowed * magnitude(a)
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}

function parse(text: string): Decimal | null {
  const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text.trim()) ?? []
  if (sign === undefined || whole + fraction === '') return null
  return { negative: sign === '-', digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) }
}

function scaled(decimal: Decimal, scale: number): bigint {
  const amount = decimal.digits * 10n ** BigInt(scale - decimal.scale)
  return decimal.negative ? -amount : amount
}
