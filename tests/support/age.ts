/** The real programs `age` and `age-keygen`, for tests. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface AgeKey {
  /** Path of the key file, as `age-keygen` wrote it. */
  readonly file: string
  readonly identity: string
  readonly recipient: string
}

/** A new pair of keys, its private one in the file. */
export function ageKey(file: string): AgeKey {
  runAge('age-keygen', ['-o', file])
  const text = readFileSync(file, 'utf8')
  return { file, identity: found(text, /AGE-SECRET-KEY-1\w+/), recipient: found(text, /age1\w+/) }
}

export function ageDecrypt(sealed: Buffer, { file }: AgeKey): Buffer {
  return runAge('age', ['--decrypt', '--identity', file], sealed)
}

export function ageEncrypt(plain: Buffer, recipients: readonly string[]): Buffer {
  return runAge(
    'age',
    recipients.flatMap((recipient) => ['--recipient', recipient]),
    plain,
  )
}

function runAge(program: string, args: readonly string[], input: Buffer = Buffer.alloc(0)): Buffer {
  try {
    return execFileSync(program, args, { input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'pipe'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(`${program} is missing: install the package age`)
  }
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[0]
  if (match === undefined) throw new Error(`age-keygen wrote no ${pattern}`)
  return match
}
