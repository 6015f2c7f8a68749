export const id = 986;
export const ids = [986,938];
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

/***/ 9938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ holdingsOf),
/* harmony export */   listBackups: () => (/* binding */ listBackups)
/* harmony export */ });
/* harmony import */ var _domain_backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2844);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8582);
/* harmony import */ var _storing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6049);
/** Lists the backups that there are, in the run directory and in every store of the plan. */




const READ_AT_ONCE = 8;
/** Asks no database. A place that cannot be asked does not hide the others. */
async function listBackups(context) {
    const holdings = await holdingsOf(context);
    const places = new Map();
    for (const { store, whole } of holdings) {
        for (const manifest of whole)
            places.set(manifest.id, merged(places.get(manifest.id), manifest, store.location));
    }
    return {
        backups: [...places.values()].toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0)),
        incomplete: holdings.flatMap(({ incomplete }) => incomplete),
        failures: holdings.flatMap(({ store, failure }) => (failure === null ? [] : [{ place: store.location, reason: failure }])),
    };
}
const PROOF = { none: 0, read: 1, restore: 2 };
/** A proof made later is written where it was made: the best is that of the backup. */
function merged(known, manifest, place) {
    const { id, createdAt, environment, database, verification } = manifest;
    const level = known !== undefined && PROOF[known.verification] > PROOF[verification.level] ? known.verification : verification.level;
    const places = [...(known?.places ?? []), place];
    return {
        id,
        createdAt,
        environment,
        database: database.name,
        sizeBytes: (0,_domain_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .backupSizeBytes */ .b)(manifest),
        verification: level,
        places,
    };
}
/** The run directory first, then the stores of the plan. */
async function holdingsOf(context) {
    const stores = [context.backupStores.own, ...(await context.backupStores.planned())];
    return Promise.all(stores.map((store) => holdingOf(context, store)));
}
async function holdingOf(context, store) {
    try {
        const queue = [...(await store.list(context.signal))];
        const found = [];
        const work = async () => {
            for (let id = queue.shift(); id !== undefined; id = queue.shift())
                found.push(await look(context, store, id));
        };
        await Promise.all(Array.from({ length: READ_AT_ONCE }, work));
        const whole = found.filter((each) => 'files' in each);
        return { store, whole, incomplete: found.filter((each) => 'reason' in each), failure: null };
    }
    catch (error) {
        context.signal.throwIfAborted();
        return { store, whole: [], incomplete: [], failure: context.redact((0,_storing_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z)(error)) };
    }
}
async function look(context, store, id) {
    const incomplete = (reason) => ({ id, place: store.location, reason: context.redact(reason) });
    const text = await store.readManifest(id, context.signal);
    if (text === null)
        return incomplete('it has no manifest: it is being made, or was interrupted');
    try {
        const manifest = context.store.parseManifest(text, `${store.location}${id}/${_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST_FILE */ .h}`);
        return manifest.id === id ? manifest : incomplete(`its manifest is of another backup, ${JSON.stringify(manifest.id)}`);
    }
    catch (error) {
        return incomplete((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? 'its manifest cannot be read');
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

/***/ 8986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneBackups: () => (/* binding */ pruneBackups)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/backup.js
var backup = __webpack_require__(2844);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/retention.js
/** How much proof counts as verified: the last backup that was restored is kept, and the last that was at least read. */
const PROOFS = [
    { levels: ['restore'], words: 'the last one proven by a restore' },
    { levels: ['restore', 'read'], words: 'the last verified one' },
    { levels: ['restore', 'read', 'none'], words: 'the last one' },
];
/**
 * Judges the backups of one place, each database and environment by itself, newest first. Whatever the retention says, the last
 * one that is verified is kept, and so is the last one at all.
 *
 * @param needed - ids that runs may still come back to
 */
function judgeRetention(manifests, retention, needed, now) {
    const dated = manifests.filter(hasAge);
    const groups = [...Map.groupBy(dated, groupOf).values()];
    const undated = manifests.filter((manifest) => !hasAge(manifest));
    return [
        ...groups.flatMap((group) => judgeGroup(group, retention, needed, now)),
        ...undated.map((manifest) => ({ manifest, keptAs: 'its time cannot be read' })),
    ];
}
/** One whose time cannot be read is in no order with the others: it must not stand for the last of them. */
function hasAge({ createdAt }) {
    return !Number.isNaN(Date.parse(createdAt));
}
function groupOf({ environment, database }) {
    return JSON.stringify([environment, database.kind, database.systemIdentifier, database.name]);
}
function judgeGroup(group, retention, needed, now) {
    const newestFirst = group.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
    const lasts = PROOFS.map(({ levels, words }) => {
        return { words, id: newestFirst.find(({ verification }) => levels.includes(verification.level))?.id };
    });
    return newestFirst.map((manifest, place) => {
        const last = lasts.find(({ id }) => id === manifest.id)?.words ?? null;
        const kept = isWithin(manifest, place, retention, now) ? 'within the retention' : last;
        return { manifest, keptAs: needed.has(manifest.id) ? 'a run may still come back to it' : kept };
    });
}
function isWithin({ createdAt }, place, retention, now) {
    if ('count' in retention)
        return place < retention.count;
    return now.getTime() - Date.parse(createdAt) <= retention.ageMs;
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/backup-list.js
var backup_list = __webpack_require__(9938);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/earlier-runs.js
var earlier_runs = __webpack_require__(634);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/storing.js
var storing = __webpack_require__(6049);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/prune.js
/** Removes the backups that have had their time, place by place, and never the last that is proven. */





/**
 * Prunes each place by itself, and only the backups of the environment at hand: what another keeps is its own plan's to say. What a run
 * may still come back to is kept, so the database's ledger is asked.
 */
async function pruneBackups(context, { retention, really }) {
    const needed = new Set((await (0,earlier_runs/* findUnsettledRuns */.O_)(context)).flatMap(({ backup }) => (backup === null ? [] : [backup.id])));
    const { environment } = context.plan;
    const places = [];
    for (const { store, whole, failure } of await (0,backup_list/* holdingsOf */.Q)(context)) {
        const ours = whole.filter((manifest) => manifest.environment === environment);
        const verdicts = judgeRetention(ours, retention, needed, context.clock.now());
        const removes = verdicts.filter(({ keptAs }) => keptAs === null).map(({ manifest }) => manifest);
        const failed = failure ?? (really ? await removeAll(context, store, removes) : null);
        places.push({
            place: store.location,
            removes: removes.map((manifest) => ({
                id: manifest.id,
                createdAt: manifest.createdAt,
                sizeBytes: (0,backup/* backupSizeBytes */.b)(manifest),
            })),
            keeps: verdicts.flatMap(({ manifest: { id, createdAt }, keptAs }) => keptAs === null ? [] : [{ id, createdAt, why: keptAs }]),
            failure: failed,
        });
    }
    return { environment, removed: really, places };
}
/** Oldest first, so that what an interrupt leaves is the newer. Why it did not come to its end, or `null`. */
async function removeAll(context, store, doomed) {
    try {
        for (const { id } of doomed.toReversed())
            await store.remove(id, context.signal);
        return null;
    }
    catch (error) {
        context.signal.throwIfAborted();
        return context.redact((0,storing/* wordsOf */.Z)(error));
    }
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
