export const id = 162;
export const ids = [162,132];
export const modules = {

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

/***/ 2908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O4: () => (/* binding */ describeUnsettled),
  O_: () => (/* binding */ findUnsettledRuns),
  xx: () => (/* binding */ readRuns)
});

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/journal.js
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
        recovered: [],
    };
    for (const entry of entries)
        record = { ...record, ...consequence(record, entry.event) };
    return record;
}
function consequence(record, event) {
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
            return { phase: 'rolling-back' };
        case 'swapped':
            return { copies: [] };
        case 'run-finished':
            return { outcome: event.outcome, reason: event.reason, next: event.next };
        case 'recovered':
            return { recovered: [...record.recovered, { runId: event.runId, nothingLeft: event.outcome !== 'resumed' }] };
        default:
            return {};
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/earlier-runs.js
/** What both homes of the journal know of the runs before this one. */

/** Every run on this database that either home of the journal knows of, oldest first. */
async function readRuns(context) {
    const [local, ledger] = await Promise.all([context.store.readJournal(), context.database.ledger.read()]);
    const known = new Set(ledger.map((entry) => entry.runId));
    return concludeRuns([...local, ...ledger]).filter((run) => known.has(run.runId) || run.database === context.database.maskedUrl);
}
/** Earlier runs with loose ends, oldest first. */
async function findUnsettledRuns(context) {
    return unsettledRuns((await readRuns(context)).filter((run) => run.runId !== context.runId));
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
function rollbackCommand(context, backup, revision) {
    return backup === null ? command(context, 'rollback', '--to', revision) : command(context, 'rollback', '--backup', backup.path);
}


/***/ }),

/***/ 3858:
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
    /** Records the outcome wherever it can: neither a lost database nor a full disk may keep it from being told. */
    async conclude(event) {
        const entry = this.#nextEntry(event);
        await this.#context.store.appendJournal(entry).catch((error) => this.#noteUnwritten('journal', error));
        await this.#context.database.ledger
            .append(entry)
            .catch((error) => this.#noteUnwritten('ledger in the database', error));
    }
    #noteUnwritten(home, error) {
        const why = error instanceof Error ? error.message : String(error);
        this.#context.emit({ type: 'note', text: `the outcome could not be written to the ${home}: ${this.#context.redact(why)}` });
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
    /** Runs one stage; whatever its work throws is recorded as the stage's failure and thrown on. */
    async run(name, work) {
        const { clock, emit } = this.#context;
        const startedAt = clock.now().toISOString();
        const started = clock.monotonicMs();
        const scope = new StageScope(this.#context, name);
        emit({ type: 'stage-started', stage: name });
        const finish = (status, message) => {
            const durationMs = clock.monotonicMs() - started;
            const result = { name, status, startedAt, durationMs, checks: scope.results, ...(message === undefined ? {} : { message }) };
            this.#results.push(result);
            emit({ type: 'stage-finished', result });
        };
        try {
            await this.#journal()?.announce({ type: 'stage-started', stage: name });
            const result = await work(scope);
            const status = isGreen(name, scope.results) ? 'passed' : 'failed';
            await this.#journal()?.announce({ type: 'stage-finished', stage: name, status });
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
/** What a run has done so far: its stages, journal, baseline, backup and migrations; and the result they add up to. */








class Proceedings {
    journal;
    stages;
    /** Whether anything has been announced: from then on a mistake is a failure of the run, not a wrong usage. */
    begun = false;
    /** Whether a migration may have been applied. */
    migrating = false;
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
    async adopt({ baseline, backup }) {
        this.from = baseline.revision;
        await this.preserved(baseline, backup);
        await this.beginMigrating([]);
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
    async finish(outcome, succeeded, reason, next = []) {
        const told = this.#context.redact(reason);
        if (this.begun)
            await this.journal.conclude({ type: 'run-finished', outcome, reason: told, next });
        const result = await this.#result(outcome, succeeded, told, next);
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
