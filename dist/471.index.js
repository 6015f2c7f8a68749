export const id = 471;
export const ids = [471];
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

/***/ 1471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyAgain: () => (/* binding */ verifyAgain)
/* harmony export */ });
/* harmony import */ var _backup_proof_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8571);
/* harmony import */ var _finding_backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4677);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7904);
/* harmony import */ var _single_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5439);




/** Proves a backup anew and records how far. A restore holds the run lock, because it takes a database beside the one of the plan. */
function verifyAgain(context, named, level) {
    const asked = { ...context, plan: { ...context.plan, backup: { ...context.plan.backup, verify: level } } };
    return (0,_single_js__WEBPACK_IMPORTED_MODULE_3__.alone)(asked, async (proceedings) => {
        const backup = await (0,_finding_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .findBackup */ .S)(asked, named);
        const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .acquireLock */ .I)(asked);
        try {
            await proceedings.begin();
            proceedings.backup = backup;
            const { journal, stages } = proceedings;
            const proven = await stages.run('verify-backup', (scope) => (0,_backup_proof_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyBackup */ .g)(asked, journal, scope, backup));
            proceedings.backup = proven;
            return await proceedings.finish('unchanged', true, `backup ${proven.manifest.id} is whole, verification: ${level}`);
        }
        finally {
            await (0,_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseLock */ .x)(asked, lock);
        }
    });
}


/***/ })

};
