export const id = 241;
export const ids = [241];
export const modules = {

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

/***/ 6774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkHealth)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5707);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9020);
/* harmony import */ var _next_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5983);




/** Records every check in the scope; a check that cannot be asked because the server is out of reach is skipped, not passed. */
async function checkHealth(context, scope, request) {
    const [connection, ...others] = databaseChecks(context, request);
    const rest = [...others, ...migratorChecks(context), ...(request.recovered ? [] : [unfinishedRun(context)])];
    if (connection === undefined)
        return scope.askAll(rest);
    const reached = await scope.ask(connection);
    if ((0,_domain_check_js__WEBPACK_IMPORTED_MODULE_0__/* .blocking */ .ub)([reached]).length > 0)
        scope.skip(rest, 'the database could not be reached');
    else
        await scope.askAll(rest);
    return scope.results;
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
            const actual = current.length === 0 ? 'no history yet: first migration' : `at ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRevisions */ .cs)(current)}`;
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
            return { status, expected: 'at most one', actual: heads.length === 0 ? 'none' : (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRevisions */ .cs)(heads), ...message };
        },
    };
}
function expectedRevisionCheck(context, state) {
    const { expectRevision } = context.plan.health;
    if (expectRevision === null)
        return [];
    const ask = async (signal) => {
        const actual = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRevisions */ .cs)((await state(signal)).current);
        return { status: actual === expectRevision ? 'passed' : 'failed', expected: expectRevision, actual };
    };
    return [{ name: 'expected revision', kind: 'expected-revision', ask }];
}
function unfinishedRun(context) {
    return {
        name: 'no unfinished run',
        kind: 'unfinished-run',
        ask: async () => {
            const run = (await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .findUnsettledRuns */ .O_)(context)).at(-1);
            if (run === undefined)
                return { status: 'passed', expected: 'none', actual: 'none' };
            const actual = (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .describeUnsettled */ .O4)(run);
            return {
                status: 'warning',
                expected: 'none',
                actual,
                message: `the next run deals with it first; see: ${(0,_next_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .statusCommand */ .yA)(context)}`,
            };
        },
    };
}


/***/ }),

/***/ 9241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backup: () => (/* binding */ backup),
/* harmony export */   healthCheck: () => (/* binding */ healthCheck),
/* harmony export */   snapshot: () => (/* binding */ snapshot),
/* harmony export */   validation: () => (/* binding */ validation)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5707);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2208);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1306);
/* harmony import */ var _health_check_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6774);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(570);
/* harmony import */ var _proceedings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9231);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2485);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4223);
/** The operations that are one stage of a run by themselves: health check, backup, snapshot, validation. */








/** Nothing here changes the team's data, so every failure leaves the database unchanged. */
async function alone(context, work) {
    const proceedings = new _proceedings_js__WEBPACK_IMPORTED_MODULE_3__/* .Proceedings */ .A(context);
    try {
        return await work(proceedings);
    }
    catch (error) {
        if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError && !proceedings.begun)
            throw error;
        proceedings.cause = error;
        return proceedings.finish('unchanged', false, (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? 'unknown failure');
    }
}
function healthCheck(context) {
    return alone(context, async (proceedings) => {
        const results = await proceedings.stages.run('health-check', (scope) => (0,_health_check_js__WEBPACK_IMPORTED_MODULE_5__/* .checkHealth */ .N)(context, scope, { backup: true, recovered: false }));
        const healthy = (0,_domain_check_js__WEBPACK_IMPORTED_MODULE_6__/* .allPassed */ .OE)(results);
        return proceedings.finish('unchanged', healthy, `${(0,_domain_check_js__WEBPACK_IMPORTED_MODULE_6__/* .tally */ .N4)(results)} checks passed`);
    });
}
/** Backup and snapshot of one instant, proven as the plan asks. Holds the run lock, so that no migration runs meanwhile. */
function backup(context) {
    return alone(context, async (proceedings) => {
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .acquireLock */ .I)(context);
        try {
            await proceedings.begin();
            const { journal, stages } = proceedings;
            const made = await stages.run('backup', () => (0,_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .backUp */ .vm)(context, journal, {}, context.signal));
            proceedings.backup = made.backup;
            proceedings.backup = await stages.run('verify-backup', (scope) => (0,_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyBackup */ .gu)(context, journal, scope, made.backup));
            return await proceedings.finish('unchanged', true, `backup made, verification: ${proceedings.backup.manifest.verification.level}`);
        }
        finally {
            await (0,_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseLock */ .x)(context, lock);
        }
    });
}
function snapshot(context) {
    return alone(context, async (proceedings) => {
        const taken = await proceedings.stages.run('snapshot', () => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_7__/* .takeSnapshot */ .W)(context, {}, context.signal));
        return proceedings.finish('unchanged', true, `snapshot of ${taken.fingerprint.tables.length} tables taken`);
    });
}
/** The latest snapshot of this run directory, where it is of this database. */
async function latestSnapshot(context) {
    const snapshot = await context.store.readLatestSnapshot();
    if (snapshot?.database === undefined || snapshot.database === context.database.maskedUrl)
        return snapshot;
    context.emit({ type: 'note', text: `the latest snapshot here is of ${snapshot.database}: not compared` });
    return null;
}
/** Compares with the latest snapshot of the run directory, where there is one. */
function validation(context) {
    return alone(context, async (proceedings) => {
        const baseline = await latestSnapshot(context);
        const results = await proceedings.stages.run('validate', async (scope) => {
            proceedings.differences = await (0,_validate_js__WEBPACK_IMPORTED_MODULE_4__/* .validate */ .t)(context, scope, { baseline, expected: null });
            return scope.results;
        });
        const compared = baseline === null ? 'no snapshot to compare with' : `compared with the snapshot of ${baseline.takenAt}`;
        return proceedings.finish('unchanged', (0,_domain_check_js__WEBPACK_IMPORTED_MODULE_6__/* .allPassed */ .OE)(results), `${(0,_domain_check_js__WEBPACK_IMPORTED_MODULE_6__/* .tally */ .N4)(results)} checks passed, ${compared}`);
    });
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
