/**
 * Splits SQL into statements as PostgreSQL's own psql does, so that each can be sent alone and an error be placed in its file.
 * Backslashes in plain strings are taken literally: `standard_conforming_strings` is on, as it is by default since PostgreSQL 9.1.
 */

export interface Statement {
  /** From its first token to before its semicolon. */
  readonly text: string
  /** Offset of `text` in the source, in UTF-16 units. */
  readonly offset: number
  /** Its first bare words outside parentheses, in lower case: enough to tell what kind it is. */
  readonly words: readonly string[]
}

/** What makes the rest of a text impossible to split. */
export interface Fault {
  readonly offset: number
  readonly kind: 'backslash' | 'unclosed-string' | 'unclosed-identifier' | 'unclosed-dollar-quote' | 'unclosed-comment'
}

export interface SplitScript {
  readonly statements: readonly Statement[]
  readonly fault: Fault | null
}

const WORDS_KEPT = 32
const WORD = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y
const NUMBER = /[0-9][A-Za-z0-9_.]*/y
const LINE_COMMENT = /--[^\r\n]*/y
const REST_OF_LINE = /[^\r\n]*/y
const SPACE = /\s+/y
/** White space with a line break between two literals joins them, in the manner of the first (SQL standard). */
const CONTINUATION = /[ \t\f\v]*(?:--[^\r\n]*)?[\r\n](?:\s|--[^\r\n]*[\r\n])*'/y
const ROUTINE = /^create (or replace )?(function|procedure)\b/

/**
 * Splits `source`; stops at the first thing that cannot be SQL.
 *
 * @param isSkipped - tells of a backslash command between two statements, to the end of its line, whether it may be left out
 */
export function splitStatements(source: string, isSkipped: (command: string) => boolean = () => false): SplitScript {
  return new Splitter(source, isSkipped).split()
}

class Splitter {
  readonly #source: string
  readonly #isSkipped: (command: string) => boolean
  readonly #statements: Statement[] = []
  #at = 0
  #start = -1
  #words: string[] = []
  #parentheses = 0
  /** Open BEGIN ATOMIC and CASE blocks of a routine's body. */
  #blocks = 0
  #previousWord = ''

  constructor(source: string, isSkipped: (command: string) => boolean) {
    this.#source = source
    this.#isSkipped = isSkipped
  }

  split(): SplitScript {
    while (this.#at < this.#source.length) {
      const fault = this.#step()
      if (fault !== null) return { statements: this.#statements, fault }
    }
    this.#finish()
    return { statements: this.#statements, fault: null }
  }

  /** Consumes one token. */
  #step(): Fault | null {
    if (this.#match(SPACE) !== null || this.#match(LINE_COMMENT) !== null) return null
    if (this.#source.startsWith('/*', this.#at)) return this.#comment()
    const character = this.#source[this.#at] as string
    if (character === '\\') return this.#backslash()
    if (character === ';' && this.#parentheses === 0 && this.#blocks === 0) return this.#endStatement()
    if (this.#start < 0) this.#start = this.#at
    return this.#token(character)
  }

  #backslash(): Fault | null {
    const offset = this.#at
    const command = this.#match(REST_OF_LINE) as string
    return this.#start < 0 && this.#isSkipped(command.trim()) ? null : { offset, kind: 'backslash' }
  }

  #token(character: string): Fault | null {
    if (character === "'") return this.#string(false)
    if (character === '"') return this.#quotedIdentifier()
    const tag = this.#match(DOLLAR_TAG)
    if (tag !== null) return this.#dollarQuote(tag)
    const word = this.#match(WORD)
    if (word !== null) return this.#word(word)
    if (this.#match(NUMBER) !== null) return null
    if (character === '(') this.#parentheses++
    if (character === ')' && this.#parentheses > 0) this.#parentheses--
    this.#at++
    return null
  }

  #word(word: string): Fault | null {
    const lower = word.toLowerCase()
    if (lower === 'e' && this.#source[this.#at] === "'") return this.#string(true)
    if (this.#parentheses > 0) return null
    if (this.#words.length < WORDS_KEPT) this.#words.push(lower)
    this.#trackBlocks(lower)
    this.#previousWord = lower
    return null
  }

  /** The semicolons of a routine's SQL-standard body (BEGIN ATOMIC … END) belong to it; CASE ends with END too. */
  #trackBlocks(word: string): void {
    if (word === 'atomic' && this.#previousWord === 'begin' && ROUTINE.test(this.#words.slice(0, 4).join(' '))) this.#blocks++
    else if (word === 'case' && this.#blocks > 0) this.#blocks++
    else if (word === 'end' && this.#blocks > 0) this.#blocks--
  }

  #string(escapes: boolean): Fault | null {
    const offset = this.#at
    this.#at++
    while (this.#at < this.#source.length) {
      const character = this.#source[this.#at]
      if (escapes && character === '\\') this.#at += 2
      else if (character !== "'") this.#at++
      else if (this.#source[this.#at + 1] === "'") this.#at += 2
      else {
        this.#at++
        if (this.#match(CONTINUATION) === null) return null
      }
    }
    return { offset, kind: 'unclosed-string' }
  }

  #quotedIdentifier(): Fault | null {
    // A doubled quote closes one identifier and opens the next: the same end.
    return this.#skipPast('"', this.#at, this.#at + 1, 'unclosed-identifier')
  }

  #dollarQuote(tag: string): Fault | null {
    return this.#skipPast(tag, this.#at - tag.length, this.#at, 'unclosed-dollar-quote')
  }

  #skipPast(closing: string, offset: number, from: number, kind: Fault['kind']): Fault | null {
    const end = this.#source.indexOf(closing, from)
    if (end < 0) return { offset, kind }
    this.#at = end + closing.length
    return null
  }

  #comment(): Fault | null {
    const offset = this.#at
    const mark = /\/\*|\*\//g
    mark.lastIndex = offset
    for (let depth = 0; ; ) {
      const match = mark.exec(this.#source)
      if (match === null) return { offset, kind: 'unclosed-comment' }
      depth += match[0] === '/*' ? 1 : -1
      if (depth > 0) continue
      this.#at = mark.lastIndex
      return null
    }
  }

  #endStatement(): null {
    this.#finish()
    this.#at++
    return null
  }

  #finish(): void {
    if (this.#start >= 0) {
      const text = this.#source.slice(this.#start, this.#at).trimEnd()
      this.#statements.push({ text, offset: this.#start, words: this.#words })
    }
    this.#start = -1
    this.#words = []
    this.#parentheses = 0
    this.#blocks = 0
    this.#previousWord = ''
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const text = pattern.exec(this.#source)?.[0] ?? null
    if (text !== null) this.#at += text.length
    return text
  }
}
