/** The gate that wants a person to confirm something by name: with the command, or when asked on a terminal. */
import type { Check, Finding } from '../../domain/check.ts'
import type { Confirmation } from '../../domain/sign-off.ts'
import type { RunContext } from '../context.ts'
import { flagText } from '../next-commands.ts'

/** @param record - told of every confirmation, for the sign-off */
export function confirmationGate(context: RunContext, name: string, record: (confirmation: Confirmation) => void): Check {
  const ask = async (): Promise<Finding> => {
    const by = givenBy(context, name)
    if (by !== null) return confirmed(by, 'given')
    const { ask } = context.confirmations
    if (ask === null) return notGiven(context, name)
    if (await ask(`Do you confirm: ${name}?`)) return confirmed(context.actor, 'asked')
    return { status: 'failed', expected: 'confirmed', actual: `not confirmed by ${context.actor}` }
  }
  const confirmed = (by: string, how: Confirmation['how']): Finding => {
    const at = context.clock.now().toISOString()
    record({ name, by, at, how })
    return {
      status: 'passed',
      expected: 'confirmed',
      actual: `by ${context.redact(by)} at ${at.slice(0, 16).replace('T', ' ')} UTC`,
    }
  }
  // One question after the other, and none while others still search.
  return { name, kind: 'confirmation', lane: 'acting', ask }
}

/** That somebody said yes to the run itself, asked or with `--yes`. */
export function generalConfirmation({ actor, clock, confirmations }: RunContext, name: string): Confirmation {
  return { name, by: actor, at: clock.now().toISOString(), how: confirmations.ask === null ? 'given' : 'asked' }
}

/** Confirmations given that the plan does not ask for: they belong to the sign-off all the same, e.g. who tested. */
export function furtherConfirmations(context: RunContext): readonly Confirmation[] {
  const required = requiredNames(context)
  const at = context.clock.now().toISOString()
  return context.confirmations.given
    .map((text) => split(text, context))
    .filter(({ name }) => !required.includes(name))
    .map(({ name, by }) => ({ name, by, at, how: 'given' }))
}

function givenBy(context: RunContext, wanted: string): string | null {
  return context.confirmations.given.map((text) => split(text, context)).find(({ name }) => name === wanted)?.by ?? null
}

/** `NAME=WHO`; a name of the plan may itself hold an equals sign. */
function split(text: string, context: RunContext): { readonly name: string; readonly by: string } {
  const end = text.lastIndexOf('=')
  const [name, by] = [text.slice(0, end).trim(), text.slice(end + 1).trim()]
  if (end < 0 || by === '' || requiredNames(context).includes(text.trim())) return { name: text.trim(), by: context.actor }
  return { name, by }
}

function requiredNames({ plan }: RunContext): readonly string[] {
  return plan.require.flatMap((requirement) => (requirement.kind === 'confirmation' ? [requirement.name] : []))
}

function notGiven(context: RunContext, name: string): Finding {
  const others = furtherConfirmations(context).map((given) => JSON.stringify(given.name))
  const actual = others.length === 0 ? 'not confirmed' : `not confirmed (confirmed was ${others.join(', ')})`
  return { status: 'failed', expected: 'confirmed', actual, message: `where it is true, add ${flagText('--confirm', name)}` }
}
