export const id = 7;
export const ids = [7];
export const modules = {

/***/ 5345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ comeBack),
/* harmony export */   yO: () => (/* binding */ settleFailure),
/* harmony export */   zM: () => (/* binding */ keptCommands)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(180);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8355);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7904);
/* harmony import */ var _ways_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5575);
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

/***/ 5719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ clearAway),
/* harmony export */   l: () => (/* binding */ recover)
/* harmony export */ });
/* harmony import */ var _domain_difference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2502);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(180);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8355);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(634);
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
    const message = `${describeRecovery(recovery)}${describeLocked(recovery)}`;
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
        return await withKey(context, run, { manifest, path: run.backup.path });
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        context.emit({ type: 'note', text: `the backup of run ${run.runId} cannot be used: ${context.redact(why)}` });
        return null;
    }
}
/** The run that sealed it has taken its own key with it. Without another the backup stays what a person can restore. */
async function withKey(context, run, backup) {
    try {
        await context.store.requireKey(backup.path, backup.manifest);
        return backup;
    }
    catch (error) {
        const locked = [(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causeChain */ .DD)(error)[0], (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hintOf */ .$z)(error)].filter((part) => part !== undefined).join('; ');
        context.emit({ type: 'note', text: `the backup of run ${run.runId} cannot be restored by this one: ${locked}` });
        return { ...backup, locked };
    }
}
function describeLocked(recovery) {
    const locked = 'earlier' in recovery ? recovery.earlier.backup?.locked : undefined;
    return locked === undefined ? '' : `; its backup cannot be restored by this run: ${locked}`;
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

/***/ 5575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ rollBack)
/* harmony export */ });
/* harmony import */ var _domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5682);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(180);
/* harmony import */ var _comparing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8355);
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
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RollbackError */ .ZS(describeFailures(failures, request), failures, {
        hint: 'the database was left as it is; look at it before anything else',
    });
}
function waysBack(context, { backup, by }) {
    const ways = [];
    if (by !== 'restore' && context.migrator.capabilities.downgrade)
        ways.push('downgrade');
    if (by !== 'downgrade' && backup !== null && backup.locked === undefined && context.database.capabilities.copies)
        ways.push('restore');
    return ways;
}
function describeFailures(failures, { backup, by }) {
    const locked = by === 'downgrade' ? undefined : backup?.locked;
    const tried = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; then: ');
    if (locked === undefined)
        return tried || 'there is no way back: no backup to restore, and the migrator cannot downgrade';
    return `${tried || 'no other way back than to restore'}; and it was not restored: ${locked}`;
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
    if (!(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_3__/* .sameRevisions */ .D_)(current, baseline.revision)) {
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
        const { differences } = await (0,_comparing_js__WEBPACK_IMPORTED_MODULE_2__/* .compareWithBaseline */ .$_)(context, baseline, signal);
        return judgeEquality(baseline.fingerprint, (0,_comparing_js__WEBPACK_IMPORTED_MODULE_2__/* .unequal */ ._P)(differences), 'warning');
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
        actual: (0,_comparing_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(differences.length, 'difference'),
        message: (0,_comparing_js__WEBPACK_IMPORTED_MODULE_2__/* .describeDifferences */ .g7)(differences),
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
    const dump = context.store.openDump(backup.path, backup.manifest);
    const properties = backup.manifest.fingerprint.objects.find((object) => object.kind === 'database')?.definition;
    const copy = await context.database.restoreCopy({ dump, copy: copyName, faithful: true, properties, signal });
    try {
        const { fingerprint } = backup.manifest;
        const ask = async () => {
            const restored = await copy.withSnapshot(signal, (view) => view.fingerprint({ signal }));
            return judgeEquality(fingerprint, (0,_comparing_js__WEBPACK_IMPORTED_MODULE_2__/* .unequal */ ._P)((0,_domain_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFingerprints */ .t)(fingerprint, restored, 'by-name')), 'failed');
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
