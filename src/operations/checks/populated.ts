/** Counts in how many rows a column holds a value. */
import type { Finding } from '../../domain/check.ts'
import type { Population } from '../../domain/ports/catalog.ts'
import { formatCount } from '../../domain/quantity-text.ts'
import type { PopulatedCheck } from '../../plan/checks/populated.ts'
import type { CheckKind } from './kind.ts'

/** What "about" means for a number of rows that grows from day to day, in percent. */
const ABOUT_PERCENT = 10n

export const populated: CheckKind<PopulatedCheck> = {
  lane: 'reading',
  names: ({ column: { column, ...table } }) => [{ table, column, path: ['populated'] }],
  ask: async ({ context, settings }, signal) => {
    const { column, ...table } = settings.column
    const [population] = await context.database.catalog.population(table, [column], signal)
    return judgePopulation(settings, population as Population)
  },
}

/** A table without rows proves nothing: it passes only where the plan wants no values. */
export function judgePopulation(settings: PopulatedCheck, population: Population): Finding {
  const faults = [...fillFaults(settings, population), ...totalFaults(settings, population)]
  return {
    status: faults.length === 0 ? 'passed' : 'failed',
    expected: describeExpected(settings),
    actual: describeActual(population),
    measured: Number(population.filled),
    ...(faults.length === 0 ? {} : { message: faults.join('; ') }),
  }
}

function fillFaults({ atLeast }: PopulatedCheck, { rows, filled }: Population): readonly string[] {
  const wanted = 'rows' in atLeast ? atLeast.rows : Number(atLeast.percent)
  if (rows === 0n && wanted > 0) return ['the table is empty']
  const missing = formatCount(rows - filled, 'row has no value', 'rows have no value')
  return isFilled(atLeast, { rows, filled }) ? [] : [missing]
}

/** Without floating point, in which a share of a large table would be rounded. */
function isFilled(atLeast: PopulatedCheck['atLeast'], { rows, filled }: Population): boolean {
  if ('rows' in atLeast) return filled >= BigInt(atLeast.rows)
  const [whole = '0', fraction = ''] = atLeast.percent.split('.')
  return filled * 100n * 10n ** BigInt(fraction.length) >= BigInt(whole + fraction) * rows
}

function totalFaults({ of }: PopulatedCheck, { rows }: Population): readonly string[] {
  if (of === null) return []
  const wanted = BigInt(of.rows)
  const away = rows > wanted ? rows - wanted : wanted - rows
  const near = of.about ? away * 100n <= wanted * ABOUT_PERCENT : away === 0n
  return near ? [] : [`the table has ${formatCount(rows, 'row')}, not ${describeTotal(of)}`]
}

function describeExpected({ atLeast, of }: PopulatedCheck): string {
  const least =
    'rows' in atLeast
      ? formatCount(atLeast.rows, of === null ? 'row' : '', of === null ? 'rows' : '').trim()
      : `${atLeast.percent} %`
  return `at least ${least}${of === null ? '' : ` of ${describeTotal(of)}`}`
}

function describeTotal({ rows, about }: NonNullable<PopulatedCheck['of']>): string {
  return about ? `about ${formatCount(rows, '', '').trim()} (within ${ABOUT_PERCENT} %)` : formatCount(rows, 'row')
}

/** The share is rounded down, so that less than all never reads as 100 %. */
function describeActual({ rows, filled }: Population): string {
  const of = `${formatCount(filled, '', '').trim()} of ${formatCount(rows, 'row')}`
  if (rows === 0n) return of
  const hundredths = (filled * 10_000n) / rows
  return `${of} (${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')} %)`
}
