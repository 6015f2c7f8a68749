/** The `inventory` check: how many objects of each kind there are, which must be there and which not, and which must be sound. */
import { z } from 'zod'
import { flag, text, texts } from '../fields.ts'
import { section } from '../section.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

/** Keys of the plan by the kind of object that they count. */
const COUNTS = {
  table: 'tables',
  partition: 'partitions',
  column: 'columns',
  'foreign-key': 'foreign-keys',
  policy: 'policies',
  trigger: 'triggers',
  index: 'indexes',
  view: 'views',
  'materialized-view': 'materialized-views',
  function: 'functions',
  sequence: 'sequences',
} as const

type CountedKind = keyof typeof COUNTS
type CountKey = (typeof COUNTS)[CountedKind]

export interface ExpectedCount {
  readonly kind: CountedKind
  /** The plan's word for it, e.g. `foreign-keys`. */
  readonly key: CountKey
  readonly count: number
}

export interface InventoryCheck extends CheckCommon {
  readonly kind: 'inventory'
  readonly counts: readonly ExpectedCount[]
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly triggersEnabled: 'all' | readonly string[]
  readonly indexesValid: boolean
}

const countWords = 'must be a whole number'
const count = z.int({ error: countWords }).min(0, { error: countWords }).optional()

const contents = section(
  {
    tables: count.describe(
      'Tables; a partitioned one counts once, its partitions do not. The history table of the migrator is left out.',
    ),
    partitions: count.describe('Partitions of partitioned tables.'),
    columns: count.describe('Columns of tables; those of partitions are not counted again.'),
    'foreign-keys': count.describe('Foreign keys.'),
    policies: count.describe('Policies of row-level security.'),
    triggers: count.describe('Triggers, disabled ones included; not those of the server behind foreign keys.'),
    indexes: count.describe('Indexes, those behind keys included; one on a partitioned table counts once.'),
    views: count.describe('Views, without materialized ones.'),
    'materialized-views': count.describe('Materialized views.'),
    functions: count.describe('Functions, procedures and aggregates.'),
    sequences: count.describe('Sequences, those behind columns included.'),
    present: texts
      .optional()
      .describe('Objects that must be there, by name: `film`, `film.title`, `film film_audit`, `touch()`.'),
    absent: texts.optional().describe('Objects that must not be there.'),
    'triggers-enabled': z
      .union([z.literal('all'), z.array(text)], { error: 'must be all, or a list of triggers' })
      .optional()
      .describe('`all`, or the triggers that must be there and enabled: `film_audit` or `film film_audit`.'),
    'indexes-valid': flag.optional().describe('No index may be invalid.'),
  },
  'What the database must contain.',
).refine((written) => Object.keys(written).length > 0, { error: 'must say what to count or to look for' })

export const inventoryCheck = checkSection(
  { inventory: contents },
  'What the database contains: objects counted, named, and sound.',
).transform(({ inventory, ...written }): InventoryCheck => {
  const counted = Object.entries(COUNTS) as [CountedKind, CountKey][]
  return {
    ...commonOf(written),
    kind: 'inventory',
    counts: counted.flatMap(([kind, key]) => (inventory[key] === undefined ? [] : [{ kind, key, count: inventory[key] }])),
    present: inventory.present ?? [],
    absent: inventory.absent ?? [],
    triggersEnabled: inventory['triggers-enabled'] ?? [],
    indexesValid: inventory['indexes-valid'] ?? false,
  }
})
