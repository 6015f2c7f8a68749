export const id = 123;
export const ids = [123];
export const modules = {

/***/ 9123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openerOf: () => (/* binding */ openerOf),
/* harmony export */   sealFor: () => (/* binding */ sealFor)
/* harmony export */ });
/* harmony import */ var node_stream_web__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7830);
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1539);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42);
/** Encryption in the format of the program `age`: a stream sealed for public keys, and opened by one of their private keys. */



/**
 * Seals one file. Its key is random and stands in the file only as encrypted to each recipient; a copy stays in this process, so
 * that it can read back and prove what it wrote without a private key.
 *
 * @param recipients - public keys, `age1…`; the private key of any one of them opens the file
 */
function sealFor(recipients) {
    let fileKey = null;
    const encrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_1__/* .Encrypter */ .T7();
    for (const recipient of recipients)
        encrypter.addRecipient(recipient);
    encrypter.addRecipient({
        wrapFileKey: (key) => {
            fileKey = Uint8Array.from(key);
            return [];
        },
    });
    return {
        seal: async function* (plain) {
            yield* await encrypter.encrypt(node_stream_web__WEBPACK_IMPORTED_MODULE_0__.ReadableStream.from(plain));
        },
        opener: openerOf([{ unwrapFileKey: () => fileKey }], recipients),
    };
}
/**
 * @param identities - private keys as `age-keygen` writes them, `AGE-SECRET-KEY-1…`
 * @param recipients - those of the file, to be named where no key fits
 */
function openerOf(identities, recipients) {
    const decrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_1__/* .Decrypter */ .Hz();
    for (const identity of identities)
        decrypter.addIdentity(identity);
    // Asked last, so that none of the keys has fitted.
    decrypter.addIdentity({ unwrapFileKey: () => refuse(identities, recipients) });
    return { open: (sealed) => decrypt(decrypter, sealed) };
}
function refuse(identities, recipients) {
    const why = identities.length === 0 ? 'and no private key was given' : 'and no private key that was given is for any of these';
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupError */ .hj(`the backup is encrypted for ${recipients.join(', ')}, ${why}`, {
        hint: 'give the private key of one of these: --identity FILE, or SAVEPOINT_AGE_IDENTITY in the environment',
    });
}
async function* decrypt(decrypter, sealed) {
    const reading = {};
    try {
        yield* await decrypter.decrypt(node_stream_web__WEBPACK_IMPORTED_MODULE_0__.ReadableStream.from(noting(sealed, reading)));
    }
    catch (cause) {
        if ('failure' in reading)
            throw reading.failure;
        if (cause instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupError */ .hj)
            throw cause;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupError */ .hj('it was changed or cut short after it had been encrypted', { cause });
    }
}
/** A failure to read says nothing of the file's content. */
async function* noting(sealed, reading) {
    try {
        yield* sealed;
    }
    catch (failure) {
        reading.failure = failure;
        throw failure;
    }
}


/***/ })

};
