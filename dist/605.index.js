export const id = 605;
export const ids = [605];
export const modules = {

/***/ 7605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/** Indented, ending in a newline. */
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}


/***/ })

};
