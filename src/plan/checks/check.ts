/** Every kind of check that a plan can declare; the key that names the kind tells them apart. */
import { z } from 'zod'
import { type CommandCheck, commandCheck } from './command.ts'
import { type ExplainCheck, explainCheck } from './explain.ts'
import { type ForeignKeysCheck, foreignKeysCheck } from './foreign-keys.ts'
import { type HttpCheck, httpCheck } from './http.ts'
import { type IdempotentCheck, idempotentCheck } from './idempotent.ts'
import { type InventoryCheck, inventoryCheck } from './inventory.ts'
import { type ParityCheck, parityCheck } from './parity.ts'
import { type PopulatedCheck, populatedCheck } from './populated.ts'
import { type QueryCheck, queryCheck } from './query.ts'
import { type SuiteCheck, suiteCheck } from './suite.ts'
import { type TimeCheck, timeCheck } from './time.ts'

export type PlanCheck =
  | CommandCheck
  | ExplainCheck
  | ForeignKeysCheck
  | HttpCheck
  | IdempotentCheck
  | InventoryCheck
  | ParityCheck
  | PopulatedCheck
  | QueryCheck
  | SuiteCheck
  | TimeCheck

export type CheckKindName = PlanCheck['kind']

/** By the key that only this kind has. */
const KINDS = {
  command: commandCheck,
  explain: explainCheck,
  'foreign-keys': foreignKeysCheck,
  http: httpCheck,
  idempotent: idempotentCheck,
  inventory: inventoryCheck,
  parity: parityCheck,
  populated: populatedCheck,
  query: queryCheck,
  suite: suiteCheck,
  time: timeCheck,
} as const satisfies Readonly<Record<CheckKindName, z.ZodType<PlanCheck>>>

export const CHECK_KINDS = Object.keys(KINDS) as readonly CheckKindName[]

/** Its mistakes are told by the kind that was meant: see `meantAlternative` in problems.ts. */
export const planCheck = z.union(Object.values(KINDS), { error: `must say what it checks: one of ${CHECK_KINDS.join(', ')}` })
