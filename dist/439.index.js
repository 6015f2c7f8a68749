export const id = 439;
export const ids = [439,927];
export const modules = {

/***/ 9472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ TOLD_LINES)
/* harmony export */ });
/** What goes on in a database at one moment, and since the moment before: what a watch after a migration looks at. */
const TOLD_LINES = 10;


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

/***/ 601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ KEY_DEPTH)
/* harmony export */ });
/**
 * Depth at which a range holds one key. A range of depth `d` holds the rows whose key's hash ends in the same `d` bits;
 * it is named by these bits as a number.
 */
const KEY_DEPTH = 64;


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

/***/ 6998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ valueText)
/* harmony export */ });
/** How a value of a database reads in a report. */
/**
 * NULL, the text NULL and the empty text are three different things, and read so.
 *
 * @param most - longest text that is shown whole, in characters
 */
function valueText(value, most) {
    if (value === null || value === undefined)
        return 'NULL';
    if (value === '' || value === 'NULL')
        return `'${value}'`;
    return value.length <= most ? value : `${value.slice(0, most)}…`;
}


/***/ }),

/***/ 2106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ foreignKeys),
/* harmony export */   x: () => (/* binding */ foreignKeyFaults)
/* harmony export */ });
/* harmony import */ var _domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1990);
/* harmony import */ var _domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);


/** Keys of orphans that a message shows. */
const SAMPLE_KEYS = 5;
/** Relations that a message tells of. */
const SHOWN_FAULTS = 10;
const foreignKeys = {
    lane: 'reading',
    names: ({ tables, also }) => [
        ...(tables === 'all' ? [] : tables.map((table, index) => ({ table, path: ['foreign-keys', index] }))),
        ...also.flatMap(({ from, to }, index) => [usedColumn(from, ['also', index, 'from']), usedColumn(to, ['also', index, 'to'])]),
    ],
    ask: async ({ context, settings }, signal) => {
        const { catalog } = context.database;
        const known = await catalog.foreignKeys(signal);
        const keys = settings.tables === 'all' ? known : known.filter(({ child }) => isListed(child, settings.tables));
        const relations = [...keys, ...settings.also.map(relationOf)];
        const orphans = await catalog.orphans(relations, SAMPLE_KEYS, signal);
        const faults = relations.flatMap((relation, index) => faultsOf(relation, orphans[index]));
        return judge(settings, keys, relations, [...withoutKeys(settings, keys), ...faults.map(context.redact)]);
    },
};
function judge({ tables, also }, keys, relations, faults) {
    const expected = 'validated, enforced, no orphans';
    const found = [(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(keys.length, 'foreign key'), ...(also.length === 0 ? [] : [`${also.length} given by hand`])].join(', ');
    if (relations.length === 0 && tables === 'all') {
        return { status: 'warning', expected, actual: found, measured: 0, message: 'there is nothing to check' };
    }
    const shown = faults.slice(0, SHOWN_FAULTS);
    const more = faults.length > shown.length ? [`and ${faults.length - shown.length} more`] : [];
    return {
        status: faults.length === 0 ? 'passed' : 'failed',
        expected,
        actual: faults.length === 0 ? `${found}: all hold` : `${found}: ${(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(faults.length, 'fault')}`,
        measured: relations.length,
        ...(faults.length === 0 ? {} : { message: [...shown, ...more].join('; ') }),
    };
}
/** A table without its schema means every table of that name. */
function isListed(child, listed) {
    return (listed === 'all' || listed.some(({ schema, table }) => table === child.table && (schema === null || schema === child.schema)));
}
/** The plan says that it has some. */
function withoutKeys({ tables }, keys) {
    if (tables === 'all')
        return [];
    const bare = tables.filter((table) => !keys.some(({ child }) => isListed(child, [table])));
    return bare.map((table) => `${(0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .showTableName */ .Jb)(table)} has no foreign key`);
}
/** What is wrong with these foreign keys, in words; `null` where all of them hold. */
async function foreignKeyFaults(catalog, keys, signal) {
    const orphans = await catalog.orphans(keys, SAMPLE_KEYS, signal);
    const faults = keys.flatMap((key, index) => faultsOf(key, orphans[index]));
    return faults.length === 0 ? null : faults.join('; ');
}
function faultsOf(relation, orphans) {
    const states = relation.constraint === null ? [] : stateFaults(relation);
    const count = orphans?.count ?? 0n;
    const told = [...states, ...(count === 0n ? [] : [describeOrphans(relation, orphans)])];
    return told.length === 0 ? [] : [`${describe(relation)}: ${told.join(', ')}`];
}
function stateFaults({ validated, enforced }) {
    return [...(validated ? [] : ['not validated']), ...(enforced ? [] : ['not enforced (its triggers are disabled)'])];
}
function describe({ constraint, child, childColumns, parent, parentColumns }) {
    const columns = (names) => names.map(_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWhereNeeded */ .T).join(', ');
    const path = `${(0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .showTableName */ .Jb)(child)} (${columns(childColumns)}) -> ${(0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .showTableName */ .Jb)(parent)} (${columns(parentColumns)})`;
    return constraint === null ? path : `${(0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWhereNeeded */ .T)(constraint)} ${path}`;
}
/** Keys only: what else is in the row is nobody's business here. */
function describeOrphans({ childColumns }, { count, samples }) {
    const keys = samples.map((key) => key.map((value) => value ?? 'null').join(', '));
    const shown = childColumns.length > 1 ? keys.map((key) => `(${key})`) : keys;
    return `${(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count, 'orphan')}, without a parent: ${shown.join(', ')}${BigInt(samples.length) < count ? ', …' : ''}`;
}
function relationOf({ from, to }) {
    const { column: childColumn, ...child } = from;
    const { column: parentColumn, ...parent } = to;
    return { constraint: null, child, childColumns: [childColumn], parent, parentColumns: [parentColumn] };
}
function usedColumn({ column, ...table }, path) {
    return { table, column, path };
}


/***/ }),

/***/ 2222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r$: () => (/* binding */ checksAt),
  eZ: () => (/* binding */ plan_checks_namesOf),
  wS: () => (/* binding */ requirePossibleChecks)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/places.js
var places = __webpack_require__(2168);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/command-verdict.js


const QUOTED_LINES = 3;
const QUOTED_LENGTH = 200;
/** Lines that match one pattern: how many, and the first few. */
class Matches {
    #pattern;
    first = [];
    count = 0;
    constructor(pattern) {
        this.#pattern = pattern === null ? null : new RegExp(pattern, 'u');
    }
    see(line) {
        if (this.#pattern?.test(line) !== true)
            return;
        this.count++;
        if (this.first.length < QUOTED_LINES)
            this.first.push(line);
    }
}
/** Holds each line of the output against the patterns of a check. */
class LineWatch {
    failing;
    warning;
    wanted;
    constructor({ failOn, warnOn, mustMatch }) {
        this.failing = new Matches(failOn);
        this.warning = new Matches(warnOn);
        this.wanted = new Matches(mustMatch);
    }
    see(line) {
        for (const matches of [this.failing, this.warning, this.wanted])
            matches.see(line);
    }
}
/** A command that could not run, or was not let run to its end, is errored: it gave no answer. */
function judgeCommand(settings, ending, watch) {
    const expected = describeExpected(settings);
    switch (ending.kind) {
        case 'interrupted':
            return { status: 'errored', expected, message: 'it was interrupted' };
        case 'out-of-time':
            return { status: 'errored', expected, message: outOfTimeWords(ending.afterMs) };
        case 'broken':
            return { status: 'errored', expected, message: [ending.error.message, (0,errors/* hintOf */.$z)(ending.error) ?? []].flat().join('; ') };
        case 'exited':
            return judgeExit(settings, expected, ending, watch);
    }
}
function outOfTimeWords(afterMs) {
    return `it did not end within ${(0,quantity_text/* formatDuration */.a3)(afterMs)} and was ended; give it more time with \`timeout\``;
}
/** What the shell answers for a program that is not there, or may not be executed. */
const CANNOT_RUN = {
    126: 'the program may not be executed',
    127: 'the program was not found; install it, or put its directory on PATH',
};
function judgeExit(settings, expected, { exitCode, lastLines }, { failing, warning, wanted }) {
    const actual = [`exit code ${exitCode}`, ...counts(failing.count, warning.count)].join(', ');
    const rightCode = settings.exitCodes.includes(exitCode);
    const cannot = rightCode ? undefined : CANNOT_RUN[exitCode];
    if (cannot !== undefined)
        return { status: 'errored', expected, actual, message: said(cannot, quote(lastLines.slice(-1))) };
    if (failing.count > 0)
        return { status: 'failed', expected, actual, message: quote(failing.first) };
    if (!rightCode)
        return { status: 'failed', expected, actual, ...lastWords(lastLines) };
    if (settings.mustMatch !== null && wanted.count === 0) {
        return { status: 'failed', expected, actual, message: `no line matches /${settings.mustMatch}/` };
    }
    if (warning.count > 0)
        return { status: 'warning', expected, actual, message: quote(warning.first) };
    return { status: 'passed', expected, actual };
}
function describeExpected({ exitCodes, failOn, mustMatch }) {
    return [
        `exit code ${exitCodes.join(' or ')}`,
        ...(failOn === null ? [] : [`no line like /${failOn}/`]),
        ...(mustMatch === null ? [] : [`a line like /${mustMatch}/`]),
    ].join(', ');
}
function counts(failures, warnings) {
    return [
        ...(failures === 0 ? [] : [(0,quantity_text/* formatCount */.B4)(failures, 'line of failure', 'lines of failure')]),
        ...(warnings === 0 ? [] : [(0,quantity_text/* formatCount */.B4)(warnings, 'line of warning', 'lines of warning')]),
    ];
}
function lastWords(lastLines) {
    const spoken = lastLines.filter((line) => line.trim() !== '').slice(-QUOTED_LINES);
    return spoken.length === 0 ? {} : { message: `it ended with ${quote(spoken)}` };
}
function said(...parts) {
    return parts.filter((part) => part !== '').join(': ');
}
function quote(lines) {
    return lines.map((line) => `“${cut(line.trim())}”`).join(' ');
}
function cut(line) {
    return line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line;
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/kept-output.js
var kept_output = __webpack_require__(2067);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/command.js
/** Runs a command of the plan, listens to what it says, keeps that, and judges how it ended. */




/** More lines than a person follows, and than a log should hold. */
const MOST_LIVE_LINES = 2000;
const command = {
    lane: 'acting',
    ask: async ({ context, settings }, signal) => {
        const watch = new LineWatch(settings);
        const kept = new kept_output/* KeptOutput */.wp();
        const tell = liveLines(context, settings.name);
        const ending = await runToItsEnd(context, settings, signal, (line) => {
            kept.add(line);
            watch.see(line);
            tell(line);
        });
        const place = await (0,kept_output/* keepOutput */.xe)(context, settings.name, kept.text());
        if (ending.kind === 'interrupted')
            signal.throwIfAborted();
        return (0,kept_output/* withOutput */.Wq)(judgeCommand(settings, ending, watch), place);
    },
};
async function runToItsEnd({ processes, database, plan }, { command, workingDirectory, timeoutMs }, signal, onLine) {
    const cwd = (0,external_node_path_.resolve)(plan.directory, workingDirectory);
    try {
        await processes.run({ run: { shell: command }, env: database.childEnvironment, cwd }, { signal, onLine });
        return { kind: 'exited', exitCode: 0, lastLines: [] };
    }
    catch (error) {
        if (signal.aborted)
            return outOfTime(signal) ? { kind: 'out-of-time', afterMs: timeoutMs ?? 0 } : { kind: 'interrupted' };
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        if (error.exitCode === null)
            return { kind: 'broken', error };
        return { kind: 'exited', exitCode: error.exitCode, lastLines: error.lastLines };
    }
}
/** The patience of the check is over; anything else that aborts it is no answer of the command. */
function outOfTime(signal) {
    return signal.reason?.name === 'TimeoutError';
}
function liveLines({ emit }, source) {
    let told = 0;
    return (line) => {
        told++;
        if (told <= MOST_LIVE_LINES)
            emit({ type: 'output', source, line });
        if (told === MOST_LIVE_LINES)
            emit({ type: 'note', text: `${source} says more; its output is kept with the report` });
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/query-plan.js
/** How a database goes about a query: the parts of its plan that checks ask about. */
/** Whether a person's word means the object: its name, with or without its schema and quotes. */
function isNamed({ schema, name }, written) {
    const bare = written.replaceAll('"', '');
    return bare === name || bare === `${schema}.${name}`;
}
function showName({ schema, name }) {
    return `${schema}.${name}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/timing.js

async function repeatedly({ clock, runs, warmUp }, work) {
    const durations = [];
    for (let run = 0; run < warmUp + runs; run++) {
        const started = clock.monotonicMs();
        await work();
        if (run >= warmUp)
            durations.push(clock.monotonicMs() - started);
    }
    return timingOf(durations);
}
/** @param durations - ms, at least one */
function timingOf(durations) {
    const sorted = durations.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    const [fastest, slowest, upper] = [sorted.at(0) ?? 0, sorted.at(-1) ?? 0, sorted[middle] ?? 0];
    const medianMs = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
    return { runs: sorted.length, medianMs, fastestMs: fastest, slowestMs: slowest };
}
/** `1.2 s`, or `median 1.2 s of 5 (1.1 s to 1.4 s)`. */
function describeTiming({ runs, medianMs, fastestMs, slowestMs }) {
    if (runs === 1)
        return (0,quantity_text/* formatDuration */.a3)(medianMs);
    return `median ${(0,quantity_text/* formatDuration */.a3)(medianMs)} of ${runs} (${(0,quantity_text/* formatDuration */.a3)(fastestMs)} to ${(0,quantity_text/* formatDuration */.a3)(slowestMs)})`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/explain-demands.js
/** Judges the plan of a query by each demand that a check makes of it. */



const SHOWN_NAMES = 5;
function demandsOf(settings, { plan, timing, other }) {
    const { indexes, mostPartitions, notSequential, atMostMs, fasterThan } = settings;
    return [
        ...(indexes === null ? [] : [usesIndexes(plan, indexes)]),
        ...(mostPartitions === null ? [] : [prunes(plan, mostPartitions)]),
        ...(notSequential === null ? [] : [scansNot(plan, notSequential)]),
        ...(atMostMs === null || timing === null ? [] : [keepsTime(timing, atMostMs)]),
        ...(fasterThan === null || timing === null || other === null ? [] : [isFaster(timing, other.timing, fasterThan.by)]),
    ];
}
function usesIndexes({ scans }, wanted) {
    const used = scans.flatMap(({ index }) => (index === null ? [] : [index]));
    const isUsed = (name) => scans.some((scan) => isOneOf([scan.index, scan.rootIndex], name));
    return {
        met: wanted.length === 0 ? used.length > 0 : wanted.every(isUsed),
        expected: wanted.length === 0 ? 'uses an index' : `uses ${wanted.join(', ')}`,
        actual: used.length === 0 ? 'uses no index' : `uses ${list(used)}`,
    };
}
function prunes({ partitions }, most) {
    const expected = most === 'fewer' ? 'reads fewer partitions than there are' : `reads at most ${most} partitions`;
    if (partitions.length === 0)
        return { met: false, expected, actual: 'reads no partitioned table' };
    const used = partitions.map(({ table, scanned, total }) => `${scanned} of ${total} partitions of ${showName(table)}`);
    return {
        met: partitions.every(({ scanned, total }) => (most === 'fewer' ? scanned < total : scanned <= most)),
        expected,
        actual: `reads ${used.join(', ')}`,
    };
}
/** A table that the query does not read at all is told: most likely its name is mistaken. */
function scansNot({ scans }, tables) {
    const isOf = (scan, name) => isOneOf([scan.relation, scan.root], name);
    const found = scans.filter((scan) => scan.kind === 'sequential-scan' && (tables.length === 0 || tables.some((name) => isOf(scan, name))));
    const unread = tables.filter((name) => !scans.some((scan) => isOf(scan, name)));
    const expected = tables.length === 0 ? 'no sequential scan' : `no sequential scan of ${tables.join(', ')}`;
    if (unread.length > 0)
        return { met: false, expected, actual: `does not read ${unread.join(', ')}` };
    // All of it may have been ruled out: nothing is known then of how the tables are read.
    if (scans.length === 0)
        return { met: false, expected, actual: 'reads no table' };
    const names = found.flatMap(({ relation }) => (relation === null ? [] : [relation]));
    return { met: found.length === 0, expected, actual: found.length === 0 ? expected : `sequential scan of ${list(names)}` };
}
function keepsTime(timing, atMostMs) {
    const met = timing.medianMs <= atMostMs;
    return { met, expected: `at most ${(0,quantity_text/* formatDuration */.a3)(atMostMs)}`, actual: describeTiming(timing) };
}
function isFaster(timing, other, by) {
    const times = timing.medianMs === 0 ? Number.POSITIVE_INFINITY : other.medianMs / timing.medianMs;
    return {
        met: times >= by,
        expected: `${by} times faster than the other query`,
        actual: `${times.toPrecision(3)} times: ${describeTiming(timing)}, the other ${describeTiming(other)}`,
    };
}
function isOneOf(objects, name) {
    return objects.some((object) => object !== null && isNamed(object, name));
}
function list(objects) {
    const names = [...new Set(objects.map(showName))];
    const more = names.length > SHOWN_NAMES ? `, and ${names.length - SHOWN_NAMES} more` : '';
    return `${names.slice(0, SHOWN_NAMES).join(', ')}${more}`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/reading.js
var reading = __webpack_require__(7685);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/explain.js




const explain = {
    lane: 'alone',
    objection: ({ database }) => database.capabilities.queryPlans ? null : `${database.kind} tells no plans of queries: explain cannot be checked there`,
    ask: async ({ context, settings }, signal) => {
        const explained = await (0,reading/* whileReading */.q9)(context.database, signal, (session) => explainAll(context, settings, session));
        const plans = [explained.plan, ...(explained.other === null ? [] : [explained.other.plan])];
        const text = plans.map((plan) => plan.text).join('\n\n');
        const place = await (0,kept_output/* keepOutput */.xe)(context, settings.name, context.redact(text));
        return { ...findingOf(context, demandsOf(settings, explained), explained), ...placeOf(place) };
    },
};
/** Once where only the plan is asked for; alternately with the other query, after a round that does not count, for times. */
async function explainAll({ database }, settings, session) {
    const { fasterThan, analyze } = settings;
    const options = { analyze, partitions: settings.mostPartitions !== null };
    const own = () => database.explain(session, settings.explain, options);
    if (fasterThan === null && settings.atMostMs === null)
        return { plan: await own(), timing: null, other: null };
    const other = () => (fasterThan === null ? null : database.explain(session, fasterThan.query, { analyze, partitions: false }));
    await own();
    await other();
    const [mine, theirs] = [[], []];
    for (let run = 0; run < settings.runs; run++) {
        mine.push(await own());
        const plan = await other();
        if (plan !== null)
            theirs.push(plan);
    }
    const [plan, otherPlan] = [mine.at(-1), theirs.at(-1)];
    return { plan, timing: timesOf(mine), other: otherPlan === undefined ? null : { plan: otherPlan, timing: timesOf(theirs) } };
}
function timesOf(plans) {
    return timingOf(plans.map(({ durationMs }) => durationMs ?? 0));
}
/** Names in it come from the database. */
function findingOf({ redact }, demands, { timing }) {
    return {
        status: demands.every(({ met }) => met) ? 'passed' : 'failed',
        expected: demands.map(({ expected }) => expected).join('; '),
        actual: redact([...new Set(demands.map(({ actual }) => actual))].join('; ')),
        ...(timing === null ? {} : { measured: timing.medianMs }),
    };
}
/** A plan that could not be kept changes nothing about what it was found to be. */
function placeOf(place) {
    return 'output' in place ? { output: place.output } : { message: place.lost };
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/foreign-keys.js
var foreign_keys = __webpack_require__(2106);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/http.js + 1 modules
var http = __webpack_require__(3931);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/secrets.js
var secrets = __webpack_require__(1927);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/placeholders.js
var placeholders = __webpack_require__(5406);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/exact-number.js
var exact_number = __webpack_require__(8879);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/json-answer.js
/** JSON as answers hold it, whose numbers keep every digit. */


/** Numbers beyond a float come as {@link ExactNumber} (on engines that tell the source of a number). @throws CheckError */
function parseJson(text, truncated) {
    if (truncated)
        throw new errors/* CheckError */.tl('the answer is longer than 1 MiB: too long to be read as JSON');
    try {
        return JSON.parse(text, exactNumbers);
    }
    catch (cause) {
        const what = text.trim() === '' ? 'empty' : 'not JSON';
        throw new errors/* CheckError */.tl(`the body of the answer is ${what}`, { cause });
    }
}
const exactNumbers = (_key, value, context) => typeof value === 'number' && context?.source !== undefined ? (0,exact_number/* exactNumber */.rf)(value, context.source) : value;
/** A plain value as JSON text. `replace` may give the text of a string itself. */
function jsonText(value, replace = JSON.stringify) {
    if (typeof value === 'string')
        return replace(value);
    if (value instanceof exact_number/* ExactNumber */.fh)
        return String(value);
    if (Array.isArray(value))
        return `[${value.map((item) => jsonText(item, replace)).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${jsonText(member, replace)}`);
    return `{${members.join(',')}}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/http-sending.js
/** Makes the request of an `http` check ready to be sent: values of earlier answers filled in where it takes them. */




const LONGEST_WAIT_MS = 30_000;
/** What is shorter would tear holes into every text. */
const SHORTEST_SECRET = 4;
/** @throws CheckError where a value would lead the address elsewhere */
function fillRequest(settings, captured, timeoutMs) {
    const { method, url, headers, token, body } = settings;
    const plain = (text) => (0,placeholders/* fillPlaceholders */.Ct)(text, (name) => plainText(captured, name));
    const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, plain(value)]));
    return {
        method,
        url: (0,placeholders/* fillPlaceholders */.Ct)(url, (name) => addressPart(name, plainText(captured, name))),
        headers: {
            ...(body !== null && 'json' in body ? { 'content-type': 'application/json' } : {}),
            ...lowerCased(filled),
            ...(token === null ? {} : { authorization: `Bearer ${plain(token)}` }),
        },
        body: body === null ? null : 'json' in body ? filledJson(body.json, captured) : plain(body.text),
        timeoutMs: timeoutMs ?? LONGEST_WAIT_MS,
    };
}
/** What requests prove themselves with, where an earlier answer gave it: the plan's own secrets are known already. */
function secretsTaken(requests, captured) {
    return requests
        .flatMap(({ headers, token }) => [
        token ?? '',
        ...Object.entries(headers).flatMap(([name, value]) => ((0,secrets.isSecretHeader)(name) ? [value] : [])),
    ])
        .flatMap(placeholders/* placeholdersIn */.Qf)
        .map((name) => plainText(captured, name))
        .filter(({ length }) => length >= SHORTEST_SECRET);
}
/** A text that consists of one name becomes the value itself: a number stays a number. */
function filledJson(json, captured) {
    return jsonText(json, (text) => {
        const whole = (0,placeholders/* onlyPlaceholder */.a_)(text);
        if (whole !== null)
            return captured.get(whole) ?? 'null';
        return JSON.stringify((0,placeholders/* fillPlaceholders */.Ct)(text, (name) => plainText(captured, name)));
    });
}
function plainText(captured, name) {
    const json = captured.get(name) ?? '';
    return json.startsWith('"') ? String(JSON.parse(json)) : json;
}
/** `.` and `..` move through a path even when they are encoded. */
function addressPart(name, value) {
    if (value !== '.' && value !== '..')
        return encodeURIComponent(value);
    throw new errors/* CheckError */.tl(`{{${name}}} is ${JSON.stringify(value)}, which would lead the address elsewhere`);
}
function lowerCased(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/json-expectation.js
var json_expectation = __webpack_require__(3781);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/json-path.js
var json_path = __webpack_require__(3784);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/http-verdict.js





const SHOWN_LENGTH = 200;
function judgeAnswer(settings, response) {
    const expected = http_verdict_describeExpected(settings);
    const took = `status ${response.status} in ${(0,quantity_text/* formatDuration */.a3)(response.durationMs)}`;
    const measured = response.durationMs;
    if (!hasStatus(settings.status, response.status)) {
        return { finding: { status: 'failed', expected, actual: took, measured, ...bodyShown(response) }, captured: new Map() };
    }
    const content = judgeContent(settings, response);
    const slow = settings.withinMs !== null && response.durationMs > settings.withinMs;
    const passed = !slow && content.faults.length === 0;
    const actual = [took, ...content.found].join(', ');
    const finding = { status: passed ? 'passed' : 'failed', expected, actual, measured };
    return {
        finding: content.faults.length === 0 ? finding : { ...finding, message: content.faults.join('; ') },
        captured: content.captured,
    };
}
function judgeContent({ bodyMatches, jsonPaths, captures }, { body, truncated }) {
    const pattern = bodyMatches === null || new RegExp(bodyMatches, 'u').test(body) ? [] : [`the body does not match /${bodyMatches}/`];
    if (jsonPaths.length + captures.length === 0)
        return { found: [], faults: pattern, captured: new Map() };
    let document;
    try {
        document = parseJson(body, truncated);
    }
    catch (error) {
        return { found: [], faults: [...pattern, error.message], captured: new Map() };
    }
    const places = jsonPaths.map(({ path, steps, expect }) => {
        const value = (0,json_path/* atJsonPath */.Z)(document, steps);
        return { path, expect, value, met: (0,json_expectation/* meetsJsonExpectation */.DV)(expect, value) };
    });
    const wrong = places.filter(({ met }) => !met);
    const isTaken = (path) => captures.some((capture) => capture.path === path);
    const taken = captures.map(({ name, path, steps }) => ({ name, path, value: (0,json_path/* atJsonPath */.Z)(document, steps) }));
    const lost = taken
        .filter(({ value }) => !isCapturable(value))
        .map((place) => `nothing to capture as ${place.name} at ${place.path}`);
    return {
        found: places.map((place) => `${place.path} ${shownPlace(place, isTaken(place.path))}`),
        faults: [...pattern, ...wrong.map(({ path, expect }) => `${path} should be ${(0,json_expectation/* describeJsonExpectation */.Uf)(expect)}`), ...lost],
        captured: new Map(taken.filter(({ value }) => isCapturable(value)).map(({ name, value }) => [name, jsonText(value)])),
    };
}
/** An empty text would turn the address of one thing into that of all. */
function isCapturable(value) {
    return (typeof value === 'string' && value !== '') || typeof value === 'boolean' || (0,exact_number/* isNumeric */.kf)(value);
}
function hasStatus(ranges, status) {
    return ranges.some(({ from, to }) => status >= from && status <= to);
}
function http_verdict_describeExpected({ status, withinMs, bodyMatches, jsonPaths }) {
    const statuses = status.map(({ from, to }) => (from === to ? String(from) : `${from / 100}xx`)).join(' or ');
    return [
        `status ${statuses}${withinMs === null ? '' : ` within ${(0,quantity_text/* formatDuration */.a3)(withinMs)}`}`,
        ...(bodyMatches === null ? [] : [`a body like /${bodyMatches}/`]),
        ...jsonPaths.map(({ path, expect }) => `${path} ${(0,json_expectation/* describeJsonExpectation */.Uf)(expect)}`),
    ].join(', ');
}
/** What is taken for later requests may be a token, and what need only be there may be anything: neither is shown where it is right. */
function shownPlace({ expect, value, met }, taken) {
    if (!met || value === undefined || !(taken || expect.kind === 'exists'))
        return shown(value);
    return 'is as expected';
}
function shown(value) {
    return value === undefined ? 'is not there' : `is ${http_verdict_cut(jsonText(value))}`;
}
function bodyShown({ body }) {
    const line = body.replace(/\s+/g, ' ').trim();
    return line === '' ? {} : { message: `it answered ${http_verdict_cut(line)}` };
}
function http_verdict_cut(text) {
    return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/http.js






/** Characters of a body that are kept as evidence. */
const KEPT_BODY = 64 * 1024;
const http_http = {
    lane: 'acting',
    ask: async ({ context, settings, captured }, signal) => {
        const missing = (0,http/* namesUsed */.o)(settings).find((name) => !captured.has(name));
        if (missing !== undefined)
            return { status: 'skipped', message: whyMissing(context, missing) };
        const request = fillRequest(settings.request, captured, settings.timeoutMs);
        const response = await context.http.send(request, signal);
        const verdict = judgeAnswer(settings, response);
        for (const [name, value] of verdict.captured)
            captured.set(name, value);
        const clean = cleaner(context, secretsTaken(requestsOf(context), captured));
        const finding = cleaned(verdict.finding, clean);
        if (finding.status === 'passed')
            return finding;
        return { ...finding, ...(await keep(context, settings, clean(evidence(request, response)))) };
    },
};
function whyMissing({ plan }, name) {
    const giver = plan.validate.find((check) => check.kind === 'http' && check.captures.some((capture) => capture.name === name));
    return `{{${name}}} is missing: “${giver?.name}” did not give it`;
}
/** A value is a secret already where it comes from, if any request proves itself with it. */
function requestsOf({ plan }) {
    return plan.validate.flatMap((check) => (check.kind === 'http' ? [check.request] : []));
}
/** A token that came with an answer is no secret of the plan, and is hidden all the same. */
function cleaner({ redact }, taken) {
    return (text) => taken.reduce((shown, secret) => shown.replaceAll(secret, '***'), redact(text));
}
function cleaned(finding, clean) {
    const { actual, message } = finding;
    return {
        ...finding,
        ...(actual === undefined ? {} : { actual: clean(actual) }),
        ...(message === undefined ? {} : { message: clean(message) }),
    };
}
async function keep(context, { name }, text) {
    const place = await (0,kept_output/* keepOutput */.xe)(context, name, text);
    return 'output' in place ? place : {};
}
/** The answer as it came, without what it or the request proves itself with. */
function evidence({ method, url }, { status, headers, body, truncated, durationMs }) {
    const { origin, pathname, search } = new URL(url);
    const shownHeaders = Object.entries(headers).filter(([name]) => !(0,secrets.isSecretHeader)(name));
    const cut = truncated || body.length > KEPT_BODY ? '\n… (the rest is left out)' : '';
    return [
        `${method} ${origin}${pathname}${search === '' ? '' : '?…'}`,
        `status ${status} in ${(0,quantity_text/* formatDuration */.a3)(durationMs)}`,
        ...shownHeaders.map(([name, value]) => `${name}: ${value}`),
        '',
        `${body.slice(0, KEPT_BODY)}${cut}\n`,
    ].join('\n');
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js
var comparing = __webpack_require__(8355);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/idempotent.js


const idempotent = {
    lane: 'alone',
    objection: ({ migrator, database }) => {
        if (migrator.runAgain === undefined)
            return `the ${migrator.kind} migrator cannot run a migration again: rehearse on a copy`;
        return database.capabilities.transactionalDdl ? null : `${database.kind} cannot undo a migration: rehearse on a copy`;
    },
    ask: async (asked, signal) => {
        const revisions = await revisionsOf(asked, signal);
        const expected = `running ${revisions.join(', ')} again changes nothing`;
        return { expected, ...(await runAgain(asked, revisions, signal)) };
    },
};
async function runAgain({ context }, revisions, signal) {
    const { database, migrator } = context;
    const again = migrator.runAgain;
    try {
        const differences = await database.changesOf(signal, async (session) => {
            for (const revision of revisions)
                await again.call(migrator, revision, session, { signal });
        });
        const changed = (0,comparing/* unequal */._P)(differences);
        if (changed.length === 0)
            return { status: 'passed', actual: 'nothing changed' };
        const actual = `${(0,comparing/* counted */.hS)(changed.length, 'change')}: ${context.redact((0,comparing/* describeDifferences */.g7)(changed))}`;
        return { status: 'failed', actual };
    }
    catch (error) {
        if (!isOfTheMigration(error))
            throw error;
        return { status: 'failed', actual: 'it failed', message: context.redact((0,errors/* causeChain */.DD)(error)[0] ?? 'it failed') };
    }
}
/** SQLSTATE classes that tell of the moment and not of the migration: lost sessions, locks, cancellation, resources, serialization. */
const OF_THE_MOMENT = /^(?:08|40|53|55|57|58)/;
/** What the second run fails with where the first went well makes the migration not idempotent. */
function isOfTheMigration(error) {
    return error instanceof errors/* MigrationError */.Py && error.failure.sqlState !== undefined && !OF_THE_MOMENT.test(error.failure.sqlState);
}
/** @throws CheckError where it cannot be known which migrations are meant */
async function revisionsOf({ context, settings, moment, from }, signal) {
    if (settings.revisions !== 'all')
        return settings.revisions;
    if (typeof moment === 'object')
        return [moment.afterMigration];
    if (from === null) {
        throw new errors/* CheckError */.tl('there is no snapshot from before the migrations: which are meant cannot be known', {
            hint: 'list them instead of `all`',
        });
    }
    const applied = (await context.migrator.state({ signal })).applied.map(({ revision }) => revision);
    const since = applied.slice(applied.findLastIndex((revision) => from.includes(revision)) + 1);
    if (since.length > 0)
        return since;
    throw new errors/* CheckError */.tl('no migration has been applied since the snapshot: none can be run again');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/object-name.js
/**
 * Whether a name as people write it means this object: `film`, `public.film`, `film.title`, `film film_audit`, `touch`, `touch()`,
 * with the kind before it where wanted (`trigger film_audit`). Letters without quotes fold to lower case as in SQL.
 */
function meansObject(written, item) {
    const plain = plainName(written);
    const word = `${item.kind} `;
    return namesOf(item).includes(plain) || (plain.startsWith(word) && namesOf(item).includes(plain.slice(word.length)));
}
/** Without quotes, and in lower case outside of them. */
function plainName(written) {
    const parts = written.trim().matchAll(/"((?:[^"]|"")*)"|([^"]+)/g);
    return [...parts].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.toLowerCase() ?? '').join('');
}
/** Every way to write the name, without quotes. */
function namesOf({ kind, schema, table, own }) {
    const bare = kind === 'function' ? [own, own.slice(0, own.indexOf('('))] : [own];
    if (table === null || kind === 'table' || kind === 'partition')
        return bare.flatMap((name) => [name, `${schema}.${name}`]);
    const beside = kind === 'index' ? [own, `${schema}.${own}`] : kind === 'column' ? [] : [own];
    return [...beside, ...[' ', '.'].flatMap((gap) => [`${table}${gap}${own}`, `${schema}.${table}${gap}${own}`])];
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var table_name = __webpack_require__(9537);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/inventory.js




/** Names of each sort that a message shows. */
const inventory_SHOWN_NAMES = 10;
const inventory = {
    lane: 'reading',
    ask: async (asked, signal) => {
        const { context, settings } = asked;
        const items = withoutHistory(context, await context.database.catalog.inventory(signal));
        const finding = judgeInventory(settings, items, await namesBefore(asked));
        return { ...finding, ...(await keptNames(asked, items)) };
    },
};
/** The migrator makes its history table by itself, at the first migration: it would be one table more than the team counts. */
function withoutHistory({ migrator }, items) {
    const isHistory = ({ schema, table }) => table !== null && migrator.historyTables.includes((0,table_name/* showTableName */.Jb)({ schema, table }));
    return items.filter((item) => !isHistory(item));
}
/** @param before - a line for each object as {@link lineOf} writes it, as it was before the migration; `null` where that is not known */
function judgeInventory(settings, items, before) {
    const faults = [
        ...settings.counts.flatMap((expected) => countFaults(expected, items, before)),
        ...settings.present.filter((name) => !isThere(name, items)).map((name) => `${name} is missing`),
        ...settings.absent.filter((name) => isThere(name, items)).map((name) => `${name} is still there`),
        ...triggerFaults(settings.triggersEnabled, items),
        ...(settings.indexesValid ? unsound(items, 'index').map((name) => `index ${name} is not valid`) : []),
    ];
    return {
        status: faults.length === 0 ? 'passed' : 'failed',
        ...describe(settings, items),
        ...(faults.length === 0 ? {} : { message: faults.join('; ') }),
    };
}
function countFaults({ kind, key, count }, items, before) {
    const now = counted(items, kind);
    if (now.length === count)
        return [];
    const fault = `${key}: ${count} expected, ${now.length} found`;
    if (before === null)
        return [fault];
    const lines = new Set(now.map(lineOf));
    const gone = [...before]
        .filter((line) => line.startsWith(`${kind} `) && !lines.has(line))
        .map((line) => line.slice(kind.length + 1));
    const come = now.filter((item) => !before.has(lineOf(item))).map((item) => item.name);
    return [`${fault}${inventory_list(', gone since before: ', gone)}${inventory_list(', new since before: ', come)}`];
}
function inventory_list(words, names) {
    if (names.length === 0)
        return '';
    const more = names.length > inventory_SHOWN_NAMES ? ` and ${names.length - inventory_SHOWN_NAMES} more` : '';
    return `${words}${names.slice(0, inventory_SHOWN_NAMES).join(', ')}${more}`;
}
function triggerFaults(wanted, items) {
    const disabled = (name) => `trigger ${name} is disabled`;
    if (wanted === 'all')
        return unsound(items, 'trigger').map(disabled);
    return wanted.flatMap((name) => {
        const meant = items.filter((item) => item.kind === 'trigger' && meansObject(name, item));
        if (meant.length === 0)
            return [`trigger ${name} is missing`];
        return unsound(meant, 'trigger').map(disabled);
    });
}
/** What is only one partition's counts here too: it may be disabled or invalid by itself. */
function unsound(items, kind) {
    return items.filter((item) => item.kind === kind && !item.sound).map((item) => item.name);
}
function counted(items, kind) {
    return items.filter((item) => item.kind === kind && !item.derived);
}
function isThere(name, items) {
    return items.some((item) => meansObject(name, item));
}
function describe(settings, items) {
    const { counts, present, absent, triggersEnabled, indexesValid } = settings;
    const found = (names) => names.filter((name) => isThere(name, items)).length;
    const triggers = triggersEnabled === 'all' ? 'all' : String(triggersEnabled.length);
    const disabled = triggerFaults(triggersEnabled, items).length;
    const invalid = unsound(items, 'index').length;
    const parts = [
        ...counts.map(({ kind, key, count }) => [true, `${key} ${count}`, `${key} ${counted(items, kind).length}`]),
        [present.length > 0, `${present.length} there`, `${found(present)} there`],
        [absent.length > 0, `${absent.length} gone`, `${absent.length - found(absent)} gone`],
        [
            triggers !== '0',
            `${triggers} triggers enabled`,
            disabled === 0 ? `${triggers} triggers enabled` : `${(0,quantity_text/* formatCount */.B4)(disabled, 'trigger')} not enabled`,
        ],
        [indexesValid, 'indexes valid', invalid === 0 ? 'indexes valid' : (0,quantity_text/* formatCount */.B4)(invalid, 'invalid index', 'invalid indexes')],
    ];
    const wanted = parts.filter(([isWanted]) => isWanted);
    return { expected: wanted.map(([, expected]) => expected).join(', '), actual: wanted.map(([, , actual]) => actual).join(', ') };
}
function lineOf({ kind, name }) {
    return `${kind} ${name.replaceAll('\n', ' ')}`;
}
/** Before the migration the names are kept, so that the check after it can tell which came and which went. */
async function keptNames({ context, settings, before }, items) {
    const isEarly = settings.moment === 'before' || settings.moment === 'before-and-after';
    if (!isEarly || before !== null || settings.counts.length === 0)
        return {};
    const lines = items.filter((item) => !item.derived).map(lineOf);
    const text = context.redact(lines.map((line) => `${line}\n`).join(''));
    const kept = await (0,kept_output/* keepOutput */.xe)(context, settings.name, text);
    // Without it the check after the migration tells the counts alone.
    return 'output' in kept ? kept : {};
}
/** Without them, as on another machine than that of an interrupted run, the counts are told alone. */
async function namesBefore({ context, before }) {
    if (before?.output === undefined)
        return null;
    const text = await context.readText(before.output).catch(() => null);
    return text === null ? null : new Set(text.split('\n').filter((line) => line !== ''));
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/parity.js + 3 modules
var parity = __webpack_require__(714);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/value-text.js
var value_text = __webpack_require__(6998);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/parity-samples.js

/** Longest part of a value that is shown. */
const parity_samples_SHOWN_LENGTH = 60;
/** One sentence, or none where nothing differs. */
function describeSamples({ samples }, differing) {
    if (samples.length === 0)
        return [];
    const more = differing > samples.length ? [`and ${differing - samples.length} more`] : [];
    return [[...samples.map(describeSample), ...more].join('; ')];
}
function describeSample(sample) {
    const key = Object.entries(sample.key).map(([name, value]) => `${name} = ${(0,value_text/* valueText */.R)(value, parity_samples_SHOWN_LENGTH)}`);
    return `${key.join(', ')} ${whatOf(sample)}`;
}
function whatOf({ kind, leftRows, rightRows, left, right }) {
    if (kind === 'missing-left')
        return `is missing in the first${rowText(right)}`;
    if (kind === 'missing-right')
        return `is missing in the second${rowText(left)}`;
    if (leftRows !== rightRows)
        return `is there ${leftRows} and ${rightRows} times`;
    return left === null || right === null ? 'differs' : `differs: ${differingValues(left, right)}`;
}
function rowText(row) {
    if (row === null)
        return '';
    return ` (${Object.entries(row)
        .map(([name, value]) => `${name} = ${(0,value_text/* valueText */.R)(value, parity_samples_SHOWN_LENGTH)}`)
        .join(', ')})`;
}
function differingValues(left, right) {
    const different = Object.keys(left).filter((name) => left[name] !== right[name]);
    return different
        .map((name) => `${name} = ${(0,value_text/* valueText */.R)(left[name], parity_samples_SHOWN_LENGTH)} and ${(0,value_text/* valueText */.R)(right[name], parity_samples_SHOWN_LENGTH)}`)
        .join(', ');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/parity.js




const parity_parity = {
    lane: 'reading',
    names: ({ left, right }) => [left, right].flatMap((side, index) => usedTable(side, ['parity', index])),
    ask: ({ context, settings, before }, signal) => withSides(context, settings, async (left, right) => {
        const { key, columns, ignore, sampleKeys, showRows } = settings;
        const compared = await (0,parity/* compareRows */.f)({
            left: { database: left, source: settings.left.source },
            right: { database: right, source: settings.right.source },
            ...{ key, columns, ignore, sampleKeys, showRows, signal },
        });
        const finding = judgeParity(settings, compared, before);
        return finding.message === undefined ? finding : { ...finding, message: context.redact(finding.message) };
    }),
};
/** What lies in another database is looked up by the check itself. */
function usedTable({ source, database }, path) {
    const table = 'table' in source && database === null ? (0,table_name/* readTableName */.M9)(source.table) : null;
    return table === null ? [] : [{ table, path }];
}
/** Opens other databases that the check names, one handle for each URL, and closes them. */
async function withSides(context, { left, right }, work) {
    const opened = new Map();
    const databaseOf = async ({ database: url }) => {
        if (url === null)
            return context.database;
        const database = opened.get(url) ?? (await context.openOther(url));
        opened.set(url, database);
        return database;
    };
    try {
        return await work(await databaseOf(left), await databaseOf(right));
    }
    finally {
        await Promise.all([...opened.values()].map((database) => database.close()));
    }
}
/** What was found, in words. A column that only one side has fails: what it holds was not compared. */
function judgeParity(settings, compared, before) {
    const { atMost } = settings;
    const differing = compared.missingLeft + compared.missingRight + compared.different;
    const total = (0,quantity_text/* formatCount */.B4)(Math.max(compared.left.rows, compared.right.rows), 'row');
    const passed = differing <= atMost && compared.left.ownColumns.length === 0 && compared.right.ownColumns.length === 0;
    const isEmpty = compared.left.rows + compared.right.rows === 0;
    const message = [
        ...(isEmpty ? ['both sides are empty: nothing was compared'] : []),
        ...columnWords(compared),
        ...describeSamples(compared, differing),
        ...instantWords(compared),
        ...changeWords(differing, before),
    ];
    return {
        status: !passed ? 'failed' : isEmpty ? 'warning' : 'passed',
        expected: `${atMost === 0 ? '0' : `at most ${atMost}`} of ${total} differ`,
        actual: `${differing} of ${total} differ${differing === 0 ? '' : `: ${countWords(compared)}`}`,
        measured: differing,
        ...(message.length === 0 ? {} : { message: message.join('. ') }),
    };
}
function countWords({ left, right, missingLeft, missingRight, different }) {
    const [leftName, rightName] = left.name === right.name ? ['the first', 'the second'] : [left.name, right.name];
    return [
        ...(missingLeft === 0 ? [] : [`${missingLeft} missing in ${leftName}`]),
        ...(missingRight === 0 ? [] : [`${missingRight} missing in ${rightName}`]),
        ...(different === 0 ? [] : [`${different} with other values`]),
    ].join(', ');
}
function columnWords({ left, right }) {
    return [left, right]
        .filter(({ ownColumns }) => ownColumns.length > 0)
        .map(({ name, ownColumns }) => `only ${name} has ${ownColumns.join(', ')}: name what to compare with \`columns\`, or leave it out with \`ignore\``);
}
function instantWords({ sameInstant }) {
    return sameInstant ? [] : ['two databases, each read as of an instant of its own'];
}
function changeWords(differing, before) {
    if (before?.measured === undefined || before.measured === differing)
        return [];
    const delta = differing - before.measured;
    return [`${Math.abs(delta)} ${delta > 0 ? 'more' : 'fewer'} than before the migration (${before.measured})`];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/populated.js

/** What "about" means for a number of rows that grows from day to day, in percent. */
const ABOUT_PERCENT = 10n;
const populated = {
    lane: 'reading',
    names: ({ column: { column, ...table } }) => [{ table, column, path: ['populated'] }],
    ask: async ({ context, settings }, signal) => {
        const { column, ...table } = settings.column;
        const [population] = await context.database.catalog.population(table, [column], signal);
        return judgePopulation(settings, population);
    },
};
/** A table without rows proves nothing: it passes only where the plan wants no values. */
function judgePopulation(settings, population) {
    const faults = [...fillFaults(settings, population), ...totalFaults(settings, population)];
    return {
        status: faults.length === 0 ? 'passed' : 'failed',
        expected: populated_describeExpected(settings),
        actual: describeActual(population),
        measured: Number(population.filled),
        ...(faults.length === 0 ? {} : { message: faults.join('; ') }),
    };
}
function fillFaults({ atLeast }, { rows, filled }) {
    const wanted = 'rows' in atLeast ? atLeast.rows : Number(atLeast.percent);
    if (rows === 0n && wanted > 0)
        return ['the table is empty'];
    const missing = (0,quantity_text/* formatCount */.B4)(rows - filled, 'row has no value', 'rows have no value');
    return isFilled(atLeast, { rows, filled }) ? [] : [missing];
}
/** Without floating point, in which a share of a large table would be rounded. */
function isFilled(atLeast, { rows, filled }) {
    if ('rows' in atLeast)
        return filled >= BigInt(atLeast.rows);
    const [whole = '0', fraction = ''] = atLeast.percent.split('.');
    return filled * 100n * 10n ** BigInt(fraction.length) >= BigInt(whole + fraction) * rows;
}
function totalFaults({ of }, { rows }) {
    if (of === null)
        return [];
    const wanted = BigInt(of.rows);
    const away = rows > wanted ? rows - wanted : wanted - rows;
    const near = of.about ? away * 100n <= wanted * ABOUT_PERCENT : away === 0n;
    return near ? [] : [`the table has ${(0,quantity_text/* formatCount */.B4)(rows, 'row')}, not ${describeTotal(of)}`];
}
function populated_describeExpected({ atLeast, of }) {
    const least = 'rows' in atLeast
        ? (0,quantity_text/* formatCount */.B4)(atLeast.rows, of === null ? 'row' : '', of === null ? 'rows' : '').trim()
        : `${atLeast.percent} %`;
    return `at least ${least}${of === null ? '' : ` of ${describeTotal(of)}`}`;
}
function describeTotal({ rows, about }) {
    return about ? `about ${(0,quantity_text/* formatCount */.B4)(rows, '', '').trim()} (within ${ABOUT_PERCENT} %)` : (0,quantity_text/* formatCount */.B4)(rows, 'row');
}
/** The share is rounded down, so that less than all never reads as 100 %. */
function describeActual({ rows, filled }) {
    const of = `${(0,quantity_text/* formatCount */.B4)(filled, '', '').trim()} of ${(0,quantity_text/* formatCount */.B4)(rows, 'row')}`;
    if (rows === 0n)
        return of;
    const hundredths = (filled * 10000n) / rows;
    return `${of} (${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')} %)`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/decimals.js
var decimals = __webpack_require__(2856);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/query-check.js



/** Longest part of a value that a report shows. */
const query_check_SHOWN_LENGTH = 200;
/** Of an answer that is only to be shown. */
const SHOWN_ROWS = 50;
const SHOWN_ANSWER = 2000;
/**
 * Whether the rows are what is expected, with both in words.
 *
 * @param rows - the first of them, up to {@link SHOWN_ROWS}
 * @param count - how many there are
 */
function judge(expectation, rows, count = rows.length) {
    const expected = describeExpectation(expectation);
    if (expectation.kind === 'empty')
        return finding(count === 0, expected, describeRows(rows, count));
    if (expectation.kind === 'rows')
        return finding(count === expectation.count, expected, (0,quantity_text/* formatCount */.B4)(count, 'row'));
    if (expectation.kind === 'shown')
        return finding(true, expected, describeAnswer(rows, count));
    const shape = shapeFault(rows);
    if (shape !== null)
        return { ...finding(false, expected, describeRows(rows, count)), message: shape };
    const actual = onlyValue(rows);
    return finding(actual !== null && meets(expectation, actual), expected, (0,value_text/* valueText */.R)(actual, query_check_SHOWN_LENGTH));
}
/** The expectation in words, as the report shows it. */
function describeExpectation(expectation) {
    switch (expectation.kind) {
        case 'value':
            return shorten(expectation.value);
        case 'range':
            return describeRange(expectation.atLeast, expectation.atMost);
        case 'rows':
            return (0,quantity_text/* formatCount */.B4)(expectation.count, 'row');
        case 'matches':
            return `matches /${shorten(expectation.pattern)}/`;
        case 'empty':
            return 'no rows';
        case 'shown':
            return 'shown';
    }
}
function describeRange(atLeast, atMost) {
    if (atMost === null)
        return `at least ${atLeast}`;
    return atLeast === null ? `at most ${atMost}` : `from ${atLeast} to ${atMost}`;
}
function meets(expectation, actual) {
    switch (expectation.kind) {
        case 'value':
            return sameValue(expectation, actual);
        case 'range':
            return isBetween(actual, expectation.atLeast, expectation.atMost);
        case 'matches':
            return new RegExp(expectation.pattern, 'u').test(actual);
    }
}
const TRUTHS = { t: 'true', true: 'true', f: 'false', false: 'false' };
function sameValue(expectation, actual) {
    if (expectation.as === 'number')
        return (0,decimals/* compareDecimals */.YL)(actual, expectation.value) === 0;
    if (expectation.as === 'boolean')
        return TRUTHS[actual] === expectation.value;
    return actual === expectation.value;
}
function isBetween(actual, atLeast, atMost) {
    if (!(0,decimals/* isDecimal */.aM)(actual))
        return false;
    const aboveFloor = atLeast === null || ((0,decimals/* compareDecimals */.YL)(actual, atLeast) ?? -1) >= 0;
    return aboveFloor && (atMost === null || ((0,decimals/* compareDecimals */.YL)(actual, atMost) ?? 1) <= 0);
}
function shapeFault(rows) {
    const [row] = rows;
    if (rows.length === 1 && row !== undefined && Object.keys(row).length === 1)
        return null;
    return 'the query must answer with one row of one column to be compared with a value';
}
function onlyValue(rows) {
    return Object.values(rows[0] ?? {})[0] ?? null;
}
function describeRows(rows, count) {
    const [row] = rows;
    if (row === undefined)
        return 'no rows';
    const values = Object.entries(row).map(([name, value]) => `${name} = ${(0,value_text/* valueText */.R)(value, query_check_SHOWN_LENGTH)}`);
    return shorten(`${(0,quantity_text/* formatCount */.B4)(count, 'row')}${count === 1 ? '' : ', the first'}: ${values.join(', ')}`);
}
/** Rows that were asked to be shown: `revenues 8000, expenses 6000`; the only row with the names of its columns. */
function describeAnswer(rows, count) {
    if (rows.length === 0)
        return 'no rows';
    const texts = rows.slice(0, SHOWN_ROWS).map((row) => {
        const cells = Object.entries(row).map(([name, value]) => rows.length === 1 ? `${name} ${value ?? 'NULL'}` : (value ?? 'NULL'));
        return cells.join(rows.length === 1 ? ', ' : ' ');
    });
    const more = count > texts.length ? ` … (${(0,quantity_text/* formatCount */.B4)(count, 'row')})` : '';
    return `${cutTo(SHOWN_ANSWER, texts.join(', '))}${more}`;
}
function finding(passed, expected, actual) {
    return { status: passed ? 'passed' : 'failed', expected, actual };
}
function shorten(text) {
    return cutTo(query_check_SHOWN_LENGTH, text);
}
function cutTo(length, text) {
    return text.length <= length ? text : `${text.slice(0, length)}…`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/query.js
/** Asks a query and judges its answer. */



const query = {
    lane: 'reading',
    ask: async ({ context, settings }, signal) => {
        const answer = await (0,reading/* whileReading */.q9)(context.database, signal, (session) => session.answer(settings.query, SHOWN_ROWS));
        if (answer === null) {
            throw new errors/* CheckError */.tl('the query has no answer, not even an empty one', { hint: 'ask with SELECT, and not in a comment' });
        }
        return judge(settings.expect, answer.rows, answer.count);
    },
};

// EXTERNAL MODULE: ./.cache/bundle/src/domain/excerpt.js
var excerpt = __webpack_require__(5136);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/sql-script/fault-words.js
var fault_words = __webpack_require__(6710);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/sql-script/psql.js
/** Commands of psql in SQL files: those that only change what psql shows can be left out where Savepoint runs the file. */
const ONLY_SHOWS = /^\\(?:echo|qecho|warn|timing|pset|x|t|a)(?:\s|$)/;
/** `\set` of psql's own switches; a variable of the file's own would be missing in its statements. */
const OWN_SWITCH = /^\\(?:set|unset)\s+(?:ON_ERROR_STOP|ON_ERROR_ROLLBACK|QUIET|VERBOSITY|ECHO|SHOW_CONTEXT)(?:\s|$)/;
/** @param command - a backslash command with its arguments */
function onlyShows(command) {
    return ONLY_SHOWS.test(command) || OWN_SWITCH.test(command);
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/sql-script/splitter.js
var splitter = __webpack_require__(6319);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/sql-script/statements.js
var sql_script_statements = __webpack_require__(3670);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/suite-script.js
/** Makes an SQL script of tests ready to run: split, its own transactions fitted into the one that is rolled back. */






/** A block of the script inside of the transaction that is rolled back. */
const BLOCK = 'savepoint_suite_block';
/** @throws CheckError with line and hint where the script cannot be run as it is */
function prepareSuite(file, source, keep) {
    const text = source.replace(/^\uFEFF/, '');
    const refuse = (offset, message, hint) => {
        throw new errors/* CheckError */.tl(`${file}, line ${(0,excerpt/* placeAt */.BW)(text, offset).line}: ${message}`, { hint });
    };
    const { statements, fault } = (0,splitter/* splitStatements */.X)(text, onlyShows);
    for (const statement of statements) {
        const refusal = (0,sql_script_statements/* refusalOf */.O)(statement);
        if (refusal !== null)
            refuse(statement.offset, refusal.message, refusal.hint);
    }
    if (fault !== null)
        refuse(fault.offset, ...fault_words/* FAULT_WORDS */.F[fault.kind]);
    const controlled = statements.some((statement) => (0,sql_script_statements/* transactionControlOf */.v)(statement) !== null);
    const steps = keep && controlled ? asTheyAre(statements, refuse) : asBlocks(statements, keep, refuse);
    return { file, text, steps, inTransaction: !(keep && controlled) };
}
/** BEGIN … ROLLBACK of a script becomes a savepoint that is rolled back to. */
function asBlocks(statements, keep, refuse) {
    let open = false;
    return statements.map((statement) => {
        const { text, offset } = statement;
        const control = (0,sql_script_statements/* transactionControlOf */.v)(statement);
        if (control === null)
            return { sql: text, offset };
        const fault = blockFault(control, open);
        if (fault !== null)
            refuse(offset, `${fault} in a script that is ${keep ? 'committed' : 'rolled back'} as a whole`, HINT);
        open = control === 'begin';
        return { sql: open ? `SAVEPOINT ${BLOCK}` : `ROLLBACK TO SAVEPOINT ${BLOCK}`, offset };
    });
}
const HINT = 'take it out, or say `keep: true` to let the script end its own transactions';
function blockFault(control, open) {
    if (control === 'begin')
        return open ? 'BEGIN in a transaction' : null;
    if (control === 'rollback')
        return open ? null : 'ROLLBACK without BEGIN';
    const words = { commit: 'COMMIT', 'begin-with-options': 'BEGIN with options', chain: 'AND CHAIN', prepared: 'two-phase commit' };
    return words[control];
}
/** Outside of its transactions each statement commits by itself; one left open would be lost in silence. */
function asTheyAre(statements, refuse) {
    let open = null;
    for (const statement of statements) {
        const control = (0,sql_script_statements/* transactionControlOf */.v)(statement);
        if (control === 'begin' || control === 'begin-with-options')
            open ??= statement;
        if (control === 'commit' || control === 'rollback')
            open = null;
        if (control === 'prepared')
            refuse(statement.offset, 'two-phase commit cannot run here', 'use COMMIT');
    }
    if (open !== null)
        refuse(open.offset, 'this transaction is not ended in the file', 'end it with COMMIT or ROLLBACK');
    return statements.map(({ text, offset }) => ({ sql: text, offset }));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/suite-tally.js

const QUOTED = 5;
const suite_tally_QUOTED_LENGTH = 200;
/** Memory stays flat however many results there are. */
class SuiteTally {
    #all = { pass: 0, fail: 0, skip: 0 };
    #groups = new Map();
    #unpassed = [];
    add({ verdict, group, text }) {
        this.#all[verdict]++;
        if (group !== null)
            this.#countsOf(group)[verdict]++;
        const place = group === null ? '' : `${group}: `;
        if (verdict !== 'pass' && this.#unpassed.length < QUOTED)
            this.#unpassed.push(`“${suite_tally_cut(`${place}${text}`)}”`);
    }
    /** No result at all is no answer; anything but a pass needs a word. */
    judge({ expect, suite }) {
        const { pass, fail, skip } = this.#all;
        const expected = suite_tally_describeExpected(expect);
        if (pass + fail + skip === 0) {
            return { status: 'errored', expected, actual: 'no results', message: `nothing in ${suite} said PASS or FAIL` };
        }
        const message = [...this.#unpassed, ...this.#remark(expect), this.#groupTallies()].filter((part) => part !== '').join('; ');
        const words = [
            `${pass}/${pass + fail + skip}`,
            ...(fail === 0 ? [] : [`${fail} failed`]),
            ...(skip === 0 ? [] : [`${skip} skipped`]),
        ];
        return {
            status: this.#status(expect),
            expected,
            actual: words.join(', '),
            measured: pass,
            ...(message === '' ? {} : { message }),
        };
    }
    /** What was counted so far, for a suite that came to no end. */
    describe() {
        const { pass, fail } = this.#all;
        return pass + fail === 0 ? '' : `before that ${pass} passed and ${fail} failed ${this.#unpassed.join(' ')}`.trimEnd();
    }
    #status(expect) {
        const { fail, skip } = this.#all;
        if (fail > 0 || !this.#isEnough(expect))
            return 'failed';
        return skip === 0 ? 'passed' : 'warning';
    }
    /** What was skipped did not run: without a number that must pass, that cannot be enough. */
    #isEnough(expect) {
        const { pass, skip } = this.#all;
        if (expect === null)
            return pass > 0 && skip === 0;
        return 'exactly' in expect ? pass === expect.exactly : pass >= expect.atLeast;
    }
    #remark(expect) {
        const { pass, fail } = this.#all;
        return fail > 0 || expect === null || this.#isEnough(expect) ? [] : [`${(0,quantity_text/* formatCount */.B4)(pass, 'test')} passed`];
    }
    /** `policies 2/2, triggers 1/3` */
    #groupTallies() {
        return [...this.#groups].map(([group, { pass, fail, skip }]) => `${group} ${pass}/${pass + fail + skip}`).join(', ');
    }
    #countsOf(group) {
        const known = this.#groups.get(group) ?? { pass: 0, fail: 0, skip: 0 };
        this.#groups.set(group, known);
        return known;
    }
}
function suite_tally_describeExpected(expect) {
    if (expect === null)
        return 'every test passes';
    return 'exactly' in expect ? `${expect.exactly} pass, none fails` : `at least ${expect.atLeast} pass, none fails`;
}
function suite_tally_cut(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > suite_tally_QUOTED_LENGTH ? `${line.slice(0, suite_tally_QUOTED_LENGTH)}…` : line;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/suite-words.js
const WORDS = [
    ['fail', 'FAIL|FAILED|FAILURE|ERROR|NOT OK'],
    ['skip', 'SKIP|SKIPPED'],
    ['pass', 'PASS|PASSED|OK'],
];
/** A mark before the word: `✓ PASS`, `[FAIL]`, `-- OK`. */
const MARK = '^[^\\p{L}\\p{N}]*';
/** A line that only counts is no result of its own, `PASSED: 12, FAILED: 0`; unless it counts failures. */
const COUNT = new RegExp(`${MARK}(?:(?:PASSED|SKIPPED)\\s*[:=]\\s*\\d+|(?:FAILED|FAILURES|ERRORS)\\s*[:=]\\s*0)\\s*(?:[,;/|].*)?$`, 'iu');
const COUNTED_FAILURES = /\b(?:fail\w*|errors?)\s*[:=]\s*[1-9]/i;
/** The Test Anything Protocol, as pgTAP speaks it. */
const TAP = [
    ['skip', /^(?:not )?ok \d+\b.*# *(?:skip|todo)\b/i],
    ['fail', /^not ok \d+\b/],
    ['pass', /^ok \d+\b/],
];
/** Words that are a whole line, end with a colon or a dash, or are in capitals at its beginning. */
const KNOWN = WORDS.flatMap(([verdict, words]) => [
    [verdict, new RegExp(`${MARK}(?:${words})[^\\p{L}\\p{N}]*$`, 'iu')],
    [verdict, new RegExp(`${MARK}(?:${words})\\b\\]?(?:\\s*:|\\s+[–—-]\\s)`, 'iu')],
    [verdict, new RegExp(`${MARK}(?:${words})(?=[\\s\\]])`, 'u')],
]);
function judgeOf({ pass, fail }) {
    const own = [ownPattern('fail', fail), ownPattern('pass', pass)].flat();
    const known = [...TAP, ...KNOWN].filter(([verdict]) => (verdict === 'pass' ? pass : verdict === 'fail' ? fail : null) === null);
    return (line) => {
        const found = own.find(([, pattern]) => pattern.test(line));
        if (found !== undefined)
            return found[0];
        if (COUNT.test(line))
            return COUNTED_FAILURES.test(line) ? 'fail' : null;
        return known.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
    };
}
function ownPattern(verdict, pattern) {
    return pattern === null ? [] : [[verdict, new RegExp(pattern, 'u')]];
}
/** Columns whose verdict counts, whatever the other cells of the row say. */
const VERDICT_COLUMN = /^(?:result|status|outcome|verdict)$/i;
const GRAVEST_FIRST = ['fail', 'skip', 'pass'];
/** The results of a row: one, unless a cell has several lines, each of which may say its own. */
function resultsOfRow(row, judge) {
    const cells = Object.entries(row).filter((cell) => cell[1] !== null);
    const group = cells.find(([column]) => column.toLowerCase() === 'group')?.[1] ?? null;
    const lines = cells.filter(([, value]) => value.includes('\n')).flatMap(([, value]) => value.split(/\r?\n/));
    const ofLines = lines.flatMap((line) => resultOf(line, group, judge));
    if (ofLines.length > 0)
        return ofLines;
    const judged = cells
        .filter(([column]) => column.toLowerCase() !== 'group')
        .map(([column, value]) => ({ column, verdict: judge(value) }))
        .filter(({ verdict }) => verdict !== null);
    const decisive = judged.filter(({ column }) => VERDICT_COLUMN.test(column));
    const verdicts = (decisive.length > 0 ? decisive : judged).map(({ verdict }) => verdict);
    const verdict = GRAVEST_FIRST.find((candidate) => verdicts.includes(candidate));
    const text = cells
        .filter(([column]) => column.toLowerCase() !== 'group')
        .map(([, value]) => value)
        .join(' · ');
    return verdict === undefined ? [] : [{ verdict, group, text }];
}
/** The result of a notice: `NOTICE: PASS: an insert reaches the twin`. */
function resultOfNotice(notice, judge) {
    return resultOf(notice.replace(/^[^:]*:\s*/, ''), null, judge);
}
function resultOf(line, group, judge) {
    const verdict = judge(line);
    return verdict === null ? [] : [{ verdict, group, text: line.trim() }];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/suite.js
/** Runs an SQL script of tests, statement by statement, counts what its rows and notices say, and takes back what it wrote. */







const suite = {
    lane: 'acting',
    objection: (context, settings) => readSuite(context, settings).then(() => null, (error) => [(0,errors/* causeChain */.DD)(error)[0] ?? 'it cannot be read', (0,errors/* hintOf */.$z)(error) ?? []].flat().join('; ')),
    ask: async ({ context, settings }, signal) => {
        const { database, redact } = context;
        const script = await readSuite(context, settings);
        const heard = new Hearing(settings);
        const session = await database.open({ purpose: 'suite', signal, onNotice: heard.notice });
        try {
            await runSuite(session, script, heard, settings.keep, signal);
        }
        finally {
            await session.close();
        }
        const finding = heard.tally.judge(settings);
        const place = await (0,kept_output/* keepOutput */.xe)(context, settings.name, redact(heard.kept.text()));
        return { ...clean(finding, redact), ...('output' in place ? place : {}) };
    },
};
/** @throws ConfigurationError where the file cannot be read, CheckError where it cannot be run as it is */
async function readSuite({ plan, readText }, { suite, keep }) {
    return prepareSuite(suite, await readText((0,external_node_path_.resolve)(plan.directory, suite)), keep);
}
/** Everything that a suite says: counted, and kept to be read. */
class Hearing {
    tally = new SuiteTally();
    kept = new kept_output/* KeptOutput */.wp();
    #judge;
    constructor(settings) {
        this.#judge = judgeOf(settings);
    }
    notice = (line) => {
        this.#add(resultOfNotice(line, this.#judge));
        this.kept.add(line);
    };
    row(row) {
        this.#add(resultsOfRow(row, this.#judge));
        this.kept.add(Object.values(row).join(' | '));
    }
    #add(results) {
        for (const result of results)
            this.tally.add(result);
    }
}
/** Ends a transaction whose work went well and is to be taken back. */
class TakeBack extends Error {
}
async function runSuite(session, script, heard, keep, signal) {
    const run = () => runSteps(session, script, heard, signal);
    if (!script.inTransaction)
        return run();
    try {
        await session.transaction(async () => {
            await run();
            if (!keep)
                throw new TakeBack();
        });
    }
    catch (error) {
        if (!(error instanceof TakeBack))
            throw error;
    }
}
async function runSteps(session, script, heard, signal) {
    for (const step of script.steps) {
        try {
            for (const row of await session.query(step.sql))
                heard.row(row);
        }
        catch (error) {
            signal.throwIfAborted();
            throw suite_explain(script, step, error, heard.tally);
        }
    }
}
const STATEMENT_LENGTH = 120;
/** What the server says of a statement, with its line and its beginning. */
function suite_explain(script, { sql, offset }, cause, tally) {
    const position = cause instanceof errors/* StatementError */.Mp ? cause.position : undefined;
    const { line } = (0,excerpt/* placeAt */.BW)(script.text, position === undefined ? offset : offset + (0,excerpt/* offsetOfCharacter */.M0)(sql, position));
    const statement = sql.replace(/\s+/g, ' ');
    const shown = statement.length > STATEMENT_LENGTH ? `${statement.slice(0, STATEMENT_LENGTH)}…` : statement;
    const counted = tally.describe();
    const words = `${script.file}, line ${line}: ${(0,errors/* causeChain */.DD)(cause)[0] ?? 'failed'}, in: ${shown}`;
    const hint = (0,errors/* hintOf */.$z)(cause);
    return new errors/* CheckError */.tl(counted === '' ? words : `${words}; ${counted}`, { cause, ...(hint === undefined ? {} : { hint }) });
}
function clean(finding, redact) {
    return finding.message === undefined ? finding : { ...finding, message: redact(finding.message) };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/time.js



const time = {
    lane: 'alone',
    ask: async (asked, signal) => {
        const timing = await measure(asked.context, asked.settings, signal);
        const found = { actual: describeTiming(timing), measured: timing.medianMs };
        if (asked.moment === 'before' && asked.settings.compare)
            return { ...found, ...judgeBefore(asked.settings, timing) };
        return { ...found, ...judgeAfter(asked, timing) };
    },
};
function measure(context, settings, signal) {
    const { timed, runs, warmUp } = settings;
    const { clock, database } = context;
    const times = { clock, runs, warmUp };
    if ('query' in timed) {
        return (0,reading/* whileReading */.q9)(database, signal, (session) => repeatedly(times, async () => void (await session.receive(timed.query))));
    }
    return repeatedly(times, () => runCommand(context, timed.command, signal));
}
/** @throws CommandError with its exit code and last lines where it fails: what failed has no time */
async function runCommand({ processes, database, plan, emit }, shell, signal) {
    const command = { run: { shell }, cwd: plan.directory, env: database.childEnvironment };
    await processes.run(command, { signal, onLine: (line) => emit({ type: 'output', source: 'time', line }) });
}
/** Before the migration it is a measurement, and judged only where the plan says what it must be then. */
function judgeBefore({ before }, { medianMs }) {
    if (before === null)
        return { status: 'passed', expected: 'measured, to be compared after the migration' };
    const { atLeastMs, atMostMs } = before;
    const words = [
        ...(atLeastMs === null ? [] : [`at least ${(0,quantity_text/* formatDuration */.a3)(atLeastMs)}`]),
        ...(atMostMs === null ? [] : [`at most ${(0,quantity_text/* formatDuration */.a3)(atMostMs)}`]),
    ];
    const kept = medianMs >= (atLeastMs ?? 0) && medianMs <= (atMostMs ?? Number.POSITIVE_INFINITY);
    return { status: kept ? 'passed' : 'failed', expected: `${words.join(', ')} before the migration` };
}
/** What the limits come to in ms, and how they read. */
function judgeAfter({ settings, before }, { medianMs }) {
    const earlier = before?.measured;
    const limits = [...absoluteLimits(settings), ...relativeLimits(settings, earlier)];
    const expected = limits.map((limit) => limit.words).join(', ');
    if (earlier === undefined && isRelative(settings)) {
        return { status: 'errored', expected, message: 'it was not measured before the migration: there is nothing to compare with' };
    }
    const status = limits.every((limit) => medianMs <= limit.ms) ? 'passed' : 'failed';
    return { status, expected, ...(before?.actual === undefined ? {} : { before: before.actual }) };
}
function absoluteLimits({ atMostMs }) {
    return atMostMs === null ? [] : [{ ms: atMostMs, words: `at most ${(0,quantity_text/* formatDuration */.a3)(atMostMs)}` }];
}
function relativeLimits({ atMostTimes, fasterBy }, earlier = Number.NaN) {
    const inTime = (ms) => (Number.isNaN(ms) ? '' : ` (${(0,quantity_text/* formatDuration */.a3)(ms)})`);
    const slower = earlier * (atMostTimes ?? 1);
    const faster = earlier / (fasterBy ?? 1);
    return [
        ...(atMostTimes === null ? [] : [{ ms: slower, words: `at most ${atMostTimes} times the time before${inTime(slower)}` }]),
        ...(fasterBy === null ? [] : [{ ms: faster, words: `${fasterBy} times faster than before${inTime(faster)}` }]),
    ];
}
function isRelative({ atMostTimes, fasterBy }) {
    return atMostTimes !== null || fasterBy !== null;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js













const KINDS = {
    query: query,
    command: command,
    explain: explain,
    suite: suite,
    time: time,
    http: http_http,
    'foreign-keys': foreign_keys/* foreignKeys */.D,
    idempotent: idempotent,
    inventory: inventory,
    parity: parity_parity,
    populated: populated,
};
/** The checks of a moment, in the order of the plan. Those for before and after belong to both. */
function checksAt(context, moment, baseline = null) {
    const around = { context, moment, from: baseline?.revision ?? null, captured: new Map() };
    return context.plan.validate
        .filter((settings) => belongsTo(settings.moment, moment))
        .map((settings) => askable({ ...around, settings, before: baseline?.before?.[settings.name] ?? null }));
}
/** What the plan asks of a database or a migrator that cannot answer it is told before anything starts. @throws ConfigurationError */
async function requirePossibleChecks(context) {
    const objections = context.plan.validate.map(async (settings, index) => {
        const kind = KINDS[settings.kind];
        const objection = (await kind.objection?.(context, settings)) ?? null;
        const place = (0,places/* placeIn */.V)(context.plan, ['validate', index]);
        return objection === null ? [] : [{ message: `the check ${JSON.stringify(settings.name)}: ${objection}`, ...place }];
    });
    const problems = (await Promise.all(objections)).flat();
    const [first] = problems;
    if (first === undefined)
        return;
    const message = problems.length === 1 ? first.message : `${problems.length} checks of the plan cannot exist here`;
    throw new errors/* ConfigurationError */.j1(message, { problems, hint: 'take it out of the plan, or out of this environment' });
}
/** What a check of the plan relies on by name. */
function plan_checks_namesOf(settings) {
    return KINDS[settings.kind].names?.(settings) ?? [];
}
function belongsTo(declared, moment) {
    if (typeof declared === 'object' || typeof moment === 'object') {
        return typeof declared === 'object' && typeof moment === 'object' && declared.afterMigration === moment.afterMigration;
    }
    return declared === moment || (declared === 'before-and-after' && (moment === 'before' || moment === 'after'));
}
function askable(asked) {
    const { context, settings, before } = asked;
    // The record maps each name to the kind of exactly that name; the compiler cannot follow the pair.
    const kind = KINDS[settings.kind];
    const attempt = (signal) => inTime(settings, signal, (limited) => kind.ask(asked, limited));
    return {
        name: settings.name,
        kind: settings.kind,
        ...(settings.group === null ? {} : { group: settings.group }),
        lane: kind.lane,
        ask: async (signal) => weigh(settings, withBefore(await patiently(context, settings, signal, attempt), before)),
    };
}
/** @throws CheckError when the attempt takes longer than the plan allows */
async function inTime({ timeoutMs }, signal, work) {
    if (timeoutMs === null)
        return work(signal);
    const limit = AbortSignal.timeout(timeoutMs);
    try {
        return await work(AbortSignal.any([signal, limit]));
    }
    catch (error) {
        signal.throwIfAborted();
        if (!limit.aborted)
            throw error;
        throw new errors/* CheckError */.tl(`no answer within ${timeoutMs} ms`, { cause: error, hint: 'give it more time with `timeout`' });
    }
}
/** Asks again while it does not pass, as often as the plan says; the last answer counts. */
async function patiently(context, { retries }, signal, attempt) {
    for (let left = retries.times; left > 0; left--) {
        const finding = await attempt(signal).catch(() => null);
        if (finding?.status === 'passed' || finding?.status === 'skipped')
            return finding;
        await context.clock.sleep(retries.delayMs, signal);
    }
    return attempt(signal);
}
function withBefore(finding, before) {
    return before?.actual === undefined || finding.before !== undefined ? finding : { ...finding, before: before.actual };
}
/** What did not run is never green, and no mere warning either. */
function weigh({ warnOnly }, finding) {
    return finding.status === 'failed' && warnOnly ? { ...finding, status: 'warning' } : finding;
}


/***/ }),

/***/ 7988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkHealth)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2809);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(180);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(634);
/* harmony import */ var _next_commands_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3737);





/** Records every check in the scope; a check that cannot be asked because the server is out of reach is skipped, not passed. */
async function checkHealth(context, scope, request) {
    const [connection, ...others] = databaseChecks(context, request);
    const rest = [...others, ...migratorChecks(context), ...(request.recovered ? [] : [unfinishedRun(context)])];
    requireKnown(context.plan.health.warnOnly, [connection, ...rest]);
    if (connection === undefined)
        return scope.askAll(rest.map((check) => weighed(context, check)));
    const reached = await scope.ask(connection);
    if ((0,_domain_check_js__WEBPACK_IMPORTED_MODULE_1__/* .blocking */ .ub)([reached]).length > 0)
        scope.skip(rest, 'the database could not be reached');
    else
        await scope.askAll(rest.map((check) => weighed(context, check)));
    return scope.results;
}
/** @throws ConfigurationError for a name that no health check has */
function requireKnown(names, checks) {
    const known = checks.flatMap((check) => (check === undefined ? [] : [check.name]));
    const unknown = names.find((name) => !known.includes(name));
    if (unknown === undefined)
        return;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`health.warn-only names ${JSON.stringify(unknown)}, and there is no such health check`, {
        hint: `the health checks are: ${known.join(', ')}`,
    });
}
/** A failure that the plan takes lightly is a warning; what could not be asked stays an error. */
function weighed({ plan }, check) {
    if (!plan.health.warnOnly.includes(check.name))
        return check;
    const ask = async (signal) => {
        const finding = await check.ask(signal);
        return finding.status === 'failed' ? { ...finding, status: 'warning' } : finding;
    };
    return { ...check, ask };
}
function databaseChecks(context, { backup }) {
    const { health, backup: backupPlan } = context.plan;
    return context.database.healthChecks({
        connectTimeoutMs: health.connectTimeoutMs,
        freeSpace: health.freeSpace,
        maxTransactionAgeMs: health.maxTransactionAgeMs,
        backupDirectory: context.store.directory,
        backup,
        verifyByRestore: backup && backupPlan.verify === 'restore',
    });
}
/** The three questions share one look at the migrator's state. */
function migratorChecks(context) {
    let asked;
    const state = (signal) => {
        asked ??= context.migrator.state({ signal });
        return asked;
    };
    return [historyCheck(state), headsCheck(state), ...expectedRevisionCheck(context, state)];
}
function historyCheck(state) {
    return {
        name: 'migration history',
        kind: 'history',
        ask: async (signal) => {
            const { current, pending } = await state(signal);
            const actual = current.length === 0 ? 'no history yet: first migration' : `at ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRevisions */ .cs)(current)}`;
            return { status: 'passed', expected: 'readable and unedited', actual: `${actual}, ${pending.length} pending` };
        },
    };
}
function headsCheck(state) {
    return {
        name: 'one head',
        kind: 'heads',
        ask: async (signal) => {
            const { heads } = await state(signal);
            const status = heads.length > 1 ? 'failed' : 'passed';
            const message = heads.length > 1 ? { message: `the history has ${heads.length} heads; merge them (Alembic: alembic merge heads)` } : {};
            return { status, expected: 'at most one', actual: heads.length === 0 ? 'none' : (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRevisions */ .cs)(heads), ...message };
        },
    };
}
function expectedRevisionCheck(context, state) {
    const { expectRevision } = context.plan.health;
    if (expectRevision === null)
        return [];
    const ask = async (signal) => {
        const standing = await state(signal);
        const actual = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRevisions */ .cs)(standing.current);
        if (actual === expectRevision)
            return { status: 'passed', expected: expectRevision, actual };
        return { status: 'failed', expected: expectRevision, actual, message: whereItStands(expectRevision, standing) };
    };
    return [{ name: 'expected revision', kind: 'expected-revision', ask }];
}
/** Who reads it must know whether the plan is late or early, or names something that is not there at all. */
function whereItStands(expected, { applied, pending }) {
    const isExpected = ({ revision }) => revision === expected;
    const correct = 'or correct health.expect-revision in the plan';
    if (pending.some(isExpected))
        return `the database has not come to ${expected} yet: migrate to it first, ${correct}`;
    if (applied.some(isExpected))
        return `the database is past ${expected}: go back to it, ${correct}`;
    return `there is no migration ${expected} here: look whether this is the right database and the right branch, ${correct}`;
}
function unfinishedRun(context) {
    return {
        name: 'no unfinished run',
        kind: 'unfinished-run',
        ask: async () => {
            const run = (await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnsettledRuns */ .O_)(context)).at(-1);
            if (run === undefined)
                return { status: 'passed', expected: 'none', actual: 'none' };
            const actual = (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .describeUnsettled */ .O4)(run);
            return {
                status: 'warning',
                expected: 'none',
                actual,
                message: `the next run deals with it first; see: ${(0,_next_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .statusCommand */ .yA)(context)}`,
            };
        },
    };
}


/***/ }),

/***/ 4943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ activityLimits),
/* harmony export */   Q: () => (/* binding */ measureActivity)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _probes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2711);


/** A database that does not answer a sample for so long does not answer. */
const SAMPLE_TIMEOUT_MS = 15_000;
function activityLimits({ slowQueries, lockWaits }, baseline) {
    return {
        slowOverMs: slowQueries.overMs,
        lockWaitOverMs: lockWaits.overMs,
        meansBeforeMs: baseline?.levels.statementMeansMs ?? {},
        timeoutMs: SAMPLE_TIMEOUT_MS,
    };
}
/** The levels of now, and how long the plan's watched queries take. What cannot be measured is told, and keeps no run from going on. */
async function measureActivity(context) {
    const { plan, database, signal } = context;
    if (plan.monitor === null)
        return null;
    const activity = database.watchActivity(activityLimits(plan.monitor, null));
    try {
        const { slowStatements: _slow, lockWaits: _waits, violations: _violations, deadlocksLogged: _deadlocks, ...levels } = await activity.sample(signal);
        return { levels, queriesMs: await timeQueries(context, plan.monitor) };
    }
    catch (error) {
        signal.throwIfAborted();
        tellUnmeasured(context, 'what the monitor compares with', error);
        return null;
    }
    finally {
        await activity.close();
    }
}
async function timeQueries(context, { queries }) {
    const times = {};
    for (const query of queries) {
        try {
            times[query.name] = await (0,_probes_js__WEBPACK_IMPORTED_MODULE_1__/* .timeQuery */ .If)(context, query, context.signal);
        }
        catch (error) {
            context.signal.throwIfAborted();
            // A query about what the migration is to bring cannot be timed before.
            tellUnmeasured(context, `the query ${query.name}`, error);
        }
    }
    return times;
}
function tellUnmeasured({ emit, redact }, what, error) {
    emit({
        type: 'note',
        text: `${what} could not be measured before the run: ${redact((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? 'unknown failure')}`,
    });
}


/***/ }),

/***/ 2711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D2: () => (/* binding */ watchName),
/* harmony export */   If: () => (/* binding */ timeQuery),
/* harmony export */   pX: () => (/* binding */ probesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _domain_activity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9472);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42);
/* harmony import */ var _domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1990);
/** Asks what lies outside of the database's statistics: timed queries, addresses and logs. A probe never throws. */




/** Longest time that one probe may hold up an interval. */
const PATIENCE_MS = 30_000;
/** Matching lines remembered from one interval to the next. */
const REMEMBERED = 10_000;
/** By the name of a watched thing and its kind, so that a query and an address may share a name. */
function probesOf(context, { queries, http, logs }, limitsMs) {
    return [
        ...queries.map((query) => ({
            name: watchName('query', query.name),
            ask: (signal) => timed(context, query, limitsMs.get(watchName('query', query.name)) ?? null, signal),
        })),
        ...http.map((endpoint) => ({
            name: watchName('http', endpoint.name),
            ask: (signal) => answered(context, endpoint, signal),
        })),
        ...logs.map((log) => {
            const follower = new LogFollower(context, log);
            return { name: watchName('log', log.name), ask: (signal) => follower.news(signal) };
        }),
    ];
}
function watchName(kind, name) {
    return `${kind} ${name}`;
}
/**
 * Milliseconds that the query took, opening a session not included. Outside of a transaction block, because a rollback of ours
 * would be counted among those that are watched; the marker keeps the query from being told as slow as well.
 */
async function timeQuery({ database, clock }, query, signal) {
    const session = await database.open({ purpose: 'monitor query', signal });
    try {
        await session.query('SET default_transaction_read_only = on');
        const started = clock.monotonicMs();
        await session.query(`/* savepoint */ ${query.query}`);
        return clock.monotonicMs() - started;
    }
    finally {
        await session.close();
    }
}
async function timed(context, query, limitMs, signal) {
    const patience = AbortSignal.timeout(Math.max(PATIENCE_MS, 2 * (limitMs ?? 0)));
    try {
        const value = await timeQuery(context, query, AbortSignal.any([signal, patience]));
        return { value, over: limitMs !== null && value > limitMs };
    }
    catch (error) {
        signal.throwIfAborted();
        if (patience.aborted)
            return { value: null, over: true, words: 'no answer in time', evidence: [query.query] };
        return { value: null, fault: wordsOf(error) };
    }
}
async function answered(context, endpoint, signal) {
    const { url, status, withinMs, headers } = endpoint;
    const timeoutMs = Math.max(PATIENCE_MS, withinMs ?? 0);
    try {
        const answer = await context.http.send({ method: 'GET', url, headers, body: null, timeoutMs }, signal);
        const right = status === null ? answer.status >= 200 && answer.status < 300 : answer.status === status;
        const inTime = withinMs === null || answer.durationMs <= withinMs;
        const words = `${answer.status} in ${(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(answer.durationMs)}`;
        return { value: answer.durationMs, over: !right || !inTime, words, evidence: [`GET ${endpoint.name}: ${words}`] };
    }
    catch (error) {
        signal.throwIfAborted();
        return { value: null, over: true, words: 'no answer', evidence: [wordsOf(error)] };
    }
}
/** Counts the lines that match and were not there the time before: what a command prints may overlap. */
class LogFollower {
    #context;
    #log;
    #pattern;
    #seen = new Map();
    constructor(context, log) {
        this.#context = context;
        this.#log = log;
        this.#pattern = new RegExp(log.mustNotMatch, 'iu');
    }
    async news(signal) {
        const found = new Map();
        const lines = [];
        let count = 0;
        const onLine = (line) => {
            if (!this.#pattern.test(line))
                return;
            const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(line).digest('base64');
            const times = (found.get(key) ?? 0) + 1;
            if (found.size < REMEMBERED)
                found.set(key, times);
            if (times <= (this.#seen.get(key) ?? 0))
                return;
            count++;
            if (lines.length < _domain_activity_js__WEBPACK_IMPORTED_MODULE_3__/* .TOLD_LINES */ .y)
                lines.push(line);
        };
        try {
            await this.#read(onLine, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            return { value: null, fault: wordsOf(error) };
        }
        this.#seen = found;
        return { value: count, over: count > 0, evidence: lines };
    }
    async #read(onLine, signal) {
        const { processes, database, plan } = this.#context;
        const command = { run: { shell: this.#log.command }, env: database.childEnvironment, cwd: plan.directory };
        await processes.run(command, { signal, timeoutMs: PATIENCE_MS, onLine });
    }
}
function wordsOf(error) {
    return (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causeChain */ .DD)(error)[0] ?? 'unknown failure';
}


/***/ }),

/***/ 714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ compareRows)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/ports/parity.js
var parity = __webpack_require__(601);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/row-comparison.js
/** Pure decisions of comparing rows by digests of ranges: which ranges differ, how to go on, and what became of each key. */

/** Small enough that groups stay in the processor's cache, where they cost half as much as beyond it. */
const FIRST_DEPTH = 10;
/** Digests that are read at once: a few megabytes in the server, below the default of its `work_mem`, and here. */
const MOST_RANGES = 16_384;
/** Keys that are listed in one pass: about 50 MB in the server; they come here in small portions. */
const MOST_LISTED = 250_000;
/** To bring one row here takes about as long as to look at so many in the server (1.5 µs against 0.07 µs). */
const LISTING_COST = 20;
/** Ranges whose digests are not the same on both sides; `left` and `right` hold what each side has. */
function differingRanges(left, right) {
    const others = new Map(right.map((digest) => [digest.range, digest]));
    const fromLeft = left.flatMap((digest) => {
        const other = others.get(digest.range);
        others.delete(digest.range);
        return sameDigest(digest, other) ? [] : [{ range: digest.range, rows: Math.max(digest.rows, other?.rows ?? 0) }];
    });
    return [...fromLeft, ...[...others.values()].map(({ range, rows }) => ({ range, rows }))];
}
function sameDigest(one, other) {
    return one.rows === other?.rows && one.digest === other.digest;
}
/**
 * The depth at which the differing ranges are worth digesting once more before their keys are listed; `null`: list them.
 * From how many ranges differ follows about how many keys do, if they are spread by chance as hashes are.
 */
function nextDepth({ depth, compared, differing, totalRows }) {
    const bits = Math.floor(Math.log2(MOST_RANGES / Math.max(1, differing.length)));
    if (bits < 1 || depth + bits >= parity/* KEY_DEPTH */.I)
        return null;
    const rows = rowsOf(differing);
    // All of them differing tells only that there are more keys than this.
    const untouched = Math.max(1 - differing.length / compared, 1 / (2 * compared));
    const keys = -compared * Math.log(untouched);
    const left = Math.min(rows, Math.max(keys, (keys / (differing.length * 2 ** bits)) * rows));
    return (rows - left) * LISTING_COST > totalRows ? depth + bits : null;
}
/** Portions of ranges whose keys are listed in one pass each. */
function passesOf(differing) {
    const passes = [];
    let listed = Number.POSITIVE_INFINITY;
    for (const range of differing) {
        if (listed + range.rows > MOST_LISTED) {
            passes.push([]);
            listed = 0;
        }
        passes.at(-1)?.push(range);
        listed += range.rows;
    }
    return passes;
}
function rowsOf(ranges) {
    return ranges.reduce((sum, { rows }) => sum + rows, 0);
}
function namedRanges(depth, ranges) {
    return { depth, names: ranges.map(({ range }) => range) };
}
/** What became of the keys of two portions of the same number. Each side names each key once. */
function joinKeys(left, right, found) {
    const alone = new Map(left.map((digest) => [digest.range, digest]));
    for (const digest of right) {
        const other = alone.get(digest.range);
        alone.delete(digest.range);
        if (other === undefined)
            found({ kind: 'missing-left', leftRows: 0, rightRows: digest.rows, ...nameOf(digest) });
        else if (!sameDigest(digest, other))
            found({ kind: 'different', leftRows: other.rows, rightRows: digest.rows, ...nameOf(other) });
    }
    for (const digest of alone.values())
        found({ kind: 'missing-right', leftRows: digest.rows, rightRows: 0, ...nameOf(digest) });
}
function nameOf({ range, key }) {
    return key === undefined ? { range } : { range, key };
}
/** Counts every difference and keeps a few: always the same ones, whichever comes first. */
class DifferenceTally {
    counts = { 'missing-left': 0, 'missing-right': 0, different: 0 };
    #most;
    #kept = [];
    constructor(most) {
        this.#most = most;
    }
    get kept() {
        return this.#kept;
    }
    add(difference) {
        this.counts[difference.kind]++;
        const last = this.#kept.at(-1);
        if (this.#kept.length >= this.#most && (last === undefined || last.range < difference.range))
            return;
        this.#kept = [...this.#kept, difference].sort((a, b) => (a.range < b.range ? -1 : 1)).slice(0, this.#most);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/row-form.js
/** Agrees on what of the rows of two sources is compared: key, columns, and the types that values of both sides are cast to. */

/** @throws CheckError when there is no common key, or a column that is asked for does not exist */
function agreeOnForm(left, right, wanted) {
    const key = wanted.key ?? commonKey(left, right);
    const ignored = new Set(wanted.ignore ?? []);
    const isValue = ({ name }) => !ignored.has(name) && !key.includes(name);
    const [ownLeft, ownRight] = [namesBeside(left, right), namesBeside(right, left)];
    const common = left.facts.columns.filter(isValue).map(({ name }) => name);
    const columns = wanted.columns?.filter((name) => !key.includes(name)) ?? common.filter((name) => !ownLeft.includes(name));
    const compared = (names) => names.map((name) => comparedColumn(name, left, right));
    const own = (names) => (wanted.columns === null ? names.filter((name) => !ignored.has(name)) : []);
    return { form: { key: compared(key), values: compared(columns) }, ownLeft: own(ownLeft), ownRight: own(ownRight) };
}
function namesBeside(reader, other) {
    const others = new Set(other.facts.columns.map(({ name }) => name));
    return reader.facts.columns.map(({ name }) => name).filter((name) => !others.has(name));
}
function commonKey(left, right) {
    const [mine, others] = [left.facts.primaryKey, right.facts.primaryKey];
    if (mine.length > 0 && mine.length === others.length && mine.every((name) => others.includes(name)))
        return mine;
    throw new errors/* CheckError */.tl(`rows cannot be matched: ${describeKey(left)}, ${describeKey(right)}`, {
        hint: 'name the columns that identify a row with `key`',
    });
}
function describeKey({ facts: { name, primaryKey } }) {
    return primaryKey.length === 0 ? `${name} has no primary key` : `the primary key of ${name} is (${primaryKey.join(', ')})`;
}
function comparedColumn(name, left, right) {
    const as = left.commonType(columnOf(left, name).type, columnOf(right, name).type);
    return { name, as };
}
function columnOf({ facts }, name) {
    const column = facts.columns.find((candidate) => candidate.name === name);
    if (column !== undefined)
        return column;
    throw new errors/* CheckError */.tl(`${facts.name} has no column ${name}`, {
        hint: `it has ${facts.columns.map((candidate) => candidate.name).join(', ')}`,
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/row-samples.js
/** A row of each key that this side has. Of a key that the left side has too, the right one is read only to be shown. */
async function sampleRows(reader, side, form, columns, differences) {
    const keysOnly = columns.length === form.key.length;
    const wanted = differences.filter(({ leftRows, rightRows }) => {
        if (side === 'left')
            return leftRows > 0;
        return rightRows > 0 && !(keysOnly && leftRows > 0);
    });
    if (wanted.length === 0)
        return new Map();
    const most = wanted.reduce((sum, { leftRows, rightRows }) => sum + Math.max(leftRows, rightRows), 0);
    const keys = wanted.map(({ range }) => range);
    const rows = await reader.rowsOf(form, keys, columns, Math.min(most, MOST_ROWS));
    return new Map(rows.toReversed().map(({ range, row }) => [range, row]));
}
/** A key with thousands of rows is named all the same, if not always by its first row. */
const MOST_ROWS = 10_000;

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/parity.js
/** Compares the rows of two sources: digests of ranges first, deeper where they differ, at last the keys of the ranges that do. */





/**
 * Finds every key whose rows differ, and counts them exactly. Sides in one database are read as of one instant.
 *
 * @throws CheckError when there is no key, or a source or column does not exist; StatementError when a source cannot be read
 */
async function compareRows(options) {
    const failure = new AbortController();
    const signal = AbortSignal.any([options.signal, failure.signal]);
    const { left, right } = options;
    const sameInstant = left.database === right.database;
    const work = (readers) => new Comparison(readers, options, failure).run(sameInstant);
    if (sameInstant) {
        return left.database.withRowSources([left.source, right.source], signal, (readers) => work(pairOf(readers)));
    }
    return left.database.withRowSources([left.source], signal, (mine) => right.database.withRowSources([right.source], signal, (others) => work(pairOf([...mine, ...others]))));
}
function pairOf(readers) {
    const [left, right] = readers;
    if (left === undefined || right === undefined)
        throw new errors/* CheckError */.tl('two sources are needed to compare rows');
    return { left, right };
}
/** After the last portion of a side. */
const END = { number: Number.POSITIVE_INFINITY, digests: [] };
class Comparison {
    #readers;
    #options;
    #failure;
    constructor(readers, options, failure) {
        this.#readers = readers;
        this.#options = options;
        this.#failure = failure;
    }
    async run(sameInstant) {
        const { left, right } = this.#readers;
        const agreed = agreeOnForm(left, right, this.#options);
        const tally = new DifferenceTally(this.#options.sampleKeys);
        const rows = await this.#findDifferences(agreed.form, tally);
        return {
            left: { name: left.facts.name, rows: rows.left, ownColumns: agreed.ownLeft },
            right: { name: right.facts.name, rows: rows.right, ownColumns: agreed.ownRight },
            key: agreed.form.key.map(({ name }) => name),
            missingLeft: tally.counts['missing-left'],
            missingRight: tally.counts['missing-right'],
            different: tally.counts.different,
            samples: await this.#samplesOf(agreed, tally),
            sameInstant,
        };
    }
    async #findDifferences(form, tally) {
        let depth = FIRST_DEPTH;
        const [left, right] = await this.#digestBoth(form, depth, null);
        let differing = differingRanges(left, right);
        const rows = { left: rowsOf(left), right: rowsOf(right) };
        const totalRows = Math.max(rows.left, rows.right);
        let compared = 2 ** depth;
        for (;;) {
            const next = nextDepth({ depth, compared, differing, totalRows });
            if (next === null)
                break;
            const [deeperLeft, deeperRight] = await this.#digestBoth(form, next, namedRanges(depth, differing));
            compared = differing.length * 2 ** (next - depth);
            differing = differingRanges(deeperLeft, deeperRight);
            depth = next;
        }
        for (const pass of passesOf(differing))
            await this.#listKeys(form, depth, pass, tally);
        return rows;
    }
    #digestBoth(form, depth, within) {
        const request = { form, depth, within, atMost: Number.POSITIVE_INFINITY };
        return this.#both(async (reader) => {
            const digests = [];
            for await (const portion of reader.digests(request))
                digests.push(...portion.digests);
            return digests;
        });
    }
    /** Portion by portion, so that no more than two of them are held here however many keys differ. */
    async #listKeys(form, depth, pass, tally) {
        const request = { form, depth: parity/* KEY_DEPTH */.I, within: namedRanges(depth, pass), atMost: rowsOf(pass) };
        const listing = (reader) => reader.digests(request)[Symbol.asyncIterator]();
        const listings = { left: listing(this.#readers.left), right: listing(this.#readers.right) };
        const nextOf = async (side) => {
            const next = await listings[side].next();
            return next.done === true ? END : next.value;
        };
        let [left, right] = await this.#both((_reader, side) => nextOf(side));
        while (left !== END || right !== END) {
            const number = Math.min(left.number, right.number);
            const [mine, others] = [left, right].map((portion) => (portion.number === number ? portion.digests : []));
            joinKeys(mine ?? [], others ?? [], (difference) => tally.add(difference));
            const read = { left, right };
            [left, right] = await this.#both(async (_reader, side) => (read[side].number === number ? nextOf(side) : read[side]));
        }
    }
    /** Keys that came along with their digests need no further look. */
    async #samplesOf({ form }, tally) {
        const showRows = this.#options.showRows === true;
        if (!showRows && tally.kept.every(({ key }) => key !== undefined)) {
            return tally.kept.map((difference) => ({ ...difference, key: difference.key ?? {}, left: null, right: null }));
        }
        const key = form.key.map(({ name }) => name);
        const columns = showRows ? [...key, ...form.values.map(({ name }) => name)] : key;
        const [left, right] = await this.#both((reader, side) => sampleRows(reader, side, form, columns, tally.kept));
        return tally.kept.map((difference) => {
            const found = { left: left.get(difference.range) ?? null, right: right.get(difference.range) ?? null };
            const named = found.left ?? found.right ?? {};
            const shown = showRows ? found : { left: null, right: null };
            return { ...difference, key: Object.fromEntries(key.map((name) => [name, named[name] ?? null])), ...shown };
        });
    }
    /** Both sides at once. The first failure ends the other side's statement too, and both are over before it is thrown. */
    async #both(work) {
        const started = ['left', 'right'].map((side) => work(this.#readers[side], side).catch((error) => {
            this.#failure.abort(error);
            throw error;
        }));
        const settled = await Promise.allSettled(started);
        this.#options.signal.throwIfAborted();
        this.#failure.signal.throwIfAborted();
        return settled.map((each) => each.value);
    }
}


/***/ }),

/***/ 8950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ requireKnownNames)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/places.js
var places = __webpack_require__(2168);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/problems.js + 1 modules
var plan_problems = __webpack_require__(1682);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var revision = __webpack_require__(180);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var table_name = __webpack_require__(9537);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/changes.js
var plan_changes = __webpack_require__(5595);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/nearest.js
var nearest = __webpack_require__(6068);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js + 24 modules
var plan_checks = __webpack_require__(2222);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/missing-names.js





/** @param migrating - whether migrations will be applied */
async function missingFromDatabase(context, migrating) {
    const { plan, database, signal } = context;
    const used = plan.validate.flatMap((check, index) => usedBy(check, index));
    const listed = migrating && plan.snapshot.tables !== 'all' ? plan.snapshot.tables : [];
    const changes = migrating ? plan.changes : [];
    if (used.length + listed.length + changes.length === 0)
        return [];
    const tables = await database.catalog.tables(signal);
    return [
        ...listed.flatMap((written, index) => missingTable(tables, written, ['snapshot', 'tables', index], 'now')),
        ...changes.flatMap((change, index) => missingOfChange(tables, change, ['changes', index])),
        ...used.flatMap((name) => missingOfCheck(tables, name)),
        ...(await missingObjects(context, changes)),
    ];
}
/** A name in the plan's own way of writing: quotes may be left out, and the schema where it is `public`. */
function missingTable(tables, written, path, wanted) {
    if (tables.some(({ name }) => (0,table_name/* namesTable */.zF)(written, name)))
        return [];
    const near = (0,nearest/* nearest */.p)(written, tables.flatMap(waysToWrite));
    return [{ path, message: `there is no table ${written}`, near, identifiers: (0,table_name/* nameParts */.IN)(written).slice(-1), wanted }];
}
function missingOfChange(tables, { table, columns, dropped, created }, path) {
    if (table === undefined)
        return [];
    const found = tables.find(({ name }) => (0,table_name/* namesTable */.zF)(table, name));
    if (found === undefined)
        return missingTable(tables, table, [...path, 'table'], created === true || dropped !== true ? 'later' : 'whenever');
    return (columns ?? []).flatMap((column, index) => {
        const own = (0,table_name/* nameParts */.IN)(column).at(-1) ?? column;
        if (found.columns.some(({ name }) => name === own))
            return [];
        const near = (0,nearest/* nearest */.p)(own, found.columns.map(({ name }) => name));
        const message = `there is no column ${column} in ${found.name}`;
        return [{ path: [...path, 'columns', index], message, near, identifiers: [own], wanted: 'whenever' }];
    });
}
async function missingObjects({ database, signal }, changes) {
    if (changes.every(({ object }) => object === undefined))
        return [];
    const known = await database.catalog.objectNames(signal);
    return changes.flatMap(({ object }, index) => {
        if (object === undefined || known.some(({ kind, name }) => (0,plan_changes/* namesObject */.Mf)(object, kind, name)))
            return [];
        const near = (0,nearest/* nearest */.p)(object, known.flatMap(({ kind, name }) => [name, `${kind} ${name}`, name.split(/[ .]/).at(-1) ?? name]));
        const identifiers = [object.split(/[ .]/).at(-1)?.replaceAll('"', '') ?? object];
        return [
            { path: ['changes', index, 'object'], message: `there is no ${object}`, near, identifiers, wanted: 'whenever' },
        ];
    });
}
function usedBy(check, index) {
    const early = check.moment === 'before' || check.moment === 'before-and-after';
    return (0,plan_checks/* namesOf */.eZ)(check).map((name) => ({ ...name, path: ['validate', index, ...name.path], wanted: early ? 'now' : 'later' }));
}
/** A name as SQL reads it: without its schema only where a statement finds it so. */
function missingOfCheck(tables, { table, column, path, wanted }) {
    const found = tables.find((known) => known.table === table.table && (table.schema === null ? known.visible : known.schema === table.schema));
    if (found === undefined) {
        const elsewhere = tables.find((known) => known.table === table.table);
        const near = elsewhere?.name ?? (0,nearest/* nearest */.p)((0,table_name/* showTableName */.Jb)(table), tables.flatMap(waysToWrite));
        const identifiers = [table.table, ...(column === undefined ? [] : [column])];
        return [{ path, message: `there is no table ${(0,table_name/* showTableName */.Jb)(table)}`, near, identifiers, wanted }];
    }
    if (column === undefined || found.columns.some(({ name }) => name === column))
        return [];
    const near = (0,nearest/* nearest */.p)((0,table_name/* quoteWhereNeeded */.T)(column), found.columns.map(({ name }) => (0,table_name/* quoteWhereNeeded */.T)(name)));
    return [
        { path, message: `there is no column ${(0,table_name/* quoteWhereNeeded */.T)(column)} in ${found.name}`, near, identifiers: [column], wanted },
    ];
}
function waysToWrite({ name, table, visible }) {
    return visible ? [(0,table_name/* quoteWhereNeeded */.T)(table), name] : [name];
}
/** A check that belongs to a migration nobody knows would never be asked. */
async function missingFromHistory({ plan, migrator, signal }) {
    const attached = plan.validate.flatMap(({ moment }, index) => (typeof moment === 'object' ? [{ moment, index }] : []));
    if (attached.length === 0)
        return [];
    const { current, heads, pending, applied } = await migrator.state({ signal });
    const known = [...new Set([...[...applied, ...pending].map(({ revision }) => revision), ...current, ...heads, revision/* HEAD */.Vx])];
    const unknown = attached.filter(({ moment }) => !known.includes(moment.afterMigration));
    return unknown.map(({ moment: { afterMigration }, index }) => ({
        path: ['validate', index, 'after-migration'],
        message: `the migrator knows no migration ${afterMigration}`,
        near: (0,nearest/* nearest */.p)(afterMigration, known),
        identifiers: [],
        wanted: 'now',
    }));
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/reading.js
var reading = __webpack_require__(7685);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/plan-queries.js
/** Has the server look over the plan's queries that are asked before the migrations, without running them. */




/** Statements that can be planned; `SHOW` and its like cannot, and one that holds several is left to be asked. */
const PLANNABLE = /^[\s(]*(?:select|with|values|table)\b(?!.*;\s*\S)/is;
/** SQLSTATE class 42: syntax error or access rule violation. Of these, a missing privilege is for the query itself to tell. */
const MISTAKE = /^42(?!501)/;
/** Each query that cannot be right: a syntax error, or a table, column or function that is not there. */
async function queryProblems(context) {
    const { database } = context;
    const queries = [...ofSnapshot(context), ...ofEarlyChecks(context)].filter(({ sql }) => PLANNABLE.test(sql));
    if (queries.length === 0 || !database.capabilities.queryPlans)
        return [];
    const problems = [];
    await (0,reading/* keepingReaders */.c9)(database, async () => {
        for (const query of queries)
            problems.push(...(await problemOf(context, query)));
    });
    return problems;
}
/** What else goes wrong, such as a lock that is not to be had now, is no mistake of the plan. */
async function problemOf({ database, plan, signal, redact }, { sql, path }) {
    const statement = sql.replace(/;\s*$/, '');
    try {
        await (0,reading/* whileReading */.q9)(database, signal, (session) => database.explain(session, statement, { analyze: false, partitions: false }));
        return [];
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* StatementError */.Mp) || !MISTAKE.test(error.sqlState ?? ''))
            return [];
        return [{ message: redact(`${(0,plan_problems/* pathText */.L)(path)}: ${error.message}`), ...(0,places/* placeIn */.V)(plan, path) }];
    }
}
function ofSnapshot({ plan }) {
    return Object.entries(plan.snapshot.queries).map(([name, { kind, query }]) => ({
        sql: query,
        path: ['snapshot', kind === 'query' ? 'queries' : 'distributions', name],
    }));
}
function ofEarlyChecks({ plan }) {
    return plan.validate.flatMap((check, index) => {
        if (check.moment !== 'before' && check.moment !== 'before-and-after')
            return [];
        const at = (key, sql) => ({ sql, path: ['validate', index, key] });
        if (check.kind === 'query')
            return [at('query', check.query)];
        if (check.kind === 'time')
            return 'query' in check.timed ? [at('time', check.timed.query)] : [];
        if (check.kind !== 'explain')
            return [];
        return [at('explain', check.explain), ...(check.fasterThan === null ? [] : [at('faster-than', check.fasterThan.query)])];
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/plan-names.js
/** Tells, before anything starts, which tables, columns, objects and revisions the plan names that are not there. */





/**
 * @throws ConfigurationError listing every name that is unknown, with the nearest known one, and every query of before the
 *   migrations that cannot be right, each with its place in the plan
 */
async function requireKnownNames(context, request) {
    const names = await nameProblems(context, request);
    const problems = [...names, ...(request.migrating ? await queryProblems(context) : [])];
    if (problems.length > 0)
        throw refusal(problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)), names.length);
}
async function nameProblems(context, request) {
    const missing = [...(await missingFromDatabase(context, request.migrating)), ...(await missingFromHistory(context))];
    if (missing.length === 0)
        return [];
    const sql = missing.some(({ wanted }) => wanted !== 'now') ? await previewOf(context, request.to) : '';
    const problems = [];
    for (const name of missing) {
        const verdict = judge(name, sql);
        if (verdict === 'unknown')
            problems.push(plan_names_problemOf(context, name));
        else if (verdict === 'untold')
            context.emit({ type: 'note', text: `${(0,plan_problems/* pathText */.L)(name.path)}: ${name.message} now` });
    }
    return problems;
}
/** Where no SQL of the pending migrations is known, what may come is believed, aloud. */
function judge({ wanted, identifiers, near }, sql) {
    if (wanted === 'now')
        return 'unknown';
    if (sql !== null && identifiers.every((identifier) => mentions(sql, identifier)))
        return 'coming';
    if (sql === null)
        return 'untold';
    return wanted === 'whenever' && near === undefined ? 'untold' : 'unknown';
}
function mentions(sql, identifier) {
    const literal = identifier.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}_$])${literal}(?![\\p{L}\\p{N}_$])`, 'iu').test(sql);
}
/** `null` where the migrator cannot tell. */
async function previewOf({ migrator, signal, emit }, to) {
    if (!migrator.capabilities.previewSql)
        return null;
    try {
        return await migrator.preview(to, { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        const why = error instanceof Error ? error.message : String(error);
        emit({
            type: 'note',
            text: `the SQL of the pending migrations cannot be shown, so names in the plan are not checked by it: ${why}`,
        });
        return null;
    }
}
function plan_names_problemOf({ plan }, { path, message, near }) {
    const hint = near === undefined ? {} : { hint: `Did you mean ${near}?` };
    return { message: `${(0,plan_problems/* pathText */.L)(path)}: ${message}`, ...(0,places/* placeIn */.V)(plan, path), ...hint };
}
/** @param names - how many of the problems are names; the others are queries */
function refusal(problems, names) {
    const [first] = problems;
    const many = problems.length === names ? `names ${names} things that are not there` : `has ${problems.length} mistakes`;
    const words = problems.length === 1 ? (first?.message ?? '') : `the plan ${many}`;
    return new errors/* ConfigurationError */.j1(words, { problems, hint: 'nothing was touched; correct the plan' });
}


/***/ }),

/***/ 5439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alone: () => (/* binding */ alone),
/* harmony export */   backup: () => (/* binding */ backup),
/* harmony export */   healthCheck: () => (/* binding */ healthCheck),
/* harmony export */   latestSnapshot: () => (/* binding */ latestSnapshot),
/* harmony export */   snapshot: () => (/* binding */ snapshot),
/* harmony export */   validation: () => (/* binding */ validation)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2809);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(180);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9461);
/* harmony import */ var _backup_proof_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8571);
/* harmony import */ var _checks_plan_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2222);
/* harmony import */ var _health_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7988);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7904);
/* harmony import */ var _monitor_baseline_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4943);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8950);
/* harmony import */ var _proceedings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8296);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5959);
/* harmony import */ var _storing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6049);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2418);
/** The operations that are one stage of a run by themselves: health check, backup, snapshot, validation. */














/** Nothing here changes the team's data, so every failure leaves the database unchanged. */
async function alone(context, work) {
    const proceedings = new _proceedings_js__WEBPACK_IMPORTED_MODULE_8__/* .Proceedings */ .A(context);
    try {
        return await work(proceedings);
    }
    catch (error) {
        if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 && !proceedings.begun)
            throw error;
        proceedings.cause = error;
        return proceedings.finish('unchanged', false, (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? 'unknown failure');
    }
}
function healthCheck(context) {
    return alone(context, async (proceedings) => {
        const results = await proceedings.stages.run('health-check', (scope) => (0,_health_check_js__WEBPACK_IMPORTED_MODULE_4__/* .checkHealth */ .N)(context, scope, { backup: true, recovered: false }));
        const healthy = (0,_domain_check_js__WEBPACK_IMPORTED_MODULE_11__/* .allPassed */ .OE)(results);
        return proceedings.finish('unchanged', healthy, `${(0,_domain_check_js__WEBPACK_IMPORTED_MODULE_11__/* .tally */ .N4)(results)} checks passed`);
    });
}
/** Backup and snapshot of one instant, proven as the plan asks. Holds the run lock, so that no migration runs meanwhile. */
function backup(context) {
    return alone(context, async (proceedings) => {
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .acquireLock */ .I)(context);
        try {
            await proceedings.begin();
            const { journal, stages } = proceedings;
            const found = await foundBefore(context, proceedings);
            const made = await stages.run('backup', () => (0,_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .backUp */ .vm)(context, journal, proceedings.found, context.signal));
            proceedings.backup = made.backup;
            proceedings.backup = await stages.run('verify-backup', (scope) => (0,_backup_proof_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyBackup */ .g)(context, journal, scope, made.backup));
            await (0,_storing_js__WEBPACK_IMPORTED_MODULE_9__/* .storeBackup */ .A)(context, proceedings, proceedings.backup, 'failed');
            const proof = `backup made, verification: ${proceedings.backup.manifest.verification.level}`;
            return await proceedings.finish('unchanged', found === '', `${proof}${found}`);
        }
        finally {
            await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseLock */ .x)(context, lock);
        }
    });
}
function snapshot(context) {
    return alone(context, async (proceedings) => {
        const found = await foundBefore(context, proceedings);
        proceedings.activity = await (0,_monitor_baseline_js__WEBPACK_IMPORTED_MODULE_6__/* .measureActivity */ .Q)(context);
        const taken = await proceedings.stages.run('snapshot', () => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_12__/* .takeSnapshot */ .W)(context, proceedings.found, context.signal));
        return proceedings.finish('unchanged', found === '', `snapshot of ${taken.fingerprint.tables.length} tables taken${found}`);
    });
}
/**
 * Asks the checks that are asked before and after, so that `validate` can compare with them what a person migrated by hand. One
 * that does not pass keeps nothing from being made; the command then does not succeed.
 *
 * @returns what to add to the reason; empty where all passed
 */
async function foundBefore(context, proceedings) {
    const checks = (0,_checks_plan_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .checksAt */ .r$)(context, 'before-and-after');
    if (checks.length === 0)
        return '';
    const results = await proceedings.stages.run('gates', (scope) => scope.askAll(checks));
    proceedings.before = Object.fromEntries(results.map((result) => [result.name, result]));
    return (0,_domain_check_js__WEBPACK_IMPORTED_MODULE_11__/* .blocking */ .ub)(results).length === 0 ? '' : `; ${(0,_domain_check_js__WEBPACK_IMPORTED_MODULE_11__/* .tally */ .N4)(results)} of the checks for before and after passed`;
}
/** The latest snapshot of this run directory, where it is of this database. */
async function latestSnapshot(context) {
    const snapshot = await context.store.readLatestSnapshot();
    if (snapshot?.database === undefined || snapshot.database === context.database.maskedUrl)
        return snapshot;
    context.emit({ type: 'note', text: `the latest snapshot here is of ${snapshot.database}: not compared` });
    return null;
}
/** Compares with the latest snapshot of the run directory, where there is one; then asks what needs the services running. */
async function validation(context) {
    await (0,_checks_plan_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .requirePossibleChecks */ .wS)(context);
    return alone(context, async (proceedings) => {
        await (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_7__/* .requireKnownNames */ .L)(context, { to: _domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .HEAD */ .Vx, migrating: false });
        const baseline = await latestSnapshot(context);
        const validated = await proceedings.stages.run('validate', async (scope) => {
            proceedings.differences = await (0,_validate_js__WEBPACK_IMPORTED_MODULE_10__/* .validate */ .t)(context, scope, { baseline, expected: null, copy: async () => null });
            return scope.results;
        });
        const afterStart = (0,_checks_plan_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .checksAt */ .r$)(context, 'after-start', baseline);
        const reached = afterStart.length === 0 ? [] : await proceedings.stages.run('smoke-test', (scope) => scope.askAll(afterStart));
        const results = [...validated, ...reached];
        const compared = baseline === null ? 'no snapshot to compare with' : `compared with the snapshot of ${baseline.takenAt}`;
        return proceedings.finish('unchanged', (0,_domain_check_js__WEBPACK_IMPORTED_MODULE_11__/* .allPassed */ .OE)(results), `${(0,_domain_check_js__WEBPACK_IMPORTED_MODULE_11__/* .tally */ .N4)(results)} checks passed, ${compared}`);
    });
}


/***/ }),

/***/ 2418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(2809);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var revision = __webpack_require__(180);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/row-evidence.js
/**
 * Puts what was counted in the place of what was concluded. Where rows came or went, digests of columns tell nothing about the
 * rows that stayed; where none did, they tell exactly which columns changed, and stay as they are.
 */
function refineDifferences(differences, evidence) {
    const refined = differences.flatMap((difference) => {
        const found = evidence.get(difference.table ?? '');
        if (found === undefined || !isOfContent(difference))
            return [difference];
        if (found.removed + found.added === 0)
            return [withSample(difference, found)];
        return difference.object === 'column' && !wasCompared(difference, found) ? [difference] : [];
    });
    return [...refined, ...[...evidence].flatMap(([table, found]) => rowDifferences(table, found))];
}
const CONTENT_CHANGES = ['rows-lost', 'rows-added', 'values-changed', 'unproven'];
/** Whether the difference tells of rows or values, and not of a definition. */
function isOfContent({ object, change }) {
    return object === 'rows' || (object === 'column' && CONTENT_CHANGES.includes(change));
}
function wasCompared(difference, { compared }) {
    return compared.some((column) => difference.name === `${difference.table}.${column}`);
}
function withSample(difference, found) {
    if (!wasCompared(difference, found))
        return difference;
    const own = found.samples.changed.filter(({ columns }) => columns.some((column) => difference.name.endsWith(`.${column}`)));
    return { ...difference, sample: own.map(({ row }) => row), ...(found.compared.length === 1 ? { rows: found.changed } : {}) };
}
function rowDifferences(table, found) {
    if (found.removed + found.added === 0)
        return [];
    const { removed, added, changed, samples } = found;
    const rows = { object: 'rows', name: table, table, before: found.rowsBefore, after: found.rowsAfter };
    const columns = [...new Set(samples.changed.flatMap((row) => row.columns))].join(', ');
    return [
        ...(removed === 0 ? [] : [{ ...rows, change: 'rows-lost', rows: removed, sample: samples.removed }]),
        ...(added === 0 ? [] : [{ ...rows, change: 'rows-added', rows: added, sample: samples.added }]),
        ...(changed === 0
            ? []
            : [
                {
                    ...rows,
                    change: 'rows-changed',
                    before: null,
                    after: columns === '' ? null : `other ${columns}`,
                    rows: changed,
                    sample: samples.changed.map(({ row }) => row),
                },
            ]),
    ];
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var table_name = __webpack_require__(9537);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/changes.js
var changes = __webpack_require__(5595);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/declared-changes.js


/** One check for each thing that a change says. Named queries are judged with their answers. */
function judgeDeclared(change, evidence) {
    if (change.query !== undefined)
        return [];
    const name = change.table ?? change.object ?? '';
    const told = (what, finding) => ({
        name: `declared: ${name} ${what}`,
        finding: { ...finding, message: [change.because, finding.message].filter((part) => part !== undefined).join('; ') },
    });
    return [
        ...(change.dropped === true ? [told('dropped', judgeDropped(change, evidence))] : []),
        ...(change.created === true ? [told('created', judgeCreated(change, evidence))] : []),
        ...(change.columns === undefined ? [] : [told('columns', judgeColumns(change.columns, change, evidence))]),
        ...(change.rows === undefined ? [] : [told('rows', judgeRows(change.rows, change, evidence))]),
        ...(saysOnlyObject(change) ? [told('changed', judgeObject(change, evidence))] : []),
    ];
}
function saysOnlyObject({ object, dropped, created }) {
    return object !== undefined && dropped !== true && created !== true;
}
/** What a change names: a table, with partitions and foreign tables, or any other object. */
function named({ table, object }, { objects }) {
    if (table !== undefined)
        return objects.filter(({ kind, name }) => kind === 'table' && (0,table_name/* namesTable */.zF)(table, name));
    return objects.filter(({ kind, name }) => object !== undefined && (0,changes/* namesObject */.Mf)(object, kind, name));
}
function judgeDropped(change, { before, after }) {
    const was = named(change, before);
    const ids = new Set(was.flatMap(({ kind, id }) => (id === undefined ? [] : [`${kind} ${id}`])));
    const left = after.objects.find(({ kind, id }) => ids.has(`${kind} ${id}`)) ?? named(change, after)[0];
    if (left !== undefined)
        return { status: 'failed', expected: 'gone', actual: `still there: ${left.kind} ${left.name}` };
    if (was.length === 0)
        return { status: 'warning', expected: 'gone', actual: 'was not there before either' };
    return { status: 'passed', expected: 'gone', actual: 'gone' };
}
function judgeCreated(change, { before, after }) {
    if (named(change, after).length === 0)
        return { status: 'failed', expected: 'new', actual: 'not there' };
    if (named(change, before).length > 0)
        return { status: 'warning', expected: 'new', actual: 'was there before' };
    return { status: 'passed', expected: 'new', actual: 'new' };
}
function judgeColumns(columns, change, { differences }) {
    const expected = `changed: ${columns.join(', ')}`;
    const about = differences.filter((difference) => change.table !== undefined && (0,table_name/* namesTable */.zF)(change.table, difference.table));
    // A table without a key tells only that rows are others, not in which column.
    const rowsDiffer = about.some(({ object, change: kind }) => object === 'rows' && kind === 'values-changed');
    const same = columns.filter((column) => !rowsDiffer && !about.some((difference) => (0,changes/* isOfColumn */.Gb)(column, difference)));
    if (same.length === 0)
        return { status: 'passed', expected, actual: 'changed' };
    // Where rows went too, the values of a column are compared only in those that stay, and declared columns not at all.
    if (about.some(({ object, change: kind }) => object === 'rows' && kind !== 'renamed'))
        return { status: 'passed', expected, actual: 'may have changed: rows came or went too' };
    return { status: 'warning', expected, actual: `not changed: ${same.join(', ')}` };
}
function judgeObject(change, { differences }) {
    const found = differences.filter((difference) => (0,changes/* covers */.hU)(change, difference));
    if (found.length === 0)
        return { status: 'warning', expected: 'changed', actual: 'not changed' };
    return { status: 'passed', expected: 'changed', actual: [...new Set(found.map((difference) => difference.change))].join(', ') };
}
function judgeRows(rows, { table = '' }, { before, after, counts }) {
    const bounds = rows === 'any' ? { added: ANY, removed: ANY } : rows;
    const expected = [
        ...(bounds.removed === null ? [] : [`${describeBound(bounds.removed)} removed`]),
        ...(bounds.added === null ? [] : [`${describeBound(bounds.added)} added`]),
    ].join(', ');
    const was = before.tables.find(({ name }) => (0,table_name/* namesTable */.zF)(table, name));
    if (was === undefined)
        return { status: 'warning', expected, actual: 'the table was not there before' };
    const counted = counts(was.name);
    if (!counted.exact)
        return unproven(expected, counted.reason, bounds, was, after);
    const actual = `${counted.removed} removed, ${counted.added} added`;
    const kept = isWithin(counted.removed, bounds.removed) && isWithin(counted.added, bounds.added);
    if (!kept)
        return { status: 'failed', expected, actual };
    const nothing = [bounds.removed === null ? 0 : counted.removed, bounds.added === null ? 0 : counted.added].every((n) => n === 0);
    return { status: nothing && meansSome(bounds) ? 'warning' : 'passed', expected, actual };
}
const ANY = { atLeast: null, atMost: null };
/** Zero rows are what was meant only where a bound says zero. */
function meansSome({ added, removed }) {
    return [added, removed].some((bound) => bound !== null && bound.atMost !== 0);
}
/** Counts before and after alone can break a bound, but not prove it kept: what was added hides what was removed. */
function unproven(expected, reason, bounds, was, after) {
    const now = after.tables.find(({ id }) => id === was.id) ?? after.tables.find(({ name }) => name === was.name);
    const rows = `${was.rows} rows before, ${now?.rows ?? 'none'} after`;
    const delta = Number(now?.rows ?? 0) - Number(was.rows);
    const broken = isAbove(-delta, bounds.removed) || isAbove(delta, bounds.added);
    const message = `not proven: ${reason}`;
    return { status: broken ? 'failed' : 'warning', expected, actual: rows, ...(broken ? {} : { message }) };
}
function isAbove(rows, bound) {
    return bound !== null && bound.atMost !== null && rows > bound.atMost;
}
function isWithin(rows, bound) {
    return !isAbove(rows, bound) && rows >= (bound?.atLeast ?? 0);
}
function describeBound({ atLeast, atMost }) {
    if (atLeast === null)
        return atMost === null ? 'any' : `at most ${atMost}`;
    if (atMost === null)
        return `at least ${atLeast}`;
    return atLeast === atMost ? `exactly ${atLeast}` : `from ${atLeast} to ${atMost}`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/value-text.js
var value_text = __webpack_require__(6998);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/decimals.js
var decimals = __webpack_require__(2856);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/answers.js


/** Columns of the key that an answer lacks. */
function missingKeyColumns({ key }, rows) {
    const [first] = rows;
    return first === undefined ? [] : key.filter((column) => !(column in first));
}
/** Numbers are compared as numbers (1.0 is 1.00, to the last digit), everything else as text. */
function compareAnswers(pairing, before, after) {
    const { pairs, missing, added } = pairRows(pairing, before, after);
    return [
        ...pairs.flatMap((pair) => compareCells(pairing, pair)),
        ...missing.map((row) => ({ kind: 'missing', row: describeRow(row) })),
        ...added.map((row) => ({ kind: 'new', row: describeRow(row) })),
    ];
}
function pairRows(pairing, before, after) {
    if (pairing.ordered)
        return pairBy(before, after, (_row, index) => String(index), (_row, index) => `row ${index + 1}`);
    const { key } = pairing;
    if (key.length > 0)
        return pairBy(before, after, (row) => sameKey(row, key), (row) => describeRow(pick(row, key)));
    const loose = pairBy(before, after, (row) => sameKey(row, firmColumns(pairing, row)), describeFirm(pairing));
    const [[lost, ...others], [found, ...more]] = [loose.missing, loose.added];
    if (lost === undefined || found === undefined || others.length + more.length > 0)
        return loose;
    // One row left over on each side: it is the same row with other values.
    const row = before.length === 1 ? '' : describeRow(pick(lost, equalColumns(lost, found)));
    return { pairs: [...loose.pairs, { before: lost, after: found, row }], missing: [], added: [] };
}
/** Rows of one key are paired in the order of their values, which pairs numbers with their nearest. */
function pairBy(before, after, keyOf, label) {
    const left = groupBy(after, keyOf);
    const paired = { pairs: [], missing: [], added: [] };
    for (const [key, mine] of groupBy(before, keyOf)) {
        const theirs = left.get(key) ?? [];
        left.delete(key);
        mine.forEach(({ row, index }, place) => {
            const match = theirs[place];
            if (match === undefined)
                paired.missing.push(row);
            else
                paired.pairs.push({ before: row, after: match.row, row: label(row, index) });
        });
        paired.added.push(...theirs.slice(mine.length).map(({ row }) => row));
    }
    paired.added.push(...[...left.values()].flat().map(({ row }) => row));
    return paired;
}
function groupBy(rows, keyOf) {
    const groups = new Map();
    rows.forEach((row, index) => {
        const key = keyOf(row, index);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [{ row, index }]);
        else
            group.push({ row, index });
    });
    for (const group of groups.values())
        group.sort((a, b) => compareRows(a.row, b.row));
    return groups;
}
function compareCells(pairing, { before, after, row }) {
    const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return columns
        .filter((column) => !sameCell(before[column], after[column], toleranceOf(pairing, column)))
        .map((column) => ({ kind: 'cell', row, column, before: shownCell(before[column]), after: shownCell(after[column]) }));
}
/** A column that one side lacks is not the same as NULL. */
function shownCell(value) {
    return value === undefined ? '(no such column)' : value;
}
function sameCell(before, after, tolerance) {
    if (before === after)
        return true;
    if (before === null || after === null || before === undefined || after === undefined)
        return false;
    return canonical(before) === canonical(after) || (tolerance !== null && (0,decimals/* isWithin */.UO)(before, after, tolerance));
}
function toleranceOf({ tolerance }, column) {
    if (tolerance === null)
        return null;
    return isTolerance(tolerance) ? tolerance : (tolerance[column] ?? null);
}
function isTolerance(tolerance) {
    return tolerance.kind === 'absolute' || tolerance.kind === 'relative';
}
/** The columns that tell rows apart where no key is given: all but numbers that may move. */
function firmColumns(pairing, row) {
    const mayMove = (column) => toleranceOf(pairing, column) !== null && (0,decimals/* canonicalDecimal */.st)(row[column] ?? '') !== null;
    return Object.keys(row).filter((column) => !mayMove(column));
}
function describeFirm(pairing) {
    return (row) => describeRow(pick(row, firmColumns(pairing, row)));
}
function equalColumns(a, b) {
    return Object.keys(a).filter((column) => sameCell(a[column], b[column], null));
}
function sameKey(row, columns) {
    return JSON.stringify(columns.map((column) => [column, canonical(row[column] ?? null)]));
}
/** Whether two values are the same, numbers compared as numbers. */
function sameText(before, after) {
    return sameCell(before, after, null);
}
function canonical(value) {
    return value === null ? null : ((0,decimals/* canonicalDecimal */.st)(value) ?? value);
}
function compareRows(a, b) {
    for (const column of Object.keys(a)) {
        const [left, right] = [a[column] ?? '', b[column] ?? ''];
        const order = (0,decimals/* compareDecimals */.YL)(left, right) ?? (left < right ? -1 : left > right ? 1 : 0);
        if (order !== 0)
            return order;
    }
    return 0;
}
function pick(row, columns) {
    return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
const SHOWN_LENGTH = 60;
/** A row in words: `id=7 name=x`. */
function describeRow(row) {
    return Object.entries(row)
        .map(([column, value]) => `${column}=${(0,value_text/* valueText */.R)(value, SHOWN_LENGTH)}`)
        .join(' ');
}
/** `phase_type=design: count 12 -> 11`, `row phase_type=design is missing`. */
function describeAnswerDifference(difference) {
    if (difference.kind !== 'cell')
        return `row ${difference.row} is ${difference.kind}`;
    const { row, column, before, after } = difference;
    return `${row === '' ? '' : `${row}: `}${column} ${(0,value_text/* valueText */.R)(before, SHOWN_LENGTH)} -> ${(0,value_text/* valueText */.R)(after, SHOWN_LENGTH)}`;
}
/** The first few rows of an answer in words, and how many there are. */
function describeAnswer(rows) {
    const first = rows.slice(0, 3).map(describeRow);
    return rows.length > 3 ? `${first.join(', ')}, … (${rows.length} rows)` : first.join(', ') || 'no rows';
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/reading.js
var reading = __webpack_require__(7685);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/answers.js





/** How many differences of one answer are told. */
const MOST_TOLD = 10;
/** One check for each named query of the baseline. */
function answerChecks(context, baseline) {
    return Object.entries(baseline.queries).map(([name, before]) => ({
        name,
        kind: context.plan.snapshot.queries[name]?.kind === 'distribution' ? 'distribution' : 'same-answer',
        ask: (signal) => askAgain(context, name, before, signal),
    }));
}
async function askAgain(context, name, before, signal) {
    const { plan, database, redact } = context;
    const query = plan.snapshot.queries[name];
    if (query === undefined)
        return { status: 'skipped', message: 'the plan no longer has this query' };
    const because = (0,changes/* becauseOfQuery */.SN)(name, plan.changes);
    try {
        return judgeAnswers(query, before, await (0,reading/* readOnlyQuery */.Vm)(database, query.query, signal), because, redact);
    }
    catch (error) {
        // What it asks for may be gone, and that may be what is meant; what did not run is not green all the same.
        if (because === null || !(error instanceof errors/* StatementError */.Mp))
            throw error;
        const message = redact(`meant to change (${because}), and it cannot be asked any more: ${error.message}`);
        return { status: 'warning', expected: redact(describeAnswer(before)), actual: 'no answer', message };
    }
}
function judgeAnswers(query, before, after, because, redact) {
    requireKey(query, before, after);
    const differences = compareAnswers(query, before, after);
    const shown = { expected: redact(describeAnswer(before)), actual: redact(describeAnswer(after)) };
    if (differences.length === 0 && because === null)
        return { status: 'passed', ...shown };
    if (differences.length === 0)
        return { status: 'warning', ...shown, message: `the plan says that this changes (${because}), and it did not` };
    const told = redact(describeAll(differences));
    if (because === null)
        return { status: 'failed', ...shown, message: `not as before: ${told}` };
    return { status: 'passed', ...shown, message: `changed as declared (${because}): ${told}` };
}
function requireKey(query, before, after) {
    const missing = [...new Set([...missingKeyColumns(query, before), ...missingKeyColumns(query, after)])];
    if (missing.length === 0)
        return;
    const columns = Object.keys(before[0] ?? after[0] ?? {}).join(', ');
    throw new errors/* CheckError */.tl(`the answer has no column ${missing.join(', ')} to tell its rows apart by`, {
        hint: `its columns are ${columns}: correct \`key\``,
    });
}
function describeAll(differences) {
    const told = differences.slice(0, MOST_TOLD).map(describeAnswerDifference);
    const more = differences.length - told.length;
    const rest = more === 0 ? [] : [`and ${(0,quantity_text/* formatCount */.B4)(more, 'difference')} more`];
    return [...told, ...rest].join('; ');
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js + 24 modules
var plan_checks = __webpack_require__(2222);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js
var comparing = __webpack_require__(8355);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/content-comparison.js
var content_comparison = __webpack_require__(2652);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/parity.js + 3 modules
var parity = __webpack_require__(714);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/row-evidence.js
/** Compares tables that differ with the proven copy of the state before: which rows are gone, new or changed, counted one by one. */






async function findRows(context, copy, sides, differences) {
    const evidence = new Map();
    const reasons = new Map();
    const doubtful = sides.before.tables.filter(({ name }) => isDoubtful(context, name, differences));
    const once = openedOnce(copy);
    for (const [done, table] of doubtful.entries()) {
        const label = `comparing ${table.name} with its copy`;
        context.emit({ type: 'progress', label, done, total: doubtful.length, unit: 'items' });
        try {
            evidence.set(table.name, await compareTable(context, once, table, sides));
        }
        catch (error) {
            context.signal.throwIfAborted();
            reasons.set(table.name, context.redact(error instanceof Error ? error.message : String(error)));
        }
    }
    return { evidence, counts: (table) => countsOf(table, evidence, reasons, differences) };
}
function countsOf(table, evidence, reasons, differences) {
    const found = evidence.get(table);
    if (found !== undefined)
        return { exact: true, added: found.added, removed: found.removed };
    const reason = reasons.get(table);
    if (reason !== undefined)
        return { exact: false, reason };
    const added = differences.find((difference) => difference.table === table && difference.change === 'rows-added');
    return { exact: true, removed: 0, added: added === undefined ? 0 : Number(added.after) - Number(added.before) };
}
/** Whether rows may be gone or changed in a way that the plan does not declare, or only within bounds. */
function isDoubtful({ plan }, table, differences) {
    if (plan.snapshot.tables !== 'all' && !plan.snapshot.tables.some((written) => (0,table_name/* namesTable */.zF)(written, table)))
        return false;
    const declared = declaredColumns(plan.changes, table);
    return differences.some((difference) => difference.table === table &&
        isOfContent(difference) &&
        difference.change !== 'rows-added' &&
        !(difference.object === 'column' && declared.some((column) => difference.name === `${table}.${column}`)));
}
function declaredColumns(changes, table) {
    return changes
        .filter((change) => change.table !== undefined && (0,table_name/* namesTable */.zF)(change.table, table))
        .flatMap(({ columns }) => columns ?? []);
}
/** To make it takes a while; what could not be made for one table is not tried again for the next. */
function openedOnce(copy) {
    let opening = null;
    return async () => {
        opening ??= copy();
        const opened = await opening.catch((error) => {
            throw new errors/* CheckError */.tl(`the state before could not be restored to compare with: ${(0,errors/* causeChain */.DD)(error)[0] ?? 'unknown failure'}`, {
                cause: error,
            });
        });
        if (opened !== null)
            return opened;
        throw new errors/* CheckError */.tl('there is no copy of the state before to compare with: only `backup: { verify: restore }` keeps one, or a backup from which it can be made again');
    };
}
/** @throws CheckError with the reason why its rows cannot be told one by one */
async function compareTable(context, copy, table, { after }) {
    const now = (0,content_comparison/* matchTable */.Kp)(table, after.tables, 'same-database');
    if (now === undefined)
        throw new errors/* CheckError */.tl('the table is gone');
    const columns = comparedColumns(context, table, now);
    const database = await copy();
    const { plan, signal } = context;
    const compared = await (0,parity/* compareRows */.f)({
        left: {
            database,
            source: {
                query: selectFrom(table.name, columns.map(({ before }) => ({ name: before.name, as: before.name }))),
            },
        },
        right: {
            database: context.database,
            source: {
                query: selectFrom(now.name, columns.map((column) => ({ name: column.now.name, as: column.before.name }))),
            },
        },
        key: table.key,
        columns: null,
        sampleKeys: plan.snapshot.sampleKeys,
        showRows: true,
        signal,
    });
    requireSameRows(table, now, compared);
    return evidenceOf(context, table, now, columns, compared);
}
/** What is left of the columns and may not change. The key must be whole, or rows cannot be told apart. */
function comparedColumns({ plan }, table, now) {
    if (table.key.length === 0)
        throw new errors/* CheckError */.tl('the table has no key to tell its rows apart by');
    const declared = declaredColumns(plan.changes, table.name);
    const columns = table.columns.flatMap((before) => {
        const match = declared.includes(before.name) ? undefined : (0,content_comparison/* matchColumn */.WM)(before, table, now, 'same-database');
        return match === undefined ? [] : [{ before, now: match }];
    });
    const lost = table.key.filter((name) => !columns.some(({ before }) => before.name === name));
    if (lost.length === 0)
        return columns;
    throw new errors/* CheckError */.tl(`rows cannot be told apart any more: ${lost.join(', ')} of the key is gone or declared to change`);
}
function selectFrom(table, columns) {
    const list = columns.map(({ name, as }) => `${(0,table_name/* quoteIdentifier */.Cm)(name)} AS ${(0,table_name/* quoteIdentifier */.Cm)(as)}`).join(', ');
    return `SELECT ${list} FROM ${table}`;
}
/** What was counted must be what the fingerprints saw, or somebody writes, or the table has heirs whose rows came along. */
function requireSameRows(table, now, { left, right }) {
    if (String(left.rows) !== table.rows || String(right.rows) !== now.rows)
        throw new errors/* CheckError */.tl(`its rows changed while they were counted: ${now.rows}, then ${right.rows}`);
}
function evidenceOf(context, table, now, columns, compared) {
    const show = context.plan.snapshot.showRows;
    const told = (key, row) => context.redact(describeRow(show && row !== null ? row : key));
    const of = (kind) => compared.samples.filter((sample) => sample.kind === kind);
    return {
        removed: compared.missingRight,
        added: compared.missingLeft,
        changed: compared.different,
        samples: {
            removed: of('missing-right').map(({ key, left }) => told(key, left)),
            added: of('missing-left').map(({ key, right }) => told(key, right)),
            changed: of('different').map((sample) => changedRow(context, sample)),
        },
        rowsBefore: table.rows,
        rowsAfter: now.rows,
        compared: columns.map(({ before }) => before.name).filter((name) => !table.key.includes(name)),
    };
}
function changedRow({ plan, redact }, { key, left, right }) {
    const columns = Object.keys(left ?? {}).filter((column) => !sameText(left?.[column], right?.[column]));
    const values = columns.map((column) => `${column} ${left?.[column] ?? 'NULL'} -> ${right?.[column] ?? 'NULL'}`);
    const row = plan.snapshot.showRows ? `${describeRow(key)}: ${values.join(', ')}` : describeRow(key);
    return { row: redact(row), columns };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/validate.js









/** Records every check in the scope and returns what changed since the baseline. Throws nothing for a failed check. */
async function validate(context, scope, request) {
    const connection = await scope.ask(connectivity(context));
    const rest = [...revisionChecks(context, request), ...(0,plan_checks/* checksAt */.r$)(context, 'after', request.baseline)];
    if ((0,check/* blocking */.ub)([connection]).length > 0) {
        scope.skip(rest, 'the database could not be reached');
        return [];
    }
    const compared = request.baseline === null ? [] : await compare(context, scope, request.baseline, request.copy);
    await scope.askAll(rest);
    return compared;
}
function connectivity(context) {
    return {
        name: 'connection',
        kind: 'connection',
        ask: async (signal) => {
            const session = await context.database.open({ purpose: 'validate', signal });
            await session.query('SELECT 1').finally(() => session.close());
            return { status: 'passed', expected: 'answers', actual: 'answers' };
        },
    };
}
function revisionChecks(context, { expected }) {
    if (expected === null)
        return [];
    const ask = async (signal) => {
        const { current } = await context.migrator.state({ signal });
        const status = (0,revision/* sameRevisions */.D_)(current, expected) ? 'passed' : 'failed';
        return { status, expected: (0,revision/* describeRevisions */.cs)(expected), actual: (0,revision/* describeRevisions */.cs)(current) };
    };
    return [{ name: 'revision reached', kind: 'revision', ask }];
}
/** The whole database is read again in the form of the baseline, and every loss must have the plan's word. */
async function compare(context, scope, baseline, copy) {
    let differences = [];
    let declared = [];
    const ask = async () => {
        const before = baseline.fingerprint;
        const after = await (0,comparing/* fingerprintNow */.n7)(context, baseline, context.signal);
        const concluded = (0,comparing/* differencesSince */.Nl)(context, baseline, after).filter((difference) => isWatched(context, difference));
        const { evidence, counts } = await findRows(context, copy, { before, after }, concluded);
        differences = (0,comparing/* judge */.S4)(context, refineDifferences(concluded, evidence));
        declared = context.plan.changes.flatMap((change) => judgeDeclared(change, { before, after, differences, counts }));
        return judgeLosses(context, baseline, differences);
    };
    await scope.ask({ name: 'nothing lost', kind: 'content', ask });
    for (const { name, finding } of declared)
        scope.record({ name, kind: 'declared-change', ...finding, durationMs: 0 });
    await scope.askAll(answerChecks(context, baseline));
    return differences;
}
/** Where the plan lists tables, the content of the others may change; their schema may not. */
function isWatched({ plan }, difference) {
    const { tables } = plan.snapshot;
    const ofContent = difference.object === 'rows' || (difference.object === 'column' && difference.change === 'values-changed');
    if (tables === 'all' || !ofContent || difference.table === undefined)
        return true;
    return tables.some((table) => (0,table_name/* namesTable */.zF)(table, difference.table));
}
function judgeLosses(context, baseline, differences) {
    const losses = differences.filter((difference) => difference.loss);
    const undeclared = losses.filter((difference) => difference.because === null);
    const expected = `all rows and values of ${(0,comparing/* counted */.hS)(baseline.fingerprint.tables.length, 'table')}, and all else but what the plan declares`;
    if (undeclared.length === 0)
        return { status: 'passed', expected, actual: losses.length === 0 ? 'all there' : `${losses.length} declared` };
    return {
        status: context.plan.losses === 'warn' ? 'warning' : 'failed',
        expected,
        actual: `${undeclared.length} not declared`,
        message: `${(0,comparing/* describeDifferences */.g7)(undeclared)}. If that is meant, declare it under \`changes\` with a \`because\``,
    };
}


/***/ }),

/***/ 1927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isSecretHeader: () => (/* binding */ isSecretHeader),
/* harmony export */   planSecrets: () => (/* binding */ planSecrets)
/* harmony export */ });
const SECRET_HEADER = /auth|cookie|token|secret|key|password|signature/i;
/** Whether what a header says is secret, as far as its name tells. */
function isSecretHeader(name) {
    return SECRET_HEADER.test(name);
}
/** A shorter path is no secret, and hiding it would hide harmless text. */
const SHORTEST_SECRET_PATH = 16;
/** Tokens, headers that are secret by their names, passwords in addresses, and the addresses of webhooks. */
function planSecrets(plan) {
    const ofChecks = plan.validate.flatMap((check) => (check.kind === 'http' ? requestSecrets(check) : []));
    return [...ofChecks, ...plan.notify.flatMap(webhookSecrets)];
}
/** Whoever knows the address may post to it; a server may repeat no more than its path. */
function webhookSecrets({ url, headers }) {
    const { pathname, search } = new URL(url);
    const path = `${pathname}${search}`;
    return [url, ...(path.length < SHORTEST_SECRET_PATH ? [] : [path]), ...secretHeaders(headers)];
}
function requestSecrets({ request }) {
    const { url, headers, token } = request;
    return [...(token === null ? [] : [token]), ...secretHeaders(headers), ...passwordOf(url)];
}
function secretHeaders(headers) {
    return Object.entries(headers).flatMap(([name, value]) => (isSecretHeader(name) ? headerSecrets(value) : []));
}
/** `Bearer abc` is known by its last word too: an answer may repeat that alone. */
function headerSecrets(value) {
    const credentials = /^(?:Bearer|Basic|Token|ApiKey)\s+(.+)$/i.exec(value)?.[1];
    return credentials === undefined ? [value] : [value, credentials];
}
function passwordOf(url) {
    const written = /^https?:\/\/[^/?#]*?:([^/?#]*)@/i.exec(url)?.[1];
    return written === undefined || written === '' ? [] : [written];
}


/***/ })

};
