/** A plan's YAML as a tree in which every value and key knows its place, so that any later complaint can say where. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import type { Problem } from '../domain/errors.ts'
import { compareDecimals } from './decimals.ts'

/** Counts from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface ScalarSource {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** As it stands in the file. */
  readonly written: string
  readonly place: Place
  /** Set by substitution: what is wrong with a variable that it names. */
  readonly faults?: readonly string[]
  /** Set by substitution: it names a variable, whose value must not be shown. */
  readonly substituted?: boolean
}

export interface MappingSource {
  readonly kind: 'mapping'
  readonly entries: ReadonlyMap<string, { readonly place: Place; readonly value: Source }>
  readonly place: Place
}

export interface ListSource {
  readonly kind: 'list'
  readonly items: readonly Source[]
  readonly place: Place
}

export type Source = ScalarSource | MappingSource | ListSource

const START: Place = { line: 1, column: 1 }
/** A plan is written by hand; aliases that multiply into more values than this are an attack or a mistake. */
const MOST_VALUES = 20_000

/** The tree of a YAML text, or every mistake in its syntax. */
export function parseSource(text: string): { readonly tree: Source } | { readonly problems: readonly Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    return { problems: faults.map((fault) => ({ message: wording(fault.code, fault.message), ...placeAt(lines, fault.pos[0]) })) }
  }
  const reader = new Reader(document, lines)
  const tree = reader.read(document.contents)
  return reader.visited > MOST_VALUES ? { problems: [{ message: `more than ${MOST_VALUES} values`, ...START }] } : { tree }
}

const WORDINGS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key is written twice',
  TAB_AS_INDENT: 'a tab is used for indentation; YAML wants spaces',
  MULTIPLE_DOCS: 'there is more than one YAML document in the file',
}

function wording(code: string, message: string): string {
  return WORDINGS[code] ?? `not valid YAML: ${message.split('\n')[0]}`
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return line === 0 ? START : { line, column: col }
}

class Reader {
  readonly #document: Document
  readonly #lines: LineCounter
  visited = 0

  constructor(document: Document, lines: LineCounter) {
    this.#document = document
    this.#lines = lines
  }

  read(node: Node | null | undefined): Source {
    this.visited++
    const place = this.#placeOf(node)
    if (node === null || node === undefined || this.visited > MOST_VALUES)
      return { kind: 'scalar', value: null, written: '', place }
    if (isAlias(node)) return this.read(node.resolve(this.#document))
    if (isMap(node)) return { kind: 'mapping', entries: this.#entries(node), place }
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.read(item as Node)), place }
    return isScalar(node) ? scalarSource(node.value, node.source, place) : scalarSource(null, '', place)
  }

  #entries(map: YAMLMap): MappingSource['entries'] {
    return new Map(
      map.items.map((pair: Pair) => {
        const key = pair.key as Node
        const place = this.#placeOf(key)
        const value = this.read(pair.value as Node | null)
        return [
          isScalar(key) ? String(key.value) : String(key),
          { place, value: value.place === START ? { ...value, place } : value },
        ]
      }),
    )
  }

  #placeOf(node: Node | null | undefined): Place {
    return node?.range ? placeAt(this.#lines, node.range[0]) : START
  }
}

/** A number that a float cannot hold keeps its digits, as text. */
function scalarSource(value: unknown, source: string | undefined, place: Place): ScalarSource {
  const written = source ?? String(value)
  if (typeof value === 'number' && compareDecimals(String(value), written) !== 0 && compareDecimals(written, written) === 0) {
    return { kind: 'scalar', value: written, written, place }
  }
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  return { kind: 'scalar', value: typeof value === 'bigint' ? written : known, written, place }
}

/** The plain value. A key without a value counts as left out. */
export function plainValue(source: Source): unknown {
  if (source.kind === 'scalar') return source.value
  if (source.kind === 'list') return source.items.map(plainValue)
  const present = [...source.entries].filter(([, { value }]) => !isBlank(value))
  return Object.fromEntries(present.map(([key, { value }]) => [key, plainValue(value)]))
}

export function isBlank(source: Source): boolean {
  return source.kind === 'scalar' && source.value === null
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(source: Source, path: readonly PropertyKey[]): Source | undefined {
  return path.reduce<Source | undefined>((inner, key) => {
    if (inner?.kind === 'mapping') return inner.entries.get(String(key))?.value
    return inner?.kind === 'list' ? inner.items[Number(key)] : undefined
  }, source)
}

/** Replaces every scalar; `path` leads to it. */
export function mapScalars(
  source: Source,
  change: (scalar: ScalarSource, path: readonly string[]) => ScalarSource,
  path: readonly string[] = [],
): Source {
  if (source.kind === 'scalar') return change(source, path)
  if (source.kind === 'list') {
    return { ...source, items: source.items.map((item, index) => mapScalars(item, change, [...path, String(index)])) }
  }
  const entries = [...source.entries].map(
    ([key, entry]) => [key, { ...entry, value: mapScalars(entry.value, change, [...path, key]) }] as const,
  )
  return { ...source, entries: new Map(entries) }
}

/** Every scalar of the tree with its path. */
export function scalarsOf(source: Source): readonly { readonly scalar: ScalarSource; readonly path: readonly string[] }[] {
  const found: { scalar: ScalarSource; path: readonly string[] }[] = []
  mapScalars(source, (scalar, path) => {
    found.push({ scalar, path })
    return scalar
  })
  return found
}
