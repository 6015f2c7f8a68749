/** Where things are in this clone. */
import { resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')

/** What the bootstrap makes for itself; deleting it is always safe. */
export const CACHE = resolve(PROJECT, '.cache')
