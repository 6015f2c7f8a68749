export const id = 510;
export const ids = [510,370];
export const modules = {

/***/ 2844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ backupSizeBytes)
/* harmony export */ });
/** Size of all files together, in bytes. */
function backupSizeBytes(manifest) {
    return manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0);
}


/***/ }),

/***/ 1546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ servicesStoppedSince),
/* harmony export */   Ey: () => (/* binding */ concludeRuns),
/* harmony export */   F: () => (/* binding */ unsettledRuns)
/* harmony export */ });
/** Groups entries by run and concludes each; newest run last. Entries present in two journals count once. */
function concludeRuns(entries) {
    const runs = new Map();
    for (const entry of entries) {
        const run = runs.get(entry.runId) ?? new Map();
        run.set(entry.sequence, entry);
        runs.set(entry.runId, run);
    }
    return [...runs.values()]
        .map((run) => [...run.values()].sort((a, b) => a.sequence - b.sequence))
        .map(concludeRun)
        .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
}
/**
 * Runs with loose ends, oldest first: those that vanished, and those that stopped for a person to decide, unless a later run
 * brought the database to a known state, found nothing left of them, or carries their state on as its own.
 */
function unsettledRuns(runs) {
    const settling = runs.findLastIndex((run) => run.phase !== 'preparing' && run.outcome !== null && run.outcome !== 'stopped');
    const later = runs.slice(settling + 1);
    const takenUp = new Set(later.flatMap((run) => run.recovered.filter(({ nothingLeft }) => nothingLeft || run.phase !== 'preparing').map(({ runId }) => runId)));
    return later.filter((run) => !takenUp.has(run.runId) && (run.outcome === null || isOpen(run)));
}
/** Since when the team's services are stopped and nobody has started them; `null` where no run owes them a start. */
function servicesStoppedSince(runs) {
    const last = runs.findLast((run) => run.services !== null)?.services;
    return last?.state === 'stopped' ? last.since : null;
}
function isOpen(run) {
    return run.outcome === 'stopped' && run.phase !== 'preparing';
}
function concludeRun(entries) {
    const first = entries[0];
    const last = entries.at(-1);
    let record = {
        runId: first.runId,
        operation: 'unknown',
        environment: 'unknown',
        database: 'unknown',
        databaseName: null,
        history: null,
        actor: 'unknown',
        startedAt: first.at,
        lastEntryAt: last.at,
        phase: 'preparing',
        outcome: null,
        reason: null,
        next: [],
        baseline: null,
        backup: null,
        copies: [],
        interruptedMigration: null,
        applied: [],
        services: null,
        written: false,
        settled: null,
        recovered: [],
    };
    for (const entry of entries)
        record = { ...record, ...consequence(record, entry) };
    return record;
}
function consequence(record, { event, at }) {
    switch (event.type) {
        case 'run-started':
            return {
                operation: event.operation,
                environment: event.environment,
                database: event.database,
                databaseName: event.databaseName ?? null,
                history: event.history ?? null,
                actor: event.actor,
            };
        case 'snapshot-taken':
            return { baseline: event.snapshot };
        case 'backup-written':
            return { backup: { id: event.backupId, path: event.path, verified: false } };
        case 'backup-verified':
            return record.backup === null ? {} : { backup: { ...record.backup, verified: event.level === 'restore' } };
        case 'copy-creating':
            return { copies: [...record.copies, event.copy] };
        case 'copy-dropped':
            return { copies: record.copies.filter((copy) => copy !== event.copy) };
        case 'migrating':
            return { phase: 'migrating' };
        case 'migration-starting':
            return { interruptedMigration: { revision: event.revision, atomic: event.atomic } };
        case 'migration-finished':
            return {
                interruptedMigration: null,
                applied: event.outcome === 'applied' ? [...record.applied, event.revision] : record.applied,
            };
        case 'stage-started':
            return event.stage === 'validate' && record.phase === 'migrating' ? { phase: 'validating' } : {};
        case 'rolling-back':
            return { phase: 'rolling-back', written: false };
        case 'swapped':
            return { copies: [] };
        case 'run-finished':
            return { outcome: event.outcome, reason: event.reason, next: event.next };
        case 'recovered':
            return { recovered: [...record.recovered, { runId: event.runId, nothingLeft: event.outcome !== 'resumed' }] };
        case 'services-stopping':
            return record.services?.state === 'stopped' ? {} : { services: { state: 'stopped', since: at } };
        case 'services-starting':
            return { settled: event.settled, written: record.phase !== 'preparing' };
        case 'services-started':
            return { services: { state: 'running', since: at }, written: record.phase !== 'preparing' };
        case 'in-service':
            return { phase: 'in-service', written: true };
        default:
            return {};
    }
}


/***/ }),

/***/ 8571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ restoreBeside),
  g: () => (/* binding */ verifyBackup)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/comparison.js + 1 modules
var comparison = __webpack_require__(5682);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/backup.js
var backup = __webpack_require__(9461);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js
var comparing = __webpack_require__(8355);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/kept-copy.js
class KeptCopy {
    name;
    database;
    #context;
    #journal;
    constructor(context, journal, name, database) {
        this.#context = context;
        this.#journal = journal;
        this.name = name;
        this.database = database;
    }
    drop() {
        return dropAnnounced(this.#context, this.#journal, this.name);
    }
}
/** Its making was announced, so that the next run drops it where this one cannot. */
async function dropAnnounced(context, journal, copy) {
    await context.database.dropCopy(copy);
    await journal.announce({ type: 'copy-dropped', copy });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/backup-proof.js




/**
 * Proves a backup to the level that the plan asks for, and records the proof in its manifest.
 *
 * @param keep - takes over the copy that proved it; left out: the copy is dropped
 */
async function verifyBackup(context, journal, scope, backup, keep) {
    const level = context.plan.backup.verify;
    if (level === 'none')
        return backup;
    await scope.ask({ name: 'bytes as written', kind: 'digest', ask: () => checkBytes(context, backup) });
    scope.requirePassed();
    if (level === 'read') {
        await scope.ask({ name: 'can be read to its end', kind: 'read', ask: () => readWhole(context, backup) });
        scope.requirePassed();
        return recordProof(context, journal, backup, level, null);
    }
    let restoreMs = 0;
    await scope.ask({
        name: 'restores to the same content',
        kind: 'restore',
        ask: async () => {
            const restored = await restoreAndRead(context, journal, backup);
            restoreMs = restored.restoreMs;
            const finding = judgeRestored(backup.manifest.fingerprint, restored.fingerprint);
            if (keep !== undefined && finding.status === 'passed')
                keep(restored.copy);
            else
                await restored.copy.drop();
            return finding;
        },
    });
    scope.requirePassed();
    return recordProof(context, journal, backup, 'restore', restoreMs);
}
async function checkBytes(context, { path, manifest }) {
    await context.store.verifyFiles(path, manifest);
    return { status: 'passed', expected: `sha256 ${(0,backup/* digestOf */.ol)(manifest)}`, actual: 'the same' };
}
/** Checksums inside the compressed dump, and every entry of its table of contents. */
async function readWhole({ database, store, signal }, { path, manifest }) {
    await database.readDump(store.openDump(path, manifest), signal);
    return { status: 'passed', expected: 'every entry of its table of contents', actual: 'there' };
}
/** Restores into a copy beside the database and reads it. The copy is the caller's to drop; none is left where this throws. */
async function restoreAndRead(context, journal, backup) {
    const { clock, signal } = context;
    const started = clock.monotonicMs();
    const copy = await restoreBeside(context, journal, backup);
    try {
        const restoreMs = clock.monotonicMs() - started;
        const fingerprint = await copy.database.withSnapshot(signal, (view) => view.fingerprint({ signal }));
        return { copy, fingerprint, restoreMs };
    }
    catch (error) {
        await copy.drop();
        throw error;
    }
}
/** A copy of the state that a backup holds, to compare with. It is the caller's to drop; none is left where this throws. */
async function restoreBeside(context, journal, { path, manifest }) {
    const { database, store, signal } = context;
    const copy = database.copyName('verification', context.runId);
    await journal.announce({ type: 'copy-creating', copy, purpose: 'verification' });
    try {
        const restored = await database.restoreCopy({ dump: store.openDump(path, manifest), copy, faithful: false, signal });
        return new KeptCopy(context, journal, copy, restored);
    }
    catch (error) {
        await dropAnnounced(context, journal, copy);
        throw error;
    }
}
function judgeRestored(expected, actual) {
    const differences = (0,comparing/* unequal */._P)((0,comparison/* compareFingerprints */.t)(expected, actual, 'by-name')).filter(({ object }) => object !== 'database');
    const shown = `fingerprint ${expected.digest.slice(0, 16)}`;
    if (differences.length === 0)
        return { status: 'passed', expected: shown, actual: 'the same' };
    const message = `the restored backup differs: ${(0,comparing/* describeDifferences */.g7)(differences)}`;
    return { status: 'failed', expected: shown, actual: (0,comparing/* counted */.hS)(differences.length, 'difference'), message };
}
async function recordProof(context, journal, backup, level, restoreMs) {
    const earlier = backup.manifest.verification;
    // To read a backup that was restored before takes nothing from that proof.
    const isLess = level === 'read' && earlier.level === 'restore';
    const verification = isLess ? earlier : { level, at: context.clock.now().toISOString(), restoreMs };
    const manifest = { ...backup.manifest, verification };
    await context.store.updateManifest(backup.path, manifest);
    await journal.announce({ type: 'backup-verified', backupId: manifest.id, level });
    return { manifest, path: backup.path };
}


/***/ }),

/***/ 9461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wg: () => (/* binding */ summarizeBackup),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   vm: () => (/* binding */ backUp)
/* harmony export */ });
/* harmony import */ var _domain_backup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2844);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1990);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5959);
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
/** Makes a backup and a snapshot of the same instant. */




/** Dump and snapshot share one instant, so that the restored dump can be compared with the snapshot value by value. */
async function backUp(context, journal, found, signal) {
    const { database, store, migrator } = context;
    const backupId = context.runId;
    const [facts, clientVersion, state, directory] = await Promise.all([
        database.facts(),
        database.clientVersion(),
        migrator.state({ signal }),
        store.prepareBackup(backupId),
    ]);
    await journal.announce({ type: 'backup-writing', backupId, path: directory });
    const seal = async () => {
        const { snapshot, dump } = await database.withSnapshot(signal, (view) => dumpAndRead(context, view, backupId, { revision: state.current, found }, signal));
        await store.saveSnapshot(snapshot);
        const manifest = manifestOf(context, snapshot, facts, clientVersion, dump);
        return { snapshot, backup: { manifest, path: await store.sealBackup(manifest) } };
    };
    const { snapshot, backup } = await seal().catch(async (error) => {
        // Where the disk is full, what is half written takes the place that journal and report need.
        await store.discardUnsealed(backupId).catch(() => undefined);
        throw error;
    });
    await journal.announce({ type: 'backup-written', backupId, path: backup.path, sha256: digestOf(backup.manifest) });
    return { backup, snapshot };
}
async function dumpAndRead(context, view, backupId, { revision, found }, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const failure = new AbortController();
        const _limit = __addDisposableResource(env_1, endingAfter(context.plan.backup.timeLimitMs, failure), false);
        const both = AbortSignal.any([signal, failure.signal]);
        const onProgress = (bytes, total) => {
            context.emit({ type: 'progress', label: 'writing the backup', done: bytes, total, unit: 'bytes' });
        };
        const ending = (work) => work.catch((error) => {
            failure.abort(error);
            throw error;
        });
        // Both end before either failure is thrown: the instant must outlive its readers.
        const [dumped, read] = await Promise.allSettled([
            ending(writeDump(context, backupId, { instant: view.instant, signal: both, onProgress })),
            ending((0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .readSnapshot */ .R)(context, view, revision, found, both)),
        ]);
        signal.throwIfAborted();
        failure.signal.throwIfAborted();
        if (dumped.status === 'rejected' || read.status === 'rejected')
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BackupError */ .hj('the backup ended without a reason');
        return { snapshot: read.value, dump: dumped.value };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Node's timers know nothing longer: about 25 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** Ends the work when the time is over that the plan gives it. */
function endingAfter(limitMs, failure) {
    if (limitMs === null)
        return { [Symbol.dispose]: () => undefined };
    const error = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BackupError */ .hj(`the backup was not written within ${(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(limitMs)} (backup.time-limit)`, {
        hint: 'Nothing was changed, and what was written of it is gone. Raise backup.time-limit, or see what slows the server.',
    });
    const timer = setTimeout(() => failure.abort(error), Math.min(limitMs, LONGEST_TIMER_MS));
    return { [Symbol.dispose]: () => clearTimeout(timer) };
}
/** What was written counts only once the program that dumped has ended well. */
async function writeDump(context, backupId, options) {
    const { database, store, plan } = context;
    let written;
    const output = async (dump) => {
        written = await store.writeDump(backupId, dump, plan.backup.jobs);
    };
    await database.dump({ ...options, output });
    if (written === undefined)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BackupError */ .hj('the dump ended without having been written');
    return written;
}
function manifestOf(context, snapshot, facts, clientVersion, { file, compression, encryption }) {
    return {
        version: 1,
        id: context.runId,
        runId: context.runId,
        createdAt: snapshot.takenAt,
        environment: context.plan.environment,
        database: facts.identity,
        serverVersion: facts.serverVersion,
        clientVersion,
        toolVersion: context.toolVersion,
        format: context.database.dumpFormat,
        compression,
        encryption,
        revision: snapshot.revision,
        instant: snapshot.instant.id,
        fingerprint: snapshot.fingerprint,
        files: [file],
        verification: { level: 'none', at: null, restoreMs: null },
    };
}
function digestOf(manifest) {
    return manifest.files[0]?.sha256 ?? '';
}
function summarizeBackup({ manifest, path }, stores) {
    return {
        id: manifest.id,
        location: path,
        sizeBytes: (0,_domain_backup_js__WEBPACK_IMPORTED_MODULE_3__/* .backupSizeBytes */ .b)(manifest),
        sha256: digestOf(manifest),
        encrypted: manifest.encryption != null,
        verification: manifest.verification.level,
        restoreMs: manifest.verification.restoreMs,
        stores,
    };
}


/***/ }),

/***/ 7398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ budgetResults),
  p: () => (/* binding */ recordBudget)
});

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/budget.js
const BUDGET_NAMES = ['migration', 'downtime', 'recovery'];

// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/budgets.js
/** Holds what a run measured against the budgets of its plan. */


/** Every budget that the plan declares, and what became of it. */
function budgetResults(budgets, measured) {
    return BUDGET_NAMES.flatMap((name) => {
        const budget = budgets[name];
        const actual = measured[name];
        if (budget === null)
            return [];
        const { atMostMs: limitMs, warnOnly } = budget;
        if (actual === null)
            return [{ name, limitMs, actualMs: null, status: 'skipped' }];
        if (actual === 'unmeasured')
            return [{ name, limitMs, actualMs: null, status: 'errored' }];
        const status = actual <= limitMs ? 'passed' : warnOnly ? 'warning' : 'failed';
        return [{ name, limitMs, actualMs: actual, status }];
    });
}
/** Why a budget could not be measured, and what to do when it is broken. */
const ADVICE = {
    migration: 'The migrations together took longer than `budgets.migration` allows.',
    downtime: 'Nothing is rolled back for it: that would only add to the downtime, and users are at work again.',
    recovery: 'Restoring the backup takes longer than `budgets.recovery` allows; nothing was changed.',
};
const UNMEASURED = 'it is measured by restoring the backup: set `backup.verify: restore`';
/** Records one budget as a check, where the plan declares it and the run came to it. */
function recordBudget(scope, name, budgets, measured) {
    const result = budgetResults(budgets, measured).find((budget) => budget.name === name);
    if (result !== undefined && result.status !== 'skipped')
        scope.record(checkOf(result));
}
function checkOf({ name, limitMs, actualMs, status }) {
    const check = { name: `${name} budget`, kind: 'budget', status, expected: `at most ${(0,quantity_text/* formatDuration */.a3)(limitMs)}`, durationMs: 0 };
    if (actualMs === null)
        return { ...check, message: UNMEASURED };
    const told = { ...check, actual: (0,quantity_text/* formatDuration */.a3)(actualMs), measured: actualMs };
    return status === 'passed' ? told : { ...told, message: ADVICE[name] };
}


/***/ }),

/***/ 2067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wq: () => (/* binding */ withOutput),
/* harmony export */   wp: () => (/* binding */ KeptOutput),
/* harmony export */   xe: () => (/* binding */ keepOutput)
/* harmony export */ });
/* harmony import */ var _domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1990);

/** Characters of the beginning, and at least half as many of the end. */
const KEPT_LENGTH = 2 ** 20;
/** Memory stays flat: of the end, two blocks are kept and the older one gives way. */
class KeptOutput {
    #beginning = emptyBlock();
    #older = emptyBlock();
    #newer = emptyBlock();
    #leftOut = { lines: 0, length: 0 };
    add(line) {
        const room = this.#beginning.length + line.length < KEPT_LENGTH && this.#newer.lines.length === 0;
        const block = room ? this.#beginning : this.#newer;
        block.lines.push(line);
        block.length += line.length + 1;
        if (this.#newer.length >= KEPT_LENGTH / 2)
            this.#turn();
    }
    text() {
        const { lines, length } = this.#leftOut;
        const gap = lines === 0 ? [] : [`… ${(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(lines, 'line')} (${(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(length)}) left out here by Savepoint …`];
        const all = [...this.#beginning.lines, ...gap, ...this.#older.lines, ...this.#newer.lines];
        return all.length === 0 ? '(no output)\n' : `${all.join('\n')}\n`;
    }
    #turn() {
        const { lines, length } = this.#older;
        this.#leftOut = { lines: this.#leftOut.lines + lines.length, length: this.#leftOut.length + length };
        this.#older = this.#newer;
        this.#newer = emptyBlock();
    }
}
function emptyBlock() {
    return { lines: [], length: 0 };
}
/** Keeps a text under the name of its check; what to add to the finding. A disk that is full does not change the verdict. */
async function keepOutput({ store, runId }, name, text) {
    try {
        return { output: await store.saveOutput(runId, name, text) };
    }
    catch (error) {
        return { lost: `its output could not be kept: ${error instanceof Error ? error.message : String(error)}` };
    }
}
/** What a check found, with where its output is or why it is nowhere. */
function withOutput(finding, place) {
    if ('output' in place)
        return { ...finding, output: place.output };
    return { ...finding, message: finding.message === undefined ? place.lost : `${finding.message}; ${place.lost}` };
}


/***/ }),

/***/ 7685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vm: () => (/* binding */ readOnlyQuery),
/* harmony export */   c9: () => (/* binding */ keepingReaders),
/* harmony export */   q9: () => (/* binding */ whileReading)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/** Reads for a check: the server refuses anything else. Checks asked side by side share a few sessions. */

/**
 * Runs work in a read-only transaction that is rolled back: what a query sets does not reach the next check. In a session of
 * its own, or within {@link keepingReaders} in one that an earlier check has left in order.
 */
async function whileReading(database, signal, work) {
    const kept = KEPT.get(database);
    const reader = kept?.idle.pop() ?? new Reader(database);
    try {
        return await reader.read(signal, work);
    }
    finally {
        if (kept !== undefined && kept.users > 0 && reader.inOrder)
            kept.idle.push(reader);
        else
            await reader.close();
    }
}
function readOnlyQuery(database, sql, signal) {
    return whileReading(database, signal, (session) => session.query(sql));
}
const KEPT = new WeakMap();
/** While work is under way, sessions that a check is done with are kept for the next: opening one takes longer than most queries. */
async function keepingReaders(database, work) {
    const kept = KEPT.get(database) ?? { users: 0, idle: [] };
    KEPT.set(database, kept);
    kept.users++;
    try {
        return await work();
    }
    finally {
        kept.users--;
        if (kept.users === 0)
            await Promise.all(kept.idle.splice(0).map((reader) => reader.close()));
    }
}
/** Thrown to have a transaction rolled back that went well. */
const ROLL_BACK = Symbol('roll back');
/** A setting that ends with its transaction. */
const MARK = 'savepoint.reading';
/** What outlives a rollback is taken back, too: locks of the session and prepared statements. @throws CheckError where a COMMIT stood in between */
async function requireOwnTransaction(session) {
    const [found] = await session.query(`DEALLOCATE ALL; SELECT pg_advisory_unlock_all(), current_setting('${MARK}', true) AS mark`);
    if (found?.mark === '1')
        return;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CheckError */ .tl('the check ended the read-only transaction that it is asked in', {
        hint: 'take COMMIT and ROLLBACK out of it',
    });
}
/** One session for checks, one after the other, each under its own signal. */
class Reader {
    #database;
    /** Sessions are cancelled by the signal they were opened with; this one passes on that of the check being asked. */
    #abort = new AbortController();
    #session;
    /** Whether it can be handed to another check: never after a failure, which may hide that the transaction was ended before it. */
    inOrder = true;
    constructor(database) {
        this.#database = database;
    }
    async read(signal, work) {
        signal.throwIfAborted();
        const passOn = () => {
            this.inOrder = false;
            this.#abort.abort(signal.reason);
        };
        signal.addEventListener('abort', passOn, { once: true });
        try {
            await this.#makeReady();
            return await this.#readIn(this.#session, work);
        }
        catch (error) {
            this.inOrder = false;
            throw error;
        }
        finally {
            signal.removeEventListener('abort', passOn);
        }
    }
    async close() {
        await this.#session?.close();
    }
    /** A session that was lost while nobody used it is no concern of the check that is asked next. */
    async #makeReady() {
        if (this.#session === undefined)
            return this.#open();
        try {
            await this.#session.query('SELECT 1');
        }
        catch (error) {
            if (!(error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionError */ .Rc))
                throw error;
            await this.#session.close();
            await this.#open();
        }
    }
    async #open() {
        this.#session = await this.#database.open({ purpose: 'check', signal: this.#abort.signal });
        // Also for what comes after a COMMIT that stands among a check's statements.
        await this.#session.query('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY');
    }
    async #readIn(session, work) {
        let result;
        const reading = session.transaction(async () => {
            // Row security off makes the server refuse instead of hiding rows: no orphans would be found among hidden ones.
            await session.query(`SET TRANSACTION READ ONLY; SET LOCAL row_security = off; SET LOCAL ${MARK} = '1'`);
            const value = await work(session);
            await requireOwnTransaction(session);
            result = { value };
            throw ROLL_BACK;
        });
        await reading.catch((error) => {
            if (error !== ROLL_BACK)
                throw error;
        });
        return result.value;
    }
}


/***/ }),

/***/ 634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O4: () => (/* binding */ describeUnsettled),
/* harmony export */   O_: () => (/* binding */ findUnsettledRuns),
/* harmony export */   xx: () => (/* binding */ readRuns)
/* harmony export */ });
/* harmony import */ var _domain_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1546);
/** What both homes of the journal know of the runs before this one. */

/**
 * Every run of this database and this migration history that either home of the journal knows of, oldest first. Runs of another
 * history hold a lock of their own and may be at work right now. A database made from a dump of another may have brought that one's
 * ledger along, and a run directory may be shared by several databases.
 */
async function readRuns(context) {
    const [local, ledger] = await Promise.all([context.store.readJournal(), context.database.ledger.read()]);
    const known = new Set(ledger.map((entry) => entry.runId));
    return (0,_domain_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .concludeRuns */ .Ey)([...local, ...ledger]).filter((run) => {
        const ofDatabase = known.has(run.runId) || run.database === context.database.maskedUrl;
        return ofDatabase && isOwn(context, run);
    });
}
/** What an older version did not write down counts as any. */
function isOwn({ database, migrator }, { databaseName, history }) {
    return (databaseName ?? database.name) === database.name && (history ?? migrator.historyKey) === migrator.historyKey;
}
/** Earlier runs with loose ends, oldest first. */
async function findUnsettledRuns(context) {
    return (0,_domain_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .unsettledRuns */ .F)((await readRuns(context)).filter((run) => run.runId !== context.runId));
}
/** `run X by ann never came to an end: it was last seen migrating, at …`. */
function describeUnsettled(run) {
    const who = `run ${run.runId} by ${run.actor}`;
    if (run.outcome !== null)
        return `${who} ${run.outcome} while ${run.phase}, for a person to decide`;
    return `${who} never came to an end: it was last seen ${run.phase}, at ${run.lastEntryAt}`;
}


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ furtherConfirmations),
/* harmony export */   M6: () => (/* binding */ generalConfirmation),
/* harmony export */   TY: () => (/* binding */ confirmationGate)
/* harmony export */ });
/* harmony import */ var _next_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3737);

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
/** That somebody said yes to the run itself, asked or with `--yes`. */
function generalConfirmation({ actor, clock, confirmations }, name) {
    return { name, by: actor, at: clock.now().toISOString(), how: confirmations.ask === null ? 'given' : 'asked' };
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
    return { status: 'failed', expected: 'confirmed', actual, message: `where it is true, add ${(0,_next_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .flagText */ .us)('--confirm', name)}` };
}


/***/ }),

/***/ 7904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ acquireLock),
/* harmony export */   x: () => (/* binding */ releaseLock)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/** Takes the lock that lets one run at a time work on a database, and gives it back. */

/** @throws LockError naming the holder when it is not free within the plan's `lock-wait` */
async function acquireLock(context, signal = context.signal) {
    const { database, migrator, plan, emit } = context;
    const onWait = (holder) => emit({ type: 'note', text: `waiting for another run: ${holder}` });
    return database.acquireLock({ historyKey: migrator.historyKey, waitMs: plan.lockWaitMs, signal, onWait });
}
/** A lock that ended with its session is gone all the same. */
async function releaseLock(context, lock) {
    await lock?.release().catch((error) => {
        const why = error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LockError */ .Ku ? error.message : 'its session had ended';
        context.emit({ type: 'note', text: `the run lock was already gone: ${why}` });
    });
}


/***/ }),

/***/ 7370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ applyMigrations),
/* harmony export */   NH: () => (/* binding */ describePath),
/* harmony export */   h$: () => (/* binding */ MigrationLog),
/* harmony export */   previewMigrations: () => (/* binding */ previewMigrations)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(180);
/** Applies migrations one at a time, announcing each before it starts and recording what became of it. */


/** What has become of each migration of a run; grows while it goes on, so that a failure leaves it telling. */
class MigrationLog {
    #path;
    #records = new Map();
    constructor(path) {
        this.#path = path;
    }
    record(revision, durationMs, outcome) {
        this.#records.set(revision, { durationMs, outcome });
    }
    /** After a proven rollback: what had been applied no longer is. */
    revert() {
        for (const [revision, record] of this.#records) {
            if (record.outcome === 'applied')
                this.#records.set(revision, { ...record, outcome: 'rolled-back' });
        }
    }
    get applied() {
        return [...this.#records.values()].filter((record) => record.outcome === 'applied').length;
    }
    get records() {
        return this.#path.map(({ revision, description }) => ({
            revision,
            description,
            ...(this.#records.get(revision) ?? { durationMs: 0, outcome: 'not-run' }),
        }));
    }
}
/**
 * @param afterEach - asked after each migration and before the next
 * @throws MigrationError of the first migration that fails, or what `afterEach` throws; those after it are not run
 */
async function applyMigrations(context, journal, lock, path, log, afterEach) {
    for (const [index, migration] of path.entries()) {
        context.signal.throwIfAborted();
        await lock.assertHeld();
        context.emit({
            type: 'progress',
            label: `migrating to ${migration.revision}`,
            done: index,
            total: path.length,
            unit: 'items',
        });
        await applyOne(context, journal, migration, log);
        await afterEach(migration);
    }
}
async function applyOne(context, journal, { revision, atomic = false }, log) {
    const { clock, migrator, signal, emit } = context;
    await journal.announce({ type: 'migration-starting', revision, atomic });
    const started = clock.monotonicMs();
    const elapsed = () => clock.monotonicMs() - started;
    try {
        await migrator.upgrade(revision, { signal, onLine: (line) => emit({ type: 'output', source: migrator.kind, line }) });
    }
    catch (error) {
        log.record(revision, elapsed(), 'failed');
        throw error;
    }
    log.record(revision, elapsed(), 'applied');
    await journal.announce({ type: 'migration-finished', revision, outcome: 'applied' });
}
/** `3 migrations (base to 003)`. */
function describePath(from, path) {
    const count = path.length === 1 ? '1 migration' : `${path.length} migrations`;
    return `${count} (${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRevisions */ .cs)(from)} to ${path.at(-1)?.revision ?? _domain_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .BASE */ .Wm})`;
}
/** The SQL a run would execute, nothing executed. */
async function previewMigrations(context, target) {
    if (!context.migrator.capabilities.previewSql) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MigrationError */ .Py(`the ${context.migrator.kind} migrator cannot print the SQL it would run`, {}, {
            hint: 'give it a `preview` command in the plan, or rehearse on a copy',
        });
    }
    return context.migrator.preview(target, { signal: context.signal });
}


/***/ }),

/***/ 3737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ rollbackCommand),
/* harmony export */   S0: () => (/* binding */ startCommand),
/* harmony export */   c4: () => (/* binding */ monitorCommand),
/* harmony export */   cS: () => (/* binding */ adoptCommand),
/* harmony export */   d1: () => (/* binding */ runCommand),
/* harmony export */   us: () => (/* binding */ flagText),
/* harmony export */   yA: () => (/* binding */ statusCommand)
/* harmony export */ });
function command(context, ...words) {
    return ['savepoint', ...words, ...context.repeatFlags].map(quoteWord).join(' ');
}
/** Quoted for a POSIX shell where it holds anything but plain characters. */
function quoteWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/** A flag with its value, ready to be added to a command. */
function flagText(flag, value) {
    return `${flag} ${quoteWord(value)}`;
}
function statusCommand(context) {
    return command(context, 'status');
}
/** @param leftMs - how much of a watch is left; `null`: all that the plan says */
function monitorCommand(context, leftMs) {
    return command(context, 'monitor', ...(leftMs === null ? [] : ['--for', `${Math.max(1, Math.ceil(leftMs / 1000))}s`]));
}
function runCommand(context) {
    return command(context, 'run');
}
/** Goes on from the database as it stands, taking it as the state before. */
function adoptCommand(context) {
    return command(context, 'run', '--adopt');
}
/** The plan's own line that starts the services, with the way to where it runs. */
function startCommand({ plan }) {
    if (plan.services === null)
        return null;
    const { start, workingDirectory } = plan.services;
    return workingDirectory === plan.directory ? start : `cd ${quoteWord(workingDirectory)} && ${start}`;
}
/** Where the backup is encrypted, whoever restores it has the private key in a file of a name of theirs. */
function rollbackCommand(context, backup, revision) {
    if (backup === null)
        return command(context, 'rollback', '--to', revision);
    const identity = backup.manifest.encryption == null ? [] : ['--identity', 'FILE'];
    return command(context, 'rollback', '--backup', backup.path, ...identity);
}


/***/ }),

/***/ 8296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ Proceedings)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/difference.js
var difference = __webpack_require__(2502);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/backup.js
var operations_backup = __webpack_require__(9461);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/budgets.js + 1 modules
var budgets = __webpack_require__(7398);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js
var comparing = __webpack_require__(8355);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/gates/confirmation.js
var confirmation = __webpack_require__(1867);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/journal.js
class Journal {
    #context;
    #entries = [];
    #announcing = Promise.resolve();
    constructor(context) {
        this.#context = context;
    }
    get entries() {
        return this.#entries;
    }
    /** Returns once both homes hold the entry. Entries are written one after the other, in the order of the calls. */
    announce(event) {
        const written = this.#announcing.then(() => this.#write(event));
        this.#announcing = written.catch(() => undefined);
        return written;
    }
    /** Records it wherever it can: neither a lost database nor a full disk may keep a run from ending in order. */
    async conclude(event) {
        const entry = this.#nextEntry(event);
        await this.#context.store.appendJournal(entry).catch((error) => this.#noteUnwritten(event, 'journal', error));
        await this.#context.database.ledger
            .append(entry)
            .catch((error) => this.#noteUnwritten(event, 'ledger in the database', error));
    }
    #noteUnwritten({ type }, home, error) {
        const why = error instanceof Error ? error.message : String(error);
        const what = type === 'run-finished' ? 'the outcome' : type;
        this.#context.emit({ type: 'note', text: `${what} could not be written to the ${home}: ${this.#context.redact(why)}` });
    }
    start() {
        const { operation, plan, database, migrator, actor, host, pid } = this.#context;
        return this.announce({
            type: 'run-started',
            operation,
            environment: plan.environment,
            database: database.maskedUrl,
            databaseName: database.name,
            history: migrator.historyKey,
            actor,
            host,
            pid,
        });
    }
    async #write(event) {
        const entry = this.#nextEntry(event);
        await this.#context.store.appendJournal(entry);
        await this.#context.database.ledger.append(entry);
    }
    #nextEntry(event) {
        const { runId, clock } = this.#context;
        const entry = { runId, sequence: this.#entries.length + 1, at: clock.now().toISOString(), event };
        this.#entries.push(entry);
        return entry;
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/migrate.js
var migrate = __webpack_require__(7370);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/next-commands.js
var next_commands = __webpack_require__(3737);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/journal.js
var journal = __webpack_require__(1546);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/drain.js


const POLL_MS = 250;
/** Sessions named in one sentence. */
const SHOWN = 5;
/**
 * Judges whether at most `max-connections` other sessions are left once the wait is over.
 *
 * @param otherwise - what sessions that stay are: a failure, or on the way back a warning
 */
async function drain(context, journal, services, signal, otherwise) {
    const { maxConnections, terminate } = services;
    const expected = maxConnections === 0 ? 'no other session' : `at most ${(0,comparing/* counted */.hS)(maxConnections, 'other session')}`;
    const left = await waitForOthers(context, services, signal);
    if (left.length <= maxConnections)
        return { status: 'passed', expected, actual: namesOf(context, left) };
    if (!terminate)
        return { status: otherwise, expected, actual: namesOf(context, left), message: HOW_TO_END };
    const ended = namesOf(context, left);
    const stayed = await terminateAll(context, journal, left, signal);
    if (stayed.length <= maxConnections)
        return { status: 'passed', expected, actual: namesOf(context, stayed), message: `ended: ${ended}` };
    return { status: otherwise, expected, actual: namesOf(context, stayed), message: `ended: ${ended}; these came back or stayed` };
}
const HOW_TO_END = 'Let them leave, give them longer with `services.wait`, or end them with `services.terminate: true`.';
/** Those that are left once few enough are, or the time is over. */
async function waitForOthers(context, services, signal) {
    const { clock, database, emit } = context;
    const deadline = clock.monotonicMs() + services.waitMs;
    let most = 0;
    for (;;) {
        const others = await database.otherSessions(signal);
        const remainingMs = deadline - clock.monotonicMs();
        if (others.length <= services.maxConnections || remainingMs <= 0)
            return others;
        if (most === 0)
            emit({
                type: 'note',
                text: `waiting up to ${(0,quantity_text/* formatDuration */.a3)(services.waitMs)} for other sessions to leave: ${namesOf(context, others)}`,
            });
        most = Math.max(most, others.length);
        const label = `waiting for ${(0,comparing/* counted */.hS)(others.length, 'session')} to leave: ${namesOf(context, others)}`;
        emit({ type: 'progress', label, done: most - others.length, total: most, unit: 'items' });
        await clock.sleep(Math.min(POLL_MS, remainingMs), signal);
    }
}
/** Returns who is there afterwards. */
async function terminateAll(context, journal, sessions, signal) {
    context.emit({ type: 'note', text: `ending those that stayed: ${namesOf(context, sessions)}` });
    await journal.announce({ type: 'sessions-terminating', sessions: sessions.map((session) => nameOf(context, session)) });
    await context.database.endSessions(sessions.map(({ pid }) => pid));
    return context.database.otherSessions(signal);
}
function namesOf(context, sessions) {
    if (sessions.length === 0)
        return 'none';
    const rest = sessions.length - SHOWN;
    const shown = sessions.slice(0, SHOWN).map((session) => nameOf(context, session));
    return `${shown.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}
/** `shop-backend (session 4711 of app, from 10.0.0.7, idle since 2026-11-21T09:30:00Z)`; what the server hides is left out. */
function nameOf(context, { pid, application, role, client, state, since }) {
    const from = client === null ? '' : `, from ${client}`;
    const doing = state === null ? '' : `, ${state}${since === null ? '' : ` since ${since}`}`;
    const who = application === '' ? 'unnamed' : application;
    return context.redact(`${who} (session ${pid} of ${role}${from}${doing})`);
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/kept-output.js
var kept_output = __webpack_require__(2067);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/service-commands.js


/** How often a status is asked that is not yet what it should become. */
const service_commands_POLL_MS = 500;
/** What a shell says of a command that it cannot run: no answer to any question. */
const CANNOT_RUN = [126, 127];
/** Time left in ms, at least one: a command that is due is still asked once. */
function remainingMs({ clock }, { deadlineMs }) {
    return Math.max(1, Math.ceil(deadlineMs - clock.monotonicMs()));
}
/**
 * Runs the stop or start line; its output is kept whatever becomes of it.
 *
 * @throws CommandError when it fails or takes too long; the signal's reason when interrupted
 */
async function runServiceLine(context, services, which, patience) {
    const kept = new kept_output/* KeptOutput */.wp();
    const onLine = (line) => {
        kept.add(line);
        context.emit({ type: 'output', source: `services ${which}`, line });
    };
    const command = { run: { shell: services[which] }, cwd: services.workingDirectory };
    const timeoutMs = remainingMs(context, patience);
    let failure = null;
    await context.processes.run(command, { signal: patience.signal, timeoutMs, outlives: true, onLine }).catch((error) => {
        failure = error;
    });
    const place = await (0,kept_output/* keepOutput */.xe)(context, `services-${which}`, kept.text());
    if (failure === null)
        return (0,kept_output/* withOutput */.Wq)({ status: 'passed', expected: 'exit code 0', actual: 'exit code 0' }, place);
    patience.signal.throwIfAborted();
    const message = failure instanceof Error ? context.redact(failure.message) : 'unknown failure';
    return (0,kept_output/* withOutput */.Wq)({ status: 'failed', expected: 'exit code 0', message }, place);
}
/**
 * Whether the services run, by their own word.
 *
 * @throws CheckError when the status command gives no answer
 */
async function servicesRun(context, services, patience) {
    const { command, running } = services.status;
    try {
        const { stdout, stderr } = await context.processes.run({ run: { shell: command }, cwd: services.workingDirectory }, { signal: patience.signal, timeoutMs: Math.max(remainingMs(context, patience), service_commands_POLL_MS) });
        return running === null || new RegExp(running, 'm').test(`${stdout}\n${stderr}`);
    }
    catch (error) {
        patience.signal.throwIfAborted();
        if (running === null && isAnswer(error))
            return false;
        throw new errors/* CheckError */.tl('`services.status` gives no answer', { cause: error, hint: 'run it by hand, and mend it in the plan' });
    }
}
/** An exit code of the command itself, and not the shell's word that there is no such command. */
function isAnswer(error) {
    return error instanceof errors/* CommandError */.Qd && error.exitCode !== null && !CANNOT_RUN.includes(error.exitCode);
}
/** Asks the status again and again until it is as wanted, or the time is over. */
async function untilServices(wanted, context, services, patience) {
    for (;;) {
        const actual = (await servicesRun(context, services, patience)) ? 'running' : 'stopped';
        if (actual === wanted)
            return { status: 'passed', expected: wanted, actual };
        if (context.clock.monotonicMs() >= patience.deadlineMs)
            return { status: 'failed', expected: wanted, actual };
        await context.clock.sleep(Math.min(service_commands_POLL_MS, remainingMs(context, patience)), patience.signal);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/services.js
/** Stops the team's services before the database is changed, and starts them again in every outcome. */




class Services {
    #context;
    #parts;
    #state = 'untouched';
    /** On the monotonic clock: when the stop under way began. */
    #downSinceMs = null;
    #downBeforeMs = 0;
    constructor(context, parts) {
        this.#context = context;
        this.#parts = parts;
    }
    /** Whether they were stopped, or half stopped, and not started since. */
    get stopped() {
        return this.#state !== 'untouched' && this.#state !== 'running';
    }
    /** From the begin of each stop until they ran again, together; still counting while they do not. `null`: never stopped. */
    get downtimeMs() {
        if (this.#state === 'untouched')
            return null;
        return this.#downBeforeMs + (this.#downSinceMs === null ? 0 : this.#context.clock.monotonicMs() - this.#downSinceMs);
    }
    /** A run that vanished with the services stopped leaves it to this one to start them, whatever else this one does. */
    takeUp(runs) {
        const since = (0,journal/* servicesStoppedSince */.Ck)(runs);
        if (since === null)
            return;
        const { clock, plan, emit } = this.#context;
        if (plan.services === null) {
            emit({ type: 'note', text: `an earlier run stopped services at ${since}; this plan has no \`services\` to start them` });
            return;
        }
        emit({ type: 'note', text: `an earlier run stopped the services at ${since} and did not start them: this run will` });
        this.#state = 'owed';
        this.#downSinceMs = clock.monotonicMs() - Math.max(0, clock.now().getTime() - Date.parse(since));
    }
    /**
     * Stops them, proves it by their own status, and waits for other sessions to leave. Nothing to do where that is done.
     *
     * @param sessions - what other sessions that stay are: `failed`, or on the way back `warning`
     * @throws CheckError when they do not stop, or others stay; they are then still to be started
     */
    async stop(sessions, signal) {
        const { services } = this.#context.plan;
        if (services === null || this.#state === 'stopped')
            return;
        const { journal, stages, begin } = this.#parts;
        await begin();
        await stages.run('stop-services', async (scope) => {
            const ranBefore = await this.#ranBefore(scope, services, signal);
            await journal.announce({ type: 'services-stopping' });
            this.#downSinceMs ??= this.#context.clock.monotonicMs();
            this.#state = 'owed';
            await this.#stopAndProve(scope, services, signal, ranBefore);
            const ask = () => drain(this.#context, journal, services, signal, sessions);
            await scope.ask({ name: 'other sessions gone', kind: 'sessions', ask }, signal);
            scope.requirePassed();
            await journal.announce({ type: 'services-stopped' });
            this.#state = 'stopped';
        });
    }
    /** A status that gives no answer must be known before anything is stopped; one that says `stopped` may never say anything else. */
    async #ranBefore(scope, services, signal) {
        const patience = this.#patience(services.waitMs, signal);
        let runs = false;
        const ask = async () => {
            runs = await servicesRun(this.#context, services, patience);
            const actual = runs ? 'running' : 'stopped';
            if (runs || this.stopped) {
                return { status: 'passed', expected: this.stopped ? 'running or stopped' : 'running', actual };
            }
            return {
                status: 'warning',
                expected: 'running',
                actual,
                message: 'they were stopped already, by their own word',
            };
        };
        await scope.ask({ name: 'status before', kind: 'service', ask }, signal);
        scope.requirePassed();
        return runs;
    }
    async #stopAndProve(scope, services, signal, ranBefore) {
        const patience = this.#patience(services.waitMs, signal);
        const stop = async () => {
            // Broken off halfway it could still stop, a moment later, what has been started again: what was begun is finished.
            const unbroken = { ...patience, signal: new AbortController().signal };
            const finding = await runServiceLine(this.#context, services, 'stop', unbroken);
            signal.throwIfAborted();
            // Many tools fail to stop what does not run.
            return finding.status === 'failed' && !ranBefore ? { ...finding, status: 'warning' } : finding;
        };
        await scope.ask({ name: 'stop', kind: 'service', ask: stop }, signal);
        scope.requirePassed();
        const stopped = () => untilServices('stopped', this.#context, services, patience);
        await scope.ask({ name: 'status stopped', kind: 'service', ask: stopped }, signal);
        scope.requirePassed();
    }
    /**
     * Starts what was stopped, and waits until it runs by its own status.
     *
     * @throws CheckError when it does not within `start-wait`
     */
    async start(signal) {
        if (!this.stopped)
            return;
        await this.#start(signal, null, 'first');
    }
    /**
     * On the way out of any outcome: neither an interrupt, nor a lost database, nor a full disk keeps it from being tried.
     *
     * @returns why they do not run; `null` where they do, or were never touched
     */
    async startAtTheEnd(settled) {
        if (!this.stopped)
            return null;
        if (this.#state === 'not-started')
            return 'they do not run';
        try {
            await this.#parts.begin().catch((error) => this.#note(error));
            await this.#start(new AbortController().signal, settled, 'where-possible');
            return null;
        }
        catch (error) {
            return (0,errors/* causeChain */.DD)(error)[0] ?? 'unknown failure';
        }
    }
    async #start(signal, settled, announcing) {
        const { journal, stages } = this.#parts;
        const services = this.#context.plan.services;
        const announce = (event) => (announcing === 'first' ? journal.announce(event) : journal.conclude(event));
        const work = async (scope) => {
            await announce({ type: 'services-starting', settled });
            this.#state = 'not-started';
            await this.#startAndProve(scope, services, signal).catch((error) => {
                // What was interrupted is tried again at the end.
                if (signal.aborted)
                    this.#state = 'owed';
                throw error;
            });
            this.#state = 'running';
            this.#downBeforeMs = this.downtimeMs ?? 0;
            this.#downSinceMs = null;
            await announce({ type: 'services-started' });
        };
        await stages.run('start-services', work, announcing);
    }
    async #startAndProve(scope, services, signal) {
        const patience = this.#patience(services.startWaitMs, signal);
        const start = async () => {
            const finding = await runServiceLine(this.#context, services, 'start', patience);
            // Many tools fail to start what runs already: a person may have been quicker.
            const runs = finding.status === 'failed' && (await servicesRun(this.#context, services, patience));
            return runs ? { ...finding, status: 'warning' } : finding;
        };
        await scope.ask({ name: 'start', kind: 'service', ask: start }, signal);
        scope.requirePassed();
        const running = () => untilServices('running', this.#context, services, patience);
        await scope.ask({ name: 'status running', kind: 'service', ask: running }, signal);
        scope.requirePassed();
    }
    #patience(waitMs, signal) {
        return { deadlineMs: this.#context.clock.monotonicMs() + waitMs, signal };
    }
    #note(error) {
        this.#context.emit({ type: 'note', text: this.#context.redact((0,errors/* causeChain */.DD)(error)[0] ?? 'unknown failure') });
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(2809);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/reading.js
var reading = __webpack_require__(7685);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/stages.js



/** What a stage's work is handed to record its checks with. */
class StageScope {
    #context;
    #name;
    #results = [];
    #places = 0;
    constructor(context, name) {
        this.#context = context;
        this.#name = name;
    }
    /** In the order in which the checks were handed over, whichever answered first. */
    get results() {
        return this.#results.toSorted((a, b) => a.place - b.place).map(({ result }) => result);
    }
    record(result) {
        return this.#recordAt(this.#places++, result);
    }
    #recordAt(place, result) {
        this.#results.push({ place, result });
        this.#context.emit({ type: 'check', stage: this.#name, result });
        return result;
    }
    /** Asks one check, records and returns its result. A check that throws is `errored`, never green. */
    ask(check, signal) {
        return this.#askAt(this.#places++, check, signal ?? this.#context.signal);
    }
    async #askAt(place, check, signal) {
        const started = this.#context.clock.monotonicMs();
        const finding = await this.#find(check, signal);
        const durationMs = this.#context.clock.monotonicMs() - started;
        return this.#recordAt(place, { ...labelOf(check), durationMs, ...finding });
    }
    async #find(check, signal) {
        try {
            return await check.ask(signal);
        }
        catch (error) {
            signal.throwIfAborted();
            return { status: 'errored', message: this.#context.redact(describeError(error)) };
        }
    }
    /** Asks checks in the order of the plan; neighbours that only read are asked side by side. */
    async askAll(checks, signal = this.#context.signal) {
        const placed = checks.map((check) => ({ place: this.#places++, check }));
        const { database, plan } = this.#context;
        const results = new Map();
        await (0,reading/* keepingReaders */.c9)(database, async () => {
            for (const neighbours of neighboursOf(placed)) {
                const atOnce = laneOf(neighbours[0]?.check) === 'reading' ? plan.checks.atOnce : 1;
                const queue = [...neighbours];
                const work = async () => {
                    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
                        results.set(next.place, await this.#askAt(next.place, next.check, signal));
                    }
                };
                await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work));
            }
        });
        return placed.map(({ place }) => results.get(place));
    }
    skip(checks, message) {
        for (const check of checks)
            this.record({ ...labelOf(check), status: 'skipped', durationMs: 0, message });
    }
    /** @throws CheckError naming the first check that did not pass, and how many more */
    requirePassed() {
        const [first, ...more] = (0,check/* blocking */.ub)(this.results);
        if (first === undefined)
            return;
        const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
        throw new errors/* CheckError */.tl(`${first.name}: ${wordsOf(first)}${others}`);
    }
}
/** Checks that follow each other in one lane. What acts may depend on what was read before, and be read afterwards. */
function neighboursOf(placed) {
    const groups = [];
    for (const each of placed) {
        const last = groups.at(-1);
        if (last !== undefined && laneOf(last[0]?.check) === laneOf(each.check))
            last.push(each);
        else
            groups.push([each]);
    }
    return groups;
}
function laneOf(check) {
    return check?.lane ?? 'reading';
}
/** A stage is no greener than its checks; but a way back that was not enough is followed by another. */
function isGreen(name, results) {
    return name === 'rollback' || (0,check/* blocking */.ub)(results).length === 0;
}
function labelOf({ name, kind, group }) {
    return { name, kind, ...(group === undefined ? {} : { group }) };
}
function wordsOf({ status, expected, actual, message }) {
    if (message === undefined)
        return `${status}, expected ${expected}, found ${actual}`;
    return actual === undefined ? message : `${actual}. ${message}`;
}
/** A failed check has no other place for the hint than its message. */
function describeError(error) {
    const hint = (0,errors/* hintOf */.$z)(error);
    const message = error instanceof Error ? error.message : String(error);
    return hint === undefined ? message : `${message}; ${hint}`;
}
/** The stages of one operation, in order. */
class Stages {
    #context;
    #journal;
    #results = [];
    constructor(context, journal = () => null) {
        this.#context = context;
        this.#journal = journal;
    }
    get results() {
        return this.#results;
    }
    /**
     * Runs one stage; whatever its work throws is recorded as the stage's failure and thrown on.
     *
     * @param announcing - `where-possible`: what must be done even where it can no longer be announced
     */
    async run(name, work, announcing = 'first') {
        const { clock, emit } = this.#context;
        const startedAt = clock.now().toISOString();
        const started = clock.monotonicMs();
        const scope = new StageScope(this.#context, name);
        const announce = async (event) => {
            const journal = this.#journal();
            await (announcing === 'first' ? journal?.announce(event) : journal?.conclude(event));
        };
        emit({ type: 'stage-started', stage: name });
        const finish = (status, message) => {
            const durationMs = clock.monotonicMs() - started;
            const result = { name, status, startedAt, durationMs, checks: scope.results, ...(message === undefined ? {} : { message }) };
            this.#results.push(result);
            emit({ type: 'stage-finished', result });
        };
        try {
            await announce({ type: 'stage-started', stage: name });
            const result = await work(scope);
            const status = isGreen(name, scope.results) ? 'passed' : 'failed';
            await announce({ type: 'stage-finished', stage: name, status });
            finish(status);
            return result;
        }
        catch (error) {
            finish('failed', this.#context.redact(describeError(error)));
            throw error;
        }
    }
    /** Records that the run did not come to a stage, or was told to leave it out. */
    skip(name, message) {
        const startedAt = this.#context.clock.now().toISOString();
        const result = { name, status: 'skipped', startedAt, durationMs: 0, checks: [], message };
        this.#results.push(result);
        this.#context.emit({ type: 'stage-finished', result });
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/proceedings.js











class Proceedings {
    journal;
    stages;
    services;
    /** Whether anything has been announced: from then on a mistake is a failure of the run, not a wrong usage. */
    begun = false;
    /** Whether a migration may have been applied. */
    migrating = false;
    /**
     * Whether users are at work on the migrated state: nothing is rolled back automatically from then on, because that would
     * take back what they have written. See {@link enterService}.
     */
    inService = false;
    from = null;
    baseline = null;
    backup = null;
    /** What became of the backup in each of the plan's stores. */
    stored = [];
    /** The restored backup that proved itself, while it is kept to compare with. */
    copy = null;
    /** What checks found before anything was changed. */
    before = {};
    /** Levels of activity before anything was stopped or changed. */
    activity = null;
    log = new migrate/* MigrationLog */.h$([]);
    differences = [];
    cause = null;
    monitor = null;
    kept = [];
    confirmations = [];
    #context;
    #startedAt;
    #started;
    #facts = null;
    constructor(context) {
        this.#context = context;
        this.journal = new Journal(context);
        this.stages = new Stages(context, () => (this.begun ? this.journal : null));
        this.services = new Services(context, { journal: this.journal, stages: this.stages, begin: () => this.begin() });
        this.#startedAt = context.clock.now().toISOString();
        this.#started = context.clock.monotonicMs();
        const { runId, operation, database, plan } = context;
        context.emit({ type: 'run-started', runId, operation, database: database.maskedUrl, environment: plan.environment });
    }
    /** Opens the journal, once. */
    async begin() {
        if (this.begun)
            return;
        this.begun = true;
        await this.journal.start().catch((error) => {
            // A journal that cannot be written where the user said is wrong usage, and nothing was touched.
            this.begun = !(error instanceof errors/* ConfigurationError */.j1);
            throw error;
        });
    }
    /** Takes over the state before an interrupted run, in this run's own journal too: it may be interrupted as well. */
    async adopt({ baseline, backup, written }) {
        this.from = baseline.revision;
        await this.preserved(baseline, backup);
        await this.beginMigrating([]);
        if (written) {
            this.inService = true;
            await this.journal.announce({ type: 'services-started' });
        }
        if (backup === null)
            return;
        const { id } = backup.manifest;
        await this.journal.announce({
            type: 'backup-written',
            backupId: id,
            path: backup.path,
            sha256: (0,operations_backup/* summarizeBackup */.Wg)(backup, []).sha256,
        });
        await this.journal.announce({ type: 'backup-verified', backupId: id, level: backup.manifest.verification.level });
    }
    /** The state before is known from here on. */
    async preserved(baseline, backup) {
        this.baseline = baseline;
        this.backup = backup;
        await this.journal.announce({ type: 'snapshot-taken', snapshot: baseline });
    }
    async beginMigrating(path) {
        this.migrating = true;
        await this.journal.announce({
            type: 'migrating',
            from: this.baseline?.revision ?? [],
            revisions: path.map((migration) => migration.revision),
        });
    }
    /** Services run again and every check has passed: a later failure stops for a person, in this run and in the next. */
    async enterService() {
        await this.journal.announce({ type: 'in-service' });
        this.inService = true;
    }
    /** What travels with the snapshot. */
    get found() {
        return { before: this.before, ...(this.activity === null ? {} : { activity: this.activity }) };
    }
    /** What there is so far of each thing that a budget may be declared for. */
    get measured() {
        const ran = this.log.records.filter(({ outcome }) => outcome === 'applied' || outcome === 'rolled-back');
        const verification = this.backup?.manifest.verification;
        return {
            migration: ran.length === 0 ? null : ran.reduce((sum, { durationMs }) => sum + durationMs, 0),
            downtime: this.services.downtimeMs,
            recovery: verification === undefined ? null : (verification.restoreMs ?? 'unmeasured'),
        };
    }
    /** A person must decide: names the state, the reason and the exact commands to go on or back. */
    async stop(reason, differences) {
        this.differences = (0,comparing/* judge */.S4)(this.#context, differences);
        const back = (0,next_commands/* rollbackCommand */.Ct)(this.#context, this.backup, this.baseline?.revision[0] ?? 'base');
        const next = [
            (0,next_commands/* statusCommand */.yA)(this.#context),
            back,
            (0,next_commands/* runCommand */.d1)(this.#context),
            ...(differences.some(difference/* isLoss */.Q) ? [(0,next_commands/* adoptCommand */.cS)(this.#context)] : []),
        ];
        return this.finish('stopped', false, reason, next);
    }
    keep(copy) {
        this.copy = copy;
    }
    /** Nobody compares with the copy any more, and it takes room on the server. Tried again at the end where it fails. */
    async dropCopy() {
        await this.copy?.drop().then(() => {
            this.copy = null;
        }, () => undefined);
    }
    /** Every end of a run comes through here: services that it, or a run before it, stopped are started first. */
    async finish(outcome, succeeded, reason, next = []) {
        const notStarted = await this.services.startAtTheEnd(outcome);
        const told = this.#context.redact(notStarted === null ? reason : `${reason}; and the services were not started: ${notStarted}`);
        const start = notStarted === null ? null : (0,next_commands/* startCommand */.S0)(this.#context);
        const commands = [...(start === null ? next : [start, ...next]), ...(await this.#leaveCopy())];
        if (this.begun)
            await this.journal.conclude({ type: 'run-finished', outcome, reason: told, next: commands });
        const result = await this.#result(outcome, succeeded && notStarted === null, told, commands);
        this.#context.emit({ type: 'run-finished', outcome, reason: told });
        return result;
    }
    /** A copy that cannot be dropped is for a person: the command that drops it. */
    async #leaveCopy() {
        await this.dropCopy();
        if (this.copy === null)
            return [];
        this.kept.push(this.copy.name);
        return [this.#context.database.dropCommand(this.copy.name)];
    }
    async #result(outcome, succeeded, reason, next) {
        const { runId, operation, actor, plan, clock, migrator } = this.#context;
        const [to, database] = await Promise.all([this.#revisionNow(), this.#database()]);
        return {
            runId,
            operation,
            environment: plan.environment,
            actor,
            startedAt: this.#startedAt,
            finishedAt: clock.now().toISOString(),
            durationMs: clock.monotonicMs() - this.#started,
            database,
            migrator: { kind: migrator.kind, from: this.from ?? to, to, migrations: this.log.records },
            outcome,
            succeeded,
            reason,
            stages: this.stages.results,
            differences: this.differences,
            backup: this.backup === null ? null : (0,operations_backup/* summarizeBackup */.Wg)(this.backup, this.stored),
            budgets: (0,budgets/* budgetResults */.E)(plan.budgets, this.measured),
            downtimeMs: this.services.downtimeMs,
            confirmations: [...this.confirmations, ...(0,confirmation/* furtherConfirmations */.HN)(this.#context)],
            // Both are found out once the run has ended: see closing.ts.
            approval: null,
            notifications: [],
            monitor: this.monitor,
            cause: this.cause,
            next,
            kept: this.kept,
        };
    }
    async #database() {
        const { kind, maskedUrl } = this.#context.database;
        this.#facts ??= await this.#context.database.facts().catch(() => null);
        return { kind, maskedUrl, serverVersion: this.#facts?.serverVersion ?? null, sizeBytes: this.#facts?.sizeBytes ?? null };
    }
    /** A report must be written even where the database can no longer be asked. */
    async #revisionNow() {
        const signal = AbortSignal.timeout(10_000);
        const state = await this.#context.migrator.state({ signal }).catch(() => null);
        return state?.current ?? null;
    }
}


/***/ }),

/***/ 5959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readSnapshot),
/* harmony export */   W: () => (/* binding */ takeSnapshot)
/* harmony export */ });
/** Reads everything the snapshot holds from the view's instant. */
async function readSnapshot(context, view, revision, found, signal) {
    const takenAt = context.clock.now().toISOString();
    const fingerprint = await view.fingerprint({
        signal,
        onProgress: (done, total, table) => {
            context.emit({ type: 'progress', label: `reading ${table}`, done, total, unit: 'items' });
        },
    });
    const queries = await readQueries(context, view);
    return {
        version: 1,
        runId: context.runId,
        database: context.database.maskedUrl,
        takenAt,
        instant: view.instant,
        revision,
        fingerprint,
        queries,
        ...found,
    };
}
async function readQueries(context, view) {
    const results = {};
    for (const [name, { query }] of Object.entries(context.plan.snapshot.queries))
        results[name] = await view.query(query);
    return results;
}
/** A snapshot of now, saved in the run directory. */
async function takeSnapshot(context, found, signal) {
    const { current } = await context.migrator.state({ signal });
    const snapshot = await context.database.withSnapshot(signal, (view) => readSnapshot(context, view, current, found, signal));
    await context.store.saveSnapshot(snapshot);
    return snapshot;
}


/***/ }),

/***/ 6049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ storeBackup),
/* harmony export */   Z: () => (/* binding */ wordsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _domain_backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2844);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42);
/* harmony import */ var _domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1990);
/** Stores a proven backup in every place that the plan names, all at once, each read back before it counts. */




/**
 * Does nothing where the plan names no store.
 *
 * @param otherwise - what a store that could not take it is: a failure that ends the run, or a warning beside the backup that is here
 * @throws CheckError where one failed
 */
async function storeBackup(context, proceedings, backup, otherwise) {
    if (context.plan.backup.stores.length === 0)
        return;
    await proceedings.stages.run('store-backup', async (scope) => {
        const stores = await context.backupStores.planned();
        const storing = stores.map((store) => storeIn(context, proceedings, scope, { backup, store, otherwise }));
        proceedings.stored = await Promise.all(storing);
        scope.requirePassed();
    });
}
async function storeIn(context, { journal }, scope, { backup, store, otherwise }) {
    const { location } = store;
    const announced = { backupId: backup.manifest.id, location };
    const ask = async () => {
        await journal.announce({ type: 'backup-storing', ...announced });
        try {
            await send(context, backup, store);
        }
        catch (error) {
            context.signal.throwIfAborted();
            return { status: otherwise, expected: 'stored', actual: 'not stored', message: context.redact(wordsOf(error)) };
        }
        await journal.announce({ type: 'backup-stored', ...announced });
        return { status: 'passed', expected: 'stored', actual: amountOf(backup) };
    };
    const { status, durationMs } = await scope.ask({ name: `stored in ${location}`, kind: 'store', ask });
    return { location, status: status === 'passed' ? 'stored' : 'failed', durationMs };
}
/** The manifest goes last, so that half of a backup is never taken for one. */
async function send({ signal, emit }, { manifest, path }, store) {
    const total = (0,_domain_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .backupSizeBytes */ .b)(manifest);
    let before = 0;
    for (const file of manifest.files) {
        const onProgress = (bytes) => emit({ type: 'progress', label: `storing in ${store.location}`, done: before + bytes, total, unit: 'bytes' });
        await store.put(manifest.id, file, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), file.path), { signal, onProgress });
        before += file.sizeBytes;
    }
    await store.putManifest(manifest.id, `${JSON.stringify(manifest, null, 2)}\n`, signal);
}
function amountOf({ manifest }) {
    return `${(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(manifest.files.length, 'file')}, ${(0,_domain_quantity_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)((0,_domain_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .backupSizeBytes */ .b)(manifest))}, read back`;
}
/** The shortest useful sentence, and what to do. */
function wordsOf(error) {
    return [(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causeChain */ .DD)(error)[0] ?? 'unknown failure', (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hintOf */ .$z)(error)].filter((part) => part !== undefined).join('; ');
}


/***/ })

};
