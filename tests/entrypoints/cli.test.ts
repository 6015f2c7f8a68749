import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import packageFile from '../../package.json' with { type: 'json' }
import { helpText } from '../../src/entrypoints/help.ts'
import { Workplace } from './command-line.ts'

describe('the command line without a database', () => {
  test('shows its version', async () => {
    await using place = await Workplace.create({})

    expect(await place.run('--version')).toEqual({ exitCode: 0, stdout: `${packageFile.version}\n`, stderr: '' })
  })

  test('shows help, and loads no package for it', async () => {
    await using place = await Workplace.create({})

    const { exitCode, stdout, stderr } = await place.runListingModules('migrate', '--help')

    expect(exitCode).toBe(0)
    expect(stdout).toBe(helpText('migrate'))
    expect(stderr).toContain('entrypoints/help.ts')
    expect(stderr).not.toContain('node_modules')
  })

  test('without a command shows help on standard error and exits 2', async () => {
    await using place = await Workplace.create({})

    expect(await place.run()).toEqual({ exitCode: 2, stdout: '', stderr: helpText(null) })
  })

  test('tells every mistake and exits 2', async () => {
    await using place = await Workplace.create({})

    const { exitCode, stderr } = await place.run('migrate', '--tow', '3', '--dryrun')

    expect(exitCode).toBe(2)
    expect(stderr).toBe(`✗ the command line has 2 mistakes
  - --tow is not known here
      did you mean --to?
  - --dryrun is not known here
      did you mean --dry-run?
  What to do: see savepoint migrate --help
`)
  })

  test('tells mistakes to programs too', async () => {
    await using place = await Workplace.create({})

    const { exitCode, stdout } = await place.run('helth', '--json')

    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CONFIGURATION', problems: [{ hint: 'did you mean health?' }] } })
  })

  test('does not repeat a password that was given where everyone can read it', async () => {
    await using place = await Workplace.create({})

    const { exitCode, stdout, stderr } = await place.run('health', '--database-url', 'postgres://app:hunter22@db/shop', '--json')

    expect(exitCode).toBe(2)
    expect(stderr).toContain('--database-url does not exist')
    expect(stdout + stderr).not.toContain('hunter22')
  })

  test('says where a database is looked for when none is given', async () => {
    await using place = await Workplace.create({})

    const { exitCode, stderr } = await place.run('health')

    expect(exitCode).toBe(2)
    expect(stderr).toContain('no database is given')
    expect(stderr).toContain('DATABASE_URL')
  })

  test('says that a plan named is not there, and shows where a plan is wrong', async () => {
    await using place = await Workplace.create({ 'savepoint.yml': 'version: 1\nmigrater: { kind: sql }\nlock-wait: soon\n' })

    const missing = await place.run('health', '--config', 'absent.yml')
    expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('✗ there is no plan at absent.yml') })

    const wrong = await place.run('health')
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).toContain('- savepoint.yml:2:1: ')
    expect(wrong.stderr).toContain('- savepoint.yml:3:12: ')
  })

  test('says that SQLite is not there yet', async () => {
    await using place = await Workplace.create({ 'savepoint.yml': 'version: 1\ndatabase: { url: "sqlite:///app.db" }\n' })

    expect(await place.run('health')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('SQLite databases cannot be migrated yet'),
    })
  })

  test('changes nothing where nobody can answer its question', async () => {
    await using place = await Workplace.create({}, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })

    for (const command of ['run', 'migrate', 'rollback']) {
      const { exitCode, stderr } = await place.run(command)

      expect(exitCode).toBe(2)
      expect(stderr).toContain(`${command} asks before it changes the database, and there is no terminal`)
      expect(stderr).toContain('What to do: add --yes to answer yes')
    }
    await expect(access(join(place.directory, 'savepoint-run'))).rejects.toThrow('ENOENT')
  })
})
