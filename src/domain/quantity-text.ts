/** Durations, sizes and counts as people read them. */

/** `340 ms`, `2.5 s`, `1 min 05 s`, `2 h`, `7 d 03 h`: at most three significant figures, and no zero at the end. */
export function formatDuration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return parts(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  const hours = Math.round(minutes / 60)
  if (hours >= 48) return parts(Math.floor(hours / 24), 'd', hours % 24, 'h')
  return parts(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

const SIZE_UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** `512 bytes`, `1.4 MB`, `23 GB`: powers of 1000, as disks are sold. */
export function formatBytes(bytes: number): string {
  let amount = bytes
  let unit = 0
  while (unit < SIZE_UNITS.length - 1 && Number(amount.toPrecision(3)) >= 1000) {
    amount /= 1000
    unit++
  }
  const digits = unit === 0 || amount >= 9.95 ? 0 : 1
  return `${amount.toFixed(digits)} ${SIZE_UNITS[unit]}`
}

/** `1 row`, `3 rows`, `1,234 rows`. */
export function formatCount(count: number | bigint, singular: string, plural = `${singular}s`): string {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${digits} ${String(count) === '1' ? singular : plural}`
}

function parts(amount: number, unit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${amount} ${unit}` : `${amount} ${unit} ${String(rest).padStart(2, '0')} ${restUnit}`
}
