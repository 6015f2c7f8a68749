export const id = 975;
export const ids = [975,132];
export const modules = {

/***/ 7048:
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
            return { operation: event.operation, environment: event.environment, database: event.database, actor: event.actor };
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

/***/ 1306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vm: () => (/* binding */ backUp),
  Hp: () => (/* binding */ dumpFile),
  Wg: () => (/* binding */ summarizeBackup),
  gu: () => (/* binding */ verifyBackup)
});

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/backup.js
/** Size of all files together, in bytes. */
function backupSizeBytes(manifest) {
    return manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0);
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/comparison.js + 1 modules
var comparison = __webpack_require__(8594);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(2208);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js + 1 modules
var comparing = __webpack_require__(9432);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/snapshot.js
var snapshot = __webpack_require__(2485);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/backup.js
/** Makes a backup and a snapshot of the same instant, and proves the backup by restoring it and comparing every value. */





/** Dump and snapshot share one instant, so that the restored dump can be compared with the snapshot value by value. */
async function backUp(context, journal, before, signal) {
    const { database, store, migrator } = context;
    const backupId = context.runId;
    const [facts, clientVersion, state, place] = await Promise.all([
        database.facts(),
        database.clientVersion(),
        migrator.state({ signal }),
        store.prepareBackup(backupId),
    ]);
    await journal.announce({ type: 'backup-writing', backupId, path: place.finalFile });
    const seal = async () => {
        const snapshot = await database.withSnapshot(signal, (view) => dumpAndRead(context, view, place.temporaryFile, { revision: state.current, before }, signal));
        await store.saveSnapshot(snapshot);
        const sealed = await store.sealBackup(backupId, manifestOf(context, snapshot, facts, clientVersion));
        return { snapshot, backup: { manifest: sealed.manifest, path: sealed.path } };
    };
    const { snapshot, backup } = await seal().catch(async (error) => {
        // Where the disk is full, what is half written takes the place that journal and report need.
        await store.discardUnsealed(backupId).catch(() => undefined);
        throw error;
    });
    await journal.announce({ type: 'backup-written', backupId, path: backup.path, sha256: digestOf(backup.manifest) });
    return { backup, snapshot };
}
async function dumpAndRead(context, view, file, { revision, before }, signal) {
    const failure = new AbortController();
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
        ending(context.database.dump({ instant: view.instant, file, signal: both, onProgress })),
        ending((0,snapshot/* readSnapshot */.R)(context, view, revision, before, both)),
    ]);
    signal.throwIfAborted();
    failure.signal.throwIfAborted();
    if (dumped.status === 'rejected' || read.status === 'rejected')
        throw new errors/* BackupError */.hj('the backup ended without a reason');
    return read.value;
}
function manifestOf(context, snapshot, facts, clientVersion) {
    return (file) => ({
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
        revision: snapshot.revision,
        instant: snapshot.instant.id,
        fingerprint: snapshot.fingerprint,
        files: [file],
        verification: { level: 'none', at: null, restoreMs: null },
    });
}
/** Proves a backup to the level that the plan asks for, and records the proof in its manifest. */
async function verifyBackup(context, journal, scope, backup) {
    const level = context.plan.backup.verify;
    if (level === 'none')
        return backup;
    await scope.ask({ name: 'bytes as written', kind: 'digest', ask: () => checkBytes(context, backup) });
    scope.requirePassed();
    if (level === 'read')
        return recordProof(context, journal, backup, level, null);
    let restoreMs = 0;
    await scope.ask({
        name: 'restores to the same content',
        kind: 'restore',
        ask: async () => {
            const restored = await restoredFingerprint(context, journal, backup);
            restoreMs = restored.restoreMs;
            return judgeRestored(backup.manifest.fingerprint, restored.fingerprint);
        },
    });
    scope.requirePassed();
    return recordProof(context, journal, backup, 'restore', restoreMs);
}
async function checkBytes(context, { path, manifest }) {
    await context.store.verifyFiles(path, manifest);
    return { status: 'passed', expected: `sha256 ${digestOf(manifest)}`, actual: 'the same' };
}
/** Restores into a copy beside the database, reads it, and drops the copy whatever happens. */
async function restoredFingerprint(context, journal, { path, manifest }) {
    const { database, clock, signal } = context;
    const copyName = database.copyName('verification', context.runId);
    await journal.announce({ type: 'copy-creating', copy: copyName, purpose: 'verification' });
    const started = clock.monotonicMs();
    try {
        const copy = await database.restoreCopy({ file: dumpFile(path, manifest), copy: copyName, faithful: false, signal });
        const restoreMs = clock.monotonicMs() - started;
        try {
            const fingerprint = await copy.withSnapshot(signal, (view) => view.fingerprint({ signal }));
            return { fingerprint, restoreMs };
        }
        finally {
            await copy.close();
        }
    }
    finally {
        await database.dropCopy(copyName);
        await journal.announce({ type: 'copy-dropped', copy: copyName });
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
    const verification = { level, at: context.clock.now().toISOString(), restoreMs };
    const manifest = { ...backup.manifest, verification };
    await context.store.updateManifest(backup.path, manifest);
    await journal.announce({ type: 'backup-verified', backupId: manifest.id, level });
    return { manifest, path: backup.path };
}
/** Path of the dump that a manifest describes; it lies beside the manifest. */
function dumpFile(manifestPath, manifest) {
    const file = manifest.files[0];
    if (file === undefined)
        throw new errors/* BackupError */.hj(`the manifest ${manifestPath} names no file`);
    return `${manifestPath.slice(0, manifestPath.lastIndexOf('/') + 1)}${file.path}`;
}
function digestOf(manifest) {
    return manifest.files[0]?.sha256 ?? '';
}
function summarizeBackup({ manifest, path }) {
    return {
        id: manifest.id,
        location: path,
        sizeBytes: backupSizeBytes(manifest),
        sha256: digestOf(manifest),
        verification: manifest.verification.level,
        restoreMs: manifest.verification.restoreMs,
    };
}


/***/ }),

/***/ 8278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ budgetResults),
  p: () => (/* binding */ recordBudget)
});

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/budget.js
const BUDGET_NAMES = ['migration', 'downtime', 'recovery'];

// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1216);
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

/***/ 9020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O4: () => (/* binding */ describeUnsettled),
/* harmony export */   O_: () => (/* binding */ findUnsettledRuns),
/* harmony export */   xx: () => (/* binding */ readRuns)
/* harmony export */ });
/* harmony import */ var _domain_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7048);
/** What both homes of the journal know of the runs before this one. */

/** Every run on this database that either home of the journal knows of, oldest first. */
async function readRuns(context) {
    const [local, ledger] = await Promise.all([context.store.readJournal(), context.database.ledger.read()]);
    const known = new Set(ledger.map((entry) => entry.runId));
    return (0,_domain_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .concludeRuns */ .Ey)([...local, ...ledger]).filter((run) => known.has(run.runId) || run.database === context.database.maskedUrl);
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

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ acquireLock),
/* harmony export */   x: () => (/* binding */ releaseLock)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2208);
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

/***/ 2132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ applyMigrations),
/* harmony export */   NH: () => (/* binding */ describePath),
/* harmony export */   h$: () => (/* binding */ MigrationLog),
/* harmony export */   previewMigrations: () => (/* binding */ previewMigrations)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3066);
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

/***/ 5983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ rollbackCommand),
/* harmony export */   S0: () => (/* binding */ startCommand),
/* harmony export */   cS: () => (/* binding */ adoptCommand),
/* harmony export */   d1: () => (/* binding */ runCommand),
/* harmony export */   yA: () => (/* binding */ statusCommand)
/* harmony export */ });
function command(context, ...words) {
    return ['savepoint', ...words, ...context.repeatFlags].map(quoteWord).join(' ');
}
/** Quoted for a POSIX shell where it holds anything but plain characters. */
function quoteWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
function statusCommand(context) {
    return command(context, 'status');
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
function rollbackCommand(context, backup, revision) {
    return backup === null ? command(context, 'rollback', '--to', revision) : command(context, 'rollback', '--backup', backup.path);
}


/***/ }),

/***/ 9231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ Proceedings)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/difference.js
var difference = __webpack_require__(8764);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(2208);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/backup.js + 1 modules
var operations_backup = __webpack_require__(1306);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/budgets.js + 1 modules
var budgets = __webpack_require__(8278);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js + 1 modules
var comparing = __webpack_require__(9432);
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
        const { operation, plan, database, actor, host, pid } = this.#context;
        const { environment } = plan;
        return this.announce({ type: 'run-started', operation, environment, database: database.maskedUrl, actor, host, pid });
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
var migrate = __webpack_require__(2132);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/next-commands.js
var next_commands = __webpack_require__(5983);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/journal.js
var journal = __webpack_require__(7048);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1216);
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
    const lines = [];
    const onLine = (line) => {
        lines.push(line);
        context.emit({ type: 'output', source: `services ${which}`, line });
    };
    const command = { run: { shell: services[which] }, cwd: services.workingDirectory };
    const timeoutMs = remainingMs(context, patience);
    let failure = null;
    await context.processes.run(command, { signal: patience.signal, timeoutMs, onLine }).catch((error) => {
        failure = error;
    });
    const output = await context.store.saveOutput(context.runId, `services-${which}`, lines.map((line) => `${line}\n`).join(''));
    if (failure === null)
        return { status: 'passed', expected: 'exit code 0', actual: 'exit code 0', output };
    patience.signal.throwIfAborted();
    const message = failure instanceof Error ? context.redact(failure.message) : 'unknown failure';
    return { status: 'failed', expected: 'exit code 0', message, output };
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
            if (runs || this.stopped)
                return { status: 'passed', actual: runs ? 'running' : 'stopped' };
            return {
                status: 'warning',
                expected: 'running',
                actual: 'stopped',
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
            const finding = await runServiceLine(this.#context, services, 'stop', patience);
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
var check = __webpack_require__(5707);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/stages.js


/** How many checks are asked at once. */
const CHECKS_AT_ONCE = 8;
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
    /** Asks checks lane by lane: readers side by side, then those that act in their order, then those that must be alone. */
    async askAll(checks, signal = this.#context.signal) {
        const placed = checks.map((check) => ({ place: this.#places++, check }));
        const results = new Map();
        const askEach = async (lane, atOnce) => {
            const queue = placed.filter(({ check }) => (check.lane ?? 'reading') === lane);
            const work = async () => {
                for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
                    results.set(next.place, await this.#askAt(next.place, next.check, signal));
                }
            };
            await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work));
        };
        await askEach('reading', CHECKS_AT_ONCE);
        await askEach('acting', 1);
        await askEach('alone', 1);
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
            await announce({ type: 'stage-finished', stage: name, status: 'passed' });
            finish('passed');
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
/** What a run has done so far: its stages, journal, baseline, backup and migrations; and the result they add up to. */










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
    /** What checks found before anything was changed. */
    before = {};
    log = new migrate/* MigrationLog */.h$([]);
    differences = [];
    cause = null;
    kept = [];
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
            this.begun = !(error instanceof errors.ConfigurationError);
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
            sha256: (0,operations_backup/* summarizeBackup */.Wg)(backup).sha256,
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
    /** Every end of a run comes through here: services that it, or a run before it, stopped are started first. */
    async finish(outcome, succeeded, reason, next = []) {
        const notStarted = await this.services.startAtTheEnd(outcome);
        const told = this.#context.redact(notStarted === null ? reason : `${reason}; and the services were not started: ${notStarted}`);
        const start = notStarted === null ? null : (0,next_commands/* startCommand */.S0)(this.#context);
        const commands = start === null ? next : [start, ...next];
        if (this.begun)
            await this.journal.conclude({ type: 'run-finished', outcome, reason: told, next: commands });
        const result = await this.#result(outcome, succeeded && notStarted === null, told, commands);
        this.#context.emit({ type: 'run-finished', outcome, reason: told });
        return result;
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
            backup: this.backup === null ? null : (0,operations_backup/* summarizeBackup */.Wg)(this.backup),
            budgets: (0,budgets/* budgetResults */.E)(plan.budgets, this.measured),
            downtimeMs: this.services.downtimeMs,
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

/***/ 2485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readSnapshot),
/* harmony export */   W: () => (/* binding */ takeSnapshot)
/* harmony export */ });
/** Reads everything the snapshot holds from the view's instant. */
async function readSnapshot(context, view, revision, before, signal) {
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
        before,
    };
}
async function readQueries(context, view) {
    const results = {};
    for (const [name, sql] of Object.entries(context.plan.snapshot.queries))
        results[name] = await view.query(sql);
    return results;
}
/** A snapshot of now, saved in the run directory. */
async function takeSnapshot(context, before, signal) {
    const { current } = await context.migrator.state({ signal });
    const snapshot = await context.database.withSnapshot(signal, (view) => readSnapshot(context, view, current, before, signal));
    await context.store.saveSnapshot(snapshot);
    return snapshot;
}


/***/ })

};
