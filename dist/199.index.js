export const id = 199;
export const ids = [199];
export const modules = {

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ parseWindow),
/* harmony export */   Ib: () => (/* binding */ standingAt),
/* harmony export */   WA: () => (/* binding */ WINDOW_PATTERN),
/* harmony export */   kQ: () => (/* binding */ isTimeZone)
/* harmony export */ });
/** Maintenance windows: hours of the week in a time zone, and where a moment stands to them. Holds through changes of the clock. */
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const DAY = DAYS.join('|');
const TIME = '([01][0-9]|2[0-3]):([0-5][0-9])';
/** `02:00-06:00`, `Sat 02:00-06:00`, `Mon-Thu,Sat 22:00-04:00`, `00:00-24:00`; shared with the JSON Schema. */
const WINDOW_PATTERN = new RegExp(`^(?:((?:${DAY})(?:-(?:${DAY}))?(?:,(?:${DAY})(?:-(?:${DAY}))?)*) )?${TIME}-(?:${TIME}|(24:00))$`);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LAST_MINUTE = 24 * 60;
/** A window may fall into the hour that a clock skips: then it opens a week later. */
const DAYS_AHEAD = 15;
/** `null` when the text is not a window, or opens and closes at the same time. */
function parseWindow(written) {
    const match = WINDOW_PATTERN.exec(written);
    if (match === null)
        return null;
    const [, days, fromHour, fromMinute, toHour, toMinute, midnight] = match;
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = midnight === undefined ? Number(toHour) * 60 + Number(toMinute) : LAST_MINUTE;
    return from === to ? null : { written, days: days === undefined ? [0, 1, 2, 3, 4, 5, 6] : daysOf(days), from, to };
}
/** `Fri-Mon` goes over the end of the week. */
function daysOf(text) {
    const indexOf = (name) => DAYS.indexOf(name);
    const days = text.split(',').flatMap((range) => {
        const [first = '', last = first] = range.split('-');
        const length = ((indexOf(last) - indexOf(first) + 7) % 7) + 1;
        return Array.from({ length }, (_, step) => (indexOf(first) + step) % 7);
    });
    return [...new Set(days)].sort();
}
/** Whether this runtime knows a time zone by its IANA name, e.g. `Europe/Berlin`. */
function isTimeZone(name) {
    try {
        // An offset such as +02:00 is accepted as a zone by Intl, and knows no summer time.
        return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
    }
    catch {
        return false;
    }
}
/** Where `now` stands to the windows together: those that touch are one. */
function standingAt(windows, timeZone, now) {
    const clock = new WallClock(timeZone);
    const spans = windows.flatMap((window) => spansAround(window, clock, now.getTime())).toSorted((a, b) => a.from - b.from);
    const inside = spans.filter((span) => span.from <= now.getTime() && now.getTime() < span.to);
    if (inside.length === 0) {
        const next = spans.find((span) => span.from > now.getTime());
        return { open: false, until: next === undefined ? null : new Date(next.from) };
    }
    let until = Math.max(...inside.map((span) => span.to));
    for (const span of spans)
        if (span.from <= until && span.to > until)
            until = span.to;
    return { open: true, until: new Date(until) };
}
/** The openings from the day before `now`, as one may last over midnight. */
function spansAround({ days, from, to }, clock, now) {
    const today = Math.floor(clock.read(now) / DAY_MS) * DAY_MS;
    const spans = [];
    for (let step = -1; step <= DAYS_AHEAD; step++) {
        const midnight = today + step * DAY_MS;
        if (!days.includes(new Date(midnight).getUTCDay()))
            continue;
        const closing = midnight + to * MINUTE_MS + (to <= from ? DAY_MS : 0);
        const span = { from: clock.firstInstantAt(midnight + from * MINUTE_MS), to: clock.firstInstantAt(closing) };
        if (span.from < span.to)
            spans.push(span);
    }
    return spans;
}
/** The clock on the wall of a time zone. Its readings are numbers: the instant at which a clock in UTC shows the same. */
class WallClock {
    #format;
    constructor(timeZone) {
        const numeric = 'numeric';
        this.#format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
            timeZone,
            year: numeric,
            month: numeric,
            day: numeric,
            hour: numeric,
            minute: numeric,
            second: numeric,
        });
    }
    read(instant) {
        const part = Object.fromEntries(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
        const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
        return Date.UTC(year, month - 1, day, hour, minute, second);
    }
    /** The first instant of that day at which the clock shows `reading` or, where it skips that time, a later one. */
    firstInstantAt(reading) {
        const offsets = [reading - DAY_MS, reading + DAY_MS].map((instant) => this.read(instant) - instant);
        let earliest = reading - Math.max(...offsets);
        if (this.read(earliest) >= reading)
            return earliest;
        let latest = reading - Math.min(...offsets);
        while (latest - earliest > MINUTE_MS) {
            const middle = earliest + Math.floor((latest - earliest) / 2 / MINUTE_MS) * MINUTE_MS;
            if (this.read(middle) >= reading)
                latest = middle;
            else
                earliest = middle;
        }
        return latest;
    }
}


/***/ }),

/***/ 9493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ commonOf),
/* harmony export */   U: () => (/* binding */ checkSection)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2549);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3681);
/** What every check of a plan may say, whatever its kind: its name, group, moment, patience and weight. */



const MOST_RETRIES = 1000;
const retriesWords = `must be a whole number from 0 to ${MOST_RETRIES}`;
const shape = {
    name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.describe('What is checked, as it should read in the report.'),
    group: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.optional().describe('Heading under which the report shows it, with a tally.'),
    when: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)(['before', 'after', 'after-start', 'before-and-after'])
        .optional()
        .describe('When it is asked. Default `after` the migrations; `after-start` of the services for `http`.'),
    'after-migration': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.optional().describe('Ask it right after this migration, before the next. Not together with `when`.'),
    'warn-only': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt.optional().describe('A failure is only a warning. Default `false`.'),
    timeout: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDuration */ .Cz.optional().describe('How long one attempt may take.'),
    retries: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: retriesWords })
        .min(0, { error: retriesWords })
        .max(MOST_RETRIES, { error: retriesWords })
        .optional()
        .describe('How often it is asked again while it does not pass. Default 0.'),
    'retry-delay': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.optional().describe('Pause between attempts. Default `1s`.'),
};
/** The keys of one kind of check, together with those that every kind has. */
function checkSection(own, description) {
    return (0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .section */ .u)({ ...shape, ...own }, description).refine((written) => saysWhenOnce(written), {
        error: 'must say either when, or after-migration, not both',
    });
}
function saysWhenOnce(written) {
    return written.when === undefined || written['after-migration'] === undefined;
}
/** The common part of a check. `moment` is the kind's own default. */
function commonOf(written, moment = 'after') {
    const afterMigration = written['after-migration'];
    return {
        name: written.name,
        group: written.group ?? null,
        moment: afterMigration === undefined ? (written.when ?? moment) : { afterMigration },
        warnOnly: written['warn-only'] ?? false,
        timeoutMs: written.timeout ?? null,
        retries: { times: written.retries ?? 0, delayMs: written['retry-delay'] ?? 1000 },
    };
}


/***/ }),

/***/ 2255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ CHECK_KINDS),
  I: () => (/* binding */ planCheck)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/fields.js
var fields = __webpack_require__(2549);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/attributes.js
var attributes = __webpack_require__(9493);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/command.js
/** The `command` check: a shell line, the exit code it must end with, and what its output must and must not say. */



const codeWords = 'must be an exit code from 0 to 255, or a list of them';
const exitCode = schemas/* int */.Whr({ error: codeWords }).min(0, { error: codeWords }).max(255, { error: codeWords });
const commandCheck = (0,attributes/* checkSection */.U)({
    command: fields/* text */.Qq.describe('A line for the shell. The environment leads to the database (`DATABASE_URL`, `PGHOST` and its kin).'),
    'exit-code': schemas/* union */.KCZ([exitCode, schemas/* array */.YOg(exitCode).min(1, { error: codeWords })], { error: codeWords })
        .optional()
        .describe('Exit code that passes, or a list of them. Default 0.'),
    'fail-on': fields/* pattern */.T1.optional().describe('Regular expression; a line of the output that matches it fails the check.'),
    'warn-on': fields/* pattern */.T1.optional().describe('Regular expression; a line of the output that matches it is a warning.'),
    'must-match': fields/* pattern */.T1.optional().describe('Regular expression that at least one line of the output must match.'),
    'working-directory': fields/* text */.Qq.optional().describe('Where it runs, relative to the plan. Default: beside the plan.'),
}, 'A command, its exit code and its output, which is kept.').transform((written) => {
    const codes = written['exit-code'] ?? 0;
    return {
        ...(0,attributes/* commonOf */.$)(written),
        kind: 'command',
        command: written.command,
        exitCodes: typeof codes === 'number' ? [codes] : codes,
        failOn: written['fail-on'] ?? null,
        warnOn: written['warn-on'] ?? null,
        mustMatch: written['must-match'] ?? null,
        workingDirectory: written['working-directory'] ?? '.',
    };
});

// EXTERNAL MODULE: ./.cache/bundle/src/plan/section.js
var section = __webpack_require__(3681);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/explain.js
/** The `explain` check: how the database goes about a query, and how fast that is. */




const yes = schemas/* literal */.euz(true);
const indexes = schemas/* union */.KCZ([yes, fields/* text */.Qq, fields/* texts */.Te], { error: 'must be true, the name of an index, or a list of names' });
const tables = schemas/* union */.KCZ([yes, fields/* text */.Qq, fields/* texts */.Te], { error: 'must be true, the name of a table, or a list of names' });
const pruned = schemas/* union */.KCZ([yes, schemas/* strictObject */.rej({ 'at-most': (0,fields/* wholeNumber */.rD)(0, 1_000_000) })], {
    error: 'must be true, or { at-most: 2 }',
});
const DEMANDS = ['uses-index', 'prunes-partitions', 'no-sequential-scan', 'faster-than', 'at-most'];
const explainCheck = (0,attributes/* checkSection */.U)({
    explain: fields/* text */.Qq.describe('A query that only reads.'),
    'uses-index': indexes.optional().describe('It must use an index: any (`true`), this one, or each of these.'),
    'prunes-partitions': pruned
        .optional()
        .describe('Of each partitioned table it must read fewer partitions than there are (`true`), or at most so many.'),
    'no-sequential-scan': tables
        .optional()
        .describe('It must read no table from end to end: none at all (`true`), or none of these.'),
    'faster-than': (0,section/* section */.u)({
        query: fields/* text */.Qq.describe('The other query; both are run alternately.'),
        by: fields/* factor */.Gt.optional().describe('How many times faster. Default `1x`.'),
    }, 'Another query than which it must be faster.').optional(),
    'at-most': fields/* positiveDuration */.Cz.optional().describe('Longest median that passes, as the server measures it.'),
    runs: (0,fields/* wholeNumber */.rD)(1, 1000).optional().describe('How often it is run where its time is asked; the median counts. Default 3.'),
    analyze: fields/* flag */.Jt
        .optional()
        .describe('Whether it is run, rolled back afterwards: what is pruned only then is seen only then. Default `true`.'),
}, 'The plan of a query: indexes, partitions, sequential scans, time.')
    .refine((written) => DEMANDS.some((key) => written[key] !== undefined), {
    error: `must demand something: ${DEMANDS.join(', ')}`,
})
    .refine((written) => written.analyze !== false || (written['at-most'] === undefined && written['faster-than'] === undefined), {
    error: 'cannot time a query that is not run: leave out analyze, or at-most and faster-than',
})
    .transform((written) => {
    const other = written['faster-than'];
    return {
        ...(0,attributes/* commonOf */.$)(written),
        kind: 'explain',
        explain: written.explain,
        indexes: listOf(written['uses-index']),
        mostPartitions: mostOf(written['prunes-partitions']),
        notSequential: listOf(written['no-sequential-scan']),
        fasterThan: other === undefined ? null : { query: other.query, by: other.by ?? 1 },
        atMostMs: written['at-most'] ?? null,
        analyze: written.analyze ?? true,
        runs: written.runs ?? 3,
    };
});
function listOf(written) {
    if (written === undefined)
        return null;
    if (written === true)
        return [];
    return typeof written === 'string' ? [written] : written;
}
function mostOf(written) {
    if (written === undefined)
        return null;
    return written === true ? 'fewer' : written['at-most'];
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var table_name = __webpack_require__(9537);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/foreign-keys.js
/** The `foreign-keys` check: every relation between tables holds, those that the database does not enforce included. */





const tableWords = 'must be a table as in film or schema.film, with double quotes around names in capitals';
const columnWords = 'must be a column as in table.column or schema.table.column, with double quotes around names in capitals';
const table = fields/* text */.Qq.refine((written) => (0,table_name/* readTableName */.M9)(written) !== null, { error: tableWords });
const column = fields/* text */.Qq.refine((written) => (0,table_name/* readColumnName */.iU)(written) !== null, { error: columnWords });
const relation = (0,section/* section */.u)({
    from: column.describe('The column that refers to another table: `orders.customer_id`.'),
    to: column.describe('The column that it refers to: `customers.id`.'),
}, 'A relation that no constraint enforces.');
const foreignKeysCheck = (0,attributes/* checkSection */.U)({
    'foreign-keys': schemas/* union */.KCZ([schemas/* literal */.euz('all'), schemas/* array */.YOg(table)], { error: 'must be all, or a list of tables' })
        .describe('`all`, or the tables whose foreign keys are checked.'),
    also: schemas/* array */.YOg(relation, { error: 'must be a list' })
        .optional()
        .describe('Relations that the database does not enforce, checked for orphans all the same.'),
}, 'Foreign keys that are validated, enforced, and without orphans.')
    .refine((written) => written['foreign-keys'].length + (written.also ?? []).length > 0, {
    error: 'must name tables, or say all, or give relations with also: as it is, nothing is checked',
})
    .transform((written) => {
    const listed = written['foreign-keys'];
    return {
        ...(0,attributes/* commonOf */.$)(written),
        kind: 'foreign-keys',
        tables: listed === 'all' ? 'all' : listed.map((name) => (0,table_name/* readTableName */.M9)(name)),
        also: (written.also ?? []).map(({ from, to }) => ({
            from: (0,table_name/* readColumnName */.iU)(from),
            to: (0,table_name/* readColumnName */.iU)(to),
        })),
    };
});

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/http.js + 1 modules
var http = __webpack_require__(3931);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/idempotent.js
/** The `idempotent` check: running migrations again changes nothing. */



const idempotentCheck = (0,attributes/* checkSection */.U)({
    idempotent: schemas/* union */.KCZ([schemas/* literal */.euz('all'), fields/* texts */.Te], { error: 'must be all, or a list of migrations such as ["011", "012"]' })
        .describe('Migrations that change nothing when they are run again: `all` of this run, or a list.'),
}, 'Running migrations again changes nothing. They are run again in a transaction that is rolled back.')
    .refine((written) => written.when === undefined || written.when === 'after' || written.when === 'after-start', {
    error: 'can only be asked after the migrations',
})
    .transform((written) => ({ ...(0,attributes/* commonOf */.$)(written), kind: 'idempotent', revisions: written.idempotent }));

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/inventory.js
/** The `inventory` check: how many objects of each kind there are, which must be there and which not, and which must be sound. */




/** Keys of the plan by the kind of object that they count. */
const COUNTS = {
    table: 'tables',
    partition: 'partitions',
    column: 'columns',
    'foreign-key': 'foreign-keys',
    policy: 'policies',
    trigger: 'triggers',
    index: 'indexes',
    view: 'views',
    'materialized-view': 'materialized-views',
    function: 'functions',
    sequence: 'sequences',
};
const countWords = 'must be a whole number';
const count = schemas/* int */.Whr({ error: countWords }).min(0, { error: countWords }).optional();
const contents = (0,section/* section */.u)({
    tables: count.describe('Tables; a partitioned one counts once, its partitions do not. The history table of the migrator is left out.'),
    partitions: count.describe('Partitions of partitioned tables.'),
    columns: count.describe('Columns of tables; those of partitions are not counted again.'),
    'foreign-keys': count.describe('Foreign keys.'),
    policies: count.describe('Policies of row-level security.'),
    triggers: count.describe('Triggers, disabled ones included; not those of the server behind foreign keys.'),
    indexes: count.describe('Indexes, those behind keys included; one on a partitioned table counts once.'),
    views: count.describe('Views, without materialized ones.'),
    'materialized-views': count.describe('Materialized views.'),
    functions: count.describe('Functions, procedures and aggregates.'),
    sequences: count.describe('Sequences, those behind columns included.'),
    present: fields/* texts */.Te
        .optional()
        .describe('Objects that must be there, by name: `film`, `film.title`, `film film_audit`, `touch()`.'),
    absent: fields/* texts */.Te.optional().describe('Objects that must not be there.'),
    'triggers-enabled': schemas/* union */.KCZ([schemas/* literal */.euz('all'), schemas/* array */.YOg(fields/* text */.Qq)], { error: 'must be all, or a list of triggers' })
        .optional()
        .describe('`all`, or the triggers that must be there and enabled: `film_audit` or `film film_audit`.'),
    'indexes-valid': fields/* flag */.Jt.optional().describe('No index may be invalid.'),
}, 'What the database must contain.').refine((written) => Object.keys(written).length > 0, { error: 'must say what to count or to look for' });
const inventoryCheck = (0,attributes/* checkSection */.U)({ inventory: contents }, 'What the database contains: objects counted, named, and sound.').transform(({ inventory, ...written }) => {
    const counted = Object.entries(COUNTS);
    return {
        ...(0,attributes/* commonOf */.$)(written),
        kind: 'inventory',
        counts: counted.flatMap(([kind, key]) => (inventory[key] === undefined ? [] : [{ kind, key, count: inventory[key] }])),
        present: inventory.present ?? [],
        absent: inventory.absent ?? [],
        triggersEnabled: inventory['triggers-enabled'] ?? [],
        indexesValid: inventory['indexes-valid'] ?? false,
    };
});

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/parity.js
/** The `parity` check: two tables, or queries, hold the same rows. */




const DEFAULT_SAMPLE_KEYS = 5;
const MOST_SAMPLE_KEYS = 1000;
const named = fields/* text */.Qq
    .describe('A table of the database, as it is written in SQL.')
    .transform((table) => ({ source: { table }, database: null }));
const side = (0,section/* section */.u)({
    table: fields/* text */.Qq.optional().describe('A table, as it is written in SQL.'),
    query: fields/* text */.Qq.optional().describe('A query that only reads, instead of a table. It is run several times.'),
    database: fields/* text */.Qq.optional().describe('URL of another database, taken from the environment. Default: the one that is migrated.'),
}, 'One side, where it is a query or lies in another database.')
    .refine(({ table, query }) => (table === undefined) !== (query === undefined), { error: 'must name either a table or a query' })
    .transform(({ table, query, database }) => ({
    source: query === undefined ? { table: table ?? '' } : { query },
    database: database ?? null,
}));
const anySide = schemas/* union */.KCZ([named, side], {
    error: 'must be the name of a table, or { table: …, database: … }, or { query: …, database: … }',
});
const sidesWords = 'must be a list of two tables or queries';
const rowsWords = 'must be a whole number of rows, 0 or more';
const sampleWords = `must be a whole number from 0 to ${MOST_SAMPLE_KEYS}`;
const oneOrMore = schemas/* union */.KCZ([fields/* text */.Qq, fields/* texts */.Te], { error: 'must be a column or a list of columns' });
const parityCheck = (0,attributes/* checkSection */.U)({
    parity: schemas/* tuple */.PVZ([anySide, anySide], { error: sidesWords }).describe('The two tables or queries.'),
    key: oneOrMore.optional().describe('Columns that identify a row. Default: the primary key, where both sides have the same.'),
    columns: oneOrMore
        .optional()
        .describe('Columns to compare besides the key. Default: all; one that a side lacks is a failure.'),
    ignore: oneOrMore.optional().describe('Columns to leave out.'),
    'at-most': schemas/* int */.Whr({ error: rowsWords })
        .min(0, { error: rowsWords })
        .optional()
        .describe('Differing keys that pass. Default 0.'),
    'sample-keys': schemas/* int */.Whr({ error: sampleWords })
        .min(0, { error: sampleWords })
        .max(MOST_SAMPLE_KEYS, { error: sampleWords })
        .optional()
        .describe(`How many differing keys are named. Default ${DEFAULT_SAMPLE_KEYS}.`),
    'show-rows': fields/* flag */.Jt.optional().describe('Show the differing values of these keys too, not only the keys. Default `false`.'),
}, 'Two tables or queries that must hold the same rows.').transform((written) => ({
    ...(0,attributes/* commonOf */.$)(written),
    kind: 'parity',
    left: written.parity[0],
    right: written.parity[1],
    key: listed(written.key),
    columns: listed(written.columns),
    ignore: listed(written.ignore) ?? [],
    atMost: written['at-most'] ?? 0,
    sampleKeys: written['sample-keys'] ?? DEFAULT_SAMPLE_KEYS,
    showRows: written['show-rows'] ?? false,
}));
function listed(written) {
    if (written === undefined)
        return null;
    return typeof written === 'string' ? [written] : written;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/populated.js
/** The `populated` check: in how many rows of a table a column must hold a value. */




const COUNT = '[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}';
const SHARE = /^(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]+)?) ?%$/;
const COUNTED = new RegExp(`^(?:${COUNT})$`);
const N_OF_M = new RegExp(`^(${COUNT}) of (about )?(${COUNT})$`);
const TOTAL = new RegExp(`^(about )?(${COUNT})$`);
const leastWords = 'must be a percentage such as 98%, a number of rows, or both as in 305 of 305';
const totalWords = 'must be a number of rows, exact as in 305 or roughly as in about 96,000';
const populated_columnWords = 'must be a column as in table.column or schema.table.column, with double quotes around names in capitals';
const rows = schemas/* int */.Whr({ error: leastWords }).min(0, { error: leastWords });
const least = schemas/* union */.KCZ([rows, ...[SHARE, COUNTED, N_OF_M].map((pattern) => schemas/* string */.YjP().regex(pattern, { error: leastWords }))], {
    error: leastWords,
});
const total = schemas/* union */.KCZ([rows, schemas/* string */.YjP().regex(TOTAL, { error: totalWords })], { error: totalWords });
const populatedCheck = (0,attributes/* checkSection */.U)({
    populated: fields/* text */.Qq
        .refine((written) => (0,table_name/* readColumnName */.iU)(written) !== null, { error: populated_columnWords })
        .describe('The column that must hold values: `table.column` or `schema.table.column`.'),
    'at-least': least
        .optional()
        .describe('A percentage of the rows, a number of rows, or `305 of 305`, which also says how many rows there are. Default `100%`.'),
    of: total.optional().describe('How many rows the table must have: `305` exactly, or `about 96,000` within 10 %.'),
}, 'A column that must hold values, counted exactly.').transform((written) => {
    const { atLeast, of } = quantityOf(written['at-least'] ?? '100%');
    const column = (0,table_name/* readColumnName */.iU)(written.populated);
    return { ...(0,attributes/* commonOf */.$)(written), kind: 'populated', column, atLeast, of: written.of === undefined ? of : totalOf(written.of) };
});
function quantityOf(written) {
    if (typeof written === 'string' && written.endsWith('%'))
        return { atLeast: { percent: written.slice(0, -1).trim() }, of: null };
    const [, count, about, all] = N_OF_M.exec(String(written)) ?? [];
    if (count === undefined || all === undefined)
        return { atLeast: { rows: plainNumber(String(written)) }, of: null };
    return { atLeast: { rows: plainNumber(count) }, of: { rows: plainNumber(all), about: about !== undefined } };
}
function totalOf(written) {
    const [, about, count = ''] = TOTAL.exec(String(written)) ?? [];
    return { rows: plainNumber(count), about: about !== undefined };
}
function plainNumber(written) {
    return Number(written.replaceAll(',', ''));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/expectation.js
/** The `expect` key of a query check: a value, a range, a number of rows, a pattern, nothing at all, or whatever it is. */


const scalar = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP(), schemas/* boolean */.zMY()]);
const value = scalar.transform(expectValue).describe('The one value of the one row.');
const explicitValue = schemas/* strictObject */.rej({ value: scalar }).transform((written) => expectValue(written.value));
const range = schemas/* strictObject */.rej({
    'at-least': fields/* decimal */._.optional().describe('Smallest value that passes.'),
    'at-most': fields/* decimal */._.optional().describe('Largest value that passes.'),
})
    .refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined)
    .transform((written) => ({ kind: 'range', atLeast: written['at-least'] ?? null, atMost: written['at-most'] ?? null }));
const expectation_rows = schemas/* strictObject */.rej({ rows: schemas/* int */.Whr().min(0).describe('Exact number of rows.') })
    .transform((written) => ({ kind: 'rows', count: written.rows }));
const matches = schemas/* strictObject */.rej({ matches: schemas/* string */.YjP().min(1).refine(fields/* isPattern */.Pt).describe('Regular expression that the one value must match.') })
    .transform((written) => ({ kind: 'matches', pattern: written.matches }));
const empty = schemas/* strictObject */.rej({ empty: schemas/* literal */.euz(true) }).transform(() => ({ kind: 'empty' }));
const shown = schemas/* strictObject */.rej({ shown: schemas/* literal */.euz(true).describe('Any answer passes, and is in the report: to record what there is.') })
    .transform(() => ({ kind: 'shown' }));
const expectation = schemas/* union */.KCZ([value, explicitValue, range, expectation_rows, matches, empty, shown], {
    error: 'must be a value, or one of { value: 43 }, { at-least: 1, at-most: 9 }, { rows: 3 }, { matches: "^v1" }, { empty: true }, { shown: true }',
});
function expectValue(written) {
    if (typeof written === 'string')
        return { kind: 'value', as: 'text', value: written };
    return { kind: 'value', as: typeof written === 'number' ? 'number' : 'boolean', value: String(written) };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/query.js
/** The `query` check: what a query must answer. */



const queryCheck = (0,attributes/* checkSection */.U)({ query: fields/* text */.Qq.describe('A query that only reads.'), expect: expectation.describe('What it must answer.') }, 'A query and what it must answer.').transform((written) => ({ ...(0,attributes/* commonOf */.$)(written), kind: 'query', query: written.query, expect: written.expect }));

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/suite.js
/** The `suite` check: an SQL script whose rows and notices say PASS or FAIL, and how many must pass. */



const suite_countWords = 'must be a whole number, 1 or more';
const suite_count = schemas/* int */.Whr({ error: suite_countWords }).min(1, { error: suite_countWords });
const suiteCheck = (0,attributes/* checkSection */.U)({
    suite: fields/* text */.Qq.describe('SQL file, relative to the plan, whose rows or notices say PASS, OK, FAIL, ERROR or SKIP.'),
    expect: suite_count.optional().describe('How many results must pass, exactly. Best given: a test that vanishes is noticed.'),
    'at-least': suite_count.optional().describe('How many results must pass at least.'),
    pass: fields/* pattern */.T1.optional().describe('Regular expression of a cell or notice that passes, in the place of the known words.'),
    fail: fields/* pattern */.T1.optional().describe('Regular expression of a cell or notice that fails, in the place of the known words.'),
    keep: fields/* flag */.Jt
        .optional()
        .describe('Commit what the script wrote. Default `false`: it runs in one transaction that is rolled back.'),
}, 'An SQL script of tests; what it writes is rolled back.')
    .refine((written) => written.expect === undefined || written['at-least'] === undefined, {
    error: 'must say either expect, or at-least, not both',
})
    .refine((written) => written.pass === undefined || written.fail !== undefined, {
    error: 'must say with pass also fail: the word of a failure would go unseen',
})
    .transform((written) => ({
    ...(0,attributes/* commonOf */.$)(written),
    kind: 'suite',
    suite: written.suite,
    expect: suite_expectation(written.expect, written['at-least']),
    pass: written.pass ?? null,
    fail: written.fail ?? null,
    keep: written.keep ?? false,
}));
function suite_expectation(exactly, atLeast) {
    if (exactly !== undefined)
        return { exactly };
    return atLeast === undefined ? null : { atLeast };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/time.js
/** The `time` check: how long a query or a command takes, against limits and against the same before the migration. */




const timed = schemas/* union */.KCZ([
    fields/* text */.Qq,
    (0,section/* section */.u)({ query: fields/* text */.Qq.describe('A query that only reads; all its rows are received.') }, 'A query.'),
    (0,section/* section */.u)({ command: fields/* text */.Qq.describe('A shell line.') }, 'A command.'),
], { error: 'must be a shell line, or { query: "select …" }, or { command: "…" }' });
const before = (0,section/* section */.u)({
    'at-least': fields/* positiveDuration */.Cz.optional().describe('Shortest time that passes.'),
    'at-most': fields/* positiveDuration */.Cz.optional().describe('Longest time that passes.'),
}, 'What it must take before the migration, e.g. to be sure that the slow case was met.').refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined, {
    error: 'must give at-least, at-most, or both',
});
const LIMITS = ['at-most', 'at-most-times', 'faster-by'];
const COMPARING = ['compare', 'at-most-times', 'faster-by', 'before'];
const timeCheck = (0,attributes/* checkSection */.U)({
    time: timed.describe('What is timed: a shell line, or `{ query: … }`, or `{ command: … }`.'),
    runs: (0,fields/* wholeNumber */.rD)(1, 1000)
        .optional()
        .describe('How often it is run; the median counts. Default 3 for a query, 1 for a command.'),
    'warm-up': (0,fields/* wholeNumber */.rD)(0, 1000)
        .optional()
        .describe('Runs before those, which do not count. Default 1 for a query, 0 for a command.'),
    'at-most': fields/* positiveDuration */.Cz.optional().describe('Longest median that passes after the migration.'),
    'at-most-times': fields/* factor */.Gt
        .optional()
        .describe('Longest median that passes, as a multiple of the one before the migration, e.g. `1.5x`.'),
    'faster-by': fields/* factor */.Gt.optional().describe('How many times faster than before the migration it must be, e.g. `2x`.'),
    compare: schemas/* literal */.euz('before', { error: 'must be before' })
        .optional()
        .describe('`before`: measured before the migration too. Follows from `at-most-times`, `faster-by` and `before`.'),
    before: before.optional(),
}, 'How long a query or a command takes.')
    .refine((written) => LIMITS.some((limit) => written[limit] !== undefined), {
    error: `must set a limit: ${LIMITS.join(', ')}`,
})
    .refine((written) => !COMPARING.some((key) => written[key] !== undefined) || isAskedTwice(written), {
    error: 'is compared with before: leave out after-migration, and when unless it is before-and-after',
})
    .transform((written) => {
    const compare = COMPARING.some((key) => written[key] !== undefined);
    const what = typeof written.time === 'string' ? { command: written.time } : written.time;
    const isQuery = 'query' in what;
    return {
        ...(0,attributes/* commonOf */.$)(written, compare ? 'before-and-after' : 'after'),
        kind: 'time',
        timed: what,
        runs: written.runs ?? (isQuery ? 3 : 1),
        warmUp: written['warm-up'] ?? (isQuery ? 1 : 0),
        atMostMs: written['at-most'] ?? null,
        atMostTimes: written['at-most-times'] ?? null,
        fasterBy: written['faster-by'] ?? null,
        compare,
        before: written.before === undefined
            ? null
            : { atLeastMs: written.before['at-least'] ?? null, atMostMs: written.before['at-most'] ?? null },
    };
});
function isAskedTwice(written) {
    return written['after-migration'] === undefined && (written.when === undefined || written.when === 'before-and-after');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/check.js
/** Every kind of check that a plan can declare; the key that names the kind tells them apart. */












/** By the key that only this kind has. */
const KINDS = {
    command: commandCheck,
    explain: explainCheck,
    'foreign-keys': foreignKeysCheck,
    http: http/* httpCheck */.r,
    idempotent: idempotentCheck,
    inventory: inventoryCheck,
    parity: parityCheck,
    populated: populatedCheck,
    query: queryCheck,
    suite: suiteCheck,
    time: timeCheck,
};
const CHECK_KINDS = Object.keys(KINDS);
/** Its mistakes are told by the kind that was meant: see `meantAlternative` in problems.ts. */
const planCheck = schemas/* union */.KCZ(Object.values(KINDS), { error: `must say what it checks: one of ${CHECK_KINDS.join(', ')}` });


/***/ }),

/***/ 3931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ httpCheck),
  o: () => (/* binding */ namesUsed)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/fields.js
var fields = __webpack_require__(2549);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/json-path.js
var json_path = __webpack_require__(3784);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/section.js
var section = __webpack_require__(3681);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/attributes.js
var attributes = __webpack_require__(9493);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/placeholders.js
var placeholders = __webpack_require__(5406);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/http-request.js
/** The request of an `http` check as the plan writes it: method and address, headers, token and body. */




const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const ADDRESS_WORDS = 'must be an address such as http://localhost:8000/health; {{names}} may stand in its path and query only';
const address = fields/* text */.Qq.refine(isAddress, { error: ADDRESS_WORDS });
/** The server is the plan's to choose: an answer that was captured cannot send a token elsewhere. */
function isAddress(written) {
    return /^https?:\/\/[^/?#{}]+(?:[/?]|$)/i.test(written) && URL.canParse((0,placeholders/* withoutPlaceholders */.Zm)(written));
}
const methodWord = schemas/* string */.YjP().regex(/^[A-Za-z]{1,20}$/, { error: 'must be a method such as GET' });
const target = (0,section/* section */.u)({
    get: address.optional().describe('Address for a GET.'),
    post: address.optional().describe('Address for a POST.'),
    put: address.optional().describe('Address for a PUT.'),
    patch: address.optional().describe('Address for a PATCH.'),
    delete: address.optional().describe('Address for a DELETE.'),
    head: address.optional().describe('Address for a HEAD.'),
    method: methodWord.optional().describe('Any other method, together with `url`.'),
    url: address.optional().describe('Address for `method`.'),
}, 'What is asked for: one method with its address.')
    .refine((written) => METHODS.filter((method) => written[method] !== undefined).length + (written.url === undefined ? 0 : 1) === 1, {
    error: `must give one address: { get: URL }, with ${METHODS.join(', ')}, or { method, url }`,
})
    .refine((written) => (written.url === undefined) === (written.method === undefined), {
    error: 'must give method and url together',
});
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const headerWords = 'must be a line of text without control characters';
/** A secret often comes with the line break of the file that it was kept in. */
const headerValue = schemas/* string */.YjP({ error: 'must be text' })
    .transform((written) => written.trim())
    .refine((written) => HEADER_VALUE.test(written), { error: headerWords });
const headers = schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/), headerValue, {
    error: (issue) => (issue.code === 'invalid_key' ? 'must have names of headers as keys' : (0,section/* mappingError */.H)(issue)),
});
/** The keys of a check that describe its request. */
const requestShape = {
    http: target,
    headers: headers.optional().describe('Headers to send, by name.'),
    token: headerValue
        .refine((written) => written !== '', { error: 'must not be empty' })
        .optional()
        .describe('Sent as `Authorization: Bearer`; take it from the environment. Masked everywhere.'),
    json: schemas/* unknown */.L5J().optional().describe('Body, sent as JSON.'),
    body: schemas/* string */.YjP({ error: 'must be text' }).optional().describe('Body, sent as it is.'),
};
/** Why the parts of a request do not go together, or `null`. */
function requestFault(written) {
    const { method } = methodAndUrl(written);
    const hasBody = written.json !== undefined || written.body !== undefined;
    if (written.json !== undefined && written.body !== undefined)
        return 'must say either json, or body, not both';
    if (hasBody && (method === 'GET' || method === 'HEAD'))
        return `must have no body: a ${method} request has none`;
    const authorized = Object.keys(written.headers ?? {}).some((name) => name.toLowerCase() === 'authorization');
    return authorized && written.token !== undefined ? 'must say either token, or the header authorization, not both' : null;
}
function requestSettings(written) {
    const { headers = {}, token, json, body } = written;
    const content = json === undefined ? (body === undefined ? null : { text: body }) : { json };
    return { ...methodAndUrl(written), headers, token: token ?? null, body: content };
}
function methodAndUrl({ http }) {
    const method = METHODS.find((name) => http[name] !== undefined);
    if (method === undefined)
        return { method: (http.method ?? '').toUpperCase(), url: http.url ?? '' };
    return { method: method.toUpperCase(), url: http[method] ?? '' };
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/json-expectation.js
var json_expectation = __webpack_require__(3781);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/http.js
/** The `http` check: a request, what its answer must be, and the values that later requests take from it. */








const statusWords = 'must be a status such as 200, a class such as 2xx, or a list of them';
const oneStatus = schemas/* union */.KCZ([
    schemas/* int */.Whr({ error: statusWords }).min(100, { error: statusWords }).max(599, { error: statusWords }),
    schemas/* string */.YjP().regex(/^[1-5]xx$/, { error: statusWords }),
], { error: statusWords });
const pathWords = 'must be a path to one place, such as $.items[0].id';
const place = schemas/* string */.YjP({ error: pathWords }).refine((written) => (0,json_path/* parseJsonPath */.H)(written) !== null, { error: pathWords });
/** A record's keys are told apart from its values in a complaint. */
function keysError(words) {
    return (issue) => (issue.code === 'invalid_key' ? `has a key that ${words}` : (0,section/* mappingError */.H)(issue));
}
const httpCheck = (0,attributes/* checkSection */.U)({
    ...requestShape,
    status: schemas/* union */.KCZ([oneStatus, schemas/* array */.YOg(oneStatus).min(1, { error: statusWords })], { error: statusWords })
        .optional()
        .describe('Status of the answer: a number, a class such as `2xx`, or a list. Redirects are not followed. Default `2xx`.'),
    within: fields/* positiveDuration */.Cz.optional().describe('Longest time for the whole answer; a slower one fails.'),
    'body-matches': fields/* pattern */.T1.optional().describe('Regular expression that the body must match.'),
    'json-path': schemas/* record */.g1P(place, json_expectation/* jsonExpectation */.Vd, { error: keysError(pathWords) })
        .optional()
        .describe('What a JSON answer must hold, by path: `{ "$.items[0].id": 5, "$.items": { length: 3 } }`.'),
    capture: schemas/* record */.g1P(schemas/* string */.YjP().regex(placeholders/* CAPTURE_NAME */.Z4), place, { error: keysError('must be a name such as phase_id') })
        .optional()
        .describe('Values of a JSON answer that later requests of the same stage use as `{{name}}`, by path.'),
}, 'A request to the application, and what it must answer. By default it is asked after the services have started.')
    .superRefine((written, context) => {
    const message = requestFault(written);
    if (message !== null)
        context.addIssue({ code: 'custom', message });
})
    .transform((written) => ({
    ...(0,attributes/* commonOf */.$)(written, 'after-start'),
    kind: 'http',
    request: requestSettings(written),
    status: statusRanges(written.status ?? '2xx'),
    withinMs: written.within ?? null,
    bodyMatches: written['body-matches'] ?? null,
    jsonPaths: Object.entries(written['json-path'] ?? {}).map(([path, expect]) => ({ ...placeOf(path), expect })),
    captures: Object.entries(written.capture ?? {}).map(([name, path]) => ({ ...placeOf(path), name })),
}));
/** The names that a request takes from earlier answers. */
function namesUsed({ request }) {
    const { url, headers, token, body } = request;
    return (0,placeholders/* placeholdersIn */.Qf)({ url, headers, token, body });
}
function statusRanges(written) {
    const list = typeof written === 'object' ? written : [written];
    return list.map((status) => {
        if (typeof status === 'number')
            return { from: status, to: status };
        const first = Number(status[0]) * 100;
        return { from: first, to: first + 99 };
    });
}
function placeOf(path) {
    return { path, steps: (0,json_path/* parseJsonPath */.H)(path) ?? [] };
}


/***/ }),

/***/ 3781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ meetsJsonExpectation),
/* harmony export */   Uf: () => (/* binding */ describeJsonExpectation),
/* harmony export */   Vd: () => (/* binding */ jsonExpectation)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _decimals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2856);
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8879);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2549);
/** What is expected at one place of a JSON answer: a value, a range, a pattern, a length, or that there is something at all. */




const scalar = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()]);
const value = scalar.transform((value) => ({ kind: 'value', value }));
const range = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    'at-least': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._.optional().describe('Smallest number that passes.'),
    'at-most': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._.optional().describe('Largest number that passes.'),
})
    .refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined)
    .transform((written) => ({
    kind: 'range',
    atLeast: written['at-least'] ?? null,
    atMost: written['at-most'] ?? null,
}));
const matches = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ matches: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1.describe('Regular expression that the text or number must match.') })
    .transform((written) => ({ kind: 'matches', pattern: written.matches }));
const length = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ length: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).describe('Exact number of items, keys or characters.') })
    .transform((written) => ({ kind: 'length', length: written.length }));
const exists = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ exists: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt.describe('Whether there must be something, or must be nothing.') })
    .transform((written) => ({ kind: 'exists', exists: written.exists }));
const jsonExpectation = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([value, range, matches, length, exists], {
    error: 'must be a value, or one of { at-least: 1, at-most: 9 }, { matches: "^v1" }, { length: 3 }, { exists: true }',
});
/** Whether a value of an answer is as expected; `undefined` stands for nothing there. Numbers beyond a float come as {@link ExactNumber}. */
function meetsJsonExpectation(expectation, actual) {
    switch (expectation.kind) {
        case 'exists':
            return (actual !== undefined) === expectation.exists;
        case 'value':
            return typeof expectation.value === 'number'
                ? equalsNumber(actual, expectation.value)
                : equalsText(actual, expectation.value);
        case 'range':
            return (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_2__/* .isNumeric */ .kf)(actual) && isWithin(String(actual), expectation.atLeast, expectation.atMost);
        case 'matches':
            return (typeof actual === 'string' || (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_2__/* .isNumeric */ .kf)(actual)) && new RegExp(expectation.pattern, 'u').test(String(actual));
        case 'length':
            return lengthOf(actual) === expectation.length;
    }
}
/** The expectation in words, as the report shows it. */
function describeJsonExpectation(expectation) {
    switch (expectation.kind) {
        case 'exists':
            return expectation.exists ? 'anything' : 'nothing';
        case 'value':
            return JSON.stringify(expectation.value);
        case 'range':
            return [
                ...(expectation.atLeast === null ? [] : [`at least ${expectation.atLeast}`]),
                ...(expectation.atMost === null ? [] : [`at most ${expectation.atMost}`]),
            ].join(' and ');
        case 'matches':
            return `matching /${expectation.pattern}/`;
        case 'length':
            return `of length ${expectation.length}`;
    }
}
function equalsNumber(actual, expected) {
    return (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_2__/* .isNumeric */ .kf)(actual) && (0,_decimals_js__WEBPACK_IMPORTED_MODULE_3__/* .compareDecimals */ .YL)(String(actual), String(expected)) === 0;
}
/** A number too long for a float is text in the plan. */
function equalsText(actual, expected) {
    return actual instanceof _exact_number_js__WEBPACK_IMPORTED_MODULE_2__/* .ExactNumber */ .fh ? (0,_decimals_js__WEBPACK_IMPORTED_MODULE_3__/* .compareDecimals */ .YL)(String(actual), String(expected)) === 0 : actual === expected;
}
function isWithin(actual, atLeast, atMost) {
    const notBelow = atLeast === null || ((0,_decimals_js__WEBPACK_IMPORTED_MODULE_3__/* .compareDecimals */ .YL)(actual, atLeast) ?? -1) >= 0;
    return notBelow && (atMost === null || ((0,_decimals_js__WEBPACK_IMPORTED_MODULE_3__/* .compareDecimals */ .YL)(actual, atMost) ?? 1) <= 0);
}
function lengthOf(actual) {
    if ((0,_exact_number_js__WEBPACK_IMPORTED_MODULE_2__/* .isNumeric */ .kf)(actual))
        return null;
    if (typeof actual === 'string')
        return [...actual].length;
    if (Array.isArray(actual))
        return actual.length;
    return typeof actual === 'object' && actual !== null ? Object.keys(actual).length : null;
}


/***/ }),

/***/ 5406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ fillPlaceholders),
/* harmony export */   Qf: () => (/* binding */ placeholdersIn),
/* harmony export */   Z4: () => (/* binding */ CAPTURE_NAME),
/* harmony export */   Zm: () => (/* binding */ withoutPlaceholders),
/* harmony export */   a_: () => (/* binding */ onlyPlaceholder)
/* harmony export */ });
/** `{{name}}` in requests: the place of a value that an earlier answer gave. */
const CAPTURE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const PLACEHOLDER = /\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g;
/** The names in a text, or in every text of a plain value; each once. */
function placeholdersIn(value) {
    if (typeof value === 'string')
        return [...new Set([...value.matchAll(PLACEHOLDER)].map(([, name]) => name))];
    if (typeof value !== 'object' || value === null)
        return [];
    return [...new Set(Object.values(value).flatMap(placeholdersIn))];
}
/** The name that a text consists of, with nothing around it; `null` for any other text. */
function onlyPlaceholder(text) {
    const [whole, name] = text.match(new RegExp(`^${PLACEHOLDER.source}$`)) ?? [];
    return whole === undefined ? null : (name ?? null);
}
function fillPlaceholders(text, value) {
    return text.replace(PLACEHOLDER, (_placeholder, name) => value(name));
}
/** For looking at the rest of an address. */
function withoutPlaceholders(text) {
    return fillPlaceholders(text, () => 'x');
}


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ defined),
/* harmony export */   z: () => (/* binding */ databaseSettings)
/* harmony export */ });
/** The two families of variables. They are not mixed: half an address from each would be another database. */
const FAMILIES = [
    {
        host: 'DB_HOST',
        port: 'DB_PORT',
        name: 'DB_NAME',
        user: 'DB_USER',
        password: 'DB_PASSWORD',
        required: ['DB_HOST', 'DB_NAME', 'DB_USER'],
    },
    { host: 'PGHOST', port: 'PGPORT', name: 'PGDATABASE', user: 'PGUSER', password: 'PGPASSWORD', required: ['PGDATABASE'] },
];
const LOOKED_FOR = 'Set database.url in the plan, or DATABASE_URL, or DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASSWORD, or PGHOST, PGPORT, PGDATABASE, ' +
    'PGUSER and PGPASSWORD. In a workflow, check that the secrets of the environment reach this job.';
/** The settings, or what is missing. An empty variable counts as not set. */
function databaseSettings(section, environment) {
    const tls = tlsSettings(section, environment);
    if (section?.url !== undefined)
        return { settings: { url: section.url, ...tls } };
    const given = defined({
        host: section?.host,
        port: section?.port,
        name: section?.name,
        user: section?.user,
        password: section?.password,
    });
    const address = Object.keys(given).length > 0 ? completed(given, environment) : fromEnvironment(environment);
    return 'problem' in address ? address : { settings: { ...address.location, ...tls } };
}
function fromEnvironment(environment) {
    if (environment.DATABASE_URL)
        return { location: { url: environment.DATABASE_URL } };
    const family = familyInUse(environment);
    if (family === undefined)
        return { problem: { message: 'no database is given', hint: LOOKED_FOR } };
    const missing = family.required.filter((name) => !environment[name]);
    if (missing.length > 0)
        return {
            problem: {
                message: `not set: ${missing.join(', ')} (although there is ${present(family, environment)})`,
                hint: LOOKED_FOR,
            },
        };
    return located(variablesOf(family, environment));
}
/** What the plan leaves out of the address comes from one family of variables. */
function completed(given, environment) {
    const family = familyInUse(environment);
    const location = { ...(family === undefined ? {} : variablesOf(family, environment)), ...given };
    if (location.name !== undefined)
        return located(location);
    return { problem: { message: 'database.name is missing', hint: 'Write it in the plan, or set DB_NAME or PGDATABASE.' } };
}
function familyInUse(environment) {
    return FAMILIES.find((family) => [family.host, family.name, family.user, family.password].some((name) => environment[name]));
}
function present(family, environment) {
    return [family.host, family.name, family.user, family.password].filter((name) => environment[name]).join(', ');
}
function variablesOf(family, environment) {
    const port = environment[family.port];
    return defined({
        host: environment[family.host] || undefined,
        port: port ? Number(port) : undefined,
        name: environment[family.name] || undefined,
        user: environment[family.user] || undefined,
        password: environment[family.password] || undefined,
    });
}
function located(location) {
    const { port } = location;
    if (port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535))
        return { location };
    return { problem: { message: 'the port of the database must be a number from 1 to 65535', hint: 'Look at DB_PORT or PGPORT.' } };
}
function tlsSettings(section, environment) {
    return defined({
        sslMode: section?.['ssl-mode'] ?? (environment.PGSSLMODE || undefined),
        sslRootCert: section?.['ssl-root-cert'] ?? (environment.PGSSLROOTCERT || undefined),
        sslCert: section?.['ssl-cert'] ?? (environment.PGSSLCERT || undefined),
        sslKey: section?.['ssl-key'] ?? (environment.PGSSLKEY || undefined),
    });
}
/** Without the keys whose value is `undefined`. */
function defined(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 2856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   YL: () => (/* binding */ compareDecimals),
/* harmony export */   aM: () => (/* binding */ isDecimal),
/* harmony export */   st: () => (/* binding */ canonicalDecimal)
/* harmony export */ });
/** Decimal numbers as text: compared digit by digit, so that none is lost to binary floating point. */
const DECIMAL = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,4}))?$/;
/** Whether the text is a number as databases and people write it: `43`, `-1.50`, `2e6`. */
function isDecimal(text) {
    return parse(text) !== null;
}
/** Negative, zero or positive as `left` is less than, equal to or greater than `right`; `null` when one is not a number. */
function compareDecimals(left, right) {
    const a = parse(left);
    const b = parse(right);
    if (a === null || b === null)
        return null;
    const scale = Math.max(a.scale, b.scale);
    const difference = scaled(a, scale) - scaled(b, scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
/** How a database prints numbers: `007` and `+7` are texts, and stay different from `7`. */
const PRINTED = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?$/;
/** One form for all that are equal, `1.0` and `1.00`; `null` where the text is no number as databases print them. */
function canonicalDecimal(text) {
    const parsed = PRINTED.test(text) ? parse(text) : null;
    if (parsed === null)
        return null;
    let { digits, scale } = parsed;
    while (digits !== 0n && digits % 10n === 0n) {
        digits /= 10n;
        scale--;
    }
    return digits === 0n ? '0' : `${parsed.negative ? '-' : ''}${digits}e${-scale}`;
}
/** Whether `after` lies within the tolerance of `before`; false where one is not a number. */
function isWithin(before, after, tolerance) {
    const [from, to] = [parse(before), parse(after)];
    const limit = parse(tolerance.kind === 'absolute' ? tolerance.amount : tolerance.percent);
    if (from === null || to === null || limit === null)
        return false;
    const scale = Math.max(0, from.scale, to.scale, limit.scale);
    const [a, b, allowed] = [scaled(from, scale), scaled(to, scale), scaled(limit, scale)];
    const moved = magnitude(b - a);
    // A percentage of `a`, both sides times 100 and once more the scale that `allowed` brings along.
    return tolerance.kind === 'absolute' ? moved <= allowed : moved * 100n * 10n ** BigInt(scale) <= allowed * magnitude(a);
}
function magnitude(amount) {
    return amount < 0n ? -amount : amount;
}
function parse(text) {
    const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text.trim()) ?? [];
    if (sign === undefined || whole + fraction === '')
        return null;
    return { negative: sign === '-', digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) };
}
function scaled(decimal, scale) {
    const amount = decimal.digits * 10n ** BigInt(scale - decimal.scale);
    return decimal.negative ? -amount : amount;
}


/***/ }),

/***/ 8879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fh: () => (/* binding */ ExactNumber),
/* harmony export */   kf: () => (/* binding */ isNumeric),
/* harmony export */   rf: () => (/* binding */ exactNumber)
/* harmony export */ });
/* harmony import */ var _decimals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);
/** A number of a JSON document that a float cannot hold, kept as it is written there. */

class ExactNumber {
    #written;
    constructor(written) {
        this.#written = written;
    }
    toString() {
        return this.#written;
    }
}
/** The number itself where it is what is written, as 0.30000000000000000001 is not 0.3. */
function exactNumber(value, written) {
    return (0,_decimals_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDecimals */ .YL)(String(value), written) === 0 ? value : new ExactNumber(written);
}
function isNumeric(value) {
    return typeof value === 'number' || value instanceof ExactNumber;
}


/***/ }),

/***/ 2549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ positiveDuration),
/* harmony export */   Gt: () => (/* binding */ factor),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ln: () => (/* binding */ span),
/* harmony export */   Oh: () => (/* binding */ port),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   T1: () => (/* binding */ pattern),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   xe: () => (/* binding */ space)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1205);
/** The kinds of value that a plan's keys hold, as zod schemas: each refuses with one sentence and parses to a plain number or text. */


/** Text that says something. */
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: 'must be text' }).regex(/\S/, { error: 'must not be empty' });
/** A list of texts with at least one entry. */
const texts = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text, { error: 'must be a list' }).min(1, { error: 'must not be an empty list' });
const durationWords = 'must be a duration such as 500ms, 10s, 5m, 2h or 1d';
const spaceWords = 'must be a size such as 500MB or 2GiB, or a multiple of the database size such as 2x';
const portWords = 'must be a port from 1 to 65535';
/** What timers of Node and of PostgreSQL take: 2^31 - 1 ms. A longer one would be over at once. */
const LONGEST_MS = 24 * 86_400_000;
const isTimed = (written) => ((0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(String(written)) ?? 0) <= LONGEST_MS;
const tooLong = { error: 'must be at most 24d' };
const durationExamples = { examples: ['500ms', '10s', '5m', '2h', '1d'] };
/** Milliseconds. */
const duration = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION_PATTERN */ .Cq, { error: durationWords }), zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(0)], { error: durationWords })
    .meta(durationExamples)
    .refine(isTimed, tooLong)
    .transform((written) => (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(String(written)) ?? 0);
const writtenDuration = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: durationWords })
    .regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION_PATTERN */ .Cq, { error: durationWords })
    .meta(durationExamples)
    .refine((written) => ((0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written) ?? 1) > 0, { error: 'must be longer than nothing' });
/** Milliseconds, more than none: where "no limit" would mean waiting for ever. */
const positiveDuration = writtenDuration.refine(isTimed, tooLong).transform((written) => (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written) ?? 0);
/** Milliseconds, more than none, that are compared and that no timer waits for: as many as one likes. */
const span = writtenDuration.transform((written) => (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written) ?? 0);
/** A size in bytes, or a multiple of the size of something else. */
const space = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .SIZE_PATTERN */ .bv), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .MULTIPLE_PATTERN */ .uk)], { error: spaceWords })
    .meta({ examples: ['2x', '500MB', '20GiB'] })
    .transform((written) => {
    const times = (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMultiple */ .mM)(written);
    return times === null ? { bytes: (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(written) ?? 0 } : { times };
});
/** A TCP port; as text too, because `${DB_PORT}` is text. */
const port = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: portWords }).min(1, { error: portWords }).max(65_535, { error: portWords }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9]{1,5}$/, { error: portWords }),
], { error: portWords })
    .refine((written) => Number(written) >= 1 && Number(written) <= 65_535, { error: portWords })
    .transform(Number);
const flag = zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'must be true or false' });
/** One of a few words. */
function word(words) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(words, { error: `must be one of ${words.join(', ')}` });
}
/** Numeric text or a number, kept as decimal text. */
const decimal = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/)], { error: 'must be a number' })
    .transform(String);
/** A JavaScript regular expression, kept as text. */
const pattern = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: 'must be a regular expression' })
    .refine(isPattern, { error: 'must be a regular expression' })
    .refine((written) => written !== '', { error: 'must not be empty: it would match everything' });
function isPattern(written) {
    try {
        return new RegExp(written, 'u') instanceof RegExp;
    }
    catch {
        return false;
    }
}
function wholeNumber(least, most) {
    const error = `must be a whole number from ${least} to ${most}`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
}
const factorWords = 'must be a multiple above zero such as 1.5x';
/** How many times something is something else: `1.5x`, or the bare number. */
const factor = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .MULTIPLE_PATTERN */ .uk, { error: factorWords })], { error: factorWords })
    .meta({ examples: ['1.5x', '2x'] })
    .transform((written) => (typeof written === 'number' ? written : ((0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMultiple */ .mM)(written) ?? 0)))
    .refine((times) => times > 0, { error: factorWords });


/***/ }),

/***/ 3784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseJsonPath),
/* harmony export */   Z: () => (/* binding */ atJsonPath)
/* harmony export */ });
/** Paths into a JSON document: `$.items[0].id`, `$['odd key']`. The part of JSONPath (RFC 9535) that names exactly one place. */
const STEP = /\.([\p{L}_][\p{L}\p{N}_-]*)|\[(\d{1,9})\]|\[(?:'([^']*)'|"([^"]*)")\]/uy;
/** The steps of a path; `null` where it is none, or names more than one place (`*`, `..`, filters, slices). */
function parseJsonPath(path) {
    if (!path.startsWith('$'))
        return null;
    const steps = [];
    const scan = new RegExp(STEP);
    for (scan.lastIndex = 1; scan.lastIndex < path.length;) {
        const [, name, index, single, double] = scan.exec(path) ?? [];
        const step = index === undefined ? (name ?? single ?? double) : Number(index);
        if (step === undefined)
            return null;
        steps.push(step);
    }
    return steps;
}
/** What is at the place; `undefined` where there is nothing. `null` is something. */
function atJsonPath(document, steps) {
    return steps.reduce((value, step) => {
        if (typeof value !== 'object' || value === null)
            return undefined;
        if (Array.isArray(value))
            return typeof step === 'number' ? value[step] : undefined;
        return typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
    }, document);
}


/***/ }),

/***/ 6068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Finds the known word that an unknown one was meant to be. */
/** The word that is meant, when one is near enough to be a slip of the pen: a third of its letters, at most three. */
function nearest(word, known) {
    const ranked = known
        .map((candidate) => ({ candidate, steps: distance(plain(word), plain(candidate)) }))
        .sort((a, b) => a.steps - b.steps);
    const best = ranked[0];
    return best !== undefined && best.steps <= Math.min(3, Math.ceil(best.candidate.length / 3)) ? best.candidate : undefined;
}
/** `lock_wait`, `lockWait` and `lock-wait` are one word. */
function plain(word) {
    return word.replace(/[_\s-]/g, '').toLowerCase();
}
/** Levenshtein's distance, two swapped neighbours counting as one step. */
function distance(a, b) {
    const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++)
            row.push(step(rows, row, a, b, i, j));
        rows.push(row);
    }
    return rows[a.length]?.[b.length] ?? 0;
}
function step(rows, row, a, b, i, j) {
    const cell = (up, left) => (up === 0 ? row : rows[i - up])?.[j - left] ?? 0;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(2, 2) + 1 : Number.POSITIVE_INFINITY;
    return Math.min(cell(1, 0) + 1, cell(0, 1) + 1, cell(1, 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
}


/***/ }),

/***/ 2168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ withOrigin),
/* harmony export */   V: () => (/* binding */ placeIn)
/* harmony export */ });
/* harmony import */ var _source_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7514);

/** Beside the plan and not in it: a plan stays plain data, the same whatever file it came from. */
const ORIGINS = new WeakMap();
/** @returns the same plan */
function withOrigin(plan, file, tree) {
    ORIGINS.set(plan, { file, tree });
    return plan;
}
/** File, line and column of the value that a path of keys leads to; of the innermost that is there. Nothing where there is no file. */
function placeIn(plan, path) {
    const origin = ORIGINS.get(plan);
    if (origin?.file == null)
        return {};
    for (let length = path.length; length > 0; length--) {
        const source = (0,_source_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(origin.tree, path.slice(0, length));
        if (source !== undefined)
            return { file: origin.file, ...source.place };
    }
    return { file: origin.file };
}


/***/ }),

/***/ 1682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ describeIssues),
  L: () => (/* binding */ pathText)
});

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/check.js + 11 modules
var check = __webpack_require__(2255);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/schema.js + 5 modules
var schema = __webpack_require__(2623);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/source-tree.js
var source_tree = __webpack_require__(7514);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/known-keys.js
/** The keys that a plan knows at each place. */




/** Keys known in the mapping at `path` of the file. Only called for a mistake, so that a right plan pays nothing. */
function knownKeys(path, tree) {
    let level = variants(json_schema_processors/* toJSONSchema */.bl(schema/* planFile */.e, { io: 'input' }), tree);
    path.forEach((key, index) => {
        const value = (0,source_tree/* valueAt */.fK)(tree, path.slice(0, index + 1));
        level = level.flatMap((schema) => child(schema, key)).flatMap((schema) => variants(schema, value));
    });
    return [...new Set(level.flatMap((schema) => Object.keys(schema.properties ?? {})))];
}
function child(schema, key) {
    const found = schema.properties?.[String(key)] ?? (typeof key === 'number' ? schema.items : schema.additionalProperties);
    return typeof found === 'object' && !Array.isArray(found) ? [found] : [];
}
/** Every alternative, without those of another `kind` than the value's, and without other kinds of check. */
function variants(schema, value) {
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (alternatives === undefined)
        return [schema];
    const kind = value === undefined ? undefined : (0,source_tree/* valueAt */.fK)(value, ['kind']);
    const written = kind?.kind === 'scalar' ? kind.value : undefined;
    const checkKind = value === undefined ? undefined : check/* CHECK_KINDS */.F.find((name) => (0,source_tree/* valueAt */.fK)(value, [name]) !== undefined);
    return alternatives.filter((alternative) => {
        if (checkKind !== undefined && alternative.required?.includes('name') === true)
            return alternative.required.includes(checkKind);
        const wanted = alternative.properties?.kind?.const;
        return wanted === undefined || written === undefined || wanted === written;
    });
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/nearest.js
var nearest = __webpack_require__(6068);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/problems.js




/** Problems of the tree that was validated, in the order of zod's issues. */
function describeIssues(issues, tree) {
    return issues
        .flatMap((issue) => meant(issue, tree))
        .filter((issue) => !isUnresolved((0,source_tree/* valueAt */.fK)(tree, issue.path)))
        .flatMap((issue) => issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, issue.path, tree) : [describeIssue(issue, tree)]);
}
/** Where a check is of no kind as it stands, the mistakes of the kind whose own key it has. */
function meant(issue, tree) {
    if (issue.code !== 'invalid_union')
        return [issue];
    if (issue.path.at(-2) !== 'validate')
        return meantStructure(issue, tree);
    const kind = check/* CHECK_KINDS */.F.findIndex((name) => (0,source_tree/* valueAt */.fK)(tree, [...issue.path, name]) !== undefined);
    const own = issue.errors[kind] ?? [];
    return own.length === 0 ? [issue] : own.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}
/** A mapping or list where a short form would do as well: the mistakes inside of it, where only one alternative is of its shape. */
function meantStructure(issue, tree) {
    if ((0,source_tree/* valueAt */.fK)(tree, issue.path)?.kind === 'scalar')
        return [issue];
    const isMismatch = ({ path, code }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
    const [own, ...others] = issue.errors.filter((inner) => !inner.some(isMismatch));
    if (own === undefined || own.length === 0 || others.length > 0)
        return [issue];
    return own.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }, tree));
}
/** A variable that is not set has its own problem, where it matters at all. */
function isUnresolved(source) {
    return source?.kind === 'scalar' && (source.faults?.length ?? 0) > 0;
}
function unknownKeys(keys, path, tree) {
    const known = knownKeys(path, tree);
    const mapping = (0,source_tree/* valueAt */.fK)(tree, path);
    return keys.map((key) => {
        const near = (0,nearest/* nearest */.p)(key, known);
        const place = mapping?.kind === 'mapping' ? mapping.entries.get(key)?.place : undefined;
        const hint = near === undefined ? `Known keys here: ${known.join(', ')}.` : `Did you mean ${near}?`;
        return { message: `${pathText([...path, key])} is not a known key`, ...place, hint };
    });
}
function describeIssue(issue, tree) {
    const source = (0,source_tree/* valueAt */.fK)(tree, issue.path);
    const where = pathText(issue.path);
    if (source === undefined || (0,source_tree/* isBlank */.z3)(source)) {
        const parent = nearestPlace(tree, issue.path);
        return { message: `${where} is missing`, ...parent, hint: `${cap(issue.message)}.` };
    }
    const message = `${where === '' ? 'the plan' : where} ${issue.message}${quote(source, issue.path)}`;
    return { message, ...source.place, ...quotesHint(issue, source) };
}
const PRIVATE_KEY = /AGE-SECRET-KEY-/i;
/** What the file says, where it says it in one line and cannot be a secret. */
function quote(source, path) {
    if (source.kind === 'scalar' && PRIVATE_KEY.test(source.written))
        return '';
    if (source.kind !== 'scalar' || source.substituted || path.includes('database') || path.includes('notify'))
        return '';
    const written = source.written.length > 60 ? `${source.written.slice(0, 60)}…` : source.written;
    return `, not ${JSON.stringify(written)}`;
}
function quotesHint(issue, source) {
    const isText = issue.code === 'invalid_type' && issue.expected === 'string';
    return isText && source.kind === 'scalar' ? { hint: 'Put it in quotes: YAML reads it as a number, a date or true/false.' } : {};
}
/** The place of the innermost value on the way that exists. */
function nearestPlace(tree, path) {
    for (let length = path.length - 1; length >= 0; length--) {
        const source = (0,source_tree/* valueAt */.fK)(tree, path.slice(0, length));
        if (source !== undefined)
            return source.place;
    }
    return tree.place;
}
/** `validate[1].expect`: list entries count from 1, as people count. */
function pathText(path) {
    return path.reduce((text, key) => {
        if (typeof key === 'number')
            return `${text}[${key + 1}]`;
        return text === '' ? String(key) : `${text}.${String(key)}`;
    }, '');
}
function cap(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 2623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ planFile),
  w: () => (/* binding */ planSections)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/http.js + 1 modules
var http = __webpack_require__(3931);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/captures.js
/** Sees to it that a request takes from earlier answers only what one of them gives. */

/** Names that a request takes although no check before it, at the same moment, captures them. */
function missingCaptures(checks) {
    return checks.flatMap((check, index) => {
        if (check.kind !== 'http')
            return [];
        const earlier = checks.slice(0, index);
        return (0,http/* namesUsed */.o)(check)
            .filter((name) => !momentsOf(check.moment).every((moment) => isCaptured(earlier, name, moment)))
            .map((name) => ({ index, name }));
    });
}
function isCaptured(earlier, name, moment) {
    return earlier.some((check) => check.kind === 'http' &&
        momentsOf(check.moment).includes(moment) &&
        check.captures.some((capture) => capture.name === name));
}
/** Values live as long as their stage. */
function momentsOf(moment) {
    if (typeof moment === 'object')
        return [`after-migration ${moment.afterMigration}`];
    return moment === 'before-and-after' ? ['before', 'after'] : [moment];
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/check.js + 11 modules
var check = __webpack_require__(2255);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/fields.js
var fields = __webpack_require__(2549);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/migrator-settings.js
/** The `migrator` key of the plan: which tool holds the migrations, and how it is called. */


const workingDirectory = fields/* text */.Qq.optional().describe("Directory the tool runs in, relative to the plan. Default: the plan's own.");
const alembic = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('alembic'),
    'working-directory': workingDirectory,
    config: fields/* text */.Qq.optional().describe("Path of alembic.ini. Default: Alembic's own."),
    command: fields/* texts */.Te.optional().describe('Program and leading arguments, e.g. `[poetry, run, alembic]`. Default `[alembic]`.'),
    'version-table': fields/* text */.Qq.optional().describe('Where env.py names another version_table than `alembic_version`: its name.'),
})
    .describe('Alembic, through its own command line and configuration.');
const sql = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('sql'),
    'working-directory': workingDirectory,
    directory: fields/* text */.Qq.optional().describe('Directory of the numbered files. Default `migrations`.'),
    'history-table': fields/* text */.Qq.optional().describe('Table that records what was applied. Default `public.savepoint_migrations`.'),
})
    .describe('Numbered SQL files, run by Savepoint itself.');
const command = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('command'),
    'working-directory': workingDirectory,
    current: fields/* text */.Qq.describe('Prints the revisions the database stands at, one per line.'),
    upgrade: fields/* text */.Qq.describe('Applies everything up to SAVEPOINT_REVISION.'),
    heads: fields/* text */.Qq.optional().describe('Prints the newest revisions, one per line.'),
    pending: fields/* text */.Qq.optional().describe('Prints the revisions not yet applied, oldest first, one per line.'),
    downgrade: fields/* text */.Qq.optional().describe('Moves back to SAVEPOINT_REVISION.'),
    preview: fields/* text */.Qq.optional().describe('Prints the SQL that would run.'),
    generate: fields/* text */.Qq.optional().describe('Creates an empty migration called SAVEPOINT_MESSAGE.'),
    stamp: fields/* text */.Qq.optional().describe('Records SAVEPOINT_REVISION as current without running anything.'),
    'history-tables': fields/* texts */.Te.optional().describe('Tables in which the tool keeps its history.'),
})
    .describe('Any other tool, by shell lines that read SAVEPOINT_REVISION and SAVEPOINT_MESSAGE from the environment.');
const migrator = schemas/* discriminatedUnion */.gMt('kind', [alembic, sql, command], {
    error: (issue) => issue.code === 'invalid_union' ? 'must be one of alembic, sql, command' : 'must be a mapping of keys to values',
})
    .describe('The migration tool. Left out: detected by its files.');

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/repeated-names.js
/**
 * Adds an issue for each entry whose name an earlier one has.
 *
 * @param path - of the list, from where the context stands
 */
function refuseRepeated(context, path, names) {
    names.forEach((name, index) => {
        const first = names.indexOf(name);
        if (first === index)
            return;
        const message = `needs a name of its own: ${JSON.stringify(name)} is that of entry ${first + 1}`;
        context.addIssue({ code: 'custom', path: [...path, index], message });
    });
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/section.js
var section = __webpack_require__(3681);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/backup.js + 2 modules
var backup = __webpack_require__(7113);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/budgets.js
var budgets = __webpack_require__(4681);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/changes.js
var changes = __webpack_require__(4898);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/checks.js
var checks = __webpack_require__(378);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/quantities.js
var quantities = __webpack_require__(1205);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/monitor-fields.js
/** The kinds of value that only the monitor's keys hold: bounds, growths, addresses and patterns. */



const countWords = 'must be a whole number, 0 or more';
const boundWords = 'must be a whole number such as 50, or a multiple of the baseline such as 2x';
const timeBoundWords = 'must be a duration such as 2s, or a multiple of the baseline such as 2x';
const growthWords = 'must be a percentage such as 10%, or a size such as 500MB';
const urlWords = 'must be an address that starts with http:// or https://';
const statusWords = 'must be a status from 100 to 599';
const count = schemas/* int */.Whr({ error: countWords }).min(0, { error: countWords });
const bound = schemas/* union */.KCZ([schemas/* int */.Whr({ error: boundWords }).min(0, { error: boundWords }), schemas/* string */.YjP().regex(quantities/* MULTIPLE_PATTERN */.uk, { error: boundWords })], {
    error: boundWords,
})
    .transform((written) => (typeof written === 'number' ? { value: written } : { times: (0,quantities/* parseMultiple */.mM)(written) ?? 1 }));
const timeBound = schemas/* string */.YjP({ error: timeBoundWords })
    .refine((written) => (0,quantities/* parseMultiple */.mM)(written) !== null || ((0,quantities/* parseDuration */.E9)(written) ?? 0) > 0, { error: timeBoundWords })
    .meta({ examples: ['500ms', '2s', '2x'] })
    .transform((written) => {
    const times = (0,quantities/* parseMultiple */.mM)(written);
    return times === null ? { value: (0,quantities/* parseDuration */.E9)(written) ?? 0 } : { times };
});
const growth = schemas/* string */.YjP({ error: growthWords })
    .refine((written) => quantities/* PERCENTAGE_PATTERN */.M1.test(written) || (0,quantities/* parseSize */.DB)(written) !== null, { error: growthWords })
    .meta({ examples: ['10%', '500MB'] })
    .transform((written) => {
    const fraction = (0,quantities/* parsePercentage */.A3)(written);
    return fraction === null ? { bytes: (0,quantities/* parseSize */.DB)(written) ?? 0 } : { fraction };
});
const url = schemas/* string */.YjP({ error: urlWords })
    .refine((written) => URL.canParse(written) && /^https?:$/.test(new URL(written).protocol), { error: urlWords });
const pattern = fields/* text */.Qq.refine(isPattern, { error: 'must be a regular expression' });
function isPattern(written) {
    try {
        new RegExp(written, 'iu');
        return true;
    }
    catch {
        return false;
    }
}
const monitor_fields_status = schemas/* int */.Whr({ error: statusWords })
    .min(100, { error: statusWords })
    .max(599, { error: statusWords })
    .describe('The status it must answer with. Default: any from 200 to 299.');

// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/monitor-settings.js
var monitor_settings = __webpack_require__(259);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/monitor.js
/** The plan's `monitor` section as it is written: what is watched after a migration, for how long, and what counts as an anomaly. */






const strikesWords = 'must be a whole number from 1 to 1000';
const endpoint = schemas/* union */.KCZ([
    url,
    (0,section/* section */.u)({
        name: fields/* text */.Qq.optional().describe('As it should read in the report. Default: the address.'),
        get: url.describe('The address to ask for.'),
        status: monitor_fields_status.optional(),
        within: fields/* positiveDuration */.Cz.optional().describe('How long the answer may take.'),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), fields/* text */.Qq, { error: 'must be a mapping of names to values' })
            .optional()
            .describe('Sent with it.'),
    }, 'An address that must answer.'),
], { error: 'must be an address, or a mapping with get' });
const log = (0,section/* section */.u)({
    name: fields/* text */.Qq.optional().describe('As it should read in the report. Default: the command.'),
    command: fields/* text */.Qq.describe('A shell line that prints what the log got since the last time, e.g. with `--since 1m`.'),
    'must-not-match': pattern.describe('A regular expression that no line may match; capitals do not matter.'),
}, 'A log that must stay clean.');
const query = (0,section/* section */.u)({
    name: fields/* text */.Qq.describe('As it should read in the report.'),
    query: fields/* text */.Qq.describe('A query that only reads.'),
    'at-most': timeBound.optional().describe('How long it may take, or a multiple of how long it took before the run.'),
}, 'A query that is timed in every interval.');
const list = { error: 'must be a list' };
const monitorSection = (0,section/* section */.u)({
    for: fields/* span */.Ln.optional().describe('How long it watches. Default `10m`.'),
    every: fields/* positiveDuration */.Cz.optional().describe('Time from one sample to the next. Default `30s`.'),
    connections: (0,section/* section */.u)({ 'at-most': bound.describe('Sessions, or a multiple of those before.') }, 'Client sessions of the database.').optional(),
    'slow-queries': (0,section/* section */.u)({
        over: fields/* positiveDuration */.Cz.optional().describe('A statement that takes longer is slow. Default `1s`.'),
        'at-most': count.optional().describe('How many there may be in the whole watch. Default 0.'),
    }, 'Statements that take too long, those of other programs included.').optional(),
    'lock-waits': (0,section/* section */.u)({
        over: fields/* duration */.p0.optional().describe('A wait for a lock that is longer counts. Default `5s`.'),
        'at-most': count.optional().describe('How many sessions may wait at the same time. Default 0.'),
    }, 'Sessions that wait for locks.').optional(),
    deadlocks: count.optional().describe('How many there may be in the whole watch. Default 0.'),
    rollbacks: (0,section/* section */.u)({ 'at-most': bound.describe('Per interval: a number, or a multiple of the average before.') }, 'Transactions that were rolled back.').optional(),
    'constraint-violations': count
        .optional()
        .describe("How many the server's log may tell of in the whole watch. Needs a role that may read the log."),
    'size-growth': (0,section/* section */.u)({ 'at-most': growth.describe('A percentage of the size before, or a size.') }, 'Growth of the database since before the run.').optional(),
    'replication-lag': (0,section/* section */.u)({ 'at-most': fields/* positiveDuration */.Cz.describe('How far a standby may be behind.') }, 'How far standbys are behind.').optional(),
    queries: schemas/* array */.YOg(query, list).optional().describe('Queries that are timed.'),
    http: schemas/* array */.YOg(endpoint, list).optional().describe('Addresses that must answer.'),
    logs: schemas/* union */.KCZ([log, schemas/* array */.YOg(log, list)], { error: 'must be a mapping with command and must-not-match, or a list of them' })
        .optional()
        .describe('Logs that must stay clean.'),
    'on-anomaly': (0,fields/* word */.Vm)(['fail', 'warn']).optional().describe('What an anomaly does to the result. Default `fail`.'),
    strikes: schemas/* int */.Whr({ error: strikesWords })
        .min(1, { error: strikesWords })
        .max(1000, { error: strikesWords })
        .optional()
        .describe('How many intervals in a row something must be out of bounds. Events (deadlocks, log lines, …) count at once. Default 1.'),
    'stop-at-first': fields/* flag */.Jt.optional().describe('End at the first anomaly instead of watching on. Default `false`.'),
}, 'What is watched after a migration; a stage of the run, and `savepoint monitor`.').superRefine((written, context) => {
    for (const [key, watched] of Object.entries((0,monitor_settings/* watchedNames */.d)(written)))
        refuseRepeated(context, [key], watched);
});

// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/notify.js + 1 modules
var notify = __webpack_require__(1778);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/require.js
var sections_require = __webpack_require__(2268);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/services.js
var services = __webpack_require__(3836);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/snapshot.js
var snapshot = __webpack_require__(7211);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/schema.js
/** The plan file, `savepoint.yml`, as a zod schema: what may be written, what it means, and what holds when it is left out. */
















const ADDRESS_PARTS = ['host', 'port', 'name', 'user', 'password'];
const database = (0,section/* section */.u)({
    url: fields/* text */.Qq
        .optional()
        .describe('Connection URL, best taken from the environment. Not together with host, port, name, user, password.'),
    host: fields/* text */.Qq.optional().describe('Host name, address, or directory of a Unix socket.'),
    port: fields/* port */.Oh.optional().describe('TCP port; 5432 when left out.'),
    name: fields/* text */.Qq.optional().describe('Name of the database.'),
    user: fields/* text */.Qq.optional().describe('Role to connect as.'),
    password: schemas/* string */.YjP({ error: 'must be text' })
        .optional()
        .describe('Password; take it from the environment, never write it here.'),
    'ssl-mode': (0,fields/* word */.Vm)(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'])
        .optional()
        .describe('TLS, as in libpq.'),
    'ssl-root-cert': fields/* text */.Qq.optional().describe('File with the certificates of the authorities to trust.'),
    'ssl-cert': fields/* text */.Qq.optional().describe("File with the client's certificate."),
    'ssl-key': fields/* text */.Qq.optional().describe("File with the client's private key."),
}, 'Where the database is. Left out: DATABASE_URL, then DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD, then PGHOST and its kin.').refine((value) => value.url === undefined || ADDRESS_PARTS.every((part) => value[part] === undefined), {
    error: 'must give either url, or host, port, name, user and password, not both',
});
const session = (0,section/* section */.u)({
    'lock-timeout': fields/* duration */.p0
        .optional()
        .describe('How long a statement of a migration waits for a lock. Default `5s`; `0`: no limit.'),
    'statement-timeout': fields/* duration */.p0.optional().describe('How long one statement of a migration may take. Default `0`: no limit.'),
}, 'Settings of the sessions that migrate.');
const health = (0,section/* section */.u)({
    'connect-timeout': fields/* positiveDuration */.Cz.optional().describe('How long connecting may take. Default `10s`.'),
    'expect-revision': fields/* text */.Qq.optional().describe('Refuse to start unless the database stands at this revision.'),
    'free-space': fields/* space */.xe
        .optional()
        .describe('Free space wanted where the backup is written: a size, or a multiple of the database size. Default `2x`.'),
    'max-transaction-age': fields/* duration */.p0.optional().describe('A transaction open longer than this fails the check. Default `5m`.'),
    'warn-only': fields/* texts */.Te
        .optional()
        .describe('Health checks that only warn, by the names that `savepoint health` shows, e.g. `[free space]`.'),
}, 'Limits of the health check.');
const rollback = (0,section/* section */.u)({
    by: (0,fields/* word */.Vm)(['auto', 'downgrade', 'restore'])
        .optional()
        .describe('The way back: the migrator itself, the backup, or the first of these that is proven equal. Default `auto`.'),
}, 'What happens when a migration or a check fails.');
/** Everything that an environment may say differently. */
const overridable = {
    production: fields/* flag */.Jt.optional().describe('Production is never rolled back automatically. Default `false`.'),
    database: database.optional(),
    migrator: migrator.optional(),
    'lock-wait': fields/* duration */.p0.optional().describe('How long to wait for another run on the same database. Default `60s`.'),
    session: session.optional(),
    health: health.optional(),
    services: services/* services */.$p.optional(),
    backup: backup/* backup */.R.optional(),
    snapshot: snapshot/* snapshot */.P.optional(),
    changes: schemas/* array */.YOg(changes/* change */.Z, { error: 'must be a list' }).optional().describe('What is meant to change.'),
    checks: checks/* checks */.A.optional(),
    validate: schemas/* array */.YOg(check/* planCheck */.I, { error: 'must be a list' })
        .superRefine((checks, context) => {
        refuseRepeated(context, [], checks.map(({ name }) => name));
        for (const { index, name } of missingCaptures(checks)) {
            const message = `takes {{${name}}}, which no check before it captures at the same moment`;
            context.addIssue({ code: 'custom', path: [index], message });
        }
    })
        .optional()
        .describe('Checks: before the run, after a migration, after all.'),
    require: sections_require/* requirements */.L,
    notify: notify/* notify */.m,
    monitor: monitorSection.optional(),
    budgets: budgets/* budgets */.R.optional(),
    rollback: rollback.optional(),
    losses: (0,fields/* word */.Vm)(['fail', 'warn']).optional().describe('Whether an undeclared loss fails the run or warns. Default `fail`.'),
};
const environment = (0,section/* section */.u)(overridable, 'What is different in this environment; merged over the rest of the plan.');
/** A plan without `version` and `environments`: what is left once an environment has been chosen. */
const planSections = (0,section/* section */.u)({ ...overridable, services: services/* wholeServices */.u4.optional() }, 'The plan of one environment.').refine((plan) => plan.budgets?.downtime === undefined || plan.services !== undefined, {
    error: 'needs services: without them nothing is stopped that could be measured',
    path: ['budgets', 'downtime'],
});
const planFile = (0,section/* section */.u)({
    version: schemas/* literal */.euz(1, { error: 'must be 1, the only version of the plan there is' }).describe('Version of the plan format.'),
    ...overridable,
    environments: schemas/* record */.g1P(schemas/* string */.YjP(), environment, { error: section/* mappingError */.H })
        .optional()
        .describe('Environments by name, chosen with `--environment`.'),
}, 'A plan of Savepoint: how one database is migrated safely.');


/***/ }),

/***/ 3681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ mappingError),
/* harmony export */   u: () => (/* binding */ section)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2311);
/** A mapping of the plan with exactly its known keys. */

function section(shape, description) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(shape, { error: mappingError }).describe(description);
}
function mappingError(issue) {
    return issue.code === 'invalid_type' ? 'must be a mapping of keys to values' : undefined;
}


/***/ }),

/***/ 7113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ backup),
  a: () => (/* binding */ completeBackup)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/age-recipient.js
/** Tells a public key of age from a mistyped one, before anything is encrypted to a key that nobody holds. */
/** Of bech32 (BIP 173). */
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** A public key of X25519, the kind that `age-keygen` prints: 32 bytes and a checksum in bech32. */
const X25519 = /^age1[ac-hj-np-z02-9]{58}$/;
/** `null` for a public key that every version of age knows. */
function recipientMistake(written) {
    if (/AGE-SECRET-KEY-/i.test(written))
        return 'private-key';
    if (/^(?:ssh-|ecdsa-|sk-)/.test(written))
        return 'ssh-key';
    // Post-quantum keys, and keys of plugins and their hardware, are unknown to the age of today's distributions.
    if (/^age1[a-z0-9]+1[a-z0-9]+$/.test(written))
        return 'other-kind';
    return X25519.test(written) && hasChecksum('age', written.slice('age1'.length)) ? null : 'mistyped';
}
/** The checksum of bech32 finds every mistake in up to four characters. */
function hasChecksum(prefix, data) {
    const letters = [...prefix].map((letter) => letter.charCodeAt(0));
    const values = [
        ...letters.map((code) => code >> 5),
        0,
        ...letters.map((code) => code & 31),
        ...[...data].map((letter) => ALPHABET.indexOf(letter)),
    ];
    return values.reduce(nextChecksum, 1) === 1;
}
function nextChecksum(checksum, value) {
    const top = checksum >> 25;
    const shifted = ((checksum & 0x1ffffff) << 5) ^ value;
    return GENERATOR.reduce((sum, term, bit) => ((top >> bit) & 1 ? sum ^ term : sum), shifted);
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/fields.js
var fields = __webpack_require__(2549);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/section.js
var section = __webpack_require__(3681);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/store-place.js
var store_place = __webpack_require__(8506);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/stores.js
/** `backup.store`: the places that each backup is stored in beside the run directory. */





const endpointWords = 'must be an address beginning with https:// or http://, without user and password';
const s3 = (0,section/* section */.u)({
    s3: fields/* text */.Qq.describe('Bucket and prefix: `bucket/prefix`.'),
    endpoint: schemas/* string */.YjP({ error: endpointWords })
        .refine(isEndpoint, { error: endpointWords })
        .optional()
        .describe('Address of a compatible server. Left out: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, or AWS itself.'),
    region: fields/* text */.Qq.optional().describe('Left out: AWS_REGION, or as the shared configuration of AWS says.'),
    'force-path-style': fields/* flag */.Jt
        .optional()
        .describe('Whether the bucket stands in the path of addresses. Default: at every endpoint but AWS’s own.'),
}, 'A bucket. Credentials come from the standard chain of AWS and are never written here.').superRefine(({ s3 }, context) => {
    const place = (0,store_place/* parseS3Location */.TL)(s3);
    if ('mistake' in place)
        context.addIssue({ code: 'custom', path: ['s3'], message: place.mistake });
});
const store = schemas/* union */.KCZ([fields/* text */.Qq, s3], { error: 'must be a directory, s3://bucket/prefix/, or s3 with endpoint and region' })
    .superRefine((written, context) => {
    const mistake = typeof written === 'string' ? mistakeIn(written) : null;
    if (mistake !== null)
        context.addIssue({ code: 'custom', message: mistake });
});
const stores = schemas/* array */.YOg(store, { error: 'must be a list' })
    .describe('Where each backup is stored as well, once it is proven: directories (relative to the plan), and `s3://bucket/prefix/`. Default: only in the run directory.');
function mistakeIn(written) {
    if (written === 'artifact')
        return 'cannot be artifact: storing in GitHub artifacts is not there yet; name a directory or s3://bucket/prefix/';
    if ((0,store_place/* isS3Location */.WI)(written)) {
        const place = (0,store_place/* parseS3Location */.TL)(written);
        return 'mistake' in place ? place.mistake : null;
    }
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? 'must be a directory or s3://bucket/prefix/' : null;
}
function isEndpoint(written) {
    if (!URL.canParse(written))
        return false;
    const { protocol, username, password } = new URL(written);
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
/** @param directory - the plan's own, which paths are relative to */
function completeStores(written, directory) {
    return (written ?? []).map((store) => {
        if (typeof store === 'string')
            return (0,store_place/* isS3Location */.WI)(store) ? placeOf(store) : { kind: 'directory', path: (0,external_node_path_.resolve)(directory, store) };
        const { endpoint = null, region = null, 'force-path-style': forcePathStyle = null } = store;
        return { ...placeOf(store.s3), endpoint, region, forcePathStyle };
    });
}
/** Its form was checked. */
function placeOf(written) {
    return (0,store_place/* parseS3Location */.TL)(written);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/backup.js
/** The `backup` section: how the backup is made, how far it is proven, for whom it is encrypted, and where it is stored. */





/** Node works on no more at a time beside its main thread. */
const MOST_JOBS = 4;
const MISTAKES = {
    'private-key': 'must be a public key, age1…; this is the private one, which must not be in a plan: make a new pair of keys',
    'ssh-key': 'must be a public key of age, age1…, and no SSH key: make one with age-keygen',
    'other-kind': 'must be a public key as age-keygen writes it; keys of plugins and post-quantum keys are not known here',
    mistyped: 'must be a public key of age, age1… and 58 characters more, with nothing mistyped',
};
const recipient = schemas/* string */.YjP({ error: MISTAKES.mistyped }).superRefine((written, context) => {
    const mistake = recipientMistake(written);
    if (mistake !== null)
        context.addIssue({ code: 'custom', message: MISTAKES[mistake] });
});
const backup = (0,section/* section */.u)({
    verify: (0,fields/* word */.Vm)(['restore', 'read', 'none'])
        .optional()
        .describe('How far a backup is proven: restored and compared, read in full, or not at all. Default `restore`.'),
    jobs: schemas/* union */.KCZ([schemas/* literal */.euz('auto'), schemas/* int */.Whr().min(1).max(MOST_JOBS)], {
        error: `must be auto, or a whole number from 1 to ${MOST_JOBS}`,
    })
        .optional()
        .describe('How many cores compress the backup while it is written. Default `auto`: all there are, at most 4.'),
    'time-limit': fields/* positiveDuration */.Cz
        .optional()
        .describe('How long writing the backup may take; longer, and nothing is changed. Left out: no limit.'),
    'encrypt-to': schemas/* array */.YOg(recipient, { error: 'must be a list of public keys' })
        .min(1, { error: 'must name at least one public key' })
        .optional()
        .describe('Public keys of age, any one of whose private keys opens the backup; needed to restore it, never to make it. Left out: not encrypted.'),
    store: stores.optional(),
}, 'The backup made before anything is changed.');
function completeBackup(written, directory) {
    return {
        verify: written?.verify ?? 'restore',
        jobs: typeof written?.jobs === 'number' ? written.jobs : null,
        timeLimitMs: written?.['time-limit'] ?? null,
        encryptTo: written?.['encrypt-to'] ?? [],
        stores: completeStores(written?.store, directory),
    };
}


/***/ }),

/***/ 4681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ completeBudgets),
/* harmony export */   R: () => (/* binding */ budgets)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2549);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3681);
/** The `budgets` section: how long migrating, standing still and recovering may take. */



const weighted = (0,_section_js__WEBPACK_IMPORTED_MODULE_1__/* .section */ .u)({
    'at-most': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDuration */ .Cz.describe('The limit.'),
    'warn-only': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt.optional().describe('A broken budget is only a warning. Default `false`.'),
}, 'A limit and its weight.');
const budget = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDuration */ .Cz, weighted], { error: 'must be a duration such as 500ms, or at-most and warn-only' })
    .transform((written) => typeof written === 'number'
    ? { atMostMs: written, warnOnly: false }
    : { atMostMs: written['at-most'], warnOnly: written['warn-only'] ?? false });
const budgets = (0,_section_js__WEBPACK_IMPORTED_MODULE_1__/* .section */ .u)({
    migration: budget.optional().describe('All migrations of a run together; broken, the run is rolled back.'),
    downtime: budget
        .optional()
        .describe('From the begin of `services.stop` until they run again; broken, the run stops for a person: nothing is rolled back.'),
    recovery: budget
        .optional()
        .describe('The restore that proves the backup (`backup.verify: restore`); broken, nothing is changed.'),
}, 'How long things may take. A broken budget fails the run, or warns with `warn-only`.');
function completeBudgets(written) {
    return { migration: written?.migration ?? null, downtime: written?.downtime ?? null, recovery: written?.recovery ?? null };
}


/***/ }),

/***/ 4898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ change),
/* harmony export */   s: () => (/* binding */ completeChange)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _database_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4043);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2549);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3681);
/** The `changes` section: what is meant to change, with the reason; every other loss fails the run. */




const countWords = 'must be a whole number of rows';
const count = zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error: countWords }).min(0, { error: countWords });
const boundWords = 'must be any, an exact number of rows, or { at-least: 1, at-most: 9 }';
const limits = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    'at-least': count.optional().describe('Fewest rows.'),
    'at-most': count.optional().describe('Most rows.'),
})
    .refine(({ 'at-least': least, 'at-most': most }) => least !== undefined || most !== undefined, { error: boundWords })
    .refine(({ 'at-least': least = 0, 'at-most': most = least }) => least <= most, {
    error: 'must have an at-least that is not above its at-most',
})
    .transform((written) => ({ atLeast: written['at-least'] ?? null, atMost: written['at-most'] ?? null }));
const any = zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('any').transform(() => ({ atLeast: null, atMost: null }));
const exact = count.transform((rows) => ({ atLeast: rows, atMost: rows }));
const bound = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([any, exact, limits], { error: boundWords });
const rowsWords = 'must be any, or say how many rows are added or removed: { removed: 3, added: { at-most: 9 } }';
const countedRows = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    added: bound.optional().describe('Rows that are meant to be new: `any`, a number, or `{ at-least, at-most }`.'),
    removed: bound.optional().describe('Rows that are meant to go: `any`, a number, or `{ at-least, at-most }`.'),
})
    .refine((written) => written.added !== undefined || written.removed !== undefined, { error: rowsWords })
    .transform((written) => ({ added: written.added ?? null, removed: written.removed ?? null }));
const change = (0,_section_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .u)({
    table: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional().describe('The table that is meant to change.'),
    object: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional().describe('Another object that is meant to change: a constraint, index, view, function, …'),
    query: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional().describe('A named query or distribution of the snapshot whose answer is meant to change.'),
    dropped: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt.optional().describe('It is meant to be gone, and the run fails where it is not.'),
    created: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt.optional().describe('It is meant to be new, and the run fails where it is not there.'),
    columns: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te.optional().describe('Columns whose values, or whose existence, are meant to change.'),
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(['any']), countedRows], { error: rowsWords })
        .optional()
        .describe('Rows are meant to come or go: `any`, or `{ added, removed }` with bounds that the run holds them to.'),
    because: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.describe('Why. Shown in the report.'),
}, 'A change that is meant; every other loss fails the run.')
    .refine((value) => [value.table, value.object, value.query].filter((name) => name !== undefined).length === 1, {
    error: 'must name one of table, object and query',
})
    .refine((value) => !(value.dropped && value.created), { error: 'cannot be both dropped and created' })
    .refine((value) => value.table === undefined || value.object !== undefined || saysWhat(value), {
    error: 'must say what changes of the table: dropped, created, columns or rows',
})
    .refine((value) => value.table !== undefined || (value.columns === undefined && value.rows === undefined), {
    error: 'can say columns and rows only of a table',
});
function saysWhat({ dropped, created, columns, rows }) {
    return dropped === true || created === true || columns !== undefined || rows !== undefined;
}
function completeChange(written) {
    return (0,_database_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .s)(written);
}


/***/ }),

/***/ 378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checks),
/* harmony export */   z: () => (/* binding */ completeChecks)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2549);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3681);


const checks = (0,_section_js__WEBPACK_IMPORTED_MODULE_1__/* .section */ .u)({
    'at-once': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 100)
        .optional()
        .describe('How many checks that only read are asked side by side, each in a session of its own. Default 8.'),
}, 'How checks are asked.');
function completeChecks(written) {
    return { atOnce: written?.['at-once'] ?? 8 };
}


/***/ }),

/***/ 259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ completeMonitor),
/* harmony export */   d: () => (/* binding */ watchedNames)
/* harmony export */ });
/** What the plan asks to be watched, with every default filled in. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What is watched where the plan has no `monitor` section and a person asks for a watch all the same. */
function completeMonitor(written = {}) {
    return {
        forMs: written.for ?? 10 * MINUTE,
        everyMs: written.every ?? 30 * SECOND,
        connections: written.connections?.['at-most'] ?? null,
        slowQueries: countLimit(written['slow-queries'], SECOND),
        lockWaits: countLimit(written['lock-waits'], 5 * SECOND),
        deadlocks: written.deadlocks ?? 0,
        rollbacks: written.rollbacks?.['at-most'] ?? null,
        constraintViolations: written['constraint-violations'] ?? null,
        sizeGrowth: written['size-growth']?.['at-most'] ?? null,
        replicationLagMs: written['replication-lag']?.['at-most'] ?? null,
        queries: (written.queries ?? []).map((one) => ({ name: one.name, query: one.query, atMost: one['at-most'] ?? null })),
        http: (written.http ?? []).map(endpointOf),
        logs: [written.logs ?? []].flat().map(logOf),
        onAnomaly: written['on-anomaly'] ?? 'fail',
        strikes: written.strikes ?? 1,
        stopAtFirst: written['stop-at-first'] ?? false,
    };
}
/** Names under which things are watched that a plan lists, by the key of the list. */
function watchedNames(written) {
    const { queries = [], http = [], logs = [] } = written;
    return {
        queries: queries.map(({ name }) => name),
        http: http.map((one) => endpointOf(one).name),
        logs: [logs].flat().map((one) => logOf(one).name),
    };
}
function countLimit(written, overMs) {
    return { overMs: written?.over ?? overMs, atMost: written === undefined ? null : (written['at-most'] ?? 0) };
}
function endpointOf(written) {
    const one = typeof written === 'string' ? { get: written } : written;
    return {
        name: one.name ?? addressOf(one.get),
        url: one.get,
        status: one.status ?? null,
        withinMs: one.within ?? null,
        headers: one.headers ?? {},
    };
}
/** Without what may be a secret: user, password and query. */
function addressOf(url) {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname}`;
}
function logOf(written) {
    return { name: written.name ?? written.command, command: written.command, mustNotMatch: written['must-not-match'] };
}


/***/ }),

/***/ 1778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ completeNotify),
  m: () => (/* binding */ notify)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/notice.js
const NOTICE_EVENTS = ['start', 'success', 'failure', 'anomaly'];

// EXTERNAL MODULE: ./.cache/bundle/src/plan/fields.js
var fields = __webpack_require__(2549);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/section.js
var section = __webpack_require__(3681);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/notify.js
/** The `notify` section: whom to tell of a run, where, and of what. */




const addressWords = 'must be an address beginning with https:// or http://, without user and password';
const target = (0,section/* section */.u)({
    webhook: schemas/* string */.YjP({ error: addressWords })
        .refine(isAddress, { error: addressWords })
        .describe('Address that messages are posted to. It is a secret: take it from the environment.'),
    on: schemas/* array */.YOg((0,fields/* word */.Vm)(NOTICE_EVENTS), { error: `must be a list of ${NOTICE_EVENTS.join(', ')}` })
        .min(1, { error: 'must not be an empty list' })
        .optional()
        .describe('What is told. Default: all of it.'),
    format: (0,fields/* word */.Vm)(['slack', 'json'])
        .optional()
        .describe('A message as Slack takes it (Mattermost and others too), or a plain document for programs. Default `slack`.'),
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP({ error: 'must be text' }), { error: section/* mappingError */.H })
        .optional()
        .describe('Headers sent along, e.g. `Authorization`.'),
}, 'A webhook.');
const notify = schemas/* array */.YOg(target, { error: 'must be a list' })
    .optional()
    .describe('Whom to tell: webhooks, told of the start of a run, of its end and of anomalies. A failure to tell changes no outcome.');
function completeNotify(written) {
    return (written ?? []).map(({ webhook, on, format, headers }) => {
        return { url: webhook, on: on ?? NOTICE_EVENTS, format: format ?? 'slack', headers: headers ?? {} };
    });
}
function isAddress(written) {
    if (!URL.canParse(written))
        return false;
    const { protocol, username, password } = new URL(written);
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}


/***/ }),

/***/ 2268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requirements),
/* harmony export */   S: () => (/* binding */ completeRequirements)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _domain_maintenance_window_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5231);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2549);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3681);
/** The `require` section: what must hold before a run may start, each a gate of its own. */




const DEFAULT_MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;
const DEFAULT_TIME_ZONE = 'UTC';
const WORDS = ['rehearsal', 'backup', 'clean-tree'];
const requirementWords = `must be ${WORDS.join(', ')}, or a mapping with rehearsal, confirmation or window`;
const windowWords = 'must be a window such as "Sat 02:00-06:00" or "Mon-Thu 22:00-04:00"';
const window = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP({ error: windowWords })
    .regex(_domain_maintenance_window_js__WEBPACK_IMPORTED_MODULE_0__/* .WINDOW_PATTERN */ .WA, { error: windowWords })
    .refine((written) => !_domain_maintenance_window_js__WEBPACK_IMPORTED_MODULE_0__/* .WINDOW_PATTERN */ .WA.test(written) || (0,_domain_maintenance_window_js__WEBPACK_IMPORTED_MODULE_0__/* .parseWindow */ .Et)(written) !== null, {
    error: 'must not open and close at the same time',
})
    .meta({ examples: ['Sat 02:00-06:00', 'Mon-Thu,Sun 22:00-04:00'] });
const requirement = (0,_section_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .u)({
    rehearsal: (0,_section_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .u)({ 'max-age': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .span */ .Ln.optional().describe('How old the evidence may be. Default `7d`.') }, 'Evidence of a rehearsal of exactly these migrations and this plan.').optional(),
    confirmation: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq
        .optional()
        .describe('What a person must confirm: with `--confirm "NAME"`, `--confirm "NAME=WHO"`, or when asked on a terminal.'),
    window: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([window, zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(window).min(1, { error: 'must not be an empty list' })], { error: windowWords })
        .optional()
        .describe('Hours in which a run may start, on all days or the days named; several as a list. They may go over midnight.'),
    'time-zone': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP({ error: 'must be text' })
        .refine(_domain_maintenance_window_js__WEBPACK_IMPORTED_MODULE_0__/* .isTimeZone */ .kQ, { error: 'must be the name of a time zone such as Europe/Berlin or UTC' })
        .optional()
        .describe('Time zone of the window. Default `UTC`.'),
}, 'What must hold before a run may start.')
    .refine((written) => [written.rehearsal, written.confirmation, written.window].filter(isGiven).length === 1, {
    error: 'must give exactly one of rehearsal, confirmation and window',
})
    .refine((written) => written['time-zone'] === undefined || written.window !== undefined, {
    error: 'can name a time-zone only for a window',
});
const requirements = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(WORDS), requirement], { error: requirementWords }), { error: 'must be a list' })
    .optional()
    .describe('What must hold before a run may start; all of it is shown as a go / no-go table. Words: rehearsal, backup, clean-tree.');
function completeRequirements(written) {
    return (written ?? []).map(complete);
}
function complete(written) {
    if (written === 'rehearsal')
        return { kind: written, maxAgeMs: DEFAULT_MAX_AGE_MS };
    if (typeof written === 'string')
        return { kind: written };
    if (written.confirmation !== undefined)
        return { kind: 'confirmation', name: written.confirmation };
    if (written.rehearsal !== undefined) {
        return { kind: 'rehearsal', maxAgeMs: written.rehearsal['max-age'] ?? DEFAULT_MAX_AGE_MS };
    }
    const windows = [written.window ?? []].flat().flatMap((line) => (0,_domain_maintenance_window_js__WEBPACK_IMPORTED_MODULE_0__/* .parseWindow */ .Et)(line) ?? []);
    return { kind: 'window', windows, timeZone: written['time-zone'] ?? DEFAULT_TIME_ZONE };
}
function isGiven(value) {
    return value !== undefined;
}


/***/ }),

/***/ 3836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ services),
/* harmony export */   u4: () => (/* binding */ wholeServices),
/* harmony export */   uP: () => (/* binding */ completeServices)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2311);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2549);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3681);
/** The `services` section: how a team stops and starts what writes to the database, and how long that may take. */




const connectionsWords = 'must be a whole number, 0 or more';
const pattern = _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.refine(isPattern, { error: 'must be a regular expression' });
const statusByOutput = (0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .section */ .u)({
    command: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.describe('Shell line whose output tells.'),
    running: pattern.describe('Regular expression: the services run where the output matches it, e.g. `"."` for any output.'),
}, 'A status told by the output of a command instead of its exit code.');
const whole = (0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .section */ .u)({
    stop: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.describe('Shell line that stops what writes to the database, before backup and migration.'),
    start: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.describe('Shell line that starts it again. It runs in every outcome once `stop` was begun.'),
    status: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, statusByOutput], { error: 'must be a shell line, or command and running' })
        .describe('Shell line that exits with 0 while the services run; or `command` and `running`, a pattern in its output.'),
    'max-connections': zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr({ error: connectionsWords })
        .min(0, { error: connectionsWords })
        .optional()
        .describe('How many other sessions may stay on the database after `stop`. Default 0.'),
    wait: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .positiveDuration */ .Cz
        .optional()
        .describe('How long `stop` may take until `status` says so, and again how long other sessions may take to leave. Default `60s`.'),
    'start-wait': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .positiveDuration */ .Cz.optional().describe('How long `start` may take until `status` says running. Default `60s`.'),
    terminate: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt
        .optional()
        .describe('End the sessions that are still there after `wait`. Default `false`: fail, naming them.'),
    'working-directory': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq
        .optional()
        .describe("Directory the shell lines run in, relative to the plan. Default: the plan's own."),
}, 'What writes to the database: stopped before it is changed, started again in every outcome.');
/** As written: an environment may say a part of it. */
const services = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej(whole.partial().shape, { error: _section_js__WEBPACK_IMPORTED_MODULE_2__/* .mappingError */ .H }).describe(whole.description ?? '');
/** As it must be once an environment has been laid over it. */
const wholeServices = whole;
/** @param directory - the plan's own */
function completeServices(written, directory) {
    if (written === undefined)
        return null;
    const { stop, start, status, wait, terminate } = written;
    return {
        stop,
        start,
        status: typeof status === 'string' ? { command: status, running: null } : status,
        maxConnections: written['max-connections'] ?? 0,
        waitMs: wait ?? 60_000,
        startWaitMs: written['start-wait'] ?? 60_000,
        terminate: terminate ?? false,
        workingDirectory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, written['working-directory'] ?? '.'),
    };
}
function isPattern(written) {
    try {
        new RegExp(written);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 7211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ snapshot),
/* harmony export */   i: () => (/* binding */ completeSnapshot)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9537);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2549);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3681);
/** The `snapshot` section: what is measured before the migrations, and compared after them. */




const toleranceWords = 'must be an amount such as 0.01, a percentage such as 1%, or one of these for each column';
const AMOUNT = /^[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?( ?%)?$/;
const oneTolerance = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(0), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(AMOUNT)], { error: toleranceWords })
    .meta({ examples: [0.01, '1%'] })
    .transform(parseTolerance);
function parseTolerance(written) {
    const amount = String(written);
    return amount.endsWith('%') ? { kind: 'relative', percent: amount.slice(0, -1).trim() } : { kind: 'absolute', amount };
}
const tolerance = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([oneTolerance, zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), oneTolerance)], { error: toleranceWords });
const detailedQuery = (0,_section_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .u)({
    query: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.describe('A query that only reads.'),
    key: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te.optional().describe('Columns that tell which row is which. Left out: rows are compared whatever their order.'),
    ordered: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt.optional().describe('Rows must also come in the same order. Default `false`.'),
    tolerance: tolerance
        .optional()
        .describe('How far numbers may move: `0.01`, `1%`, or one of these by column. Left out: not at all.'),
}, 'A query with the way its rows are compared.').refine((written) => written.key === undefined || written.ordered !== true, {
    error: 'must give either key, or ordered: true, not both',
});
const query = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, detailedQuery], { error: 'must be a query, or a mapping with a query, key, ordered, tolerance' });
const distributionWords = 'must be a column of a table such as phases.kind, or a list of columns of one table';
const column = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().refine((written) => (0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .readColumnName */ .iU)(written) !== null, { error: distributionWords });
const distribution = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([column, zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(column).min(1)], { error: distributionWords })
    .meta({ examples: ['phases.kind', ['phases.kind', 'phases.state']] })
    .transform((written) => [written].flat().flatMap((text) => (0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .readColumnName */ .iU)(text) ?? []))
    .refine((columns) => new Set(columns.map(_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteTableName */ .c_)).size === 1, { error: 'must name columns of one table' })
    .transform(distributionQuery);
/** Values as text, so that columns whose type cannot be grouped are counted too. */
function distributionQuery(columns) {
    const names = columns.map((name) => (0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name.column));
    const values = names.map((name) => `CAST(${name} AS text) AS ${name}`).join(', ');
    const places = names.map((_, index) => index + 1).join(', ');
    const table = (0,_domain_table_name_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteTableName */ .c_)(columns[0]);
    return {
        kind: 'distribution',
        query: `SELECT ${values}, count(*) AS "rows" FROM ${table} GROUP BY ${places} ORDER BY ${places}`,
        key: columns.map((name) => name.column),
        ordered: false,
        tolerance: null,
    };
}
const MOST_SAMPLES = 100;
const samplesWords = `must be a whole number from 0 to ${MOST_SAMPLES}`;
const snapshot = (0,_section_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .u)({
    tables: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('all'), _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te], { error: 'must be all, or a list of tables' })
        .optional()
        .describe('Tables whose rows and values are compared before and after. Default `all`.'),
    queries: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), query, { error: _section_js__WEBPACK_IMPORTED_MODULE_3__/* .mappingError */ .H })
        .optional()
        .describe('Named queries whose answers must be the same before and after.'),
    distributions: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), distribution, { error: _section_js__WEBPACK_IMPORTED_MODULE_3__/* .mappingError */ .H })
        .optional()
        .describe('Named columns, `table.column`, of whose values each must be there as often as before.'),
    'sample-keys': zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error: samplesWords })
        .min(0, { error: samplesWords })
        .max(MOST_SAMPLES, { error: samplesWords })
        .optional()
        .describe('How many keys of lost and changed rows are shown for each table. Default 5.'),
    'show-rows': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt
        .optional()
        .describe('Show the values of these rows too. They end up in the report, so mind what they hold. Default `false`.'),
}, 'What is measured before, and compared after.').refine((written) => Object.keys(written.distributions ?? {}).every((name) => written.queries?.[name] === undefined), {
    error: 'must not give a query and a distribution the same name',
});
const DEFAULT_SAMPLE_KEYS = 5;
function completeSnapshot(written) {
    return {
        tables: written?.tables ?? 'all',
        queries: {
            ...Object.fromEntries(Object.entries(written?.queries ?? {}).map(([name, query]) => [name, completeQuery(query)])),
            ...written?.distributions,
        },
        sampleKeys: written?.['sample-keys'] ?? DEFAULT_SAMPLE_KEYS,
        showRows: written?.['show-rows'] ?? false,
    };
}
function completeQuery(written) {
    const { query, key, ordered, tolerance } = typeof written === 'string' ? { query: written } : written;
    return { kind: 'query', query, key: key ?? [], ordered: ordered ?? false, tolerance: tolerance ?? null };
}


/***/ }),

/***/ 7514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   TM: () => (/* binding */ scalarsOf),
/* harmony export */   _y: () => (/* binding */ plainValue),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   ih: () => (/* binding */ mapScalars),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _decimals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2856);
/** A plan's YAML as a tree in which every value and key knows its place, so that any later complaint can say where. */


const START = { line: 1, column: 1 };
/** A plan is written by hand; aliases that multiply into more values than this are an attack or a mistake. */
const MOST_VALUES = 20_000;
/** The tree of a YAML text, or every mistake in its syntax. */
function parseSource(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false });
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
        return { problems: faults.map((fault) => ({ message: wording(fault.code, fault.message), ...placeAt(lines, fault.pos[0]) })) };
    }
    const reader = new Reader(document, lines);
    const tree = reader.read(document.contents);
    return reader.visited > MOST_VALUES ? { problems: [{ message: `more than ${MOST_VALUES} values`, ...START }] } : { tree };
}
const WORDINGS = {
    DUPLICATE_KEY: 'this key is written twice',
    TAB_AS_INDENT: 'a tab is used for indentation; YAML wants spaces',
    MULTIPLE_DOCS: 'there is more than one YAML document in the file',
};
function wording(code, message) {
    return WORDINGS[code] ?? `not valid YAML: ${message.split('\n')[0]}`;
}
function placeAt(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return line === 0 ? START : { line, column: col };
}
class Reader {
    #document;
    #lines;
    visited = 0;
    constructor(document, lines) {
        this.#document = document;
        this.#lines = lines;
    }
    read(node) {
        this.visited++;
        const place = this.#placeOf(node);
        if (node === null || node === undefined || this.visited > MOST_VALUES)
            return { kind: 'scalar', value: null, written: '', place };
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            return this.read(node.resolve(this.#document));
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            return { kind: 'mapping', entries: this.#entries(node), place };
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            return { kind: 'list', items: node.items.map((item) => this.read(item)), place };
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? scalarSource(node.value, node.source, place) : scalarSource(null, '', place);
    }
    #entries(map) {
        return new Map(map.items.map((pair) => {
            const key = pair.key;
            const place = this.#placeOf(key);
            const value = this.read(pair.value);
            return [
                (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : String(key),
                { place, value: value.place === START ? { ...value, place } : value },
            ];
        }));
    }
    #placeOf(node) {
        return node?.range ? placeAt(this.#lines, node.range[0]) : START;
    }
}
/** A number that a float cannot hold keeps its digits, as text. */
function scalarSource(value, source, place) {
    const written = source ?? String(value);
    if (typeof value === 'number' && (0,_decimals_js__WEBPACK_IMPORTED_MODULE_1__/* .compareDecimals */ .YL)(String(value), written) !== 0 && (0,_decimals_js__WEBPACK_IMPORTED_MODULE_1__/* .compareDecimals */ .YL)(written, written) === 0) {
        return { kind: 'scalar', value: written, written, place };
    }
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', value: typeof value === 'bigint' ? written : known, written, place };
}
/** The plain value. A key without a value counts as left out. */
function plainValue(source) {
    if (source.kind === 'scalar')
        return source.value;
    if (source.kind === 'list')
        return source.items.map(plainValue);
    const present = [...source.entries].filter(([, { value }]) => !isBlank(value));
    return Object.fromEntries(present.map(([key, { value }]) => [key, plainValue(value)]));
}
function isBlank(source) {
    return source.kind === 'scalar' && source.value === null;
}
/** The value at a path; `undefined` where there is none. */
function valueAt(source, path) {
    return path.reduce((inner, key) => {
        if (inner?.kind === 'mapping')
            return inner.entries.get(String(key))?.value;
        return inner?.kind === 'list' ? inner.items[Number(key)] : undefined;
    }, source);
}
/** Replaces every scalar; `path` leads to it. */
function mapScalars(source, change, path = []) {
    if (source.kind === 'scalar')
        return change(source, path);
    if (source.kind === 'list') {
        return { ...source, items: source.items.map((item, index) => mapScalars(item, change, [...path, String(index)])) };
    }
    const entries = [...source.entries].map(([key, entry]) => [key, { ...entry, value: mapScalars(entry.value, change, [...path, key]) }]);
    return { ...source, entries: new Map(entries) };
}
/** Every scalar of the tree with its path. */
function scalarsOf(source) {
    const found = [];
    mapScalars(source, (scalar, path) => {
        found.push({ scalar, path });
        return scalar;
    });
    return found;
}


/***/ })

};
