/** The gate that wants evidence of a rehearsal. */
import type { Check } from '../../domain/check.ts'
import { judgeEvidence } from '../../domain/evidence.ts'
import type { Revision } from '../../domain/revision.ts'
import { digestPlan } from '../../plan/plan-digest.ts'
import type { RunContext } from '../context.ts'

export function rehearsalGate(
  { plan, store, migrator, clock }: RunContext,
  { maxAgeMs }: { readonly maxAgeMs: number },
  { to, evidence }: { readonly to: Revision; readonly evidence: string | null },
): Check {
  const ask: Check['ask'] = async (signal) => {
    const [found, migrations] = await Promise.all([store.readEvidence(evidence), migrator.digest(to, { signal })])
    return judgeEvidence(found, { migrations, plan: digestPlan(plan), maxAgeMs, now: clock.now() })
  }
  return { name: 'rehearsal', kind: 'rehearsal', ask }
}
