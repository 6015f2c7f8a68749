export const id = 103;
export const ids = [103];
export const modules = {

/***/ 4677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ findBackup),
/* harmony export */   fetchBackup: () => (/* binding */ fetchBackup)
/* harmony export */ });
/* harmony import */ var _domain_backup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2844);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8582);
/* harmony import */ var _domain_store_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8506);
/** Finds a backup as a person names it: a manifest, an id, or a place in a store, from which it is fetched first. */




/**
 * The backup, in the run directory or where its manifest was named.
 *
 * @throws ConfigurationError where there is none of that name, BackupError where it is not whole or cannot be fetched
 */
async function findBackup(context, named) {
    if ((0,_domain_store_place_js__WEBPACK_IMPORTED_MODULE_1__/* .isS3Location */ .WI)(named))
        return fetchLocation(context, named);
    if (!(0,_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__/* .isBackupId */ .i)(named) || named.endsWith('.json'))
        return readHere(context, named);
    const ownText = await context.backupStores.own.readManifest(named, context.signal);
    if (ownText !== null)
        return readHere(context, `${context.backupStores.own.location}${named}/${_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_FILE */ .h}`);
    return (await fetchFromAny(context, named, await context.backupStores.planned())) ?? readHere(context, named);
}
async function readHere(context, path) {
    return { manifest: await context.store.readManifest(path), path };
}
/** `s3://bucket/prefix/ID`, or that of its manifest. The plan's own word on endpoint and region holds for its buckets. */
async function fetchLocation(context, named) {
    const parts = named.replace(/\/+$/, '').replace(`/${_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_FILE */ .h}`, '').split('/');
    const id = parts.pop() ?? '';
    const place = (0,_domain_store_place_js__WEBPACK_IMPORTED_MODULE_1__/* .parseS3Location */ .TL)(parts.join('/'));
    if ('mistake' in place || !(0,_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__/* .isBackupId */ .i)(id)) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`${JSON.stringify(named)} is no place of a backup`, {
            hint: 'write s3://BUCKET/PREFIX/ID, as savepoint backup list shows it',
        });
    }
    const store = await context.backupStores.open(asPlanned(context, place));
    const backup = await fetchFrom(context, store, id);
    if (backup !== null)
        return backup;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`${store.location} holds no whole backup ${id}`, {
        hint: 'savepoint backup list shows what there is',
    });
}
function asPlanned({ plan }, place) {
    const planned = plan.backup.stores.filter((known) => known.kind === 's3');
    const sameBucket = planned.find(({ bucket }) => bucket === place.bucket);
    return sameBucket === undefined ? place : { ...sameBucket, prefix: place.prefix };
}
/** From the first store that holds it, and gives it whole; `null` where none does. */
async function fetchFromAny(context, id, stores) {
    const failures = [];
    for (const store of stores) {
        try {
            const backup = await fetchFrom(context, store, id);
            if (backup !== null)
                return backup;
        }
        catch (error) {
            context.signal.throwIfAborted();
            failures.push(error);
            context.emit({ type: 'note', text: context.redact((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? `${store.location} failed`) });
        }
    }
    if (failures.length > 0)
        throw failures[0];
    return null;
}
async function fetchFrom(context, store, id) {
    const text = await store.readManifest(id, context.signal);
    if (text === null)
        return null;
    const manifest = context.store.parseManifest(text, `${store.location}${id}/${_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_FILE */ .h}`);
    if (manifest.id !== id) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BackupError */ .hj(`${store.location} holds backup ${JSON.stringify(manifest.id)} under the name ${id}`, {
            hint: 'it was moved or changed there: choose another backup',
        });
    }
    const total = (0,_domain_backup_js__WEBPACK_IMPORTED_MODULE_3__/* .backupSizeBytes */ .b)(manifest);
    let before = 0;
    const path = await context.store.receiveBackup(manifest, async (file, target) => {
        const onProgress = (bytes) => context.emit({ type: 'progress', label: `fetching ${id}`, done: before + bytes, total, unit: 'bytes' });
        await store.get(id, file, target, { signal: context.signal, onProgress });
        before += file.sizeBytes;
    });
    return { manifest, path };
}
/** Into the run directory, every digest compared. @throws ConfigurationError where no store holds it, BackupError */
async function fetchBackup(context, id, from) {
    if (!(0,_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__/* .isBackupId */ .i)(id)) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`${JSON.stringify(id)} is no id of a backup`, { hint: 'savepoint backup list shows the ids' });
    }
    const stores = await storesNamed(context, from);
    if (stores.length === 0) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1('the plan names no store to fetch from', {
            hint: 'name one: --from s3://BUCKET/PREFIX/, or backup: { store: […] } in the plan',
        });
    }
    const backup = await fetchFromAny(context, id, stores);
    if (backup !== null)
        return backup;
    const places = stores.map(({ location }) => location).join(', ');
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`there is no whole backup ${id} in ${places}`, {
        hint: 'savepoint backup list shows what there is',
    });
}
/** The plan's stores, or the one a person names: of the plan, or any bucket. */
async function storesNamed(context, named) {
    const planned = await context.backupStores.planned();
    if (named === null)
        return planned;
    const known = planned.filter(({ location }) => location === named || location === `${named}/`);
    if (known.length > 0)
        return known;
    const place = (0,_domain_store_place_js__WEBPACK_IMPORTED_MODULE_1__/* .isS3Location */ .WI)(named) ? (0,_domain_store_place_js__WEBPACK_IMPORTED_MODULE_1__/* .parseS3Location */ .TL)(named) : { mistake: 'is no store of the plan' };
    if (!('mistake' in place))
        return [await context.backupStores.open(asPlanned(context, place))];
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`${JSON.stringify(named)} ${place.mistake}`, {
        hint: `stores of the plan: ${planned.map(({ location }) => location).join(', ') || 'none'}; another bucket is named s3://BUCKET/PREFIX/`,
    });
}


/***/ }),

/***/ 7198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ notify)
/* harmony export */ });
/** Returns at once. */
function notify(context, event, news) {
    const { runId, operation, plan, database, actor, clock, notifier } = context;
    const at = clock.now().toISOString();
    const known = { runId, operation, environment: plan.environment, database: database.maskedUrl, actor, at };
    notifier.send({ event, ...known, outcome: news.outcome ?? null, reason: news.reason, next: news.next ?? [] });
}


/***/ }),

/***/ 103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollbackOnRequest: () => (/* binding */ rollbackOnRequest)
/* harmony export */ });
/* harmony import */ var _domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5682);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(180);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9461);
/* harmony import */ var _backup_proof_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8571);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8355);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(634);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5345);
/* harmony import */ var _finding_backup_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4677);
/* harmony import */ var _gates_confirmation_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1867);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7904);
/* harmony import */ var _notify_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7198);
/* harmony import */ var _proceedings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8296);
/* harmony import */ var _recover_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5719);
/* harmony import */ var _storing_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6049);
/* harmony import */ var _ways_back_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5575);
















/** @throws ConfigurationError for a target that does not exist or belongs to another database, before anything is touched */
async function rollbackOnRequest(context, target) {
    const proceedings = new _proceedings_js__WEBPACK_IMPORTED_MODULE_8__/* .Proceedings */ .A(context);
    let lock = null;
    let restoring = null;
    try {
        lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .acquireLock */ .I)(context);
        proceedings.services.takeUp(await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_12__/* .readRuns */ .xx)(context));
        const destination = await findDestination(context, target);
        if (destination.way === 'restore')
            restoring = destination.backup;
        return await goTo(context, proceedings, lock, destination);
    }
    catch (error) {
        if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1 && !proceedings.begun && !proceedings.services.stopped)
            throw error;
        if (restoring !== null)
            return await settleRestore(context, proceedings, restoring, error);
        return await (0,_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .settleFailure */ .yO)(context, { rollBack: false }, proceedings, lock, error);
    }
    finally {
        await (0,_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .releaseLock */ .x)(context, lock);
    }
}
async function findDestination(context, target) {
    if (target.kind === 'backup')
        return destinationOfBackup(context, target.named);
    requireDowngrade(context);
    const runs = await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_12__/* .readRuns */ .xx)(context);
    if (target.kind === 'revision')
        return destinationOfRevision(target.revision, runs);
    const last = runs.filter((run) => run.baseline !== null && run.applied.length > 0).at(-1);
    if (last?.baseline === null || last?.baseline === undefined) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1('no run is known whose state before could be returned to', {
            hint: 'name the target: savepoint rollback --to REVISION, or --backup MANIFEST',
        });
    }
    return { way: 'downgrade', revision: last.baseline.revision, baseline: last.baseline };
}
/** A snapshot of that revision, where a run took one, lets the downgrade be compared. */
function destinationOfRevision(revision, runs) {
    const wanted = revision === _domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .BASE */ .Wm ? [] : [revision];
    const baseline = runs.findLast((run) => run.baseline !== null && (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .sameRevisions */ .D_)(run.baseline.revision, wanted))?.baseline ?? null;
    return { way: 'downgrade', revision: wanted, baseline };
}
function requireDowngrade({ migrator }) {
    if (migrator.capabilities.downgrade)
        return;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`the ${migrator.kind} migrator cannot downgrade`, {
        hint: 'restore a backup: savepoint rollback --backup MANIFEST',
    });
}
async function destinationOfBackup(context, named) {
    const backup = await (0,_finding_backup_js__WEBPACK_IMPORTED_MODULE_6__/* .findBackup */ .S)(context, named);
    await context.store.verifyFiles(backup.path, backup.manifest);
    await context.store.requireKey(backup.path, backup.manifest);
    await refuseForeign(context, backup.manifest);
    return { way: 'restore', backup };
}
/** A backup of another database or environment would replace this one by something else entirely. */
async function refuseForeign(context, manifest) {
    const { identity } = await context.database.facts();
    const same = manifest.database.name === identity.name && manifest.database.systemIdentifier === identity.systemIdentifier;
    if (same && manifest.environment === context.plan.environment)
        return;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`the backup ${manifest.id} is of database ${manifest.database.name} in environment ${manifest.environment}, not of ${identity.name} in ${context.plan.environment}`, { hint: 'restore it by hand with pg_restore where that is really meant' });
}
/** A manifest tells all of the snapshot but its horizon, so that rows added since cannot be told apart from those before. */
function baselineOf(manifest) {
    const { runId, createdAt, instant, revision, fingerprint } = manifest;
    return { version: 1, runId, takenAt: createdAt, instant: { id: instant, horizon: '' }, revision, fingerprint, queries: {} };
}
async function goTo(context, proceedings, lock, destination) {
    proceedings.from = (await context.migrator.state({ signal: context.signal })).current;
    const unsettled = await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_12__/* .findUnsettledRuns */ .O_)(context);
    if (!(await context.confirm(question(context, destination))))
        return proceedings.finish('unchanged', false, 'a person declined');
    proceedings.confirmations.push((0,_gates_confirmation_js__WEBPACK_IMPORTED_MODULE_14__/* .generalConfirmation */ .M6)(context, wayOf(destination)));
    (0,_notify_js__WEBPACK_IMPORTED_MODULE_15__/* .notify */ .m)(context, 'start', { reason: wayOf(destination) });
    await proceedings.begin();
    for (const run of unsettled)
        await (0,_recover_js__WEBPACK_IMPORTED_MODULE_9__/* .clearAway */ .M)(context, proceedings.journal, run);
    // Who stays does not keep a person from going back: a restore ends their sessions, and what they write is compared.
    await proceedings.services.stop('warning', context.signal);
    if (destination.way === 'restore')
        return restore(context, proceedings, lock, destination.backup);
    return downgrade(context, proceedings, destination.revision, destination.baseline);
}
function wayOf(destination) {
    if (destination.way === 'downgrade')
        return `downgrade to ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .describeRevisions */ .cs)(destination.revision)}`;
    return `restore of the backup of ${destination.backup.manifest.createdAt}`;
}
function question({ database }, destination) {
    if (destination.way === 'downgrade')
        return `Downgrade ${database.maskedUrl} to ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .describeRevisions */ .cs)(destination.revision)}?`;
    const { createdAt, revision } = destination.backup.manifest;
    return `Put the backup of ${createdAt} (at ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .describeRevisions */ .cs)(revision)}) in the place of ${database.maskedUrl}? The database as it is now is kept under another name.`;
}
async function restore(context, proceedings, lock, backup) {
    const { journal, stages } = proceedings;
    const reason = `asked for by ${context.actor}`;
    const request = { baseline: baselineOf(backup.manifest), backup, by: 'restore', reason, lock, signal: context.signal };
    const report = await stages.run('rollback', (scope) => (0,_ways_back_js__WEBPACK_IMPORTED_MODULE_11__/* .rollBack */ .F)(context, journal, scope, request));
    if (report.keptDatabase !== null)
        proceedings.kept.push(report.keptDatabase);
    const where = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .describeRevisions */ .cs)((await context.migrator.state({ signal: context.signal })).current);
    return proceedings.finish('rolled-back', true, `back at ${where}, proven equal to the backup`, (0,_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .keptCommands */ .zM)(context, report.keptDatabase));
}
/** The swap happened or it did not, in one transaction: a failure beside it leaves the one state or the other. */
async function settleRestore(context, proceedings, backup, failure) {
    proceedings.cause = failure;
    const reason = (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causeChain */ .DD)(failure)[0] ?? 'unknown failure';
    if (!proceedings.begun)
        return proceedings.finish('unchanged', false, reason);
    const now = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_4__/* .fingerprintNow */ .n7)(context, null, new AbortController().signal).catch(() => null);
    if (now === null)
        return proceedings.stop(`${reason}; the database cannot be read to tell whether the backup is in its place`, []);
    const inPlace = (0,_comparing_js__WEBPACK_IMPORTED_MODULE_4__/* .unequal */ ._P)((0,_domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .t)(backup.manifest.fingerprint, now, 'by-name')).length === 0;
    return proceedings.finish(inPlace ? 'rolled-back' : 'unchanged', false, reason);
}
/** `rolled-back` is claimed only where the state before is known and proven; otherwise the revision is what was reached. */
async function downgrade(context, proceedings, revision, baseline) {
    const { stages, journal } = proceedings;
    await backUpBeforeDowngrade(context, proceedings);
    const proven = await stages.run('rollback', async (scope) => {
        await journal.announce({ type: 'rolling-back', by: 'downgrade', to: revision, reason: `asked for by ${context.actor}` });
        await downgradeTo(context, scope, revision);
        return baseline !== null && compareWithEarlier(context, scope, baseline);
    });
    const where = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .describeRevisions */ .cs)(revision);
    if (proven)
        return proceedings.finish('rolled-back', true, `back at ${where}, proven equal to the state before`);
    return proceedings.finish('migrated', true, `downgraded to ${where}; equality with an earlier state was not proven`);
}
/** A downgrade drops what the migrations made: that is backed up and proven first, and a failure comes back to it. */
async function backUpBeforeDowngrade(context, proceedings) {
    const { journal, stages } = proceedings;
    const { backup, snapshot } = await stages.run('backup', () => (0,_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .backUp */ .vm)(context, journal, { before: {} }, context.signal));
    const proven = await stages.run('verify-backup', (scope) => (0,_backup_proof_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyBackup */ .g)(context, journal, scope, backup));
    // A store that fails must not keep a person from going back.
    await (0,_storing_js__WEBPACK_IMPORTED_MODULE_10__/* .storeBackup */ .A)(context, proceedings, proven, 'warning');
    await proceedings.preserved(snapshot, proven);
    await proceedings.beginMigrating([]);
}
async function downgradeTo(context, scope, revision) {
    const { migrator, signal, emit } = context;
    await migrator.downgrade(revision, { signal, onLine: (line) => emit({ type: 'output', source: migrator.kind, line }) });
    const ask = async () => {
        const { current } = await migrator.state({ signal });
        const status = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .sameRevisions */ .D_)(current, revision) ? 'passed' : 'failed';
        return { status, expected: (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .describeRevisions */ .cs)(revision), actual: (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_13__/* .describeRevisions */ .cs)(current) };
    };
    await scope.ask({ name: 'revision reached', kind: 'revision', ask });
    scope.requirePassed();
}
/** What was written since that state differs rightly: that is a warning for a person to read, not a failure. */
async function compareWithEarlier(context, scope, baseline) {
    const { equal, differences } = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_4__/* .compareWithBaseline */ .$_)(context, baseline, context.signal);
    const told = (0,_comparing_js__WEBPACK_IMPORTED_MODULE_4__/* .unequal */ ._P)(differences);
    const expected = `as it was at ${baseline.takenAt}`;
    const finding = equal
        ? { status: 'passed', expected, actual: 'the same' }
        : { status: 'warning', expected, actual: (0,_comparing_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(told.length, 'difference'), message: (0,_comparing_js__WEBPACK_IMPORTED_MODULE_4__/* .describeDifferences */ .g7)(told) };
    scope.record({ name: 'equal to the state before', kind: 'fingerprint', durationMs: 0, ...finding });
    return equal;
}


/***/ })

};
