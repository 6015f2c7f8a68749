/** The graph of Alembic's revisions: branches, merges and dependencies, and the order in which they can be applied. */
import type { Revision } from '../../domain/revision.ts'
import type { AlembicRevision } from './listing.ts'

export class RevisionGraph {
  readonly #nodes: ReadonlyMap<Revision, AlembicRevision>
  /** Oldest first, as far as Alembic's own listing goes. */
  readonly #listed: readonly AlembicRevision[]

  /** @param listing - newest first, as Alembic lists its history */
  constructor(listing: readonly AlembicRevision[]) {
    this.#listed = listing.toReversed()
    this.#nodes = new Map(this.#listed.map((node) => [node.revision, node]))
  }

  find(revision: Revision): AlembicRevision | null {
    return this.#nodes.get(revision) ?? null
  }

  /** The one revision whose identifier begins so, for hints. */
  startingWith(prefix: string): Revision | null {
    const found = this.#listed.filter((node) => prefix !== '' && node.revision.startsWith(prefix))
    return found.length === 1 ? (found[0]?.revision ?? null) : null
  }

  /** Revisions that no other follows, in sorted order. */
  heads(): readonly Revision[] {
    const followed = new Set(this.#listed.flatMap((node) => node.parents))
    return this.#listed
      .map((node) => node.revision)
      .filter((revision) => !followed.has(revision))
      .sort()
  }

  all(): readonly AlembicRevision[] {
    return this.upTo(this.#listed.map((node) => node.revision))
  }

  /** The revisions and everything they need, each after all that it needs; unknown ones are left out. */
  upTo(revisions: readonly Revision[]): readonly AlembicRevision[] {
    const wanted = this.#closure(revisions)
    const ordered = new Map<Revision, AlembicRevision>()
    for (const node of this.#listed) if (wanted.has(node.revision)) this.#place(node, ordered)
    return [...ordered.values()]
  }

  #closure(revisions: readonly Revision[]): ReadonlySet<Revision> {
    const found = new Set<Revision>()
    const open = [...revisions]
    for (let revision = open.pop(); revision !== undefined; revision = open.pop()) {
      const node = this.#nodes.get(revision)
      if (node === undefined || found.has(revision)) continue
      found.add(revision)
      open.push(...this.#needs(node))
    }
    return found
  }

  /** Without recursion: a history may be longer than the stack is deep. */
  #place(node: AlembicRevision, ordered: Map<Revision, AlembicRevision>): void {
    const stack = [node]
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const missing = this.#needs(top).find((revision) => !ordered.has(revision))
      const next = missing === undefined ? undefined : this.#nodes.get(missing)
      if (next !== undefined && !stack.includes(next)) stack.push(next)
      else {
        ordered.set(top.revision, top)
        stack.pop()
      }
    }
  }

  #needs(node: AlembicRevision): readonly Revision[] {
    const dependencies = node.dependencies.map((name) => this.#resolve(name)).filter((name) => name !== null)
    return [...node.parents, ...dependencies].filter((revision) => this.#nodes.has(revision))
  }

  /** A dependency is written as a revision, the beginning of one, or a branch name, which means the branch's newest. */
  #resolve(name: string): Revision | null {
    if (this.#nodes.has(name)) return name
    const [label] = name.split('@')
    const branch = this.#listed.findLast((node) => node.labels.includes(label as string))
    return branch?.revision ?? this.startingWith(name)
  }
}
