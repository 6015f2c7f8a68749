export const id = 763;
export const ids = [763];
export const modules = {

/***/ 9537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   HC: () => (/* binding */ parseTableName),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   Jb: () => (/* binding */ showTableName),
/* harmony export */   M9: () => (/* binding */ readTableName),
/* harmony export */   T: () => (/* binding */ quoteWhereNeeded),
/* harmony export */   c_: () => (/* binding */ quoteTableName),
/* harmony export */   iU: () => (/* binding */ readColumnName),
/* harmony export */   zF: () => (/* binding */ namesTable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/** Names of tables and columns as people write them in a plan, and as SQL wants them. */

const PART = /\s*(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))\s*(\.|$)/y;
/** Reads `schema.table` or `table`; parts without quotes fold to lower case as in SQL. @throws ConfigurationError */
function parseTableName(text) {
    const name = readTableName(text);
    if (name !== null)
        return name;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`${JSON.stringify(text)} is not the name of a table`, {
        hint: 'write it as schema.table, with double quotes around names that hold anything but letters, digits and _',
    });
}
/** As {@link parseTableName}, or `null`. */
function readTableName(text) {
    const parts = readParts(text);
    const [first, second] = parts;
    if (first === undefined || parts.length > 2)
        return null;
    return second === undefined ? { schema: null, table: first } : { schema: first, table: second };
}
/** Reads `table.column` or `schema.table.column`; `null` where it is neither. */
function readColumnName(text) {
    const parts = readParts(text);
    const [column, table, schema] = parts.toReversed();
    if (column === undefined || table === undefined || parts.length > 3)
        return null;
    return { schema: schema ?? null, table, column };
}
/** The parts of any name as they are written, without their quotes: `public."Order".Id` as `public`, `Order`, `Id`. */
function nameParts(written) {
    const parts = written.match(/"(?:[^"]|"")*"|[^."]+/g) ?? [];
    return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}
/** Whether a text means the table of a qualified name: its schema may be left out where that is `public`. */
function namesTable(text, qualified) {
    if (qualified === undefined)
        return false;
    const [named, whole] = [readTableName(text), readTableName(qualified)];
    if (named === null || whole === null)
        return text === qualified;
    return named.table === whole.table && (named.schema ?? 'public') === whole.schema;
}
/** `schema.table` with quotes only where SQL needs them. */
function showTableName({ schema, table }) {
    return schema === null ? quoteWhereNeeded(table) : `${quoteWhereNeeded(schema)}.${quoteWhereNeeded(table)}`;
}
/** `"schema"."table"`, safe to put into a statement. */
function quoteTableName({ schema, table }) {
    return schema === null ? quoteIdentifier(table) : `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
}
function quoteIdentifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function quoteWhereNeeded(name) {
    return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name);
}
/** The parts between the dots; none where the text is not such a name. */
function readParts(text) {
    const parts = [];
    for (PART.lastIndex = 0;;) {
        const match = PART.exec(text);
        if (match === null)
            return [];
        parts.push(match[1]?.replaceAll('""', '"') ?? match[2].toLowerCase());
        if (match[3] === '')
            return parts;
    }
}


/***/ }),

/***/ 2439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PLAN_NAMES: () => (/* binding */ PLAN_NAMES),
  loadPlan: () => (/* binding */ loadPlan),
  parsePlan: () => (/* binding */ parsePlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/database-settings.js
var database_settings = __webpack_require__(4043);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/backup.js + 2 modules
var backup = __webpack_require__(7113);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/budgets.js
var budgets = __webpack_require__(4681);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/changes.js
var changes = __webpack_require__(4898);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/checks.js
var checks = __webpack_require__(378);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/monitor-settings.js
var monitor_settings = __webpack_require__(259);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/notify.js + 1 modules
var notify = __webpack_require__(1778);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/require.js
var sections_require = __webpack_require__(2268);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/services.js
var services = __webpack_require__(3836);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/snapshot.js
var snapshot = __webpack_require__(7211);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/defaults.js
/** Fills in what a plan leaves out, and gives the parsed sections the names and shapes that operations use. */











const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** The plan of one environment. `directory` is the plan's own, which working directories are relative to. */
function completePlan(environment, sections, database, directory) {
    return {
        directory: (0,external_node_path_.resolve)(directory),
        environment,
        production: sections.production ?? false,
        database,
        migrator: sections.migrator === undefined ? null : migratorSettings(sections.migrator, directory),
        lockWaitMs: sections['lock-wait'] ?? 60 * SECOND,
        session: {
            lockTimeoutMs: sections.session?.['lock-timeout'] ?? 5 * SECOND,
            statementTimeoutMs: sections.session?.['statement-timeout'] ?? 0,
        },
        health: healthLimits(sections.health),
        services: (0,services/* completeServices */.uP)(sections.services, directory),
        backup: (0,backup/* completeBackup */.a)(sections.backup, directory),
        snapshot: (0,snapshot/* completeSnapshot */.i)(sections.snapshot),
        changes: (sections.changes ?? []).map(changes/* completeChange */.s),
        checks: (0,checks/* completeChecks */.z)(sections.checks),
        validate: sections.validate ?? [],
        require: (0,sections_require/* completeRequirements */.S)(sections.require),
        notify: (0,notify/* completeNotify */.t)(sections.notify),
        monitor: sections.monitor === undefined ? null : (0,monitor_settings/* completeMonitor */.S)(sections.monitor),
        budgets: (0,budgets/* completeBudgets */.G)(sections.budgets),
        rollback: { by: sections.rollback?.by ?? 'auto' },
        losses: sections.losses ?? 'fail',
    };
}
function healthLimits(health) {
    return {
        connectTimeoutMs: health?.['connect-timeout'] ?? 10 * SECOND,
        expectRevision: health?.['expect-revision'] ?? null,
        freeSpace: health?.['free-space'] ?? { times: 2 },
        maxTransactionAgeMs: health?.['max-transaction-age'] ?? 5 * MINUTE,
        warnOnly: health?.['warn-only'] ?? [],
    };
}
function migratorSettings(section, directory) {
    const workingDirectory = (0,external_node_path_.resolve)(directory, section['working-directory'] ?? '.');
    switch (section.kind) {
        case 'alembic':
            return {
                kind: 'alembic',
                workingDirectory,
                ...(0,database_settings/* defined */.s)({ config: section.config, versionTable: section['version-table'] }),
                command: section.command ?? ['alembic'],
            };
        case 'sql':
            return {
                kind: 'sql',
                workingDirectory,
                directory: section.directory ?? 'migrations',
                historyTable: section['history-table'] ?? DEFAULT_HISTORY_TABLE,
            };
        case 'command': {
            const { kind, current, upgrade, heads, pending, downgrade, preview, generate, stamp } = section;
            const optional = (0,database_settings/* defined */.s)({ heads, pending, downgrade, preview, generate, stamp });
            return { kind, workingDirectory, current, upgrade, ...optional, historyTables: section['history-tables'] ?? [] };
        }
    }
}
/** Where the `sql` migrator records what it applied, unless the plan says otherwise. */
const DEFAULT_HISTORY_TABLE = 'public.savepoint_migrations';

// EXTERNAL MODULE: ./.cache/bundle/src/plan/source-tree.js
var source_tree = __webpack_require__(7514);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/environments.js

const LOCATION = ['url', 'host', 'port', 'name', 'user', 'password'];
/** The plan without `version` and `environments`, overlaid with one environment. */
function overlayEnvironment(plan, environment) {
    const base = without(plan, ['version', 'environments']);
    return environment?.kind === 'mapping' ? overlay(base, environment, []) : base;
}
/** Names of the environments, in the order of the file. */
function environmentNames(plan) {
    const environments = (0,source_tree/* valueAt */.fK)(plan, ['environments']);
    return environments?.kind === 'mapping' ? [...environments.entries.keys()] : [];
}
function overlay(base, over, path) {
    const entries = new Map(yielding(base, over, path).entries);
    for (const [key, entry] of over.entries) {
        if ((0,source_tree/* isBlank */.z3)(entry.value))
            continue;
        const under = entries.get(key)?.value;
        const both = under?.kind === 'mapping' && entry.value.kind === 'mapping';
        entries.set(key, both ? { ...entry, value: overlay(under, entry.value, [...path, key]) } : entry);
    }
    return { ...over, entries };
}
/** What is left of the base under this overlay: a URL replaces the parts of an address, another kind of migrator the whole one. */
function yielding(base, over, path) {
    if (path.length !== 1)
        return base;
    if (path[0] === 'database' && over.entries.has('url'))
        return without(base, LOCATION);
    const kinds = [base, over]
        .map((mapping) => (0,source_tree/* valueAt */.fK)(mapping, ['kind']))
        .map((kind) => (kind?.kind === 'scalar' ? kind.value : null));
    return path[0] === 'migrator' && kinds[1] !== null && kinds[0] !== kinds[1] ? without(base, [...base.entries.keys()]) : base;
}
function without(mapping, keys) {
    return { ...mapping, entries: new Map([...mapping.entries].filter(([key]) => !keys.includes(key))) };
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/nearest.js
var nearest = __webpack_require__(6068);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/places.js
var places = __webpack_require__(2168);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/problems.js + 1 modules
var plan_problems = __webpack_require__(1682);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/schema.js + 5 modules
var schema = __webpack_require__(2623);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/substitution.js
/** `${NAME}` and `${NAME:-default}` in the values of a plan, and nothing cleverer; `$${` is a literal `${`. */
const REFERENCE = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?\}|\$\{/g;
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text shows the plan's own syntax
const BAD_REFERENCE = '`${` must be followed by the name of a variable and `}`; write `$${` for a literal `${`';
/**
 * An empty variable counts as missing, as a secret that was not passed on to a workflow is empty; `${NAME:-}` allows it.
 */
function substitute(written, environment) {
    const faults = [];
    const text = written.replace(REFERENCE, (reference, name, hasDefault, fallback) => {
        if (reference === '$${')
            return '${';
        if (name === undefined) {
            faults.push(BAD_REFERENCE);
            return reference;
        }
        const value = environment[name] || (hasDefault === undefined ? undefined : (fallback ?? ''));
        if (value === undefined)
            faults.push(`the environment variable ${name} is not set${environment[name] === '' ? ' (it is empty)' : ''}`);
        return value ?? reference;
    });
    return { text, touched: /\$\{/.test(written), faults };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/loading.js
/** Loads a plan: reads it, substitutes variables, lays the environment over it, and reports every mistake at once. */











/** Looked for in the working directory, in this order, when no plan is named. */
const PLAN_NAMES = ['savepoint.yml', 'savepoint.yaml'];
/** @throws ConfigurationError carrying every problem with file, line, column and hint */
async function loadPlan(request, readText) {
    const found = await findPlan(request.file, readText);
    const { environmentName, environment } = request;
    return parsePlan({ file: found?.file ?? null, text: found?.text ?? 'version: 1', environmentName, environment });
}
async function findPlan(file, readText) {
    for (const candidate of file === undefined ? PLAN_NAMES : [file]) {
        const text = await readText(candidate);
        if (text !== null)
            return { file: candidate, text };
    }
    if (file === undefined)
        return null;
    throw new errors/* ConfigurationError */.j1(`there is no plan at ${file}`, { hint: 'Check --config, or leave it out to run without a plan.' });
}
/** The plan that a text holds. Pure. @throws ConfigurationError carrying every problem */
function parsePlan(source) {
    const tree = readTree(source);
    const problems = [...(0,plan_problems/* describeIssues */.w)(schema/* planFile */.e.safeParse((0,source_tree/* plainValue */._y)(tree)).error?.issues ?? [], tree)];
    const chosen = chooseEnvironment(tree, source.environmentName, source.file, problems);
    const effective = overlayEnvironment(tree, chosen);
    problems.push(...variableProblems(effective));
    const parsed = schema/* planSections */.w.safeParse((0,source_tree/* plainValue */._y)(effective));
    problems.push(...(0,plan_problems/* describeIssues */.w)(parsed.error?.issues ?? [], effective));
    problems.push(...unknownQueries(parsed.data, effective));
    const database = completeDatabase(parsed.data, source.environment, problems);
    if (problems.length > 0 || parsed.data === undefined || database === undefined)
        throw complaint(problems, source.file);
    const plan = completePlan(source.environmentName ?? 'default', parsed.data, database, (0,external_node_path_.dirname)(source.file ?? '.'));
    return (0,places/* withOrigin */.D)(plan, source.file, effective);
}
function readTree(source) {
    const parsed = (0,source_tree/* parseSource */.PJ)(source.text);
    if ('problems' in parsed)
        throw complaint(parsed.problems, source.file);
    const { tree } = parsed;
    if (tree.kind !== 'mapping')
        throw complaint([notAMapping(tree)], source.file);
    return (0,source_tree/* mapScalars */.ih)(tree, (scalar, path) => substituteScalar(scalar, path, source.environment));
}
function notAMapping(tree) {
    const message = tree.kind === 'scalar' && tree.value === null ? 'the plan is empty' : 'the plan must be a mapping of keys to values';
    return { message, ...tree.place, hint: 'The shortest plan is `version: 1`.' };
}
/** Lines for a shell are left as they are: the shell itself reads the environment, and no value is ever pasted into a command. */
const SHELL_LINES = {
    migrator: ['current', 'upgrade', 'heads', 'pending', 'downgrade', 'preview', 'generate', 'stamp'],
    services: ['stop', 'start', 'status'],
    status: ['command'],
    logs: ['command'],
    time: ['command'],
};
/** Keys of a check that hold a shell line. */
const SHELL_CHECKS = ['command', 'time'];
function isShellLine(path) {
    const [key, parent, grandparent] = [path.at(-1) ?? '', path.at(-2) ?? '', path.at(-3)];
    // A list of logs has one more step.
    const owner = /^\d+$/.test(parent) ? (grandparent ?? '') : parent;
    return (SHELL_LINES[owner] ?? []).includes(key) || (grandparent === 'validate' && SHELL_CHECKS.includes(key));
}
function substituteScalar(scalar, path, environment) {
    if (typeof scalar.value !== 'string' || !scalar.value.includes('${') || isShellLine(path))
        return scalar;
    const { text, touched, faults } = substitute(scalar.value, environment);
    return { ...scalar, value: text, substituted: touched, faults };
}
function chooseEnvironment(tree, name, file, problems) {
    const known = environmentNames(tree);
    if (name === undefined || file === null || known.includes(name))
        return name === undefined ? undefined : (0,source_tree/* valueAt */.fK)(tree, ['environments', name]);
    const near = (0,nearest/* nearest */.p)(name, known);
    const list = known.length === 0 ? 'The plan has no environments.' : `Known environments: ${known.join(', ')}.`;
    problems.push({
        message: `the environment ${JSON.stringify(name)} is not in the plan`,
        hint: near === undefined ? list : `Did you mean ${near}? ${list}`,
    });
    return undefined;
}
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text shows the plan's own syntax
const HOW_TO_SET = 'Set it, or give a default as in ${NAME:-default}. In a workflow, check that the secret reaches this job.';
/** Variables that the chosen environment does not need may be missing. */
function variableProblems(effective) {
    return (0,source_tree/* scalarsOf */.TM)(effective).flatMap(({ scalar, path }) => (scalar.faults ?? []).map((fault) => ({
        message: `${(0,plan_problems/* pathText */.L)(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)))}: ${fault}`,
        ...scalar.place,
        hint: HOW_TO_SET,
    })));
}
/** A declared change of a query that the snapshot does not have would never be missed. */
function unknownQueries(sections, tree) {
    const known = [...Object.keys(sections?.snapshot?.queries ?? {}), ...Object.keys(sections?.snapshot?.distributions ?? {})];
    return (sections?.changes ?? []).flatMap(({ query }, index) => {
        if (query === undefined || known.includes(query))
            return [];
        const near = (0,nearest/* nearest */.p)(query, known);
        const hint = near === undefined ? `Queries of the snapshot: ${known.join(', ') || 'none'}.` : `Did you mean ${near}?`;
        const place = (0,source_tree/* valueAt */.fK)(tree, ['changes', index, 'query'])?.place;
        return [{ message: `changes[${index + 1}].query is no query of the snapshot, ${JSON.stringify(query)}`, ...place, hint }];
    });
}
/** Where other mistakes in the plan may hide the database, its absence is not one more. */
function completeDatabase(sections, environment, problems) {
    if (sections === undefined)
        return undefined;
    const found = (0,database_settings/* databaseSettings */.z)(sections.database, environment);
    if ('settings' in found)
        return found.settings;
    problems.push(found.problem);
    return undefined;
}
/** One error of all problems, in the order of the file, each told once. */
function complaint(found, file) {
    const located = found.map((problem) => (file === null || problem.line === undefined ? problem : { ...problem, file }));
    const unique = new Map(located.map((problem) => [
        `${problem.line}:${problem.column}:${problem.message.replace(/^environments\.[^.]+\./, '')}`,
        problem,
    ]));
    const problems = [...unique.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    const [first] = problems;
    const only = problems.length === 1 && first !== undefined;
    const message = only ? `${placeText(first)}${first.message}` : `${file ?? 'the configuration'} has ${problems.length} mistakes`;
    return new errors/* ConfigurationError */.j1(message, { problems, ...(only && first.hint !== undefined ? { hint: first.hint } : {}) });
}
function placeText(problem) {
    return problem.file === undefined ? '' : `${problem.file}:${problem.line}:${problem.column}: `;
}


/***/ }),

/***/ 1205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ parsePercentage),
/* harmony export */   Cq: () => (/* binding */ DURATION_PATTERN),
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   M1: () => (/* binding */ PERCENTAGE_PATTERN),
/* harmony export */   bv: () => (/* binding */ SIZE_PATTERN),
/* harmony export */   mM: () => (/* binding */ parseMultiple),
/* harmony export */   uk: () => (/* binding */ MULTIPLE_PATTERN)
/* harmony export */ });
/** Quantities as people write them in a plan: durations, sizes, multiples and percentages, parsed once into plain numbers. */
const DURATION_UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SIZE_UNITS = {
    B: 1,
    kB: 1e3,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
const NUMBER = '[0-9]+(?:\\.[0-9]+)?';
/** Regular expressions of the written forms, anchored; shared with the JSON Schema so that an editor refuses the same texts. */
const DURATION_PATTERN = new RegExp(`^(?:0|(?:${NUMBER}(?:ms|s|m|h|d))+)$`);
const SIZE_PATTERN = new RegExp(`^${NUMBER} ?(?:${Object.keys(SIZE_UNITS).join('|')})$`);
const MULTIPLE_PATTERN = new RegExp(`^${NUMBER}x$`);
const PERCENTAGE_PATTERN = new RegExp(`^${NUMBER} ?%$`);
/** Milliseconds of `500ms`, `10s`, `1h30m`, `2d` or `0`; `null` when the text is not a duration. */
function parseDuration(text) {
    if (!DURATION_PATTERN.test(text))
        return null;
    const parts = text.matchAll(new RegExp(`(${NUMBER})(ms|s|m|h|d)`, 'g'));
    return Math.round([...parts].reduce((sum, [, amount, unit]) => sum + Number(amount) * (DURATION_UNITS[unit ?? ''] ?? 0), 0));
}
/** Bytes of `10MB` (powers of 1000) or `2GiB` (powers of 1024); `null` when the text is not a size. */
function parseSize(text) {
    if (!SIZE_PATTERN.test(text))
        return null;
    return Math.round(Number.parseFloat(text) * (SIZE_UNITS[text.replace(/^[0-9.]+ ?/, '')] ?? 0));
}
/** The factor of `2x` or `1.5x`; `null` when the text is not a multiple. */
function parseMultiple(text) {
    return MULTIPLE_PATTERN.test(text) ? Number.parseFloat(text) : null;
}
/** The fraction of `98%`, here 0.98; `null` when the text is not a percentage. */
function parsePercentage(text) {
    return PERCENTAGE_PATTERN.test(text) ? Number.parseFloat(text) / 100 : null;
}


/***/ })

};
