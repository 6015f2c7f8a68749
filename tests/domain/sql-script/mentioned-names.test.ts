/** The names a piece of SQL mentions: identifiers, not values and not comments. */
import { expect, test } from '@jest/globals'
import { mentionedNames } from '../../../src/domain/sql-script/mentioned-names.ts'

const names = (sql: string) => mentionedNames(sql).map((parts) => parts.join(' / '))

test.each([
  ['a bare name, in lower case', 'DROP Film', ['drop', 'film']],
  ['a quoted name as it is', 'x "Order ""1""";', ['x', 'Order "1"']],
  ['a qualified name, spaces allowed', 'archive . "Film".title', ['archive / Film / title']],
  ['each once', 'a b a', ['a', 'b']],
  ['nothing in a string', "x 'film' 'it''s film'", ['x']],
  ['nothing in a string with escapes', "x E'a\\'film'", ['x']],
  ['nothing after a backslash that is none', "'a\\' film", ['film']],
  ['nothing in comments', 'x -- film\n/* film */ y', ['x', 'y']],
  ['what a body of statements mentions', 'DO $$ BEGIN UPDATE film; END $$', ['do', 'begin', 'update', 'film', 'end']],
  ['a name that ends in a dot', 'film.*', ['film']],
])('%s', (_what, sql, expected) => {
  expect(names(sql)).toEqual(expected)
})
