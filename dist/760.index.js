export const id = 760;
export const ids = [760];
export const modules = {

/***/ 7760:
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
    const { parseArguments } = await __webpack_require__.e(/* import() */ 414).then(__webpack_require__.bind(__webpack_require__, 6414));
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
        return print(`${(await __webpack_require__.e(/* import() */ 458).then(__webpack_require__.bind(__webpack_require__, 6458))).VERSION}\n`);
    if (values.help)
        return print((await __webpack_require__.e(/* import() */ 115).then(__webpack_require__.bind(__webpack_require__, 5115))).helpText(command));
    if (command === null)
        return usage();
    if (command === 'demo')
        return (await Promise.all(/* import() */[__webpack_require__.e(104), __webpack_require__.e(116)]).then(__webpack_require__.bind(__webpack_require__, 3116))).runDemo();
    if (command === 'init')
        return (await Promise.all(/* import() */[__webpack_require__.e(9), __webpack_require__.e(921), __webpack_require__.e(104), __webpack_require__.e(636)]).then(__webpack_require__.bind(__webpack_require__, 9728))).runInit(invocation, environment);
    const { runCommand } = await Promise.all(/* import() */[__webpack_require__.e(104), __webpack_require__.e(544)]).then(__webpack_require__.bind(__webpack_require__, 4544));
    return runCommand({ ...invocation, command }, environment);
}
function print(text) {
    process.stdout.write(text);
    return 0;
}
async function usage() {
    process.stderr.write((await __webpack_require__.e(/* import() */ 115).then(__webpack_require__.bind(__webpack_require__, 5115))).helpText(null));
    return (await __webpack_require__.e(/* import() */ 375).then(__webpack_require__.bind(__webpack_require__, 1375))).USAGE_EXIT_CODE;
}
/** A mistake on the command line, before there is a presenter. */
async function refuse(error, json) {
    const [{ complain }, { createSecrets }] = await Promise.all([__webpack_require__.e(/* import() */ 851).then(__webpack_require__.bind(__webpack_require__, 7851)), __webpack_require__.e(/* import() */ 104).then(__webpack_require__.bind(__webpack_require__, 3104))]);
    return complain(error, { json, environment: process.env, redact: createSecrets(process.env).redact });
}


/***/ })

};
