/** A small migration tool of somebody else's: steps in steps.json, history in the table tool_history. */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Client } from 'pg'
import type { Step } from './migrator.contract.ts'

const steps = JSON.parse(readFileSync('steps.json', 'utf8')) as readonly Step[]
const { SAVEPOINT_REVISION: target = 'head', SAVEPOINT_MESSAGE: message = '' } = process.env
const client = new Client({ connectionString: process.env.DATABASE_URL?.replace(/\?.*/, ''), ssl: false })
await client.connect()

const { rows: tables } = await client.query("select to_regclass('tool_history') as name")
const done =
  tables[0].name === null
    ? []
    : (await client.query('select revision from tool_history order by 1')).rows.map((row) => row.revision)
const pending = steps.filter((step) => !done.includes(step.revision))
const upTo = (revision: string) => steps.filter((step) => revision === 'head' || step.revision <= revision)
const create = 'create table if not exists tool_history (revision text primary key)'

const subcommands: Record<string, () => unknown> = {
  current: () => console.log(done.at(-1) ?? ''),
  heads: () => console.log(steps.at(-1)?.revision),
  pending: () => console.log(pending.map((step) => `${step.revision}  ${step.name}`).join('\n')),
  preview: () =>
    console.log(
      upTo(target)
        .map((step) => step.up)
        .join(';\n'),
    ),
  generate: () => {
    writeFileSync('steps.json', JSON.stringify([...steps, { revision: '004', name: message, up: 'select 1', down: 'select 1' }]))
    console.log(resolve('steps.json'))
  },
  stamp: () =>
    client.query([create, ...upTo(target).map((step) => `insert into tool_history values ('${step.revision}')`)].join(';')),
  upgrade: async () => {
    for (const step of upTo(target).filter((one) => pending.includes(one))) {
      console.log(`applying ${step.name}`)
      await client.query(`${create}; ${step.up}; insert into tool_history values ('${step.revision}')`)
    }
  },
  downgrade: async () => {
    const kept = target === 'base' ? [] : upTo(target)
    for (const step of steps.filter((one) => done.includes(one.revision) && !kept.includes(one)).reverse()) {
      await client.query(`${step.down}; delete from tool_history where revision = '${step.revision}'`)
    }
  },
}

try {
  await subcommands[process.argv[2] as string]?.()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await client.end()
}
