/** Tells a public key of age from a mistyped one, before anything is encrypted to a key that nobody holds. */

/** What people paste in the place of a public key, and what to do instead. */
export type RecipientMistake = 'private-key' | 'ssh-key' | 'other-kind' | 'mistyped'

/** Of bech32 (BIP 173). */
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** A public key of X25519, the kind that `age-keygen` prints: 32 bytes and a checksum in bech32. */
const X25519 = /^age1[ac-hj-np-z02-9]{58}$/

/** `null` for a public key that every version of age knows. */
export function recipientMistake(written: string): RecipientMistake | null {
  if (/AGE-SECRET-KEY-/i.test(written)) return 'private-key'
  if (/^(?:ssh-|ecdsa-|sk-)/.test(written)) return 'ssh-key'
  // Post-quantum keys, and keys of plugins and their hardware, are unknown to the age of today's distributions.
  if (/^age1[a-z0-9]+1[a-z0-9]+$/.test(written)) return 'other-kind'
  return X25519.test(written) && hasChecksum('age', written.slice('age1'.length)) ? null : 'mistyped'
}

/** The checksum of bech32 finds every mistake in up to four characters. */
function hasChecksum(prefix: string, data: string): boolean {
  const letters = [...prefix].map((letter) => letter.charCodeAt(0))
  const values = [
    ...letters.map((code) => code >> 5),
    0,
    ...letters.map((code) => code & 31),
    ...[...data].map((letter) => ALPHABET.indexOf(letter)),
  ]
  return values.reduce(nextChecksum, 1) === 1
}

function nextChecksum(checksum: number, value: number): number {
  const top = checksum >> 25
  const shifted = ((checksum & 0x1ffffff) << 5) ^ value
  return GENERATOR.reduce((sum, term, bit) => ((top >> bit) & 1 ? sum ^ term : sum), shifted)
}
