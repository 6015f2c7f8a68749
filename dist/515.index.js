export const id = 515;
export const ids = [515];
export const modules = {

/***/ 7515:
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
