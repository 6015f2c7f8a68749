/** The forms one secret takes in other texts, as parts of a regular expression: percent-encoded, escaped, quoted, base64. */

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;|&#34;',
  "'": '&#0?39;|&apos;',
}

const CONTROL_ESCAPES: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' }

/**
 * Matches the secret however each of its characters is written: as it is, percent-encoded once or twice, behind backslashes (JSON,
 * shell, passfile, connection string), doubled or closed and reopened as quotes are, as an HTML entity.
 */
export function writtenForms(secret: string): string {
  return [...secret].map(characterForms).join('')
}

function characterForms(character: string): string {
  const forms = [literal(character), percentEncoded(character)]
  if (/[A-Za-z0-9]/.test(character)) return `(?:${forms.join('|')})`
  forms.push(`\\\\{1,8}${literal(character)}`, `\\\\{1,8}u${codeUnits(character)}`)
  if (character === ' ') forms.push('\\+')
  if (character === "'") forms.unshift(`'\\\\''`, `''`, `'"'"'`)
  if (character === '"') forms.unshift('""')
  if (character === '\\') forms.unshift('\\\\{2,16}')
  const control = CONTROL_ESCAPES[character]
  if (control !== undefined) forms.push(`\\\\{1,8}${control}`)
  const entity = HTML_ENTITIES[character]
  if (entity !== undefined) forms.push(entity)
  return `(?:${forms.join('|')})`
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** `%2F`, `%2f`, `%252F`: every byte of its UTF-8 form. */
function percentEncoded(character: string): string {
  const bytes = [...Buffer.from(character, 'utf8')]
  return bytes.map((byte) => `%(?:25){0,4}${eitherCase(byte.toString(16).padStart(2, '0'))}`).join('')
}

function codeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => eitherCase(character.charCodeAt(index).toString(16).padStart(4, '0')))
    .join('\\\\{1,8}u')
}

function eitherCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}

/** Matches the secret's base64 inside a longer base64 text, at each of the three alignments, in both alphabets. */
export function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].map((shift) => alignedBase64(secret, shift)).filter((form) => form !== '')
}

function alignedBase64(secret: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret, 'utf8')])
  // The first and last characters mix in the bits of what stands before and after.
  const whole = bytes.toString('base64').slice(shift === 0 ? 0 : shift + 1, Math.floor((bytes.length * 8) / 6))
  if (whole.length < 5) return ''
  return whole.replace(/[+/]/g, (character) => (character === '+' ? '[+-]' : '[/_]'))
}
