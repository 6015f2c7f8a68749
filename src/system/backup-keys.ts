/** Seals the dumps of a run directory for the plan's public keys, and opens them again. */
import type { BackupFile, Encryption } from '../domain/backup.ts'
import type { ByteStream } from '../domain/ports/processes.ts'
import type { Opener } from './age.ts'
import type { Decoding, Encoding } from './dump-encoding.ts'

/** Of one file. */
export interface Sealing {
  readonly encryption: Encryption
  readonly encoding: Encoding
  /** The file is written: from now on this process opens it by itself. */
  wrote(file: Pick<BackupFile, 'sha256'>): void
}

export class BackupKeys {
  readonly #recipients: readonly string[]
  readonly #identities: readonly string[]
  /** By the SHA-256 of the sealed file: these very bytes and no others. */
  readonly #ownFiles = new Map<string, Opener>()

  /**
   * @param recipients - public keys; empty: nothing is sealed
   * @param identities - private keys that this process was given
   */
  constructor(recipients: readonly string[], identities: readonly string[]) {
    this.#recipients = recipients
    this.#identities = identities
  }

  /** `null` where nothing is sealed: then the library, which is large, is not loaded either. */
  async seal(): Promise<Sealing | null> {
    const recipients = this.#recipients
    if (recipients.length === 0) return null
    const { sealFor } = await import('./age.ts')
    const { seal, opener } = sealFor(recipients)
    return {
      encryption: { format: 'age', recipients },
      encoding: { suffix: '.age', encode: seal },
      wrote: ({ sha256 }) => void this.#ownFiles.set(sha256, opener),
    }
  }

  /** What this process sealed it opens by itself; anything else takes a private key. @throws BackupError, by the stream */
  opening({ sha256 }: BackupFile, { recipients }: Encryption): Decoding {
    const identities = this.#identities
    const own = this.#ownFiles.get(sha256)
    async function* open(sealed: ByteStream): AsyncGenerator<Uint8Array> {
      const opener = own ?? (await import('./age.ts')).openerOf(identities, recipients)
      yield* opener.open(sealed)
    }
    return { decode: open }
  }
}
