export const id = 797;
export const ids = [797];
export const modules = {

/***/ 1797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OUTCOME_MEANING: () => (/* binding */ OUTCOME_MEANING),
/* harmony export */   USAGE_EXIT_CODE: () => (/* binding */ USAGE_EXIT_CODE),
/* harmony export */   exitCodeOf: () => (/* binding */ exitCodeOf)
/* harmony export */ });
/** The four outcomes of a run, one of which holds after every run, and the exit codes they map to. */
/** Exit code of wrong configuration or usage: nothing was touched. */
const USAGE_EXIT_CODE = 2;
/**
 * The exit code of an outcome.
 *
 * @param succeeded - whether the operation did all that it was asked to: `unchanged` where there was nothing to do,
 *   `rolled-back` where a person asked for the rollback
 */
function exitCodeOf(outcome, succeeded) {
    if (outcome === 'stopped')
        return 3;
    return succeeded ? 0 : 1;
}
/** What each outcome means, in the words used by every report. */
const OUTCOME_MEANING = {
    migrated: 'at the target revision, every check passed',
    unchanged: 'nothing was applied; the database is as it was before',
    'rolled-back': 'something was applied and reverted; the fingerprint equals the one before',
    stopped: 'a person must decide; see the reason and the commands below',
};


/***/ })

};
