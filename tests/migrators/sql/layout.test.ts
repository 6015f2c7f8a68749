import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../../src/domain/errors.ts'
import { generateMigration, nextRevision, slugOf } from '../../../src/migrators/sql/generation.ts'
import { readLayout } from '../../../src/migrators/sql/layout.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'savepoint-layout-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function lay(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), 'select 1')
  }
}

describe('a directory of migrations', () => {
  test('may mix plain files, pairs and directories, with gaps, and is read in order of the numbers', async () => {
    await lay('10_ten.sql', '002_pair.up.sql', '002_pair.down.sql', '005_folder/up.sql', '005_folder/down.sql', 'V7__flyway.sql')
    await lay('README.md', 'seeds/all.sql', '.hidden.sql', '005_folder/notes.txt')

    expect(await readLayout(directory)).toEqual([
      { revision: '002', name: 'pair', shape: 'pair', up: '002_pair.up.sql', down: '002_pair.down.sql' },
      { revision: '005', name: 'folder', shape: 'directory', up: '005_folder/up.sql', down: '005_folder/down.sql' },
      { revision: '7', name: 'flyway', shape: 'plain', up: 'V7__flyway.sql', down: null },
      { revision: '10', name: 'ten', shape: 'plain', up: '10_ten.sql', down: null },
    ])
  })

  test('may be empty', async () => {
    expect(await readLayout(directory)).toEqual([])
  })

  test.each([
    ['a number used twice', ['001_a.sql', '001_b.sql'], 'number 001 is used more than once: 001_a.sql, 001_b.sql'],
    ['a number in two widths', ['1_a.sql', '001_b.sql'], 'is used more than once: 001_b.sql, 1_a.sql'],
    ['a file and a directory of one number', ['001_a.sql', '001_a/up.sql'], 'is used more than once'],
    ['a name without a number', ['users.sql'], '"users.sql" is not the name of a migration'],
    ['a line break in a name', ['001_a\n::error::b.sql'], '"001_a\\n::error::b.sql" is not the name'],
    ['an escape sequence in a name', ['001_\u001b[2J.sql'], 'is not the name of a migration'],
    ['a down file alone', ['001_a.down.sql'], '001_a.down.sql has no up file of the same name'],
    ['a pair of two names', ['001_a.up.sql', '001_b.down.sql'], '001_b.down.sql has no up file of the same name'],
    ['a directory without an up file', ['001_a/down.sql'], 'the directory "001_a" holds no up.sql'],
    ['a directory without a number', ['users/up.sql'], 'the directory "users" holds an up.sql, but its name'],
  ])('is refused with %s', async (_, paths, message) => {
    await lay(...paths)

    const error = await readLayout(directory).catch((refusal: unknown) => refusal)

    expect(error).toBeInstanceOf(ConfigurationError)
    expect((error as Error).message).toContain(message)
  })

  test('tells every mistake at once', async () => {
    await lay('users.sql', '001_a.sql', '001_b.sql', '002_c.down.sql')

    await expect(readLayout(directory)).rejects.toMatchObject({
      problems: [{}, {}, {}],
      message: expect.stringContaining('(and 2 more)'),
    })
  })

  test('is named when it is not there', async () => {
    await expect(readLayout(join(directory, 'nowhere'))).rejects.toThrow(/migrations directory .*nowhere cannot be read/)
  })
})

describe('a new migration', () => {
  const generate = async (message: string) =>
    (await generateMigration(directory, await readLayout(directory), message)).map((path) => relative(directory, path))

  test.each([
    ['an up/down pair in an empty directory', [], ['001_add_users.up.sql', '001_add_users.down.sql']],
    ['a plain file after a plain file', ['0041_a.sql'], ['0042_add_users.sql']],
    ['a directory after a directory', ['9_a/up.sql'], ['10_add_users/up.sql', '10_add_users/down.sql']],
    ['the same prefix as the last', ['V3__a.sql'], ['V4__add_users.sql']],
  ])('gets %s', async (_, present, expected) => {
    await lay(...present)

    expect(await generate('Add users!')).toEqual(expected)
    expect((await readLayout(directory)).at(-1)?.name).toBe('add_users')
  })

  test('says in its first line what it is for, on one line', async () => {
    const [up = ''] = await generate('add users\n; drop table users;')

    expect(await readFile(join(directory, up), 'utf8')).toBe('-- add users ; drop table users;\n')
  })

  test('gets the time as its number where the others have it', () => {
    expect(nextRevision('20250101120000', new Date('2026-11-21T09:30:00Z'))).toBe('20261121093000')
    expect(nextRevision('99991231235959', new Date('2026-11-21T09:30:00Z'))).toBe('99991231235960')
  })

  test('has a name without paths or marks, and needs one', () => {
    expect(slugOf('../../Café: l’été')).toBe('cafe_l_ete')
    expect(() => slugOf('../..')).toThrow(ConfigurationError)
  })
})
