export const id = 873;
export const ids = [873];
export const modules = {

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

/***/ 3873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readStatus: () => (/* binding */ readStatus)
/* harmony export */ });
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(634);
/* harmony import */ var _next_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3737);


async function readStatus(context) {
    const { database, migrator, plan, signal } = context;
    const [state, runs] = await Promise.all([migrator.state({ signal }), (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .readRuns */ .xx)(context)]);
    const last = runs.at(-1) ?? null;
    return {
        database: database.maskedUrl,
        environment: plan.environment,
        migrator: migrator.kind,
        state,
        lastRun: last === null ? null : summarize(last),
        next: whatNext(context, state, last),
    };
}
function summarize(run) {
    const { runId, operation, actor, startedAt, lastEntryAt, phase, outcome, reason } = run;
    return { runId, operation, actor, startedAt, lastEntryAt, phase, outcome, reason };
}
/** An unfinished run comes first: the next run deals with it, unless it is still at work. */
function whatNext(context, state, last) {
    if (last !== null && last.next.length > 0)
        return last.next.filter((command) => command !== (0,_next_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .statusCommand */ .yA)(context));
    if ((last !== null && last.outcome === null) || state.pending.length > 0)
        return [(0,_next_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d1)(context)];
    return [];
}


/***/ })

};
