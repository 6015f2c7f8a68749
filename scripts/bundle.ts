/** Bundles `src/index.ts` and all it needs into one directory of ES modules, the same bytes every time. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

export const PROJECT_DIRECTORY = resolve(import.meta.dirname, '..')

interface Bundled {
  readonly code: string
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer; readonly permissions: number }>>
}

type Bundler = (entry: string, options: Readonly<Record<string, unknown>>) => Promise<Bundled>

/** The bundler has no types of its own and is CommonJS. */
const bundler = createRequire(import.meta.url)('@vercel/ncc') as Bundler

/** Writes the bundle into a directory, which is emptied first. Not minified, so that a change of it can be read. */
export async function writeBundle(directory: string): Promise<void> {
  const { code, assets } = await bundler(join(PROJECT_DIRECTORY, 'src', 'index.ts'), {
    esm: true,
    cache: false,
    quiet: true,
    transpileOnly: true,
    target: 'es2022',
    license: 'licenses.txt',
  })
  await rm(directory, { recursive: true, force: true })
  await writeInto(directory, 'index.js', code)
  for (const [name, asset] of Object.entries(assets)) await writeInto(directory, name, asset.source)
}

async function writeInto(directory: string, name: string, content: string | Buffer): Promise<void> {
  const file = join(directory, name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
