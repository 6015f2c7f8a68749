export const id = 439;
export const ids = [439];
export const modules = {

/***/ 7988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkHealth)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2809);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(180);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6646);
/* harmony import */ var _next_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3737);




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

/***/ 5439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backup: () => (/* binding */ backup),
/* harmony export */   healthCheck: () => (/* binding */ healthCheck),
/* harmony export */   snapshot: () => (/* binding */ snapshot),
/* harmony export */   validation: () => (/* binding */ validation)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2809);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3847);
/* harmony import */ var _health_check_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7988);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7904);
/* harmony import */ var _proceedings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5523);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5959);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8005);
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
            const made = await stages.run('backup', () => (0,_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .backUp */ .vm)(context, journal, context.signal));
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
        const taken = await proceedings.stages.run('snapshot', () => (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_7__/* .takeSnapshot */ .W)(context, context.signal));
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

/***/ 8005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(2809);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var revision = __webpack_require__(180);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/decimals.js
var decimals = __webpack_require__(2856);
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

// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js + 1 modules
var comparing = __webpack_require__(781);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/validate.js




/** Records every check in the scope and returns what changed since the baseline. Throws nothing for a failed check. */
async function validate(context, scope, request) {
    const connection = await scope.ask(connectivity(context));
    const rest = [...revisionChecks(context, request), ...context.plan.validate.map((check) => queryCheck(context, check))];
    if ((0,check/* blocking */.ub)([connection]).length > 0) {
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
        const status = (0,revision/* sameRevisions */.D_)(current, expected) ? 'passed' : 'failed';
        return { status, expected: (0,revision/* describeRevisions */.cs)(expected), actual: (0,revision/* describeRevisions */.cs)(current) };
    };
    return [{ name: 'revision reached', kind: 'revision', ask }];
}
/** The whole database is read again in the form of the baseline, and every loss must have the plan's word. */
async function compare(context, scope, baseline) {
    let differences = [];
    const ask = async () => {
        const fingerprint = await (0,comparing/* fingerprintNow */.n7)(context, baseline, context.signal);
        differences = (0,comparing/* judge */.S4)(context, (0,comparing/* differencesSince */.Nl)(context, baseline, fingerprint)).filter((difference) => isWatched(context, difference));
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
function sameAnswer(context, name, before) {
    return {
        name,
        kind: 'same-answer',
        ask: async (signal) => {
            const sql = context.plan.snapshot.queries[name];
            if (sql === undefined)
                return { status: 'skipped', message: 'the plan no longer has this query' };
            const after = await readOnlyQuery(context, sql, null, signal);
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
function queryCheck(context, check) {
    const ask = async (signal) => {
        const finding = judge(check.expect, await readOnlyQuery(context, check.query, check.timeoutMs, signal));
        return finding.status === 'failed' && check.warnOnly ? { ...finding, status: 'warning' } : finding;
    };
    return { name: check.name, kind: 'query', ask };
}
/** A check only reads: the server refuses anything else. */
async function readOnlyQuery(context, sql, timeoutMs, signal) {
    const limited = timeoutMs === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const session = await context.database.open({ purpose: 'check', signal: limited });
    try {
        return await session.transaction(async () => {
            await session.query('SET TRANSACTION READ ONLY');
            return session.query(sql);
        });
    }
    finally {
        await session.close();
    }
}


/***/ }),

/***/ 2856:
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
