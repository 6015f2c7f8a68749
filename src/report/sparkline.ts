/** A series of numbers as one line of bars, for a fixed-width font. */

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
const GAP = '·'

/** Each character is the largest value of its stretch, from `floor` to the largest of all; a dot where nothing is known. */
export function sparkline(points: readonly (number | null)[], width: number, floor = 0): string {
  const columns = Math.min(width, points.length)
  const range = (largest(points) ?? floor) - floor
  return Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * points.length) / columns)
    const value = largest(points.slice(from, Math.floor(((column + 1) * points.length) / columns)))
    return value === null ? GAP : BARS[range <= 0 ? 0 : Math.round(((value - floor) / range) * (BARS.length - 1))]
  }).join('')
}

function largest(values: readonly (number | null)[]): number | null {
  return values.reduce((most, value) => (value !== null && (most === null || value > most) ? value : most), null)
}
