/** A number of a JSON document that a float cannot hold, kept as it is written there. */
import { compareDecimals } from './decimals.ts'

export class ExactNumber {
  readonly #written: string

  constructor(written: string) {
    this.#written = written
  }

  toString(): string {
    return this.#written
  }
}

/** The number itself where it is what is written, as 0.30000000000000000001 is not 0.3. */
export function exactNumber(value: number, written: string): number | ExactNumber {
  return compareDecimals(String(value), written) === 0 ? value : new ExactNumber(written)
}

export function isNumeric(value: unknown): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber
}
