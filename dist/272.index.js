export const id = 272;
export const ids = [272];
export const modules = {

/***/ 272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closeOff: () => (/* binding */ closeOff)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _notify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7198);
/** Closes a run off once the database is free again: tells how it ended, waits for what is still being told, asks who approved. */


const APPROVAL_TIMEOUT_MS = 15_000;
/** Operations that change a database: these are told and signed off. */
const CHANGING = ['run', 'migrate', 'rollback'];
/** Never throws: what cannot be told or found out is noted, and the outcome stays what it is. */
async function closeOff(context, result) {
    const changing = CHANGING.includes(result.operation);
    if (changing)
        tellEnd(context, result);
    const [approval, notifications] = await Promise.all([changing ? findApproval(context) : null, context.notifier.settle()]);
    for (const { event, target, message } of notifications.filter(({ status }) => status === 'failed')) {
        context.emit({ type: 'note', text: `${target} was not told of the ${event}: ${message}` });
    }
    return { ...result, approval, notifications };
}
/** Where nothing was to be done, there is nothing to tell. */
function tellEnd(context, { succeeded, outcome, reason, next }) {
    if (succeeded && outcome === 'unchanged')
        return;
    (0,_notify_js__WEBPACK_IMPORTED_MODULE_1__/* .notify */ .m)(context, succeeded ? 'success' : 'failure', { outcome, reason, next });
}
async function findApproval({ approvals, plan, emit, redact }) {
    if (approvals === null)
        return null;
    try {
        return await approvals.of(plan.environment, AbortSignal.timeout(APPROVAL_TIMEOUT_MS));
    }
    catch (error) {
        emit({ type: 'note', text: `who approved the run could not be found out: ${redact((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? 'no answer')}` });
        return null;
    }
}


/***/ }),

/***/ 7198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ notify)
/* harmony export */ });
/** Returns at once. */
function notify(context, event, news) {
    const { runId, operation, plan, database, actor, clock, notifier } = context;
    const at = clock.now().toISOString();
    const known = { runId, operation, environment: plan.environment, database: database.maskedUrl, actor, at };
    notifier.send({ event, ...known, outcome: news.outcome ?? null, reason: news.reason, next: news.next ?? [] });
}


/***/ })

};
