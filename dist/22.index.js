export const id = 22;
export const ids = [22];
export const modules = {

/***/ 5022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/**
 * Runs one command; never throws.
 *
 * @param argv - the arguments after the program's name
 */
async function main(argv) {
    // A reader that goes away (`| head`) must not break off a migration.
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => undefined);
    const { parseArguments } = await __webpack_require__.e(/* import() */ 384).then(__webpack_require__.bind(__webpack_require__, 1384));
    try {
        return await dispatch(parseArguments(argv, process.env), process.env);
    }
    catch (error) {
        return refuse(error, argv.includes('--json'));
    }
}
async function dispatch(invocation, environment) {
    const { command, values } = invocation;
    if (values.version)
        return print(`${(await __webpack_require__.e(/* import() */ 768).then(__webpack_require__.bind(__webpack_require__, 2768))).VERSION}\n`);
    if (values.help)
        return print((await __webpack_require__.e(/* import() */ 129).then(__webpack_require__.bind(__webpack_require__, 5129))).helpText(command));
    if (command === null)
        return usage();
    if (command === 'demo')
        return (await Promise.all(/* import() */[__webpack_require__.e(54), __webpack_require__.e(903)]).then(__webpack_require__.bind(__webpack_require__, 1903))).runDemo();
    if (command === 'init')
        return (await Promise.all(/* import() */[__webpack_require__.e(441), __webpack_require__.e(199), __webpack_require__.e(54), __webpack_require__.e(343)]).then(__webpack_require__.bind(__webpack_require__, 9555))).runInit(invocation, environment);
    const { runCommand } = await Promise.all(/* import() */[__webpack_require__.e(54), __webpack_require__.e(602)]).then(__webpack_require__.bind(__webpack_require__, 3602));
    return runCommand({ ...invocation, command }, environment);
}
function print(text) {
    process.stdout.write(text);
    return 0;
}
async function usage() {
    process.stderr.write((await __webpack_require__.e(/* import() */ 129).then(__webpack_require__.bind(__webpack_require__, 5129))).helpText(null));
    return (await __webpack_require__.e(/* import() */ 797).then(__webpack_require__.bind(__webpack_require__, 1797))).USAGE_EXIT_CODE;
}
/** A mistake on the command line, before there is a presenter. */
async function refuse(error, json) {
    const [{ complain }, { createSecrets }] = await Promise.all([__webpack_require__.e(/* import() */ 185).then(__webpack_require__.bind(__webpack_require__, 8185)), __webpack_require__.e(/* import() */ 54).then(__webpack_require__.bind(__webpack_require__, 8054))]);
    return complain(error, { json, environment: process.env, redact: createSecrets(process.env).redact });
}


/***/ })

};
