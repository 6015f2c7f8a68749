/** What to say about a text that cannot be split into statements, and what to do about it. */
import type { Fault } from './splitter.ts'

/** Message and hint. */
export const FAULT_WORDS: Readonly<Record<Fault['kind'], readonly [string, string]>> = {
  backslash: [
    'a backslash command of psql cannot run here',
    'write it in SQL: \\i by the included statements, \\copy by INSERT, \\connect not at all; a backslash may stand in strings only',
  ],
  'unclosed-string': ['a string is not closed', 'close it with a single quote'],
  'unclosed-identifier': ['a quoted name is not closed', 'close it with a double quote'],
  'unclosed-dollar-quote': ['a dollar-quoted string is not closed', 'close it with the same tag it begins with'],
  'unclosed-comment': ['a comment is not closed', 'close it with */; comments nest'],
}
