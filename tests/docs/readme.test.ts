/** What the documentation tells people to write and to run is what Savepoint understands, and its links lead somewhere. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseArguments } from '../../src/entrypoints/arguments.ts'
import { findCommand } from '../../src/entrypoints/commands.ts'
import { CHECK_KINDS } from '../../src/plan/checks/check.ts'
import { planJsonSchema } from '../../src/plan/json-schema.ts'
import { parsePlan } from '../../src/plan/loading.ts'

const PROJECT = join(import.meta.dirname, '../..')
const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...globSync('docs/*.md', { cwd: PROJECT })]
const README = textOf('README.md')

function textOf(page: string): string {
  return readFileSync(join(PROJECT, page), 'utf8')
}

/** Contents of the fenced blocks of one language. */
function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, found, content = '']) =>
    found === language ? [content] : [],
  )
}

function isPlan(block: string): boolean {
  return /^version: 1$/m.test(block)
}

/** A part of a plan, as pages about one section show it. */
function isPart(block: string): boolean {
  const keys = Object.keys((parse(block) ?? {}) as object)
  return !isPlan(block) && keys.every((key) => Object.keys(planJsonSchema().properties ?? {}).includes(key))
}

const PLANS = PAGES.flatMap((page) =>
  blocks(textOf(page), 'yaml').flatMap((text) => {
    if (isPlan(text)) return [[page, text] as const]
    return isPart(text) ? [[page, `version: 1\n${text}`] as const] : []
  }),
)

/** What the pages take from the environment. */
const ENVIRONMENT = {
  DATABASE_URL: 'postgresql://app@db.example.org/shop',
  OTHER_URL: 'postgresql://app@db.example.org/other',
  BASE_URL: 'https://shop.example.org',
  API_TOKEN: 'token',
  SLACK_WEBHOOK_URL: 'https://hooks.example.org/1',
  OPS_WEBHOOK: 'https://hooks.example.org/2',
  OPS_TOKEN: 'token',
}

const COMMANDS = PAGES.flatMap((page) =>
  ['sh', 'console'].flatMap((language) => blocks(textOf(page), language)).flatMap((block) => block.split('\n')),
)
  .map((line) => line.replace(/^\$ /, '').replace(/\s+#.*$/, ''))
  .filter((line) => line.startsWith('savepoint '))

describe('the documentation', () => {
  test.each(PLANS)('shows a plan that loads, in %s', (_page, text) => {
    const plan = parsePlan({ file: 'savepoint.yml', text, environmentName: undefined, environment: ENVIRONMENT })
    expect(plan.database.url).toBe(ENVIRONMENT.DATABASE_URL)
  })

  test('shows parts of plans too, and each of them is held to the same', () => {
    expect(PLANS.length).toBeGreaterThan(15)
  })

  test.each([...CHECK_KINDS])('has a section with an example about checks of the kind %s', (kind) => {
    const [, section = ''] = textOf('docs/checks.md').split(`## \`${kind}\`\n`)
    expect(section.split('\n## ')[0]).toContain(`${kind}:`)
  })

  test('shows commands that are understood', () => {
    expect(COMMANDS.length).toBeGreaterThan(10)
    for (const line of COMMANDS) {
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
      expect(findCommand(words[1] ?? '')).toBeDefined()
      expect(() => parseArguments(words.slice(1), {})).not.toThrow()
    }
  })

  test.each(PAGES)('has no link that leads nowhere, in %s', (page) => {
    const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    for (const link of links.filter((target) => !/^[a-z]+:/.test(target))) {
      const [path = '', anchor] = link.split('#')
      const file = path === '' ? page : join(dirname(page), path)
      expect([link, existsSync(join(PROJECT, file))]).toEqual([link, true])
      if (anchor !== undefined) expect(anchorsOf(textOf(file))).toContain(anchor)
    }
  })
})

/** Anchors of the headings, as GitHub makes them. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

describe('the README', () => {
  const workflow = blocks(README, 'yaml').find((block) => !isPlan(block)) ?? ''

  test('shows a plan of every environment that its workflow uses, in twenty lines', () => {
    const [plan = ''] = blocks(README, 'yaml').filter(isPlan)
    const environment = { DATABASE_URL: 'postgresql://app@db.example.org/shop' }
    for (const environmentName of ['staging', 'production']) {
      const loaded = parsePlan({ file: 'savepoint.yml', text: plan, environmentName, environment })
      expect(loaded.production).toBe(environmentName === 'production')
    }
    expect(plan.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
  })

  test('shows a workflow whose steps run a command that is understood, in twenty lines', () => {
    expect(workflow.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
    const { jobs } = parse(workflow) as { jobs: { migrate: { steps: readonly { run?: string; uses?: string }[] } } }
    const command = jobs.migrate.steps.map((step) => step.run ?? '').find((run) => run.startsWith('savepoint '))
    expect(parseArguments((command ?? '').split(' ').slice(1), {})).toMatchObject({
      command: 'run',
      values: { environment: 'staging', yes: true },
    })
    for (const { uses } of jobs.migrate.steps) expect(uses ?? 'actions/a@v1').toMatch(/^actions\/[a-z-]+@v\d+$/)
  })

  test('and every other page name npm commands that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
    const named = [
      ...PAGES.map(textOf)
        .join('\n')
        .matchAll(/npm (?:run ([a-z]+)|(test))\b/g),
    ].map(([, run, test]) => run ?? test ?? '')
    expect(named).toContain('test')
    for (const name of named) expect(scripts).toHaveProperty(name)
  })
})
