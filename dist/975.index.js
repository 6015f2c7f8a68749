export const id = 975;
export const ids = [975];
export const modules = {

/***/ 2975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openS3Store: () => (/* binding */ openS3Store)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-s3/dist-cjs/index.js
var dist_cjs = __webpack_require__(3711);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/ports/backup-store.js
var backup_store = __webpack_require__(8582);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/store-place.js
var store_place = __webpack_require__(8506);
;// CONCATENATED MODULE: ./.cache/bundle/src/storage/s3-failures.js
/** Turns what the SDK throws into an error that names the store, says what it answered, and what to do. */

/** Failures of this machine's own files, which are no fault of the store. */
const LOCAL = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EROFS', 'ENOENT'];
function isNotFound(error) {
    const { name, $metadata } = error;
    return name === 'NoSuchKey' || (name !== 'NoSuchBucket' && $metadata?.httpStatusCode === 404);
}
function explainS3(location, doing, error) {
    const answer = error;
    if (error instanceof errors/* BackupError */.hj || answer.name === 'AbortError' || LOCAL.includes(answer.code ?? ''))
        return error;
    const attempts = answer.$metadata?.attempts ?? 1;
    const tried = attempts > 1 ? ` after ${attempts} attempts` : '';
    return new errors/* BackupError */.hj(`the store ${location} cannot ${doing}${tried}: ${wordsOf(answer)}`, {
        hint: hintOf(answer),
        cause: error,
    });
}
/** An answer without a readable body has no words of its own. */
function wordsOf({ name = '', message = '', code, $metadata }) {
    const status = $metadata?.httpStatusCode;
    const said = [name, message].filter((part) => !['', 'Error', 'Unknown', 'UnknownError'].includes(part)).join(': ');
    if (status !== undefined && status >= 300)
        return said === '' ? `it answered ${status}` : `it answered ${status} ${said}`;
    return said === '' ? (code ?? 'no answer') : said;
}
const NETWORK = /ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|socket hang up|ERR_STREAM_PREMATURE_CLOSE|CERT_|ERR_TLS|certificate/;
function hintOf({ name = '', message = '', code = '', $metadata }) {
    const status = $metadata?.httpStatusCode ?? 0;
    if (/Credentials|TokenProvider/.test(name))
        return 'give credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role';
    if (/Region is missing/.test(message) || name === 'PermanentRedirect')
        return 'name the region: AWS_REGION, or region in the plan';
    if (name === 'NoSuchBucket')
        return 'create the bucket, or correct its name in the plan';
    if (status === 301 || status === 307)
        return 'name the region of the bucket: AWS_REGION, or region in the plan';
    if (status === 401 || status === 403) {
        return 'check the credentials, and that they allow s3:PutObject, s3:GetObject, s3:ListBucket, s3:AbortMultipartUpload and, to prune, s3:DeleteObject';
    }
    if (status >= 500 || status === 429)
        return 'the server fails or is overloaded: look at its state, and try again';
    if (NETWORK.test(`${code} ${message}`) || name === 'TimeoutError' || code === 'ABORT_ERR')
        return 'check the endpoint, and that this machine reaches it';
    return 'check endpoint, region, bucket and credentials';
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/lib-storage/dist-cjs/index.js
var lib_storage_dist_cjs = __webpack_require__(2358);
;// CONCATENATED MODULE: ./.cache/bundle/src/storage/s3-upload.js
/** Uploads one file to S3 in parts, each with its SHA-256, and knows which checksums the store may tell of the whole. */






/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html: an object has 10,000 parts at most. */
const MOST_PARTS = 10_000;
const ABANDON_TIMEOUT_MS = 10_000;
const LEAST_PART_BYTES = 8 * 1024 * 1024;
/** Parts under way together stay within this, so that memory is flat: objects up to 160 GB go four at a time. */
const MOST_BUFFERED_BYTES = 64 * 1024 * 1024;
/** What fails half way leaves no parts behind. @throws BackupError where the file is not the one of the manifest; errors of the SDK */
async function upload(client, { bucket, key, source, file }, { signal, onProgress }) {
    const partSize = partSizeOf(file.sizeBytes);
    const digests = new PartDigests(partSize);
    const transfer = new lib_storage_dist_cjs/* Upload */._({
        client,
        partSize,
        queueSize: Math.max(1, Math.min(4, Math.floor(MOST_BUFFERED_BYTES / partSize))),
        leavePartsOnError: false,
        params: {
            Bucket: bucket,
            Key: key,
            Body: external_node_stream_.Readable.from(digests.of(source), { objectMode: false }),
            ChecksumAlgorithm: 'SHA256',
        },
    });
    transfer.on('httpUploadProgress', ({ loaded = 0 }) => onProgress(loaded));
    const abort = () => void transfer.abort();
    signal.throwIfAborted();
    signal.addEventListener('abort', abort, { once: true });
    try {
        await transfer.done();
    }
    catch (error) {
        await abandon(client, { Bucket: bucket, Key: key, UploadId: transfer.uploadId });
        signal.throwIfAborted();
        throw error;
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
    if (digests.whole !== file.sha256)
        throw new errors/* BackupError */.hj(`${source} changed while it was uploaded`, { hint: 'make another backup' });
    return { checksums: digests.checksums };
}
/** Parts that nobody completes are paid for. The SDK leaves them where an upload is interrupted; what failed is told all the same. */
async function abandon(client, upload) {
    if (upload.UploadId === undefined)
        return;
    const abortSignal = AbortSignal.timeout(ABANDON_TIMEOUT_MS);
    await client.send(new dist_cjs.AbortMultipartUploadCommand(upload), { abortSignal }).catch(() => undefined);
}
/** Large enough for the number of parts that an object may have. */
function partSizeOf(sizeBytes) {
    return Math.max(LEAST_PART_BYTES, Math.ceil(sizeBytes / MOST_PARTS));
}
/** Digests a file while it is read, whole and part by part. */
class PartDigests {
    #partSize;
    #whole = (0,external_node_crypto_.createHash)('sha256');
    #parts = [];
    #part = (0,external_node_crypto_.createHash)('sha256');
    #inPart = 0;
    #digest = Buffer.alloc(0);
    constructor(partSize) {
        this.#partSize = partSize;
    }
    async *of(source) {
        for await (const chunk of (0,external_node_fs_.createReadStream)(source, { highWaterMark: 1024 * 1024 })) {
            this.#whole.update(chunk);
            this.#update(chunk);
            yield chunk;
        }
        if (this.#inPart > 0)
            this.#endPart();
        this.#digest = this.#whole.digest();
    }
    #update(chunk) {
        let rest = chunk;
        while (rest.length > 0) {
            const piece = rest.subarray(0, this.#partSize - this.#inPart);
            this.#part.update(piece);
            this.#inPart += piece.length;
            if (this.#inPart === this.#partSize)
                this.#endPart();
            rest = rest.subarray(piece.length);
        }
    }
    #endPart() {
        this.#parts.push(this.#part.digest());
        this.#part = (0,external_node_crypto_.createHash)('sha256');
        this.#inPart = 0;
    }
    /** Hex. */
    get whole() {
        return this.#digest.toString('hex');
    }
    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html: `BASE64-PARTS` for a multipart upload. */
    get checksums() {
        const composite = (0,external_node_crypto_.createHash)('sha256').update(Buffer.concat(this.#parts)).digest('base64');
        return [this.#digest.toString('base64'), composite, `${composite}-${this.#parts.length}`];
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/storage/transfer.js
var transfer = __webpack_require__(6123);
;// CONCATENATED MODULE: ./.cache/bundle/src/storage/s3.js
/** A store in a bucket of S3, or of a server that speaks its protocol, by the official SDK. */










/** A server that does not take a connection, or falls silent, for so long is given up; the SDK then tries again. */
const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 60_000;
const LONGEST_MANIFEST_BYTES = 256 * 1024 * 1024;
/** Nothing is sent before something is asked. Credentials come from the SDK's standard chain and from nowhere else. */
function openS3Store(place) {
    return new S3Store(place);
}
function clientFor({ endpoint, region, forcePathStyle }) {
    const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const elsewhere = endpoint ?? AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL;
    // Compatible servers take any region; the SDK wants one.
    const chosen = region ?? AWS_REGION ?? AWS_DEFAULT_REGION ?? (elsewhere === undefined ? undefined : 'us-east-1');
    return new dist_cjs.S3Client({
        ...(endpoint === null ? {} : { endpoint }),
        ...(chosen === undefined ? {} : { region: chosen }),
        forcePathStyle: forcePathStyle ?? elsewhere !== undefined,
        requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: SILENCE_TIMEOUT_MS },
    });
}
class S3Store {
    location;
    #bucket;
    #prefix;
    #client;
    constructor(place) {
        this.location = (0,store_place/* locationOf */.hD)(place);
        this.#bucket = place.bucket;
        this.#prefix = place.prefix;
        this.#client = clientFor(place);
    }
    async put(backupId, file, source, options) {
        const key = this.#key(backupId, file.path);
        await this.#explained(`store ${backupId}`, async () => {
            const uploaded = await upload(this.#client, { bucket: this.#bucket, key, source, file }, options);
            if (!(await this.#saysTheSame(key, file, uploaded, options.signal)))
                await this.#requireSame(key, file, options.signal);
        });
    }
    /** Whether the store's own word on size and checksum is that of the bytes sent; some servers have none. */
    async #saysTheSame(key, file, { checksums }, abortSignal) {
        const request = new dist_cjs.HeadObjectCommand({ Bucket: this.#bucket, Key: key, ChecksumMode: 'ENABLED' });
        const { ContentLength, ChecksumSHA256 } = await this.#client.send(request, { abortSignal });
        if (ContentLength !== file.sizeBytes) {
            throw new errors/* BackupError */.hj(`${this.location} holds ${ContentLength ?? 'no'} bytes of ${file.path}, ${file.sizeBytes} were sent`, {
                hint: 'run it again; where it happens again, use another store',
            });
        }
        return ChecksumSHA256 !== undefined && checksums.includes(ChecksumSHA256);
    }
    /** Reads it back, every byte. */
    async #requireSame(key, file, abortSignal) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await (0,promises_.pipeline)(await this.#body(key, abortSignal), hash, { signal: abortSignal });
        if (hash.digest('hex') === file.sha256)
            return;
        throw new errors/* BackupError */.hj(`${this.location} gave ${file.path} back with other bytes than were sent`, {
            hint: 'run it again; where it happens again, use another store',
        });
    }
    async putManifest(backupId, text, abortSignal) {
        const Key = this.#key(backupId, backup_store/* MANIFEST_FILE */.h);
        const request = new dist_cjs.PutObjectCommand({
            Bucket: this.#bucket,
            Key,
            Body: Buffer.from(text),
            ContentType: 'application/json',
            ChecksumAlgorithm: 'SHA256',
        });
        await this.#explained(`store ${backupId}`, async () => {
            await this.#client.send(request, { abortSignal });
            if ((await this.readManifest(backupId, abortSignal)) === text)
                return;
            throw new errors/* BackupError */.hj(`${this.location} gave the manifest of ${backupId} back with other bytes than were sent`, {
                hint: 'run it again; where it happens again, use another store',
            });
        });
    }
    list(signal) {
        return this.#explained('list backups', async () => {
            const ids = [];
            const pages = (0,dist_cjs.paginateListObjectsV2)({ client: this.#client }, { Bucket: this.#bucket, Prefix: this.#prefix, Delimiter: '/' }, { abortSignal: signal });
            for await (const { CommonPrefixes = [] } of pages) {
                ids.push(...CommonPrefixes.map(({ Prefix = '' }) => Prefix.slice(this.#prefix.length, -1)));
            }
            return ids.filter(backup_store/* isBackupId */.i);
        });
    }
    readManifest(backupId, signal) {
        const key = this.#key(backupId, backup_store/* MANIFEST_FILE */.h);
        return this.#explained(`read ${backupId}`, async () => {
            try {
                return await textOf(await this.#body(key, signal));
            }
            catch (error) {
                if (isNotFound(error))
                    return null;
                throw error;
            }
        });
    }
    get(backupId, file, target, { signal, onProgress }) {
        const key = this.#key(backupId, file.path);
        return this.#explained(`fetch ${backupId}`, async () => {
            const output = (0,external_node_fs_.createWriteStream)(target, { mode: 0o600, flush: true });
            await (0,promises_.pipeline)(await this.#body(key, signal), (0,transfer/* counting */.M)(onProgress), output, { signal });
        });
    }
    remove(backupId, signal) {
        const manifest = this.#key(backupId, backup_store/* MANIFEST_FILE */.h);
        return this.#explained(`remove ${backupId}`, async () => {
            await this.#delete(manifest, signal);
            const request = { Bucket: this.#bucket, Prefix: `${this.#prefix}${backupId}/` };
            for await (const { Contents = [] } of (0,dist_cjs.paginateListObjectsV2)({ client: this.#client }, request, { abortSignal: signal })) {
                for (const { Key = '' } of Contents)
                    await this.#delete(Key, signal);
            }
        });
    }
    async #delete(key, abortSignal) {
        await this.#client.send(new dist_cjs.DeleteObjectCommand({ Bucket: this.#bucket, Key: key }), { abortSignal });
    }
    async #body(key, abortSignal) {
        const { Body } = await this.#client.send(new dist_cjs.GetObjectCommand({ Bucket: this.#bucket, Key: key }), { abortSignal });
        return Body;
    }
    #key(backupId, name) {
        return `${this.#prefix}${(0,transfer/* partOf */.B)(this.location, backupId, name)}`;
    }
    async #explained(doing, work) {
        try {
            return await work();
        }
        catch (error) {
            throw explainS3(this.location, doing, error);
        }
    }
}
async function textOf(body) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
        bytes += chunk.length;
        if (bytes > LONGEST_MANIFEST_BYTES)
            throw new errors/* BackupError */.hj('its manifest is longer than any manifest can be');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}


/***/ })

};
