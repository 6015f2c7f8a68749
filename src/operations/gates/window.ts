/** The gate that lets a run start only in a maintenance window. */
import type { Check, Finding } from '../../domain/check.ts'
import { standingAt } from '../../domain/maintenance-window.ts'
import { formatDuration } from '../../domain/quantity-text.ts'
import type { Requirement } from '../../plan/plan.ts'
import type { RunContext } from '../context.ts'

type WindowRequirement = Extract<Requirement, { readonly kind: 'window' }>

export function windowGate({ clock }: RunContext, { windows, timeZone }: WindowRequirement): Check {
  const expected = `${windows.map(({ written }) => written).join(' or ')} (${timeZone})`
  const ask = async (): Promise<Finding> => {
    const now = clock.now()
    const { open, until } = standingAt(windows, timeZone, now)
    const time = localTime(now, timeZone)
    if (until === null) return { status: 'failed', expected, actual: `it is ${time}; none opens within two weeks` }
    const left = `${formatDuration(until.getTime() - now.getTime())} (${localTime(until, timeZone)})`
    if (open) return { status: 'passed', expected, actual: `it is ${time}; closes in ${left}` }
    return { status: 'failed', expected, actual: `it is ${time}; opens in ${left}` }
  }
  return { name: 'maintenance window', kind: 'window', ask }
}

/** `Sat 02:31`. */
function localTime(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US-u-hc-h23', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' })
  return format.format(instant)
}
