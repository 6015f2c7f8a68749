export const id = 974;
export const ids = [974,780];
export const modules = {

/***/ 5900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ digestData),
/* harmony export */   Z0: () => (/* binding */ judgeEvidence),
/* harmony export */   zf: () => (/* binding */ digestParts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _quantity_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1990);
/** The evidence of a rehearsal: what was rehearsed, on which copy, with which verdict; and whether it speaks for a run. */


/** Clocks of two machines may differ by this much before evidence counts as made in the future. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
const REHEARSE = 'rehearse exactly these migrations with this plan first';
/** SHA-256 in hex of named parts, in their order: neither a name nor a part can be moved into another. */
function digestParts(parts) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const [name, content] of parts) {
        const bytes = Buffer.from(content);
        hash.update(`${Buffer.byteLength(name)}:${name}${bytes.length}:`).update(bytes);
    }
    return hash.digest('hex');
}
/** SHA-256 in hex of plain data; the order of keys does not matter. */
function digestData(data) {
    const sorted = (_key, value) => typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(data, sorted)).digest('hex');
}
/** Whether evidence speaks for exactly these migrations and this plan, said go, and is young enough. */
function judgeEvidence(evidence, wanted) {
    const expected = `go for these migrations and this plan, at most ${(0,_quantity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(wanted.maxAgeMs)} old`;
    if (evidence === null)
        return { status: 'failed', expected, actual: 'no evidence found', message: REHEARSE };
    const ageMs = wanted.now.getTime() - Date.parse(evidence.createdAt);
    const covers = evidence.migrations.covers === 'names' ? '; only the names of the migrations could be compared' : '';
    const found = `${evidence.verdict} on a ${evidence.copy.by} of ${evidence.copy.of}, ${ageText(ageMs)}`;
    const objection = objectionTo(evidence, wanted, ageMs);
    if (objection === null)
        return { status: 'passed', expected, actual: `${found}${covers}` };
    return { status: 'failed', expected, actual: `${found}: ${objection}`, message: REHEARSE };
}
function objectionTo(evidence, wanted, ageMs) {
    if (evidence.verdict !== 'go')
        return `the verdict was no-go: ${evidence.reason}`;
    const migrations = otherMigrations(evidence.migrations, wanted.migrations);
    if (migrations !== null)
        return migrations;
    if (evidence.plan !== wanted.plan)
        return 'it was made with another plan: the plan has changed since';
    if (ageMs < -CLOCKS_DIFFER_MS)
        return 'it was made in the future; the clocks of the two machines disagree';
    return ageMs > wanted.maxAgeMs ? `it is older than ${(0,_quantity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(wanted.maxAgeMs)}` : null;
}
function otherMigrations(rehearsed, pending) {
    const [there, here] = [rehearsed.revisions.join(', '), pending.revisions.join(', ')];
    if (there !== here)
        return `it is of other migrations (${there}), and ${here} would be applied`;
    if (rehearsed.covers !== pending.covers)
        return `it knows the migrations by their ${rehearsed.covers}, this run by their ${pending.covers}`;
    return rehearsed.sha256 === pending.sha256 ? null : 'it is of the same revisions, but what they do has changed since';
}
function ageText(ageMs) {
    return ageMs < 0 ? 'made just now' : `${(0,_quantity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(ageMs)} ago`;
}


/***/ }),

/***/ 5136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ placeAt),
/* harmony export */   C2: () => (/* binding */ startOfLine),
/* harmony export */   LA: () => (/* binding */ excerptAt),
/* harmony export */   M0: () => (/* binding */ offsetOfCharacter)
/* harmony export */ });
/** Places in a text: offsets turned into lines and columns, and the line shown with a caret under the place. */
const WIDEST = 120;
const BEFORE_CARET = 80;
/** Line and column of an offset in UTF-16 units. */
function placeAt(text, offset) {
    const before = text.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 };
}
/** The UTF-16 offset of a character counted from 1, as servers count; the end of the text at most. */
function offsetOfCharacter(text, character) {
    let offset = 0;
    for (let index = 1; index < character && offset < text.length; index++) {
        offset += text.codePointAt(offset) > 0xffff ? 2 : 1;
    }
    return offset;
}
/**
 * The line of a place with a caret under its column; a long line is cut to the part around the caret.
 *
 *     12 | alter table films add
 *        |             ^
 */
function excerptAt(text, { line, column }) {
    const source = (text.split('\n')[line - 1] ?? '').replace(/\r$/, '').replaceAll('\t', ' ');
    const characters = [...source].map((character) => (isControl(character) ? '\u{fffd}' : character));
    const from = characters.length > WIDEST ? Math.max(0, column - 1 - BEFORE_CARET) : 0;
    const shown = characters.slice(from, from + WIDEST).join('');
    const gutter = String(line);
    return `${gutter} | ${shown}\n${' '.repeat(gutter.length)} | ${' '.repeat(column - 1 - from)}^`;
}
/** A line's place at its first character that is not white space. */
function startOfLine(text, line) {
    const source = text.split('\n')[line - 1] ?? '';
    return { line, column: Math.max(0, source.search(/\S/)) + 1 };
}
function isControl(character) {
    const code = character.codePointAt(0);
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
}


/***/ }),

/***/ 1990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Durations, sizes and counts as people read them. */
/** `340 ms`, `2.5 s`, `1 min 05 s`, `2 h`, `7 d 03 h`: at most three significant figures, and no zero at the end. */
function formatDuration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 9_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3600)
        return parts(Math.floor(seconds / 60), 'min', seconds % 60, 's');
    const minutes = Math.round(seconds / 60);
    const hours = Math.round(minutes / 60);
    if (hours >= 48)
        return parts(Math.floor(hours / 24), 'd', hours % 24, 'h');
    return parts(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
const SIZE_UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** `512 bytes`, `1.4 MB`, `23 GB`: powers of 1000, as disks are sold. */
function formatBytes(bytes) {
    let amount = bytes;
    let unit = 0;
    while (unit < SIZE_UNITS.length - 1 && Number(amount.toPrecision(3)) >= 1000) {
        amount /= 1000;
        unit++;
    }
    const digits = unit === 0 || amount >= 9.95 ? 0 : 1;
    return `${amount.toFixed(digits)} ${SIZE_UNITS[unit]}`;
}
/** `1 row`, `3 rows`, `1,234 rows`. */
function formatCount(count, singular, plural = `${singular}s`) {
    const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
    return `${digits} ${String(count) === '1' ? singular : plural}`;
}
function parts(amount, unit, rest, restUnit) {
    return rest === 0 ? `${amount} ${unit}` : `${amount} ${unit} ${String(rest).padStart(2, '0')} ${restUnit}`;
}


/***/ }),

/***/ 180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ sameRevisions),
/* harmony export */   Vx: () => (/* binding */ HEAD),
/* harmony export */   Wm: () => (/* binding */ BASE),
/* harmony export */   cs: () => (/* binding */ describeRevisions)
/* harmony export */ });
/** Revisions and migrations: where a database stands in its history, and what would move it. */
/** The word for the newest revision and for the state before the first one. */
const HEAD = 'head';
const BASE = 'base';
/** One revision, several joined by a comma, or `base`: for people. */
function describeRevisions(revisions) {
    return revisions.length === 0 ? BASE : [...revisions].sort().join(', ');
}
function sameRevisions(left, right) {
    return describeRevisions(left) === describeRevisions(right);
}


/***/ }),

/***/ 6710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ FAULT_WORDS)
/* harmony export */ });
/** Message and hint. */
const FAULT_WORDS = {
    backslash: [
        'a backslash command of psql cannot run here',
        'write it in SQL: \\i by the included statements, \\copy by INSERT, \\connect not at all; a backslash may stand in strings only',
    ],
    'unclosed-string': ['a string is not closed', 'close it with a single quote'],
    'unclosed-identifier': ['a quoted name is not closed', 'close it with a double quote'],
    'unclosed-dollar-quote': ['a dollar-quoted string is not closed', 'close it with the same tag it begins with'],
    'unclosed-comment': ['a comment is not closed', 'close it with */; comments nest'],
};


/***/ }),

/***/ 6319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ splitStatements)
/* harmony export */ });
/**
 * Splits SQL into statements as PostgreSQL's own psql does, so that each can be sent alone and an error be placed in its file.
 * Backslashes in plain strings are taken literally: `standard_conforming_strings` is on, as it is by default since PostgreSQL 9.1.
 */
const WORDS_KEPT = 32;
const WORD = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const NUMBER = /[0-9][A-Za-z0-9_.]*/y;
const LINE_COMMENT = /--[^\r\n]*/y;
const REST_OF_LINE = /[^\r\n]*/y;
const SPACE = /\s+/y;
/** White space with a line break between two literals joins them, in the manner of the first (SQL standard). */
const CONTINUATION = /[ \t\f\v]*(?:--[^\r\n]*)?[\r\n](?:\s|--[^\r\n]*[\r\n])*'/y;
const ROUTINE = /^create (or replace )?(function|procedure)\b/;
/**
 * Splits `source`; stops at the first thing that cannot be SQL.
 *
 * @param isSkipped - tells of a backslash command between two statements, to the end of its line, whether it may be left out
 */
function splitStatements(source, isSkipped = () => false) {
    return new Splitter(source, isSkipped).split();
}
class Splitter {
    #source;
    #isSkipped;
    #statements = [];
    #at = 0;
    #start = -1;
    #words = [];
    #parentheses = 0;
    /** Open BEGIN ATOMIC and CASE blocks of a routine's body. */
    #blocks = 0;
    #previousWord = '';
    constructor(source, isSkipped) {
        this.#source = source;
        this.#isSkipped = isSkipped;
    }
    split() {
        while (this.#at < this.#source.length) {
            const fault = this.#step();
            if (fault !== null)
                return { statements: this.#statements, fault };
        }
        this.#finish();
        return { statements: this.#statements, fault: null };
    }
    /** Consumes one token. */
    #step() {
        if (this.#match(SPACE) !== null || this.#match(LINE_COMMENT) !== null)
            return null;
        if (this.#source.startsWith('/*', this.#at))
            return this.#comment();
        const character = this.#source[this.#at];
        if (character === '\\')
            return this.#backslash();
        if (character === ';' && this.#parentheses === 0 && this.#blocks === 0)
            return this.#endStatement();
        if (this.#start < 0)
            this.#start = this.#at;
        return this.#token(character);
    }
    #backslash() {
        const offset = this.#at;
        const command = this.#match(REST_OF_LINE);
        return this.#start < 0 && this.#isSkipped(command.trim()) ? null : { offset, kind: 'backslash' };
    }
    #token(character) {
        if (character === "'")
            return this.#string(false);
        if (character === '"')
            return this.#quotedIdentifier();
        const tag = this.#match(DOLLAR_TAG);
        if (tag !== null)
            return this.#dollarQuote(tag);
        const word = this.#match(WORD);
        if (word !== null)
            return this.#word(word);
        if (this.#match(NUMBER) !== null)
            return null;
        if (character === '(')
            this.#parentheses++;
        if (character === ')' && this.#parentheses > 0)
            this.#parentheses--;
        this.#at++;
        return null;
    }
    #word(word) {
        const lower = word.toLowerCase();
        if (lower === 'e' && this.#source[this.#at] === "'")
            return this.#string(true);
        if (this.#parentheses > 0)
            return null;
        if (this.#words.length < WORDS_KEPT)
            this.#words.push(lower);
        this.#trackBlocks(lower);
        this.#previousWord = lower;
        return null;
    }
    /** The semicolons of a routine's SQL-standard body (BEGIN ATOMIC … END) belong to it; CASE ends with END too. */
    #trackBlocks(word) {
        if (word === 'atomic' && this.#previousWord === 'begin' && ROUTINE.test(this.#words.slice(0, 4).join(' ')))
            this.#blocks++;
        else if (word === 'case' && this.#blocks > 0)
            this.#blocks++;
        else if (word === 'end' && this.#blocks > 0)
            this.#blocks--;
    }
    #string(escapes) {
        const offset = this.#at;
        this.#at++;
        while (this.#at < this.#source.length) {
            const character = this.#source[this.#at];
            if (escapes && character === '\\')
                this.#at += 2;
            else if (character !== "'")
                this.#at++;
            else if (this.#source[this.#at + 1] === "'")
                this.#at += 2;
            else {
                this.#at++;
                if (this.#match(CONTINUATION) === null)
                    return null;
            }
        }
        return { offset, kind: 'unclosed-string' };
    }
    #quotedIdentifier() {
        // A doubled quote closes one identifier and opens the next: the same end.
        return this.#skipPast('"', this.#at, this.#at + 1, 'unclosed-identifier');
    }
    #dollarQuote(tag) {
        return this.#skipPast(tag, this.#at - tag.length, this.#at, 'unclosed-dollar-quote');
    }
    #skipPast(closing, offset, from, kind) {
        const end = this.#source.indexOf(closing, from);
        if (end < 0)
            return { offset, kind };
        this.#at = end + closing.length;
        return null;
    }
    #comment() {
        const offset = this.#at;
        const mark = /\/\*|\*\//g;
        mark.lastIndex = offset;
        for (let depth = 0;;) {
            const match = mark.exec(this.#source);
            if (match === null)
                return { offset, kind: 'unclosed-comment' };
            depth += match[0] === '/*' ? 1 : -1;
            if (depth > 0)
                continue;
            this.#at = mark.lastIndex;
            return null;
        }
    }
    #endStatement() {
        this.#finish();
        this.#at++;
        return null;
    }
    #finish() {
        if (this.#start >= 0) {
            const text = this.#source.slice(this.#start, this.#at).trimEnd();
            this.#statements.push({ text, offset: this.#start, words: this.#words });
        }
        this.#start = -1;
        this.#words = [];
        this.#parentheses = 0;
        this.#blocks = 0;
        this.#previousWord = '';
    }
    #match(pattern) {
        pattern.lastIndex = this.#at;
        const text = pattern.exec(this.#source)?.[0] ?? null;
        if (text !== null)
            this.#at += text.length;
        return text;
    }
}


/***/ }),

/***/ 3670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf),
/* harmony export */   v: () => (/* binding */ transactionControlOf)
/* harmony export */ });
/** How a statement controls the transaction, or `null`. SAVEPOINT, RELEASE and ROLLBACK TO stay within it and are none. */
function transactionControlOf({ words }) {
    const [first, second] = words;
    if (first === 'begin' || (first === 'start' && second === 'transaction'))
        return beginningOf(words);
    if (first === 'prepare')
        return second === 'transaction' ? 'prepared' : null;
    if (second === 'prepared' && (first === 'commit' || first === 'rollback'))
        return 'prepared';
    if (first === 'rollback' && words.includes('to'))
        return null;
    if (words.includes('chain') && !words.includes('no') && isEnd(first))
        return 'chain';
    if (first === 'commit' || first === 'end')
        return 'commit';
    return first === 'rollback' || first === 'abort' ? 'rollback' : null;
}
/** Why a statement cannot run in any migration file, or `null`. */
function refusalOf(statement) {
    const { words } = statement;
    if (words[0] !== 'copy')
        return null;
    const pairs = words.map((word, index) => `${word} ${words[index + 1] ?? ''}`);
    if (pairs.includes('from stdin'))
        return { message: 'COPY … FROM STDIN needs psql', hint: 'write the rows as INSERT … VALUES' };
    if (!pairs.includes('to stdout'))
        return null;
    return { message: 'COPY … TO STDOUT has nowhere to write to', hint: 'take it out of the migration' };
}
function beginningOf(words) {
    const rest = words.slice(1).filter((word) => word !== 'work' && word !== 'transaction');
    return rest.length === 0 ? 'begin' : 'begin-with-options';
}
function isEnd(word) {
    return word === 'commit' || word === 'end' || word === 'rollback' || word === 'abort';
}


/***/ }),

/***/ 9537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   HC: () => (/* binding */ parseTableName),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   Jb: () => (/* binding */ showTableName),
/* harmony export */   M9: () => (/* binding */ readTableName),
/* harmony export */   T: () => (/* binding */ quoteWhereNeeded),
/* harmony export */   c_: () => (/* binding */ quoteTableName),
/* harmony export */   iU: () => (/* binding */ readColumnName),
/* harmony export */   zF: () => (/* binding */ namesTable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/** Names of tables and columns as people write them in a plan, and as SQL wants them. */

const PART = /\s*(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))\s*(\.|$)/y;
/** Reads `schema.table` or `table`; parts without quotes fold to lower case as in SQL. @throws ConfigurationError */
function parseTableName(text) {
    const name = readTableName(text);
    if (name !== null)
        return name;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`${JSON.stringify(text)} is not the name of a table`, {
        hint: 'write it as schema.table, with double quotes around names that hold anything but letters, digits and _',
    });
}
/** As {@link parseTableName}, or `null`. */
function readTableName(text) {
    const parts = readParts(text);
    const [first, second] = parts;
    if (first === undefined || parts.length > 2)
        return null;
    return second === undefined ? { schema: null, table: first } : { schema: first, table: second };
}
/** Reads `table.column` or `schema.table.column`; `null` where it is neither. */
function readColumnName(text) {
    const parts = readParts(text);
    const [column, table, schema] = parts.toReversed();
    if (column === undefined || table === undefined || parts.length > 3)
        return null;
    return { schema: schema ?? null, table, column };
}
/** The parts of any name as they are written, without their quotes: `public."Order".Id` as `public`, `Order`, `Id`. */
function nameParts(written) {
    const parts = written.match(/"(?:[^"]|"")*"|[^."]+/g) ?? [];
    return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}
/** Whether a text means the table of a qualified name: its schema may be left out where that is `public`. */
function namesTable(text, qualified) {
    if (qualified === undefined)
        return false;
    const [named, whole] = [readTableName(text), readTableName(qualified)];
    if (named === null || whole === null)
        return text === qualified;
    return named.table === whole.table && (named.schema ?? 'public') === whole.schema;
}
/** `schema.table` with quotes only where SQL needs them. */
function showTableName({ schema, table }) {
    return schema === null ? quoteWhereNeeded(table) : `${quoteWhereNeeded(schema)}.${quoteWhereNeeded(table)}`;
}
/** `"schema"."table"`, safe to put into a statement. */
function quoteTableName({ schema, table }) {
    return schema === null ? quoteIdentifier(table) : `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
}
function quoteIdentifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function quoteWhereNeeded(name) {
    return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name);
}
/** The parts between the dots; none where the text is not such a name. */
function readParts(text) {
    const parts = [];
    for (PART.lastIndex = 0;;) {
        const match = PART.exec(text);
        if (match === null)
            return [];
        parts.push(match[1]?.replaceAll('""', '"') ?? match[2].toLowerCase());
        if (match[3] === '')
            return parts;
    }
}


/***/ }),

/***/ 6780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   detectMigrator: () => (/* binding */ detectMigrator)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42);
/* harmony import */ var _sql_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7188);




const SQL_DIRECTORIES = [
    'migrations',
    'db/migrations',
    'database/migrations',
    'sql/migrations',
    'sql',
    'db',
    'supabase/migrations',
];
const NOT_LOOKED_INTO = new Set(['node_modules', 'vendor', 'venv', 'dist', 'build']);
const HINT = 'name it in the plan, e.g. migrator: { kind: sql, directory: migrations }';
const DEFAULT_HISTORY_TABLE = 'public.savepoint_migrations';
/**
 * Looks in `root` and in the directories right below it.
 *
 * @throws ConfigurationError when there is nothing, or more than one; it lists what was found
 */
async function detectMigrator(root) {
    const candidates = [];
    for (const directory of ['.', ...(await directoriesIn(root))]) {
        candidates.push(...(await alembicIn(root, directory)), ...(await sqlIn(root, directory)));
    }
    const distinct = candidates.filter((one, index) => candidates.findIndex((other) => other.found === one.found) === index);
    const [only] = distinct;
    if (only === undefined) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1('no migrations found: neither Alembic nor a directory of numbered .sql files', { hint: HINT });
    }
    if (distinct.length === 1)
        return only.settings;
    const found = distinct.map((candidate) => candidate.found).join(', ');
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`more than one set of migrations found: ${found}`, { hint: HINT });
}
async function alembicIn(root, directory) {
    for (const file of ['alembic.ini', 'pyproject.toml']) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, file);
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), 'utf8').catch(() => null);
        if (text === null || (file === 'pyproject.toml' && !/^\[tool\.alembic\]/m.test(text)))
            continue;
        const settings = { kind: 'alembic', workingDirectory: directory, command: ['alembic'] };
        return [{ settings, found: path }];
    }
    return [];
}
async function sqlIn(root, workingDirectory) {
    const candidates = [];
    for (const directory of SQL_DIRECTORIES) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workingDirectory, directory);
        if (!(await holdsMigrations((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path))))
            continue;
        const settings = { kind: 'sql', workingDirectory, directory, historyTable: DEFAULT_HISTORY_TABLE };
        candidates.push({ settings, found: path });
    }
    return candidates;
}
async function holdsMigrations(directory) {
    for (const entry of await entriesIn(directory)) {
        if (entry.isFile() && (0,_sql_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumberedFile */ .bM)(entry.name))
            return true;
        if (!entry.isDirectory() || !/^V?\d/i.test(entry.name))
            continue;
        if ((await entriesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, entry.name))).some((inner) => inner.name === 'up.sql'))
            return true;
    }
    return false;
}
async function directoriesIn(root) {
    const entries = (await entriesIn(root)).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    return entries
        .map((entry) => entry.name)
        .filter((name) => !NOT_LOOKED_INTO.has(name))
        .sort();
}
/** Empty where there is no such directory, or it may not be read. */
async function entriesIn(directory) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }).catch(() => []);
}


/***/ }),

/***/ 7974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openMigrator: () => (/* binding */ openMigrator)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/evidence.js
var evidence = __webpack_require__(5900);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var domain_revision = __webpack_require__(180);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var table_name = __webpack_require__(9537);
;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/alembic/graph.js
class RevisionGraph {
    #nodes;
    /** Oldest first, as far as Alembic's own listing goes. */
    #listed;
    /** @param listing - newest first, as Alembic lists its history */
    constructor(listing) {
        this.#listed = listing.toReversed();
        this.#nodes = new Map(this.#listed.map((node) => [node.revision, node]));
    }
    find(revision) {
        return this.#nodes.get(revision) ?? null;
    }
    /** The one revision whose identifier begins so, for hints. */
    startingWith(prefix) {
        const found = this.#listed.filter((node) => prefix !== '' && node.revision.startsWith(prefix));
        return found.length === 1 ? (found[0]?.revision ?? null) : null;
    }
    /** Revisions that no other follows, in sorted order. */
    heads() {
        const followed = new Set(this.#listed.flatMap((node) => node.parents));
        return this.#listed
            .map((node) => node.revision)
            .filter((revision) => !followed.has(revision))
            .sort();
    }
    all() {
        return this.upTo(this.#listed.map((node) => node.revision));
    }
    /** The revisions and everything they need, each after all that it needs; unknown ones are left out. */
    upTo(revisions) {
        const wanted = this.#closure(revisions);
        const ordered = new Map();
        for (const node of this.#listed)
            if (wanted.has(node.revision))
                this.#place(node, ordered);
        return [...ordered.values()];
    }
    #closure(revisions) {
        const found = new Set();
        const open = [...revisions];
        for (let revision = open.pop(); revision !== undefined; revision = open.pop()) {
            const node = this.#nodes.get(revision);
            if (node === undefined || found.has(revision))
                continue;
            found.add(revision);
            open.push(...this.#needs(node));
        }
        return found;
    }
    /** Without recursion: a history may be longer than the stack is deep. */
    #place(node, ordered) {
        const stack = [node];
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const missing = this.#needs(top).find((revision) => !ordered.has(revision));
            const next = missing === undefined ? undefined : this.#nodes.get(missing);
            if (next !== undefined && !stack.includes(next))
                stack.push(next);
            else {
                ordered.set(top.revision, top);
                stack.pop();
            }
        }
    }
    #needs(node) {
        const dependencies = node.dependencies.map((name) => this.#resolve(name)).filter((name) => name !== null);
        return [...node.parents, ...dependencies].filter((revision) => this.#nodes.has(revision));
    }
    /** A dependency is written as a revision, the beginning of one, or a branch name, which means the branch's newest. */
    #resolve(name) {
        if (this.#nodes.has(name))
            return name;
        const [label] = name.split('@');
        const branch = this.#listed.findLast((node) => node.labels.includes(label));
        return branch?.revision ?? this.startingWith(name);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/alembic/listing.js
/** Messages are indented in this listing: whatever they hold, a line at the margin is Alembic's own. */
function parseListing(output) {
    return output
        .split(/^(?=Rev: )/m)
        .filter((block) => block.startsWith('Rev: '))
        .map(parseBlock);
}
/** The URL, without password, of the database that `alembic current --verbose` talked to. */
function parseDatabaseUrl(output) {
    return /^Current revision\(s\) for (.+):\r?$/m.exec(output)?.[1] ?? null;
}
/** The path in `Generating <path> ...  done`, which Alembic may break into several lines. */
function parseGenerated(output) {
    return [...output.matchAll(/Generating\s+([\s\S]+?)\s+\.\.\.\s+done/g)].map((match) => match[1].replace(/\n\s*/g, ''));
}
function parseBlock(block) {
    const lines = block.split(/\r?\n/);
    const field = (label) => lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2) ?? '';
    const [revision = ''] = field('Rev').split(' ');
    const parents = list(field('Parent')).concat(list(field('Merges')));
    return {
        revision,
        parents: parents.filter((parent) => parent !== '<base>'),
        dependencies: list(field('Also depends on')),
        labels: list(field('Branch names')),
        path: field('Path') === '' ? null : field('Path'),
        description: lines.find((line) => /^ {4}\S/.test(line))?.trim() ?? '',
    };
}
function list(text) {
    return text.split(', ').filter((entry) => entry !== '');
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/excerpt.js
var excerpt = __webpack_require__(5136);
;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/alembic/sqlstates.js
/** SQLSTATEs by the names that Python drivers give their exception classes (psycopg, psycopg2, asyncpg). */
const SQLSTATES = {
    ActiveSqlTransaction: '25001',
    AdminShutdown: '57P01',
    AmbiguousColumn: '42702',
    CannotCoerce: '42846',
    CheckViolation: '23514',
    DatatypeMismatch: '42804',
    DeadlockDetected: '40P01',
    DependentObjectsStillExist: '2BP01',
    DiskFull: '53100',
    DivisionByZero: '22012',
    DuplicateAlias: '42712',
    DuplicateColumn: '42701',
    DuplicateFunction: '42723',
    DuplicateObject: '42710',
    DuplicateSchema: '42P06',
    DuplicateTable: '42P07',
    ExclusionViolation: '23P01',
    FeatureNotSupported: '0A000',
    ForeignKeyViolation: '23503',
    GroupingError: '42803',
    IndeterminateDatatype: '42P18',
    InFailedSqlTransaction: '25P02',
    InsufficientPrivilege: '42501',
    InvalidCatalogName: '3D000',
    InvalidForeignKey: '42830',
    InvalidPassword: '28P01',
    InvalidSchemaName: '3F000',
    InvalidTableDefinition: '42P16',
    InvalidTextRepresentation: '22P02',
    LockNotAvailable: '55P03',
    NotNullViolation: '23502',
    NumericValueOutOfRange: '22003',
    ObjectInUse: '55006',
    ObjectNotInPrerequisiteState: '55000',
    QueryCanceled: '57014',
    RaiseException: 'P0001',
    ReadOnlySqlTransaction: '25006',
    SerializationFailure: '40001',
    StringDataRightTruncation: '22001',
    SyntaxError: '42601',
    TooManyConnections: '53300',
    UndefinedColumn: '42703',
    UndefinedFunction: '42883',
    UndefinedObject: '42704',
    UndefinedTable: '42P01',
    UniqueViolation: '23505',
    UnsafeNewEnumValueUsage: '55P04',
    WrongObjectType: '42809',
};
/** The SQLSTATE that a driver's message tells, in words of SQLAlchemy or of the driver itself. */
function sqlStateIn(message) {
    const name = /(?:psycopg2?\.errors|asyncpg\.exceptions)\.(\w+)/.exec(message)?.[1];
    if (name === undefined)
        return undefined;
    return SQLSTATES[name] ?? SQLSTATES[name.replace(/Error$/, '')];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/alembic/traceback.js
/** Reads a Python traceback: what was raised, and through which files it came. */
const START = /^Traceback \(most recent call last\):/;
const FRAME = /^ {2}File "(.+)", line (\d+)/;
/** The last traceback, which is what ended the program; `null` where there is none. */
function parseTraceback(lines) {
    const start = lines.findLastIndex((line) => START.test(line));
    if (start < 0)
        return null;
    const end = lines.findIndex((line, index) => index > start && /^\S/.test(line));
    const exception = lines[end];
    if (end < 0 || exception === undefined)
        return null;
    return { exception: exception.trim(), frames: lines.slice(start + 1, end).flatMap(parseFrame) };
}
function parseFrame(line) {
    const match = FRAME.exec(line);
    return match === null ? [] : [{ file: match[1], line: Number(match[2]) }];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/alembic/failure.js
/** Turns a failed call of Alembic into an error that names the migration's file and line. */






const NOT_INSTALLED = /No module named '?alembic\b/;
const NOT_CONFIGURED = /No config file|No 'script_location' key|Path doesn't exist|script_location/;
const HINTS = [
    [/Can't locate revision/, 'check out the version of the code that holds the file of this revision'],
    [/[Mm]ultiple head/, 'join the heads with alembic merge heads'],
    [/No module named '([\w.]+)'/, 'install what is missing into the environment that Alembic runs in'],
    [/Target database is not up to date/, 'migrate the database to head first'],
    [/OperationalError|connection (failed|refused)/, 'let env.py take the database from DATABASE_URL, or check its settings'],
];
/** @returns ConfigurationError where Alembic is missing or not set up here, else MigrationError */
async function alembicFailure(call) {
    if (call.signal.aborted)
        return cancelled(call);
    if (isMissing(call))
        return missingAlembic(call.error);
    const traceback = parseTraceback(call.stderr);
    const words = traceback?.exception ?? ownWords(call) ?? call.error.lastLines.at(-1);
    const message = words === undefined ? call.error.message : `alembic ${call.subcommand} failed: ${words}`;
    const hint = HINTS.find(([pattern]) => pattern.test(words ?? ''))?.[1];
    const options = { cause: call.error, ...(hint === undefined ? {} : { hint }) };
    if (traceback === null && NOT_CONFIGURED.test(words ?? ''))
        return notConfigured(message, call);
    const sqlState = sqlStateIn(words ?? '');
    const place = await placeOf(traceback?.frames ?? [], call.workingDirectory);
    const failure = { ...revisionOf(call), ...place, ...(sqlState === undefined ? {} : { sqlState }) };
    return new errors/* MigrationError */.Py(place === null ? message : `${place.file}, line ${place.line}: ${words}`, failure, options);
}
function cancelled({ subcommand, error, signal, ...call }) {
    const why = (0,errors/* causeChain */.DD)(signal.reason)[0] ?? error.message;
    return new errors/* MigrationError */.Py(`alembic ${subcommand} was ended: ${why}`, revisionOf(call), { cause: signal.reason ?? error });
}
function revisionOf({ revision }) {
    return revision === undefined ? {} : { revision };
}
/** Exit code 127 is what a wrapper such as `env` or a shell answers for a program that is not there. */
function isMissing({ error, stderr }) {
    const notFound = error.cause?.code === 'ENOENT';
    return (error.exitCode === 127 ||
        (notFound && / was not found/.test(error.message)) ||
        stderr.some((line) => NOT_INSTALLED.test(line)));
}
function missingAlembic(cause) {
    const hint = 'pip install alembic into the environment in use, or set migrator.command in the plan, e.g. [.venv/bin/alembic]';
    return new errors/* ConfigurationError */.j1(`Alembic is not installed here: ${cause.message}`, { hint, cause });
}
function notConfigured(message, call) {
    const hint = 'set migrator.working-directory to the directory of alembic.ini, or migrator.config to its path';
    return new errors/* ConfigurationError */.j1(message, { hint, cause: call.error });
}
/** What Alembic says itself, on standard output, or through its logger. */
function ownWords({ stdout, stderr }) {
    const failed = stdout.concat(stderr).find((line) => /^\s*FAILED: /.test(line));
    return failed?.trim().slice('FAILED: '.length);
}
/** The innermost frame in a file of migrations, as lies nearest to the mistake. */
async function placeOf(frames, workingDirectory) {
    const frame = frames.findLast(({ file }) => /[\\/]versions[\\/]/.test(file) && !/[\\/](site|dist)-packages[\\/]/.test(file));
    if (frame === undefined)
        return null;
    const place = { file: (0,external_node_path_.relative)(workingDirectory, frame.file), line: frame.line };
    const text = await (0,promises_.readFile)(frame.file, 'utf8').catch(() => null);
    return text === null ? place : { ...place, excerpt: (0,excerpt/* excerptAt */.LA)(text, (0,excerpt/* startOfLine */.C2)(text, frame.line)) };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/alembic/program.js
/** Calls Alembic through its own command line and configuration. */



/** Live output, no colours in tracebacks, and one encoding for both streams. */
const PYTHON_ENVIRONMENT = { PYTHONUNBUFFERED: '1', PYTHON_COLORS: '0', PYTHONIOENCODING: 'utf-8' };
/** A traceback through SQLAlchemy is some eighty lines. */
const KEPT_LINES = 1000;
class AlembicProgram {
    #settings;
    #workingDirectory;
    #processes;
    #env;
    /** @param env - leads Alembic to the database; may hold secrets */
    constructor(settings, workingDirectory, processes, env) {
        this.#settings = settings;
        this.#workingDirectory = workingDirectory;
        this.#processes = processes;
        this.#env = env;
    }
    /**
     * @param args - subcommand first
     * @param revision - what it works on, named in errors
     * @returns standard output
     * @throws ConfigurationError, MigrationError
     */
    async run(args, options, revision) {
        const lines = { stdout: [], stderr: [] };
        const onLine = (line, stream) => {
            lines[stream].push(line);
            if (lines[stream].length > KEPT_LINES)
                lines[stream].shift();
            options.onLine?.(line);
        };
        try {
            const result = await this.#processes.run(this.#command(args), { signal: options.signal, onLine });
            return result.stdout;
        }
        catch (error) {
            if (!(error instanceof errors/* CommandError */.Qd))
                throw error;
            const { signal } = options;
            const workingDirectory = this.#workingDirectory;
            throw await alembicFailure({ subcommand: args[0], error, ...lines, workingDirectory, revision, signal });
        }
    }
    #command(args) {
        const [program = 'alembic', ...leading] = this.#settings.command;
        const file = program.includes('/') && !(0,external_node_path_.isAbsolute)(program) ? (0,external_node_path_.resolve)(this.#workingDirectory, program) : program;
        const config = this.#settings.config === undefined ? [] : ['-c', this.#settings.config];
        return {
            run: { file, args: [...leading, ...config, ...args] },
            env: { ...this.#env, ...PYTHON_ENVIRONMENT },
            cwd: this.#workingDirectory,
        };
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/alembic/version-table.js
/** Reads Alembic's version table through Savepoint's own session, to know that both speak of the same database. */


const NO_SUCH_TABLE = new Set(['42P01', '3F000']);
const NOT_ALLOWED = '42501';
async function readVersionTable(sessions, table, signal) {
    const session = await sessions.open({ purpose: 'migrate', signal });
    try {
        const rows = await session.query(`select version_num from ${(0,table_name/* quoteTableName */.c_)(table)}`);
        return rows.map((row) => row.version_num ?? '').sort();
    }
    catch (error) {
        if (!(error instanceof errors/* StatementError */.Mp))
            throw error;
        if (NO_SUCH_TABLE.has(error.sqlState ?? ''))
            return 'absent';
        if (error.sqlState === NOT_ALLOWED)
            return 'unreadable';
        throw error;
    }
    finally {
        await session.close();
    }
}
/** The name of the database that a URL or libpq's variables in a child's environment lead to, where they tell. */
function databaseNameIn(env) {
    return env.PGDATABASE ?? databaseNameOf(env.DATABASE_URL ?? '');
}
/** The last part of a URL's path. */
function databaseNameOf(url) {
    const path = /^[\w+]+:\/\/[^/]*\/([^?#]+)/.exec(url)?.[1];
    if (path === undefined)
        return null;
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
function anotherDatabase(what) {
    return new errors/* MigrationError */.Py(`Alembic talks to another database than this run: ${what}`, {}, {
        hint: 'let env.py take the database from DATABASE_URL; if it names its own version_table, set migrator.version-table in the plan',
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/alembic/migrator.js
/** The `alembic` migrator: the team's own Alembic, driven through its command line. */










class AlembicMigrator {
    kind = 'alembic';
    capabilities = { downgrade: true, previewSql: true, generate: true, stepwise: true };
    historyTables;
    historyKey;
    #workingDirectory;
    #table;
    #program;
    #sessions;
    #databaseName;
    /** The migrations as Alembic listed them, once it was seen to work on this same database. */
    #graph = null;
    /** @param workingDirectory - absolute */
    constructor(settings, workingDirectory, context) {
        this.#workingDirectory = workingDirectory;
        this.#table = (0,table_name/* parseTableName */.HC)(settings.versionTable ?? 'alembic_version');
        const shown = (0,table_name/* showTableName */.Jb)({ ...this.#table, schema: this.#table.schema ?? 'public' });
        this.historyTables = [shown];
        this.historyKey = `alembic:${shown}`;
        this.#program = new AlembicProgram(settings, workingDirectory, context.processes, context.env);
        this.#sessions = context.sessions;
        this.#databaseName = databaseNameIn(context.env);
    }
    async state(options) {
        const { graph, current } = await this.#standing(options);
        const applied = graph.upTo(current);
        return {
            current,
            heads: graph.heads(),
            applied: applied.map((node) => this.#describe(node)),
            pending: without(graph.all(), applied).map((node) => this.#describe(node)),
        };
    }
    async pathTo(target, options) {
        return this.#path(await this.#standing(options), target);
    }
    async preview(target, options) {
        const standing = await this.#standing(options);
        const last = this.#path(standing, target).at(-1);
        if (last === undefined)
            return '';
        if (standing.current.length > 1) {
            throw new errors/* MigrationError */.Py(`Alembic cannot print SQL from several current revisions (${(0,domain_revision/* describeRevisions */.cs)(standing.current)})`, {}, {
                hint: 'apply the merge without a dry run, or rehearse on a copy of the database',
            });
        }
        const range = `${standing.current[0] ?? domain_revision/* BASE */.Wm}:${last.revision}`;
        return this.#program.run(['upgrade', '--sql', range], { signal: options.signal }, last.revision);
    }
    /** Of the revision files, which hold the way there and back; not of what they import. */
    async digest(target, options) {
        const path = this.#path(await this.#standing(options), target);
        const files = await Promise.all(path.map((migration) => this.#contentOf(migration)));
        const covers = files.every((content) => content !== null) ? 'files' : 'names';
        const parts = path.map(({ revision }, index) => [revision, files[index] ?? '']);
        return { revisions: path.map(({ revision }) => revision), sha256: (0,evidence/* digestParts */.zf)(parts), covers };
    }
    /** With line endings as on Unix: a checkout on Windows is no edit. */
    async #contentOf({ file }) {
        if (file === undefined)
            return null;
        return (await (0,promises_.readFile)((0,external_node_path_.resolve)(this.#workingDirectory, file), 'utf8')).replaceAll('\r\n', '\n');
    }
    async upgrade(revision, options) {
        const target = revision === domain_revision/* HEAD */.Vx ? (await this.pathTo(domain_revision/* HEAD */.Vx, quietly(options))).at(-1)?.revision : revision;
        if (target === undefined)
            return;
        await this.#program.run(['upgrade', asArgument(target)], options, target);
        await this.#requireApplied(target, options);
    }
    async downgrade(revisions, options) {
        for (const revision of revisions.length === 0 ? [domain_revision/* BASE */.Wm] : revisions) {
            await this.#program.run(['downgrade', asArgument(revision)], options, revision);
        }
        const { current } = await this.#standing(quietly(options));
        if ((0,domain_revision/* describeRevisions */.cs)(current) === (0,domain_revision/* describeRevisions */.cs)(revisions))
            return;
        throw new errors/* MigrationError */.Py(`Alembic moved back, but the database stands at ${(0,domain_revision/* describeRevisions */.cs)(current)} instead of ${(0,domain_revision/* describeRevisions */.cs)(revisions)}`, {}, { hint: 'roll back by restoring the backup' });
    }
    async generate(message, options) {
        const output = await this.#program.run(['revision', `--message=${message}`], options);
        this.#graph = null;
        return parseGenerated(output).map((path) => (0,external_node_path_.resolve)(this.#workingDirectory, path));
    }
    async stamp(revision, options) {
        await this.#program.run(['stamp', asArgument(revision)], options, revision);
    }
    /** Each start of Alembic costs most of a second: once it has shown its files and its database, the table tells the rest. */
    async #standing(options) {
        const graph = this.#graph;
        if (graph === null)
            return this.#firstStanding(options);
        const rows = await readVersionTable(this.#sessions, this.#table, options.signal);
        const known = rows !== 'unreadable' && (rows === 'absent' || rows.every((revision) => graph.find(revision) !== null));
        return known ? { graph, current: rows === 'absent' ? [] : rows.toSorted() } : this.#firstStanding(options);
    }
    /** Asks Alembic for its files and its database, and the database itself, all at once. */
    async #firstStanding(options) {
        const quiet = quietly(options);
        const [listed, found, table] = await Promise.allSettled([
            this.#program.run(['history', '--verbose'], quiet),
            this.#program.run(['current', '--verbose'], quiet),
            readVersionTable(this.#sessions, this.#table, options.signal),
        ]);
        const graph = new RevisionGraph(parseListing(settled(listed)));
        const rows = settled(table);
        const current = parseListing(settled(found))
            .map((node) => node.revision)
            .sort();
        this.#requireSameDatabase(graph, current, rows, parseDatabaseUrl(settled(found)));
        this.#graph = graph;
        if (rows === 'unreadable')
            return { graph, current };
        return { graph, current: rows === 'absent' ? [] : rows.toSorted() };
    }
    /** Alembic also lists as current what a revision depends on, so that what both imply is compared. */
    #requireSameDatabase(graph, current, rows, url) {
        if (rows === 'unreadable')
            return;
        const ours = rows === 'absent' ? [] : rows;
        const implied = (revisions) => (0,domain_revision/* describeRevisions */.cs)([...new Set([...revisions, ...graph.upTo(revisions).map((node) => node.revision)])]);
        if (implied(current) !== implied(ours)) {
            const here = rows === 'absent' ? `there is no table ${(0,table_name/* showTableName */.Jb)(this.#table)}` : `the table says ${(0,domain_revision/* describeRevisions */.cs)(ours)}`;
            throw anotherDatabase(`it says ${(0,domain_revision/* describeRevisions */.cs)(current)}, here ${here}`);
        }
        const theirName = databaseNameOf(url ?? '');
        // Nothing applied on either side proves nothing: then the names have to agree.
        if (current.length > 0 || theirName === null || this.#databaseName === null || theirName === this.#databaseName)
            return;
        throw anotherDatabase(`it is connected to ${theirName}, not to ${this.#databaseName}`);
    }
    async #requireApplied(revision, options) {
        const rows = await readVersionTable(this.#sessions, this.#table, options.signal);
        if (rows === 'unreadable' || (rows !== 'absent' && rows.includes(revision)))
            return;
        const { graph, current } = await this.#standing(quietly(options));
        if (graph.upTo(current).some((node) => node.revision === revision))
            return;
        throw anotherDatabase(`it reports ${revision} as applied, and here it is not`);
    }
    #path({ graph, current }, target) {
        const targets = target === domain_revision/* HEAD */.Vx ? graph.heads() : [target];
        if (targets.length > 1)
            throw ambiguousHead(targets);
        if (target !== domain_revision/* HEAD */.Vx && graph.find(target) === null)
            throw unknownRevision(target, graph);
        return without(graph.upTo(targets), graph.upTo(current)).map((node) => this.#describe(node));
    }
    #describe(node) {
        return {
            revision: node.revision,
            description: node.description,
            ...(node.path === null ? {} : { file: (0,external_node_path_.relative)(this.#workingDirectory, node.path) }),
            reversible: true,
        };
    }
}
function without(nodes, left) {
    return nodes.filter((node) => !left.includes(node));
}
/** A revision must not be taken for an option. */
function asArgument(revision) {
    if (!revision.startsWith('-'))
        return revision;
    throw new errors/* ConfigurationError */.j1(`${JSON.stringify(revision)} is not a revision`, {
        hint: 'name a revision of the history, or head',
    });
}
/** Without live output: for questions, whose answers are no news. */
function quietly({ signal }) {
    return { signal };
}
function settled(result) {
    if (result.status === 'rejected')
        throw result.reason;
    return result.value;
}
function ambiguousHead(heads) {
    return new errors/* ConfigurationError */.j1(`"head" is ambiguous: there are ${heads.length} heads, ${heads.join(', ')}`, {
        hint: 'join them with alembic merge heads, or name one as the target',
    });
}
function unknownRevision(target, graph) {
    const near = graph.startingWith(target);
    const hint = near === null ? `heads are: ${(0,domain_revision/* describeRevisions */.cs)(graph.heads())}` : `did you mean ${near}?`;
    return new errors/* ConfigurationError */.j1(`there is no migration ${JSON.stringify(target)}`, { hint });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/command/answers.js
/** Reads what the plan's `current`, `heads` and `pending` lines print: one revision per line. */

/** Revisions in sorted order; nothing, or `base`, is before the first. Text after a revision is left out. */
function parseRevisions(output) {
    return parsePending(output)
        .map((entry) => entry.revision)
        .filter((revision) => revision !== domain_revision/* BASE */.Wm)
        .sort();
}
/** Revisions as listed, each with the text after it on its line as its description. */
function parsePending(output) {
    return output
        .split(/\r?\n/)
        .map((line) => /^\s*(\S+)\s*(.*?)\s*$/.exec(line))
        .filter((match) => match !== null)
        .map((match) => ({ revision: match[1], description: match[2] }));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/command/migrator.js
/** The `command` migrator: any tool, by the shell lines of the plan; what it can do follows from which lines are given. */





class CommandMigrator {
    kind = 'command';
    capabilities;
    historyTables;
    historyKey;
    #settings;
    #workingDirectory;
    #processes;
    #env;
    /**
     * @param workingDirectory - absolute
     * @param env - leads the commands to the database; may hold secrets
     */
    constructor(settings, workingDirectory, context) {
        this.capabilities = {
            downgrade: settings.downgrade !== undefined,
            previewSql: settings.preview !== undefined,
            generate: settings.generate !== undefined,
            stepwise: settings.pending !== undefined,
        };
        this.historyTables = settings.historyTables.map((table) => qualify(table));
        this.historyKey = `command:${this.historyTables.join(',')}`;
        this.#settings = settings;
        this.#workingDirectory = workingDirectory;
        this.#processes = context.processes;
        this.#env = context.env;
    }
    /** Without a `pending` line, what is pending is known only as far as `heads` tells: one step to `head`, or nothing. */
    async state(options) {
        const quiet = { signal: options.signal };
        const [currently, pendingNow, headsNow] = await Promise.allSettled([
            this.#run('current', {}, quiet),
            this.#pending(quiet),
            this.#settings.heads === undefined ? null : this.#run('heads', {}, quiet),
        ]);
        const current = parseRevisions(migrator_settled(currently));
        const pending = migrator_settled(pendingNow);
        const heads = headsOf(migrator_settled(headsNow), current, pending);
        const applied = current.map((revision) => describe({ revision, description: '' }, this.capabilities.downgrade));
        return { current, heads, applied, pending: pending ?? unlessAt(current, heads, this.capabilities.downgrade) };
    }
    async pathTo(target, options) {
        const { current, heads, pending } = await this.state(options);
        if (target === domain_revision/* HEAD */.Vx && heads.length > 1)
            throw migrator_ambiguousHead(heads);
        if (current.includes(target))
            return [];
        if (!this.capabilities.stepwise)
            return this.#oneStep(target, current, heads);
        if (target === domain_revision/* HEAD */.Vx)
            return pending;
        const index = pending.findIndex((migration) => migration.revision === target);
        if (index < 0)
            throw migrator_unknownRevision(target, pending);
        return pending.slice(0, index + 1);
    }
    async preview(target, options) {
        if ((await this.pathTo(target, options)).length === 0)
            return '';
        return this.#run('preview', { SAVEPOINT_REVISION: target }, { signal: options.signal });
    }
    /** Its files are not known: of the SQL that the tool would run, or else of no more than the names. */
    async digest(target, options) {
        const revisions = (await this.pathTo(target, options)).map(({ revision }) => revision);
        const names = revisions.map((revision) => [revision, '']);
        if (!this.capabilities.previewSql)
            return { revisions, sha256: (0,evidence/* digestParts */.zf)(names), covers: 'names' };
        const sql = await this.preview(target, options);
        return { revisions, sha256: (0,evidence/* digestParts */.zf)([...names, ['preview', sql]]), covers: 'preview' };
    }
    async upgrade(revision, options) {
        await this.#run('upgrade', { SAVEPOINT_REVISION: revision }, options);
    }
    async downgrade(revisions, options) {
        if (revisions.length > 1) {
            throw new errors/* ConfigurationError */.j1(`the downgrade command takes one revision, not ${(0,domain_revision/* describeRevisions */.cs)(revisions)}`, {
                hint: 'roll back by restoring the backup',
            });
        }
        await this.#run('downgrade', { SAVEPOINT_REVISION: revisions[0] ?? domain_revision/* BASE */.Wm }, options);
    }
    async generate(message, options) {
        const output = await this.#run('generate', { SAVEPOINT_MESSAGE: message }, options);
        return output.split(/\r?\n/).filter((line) => line.trim() !== '');
    }
    async stamp(revision, options) {
        await this.#run('stamp', { SAVEPOINT_REVISION: revision }, options);
    }
    #oneStep(target, current, heads) {
        if (target === domain_revision/* HEAD */.Vx && heads.length === 1 && (0,domain_revision/* describeRevisions */.cs)(heads) === (0,domain_revision/* describeRevisions */.cs)(current))
            return [];
        return [describe({ revision: target, description: '' }, this.capabilities.downgrade)];
    }
    async #pending(options) {
        if (this.#settings.pending === undefined)
            return null;
        const answer = parsePending(await this.#run('pending', {}, options));
        return answer.map((entry) => describe(entry, this.capabilities.downgrade));
    }
    /** Values travel in the environment and are never put into the line. */
    async #run(line, values, options) {
        const shell = this.#settings[line];
        if (shell === undefined)
            throw missingLine(line);
        const command = { run: { shell }, env: { ...this.#env, ...values }, cwd: this.#workingDirectory };
        const { signal, onLine } = options;
        try {
            return (await this.#processes.run(command, { signal, ...(onLine === undefined ? {} : { onLine }) })).stdout;
        }
        catch (error) {
            if (!(error instanceof errors/* CommandError */.Qd))
                throw error;
            throw commandFailure(line, error, values.SAVEPOINT_REVISION, signal);
        }
    }
}
function describe(entry, reversible) {
    return { ...entry, reversible };
}
/** Without a `heads` line, the last pending one is the head; with neither line it is not known. */
function headsOf(output, current, pending) {
    if (output !== null)
        return parseRevisions(output);
    if (pending === null)
        return [];
    const last = pending.at(-1);
    return last === undefined ? current : [last.revision];
}
function migrator_settled(result) {
    if (result.status === 'rejected')
        throw result.reason;
    return result.value;
}
function unlessAt(current, heads, reversible) {
    if (heads.length === 0 || (0,domain_revision/* describeRevisions */.cs)(current) === (0,domain_revision/* describeRevisions */.cs)(heads))
        return [];
    return heads.map((revision) => describe({ revision, description: '' }, reversible));
}
function qualify(text) {
    const table = (0,table_name/* parseTableName */.HC)(text);
    return (0,table_name/* showTableName */.Jb)({ ...table, schema: table.schema ?? 'public' });
}
function commandFailure(line, error, revision, signal) {
    const failure = revision === undefined ? {} : { revision };
    if (signal.aborted) {
        const why = (0,errors/* causeChain */.DD)(signal.reason)[0] ?? error.message;
        return new errors/* MigrationError */.Py(`the ${line} command was ended: ${why}`, failure, { cause: signal.reason ?? error });
    }
    const hint = (0,errors/* hintOf */.$z)(error) ?? `run the line migrator.${line} of the plan by hand to see all it says`;
    return new errors/* MigrationError */.Py(`the ${line} command failed: ${error.message}`, failure, { hint, cause: error });
}
function missingLine(line) {
    return new errors/* ConfigurationError */.j1(`the plan gives no command for ${line}`, { hint: `add migrator.${line} to the plan` });
}
function migrator_ambiguousHead(heads) {
    return new errors/* ConfigurationError */.j1(`"head" is ambiguous: there are ${heads.length} heads, ${heads.join(', ')}`, {
        hint: 'join them with your tool, or name one as the target',
    });
}
function migrator_unknownRevision(target, pending) {
    const known = pending.length === 0 ? 'nothing' : pending.map((migration) => migration.revision).join(', ');
    return new errors/* ConfigurationError */.j1(`there is no pending migration ${JSON.stringify(target)}`, { hint: `pending: ${known}` });
}

// EXTERNAL MODULE: ./.cache/bundle/src/migrators/detection.js
var detection = __webpack_require__(6780);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/sql-script/statements.js
var sql_script_statements = __webpack_require__(3670);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/sql-script/fault-words.js
var fault_words = __webpack_require__(6710);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/sql-script/splitter.js
var splitter = __webpack_require__(6319);
;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/sql/script.js
/** One SQL file made ready to run: decoded, split, its transaction decided, and everything refused that cannot run here. */






const DIRECTIVE = /^[ \t]*--[ \t]*savepoint:[ \t]*(.*?)[ \t]*\r?$/im;
const NO_TRANSACTION = 'no-transaction';
/** SHA-256 in hex of a file's text with line endings as on Unix: a checkout on Windows is no edit. */
function checksumOf(bytes) {
    const text = new TextDecoder().decode(bytes);
    return (0,external_node_crypto_.createHash)('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
/** @throws MigrationError with file, line and hint where the file cannot be run as it is */
function parseScript(revision, file, bytes) {
    const text = decode(revision, file, bytes);
    const refuse = (offset, message, hint) => {
        throw scriptError({ revision, file, text }, offset, message, { hint });
    };
    const { statements, fault } = (0,splitter/* splitStatements */.X)(text);
    for (const statement of statements) {
        const refusal = (0,sql_script_statements/* refusalOf */.O)(statement);
        if (refusal !== null)
            refuse(statement.offset, refusal.message, refusal.hint);
    }
    if (fault !== null)
        refuse(fault.offset, ...fault_words/* FAULT_WORDS */.F[fault.kind]);
    if (statements.length === 0)
        refuse(0, 'the file holds no statement', 'write the migration, or delete the file');
    const transactional = !optsOut(text, statements[0], refuse);
    const kept = transactional ? withoutOwnTransaction(statements, refuse) : statements;
    if (!transactional)
        requireClosedBlocks(statements, refuse);
    return { revision, file, text, statements: kept, transactional };
}
/** A failure at an offset of a script, with the line shown. */
function scriptError(script, offset, message, details = {}) {
    const place = (0,excerpt/* placeAt */.BW)(script.text, offset);
    const { hint, sqlState, cause } = details;
    return new errors/* MigrationError */.Py(`${script.file}, line ${place.line}: ${message}`, {
        revision: script.revision,
        file: script.file,
        ...place,
        ...(sqlState === undefined ? {} : { sqlState }),
        excerpt: (0,excerpt/* excerptAt */.LA)(script.text, place),
    }, { ...(hint === undefined ? {} : { hint }), ...(cause === undefined ? {} : { cause }) });
}
function decode(revision, file, bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new errors/* MigrationError */.Py(`${file} is not valid UTF-8`, { revision, file }, { hint: 'save the file as UTF-8', cause });
    }
    const nul = text.indexOf('\0');
    if (nul < 0)
        return text;
    throw scriptError({ revision, file, text }, nul, 'there is a NUL byte', { hint: 'save the file as plain UTF-8 text' });
}
/** Reads the `-- savepoint:` line among the comments before the first statement. */
function optsOut(text, first, refuse) {
    const match = DIRECTIVE.exec(text.slice(0, first.offset));
    if (match === null)
        return false;
    if (match[1] === NO_TRANSACTION)
        return true;
    return refuse(match.index, `"savepoint: ${match[1]}" is not known`, `the only such line is -- savepoint: ${NO_TRANSACTION}`);
}
/** BEGIN at the start and COMMIT at the end are left out; any other control of the transaction is refused. */
function withoutOwnTransaction(statements, refuse) {
    const wrapped = controlAt(statements, 0) === 'begin' && controlAt(statements, -1) === 'commit';
    const kept = wrapped ? statements.slice(1, -1) : statements;
    const control = kept.find((statement) => (0,sql_script_statements/* transactionControlOf */.v)(statement) !== null);
    if (control !== undefined) {
        const what = control.words.slice(0, 2).join(' ').toUpperCase();
        refuse(control.offset, `${what} inside a file that runs in one transaction`, `take it out, or begin the file with -- savepoint: ${NO_TRANSACTION}`);
    }
    if (kept.length === 0)
        refuse(0, 'the file holds no statement but BEGIN and COMMIT', 'write the migration, or delete the file');
    return kept;
}
function controlAt(statements, index) {
    const statement = statements.at(index);
    return statement === undefined ? null : (0,sql_script_statements/* transactionControlOf */.v)(statement);
}
/** A file outside a transaction may hold blocks of its own; one left open would swallow the record in the history. */
function requireClosedBlocks(statements, refuse) {
    let open = null;
    for (const statement of statements) {
        const control = (0,sql_script_statements/* transactionControlOf */.v)(statement);
        if (control === 'begin' || control === 'begin-with-options')
            open ??= statement;
        if (control === 'commit' || control === 'rollback')
            open = null;
        if (control === 'prepared')
            refuse(statement.offset, 'two-phase commit cannot run in a migration', 'use COMMIT');
    }
    if (open !== null)
        refuse(open.offset, 'this transaction is not ended in the file', 'end it with COMMIT');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/sql/execution.js
/** Runs a script in a session, statement by statement, and places every failure in its file. */




const OUTSIDE = 'begin the file with the line -- savepoint: no-transaction';
const execution_HINTS = {
    '25001': `this statement cannot run in a transaction: ${OUTSIDE}`,
    '2D000': `COMMIT and ROLLBACK in a routine cannot run in a transaction: ${OUTSIDE}`,
};
/** @throws MigrationError with file, line, column, SQLSTATE and excerpt */
function runScript(execution) {
    return execution.script.transactional ? runInTransaction(execution) : runStatementByStatement(execution);
}
/** Runs the statements in the transaction that the session is in, and records nothing. @throws MigrationError as {@link runScript} does */
async function runStatements(execution) {
    for (const statement of execution.script.statements) {
        try {
            await execution.session.query(statement.text);
        }
        catch (error) {
            throw explain(execution, statement, error);
        }
    }
}
async function runInTransaction(execution) {
    const { session, script, record } = execution;
    let running = null;
    try {
        await session.transaction(async () => {
            const startedAt = performance.now();
            for (const statement of script.statements) {
                running = statement;
                await session.query(statement.text);
            }
            running = null;
            await recordAsOneself(session, record, startedAt);
        });
    }
    catch (error) {
        throw running === null ? explainEnd(execution, error) : explain(execution, running, error);
    }
}
async function runStatementByStatement(execution) {
    const { session, script, record } = execution;
    const startedAt = performance.now();
    for (const [index, statement] of script.statements.entries()) {
        try {
            await session.query(statement.text);
        }
        catch (error) {
            throw explain(execution, statement, error, reached(script, index));
        }
    }
    try {
        await recordAsOneself(session, record, startedAt);
    }
    catch (error) {
        throw explainEnd(execution, error);
    }
}
/** A file may end as another role; the history belongs to the one that connected. */
async function recordAsOneself(session, record, startedAt) {
    const durationMs = performance.now() - startedAt;
    await session.query('reset role');
    await record(durationMs);
}
function reached(script, index) {
    const stay = committedBefore(script.statements, index);
    const after = stay === 0
        ? 'nothing before it stays applied'
        : stay === 1
            ? 'statement 1 stays applied'
            : `statements 1 to ${stay} stay applied`;
    return { before: `statement ${index + 1} of ${script.statements.length}: `, after: `; ${after}` };
}
/** How many statements were committed when one failed: a block of the file's own that is still open rolls back. */
function committedBefore(statements, failed) {
    let openedAt = null;
    for (const [index, statement] of statements.slice(0, failed).entries()) {
        const control = (0,sql_script_statements/* transactionControlOf */.v)(statement);
        if (control === 'begin' || control === 'begin-with-options')
            openedAt ??= index;
        if (control === 'chain')
            openedAt = index + 1;
        if (control === 'commit' || control === 'rollback')
            openedAt = null;
    }
    return openedAt ?? failed;
}
function explain({ script, signal }, statement, error, place) {
    const { before, after } = place ?? { before: '', after: '' };
    return scriptError(script, offsetOf(statement, error), `${before}${wordsOf(error, signal)}${after}`, detailsOf(error, signal));
}
/** The statements went well; the commit (deferred constraints are checked then) or the history did not. */
function explainEnd({ script, signal }, error) {
    const last = script.statements.at(-1);
    const what = script.transactional ? 'at its commit' : 'its statements are applied, but it could not be recorded';
    return scriptError(script, last.offset, `${what}: ${wordsOf(error, signal)}`, detailsOf(error, signal));
}
function offsetOf(statement, error) {
    if (!(error instanceof errors/* StatementError */.Mp) || error.position === undefined)
        return statement.offset;
    return statement.offset + (0,excerpt/* offsetOfCharacter */.M0)(statement.text, error.position);
}
function wordsOf(error, signal) {
    const [words = 'failed'] = (0,errors/* causeChain */.DD)(error);
    return signal.aborted ? `cancelled: ${(0,errors/* causeChain */.DD)(signal.reason)[0] ?? words}` : words;
}
function detailsOf(error, signal) {
    const sqlState = error instanceof errors/* StatementError */.Mp ? error.sqlState : undefined;
    const hint = signal.aborted ? undefined : (execution_HINTS[sqlState ?? ''] ?? (0,errors/* hintOf */.$z)(error));
    return { sqlState, hint, cause: signal.aborted ? signal.reason : error };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/sql/generation.js
/** Creates the files of a new migration: the next number, in the layout of those that are there. */



const FIRST = '001';
const TIMESTAMP_DIGITS = 14;
const NAME_LENGTH = 60;
/**
 * Writes the files of a migration that holds comments only: it is refused until it holds a statement.
 *
 * @returns absolute paths, the up file first
 */
async function generateMigration(directory, migrations, message) {
    const last = migrations.at(-1);
    const revision = nextRevision(last?.revision);
    const paths = pathsLike(last, revision, slugOf(message)).map((path) => (0,external_node_path_.join)(directory, path));
    const title = message.replace(/\s+/g, ' ').trim();
    for (const [index, path] of paths.entries()) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, index === 0 ? `-- ${title}\n` : `-- Reverts: ${title}\n`, { flag: 'wx' });
    }
    return paths;
}
/** One more than the last, as wide; the time in UTC where the numbers are timestamps. */
function nextRevision(last, now = new Date()) {
    if (last === undefined)
        return FIRST;
    const timestamp = now.toISOString().replace(/\D/g, '').slice(0, TIMESTAMP_DIGITS);
    if (last.length === TIMESTAMP_DIGITS && timestamp > last)
        return timestamp;
    return String(BigInt(last) + 1n).padStart(last.length, '0');
}
/** `Add users' e-mail` becomes `add_users_e_mail`. @throws ConfigurationError where nothing is left */
function slugOf(message) {
    const plain = message.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, NAME_LENGTH);
    const trimmed = slug.replace(/^_+|_+$/g, '');
    if (trimmed !== '')
        return trimmed;
    throw new errors/* ConfigurationError */.j1('the message of a new migration holds no letter or digit', {
        hint: 'say what it does, e.g. "add users"',
    });
}
function pathsLike(last, revision, slug) {
    const prefix = /^V/i.exec(last?.up ?? '')?.[0] ?? '';
    const separator = /^V?\d+([_-]+)/i.exec(last?.up ?? '')?.[1] ?? '_';
    const stem = `${prefix}${revision}${separator}${slug}`;
    if (last?.shape === 'directory')
        return [`${stem}/up.sql`, `${stem}/down.sql`];
    return last?.shape === 'plain' ? [`${stem}.sql`] : [`${stem}.up.sql`, `${stem}.down.sql`];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/sql/history.js
/** The history table: which files were applied, as what content, when, by whom and for how long. */


const history_NO_SUCH_TABLE = new Set(['42P01', '3F000']);
class SqlHistory {
    #table;
    constructor(table) {
        this.#table = (0,table_name/* quoteTableName */.c_)(table);
    }
    /** Every entry, in no order; empty where the table does not exist: before the first migration. */
    async read(session) {
        return (await this.#select(session, 'revision, name, checksum')).map((row) => ({
            revision: row.revision ?? '',
            name: row.name ?? '',
            checksum: row.checksum ?? '',
        }));
    }
    /** Not inside a transaction: where the table is missing, asking fails. */
    async exists(session) {
        return (await this.#select(session, 'count(*) as entries')).length > 0;
    }
    async create(session) {
        await session.query(`create table ${this.#table} (
  revision text primary key,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  duration_ms bigint not null,
  applied_by text not null default session_user
)`);
    }
    /** The primary key refuses what another run recorded in the meantime. */
    async record(session, entry, durationMs) {
        await session.query(`insert into ${this.#table} (revision, name, checksum, duration_ms) values ($1, $2, $3, $4)`, [
            entry.revision,
            entry.name,
            entry.checksum,
            Math.round(durationMs),
        ]);
    }
    async remove(session, revision) {
        await session.query(`delete from ${this.#table} where revision = $1`, [revision]);
    }
    /** Makes the table hold exactly these entries; what it says of those it knows (when, by whom) stays. */
    async replace(session, entries) {
        const kept = new Set(entries.map((entry) => entry.revision));
        const known = new Set((await this.read(session)).map((entry) => entry.revision));
        for (const revision of known)
            if (!kept.has(revision))
                await this.remove(session, revision);
        for (const entry of entries) {
            if (!known.has(entry.revision))
                await this.record(session, entry, 0);
            else {
                await session.query(`update ${this.#table} set name = $2, checksum = $3 where revision = $1`, [
                    entry.revision,
                    entry.name,
                    entry.checksum,
                ]);
            }
        }
    }
    async #select(session, columns) {
        try {
            return await session.query(`select ${columns} from ${this.#table}`);
        }
        catch (error) {
            if (error instanceof errors/* StatementError */.Mp && history_NO_SUCH_TABLE.has(error.sqlState ?? ''))
                return [];
            throw error;
        }
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/migrators/sql/layout.js
var layout = __webpack_require__(7188);
;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/sql/reader.js
/** One session for all questions to the history: a run asks often, and connecting takes longer than answering. */

class HistoryReader {
    #sessions;
    #kept;
    /** @param sessions - close the session that is kept, together with all others */
    constructor(sessions) {
        this.#sessions = sessions;
    }
    /** The work must leave no transaction open and no settings changed. */
    async ask(signal, work) {
        const kept = this.#kept;
        // A session is cancelled by the signal that it was opened with.
        if (kept?.signal !== signal)
            return work(await this.#open(signal));
        try {
            return await work(kept.session);
        }
        catch (error) {
            // It may have been lost in a long migration, or closed because the database was swapped.
            if (!(error instanceof errors/* ConnectionError */.Rc))
                throw error;
            signal.throwIfAborted();
            return work(await this.#open(signal));
        }
    }
    async #open(signal) {
        const earlier = this.#kept;
        this.#kept = undefined;
        await earlier?.session.close();
        const session = await this.#sessions.open({ purpose: 'history', signal });
        this.#kept = { signal, session };
        return session;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/sql/standing.js
/** Compares files with the history: what is applied, what is pending, and whether the two can be trusted together. */


/**
 * @throws MigrationError when an applied file is missing or edited, or a pending one is older than an applied one
 */
async function takeStanding(migrations, history, files) {
    const known = new Map(migrations.map((migration) => [migration.revision, migration]));
    const entries = new Map(history.map((entry) => [entry.revision, entry]));
    for (const entry of history)
        if (!known.has(entry.revision))
            throw missing(entry);
    const applied = migrations.filter((migration) => entries.has(migration.revision));
    for (const migration of applied) {
        if ((await files.checksumOf(migration.up)) !== entries.get(migration.revision)?.checksum)
            throw edited(migration, files.show(migration.up));
    }
    const pending = migrations.filter((migration) => !entries.has(migration.revision));
    refuseOutOfOrder(applied.at(-1), pending[0], files);
    return { applied, pending };
}
function refuseOutOfOrder(newest, oldest, files) {
    if (newest === undefined || oldest === undefined || (0,layout/* compareRevisions */.wo)(oldest.revision, newest.revision) > 0)
        return;
    throw new errors/* MigrationError */.Py(`${files.show(oldest.up)} is not applied, but the newer ${files.show(newest.up)} is`, { revision: oldest.revision, file: files.show(oldest.up) }, { hint: `give it a number after ${newest.revision}, or delete it` });
}
function missing(entry) {
    const label = entry.name === '' ? entry.revision : `${entry.revision}_${entry.name}`;
    return new errors/* MigrationError */.Py(`migration ${label} is applied, but its file is missing`, { revision: entry.revision }, { hint: `check out the version of the code that holds ${label}, or restore the file from version control` });
}
function edited(migration, file) {
    return new errors/* MigrationError */.Py(`${file} was edited after it was applied`, { revision: migration.revision, file }, { hint: 'restore the file as it was applied, and put the change into a new migration' });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/sql/targets.js
/** Finds the target of a move among the migrations: how many of them, oldest first, lie up to it. */


/** How many migrations lie up to and including `target`. `base` is a target only where nothing need be applied for it. */
function countUpTo(migrations, target, applied = 0) {
    if (target === domain_revision/* HEAD */.Vx)
        return migrations.length;
    if (target === domain_revision/* BASE */.Wm && applied === 0)
        return 0;
    const index = migrations.findIndex((migration) => migration.revision === target);
    if (index >= 0)
        return index + 1;
    throw targets_unknownRevision(target, migrations);
}
/** How many applied migrations stay after a downgrade. */
function countStaying(applied, revisions) {
    const [target] = revisions;
    if (target === undefined)
        return 0;
    if (revisions.length === 1 && applied.some((migration) => migration.revision === target))
        return countUpTo(applied, target);
    throw new errors/* ConfigurationError */.j1(`cannot move back to ${revisions.join(', ')}: it is not applied`, {
        hint: `applied are: ${targets_list(applied)}`,
    });
}
function targets_unknownRevision(target, migrations) {
    const near = migrations.find((migration) => /^\d+$/.test(target) && BigInt(migration.revision) === BigInt(target));
    const hint = near === undefined ? `known are: ${targets_list(migrations)}` : `did you mean ${near.revision}?`;
    return new errors/* ConfigurationError */.j1(`there is no migration ${JSON.stringify(target)}`, { hint });
}
function targets_list(migrations) {
    return migrations.length === 0 ? 'none' : migrations.map((migration) => migration.revision).join(', ');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/sql/migrator.js
/** The `sql` migrator: numbered files run by Savepoint itself, each in its own transaction unless it says otherwise. */













class SqlMigrator {
    kind = 'sql';
    capabilities = { downgrade: true, previewSql: true, generate: true, stepwise: true };
    historyTables;
    historyKey;
    #sessions;
    #history;
    #reader;
    /** Relative to the working directory. */
    #shownDirectory;
    #directory;
    /** @param workingDirectory - absolute */
    constructor(settings, workingDirectory, sessions) {
        const table = (0,table_name/* parseTableName */.HC)(settings.historyTable);
        const qualified = { schema: table.schema ?? 'public', table: table.table };
        this.historyTables = [(0,table_name/* showTableName */.Jb)(qualified)];
        this.historyKey = `sql:${(0,table_name/* showTableName */.Jb)(qualified)}`;
        this.#history = new SqlHistory(qualified);
        this.#sessions = sessions;
        this.#reader = new HistoryReader(sessions);
        this.#directory = (0,external_node_path_.resolve)(workingDirectory, settings.directory);
        this.#shownDirectory = (0,external_node_path_.relative)(workingDirectory, this.#directory);
    }
    async state(options) {
        const { applied, pending } = await this.#standing(options);
        const [newest, head] = [applied.at(-1), pending.at(-1) ?? applied.at(-1)];
        return {
            current: newest === undefined ? [] : [newest.revision],
            heads: head === undefined ? [] : [head.revision],
            applied: applied.map((migration) => this.#describe(migration)),
            pending: pending.map((migration) => this.#describe(migration)),
        };
    }
    async pathTo(target, options) {
        const steps = await this.#stepsTo(target, options);
        return steps.map(({ migration, script }) => ({ ...this.#describe(migration), atomic: script.transactional }));
    }
    async preview(target, options) {
        const steps = await this.#stepsTo(target, options);
        return steps.map(({ script }) => `-- ${script.file} (${transactionOf(script)})\n${script.text.trimEnd()}\n`).join('\n');
    }
    async digest(target, options) {
        const steps = await this.#stepsTo(target, options);
        const files = steps.flatMap(({ migration }) => [migration.up, ...(migration.down === null ? [] : [migration.down])]);
        const parts = await Promise.all(files.map(async (path) => [path, checksumOf(await this.#read(path))]));
        return { revisions: steps.map(({ migration }) => migration.revision), sha256: (0,evidence/* digestParts */.zf)(parts), covers: 'files' };
    }
    async upgrade(revision, options) {
        for (const { script, entry } of await this.#stepsTo(revision, options)) {
            await this.#run(script, options, (session, durationMs) => this.#history.record(session, entry, durationMs));
        }
    }
    async downgrade(revisions, options) {
        const { applied } = await this.#standing(options);
        const undone = applied.slice(countStaying(applied, revisions)).reverse();
        const scripts = [];
        for (const migration of undone)
            scripts.push(await this.#downScript(migration));
        for (const script of scripts) {
            await this.#run(script, options, (session) => this.#history.remove(session, script.revision));
        }
    }
    async runAgain(revision, session, { signal }) {
        const migrations = await (0,layout/* readLayout */.T4)(this.#directory);
        const migration = migrations[countUpTo(migrations, revision) - 1];
        const script = parseScript(migration.revision, this.#show(migration.up), await this.#read(migration.up));
        if (!script.transactional) {
            throw new errors/* CheckError */.tl(`${script.file} runs outside a transaction: running it again could not be undone`, {
                hint: 'rehearse it on a copy',
            });
        }
        await runStatements({ session, script, signal });
    }
    async generate(message) {
        return generateMigration(this.#directory, await (0,layout/* readLayout */.T4)(this.#directory), message);
    }
    /** Also takes over edited files: their content of now becomes what was applied. `base` forgets everything. */
    async stamp(revision, options) {
        const migrations = await (0,layout/* readLayout */.T4)(this.#directory);
        const entries = [];
        for (const migration of migrations.slice(0, countUpTo(migrations, revision))) {
            entries.push(entryOf(migration, await this.#read(migration.up)));
        }
        await this.#withSession(options, async (session) => {
            const exists = await this.#history.exists(session);
            await session.transaction(async () => {
                if (!exists)
                    await this.#history.create(session);
                await this.#history.replace(session, entries);
            });
        });
    }
    async #standing(options) {
        const migrations = await (0,layout/* readLayout */.T4)(this.#directory);
        const history = await this.#reader.ask(options.signal, (session) => this.#history.read(session));
        return takeStanding(migrations, history, {
            show: (path) => this.#show(path),
            checksumOf: async (path) => checksumOf(await this.#read(path)),
        });
    }
    /** Reads and checks every file on the way, so that a malformed one stops the run before the first is applied. */
    async #stepsTo(target, options) {
        const { applied, pending } = await this.#standing(options);
        const wanted = countUpTo([...applied, ...pending], target, applied.length) - applied.length;
        const steps = [];
        for (const migration of pending.slice(0, Math.max(0, wanted))) {
            const bytes = await this.#read(migration.up);
            const script = parseScript(migration.revision, this.#show(migration.up), bytes);
            steps.push({ migration, script, entry: entryOf(migration, bytes) });
        }
        return steps;
    }
    async #downScript(migration) {
        if (migration.down !== null) {
            return parseScript(migration.revision, this.#show(migration.down), await this.#read(migration.down));
        }
        throw new errors/* MigrationError */.Py(`${this.#show(migration.up)} has no down file: it cannot be reverted`, { revision: migration.revision, file: this.#show(migration.up) }, { hint: 'write its down file, or roll back by restoring the backup' });
    }
    /** A session of its own for each file: what one sets does not reach the next. */
    #run(script, options, record) {
        return this.#withSession(options, async (session) => {
            const exists = await this.#history.exists(session);
            // Outside a transaction the table comes first: a role that may not create it is told before anything runs.
            if (!exists && !script.transactional)
                await this.#history.create(session);
            await runScript({
                session,
                script,
                signal: options.signal,
                record: async (durationMs) => {
                    if (!exists && script.transactional)
                        await this.#history.create(session);
                    await record(session, durationMs);
                },
            });
        });
    }
    async #withSession({ signal, onLine }, work) {
        const onNotice = onLine === undefined ? {} : { onNotice: onLine };
        const session = await this.#sessions.open({ purpose: 'migrate', signal, ...onNotice });
        try {
            return await work(session);
        }
        finally {
            await session.close();
        }
    }
    async #read(path) {
        return (0,promises_.readFile)((0,external_node_path_.join)(this.#directory, path)).catch((cause) => {
            throw new errors/* ConfigurationError */.j1(`${this.#show(path)} cannot be read: ${cause.message}`, {
                hint: 'check that it is a file and may be read',
                cause,
            });
        });
    }
    #show(path) {
        return (0,external_node_path_.join)(this.#shownDirectory, path);
    }
    #describe(migration) {
        return {
            revision: migration.revision,
            description: migration.name.replaceAll('_', ' '),
            file: this.#show(migration.up),
            reversible: migration.down !== null,
        };
    }
}
function entryOf(migration, bytes) {
    return { revision: migration.revision, name: migration.name, checksum: checksumOf(bytes) };
}
function transactionOf(script) {
    return script.transactional ? 'in one transaction' : 'without a transaction';
}

;// CONCATENATED MODULE: ./.cache/bundle/src/migrators/open-migrator.js
/** Opens the migrator that a plan names, or the one whose files are there. */





/**
 * @param settings - `null` to detect it by its files
 * @throws ConfigurationError when nothing, or more than one, is found, or a setting is wrong
 */
async function openMigrator(settings, context) {
    const known = settings ?? (await (0,detection.detectMigrator)(context.root));
    const workingDirectory = (0,external_node_path_.resolve)(context.root, known.workingDirectory);
    switch (known.kind) {
        case 'alembic':
            return new AlembicMigrator(known, workingDirectory, context);
        case 'sql':
            return new SqlMigrator(known, workingDirectory, context.sessions);
        case 'command':
            return new CommandMigrator(known, workingDirectory, context);
    }
}


/***/ }),

/***/ 7188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   bM: () => (/* binding */ isNumberedFile),
/* harmony export */   wo: () => (/* binding */ compareRevisions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42);
/** How migrations lie in a directory: plain numbered files, up/down pairs, or one directory each; the three may be mixed. */



const FILE = /^V?(\d+)(?:[_-]+([^\p{C}/]*?))?(?:\.(up|down))?\.sql$/iu;
const DIRECTORY = /^V?(\d+)(?:[_-]+([^\p{C}/]*))?$/iu;
const NAMING = 'name files 001_what_it_does.sql, or 001_what_it_does.up.sql with a .down.sql, or 001_what_it_does/up.sql';
/**
 * Reads a migrations directory, oldest first. Gaps between numbers are fine; files that are not SQL are left alone.
 *
 * @throws ConfigurationError with every malformed name and every number used twice
 */
async function readLayout(directory) {
    const problems = [];
    const pieces = await findPieces(directory, problems);
    const migrations = assemble(pieces, problems);
    if (problems.length > 0)
        throw malformed(directory, problems);
    return migrations;
}
/** Whether a file name is that of a numbered migration. */
function isNumberedFile(name) {
    return FILE.test(name);
}
/** Orders revisions by their number, whatever their width. */
function compareRevisions(left, right) {
    const [a, b] = [BigInt(left), BigInt(right)];
    return a < b ? -1 : a > b ? 1 : 0;
}
async function findPieces(directory, problems) {
    const pieces = [];
    for (const name of (await list(directory)).filter((entry) => !entry.startsWith('.'))) {
        const isDirectory = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)).catch(() => null))?.isDirectory() ?? false;
        if (isDirectory)
            pieces.push(...(await piecesOfDirectory(directory, name, problems)));
        else if (/\.sql$/i.test(name))
            pieces.push(...piecesOfFile(name, problems));
    }
    return pieces;
}
async function list(directory) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory)).sort();
    }
    catch (cause) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`the migrations directory ${directory} cannot be read: ${cause.message}`, {
            hint: 'set migrator.directory in the plan to the directory that holds the numbered .sql files',
            cause,
        });
    }
}
function piecesOfFile(name, problems) {
    const match = FILE.exec(name);
    if (match === null) {
        problems.push({ message: `${JSON.stringify(name)} is not the name of a migration`, hint: NAMING });
        return [];
    }
    const role = (match[3]?.toLowerCase() ?? 'plain');
    return [{ path: name, revision: match[1], name: match[2] ?? '', role, inDirectory: false }];
}
async function piecesOfDirectory(directory, name, problems) {
    const match = DIRECTORY.exec(name);
    const inside = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name));
    if (match === null && !inside.includes('up.sql'))
        return [];
    if (match === null || !inside.includes('up.sql')) {
        const message = match === null ? 'holds an up.sql, but its name does not begin with a number' : 'holds no up.sql';
        problems.push({ message: `the directory ${JSON.stringify(name)} ${message}`, hint: NAMING });
        return [];
    }
    return ['up', 'down']
        .filter((role) => inside.includes(`${role}.sql`))
        .map((role) => ({
        path: `${name}/${role}.sql`,
        revision: match[1],
        name: match[2] ?? '',
        role,
        inDirectory: true,
    }));
}
function assemble(pieces, problems) {
    const numbers = Map.groupBy(pieces, (piece) => BigInt(piece.revision));
    return [...numbers.values()]
        .flatMap((group) => assembleOne(group, problems))
        .sort((a, b) => compareRevisions(a.revision, b.revision));
}
function assembleOne(group, problems) {
    const ups = group.filter((piece) => piece.role !== 'down');
    const downs = group.filter((piece) => piece.role === 'down');
    const [up, down] = [ups[0], downs[0]];
    if (ups.length > 1 || downs.length > 1) {
        const paths = (ups.length > 1 ? ups : downs).map((piece) => piece.path).join(', ');
        problems.push({ message: `number ${group[0]?.revision} is used more than once: ${paths}`, hint: 'give each its own number' });
        return [];
    }
    if (up === undefined || (down !== undefined && !belongTogether(up, down))) {
        problems.push({ message: `${down?.path} has no up file of the same name beside it`, hint: NAMING });
        return [];
    }
    const shape = up.inDirectory ? 'directory' : up.role === 'up' ? 'pair' : 'plain';
    return [{ revision: up.revision, name: up.name, shape, up: up.path, down: down?.path ?? null }];
}
function belongTogether(up, down) {
    return up.revision === down.revision && up.name === down.name && up.inDirectory === down.inDirectory;
}
function malformed(directory, problems) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`in the migrations directory ${directory}: ${first?.message}${more}`, {
        problems,
        ...(first?.hint === undefined ? {} : { hint: first.hint }),
    });
}


/***/ })

};
