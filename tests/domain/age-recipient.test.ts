/** Public keys of age: a mistake in one is found before anything is encrypted to it. */
import { describe, expect, test } from '@jest/globals'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { recipientMistake } from '../../src/domain/age-recipient.ts'

const KEY = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'

test('every key that age makes is right', async () => {
  for (let count = 0; count < 50; count++) {
    const recipient = await identityToRecipient(await generateX25519Identity())
    expect([recipient, recipientMistake(recipient)]).toEqual([recipient, null])
  }
})

test('one wrong letter anywhere is found, and two that changed places', () => {
  for (let place = 4; place < KEY.length; place++) {
    const other = KEY[place] === 'q' ? 'p' : 'q'
    expect(recipientMistake(`${KEY.slice(0, place)}${other}${KEY.slice(place + 1)}`)).toBe('mistyped')
    const [here, next] = [KEY[place] ?? '', KEY[place + 1] ?? '']
    if (next !== '' && here !== next) {
      expect(recipientMistake(`${KEY.slice(0, place)}${next}${here}${KEY.slice(place + 2)}`)).toBe('mistyped')
    }
  }
})

describe('what is pasted in its place is told apart', () => {
  test.each([
    ['AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX', 'private-key'],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3n ann@example.org', 'ssh-key'],
    ['ecdsa-sha2-nistp256 AAAAE2VjZHNh', 'ssh-key'],
    ['age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t', 'other-kind'],
    ['age1pq1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq', 'other-kind'],
    [KEY.toUpperCase(), 'mistyped'],
    [KEY.slice(0, -1), 'mistyped'],
    [`${KEY} `, 'mistyped'],
    ['correct horse battery staple', 'mistyped'],
    ['', 'mistyped'],
  ])('%s', (written, mistake) => {
    expect(recipientMistake(written)).toBe(mistake)
  })
})
