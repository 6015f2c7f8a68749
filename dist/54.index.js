export const id = 54;
export const ids = [54,768];
export const modules = {

/***/ 42:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ hintOf),
/* harmony export */   DD: () => (/* binding */ causeChain),
/* harmony export */   Ku: () => (/* binding */ LockError),
/* harmony export */   Mp: () => (/* binding */ StatementError),
/* harmony export */   Py: () => (/* binding */ MigrationError),
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   Rc: () => (/* binding */ ConnectionError),
/* harmony export */   ZS: () => (/* binding */ RollbackError),
/* harmony export */   _o: () => (/* binding */ SavepointError),
/* harmony export */   hj: () => (/* binding */ BackupError),
/* harmony export */   j1: () => (/* binding */ ConfigurationError),
/* harmony export */   p4: () => (/* binding */ InterruptedError),
/* harmony export */   tl: () => (/* binding */ CheckError)
/* harmony export */ });
/** The typed errors of Savepoint: each says what went wrong in one line, what to do next, and keeps its cause. */
/** Base of every error that Savepoint throws on purpose. */
class SavepointError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
        this.name = new.target.name;
    }
}
/** Wrong configuration or usage: nothing was touched; exit code 2. Carries every problem found, not only the first. */
class ConfigurationError extends SavepointError {
    problems;
    constructor(message, options = {}) {
        super('CONFIGURATION', message, options);
        this.problems = options.problems ?? [];
    }
}
/** The database could not be reached or refused the session. */
class ConnectionError extends SavepointError {
    constructor(message, options = {}) {
        super('CONNECTION', message, options);
    }
}
/** Another run holds the database, or the lock cannot hold here. */
class LockError extends SavepointError {
    constructor(message, options = {}) {
        super('LOCK', message, options);
    }
}
/** A child process failed. Arguments and output are redacted before they get here. */
class CommandError extends SavepointError {
    command;
    exitCode;
    signal;
    /** The last lines of standard error (standard output where that was empty), oldest first. */
    lastLines;
    constructor(message, details, options = {}) {
        super('COMMAND', message, options);
        this.command = details.command;
        this.exitCode = details.exitCode;
        this.signal = details.signal;
        this.lastLines = details.lastLines;
    }
}
/** A backup could not be made, or could not be proven. */
class BackupError extends SavepointError {
    constructor(message, options = {}) {
        super('BACKUP', message, options);
    }
}
/** A migration failed, or its history cannot be trusted. */
class MigrationError extends SavepointError {
    failure;
    constructor(message, failure = {}, options = {}) {
        super('MIGRATION', message, options);
        this.failure = failure;
    }
}
/** A check failed or could not run. */
class CheckError extends SavepointError {
    constructor(message, options = {}) {
        super('CHECK', message, options);
    }
}
/** The way back failed too: keeps the failure that asked for it and those of every way that was tried. */
class RollbackError extends SavepointError {
    failures;
    constructor(message, failures, options = {}) {
        super('ROLLBACK', message, { ...options, cause: options.cause ?? failures[0] });
        this.failures = failures;
    }
}
/** A person or the runner asked the run to end (SIGINT, SIGTERM). */
class InterruptedError extends SavepointError {
    constructor(signalName) {
        super('INTERRUPTED', `interrupted by ${signalName}`);
    }
}
/** The server refused or failed one statement. `position` counts characters from 1 within that statement's text. */
class StatementError extends SavepointError {
    sqlState;
    position;
    detail;
    constructor(message, details, options = {}) {
        super('MIGRATION', message, options);
        this.sqlState = details.sqlState;
        this.position = details.position;
        this.detail = details.detail;
    }
}
/** The messages of an error and its causes, nearest first, without repeats. */
function causeChain(error) {
    const messages = [];
    for (let link = error, depth = 0; link !== undefined && link !== null && depth < 10; depth++) {
        const message = link instanceof Error ? link.message || link.name : String(link);
        if (!messages.some((known) => known.includes(message)))
            messages.push(message);
        link = link instanceof Error ? link.cause : undefined;
    }
    return messages;
}
/** The first hint along the chain of causes. */
function hintOf(error) {
    for (let link = error, depth = 0; link instanceof Error && depth < 10; link = link.cause, depth++) {
        if (link instanceof SavepointError && link.hint !== undefined)
            return link.hint;
    }
    return undefined;
}


/***/ }),

/***/ 8582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ MANIFEST_FILE),
/* harmony export */   i: () => (/* binding */ isBackupId)
/* harmony export */ });
/** Name of the manifest in every place that holds a backup; it is written last and removed first. */
const MANIFEST_FILE = 'manifest.json';
/** Whether a text may be the id of a backup: it stays where it is put, and is not hidden. */
function isBackupId(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text);
}


/***/ }),

/***/ 8506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ parseS3Location),
/* harmony export */   WI: () => (/* binding */ isS3Location),
/* harmony export */   hD: () => (/* binding */ locationOf)
/* harmony export */ });
/** Where backups are stored beside the run directory, as a plan or a command line names it. Holds no secrets. */
const S3_SCHEME = 's3://';
function isS3Location(written) {
    return written.startsWith(S3_SCHEME);
}
/** `s3://bucket/prefix/` as a place, or what is wrong with it. */
function parseS3Location(written) {
    const [bucket = '', ...rest] = written.replace(S3_SCHEME, '').split('/');
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
        return { mistake: 'must name a bucket of 3 to 63 small letters, digits, dots and dashes' };
    }
    const parts = rest.filter((part) => part !== '');
    if (!parts.every((part) => /^[A-Za-z0-9!_.*'()=+@,-]+$/.test(part) && !/^\.+$/.test(part))) {
        return { mistake: 'must have a prefix of plain names: letters, digits and -_.=+@' };
    }
    const prefix = parts.map((part) => `${part}/`).join('');
    return { kind: 's3', bucket, prefix, endpoint: null, region: null, forcePathStyle: null };
}
/** `s3://bucket/prefix/`, or the path with a slash at its end. */
function locationOf(place) {
    if (place.kind === 's3')
        return `${S3_SCHEME}${place.bucket}/${place.prefix}`;
    return place.path.endsWith('/') ? place.path : `${place.path}/`;
}


/***/ }),

/***/ 8054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clock: () => (/* binding */ clock),
  createRunId: () => (/* binding */ createRunId),
  createSecrets: () => (/* binding */ createSecrets),
  listenForInterrupts: () => (/* reexport */ listenForInterrupts),
  openDemoDatabase: () => (/* binding */ openDemoDatabase),
  renderReport: () => (/* binding */ renderReport),
  withContext: () => (/* binding */ withContext),
  withFirstLook: () => (/* binding */ withFirstLook)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
;// CONCATENATED MODULE: ./.cache/bundle/src/github/approvals.js
/**
 * Asks GitHub who approved a workflow run for an environment
 * (https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run).
 */

const TIMEOUT_MS = 10_000;
/** `null` outside of a workflow run, and where the run was given no token. */
function createApprovals(environment, http) {
    const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_TOKEN } = environment;
    if (!isSet(GITHUB_API_URL) || !isSet(GITHUB_REPOSITORY) || !isSet(GITHUB_RUN_ID) || !isSet(GITHUB_TOKEN))
        return null;
    const url = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/actions/runs/${encodeURIComponent(GITHUB_RUN_ID)}/approvals`;
    const headers = {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${GITHUB_TOKEN}`,
        'user-agent': 'savepoint',
        'x-github-api-version': '2022-11-28',
    };
    return {
        of: async (name, signal) => {
            const response = await http.send({ method: 'GET', url, headers, body: null, timeoutMs: TIMEOUT_MS }, signal);
            return approvalOf(reviewsIn(response), name);
        },
    };
}
function isSet(value) {
    return value !== undefined && value !== '';
}
function reviewsIn({ status, body }) {
    if (status === 403 || status === 404) {
        throw new errors/* CheckError */.tl(`GitHub answered ${status}; the job may lack permissions: { actions: read }`);
    }
    if (status !== 200)
        throw new errors/* CheckError */.tl(`GitHub answered ${status}`);
    const reviews = parse(body);
    if (!Array.isArray(reviews))
        throw new errors/* CheckError */.tl('GitHub answered something else than a list of approvals');
    return reviews;
}
function parse(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return null;
    }
}
/** Names of environments do not depend on case. */
function approvalOf(reviews, environment) {
    const isMeant = (review) => (review.environments ?? []).some(({ name }) => String(name).toLowerCase() === environment.toLowerCase());
    const logins = reviews
        .filter((review) => review?.state === 'approved' && isMeant(review))
        .map(({ user }) => user?.login)
        .filter((login) => typeof login === 'string');
    return { by: [...new Set(logins)], source: `GitHub, environment ${environment}` };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/ports/backup-store.js
var backup_store = __webpack_require__(8582);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/store-place.js
var store_place = __webpack_require__(8506);
// EXTERNAL MODULE: ./.cache/bundle/src/storage/transfer.js
var transfer = __webpack_require__(6123);
;// CONCATENATED MODULE: ./.cache/bundle/src/storage/directory.js
/** A store in a directory, e.g. a mounted disk of another machine: a directory for each backup, the manifest written last. */









const FETCH = 'give a backup';
const PRIVATE_DIRECTORY = 0o700;
const PRIVATE_FILE = 0o600;
/** Nothing is created before something is stored. */
function openDirectoryStore(directory) {
    const location = (0,store_place/* locationOf */.hD)({ kind: 'directory', path: directory });
    const pathOf = (backupId, name) => (0,external_node_path_.join)(directory, (0,transfer/* partOf */.B)(location, backupId, name));
    const explained = (doing, work) => work.catch((error) => {
        throw explain(location, doing, error);
    });
    return {
        location,
        put: (id, file, source, options) => explained(`store ${id}`, put(location, pathOf(id, file.path), file, source, options)),
        putManifest: (id, text) => explained(`store ${id}`, writeText(pathOf(id, backup_store/* MANIFEST_FILE */.h), text)),
        list: () => explained('list backups', list(directory)),
        readManifest: (id) => explained(`read ${id}`, readWhereThere(pathOf(id, backup_store/* MANIFEST_FILE */.h))),
        get: (id, file, target, options) => explained(FETCH, copy(pathOf(id, file.path), target, options)),
        remove: (id) => explained(`remove ${id}`, remove(pathOf(id, backup_store/* MANIFEST_FILE */.h))),
    };
}
async function put(location, path, file, source, options) {
    const temporary = `${path}.partial`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: PRIVATE_DIRECTORY });
    try {
        await copy(source, temporary, options);
        await requireSame(location, temporary, file);
        await settle(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => undefined);
        throw error;
    }
}
async function copy(source, target, { signal, onProgress }) {
    const output = (0,external_node_fs_.createWriteStream)(target, { mode: PRIVATE_FILE, flush: true });
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(source, { highWaterMark: 1024 * 1024 }), (0,transfer/* counting */.M)(onProgress), output, { signal });
}
/** Reads back what was written: a full or failing disk may have taken less than it said. */
async function requireSame(location, path, file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 }), hash);
    if (hash.digest('hex') === file.sha256)
        return;
    throw new errors/* BackupError */.hj(`${location} gave ${file.path} back with other bytes than were stored`, {
        hint: 'look at the disk behind it, or name another store',
    });
}
async function writeText(path, text) {
    const temporary = `${path}.partial`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: PRIVATE_DIRECTORY });
    const handle = await (0,promises_.open)(temporary, 'w', PRIVATE_FILE);
    try {
        await handle.writeFile(text);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
    await settle(temporary, path);
}
/** The name appears only with its whole content, and survives a crash. */
async function settle(temporary, path) {
    await (0,promises_.rename)(temporary, path);
    await syncDirectory((0,external_node_path_.dirname)(path));
}
async function syncDirectory(path) {
    const handle = await (0,promises_.open)(path, 'r');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
async function list(directory) {
    const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch((error) => {
        if (isMissing(error))
            return [];
        throw error;
    });
    return entries.filter((entry) => entry.isDirectory() && (0,backup_store/* isBackupId */.i)(entry.name)).map((entry) => entry.name);
}
async function readWhereThere(path) {
    return (0,promises_.readFile)(path, 'utf8').catch((error) => {
        if (isMissing(error))
            return null;
        throw error;
    });
}
async function remove(manifest) {
    const directory = (0,external_node_path_.dirname)(manifest);
    await (0,promises_.rm)(manifest, { force: true });
    if (await (0,promises_.stat)(directory).catch(() => null))
        await syncDirectory(directory);
    await (0,promises_.rm)(directory, { recursive: true, force: true });
}
function isMissing(error) {
    return error.code === 'ENOENT';
}
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const HINTS = {
    ENOSPC: 'the disk is full: free space there, or prune with savepoint backup prune',
    EDQUOT: 'the quota is used up: free space there, or prune with savepoint backup prune',
    EFBIG: 'the file is larger than that file system or a limit allows',
    EACCES: 'give this user the right to write there, or name another store',
    EPERM: 'give this user the right to write there, or name another store',
    EROFS: 'it is mounted for reading only: mount it for writing, or name another store',
    ENOTDIR: 'a part of the path is a file: name another store',
};
function explain(location, doing, error) {
    const { code } = error;
    if (error instanceof errors/* BackupError */.hj || code === undefined || code === 'ABORT_ERR')
        return error;
    // What is fetched is written here: then it is this machine's disk that is full.
    if (doing === FETCH && FULL.includes(code))
        return error;
    return new errors/* BackupError */.hj(`the store ${location} cannot ${doing}: ${error.message}`, {
        hint: HINTS[code] ?? 'look whether it is there and mounted',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/storage/open-store.js

async function openStore(place) {
    if (place.kind === 'directory')
        return openDirectoryStore(place.path);
    return (await Promise.all(/* import() */[__webpack_require__.e(358), __webpack_require__.e(975)]).then(__webpack_require__.bind(__webpack_require__, 2975))).openS3Store(place);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/age-identities.js
/** Private keys of age as a person gives them: the text of a key file, with comments, in the environment or in a file. */


/** Holds the text of a key file. */
const IDENTITY_VARIABLE = 'SAVEPOINT_AGE_IDENTITY';
const KEY = /^AGE-SECRET-KEY-1[AC-HJ-NP-Z02-9]{58}$/;
/**
 * All keys that were given.
 *
 * @param text - of the variable; empty or left out: none
 * @throws ConfigurationError where the file cannot be read, or either is no private key
 */
async function loadIdentities(text, file) {
    const written = text === undefined || text.trim() === '' ? [] : readIdentities(text, IDENTITY_VARIABLE);
    return [...written, ...(file === null ? [] : readIdentities(await readKeyFile(file), file))];
}
async function readKeyFile(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        throw new errors/* ConfigurationError */.j1(`cannot read the private key ${file}`, { hint: 'name a key file that you may read', cause });
    }
}
/**
 * The keys of a text, one a line; empty lines and comments are left out.
 *
 * @param place - where the text comes from, for errors, which never repeat it
 * @throws ConfigurationError saying which line is none
 */
function readIdentities(text, place) {
    const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
    const keys = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
    const wrong = keys.find(({ line }) => !KEY.test(line));
    if (wrong !== undefined)
        throw age_identities_explain(wrong, place);
    if (keys.length > 0)
        return keys.map(({ line }) => line);
    throw new errors/* ConfigurationError */.j1(`${place} holds no private key of age`, { hint: HINT });
}
const HINT = 'give a key as age-keygen writes it: a line that begins with AGE-SECRET-KEY-1';
function age_identities_explain({ line, number }, place) {
    if (/^(?:age-encryption\.org\/|-----BEGIN AGE)/.test(line)) {
        return new errors/* ConfigurationError */.j1(`${place} is encrypted itself`, {
            hint: 'decrypt it first with age -d, and give what comes out',
        });
    }
    if (line.startsWith('age1')) {
        return new errors/* ConfigurationError */.j1(`line ${number} of ${place} is a public key: only the private one opens a backup`, {
            hint: HINT,
        });
    }
    return new errors/* ConfigurationError */.j1(`line ${number} of ${place} is no private key of age`, { hint: HINT });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/backup-keys.js
class BackupKeys {
    #recipients;
    #identities;
    /** By the SHA-256 of the sealed file: these very bytes and no others. */
    #ownFiles = new Map();
    /**
     * @param recipients - public keys; empty: nothing is sealed
     * @param identities - private keys that this process was given
     */
    constructor(recipients, identities) {
        this.#recipients = recipients;
        this.#identities = identities;
    }
    /** `null` where nothing is sealed: then the library, which is large, is not loaded either. */
    async seal() {
        const recipients = this.#recipients;
        if (recipients.length === 0)
            return null;
        const { sealFor } = await Promise.all(/* import() */[__webpack_require__.e(539), __webpack_require__.e(123)]).then(__webpack_require__.bind(__webpack_require__, 9123));
        const { seal, opener } = sealFor(recipients);
        return {
            encryption: { format: 'age', recipients },
            encoding: { suffix: '.age', encode: seal },
            wrote: ({ sha256 }) => void this.#ownFiles.set(sha256, opener),
        };
    }
    /** What this process sealed it opens by itself; anything else takes a private key. @throws BackupError, by the stream */
    opening({ sha256 }, { recipients }) {
        const identities = this.#identities;
        const own = this.#ownFiles.get(sha256);
        async function* open(sealed) {
            const opener = own ?? (await Promise.all(/* import() */[__webpack_require__.e(539), __webpack_require__.e(123)]).then(__webpack_require__.bind(__webpack_require__, 9123))).openerOf(identities, recipients);
            yield* opener.open(sealed);
        }
        return { decode: open };
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.cache/bundle/src/system/clock.js
/** The real clock. */

const systemClock = {
    now: () => new Date(),
    monotonicMs: () => performance.now(),
    sleep,
};
async function sleep(ms, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        // The timer rejects with an AbortError of its own; callers are promised the reason.
        signal?.throwIfAborted();
        throw error;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/http.js
/** Sends HTTP requests; redirects are not followed, because a check must see what the server says. */

const LONGEST_BODY = 2 ** 20;
const systemHttp = { send };
async function send(request, signal) {
    const { method, url, body, timeoutMs } = request;
    const limit = AbortSignal.timeout(timeoutMs);
    const started = performance.now();
    try {
        const { address, headers } = prepared(request);
        const options = { method, headers, body, redirect: 'manual', signal: AbortSignal.any([signal, limit]) };
        const response = await fetch(address, options);
        const answer = await readBody(response);
        const durationMs = performance.now() - started;
        return { status: response.status, headers: Object.fromEntries(response.headers), ...answer, durationMs };
    }
    catch (cause) {
        signal.throwIfAborted();
        throw failure(`${method} ${withoutSecrets(url)}`, cause, limit.aborted ? timeoutMs : null);
    }
}
/** Of what is wrong with an address or a header nothing is repeated: it may be the secret. */
class UnfitRequest extends Error {
}
/**
 * User and password of an address travel as a header, because `fetch` refuses them in the address. Each request has its own
 * connection: one that was kept could belong to a service that has been restarted since.
 */
function prepared({ url, headers: given }) {
    if (!URL.canParse(url))
        throw new UnfitRequest('this is no address');
    const address = new URL(url);
    const headers = headersOf({ connection: 'close', ...given });
    const { username, password } = address;
    if (username !== '' && !headers.has('authorization')) {
        const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
        headers.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
    }
    address.username = '';
    address.password = '';
    return { address, headers };
}
function headersOf(given) {
    try {
        return new Headers(given);
    }
    catch {
        throw new UnfitRequest('one of its headers cannot be sent: it holds a control character or a line break');
    }
}
/** The rest of a longer body is not read. */
async function readBody(response) {
    const chunks = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > LONGEST_BODY)
            break;
    }
    return { body: Buffer.concat(chunks).subarray(0, LONGEST_BODY).toString('utf8'), truncated: length > LONGEST_BODY };
}
const http_HINTS = {
    ECONNREFUSED: 'nothing listens there: check that the service is running, and its port',
    ENOTFOUND: 'this name is not known: check the host of the address',
    ECONNRESET: 'the connection was cut in the middle: look into the log of the service',
    UND_ERR_SOCKET: 'the connection was cut in the middle: look into the log of the service',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'give the certificate of its authority with NODE_EXTRA_CA_CERTS',
    SELF_SIGNED_CERT_IN_CHAIN: 'give the certificate of its authority with NODE_EXTRA_CA_CERTS',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'give the certificate of its authority with NODE_EXTRA_CA_CERTS',
};
function failure(what, cause, outOfTimeMs) {
    if (outOfTimeMs !== null)
        return new errors/* ConnectionError */.Rc(`${what} did not answer within ${outOfTimeMs} ms`, { cause });
    const { message, code } = reasonOf(cause);
    const hint = http_HINTS[code];
    return new errors/* ConnectionError */.Rc(`${what} could not be asked: ${message}`, { cause, ...(hint === undefined ? {} : { hint }) });
}
/** The useful sentence is in the cause: `fetch failed` says nothing. */
function reasonOf(error) {
    const { cause } = error;
    const inner = (cause ?? error);
    const code = inner.code ?? '';
    return { message: inner.message || code || 'no reason given', code };
}
/** Webhooks carry their secret in the path, others in the query or as user and password. */
function withoutSecrets(url) {
    return URL.canParse(url) ? new URL(url).origin : 'an address that is none';
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./.cache/bundle/src/system/process-ending.js
/** Time between SIGTERM and SIGKILL. */
const GRACE_MS = 5000;
/** Ends one process group on abort or timeout, and remembers which. Dispose once the process is gone. */
class ProcessEnder {
    #child;
    #disposals = [];
    #ending;
    constructor(child, limits) {
        this.#child = child;
        const { signal, timeoutMs } = limits;
        if (signal !== undefined)
            this.#onAbort(signal);
        if (timeoutMs !== undefined)
            this.#after(timeoutMs, () => this.#end({ by: 'timeout', afterMs: timeoutMs }));
    }
    /** Ends it because a stream that it depends on failed. */
    endFor(error) {
        this.#end({ by: 'stream', error });
    }
    get ending() {
        return this.#ending;
    }
    #onAbort(signal) {
        const listener = () => this.#end({ by: 'abort', reason: signal.reason });
        signal.addEventListener('abort', listener, { once: true });
        this.#disposals.push(() => signal.removeEventListener('abort', listener));
        if (signal.aborted)
            listener();
    }
    #after(ms, act) {
        const timer = setTimeout(act, ms);
        this.#disposals.push(() => clearTimeout(timer));
    }
    #end(ending) {
        if (this.#ending !== undefined)
            return;
        this.#ending = ending;
        signalGroup(this.#child, 'SIGTERM');
        this.#after(GRACE_MS, () => signalGroup(this.#child, 'SIGKILL'));
    }
    [Symbol.dispose]() {
        for (const dispose of this.#disposals)
            dispose();
        // A group that was told to end must not leave a member at work in the database behind its leader's back.
        if (this.#ending !== undefined)
            signalGroup(this.#child, 'SIGKILL');
    }
}
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, signal);
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/process-failure.js
/** Turns the end of a child process into an error that a person can act on. */


const SHELL_COMMAND_NOT_FOUND = 127;
/** The command as a person would type it; not yet redacted. */
function describeCommand(command) {
    if ('shell' in command.run)
        return command.run.shell;
    return [command.run.file, ...command.run.args].map(quote).join(' ');
}
function quote(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`;
}
/** The program's name: what messages begin with. */
function programOf(command) {
    return 'shell' in command.run ? (command.run.shell.trim().split(/\s+/)[0] ?? 'sh') : (0,external_node_path_.basename)(command.run.file);
}
/** The error of a process that ran and did not succeed. */
function processFailure(failed, redact) {
    const { command, exitCode, signal, ending, lastLines } = failed;
    const hint = exitCode === SHELL_COMMAND_NOT_FOUND ? 'check that the program is installed and on PATH' : undefined;
    return new errors/* CommandError */.Qd(redact(`${programOf(command)} ${whatHappened(failed)}`), { command: redact(describeCommand(command)), exitCode, signal, lastLines }, { ...(hint === undefined ? {} : { hint }), ...(ending?.by === 'abort' ? { cause: ending.reason } : {}) });
}
function whatHappened({ exitCode, signal, ending, lastLines }) {
    if (ending?.by === 'abort')
        return `was ended: ${(0,errors/* causeChain */.DD)(ending.reason)[0] ?? 'aborted'}`;
    if (ending?.by === 'timeout')
        return `was ended: it ran longer than ${ending.afterMs / 1000} s`;
    const lastLine = lastLines.findLast((line) => line.trim() !== '');
    const what = signal === null ? `failed with exit code ${exitCode}` : `was killed by ${signal}`;
    return lastLine === undefined ? what : `${what}: ${lastLine.trim()}`;
}
/** The error of a process that could not be started. */
function startFailure(command, cause, cwdExists, redact) {
    const [message, hint] = whyNotStarted(command, cause, cwdExists);
    const details = { command: redact(describeCommand(command)), exitCode: null, signal: null, lastLines: [] };
    return new errors/* CommandError */.Qd(redact(message), details, { hint: redact(hint), cause });
}
function whyNotStarted(command, cause, cwdExists) {
    const program = programOf(command);
    if (!cwdExists)
        return [`${program} cannot start: there is no directory ${command.cwd}`, 'correct the working directory'];
    if (cause.code === 'ENOENT')
        return [`${program} was not found`, `install ${program}, or put its directory on PATH`];
    if (cause.code === 'EACCES')
        return [`${program} cannot start: it may not be executed`, `make the file of ${program} executable`];
    return [`${program} cannot start: ${cause.message}`, `check the program ${program} and its working directory`];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/process-guard.js
/** Ends a process group when Savepoint itself is killed: a tool left at work would go on changing what the next run looks at. */

/**
 * Waits for a word. Where its input ends without one, whoever held the other end is gone, and the group named by the first
 * argument is killed.
 */
const WATCH = 'read -r word; test "$word" = done || kill -s KILL -- "-$0"';
/** Guards one group until it is disposed; what the group left in the background then lives on. */
class ProcessGuard {
    #watcher;
    constructor(child) {
        this.#watcher = child.pid === undefined ? null : startWatcher(child.pid);
    }
    [Symbol.dispose]() {
        this.#watcher?.stdin?.end('done\n');
    }
}
/** In a group of its own, so that what ends Savepoint's does not end it. A machine that has no room for it goes without. */
function startWatcher(group) {
    const watcher = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', WATCH, String(group)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, env: {} });
    for (const source of [watcher, watcher.stdin])
        source?.on('error', () => undefined);
    watcher.unref();
    return watcher;
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./.cache/bundle/src/system/process-output.js
/** What a child process writes: cut into lines as it comes, with a bounded part of it kept. */

/** A line is gathered up to here, so that a secret in it is redacted whole, and then cut to {@link SHOWN_LINE_LENGTH}. */
const GATHERED_LINE_LENGTH = 64 * 1024;
const SHOWN_LINE_LENGTH = 8 * 1024;
/** Cuts chunks of bytes into lines. Of text rewritten by carriage returns (progress bars) the last version counts. */
class LineCutter {
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #onLine;
    #rest = '';
    constructor(onLine) {
        this.#onLine = onLine;
    }
    write(chunk) {
        const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
        this.#rest = (lines.pop() ?? '').slice(0, GATHERED_LINE_LENGTH);
        for (const line of lines)
            this.#onLine(lastVersion(line));
    }
    /** Hands over what came after the last line break. */
    end() {
        const rest = this.#rest + this.#decoder.end();
        this.#rest = '';
        if (rest !== '')
            this.#onLine(lastVersion(rest));
    }
}
function lastVersion(line) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    return text.slice(text.lastIndexOf('\r') + 1).slice(0, GATHERED_LINE_LENGTH);
}
/** Shortens a line that is too long to show; call it after redaction. */
function shorten(line) {
    return line.length > SHOWN_LINE_LENGTH ? `${line.slice(0, SHOWN_LINE_LENGTH)}…` : line;
}
/** Keeps the first `limit` bytes of a stream. */
class Head {
    #limit;
    #chunks = [];
    #size = 0;
    constructor(limit) {
        this.#limit = limit;
    }
    write(chunk) {
        const kept = chunk.subarray(0, this.#limit - this.#size);
        if (kept.length === 0)
            return;
        this.#chunks.push(kept);
        this.#size += kept.length;
    }
    text() {
        return Buffer.concat(this.#chunks).toString('utf8');
    }
}
/** Keeps the last `limit` lines. */
class Tail {
    #limit;
    #lines = [];
    constructor(limit) {
        this.#limit = limit;
    }
    add(line) {
        this.#lines.push(line);
        if (this.#lines.length > this.#limit)
            this.#lines.shift();
    }
    lines() {
        return [...this.#lines];
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./.cache/bundle/src/system/process-streams.js


/**
 * Connects what the options give. Resolves when both streams have ended, and never rejects: the first failure goes to `fail`,
 * which ends the process.
 */
async function connectStreams(child, { input, output }, fail) {
    await Promise.all([
        input === undefined || child.stdin === null ? undefined : feed(input, child.stdin, fail),
        output === undefined || child.stdout === null ? undefined : take(child.stdout, output, fail),
    ]);
}
/** A process that no longer reads has ended or will: its own end tells why. */
async function feed(input, stdin, fail) {
    await (0,external_node_stream_promises_.pipeline)(telling(input, fail), stdin).catch(() => undefined);
}
async function* telling(input, fail) {
    try {
        yield* input;
    }
    catch (error) {
        fail(error);
        throw error;
    }
}
async function take(stdout, output, fail) {
    // Node lets go of what nobody takes by the time the process has ended, so it is taken at once, however late the reader begins.
    const taken = new external_node_stream_.PassThrough();
    const passing = (0,external_node_stream_promises_.pipeline)(stdout, taken).catch(() => undefined);
    try {
        await output(taken);
    }
    catch (error) {
        fail(error);
    }
    finally {
        // Nobody reads on, and a process must not wait for that.
        stdout.destroy();
        await passing;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/processes.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/** Runs child processes in groups of their own, so that they end when Savepoint says so and not when a terminal does. */









const CAPTURED_BYTES = 16 * 1024 * 1024;
const KEPT_LINES = 200;
const LINES_IN_ERRORS = 20;
/** How long the output of a process that has ended may still be silent before a daemon it left behind is no longer listened to. */
const SILENCE_MS = 2000;
/** How long it is listened to at most: a daemon may chat for ever. What the process itself wrote is read in far less. */
const LONGEST_FAREWELL_MS = 5000;
function createProcesses(settings) {
    const environment = settings.environment ?? process.env;
    return {
        run: (command, options = {}) => runProcess(command, options, settings.redact, environment),
        find: (name) => findProgram(name, environment.PATH ?? ''),
    };
}
async function runProcess(command, options, redact, environment) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const startedAt = performance.now();
        refuseAfterInterrupt(command, options, redact);
        const child = start(command, { ...environment, ...command.env }, options);
        const _guard = __addDisposableResource(env_1, options.outlives === true ? null : new ProcessGuard(child), false);
        const ender = __addDisposableResource(env_1, new ProcessEnder(child, options), false);
        const output = gather(child, options, redact);
        const streams = connectStreams(child, options, (error) => ender.endFor(error));
        const { exitCode, signal } = await ended(child, ender, options.output !== undefined, (cause) => explainStart(command, cause, redact));
        await streams;
        const { stdout, stderr } = output.finish();
        if (ender.ending?.by === 'stream')
            throw ender.ending.error;
        if (exitCode !== 0 || ender.ending !== undefined) {
            throw processFailure({ command, exitCode, signal, ending: ender.ending, lastLines: output.lastLines() }, redact);
        }
        return { stdout, stderr, durationMs: performance.now() - startedAt };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function refuseAfterInterrupt(command, { signal }, redact) {
    if (signal?.aborted !== true)
        return;
    const ending = { by: 'abort', reason: signal.reason };
    throw processFailure({ command, exitCode: null, signal: null, ending, lastLines: [] }, redact);
}
function start(command, env, { input }) {
    const [file, args] = 'shell' in command.run ? ['/bin/sh', ['-c', command.run.shell]] : [command.run.file, command.run.args];
    return (0,external_node_child_process_.spawn)(file, args, {
        cwd: command.cwd,
        env,
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        // Its own group: a terminal's Ctrl-C reaches Savepoint alone, which then ends the group in its own time.
        detached: true,
    });
}
/** Listens to both streams; `finish` returns what was captured once the process has ended. */
function gather(child, options, redact) {
    const captured = new Head(CAPTURED_BYTES);
    const tails = { stdout: new Tail(KEPT_LINES), stderr: new Tail(KEPT_LINES) };
    const inLines = options.output === undefined ? ['stdout', 'stderr'] : ['stderr'];
    const cutters = inLines.map((stream) => {
        const cutter = new LineCutter((line) => {
            const shown = shorten(redact(line));
            tails[stream].add(shown);
            options.onLine?.(shown, stream);
        });
        child[stream]?.on('data', (chunk) => cutter.write(chunk));
        return cutter;
    });
    if (options.output === undefined)
        child.stdout?.on('data', (chunk) => captured.write(chunk));
    return {
        finish() {
            for (const cutter of cutters)
                cutter.end();
            return { stdout: captured.text(), stderr: tails.stderr.lines().join('\n') };
        },
        lastLines() {
            const lines = tails.stderr.lines().length > 0 ? tails.stderr.lines() : tails.stdout.lines();
            return lines.slice(-LINES_IN_ERRORS);
        },
    };
}
/** Waits until the process has ended and its output is read. */
async function ended(child, ender, taken, explain) {
    // What somebody takes is taken to its end, however long that one pauses.
    const heard = taken ? [child.stderr] : [child.stdout, child.stderr];
    child.once('exit', () => stopListeningToDaemons(child, heard, ender));
    try {
        const [exitCode, signal] = (await (0,external_node_events_.once)(child, 'close'));
        return { exitCode, signal };
    }
    catch (cause) {
        throw await explain(cause);
    }
}
/** A service left in the background keeps the pipes open; its silence ends the wait, or its chatter. An ended group is waited for. */
function stopListeningToDaemons(child, heard, ender) {
    const streams = heard.filter((stream) => stream !== null);
    const stopListening = () => {
        if (ender.ending === undefined)
            for (const stream of streams)
                stream.destroy();
    };
    const silence = setTimeout(stopListening, SILENCE_MS);
    const farewell = setTimeout(stopListening, LONGEST_FAREWELL_MS);
    for (const stream of streams)
        stream.on('data', () => silence.refresh());
    child.once('close', () => {
        clearTimeout(silence);
        clearTimeout(farewell);
    });
}
async function explainStart(command, cause, redact) {
    const cwdExists = command.cwd === undefined || (await isDirectory(command.cwd));
    return startFailure(command, cause, cwdExists, redact);
}
async function isDirectory(path) {
    return (0,promises_.stat)(path).then((entry) => entry.isDirectory(), () => false);
}
async function findProgram(name, path) {
    const candidates = name.includes('/')
        ? [(0,external_node_path_.resolve)(name)]
        : path
            .split(external_node_path_.delimiter)
            .filter(external_node_path_.isAbsolute)
            .map((directory) => (0,external_node_path_.join)(directory, name));
    for (const candidate of candidates)
        if (await isExecutableFile(candidate))
            return candidate;
    return null;
}
async function isExecutableFile(path) {
    return Promise.all([(0,promises_.stat)(path), (0,promises_.access)(path, promises_.constants.X_OK)]).then(([entry]) => entry.isFile(), () => false);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/secret-forms.js
/** The forms one secret takes in other texts, as parts of a regular expression: percent-encoded, escaped, quoted, base64. */
const HTML_ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;|&#34;',
    "'": '&#0?39;|&apos;',
};
const CONTROL_ESCAPES = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };
/**
 * Matches the secret however each of its characters is written: as it is, percent-encoded once or twice, behind backslashes (JSON,
 * shell, passfile, connection string), doubled or closed and reopened as quotes are, as an HTML entity.
 */
function writtenForms(secret) {
    return [...secret].map(characterForms).join('');
}
function characterForms(character) {
    const forms = [literal(character), percentEncoded(character)];
    if (/[A-Za-z0-9]/.test(character))
        return `(?:${forms.join('|')})`;
    forms.push(`\\\\{1,8}${literal(character)}`, `\\\\{1,8}u${codeUnits(character)}`);
    if (character === ' ')
        forms.push('\\+');
    if (character === "'")
        forms.unshift(`'\\\\''`, `''`, `'"'"'`);
    if (character === '"')
        forms.unshift('""');
    if (character === '\\')
        forms.unshift('\\\\{2,16}');
    const control = CONTROL_ESCAPES[character];
    if (control !== undefined)
        forms.push(`\\\\{1,8}${control}`);
    const entity = HTML_ENTITIES[character];
    if (entity !== undefined)
        forms.push(entity);
    return `(?:${forms.join('|')})`;
}
function literal(character) {
    return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
/** `%2F`, `%2f`, `%252F`: every byte of its UTF-8 form. */
function percentEncoded(character) {
    const bytes = [...Buffer.from(character, 'utf8')];
    return bytes.map((byte) => `%(?:25){0,4}${eitherCase(byte.toString(16).padStart(2, '0'))}`).join('');
}
function codeUnits(character) {
    return [...Array(character.length).keys()]
        .map((index) => eitherCase(character.charCodeAt(index).toString(16).padStart(4, '0')))
        .join('\\\\{1,8}u');
}
function eitherCase(hex) {
    return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
/** Matches the secret's base64 inside a longer base64 text, at each of the three alignments, in both alphabets. */
function base64Forms(secret) {
    return [0, 1, 2].map((shift) => alignedBase64(secret, shift)).filter((form) => form !== '');
}
function alignedBase64(secret, shift) {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret, 'utf8')]);
    // The first and last characters mix in the bits of what stands before and after.
    const whole = bytes.toString('base64').slice(shift === 0 ? 0 : shift + 1, Math.floor((bytes.length * 8) / 6));
    if (whole.length < 5)
        return '';
    return whole.replace(/[+/]/g, (character) => (character === '+' ? '[+-]' : '[/_]'));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/redaction.js
/** Masks secrets in any text that leaves the process: the known ones in every encoding, and the shapes that passwords come in. */

const MASK = '***';
/** A secret shorter than this would mask harmless text everywhere; it is masked in its usual places only. */
const SHORTEST_SECRET = 4;
/** Up to the last `@` before the path, because people forget to encode an `@` in a password. */
const URL_PASSWORD = /(:\/\/[^\s:/@]*):([^\s/]+)@/g;
const VALUE = /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*"|[^\s&]+/.source;
/** `password=…`, `PGPASSWORD = '…'`, `"password": "…"`, `--password=…`. */
const PASSWORD_PAIR = new RegExp(`((?:password|passwd|pwd)\\\\*["']?\\s*=\\s*|(?:password|passwd|pwd)\\\\*["']\\s*:\\s*)(?:\\\\*${VALUE})`, 'gi');
/** `ALTER ROLE app PASSWORD '…'`. */
const PASSWORD_CLAUSE = /(\bpassword\s+)'(?:[^'\\]|\\.|'')*'/gi;
/**
 * A function that masks the secrets in a text. A database URL counts for its password only, so that its host can still be read.
 *
 * @param secrets - passwords, tokens, URLs; empty ones are ignored
 */
function createRedactor(secrets) {
    const known = knownSecrets(secrets);
    return (text) => {
        const masked = known === null ? text : text.replace(known, MASK);
        return masked.replace(URL_PASSWORD, `$1:${MASK}@`).replace(PASSWORD_PAIR, `$1${MASK}`).replace(PASSWORD_CLAUSE, `$1${MASK}`);
    };
}
/** One expression over all forms of all secrets, longest first so that no tail of a longer one is left. */
function knownSecrets(secrets) {
    const parts = [...new Set(secrets.flatMap(partsOf))].filter((part) => part.length >= SHORTEST_SECRET);
    const longestFirst = parts.sort((a, b) => b.length - a.length);
    const forms = longestFirst.flatMap((part) => [writtenForms(part), ...base64Forms(part)]);
    return forms.length === 0 ? null : new RegExp(forms.join('|'), 'g');
}
/** A secret, its lines, and its passwords where it is a URL. */
function partsOf(secret) {
    const passwords = passwordsOfUrl(secret);
    if (passwords !== null)
        return passwords;
    const lines = secret.split(/\r?\n/);
    return lines.length === 1 ? [secret] : [secret, ...lines.map((line) => line.trim())];
}
/**
 * `null` where the text is not a URL of a database. People forget to encode an `@` or a `/` in a password, so it is read in every
 * way that a parser might: up to the last `@` before the path, and up to the last `@` of all.
 */
function passwordsOfUrl(secret) {
    const rest = /^(?:postgres(?:ql)?|sqlite)(?:\+\w+)?:\/\/(.*)$/s.exec(secret)?.[1];
    if (rest === undefined)
        return null;
    const userinfos = [/^([^/]*)@/.exec(rest)?.[1], /^(.*)@/s.exec(rest)?.[1]].filter((userinfo) => userinfo !== undefined);
    const inUserinfo = userinfos.map((userinfo) => userinfo.split(':').slice(1).join(':'));
    const inQuery = [...rest.matchAll(/[?&](?:ssl)?password=([^&#]*)/g)].map(([, value]) => value ?? '');
    return [...inUserinfo, ...inQuery].flatMap((written) => [written, decoded(written)]);
}
function decoded(written) {
    try {
        return decodeURIComponent(written);
    }
    catch {
        return written;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./.cache/bundle/src/system/byte-pieces.js
/** Pieces of exactly so many bytes, the last one of what is left; none of nothing. */
async function* inPieces(bytes, size) {
    const reader = new PieceReader(bytes);
    try {
        for (let piece = await reader.take(size); piece.byteLength > 0; piece = await reader.take(size))
            yield piece;
    }
    finally {
        await reader.close();
    }
}
class PieceReader {
    #chunks;
    #rest = new Uint8Array(0);
    constructor(bytes) {
        this.#chunks = bytes[Symbol.asyncIterator]();
    }
    /** The next so many bytes; fewer only where the stream ends. */
    async take(size) {
        const piece = Buffer.allocUnsafeSlow(size);
        let filled = 0;
        while (filled < size) {
            if (this.#rest.byteLength === 0 && !(await this.#refill()))
                break;
            const part = this.#rest.subarray(0, size - filled);
            piece.set(part, filled);
            filled += part.byteLength;
            this.#rest = this.#rest.subarray(part.byteLength);
        }
        return piece.subarray(0, filled);
    }
    /** Lets go of the stream, also where it was not read to its end. */
    async close() {
        await this.#chunks.return?.();
    }
    async #refill() {
        const next = await this.#chunks.next();
        if (next.done)
            return false;
        this.#rest = next.value;
        return true;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/zstd-frames.js
/**
 * Compresses a stream by zstd on several cores, as frames of their own that follow each other: `zstd -d` opens them as one.
 *
 * Node's own stream can do neither: told to use workers it loses what they have not finished, and it stops reading at the end
 * of the first frame (measured with Node 24.21). So every frame is compressed as a whole, with a checksum of its content.
 */




/** Content of a frame in bytes. Larger ones took more memory and made the files no smaller: 0.9 % larger with 4 MiB. */
const FRAME_BYTES = 1024 * 1024;
/** Output is taken in pieces of this size: each is allocated whole, however little is in it. */
const OUTPUT_BYTES = 512 * 1024;
/** Within 2 % of what `pg_dump` makes by its own default, larger or smaller by what the tables hold, and far less work. */
const LEVEL = 3;
/** Before each frame stands another that every reader of zstd skips: its magic number, 4, and the size of the frame. */
const SIZE_MAGIC = 0x184d2a50;
/** The same at the end, with the number of frames: what is cut between two frames is seen as well. */
const END_MAGIC = 0x184d2a51;
const HEADER_BYTES = 12;
const compress = (0,external_node_util_.promisify)(external_node_zlib_.zstdCompress);
const decompress = (0,external_node_util_.promisify)(external_node_zlib_.zstdDecompress);
/** @param threads - how many frames are compressed at a time */
async function* compressFrames(bytes, threads) {
    let frames = 0;
    for await (const frame of sideBySide(inPieces(bytes, FRAME_BYTES), threads, compressFrame)) {
        frames += 1;
        yield header(SIZE_MAGIC, frame.byteLength);
        yield frame;
    }
    yield header(END_MAGIC, frames);
}
function compressFrame(content) {
    const params = { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: LEVEL, [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1 };
    return compress(content, { chunkSize: OUTPUT_BYTES, pledgedSrcSize: content.byteLength, params });
}
function header(magic, value) {
    const bytes = Buffer.alloc(HEADER_BYTES);
    bytes.writeUInt32LE(magic, 0);
    bytes.writeUInt32LE(4, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
}
/** @throws BackupError where the frames are not whole or anything follows them */
async function* decompressFrames(bytes, threads) {
    yield* sideBySide(readFrames(bytes), threads, (frame) => decompress(frame, { chunkSize: OUTPUT_BYTES, maxOutputLength: FRAME_BYTES }));
}
async function* readFrames(bytes) {
    const reader = new PieceReader(bytes);
    try {
        for (let frames = 0;; frames++) {
            const { magic, value } = readHeader(await reader.take(HEADER_BYTES));
            if (magic === END_MAGIC)
                return await requireEnd(reader, frames, value);
            // What cannot be compressed grows a little.
            if (magic !== SIZE_MAGIC || value > 2 * FRAME_BYTES)
                throw new errors/* BackupError */.hj('it is no compressed dump of Savepoint from there on');
            yield await reader.take(value);
        }
    }
    finally {
        await reader.close();
    }
}
function readHeader(bytes) {
    if (bytes.byteLength < HEADER_BYTES || bytes.readUInt32LE(4) !== 4)
        return { magic: 0, value: 0 };
    return { magic: bytes.readUInt32LE(0), value: bytes.readUInt32LE(8) };
}
async function requireEnd(reader, frames, expected) {
    if (frames !== expected)
        throw new errors/* BackupError */.hj(`it has ${frames} frames, its end says ${expected}`);
    if ((await reader.take(1)).byteLength > 0)
        throw new errors/* BackupError */.hj('something follows its end');
}
/** Works on so many at a time, and hands the results on in order; no more are begun than are taken. */
async function* sideBySide(pieces, threads, work) {
    const begun = [];
    for await (const piece of pieces) {
        const working = work(piece);
        // Its failure is met where its turn comes.
        working.catch(() => undefined);
        begun.push(working);
        if (begun.length >= threads)
            yield (await begun.shift());
    }
    for (const last of begun)
        yield await last;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/dump-encoding.js
/** What lies between a dump and the bytes of its file: compression, and after it encryption. */


/** Node works on so many things beside its main thread. */
const MOST_THREADS = 4;
/**
 * zstd, by several threads.
 *
 * @param threads - `null`: as many as there are cores
 */
function zstd(threads) {
    const used = Math.min(threads ?? (0,external_node_os_.availableParallelism)(), MOST_THREADS);
    return {
        suffix: '.zst',
        encode: (bytes) => compressFrames(bytes, used),
        decode: (bytes) => decompressFrames(bytes, used),
    };
}
/** The steps back, in the order of the way to the file. */
function decodings(compression) {
    return compression === 'zstd' ? [zstd(null)] : [];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/durable-files.js
/** Writes files that are either whole or absent, and private: temporary name, fsync, rename, fsync of the directory. */






const durable_files_PRIVATE_FILE = 0o600;
const durable_files_PRIVATE_DIRECTORY = 0o700;
/** Creates a directory and what is missing above it, readable by nobody else. */
async function makeDirectory(path) {
    await storing(path, async () => {
        const first = await (0,promises_.mkdir)(path, { recursive: true, mode: durable_files_PRIVATE_DIRECTORY });
        if (first !== undefined)
            await durable_files_syncDirectory((0,external_node_path_.dirname)(first));
    });
}
/** Makes renames and new names in a directory survive a crash. */
async function durable_files_syncDirectory(path) {
    const handle = await (0,promises_.open)(path, 'r');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/** Writes a text so that a reader sees the old file or the new one, never half of it. */
async function writeWhole(path, text) {
    // The process id keeps two runs that share an output directory from writing into one temporary file.
    const temporary = `${path}.${process.pid}.partial`;
    await storing(path, async () => {
        try {
            await writeSynced(temporary, text);
            await renameDurably(temporary, path);
        }
        catch (error) {
            await (0,promises_.unlink)(temporary).catch(() => undefined);
            throw error;
        }
    });
}
async function writeSynced(path, text) {
    const handle = await (0,promises_.open)(path, 'w', durable_files_PRIVATE_FILE);
    try {
        await handle.writeFile(text);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/** Renames within one directory. */
async function renameDurably(from, to) {
    await (0,promises_.rename)(from, to);
    await durable_files_syncDirectory((0,external_node_path_.dirname)(to));
}
/** Size in bytes and SHA-256 in hex of a file, read as a stream. */
async function digestFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 }), hash);
    return { sizeBytes: (await (0,promises_.stat)(path)).size, sha256: hash.digest('hex') };
}
/** Runs work that writes `path`, and explains a full disk or a missing permission. */
async function storing(path, work) {
    try {
        return await work();
    }
    catch (error) {
        throw explainWriting(path, error);
    }
}
function explainWriting(path, error) {
    switch (error.code) {
        case 'ENOSPC':
        case 'EDQUOT':
        case 'EFBIG':
            return new errors/* SavepointError */._o('INTERNAL', `the disk is full: cannot write ${path}`, {
                hint: `free space in ${(0,external_node_path_.dirname)(path)}, or choose another directory with --output`,
                cause: error,
            });
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
        case 'ENOTDIR':
        case 'EEXIST':
            return new errors/* ConfigurationError */.j1(`cannot write ${path}`, {
                hint: 'choose a directory that you may write with --output',
                cause: error,
            });
        default:
            return error;
    }
}
/** Whether an error says that a file does not exist. */
function durable_files_isMissing(error) {
    const code = error?.code;
    return code === 'ENOENT' || code === 'ENOTDIR';
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/dump-file.js
/** Writes a dump into its file and reads it back, as streams: memory stays flat whatever its size. */






const READ_AT_ONCE = 1024 * 1024;
/** Writes and fsyncs a new private file. Returns size in bytes and SHA-256 in hex of what was written. */
async function writeDumpFile(path, dump, encodings) {
    const digest = new Digest();
    const file = (0,external_node_fs_.createWriteStream)(path, { flags: 'wx', mode: durable_files_PRIVATE_FILE, flush: true });
    const encoded = encodings.reduce((bytes, encoding) => encoding.encode(bytes), dump);
    await (0,external_node_stream_promises_.pipeline)(encoded, digest, file);
    return digest.result();
}
/** Lets bytes by and digests them. */
class Digest extends external_node_stream_.Transform {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #sizeBytes = 0;
    _transform(chunk, _encoding, done) {
        this.#hash.update(chunk);
        this.#sizeBytes += chunk.byteLength;
        done(null, chunk);
    }
    result() {
        return { sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex') };
    }
}
/**
 * Reads the dump out of its file. Ends with a BackupError where the file is not whole, or no key fits.
 *
 * @param decodings - in the order of the way to the file, so the last one first
 */
async function* readDumpFile(path, decodings) {
    const file = (0,external_node_fs_.createReadStream)(path, { highWaterMark: READ_AT_ONCE });
    try {
        yield* decodings.reduceRight((bytes, decoding) => decoding.decode(bytes), file);
    }
    catch (cause) {
        // What says itself what to do is not damage.
        if (cause instanceof errors/* BackupError */.hj && cause.hint !== undefined)
            throw cause;
        throw new errors/* BackupError */.hj(`${path} cannot be read to its end: ${cause instanceof Error ? cause.message : String(cause)}`, {
            hint: 'choose another backup: this one was changed or cut short',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/manifest-shape.js
const isText = (value) => typeof value === 'string' && value !== '';
const isCount = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isDigest = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTextList = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isList = (value) => Array.isArray(value);
const orNull = (shape) => (value) => value === null || shape(value);
/** Relative, below the manifest, and nowhere hidden. */
const isSafePath = (value) => typeof value === 'string' && value.split('/').every((part) => part !== '' && !part.startsWith('.')) && !value.includes('\\');
const isEncryption = (value) => at(value, 'format') === 'age' && isTextList(at(value, 'recipients'));
const MANIFEST = {
    id: isText,
    runId: isText,
    createdAt: isText,
    environment: isText,
    'database.kind': (value) => value === 'postgres' || value === 'sqlite',
    'database.systemIdentifier': orNull(isText),
    'database.name': isText,
    serverVersion: isText,
    clientVersion: isText,
    toolVersion: isText,
    format: isText,
    compression: (value) => value === undefined || value === 'zstd' || value === 'none',
    encryption: (value) => value === undefined || value === null || isEncryption(value),
    revision: isTextList,
    instant: isText,
    'fingerprint.digest': isDigest,
    'fingerprint.schemaDigest': isDigest,
    'fingerprint.contentDigest': isDigest,
    'fingerprint.tables': isList,
    'fingerprint.objects': isList,
    'fingerprint.sequences': isList,
    files: (value) => Array.isArray(value) && value.length > 0,
    'verification.level': (value) => value === 'restore' || value === 'read' || value === 'none',
    'verification.at': orNull(isText),
    'verification.restoreMs': orNull((value) => typeof value === 'number'),
};
const FILE = { path: isSafePath, sizeBytes: isCount, sha256: isDigest };
/** The fields that are missing or of the wrong shape, by path; empty for a whole manifest of a known version. */
function manifestDefects(value) {
    if (typeof value !== 'object' || value === null)
        return ['the whole content'];
    const version = at(value, 'version');
    if (version !== 1)
        return [`version (${JSON.stringify(version) ?? 'missing'} is not known)`];
    return [...defects(value, MANIFEST, ''), ...fileDefects(at(value, 'files'))];
}
function fileDefects(files) {
    return Array.isArray(files) ? files.flatMap((file, index) => defects(file, FILE, `files[${index}].`)) : [];
}
function defects(value, shapes, prefix) {
    return Object.entries(shapes)
        .filter(([path, shape]) => !shape(at(value, path)))
        .map(([path]) => `${prefix}${path}`);
}
function at(value, path) {
    return path.split('.').reduce((inner, key) => inner?.[key], value);
}
function isManifest(value) {
    return manifestDefects(value).length === 0;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/safe-name.js
/** Names of files and directories below the run directory. */

/**
 * A name that stays where it is put: no separators, and no dot at its start, because uploads skip hidden files.
 *
 * @throws ConfigurationError for any other
 */
function safeName(name) {
    if (/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name))
        return name;
    throw new errors/* ConfigurationError */.j1(`${JSON.stringify(name)} cannot name a run or a backup`, {
        hint: 'use letters, digits, dots, dashes and underscores',
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/backup-directory.js
/** Where backups lie: a directory each, whose manifest is written last, so that a backup without one is not whole. */









/** What the names of all dumps begin with. */
const DUMP = 'database.dump';
const PARTIAL = '.partial';
/** Creates the directory of one backup below that of all backups. */
async function prepareBackup(backups, backupId) {
    const directory = directoryOf(backups, backupId);
    await makeDirectory(directory);
    return directory;
}
/** Of one backup below that of all. */
function directoryOf(backups, backupId) {
    return (0,external_node_path_.join)(backups, safeName(backupId));
}
/** Writes the dump under a temporary name: only {@link sealBackup} gives it its own. */
async function writeDump(backups, backupId, dump, threads, keys) {
    const sealing = await keys.seal();
    const encodings = [zstd(threads), ...(sealing === null ? [] : [sealing.encoding])];
    const name = `${DUMP}${encodings.map(({ suffix }) => suffix).join('')}`;
    const path = (0,external_node_path_.join)(directoryOf(backups, backupId), name);
    const digest = await storing(path, () => writeDumpFile(`${path}${PARTIAL}`, dump, encodings));
    sealing?.wrote(digest);
    return { file: { path: name, ...digest }, compression: 'zstd', encryption: sealing?.encryption ?? null };
}
/** Renames the dump, then writes the manifest beside it. */
async function sealBackup(backups, manifest) {
    const directory = directoryOf(backups, manifest.id);
    for (const { path } of manifest.files) {
        const file = (0,external_node_path_.join)(directory, path);
        await storing(file, () => renameDurably(`${file}${PARTIAL}`, file));
    }
    const path = (0,external_node_path_.join)(directory, backup_store/* MANIFEST_FILE */.h);
    await writeManifest(path, manifest);
    return path;
}
/** Where a dump is compressed or encrypted, no place in it is known before all that comes before was read. */
function openDump(path, manifest, keys) {
    const file = dumpOf(path, manifest);
    const steps = [...decodings(manifest.compression ?? 'none'), ...openings(manifest, file, keys)];
    return { plainFile: steps.length === 0 ? file.at : null, open: () => readDumpFile(file.at, steps) };
}
/** Reads no further than needed to see that a key fits. @throws BackupError naming those that the backup is encrypted for */
async function requireKey(path, manifest, keys) {
    const file = dumpOf(path, manifest);
    const steps = openings(manifest, file, keys);
    if (steps.length === 0)
        return;
    for await (const _first of readDumpFile(file.at, steps))
        return;
}
function openings({ encryption }, file, keys) {
    return encryption == null ? [] : [keys.opening(file, encryption)];
}
function dumpOf(path, manifest) {
    const [file] = manifest.files;
    if (file === undefined)
        throw new errors/* BackupError */.hj(`the manifest ${path} names no file`);
    return { ...file, at: (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)), file.path) };
}
async function writeManifest(path, manifest) {
    await writeWhole(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
/** Removes a backup that has no manifest; one that has is left alone. */
async function discardUnsealed(backups, backupId) {
    const directory = directoryOf(backups, backupId);
    if (await exists((0,external_node_path_.join)(directory, backup_store/* MANIFEST_FILE */.h)))
        return;
    await (0,promises_.rm)(directory, { recursive: true, force: true });
}
/**
 * Reads a manifest by its path or by that of its directory.
 *
 * @throws ConfigurationError when there is nothing at the path, BackupError when what is there is not whole
 */
async function readManifest(path) {
    const file = await manifestFile((0,external_node_path_.resolve)(path));
    return parseManifest(await readText(file), file);
}
/** @throws BackupError when the text from `file` is not a whole manifest */
function parseManifest(text, file) {
    const value = backup_directory_parse(text, file);
    if (isManifest(value))
        return value;
    throw new errors/* BackupError */.hj(`${file} is not a whole backup manifest: wrong or missing ${manifestDefects(value).join(', ')}`, {
        hint: 'choose another backup, or one written by this version of Savepoint',
    });
}
async function manifestFile(path) {
    const entry = await (0,promises_.stat)(path).catch(() => null);
    return entry?.isDirectory() ? (0,external_node_path_.join)(path, backup_store/* MANIFEST_FILE */.h) : path;
}
async function readText(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        if (durable_files_isMissing(cause))
            throw await explainMissing(file, cause);
        throw new errors/* ConfigurationError */.j1(`cannot read the backup manifest ${file}`, { hint: 'give a manifest that you may read', cause });
    }
}
async function explainMissing(file, cause) {
    const directory = (0,external_node_path_.dirname)(file);
    const names = await (0,promises_.readdir)(directory).catch(() => []);
    const begun = names.some((name) => name.startsWith(DUMP));
    return begun
        ? new errors/* BackupError */.hj(`the backup in ${directory} has no ${(0,external_node_path_.basename)(file)}: it was interrupted and is not whole`, {
            hint: 'choose another backup',
            cause,
        })
        : new errors/* ConfigurationError */.j1(`there is no backup manifest ${file}`, { hint: 'give the path of a manifest.json', cause });
}
function backup_directory_parse(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* BackupError */.hj(`${file} is not a whole backup manifest: it is not JSON`, { hint: 'choose another backup', cause });
    }
}
/** Compares size and SHA-256 of every file with the manifest. */
async function verifyFiles(path, manifest) {
    const directory = (0,external_node_path_.dirname)(await manifestFile((0,external_node_path_.resolve)(path)));
    for (const file of manifest.files)
        await verifyFile((0,external_node_path_.join)(directory, file.path), file);
}
async function verifyFile(path, expected) {
    const hint = 'choose another backup: this one was changed, cut short or moved without its files';
    const entry = await (0,promises_.stat)(path).catch(() => null);
    if (entry === null)
        throw new errors/* BackupError */.hj(`${path} is missing from the backup`, { hint });
    if (entry.size !== expected.sizeBytes) {
        throw new errors/* BackupError */.hj(`${path} has ${entry.size} bytes, its manifest says ${expected.sizeBytes}`, { hint });
    }
    const { sha256 } = await digestFile(path);
    if (sha256 !== expected.sha256) {
        throw new errors/* BackupError */.hj(`${path} has SHA-256 ${sha256}, its manifest says ${expected.sha256}`, { hint });
    }
}
async function exists(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/evidence-file.js
/** Reads the evidence of a rehearsal from its file. */




const LATEST = 'evidence.json';
/**
 * Of the file that a person names, or the latest in the run directory, which may have none.
 *
 * @throws ConfigurationError where it cannot be read or is no evidence, and where a named file does not exist
 */
async function readEvidence(directory, named) {
    const path = named === null ? (0,external_node_path_.join)(directory, LATEST) : (0,external_node_path_.resolve)(named);
    const text = await (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        if (named === null && durable_files_isMissing(cause))
            return null;
        throw new errors/* ConfigurationError */.j1(`the evidence ${path} cannot be read`, { hint: 'name the file that a rehearsal wrote', cause });
    });
    if (text === null)
        return null;
    const evidence = evidence_file_parse(text);
    if (evidence !== null)
        return evidence;
    throw new errors/* ConfigurationError */.j1(`${path} is not evidence of this version of Savepoint`, { hint: 'make it anew with a rehearsal' });
}
function evidence_file_parse(text) {
    try {
        const value = JSON.parse(text);
        return value !== null && isWhole(value) ? value : null;
    }
    catch {
        return null;
    }
}
function isWhole({ version, createdAt, verdict, reason, migrations, plan, copy }) {
    const dated = typeof createdAt === 'string' && !Number.isNaN(Date.parse(createdAt));
    const judged = (verdict === 'go' || verdict === 'no-go') && typeof reason === 'string';
    const digests = typeof migrations?.sha256 === 'string' && Array.isArray(migrations.revisions) && typeof plan === 'string';
    return version === 1 && dated && judged && digests && typeof copy?.by === 'string' && typeof copy.of === 'string';
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/journal-file.js
/** The journal's first home: a file of one entry per line, each on disk before its side effect begins. */




/** Closes a line that a crash or a full disk cut short, so that entries after it stand on lines of their own. */
const TORN_MARK = ' #torn\n';
class JournalFile {
    #path;
    #queue = Promise.resolve();
    #endsWhole = false;
    constructor(path) {
        this.#path = path;
    }
    /** Resolves once the entry is on disk. */
    append(entry) {
        const appended = this.#queue.then(() => storing(this.#path, () => this.#write(entry)));
        this.#queue = appended.catch(() => undefined);
        return appended;
    }
    async #write(entry) {
        await makeDirectory((0,external_node_path_.dirname)(this.#path));
        const handle = await (0,promises_.open)(this.#path, 'a+', durable_files_PRIVATE_FILE);
        try {
            const { size } = await handle.stat();
            const mark = this.#endsWhole || (await endsWhole(handle, size)) ? '' : TORN_MARK;
            this.#endsWhole = false;
            await handle.appendFile(`${mark}${JSON.stringify(entry)}\n`);
            await handle.sync();
            this.#endsWhole = true;
            if (size === 0)
                await durable_files_syncDirectory((0,external_node_path_.dirname)(this.#path));
        }
        finally {
            await handle.close();
        }
    }
    /**
     * All entries, oldest first; none where there is no file. A torn line is left out: its side effect never began.
     *
     * @throws ConfigurationError when a line is damaged, with its number
     */
    async read() {
        const text = await (0,promises_.readFile)(this.#path, 'utf8').catch((error) => {
            if (durable_files_isMissing(error))
                return '';
            throw error;
        });
        const lines = text.split('\n');
        lines.pop();
        return lines.flatMap((line, index) => (line.endsWith(TORN_MARK.trimEnd()) ? [] : [this.#parse(line, index + 1)]));
    }
    #parse(line, number) {
        try {
            const entry = JSON.parse(line);
            if (isEntry(entry))
                return entry;
        }
        catch {
            // Falls through to the error below, which says more than the parser's.
        }
        throw new errors/* ConfigurationError */.j1(`the journal is damaged: line ${number} of ${this.#path} cannot be read`, {
            problems: [{ message: 'not a journal entry', file: this.#path, line: number }],
            hint: 'restore the file, or move it aside: the database keeps a copy of the newest runs',
        });
    }
}
async function endsWhole(handle, size) {
    if (size === 0)
        return true;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() === '\n';
}
function isEntry(value) {
    const entry = value;
    return typeof entry?.runId === 'string' && typeof entry.sequence === 'number' && typeof entry.event?.type === 'string';
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/receiving-backup.js
/** Takes a backup over from elsewhere: every file is compared with the manifest before the manifest makes it whole. */






/** Returns the path of the manifest. One that is here and whole is left as it is; one that was damaged since is replaced. */
async function receiveBackup(backups, manifest, receive) {
    const directory = directoryOf(backups, manifest.id);
    const path = (0,external_node_path_.join)(directory, backup_store/* MANIFEST_FILE */.h);
    if (await isHere(path, manifest))
        return path;
    await makeDirectory(directory);
    for (const file of manifest.files)
        await receiveFile((0,external_node_path_.join)(directory, file.path), file, receive);
    await writeManifest(path, manifest);
    return path;
}
async function isHere(path, manifest) {
    if ((await (0,promises_.stat)(path).catch(() => null)) === null)
        return false;
    const here = await readManifest(path);
    if (JSON.stringify(here.files) !== JSON.stringify(manifest.files)) {
        throw new errors/* BackupError */.hj(`${path} is another backup of the same id`, {
            hint: 'choose another run directory with --output, or move that one away',
        });
    }
    return verifyFiles(path, here).then(() => true, () => false);
}
async function receiveFile(path, file, receive) {
    const temporary = `${path}.partial`;
    await makeDirectory((0,external_node_path_.dirname)(path));
    try {
        await storing(path, () => receive(file, temporary));
        await receiving_backup_requireSame(temporary, file);
        await renameDurably(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => undefined);
        throw error;
    }
}
async function receiving_backup_requireSame(path, file) {
    const { sizeBytes, sha256 } = await digestFile(path);
    if (sizeBytes === file.sizeBytes && sha256 === file.sha256)
        return;
    throw new errors/* BackupError */.hj(`${file.path} came with ${sizeBytes} bytes and SHA-256 ${sha256}, its manifest says ${file.sizeBytes} and ${file.sha256}`, {
        hint: 'fetch it from another store, or choose another backup: this one was changed or cut short',
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/system/run-directory.js
/** The run directory (`--output`): journal, reports, snapshots and backups as private files, each whole or absent. */










const SNAPSHOT = 'snapshot.json';
/** Where the backups of a run directory lie, a directory each. */
function backupsOf(output) {
    return (0,external_node_path_.join)((0,external_node_path_.resolve)(output), 'backups');
}
/** Opens the store at `output`; nothing is created before something is written. */
function openRunDirectory(output, keys = new BackupKeys([], [])) {
    const directory = (0,external_node_path_.resolve)(output);
    const backups = backupsOf(output);
    const journal = new JournalFile((0,external_node_path_.join)(directory, 'journal.ndjson'));
    const save = (runId, name, text) => saveOfRun(directory, runId, name, text);
    return {
        directory,
        appendJournal: (entry) => journal.append(entry),
        readJournal: () => journal.read(),
        prepareBackup: (backupId) => prepareBackup(backups, backupId),
        writeDump: (backupId, dump, threads) => writeDump(backups, backupId, dump, threads, keys),
        sealBackup: (manifest) => sealBackup(backups, manifest),
        updateManifest: writeManifest,
        readManifest: readManifest,
        parseManifest: parseManifest,
        receiveBackup: (manifest, receive) => receiveBackup(backups, manifest, receive),
        verifyFiles: verifyFiles,
        openDump: (path, manifest) => openDump(path, manifest, keys),
        requireKey: (path, manifest) => requireKey(path, manifest, keys),
        discardUnsealed: (backupId) => discardUnsealed(backups, backupId),
        saveSnapshot: (snapshot) => save(snapshot.runId, SNAPSHOT, `${JSON.stringify(snapshot)}\n`),
        readLatestSnapshot: () => readSnapshot((0,external_node_path_.join)(directory, SNAPSHOT)),
        readEvidence: (file) => readEvidence(directory, file),
        saveOutput: (runId, name, text) => saveOutput(directory, runId, name, text),
        saveReport: save,
    };
}
/** Writes a file of one run, and the same as the latest. Returns the path of the run's own. */
async function saveOfRun(directory, runId, name, text) {
    const ofRun = (0,external_node_path_.join)(directory, 'runs', safeName(runId));
    await makeDirectory(ofRun);
    const path = (0,external_node_path_.join)(ofRun, safeName(name));
    await Promise.all([writeWhole(path, text), writeWhole((0,external_node_path_.join)(directory, safeName(name)), text)]);
    return path;
}
/** Under the name of a check as a file may be called; of the same name, e.g. of a check asked twice, with a number. */
async function saveOutput(directory, runId, name, text) {
    const outputs = (0,external_node_path_.join)(directory, 'runs', safeName(runId), 'output');
    await makeDirectory(outputs);
    const taken = new Set(await (0,promises_.readdir)(outputs));
    const stem = fileStem(name);
    let file = `${stem}.log`;
    for (let count = 2; taken.has(file); count++)
        file = `${stem}-${count}.log`;
    await writeWhole((0,external_node_path_.join)(outputs, file), text);
    return (0,external_node_path_.join)(outputs, file);
}
function fileStem(name) {
    const plain = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
    return plain === '' ? 'check' : plain.slice(0, 60);
}
async function readSnapshot(path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (durable_files_isMissing(error))
            return null;
        throw error;
    }
    const snapshot = parseSnapshot(text);
    if (snapshot !== null)
        return snapshot;
    throw new errors/* ConfigurationError */.j1(`${path} is not a snapshot of this version of Savepoint`, {
        hint: 'take a new one with savepoint snapshot',
    });
}
function parseSnapshot(text) {
    try {
        const value = JSON.parse(text);
        const whole = value?.version === 1 && Array.isArray(value.fingerprint?.tables) && Array.isArray(value.revision);
        return whole ? value : null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/inputs.js
var inputs = __webpack_require__(627);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/reporting.js
var reporting = __webpack_require__(1690);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/secrets.js
/** Variables whose values are secret by their names; a short value would mask ordinary words. */
const SECRET_NAME = /(?:PASSWORD|PASSWD|SECRET|SECRET_ACCESS_KEY|TOKEN|DATABASE_URL|_DSN|AGE_IDENTITY)$/i;
const DATABASE_NAMES = ['DATABASE_URL', 'DB_PASSWORD', 'PGPASSWORD'];
const SHORTEST_OTHER = 8;
class Secrets {
    #createRedactor;
    #known;
    #mask;
    constructor(environment, createRedactor) {
        this.#createRedactor = createRedactor;
        this.#known = Object.entries(environment).flatMap(([name, value]) => (isSecret(name, value ?? '') ? [value ?? ''] : []));
        this.#mask = createRedactor(this.#known);
    }
    /** Empty and absent ones are ignored. */
    add(secrets) {
        this.#known = [...this.#known, ...secrets.filter((secret) => secret !== undefined)];
        this.#mask = this.#createRedactor(this.#known);
    }
    redact = (text) => this.#mask(text);
}
function isSecret(name, value) {
    return DATABASE_NAMES.includes(name) || (SECRET_NAME.test(name) && value.length >= SHORTEST_OTHER);
}

// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/version.js
var version = __webpack_require__(2768);
;// CONCATENATED MODULE: ./.cache/bundle/src/system/signals.js

/** A closed terminal (SIGHUP) would otherwise kill a run in the middle. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Listens until disposed. Nothing exits by itself: the run is asked to end, and told again if asked again. */
function listenForInterrupts(listeners, source = process) {
    const controller = new AbortController();
    const onSignal = (name) => {
        if (controller.signal.aborted) {
            listeners.onRepeat(`${name} again: still ending safely; the run stops in a known state and says which`);
            return;
        }
        listeners.onFirst(`${name}: ending safely now; what was begun is finished or taken back first`);
        controller.abort(new errors/* InterruptedError */.p4(name));
    };
    for (const name of SIGNALS)
        source.on(name, onSignal);
    return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
            for (const name of SIGNALS)
                source.off(name, onSignal);
        },
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/compose.js
/** Wires adapters to ports: the only place that knows which database, migrator and directory stand behind an operation. */




















const clock = systemClock;
/** The database of the demo: on the named server, or on a throwaway one of our own. */
async function openDemoDatabase(serverUrl, projectDirectory) {
    const demo = await Promise.all(/* import() */[__webpack_require__.e(849), __webpack_require__.e(829), __webpack_require__.e(915)]).then(__webpack_require__.bind(__webpack_require__, 2915));
    return demo.openDemoDatabase(serverUrl, projectDirectory);
}
/** The masker of one process, which knows the secrets of its environment. */
function createSecrets(environment) {
    return new Secrets(environment, createRedactor);
}
/** Every rendering of a run's report, without secrets. */
async function renderReport(result, environment, redact) {
    const [{ buildReport }, { renderJson }, { renderMarkdown }] = await Promise.all([
        __webpack_require__.e(/* import() */ 296).then(__webpack_require__.bind(__webpack_require__, 6296)),
        __webpack_require__.e(/* import() */ 605).then(__webpack_require__.bind(__webpack_require__, 7605)),
        __webpack_require__.e(/* import() */ 894).then(__webpack_require__.bind(__webpack_require__, 7894)),
    ]);
    const document = buildReport(result, { toolVersion: version.VERSION, ...(0,reporting/* provenanceOf */.J)(environment) }, redact);
    return { document, files: { 'report.json': renderJson(document), 'report.md': renderMarkdown(document) } };
}
/**
 * Runs work with everything wired, and closes what was opened.
 *
 * @throws ConfigurationError before anything is touched; whatever the work throws
 */
async function withContext(around, work) {
    const plan = await loadPlan(around);
    const runId = createRunId(clock.now());
    const processes = openProcesses(around);
    const database = await openDatabase(plan, runId, processes, around);
    try {
        return await work(await createContext(around, plan, runId, processes, database));
    }
    finally {
        // What is left of a connection must not hide what the work found.
        await database.close().catch(() => undefined);
    }
}
/** Children inherit the environment, but never the private key of backups. */
function openProcesses({ secrets, environment }) {
    const { [IDENTITY_VARIABLE]: _key, ...others } = environment;
    return createProcesses({ redact: secrets.redact, environment: others });
}
async function loadPlan({ invocation, environment, secrets }) {
    const [{ loadPlan }, { planSecrets }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(763)]).then(__webpack_require__.bind(__webpack_require__, 2439)), __webpack_require__.e(/* import() */ 927).then(__webpack_require__.bind(__webpack_require__, 1927))]);
    const { config, environment: name } = invocation.values;
    const request = { file: config ?? undefined, environmentName: name ?? undefined, environment };
    const plan = await loadPlan(request, readPlan);
    secrets.add([plan.database.url, plan.database.password, ...planSecrets(plan)]);
    return plan;
}
/** `null` where there is no such file. */
async function readPlan(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        if (cause.code === 'ENOENT')
            return null;
        throw new errors/* ConfigurationError */.j1(`cannot read the plan ${path}`, { hint: 'give a file that you may read with --config', cause });
    }
}
async function compose_readText(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new errors/* ConfigurationError */.j1(`cannot read ${path}, which the plan names`, { hint: 'paths are relative to the plan', cause });
    }
}
function openOther(url, plan, runId, processes, around) {
    around.secrets.add([url]);
    return openDatabase({ ...plan, database: { url } }, runId, processes, around);
}
async function openDatabase(plan, runId, processes, { environment }) {
    if (plan.database.url?.startsWith('sqlite') === true) {
        throw new errors/* ConfigurationError */.j1('SQLite databases cannot be migrated yet', { hint: 'name a PostgreSQL database' });
    }
    const [{ openPostgres }, { resolveSettings }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(849), __webpack_require__.e(829), __webpack_require__.e(98)]).then(__webpack_require__.bind(__webpack_require__, 6098)),
        __webpack_require__.e(/* import() */ 977).then(__webpack_require__.bind(__webpack_require__, 5977)),
    ]);
    return openPostgres({
        settings: resolveSettings(plan.database),
        session: { runId, ...plan.session, connectTimeoutMs: plan.health.connectTimeoutMs },
        processes,
        clock,
        programs: { directory: environment.SAVEPOINT_PG_BIN, path: environment.PATH },
    });
}
/** Runs work on what there is without a plan, and closes what was opened. */
async function withFirstLook(around, root, work) {
    const processes = openProcesses(around);
    const database = await firstDatabase(around, processes).catch(missing);
    try {
        return await work({ database, migrator: await firstMigrator(database, processes, root).catch(missing) });
    }
    finally {
        if (!('missing' in database))
            await database.close().catch(() => undefined);
    }
}
/** @throws ConfigurationError where the environment names no database */
async function firstDatabase({ environment, secrets }, processes) {
    const { parsePlan } = await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(763)]).then(__webpack_require__.bind(__webpack_require__, 2439));
    const plan = parsePlan({ file: null, text: 'version: 1', environmentName: undefined, environment });
    secrets.add([plan.database.url, plan.database.password]);
    return openDatabase(plan, createRunId(clock.now()), processes, { environment });
}
async function firstMigrator(database, processes, root) {
    const [{ detectMigrator }, { openMigrator }] = await Promise.all([
        __webpack_require__.e(/* import() */ 780).then(__webpack_require__.bind(__webpack_require__, 6780)),
        __webpack_require__.e(/* import() */ 974).then(__webpack_require__.bind(__webpack_require__, 7974)),
    ]);
    const settings = await detectMigrator(root);
    if ('missing' in database)
        return { settings, historyTables: [] };
    const migrator = await openMigrator(settings, { sessions: database, processes, env: database.childEnvironment, root });
    return { settings, historyTables: migrator.historyTables };
}
function missing(error) {
    if (!(error instanceof errors/* ConfigurationError */.j1))
        throw error;
    return { missing: [error.message, error.hint].filter((part) => part !== undefined).join('; ') };
}
async function createContext(around, plan, runId, processes, database) {
    const { invocation, environment, presenter, secrets, signal, confirm, canAsk } = around;
    const { openMigrator } = await __webpack_require__.e(/* import() */ 974).then(__webpack_require__.bind(__webpack_require__, 7974));
    const env = database.childEnvironment;
    const identities = await loadIdentities(environment[IDENTITY_VARIABLE], invocation.values.identity);
    secrets.add(identities);
    return {
        runId,
        operation: invocation.command ?? '',
        plan,
        database,
        migrator: await openMigrator(plan.migrator, { sessions: database, processes, env, root: rootOf(plan, invocation.values) }),
        store: openRunDirectory(invocation.values.output, new BackupKeys(plan.backup.encryptTo, identities)),
        backupStores: backupStores(plan, invocation.values.output),
        processes,
        http: systemHttp,
        readText: compose_readText,
        openOther: (url) => openOther(url, plan, runId, processes, around),
        clock,
        emit: presenter.emit,
        signal,
        actor: environment.GITHUB_ACTOR ?? (0,external_node_os_.userInfo)().username,
        host: (0,external_node_os_.hostname)(),
        pid: process.pid,
        toolVersion: version.VERSION,
        confirm,
        approvals: createApprovals(environment, systemHttp),
        notifier: await openNotifier(plan, around),
        confirmations: { given: invocation.values.confirm, ask: canAsk ? confirm : null },
        repeatFlags: repeatFlags(invocation.values),
        redact: secrets.redact,
    };
}
function backupStores({ backup }, output) {
    const own = backupsOf(output);
    for (const place of backup.stores) {
        if (place.kind === 'directory' && place.path === own) {
            throw new errors/* ConfigurationError */.j1(`the plan stores backups in ${own}, where they are made`, {
                hint: 'name another directory under backup.store, best on another disk',
            });
        }
    }
    return {
        own: openDirectoryStore(own),
        planned: () => Promise.all(backup.stores.map(openStore)),
        open: openStore,
    };
}
/** Loaded only where somebody is to be told. */
async function openNotifier({ notify }, { environment, secrets }) {
    if (notify.length === 0)
        return { send: () => undefined, settle: async () => [] };
    const { createNotifier } = await __webpack_require__.e(/* import() */ 782).then(__webpack_require__.bind(__webpack_require__, 6782));
    const { workflowRun } = (0,reporting/* provenanceOf */.J)(environment);
    return createNotifier({ webhooks: notify, http: systemHttp, clock, redact: secrets.redact, workflowRun });
}
/** A plan's directories are relative to where it was started; where the plan names none, they are looked for beside it. */
function rootOf(plan, { config }) {
    return (0,external_node_path_.resolve)(plan.migrator === null && config !== null ? (0,external_node_path_.dirname)(config) : '.');
}
function repeatFlags({ config, environment, output }) {
    return [
        ...(config === null ? [] : ['--config', config]),
        ...(environment === null ? [] : ['--environment', environment]),
        ...(output === inputs/* INPUTS */.mc.output.default ? [] : ['--output', output]),
    ];
}
/** Sorts by time: `20261121T093000Z-1f3a9c`. */
function createRunId(now) {
    const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
    return `${time}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`;
}


/***/ }),

/***/ 627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ GLOBAL_INPUTS),
/* harmony export */   gH: () => (/* binding */ defaultValues),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   wg: () => (/* binding */ inputOf)
/* harmony export */ });
/** The one table of inputs: names, types, defaults, environment variables and words of everything a person can pass. */
/** By the key under which code reads the value. Two commands may use one name differently, so names are not unique. */
const INPUTS = {
    config: {
        kind: 'text',
        name: 'config',
        placeholder: 'FILE',
        variable: 'SAVEPOINT_CONFIG',
        description: 'The plan; left out: savepoint.yml where there is one, otherwise defaults and the environment.',
        example: '--config db/savepoint.yml',
    },
    environment: {
        kind: 'text',
        name: 'environment',
        placeholder: 'NAME',
        variable: 'SAVEPOINT_ENVIRONMENT',
        description: 'The environment of the plan to use.',
        example: '--environment staging',
    },
    output: {
        kind: 'text',
        name: 'output',
        placeholder: 'DIR',
        default: 'savepoint-run',
        variable: 'SAVEPOINT_OUTPUT',
        description: 'Where the journal, reports, snapshots and backups lie.',
        example: '--output /var/lib/savepoint',
    },
    json: {
        kind: 'flag',
        name: 'json',
        variable: 'SAVEPOINT_JSON',
        description: 'Print one JSON document on standard output, and the text for people on standard error.',
        example: '--json',
    },
    yes: {
        kind: 'flag',
        name: 'yes',
        short: 'y',
        variable: 'SAVEPOINT_YES',
        description: 'Answer yes to every question. Needed where there is no terminal to ask on.',
        example: '--yes',
    },
    help: { kind: 'flag', name: 'help', short: 'h', description: 'Show the help of the command.', example: '--help' },
    version: { kind: 'flag', name: 'version', description: 'Show the version.', example: '--version' },
    to: {
        kind: 'text',
        name: 'to',
        aliases: ['revision'],
        placeholder: 'REVISION',
        default: 'head',
        description: 'The revision to migrate to.',
        example: '--to 976e6adbac6f',
    },
    dryRun: {
        kind: 'flag',
        name: 'dry-run',
        description: 'Print the SQL that would run, and change nothing.',
        example: '--dry-run',
    },
    backupFirst: {
        kind: 'flag',
        name: 'backup',
        description: 'Make and prove a backup before the first migration.',
        example: '--backup',
    },
    skipHealthChecks: {
        kind: 'flag',
        name: 'skip-health-checks',
        description: 'Leave the health checks out. The report says so.',
        example: '--skip-health-checks',
    },
    skipValidation: {
        kind: 'flag',
        name: 'skip-validation',
        description: 'Do not prove afterwards that nothing was lost. The report says so.',
        example: '--skip-validation',
    },
    adopt: {
        kind: 'flag',
        name: 'adopt',
        description: 'Take the database as it stands for the state before, whatever an interrupted run left.',
        example: '--adopt',
    },
    confirm: {
        kind: 'list',
        name: 'confirm',
        placeholder: 'NAME[=WHO]',
        variable: 'SAVEPOINT_CONFIRM',
        description: 'Confirm what the plan requires a person to confirm, and say who does; may be given several times (in the environment: a line each).',
        example: '--confirm "stakeholders informed=ann"',
    },
    evidence: {
        kind: 'text',
        name: 'evidence',
        placeholder: 'FILE',
        variable: 'SAVEPOINT_EVIDENCE',
        description: 'Evidence of a rehearsal; left out: evidence.json below --output.',
        example: '--evidence rehearsal/evidence.json',
    },
    rollbackTo: {
        kind: 'text',
        name: 'to',
        aliases: ['revision'],
        placeholder: 'REVISION',
        description: 'Downgrade to this revision (base: before the first migration).',
        example: '--to 976e6adbac6f',
    },
    backupManifest: {
        kind: 'text',
        name: 'backup',
        placeholder: 'BACKUP',
        description: 'Restore this backup beside the database and swap it in; the database replaced is kept under a new name. A manifest, an id, or s3://BUCKET/PREFIX/ID; what is not here is fetched first.',
        example: '--backup savepoint-run/backups/ID/manifest.json',
    },
    proveByRestore: {
        kind: 'flag',
        name: 'restore',
        description: 'Restore it into a scratch database and compare every value.',
        example: '--restore',
    },
    fetchFrom: {
        kind: 'text',
        name: 'from',
        placeholder: 'STORE',
        description: 'The store to fetch from, as the plan names it, or s3://BUCKET/PREFIX/; left out: the first of the plan that has it.',
        example: '--from s3://backups/shop/',
    },
    keep: {
        kind: 'text',
        name: 'keep',
        placeholder: 'N|DURATION',
        description: 'How many of the newest to keep, or those younger than this.',
        example: '--keep 30d',
    },
    identity: {
        kind: 'text',
        name: 'identity',
        placeholder: 'FILE',
        variable: 'SAVEPOINT_AGE_IDENTITY_FILE',
        description: 'Private key of age that opens an encrypted backup, in a file as age-keygen writes it; or the key itself in SAVEPOINT_AGE_IDENTITY.',
        example: '--identity key.txt',
    },
    force: {
        kind: 'flag',
        name: 'force',
        description: 'Write the plan even where there is one.',
        example: '--force',
    },
    watchFor: {
        kind: 'text',
        name: 'for',
        placeholder: 'DURATION',
        description: 'How long to watch; left out: as the plan says, or 10m.',
        example: '--for 2h',
    },
    watchEvery: {
        kind: 'text',
        name: 'every',
        placeholder: 'DURATION',
        description: 'Time from one sample to the next; left out: as the plan says, or 30s.',
        example: '--every 30s',
    },
    exitCode: {
        kind: 'flag',
        name: 'exit-code',
        description: 'Exit with 1 where the last run left something to do.',
        example: '--exit-code',
    },
};
/** Inputs that every command takes. */
const GLOBAL_INPUTS = ['config', 'environment', 'output', 'json', 'yes', 'help', 'version'];
function inputOf(key) {
    return INPUTS[key];
}
/** Every value as it is where nothing was given. */
function defaultValues() {
    const entries = Object.entries(INPUTS).map(([key, input]) => [
        key,
        input.kind === 'flag' ? false : input.kind === 'list' ? [] : (input.default ?? null),
    ]);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 1690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ provenanceOf),
/* harmony export */   a: () => (/* binding */ saveReport)
/* harmony export */ });
/** Writes every rendering. Never throws: the outcome is told all the same. */
async function saveReport(store, runId, { document, files }) {
    try {
        const paths = await Promise.all(Object.entries(files).map(([name, text]) => store.saveReport(runId, name, text)));
        return { document, path: paths.at(-1) ?? store.directory, failure: null };
    }
    catch (failure) {
        return { document, path: null, failure };
    }
}
/** Commit and address of the workflow run, where there is one. */
function provenanceOf(environment) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_SHA } = environment;
    const known = [GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID].every((part) => part !== undefined && part !== '');
    const workflowRun = known ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` : null;
    return { commit: GITHUB_SHA ?? null, workflowRun };
}


/***/ }),

/***/ 2768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of this program; a test holds it equal to that of `package.json`. */
const VERSION = '0.1.0';


/***/ }),

/***/ 6123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ partOf),
/* harmony export */   M: () => (/* binding */ counting)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42);
/* harmony import */ var _domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8582);
/** What every store needs to move the files of a backup: safe names, and a count of what has gone over. */



/**
 * `ID/name`, for a name that may lie in directories below.
 *
 * @throws BackupError for an id or a name that would lead elsewhere
 */
function partOf(location, backupId, name) {
    if ((0,_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__/* .isBackupId */ .i)(backupId) && name.split('/').every(_domain_ports_backup_store_js__WEBPACK_IMPORTED_MODULE_2__/* .isBackupId */ .i))
        return `${backupId}/${name}`;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BackupError */ .hj(`${JSON.stringify(`${backupId}/${name}`)} cannot name a file of a backup in ${location}`, {
        hint: 'names are letters, digits, dots, dashes and underscores; this backup was not made by Savepoint',
    });
}
/** Passes everything on, and tells how much it was so far. */
function counting(onProgress) {
    let bytes = 0;
    return new node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform({
        transform(chunk, _encoding, done) {
            bytes += chunk.length;
            onProgress(bytes);
            done(null, chunk);
        },
    });
}


/***/ })

};
