/** Knows every secret of this process and masks it in text; grows as the plan is read. */
import type { Environment } from './arguments.ts'

/** Variables whose values are secret by their names; a short value would mask ordinary words. */
const SECRET_NAME = /(?:PASSWORD|PASSWD|SECRET|SECRET_ACCESS_KEY|TOKEN|DATABASE_URL|_DSN|AGE_IDENTITY)$/i
const DATABASE_NAMES: readonly string[] = ['DATABASE_URL', 'DB_PASSWORD', 'PGPASSWORD']
const SHORTEST_OTHER = 8

/** Makes the function that masks the given secrets. */
export type CreateRedactor = (secrets: readonly string[]) => (text: string) => string

export class Secrets {
  readonly #createRedactor: CreateRedactor
  #known: readonly string[]
  #mask: (text: string) => string

  constructor(environment: Environment, createRedactor: CreateRedactor) {
    this.#createRedactor = createRedactor
    this.#known = Object.entries(environment).flatMap(([name, value]) => (isSecret(name, value ?? '') ? [value ?? ''] : []))
    this.#mask = createRedactor(this.#known)
  }

  /** Empty and absent ones are ignored. */
  add(secrets: readonly (string | undefined)[]): void {
    this.#known = [...this.#known, ...secrets.filter((secret) => secret !== undefined)]
    this.#mask = this.#createRedactor(this.#known)
  }

  readonly redact = (text: string): string => this.#mask(text)
}

function isSecret(name: string, value: string): boolean {
  return DATABASE_NAMES.includes(name) || (SECRET_NAME.test(name) && value.length >= SHORTEST_OTHER)
}
