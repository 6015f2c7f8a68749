export const id = 384;
export const ids = [384];
export const modules = {

/***/ 42:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ hintOf),
/* harmony export */   DD: () => (/* binding */ causeChain),
/* harmony export */   Ku: () => (/* binding */ LockError),
/* harmony export */   Mp: () => (/* binding */ StatementError),
/* harmony export */   Py: () => (/* binding */ MigrationError),
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   Rc: () => (/* binding */ ConnectionError),
/* harmony export */   ZS: () => (/* binding */ RollbackError),
/* harmony export */   _o: () => (/* binding */ SavepointError),
/* harmony export */   hj: () => (/* binding */ BackupError),
/* harmony export */   j1: () => (/* binding */ ConfigurationError),
/* harmony export */   p4: () => (/* binding */ InterruptedError),
/* harmony export */   tl: () => (/* binding */ CheckError)
/* harmony export */ });
/** The typed errors of Savepoint: each says what went wrong in one line, what to do next, and keeps its cause. */
/** Base of every error that Savepoint throws on purpose. */
class SavepointError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
        this.name = new.target.name;
    }
}
/** Wrong configuration or usage: nothing was touched; exit code 2. Carries every problem found, not only the first. */
class ConfigurationError extends SavepointError {
    problems;
    constructor(message, options = {}) {
        super('CONFIGURATION', message, options);
        this.problems = options.problems ?? [];
    }
}
/** The database could not be reached or refused the session. */
class ConnectionError extends SavepointError {
    constructor(message, options = {}) {
        super('CONNECTION', message, options);
    }
}
/** Another run holds the database, or the lock cannot hold here. */
class LockError extends SavepointError {
    constructor(message, options = {}) {
        super('LOCK', message, options);
    }
}
/** A child process failed. Arguments and output are redacted before they get here. */
class CommandError extends SavepointError {
    command;
    exitCode;
    signal;
    /** The last lines of standard error (standard output where that was empty), oldest first. */
    lastLines;
    constructor(message, details, options = {}) {
        super('COMMAND', message, options);
        this.command = details.command;
        this.exitCode = details.exitCode;
        this.signal = details.signal;
        this.lastLines = details.lastLines;
    }
}
/** A backup could not be made, or could not be proven. */
class BackupError extends SavepointError {
    constructor(message, options = {}) {
        super('BACKUP', message, options);
    }
}
/** A migration failed, or its history cannot be trusted. */
class MigrationError extends SavepointError {
    failure;
    constructor(message, failure = {}, options = {}) {
        super('MIGRATION', message, options);
        this.failure = failure;
    }
}
/** A check failed or could not run. */
class CheckError extends SavepointError {
    constructor(message, options = {}) {
        super('CHECK', message, options);
    }
}
/** The way back failed too: keeps the failure that asked for it and those of every way that was tried. */
class RollbackError extends SavepointError {
    failures;
    constructor(message, failures, options = {}) {
        super('ROLLBACK', message, { ...options, cause: options.cause ?? failures[0] });
        this.failures = failures;
    }
}
/** A person or the runner asked the run to end (SIGINT, SIGTERM). */
class InterruptedError extends SavepointError {
    constructor(signalName) {
        super('INTERRUPTED', `interrupted by ${signalName}`);
    }
}
/** The server refused or failed one statement. `position` counts characters from 1 within that statement's text. */
class StatementError extends SavepointError {
    sqlState;
    position;
    detail;
    constructor(message, details, options = {}) {
        super('MIGRATION', message, options);
        this.sqlState = details.sqlState;
        this.position = details.position;
        this.detail = details.detail;
    }
}
/** The messages of an error and its causes, nearest first, without repeats. */
function causeChain(error) {
    const messages = [];
    for (let link = error, depth = 0; link !== undefined && link !== null && depth < 10; depth++) {
        const message = link instanceof Error ? link.message || link.name : String(link);
        if (!messages.some((known) => known.includes(message)))
            messages.push(message);
        link = link instanceof Error ? link.cause : undefined;
    }
    return messages;
}
/** The first hint along the chain of causes. */
function hintOf(error) {
    for (let link = error, depth = 0; link instanceof Error && depth < 10; link = link.cause, depth++) {
        if (link instanceof SavepointError && link.hint !== undefined)
            return link.hint;
    }
    return undefined;
}


/***/ }),

/***/ 1384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseArguments: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42);
/* harmony import */ var _plan_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6068);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3556);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(627);
/** Parses arguments and environment by the table of inputs; every mistake is reported, not only the first. */





/** Flags that would put a secret where every user of the machine can read it. */
const SECRET_FLAGS = ['database-url', 'url', 'password', 'db-password', 'connection-string', 'dsn'];
/** @throws ConfigurationError with all problems */
function parseArguments(argv, environment) {
    const { words, options } = tokenise(argv);
    const named = (0,_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(words);
    const command = named?.command;
    const rest = words.slice(named?.length ?? 1);
    const problems = [];
    if (words[0] !== undefined && command === undefined)
        problems.push(unknownCommand(words[0]));
    const keys = [..._inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOBAL_INPUTS */ .O$, ...(command?.inputs ?? [])];
    const values = { ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultValues */ .gH)() };
    // With an unknown command its flags cannot be judged.
    const known = command === undefined && words[0] !== undefined ? options.filter(isGlobal) : options;
    problems.push(...readVariables(values, keys, environment), ...readOptions(values, keys, known));
    const asksOnly = values.help || values.version;
    // What follows an unknown option may be its value, so arguments are counted only where all options are known.
    if (command !== undefined && !asksOnly && problems.length === 0) {
        problems.push(...judgeWords(command, rest), ...judgeExclusive(command, values));
    }
    if (problems.length > 0)
        throw refusal(problems, command);
    return { command: command?.name ?? null, values, argument: rest.join(' ') };
}
function tokenise(argv) {
    // Whether `--backup` takes a value depends on the command, so the command is looked for with what all commands share.
    const first = tokensOf(argv, _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOBAL_INPUTS */ .O$).flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
    const command = (0,_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandOf */ .Nl)(first)?.command;
    const tokens = tokensOf(argv, [..._inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOBAL_INPUTS */ .O$, ...(command?.inputs ?? [])]);
    return {
        words: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
        options: tokens.flatMap((token) => (token.kind === 'option' ? [token] : [])),
    };
}
function tokensOf(argv, keys) {
    const options = {};
    for (const input of keys.map(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)) {
        const type = input.kind === 'flag' ? 'boolean' : 'string';
        for (const name of namesOf(input))
            options[name] = { type };
        if (input.short !== undefined)
            options[input.name] = { type, short: input.short };
    }
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}
function namesOf(input) {
    return [input.name, ...(input.aliases ?? [])];
}
function isGlobal(option) {
    return _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOBAL_INPUTS */ .O$.some((key) => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)(key).name === option.name) || SECRET_FLAGS.includes(option.name);
}
function unknownCommand(word) {
    // A word that looks like a URL may hold a password and is not repeated.
    const shown = word.includes('://') ? 'the first argument' : word;
    const names = _commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo.flatMap((command) => [command.name, ...command.aliases]);
    return { message: `${shown} is not a command`, hint: didYouMean(word, names, '') ?? 'savepoint --help lists the commands' };
}
function didYouMean(word, known, prefix) {
    const match = (0,_plan_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(word, known);
    return match === undefined ? undefined : `did you mean ${prefix}${match}?`;
}
function readVariables(values, keys, environment) {
    return keys.flatMap((key) => {
        const input = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)(key);
        const text = input.variable === undefined ? undefined : environment[input.variable];
        if (text === undefined || text === '')
            return [];
        const given = input.kind === 'list' ? text.split('\n').map((line) => line.trim()) : [text];
        return given.filter((one) => one !== '').flatMap((one) => assign(values, key, one, input.variable ?? ''));
    });
}
function readOptions(values, keys, options) {
    const seen = new Set();
    return options.flatMap((option) => {
        const key = keys.find((key) => namesOf((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)(key)).includes(option.name));
        if (key === undefined)
            return [unknownOption(option, keys)];
        if (seen.has(key) && (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)(key).kind === 'text')
            return [{ message: `${option.rawName} is given twice`, hint: 'give it once' }];
        seen.add(key);
        return readOption(values, key, option);
    });
}
function readOption(values, key, option) {
    const input = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)(key);
    if (input.kind === 'flag')
        return assign(values, key, option.value ?? 'true', option.rawName);
    const missing = option.value === undefined || option.value === '' || (!option.inlineValue && option.value.startsWith('-'));
    if (missing)
        return [{ message: `${option.rawName} needs a value`, hint: `for example ${input.example}` }];
    return assign(values, key, option.value ?? '', option.rawName);
}
/** Sets a value from text; `origin` is the flag or variable that it comes from. */
function assign(values, key, text, origin) {
    const mutable = values;
    const { kind } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)(key);
    if (kind !== 'flag') {
        mutable[key] = kind === 'list' ? [...mutable[key], text] : text;
        return [];
    }
    const truth = { true: true, '1': true, yes: true, false: false, '0': false, no: false }[text.toLowerCase()];
    if (truth === undefined)
        return [{ message: `${origin} is either given or not; it takes true or false at most` }];
    mutable[key] = truth;
    return [];
}
function unknownOption(option, keys) {
    if (SECRET_FLAGS.includes(option.name))
        return secretFlag(option);
    const known = keys.flatMap((key) => namesOf((0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)(key)));
    return {
        message: `${option.rawName} is not known here`,
        hint: didYouMean(option.name, known, '--') ?? 'the command with --help lists what it takes',
    };
}
function secretFlag(option) {
    return {
        message: `${option.rawName} does not exist: everyone on this machine can read the arguments of a command`,
        hint: `set DATABASE_URL in the environment, or write database: { url: "\${DATABASE_URL}" } in savepoint.yml`,
    };
}
function judgeWords(command, words) {
    const wanted = command.argument === undefined ? 0 : 1;
    if (words.length < wanted) {
        return [{ message: `${command.name} needs a ${command.argument}`, hint: `for example savepoint ${command.examples[0]?.[0]}` }];
    }
    if (words.length === wanted)
        return [];
    const below = (0,_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandsBelow */ .a8)(command).map(({ name }) => name);
    if (below.length > 0)
        return [unknownBelow(command, words[0] ?? '', below)];
    const hint = wanted === 1 ? `put the ${command.argument} in quotes` : `savepoint ${command.name} --help shows what it takes`;
    return [
        { message: `${command.name} takes ${wanted === 1 ? 'one argument' : 'no arguments'} but was given ${words.length}`, hint },
    ];
}
function unknownBelow({ name }, word, below) {
    return {
        message: `${name} takes no arguments, and ${JSON.stringify(word)} is none of its commands`,
        hint: didYouMean(`${name} ${word}`, below, '') ?? `there are ${below.join(', ')}`,
    };
}
function judgeExclusive(command, values) {
    const given = (command.exclusive ?? []).filter((key) => values[key] !== null);
    if (given.length < 2)
        return [];
    const names = given.map((key) => `--${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputOf */ .wg)(key).name}`).join(' and ');
    return [{ message: `${names} exclude each other`, hint: 'give one of them' }];
}
function refusal(problems, command) {
    const count = problems.length === 1 ? 'one mistake' : `${problems.length} mistakes`;
    const help = command === undefined ? 'savepoint --help' : `savepoint ${command.name} --help`;
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`the command line has ${count}`, { problems, hint: `see ${help}` });
}


/***/ }),

/***/ 3556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   Zv: () => (/* binding */ findCommand),
/* harmony export */   a8: () => (/* binding */ commandsBelow)
/* harmony export */ });
const COMMANDS = [
    {
        name: 'health',
        aliases: [],
        summary: 'ask whether the database is fit for a migration',
        description: [
            'Connects and checks versions, privileges, free space, history, long transactions, blockers, invalid indexes and unfinished runs. Changes nothing.',
        ],
        inputs: [],
        examples: [['health --environment staging', 'all checks of one environment']],
    },
    {
        name: 'status',
        aliases: [],
        summary: 'show the last run, where the database stands, what to do',
        description: ['Reads the journal beside you and the one in the database. Changes nothing.'],
        inputs: ['exitCode'],
        examples: [['status --exit-code', 'fail where a person must decide']],
    },
    {
        name: 'heads',
        aliases: [],
        summary: 'list the newest revisions',
        description: ['More than one head means that two branches must be merged before a migration.'],
        inputs: [],
        examples: [['heads --json', 'the heads as JSON']],
    },
    {
        name: 'check',
        aliases: [],
        summary: 'fail while migrations are pending',
        description: ['For continuous integration: exit code 1 lists what is pending, 0 means that nothing is.'],
        inputs: [],
        examples: [['check', 'is the database at head?']],
    },
    {
        name: 'backup',
        aliases: [],
        summary: 'make a backup and prove it',
        description: ['Dumps and fingerprints one instant, then restores the dump into a scratch database and compares every value.'],
        inputs: [],
        examples: [['backup --output /backups', 'a backup below /backups']],
    },
    {
        name: 'backup list',
        aliases: [],
        summary: 'list the backups here and in every store',
        description: [
            'Id, time, environment, database, size, proof and places of every backup in the run directory and in the stores of the plan, newest first. Asks no database. Exit code 1 where a place could not be asked.',
        ],
        inputs: [],
        examples: [['backup list --json', 'the list as JSON']],
    },
    {
        name: 'backup verify',
        aliases: [],
        summary: 'prove a backup again: read it, or restore it',
        description: [
            'Reads every byte and compares the digests; with --restore it also restores the backup into a scratch database beside the one of the plan and compares every value. A backup that only a store holds is fetched first. BACKUP is an id, a manifest, or s3://BUCKET/PREFIX/ID.',
        ],
        inputs: ['proveByRestore', 'identity'],
        argument: 'BACKUP',
        examples: [
            ['backup verify 20261121T093000Z-1f3a9c', 'read it, compare digests'],
            ['backup verify s3://backups/shop/20261121T093000Z-1f3a9c --restore', 'restore it, compare values'],
        ],
    },
    {
        name: 'backup fetch',
        aliases: [],
        summary: 'fetch a backup from a store into the run directory',
        description: ['Every digest is compared with the manifest, which is written last. Prints the path of the manifest.'],
        inputs: ['fetchFrom'],
        argument: 'ID',
        examples: [
            ['backup fetch 20261121T093000Z-1f3a9c', 'from the first store that has it'],
            ['backup fetch 20261121T093000Z-1f3a9c --from s3://backups/shop/', 'from this one'],
        ],
    },
    {
        name: 'backup prune',
        aliases: [],
        summary: 'remove old backups, never the last proven one',
        description: [
            'Judges the run directory and each store by itself, each database by itself, and only backups of this environment. The last backup proven by a restore, the last verified one, the last one at all, and what an unfinished run may come back to are always kept. Without --yes it only says what would go.',
        ],
        inputs: ['keep'],
        examples: [
            ['backup prune --keep 7', 'say what would go, keeping the newest seven'],
            ['backup prune --keep 30d --yes', 'remove what is older than 30 days'],
        ],
    },
    {
        name: 'snapshot',
        aliases: [],
        summary: 'measure schema and content, to compare with later',
        description: ['Counts the rows and digests the values of every table as of one instant. Changes nothing in the database.'],
        inputs: [],
        examples: [['snapshot', 'before a migration made by hand']],
    },
    {
        name: 'migrate',
        aliases: ['upgrade'],
        summary: 'apply pending migrations, one at a time, and validate',
        description: [
            'Checks health, measures a snapshot, applies each pending migration and proves that only what was declared has changed.',
        ],
        inputs: ['to', 'dryRun', 'backupFirst', 'skipHealthChecks', 'skipValidation', 'confirm', 'evidence', 'identity'],
        asks: true,
        examples: [
            ['migrate --dry-run', 'print the SQL, change nothing'],
            ['migrate --to 014 --backup --yes', 'without questions, with a backup'],
        ],
    },
    {
        name: 'validate',
        aliases: [],
        summary: 'compare the database with the last snapshot',
        description: ['Checks revision, rows and content of all that is not declared under changes, and the checks of the plan.'],
        inputs: [],
        examples: [['validate', 'after a migration made by hand']],
    },
    {
        name: 'monitor',
        aliases: [],
        summary: 'watch the database for a while, against the state before',
        description: [
            'Samples sessions, slow queries, deadlocks, rollbacks, constraint violations, size, replication lag, addresses and logs, as the plan says under monitor, and compares them with the latest snapshot. Changes nothing. Ctrl-C ends it with a report of what was seen until then.',
        ],
        inputs: ['watchFor', 'watchEvery'],
        examples: [
            ['monitor --for 2h --every 30s', 'the two hours after a migration'],
            ['monitor --for 1m --every 1s', 'a close look'],
        ],
    },
    {
        name: 'rollback',
        aliases: ['downgrade'],
        summary: 'go back to a revision or a backup',
        description: [
            'Without options it takes the last run back. A database that is replaced is kept under a new name until a person drops it.',
        ],
        inputs: ['rollbackTo', 'backupManifest', 'identity'],
        exclusive: ['rollbackTo', 'backupManifest'],
        asks: true,
        examples: [
            ['rollback --to 013', 'downgrade, proven by fingerprint'],
            ['rollback --backup savepoint-run/backups/ID/manifest.json', 'restore and swap'],
        ],
    },
    {
        name: 'run',
        aliases: [],
        summary: 'the whole safe migration, with the way back',
        description: [
            'Health check, verified backup and snapshot, migration, validation, and on failure rollback. Ends in one of four outcomes: migrated, unchanged, rolled-back, stopped.',
        ],
        inputs: ['to', 'dryRun', 'adopt', 'confirm', 'evidence', 'identity'],
        asks: true,
        examples: [
            ['run --environment staging --yes', 'in a pipeline'],
            ['run --dry-run', 'print the SQL, change nothing'],
        ],
    },
    {
        name: 'generate',
        aliases: [],
        summary: 'create an empty migration',
        description: ['The migration tool writes the files; their paths are printed.'],
        inputs: [],
        argument: 'MESSAGE',
        examples: [['generate "add budget to phases"', 'a new migration file']],
    },
    {
        name: 'init',
        aliases: [],
        summary: 'write a first plan for this repository and its database',
        description: [
            'Looks at the files beside you and, where it can be reached, at the database; writes savepoint.yml with what it found, and checks that hold today. Changes nothing in the database.',
        ],
        inputs: ['force'],
        examples: [
            ['init', 'look around and write savepoint.yml'],
            ['init --force --config db/savepoint.yml', 'over an earlier one, elsewhere'],
        ],
    },
    {
        name: 'demo',
        aliases: [],
        summary: 'see it work on a throwaway database',
        description: [
            'Starts a throwaway PostgreSQL with about a million rows; migrates it; then runs a migration that loses rows, catches it and takes it back.',
        ],
        inputs: [],
        examples: [['demo', 'under two minutes']],
    },
];
/** A command by its whole name or an alias. */
function findCommand(word) {
    return COMMANDS.find((command) => command.name === word || command.aliases.includes(word));
}
/** The command that words begin with, and how many of them are its name: the longer name wins. */
function commandOf(words) {
    for (const length of [2, 1]) {
        const command = words.length < length ? undefined : findCommand(words.slice(0, length).join(' '));
        if (command !== undefined)
            return { command, length };
    }
    return undefined;
}
/** Commands whose names begin with that of this one. */
function commandsBelow({ name }) {
    return COMMANDS.filter((command) => command.name.startsWith(`${name} `));
}


/***/ }),

/***/ 627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ GLOBAL_INPUTS),
/* harmony export */   gH: () => (/* binding */ defaultValues),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   wg: () => (/* binding */ inputOf)
/* harmony export */ });
/** The one table of inputs: names, types, defaults, environment variables and words of everything a person can pass. */
/** By the key under which code reads the value. Two commands may use one name differently, so names are not unique. */
const INPUTS = {
    config: {
        kind: 'text',
        name: 'config',
        placeholder: 'FILE',
        variable: 'SAVEPOINT_CONFIG',
        description: 'The plan; left out: savepoint.yml where there is one, otherwise defaults and the environment.',
        example: '--config db/savepoint.yml',
    },
    environment: {
        kind: 'text',
        name: 'environment',
        placeholder: 'NAME',
        variable: 'SAVEPOINT_ENVIRONMENT',
        description: 'The environment of the plan to use.',
        example: '--environment staging',
    },
    output: {
        kind: 'text',
        name: 'output',
        placeholder: 'DIR',
        default: 'savepoint-run',
        variable: 'SAVEPOINT_OUTPUT',
        description: 'Where the journal, reports, snapshots and backups lie.',
        example: '--output /var/lib/savepoint',
    },
    json: {
        kind: 'flag',
        name: 'json',
        variable: 'SAVEPOINT_JSON',
        description: 'Print one JSON document on standard output, and the text for people on standard error.',
        example: '--json',
    },
    yes: {
        kind: 'flag',
        name: 'yes',
        short: 'y',
        variable: 'SAVEPOINT_YES',
        description: 'Answer yes to every question. Needed where there is no terminal to ask on.',
        example: '--yes',
    },
    help: { kind: 'flag', name: 'help', short: 'h', description: 'Show the help of the command.', example: '--help' },
    version: { kind: 'flag', name: 'version', description: 'Show the version.', example: '--version' },
    to: {
        kind: 'text',
        name: 'to',
        aliases: ['revision'],
        placeholder: 'REVISION',
        default: 'head',
        description: 'The revision to migrate to.',
        example: '--to 976e6adbac6f',
    },
    dryRun: {
        kind: 'flag',
        name: 'dry-run',
        description: 'Print the SQL that would run, and change nothing.',
        example: '--dry-run',
    },
    backupFirst: {
        kind: 'flag',
        name: 'backup',
        description: 'Make and prove a backup before the first migration.',
        example: '--backup',
    },
    skipHealthChecks: {
        kind: 'flag',
        name: 'skip-health-checks',
        description: 'Leave the health checks out. The report says so.',
        example: '--skip-health-checks',
    },
    skipValidation: {
        kind: 'flag',
        name: 'skip-validation',
        description: 'Do not prove afterwards that nothing was lost. The report says so.',
        example: '--skip-validation',
    },
    adopt: {
        kind: 'flag',
        name: 'adopt',
        description: 'Take the database as it stands for the state before, whatever an interrupted run left.',
        example: '--adopt',
    },
    confirm: {
        kind: 'list',
        name: 'confirm',
        placeholder: 'NAME[=WHO]',
        variable: 'SAVEPOINT_CONFIRM',
        description: 'Confirm what the plan requires a person to confirm, and say who does; may be given several times (in the environment: a line each).',
        example: '--confirm "stakeholders informed=ann"',
    },
    evidence: {
        kind: 'text',
        name: 'evidence',
        placeholder: 'FILE',
        variable: 'SAVEPOINT_EVIDENCE',
        description: 'Evidence of a rehearsal; left out: evidence.json below --output.',
        example: '--evidence rehearsal/evidence.json',
    },
    rollbackTo: {
        kind: 'text',
        name: 'to',
        aliases: ['revision'],
        placeholder: 'REVISION',
        description: 'Downgrade to this revision (base: before the first migration).',
        example: '--to 976e6adbac6f',
    },
    backupManifest: {
        kind: 'text',
        name: 'backup',
        placeholder: 'BACKUP',
        description: 'Restore this backup beside the database and swap it in; the database replaced is kept under a new name. A manifest, an id, or s3://BUCKET/PREFIX/ID; what is not here is fetched first.',
        example: '--backup savepoint-run/backups/ID/manifest.json',
    },
    proveByRestore: {
        kind: 'flag',
        name: 'restore',
        description: 'Restore it into a scratch database and compare every value.',
        example: '--restore',
    },
    fetchFrom: {
        kind: 'text',
        name: 'from',
        placeholder: 'STORE',
        description: 'The store to fetch from, as the plan names it, or s3://BUCKET/PREFIX/; left out: the first of the plan that has it.',
        example: '--from s3://backups/shop/',
    },
    keep: {
        kind: 'text',
        name: 'keep',
        placeholder: 'N|DURATION',
        description: 'How many of the newest to keep, or those younger than this.',
        example: '--keep 30d',
    },
    identity: {
        kind: 'text',
        name: 'identity',
        placeholder: 'FILE',
        variable: 'SAVEPOINT_AGE_IDENTITY_FILE',
        description: 'Private key of age that opens an encrypted backup, in a file as age-keygen writes it; or the key itself in SAVEPOINT_AGE_IDENTITY.',
        example: '--identity key.txt',
    },
    force: {
        kind: 'flag',
        name: 'force',
        description: 'Write the plan even where there is one.',
        example: '--force',
    },
    watchFor: {
        kind: 'text',
        name: 'for',
        placeholder: 'DURATION',
        description: 'How long to watch; left out: as the plan says, or 10m.',
        example: '--for 2h',
    },
    watchEvery: {
        kind: 'text',
        name: 'every',
        placeholder: 'DURATION',
        description: 'Time from one sample to the next; left out: as the plan says, or 30s.',
        example: '--every 30s',
    },
    exitCode: {
        kind: 'flag',
        name: 'exit-code',
        description: 'Exit with 1 where the last run left something to do.',
        example: '--exit-code',
    },
};
/** Inputs that every command takes. */
const GLOBAL_INPUTS = ['config', 'environment', 'output', 'json', 'yes', 'help', 'version'];
function inputOf(key) {
    return INPUTS[key];
}
/** Every value as it is where nothing was given. */
function defaultValues() {
    const entries = Object.entries(INPUTS).map(([key, input]) => [
        key,
        input.kind === 'flag' ? false : input.kind === 'list' ? [] : (input.default ?? null),
    ]);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 6068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Finds the known word that an unknown one was meant to be. */
/** The word that is meant, when one is near enough to be a slip of the pen: a third of its letters, at most three. */
function nearest(word, known) {
    const ranked = known
        .map((candidate) => ({ candidate, steps: distance(plain(word), plain(candidate)) }))
        .sort((a, b) => a.steps - b.steps);
    const best = ranked[0];
    return best !== undefined && best.steps <= Math.min(3, Math.ceil(best.candidate.length / 3)) ? best.candidate : undefined;
}
/** `lock_wait`, `lockWait` and `lock-wait` are one word. */
function plain(word) {
    return word.replace(/[_\s-]/g, '').toLowerCase();
}
/** Levenshtein's distance, two swapped neighbours counting as one step. */
function distance(a, b) {
    const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++)
            row.push(step(rows, row, a, b, i, j));
        rows.push(row);
    }
    return rows[a.length]?.[b.length] ?? 0;
}
function step(rows, row, a, b, i, j) {
    const cell = (up, left) => (up === 0 ? row : rows[i - up])?.[j - left] ?? 0;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(2, 2) + 1 : Number.POSITIVE_INFINITY;
    return Math.min(cell(1, 0) + 1, cell(0, 1) + 1, cell(1, 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
}


/***/ })

};
