export const id = 343;
export const ids = [343,797,763];
export const modules = {

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

/***/ 9555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var table_name = __webpack_require__(9537);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/foreign-keys.js
var foreign_keys = __webpack_require__(2106);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/init.js


/** Tables whose columns are counted; the largest are left out, because each costs a scan. */
const COUNTED_TABLES = 40;
const LARGEST_COUNTED_BYTES = 200e6;
/** Keys of the plan's inventory that are worth a suggestion. */
const SUGGESTED_COUNTS = [
    'tables',
    'foreign-keys',
    'policies',
    'triggers',
    'views',
    'functions',
];
const KIND_OF = {
    tables: 'table',
    'foreign-keys': 'foreign-key',
    policies: 'policy',
    triggers: 'trigger',
    views: 'view',
    functions: 'function',
};
/** @param historyTables - the migrator's own, left out */
async function surveyDatabase(database, historyTables, signal) {
    const { catalog } = database;
    const { serverVersion } = await database.facts();
    const isTeams = (name) => !historyTables.includes((0,table_name/* showTableName */.Jb)(name));
    const tables = (await catalog.tables(signal)).filter(isTeams);
    const items = (await catalog.inventory(signal)).filter(({ schema, table, derived }) => !derived && (table === null || isTeams({ schema, table })));
    const foreignKeys = await catalog.foreignKeys(signal);
    return {
        serverVersion,
        tables,
        foreignKeys,
        foreignKeyFaults: await (0,foreign_keys/* foreignKeyFaults */.x)(catalog, foreignKeys, signal),
        counts: countsOf(items),
        filled: await filledColumns(database, tables, signal),
    };
}
function countsOf(items) {
    return Object.fromEntries(SUGGESTED_COUNTS.map((key) => [key, items.filter(({ kind }) => kind === KIND_OF[key]).length]));
}
/** One scan for each table that has columns which may be null, the larger tables first. */
async function filledColumns({ catalog }, tables, signal) {
    const filled = [];
    for (const table of tables.filter(isWorthCounting).slice(0, COUNTED_TABLES)) {
        const columns = table.columns.flatMap(({ name, nullable }) => (nullable ? [name] : []));
        const counts = await catalog.population({ schema: table.schema, table: table.table }, columns, signal);
        columns.forEach((column, index) => {
            const population = counts[index];
            if (population !== undefined && population.rows > 0n && population.filled === population.rows)
                filled.push({ table, column });
        });
    }
    return filled;
}
function isWorthCounting({ kind, columns, sizeBytes }) {
    return kind === 'table' && sizeBytes !== null && sizeBytes <= LARGEST_COUNTED_BYTES && columns.some(({ nullable }) => nullable);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/first-plan.js


/** Tables that a comment lists. */
const LISTED_TABLES = 30;
/** Begins with a letter, so that it is no number, flag or mark of YAML; words in a row need no quotes either. */
const PLAIN = /^[a-z][a-z0-9_./-]*(?: [a-z][a-z0-9_./-]*)*$/;
/** Columns that a check is suggested for. */
const SUGGESTED_COLUMNS = 10;
/** The text of `savepoint.yml`. Every value that came from a database is quoted, and no comment ends early. */
function writeFirstPlan(findings) {
    const { database } = findings;
    return `${[
        '# How this database is migrated safely. Every key is optional: docs/plan.md of',
        '# Savepoint tells them all.',
        'version: 1',
        ...addressLines(findings),
        ...migratorLines(findings),
        '',
        ...('missing' in database ? [comment(`The database was not looked at: ${database.missing}`)] : tableLines(database)),
        '',
        '# What a migration is meant to take away: a table, a column, rows.',
        '# Any other loss fails the run and is taken back.',
        '# changes:',
        '#   - { table: quests, dropped: true, because: unused feature }',
        '',
        ...('missing' in database ? EXAMPLE_CHECKS : checkLines(database)),
    ].join('\n')}\n`;
}
const EXAMPLE_CHECKS = [
    '# Checks that are asked after the migrations, e.g.',
    '# validate:',
    '#   - { name: references, foreign-keys: all }',
];
function addressLines({ address }) {
    if (address === 'parts')
        return ['# database: its address comes from DB_HOST, DB_NAME and their kin, or PGHOST, PGDATABASE and theirs'];
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the plan's own syntax
    return ['database: { url: "${DATABASE_URL}" }'];
}
function migratorLines({ migrator }) {
    if ('missing' in migrator) {
        return [comment(`No migrator yet: ${migrator.missing}`), '# migrator: { kind: sql, directory: migrations }'];
    }
    const where = migrator.workingDirectory === '.' ? [] : [`working-directory: ${quoted(migrator.workingDirectory)}`];
    const directory = migrator.kind === 'sql' ? [`directory: ${quoted(migrator.directory)}`] : [];
    return [`migrator: { ${[`kind: ${migrator.kind}`, ...where, ...directory].join(', ')} }`];
}
function tableLines({ serverVersion, tables }) {
    const own = tables.filter(({ kind }) => kind === 'table');
    const bytes = own.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
    const width = Math.max(0, ...own.slice(0, LISTED_TABLES).map(({ name }) => name.length));
    const more = own.length > LISTED_TABLES ? [`#   … and ${(0,quantity_text/* formatCount */.B4)(own.length - LISTED_TABLES, 'smaller table')}`] : [];
    const head = `Found: PostgreSQL ${serverVersion}, ${(0,quantity_text/* formatCount */.B4)(own.length, 'table')}, ${(0,quantity_text/* formatBytes */.z3)(bytes)}`;
    return [comment(head), ...own.slice(0, LISTED_TABLES).map((table) => comment(`  ${tableWords(table, width)}`)), ...more];
}
function tableWords({ name, estimatedRows, sizeBytes }, width) {
    const rows = estimatedRows === null ? 'rows not estimated yet' : `about ${(0,quantity_text/* formatCount */.B4)(estimatedRows, 'row')}`;
    return `${name.padEnd(width)}  ${rows}, ${sizeBytes === null ? 'size unknown' : (0,quantity_text/* formatBytes */.z3)(sizeBytes)}`;
}
function checkLines(database) {
    const checks = [...referenceLines(database), ...inventoryLines(database), ...populatedLines(database)];
    return checks.length === 0 ? EXAMPLE_CHECKS : ['validate:', ...checks];
}
function referenceLines({ foreignKeys, foreignKeyFaults }) {
    if (foreignKeys.length === 0)
        return [];
    if (foreignKeyFaults === null)
        return ['  # All of them hold today.', '  - { name: references, foreign-keys: all }'];
    return [
        comment(`Not all of them hold today, so this only warns: ${foreignKeyFaults}`, '  '),
        '  - { name: references, foreign-keys: all, warn-only: true }',
    ];
}
function inventoryLines({ counts }) {
    const counted = Object.entries(counts).filter(([, count]) => count > 0);
    if (counted.length === 0)
        return [];
    return [
        '  # What there is today. It only warns; with the numbers that a migration should',
        '  # lead to, take warn-only out.',
        '  - name: inventory',
        '    when: before-and-after',
        '    warn-only: true',
        `    inventory: { ${counted.map(([key, count]) => `${key}: ${count}`).join(', ')} }`,
    ];
}
function populatedLines({ filled }) {
    if (filled.length === 0)
        return [];
    const shown = filled.slice(0, SUGGESTED_COLUMNS);
    const more = filled.length > shown.length
        ? [comment(`… and ${(0,quantity_text/* formatCount */.B4)(filled.length - shown.length, 'more column')} like these`, '  ')]
        : [];
    return [
        '  # These may be null, and never are: candidates for NOT NULL. Where that is a',
        '  # rule, take warn-only out.',
        ...shown.map(({ table, column }) => {
            const name = `${table.name}.${(0,table_name/* quoteWhereNeeded */.T)(column)}`;
            return `  - { name: ${quoted(`${name} is filled`)}, populated: ${quoted(name)}, warn-only: true }`;
        }),
        ...more,
    ];
}
/** A YAML scalar, quoted where it must be, in which nothing is substituted. */
function quoted(text) {
    if (PLAIN.test(text) && !/^(true|false|null)$/.test(text))
        return text;
    // Quoted names of the database are easier to read in single quotes.
    const scalar = /^[ -&(-~]*$/.test(text) ? `'${text}'` : JSON.stringify(text);
    return scalar.replaceAll('${', () => '$${');
}
/** One line, whatever a name in it holds. */
function comment(text, indent = '') {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what would end a comment, or confuse a terminal
    return `${indent}# ${text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')}`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/loading.js + 3 modules
var loading = __webpack_require__(2439);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/complaint.js
var complaint = __webpack_require__(8185);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/compose.js + 29 modules
var compose = __webpack_require__(8054);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/harmless.js
var harmless = __webpack_require__(4601);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/json.js
var json = __webpack_require__(564);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/layout.js
var layout = __webpack_require__(3416);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/init.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/** `savepoint init`: writes the first plan of a repository from what its files and its database tell. */













/** Never throws: an error is told, and is an exit code. */
async function runInit({ values }, environment) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const secrets = (0,compose.createSecrets)(environment);
        const path = values.config ?? loading.PLAN_NAMES.find((name) => (0,external_node_fs_.existsSync)(name)) ?? loading.PLAN_NAMES[0];
        const tell = (text) => {
            const lines = (0,harmless/* harmlessLines */.vL)(text).flatMap((line) => (0,layout/* indented */.gu)(line, 0));
            const page = values.json ? process.stderr : process.stdout;
            page.write(lines.map((line) => `${secrets.redact(line)}\n`).join(''));
        };
        const interrupts = __addDisposableResource(env_1, (0,compose.listenForInterrupts)({ onFirst: tell, onRepeat: tell }), false);
        try {
            const findings = await (0,compose.withFirstLook)({ environment, secrets }, (0,external_node_path_.dirname)(path), (look) => lookAround(look, environment, interrupts.signal, secrets.redact));
            await write(path, writeFirstPlan(findings), values.force);
            for (const line of summary(path, findings))
                tell(line);
            if (values.json)
                process.stdout.write((0,json/* jsonDocument */.Q)({ plan: path }, secrets.redact));
            return 0;
        }
        catch (error) {
            return (0,complaint.complain)(error, { json: values.json, environment, redact: secrets.redact });
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** What may hold a secret is redacted here: names must stay what they are for the plan to be right. */
async function lookAround(look, environment, signal, redact) {
    const { migrator, database } = look;
    const historyTables = 'missing' in migrator ? [] : migrator.historyTables;
    const survey = 'missing' in database ? database : await surveyDatabase(database, historyTables, signal).catch(unreachable);
    return {
        migrator: 'missing' in migrator ? redacted(migrator, redact) : migrator.settings,
        database: 'missing' in survey ? redacted(survey, redact) : survey,
        address: isGivenByParts(environment) ? 'parts' : 'url',
    };
}
function redacted({ missing }, redact) {
    return { missing: redact(missing) };
}
/** The repository's half is worth writing all the same. */
function unreachable(error) {
    if (error instanceof errors/* InterruptedError */.p4)
        throw error;
    return { missing: (0,errors/* causeChain */.DD)(error)[0] ?? 'it could not be reached' };
}
function isGivenByParts({ DATABASE_URL, DB_HOST, DB_NAME, PGHOST, PGDATABASE }) {
    return !DATABASE_URL && [DB_HOST, DB_NAME, PGHOST, PGDATABASE].some((value) => value);
}
/** @throws ConfigurationError where there is a plan already, or none can be written there */
async function write(path, text, force) {
    try {
        await (0,promises_.writeFile)(path, text, { flag: force ? 'w' : 'wx' });
    }
    catch (cause) {
        if (cause.code === 'EEXIST') {
            throw new errors/* ConfigurationError */.j1(`there is a plan at ${path} already`, {
                hint: 'add --force to write over it, or --config to name another file',
            });
        }
        throw new errors/* ConfigurationError */.j1(`cannot write ${path}`, { hint: 'name a file that you may write with --config', cause });
    }
}
function summary(path, { migrator, database }) {
    const tool = 'missing' in migrator ? `no migrator: ${migrator.missing}` : `migrator: ${describeMigrator(migrator)}`;
    const found = 'missing' in database
        ? `the database was not looked at: ${database.missing}`
        : `database: ${(0,quantity_text/* formatCount */.B4)(tablesOf(database).length, 'table')}, ${(0,quantity_text/* formatCount */.B4)(database.foreignKeys.length, 'foreign key')}`;
    return [`✓ wrote ${path}`, `  ${tool}`, `  ${found}`, '  next: read it, then savepoint health and savepoint run --dry-run'];
}
function describeMigrator(settings) {
    const directory = settings.kind === 'sql' ? (0,external_node_path_.join)(settings.workingDirectory, settings.directory) : settings.workingDirectory;
    return directory === '.' ? settings.kind : `${settings.kind} in ${directory}`;
}
function tablesOf({ tables }) {
    return tables.filter(({ kind }) => kind === 'table');
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

/***/ 2439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PLAN_NAMES: () => (/* binding */ PLAN_NAMES),
  loadPlan: () => (/* binding */ loadPlan),
  parsePlan: () => (/* binding */ parsePlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/database-settings.js
var database_settings = __webpack_require__(4043);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/backup.js + 2 modules
var backup = __webpack_require__(7113);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/budgets.js
var budgets = __webpack_require__(4681);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/changes.js
var changes = __webpack_require__(4898);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/checks.js
var checks = __webpack_require__(378);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/monitor-settings.js
var monitor_settings = __webpack_require__(259);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/notify.js + 1 modules
var notify = __webpack_require__(1778);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/require.js
var sections_require = __webpack_require__(2268);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/services.js
var services = __webpack_require__(3836);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/snapshot.js
var snapshot = __webpack_require__(7211);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/defaults.js
/** Fills in what a plan leaves out, and gives the parsed sections the names and shapes that operations use. */











const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** The plan of one environment. `directory` is the plan's own, which working directories are relative to. */
function completePlan(environment, sections, database, directory) {
    return {
        directory: (0,external_node_path_.resolve)(directory),
        environment,
        production: sections.production ?? false,
        database,
        migrator: sections.migrator === undefined ? null : migratorSettings(sections.migrator, directory),
        lockWaitMs: sections['lock-wait'] ?? 60 * SECOND,
        session: {
            lockTimeoutMs: sections.session?.['lock-timeout'] ?? 5 * SECOND,
            statementTimeoutMs: sections.session?.['statement-timeout'] ?? 0,
        },
        health: healthLimits(sections.health),
        services: (0,services/* completeServices */.uP)(sections.services, directory),
        backup: (0,backup/* completeBackup */.a)(sections.backup, directory),
        snapshot: (0,snapshot/* completeSnapshot */.i)(sections.snapshot),
        changes: (sections.changes ?? []).map(changes/* completeChange */.s),
        checks: (0,checks/* completeChecks */.z)(sections.checks),
        validate: sections.validate ?? [],
        require: (0,sections_require/* completeRequirements */.S)(sections.require),
        notify: (0,notify/* completeNotify */.t)(sections.notify),
        monitor: sections.monitor === undefined ? null : (0,monitor_settings/* completeMonitor */.S)(sections.monitor),
        budgets: (0,budgets/* completeBudgets */.G)(sections.budgets),
        rollback: { by: sections.rollback?.by ?? 'auto' },
        losses: sections.losses ?? 'fail',
    };
}
function healthLimits(health) {
    return {
        connectTimeoutMs: health?.['connect-timeout'] ?? 10 * SECOND,
        expectRevision: health?.['expect-revision'] ?? null,
        freeSpace: health?.['free-space'] ?? { times: 2 },
        maxTransactionAgeMs: health?.['max-transaction-age'] ?? 5 * MINUTE,
        warnOnly: health?.['warn-only'] ?? [],
    };
}
function migratorSettings(section, directory) {
    const workingDirectory = (0,external_node_path_.resolve)(directory, section['working-directory'] ?? '.');
    switch (section.kind) {
        case 'alembic':
            return {
                kind: 'alembic',
                workingDirectory,
                ...(0,database_settings/* defined */.s)({ config: section.config, versionTable: section['version-table'] }),
                command: section.command ?? ['alembic'],
            };
        case 'sql':
            return {
                kind: 'sql',
                workingDirectory,
                directory: section.directory ?? 'migrations',
                historyTable: section['history-table'] ?? DEFAULT_HISTORY_TABLE,
            };
        case 'command': {
            const { kind, current, upgrade, heads, pending, downgrade, preview, generate, stamp } = section;
            const optional = (0,database_settings/* defined */.s)({ heads, pending, downgrade, preview, generate, stamp });
            return { kind, workingDirectory, current, upgrade, ...optional, historyTables: section['history-tables'] ?? [] };
        }
    }
}
/** Where the `sql` migrator records what it applied, unless the plan says otherwise. */
const DEFAULT_HISTORY_TABLE = 'public.savepoint_migrations';

// EXTERNAL MODULE: ./.cache/bundle/src/plan/source-tree.js
var source_tree = __webpack_require__(7514);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/environments.js

const LOCATION = ['url', 'host', 'port', 'name', 'user', 'password'];
/** The plan without `version` and `environments`, overlaid with one environment. */
function overlayEnvironment(plan, environment) {
    const base = without(plan, ['version', 'environments']);
    return environment?.kind === 'mapping' ? overlay(base, environment, []) : base;
}
/** Names of the environments, in the order of the file. */
function environmentNames(plan) {
    const environments = (0,source_tree/* valueAt */.fK)(plan, ['environments']);
    return environments?.kind === 'mapping' ? [...environments.entries.keys()] : [];
}
function overlay(base, over, path) {
    const entries = new Map(yielding(base, over, path).entries);
    for (const [key, entry] of over.entries) {
        if ((0,source_tree/* isBlank */.z3)(entry.value))
            continue;
        const under = entries.get(key)?.value;
        const both = under?.kind === 'mapping' && entry.value.kind === 'mapping';
        entries.set(key, both ? { ...entry, value: overlay(under, entry.value, [...path, key]) } : entry);
    }
    return { ...over, entries };
}
/** What is left of the base under this overlay: a URL replaces the parts of an address, another kind of migrator the whole one. */
function yielding(base, over, path) {
    if (path.length !== 1)
        return base;
    if (path[0] === 'database' && over.entries.has('url'))
        return without(base, LOCATION);
    const kinds = [base, over]
        .map((mapping) => (0,source_tree/* valueAt */.fK)(mapping, ['kind']))
        .map((kind) => (kind?.kind === 'scalar' ? kind.value : null));
    return path[0] === 'migrator' && kinds[1] !== null && kinds[0] !== kinds[1] ? without(base, [...base.entries.keys()]) : base;
}
function without(mapping, keys) {
    return { ...mapping, entries: new Map([...mapping.entries].filter(([key]) => !keys.includes(key))) };
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/nearest.js
var nearest = __webpack_require__(6068);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/places.js
var places = __webpack_require__(2168);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/problems.js + 1 modules
var plan_problems = __webpack_require__(1682);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/schema.js + 5 modules
var schema = __webpack_require__(2623);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/substitution.js
/** `${NAME}` and `${NAME:-default}` in the values of a plan, and nothing cleverer; `$${` is a literal `${`. */
const REFERENCE = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?\}|\$\{/g;
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text shows the plan's own syntax
const BAD_REFERENCE = '`${` must be followed by the name of a variable and `}`; write `$${` for a literal `${`';
/**
 * An empty variable counts as missing, as a secret that was not passed on to a workflow is empty; `${NAME:-}` allows it.
 */
function substitute(written, environment) {
    const faults = [];
    const text = written.replace(REFERENCE, (reference, name, hasDefault, fallback) => {
        if (reference === '$${')
            return '${';
        if (name === undefined) {
            faults.push(BAD_REFERENCE);
            return reference;
        }
        const value = environment[name] || (hasDefault === undefined ? undefined : (fallback ?? ''));
        if (value === undefined)
            faults.push(`the environment variable ${name} is not set${environment[name] === '' ? ' (it is empty)' : ''}`);
        return value ?? reference;
    });
    return { text, touched: /\$\{/.test(written), faults };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/loading.js
/** Loads a plan: reads it, substitutes variables, lays the environment over it, and reports every mistake at once. */











/** Looked for in the working directory, in this order, when no plan is named. */
const PLAN_NAMES = ['savepoint.yml', 'savepoint.yaml'];
/** @throws ConfigurationError carrying every problem with file, line, column and hint */
async function loadPlan(request, readText) {
    const found = await findPlan(request.file, readText);
    const { environmentName, environment } = request;
    return parsePlan({ file: found?.file ?? null, text: found?.text ?? 'version: 1', environmentName, environment });
}
async function findPlan(file, readText) {
    for (const candidate of file === undefined ? PLAN_NAMES : [file]) {
        const text = await readText(candidate);
        if (text !== null)
            return { file: candidate, text };
    }
    if (file === undefined)
        return null;
    throw new errors/* ConfigurationError */.j1(`there is no plan at ${file}`, { hint: 'Check --config, or leave it out to run without a plan.' });
}
/** The plan that a text holds. Pure. @throws ConfigurationError carrying every problem */
function parsePlan(source) {
    const tree = readTree(source);
    const problems = [...(0,plan_problems/* describeIssues */.w)(schema/* planFile */.e.safeParse((0,source_tree/* plainValue */._y)(tree)).error?.issues ?? [], tree)];
    const chosen = chooseEnvironment(tree, source.environmentName, source.file, problems);
    const effective = overlayEnvironment(tree, chosen);
    problems.push(...variableProblems(effective));
    const parsed = schema/* planSections */.w.safeParse((0,source_tree/* plainValue */._y)(effective));
    problems.push(...(0,plan_problems/* describeIssues */.w)(parsed.error?.issues ?? [], effective));
    problems.push(...unknownQueries(parsed.data, effective));
    const database = completeDatabase(parsed.data, source.environment, problems);
    if (problems.length > 0 || parsed.data === undefined || database === undefined)
        throw complaint(problems, source.file);
    const plan = completePlan(source.environmentName ?? 'default', parsed.data, database, (0,external_node_path_.dirname)(source.file ?? '.'));
    return (0,places/* withOrigin */.D)(plan, source.file, effective);
}
function readTree(source) {
    const parsed = (0,source_tree/* parseSource */.PJ)(source.text);
    if ('problems' in parsed)
        throw complaint(parsed.problems, source.file);
    const { tree } = parsed;
    if (tree.kind !== 'mapping')
        throw complaint([notAMapping(tree)], source.file);
    return (0,source_tree/* mapScalars */.ih)(tree, (scalar, path) => substituteScalar(scalar, path, source.environment));
}
function notAMapping(tree) {
    const message = tree.kind === 'scalar' && tree.value === null ? 'the plan is empty' : 'the plan must be a mapping of keys to values';
    return { message, ...tree.place, hint: 'The shortest plan is `version: 1`.' };
}
/** Lines for a shell are left as they are: the shell itself reads the environment, and no value is ever pasted into a command. */
const SHELL_LINES = {
    migrator: ['current', 'upgrade', 'heads', 'pending', 'downgrade', 'preview', 'generate', 'stamp'],
    services: ['stop', 'start', 'status'],
    status: ['command'],
    logs: ['command'],
    time: ['command'],
};
/** Keys of a check that hold a shell line. */
const SHELL_CHECKS = ['command', 'time'];
function isShellLine(path) {
    const [key, parent, grandparent] = [path.at(-1) ?? '', path.at(-2) ?? '', path.at(-3)];
    // A list of logs has one more step.
    const owner = /^\d+$/.test(parent) ? (grandparent ?? '') : parent;
    return (SHELL_LINES[owner] ?? []).includes(key) || (grandparent === 'validate' && SHELL_CHECKS.includes(key));
}
function substituteScalar(scalar, path, environment) {
    if (typeof scalar.value !== 'string' || !scalar.value.includes('${') || isShellLine(path))
        return scalar;
    const { text, touched, faults } = substitute(scalar.value, environment);
    return { ...scalar, value: text, substituted: touched, faults };
}
function chooseEnvironment(tree, name, file, problems) {
    const known = environmentNames(tree);
    if (name === undefined || file === null || known.includes(name))
        return name === undefined ? undefined : (0,source_tree/* valueAt */.fK)(tree, ['environments', name]);
    const near = (0,nearest/* nearest */.p)(name, known);
    const list = known.length === 0 ? 'The plan has no environments.' : `Known environments: ${known.join(', ')}.`;
    problems.push({
        message: `the environment ${JSON.stringify(name)} is not in the plan`,
        hint: near === undefined ? list : `Did you mean ${near}? ${list}`,
    });
    return undefined;
}
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text shows the plan's own syntax
const HOW_TO_SET = 'Set it, or give a default as in ${NAME:-default}. In a workflow, check that the secret reaches this job.';
/** Variables that the chosen environment does not need may be missing. */
function variableProblems(effective) {
    return (0,source_tree/* scalarsOf */.TM)(effective).flatMap(({ scalar, path }) => (scalar.faults ?? []).map((fault) => ({
        message: `${(0,plan_problems/* pathText */.L)(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)))}: ${fault}`,
        ...scalar.place,
        hint: HOW_TO_SET,
    })));
}
/** A declared change of a query that the snapshot does not have would never be missed. */
function unknownQueries(sections, tree) {
    const known = [...Object.keys(sections?.snapshot?.queries ?? {}), ...Object.keys(sections?.snapshot?.distributions ?? {})];
    return (sections?.changes ?? []).flatMap(({ query }, index) => {
        if (query === undefined || known.includes(query))
            return [];
        const near = (0,nearest/* nearest */.p)(query, known);
        const hint = near === undefined ? `Queries of the snapshot: ${known.join(', ') || 'none'}.` : `Did you mean ${near}?`;
        const place = (0,source_tree/* valueAt */.fK)(tree, ['changes', index, 'query'])?.place;
        return [{ message: `changes[${index + 1}].query is no query of the snapshot, ${JSON.stringify(query)}`, ...place, hint }];
    });
}
/** Where other mistakes in the plan may hide the database, its absence is not one more. */
function completeDatabase(sections, environment, problems) {
    if (sections === undefined)
        return undefined;
    const found = (0,database_settings/* databaseSettings */.z)(sections.database, environment);
    if ('settings' in found)
        return found.settings;
    problems.push(found.problem);
    return undefined;
}
/** One error of all problems, in the order of the file, each told once. */
function complaint(found, file) {
    const located = found.map((problem) => (file === null || problem.line === undefined ? problem : { ...problem, file }));
    const unique = new Map(located.map((problem) => [
        `${problem.line}:${problem.column}:${problem.message.replace(/^environments\.[^.]+\./, '')}`,
        problem,
    ]));
    const problems = [...unique.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    const [first] = problems;
    const only = problems.length === 1 && first !== undefined;
    const message = only ? `${placeText(first)}${first.message}` : `${file ?? 'the configuration'} has ${problems.length} mistakes`;
    return new errors/* ConfigurationError */.j1(message, { problems, ...(only && first.hint !== undefined ? { hint: first.hint } : {}) });
}
function placeText(problem) {
    return problem.file === undefined ? '' : `${problem.file}:${problem.line}:${problem.column}: `;
}


/***/ }),

/***/ 1205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ parsePercentage),
/* harmony export */   Cq: () => (/* binding */ DURATION_PATTERN),
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   M1: () => (/* binding */ PERCENTAGE_PATTERN),
/* harmony export */   bv: () => (/* binding */ SIZE_PATTERN),
/* harmony export */   mM: () => (/* binding */ parseMultiple),
/* harmony export */   uk: () => (/* binding */ MULTIPLE_PATTERN)
/* harmony export */ });
/** Quantities as people write them in a plan: durations, sizes, multiples and percentages, parsed once into plain numbers. */
const DURATION_UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SIZE_UNITS = {
    B: 1,
    kB: 1e3,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
const NUMBER = '[0-9]+(?:\\.[0-9]+)?';
/** Regular expressions of the written forms, anchored; shared with the JSON Schema so that an editor refuses the same texts. */
const DURATION_PATTERN = new RegExp(`^(?:0|(?:${NUMBER}(?:ms|s|m|h|d))+)$`);
const SIZE_PATTERN = new RegExp(`^${NUMBER} ?(?:${Object.keys(SIZE_UNITS).join('|')})$`);
const MULTIPLE_PATTERN = new RegExp(`^${NUMBER}x$`);
const PERCENTAGE_PATTERN = new RegExp(`^${NUMBER} ?%$`);
/** Milliseconds of `500ms`, `10s`, `1h30m`, `2d` or `0`; `null` when the text is not a duration. */
function parseDuration(text) {
    if (!DURATION_PATTERN.test(text))
        return null;
    const parts = text.matchAll(new RegExp(`(${NUMBER})(ms|s|m|h|d)`, 'g'));
    return Math.round([...parts].reduce((sum, [, amount, unit]) => sum + Number(amount) * (DURATION_UNITS[unit ?? ''] ?? 0), 0));
}
/** Bytes of `10MB` (powers of 1000) or `2GiB` (powers of 1024); `null` when the text is not a size. */
function parseSize(text) {
    if (!SIZE_PATTERN.test(text))
        return null;
    return Math.round(Number.parseFloat(text) * (SIZE_UNITS[text.replace(/^[0-9.]+ ?/, '')] ?? 0));
}
/** The factor of `2x` or `1.5x`; `null` when the text is not a multiple. */
function parseMultiple(text) {
    return MULTIPLE_PATTERN.test(text) ? Number.parseFloat(text) : null;
}
/** The fraction of `98%`, here 0.98; `null` when the text is not a percentage. */
function parsePercentage(text) {
    return PERCENTAGE_PATTERN.test(text) ? Number.parseFloat(text) / 100 : null;
}


/***/ })

};
