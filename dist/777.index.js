export const id = 777;
export const ids = [777];
export const modules = {

/***/ 4777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isSecretHeader: () => (/* binding */ isSecretHeader),
/* harmony export */   planSecrets: () => (/* binding */ planSecrets)
/* harmony export */ });
const SECRET_HEADER = /auth|cookie|token|secret|key|password|signature/i;
/** Whether what a header says is secret, as far as its name tells. */
function isSecretHeader(name) {
    return SECRET_HEADER.test(name);
}
/** Tokens, headers that are secret by their names, and passwords in addresses. */
function planSecrets(plan) {
    return plan.validate.flatMap((check) => (check.kind === 'http' ? requestSecrets(check) : []));
}
function requestSecrets({ request }) {
    const { url, headers, token } = request;
    const secretHeaders = Object.entries(headers).filter(([name]) => isSecretHeader(name));
    return [...(token === null ? [] : [token]), ...secretHeaders.flatMap(([, value]) => headerSecrets(value)), ...passwordOf(url)];
}
/** `Bearer abc` is known by its last word too: an answer may repeat that alone. */
function headerSecrets(value) {
    const credentials = /^(?:Bearer|Basic|Token|ApiKey)\s+(.+)$/i.exec(value)?.[1];
    return credentials === undefined ? [value] : [value, credentials];
}
function passwordOf(url) {
    const written = /^https?:\/\/[^/?#]*?:([^/?#]*)@/i.exec(url)?.[1];
    return written === undefined || written === '' ? [] : [written];
}


/***/ })

};
