export const id = 212;
export const ids = [212];
export const modules = {

/***/ 6810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ digestData),
/* harmony export */   Z0: () => (/* binding */ judgeEvidence),
/* harmony export */   zf: () => (/* binding */ digestParts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _quantity_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
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

/***/ 7625:
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

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ checksAt)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(2208);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1216);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/decimals.js
var decimals = __webpack_require__(6230);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/query-check.js


/** Longest part of a value that a report shows. */
const SHOWN_LENGTH = 200;
/** Whether the rows are what is expected, with both in words. */
function judge(expectation, rows) {
    const expected = describeExpectation(expectation);
    if (expectation.kind === 'empty')
        return finding(rows.length === 0, expected, describeRows(rows));
    if (expectation.kind === 'rows')
        return finding(rows.length === expectation.count, expected, (0,quantity_text/* formatCount */.B4)(rows.length, 'row'));
    const shape = shapeFault(rows);
    if (shape !== null)
        return { ...finding(false, expected, describeRows(rows)), message: shape };
    const actual = onlyValue(rows);
    return finding(actual !== null && meets(expectation, actual), expected, describeValue(actual));
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
        return (0,decimals/* compareDecimals */.Y)(actual, expectation.value) === 0;
    if (expectation.as === 'boolean')
        return TRUTHS[actual] === expectation.value;
    return actual === expectation.value;
}
function isBetween(actual, atLeast, atMost) {
    if (!(0,decimals/* isDecimal */.a)(actual))
        return false;
    const aboveFloor = atLeast === null || ((0,decimals/* compareDecimals */.Y)(actual, atLeast) ?? -1) >= 0;
    return aboveFloor && (atMost === null || ((0,decimals/* compareDecimals */.Y)(actual, atMost) ?? 1) <= 0);
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
function describeValue(value) {
    return value === null ? 'NULL' : shorten(value);
}
function describeRows(rows) {
    const [row] = rows;
    if (row === undefined)
        return 'no rows';
    const values = Object.entries(row).map(([name, value]) => `${name} = ${describeValue(value)}`);
    return shorten(`${(0,quantity_text/* formatCount */.B4)(rows.length, 'row')}${rows.length === 1 ? '' : ', the first'}: ${values.join(', ')}`);
}
function finding(passed, expected, actual) {
    return { status: passed ? 'passed' : 'failed', expected, actual };
}
function shorten(text) {
    return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH)}…`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/reading.js
var reading = __webpack_require__(3547);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/query.js


const query = {
    lane: 'reading',
    ask: async ({ context, settings }, signal) => judge(settings.expect, await (0,reading/* readOnlyQuery */.V)(context.database, settings.query, signal)),
};

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js


const KINDS = { query: query };
/** The checks of a moment, in the order of the plan. Those for before and after belong to both. */
function checksAt(context, moment, before = {}) {
    const captured = new Map();
    return context.plan.validate
        .filter((settings) => belongsTo(settings.moment, moment))
        .map((settings) => askable(context, settings, before[settings.name] ?? null, captured));
}
function belongsTo(declared, moment) {
    if (typeof declared === 'object' || typeof moment === 'object') {
        return typeof declared === 'object' && typeof moment === 'object' && declared.afterMigration === moment.afterMigration;
    }
    return declared === moment || (declared === 'before-and-after' && (moment === 'before' || moment === 'after'));
}
function askable(context, settings, before, captured) {
    // The record maps each name to the kind of exactly that name; the compiler cannot follow the pair.
    const kind = KINDS[settings.kind];
    const attempt = (signal) => inTime(settings, signal, (limited) => kind.ask({ context, settings, before, captured }, limited));
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
        if (finding?.status === 'passed')
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

/***/ 3547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readOnlyQuery)
/* harmony export */ });
/* unused harmony export whileReading */
/** Runs work in a read-only transaction of its own session. */
async function whileReading(database, signal, work) {
    const session = await database.open({ purpose: 'check', signal });
    try {
        return await session.transaction(async () => {
            await session.query('SET TRANSACTION READ ONLY');
            return work(session);
        });
    }
    finally {
        await session.close();
    }
}
function readOnlyQuery(database, sql, signal) {
    return whileReading(database, signal, (session) => session.query(sql));
}


/***/ }),

/***/ 1419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ comeBack),
/* harmony export */   yO: () => (/* binding */ settleFailure),
/* harmony export */   zM: () => (/* binding */ keptCommands)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3066);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(570);
/* harmony import */ var _ways_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7229);
/** Settles a failed run: finds out what became of the database, and brings it back, or stops in a named state. */





/** How long a server that went away is waited for before its state counts as unknown. */
const REACHABLE_WITHIN_MS = 30_000;
/** Why a state that users work on is left to a person. */
const USERS_AT_WORK = 'Users are at work on the migrated state, so it is not rolled back automatically';
/** Never throws: whatever happens here too ends in one of the outcomes. */
async function settleFailure(context, options, proceedings, lock, failure) {
    proceedings.cause = failure;
    const reason = (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(failure)[0] ?? 'unknown failure';
    if (lock === null || !proceedings.migrating || proceedings.baseline === null)
        return proceedings.finish('unchanged', false, reason);
    if (proceedings.inService)
        return proceedings.stop(`${reason}. ${USERS_AT_WORK}`, proceedings.differences);
    try {
        return await settleMigrating(context, options, proceedings, lock, proceedings.baseline, reason);
    }
    catch (second) {
        const both = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS(`${reason}; and then: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(second)[0] ?? 'unknown failure'}`, [failure, second]);
        proceedings.cause = both;
        return proceedings.stop(both.message, []);
    }
}
async function settleMigrating(context, options, proceedings, lock, baseline, reason) {
    // The run's own signal may be what failed it; what follows must not be cut short by it.
    const { signal } = new AbortController();
    await waitUntilReachable(context, signal);
    const { current } = await context.migrator.state({ signal });
    const { equal, differences } = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_1__/* .compareWithBaseline */ .$_)(context, baseline, signal);
    if (equal && (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .sameRevisions */ .D_)(current, baseline.revision))
        return proceedings.finish('unchanged', false, reason);
    if (context.plan.production)
        return proceedings.stop(`${reason}. Production is never rolled back automatically`, differences);
    if (!options.rollBack)
        return proceedings.stop(reason, differences);
    return comeBack(context, proceedings, lock, reason);
}
/** Brings the database back to the state before, proven; or stops, carrying the failure of every way tried. */
async function comeBack(context, proceedings, lock, reason) {
    const { stages, journal, backup } = proceedings;
    const baseline = proceedings.baseline;
    const { signal } = new AbortController();
    const { by } = context.plan.rollback;
    try {
        await proceedings.services.stop('warning', signal);
        const report = await withHeldLock(context, lock, signal, (held) => stages.run('rollback', (scope) => (0,_ways_back_js__WEBPACK_IMPORTED_MODULE_3__/* .rollBack */ .F)(context, journal, scope, { baseline, backup, by, reason, lock: held, signal })));
        if (report.keptDatabase !== null)
            proceedings.kept.push(report.keptDatabase);
        proceedings.log.revert();
        const since = report.keptDatabase === null
            ? ''
            : `. What anybody wrote since the backup of ${baseline.takenAt} is only in ${report.keptDatabase}`;
        return proceedings.finish('rolled-back', false, `${reason}${since}`, keptCommands(context, report.keptDatabase));
    }
    catch (error) {
        proceedings.cause = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS(`${reason}; and the way back failed: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0]}`, [
            proceedings.cause,
            error,
        ]);
        const differences = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_1__/* .compareWithBaseline */ .$_)(context, baseline, signal).then((compared) => compared.differences, () => []);
        return proceedings.stop(proceedings.cause.message, differences);
    }
}
/** The lock may have been lost with its session: it is taken again before anything is moved back. */
async function withHeldLock(context, lock, signal, work) {
    const held = await lock.assertHeld().then(() => true, () => false);
    if (held)
        return work(lock);
    const again = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .acquireLock */ .I)(context, signal);
    try {
        return await work(again);
    }
    finally {
        await again.release();
    }
}
function keptCommands(context, keptDatabase) {
    return keptDatabase === null ? [] : [context.database.dropCommand(keptDatabase)];
}
async function waitUntilReachable(context, signal) {
    const { clock, database } = context;
    const deadline = clock.monotonicMs() + REACHABLE_WITHIN_MS;
    for (;;) {
        try {
            const session = await database.open({ purpose: 'recover', signal });
            await session.query('SELECT 1').finally(() => session.close());
            return;
        }
        catch (error) {
            if (clock.monotonicMs() > deadline || error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError || error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LockError */ .Ku)
                throw error;
            context.emit({ type: 'note', text: 'waiting for the database to answer again' });
            await clock.sleep(1_000, signal);
        }
    }
}


/***/ }),

/***/ 6774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkHealth)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5707);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9020);
/* harmony import */ var _next_commands_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5983);





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
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`health.warn-only names ${JSON.stringify(unknown)}, and there is no such health check`, {
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
        const actual = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRevisions */ .cs)((await state(signal)).current);
        return { status: actual === expectRevision ? 'passed' : 'failed', expected: expectRevision, actual };
    };
    return [{ name: 'expected revision', kind: 'expected-revision', ask }];
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

/***/ 7357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ clearAway),
/* harmony export */   l: () => (/* binding */ recover)
/* harmony export */ });
/* harmony import */ var _domain_difference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8764);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3066);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9432);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9020);
/** Deals with a run that vanished: ends what it left running, removes what it left lying, and says where the database stands. */





/**
 * @param runs - runs with loose ends, oldest first, at least one
 * @param adopt - take the database as it stands as the state before, whatever they left
 */
async function recover(context, journal, scope, runs, adopt) {
    for (const run of runs) {
        context.emit({ type: 'note', text: (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .describeUnsettled */ .O4)(run) });
        await clearAway(context, journal, run);
    }
    const decisive = runs.findLast((run) => run.phase !== 'preparing');
    const recovery = adopt || decisive === undefined ? { next: 'fresh' } : await assess(context, decisive);
    const told = (decisive ?? runs.at(-1));
    const message = describeRecovery(recovery);
    scope.record({
        name: 'unfinished run',
        kind: 'unfinished-run',
        status: 'warning',
        actual: (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .describeUnsettled */ .O4)(told),
        message,
        durationMs: 0,
    });
    for (const run of runs) {
        const outcome = recovery.next === 'fresh' || run !== decisive ? 'unchanged' : 'resumed';
        await journal.announce({ type: 'recovered', runId: run.runId, outcome });
    }
    return recovery;
}
/** Its tools may still be at work in the server; its copies and half-written backup hold nothing that is needed. */
async function clearAway(context, journal, run) {
    const ended = await context.database.endSessionsOf(run.runId);
    if (ended > 0)
        context.emit({ type: 'note', text: `ended ${ended} sessions that run ${run.runId} had left at work` });
    for (const copy of run.copies)
        await clearCopy(context, journal, copy);
    await context.store.discardUnsealed(run.runId);
}
/** A copy that cannot be dropped, or that is none of ours, must not keep the next run from working. */
async function clearCopy(context, journal, copy) {
    try {
        await context.database.dropCopy(copy);
        await journal.announce({ type: 'copy-dropped', copy });
    }
    catch (error) {
        context.signal.throwIfAborted();
        const why = context.redact((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causeChain */ .DD)(error)[0] ?? 'unknown failure');
        context.emit({ type: 'note', text: `the copy ${copy} of an earlier run was not dropped: ${why}` });
    }
}
async function assess(context, run) {
    if (run.phase === 'in-service')
        return { next: 'fresh', inService: true };
    if (run.baseline === null || hadEnded(run))
        return { next: 'fresh' };
    const recovery = await assessByContent(context, run, run.baseline);
    if (recovery.next !== 'go-back' || !run.written)
        return recovery;
    const reason = `${recovery.reason}; services were started since, and users may have written`;
    return { next: 'stop', earlier: recovery.earlier, reason, differences: [] };
}
/** It came to an end and vanished while it started the services: what differs now, users have written. */
function hadEnded({ settled }) {
    return settled !== null && settled !== 'stopped';
}
async function assessByContent(context, run, baseline) {
    const earlier = { runId: run.runId, baseline, backup: await survivingBackup(context, run), written: run.written };
    const { equal, differences } = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_2__/* .compareWithBaseline */ .$_)(context, baseline, context.signal);
    const { current } = await context.migrator.state({ signal: context.signal });
    const sameRevision = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .sameRevisions */ .D_)(current, baseline.revision);
    if (sameRevision && equal)
        return { next: 'fresh' };
    if (run.phase === 'rolling-back')
        return { next: 'go-back', earlier, reason: `run ${run.runId} was interrupted on its way back` };
    if (!sameRevision)
        return { next: 'go-on', earlier };
    return assessSameRevision(run, earlier, differences);
}
/** Nothing is recorded as applied, and yet something differs: a half-done migration, or another writer. */
function assessSameRevision(run, earlier, differences) {
    const told = (0,_comparing_js__WEBPACK_IMPORTED_MODULE_2__/* .unequal */ ._P)(differences);
    const byOthers = nothingHalfDone(run) || told.every((difference) => difference.change === 'rows-added');
    if (byOthers)
        return { next: 'fresh' };
    const words = (0,_comparing_js__WEBPACK_IMPORTED_MODULE_2__/* .describeDifferences */ .g7)(told);
    const touchesContent = told.some((difference) => ['rows', 'column', 'table'].includes(difference.object) && (0,_domain_difference_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoss */ .Q)(difference));
    if (!touchesContent) {
        const reason = `run ${run.runId} left migration ${run.interruptedMigration?.revision ?? ''} half done (${words})`;
        return { next: 'go-back', earlier, reason };
    }
    const reason = `after the interrupted run ${run.runId} the database is not as it was, at the same revision: ${words}`;
    return { next: 'stop', earlier, differences: told, reason };
}
/** No migration had started, or the one that had is all or nothing: what differs now, others have written. */
function nothingHalfDone({ applied, interruptedMigration, recovered }) {
    const ofItsOwn = recovered.every(({ nothingLeft }) => nothingLeft);
    return ofItsOwn && applied.length === 0 && (interruptedMigration === null || interruptedMigration.atomic);
}
/** The earlier run's backup, where it holds the state before, and its files are here and whole. */
async function survivingBackup(context, run) {
    if (run.backup === null || !run.backup.verified)
        return null;
    try {
        const manifest = await context.store.readManifest(run.backup.path);
        if (manifest.fingerprint.digest !== run.baseline?.fingerprint.digest)
            return null;
        await context.store.verifyFiles(run.backup.path, manifest);
        return { manifest, path: run.backup.path };
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        context.emit({ type: 'note', text: `the backup of run ${run.runId} cannot be used: ${context.redact(why)}` });
        return null;
    }
}
function describeRecovery(recovery) {
    switch (recovery.next) {
        case 'fresh':
            if (recovery.inService)
                return 'its checks had passed and users are at work since; the database is taken as it stands';
            return 'the database is as it was before it; starting afresh';
        case 'go-on':
            return `it had moved the database from ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .describeRevisions */ .cs)(recovery.earlier.baseline.revision)}; going on from where it stands, judged by the state before`;
        case 'go-back':
            return `${recovery.reason}; coming back to the state before`;
        case 'stop':
            return recovery.reason;
    }
}


/***/ }),

/***/ 3212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WHOLE_RUN: () => (/* binding */ WHOLE_RUN),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(2208);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var revision = __webpack_require__(3066);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/backup.js + 1 modules
var operations_backup = __webpack_require__(1306);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/budgets.js + 1 modules
var budgets = __webpack_require__(8278);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js + 2 modules
var plan_checks = __webpack_require__(925);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/earlier-runs.js
var earlier_runs = __webpack_require__(9020);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/failure.js
var failure = __webpack_require__(1419);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(5707);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/gates/backup.js
function backupGate({ plan }, { backup }) {
    const ask = async () => {
        const expected = 'made by this run and proven by a restore';
        if (!backup)
            return { status: 'failed', expected, actual: 'this run makes none', message: 'add --backup, or use savepoint run' };
        if (plan.backup.verify === 'restore')
            return { status: 'passed', expected, actual: 'will be' };
        const actual = `made, but not restored (backup.verify is ${plan.backup.verify})`;
        return { status: 'failed', expected, actual, message: 'set backup: { verify: restore } in the plan' };
    };
    return { name: 'backup', kind: 'backup', ask };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/gates/clean-tree.js
/** The gate that wants nothing uncommitted in the repository of the plan. */


const NAMED_AT_MOST = 10;
/** Its words are read, and a look must not write to the index. */
const GIT_ENVIRONMENT = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
function cleanTreeGate(context) {
    return { name: 'clean working tree', kind: 'clean-tree', ask: (signal) => look(context, signal) };
}
async function look(context, signal) {
    if ((await context.processes.find('git')) === null) {
        throw new errors/* CheckError */.tl('git is not installed, so nobody knows what is uncommitted', { hint: 'install git' });
    }
    const [prefix, status] = await Promise.all([
        git(context, ['rev-parse', '--show-prefix'], signal),
        git(context, ['status', '--porcelain=v2', '--branch', '-z', '--untracked-files=all'], signal),
    ]);
    const { commit, dirty } = parseStatus(status);
    const runDirectory = (0,external_node_path_.join)(prefix.trimEnd(), (0,external_node_path_.relative)(context.plan.directory, context.store.directory));
    return judge(commit, dirty.filter((path) => !isBelow(path, runDirectory)));
}
async function git({ plan, processes }, args, signal) {
    try {
        const command = { run: { file: 'git', args }, cwd: plan.directory, env: GIT_ENVIRONMENT };
        return (await processes.run(command, { signal })).stdout;
    }
    catch (cause) {
        if (!(cause instanceof errors/* CommandError */.Qd))
            throw cause;
        const isNone = cause.lastLines.some((line) => line.includes('not a git repository'));
        throw new errors/* CheckError */.tl(isNone ? `${plan.directory} is in no git repository` : `git could not tell: ${cause.message}`, { cause });
    }
}
/**
 * Reads the second format of `git status` (https://git-scm.com/docs/git-status#_porcelain_format_version_2).
 *
 * @returns the commit checked out, `null` before the first, and the paths that differ, relative to the repository
 */
function parseStatus(output) {
    const entries = output.split('\0');
    const dirty = [];
    let commit = null;
    for (let entry = entries.shift(); entry !== undefined; entry = entries.shift()) {
        const fields = FIELDS_BEFORE_PATH[entry.charAt(0)];
        if (entry.startsWith('# branch.oid ') && !entry.endsWith('(initial)'))
            commit = entry.slice('# branch.oid '.length);
        if (fields === undefined)
            continue;
        dirty.push(entry.split(' ').slice(fields).join(' '));
        // A renamed file is followed by the name that it had.
        if (entry.startsWith('2'))
            entries.shift();
    }
    return { commit, dirty };
}
const FIELDS_BEFORE_PATH = { '1': 8, '2': 9, u: 10, '?': 1 };
function isBelow(path, directory) {
    return directory !== '' && directory !== '.' && (path === directory || path.startsWith(`${directory}/`));
}
function judge(commit, dirty) {
    const expected = 'everything committed';
    const at = commit === null ? 'no commit yet' : `at commit ${commit.slice(0, 12)}`;
    if (dirty.length === 0)
        return { status: commit === null ? 'failed' : 'passed', expected, actual: at };
    const named = dirty.slice(0, NAMED_AT_MOST).join(', ');
    const more = dirty.length > NAMED_AT_MOST ? ` and ${dirty.length - NAMED_AT_MOST} more` : '';
    const count = dirty.length === 1 ? '1 file differs' : `${dirty.length} files differ`;
    return { status: 'failed', expected, actual: `${count}: ${named}${more}`, message: `${at}; commit, ignore or remove them` };
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/next-commands.js
var next_commands = __webpack_require__(5983);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/gates/confirmation.js

/** @param record - told of every confirmation, for the sign-off */
function confirmationGate(context, name, record) {
    const ask = async () => {
        const by = givenBy(context, name);
        if (by !== null)
            return confirmed(by, 'given');
        const { ask } = context.confirmations;
        if (ask === null)
            return notGiven(context, name);
        if (await ask(`Do you confirm: ${name}?`))
            return confirmed(context.actor, 'asked');
        return { status: 'failed', expected: 'confirmed', actual: `not confirmed by ${context.actor}` };
    };
    const confirmed = (by, how) => {
        const at = context.clock.now().toISOString();
        record({ name, by, at, how });
        return {
            status: 'passed',
            expected: 'confirmed',
            actual: `by ${context.redact(by)} at ${at.slice(0, 16).replace('T', ' ')} UTC`,
        };
    };
    // One question after the other, and none while others still search.
    return { name, kind: 'confirmation', lane: 'acting', ask };
}
/** Confirmations given that the plan does not ask for: they belong to the sign-off all the same, e.g. who tested. */
function furtherConfirmations(context) {
    const required = requiredNames(context);
    const at = context.clock.now().toISOString();
    return context.confirmations.given
        .map((text) => split(text, context))
        .filter(({ name }) => !required.includes(name))
        .map(({ name, by }) => ({ name, by, at, how: 'given' }));
}
function givenBy(context, wanted) {
    return context.confirmations.given.map((text) => split(text, context)).find(({ name }) => name === wanted)?.by ?? null;
}
/** `NAME=WHO`; a name of the plan may itself hold an equals sign. */
function split(text, context) {
    const end = text.lastIndexOf('=');
    const [name, by] = [text.slice(0, end).trim(), text.slice(end + 1).trim()];
    if (end < 0 || by === '' || requiredNames(context).includes(text.trim()))
        return { name: text.trim(), by: context.actor };
    return { name, by };
}
function requiredNames({ plan }) {
    return plan.require.flatMap((requirement) => (requirement.kind === 'confirmation' ? [requirement.name] : []));
}
function notGiven(context, name) {
    const others = furtherConfirmations(context).map((given) => JSON.stringify(given.name));
    const actual = others.length === 0 ? 'not confirmed' : `not confirmed (confirmed was ${others.join(', ')})`;
    return { status: 'failed', expected: 'confirmed', actual, message: `where it is true, add ${(0,next_commands/* flagText */.us)('--confirm', name)}` };
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/evidence.js
var domain_evidence = __webpack_require__(6810);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/plan-digest.js
/** The digest of a plan: the same wherever the plan does the same to a database, and to nobody but that. */


/**
 * SHA-256 in hex. Left out is what a rehearsal may rightly do differently: which database, where the plan lies, what the
 * environment is called, who is notified, and what must hold before a run starts.
 */
function digestPlan(plan) {
    const { directory, environment: _environment, database: _database, require: _require, migrator, ...rest } = plan;
    const workingDirectory = migrator === null ? null : (0,external_node_path_.relative)(directory, migrator.workingDirectory);
    return (0,domain_evidence/* digestData */.Bk)({ ...rest, migrator: migrator === null ? null : { ...migrator, workingDirectory } });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/gates/rehearsal.js


function rehearsalGate({ plan, store, migrator, clock }, { maxAgeMs }, { to, evidence }) {
    const ask = async (signal) => {
        const [found, migrations] = await Promise.all([store.readEvidence(evidence), migrator.digest(to, { signal })]);
        return (0,domain_evidence/* judgeEvidence */.Z0)(found, { migrations, plan: digestPlan(plan), maxAgeMs, now: clock.now() });
    };
    return { name: 'rehearsal', kind: 'rehearsal', ask };
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/maintenance-window.js
var maintenance_window = __webpack_require__(7625);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1216);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/gates/window.js


function windowGate({ clock }, { windows, timeZone }) {
    const expected = `${windows.map(({ written }) => written).join(' or ')} (${timeZone})`;
    const ask = async () => {
        const now = clock.now();
        const { open, until } = (0,maintenance_window/* standingAt */.Ib)(windows, timeZone, now);
        const time = localTime(now, timeZone);
        if (until === null)
            return { status: 'failed', expected, actual: `it is ${time}; none opens within two weeks` };
        const left = `${(0,quantity_text/* formatDuration */.a3)(until.getTime() - now.getTime())} (${localTime(until, timeZone)})`;
        if (open)
            return { status: 'passed', expected, actual: `it is ${time}; closes in ${left}` };
        return { status: 'failed', expected, actual: `it is ${time}; opens in ${left}` };
    };
    return { name: 'maintenance window', kind: 'window', ask };
}
/** `Sat 02:31`. */
function localTime(instant, timeZone) {
    const format = new Intl.DateTimeFormat('en-US-u-hc-h23', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
    return format.format(instant);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/gates/gates.js
/** The stage before anything starts: every condition of the plan is asked, and any that does not hold ends the run. */








/** How many conditions the reason of a no-go names. */
const gates_NAMED_AT_MOST = 8;
/**
 * Where an interrupted run is carried on, that run has asked.
 *
 * @throws CheckError naming every condition that does not hold
 */
async function passGates(context, proceedings, request) {
    const required = context.plan.require.map((requirement) => gateOf(requirement, context, proceedings, request));
    const checks = (0,plan_checks/* checksAt */.r)(context, 'before');
    if (required.length + checks.length === 0 || proceedings.baseline !== null)
        return;
    await proceedings.stages.run('gates', async (scope) => {
        const results = await scope.askAll([...required, ...checks]);
        proceedings.before = Object.fromEntries(results.slice(required.length).map((result) => [result.name, result]));
        requireGo(results);
    });
}
function gateOf(requirement, context, proceedings, request) {
    switch (requirement.kind) {
        case 'rehearsal':
            return rehearsalGate(context, requirement, request);
        case 'backup':
            return backupGate(context, request);
        case 'clean-tree':
            return cleanTreeGate(context);
        case 'confirmation':
            return confirmationGate(context, requirement.name, (confirmation) => proceedings.confirmations.push(confirmation));
        case 'window':
            return windowGate(context, requirement);
    }
}
function requireGo(results) {
    const failing = (0,check/* blocking */.ub)(results);
    if (failing.length === 0)
        return;
    const named = failing.slice(0, gates_NAMED_AT_MOST).map(({ name, status, actual, message }) => {
        return `${name} (${actual ?? message ?? status})`;
    });
    const more = failing.length > named.length ? `; and ${failing.length - named.length} more` : '';
    throw new errors/* CheckError */.tl(`no-go: ${named.join('; ')}${more}`);
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/health-check.js
var health_check = __webpack_require__(6774);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/lock.js
var operations_lock = __webpack_require__(570);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/migrate.js
var migrate = __webpack_require__(2132);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/proceedings.js + 5 modules
var operations_proceedings = __webpack_require__(9231);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/recover.js
var recover = __webpack_require__(7357);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/snapshot.js
var operations_snapshot = __webpack_require__(2485);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/validate.js
var validate = __webpack_require__(4223);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/run.js
/** The whole safe migration: health check, verified backup and snapshot, migration, validation, and on failure the way back. */















const WHOLE_RUN = {
    to: revision/* HEAD */.Vx,
    backup: true,
    healthChecks: true,
    validation: true,
    rollBack: true,
    adopt: false,
    evidence: null,
};
/**
 * Never throws for what happens to the database: the result names the outcome.
 *
 * @throws ConfigurationError for wrong usage, before anything is touched
 */
async function run(context, options) {
    const proceedings = new operations_proceedings/* Proceedings */.A(context);
    let lock = null;
    try {
        lock = await (0,operations_lock/* acquireLock */.I)(context);
        return await proceed(context, options, proceedings, lock);
    }
    catch (error) {
        if (error instanceof errors.ConfigurationError && !proceedings.begun && !proceedings.services.stopped)
            throw error;
        return await (0,failure/* settleFailure */.yO)(context, options, proceedings, lock, error);
    }
    finally {
        await (0,operations_lock/* releaseLock */.x)(context, lock);
    }
}
async function proceed(context, options, proceedings, lock) {
    proceedings.services.takeUp(await (0,earlier_runs/* readRuns */.xx)(context));
    const ended = await dealWithUnfinishedRun(context, options, proceedings, lock);
    if (ended !== null)
        return ended;
    await health(context, options, proceedings);
    const path = await pendingPath(context, options, proceedings);
    if (path.length === 0 && proceedings.baseline === null) {
        return proceedings.finish('unchanged', true, 'nothing to do: no migration is pending');
    }
    await passGates(context, proceedings, options);
    if (!(await agreed(context, proceedings, path)))
        return proceedings.finish('unchanged', false, 'a person declined');
    await stopServices(context, proceedings, path);
    await preserve(context, options, proceedings);
    await run_migrate(context, proceedings, lock, path);
    await validated(context, options, proceedings, path);
    await proceedings.services.start(context.signal);
    await smokeTested(context, options, proceedings);
    await proceedings.enterService();
    await judgeDowntime(context, proceedings);
    return proceedings.finish('migrated', true, migratedReason(proceedings, path));
}
/** A run that vanished or stopped is dealt with before anything else; where that ends this run, its result is returned. */
async function dealWithUnfinishedRun(context, options, proceedings, lock) {
    const unsettled = await (0,earlier_runs/* findUnsettledRuns */.O_)(context);
    if (unsettled.length === 0)
        return null;
    await proceedings.begin();
    const { journal, stages } = proceedings;
    const recovery = await stages.run('recover', (scope) => (0,recover/* recover */.l)(context, journal, scope, unsettled, options.adopt));
    if (recovery.next === 'fresh')
        return null;
    await proceedings.adopt(recovery.earlier);
    if (recovery.next === 'go-on')
        return null;
    if (recovery.next === 'stop')
        return proceedings.stop(recovery.reason, recovery.differences);
    if (context.plan.production || !options.rollBack)
        return proceedings.stop(recovery.reason, []);
    return (0,failure/* comeBack */.Cn)(context, proceedings, lock, recovery.reason);
}
async function health(context, options, { stages }) {
    if (!options.healthChecks)
        return stages.skip('health-check', 'left out by --skip-health-checks');
    await stages.run('health-check', async (scope) => {
        await (0,health_check/* checkHealth */.N)(context, scope, { backup: options.backup, recovered: true });
        scope.requirePassed();
    });
}
async function pendingPath(context, options, proceedings) {
    const { migrator, signal } = context;
    proceedings.from ??= (await migrator.state({ signal })).current;
    const path = await migrator.pathTo(options.to, { signal });
    proceedings.log = new migrate/* MigrationLog */.h$(path);
    return path;
}
/** Writers are stopped before the state is taken that they must not change any more. Where nothing is to be applied, and they run, they go on. */
async function stopServices(context, { services }, path) {
    if (path.length > 0 || services.stopped)
        await services.stop('failed', context.signal);
}
/**
 * Backup and snapshot of the state before, the backup proven before anything is changed. The state before an interrupted
 * run is kept as it is; a backup is then made of where the database stands only if that run's own is lost.
 */
async function preserve(context, options, proceedings) {
    const { stages, journal, baseline } = proceedings;
    if (proceedings.backup !== null || (baseline !== null && !options.backup))
        return;
    await proceedings.begin();
    if (!options.backup) {
        const snapshot = await stages.run('snapshot', () => (0,operations_snapshot/* takeSnapshot */.W)(context, proceedings.before, context.signal));
        return proceedings.preserved(snapshot, null);
    }
    const { backup, snapshot } = await stages.run('backup', () => (0,operations_backup/* backUp */.vm)(context, journal, proceedings.before, context.signal));
    const proven = await stages.run('verify-backup', async (scope) => {
        const verified = await (0,operations_backup/* verifyBackup */.gu)(context, journal, scope, backup);
        if (baseline === null)
            proceedings.backup = verified;
        const recovery = verified.manifest.verification.restoreMs ?? 'unmeasured';
        (0,budgets/* recordBudget */.p)(scope, 'recovery', context.plan.budgets, { ...proceedings.measured, recovery });
        scope.requirePassed();
        return verified;
    });
    if (baseline === null)
        await proceedings.preserved(snapshot, proven);
}
async function agreed(context, proceedings, path) {
    if (path.length === 0)
        return true;
    const { plan, database } = context;
    const what = (0,migrate/* describePath */.NH)(proceedings.from ?? [], path);
    return context.confirm(`Apply ${what} to ${database.maskedUrl} (environment ${plan.environment})?`);
}
async function run_migrate(context, proceedings, lock, path) {
    await proceedings.stages.run('migrate', async (scope) => {
        await proceedings.beginMigrating(path);
        await (0,migrate/* applyMigrations */.KV)(context, proceedings.journal, lock, path, proceedings.log, ({ revision }) => checkedAfter(context, scope, revision));
        (0,budgets/* recordBudget */.p)(scope, 'migration', context.plan.budgets, proceedings.measured);
        scope.requirePassed();
    });
}
/** The checks that belong to one migration, before the next begins. */
async function checkedAfter(context, scope, revision) {
    await scope.askAll((0,plan_checks/* checksAt */.r)(context, { afterMigration: revision }));
    scope.requirePassed();
}
async function validated(context, options, proceedings, path) {
    if (!options.validation)
        return proceedings.stages.skip('validate', 'left out by --skip-validation');
    await proceedings.stages.run('validate', async (scope) => {
        const expected = await expectedRevisions(context, path.at(-1));
        proceedings.differences = await (0,validate/* validate */.t)(context, scope, { baseline: proceedings.baseline, expected });
        scope.requirePassed();
    });
}
/** Checks that need the services running. */
async function smokeTested(context, options, { stages, baseline }) {
    const checks = (0,plan_checks/* checksAt */.r)(context, 'after-start', baseline?.before);
    if (checks.length === 0)
        return;
    if (!options.validation)
        return stages.skip('smoke-test', 'left out by --skip-validation');
    await stages.run('smoke-test', async (scope) => {
        await scope.askAll(checks);
        scope.requirePassed();
    });
}
/** Judged once users are at work again: to roll back for it would only add to it. */
async function judgeDowntime({ plan }, { stages, services, measured }) {
    if (plan.budgets.downtime === null || services.downtimeMs === null)
        return;
    await stages.run('downtime', async (scope) => {
        (0,budgets/* recordBudget */.p)(scope, 'downtime', plan.budgets, measured);
        scope.requirePassed();
    });
}
/** The last migration applied; on branches, everything current where that includes it. A migrator that only knows `head` names none. */
async function expectedRevisions(context, last) {
    if (last === undefined || last.revision === revision/* HEAD */.Vx)
        return null;
    const { current } = await context.migrator.state({ signal: context.signal });
    return current.includes(last.revision) ? current : [last.revision];
}
function migratedReason(proceedings, path) {
    if (path.length === 0)
        return 'the interrupted run had applied everything; every check passed now';
    return `${(0,migrate/* describePath */.NH)(proceedings.from ?? [], path)} applied and checked`;
}


/***/ }),

/***/ 4223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5707);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3066);
/* harmony import */ var _checks_plan_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(925);
/* harmony import */ var _checks_reading_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3547);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9432);





/** Records every check in the scope and returns what changed since the baseline. Throws nothing for a failed check. */
async function validate(context, scope, request) {
    const connection = await scope.ask(connectivity(context));
    const rest = [...revisionChecks(context, request), ...(0,_checks_plan_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .checksAt */ .r)(context, 'after', request.baseline?.before)];
    if ((0,_domain_check_js__WEBPACK_IMPORTED_MODULE_2__/* .blocking */ .ub)([connection]).length > 0) {
        scope.skip(rest, 'the database could not be reached');
        return [];
    }
    const compared = request.baseline === null ? [] : await compare(context, scope, request.baseline);
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
        const status = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_3__/* .sameRevisions */ .D_)(current, expected) ? 'passed' : 'failed';
        return { status, expected: (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_3__/* .describeRevisions */ .cs)(expected), actual: (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_3__/* .describeRevisions */ .cs)(current) };
    };
    return [{ name: 'revision reached', kind: 'revision', ask }];
}
/** The whole database is read again in the form of the baseline, and every loss must have the plan's word. */
async function compare(context, scope, baseline) {
    let differences = [];
    const ask = async () => {
        const fingerprint = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintNow */ .n7)(context, baseline, context.signal);
        differences = (0,_comparing_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S4)(context, (0,_comparing_js__WEBPACK_IMPORTED_MODULE_1__/* .differencesSince */ .Nl)(context, baseline, fingerprint)).filter((difference) => isWatched(context, difference));
        return judgeLosses(context, baseline, differences);
    };
    await scope.ask({ name: 'nothing lost', kind: 'content', ask });
    await scope.askAll(Object.entries(baseline.queries).map(([name, rows]) => sameAnswer(context, name, rows)));
    return differences;
}
/** Where the plan lists tables, the content of the others may change; their schema may not. */
function isWatched({ plan }, difference) {
    const { tables } = plan.snapshot;
    const ofContent = difference.object === 'rows' || (difference.object === 'column' && difference.change === 'values-changed');
    if (tables === 'all' || !ofContent || difference.table === undefined)
        return true;
    return tables.some((table) => table === difference.table || `public.${table}` === difference.table);
}
function judgeLosses(context, baseline, differences) {
    const losses = differences.filter((difference) => difference.loss);
    const undeclared = losses.filter((difference) => difference.because === null);
    const expected = `all rows and values of ${(0,_comparing_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(baseline.fingerprint.tables.length, 'table')}, and all else but what the plan declares`;
    if (undeclared.length === 0)
        return { status: 'passed', expected, actual: losses.length === 0 ? 'all there' : `${losses.length} declared` };
    return {
        status: context.plan.losses === 'warn' ? 'warning' : 'failed',
        expected,
        actual: `${undeclared.length} not declared`,
        message: `${(0,_comparing_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDifferences */ .g7)(undeclared)}. If that is meant, declare it under \`changes\` with a \`because\``,
    };
}
function sameAnswer(context, name, before) {
    return {
        name,
        kind: 'same-answer',
        ask: async (signal) => {
            const sql = context.plan.snapshot.queries[name];
            if (sql === undefined)
                return { status: 'skipped', message: 'the plan no longer has this query' };
            const after = await (0,_checks_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .readOnlyQuery */ .V)(context.database, sql, signal);
            const status = JSON.stringify(after) === JSON.stringify(before) ? 'passed' : 'failed';
            return { status, expected: rowsInWords(before), actual: rowsInWords(after) };
        },
    };
}
function rowsInWords(rows) {
    const first = rows.slice(0, 3).map((row) => Object.entries(row)
        .map(([column, value]) => `${column}=${value ?? 'null'}`)
        .join(' '));
    return rows.length > 3 ? `${first.join(', ')}, … (${rows.length} rows)` : first.join(', ') || 'no rows';
}


/***/ }),

/***/ 7229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ rollBack)
/* harmony export */ });
/* harmony import */ var _domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8594);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3066);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1306);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9432);
/** The way back: the migrator's own downgrade where it is proven equal, else a restored backup swapped in by rename. */





/**
 * Tries each way the plan allows, in order, until one is proven equal to the baseline.
 *
 * @throws RollbackError carrying the failure of every way tried
 */
async function rollBack(context, journal, scope, request) {
    const failures = [];
    for (const way of waysBack(context, request)) {
        await request.lock.assertHeld();
        try {
            return await goBack(way, context, journal, scope, request);
        }
        catch (error) {
            if (request.signal.aborted)
                throw error;
            failures.push(error);
            const why = context.redact((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causeChain */ .DD)(error)[0] ?? 'unknown failure');
            context.emit({ type: 'note', text: `the ${way} did not bring the state before back: ${why}` });
        }
    }
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RollbackError */ .ZS(describeFailures(failures), failures, {
        hint: 'the database was left as it is; look at it before anything else',
    });
}
function waysBack(context, { backup, by }) {
    const ways = [];
    if (by !== 'restore' && context.migrator.capabilities.downgrade)
        ways.push('downgrade');
    if (by !== 'downgrade' && backup !== null && context.database.capabilities.copies)
        ways.push('restore');
    return ways;
}
function describeFailures(failures) {
    if (failures.length === 0)
        return 'there is no way back: no backup to restore, and the migrator cannot downgrade';
    return failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; then: ');
}
async function goBack(way, context, journal, scope, request) {
    await journal.announce({ type: 'rolling-back', by: way, to: request.baseline.revision, reason: request.reason });
    if (way === 'downgrade')
        return downgrade(context, scope, request);
    return restoreAndSwap(context, journal, scope, request);
}
async function downgrade(context, scope, request) {
    const { migrator, emit } = context;
    const { signal, baseline } = request;
    const { current } = await migrator.state({ signal });
    if (!(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .sameRevisions */ .D_)(current, baseline.revision)) {
        await migrator.downgrade(baseline.revision, {
            signal,
            onLine: (line) => emit({ type: 'output', source: migrator.kind, line }),
        });
    }
    await proveEqual(context, scope, request, 'downgraded to the state before');
    return { by: 'downgrade', keptDatabase: null };
}
async function proveEqual(context, scope, { baseline, signal }, name) {
    const ask = async () => {
        const { differences } = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWithBaseline */ .$_)(context, baseline, signal);
        return judgeEquality(baseline.fingerprint, (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .unequal */ ._P)(differences), 'warning');
    };
    const result = await scope.ask({ name, kind: 'fingerprint', ask }, signal);
    if (result.status !== 'passed')
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SavepointError */ ._o('ROLLBACK', `not equal to the state before: ${result.message ?? result.status}`);
}
/** A way that does not lead back is a warning while there is another. */
function judgeEquality(expected, differences, otherwise) {
    const shown = `fingerprint ${expected.digest.slice(0, 16)}`;
    if (differences.length === 0)
        return { status: 'passed', expected: shown, actual: 'the same' };
    return {
        status: otherwise,
        expected: shown,
        actual: (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(differences.length, 'difference'),
        message: (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDifferences */ .g7)(differences),
    };
}
/** The failed database keeps everything under a new name; the restored one takes its place in one transaction. */
async function restoreAndSwap(context, journal, scope, request) {
    const { database, store, runId } = context;
    const backup = request.backup;
    await store.verifyFiles(backup.path, backup.manifest);
    const copyName = database.copyName('restore', runId);
    const failedName = database.copyName('failed', runId);
    await database.dropCopy(copyName);
    await journal.announce({ type: 'copy-creating', copy: copyName, purpose: 'restore' });
    try {
        await restoreProven(context, journal, scope, request, copyName, failedName);
        await request.lock.assertHeld();
        await database.swapIn(copyName, failedName);
    }
    catch (error) {
        await dropUnused(context, journal, copyName);
        throw error;
    }
    await journal.announce({ type: 'swapped', failedName });
    return { by: 'restore', keptDatabase: failedName };
}
/** What was not swapped in holds nothing but the backup; the failure that led here must not be hidden by another. */
async function dropUnused(context, journal, copy) {
    try {
        await context.database.dropCopy(copy);
        await journal.announce({ type: 'copy-dropped', copy });
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        context.emit({ type: 'note', text: `${copy} could not be dropped: ${context.redact(why)}` });
    }
}
/** The copy gets the journal before the swap, so that the database has it from its first moment under its own name. */
async function restoreProven(context, journal, scope, request, copyName, failedName) {
    const backup = request.backup;
    const { signal } = request;
    const file = (0,_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .dumpFile */ .Hp)(backup.path, backup.manifest);
    const properties = backup.manifest.fingerprint.objects.find((object) => object.kind === 'database')?.definition;
    const copy = await context.database.restoreCopy({ file, copy: copyName, faithful: true, properties, signal });
    try {
        const { fingerprint } = backup.manifest;
        const ask = async () => {
            const restored = await copy.withSnapshot(signal, (view) => view.fingerprint({ signal }));
            return judgeEquality(fingerprint, (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .unequal */ ._P)((0,_domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .t)(fingerprint, restored, 'by-name')), 'failed');
        };
        const result = await scope.ask({ name: 'restored to the state before', kind: 'fingerprint', ask }, signal);
        if (result.status !== 'passed')
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SavepointError */ ._o('ROLLBACK', `the restored backup differs: ${result.message ?? result.status}`);
        await journal.announce({ type: 'swapping', copy: copyName, failedName });
        await copy.ledger.replace(journal.entries);
    }
    finally {
        await copy.close();
    }
}


/***/ }),

/***/ 6230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ compareDecimals),
/* harmony export */   a: () => (/* binding */ isDecimal)
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


/***/ })

};
