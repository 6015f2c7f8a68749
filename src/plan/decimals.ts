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

function parse(text: string): Decimal | null {
  const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text.trim()) ?? []
  if (sign === undefined || whole + fraction === '') return null
  return { negative: sign === '-', digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) }
}

function scaled(decimal: Decimal, scale: number): bigint {
  const amount = decimal.digits * 10n ** BigInt(scale - decimal.scale)
  return decimal.negative ? -amount : amount
}
