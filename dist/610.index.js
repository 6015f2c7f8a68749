export const id = 610;
export const ids = [610];
export const modules = {

/***/ 5900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ digestData),
/* harmony export */   Z0: () => (/* binding */ judgeEvidence),
/* harmony export */   zf: () => (/* binding */ digestParts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _quantity_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1990);
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

/***/ 1610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WHOLE_RUN: () => (/* binding */ WHOLE_RUN),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var revision = __webpack_require__(180);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/gates/confirmation.js
var confirmation = __webpack_require__(1867);
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
var splitter = __webpack_require__(6319);
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
var migrate = __webpack_require__(7370);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/notify.js
var notify = __webpack_require__(7198);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/agreement.js




function isOpen(backup) {
    return backup !== null && backup.locked === undefined;
}
/** With `--yes` it is shown all the same. From the yes on, others are told that the run has started. */
async function agreed(context, options, proceedings, path) {
    if (path.length === 0)
        return true;
    const from = proceedings.from ?? [];
    // The state before an interrupted run is not backed up again: its own backup is the way back, or none.
    const backup = proceedings.baseline === null ? options.backup : isOpen(proceedings.backup);
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
var budgets = __webpack_require__(7398);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js + 24 modules
var plan_checks = __webpack_require__(2222);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/earlier-runs.js
var earlier_runs = __webpack_require__(634);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/failure.js
var failure = __webpack_require__(5345);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(2809);
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
var domain_evidence = __webpack_require__(5900);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/plan-digest.js
/** The digest of a plan: the same wherever the plan does the same to a database, and to nobody but that. */


/**
 * SHA-256 in hex. Left out is what a rehearsal may rightly do differently: which database, where the plan lies, what the
 * environment is called, for whom backups are encrypted and where they are stored, who is notified, and what must hold before a run starts.
 */
function digestPlan(plan) {
    const { directory, environment: _environment, database: _database, require: _require, notify: _notify, ...rest } = plan;
    const { encryptTo: _encryptTo, stores: _stores, ...backup } = rest.backup;
    return (0,domain_evidence/* digestData */.Bk)(relativePaths({ ...rest, backup }, directory));
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
var maintenance_window = __webpack_require__(5231);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
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
var health_check = __webpack_require__(7988);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/backup-proof.js + 1 modules
var backup_proof = __webpack_require__(8571);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/validate.js + 5 modules
var validate = __webpack_require__(2418);
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
    const restored = await (0,backup_proof/* restoreBeside */.d)(context, journal, backup);
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
var operations_lock = __webpack_require__(7904);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/monitor/baseline.js
var baseline = __webpack_require__(4943);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/monitor.js + 11 modules
var monitor = __webpack_require__(6880);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/plan-names.js + 2 modules
var plan_names = __webpack_require__(8950);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/backup.js
var operations_backup = __webpack_require__(9461);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/snapshot.js
var operations_snapshot = __webpack_require__(5959);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/storing.js
var storing = __webpack_require__(6049);
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
        const verified = await (0,backup_proof/* verifyBackup */.g)(context, journal, scope, backup, keep);
        if (baseline === null)
            proceedings.backup = verified;
        const recovery = verified.manifest.verification.restoreMs ?? 'unmeasured';
        (0,budgets/* recordBudget */.p)(scope, 'recovery', context.plan.budgets, { ...proceedings.measured, recovery });
        scope.requirePassed();
        return verified;
    });
    await (0,storing/* storeBackup */.A)(context, proceedings, proven, context.plan.production ? 'failed' : 'warning');
    if (baseline === null)
        await proceedings.preserved(snapshot, proven);
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/proceedings.js + 5 modules
var operations_proceedings = __webpack_require__(8296);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/recover.js
var recover = __webpack_require__(5719);
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


/***/ })

};
