export const id = 903;
export const ids = [903,797];
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


/***/ }),

/***/ 1903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDemo: () => (/* binding */ runDemo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/compose.js + 29 modules
var compose = __webpack_require__(8054);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/outcome.js
var outcome = __webpack_require__(1797);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/demo-command.js
/** One `savepoint run` of the demo, as a process of its own, and whether it ended as the demo means to show. */





/** Runs it on this terminal; says what is wrong where the outcome is another than expected. */
async function runDemoCommand(place, expected, note) {
    if (place.signal.aborted)
        return false;
    note('$ savepoint run --yes');
    const exitCode = await exitCodeOfRun(place);
    if (exitCode === (0,outcome.exitCodeOf)(expected, expected === 'migrated') && (await reportedOutcome(place.directory)) === expected)
        return true;
    note(`the demo expected the outcome "${expected}"; see savepoint-demo/savepoint-run/report.md`);
    return false;
}
async function exitCodeOfRun({ project, directory, url, signal }) {
    const child = (0,external_node_child_process_.spawn)(process.execPath, [(0,external_node_path_.join)(project, 'bin', 'savepoint.js'), 'run', '--yes'], {
        cwd: directory,
        env: { ...process.env, DATABASE_URL: url },
        stdio: 'inherit',
    });
    // At a terminal an interrupt reaches the child by itself; elsewhere it has to be passed on.
    signal.addEventListener('abort', () => process.stdin.isTTY || child.kill('SIGTERM'), { once: true });
    const [exitCode] = (await (0,external_node_events_.once)(child, 'close'));
    return exitCode;
}
/** What the report says, which is what a person would believe. */
async function reportedOutcome(directory) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, 'savepoint-run', 'report.json'), 'utf8').catch(() => '{}');
    return String(JSON.parse(text).outcome);
}

// EXTERNAL MODULE: ./.cache/bundle/src/entrypoints/style.js
var style = __webpack_require__(5325);
;// CONCATENATED MODULE: ./.cache/bundle/src/entrypoints/demo.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/** `savepoint demo`: a good migration and one with a mistake, on a throwaway database, by the command line that everyone uses. */







/** Makes about a million rows. */
const RENTALS = 430_000;
const EXAMPLE = (0,external_node_path_.join)('examples', 'film-rental');
/**
 * Returns 0 where both runs ended as they should: the first `migrated`, the second `rolled-back`.
 *
 * @throws ConfigurationError, ConnectionError where the demo's database cannot be had
 */
async function runDemo() {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const project = projectDirectory();
        const directory = (0,external_node_path_.join)(process.cwd(), 'savepoint-demo');
        const talk = new Narrator((0,style/* styleFor */.j9)(process.stdout.isTTY === true, process.env));
        const interrupts = __addDisposableResource(env_1, (0,compose.listenForInterrupts)({ onFirst: talk.note, onRepeat: talk.note }), false);
        await prepare(project, directory);
        talk.title('A film rental business of about a million rows');
        const database = __addDisposableResource(env_1, await (0,compose.openDemoDatabase)(process.env.DATABASE_URL, project), true);
        talk.note(`PostgreSQL ${database.serverVersion}, database ${database.description}; it is gone when the demo ends`);
        await talk.timed('loaded', async () => database.execute(await sampleScripts(project)));
        const step = (expected) => runDemoCommand({ project, directory, url: database.url, signal: interrupts.signal }, expected, talk.note);
        talk.title('1. A run that migrates: three migrations');
        if (!(await step('migrated')))
            return 1;
        talk.title('2. A run whose migration loses rows: "speed up the sales report" also deletes every payment of nothing');
        await (0,promises_.cp)((0,external_node_path_.join)(project, EXAMPLE, 'mistake'), (0,external_node_path_.join)(directory, 'migrations'), { recursive: true });
        if (!(await step('rolled-back')))
            return 1;
        talk.title('Reports');
        for (const report of await reportsIn(directory))
            talk.note((0,external_node_path_.relative)(process.cwd(), report));
        return 0;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
class Narrator {
    #style;
    constructor(style) {
        this.#style = style;
    }
    note = (line) => {
        process.stdout.write(`${line}\n`);
    };
    title(line) {
        this.note(`\n${this.#style.paint('strong', line)}`);
    }
    async timed(done, work) {
        const startedAt = performance.now();
        await work();
        this.note(`${done} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    }
}
/** The directory above the sources or the bundle that holds the examples. */
function projectDirectory() {
    for (let directory = import.meta.dirname;; directory = (0,external_node_path_.dirname)(directory)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, EXAMPLE)))
            return directory;
        if (directory === (0,external_node_path_.dirname)(directory)) {
            throw new errors/* ConfigurationError */.j1('the example of the demo (examples/film-rental) is not installed with this savepoint', {
                hint: 'clone the repository and run npm run demo there',
            });
        }
    }
}
/** A directory of its own, made anew each time: the plan, the migrations, and what the runs leave. */
async function prepare(project, directory) {
    await (0,promises_.rm)(directory, { recursive: true, force: true });
    await (0,promises_.mkdir)(directory);
    for (const part of ['savepoint.yml', 'migrations']) {
        await (0,promises_.cp)((0,external_node_path_.join)(project, EXAMPLE, part), (0,external_node_path_.join)(directory, part), { recursive: true });
    }
}
async function sampleScripts(project) {
    const scripts = (0,external_node_path_.join)(project, EXAMPLE, 'database');
    const files = (await (0,promises_.readdir)(scripts)).sort();
    const texts = await Promise.all(files.map((file) => (0,promises_.readFile)((0,external_node_path_.join)(scripts, file), 'utf8')));
    return [`SET TIME ZONE 'UTC'; SET film_rental.rentals = '${RENTALS}'`, ...texts];
}
async function reportsIn(directory) {
    const runs = (0,external_node_path_.join)(directory, 'savepoint-run', 'runs');
    const ids = (await (0,promises_.readdir)(runs)).sort();
    return ids.map((id) => (0,external_node_path_.join)(runs, id, 'report.md'));
}


/***/ }),

/***/ 5325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   j9: () => (/* binding */ styleFor),
/* harmony export */   nV: () => (/* binding */ PLAIN_STYLE)
/* harmony export */ });
/* unused harmony export COLOUR_STYLE */
/** Colours and marks: real ones on a terminal, none elsewhere. */
const CODES = { good: 32, bad: 31, warning: 33, faint: 2, strong: 1 };
const PLAIN_STYLE = { paint: (_tone, text) => text };
const COLOUR_STYLE = { paint: (tone, text) => `\u001b[${CODES[tone]}m${text}\u001b[0m` };
/** Colours are wanted on a terminal, unless NO_COLOR says otherwise (https://no-color.org). */
function styleFor(isTerminal, environment) {
    return isTerminal && (environment.NO_COLOR ?? '') === '' ? COLOUR_STYLE : PLAIN_STYLE;
}
/** The mark of every status and outcome. */
const MARKS = {
    passed: { symbol: '✓', tone: 'good' },
    warning: { symbol: '!', tone: 'warning' },
    failed: { symbol: '✗', tone: 'bad' },
    errored: { symbol: '✗', tone: 'bad' },
    skipped: { symbol: '-', tone: 'faint' },
    migrated: { symbol: '✓', tone: 'good' },
    unchanged: { symbol: '-', tone: 'strong' },
    'rolled-back': { symbol: '✗', tone: 'bad' },
    stopped: { symbol: '!', tone: 'bad' },
};


/***/ })

};
