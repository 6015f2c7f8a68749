export const id = 185;
export const ids = [185,797];
export const modules = {

/***/ 42:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ hintOf),
/* harmony export */   DD: () => (/* binding */ causeChain),
/* harmony export */   Ku: () => (/* binding */ LockError),
/* harmony export */   Mp: () => (/* binding */ StatementError),
/* harmony export */   Py: () => (/* binding */ MigrationError),
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   Rc: () => (/* binding */ ConnectionError),
/* harmony export */   ZS: () => (/* binding */ RollbackError),
/* harmony export */   _o: () => (/* binding */ SavepointError),
/* harmony export */   hj: () => (/* binding */ BackupError),
/* harmony export */   j1: () => (/* binding */ ConfigurationError),
/* harmony export */   p4: () => (/* binding */ InterruptedError),
/* harmony export */   tl: () => (/* binding */ CheckError)
/* harmony export */ });
/** The typed errors of Savepoint: each says what went wrong in one line, what to do next, and keeps its cause. */
/** Base of every error that Savepoint throws on purpose. */
class SavepointError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
        this.name = new.target.name;
    }
}
/** Wrong configuration or usage: nothing was touched; exit code 2. Carries every problem found, not only the first. */
class ConfigurationError extends SavepointError {
    problems;
    constructor(message, options = {}) {
        super('CONFIGURATION', message, options);
        this.problems = options.problems ?? [];
    }
}
/** The database could not be reached or refused the session. */
class ConnectionError extends SavepointError {
    constructor(message, options = {}) {
        super('CONNECTION', message, options);
    }
}
/** Another run holds the database, or the lock cannot hold here. */
class LockError extends SavepointError {
    constructor(message, options = {}) {
        super('LOCK', message, options);
    }
}
/** A child process failed. Arguments and output are redacted before they get here. */
class CommandError extends SavepointError {
    command;
    exitCode;
    signal;
    /** The last lines of standard error (standard output where that was empty), oldest first. */
    lastLines;
    constructor(message, details, options = {}) {
        super('COMMAND', message, options);
        this.command = details.command;
        this.exitCode = details.exitCode;
        this.signal = details.signal;
        this.lastLines = details.lastLines;
    }
}
/** A backup could not be made, or could not be proven. */
class BackupError extends SavepointError {
    constructor(message, options = {}) {
        super('BACKUP', message, options);
    }
}
/** A migration failed, or its history cannot be trusted. */
class MigrationError extends SavepointError {
    failure;
    constructor(message, failure = {}, options = {}) {
        super('MIGRATION', message, options);
        this.failure = failure;
    }
}
/** A check failed or could not run. */
class CheckError extends SavepointError {
    constructor(message, options = {}) {
        super('CHECK', message, options);
    }
}
/** The way back failed too: keeps the failure that asked for it and those of every way that was tried. */
class RollbackError extends SavepointError {
    failures;
    constructor(message, failures, options = {}) {
        super('ROLLBACK', message, { ...options, cause: options.cause ?? failures[0] });
        this.failures = failures;
    }
}
/** A person or the runner asked the run to end (SIGINT, SIGTERM). */
class InterruptedError extends SavepointError {
    constructor(signalName) {
        super('INTERRUPTED', `interrupted by ${signalName}`);
    }
}
/** The server refused or failed one statement. `position` counts characters from 1 within that statement's text. */
class StatementError extends SavepointError {
    sqlState;
    position;
    detail;
    constructor(message, details, options = {}) {
        super('MIGRATION', message, options);
        this.sqlState = details.sqlState;
        this.position = details.position;
        this.detail = details.detail;
    }
}
/** The messages of an error and its causes, nearest first, without repeats. */
function causeChain(error) {
    const messages = [];
    for (let link = error, depth = 0; link !== undefined && link !== null && depth < 10; depth++) {
        const message = link instanceof Error ? link.message || link.name : String(link);
        if (!messages.some((known) => known.includes(message)))
            messages.push(message);
        link = link instanceof Error ? link.cause : undefined;
    }
    return messages;
}
/** The first hint along the chain of causes. */
function hintOf(error) {
    for (let link = error, depth = 0; link instanceof Error && depth < 10; link = link.cause, depth++) {
        if (link instanceof SavepointError && link.hint !== undefined)
            return link.hint;
    }
    return undefined;
}


/***/ }),

/***/ 1797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OUTCOME_MEANING: () => (/* binding */ OUTCOME_MEANING),
/* harmony export */   USAGE_EXIT_CODE: () => (/* binding */ USAGE_EXIT_CODE),
/* harmony export */   exitCodeOf: () => (/* binding */ exitCodeOf)
/* harmony export */ });
/** The four outcomes of a run, one of which holds after every run, and the exit codes they map to. */
/** Exit code of wrong configuration or usage: nothing was touched. */
const USAGE_EXIT_CODE = 2;
/**
 * The exit code of an outcome.
 *
 * @param succeeded - whether the operation did all that it was asked to: `unchanged` where there was nothing to do,
 *   `rolled-back` where a person asked for the rollback
 */
function exitCodeOf(outcome, succeeded) {
    if (outcome === 'stopped')
        return 3;
    return succeeded ? 0 : 1;
}
/** What each outcome means, in the words used by every report. */
const OUTCOME_MEANING = {
    migrated: 'at the target revision, every check passed',
    unchanged: 'nothing was applied; the database is as it was before',
    'rolled-back': 'something was applied and reverted; the fingerprint equals the one before',
    stopped: 'a person must decide; see the reason and the commands below',
};


/***/ }),

/***/ 8185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   complain: () => (/* binding */ complain)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _domain_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1797);
/* harmony import */ var _error_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7524);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(564);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3416);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5325);
/** Tells an error that ended a command, and which exit code it is. */






/** Writes the error to standard error, with `json` a document to standard output as well, and returns the exit code. */
function complain(error, { json, environment, redact }) {
    const isTerminal = process.stderr.isTTY === true;
    const lines = (0,_error_text_js__WEBPACK_IMPORTED_MODULE_2__/* .errorLines */ .S)(error, {
        style: (0,_style_js__WEBPACK_IMPORTED_MODULE_4__/* .styleFor */ .j9)(isTerminal, environment),
        width: isTerminal ? process.stderr.columns : _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .WIDTH */ .lR,
    });
    process.stderr.write(lines.map((line) => `${redact(line)}\n`).join(''));
    if (json)
        process.stdout.write((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonDocument */ .Q)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .errorDocument */ .U)(error), redact));
    return error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 ? _domain_outcome_js__WEBPACK_IMPORTED_MODULE_1__.USAGE_EXIT_CODE : 1;
}


/***/ }),

/***/ 7524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ errorLines),
/* harmony export */   t: () => (/* binding */ causeLines)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4601);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3416);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5325);
/** Turns an error into lines: the shortest useful sentence first, then place, causes, last words of a tool, and what to do. */




const STACK_LINES = 6;
function errorLines(error, { style = _style_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN_STYLE */ .nV, width = _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .WIDTH */ .lR } = {}) {
    return [...headLines((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? 'unknown error', { style, width }), ...causeLines(error, { style, width })];
}
/** Everything but the first sentence. */
function causeLines(error, page) {
    const [, ...causes] = (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error);
    return [
        ...chain(error).flatMap((link) => detailLines(link, page)),
        ...(error instanceof Error && isDefect(error) ? stackLines(error, page) : []),
        ...causes.flatMap((cause) => prefixed('cause: ', cause, page)),
        ...hintLines(error, page),
    ];
}
function headLines(sentence, { style, width }) {
    const lines = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLines */ .vL)(sentence).flatMap((line) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .indented */ .gu)(line, 2, width));
    const [first = '', ...rest] = lines;
    return [`${style.paint('bad', _style_js__WEBPACK_IMPORTED_MODULE_2__/* .MARKS */ .j7.failed.symbol)} ${style.paint('strong', first.trimStart())}`, ...rest];
}
function chain(error) {
    const links = [];
    for (let link = error; link instanceof Error && links.length < 10; link = link.cause)
        links.push(link);
    return links;
}
/** What one error of the chain knows beyond its message. */
function detailLines(error, page) {
    if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MigrationError */ .Py)
        return failureLines(error, page);
    if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd)
        return commandLines(error, page);
    if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS)
        return error.failures.flatMap((failure) => prefixed('- ', (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(failure).join(': '), page));
    if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SavepointError */ ._o)
        return problemsOf(error).flatMap((problem) => problemLines(problem, error.message, page));
    return [];
}
function problemsOf(error) {
    return 'problems' in error ? error.problems : [];
}
/** @param told - the sentence above: an only problem may have been told by it, and then has but its place to add */
function problemLines(problem, told, page) {
    const words = [place(problem), problem.message === told ? '' : problem.message].filter((part) => part !== '');
    const lines = words.length === 0 ? [] : prefixed('- ', words.join(': '), page);
    return problem.hint === undefined
        ? lines
        : [...lines, ...(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLines */ .vL)(problem.hint).flatMap((line) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .indented */ .gu)(line, 6, page.width))];
}
/** `file:line:column`, which editors open on a click. */
function place({ file, line, column }) {
    return [file, line, file === undefined && line === undefined ? undefined : column]
        .filter((part) => part !== undefined)
        .join(':');
}
function failureLines({ failure }, { style }) {
    const where = place({ ...failure });
    const state = failure.sqlState === undefined ? '' : `SQLSTATE ${failure.sqlState}`;
    const head = [where, state].filter((part) => part !== '').join('  ');
    const excerpt = failure.excerpt === undefined ? [] : (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLines */ .vL)(failure.excerpt).map((line) => `    ${line}`);
    return [...(head === '' ? [] : [`  ${style.paint('faint', (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessWord */ .Qy)(head))}`]), ...excerpt];
}
function commandLines(error, { style, width }) {
    const command = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .indented */ .gu)(`$ ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessWord */ .Qy)(error.command)}`, 4, width);
    // A single line is in the message already.
    const lines = error.lastLines.length < 2 ? [] : error.lastLines.flatMap(_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLines */ .vL).map((line) => `    ${line}`);
    return [...command, ...lines].map((line) => style.paint('faint', line));
}
function prefixed(prefix, text, { width }) {
    const lines = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLines */ .vL)(text).flatMap((line) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .indented */ .gu)(line, 2 + prefix.length, width));
    return lines.map((line, index) => (index === 0 ? `  ${prefix}${line.trimStart()}` : line));
}
function hintLines(error, page) {
    const hint = (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hintOf */ .$z)(error) ?? (isDefect(error) ? 'this is a defect of Savepoint: please report it with the lines above' : undefined);
    return hint === undefined ? [] : prefixed('What to do: ', hint, page);
}
/** An error that nobody threw on purpose: neither ours nor the system's. */
function isDefect(error) {
    return !(error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SavepointError */ ._o) && error?.code === undefined;
}
function stackLines(error, { style }) {
    const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
    return frames.slice(0, STACK_LINES).map((line) => style.paint('faint', `    ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessWord */ .Qy)(line.trim())}`));
}


/***/ }),

/***/ 4601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ harmlessJson),
/* harmony export */   Qy: () => (/* binding */ harmlessWord),
/* harmony export */   vL: () => (/* binding */ harmlessLines)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/** Makes text from databases, tools and files harmless to a terminal and to the runner of a workflow. */

/** C0, DEL, C1, and the marks by which text pretends to run in another direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** The lines of a text, without escape sequences and control characters. */
function harmlessLines(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map(harmlessLine);
}
function harmlessLine(line) {
    return neutralise(line.replaceAll('\t', '    ').replace(CONTROL, ''));
}
/** A whole text in one harmless line. */
function harmlessWord(text) {
    return harmlessLines(text).join(' ');
}
/**
 * Breaks workflow commands. The runner takes `::` at the start of a line (after spaces), and `##[` anywhere in it, for a command
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
 */
function neutralise(line) {
    return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [');
}
/** JSON text that holds the same values and no workflow command. */
function harmlessJson(json) {
    // `#` occurs only inside strings, where it may be written as an escape.
    return json.replaceAll('##[', String.raw `#\u0023[`);
}


/***/ }),

/***/ 564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ jsonDocument),
/* harmony export */   U: () => (/* binding */ errorDocument)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4601);
/** The one JSON document of `--json`: redacted value by value, so that it stays JSON, and harmless to a workflow's log. */


/** The document as text with a line break at its end. */
function jsonDocument(value, redact) {
    const text = JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? redact(inner) : inner), 2);
    return `${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessJson */ .EL)(text)}\n`;
}
/** What `--json` prints where a command could not answer. */
function errorDocument(error) {
    const problems = error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SavepointError */ ._o && 'problems' in error ? error.problems : [];
    const [message = 'unknown error', ...causes] = (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error);
    const code = error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SavepointError */ ._o ? error.code : 'INTERNAL';
    return { error: { code, message, causes, problems, hint: (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hintOf */ .$z)(error) ?? null } };
}


/***/ }),

/***/ 3416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IE: () => (/* binding */ pieces),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   gu: () => (/* binding */ indented),
/* harmony export */   lR: () => (/* binding */ WIDTH),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Lays text out in lines of a given width. */
/** The width that every terminal has. */
const WIDTH = 80;
/** Spaces, but not the one between a number and its unit. */
const GAP = /(?<!\d)\s+|\s+(?!(?:bytes|[kMGT]B|ms|s|min|h|d|%)(?![\w-]))/;
/** Breaks a text at spaces into lines of at most `width`; a longer word stands alone on its line. */
function wrap(text, width) {
    const lines = [];
    for (const word of text.split(GAP).filter((word) => word !== '')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}
/** Breaks a line of a tool where it has a space near the end of the room, else within a word; nothing of it is lost. */
function pieces(line, room) {
    if (line.length <= room)
        return [line];
    const space = line.lastIndexOf(' ', room);
    const end = space > room / 2 ? space + 1 : room;
    return [line.slice(0, end).trimEnd(), ...pieces(line.slice(end), room)];
}
/** Wraps a text with every line indented. */
function indented(text, indent, width = WIDTH) {
    return wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);
}
/** Two columns: terms on the left, wrapped words on the right; a term that is too long stands on its own line. */
function table(rows, width = WIDTH) {
    const left = Math.min(28, Math.max(0, ...rows.map(([term]) => term.length + 4)));
    return rows.flatMap(([term, words]) => {
        const lines = indented(words, left, width);
        const head = `  ${term}`;
        if (head.length + 2 > left)
            return [head, ...lines];
        return [head.padEnd(left) + (lines[0] ?? '').trimStart(), ...lines.slice(1)];
    });
}


/***/ }),

/***/ 5325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   j9: () => (/* binding */ styleFor),
/* harmony export */   nV: () => (/* binding */ PLAIN_STYLE)
/* harmony export */ });
/* unused harmony export COLOUR_STYLE */
/** Colours and marks: real ones on a terminal, none elsewhere. */
const CODES = { good: 32, bad: 31, warning: 33, faint: 2, strong: 1 };
const PLAIN_STYLE = { paint: (_tone, text) => text };
const COLOUR_STYLE = { paint: (tone, text) => `\u001b[${CODES[tone]}m${text}\u001b[0m` };
/** Colours are wanted on a terminal, unless NO_COLOR says otherwise (https://no-color.org). */
function styleFor(isTerminal, environment) {
    return isTerminal && (environment.NO_COLOR ?? '') === '' ? COLOUR_STYLE : PLAIN_STYLE;
}
/** The mark of every status and outcome. */
const MARKS = {
    passed: { symbol: '✓', tone: 'good' },
    warning: { symbol: '!', tone: 'warning' },
    failed: { symbol: '✗', tone: 'bad' },
    errored: { symbol: '✗', tone: 'bad' },
    skipped: { symbol: '-', tone: 'faint' },
    migrated: { symbol: '✓', tone: 'good' },
    unchanged: { symbol: '-', tone: 'strong' },
    'rolled-back': { symbol: '✗', tone: 'bad' },
    stopped: { symbol: '!', tone: 'bad' },
};


/***/ })

};
