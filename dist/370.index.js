export const id = 370;
export const ids = [370];
export const modules = {

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


/***/ })

};
