/** Encryption in the format of the program `age`: a stream sealed for public keys, and opened by one of their private keys. */
import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { BackupError } from '../domain/errors.ts'
import type { ByteStream } from '../domain/ports/processes.ts'

type Identity = Parameters<Decrypter['addIdentity']>[0]
type LibraryStream = globalThis.ReadableStream<Uint8Array<ArrayBuffer>>

/** Key material stays inside. */
export interface Opener {
  /** @throws BackupError where no key fits or the file is damaged: then at the damage, after what is whole before it */
  open(sealed: ByteStream): ByteStream
}

/** For one file. */
export interface Seal {
  seal(plain: ByteStream): ByteStream
  /** Opens this one file, once sealed, in this process. */
  readonly opener: Opener
}

/**
 * Seals one file. Its key is random and stands in the file only as encrypted to each recipient; a copy stays in this process, so
 * that it can read back and prove what it wrote without a private key.
 *
 * @param recipients - public keys, `age1…`; the private key of any one of them opens the file
 */
export function sealFor(recipients: readonly string[]): Seal {
  let fileKey: Uint8Array | null = null
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key)
      return []
    },
  })
  return {
    seal: async function* (plain) {
      yield* await encrypter.encrypt(ReadableStream.from(plain) as LibraryStream)
    },
    opener: openerOf([{ unwrapFileKey: () => fileKey }], recipients),
  }
}

/**
 * @param identities - private keys as `age-keygen` writes them, `AGE-SECRET-KEY-1…`
 * @param recipients - those of the file, to be named where no key fits
 */
export function openerOf(identities: readonly Identity[], recipients: readonly string[]): Opener {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  // Asked last, so that none of the keys has fitted.
  decrypter.addIdentity({ unwrapFileKey: () => refuse(identities, recipients) })
  return { open: (sealed) => decrypt(decrypter, sealed) }
}

function refuse(identities: readonly Identity[], recipients: readonly string[]): never {
  const why = identities.length === 0 ? 'and no private key was given' : 'and no private key that was given is for any of these'
  throw new BackupError(`the backup is encrypted for ${recipients.join(', ')}, ${why}`, {
    hint: 'give the private key of one of these: --identity FILE, or SAVEPOINT_AGE_IDENTITY in the environment',
  })
}

async function* decrypt(decrypter: Decrypter, sealed: ByteStream): AsyncGenerator<Uint8Array> {
  const reading: { failure?: unknown } = {}
  try {
    yield* await decrypter.decrypt(ReadableStream.from(noting(sealed, reading)) as LibraryStream)
  } catch (cause) {
    if ('failure' in reading) throw reading.failure
    if (cause instanceof BackupError) throw cause
    throw new BackupError('it was changed or cut short after it had been encrypted', { cause })
  }
}

/** A failure to read says nothing of the file's content. */
async function* noting(sealed: ByteStream, reading: { failure?: unknown }): AsyncGenerator<Uint8Array> {
  try {
    yield* sealed
  } catch (failure) {
    reading.failure = failure
    throw failure
  }
}
