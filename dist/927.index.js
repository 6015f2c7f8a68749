export const id = 927;
export const ids = [927];
export const modules = {

/***/ 1927:
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
/** A shorter path is no secret, and hiding it would hide harmless text. */
const SHORTEST_SECRET_PATH = 16;
/** Tokens, headers that are secret by their names, passwords in addresses, and the addresses of webhooks. */
function planSecrets(plan) {
    const ofChecks = plan.validate.flatMap((check) => (check.kind === 'http' ? requestSecrets(check) : []));
    return [...ofChecks, ...plan.notify.flatMap(webhookSecrets)];
}
/** Whoever knows the address may post to it; a server may repeat no more than its path. */
function webhookSecrets({ url, headers }) {
    const { pathname, search } = new URL(url);
    const path = `${pathname}${search}`;
    return [url, ...(path.length < SHORTEST_SECRET_PATH ? [] : [path]), ...secretHeaders(headers)];
}
function requestSecrets({ request }) {
    const { url, headers, token } = request;
    return [...(token === null ? [] : [token]), ...secretHeaders(headers), ...passwordOf(url)];
}
function secretHeaders(headers) {
    return Object.entries(headers).flatMap(([name, value]) => (isSecretHeader(name) ? headerSecrets(value) : []));
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
