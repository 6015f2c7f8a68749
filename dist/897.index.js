export const id = 897;
export const ids = [897];
export const modules = {

/***/ 1419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ comeBack),
/* harmony export */   yO: () => (/* binding */ settleFailure),
/* harmony export */   zM: () => (/* binding */ keptCommands)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3066);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6729);
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
    await proceedings.dropCopy();
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
    const compared = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_1__/* .compareWithBaseline */ .$_)(context, baseline, signal);
    if (compared.equal && (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .sameRevisions */ .D_)(current, baseline.revision))
        return proceedings.finish('unchanged', false, reason);
    // What validation found names counts and keys, and nothing has been done since.
    const differences = proceedings.differences.length > 0 ? proceedings.differences : compared.differences;
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
/** With a word of warning: what was written since the backup is only there, and a tired person copies what stands here. */
function keptCommands(context, keptDatabase) {
    return keptDatabase === null ? [] : [`${context.database.dropCommand(keptDatabase)}  # once nothing in it is needed`];
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
            if (clock.monotonicMs() > deadline || error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1 || error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LockError */ .Ku)
                throw error;
            context.emit({ type: 'note', text: 'waiting for the database to answer again' });
            await clock.sleep(1_000, signal);
        }
    }
}


/***/ }),

/***/ 5064:
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

/***/ 7357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ clearAway),
/* harmony export */   l: () => (/* binding */ recover)
/* harmony export */ });
/* harmony import */ var _domain_difference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8764);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3066);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6729);
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

/***/ 9897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollbackOnRequest: () => (/* binding */ rollbackOnRequest)
/* harmony export */ });
/* harmony import */ var _domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8594);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3066);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6990);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6729);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9020);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1419);
/* harmony import */ var _gates_confirmation_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1985);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(570);
/* harmony import */ var _notify_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5064);
/* harmony import */ var _proceedings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9231);
/* harmony import */ var _recover_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7357);
/* harmony import */ var _ways_back_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7229);













/** @throws ConfigurationError for a target that does not exist or belongs to another database, before anything is touched */
async function rollbackOnRequest(context, target) {
    const proceedings = new _proceedings_js__WEBPACK_IMPORTED_MODULE_6__/* .Proceedings */ .A(context);
    let lock = null;
    let restoring = null;
    try {
        lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .acquireLock */ .I)(context);
        proceedings.services.takeUp(await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_9__/* .readRuns */ .xx)(context));
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
        return await (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .settleFailure */ .yO)(context, { rollBack: false }, proceedings, lock, error);
    }
    finally {
        await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseLock */ .x)(context, lock);
    }
}
async function findDestination(context, target) {
    if (target.kind === 'backup')
        return destinationOfBackup(context, target.path);
    requireDowngrade(context);
    const runs = await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_9__/* .readRuns */ .xx)(context);
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
    const wanted = revision === _domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .BASE */ .Wm ? [] : [revision];
    const baseline = runs.findLast((run) => run.baseline !== null && (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .sameRevisions */ .D_)(run.baseline.revision, wanted))?.baseline ?? null;
    return { way: 'downgrade', revision: wanted, baseline };
}
function requireDowngrade({ migrator }) {
    if (migrator.capabilities.downgrade)
        return;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`the ${migrator.kind} migrator cannot downgrade`, {
        hint: 'restore a backup: savepoint rollback --backup MANIFEST',
    });
}
async function destinationOfBackup(context, path) {
    const backup = await readBackup(context, path);
    await refuseForeign(context, backup.manifest);
    return { way: 'restore', backup };
}
async function readBackup(context, path) {
    const manifest = await context.store.readManifest(path);
    await context.store.verifyFiles(path, manifest);
    return { manifest, path };
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
    const unsettled = await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_9__/* .findUnsettledRuns */ .O_)(context);
    if (!(await context.confirm(question(context, destination))))
        return proceedings.finish('unchanged', false, 'a person declined');
    proceedings.confirmations.push((0,_gates_confirmation_js__WEBPACK_IMPORTED_MODULE_11__/* .generalConfirmation */ .M6)(context, wayOf(destination)));
    (0,_notify_js__WEBPACK_IMPORTED_MODULE_12__/* .notify */ .m)(context, 'start', { reason: wayOf(destination) });
    await proceedings.begin();
    for (const run of unsettled)
        await (0,_recover_js__WEBPACK_IMPORTED_MODULE_7__/* .clearAway */ .M)(context, proceedings.journal, run);
    // Who stays does not keep a person from going back: a restore ends their sessions, and what they write is compared.
    await proceedings.services.stop('warning', context.signal);
    if (destination.way === 'restore')
        return restore(context, proceedings, lock, destination.backup);
    return downgrade(context, proceedings, destination.revision, destination.baseline);
}
function wayOf(destination) {
    if (destination.way === 'downgrade')
        return `downgrade to ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .describeRevisions */ .cs)(destination.revision)}`;
    return `restore of the backup of ${destination.backup.manifest.createdAt}`;
}
function question({ database }, destination) {
    if (destination.way === 'downgrade')
        return `Downgrade ${database.maskedUrl} to ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .describeRevisions */ .cs)(destination.revision)}?`;
    const { createdAt, revision } = destination.backup.manifest;
    return `Put the backup of ${createdAt} (at ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .describeRevisions */ .cs)(revision)}) in the place of ${database.maskedUrl}? The database as it is now is kept under another name.`;
}
async function restore(context, proceedings, lock, backup) {
    const { journal, stages } = proceedings;
    const reason = `asked for by ${context.actor}`;
    const request = { baseline: baselineOf(backup.manifest), backup, by: 'restore', reason, lock, signal: context.signal };
    const report = await stages.run('rollback', (scope) => (0,_ways_back_js__WEBPACK_IMPORTED_MODULE_8__/* .rollBack */ .F)(context, journal, scope, request));
    if (report.keptDatabase !== null)
        proceedings.kept.push(report.keptDatabase);
    const where = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .describeRevisions */ .cs)((await context.migrator.state({ signal: context.signal })).current);
    return proceedings.finish('rolled-back', true, `back at ${where}, proven equal to the backup`, (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .keptCommands */ .zM)(context, report.keptDatabase));
}
/** The swap happened or it did not, in one transaction: a failure beside it leaves the one state or the other. */
async function settleRestore(context, proceedings, backup, failure) {
    proceedings.cause = failure;
    const reason = (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causeChain */ .DD)(failure)[0] ?? 'unknown failure';
    if (!proceedings.begun)
        return proceedings.finish('unchanged', false, reason);
    const now = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintNow */ .n7)(context, null, new AbortController().signal).catch(() => null);
    if (now === null)
        return proceedings.stop(`${reason}; the database cannot be read to tell whether the backup is in its place`, []);
    const inPlace = (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .unequal */ ._P)((0,_domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .t)(backup.manifest.fingerprint, now, 'by-name')).length === 0;
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
    const where = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .describeRevisions */ .cs)(revision);
    if (proven)
        return proceedings.finish('rolled-back', true, `back at ${where}, proven equal to the state before`);
    return proceedings.finish('migrated', true, `downgraded to ${where}; equality with an earlier state was not proven`);
}
/** A downgrade drops what the migrations made: that is backed up and proven first, and a failure comes back to it. */
async function backUpBeforeDowngrade(context, proceedings) {
    const { journal, stages } = proceedings;
    const { backup, snapshot } = await stages.run('backup', () => (0,_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .backUp */ .vm)(context, journal, { before: {} }, context.signal));
    const proven = await stages.run('verify-backup', (scope) => (0,_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyBackup */ .gu)(context, journal, scope, backup));
    await proceedings.preserved(snapshot, proven);
    await proceedings.beginMigrating([]);
}
async function downgradeTo(context, scope, revision) {
    const { migrator, signal, emit } = context;
    await migrator.downgrade(revision, { signal, onLine: (line) => emit({ type: 'output', source: migrator.kind, line }) });
    const ask = async () => {
        const { current } = await migrator.state({ signal });
        const status = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .sameRevisions */ .D_)(current, revision) ? 'passed' : 'failed';
        return { status, expected: (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .describeRevisions */ .cs)(revision), actual: (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_10__/* .describeRevisions */ .cs)(current) };
    };
    await scope.ask({ name: 'revision reached', kind: 'revision', ask });
    scope.requirePassed();
}
/** What was written since that state differs rightly: that is a warning for a person to read, not a failure. */
async function compareWithEarlier(context, scope, baseline) {
    const { equal, differences } = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWithBaseline */ .$_)(context, baseline, context.signal);
    const told = (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .unequal */ ._P)(differences);
    const expected = `as it was at ${baseline.takenAt}`;
    const finding = equal
        ? { status: 'passed', expected, actual: 'the same' }
        : { status: 'warning', expected, actual: (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(told.length, 'difference'), message: (0,_comparing_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDifferences */ .g7)(told) };
    scope.record({ name: 'equal to the state before', kind: 'fingerprint', durationMs: 0, ...finding });
    return equal;
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
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6990);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6729);
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


/***/ })

};
