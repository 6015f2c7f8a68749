export const id = 708;
export const ids = [708];
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

/***/ 9708:
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
// EXTERNAL MODULE: ./.cache/bundle/src/operations/gates/confirmation.js
var confirmation = __webpack_require__(1985);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/sql-script/mentioned-names.js
/** Finds the names that a piece of SQL mentions, so that people can be told which tables it is about. */
const COMMENT = /--[^\r\n]*|\/\*[\s\S]*?\*\//y;
/** Strings hold values, not names; what stands between dollars is a body of statements and is read. */
const STRING = /[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'/y;
const NAME = /"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*)/y;
const DOT = /\s*\.\s*/y;
/** Every name in the order of its first mention, once; of words in capitals the lower case, as SQL reads them. */
function mentionedNames(sql) {
    const found = new Map();
    for (let at = 0; at < sql.length;) {
        const skipped = matchAt(COMMENT, sql, at) ?? matchAt(STRING, sql, at);
        const name = skipped === null ? qualifiedNameAt(sql, at) : null;
        if (name !== null)
            found.set(JSON.stringify(name.parts), name.parts);
        at = skipped === null ? (name?.end ?? at + 1) : at + skipped[0].length;
    }
    return [...found.values()];
}
function qualifiedNameAt(sql, start) {
    const parts = [];
    let end = start;
    for (let match = matchAt(NAME, sql, start); match !== null;) {
        parts.push(match[1]?.replaceAll('""', '"') ?? (match[2] ?? '').toLowerCase());
        end += match[0].length;
        const dot = matchAt(DOT, sql, end);
        match = dot === null ? null : matchAt(NAME, sql, end + dot[0].length);
        if (dot !== null && match !== null)
            end += dot[0].length;
    }
    return parts.length === 0 ? null : { parts, end };
}
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/sql-script/splitter.js
var splitter = __webpack_require__(201);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/intention.js
/** Finds out what a run is about to do, to show it before anything starts. Never fails a run: what is not known is said. */



async function findIntention(context, request) {
    const { plan, database, signal } = context;
    const [preview, tables, facts] = await Promise.all([
        previewed(context, request.to),
        database.catalog.tables(signal).catch(() => null),
        database.facts().catch(() => null),
    ]);
    signal.throwIfAborted();
    const known = 'sql' in preview;
    return {
        database: database.maskedUrl,
        sizeBytes: facts?.sizeBytes ?? null,
        environment: plan.environment,
        production: plan.production,
        from: request.from,
        migrations: request.path,
        sql: known
            ? { statements: (0,splitter/* splitStatements */.X)(preview.sql).statements.length, bytes: Buffer.byteLength(preview.sql) }
            : { unknown: preview.unknown },
        tables: known && tables !== null ? affectedTables(context, tables, mentionedNames(preview.sql)) : null,
        stops: plan.services?.stop ?? null,
        wayBack: wayBackOf(context, request),
    };
}
async function previewed(context, to) {
    const { migrator, signal } = context;
    if (!migrator.capabilities.previewSql)
        return { unknown: `the ${migrator.kind} migrator has no preview` };
    try {
        return { sql: await migrator.preview(to, { signal }) };
    }
    catch (error) {
        return { unknown: context.redact((0,errors/* causeChain */.DD)(error)[0] ?? 'the preview failed') };
    }
}
/** The migrator's own history is in every migration and is no news. */
function affectedTables({ migrator }, tables, names) {
    return tables
        .filter(({ kind, name }) => kind !== 'view' && !migrator.historyTables.includes(name))
        .filter((table) => names.some((name) => isNamed(table, name)))
        .map(({ name, sizeBytes, estimatedRows }) => ({ name, sizeBytes, estimatedRows }));
}
/** A column may follow: `film.title`, `public.film.title`. */
function isNamed({ schema, table, visible }, [first, second]) {
    return (first === schema && second === table) || (visible && first === table);
}
/** As `waysBack` would go, in words. */
function wayBackOf({ plan, migrator, database }, { backup, rollBack, path }) {
    const { by } = plan.rollback;
    const downgrade = by !== 'restore' && migrator.capabilities.downgrade && path.every(({ reversible }) => reversible);
    const restore = by !== 'downgrade' && backup && database.capabilities.copies;
    const ways = [...(downgrade ? ['downgrade'] : []), ...(restore ? ['restore of the backup made first'] : [])];
    if (ways.length === 0)
        return 'none: no backup, and the migrations cannot be reverted';
    const told = `${ways.join(', else ')}${plan.rollback.by === 'auto' && ways.length > 1 ? '; whichever is proven equal' : ''}`;
    if (plan.production)
        return `not by itself (production): it stops, and a person chooses ${ways.join(' or ')}`;
    return rollBack ? `automatic: ${told}` : `not by itself: it stops, and a person chooses ${ways.join(' or ')}`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/migrate.js
var migrate = __webpack_require__(2132);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/notify.js
var notify = __webpack_require__(5064);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/agreement.js




/** With `--yes` it is shown all the same. From the yes on, others are told that the run has started. */
async function agreed(context, options, proceedings, path) {
    if (path.length === 0)
        return true;
    const from = proceedings.from ?? [];
    const backup = options.backup || proceedings.backup !== null;
    const intention = await findIntention(context, { to: options.to, from, path, backup, rollBack: options.rollBack });
    context.emit({ type: 'intention', intention });
    const what = (0,migrate/* describePath */.NH)(from, path);
    const yes = await context.confirm(`Apply ${what} to ${context.database.maskedUrl} (environment ${context.plan.environment})?`);
    if (!yes)
        return false;
    proceedings.confirmations.push((0,confirmation/* generalConfirmation */.M6)(context, `apply ${what}`));
    (0,notify/* notify */.m)(context, 'start', { reason: `applying ${what}` });
    return true;
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/budgets.js + 1 modules
var budgets = __webpack_require__(8278);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js + 24 modules
var plan_checks = __webpack_require__(915);
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

// EXTERNAL MODULE: ./.cache/bundle/src/domain/evidence.js
var domain_evidence = __webpack_require__(6810);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/plan-digest.js
/** The digest of a plan: the same wherever the plan does the same to a database, and to nobody but that. */


/**
 * SHA-256 in hex. Left out is what a rehearsal may rightly do differently: which database, where the plan lies, what the
 * environment is called, who is notified, and what must hold before a run starts.
 */
function digestPlan(plan) {
    const { directory, environment: _environment, database: _database, require: _require, notify: _notify, ...rest } = plan;
    return (0,domain_evidence/* digestData */.Bk)(relativePaths(rest, directory));
}
/** Paths below the plan's directory, relative to it: another machine has it elsewhere. */
function relativePaths(data, directory) {
    const shorten = (_key, value) => {
        const isBelow = typeof value === 'string' && (value === directory || value.startsWith(`${directory}/`));
        return isBelow ? (0,external_node_path_.relative)(directory, value) : value;
    };
    return JSON.parse(JSON.stringify(data, shorten));
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
    const checks = (0,plan_checks/* checksAt */.r$)(context, 'before');
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
            return (0,confirmation/* confirmationGate */.TY)(context, requirement.name, (confirmation) => proceedings.confirmations.push(confirmation));
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
// EXTERNAL MODULE: ./.cache/bundle/src/operations/backup.js + 2 modules
var operations_backup = __webpack_require__(6990);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/validate.js + 5 modules
var validate = __webpack_require__(2090);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/judge.js





/** The checks that belong to one migration, before the next begins. */
async function checkedAfter(context, scope, revision) {
    await scope.askAll((0,plan_checks/* checksAt */.r$)(context, { afterMigration: revision }));
    scope.requirePassed();
}
async function validated(context, options, proceedings, path) {
    if (!options.validation)
        return proceedings.stages.skip('validate', 'left out by --skip-validation');
    await proceedings.stages.run('validate', async (scope) => {
        const expected = await expectedRevisions(context, path.at(-1));
        const { baseline } = proceedings;
        const copy = () => stateBefore(context, proceedings);
        proceedings.differences = await (0,validate/* validate */.t)(context, scope, { baseline, expected, copy });
        scope.requirePassed();
    });
}
/**
 * The proven copy of the state before. A run that carries on an interrupted one has none, but may have its backup: restored
 * only where there is something to look up, because users wait for it.
 */
async function stateBefore(context, proceedings) {
    const { copy, backup, journal } = proceedings;
    if (copy !== null || backup?.manifest.verification.level !== 'restore')
        return copy?.database ?? null;
    context.emit({ type: 'note', text: `restoring the backup ${backup.manifest.id} beside the database, to compare rows with it` });
    const restored = await (0,operations_backup/* restoreBeside */.d$)(context, journal, backup);
    proceedings.keep(restored);
    return restored.database;
}
/** Checks that need the services running. */
async function smokeTested(context, options, { stages, baseline }) {
    const checks = (0,plan_checks/* checksAt */.r$)(context, 'after-start', baseline);
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

// EXTERNAL MODULE: ./.cache/bundle/src/operations/lock.js
var operations_lock = __webpack_require__(570);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/monitor/baseline.js
var baseline = __webpack_require__(4277);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/monitor.js + 11 modules
var monitor = __webpack_require__(7630);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/plan-names.js + 2 modules
var plan_names = __webpack_require__(489);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/snapshot.js
var operations_snapshot = __webpack_require__(2485);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/preserve.js
/** Takes the state before a migration: backup and snapshot of one instant, the backup proven before anything is changed. */



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
        const snapshot = await stages.run('snapshot', () => (0,operations_snapshot/* takeSnapshot */.W)(context, proceedings.found, context.signal));
        return proceedings.preserved(snapshot, null);
    }
    const { backup, snapshot } = await stages.run('backup', () => (0,operations_backup/* backUp */.vm)(context, journal, proceedings.found, context.signal));
    // A copy of where an interrupted run had come to is not the state before.
    const keep = baseline !== null || !options.validation ? undefined : (copy) => proceedings.keep(copy);
    const proven = await stages.run('verify-backup', async (scope) => {
        const verified = await (0,operations_backup/* verifyBackup */.gu)(context, journal, scope, backup, keep);
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

// EXTERNAL MODULE: ./.cache/bundle/src/operations/proceedings.js + 5 modules
var operations_proceedings = __webpack_require__(9231);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/recover.js
var recover = __webpack_require__(7357);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/run.js
/** The whole safe migration: health check, verified backup and snapshot, migration, validation, and on failure the way back. */


















const WHOLE_RUN = {
    to: revision/* HEAD */.Vx,
    backup: true,
    healthChecks: true,
    validation: true,
    monitor: true,
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
    await (0,plan_checks/* requirePossibleChecks */.wS)(context);
    const proceedings = new operations_proceedings/* Proceedings */.A(context);
    let lock = null;
    try {
        lock = await (0,operations_lock/* acquireLock */.I)(context);
        return await proceed(context, options, proceedings, lock);
    }
    catch (error) {
        if (error instanceof errors/* ConfigurationError */.j1 && !proceedings.begun && !proceedings.services.stopped)
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
    // Where an interrupted run is carried on, the names it found may have come or gone since.
    if (proceedings.baseline === null)
        await (0,plan_names/* requireKnownNames */.L)(context, { to: options.to, migrating: true });
    if (options.monitor && proceedings.baseline === null)
        proceedings.activity = await (0,baseline/* measureActivity */.Q)(context);
    await passGates(context, proceedings, options);
    if (!(await agreed(context, options, proceedings, path)))
        return proceedings.finish('unchanged', false, 'a person declined');
    await stopServices(context, proceedings, path);
    await preserve(context, options, proceedings);
    await run_migrate(context, proceedings, lock, path);
    await validated(context, options, proceedings, path);
    await proceedings.services.start(context.signal);
    await proceedings.dropCopy();
    await smokeTested(context, options, proceedings);
    await proceedings.enterService();
    await judgeDowntime(context, proceedings);
    const stopped = options.monitor ? await (0,monitor/* watchMigrated */.h)(context, proceedings) : null;
    if (stopped !== null)
        return stopped;
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
async function run_migrate(context, proceedings, lock, path) {
    await proceedings.stages.run('migrate', async (scope) => {
        await proceedings.beginMigrating(path);
        await (0,migrate/* applyMigrations */.KV)(context, proceedings.journal, lock, path, proceedings.log, ({ revision }) => checkedAfter(context, scope, revision));
        (0,budgets/* recordBudget */.p)(scope, 'migration', context.plan.budgets, proceedings.measured);
        scope.requirePassed();
    });
}
function migratedReason(proceedings, path) {
    if (path.length === 0)
        return 'the interrupted run had applied everything; every check passed now';
    return `${(0,migrate/* describePath */.NH)(proceedings.from ?? [], path)} applied and checked`;
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
