export const id = 602;
export const ids = [602,797];
export const modules = {

/***/ 360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeParts),
/* harmony export */   l: () => (/* binding */ wholeOf)
/* harmony export */ });
/** The table with which the object came or went; `null` where it did so by itself. */
function wholeOf(difference, all) {
    if (difference.object === 'table' || (difference.change !== 'added' && difference.change !== 'removed'))
        return null;
    const table = all.find(({ object, name, change }) => object === 'table' && name === difference.table && change === difference.change);
    return table?.name ?? null;
}
/** `with 4 columns, 1 index`: what came or went with a table; empty where nothing did. */
function describeParts(table, all) {
    const counts = new Map();
    for (const part of all) {
        if (table.object !== 'table' || part.change !== table.change || wholeOf(part, [table]) === null)
            continue;
        counts.set(part.object, (counts.get(part.object) ?? 0) + 1);
    }
    const words = [...counts].map(([object, count]) => `${count} ${inWords(count === 1 ? object : plural(object))}`);
    return words.length === 0 ? '' : `with ${words.join(', ')}`;
}
function plural(noun) {
    return noun.endsWith('x') ? `${noun}es` : noun.endsWith('y') && !noun.endsWith('ey') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
/** `foreign-key` is a name of the catalogue. */
function inWords(object) {
    return object.replaceAll('-', ' ');
}


/***/ }),

/***/ 2809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   OE: () => (/* binding */ allPassed),
/* harmony export */   ub: () => (/* binding */ blocking),
/* harmony export */   zA: () => (/* binding */ byGroup)
/* harmony export */ });
/** A check: one question about the database or its surroundings, its answer, and how a group of answers adds up. */
/** Whether results allow the run to go on: no check failed, errored or was skipped. */
function allPassed(results) {
    return blocking(results).length === 0;
}
/** The results that stop a run. */
function blocking(results) {
    return results.filter((result) => result.status !== 'passed' && result.status !== 'warning');
}
/** `12/12`: how many of the checks passed, a warning counting as passed. */
function tally(results) {
    return `${results.length - blocking(results).length}/${results.length}`;
}
/** The results of each group in the order in which the groups are first met; those without a group are left out. */
function byGroup(results) {
    const groups = new Map();
    for (const result of results) {
        if (typeof result.group !== 'string')
            continue;
        const members = groups.get(result.group);
        if (members === undefined)
            groups.set(result.group, [result]);
        else
            members.push(result);
    }
    return groups;
}


/***/ }),

/***/ 5682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ compareFingerprints)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/content-comparison.js
var content_comparison = __webpack_require__(2652);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/object-comparison.js
function compareObjects(before, after, matching) {
    const index = new ObjectIndex(after, matching);
    const differences = before.flatMap((object) => compareObject(object, index));
    const added = index.unmatched().map((object) => objectDifference(object, 'added', null, object.definition));
    return [...differences, ...added];
}
function compareObject(object, index) {
    const other = index.take(object);
    if (other === undefined)
        return [objectDifference(object, 'removed', object.definition, null)];
    const renamed = other.name === object.name ? [] : [objectDifference(object, 'renamed', object.name, other.name)];
    if (other.definition === object.definition || isEnforcedAgain(object, other))
        return renamed;
    const change = wasDisabled(object, other) ? 'disabled' : wasWeakened(object, other) ? 'weakened' : 'changed';
    return [...renamed, objectDifference(object, change, object.definition, other.definition)];
}
/** Definitions of triggers, foreign keys and row security end in their state, in brackets. */
function wasDisabled(before, after) {
    return (/\[(enabled|validated|row security on)\]/.test(before.definition) &&
        /\[(disabled|not validated|triggers disabled|row security off)\]/.test(after.definition));
}
const UNENFORCED = ' [triggers disabled]';
/** No dump holds that the triggers of a foreign key are disabled: a restored copy keeps to more than was promised. */
function isEnforcedAgain(before, after) {
    return before.kind === 'foreign-key' && before.definition === `${after.definition}${UNENFORCED}`;
}
/** What the definition of a column, an index or a table promised, and no longer does. */
const PROMISES = {
    column: [/ not null(?= |$)/, / (?:default|generated|identity) /],
    index: [/^CREATE UNIQUE /, /^(?!.* \[invalid\])/s],
    table: [/ force row security(?= |$)/, /^. p /],
};
function wasWeakened(before, after) {
    return (PROMISES[before.kind] ?? []).some((promise) => promise.test(before.definition) && !promise.test(after.definition));
}
function objectDifference(object, change, before, after) {
    const table = object.table === undefined ? {} : { table: object.table };
    return { object: object.kind, name: object.name, ...table, change, before, after };
}
/** Finds the same object on the other side: by identifier, by name, or (renamed by recreation) by an equal definition. */
class ObjectIndex {
    #left;
    #byId = new Map();
    #byName = new Map();
    #byDefinition = new Map();
    constructor(objects, matching) {
        this.#left = new Set(objects);
        for (const object of objects) {
            if (object.id !== undefined && matching === 'same-database')
                this.#byId.set(`${object.kind} ${object.id}`, object);
            this.#byName.set(`${object.kind} ${object.name}`, object);
            const same = definitionKey(object);
            this.#byDefinition.set(same, [...(this.#byDefinition.get(same) ?? []), object]);
        }
    }
    take(object) {
        const candidates = [
            object.id === undefined ? undefined : this.#byId.get(`${object.kind} ${object.id}`),
            this.#byName.get(`${object.kind} ${object.name}`),
            ...(object.kind === 'constraint' || object.kind === 'foreign-key'
                ? (this.#byDefinition.get(definitionKey(object)) ?? [])
                : []),
        ];
        const match = candidates.find((candidate) => candidate !== undefined && this.#left.has(candidate));
        if (match !== undefined)
            this.#left.delete(match);
        return match;
    }
    unmatched() {
        return [...this.#left];
    }
}
function definitionKey(object) {
    return `${object.kind} ${object.table ?? ''} ${object.definition}`;
}
function compareSequences(before, after, matching) {
    const renamed = matching === 'same-database' ? namesNow(before.objects, after.objects) : new Map();
    const positions = new Map(after.sequences.map((sequence) => [sequence.name, sequence]));
    return before.sequences.flatMap((sequence) => {
        const other = positions.get(renamed.get(sequence.name) ?? sequence.name);
        // A dropped sequence is told by the comparison of schema objects.
        if (other === undefined || (other.value === sequence.value && other.called === sequence.called))
            return [];
        const back = position(other) < position(sequence);
        const change = back ? 'moved-back' : 'moved-on';
        return [{ object: 'sequence', name: sequence.name, change, before: sequence.value, after: other.value }];
    });
}
/** Of each sequence that is still there, the name it has now: another may have got the one it had. */
function namesNow(before, after) {
    const now = new Map(after.filter(isSequence).map(({ id, name }) => [id, name]));
    return new Map(before.filter(isSequence).flatMap(({ id, name }) => {
        const found = now.get(id);
        return found === undefined ? [] : [[name, found]];
    }));
}
function isSequence({ kind, id }) {
    return kind === 'sequence' && id !== undefined;
}
/** How far it has come in its own direction; a value that was handed out is further than the same value still to come. */
function position(sequence) {
    return BigInt(sequence.value) * (sequence.ascending ? 2n : -2n) + (sequence.called ? 1n : 0n);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/comparison.js
/** Comparing two fingerprints: what was lost, what was added, and what only moved. */


/** Every difference between two fingerprints, tables first, in the order of their names. */
function compareFingerprints(before, after, matching) {
    const tables = new Set([...before.tables, ...after.tables].map((table) => table.name));
    const objects = compareObjects(before.objects, after.objects, matching);
    return [
        ...(0,content_comparison/* compareTables */.Dz)(before.tables, after.tables, matching),
        ...objects.filter((difference) => !isToldByContent(difference, tables)),
        ...compareSequences(before, after, matching),
    ];
}
/** Changes that only the definition shows. */
const ABOUT_DEFINITION = new Set(['changed', 'disabled', 'weakened']);
/** Kinds whose loss is already told by the comparison of content. */
const TOLD_BY_CONTENT = new Set(['table', 'column']);
/** Tables and columns whose content was compared have been told; partitions and foreign tables have not. */
function isToldByContent(difference, tables) {
    return TOLD_BY_CONTENT.has(difference.object) && !ABOUT_DEFINITION.has(difference.change) && tables.has(difference.table ?? '');
}


/***/ }),

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dz: () => (/* binding */ compareTables),
/* harmony export */   Kp: () => (/* binding */ matchTable),
/* harmony export */   WM: () => (/* binding */ matchColumn)
/* harmony export */ });
/** The table of the other side that is the same one: by identifier, else by name. */
function matchTable(table, others, matching) {
    const byId = matching === 'same-database' ? others.find((other) => other.id === table.id) : undefined;
    return byId ?? others.find((other) => other.name === table.name);
}
/** The column of the other side that is the same one: by number where the table is the same one, else by name. */
function matchColumn(column, table, other, matching) {
    if (matching === 'by-name' || table.id !== other.id)
        return other.columns.find((candidate) => candidate.name === column.name);
    return other.columns.find((candidate) => candidate.id === column.id);
}
function compareTables(before, after, matching) {
    const found = new Set();
    const differences = before.flatMap((table) => {
        const other = matchTable(table, after, matching);
        if (other === undefined)
            return [tableDifference(table, 'removed', `${table.rows} rows`, null)];
        found.add(other);
        return compareContent(table, other, matching);
    });
    const added = after
        .filter((table) => !found.has(table))
        .map((table) => tableDifference(table, 'added', null, `${table.rows} rows`));
    return [...differences, ...added];
}
function tableDifference(table, change, before, after) {
    return { object: 'table', name: table.name, table: table.name, change, before, after };
}
function compareContent(table, other, matching) {
    const renamed = table.name === other.name ? [] : [tableDifference(table, 'renamed', table.name, other.name)];
    const columns = table.columns.flatMap((column) => compareColumn(column, table, other, matching));
    const addedColumns = other.columns
        .filter((column) => !table.columns.some((earlier) => matchColumn(earlier, table, other, matching) === column))
        .map((column) => columnDifference(table, column, 'added', null, column.type));
    return [...renamed, ...compareRows(table, other), ...columns, ...addedColumns];
}
function compareRows(table, other) {
    const delta = BigInt(other.rows) - BigInt(table.rows);
    const rows = { object: 'rows', name: table.name, table: table.name, before: table.rows, after: other.rows };
    if (delta < 0n)
        return [{ ...rows, change: 'rows-lost' }];
    if (delta > 0n)
        return [
            { ...rows, change: 'rows-added' },
            ...(earlierRowsIntact(table, other) ? [] : [{ ...rows, change: 'unproven' }]),
        ];
    if (table.rowDigest !== null && other.rowDigest !== null && table.rowDigest !== other.rowDigest) {
        return [{ ...rows, change: 'values-changed', before: `digest ${table.rowDigest}`, after: `digest ${other.rowDigest}` }];
    }
    return [];
}
/** Whether the rows that were there before are all there still, unchanged; those added since are left out of these measures. */
function earlierRowsIntact(table, other) {
    if (other.earlier === undefined || other.earlier.rows !== table.rows || other.earlier.rowDigest !== table.rowDigest)
        return false;
    const digests = new Map(other.columns.map((column, index) => [column.name, other.earlier?.columnDigests[index]]));
    return table.columns.every((column) => {
        const match = matchColumn(column, table, other, table.id === other.id ? 'same-database' : 'by-name');
        return match === undefined || (column.digest !== null && digests.get(match.name) === column.digest);
    });
}
function compareColumn(column, table, other, matching) {
    const match = matchColumn(column, table, other, matching);
    if (match === undefined)
        return [columnDifference(table, column, 'removed', column.type, null)];
    const renamed = match.name === column.name ? [] : [columnDifference(table, column, 'renamed', column.name, match.name)];
    if (column.digest === match.digest && column.digest !== null)
        return renamed;
    // A sum over other rows differs for that reason alone; the rows are judged first, and added rows are proven separately.
    if (table.rows !== other.rows)
        return renamed;
    return [...renamed, columnDifference(table, column, 'values-changed', digestText(column), digestText(match))];
}
function digestText(column) {
    return column.digest === null ? `${column.type}, not comparable` : `${column.type}, digest ${column.digest}`;
}
function columnDifference(table, column, change, before, after) {
    return { object: 'column', name: `${table.name}.${column.name}`, table: table.name, change, before, after };
}


/***/ }),

/***/ 2502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isLoss),
/* harmony export */   _: () => (/* binding */ provesEqual)
/* harmony export */ });
/** One difference between two fingerprints, and whether it takes something away. */
/** What a migration takes away, and what needs a word in the plan. Additions and renames are no loss. */
const LOSSES = new Set([
    'removed',
    'rows-lost',
    'values-changed',
    'rows-changed',
    'disabled',
    'weakened',
    'moved-back',
    'unproven',
]);
function isLoss(difference) {
    return LOSSES.has(difference.change);
}
/** Whether the differences leave two fingerprints equal: a sequence that moved on is what every reverted insert leaves. */
function provesEqual(differences) {
    return differences.every((difference) => difference.change === 'moved-on');
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

/***/ 3602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/commands.js
var commands = __webpack_require__(3556);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/complaint.js
var complaint = __webpack_require__(8185);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/compose.js + 29 modules
var compose = __webpack_require__(8054);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/harmless.js
var harmless = __webpack_require__(4601);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/layout.js
var layout = __webpack_require__(3416);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/confirm.js
/** Asks a person before something destructive is done. */




/**
 * Returns the function that asks. Without `--yes` and without a terminal there is nobody to ask.
 *
 * @returns a function that resolves to whether the answer was yes. @throws ConfigurationError where nobody can answer
 */
function createConfirm(settings) {
    return async (question) => {
        const text = settings.redact((0,harmless/* harmlessWord */.Qy)(question));
        if (settings.yes)
            return true;
        if (settings.input.isTTY !== true) {
            throw new errors/* ConfigurationError */.j1(`there is no terminal to ask on: ${text}`, { hint: 'add --yes to answer yes' });
        }
        settings.pause();
        const prompt = ['', ...(0,layout/* wrap */.LV)(text, layout/* WIDTH */.lR), '[y/N] '].join('\n');
        return /^y(es)?$/i.test((await ask(prompt, settings)).trim());
    };
}
/** The line that a person types; empty where the terminal ends instead. */
function ask(prompt, { input, page, signal }) {
    signal.throwIfAborted();
    page.write(prompt);
    // Not as a terminal: readline would swallow Ctrl-C, which must reach the process.
    const lines = (0,external_node_readline_.createInterface)({ input, terminal: false });
    return new Promise((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        lines.once('line', resolve);
        lines.once('close', () => {
            signal.removeEventListener('abort', onAbort);
            resolve('');
        });
    }).finally(() => lines.close());
}

// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/json.js
var json = __webpack_require__(564);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/outcome.js
var outcome = __webpack_require__(1797);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/quantities.js
var quantities = __webpack_require__(1205);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/short-path.js
/** Paths as people type them. */

/** Relative to where the command was started, for what lies below it. */
function shortPath(path) {
    const short = (0,external_node_path_.relative)('.', path);
    return short === '' || short.startsWith('..') ? path : short;
}

// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/style.js
var entrypoints_style = __webpack_require__(5325);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/backups-text.js
/** Words the answers about backups: the list of them, and what pruning removes. */





const PROOFS = { restore: 'proven by a restore', read: 'read back', none: 'not proven' };
function listLines({ backups, incomplete, failures }, page) {
    const nothing = backups.length === 0 ? ['no backups'] : [];
    return [
        ...nothing,
        ...backups.flatMap((backup) => backupLines(backup, page)),
        ...incomplete.flatMap(({ id, place, reason }) => toldLines('warning', `${id} in ${placeText(place)} is not whole: ${reason}`, page)),
        ...failures.flatMap(({ reason }) => toldLines('failed', reason, page)),
    ];
}
function backupLines(backup, { style }) {
    const { id, createdAt, environment, database, sizeBytes, verification, places } = backup;
    const facts = [timeText(createdAt), environment, database, (0,quantity_text/* formatBytes */.z3)(sizeBytes), PROOFS[verification]].join(' · ');
    return [
        style.paint('strong', (0,harmless/* harmlessWord */.Qy)(id)),
        `  ${(0,harmless/* harmlessWord */.Qy)(facts)}`,
        ...places.map((place) => style.paint('faint', `  ${(0,harmless/* harmlessWord */.Qy)(placeText(place))}`)),
    ];
}
function pruneLines(report, page) {
    const doomed = report.places.flatMap(({ removes }) => removes);
    const bytes = (0,quantity_text/* formatBytes */.z3)(doomed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
    const hint = report.removed || doomed.length === 0 ? [] : [`nothing was removed; add --yes to remove these (${bytes})`];
    return [...report.places.flatMap((place) => placeLines(place, report, page)), ...hint];
}
function placeLines({ place, removes, keeps, failure }, { removed }, page) {
    const verb = removed && failure === null ? 'removed' : 'would remove';
    return [
        page.style.paint('strong', (0,harmless/* harmlessWord */.Qy)(placeText(place))),
        ...removes.map(({ id, createdAt, sizeBytes }) => (0,harmless/* harmlessWord */.Qy)(`  ${verb} ${id} (${timeText(createdAt)}, ${(0,quantity_text/* formatBytes */.z3)(sizeBytes)})`)),
        ...keeps.map(({ id, why }) => page.style.paint('faint', (0,harmless/* harmlessWord */.Qy)(`  keeps ${id}: ${why}`))),
        ...(removes.length + keeps.length === 0 && failure === null ? ['  no backups of this environment'] : []),
        ...(failure === null ? [] : toldLines('failed', failure, page)),
    ];
}
function toldLines(mark, text, { style, width }) {
    const [first = '', ...rest] = (0,layout/* indented */.gu)((0,harmless/* harmlessWord */.Qy)(text), 2, width);
    return [`${style.paint(entrypoints_style/* MARKS */.j7[mark].tone, entrypoints_style/* MARKS */.j7[mark].symbol)} ${first.trimStart()}`, ...rest];
}
/** Buckets as they are; directories as short as they can be. */
function placeText(place) {
    return place.includes('://') ? place : shortPath(place);
}
function timeText(createdAt) {
    return `${createdAt.slice(0, 19).replace('T', ' ')} UTC`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/belonging.js
var belonging = __webpack_require__(360);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js
var comparing = __webpack_require__(8355);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/error-text.js
var error_text = __webpack_require__(7524);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/result-text.js
/** Turns what an operation returned into the lines a person reads last: outcome, reason, cause, what is kept, what to do. */









const SHOWN_DIFFERENCES = 20;
/** Beside a loss that nobody declared, what is new matters little. */
const SHOWN_BESIDE_LOSSES = 3;
const LABEL_WIDTH = 10;
/** An operation whose outcome is always `unchanged` is told by whether it succeeded, not by that word. */
const CHANGES_NOTHING = ['health', 'backup', 'backup verify', 'snapshot', 'validate', 'monitor'];
function resultLines(result, { style, width = layout/* WIDTH */.lR, report }) {
    const page = { style, width };
    return [
        '',
        ...verdict(result, page),
        ...(result.cause === null ? [] : (0,error_text/* causeLines */.t)(result.cause, page)),
        ...differenceLines(result, page),
        ...(result.backup === null ? [] : result_text_backupLines(result.backup)),
        ...(result.downtimeMs === null ? [] : labelled('downtime', (0,quantity_text/* formatDuration */.a3)(result.downtimeMs))),
        ...result.kept.flatMap((name) => labelled('kept', name)),
        ...(report === null ? [] : labelled('report', shortPath(report))),
        ...nextLines(result.next, style),
    ];
}
function verdict(result, { style, width }) {
    const plain = CHANGES_NOTHING.includes(result.operation);
    const mark = result.succeeded ? entrypoints_style/* MARKS */.j7.passed : plain ? entrypoints_style/* MARKS */.j7.failed : entrypoints_style/* MARKS */.j7[result.outcome];
    const sentence = plain ? result.reason : `${result.outcome}: ${outcome.OUTCOME_MEANING[result.outcome]}`;
    const [first = '', ...rest] = (0,layout/* indented */.gu)((0,harmless/* harmlessWord */.Qy)(sentence), 2, width);
    const reason = plain ? [] : (0,harmless/* harmlessLines */.vL)(result.reason).flatMap((line) => (0,layout/* indented */.gu)(line, 2, width));
    const duration = style.paint('faint', `  ${(0,quantity_text/* formatDuration */.a3)(result.durationMs)}`);
    return [
        `${style.paint(mark.tone, `${mark.symbol} ${first.trimStart()}`)}${rest.length === 0 && first.length < width - 12 ? duration : ''}`,
        ...rest.map((line) => style.paint(mark.tone, line)),
        ...reason,
    ];
}
/** What was taken away comes first, and of that what the plan does not declare. */
function differenceLines(result, { style, width }) {
    const weight = (difference) => (difference.loss ? (difference.because === null ? 0 : 1) : 2);
    const ordered = result.differences
        .filter((difference) => difference.change !== 'moved-on' && (0,belonging/* wholeOf */.l)(difference, result.differences) === null)
        .toSorted((a, b) => weight(a) - weight(b));
    if (ordered.length === 0)
        return [];
    const undeclared = ordered.filter((difference) => weight(difference) === 0).length;
    const shown = Math.min(ordered.length, SHOWN_DIFFERENCES, undeclared === 0 ? SHOWN_DIFFERENCES : undeclared + SHOWN_BESIDE_LOSSES);
    const more = ordered.length > shown ? [`    … and ${ordered.length - shown} more in the report`] : [];
    const lines = ordered.slice(0, shown).flatMap((difference) => {
        const mark = weight(difference) === 0 ? style.paint('bad', '✗') : style.paint('faint', '·');
        const [first = '', ...rest] = (0,layout/* indented */.gu)(wordsOf(difference, result.differences), 6, width);
        return [`    ${mark} ${first.trimStart()}`, ...rest];
    });
    const title = result.outcome === 'rolled-back' ? 'had changed:' : 'changed:';
    return [`  ${title}`, ...lines, ...more];
}
function wordsOf(difference, all) {
    const parts = (0,belonging/* describeParts */.M)(difference, all);
    const { loss, because } = difference;
    const word = because === null ? (loss ? ' (not declared)' : '') : ` (declared: ${because})`;
    return (0,harmless/* harmlessWord */.Qy)(`${(0,comparing/* describeDifference */.hF)(difference)}${parts === '' ? '' : ` ${parts}`}${word}`);
}
function result_text_backupLines(backup) {
    const { location, sizeBytes, encrypted, verification, restoreMs, stores } = backup;
    const proof = {
        restore: `proven by a restore${restoreMs === null ? '' : ` in ${(0,quantity_text/* formatDuration */.a3)(restoreMs)}`}`,
        read: 'read back, not restored',
        none: 'not proven',
    }[verification];
    const places = stores.flatMap((store) => {
        const word = store.status === 'stored' ? 'stored in' : 'NOT stored in';
        return labelled('', `${word} ${store.location} (${(0,quantity_text/* formatDuration */.a3)(store.durationMs)})`);
    });
    return [
        ...labelled('backup', shortPath(location)),
        ...labelled('', `${(0,quantity_text/* formatBytes */.z3)(sizeBytes)}, ${encrypted ? 'encrypted, ' : ''}${proof}`),
        ...places,
    ];
}
/** Paths and names stay whole, so that they can be copied. */
function labelled(label, text) {
    return [`  ${label.padEnd(LABEL_WIDTH)}${(0,harmless/* harmlessWord */.Qy)(text)}`];
}
function nextLines(next, style) {
    if (next.length === 0)
        return [];
    return ['', style.paint('strong', 'What to do:'), ...next.map((command) => `  ${(0,harmless/* harmlessWord */.Qy)(command)}`)];
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var revision = __webpack_require__(180);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/standing-text.js
/** Words the answers about where a database stands: status, heads, pending migrations. */




function statusLines(status, { style, width }) {
    const { state } = status;
    return [
        style.paint('strong', (0,harmless/* harmlessWord */.Qy)(`${status.environment} · ${status.database}`)),
        `  revision  ${(0,harmless/* harmlessWord */.Qy)((0,revision/* describeRevisions */.cs)(state.current))} (head ${(0,harmless/* harmlessWord */.Qy)((0,revision/* describeRevisions */.cs)(state.heads))})`,
        ...pendingLines(state.pending),
        ...lastRunLines(status, { style, width }),
        ...standing_text_nextLines(status.next, style),
    ];
}
function pendingLines(pending) {
    if (pending.length === 0)
        return ['  pending   none'];
    return pending.map(({ revision, description }, index) => (0,harmless/* harmlessWord */.Qy)(`  ${index === 0 ? 'pending ' : '        '}  ${revision}  ${description}`).trimEnd());
}
function lastRunLines({ lastRun }, { style, width }) {
    if (lastRun === null)
        return ['  last run  none'];
    const { outcome, phase } = lastRun;
    const mark = outcome === null ? entrypoints_style/* MARKS */.j7.stopped : entrypoints_style/* MARKS */.j7[outcome];
    const how = outcome ?? `never came to an end, last seen ${phase}`;
    const head = `${lastRun.operation} by ${lastRun.actor} at ${lastRun.startedAt}: ${how}`;
    const [first = '', ...rest] = [head, lastRun.reason ?? ''].flatMap((text) => (0,layout/* indented */.gu)((0,harmless/* harmlessWord */.Qy)(text), 12, width));
    return [style.paint(mark.tone, `  last run  ${first.trimStart()}`), ...rest];
}
function standing_text_nextLines(next, style) {
    if (next.length === 0)
        return [];
    return ['', style.paint('strong', 'What to do:'), ...next.map((command) => `  ${(0,harmless/* harmlessWord */.Qy)(command)}`)];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/perform.js
/** What each command does: calls its operation, loaded when it is asked for, and turns the result into an answer. */








/** `demo` and `init` need no plan and no database, and are not among them. */
const PERFORM = {
    health: async (task) => reported(task, (await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(510), __webpack_require__.e(439)]).then(__webpack_require__.bind(__webpack_require__, 5439))).healthCheck(task.context)),
    backup: async (task) => reported(task, (await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(510), __webpack_require__.e(439)]).then(__webpack_require__.bind(__webpack_require__, 5439))).backup(task.context)),
    'backup list': listBackups,
    'backup verify': verifyBackup,
    'backup fetch': fetchBackup,
    'backup prune': pruneBackups,
    snapshot: async (task) => reported(task, (await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(510), __webpack_require__.e(439)]).then(__webpack_require__.bind(__webpack_require__, 5439))).snapshot(task.context)),
    validate: async (task) => reported(task, (await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(510), __webpack_require__.e(439)]).then(__webpack_require__.bind(__webpack_require__, 5439))).validation(task.context)),
    monitor,
    migrate,
    run,
    rollback,
    status: perform_status,
    heads,
    check,
    generate,
};
async function reported({ context, saveReport }, running) {
    const { closeOff } = await __webpack_require__.e(/* import() */ 272).then(__webpack_require__.bind(__webpack_require__, 272));
    const ended = await running;
    // Who is told may take long to answer, and whoever waits may lose patience: how it ended stands written before.
    const [result] = await Promise.all([closeOff(context, ended), saveReport(ended)]);
    const { document, path, failure } = await saveReport(result);
    if (failure !== null) {
        const why = failure instanceof Error ? failure.message : String(failure);
        context.emit({ type: 'note', text: `the report could not be written: ${context.redact(why)}` });
    }
    return {
        exitCode: (0,outcome.exitCodeOf)(result.outcome, result.succeeded),
        document,
        lines: (page) => resultLines(result, { ...page, report: path }),
    };
}
async function monitor(task) {
    const { context, values } = task;
    const times = { forMs: duration('for', values.watchFor), everyMs: duration('every', values.watchEvery) };
    const { monitoring } = await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(510), __webpack_require__.e(439), __webpack_require__.e(880)]).then(__webpack_require__.bind(__webpack_require__, 6880));
    return reported(task, monitoring(context, times));
}
/** @throws ConfigurationError */
function duration(flag, written) {
    if (written === null)
        return null;
    const ms = (0,quantities/* parseDuration */.E9)(written);
    if (ms !== null && ms > 0)
        return ms;
    throw new errors/* ConfigurationError */.j1(`--${flag} must be a duration longer than nothing, not ${JSON.stringify(written)}`, {
        hint: 'write it as in 500ms, 10s, 5m, 2h or 1h30m',
    });
}
async function run(task) {
    const { context, values } = task;
    if (values.dryRun)
        return preview(task);
    const { run, WHOLE_RUN } = await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(510), __webpack_require__.e(439), __webpack_require__.e(880), __webpack_require__.e(7), __webpack_require__.e(610)]).then(__webpack_require__.bind(__webpack_require__, 1610));
    return reported(task, run(context, { ...WHOLE_RUN, to: values.to, adopt: values.adopt, evidence: values.evidence }));
}
/** One stage of a run by hand: what fails is not rolled back, it stops and says how to go on or back. */
async function migrate(task) {
    const { context, values } = task;
    if (values.dryRun)
        return preview(task);
    const { run } = await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(510), __webpack_require__.e(439), __webpack_require__.e(880), __webpack_require__.e(7), __webpack_require__.e(610)]).then(__webpack_require__.bind(__webpack_require__, 1610));
    const options = {
        to: values.to,
        backup: values.backupFirst,
        healthChecks: !values.skipHealthChecks,
        validation: !values.skipValidation,
        monitor: false,
        rollBack: false,
        adopt: values.adopt,
        evidence: values.evidence,
    };
    return reported(task, run(context, options));
}
async function preview({ context, values }) {
    const { previewMigrations } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 7370));
    const sql = await previewMigrations(context, values.to);
    return { exitCode: 0, document: { sql }, lines: () => sqlLines(sql) };
}
/** A line that begins with a cast keeps its meaning as SQL, and is no workflow command. */
function sqlLines(sql) {
    return (0,harmless/* harmlessLines */.vL)(sql.replace(/^(\s*)::/gm, '$1/**/::').trimEnd());
}
async function rollback(task) {
    const { rollbackOnRequest } = await Promise.all(/* import() */[__webpack_require__.e(510), __webpack_require__.e(7), __webpack_require__.e(103)]).then(__webpack_require__.bind(__webpack_require__, 103));
    return reported(task, rollbackOnRequest(task.context, targetOf(task.values)));
}
function targetOf({ rollbackTo, backupManifest }) {
    if (backupManifest !== null)
        return { kind: 'backup', named: backupManifest };
    return rollbackTo === null ? { kind: 'before-last-run' } : { kind: 'revision', revision: rollbackTo };
}
async function listBackups({ context }) {
    const { listBackups } = await __webpack_require__.e(/* import() */ 938).then(__webpack_require__.bind(__webpack_require__, 9938));
    const list = await listBackups(context);
    return { exitCode: list.failures.length === 0 ? 0 : 1, document: list, lines: (page) => listLines(list, page) };
}
async function verifyBackup(task) {
    const { context, values, argument } = task;
    const { verifyAgain } = await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(510), __webpack_require__.e(439), __webpack_require__.e(471)]).then(__webpack_require__.bind(__webpack_require__, 1471));
    return reported(task, verifyAgain(context, argument, values.proveByRestore ? 'restore' : 'read'));
}
async function fetchBackup({ context, values, argument }) {
    const { fetchBackup } = await __webpack_require__.e(/* import() */ 677).then(__webpack_require__.bind(__webpack_require__, 4677));
    const { manifest, path } = await fetchBackup(context, argument, values.fetchFrom);
    return { exitCode: 0, document: { id: manifest.id, manifest: path }, lines: () => [(0,harmless/* harmlessWord */.Qy)(shortPath(path))] };
}
async function pruneBackups({ context, values }) {
    const { pruneBackups } = await __webpack_require__.e(/* import() */ 986).then(__webpack_require__.bind(__webpack_require__, 8986));
    const report = await pruneBackups(context, { retention: retention(values.keep), really: values.yes });
    const failed = report.places.some(({ failure }) => failure !== null);
    return { exitCode: failed ? 1 : 0, document: report, lines: (page) => pruneLines(report, page) };
}
/** @throws ConfigurationError */
function retention(keep) {
    const written = keep ?? '';
    const count = /^[1-9][0-9]{0,5}$/.test(written) ? Number(written) : null;
    const ageMs = /^[0-9]+$/.test(written) ? null : (0,quantities/* parseDuration */.E9)(written);
    if (count !== null)
        return { count };
    if (ageMs !== null && ageMs > 0)
        return { ageMs };
    const was = keep === null ? 'is missing' : `must be a number of backups from 1, or a duration, not ${JSON.stringify(keep)}`;
    throw new errors/* ConfigurationError */.j1(`--keep ${was}`, { hint: 'write it as in --keep 7 or --keep 30d' });
}
async function perform_status({ context, values }) {
    const { readStatus } = await __webpack_require__.e(/* import() */ 873).then(__webpack_require__.bind(__webpack_require__, 3873));
    const report = await readStatus(context);
    const exitCode = values.exitCode && report.next.length > 0 ? 1 : 0;
    return { exitCode, document: report, lines: (page) => statusLines(report, page) };
}
async function heads({ context }) {
    const { heads } = await context.migrator.state({ signal: context.signal });
    return { exitCode: 0, document: { heads }, lines: () => heads.map(harmless/* harmlessWord */.Qy) };
}
async function check({ context }) {
    const { current, heads, pending } = await context.migrator.state({ signal: context.signal });
    return { exitCode: pending.length === 0 ? 0 : 1, document: { current, heads, pending }, lines: () => checkText(pending) };
}
function checkText(pending) {
    return pending.length === 0 ? ['nothing is pending'] : pendingLines(pending);
}
async function generate({ context, argument }) {
    const { migrator, signal, emit } = context;
    if (!migrator.capabilities.generate) {
        throw new errors/* ConfigurationError */.j1(`the ${migrator.kind} migrator cannot generate migrations here`, {
            hint: 'write the file by hand, or give the plan a `generate` command under `migrator`',
        });
    }
    const onLine = (line) => emit({ type: 'output', source: migrator.kind, line });
    const files = await migrator.generate(argument, { signal, onLine });
    return { exitCode: 0, document: { files }, lines: () => files.map((file) => (0,harmless/* harmlessWord */.Qy)(shortPath(file))) };
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var domain_check = __webpack_require__(2809);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/gates-text.js
/** The go / no-go table on a terminal: every condition with its answer, then the decision. */



const WORD_WIDTH = 7;
/** Fits the width; what does not hold says what was wanted and what to do. */
function gateLines(checks, { style, width }) {
    const failing = (0,domain_check/* blocking */.ub)(checks).length;
    const decision = failing === 0 ? 'GO' : `NO-GO: ${failing} of ${checks.length} do not hold`;
    return [
        ...checks.flatMap((check) => conditionLines(check, style, width)),
        `    ${style.paint(failing === 0 ? 'good' : 'bad', decision)}`,
    ];
}
function conditionLines(check, style, width) {
    const holds = (0,domain_check/* blocking */.ub)([check]).length === 0;
    const word = holds ? 'go' : 'NO-GO';
    const tone = check.status === 'warning' ? 'warning' : holds ? 'good' : 'bad';
    const indent = 4 + WORD_WIDTH;
    const [first = '', ...rest] = (0,layout/* indented */.gu)((0,harmless/* harmlessWord */.Qy)(`${check.name}${answer(check, holds)}`), indent, width);
    const told = check.message === undefined ? [] : (0,layout/* indented */.gu)((0,harmless/* harmlessWord */.Qy)(check.message), indent + 2, width);
    return [`    ${style.paint(tone, word.padEnd(WORD_WIDTH))}${first.trimStart()}`, ...rest, ...told];
}
function answer({ status, expected, actual }, holds) {
    const found = actual === undefined ? (status === 'errored' || status === 'skipped' ? `: ${status}` : '') : `: ${actual}`;
    return holds || expected === undefined ? found : `${found}; wanted: ${expected}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/display-width.js
/** How many columns of a terminal a text takes. */
/** East Asian wide and full-width characters and pictographs take two. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{Mark}/u;
function columnsOf(character) {
    if (COMBINING.test(character))
        return 0;
    return WIDE.test(character) ? 2 : 1;
}
/** The text cut to at most `columns`, with a mark where it was cut. */
function cut(text, columns) {
    let used = 0;
    let end = 0;
    for (const character of text) {
        used += columnsOf(character);
        if (used > columns)
            return `${text.slice(0, Math.max(0, end - 1))}…`;
        end += character.length;
    }
    return text;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/intention-text.js





const intention_text_LABEL_WIDTH = 15;
/** More than this nobody reads at night; `--dry-run` shows all. */
const LISTED_AT_MOST = 12;
function intentionLines(intention, { style, width }) {
    const size = intention.sizeBytes === null ? '' : ` (${(0,quantity_text/* formatBytes */.z3)(intention.sizeBytes)})`;
    const fact = (label, words) => intention_text_labelled(label, words, width);
    return [
        '',
        style.paint('strong', 'This is about to happen:'),
        ...fact('database', `${intention.database}${size}`),
        ...fact('environment', `${intention.environment}${intention.production ? ' (production)' : ''}`),
        ...migrationLines(intention, width),
        ...fact('SQL', sqlWords(intention)),
        ...tableLines(intention, width),
        ...fact('services', intention.stops === null ? 'keep running' : `stopped with: ${intention.stops}`),
        ...fact('way back', intention.wayBack),
    ];
}
function intention_text_labelled(label, words, width) {
    const [first = '', ...rest] = (0,layout/* indented */.gu)((0,harmless/* harmlessWord */.Qy)(words), intention_text_LABEL_WIDTH, width);
    return [`  ${label.padEnd(intention_text_LABEL_WIDTH - 2)}${first.trimStart()}`, ...rest];
}
function migrationLines({ from, migrations }, width) {
    const last = migrations.at(-1)?.revision ?? (0,revision/* describeRevisions */.cs)(from);
    const row = ({ revision, description }) => `${revision}  ${description}`.trimEnd();
    return [
        ...intention_text_labelled('migrations', `${migrations.length}, from ${(0,revision/* describeRevisions */.cs)(from)} to ${last}`, width),
        ...listed(migrations.map(row), width),
    ];
}
function sqlWords({ sql }) {
    if ('unknown' in sql)
        return `not known: ${sql.unknown}`;
    return `${(0,quantity_text/* formatCount */.B4)(sql.statements, 'statement')}, ${(0,quantity_text/* formatBytes */.z3)(sql.bytes)}; --dry-run prints it`;
}
function tableLines({ tables }, width) {
    if (tables === null)
        return intention_text_labelled('tables', 'not known', width);
    if (tables.length === 0)
        return intention_text_labelled('tables', 'none that exists is named in the SQL', width);
    const nameWidth = Math.min(40, Math.max(...tables.map(({ name }) => name.length)));
    return [
        ...intention_text_labelled('tables', `${(0,quantity_text/* formatCount */.B4)(tables.length, 'existing one')} named in the SQL`, width),
        ...listed(tables.map((table) => tableWords(table, nameWidth)), width),
    ];
}
function tableWords({ name, sizeBytes, estimatedRows }, nameWidth) {
    const size = sizeBytes === null ? 'size unknown' : (0,quantity_text/* formatBytes */.z3)(sizeBytes);
    const rows = estimatedRows === null ? 'rows not estimated yet' : `about ${(0,quantity_text/* formatCount */.B4)(Math.round(estimatedRows), 'row')}`;
    return `${name.padEnd(nameWidth)}  ${size.padStart(9)}  ${rows}`;
}
/** One row a line, cut where it is too long: a table must stay one. */
function listed(rows, width) {
    const shown = rows
        .slice(0, LISTED_AT_MOST)
        .map((row) => `${' '.repeat(intention_text_LABEL_WIDTH)}${cut((0,harmless/* harmlessWord */.Qy)(row), width - intention_text_LABEL_WIDTH)}`);
    const more = rows.length - shown.length;
    return more === 0 ? shown : [...shown, `${' '.repeat(intention_text_LABEL_WIDTH)}… and ${more} more`];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/watch-text.js




const SHOWN_EVIDENCE = 3;
/** For the line that moves: time left, and what there was until now. */
function watchProgress(event) {
    const left = `${(0,quantity_text/* formatDuration */.a3)(Math.max(0, event.plannedMs - event.elapsedMs))} left`;
    return [left, ...standing(event)].join(' · ');
}
/** For a log: how far it is, and what there was until now. */
function watchLine(event) {
    const { elapsedMs, plannedMs, samples } = event;
    const far = `${(0,quantity_text/* formatDuration */.a3)(elapsedMs)} of ${(0,quantity_text/* formatDuration */.a3)(plannedMs)}, ${(0,quantity_text/* formatCount */.B4)(samples, 'sample')}`;
    return `    ${far}: ${standing(event).join(', ')}`;
}
function standing({ sessions, slow, anomalies }) {
    const found = anomalies === 0 ? 'no anomaly' : (0,quantity_text/* formatCount */.B4)(anomalies, 'anomaly', 'anomalies');
    return [sessions === null ? 'no answer' : (0,quantity_text/* formatCount */.B4)(sessions, 'session'), `${slow} slow`, found];
}
/** When, what, against which limit; and the evidence. */
function anomalyLines({ anomaly, gravity }, { style, width }) {
    const { from, watch, value, limit, evidence } = anomaly;
    const mark = entrypoints_style/* MARKS */.j7[gravity === 'fail' ? 'failed' : 'warning'];
    const words = (0,harmless/* harmlessWord */.Qy)(`${from.slice(11, 19)} UTC ${watch}: ${value}, expected ${limit}`);
    const [first = '', ...rest] = (0,layout/* indented */.gu)(words, 6, width);
    const lines = evidence.filter((line) => line !== value).slice(0, SHOWN_EVIDENCE);
    return [
        `    ${style.paint(mark.tone, mark.symbol)} ${first.trimStart()}`,
        ...rest,
        ...lines.flatMap((line) => (0,layout/* indented */.gu)((0,harmless/* harmlessWord */.Qy)(line), 6, width)).map((line) => style.paint('faint', line)),
    ];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/event-text.js









const STAGE_WIDTH = 16;
/** The lines of an event; none for those that only move the progress on. */
function eventLines(event, options) {
    switch (event.type) {
        case 'run-started':
            return runHead(event, options);
        case 'intention':
            return intentionLines(event.intention, options);
        case 'stage-finished':
            return stageLines(event.result, options);
        case 'anomaly':
            return anomalyLines(event, options);
        case 'output':
            return (0,harmless/* harmlessLines */.vL)(event.line).flatMap((line) => outputLines(line, options));
        case 'note':
            return (0,harmless/* harmlessLines */.vL)(event.text).flatMap((line) => (0,layout/* indented */.gu)(line, 2, options.width));
        default:
            return [];
    }
}
function runHead(event, { style, width }) {
    const head = (0,layout/* indented */.gu)(`savepoint ${event.operation} · ${event.environment} · ${(0,harmless/* harmlessWord */.Qy)(event.database)}`, 0, width);
    return [...head.map((line) => style.paint('strong', line)), style.paint('faint', `  run ${event.runId}`), ''];
}
function stageLines(result, options) {
    const mark = result.status === 'passed' && result.checks.some((check) => check.status === 'warning') ? entrypoints_style/* MARKS */.j7.warning : entrypoints_style/* MARKS */.j7[result.status];
    const count = result.checks.length === 0 ? '' : `${(0,domain_check/* tally */.N4)(result.checks)} checks`;
    const judged = result.name === 'downtime';
    const duration = result.status === 'skipped' ? 'skipped' : judged ? '' : (0,quantity_text/* formatDuration */.a3)(result.durationMs);
    const title = `${result.name.padEnd(STAGE_WIDTH)}${duration.padStart(10)}   ${count}`.trimEnd();
    const message = stageMessage(result, options);
    const head = `${options.style.paint(mark.tone, mark.symbol)} ${title}`;
    if (result.name === 'gates')
        return [head, ...message, ...gateLines(result.checks, options)];
    // The checks of a rollback are the proof that it led back; that of the downtime tells how long it was.
    const shown = { ...options, allChecks: options.allChecks || result.name === 'rollback' || judged };
    return [head, ...groupLines(result.checks, options), ...message, ...checkList(result.checks, shown)];
}
/** `data integrity 4/4 · triggers 2/3`: how much of each group holds. */
function groupLines(checks, { width }) {
    const tallies = [...(0,domain_check/* byGroup */.zA)(checks)].map(([group, members]) => `${(0,harmless/* harmlessWord */.Qy)(group)} ${(0,domain_check/* tally */.N4)(members)}`);
    return tallies.length === 0 ? [] : (0,layout/* indented */.gu)(tallies.join(' · '), 4, width);
}
/** A failed check tells its own story below. */
function stageMessage({ message, checks }, { width }) {
    if (message === undefined || (0,domain_check/* blocking */.ub)(checks).length > 0)
        return [];
    return (0,harmless/* harmlessLines */.vL)(message).flatMap((line) => (0,layout/* indented */.gu)(line, 4, width));
}
function checkList(checks, options) {
    return checks.filter((check) => options.allChecks || check.status !== 'passed').flatMap((check) => checkLines(check, options));
}
/** A check: its name and answer, and for one that did not pass what was expected and what to do. */
function checkLines(check, { style, width }) {
    const mark = entrypoints_style/* MARKS */.j7[check.status];
    const word = check.status === 'errored' || check.status === 'skipped' ? ` (${check.status})` : '';
    const [first = '', ...rest] = (0,layout/* indented */.gu)(`${(0,harmless/* harmlessWord */.Qy)(check.name)}${word}${event_text_answer(check)}`, 6, width);
    const message = check.message === undefined ? [] : (0,harmless/* harmlessLines */.vL)(check.message).flatMap((line) => (0,layout/* indented */.gu)(line, 6, width));
    return [
        `    ${style.paint(mark.tone, mark.symbol)} ${first.trimStart()}`,
        ...rest,
        ...[...message, ...keptOutput(check)].map((line) => style.paint('faint', line)),
    ];
}
/** A path stays whole, so that it can be copied. */
function keptOutput({ output }) {
    return output === undefined ? [] : [`      output: ${(0,harmless/* harmlessWord */.Qy)(shortPath(output))}`];
}
function event_text_answer({ status, expected, actual }) {
    const found = actual === undefined ? '' : `: ${(0,harmless/* harmlessWord */.Qy)(actual)}`;
    if (status === 'passed' || expected === undefined || expected === actual)
        return found;
    return `${found === '' ? ':' : `${found},`} expected ${(0,harmless/* harmlessWord */.Qy)(expected)}`;
}
function outputLines(line, { style, width }) {
    const room = Math.max(20, width - 4);
    return (0,layout/* pieces */.IE)(line, room).map((piece) => style.paint('faint', `  │ ${piece}`));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/progress.js

/** A rate measured over less than this says nothing. */
const MEASURED_MS = 1000;
class Progress {
    #event;
    #words = '';
    #firstDone = 0;
    #startedAtMs = 0;
    #nowMs = 0;
    /** Takes the newest event; another label begins anew. */
    update(event, nowMs) {
        if (this.#event?.label !== event.label || event.done < this.#event.done) {
            this.#startedAtMs = nowMs;
            this.#firstDone = event.done;
        }
        this.#event = event;
        this.#nowMs = nowMs;
    }
    /** Says something else until the next event. */
    say(words) {
        this.#event = undefined;
        this.#words = words;
    }
    clear() {
        this.#event = undefined;
        this.#words = '';
    }
    /** `dumping · 43 % · 12.3 MB/s · 12.0 s left`, as far as it is known; empty where nothing is under way. */
    describe() {
        const event = this.#event;
        if (event === undefined)
            return this.#words;
        return [event.label, this.#amount(event), ...this.#pace(event)].join(' · ');
    }
    #amount({ done, total, unit }) {
        if (total === null || total <= 0)
            return unit === 'bytes' ? (0,quantity_text/* formatBytes */.z3)(done) : String(done);
        if (unit === 'items')
            return `${done} of ${total}`;
        return `${Math.min(100, Math.floor((done / total) * 100))} %`;
    }
    #pace({ done, total, unit }) {
        const elapsedMs = this.#nowMs - this.#startedAtMs;
        const perMs = (done - this.#firstDone) / elapsedMs;
        if (elapsedMs < MEASURED_MS || perMs <= 0)
            return [];
        const rate = unit === 'bytes' ? [`${(0,quantity_text/* formatBytes */.z3)(perMs * 1000)}/s`] : [];
        return total === null || total <= done ? rate : [...rate, `${(0,quantity_text/* formatDuration */.a3)((total - done) / perMs)} left`];
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/plain.js






const PROGRESS_EVERY_MS = 5000;
/** A watch may last for hours. */
const WATCH_EVERY_MS = 60_000;
/** Logs do not wrap at 80 columns, and a tool's line is easier to search when it stays whole. */
const LOG_WIDTH = 160;
function createPlainPresenter({ page, redact, now, allChecks }) {
    const options = { style: entrypoints_style/* PLAIN_STYLE */.nV, width: page.isTTY === true ? (page.columns ?? layout/* WIDTH */.lR) : LOG_WIDTH, allChecks };
    const progress = new Progress();
    let shownAtMs = now();
    const lines = (all) => {
        for (const line of all)
            page.write(`${redact(line)}\n`);
    };
    const watchIsDue = ({ samples, news, elapsedMs, plannedMs }) => {
        const due = samples === 1 || news || elapsedMs >= plannedMs || now() - shownAtMs >= WATCH_EVERY_MS;
        if (due)
            shownAtMs = now();
        return due;
    };
    const emit = (event) => {
        lines(eventLines(event, options));
        if (event.type === 'stage-started') {
            lines([`… ${event.stage}`]);
            shownAtMs = now();
        }
        if (event.type === 'watched' && watchIsDue(event))
            lines([(0,harmless/* harmlessWord */.Qy)(watchLine(event))]);
        if (event.type !== 'progress')
            return;
        progress.update(event, now());
        if (now() - shownAtMs < PROGRESS_EVERY_MS)
            return;
        shownAtMs = now();
        lines([`    ${(0,harmless/* harmlessWord */.Qy)(progress.describe())}`]);
    };
    return {
        emit,
        lines,
        pause: () => undefined,
        close: () => undefined,
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/terminal.js








const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';
function createTerminalPresenter(settings) {
    return new TerminalPresenter(settings);
}
class TerminalPresenter {
    #settings;
    #progress = new Progress();
    #stage;
    #timer;
    #drawn = false;
    constructor(settings) {
        this.#settings = settings;
    }
    emit = (event) => {
        if (event.type === 'progress')
            this.#progress.update(event, this.#settings.now());
        if (event.type === 'watched')
            this.#progress.say(watchProgress(event));
        if (event.type === 'stage-started')
            this.#begin(event.stage);
        if (event.type === 'stage-finished' || event.type === 'run-finished')
            this.#finish();
        this.lines(eventLines(event, this.#options()));
        this.#animate();
    };
    lines(lines) {
        if (lines.length === 0)
            return;
        const kept = lines.map((line) => `${this.#settings.redact(line)}\n`).join('');
        this.#write(`${this.#erased()}${kept}`);
        this.#draw();
    }
    pause() {
        clearInterval(this.#timer);
        this.#timer = undefined;
        this.#write(this.#erased());
    }
    close() {
        this.#finish();
    }
    #options() {
        const { page, environment, allChecks } = this.#settings;
        return { style: (0,entrypoints_style/* styleFor */.j9)(true, environment), width: page.columns ?? layout/* WIDTH */.lR, allChecks };
    }
    #begin(name) {
        this.#stage = { name, startedAtMs: this.#settings.now() };
        this.#progress.clear();
    }
    #finish() {
        this.#stage = undefined;
        this.#progress.clear();
        this.pause();
    }
    #animate() {
        if (this.#stage === undefined || this.#timer !== undefined)
            return;
        this.#draw();
        this.#timer = setInterval(() => this.#draw(), FRAME_MS);
        this.#timer.unref();
    }
    #draw() {
        if (this.#stage === undefined)
            return;
        const { page, redact, now } = this.#settings;
        const elapsedMs = now() - this.#stage.startedAtMs;
        const frame = FRAMES[Math.floor(elapsedMs / FRAME_MS) % FRAMES.length];
        const text = [(0,quantity_text/* formatDuration */.a3)(Math.floor(elapsedMs / FRAME_MS) * FRAME_MS), (0,harmless/* harmlessWord */.Qy)(this.#progress.describe())];
        const line = redact(`${frame} ${this.#stage.name.padEnd(16)}${text.filter((part) => part !== '').join(' · ')}`);
        // One column stays free: a full line would move some terminals to the next.
        this.#write(`${CLEAR_LINE}${cut(line, (page.columns ?? layout/* WIDTH */.lR) - 1)}`);
        this.#drawn = true;
    }
    #erased() {
        const erased = this.#drawn ? CLEAR_LINE : '';
        this.#drawn = false;
        return erased;
    }
    #write(text) {
        if (text !== '')
            this.#settings.page.write(text);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/present.js


/** A live presenter where a person watches, plain lines everywhere else. */
function createPresenter(settings) {
    const watched = settings.page.isTTY === true && settings.environment.TERM !== 'dumb' && (settings.environment.CI ?? '') === '';
    return watched ? createTerminalPresenter(settings) : createPlainPresenter(settings);
}

// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/reporting.js
var reporting = __webpack_require__(1690);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/command-run.js
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
/** Runs one command from its invocation to its exit code: presenter, interrupts, questions, answer, errors. */











/** Of these every check is what was asked for. */
const ASKS_FOR_CHECKS = ['health', 'validate', 'monitor', 'backup verify'];
/** Never throws: an error is told, and is an exit code. */
async function runCommand(invocation, environment) {
    const secrets = (0,compose.createSecrets)(environment);
    try {
        requireSomebodyToAsk(invocation);
        const answer = await perform(invocation, environment, secrets);
        write(answer, invocation, environment, secrets);
        return answer.exitCode;
    }
    catch (error) {
        return (0,complaint.complain)(error, { json: invocation.values.json, environment, redact: secrets.redact });
    }
}
/** Said before anything is begun, not when the question comes. */
function requireSomebodyToAsk({ command, values }) {
    const asks = (0,commands/* findCommand */.Zv)(command)?.asks === true && !values.dryRun;
    if (!asks || values.yes || process.stdin.isTTY === true)
        return;
    throw new errors/* ConfigurationError */.j1(`${command} asks before it changes the database, and there is no terminal to ask on`, {
        hint: 'add --yes to answer yes',
    });
}
async function perform(invocation, environment, secrets) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { command, values, argument } = invocation;
        // Standard output belongs to the document or the SQL that a program may read.
        const page = values.json || values.dryRun ? process.stderr : process.stdout;
        const { redact } = secrets;
        const allChecks = ASKS_FOR_CHECKS.includes(command);
        const presenter = createPresenter({ page, environment, redact, now: compose.clock.monotonicMs, allChecks });
        const tell = (message) => presenter.lines(['', message]);
        const interrupts = __addDisposableResource(env_1, (0,compose.listenForInterrupts)({ onFirst: tell, onRepeat: tell }), false);
        const { signal } = interrupts;
        const confirm = createConfirm({ yes: values.yes, input: process.stdin, page, redact, signal, pause: () => presenter.pause() });
        const work = async (context) => {
            const save = async (result) => (0,reporting/* saveReport */.a)(context.store, result.runId, await (0,compose.renderReport)(result, environment, redact));
            return PERFORM[command]({ context, values, argument, saveReport: save });
        };
        try {
            const canAsk = !values.yes && process.stdin.isTTY === true;
            return await (0,compose.withContext)({ invocation, environment, secrets, presenter, signal, confirm, canAsk }, work);
        }
        finally {
            presenter.close();
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
function write(answer, { values }, environment, { redact }) {
    const page = values.json ? process.stderr : process.stdout;
    const isTerminal = page.isTTY === true;
    const style = (0,entrypoints_style/* styleFor */.j9)(isTerminal, environment);
    const lines = answer.lines({ style, width: isTerminal ? page.columns : layout/* WIDTH */.lR });
    if (lines.length > 0)
        page.write(lines.map((line) => `${redact(line)}\n`).join(''));
    if (values.json)
        process.stdout.write((0,json/* jsonDocument */.Q)(answer.document, redact));
}


/***/ }),

/***/ 3556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   Zv: () => (/* binding */ findCommand),
/* harmony export */   a8: () => (/* binding */ commandsBelow)
/* harmony export */ });
const COMMANDS = [
    {
        name: 'health',
        aliases: [],
        summary: 'ask whether the database is fit for a migration',
        description: [
            'Connects and checks versions, privileges, free space, history, long transactions, blockers, invalid indexes and unfinished runs. Changes nothing.',
        ],
        inputs: [],
        examples: [['health --environment staging', 'all checks of one environment']],
    },
    {
        name: 'status',
        aliases: [],
        summary: 'show the last run, where the database stands, what to do',
        description: ['Reads the journal beside you and the one in the database. Changes nothing.'],
        inputs: ['exitCode'],
        examples: [['status --exit-code', 'fail where a person must decide']],
    },
    {
        name: 'heads',
        aliases: [],
        summary: 'list the newest revisions',
        description: ['More than one head means that two branches must be merged before a migration.'],
        inputs: [],
        examples: [['heads --json', 'the heads as JSON']],
    },
    {
        name: 'check',
        aliases: [],
        summary: 'fail while migrations are pending',
        description: ['For continuous integration: exit code 1 lists what is pending, 0 means that nothing is.'],
        inputs: [],
        examples: [['check', 'is the database at head?']],
    },
    {
        name: 'backup',
        aliases: [],
        summary: 'make a backup and prove it',
        description: ['Dumps and fingerprints one instant, then restores the dump into a scratch database and compares every value.'],
        inputs: [],
        examples: [['backup --output /backups', 'a backup below /backups']],
    },
    {
        name: 'backup list',
        aliases: [],
        summary: 'list the backups here and in every store',
        description: [
            'Id, time, environment, database, size, proof and places of every backup in the run directory and in the stores of the plan, newest first. Asks no database. Exit code 1 where a place could not be asked.',
        ],
        inputs: [],
        examples: [['backup list --json', 'the list as JSON']],
    },
    {
        name: 'backup verify',
        aliases: [],
        summary: 'prove a backup again: read it, or restore it',
        description: [
            'Reads every byte and compares the digests; with --restore it also restores the backup into a scratch database beside the one of the plan and compares every value. A backup that only a store holds is fetched first. BACKUP is an id, a manifest, or s3://BUCKET/PREFIX/ID.',
        ],
        inputs: ['proveByRestore', 'identity'],
        argument: 'BACKUP',
        examples: [
            ['backup verify 20261121T093000Z-1f3a9c', 'read it, compare digests'],
            ['backup verify s3://backups/shop/20261121T093000Z-1f3a9c --restore', 'restore it, compare values'],
        ],
    },
    {
        name: 'backup fetch',
        aliases: [],
        summary: 'fetch a backup from a store into the run directory',
        description: ['Every digest is compared with the manifest, which is written last. Prints the path of the manifest.'],
        inputs: ['fetchFrom'],
        argument: 'ID',
        examples: [
            ['backup fetch 20261121T093000Z-1f3a9c', 'from the first store that has it'],
            ['backup fetch 20261121T093000Z-1f3a9c --from s3://backups/shop/', 'from this one'],
        ],
    },
    {
        name: 'backup prune',
        aliases: [],
        summary: 'remove old backups, never the last proven one',
        description: [
            'Judges the run directory and each store by itself, each database by itself, and only backups of this environment. The last backup proven by a restore, the last verified one, the last one at all, and what an unfinished run may come back to are always kept. Without --yes it only says what would go.',
        ],
        inputs: ['keep'],
        examples: [
            ['backup prune --keep 7', 'say what would go, keeping the newest seven'],
            ['backup prune --keep 30d --yes', 'remove what is older than 30 days'],
        ],
    },
    {
        name: 'snapshot',
        aliases: [],
        summary: 'measure schema and content, to compare with later',
        description: ['Counts the rows and digests the values of every table as of one instant. Changes nothing in the database.'],
        inputs: [],
        examples: [['snapshot', 'before a migration made by hand']],
    },
    {
        name: 'migrate',
        aliases: ['upgrade'],
        summary: 'apply pending migrations, one at a time, and validate',
        description: [
            'Checks health, measures a snapshot, applies each pending migration and proves that only what was declared has changed.',
        ],
        inputs: ['to', 'dryRun', 'backupFirst', 'skipHealthChecks', 'skipValidation', 'confirm', 'evidence', 'identity'],
        asks: true,
        examples: [
            ['migrate --dry-run', 'print the SQL, change nothing'],
            ['migrate --to 014 --backup --yes', 'without questions, with a backup'],
        ],
    },
    {
        name: 'validate',
        aliases: [],
        summary: 'compare the database with the last snapshot',
        description: ['Checks revision, rows and content of all that is not declared under changes, and the checks of the plan.'],
        inputs: [],
        examples: [['validate', 'after a migration made by hand']],
    },
    {
        name: 'monitor',
        aliases: [],
        summary: 'watch the database for a while, against the state before',
        description: [
            'Samples sessions, slow queries, deadlocks, rollbacks, constraint violations, size, replication lag, addresses and logs, as the plan says under monitor, and compares them with the latest snapshot. Changes nothing. Ctrl-C ends it with a report of what was seen until then.',
        ],
        inputs: ['watchFor', 'watchEvery'],
        examples: [
            ['monitor --for 2h --every 30s', 'the two hours after a migration'],
            ['monitor --for 1m --every 1s', 'a close look'],
        ],
    },
    {
        name: 'rollback',
        aliases: ['downgrade'],
        summary: 'go back to a revision or a backup',
        description: [
            'Without options it takes the last run back. A database that is replaced is kept under a new name until a person drops it.',
        ],
        inputs: ['rollbackTo', 'backupManifest', 'identity'],
        exclusive: ['rollbackTo', 'backupManifest'],
        asks: true,
        examples: [
            ['rollback --to 013', 'downgrade, proven by fingerprint'],
            ['rollback --backup savepoint-run/backups/ID/manifest.json', 'restore and swap'],
        ],
    },
    {
        name: 'run',
        aliases: [],
        summary: 'the whole safe migration, with the way back',
        description: [
            'Health check, verified backup and snapshot, migration, validation, and on failure rollback. Ends in one of four outcomes: migrated, unchanged, rolled-back, stopped.',
        ],
        inputs: ['to', 'dryRun', 'adopt', 'confirm', 'evidence', 'identity'],
        asks: true,
        examples: [
            ['run --environment staging --yes', 'in a pipeline'],
            ['run --dry-run', 'print the SQL, change nothing'],
        ],
    },
    {
        name: 'generate',
        aliases: [],
        summary: 'create an empty migration',
        description: ['The migration tool writes the files; their paths are printed.'],
        inputs: [],
        argument: 'MESSAGE',
        examples: [['generate "add budget to phases"', 'a new migration file']],
    },
    {
        name: 'init',
        aliases: [],
        summary: 'write a first plan for this repository and its database',
        description: [
            'Looks at the files beside you and, where it can be reached, at the database; writes savepoint.yml with what it found, and checks that hold today. Changes nothing in the database.',
        ],
        inputs: ['force'],
        examples: [
            ['init', 'look around and write savepoint.yml'],
            ['init --force --config db/savepoint.yml', 'over an earlier one, elsewhere'],
        ],
    },
    {
        name: 'demo',
        aliases: [],
        summary: 'see it work on a throwaway database',
        description: [
            'Starts a throwaway PostgreSQL with about a million rows; migrates it; then runs a migration that loses rows, catches it and takes it back.',
        ],
        inputs: [],
        examples: [['demo', 'under two minutes']],
    },
];
/** A command by its whole name or an alias. */
function findCommand(word) {
    return COMMANDS.find((command) => command.name === word || command.aliases.includes(word));
}
/** The command that words begin with, and how many of them are its name: the longer name wins. */
function commandOf(words) {
    for (const length of [2, 1]) {
        const command = words.length < length ? undefined : findCommand(words.slice(0, length).join(' '));
        if (command !== undefined)
            return { command, length };
    }
    return undefined;
}
/** Commands whose names begin with that of this one. */
function commandsBelow({ name }) {
    return COMMANDS.filter((command) => command.name.startsWith(`${name} `));
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

/***/ 8355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ compareWithBaseline),
/* harmony export */   Nl: () => (/* binding */ differencesSince),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   _P: () => (/* binding */ unequal),
/* harmony export */   g7: () => (/* binding */ describeDifferences),
/* harmony export */   hF: () => (/* binding */ describeDifference),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   n7: () => (/* binding */ fingerprintNow)
/* harmony export */ });
/* harmony import */ var _domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5682);
/* harmony import */ var _domain_difference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2502);
/* harmony import */ var _plan_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5595);
/** Judges the differences between two instants of one database by the plan: what is a loss, and what was meant. */



/** What changed since the baseline, the migrator's own history left out: that is compared as revisions. */
function differencesSince(context, baseline, now) {
    const history = context.migrator.historyTables;
    return (0,_domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .t)(baseline.fingerprint, now, 'same-database').filter((difference) => !history.includes(difference.table ?? '') && !history.some((table) => difference.name === table));
}
function judge(context, differences) {
    return differences.map((difference) => ({
        ...difference,
        loss: (0,_domain_difference_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoss */ .Q)(difference),
        because: (0,_plan_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .becauseOf */ .W$)(difference, context.plan.changes),
    }));
}
/** Reads the fingerprint of now in a form that can be compared with the baseline's. */
async function fingerprintNow(context, baseline, signal) {
    return context.database.withSnapshot(signal, (view) => view.fingerprint({
        ...(baseline === null ? {} : { basis: baseline.fingerprint, basisHorizon: baseline.instant.horizon }),
        signal,
        onProgress: (done, total, table) => {
            context.emit({ type: 'progress', label: `reading ${table}`, done, total, unit: 'items' });
        },
    }));
}
/** Whether the database is as it was at the baseline, and what differs where it is not. */
async function compareWithBaseline(context, baseline, signal) {
    const differences = differencesSince(context, baseline, await fingerprintNow(context, baseline, signal));
    return { equal: (0,_domain_difference_js__WEBPACK_IMPORTED_MODULE_1__/* .provesEqual */ ._)(differences), differences };
}
/** A difference in words: `rows of public.film: 1000 before, 997 after (3 removed: id=7, id=8, id=9)`. */
function describeDifference(difference) {
    return `${describeChange(difference)}${describeRows(difference)}`;
}
const COUNTED_AS = { 'rows-lost': 'removed', 'rows-added': 'added' };
/** Keys told in one sentence; the report has all that were sampled. */
const MOST_KEYS = 3;
function describeRows({ change, rows, sample = [] }) {
    const told = sample.slice(0, MOST_KEYS);
    if (rows === undefined)
        return told.length === 0 ? '' : ` (e.g. ${told.join(', ')})`;
    const more = told.length > 0 && told.length < rows ? ', …' : '';
    const keys = told.length === 0 ? '' : `: ${told.join(', ')}${more}`;
    return ` (${rows} ${COUNTED_AS[change] ?? 'changed'}${keys})`;
}
function describeChange(difference) {
    const what = difference.object === 'rows' ? `rows of ${difference.name}` : `${difference.object} ${difference.name}`;
    switch (difference.change) {
        case 'removed':
            return `${what} is gone`;
        case 'added':
            return `${what} is new`;
        case 'rows-lost':
        case 'rows-added':
            return `${what}: ${difference.before} before, ${difference.after} after`;
        case 'values-changed':
            return `${difference.object === 'rows' ? what : `values of ${what}`} changed`;
        case 'rows-changed':
            return `${what} hold ${difference.after ?? 'other values'}`;
        case 'weakened':
            return `${what} was weakened: ${difference.before} before, ${difference.after} after`;
        case 'unproven':
            return `${what}: ${difference.before} before, ${difference.after} after, and the earlier ones are not all unchanged`;
        case 'moved-back':
        case 'moved-on':
            return `${what} ${difference.change.replace('-', ' ')}: ${difference.before} before, ${difference.after} after`;
        default:
            return `${what} was ${difference.change}`;
    }
}
/** The first few differences in words, and how many more there are. */
function describeDifferences(differences, most = 3) {
    const told = differences.slice(0, most).map(describeDifference);
    const more = differences.length > most ? [`and ${differences.length - most} more`] : [];
    return [...told, ...more].join('; ');
}
/** What keeps two states from being proven equal: a sequence that moved on does not. */
function unequal(differences) {
    return differences.filter((difference) => difference.change !== 'moved-on');
}
/** `1 table`, `2 tables`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 5595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ isOfColumn),
/* harmony export */   Mf: () => (/* binding */ namesObject),
/* harmony export */   SN: () => (/* binding */ becauseOfQuery),
/* harmony export */   W$: () => (/* binding */ becauseOf),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);

/** The `because` of the first change that covers the difference, or `null`. */
function becauseOf(difference, changes) {
    return changes.find((change) => covers(change, difference))?.because ?? null;
}
/** The `because` of the change that says the answer of a named query is meant to be another. */
function becauseOfQuery(name, changes) {
    return changes.find((change) => change.query === name)?.because ?? null;
}
/** Whether the change is about this difference and allows it; how much of it, bounds say. */
function covers(change, difference) {
    if (change.object !== undefined)
        return namesObject(change.object, difference.object, difference.name);
    if (change.table === undefined || !(0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .namesTable */ .zF)(change.table, difference.table))
        return false;
    if (change.dropped === true)
        return true;
    if (difference.object === 'rows')
        return coversRows(change, difference);
    return (change.columns ?? []).some((column) => isOfColumn(column, difference));
}
/** `film_pkey`, `public.film film_pkey` or `constraint public.film film_pkey`. */
function namesObject(written, kind, name) {
    const lastWord = name.split(/[ .]/).at(-1);
    return [name, `${kind} ${name}`, lastWord].includes(written);
}
/** Whole-row digests cannot tell columns apart: a change of any declared column covers them. */
function coversRows({ rows, columns }, { change }) {
    // Rows that were counted hold other values in columns that are not declared.
    if (change === 'rows-changed')
        return false;
    if (rows === 'any')
        return true;
    if (change === 'values-changed')
        return (columns ?? []).length > 0;
    return rows?.removed != null && (change === 'rows-lost' || change === 'unproven');
}
/** The column itself, or the sequence that belongs to it. */
function isOfColumn(column, { object, table, name, before }) {
    if (object === 'column')
        return name === `${table}.${column}` || (0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .readColumnName */ .iU)(name)?.column === column;
    return object === 'sequence' && before?.endsWith(`.${(0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWhereNeeded */ .T)(column)}`) === true;
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
