/** Loads a plan: reads it, substitutes variables, lays the environment over it, and reports every mistake at once. */
import { dirname } from 'node:path'
import { ConfigurationError, type Problem } from '../domain/errors.ts'
import { databaseSettings, type Environment } from './database-settings.ts'
import { completePlan } from './defaults.ts'
import { environmentNames, overlayEnvironment } from './environments.ts'
import { nearest } from './nearest.ts'
import { withOrigin } from './places.ts'
import { describeIssues, pathText } from './problems.ts'
import { type DatabaseSettings, type Plan, type PlanSections, planFile, planSections } from './schema.ts'
import {
  type MappingSource,
  mapScalars,
  parseSource,
  plainValue,
  type ScalarSource,
  type Source,
  scalarsOf,
  valueAt,
} from './source-tree.ts'
import { substitute } from './substitution.ts'

/** Looked for in the working directory, in this order, when no plan is named. */
export const PLAN_NAMES = ['savepoint.yml', 'savepoint.yaml'] as const

export interface PlanRequest {
  /** Path given by the user (`--config`); `undefined`: one of {@link PLAN_NAMES}, or no file at all. */
  readonly file: string | undefined
  /** Name given by the user (`--environment`). */
  readonly environmentName: string | undefined
  /** The process's environment. */
  readonly environment: Environment
}

/** Text of a file, or `null` where there is none. */
export type ReadText = (path: string) => Promise<string | null>

/** @throws ConfigurationError carrying every problem with file, line, column and hint */
export async function loadPlan(request: PlanRequest, readText: ReadText): Promise<Plan> {
  const found = await findPlan(request.file, readText)
  const { environmentName, environment } = request
  return parsePlan({ file: found?.file ?? null, text: found?.text ?? 'version: 1', environmentName, environment })
}

async function findPlan(file: string | undefined, readText: ReadText) {
  for (const candidate of file === undefined ? PLAN_NAMES : [file]) {
    const text = await readText(candidate)
    if (text !== null) return { file: candidate, text }
  }
  if (file === undefined) return null
  throw new ConfigurationError(`there is no plan at ${file}`, { hint: 'Check --config, or leave it out to run without a plan.' })
}

export interface PlanText {
  /** Name of the file in messages; `null` where there is no file. */
  readonly file: string | null
  readonly text: string
  readonly environmentName: string | undefined
  readonly environment: Environment
}

/** The plan that a text holds. Pure. @throws ConfigurationError carrying every problem */
export function parsePlan(source: PlanText): Plan {
  const tree = readTree(source)
  const problems: Problem[] = [...describeIssues(planFile.safeParse(plainValue(tree)).error?.issues ?? [], tree)]
  const chosen = chooseEnvironment(tree, source.environmentName, source.file, problems)
  const effective = overlayEnvironment(tree, chosen)
  problems.push(...variableProblems(effective))
  const parsed = planSections.safeParse(plainValue(effective))
  problems.push(...describeIssues(parsed.error?.issues ?? [], effective))
  problems.push(...unknownQueries(parsed.data, effective))
  const database = completeDatabase(parsed.data, source.environment, problems)
  if (problems.length > 0 || parsed.data === undefined || database === undefined) throw complaint(problems, source.file)
  const plan = completePlan(source.environmentName ?? 'default', parsed.data, database, dirname(source.file ?? '.'))
  return withOrigin(plan, source.file, effective)
}

function readTree(source: PlanText): MappingSource {
  const parsed = parseSource(source.text)
  if ('problems' in parsed) throw complaint(parsed.problems, source.file)
  const { tree } = parsed
  if (tree.kind !== 'mapping') throw complaint([notAMapping(tree)], source.file)
  return mapScalars(tree, (scalar, path) => substituteScalar(scalar, path, source.environment)) as MappingSource
}

function notAMapping(tree: Source): Problem {
  const message =
    tree.kind === 'scalar' && tree.value === null ? 'the plan is empty' : 'the plan must be a mapping of keys to values'
  return { message, ...tree.place, hint: 'The shortest plan is `version: 1`.' }
}

/** Lines for a shell are left as they are: the shell itself reads the environment, and no value is ever pasted into a command. */
const SHELL_LINES: Readonly<Record<string, readonly string[]>> = {
  migrator: ['current', 'upgrade', 'heads', 'pending', 'downgrade', 'preview', 'generate', 'stamp'],
  services: ['stop', 'start', 'status'],
  status: ['command'],
  logs: ['command'],
  time: ['command'],
}

/** Keys of a check that hold a shell line. */
const SHELL_CHECKS = ['command', 'time']

function isShellLine(path: readonly string[]): boolean {
  const [key, parent, grandparent] = [path.at(-1) ?? '', path.at(-2) ?? '', path.at(-3)]
  // A list of logs has one more step.
  const owner = /^\d+$/.test(parent) ? (grandparent ?? '') : parent
  return (SHELL_LINES[owner] ?? []).includes(key) || (grandparent === 'validate' && SHELL_CHECKS.includes(key))
}

function substituteScalar(scalar: ScalarSource, path: readonly string[], environment: Environment): ScalarSource {
  if (typeof scalar.value !== 'string' || !scalar.value.includes('${') || isShellLine(path)) return scalar
  const { text, touched, faults } = substitute(scalar.value, environment)
  return { ...scalar, value: text, substituted: touched, faults }
}

function chooseEnvironment(
  tree: MappingSource,
  name: string | undefined,
  file: string | null,
  problems: Problem[],
): Source | undefined {
  const known = environmentNames(tree)
  if (name === undefined || file === null || known.includes(name))
    return name === undefined ? undefined : valueAt(tree, ['environments', name])
  const near = nearest(name, known)
  const list = known.length === 0 ? 'The plan has no environments.' : `Known environments: ${known.join(', ')}.`
  problems.push({
    message: `the environment ${JSON.stringify(name)} is not in the plan`,
    hint: near === undefined ? list : `Did you mean ${near}? ${list}`,
  })
  return undefined
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the text shows the plan's own syntax
const HOW_TO_SET = 'Set it, or give a default as in ${NAME:-default}. In a workflow, check that the secret reaches this job.'

/** Variables that the chosen environment does not need may be missing. */
function variableProblems(effective: Source): readonly Problem[] {
  return scalarsOf(effective).flatMap(({ scalar, path }) =>
    (scalar.faults ?? []).map((fault) => ({
      message: `${pathText(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)))}: ${fault}`,
      ...scalar.place,
      hint: HOW_TO_SET,
    })),
  )
}

/** A declared change of a query that the snapshot does not have would never be missed. */
function unknownQueries(sections: PlanSections | undefined, tree: Source): readonly Problem[] {
  const known = [...Object.keys(sections?.snapshot?.queries ?? {}), ...Object.keys(sections?.snapshot?.distributions ?? {})]
  return (sections?.changes ?? []).flatMap(({ query }, index) => {
    if (query === undefined || known.includes(query)) return []
    const near = nearest(query, known)
    const hint = near === undefined ? `Queries of the snapshot: ${known.join(', ') || 'none'}.` : `Did you mean ${near}?`
    const place = valueAt(tree, ['changes', index, 'query'])?.place
    return [{ message: `changes[${index + 1}].query is no query of the snapshot, ${JSON.stringify(query)}`, ...place, hint }]
  })
}

/** Where other mistakes in the plan may hide the database, its absence is not one more. */
function completeDatabase(
  sections: PlanSections | undefined,
  environment: Environment,
  problems: Problem[],
): DatabaseSettings | undefined {
  if (sections === undefined) return undefined
  const found = databaseSettings(sections.database, environment)
  if ('settings' in found) return found.settings
  problems.push(found.problem)
  return undefined
}

/** One error of all problems, in the order of the file, each told once. */
function complaint(found: readonly Problem[], file: string | null): ConfigurationError {
  const located = found.map((problem) => (file === null || problem.line === undefined ? problem : { ...problem, file }))
  const unique = new Map(
    located.map((problem) => [
      `${problem.line}:${problem.column}:${problem.message.replace(/^environments\.[^.]+\./, '')}`,
      problem,
    ]),
  )
  const problems = [...unique.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  const [first] = problems
  const only = problems.length === 1 && first !== undefined
  const message = only ? `${placeText(first)}${first.message}` : `${file ?? 'the configuration'} has ${problems.length} mistakes`
  return new ConfigurationError(message, { problems, ...(only && first.hint !== undefined ? { hint: first.hint } : {}) })
}

function placeText(problem: Problem): string {
  return problem.file === undefined ? '' : `${problem.file}:${problem.line}:${problem.column}: `
}
