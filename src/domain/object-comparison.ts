/** Compares schema objects and sequences: a rename is recognised, a weakened state is told apart from a changed definition. */
import type { ChangeKind, Difference, Matching } from './difference.ts'
import type { Fingerprint, SchemaObject, SequencePosition } from './fingerprint.ts'

export function compareObjects(
  before: readonly SchemaObject[],
  after: readonly SchemaObject[],
  matching: Matching,
): Difference[] {
  const index = new ObjectIndex(after, matching)
  const differences = before.flatMap((object) => compareObject(object, index))
  const added = index.unmatched().map((object) => objectDifference(object, 'added', null, object.definition))
  return [...differences, ...added]
}

function compareObject(object: SchemaObject, index: ObjectIndex): Difference[] {
  const other = index.take(object)
  if (other === undefined) return [objectDifference(object, 'removed', object.definition, null)]
  const renamed = other.name === object.name ? [] : [objectDifference(object, 'renamed', object.name, other.name)]
  if (other.definition === object.definition || isEnforcedAgain(object, other)) return renamed
  const change = wasDisabled(object, other) ? 'disabled' : wasWeakened(object, other) ? 'weakened' : 'changed'
  return [...renamed, objectDifference(object, change, object.definition, other.definition)]
}

/** Definitions of triggers, foreign keys and row security end in their state, in brackets. */
function wasDisabled(before: SchemaObject, after: SchemaObject): boolean {
  return (
    /\[(enabled|validated|row security on)\]/.test(before.definition) &&
    /\[(disabled|not validated|triggers disabled|row security off)\]/.test(after.definition)
  )
}

const UNENFORCED = ' [triggers disabled]'

/** No dump holds that the triggers of a foreign key are disabled: a restored copy keeps to more than was promised. */
function isEnforcedAgain(before: SchemaObject, after: SchemaObject): boolean {
  return before.kind === 'foreign-key' && before.definition === `${after.definition}${UNENFORCED}`
}

/** What the definition of a column, an index or a table promised, and no longer does. */
const PROMISES: Readonly<Partial<Record<SchemaObject['kind'], readonly RegExp[]>>> = {
  column: [/ not null(?= |$)/, / (?:default|generated|identity) /],
  index: [/^CREATE UNIQUE /, /^(?!.* \[invalid\])/s],
  table: [/ force row security(?= |$)/, /^. p /],
}

function wasWeakened(before: SchemaObject, after: SchemaObject): boolean {
  return (PROMISES[before.kind] ?? []).some((promise) => promise.test(before.definition) && !promise.test(after.definition))
}

function objectDifference(object: SchemaObject, change: ChangeKind, before: string | null, after: string | null): Difference {
  const table = object.table === undefined ? {} : { table: object.table }
  return { object: object.kind, name: object.name, ...table, change, before, after }
}

/** Finds the same object on the other side: by identifier, by name, or (renamed by recreation) by an equal definition. */
class ObjectIndex {
  readonly #left: Set<SchemaObject>
  readonly #byId = new Map<string, SchemaObject>()
  readonly #byName = new Map<string, SchemaObject>()
  readonly #byDefinition = new Map<string, SchemaObject[]>()

  constructor(objects: readonly SchemaObject[], matching: Matching) {
    this.#left = new Set(objects)
    for (const object of objects) {
      if (object.id !== undefined && matching === 'same-database') this.#byId.set(`${object.kind} ${object.id}`, object)
      this.#byName.set(`${object.kind} ${object.name}`, object)
      const same = definitionKey(object)
      this.#byDefinition.set(same, [...(this.#byDefinition.get(same) ?? []), object])
    }
  }

  take(object: SchemaObject): SchemaObject | undefined {
    const candidates = [
      object.id === undefined ? undefined : this.#byId.get(`${object.kind} ${object.id}`),
      this.#byName.get(`${object.kind} ${object.name}`),
      ...(object.kind === 'constraint' || object.kind === 'foreign-key'
        ? (this.#byDefinition.get(definitionKey(object)) ?? [])
        : []),
    ]
    const match = candidates.find((candidate) => candidate !== undefined && this.#left.has(candidate))
    if (match !== undefined) this.#left.delete(match)
    return match
  }

  unmatched(): readonly SchemaObject[] {
    return [...this.#left]
  }
}

function definitionKey(object: SchemaObject): string {
  return `${object.kind} ${object.table ?? ''} ${object.definition}`
}

type Sequences = Pick<Fingerprint, 'objects' | 'sequences'>

export function compareSequences(before: Sequences, after: Sequences, matching: Matching): Difference[] {
  const renamed = matching === 'same-database' ? namesNow(before.objects, after.objects) : new Map<string, string>()
  const positions = new Map(after.sequences.map((sequence) => [sequence.name, sequence]))
  return before.sequences.flatMap((sequence) => {
    const other = positions.get(renamed.get(sequence.name) ?? sequence.name)
    // A dropped sequence is told by the comparison of schema objects.
    if (other === undefined || (other.value === sequence.value && other.called === sequence.called)) return []
    const back = position(other) < position(sequence)
    const change = back ? 'moved-back' : 'moved-on'
    return [{ object: 'sequence', name: sequence.name, change, before: sequence.value, after: other.value } satisfies Difference]
  })
}

/** Of each sequence that is still there, the name it has now: another may have got the one it had. */
function namesNow(before: readonly SchemaObject[], after: readonly SchemaObject[]): ReadonlyMap<string, string> {
  const now = new Map(after.filter(isSequence).map(({ id, name }) => [id, name]))
  return new Map(
    before.filter(isSequence).flatMap(({ id, name }) => {
      const found = now.get(id)
      return found === undefined ? [] : [[name, found] as const]
    }),
  )
}

function isSequence({ kind, id }: SchemaObject): boolean {
  return kind === 'sequence' && id !== undefined
}

/** How far it has come in its own direction; a value that was handed out is further than the same value still to come. */
function position(sequence: SequencePosition): bigint {
  return BigInt(sequence.value) * (sequence.ascending ? 2n : -2n) + (sequence.called ? 1n : 0n)
}
