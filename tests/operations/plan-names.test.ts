/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** Names that are not there are told before anything starts, all of them, with the nearest that are and their place in the plan. */
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'

const MIGRATION = {
  'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN phone text; CREATE TABLE "Visit" (id int, customer int);',
}

async function untouched(project: Project): Promise<boolean> {
  const [row] = await project.query(
    "SELECT to_regnamespace('savepoint') IS NULL AND to_regclass('savepoint_migrations') IS NULL AS untouched",
  )
  return row?.untouched === true
}

function projectWith(plan: string, files: Readonly<Record<string, string>> = MIGRATION): Promise<Project> {
  return createProject({ ...files, 'savepoint.yml': PLAN + plan })
}

describe('a run', () => {
  test('refuses every name that neither the database nor a pending migration knows, and touches nothing', async () => {
    await using project = await projectWith(`snapshot: { tables: [customer, custmer] }
changes:
  - { table: ordr, rows: any, because: a }
  - { table: customer, columns: [nmae], because: b }
  - { object: spendr, dropped: true, because: c }
validate:
  - { name: a, populated: customer.emial }
  - { name: b, when: before, populated: customer.phone }
  - { name: c, foreign-keys: [oder], also: [{ from: note.body, to: nowhere.id }] }
  - { name: e, parity: [customer, spendr] }
  - { name: d, after-migration: "002", query: select 1, expect: 1 }
`)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(2)
    expect(output).toContain('the plan names 10 things that are not there')
    const told = [
      /savepoint\.yml:5:32: snapshot\.tables\[2\]: there is no table custmer Did you mean customer\?/,
      /savepoint\.yml:7:14: changes\[1\]\.table: there is no table ordr Did you mean order\?/,
      /changes\[2\]\.columns\[1\]: there is no column nmae in public\.customer Did you mean name\?/,
      /changes\[3\]\.object: there is no spendr Did you mean spender\?/,
      /savepoint\.yml:11:27: validate\[1\]\.populated: there is no column emial in public\.customer Did you mean email\?/,
      /validate\[2\]\.populated: there is no column phone in public\.customer/,
      /validate\[3\]\.foreign-keys\[1\]: there is no table oder/,
      /validate\[3\]\.also\[1\]\.to: there is no table nowhere/,
      /validate\[4\]\.parity\[2\]: there is no table spendr Did you mean spender\?/,
      /validate\[5\]\.after-migration: the migrator knows no migration 002 Did you mean 001\?/,
    ]
    const words = output.replace(/\s+/g, ' ')
    for (const message of told) expect(words).toMatch(message)
    expect(await untouched(project)).toBe(true)
  })

  test('refuses queries of before the migrations that cannot be right, and touches nothing', async () => {
    await using project = await projectWith(`snapshot:
  queries: { sums: "select sum(cents) from ordr", fine: "select count(*) from customer;", shown: show server_version }
  distributions: { moods: note.moood }
validate:
  - { name: a, when: before, query: "selct 1", expect: 1 }
  - { name: b, when: before, query: "select frm customer", expect: 1 }
  - { name: c, when: before-and-after, time: { query: "select nmae from customer" }, at-most: 5s }
  - { name: d, query: "select count(phone) from customer", expect: 0 }
`)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(2)
    const told = [
      /the plan has 4 mistakes/,
      /savepoint\.yml:6:\d+: snapshot\.queries\.sums: relation "ordr" does not exist/,
      /savepoint\.yml:7:\d+: snapshot\.distributions\.moods: column "moood" does not exist/,
      /savepoint\.yml:10:\d+: validate\[2\]\.query: column "frm" does not exist/,
      /savepoint\.yml:11:\d+: validate\[3\]\.time: column "nmae" does not exist/,
    ]
    const words = output.replace(/\s+/g, ' ')
    for (const message of told) expect(words).toMatch(message)
    expect(await untouched(project)).toBe(true)
  })

  test('accepts what a pending migration brings, and what an earlier one has taken', async () => {
    await using project = await projectWith(`changes:
  - { table: customer, columns: [phone], because: new }
  - { table: 'public."Visit"', created: true, because: new }
  - { table: quests_of_old, dropped: true, because: gone since the last migration }
validate:
  - { name: visits, populated: '"Visit".id', at-least: 0 }
  - { name: phones, after-migration: "001", populated: customer.phone, at-least: 0 }
  - { name: mail, when: before-and-after, populated: customer.email, at-least: 300 of 300 }
`)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).toContain('migrated')
    expect(exitCode).toBe(0)
    expect(output).toContain('changes[3].table: there is no table quests_of_old now')
  })

  test('finds tables of another schema, and says where a name without its schema is', async () => {
    await using project = await projectWith(
      'validate: [{ name: a, populated: Shop.Item.id }, { name: b, populated: item.id }, { name: c, populated: \'"Shop"."Item".id\' }]\n',
    )
    await project.query(
      'CREATE SCHEMA "Shop"; CREATE TABLE "Shop"."Item" (id int); CREATE SCHEMA other; CREATE TABLE other.item (id int)',
    )
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(2)
    expect(output).toMatch(/validate\[1\]\.populated: there is no table shop\.item/)
    expect(output.replace(/\s+/g, ' ')).toMatch(/validate\[2\]\.populated: there is no table item Did you mean other\.item\?/)
    expect(output).not.toContain('validate[3]')
  })

  test('believes what a migrator that shows no SQL may bring, aloud', async () => {
    const migrator =
      'version: 1\ndatabase: { url: "${DATABASE_URL}" }\nmigrator: { kind: command, current: "cat at", upgrade: "echo 1 > at", pending: "cat at | grep -q 1 || echo 1" }\n'
    await using project = await createProject({
      at: '',
      'savepoint.yml': `${migrator}validate: [{ name: a, populated: visit.id }, { name: b, when: before, populated: visit.id }]\n`,
    })
    const refused = await project.run('run', '--yes')
    expect(refused.exitCode).toBe(2)
    expect(refused.output).toContain('validate[2].populated: there is no table visit')
    expect(refused.output).toContain('validate[1].populated: there is no table visit now')
  })
})

describe('validate', () => {
  test('refuses unknown names of its checks, and does not mind what the last migration dropped', async () => {
    await using project = await projectWith('changes: [{ table: custmer, dropped: true, because: gone }]\n', {
      'migrations/001_none.sql': 'SELECT 1;',
    })
    expect((await project.run('validate')).exitCode).toBe(0)
    await project.write('savepoint.yml', `${PLAN}validate: [{ name: a, populated: custmer.id }]\n`)
    const { exitCode, output } = await project.run('validate')
    expect(exitCode).toBe(2)
    expect(output).toMatch(/validate\[1\]\.populated: there is no table custmer\n {2}- savepoint\.yml:5:\d+\n/)
  })
})
