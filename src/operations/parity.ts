/** Compares the rows of two sources: digests of ranges first, deeper where they differ, at last the keys of the ranges that do. */
import { CheckError } from '../domain/errors.ts'
import {
  KEY_DEPTH,
  type Portion,
  type RangeDigest,
  type RowForm,
  type RowReader,
  type RowSource,
  type RowSources,
} from '../domain/ports/parity.ts'
import {
  DifferenceTally,
  type DifferingRange,
  differingRanges,
  FIRST_DEPTH,
  joinKeys,
  type KeySample,
  namedRanges,
  nextDepth,
  passesOf,
  rowsOf,
} from '../domain/row-comparison.ts'
import { type AgreedForm, agreeOnForm } from './row-form.ts'
import { sampleRows } from './row-samples.ts'

/** One side of a comparison. */
export interface Side {
  readonly database: RowSources
  readonly source: RowSource
}

export interface CompareRowsOptions {
  readonly left: Side
  readonly right: Side
  /** `null`: the primary key, where both sides have the same. */
  readonly key: readonly string[] | null
  /** Columns compared besides the key; `null`: all that both sides have. */
  readonly columns: readonly string[] | null
  /** Columns left out. */
  readonly ignore?: readonly string[]
  /** How many differing keys are named. */
  readonly sampleKeys: number
  /** Whether the rows of these keys are read too. Default: keys only. */
  readonly showRows?: boolean
  readonly signal: AbortSignal
}

export interface RowsCompared {
  readonly left: ComparedSide
  readonly right: ComparedSide
  readonly key: readonly string[]
  /** Keys that only the right side has, only the left side has, and those whose rows differ in values or in number. */
  readonly missingLeft: number
  readonly missingRight: number
  readonly different: number
  readonly samples: readonly KeySample[]
  /** Whether both sides were read as of the same instant. */
  readonly sameInstant: boolean
}

export interface ComparedSide {
  readonly name: string
  readonly rows: number
  /** Columns that the other side lacks, and that were not compared. */
  readonly ownColumns: readonly string[]
}

/**
 * Finds every key whose rows differ, and counts them exactly. Sides in one database are read as of one instant.
 *
 * @throws CheckError when there is no key, or a source or column does not exist; StatementError when a source cannot be read
 */
export async function compareRows(options: CompareRowsOptions): Promise<RowsCompared> {
  const failure = new AbortController()
  const signal = AbortSignal.any([options.signal, failure.signal])
  const { left, right } = options
  const sameInstant = left.database === right.database
  const work = (readers: Readers) => new Comparison(readers, options, failure).run(sameInstant)
  if (sameInstant) {
    return left.database.withRowSources([left.source, right.source], signal, (readers) => work(pairOf(readers)))
  }
  return left.database.withRowSources([left.source], signal, (mine) =>
    right.database.withRowSources([right.source], signal, (others) => work(pairOf([...mine, ...others]))),
  )
}

interface Readers {
  readonly left: RowReader
  readonly right: RowReader
}

function pairOf(readers: readonly RowReader[]): Readers {
  const [left, right] = readers
  if (left === undefined || right === undefined) throw new CheckError('two sources are needed to compare rows')
  return { left, right }
}

/** After the last portion of a side. */
const END: Portion = { number: Number.POSITIVE_INFINITY, digests: [] }

class Comparison {
  readonly #readers: Readers
  readonly #options: CompareRowsOptions
  readonly #failure: AbortController

  constructor(readers: Readers, options: CompareRowsOptions, failure: AbortController) {
    this.#readers = readers
    this.#options = options
    this.#failure = failure
  }

  async run(sameInstant: boolean): Promise<RowsCompared> {
    const { left, right } = this.#readers
    const agreed = agreeOnForm(left, right, this.#options)
    const tally = new DifferenceTally(this.#options.sampleKeys)
    const rows = await this.#findDifferences(agreed.form, tally)
    return {
      left: { name: left.facts.name, rows: rows.left, ownColumns: agreed.ownLeft },
      right: { name: right.facts.name, rows: rows.right, ownColumns: agreed.ownRight },
      key: agreed.form.key.map(({ name }) => name),
      missingLeft: tally.counts['missing-left'],
      missingRight: tally.counts['missing-right'],
      different: tally.counts.different,
      samples: await this.#samplesOf(agreed, tally),
      sameInstant,
    }
  }

  async #findDifferences(form: RowForm, tally: DifferenceTally): Promise<{ readonly left: number; readonly right: number }> {
    let depth = FIRST_DEPTH
    const [left, right] = await this.#digestBoth(form, depth, null)
    let differing = differingRanges(left, right)
    const rows = { left: rowsOf(left), right: rowsOf(right) }
    const totalRows = Math.max(rows.left, rows.right)
    let compared = 2 ** depth
    for (;;) {
      const next = nextDepth({ depth, compared, differing, totalRows })
      if (next === null) break
      const [deeperLeft, deeperRight] = await this.#digestBoth(form, next, namedRanges(depth, differing))
      compared = differing.length * 2 ** (next - depth)
      differing = differingRanges(deeperLeft, deeperRight)
      depth = next
    }
    for (const pass of passesOf(differing)) await this.#listKeys(form, depth, pass, tally)
    return rows
  }

  #digestBoth(form: RowForm, depth: number, within: ReturnType<typeof namedRanges> | null) {
    const request = { form, depth, within, atMost: Number.POSITIVE_INFINITY }
    return this.#both(async (reader) => {
      const digests: RangeDigest[] = []
      for await (const portion of reader.digests(request)) digests.push(...portion.digests)
      return digests
    })
  }

  /** Portion by portion, so that no more than two of them are held here however many keys differ. */
  async #listKeys(form: RowForm, depth: number, pass: readonly DifferingRange[], tally: DifferenceTally): Promise<void> {
    const request = { form, depth: KEY_DEPTH, within: namedRanges(depth, pass), atMost: rowsOf(pass) }
    const listing = (reader: RowReader) => reader.digests(request)[Symbol.asyncIterator]()
    const listings = { left: listing(this.#readers.left), right: listing(this.#readers.right) }
    const nextOf = async (side: 'left' | 'right') => {
      const next = await listings[side].next()
      return next.done === true ? END : next.value
    }
    let [left, right] = await this.#both((_reader, side) => nextOf(side))
    while (left !== END || right !== END) {
      const number = Math.min(left.number, right.number)
      const [mine, others] = [left, right].map((portion) => (portion.number === number ? portion.digests : []))
      joinKeys(mine ?? [], others ?? [], (difference) => tally.add(difference))
      const read = { left, right }
      ;[left, right] = await this.#both(async (_reader, side) => (read[side].number === number ? nextOf(side) : read[side]))
    }
  }

  /** Keys that came along with their digests need no further look. */
  async #samplesOf({ form }: AgreedForm, tally: DifferenceTally): Promise<readonly KeySample[]> {
    const showRows = this.#options.showRows === true
    if (!showRows && tally.kept.every(({ key }) => key !== undefined)) {
      return tally.kept.map((difference) => ({ ...difference, key: difference.key ?? {}, left: null, right: null }))
    }
    const key = form.key.map(({ name }) => name)
    const columns = showRows ? [...key, ...form.values.map(({ name }) => name)] : key
    const [left, right] = await this.#both((reader, side) => sampleRows(reader, side, form, columns, tally.kept))
    return tally.kept.map((difference) => {
      const found = { left: left.get(difference.range) ?? null, right: right.get(difference.range) ?? null }
      const named = found.left ?? found.right ?? {}
      const shown = showRows ? found : { left: null, right: null }
      return { ...difference, key: Object.fromEntries(key.map((name) => [name, named[name] ?? null])), ...shown }
    })
  }

  /** Both sides at once. The first failure ends the other side's statement too, and both are over before it is thrown. */
  async #both<Result>(work: (reader: RowReader, side: 'left' | 'right') => Promise<Result>): Promise<readonly [Result, Result]> {
    const started = (['left', 'right'] as const).map((side) =>
      work(this.#readers[side], side).catch((error: unknown) => {
        this.#failure.abort(error)
        throw error
      }),
    )
    const settled = await Promise.allSettled(started)
    this.#options.signal.throwIfAborted()
    this.#failure.signal.throwIfAborted()
    return settled.map((each) => (each as PromiseFulfilledResult<Result>).value) as [Result, Result]
  }
}
