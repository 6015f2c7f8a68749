/** A real server that speaks S3, multipart included, kept in memory: moto, from the Python packages of the tests. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface S3Server extends AsyncDisposable {
  readonly endpoint: string
  /** What a process needs to use it: endpoint and credentials of the standard chain. */
  readonly env: Readonly<Record<string, string>>
}

export const S3_SECRET = 'wJalrXUtnFEMIexampleSECRETkey'

/** With one empty bucket. */
export async function startS3Server(bucket: string): Promise<S3Server> {
  const venv = process.env.SAVEPOINT_TEST_VENV
  if (venv === undefined) throw new Error('SAVEPOINT_TEST_VENV is not set: run the tests with npm test')
  const server = spawn(join(venv, 'bin', 'moto_server'), ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(server, 'close')
  const endpoint = await addressOf(server.stderr.setEncoding('utf8'))
  server.stderr.resume()
  const made = await fetch(`${endpoint}/${bucket}`, { method: 'PUT' })
  if (!made.ok) throw new Error(`cannot make the bucket: ${made.status} ${await made.text()}`)
  return {
    endpoint,
    env: awsEnvironment(endpoint),
    [Symbol.asyncDispose]: async () => {
      server.kill()
      await ended
    },
  }
}

export function awsEnvironment(endpoint: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: S3_SECRET,
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}

async function addressOf(output: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of { [Symbol.asyncIterator]: () => iterate(output) }) {
    text += piece
    const found = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1]
    if (found !== undefined) return found
  }
  throw new Error(`moto_server ended before it listened:\n${text}`)
}

/** Left early, a stream would be closed, and the server with it. */
function iterate(output: AsyncIterable<string>): AsyncIterator<string> {
  const iterator = (output as unknown as { iterator(options: { destroyOnReturn: boolean }): AsyncIterator<string> }).iterator({
    destroyOnReturn: false,
  })
  return iterator
}
