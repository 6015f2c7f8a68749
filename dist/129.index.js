export const id = 129;
export const ids = [129];
export const modules = {

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

/***/ 5129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EXIT_CODES: () => (/* binding */ EXIT_CODES),
/* harmony export */   flagOf: () => (/* binding */ flagOf),
/* harmony export */   helpText: () => (/* binding */ helpText),
/* harmony export */   titleOf: () => (/* binding */ titleOf)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3556);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(627);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3416);
/** The text of `--help`, made from the tables of commands and inputs. */



const EXIT_CODES = [
    ['0', 'done: migrated, every check passed, or nothing to do'],
    ['1', 'not done: a check failed, or the run was taken back'],
    ['2', 'wrong configuration or usage; nothing was touched'],
    ['3', 'stopped: a person must decide; the report says between what'],
];
/** Help of one command, or of the whole program. Lines of at most 80 columns. */
function helpText(name) {
    const command = name === null ? undefined : (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .findCommand */ .Zv)(name);
    return `${(command === undefined ? programHelp() : commandHelp(command)).join('\n')}\n`;
}
function programHelp() {
    return [
        'Safe database migrations: check, back up, migrate, prove, and a way back.',
        '',
        'Usage: savepoint COMMAND [OPTIONS]',
        '',
        'Commands:',
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMANDS */ .Lo.map((command) => [titleOf(command), command.summary])),
        '',
        'Options of every command:',
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .GLOBAL_INPUTS */ .O$.map((key) => inputRow((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputOf */ .wg)(key)))),
        '',
        'The database is read from the plan, or from DATABASE_URL, DB_HOST and DB_*,',
        'PGHOST and PG* in the environment; never from an argument.',
        '',
        'Exit codes:',
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(EXIT_CODES),
        '',
        'Examples:',
        '  savepoint health',
        '  savepoint run --environment staging --yes',
        '  savepoint migrate --help',
    ];
}
/** The command with its aliases. */
function titleOf(command) {
    return [command.name, ...command.aliases].join(', ');
}
function commandHelp(command) {
    const below = (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandsBelow */ .a8)(command);
    return [
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .indented */ .gu)(`savepoint ${command.name}: ${command.summary}`, 0),
        '',
        `Usage: savepoint ${command.name}${command.argument === undefined ? '' : ` ${command.argument}`} [OPTIONS]`,
        ...(command.aliases.length === 0 ? [] : [`Also: savepoint ${command.aliases.join(', ')}`]),
        '',
        ...command.description.flatMap((paragraph) => [...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .indented */ .gu)(paragraph, 0), '']),
        ...(command.inputs.length === 0 ? [] : ['Options:', ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(command.inputs.map((key) => inputRow((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputOf */ .wg)(key), true))), '']),
        ...(below.length === 0
            ? []
            : ['Commands below it:', ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(below.map(({ name, summary }) => [name, summary])), '']),
        'Options of every command:',
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .GLOBAL_INPUTS */ .O$.map((key) => inputRow((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputOf */ .wg)(key)))),
        '',
        'Examples:',
        ...command.examples.flatMap(([line, does]) => [`  savepoint ${line}`, `      ${does}`]),
    ];
}
function inputRow(input, withExample = false) {
    const extras = [
        input.kind === 'text' && input.default !== undefined ? `[default: ${input.default}]` : '',
        input.variable === undefined ? '' : `[environment: ${input.variable}]`,
        withExample && input.kind !== 'flag' ? `[example: ${input.example}]` : '',
    ];
    return [flagOf(input), [input.description, ...extras].filter((text) => text !== '').join(' ')];
}
/** `--to REVISION`, with its other names. */
function flagOf(input) {
    const names = [`--${input.name}`, ...(input.aliases ?? []).map((alias) => `--${alias}`)];
    const short = input.short === undefined ? [] : [`-${input.short}`];
    return `${[...short, ...names].join(', ')}${input.kind === 'flag' ? '' : ` ${input.placeholder}`}`;
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

/***/ 3416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IE: () => (/* binding */ pieces),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   gu: () => (/* binding */ indented),
/* harmony export */   lR: () => (/* binding */ WIDTH),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Lays text out in lines of a given width. */
/** The width that every terminal has. */
const WIDTH = 80;
/** Spaces, but not the one between a number and its unit. */
const GAP = /(?<!\d)\s+|\s+(?!(?:bytes|[kMGT]B|ms|s|min|h|d|%)(?![\w-]))/;
/** Breaks a text at spaces into lines of at most `width`; a longer word stands alone on its line. */
function wrap(text, width) {
    const lines = [];
    for (const word of text.split(GAP).filter((word) => word !== '')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}
/** Breaks a line of a tool where it has a space near the end of the room, else within a word; nothing of it is lost. */
function pieces(line, room) {
    if (line.length <= room)
        return [line];
    const space = line.lastIndexOf(' ', room);
    const end = space > room / 2 ? space + 1 : room;
    return [line.slice(0, end).trimEnd(), ...pieces(line.slice(end), room)];
}
/** Wraps a text with every line indented. */
function indented(text, indent, width = WIDTH) {
    return wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);
}
/** Two columns: terms on the left, wrapped words on the right; a term that is too long stands on its own line. */
function table(rows, width = WIDTH) {
    const left = Math.min(28, Math.max(0, ...rows.map(([term]) => term.length + 4)));
    return rows.flatMap(([term, words]) => {
        const lines = indented(words, left, width);
        const head = `  ${term}`;
        if (head.length + 2 > left)
            return [head, ...lines];
        return [head.padEnd(left) + (lines[0] ?? '').trimStart(), ...lines.slice(1)];
    });
}


/***/ })

};
