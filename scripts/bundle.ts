/** Bundles `src/index.ts` and all it needs into one directory of ES modules, the same bytes every time. */
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'

export const PROJECT_DIRECTORY = resolve(import.meta.dirname, '..')

/** Inside the project, because the numbers of the chunks follow from the paths of the modules. */
const PLAIN_DIRECTORY = join(PROJECT_DIRECTORY, '.cache', 'bundle')

interface Bundled {
  readonly code: string
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer; readonly permissions: number }>>
}

type Bundler = (entry: string, options: Readonly<Record<string, unknown>>) => Promise<Bundled>

/** The bundler has no types of its own and is CommonJS. */
const bundler = createRequire(import.meta.url)('@vercel/ncc') as Bundler

/** Writes the bundle into a directory, which is emptied first. Not minified, so that a change of it can be read. */
export async function writeBundle(directory: string): Promise<void> {
  await writePlainModules()
  const { code, assets } = await bundler(join(PLAIN_DIRECTORY, 'src', 'index.js'), {
    esm: true,
    cache: false,
    quiet: true,
    target: 'es2022',
    license: 'licenses.txt',
  })
  await rm(directory, { recursive: true, force: true })
  await writeInto(directory, 'index.js', code)
  for (const [name, asset] of Object.entries(assets)) await writeInto(directory, name, asset.source)
}

/** The bundler's own compiler would make CommonJS of it, from which nothing unused can be left out. */
async function writePlainModules(): Promise<void> {
  await rm(PLAIN_DIRECTORY, { recursive: true, force: true })
  for await (const path of glob('src/**/*.ts', { cwd: PROJECT_DIRECTORY })) {
    const source = await readFile(join(PROJECT_DIRECTORY, path), 'utf8')
    await writeInto(PLAIN_DIRECTORY, path.replace(/\.ts$/, '.js'), plainModule(source))
  }
  // It says that the modules are ES modules.
  await writeInto(PLAIN_DIRECTORY, 'package.json', await readFile(join(PROJECT_DIRECTORY, 'package.json')))
}

function plainModule(source: string): string {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2024,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  }
  return ts.transpileModule(source, { compilerOptions }).outputText
}

async function writeInto(directory: string, name: string, content: string | Buffer): Promise<void> {
  const file = join(directory, name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
