export const id = 938;
export const ids = [938];
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
