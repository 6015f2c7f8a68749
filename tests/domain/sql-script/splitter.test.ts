import { describe, expect, test } from '@jest/globals'
import { splitStatements } from '../../../src/domain/sql-script/splitter.ts'

const texts = (source: string) => splitStatements(source).statements.map((statement) => statement.text)

describe('splitting SQL into statements', () => {
  test.each<[string, string, readonly string[]]>([
    ['two statements', 'select 1; select 2;', ['select 1', 'select 2']],
    ['a last one without a semicolon', 'select 1;\nselect 2\n', ['select 1', 'select 2']],
    ['nothing but comments', '-- a; b\n/* c; /* d; */ e; */ ;;\n', []],
    ['a string', "select 'a;b', 'it''s;'; select 2", ["select 'a;b', 'it''s;'", 'select 2']],
    ['a backslash at the end of a plain string', "select '\\'; select 2", ["select '\\'", 'select 2']],
    ['a string with escapes', "select E'a\\';b', e'\\\\'; select 2", ["select E'a\\';b', e'\\\\'", 'select 2']],
    [
      'a string with escapes over two lines',
      "select E'a'\n  -- more\n  '\\';b'; select 2",
      ["select E'a'\n  -- more\n  '\\';b'", 'select 2'],
    ],
    ['a name that ends with e before a string', "select note 'a\\'; select 2", ["select note 'a\\'", 'select 2']],
    ['a quoted name', 'select "a;""b;"; select 2', ['select "a;""b;"', 'select 2']],
    ['dollar quotes', "do $$ begin; it's; end $$; select 2", ["do $$ begin; it's; end $$", 'select 2']],
    ['dollar quotes in each other', 'select $a$ $b$ ; $a$; select 2', ['select $a$ $b$ ; $a$', 'select 2']],
    ['a tag in another alphabet', 'select $né$ ; $$ $né$; select 2', ['select $né$ ; $$ $né$', 'select 2']],
    ['parameters, which are no quotes', 'select $1; select $2', ['select $1', 'select $2']],
    ['a dollar in a name', 'select a$b$c; select 2', ['select a$b$c', 'select 2']],
    ['nested comments', 'select /* a; /* b; */ c; */ 1; select 2', ['select /* a; /* b; */ c; */ 1', 'select 2']],
    ['a comment behind an operator', 'select 1 --; not yet\n+ 1; select 2', ['select 1 --; not yet\n+ 1', 'select 2']],
    [
      'parentheses',
      'create rule r as on insert to t do (select 1; select 2); select 3',
      ['create rule r as on insert to t do (select 1; select 2)', 'select 3'],
    ],
    [
      'an old-style body',
      "create function f() returns int as 'select 1;' language sql; select 2",
      ["create function f() returns int as 'select 1;' language sql", 'select 2'],
    ],
    ['Windows line ends', 'select 1;\r\nselect 2;\r\n', ['select 1', 'select 2']],
  ])('keeps %s whole', (_, source, expected) => {
    expect(texts(source)).toEqual(expected)
  })

  test('keeps the body of a BEGIN ATOMIC routine whole, with CASE … END in it', () => {
    const routine = `create or replace procedure p(x int) begin atomic
  insert into t values (case when x > 1 then 1 end);
  select case x when 1 then 2 else 3 end;
end`
    expect(texts(`${routine};\nselect 2`)).toEqual([routine, 'select 2'])
  })

  test('does not take a transaction or a column named atomic for a body', () => {
    expect(texts('begin; select atomic; end; select 2')).toEqual(['begin', 'select atomic', 'end', 'select 2'])
  })

  test('keeps the offset of every statement, so that errors can be placed', () => {
    const source = '-- first\n  select 1;\n\nselect\n  2;'
    for (const { text, offset } of splitStatements(source).statements) {
      expect(source.slice(offset, offset + text.length)).toBe(text)
    }
  })

  test.each([
    ["select 1; select 'abc", 'unclosed-string', 17],
    ['select 1; select "abc', 'unclosed-identifier', 17],
    ['select $a$ $b$', 'unclosed-dollar-quote', 7],
    ['select 1 /* /* */', 'unclosed-comment', 9],
    ["select E'\\'", 'unclosed-string', 8],
    ['select 1;\n\\connect other\nselect 2;', 'backslash', 10],
  ])('stops at what cannot be SQL: %j', (source, kind, offset) => {
    expect(splitStatements(source).fault).toEqual({ kind, offset })
  })

  test('splits a long file in little time and without deep recursion', () => {
    const { statements, fault } = splitStatements("insert into t values (1, 'a;b');\n".repeat(100_000))

    expect(statements).toHaveLength(100_000)
    expect(fault).toBeNull()
  })
})
