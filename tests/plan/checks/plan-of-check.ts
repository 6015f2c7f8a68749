/** A plan with one check in it, and what becomes of it. */
import { ConfigurationError } from '../../../src/domain/errors.ts'
import { parsePlan } from '../../../src/plan/loading.ts'
import type { PlanCheck } from '../../../src/plan/plan.ts'

/** The check that a plan holds. @param keys - its keys in YAML's flow style, without the name */
export function checkIn(keys: string): PlanCheck {
  const text = `version: 1\nvalidate:\n  - { name: it, ${keys} }\n`
  const environment = { DATABASE_URL: 'postgresql://localhost/shop' }
  const [check] = parsePlan({ file: 'savepoint.yml', text, environmentName: undefined, environment }).validate
  if (check === undefined) throw new Error('the plan holds no check')
  return check
}

/** Everything the plan is told to be wrong, in one text. */
export function problemsIn(keys: string): string {
  try {
    checkIn(keys)
  } catch (error) {
    if (error instanceof ConfigurationError)
      return error.problems.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n')
    throw error
  }
  return ''
}
