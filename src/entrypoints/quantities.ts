/** Durations, sizes and rates in the form that people read. */

/** `12 ms`, `3.4 s`, `2 min 5 s`, `1 h 4 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Decimal units with three digits: `512 B`, `1.21 MB`, `34.5 GB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toPrecision(Math.max(3, Math.trunc(value).toString().length))} ${UNITS[power]}`
}

/** An amount of bytes or of things. */
export function formatAmount(amount: number, unit: 'bytes' | 'items'): string {
  return unit === 'bytes' ? formatBytes(amount) : String(amount)
}
