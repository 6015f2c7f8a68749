export const id = 770;
export const ids = [770];
export const modules = {

/***/ 7625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ parseWindow),
/* harmony export */   Ib: () => (/* binding */ standingAt),
/* harmony export */   WA: () => (/* binding */ WINDOW_PATTERN),
/* harmony export */   kQ: () => (/* binding */ isTimeZone)
/* harmony export */ });
/** Maintenance windows: hours of the week in a time zone, and where a moment stands to them. Holds through changes of the clock. */
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const DAY = DAYS.join('|');
const TIME = '([01][0-9]|2[0-3]):([0-5][0-9])';
/** `02:00-06:00`, `Sat 02:00-06:00`, `Mon-Thu,Sat 22:00-04:00`, `00:00-24:00`; shared with the JSON Schema. */
const WINDOW_PATTERN = new RegExp(`^(?:((?:${DAY})(?:-(?:${DAY}))?(?:,(?:${DAY})(?:-(?:${DAY}))?)*) )?${TIME}-(?:${TIME}|(24:00))$`);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LAST_MINUTE = 24 * 60;
/** A window may fall into the hour that a clock skips: then it opens a week later. */
const DAYS_AHEAD = 15;
/** `null` when the text is not a window, or opens and closes at the same time. */
function parseWindow(written) {
    const match = WINDOW_PATTERN.exec(written);
    if (match === null)
        return null;
    const [, days, fromHour, fromMinute, toHour, toMinute, midnight] = match;
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = midnight === undefined ? Number(toHour) * 60 + Number(toMinute) : LAST_MINUTE;
    return from === to ? null : { written, days: days === undefined ? [0, 1, 2, 3, 4, 5, 6] : daysOf(days), from, to };
}
/** `Fri-Mon` goes over the end of the week. */
function daysOf(text) {
    const indexOf = (name) => DAYS.indexOf(name);
    const days = text.split(',').flatMap((range) => {
        const [first = '', last = first] = range.split('-');
        const length = ((indexOf(last) - indexOf(first) + 7) % 7) + 1;
        return Array.from({ length }, (_, step) => (indexOf(first) + step) % 7);
    });
    return [...new Set(days)].sort();
}
/** Whether this runtime knows a time zone by its IANA name, e.g. `Europe/Berlin`. */
function isTimeZone(name) {
    try {
        // An offset such as +02:00 is accepted as a zone by Intl, and knows no summer time.
        return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
    }
    catch {
        return false;
    }
}
/** Where `now` stands to the windows together: those that touch are one. */
function standingAt(windows, timeZone, now) {
    const clock = new WallClock(timeZone);
    const spans = windows.flatMap((window) => spansAround(window, clock, now.getTime())).toSorted((a, b) => a.from - b.from);
    const inside = spans.filter((span) => span.from <= now.getTime() && now.getTime() < span.to);
    if (inside.length === 0) {
        const next = spans.find((span) => span.from > now.getTime());
        return { open: false, until: next === undefined ? null : new Date(next.from) };
    }
    let until = Math.max(...inside.map((span) => span.to));
    for (const span of spans)
        if (span.from <= until && span.to > until)
            until = span.to;
    return { open: true, until: new Date(until) };
}
/** The openings from the day before `now`, as one may last over midnight. */
function spansAround({ days, from, to }, clock, now) {
    const today = Math.floor(clock.read(now) / DAY_MS) * DAY_MS;
    const spans = [];
    for (let step = -1; step <= DAYS_AHEAD; step++) {
        const midnight = today + step * DAY_MS;
        if (!days.includes(new Date(midnight).getUTCDay()))
            continue;
        const closing = midnight + to * MINUTE_MS + (to <= from ? DAY_MS : 0);
        const span = { from: clock.firstInstantAt(midnight + from * MINUTE_MS), to: clock.firstInstantAt(closing) };
        if (span.from < span.to)
            spans.push(span);
    }
    return spans;
}
/** The clock on the wall of a time zone. Its readings are numbers: the instant at which a clock in UTC shows the same. */
class WallClock {
    #format;
    constructor(timeZone) {
        const numeric = 'numeric';
        this.#format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
            timeZone,
            year: numeric,
            month: numeric,
            day: numeric,
            hour: numeric,
            minute: numeric,
            second: numeric,
        });
    }
    read(instant) {
        const part = Object.fromEntries(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
        const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
        return Date.UTC(year, month - 1, day, hour, minute, second);
    }
    /** The first instant of that day at which the clock shows `reading` or, where it skips that time, a later one. */
    firstInstantAt(reading) {
        const offsets = [reading - DAY_MS, reading + DAY_MS].map((instant) => this.read(instant) - instant);
        let earliest = reading - Math.max(...offsets);
        if (this.read(earliest) >= reading)
            return earliest;
        let latest = reading - Math.min(...offsets);
        while (latest - earliest > MINUTE_MS) {
            const middle = earliest + Math.floor((latest - earliest) / 2 / MINUTE_MS) * MINUTE_MS;
            if (this.read(middle) >= reading)
                latest = middle;
            else
                earliest = middle;
        }
        return latest;
    }
}


/***/ }),

/***/ 5770:
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
var errors = __webpack_require__(2208);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/database-settings.js
/** The two families of variables. They are not mixed: half an address from each would be another database. */
const FAMILIES = [
    {
        host: 'DB_HOST',
        port: 'DB_PORT',
        name: 'DB_NAME',
        user: 'DB_USER',
        password: 'DB_PASSWORD',
        required: ['DB_HOST', 'DB_NAME', 'DB_USER'],
    },
    { host: 'PGHOST', port: 'PGPORT', name: 'PGDATABASE', user: 'PGUSER', password: 'PGPASSWORD', required: ['PGDATABASE'] },
];
const LOOKED_FOR = 'Set database.url in the plan, or DATABASE_URL, or DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASSWORD, or PGHOST, PGPORT, PGDATABASE, ' +
    'PGUSER and PGPASSWORD. In a workflow, check that the secrets of the environment reach this job.';
/** The settings, or what is missing. An empty variable counts as not set. */
function databaseSettings(section, environment) {
    const tls = tlsSettings(section, environment);
    if (section?.url !== undefined)
        return { settings: { url: section.url, ...tls } };
    const given = defined({
        host: section?.host,
        port: section?.port,
        name: section?.name,
        user: section?.user,
        password: section?.password,
    });
    const address = Object.keys(given).length > 0 ? completed(given, environment) : fromEnvironment(environment);
    return 'problem' in address ? address : { settings: { ...address.location, ...tls } };
}
function fromEnvironment(environment) {
    if (environment.DATABASE_URL)
        return { location: { url: environment.DATABASE_URL } };
    const family = familyInUse(environment);
    if (family === undefined)
        return { problem: { message: 'no database is given', hint: LOOKED_FOR } };
    const missing = family.required.filter((name) => !environment[name]);
    if (missing.length > 0)
        return {
            problem: {
                message: `not set: ${missing.join(', ')} (although there is ${present(family, environment)})`,
                hint: LOOKED_FOR,
            },
        };
    return located(variablesOf(family, environment));
}
/** What the plan leaves out of the address comes from one family of variables. */
function completed(given, environment) {
    const family = familyInUse(environment);
    const location = { ...(family === undefined ? {} : variablesOf(family, environment)), ...given };
    if (location.name !== undefined)
        return located(location);
    return { problem: { message: 'database.name is missing', hint: 'Write it in the plan, or set DB_NAME or PGDATABASE.' } };
}
function familyInUse(environment) {
    return FAMILIES.find((family) => [family.host, family.name, family.user, family.password].some((name) => environment[name]));
}
function present(family, environment) {
    return [family.host, family.name, family.user, family.password].filter((name) => environment[name]).join(', ');
}
function variablesOf(family, environment) {
    const port = environment[family.port];
    return defined({
        host: environment[family.host] || undefined,
        port: port ? Number(port) : undefined,
        name: environment[family.name] || undefined,
        user: environment[family.user] || undefined,
        password: environment[family.password] || undefined,
    });
}
function located(location) {
    const { port } = location;
    if (port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535))
        return { location };
    return { problem: { message: 'the port of the database must be a number from 1 to 65535', hint: 'Look at DB_PORT or PGPORT.' } };
}
function tlsSettings(section, environment) {
    return defined({
        sslMode: section?.['ssl-mode'] ?? (environment.PGSSLMODE || undefined),
        sslRootCert: section?.['ssl-root-cert'] ?? (environment.PGSSLROOTCERT || undefined),
        sslCert: section?.['ssl-cert'] ?? (environment.PGSSLCERT || undefined),
        sslKey: section?.['ssl-key'] ?? (environment.PGSSLKEY || undefined),
    });
}
/** Without the keys whose value is `undefined`. */
function defined(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ../main/node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(4039);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/fields.js
var fields = __webpack_require__(9499);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/section.js
var section = __webpack_require__(1043);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/budgets.js
/** The `budgets` section: how long migrating, standing still and recovering may take. */



const weighted = (0,section/* section */.u)({
    'at-most': fields/* positiveDuration */.Cz.describe('The limit.'),
    'warn-only': fields/* flag */.Jt.optional().describe('A broken budget is only a warning. Default `false`.'),
}, 'A limit and its weight.');
const budget = schemas/* union */.KCZ([fields/* positiveDuration */.Cz, weighted], { error: 'must be a duration such as 500ms, or at-most and warn-only' })
    .transform((written) => typeof written === 'number'
    ? { atMostMs: written, warnOnly: false }
    : { atMostMs: written['at-most'], warnOnly: written['warn-only'] ?? false });
const budgets = (0,section/* section */.u)({
    migration: budget.optional().describe('All migrations of a run together; broken, the run is rolled back.'),
    downtime: budget
        .optional()
        .describe('From the begin of `services.stop` until they run again; broken, the run stops for a person: nothing is rolled back.'),
    recovery: budget
        .optional()
        .describe('The restore that proves the backup (`backup.verify: restore`); broken, nothing is changed.'),
}, 'How long things may take. A broken budget fails the run, or warns with `warn-only`.');
function completeBudgets(written) {
    return { migration: written?.migration ?? null, downtime: written?.downtime ?? null, recovery: written?.recovery ?? null };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/changes.js
/** The `changes` section: what is meant to change, with the reason; every other loss fails the run. */




const countWords = 'must be a whole number of rows';
const count = schemas/* int */.Whr({ error: countWords }).min(0, { error: countWords });
const boundWords = 'must be any, an exact number of rows, or { at-least: 1, at-most: 9 }';
const limits = schemas/* strictObject */.rej({
    'at-least': count.optional().describe('Fewest rows.'),
    'at-most': count.optional().describe('Most rows.'),
})
    .refine(({ 'at-least': least, 'at-most': most }) => least !== undefined || most !== undefined, { error: boundWords })
    .refine(({ 'at-least': least = 0, 'at-most': most = least }) => least <= most, {
    error: 'must have an at-least that is not above its at-most',
})
    .transform((written) => ({ atLeast: written['at-least'] ?? null, atMost: written['at-most'] ?? null }));
const any = schemas/* literal */.euz('any').transform(() => ({ atLeast: null, atMost: null }));
const exact = count.transform((rows) => ({ atLeast: rows, atMost: rows }));
const bound = schemas/* union */.KCZ([any, exact, limits], { error: boundWords });
const rowsWords = 'must be any, or say how many rows are added or removed: { removed: 3, added: { at-most: 9 } }';
const countedRows = schemas/* strictObject */.rej({
    added: bound.optional().describe('Rows that are meant to be new: `any`, a number, or `{ at-least, at-most }`.'),
    removed: bound.optional().describe('Rows that are meant to go: `any`, a number, or `{ at-least, at-most }`.'),
})
    .refine((written) => written.added !== undefined || written.removed !== undefined, { error: rowsWords })
    .transform((written) => ({ added: written.added ?? null, removed: written.removed ?? null }));
const change = (0,section/* section */.u)({
    table: fields/* text */.Qq.optional().describe('The table that is meant to change.'),
    object: fields/* text */.Qq.optional().describe('Another object that is meant to change: a constraint, index, view, function, …'),
    query: fields/* text */.Qq.optional().describe('A named query or distribution of the snapshot whose answer is meant to change.'),
    dropped: fields/* flag */.Jt.optional().describe('It is meant to be gone, and the run fails where it is not.'),
    created: fields/* flag */.Jt.optional().describe('It is meant to be new, and the run fails where it is not there.'),
    columns: fields/* texts */.Te.optional().describe('Columns whose values, or whose existence, are meant to change.'),
    rows: schemas/* union */.KCZ([(0,fields/* word */.Vm)(['any']), countedRows], { error: rowsWords })
        .optional()
        .describe('Rows are meant to come or go: `any`, or `{ added, removed }` with bounds that the run holds them to.'),
    because: fields/* text */.Qq.describe('Why. Shown in the report.'),
}, 'A change that is meant; every other loss fails the run.')
    .refine((value) => [value.table, value.object, value.query].filter((name) => name !== undefined).length === 1, {
    error: 'must name one of table, object and query',
})
    .refine((value) => !(value.dropped && value.created), { error: 'cannot be both dropped and created' })
    .refine((value) => value.table !== undefined || (value.columns === undefined && value.rows === undefined), {
    error: 'can say columns and rows only of a table',
});
function completeChange(written) {
    return defined(written);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/checks.js


const checks = (0,section/* section */.u)({
    'at-once': (0,fields/* wholeNumber */.rD)(1, 100)
        .optional()
        .describe('How many checks that only read are asked side by side, each in a session of its own. Default 8.'),
}, 'How checks are asked.');
function completeChecks(written) {
    return { atOnce: written?.['at-once'] ?? 8 };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/monitor-settings.js
/** What the plan asks to be watched, with every default filled in. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What is watched where the plan has no `monitor` section and a person asks for a watch all the same. */
function completeMonitor(written = {}) {
    return {
        forMs: written.for ?? 10 * MINUTE,
        everyMs: written.every ?? 30 * SECOND,
        connections: written.connections?.['at-most'] ?? null,
        slowQueries: countLimit(written['slow-queries'], SECOND),
        lockWaits: countLimit(written['lock-waits'], 5 * SECOND),
        deadlocks: written.deadlocks ?? 0,
        rollbacks: written.rollbacks?.['at-most'] ?? null,
        constraintViolations: written['constraint-violations'] ?? null,
        sizeGrowth: written['size-growth']?.['at-most'] ?? null,
        replicationLagMs: written['replication-lag']?.['at-most'] ?? null,
        queries: (written.queries ?? []).map((one) => ({ name: one.name, query: one.query, atMost: one['at-most'] ?? null })),
        http: (written.http ?? []).map(endpointOf),
        logs: [written.logs ?? []].flat().map(logOf),
        onAnomaly: written['on-anomaly'] ?? 'fail',
        strikes: written.strikes ?? 1,
        stopAtFirst: written['stop-at-first'] ?? false,
    };
}
function countLimit(written, overMs) {
    return { overMs: written?.over ?? overMs, atMost: written === undefined ? null : (written['at-most'] ?? 0) };
}
function endpointOf(written) {
    const one = typeof written === 'string' ? { get: written } : written;
    return {
        name: one.name ?? addressOf(one.get),
        url: one.get,
        status: one.status ?? null,
        withinMs: one.within ?? null,
        headers: one.headers ?? {},
    };
}
/** Without what may be a secret: user, password and query. */
function addressOf(url) {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname}`;
}
function logOf(written) {
    return { name: written.name ?? written.command, command: written.command, mustNotMatch: written['must-not-match'] };
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/maintenance-window.js
var maintenance_window = __webpack_require__(7625);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/require.js
/** The `require` section: what must hold before a run may start, each a gate of its own. */




const DEFAULT_MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;
const DEFAULT_TIME_ZONE = 'UTC';
const WORDS = ['rehearsal', 'backup', 'clean-tree'];
const requirementWords = `must be ${WORDS.join(', ')}, or a mapping with rehearsal, confirmation or window`;
const windowWords = 'must be a window such as "Sat 02:00-06:00" or "Mon-Thu 22:00-04:00"';
const require_window = schemas/* string */.YjP({ error: windowWords })
    .regex(maintenance_window/* WINDOW_PATTERN */.WA, { error: windowWords })
    .refine((written) => !maintenance_window/* WINDOW_PATTERN */.WA.test(written) || (0,maintenance_window/* parseWindow */.Et)(written) !== null, {
    error: 'must not open and close at the same time',
})
    .meta({ examples: ['Sat 02:00-06:00', 'Mon-Thu,Sun 22:00-04:00'] });
const requirement = (0,section/* section */.u)({
    rehearsal: (0,section/* section */.u)({ 'max-age': fields/* positiveDuration */.Cz.optional().describe('How old the evidence may be. Default `7d`.') }, 'Evidence of a rehearsal of exactly these migrations and this plan.').optional(),
    confirmation: fields/* text */.Qq
        .optional()
        .describe('What a person must confirm: with `--confirm "NAME"`, `--confirm "NAME=WHO"`, or when asked on a terminal.'),
    window: schemas/* union */.KCZ([require_window, schemas/* array */.YOg(require_window).min(1, { error: 'must not be an empty list' })], { error: windowWords })
        .optional()
        .describe('Hours in which a run may start, on all days or the days named; several as a list. They may go over midnight.'),
    'time-zone': schemas/* string */.YjP({ error: 'must be text' })
        .refine(maintenance_window/* isTimeZone */.kQ, { error: 'must be the name of a time zone such as Europe/Berlin or UTC' })
        .optional()
        .describe('Time zone of the window. Default `UTC`.'),
}, 'What must hold before a run may start.')
    .refine((written) => [written.rehearsal, written.confirmation, written.window].filter(isGiven).length === 1, {
    error: 'must give exactly one of rehearsal, confirmation and window',
})
    .refine((written) => written['time-zone'] === undefined || written.window !== undefined, {
    error: 'can name a time-zone only for a window',
});
const requirements = schemas/* array */.YOg(schemas/* union */.KCZ([(0,fields/* word */.Vm)(WORDS), requirement], { error: requirementWords }), { error: 'must be a list' })
    .optional()
    .describe('What must hold before a run may start; all of it is shown as a go / no-go table. Words: rehearsal, backup, clean-tree.');
function completeRequirements(written) {
    return (written ?? []).map(complete);
}
function complete(written) {
    if (written === 'rehearsal')
        return { kind: written, maxAgeMs: DEFAULT_MAX_AGE_MS };
    if (typeof written === 'string')
        return { kind: written };
    if (written.confirmation !== undefined)
        return { kind: 'confirmation', name: written.confirmation };
    if (written.rehearsal !== undefined) {
        return { kind: 'rehearsal', maxAgeMs: written.rehearsal['max-age'] ?? DEFAULT_MAX_AGE_MS };
    }
    const windows = [written.window ?? []].flat().flatMap((line) => (0,maintenance_window/* parseWindow */.Et)(line) ?? []);
    return { kind: 'window', windows, timeZone: written['time-zone'] ?? DEFAULT_TIME_ZONE };
}
function isGiven(value) {
    return value !== undefined;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/services.js
/** The `services` section: how a team stops and starts what writes to the database, and how long that may take. */




const connectionsWords = 'must be a whole number, 0 or more';
const pattern = fields/* text */.Qq.refine(isPattern, { error: 'must be a regular expression' });
const statusByOutput = (0,section/* section */.u)({
    command: fields/* text */.Qq.describe('Shell line whose output tells.'),
    running: pattern.describe('Regular expression: the services run where the output matches it, e.g. `"."` for any output.'),
}, 'A status told by the output of a command instead of its exit code.');
const whole = (0,section/* section */.u)({
    stop: fields/* text */.Qq.describe('Shell line that stops what writes to the database, before backup and migration.'),
    start: fields/* text */.Qq.describe('Shell line that starts it again. It runs in every outcome once `stop` was begun.'),
    status: schemas/* union */.KCZ([fields/* text */.Qq, statusByOutput], { error: 'must be a shell line, or command and running' })
        .describe('Shell line that exits with 0 while the services run; or `command` and `running`, a pattern in its output.'),
    'max-connections': schemas/* int */.Whr({ error: connectionsWords })
        .min(0, { error: connectionsWords })
        .optional()
        .describe('How many other sessions may stay on the database after `stop`. Default 0.'),
    wait: fields/* positiveDuration */.Cz
        .optional()
        .describe('How long `stop` may take until `status` says so, and again how long other sessions may take to leave. Default `60s`.'),
    'start-wait': fields/* positiveDuration */.Cz.optional().describe('How long `start` may take until `status` says running. Default `60s`.'),
    terminate: fields/* flag */.Jt
        .optional()
        .describe('End the sessions that are still there after `wait`. Default `false`: fail, naming them.'),
    'working-directory': fields/* text */.Qq
        .optional()
        .describe("Directory the shell lines run in, relative to the plan. Default: the plan's own."),
}, 'What writes to the database: stopped before it is changed, started again in every outcome.');
/** As written: an environment may say a part of it. */
const services = schemas/* strictObject */.rej(whole.partial().shape, { error: section/* mappingError */.H }).describe(whole.description ?? '');
/** As it must be once an environment has been laid over it. */
const wholeServices = whole;
/** @param directory - the plan's own */
function completeServices(written, directory) {
    if (written === undefined)
        return null;
    const { stop, start, status, wait, terminate } = written;
    return {
        stop,
        start,
        status: typeof status === 'string' ? { command: status, running: null } : status,
        maxConnections: written['max-connections'] ?? 0,
        waitMs: wait ?? 60_000,
        startWaitMs: written['start-wait'] ?? 60_000,
        terminate: terminate ?? false,
        workingDirectory: (0,external_node_path_.resolve)(directory, written['working-directory'] ?? '.'),
    };
}
function isPattern(written) {
    try {
        new RegExp(written);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/table-name.js
var table_name = __webpack_require__(5510);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/snapshot.js
/** The `snapshot` section: what is measured before the migrations, and compared after them. */




const toleranceWords = 'must be an amount such as 0.01, a percentage such as 1%, or one of these for each column';
const AMOUNT = /^[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?( ?%)?$/;
const oneTolerance = schemas/* union */.KCZ([schemas/* number */.aig().min(0), schemas/* string */.YjP().regex(AMOUNT)], { error: toleranceWords })
    .meta({ examples: [0.01, '1%'] })
    .transform(parseTolerance);
function parseTolerance(written) {
    const amount = String(written);
    return amount.endsWith('%') ? { kind: 'relative', percent: amount.slice(0, -1).trim() } : { kind: 'absolute', amount };
}
const tolerance = schemas/* union */.KCZ([oneTolerance, schemas/* record */.g1P(schemas/* string */.YjP(), oneTolerance)], { error: toleranceWords });
const detailedQuery = (0,section/* section */.u)({
    query: fields/* text */.Qq.describe('A query that only reads.'),
    key: fields/* texts */.Te.optional().describe('Columns that tell which row is which. Left out: rows are compared whatever their order.'),
    ordered: fields/* flag */.Jt.optional().describe('Rows must also come in the same order. Default `false`.'),
    tolerance: tolerance
        .optional()
        .describe('How far numbers may move: `0.01`, `1%`, or one of these by column. Left out: not at all.'),
}, 'A query with the way its rows are compared.').refine((written) => written.key === undefined || written.ordered !== true, {
    error: 'must give either key, or ordered: true, not both',
});
const query = schemas/* union */.KCZ([fields/* text */.Qq, detailedQuery], { error: 'must be a query, or a mapping with a query, key, ordered, tolerance' });
const distributionWords = 'must be a column of a table such as phases.kind, or a list of columns of one table';
const distribution = schemas/* union */.KCZ([schemas/* string */.YjP().regex(/\S\.\S/, { error: distributionWords }), schemas/* array */.YOg(schemas/* string */.YjP().regex(/\S\.\S/)).min(1)], {
    error: distributionWords,
})
    .meta({ examples: ['phases.kind', ['phases.kind', 'phases.state']] })
    .refine((written) => new Set([written].flat().map(tableOf)).size === 1, { error: 'must name columns of one table' })
    .transform((written) => distributionQuery([written].flat()));
function tableOf(column) {
    return (0,table_name/* quoteParts */.DU)((0,table_name/* nameParts */.IN)(column).slice(0, -1));
}
/** Values as text, so that columns whose type cannot be grouped are counted too. */
function distributionQuery(columns) {
    const names = columns.map((column) => (0,table_name/* nameParts */.IN)(column).at(-1) ?? '');
    const places = names.map((_, index) => index + 1).join(', ');
    const values = names.map((name) => `CAST(${(0,table_name/* quoteParts */.DU)([name])} AS text) AS ${(0,table_name/* quoteParts */.DU)([name])}`);
    const sql = `SELECT ${values.join(', ')}, count(*) AS "rows" FROM ${tableOf(columns[0] ?? '')} GROUP BY ${places} ORDER BY ${places}`;
    return { kind: 'distribution', query: sql, key: names, ordered: false, tolerance: null };
}
const MOST_SAMPLES = 100;
const samplesWords = `must be a whole number from 0 to ${MOST_SAMPLES}`;
const snapshot = (0,section/* section */.u)({
    tables: schemas/* union */.KCZ([schemas/* literal */.euz('all'), fields/* texts */.Te], { error: 'must be all, or a list of tables' })
        .optional()
        .describe('Tables whose rows and values are compared before and after. Default `all`.'),
    queries: schemas/* record */.g1P(schemas/* string */.YjP(), query, { error: section/* mappingError */.H })
        .optional()
        .describe('Named queries whose answers must be the same before and after.'),
    distributions: schemas/* record */.g1P(schemas/* string */.YjP(), distribution, { error: section/* mappingError */.H })
        .optional()
        .describe('Named columns, `table.column`, of whose values each must be there as often as before.'),
    'sample-keys': schemas/* int */.Whr({ error: samplesWords })
        .min(0, { error: samplesWords })
        .max(MOST_SAMPLES, { error: samplesWords })
        .optional()
        .describe('How many keys of lost and changed rows are shown for each table. Default 5.'),
    'show-rows': fields/* flag */.Jt
        .optional()
        .describe('Show the values of these rows too. They end up in the report, so mind what they hold. Default `false`.'),
}, 'What is measured before, and compared after.').refine((written) => Object.keys(written.distributions ?? {}).every((name) => written.queries?.[name] === undefined), {
    error: 'must not give a query and a distribution the same name',
});
const DEFAULT_SAMPLE_KEYS = 5;
function completeSnapshot(written) {
    return {
        tables: written?.tables ?? 'all',
        queries: {
            ...Object.fromEntries(Object.entries(written?.queries ?? {}).map(([name, query]) => [name, completeQuery(query)])),
            ...written?.distributions,
        },
        sampleKeys: written?.['sample-keys'] ?? DEFAULT_SAMPLE_KEYS,
        showRows: written?.['show-rows'] ?? false,
    };
}
function completeQuery(written) {
    const { query, key, ordered, tolerance } = typeof written === 'string' ? { query: written } : written;
    return { kind: 'query', query, key: key ?? [], ordered: ordered ?? false, tolerance: tolerance ?? null };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/defaults.js
/** Fills in what a plan leaves out, and gives the parsed sections the names and shapes that operations use. */









const defaults_SECOND = 1000;
const defaults_MINUTE = 60 * defaults_SECOND;
/** The plan of one environment. `directory` is the plan's own, which working directories are relative to. */
function completePlan(environment, sections, database, directory) {
    return {
        directory: (0,external_node_path_.resolve)(directory),
        environment,
        production: sections.production ?? false,
        database,
        migrator: sections.migrator === undefined ? null : migratorSettings(sections.migrator, directory),
        lockWaitMs: sections['lock-wait'] ?? 60 * defaults_SECOND,
        session: {
            lockTimeoutMs: sections.session?.['lock-timeout'] ?? 5 * defaults_SECOND,
            statementTimeoutMs: sections.session?.['statement-timeout'] ?? 0,
        },
        health: healthLimits(sections.health),
        services: completeServices(sections.services, directory),
        backup: { verify: sections.backup?.verify ?? 'restore' },
        snapshot: completeSnapshot(sections.snapshot),
        changes: (sections.changes ?? []).map(completeChange),
        checks: completeChecks(sections.checks),
        validate: sections.validate ?? [],
        require: completeRequirements(sections.require),
        monitor: sections.monitor === undefined ? null : completeMonitor(sections.monitor),
        budgets: completeBudgets(sections.budgets),
        rollback: { by: sections.rollback?.by ?? 'auto' },
        losses: sections.losses ?? 'fail',
    };
}
function healthLimits(health) {
    return {
        connectTimeoutMs: health?.['connect-timeout'] ?? 10 * defaults_SECOND,
        expectRevision: health?.['expect-revision'] ?? null,
        freeSpace: health?.['free-space'] ?? { times: 2 },
        maxTransactionAgeMs: health?.['max-transaction-age'] ?? 5 * defaults_MINUTE,
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
                ...defined({ config: section.config, versionTable: section['version-table'] }),
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
            const optional = defined({ heads, pending, downgrade, preview, generate, stamp });
            return { kind, workingDirectory, current, upgrade, ...optional, historyTables: section['history-tables'] ?? [] };
        }
    }
}
/** Where the `sql` migrator records what it applied, unless the plan says otherwise. */
const DEFAULT_HISTORY_TABLE = 'public.savepoint_migrations';

// EXTERNAL MODULE: ../main/node_modules/yaml/dist/index.js
var dist = __webpack_require__(3439);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/decimals.js
var decimals = __webpack_require__(6230);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/source-tree.js
/** A plan's YAML as a tree in which every value and key knows its place, so that any later complaint can say where. */


const START = { line: 1, column: 1 };
/** A plan is written by hand; aliases that multiply into more values than this are an attack or a mistake. */
const MOST_VALUES = 20_000;
/** The tree of a YAML text, or every mistake in its syntax. */
function parseSource(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
        return { problems: faults.map((fault) => ({ message: wording(fault.code, fault.message), ...placeAt(lines, fault.pos[0]) })) };
    }
    const reader = new Reader(document, lines);
    const tree = reader.read(document.contents);
    return reader.visited > MOST_VALUES ? { problems: [{ message: `more than ${MOST_VALUES} values`, ...START }] } : { tree };
}
const WORDINGS = {
    DUPLICATE_KEY: 'this key is written twice',
    TAB_AS_INDENT: 'a tab is used for indentation; YAML wants spaces',
    MULTIPLE_DOCS: 'there is more than one YAML document in the file',
};
function wording(code, message) {
    return WORDINGS[code] ?? `not valid YAML: ${message.split('\n')[0]}`;
}
function placeAt(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return line === 0 ? START : { line, column: col };
}
class Reader {
    #document;
    #lines;
    visited = 0;
    constructor(document, lines) {
        this.#document = document;
        this.#lines = lines;
    }
    read(node) {
        this.visited++;
        const place = this.#placeOf(node);
        if (node === null || node === undefined || this.visited > MOST_VALUES)
            return { kind: 'scalar', value: null, written: '', place };
        if ((0,dist/* isAlias */.Vj)(node))
            return this.read(node.resolve(this.#document));
        if ((0,dist/* isMap */.jh)(node))
            return { kind: 'mapping', entries: this.#entries(node), place };
        if ((0,dist/* isSeq */.oP)(node))
            return { kind: 'list', items: node.items.map((item) => this.read(item)), place };
        return (0,dist/* isScalar */.jn)(node) ? scalarSource(node.value, node.source, place) : scalarSource(null, '', place);
    }
    #entries(map) {
        return new Map(map.items.map((pair) => {
            const key = pair.key;
            const place = this.#placeOf(key);
            const value = this.read(pair.value);
            return [
                (0,dist/* isScalar */.jn)(key) ? String(key.value) : String(key),
                { place, value: value.place === START ? { ...value, place } : value },
            ];
        }));
    }
    #placeOf(node) {
        return node?.range ? placeAt(this.#lines, node.range[0]) : START;
    }
}
/** A number that a float cannot hold keeps its digits, as text. */
function scalarSource(value, source, place) {
    const written = source ?? String(value);
    if (typeof value === 'number' && (0,decimals/* compareDecimals */.YL)(String(value), written) !== 0 && (0,decimals/* compareDecimals */.YL)(written, written) === 0) {
        return { kind: 'scalar', value: written, written, place };
    }
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', value: typeof value === 'bigint' ? written : known, written, place };
}
/** The plain value. A key without a value counts as left out. */
function plainValue(source) {
    if (source.kind === 'scalar')
        return source.value;
    if (source.kind === 'list')
        return source.items.map(plainValue);
    const present = [...source.entries].filter(([, { value }]) => !isBlank(value));
    return Object.fromEntries(present.map(([key, { value }]) => [key, plainValue(value)]));
}
function isBlank(source) {
    return source.kind === 'scalar' && source.value === null;
}
/** The value at a path; `undefined` where there is none. */
function valueAt(source, path) {
    return path.reduce((inner, key) => {
        if (inner?.kind === 'mapping')
            return inner.entries.get(String(key))?.value;
        return inner?.kind === 'list' ? inner.items[Number(key)] : undefined;
    }, source);
}
/** Replaces every scalar; `path` leads to it. */
function mapScalars(source, change, path = []) {
    if (source.kind === 'scalar')
        return change(source, path);
    if (source.kind === 'list') {
        return { ...source, items: source.items.map((item, index) => mapScalars(item, change, [...path, String(index)])) };
    }
    const entries = [...source.entries].map(([key, entry]) => [key, { ...entry, value: mapScalars(entry.value, change, [...path, key]) }]);
    return { ...source, entries: new Map(entries) };
}
/** Every scalar of the tree with its path. */
function scalarsOf(source) {
    const found = [];
    mapScalars(source, (scalar, path) => {
        found.push({ scalar, path });
        return scalar;
    });
    return found;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/environments.js

const LOCATION = ['url', 'host', 'port', 'name', 'user', 'password'];
/** The plan without `version` and `environments`, overlaid with one environment. */
function overlayEnvironment(plan, environment) {
    const base = without(plan, ['version', 'environments']);
    return environment?.kind === 'mapping' ? overlay(base, environment, []) : base;
}
/** Names of the environments, in the order of the file. */
function environmentNames(plan) {
    const environments = valueAt(plan, ['environments']);
    return environments?.kind === 'mapping' ? [...environments.entries.keys()] : [];
}
function overlay(base, over, path) {
    const entries = new Map(yielding(base, over, path).entries);
    for (const [key, entry] of over.entries) {
        if (isBlank(entry.value))
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
        .map((mapping) => valueAt(mapping, ['kind']))
        .map((kind) => (kind?.kind === 'scalar' ? kind.value : null));
    return path[0] === 'migrator' && kinds[1] !== null && kinds[0] !== kinds[1] ? without(base, [...base.entries.keys()]) : base;
}
function without(mapping, keys) {
    return { ...mapping, entries: new Map([...mapping.entries].filter(([key]) => !keys.includes(key))) };
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/nearest.js
var nearest = __webpack_require__(3970);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/common.js
var common = __webpack_require__(4103);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/command.js
/** The `command` check: a shell line, the exit code it must end with, and what its output must and must not say. */



const codeWords = 'must be an exit code from 0 to 255, or a list of them';
const exitCode = schemas/* int */.Whr({ error: codeWords }).min(0, { error: codeWords }).max(255, { error: codeWords });
const commandCheck = (0,common/* checkSection */.U)({
    command: fields/* text */.Qq.describe('A line for the shell. The environment leads to the database (`DATABASE_URL`, `PGHOST` and its kin).'),
    'exit-code': schemas/* union */.KCZ([exitCode, schemas/* array */.YOg(exitCode).min(1)], { error: codeWords })
        .optional()
        .describe('Exit code that passes, or a list of them. Default 0.'),
    'fail-on': fields/* pattern */.T1.optional().describe('Regular expression; a line of the output that matches it fails the check.'),
    'warn-on': fields/* pattern */.T1.optional().describe('Regular expression; a line of the output that matches it is a warning.'),
    'must-match': fields/* pattern */.T1.optional().describe('Regular expression that at least one line of the output must match.'),
    'working-directory': fields/* text */.Qq.optional().describe('Where it runs, relative to the plan. Default: beside the plan.'),
}, 'A command, its exit code and its output, which is kept.').transform((written) => {
    const codes = written['exit-code'] ?? 0;
    return {
        ...(0,common/* commonOf */.$)(written),
        kind: 'command',
        command: written.command,
        exitCodes: typeof codes === 'number' ? [codes] : codes,
        failOn: written['fail-on'] ?? null,
        warnOn: written['warn-on'] ?? null,
        mustMatch: written['must-match'] ?? null,
        workingDirectory: written['working-directory'] ?? '.',
    };
});

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/http.js + 1 modules
var http = __webpack_require__(310);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/expectation.js
/** The `expect` key of a query check: a value, a range, a number of rows, a pattern, or nothing at all. */


const scalar = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP(), schemas/* boolean */.zMY()]);
const value = scalar.transform(expectValue).describe('The one value of the one row.');
const explicitValue = schemas/* strictObject */.rej({ value: scalar }).transform((written) => expectValue(written.value));
const range = schemas/* strictObject */.rej({
    'at-least': fields/* decimal */._.optional().describe('Smallest value that passes.'),
    'at-most': fields/* decimal */._.optional().describe('Largest value that passes.'),
})
    .refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined)
    .transform((written) => ({ kind: 'range', atLeast: written['at-least'] ?? null, atMost: written['at-most'] ?? null }));
const rows = schemas/* strictObject */.rej({ rows: schemas/* int */.Whr().min(0).describe('Exact number of rows.') })
    .transform((written) => ({ kind: 'rows', count: written.rows }));
const matches = schemas/* strictObject */.rej({ matches: schemas/* string */.YjP().refine(fields/* isPattern */.Pt).describe('Regular expression that the one value must match.') })
    .transform((written) => ({ kind: 'matches', pattern: written.matches }));
const empty = schemas/* strictObject */.rej({ empty: schemas/* literal */.euz(true) }).transform(() => ({ kind: 'empty' }));
const expectation = schemas/* union */.KCZ([value, explicitValue, range, rows, matches, empty], {
    error: 'must be a value, or one of { value: 43 }, { at-least: 1, at-most: 9 }, { rows: 3 }, { matches: "^v1" }, { empty: true }',
});
function expectValue(written) {
    if (typeof written === 'string')
        return { kind: 'value', as: 'text', value: written };
    return { kind: 'value', as: typeof written === 'number' ? 'number' : 'boolean', value: String(written) };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/query.js
/** The `query` check: what a query must answer. */



const queryCheck = (0,common/* checkSection */.U)({ query: fields/* text */.Qq.describe('A query that only reads.'), expect: expectation.describe('What it must answer.') }, 'A query and what it must answer.').transform((written) => ({ ...(0,common/* commonOf */.$)(written), kind: 'query', query: written.query, expect: written.expect }));

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/time.js
/** The `time` check: how long a query or a command takes, against limits and against the same before the migration. */




const timed = schemas/* union */.KCZ([
    fields/* text */.Qq,
    (0,section/* section */.u)({ query: fields/* text */.Qq.describe('A query that only reads; all its rows are received.') }, 'A query.'),
    (0,section/* section */.u)({ command: fields/* text */.Qq.describe('A shell line.') }, 'A command.'),
], { error: 'must be a shell line, or { query: "select …" }, or { command: "…" }' });
const before = (0,section/* section */.u)({
    'at-least': fields/* positiveDuration */.Cz.optional().describe('Shortest time that passes.'),
    'at-most': fields/* positiveDuration */.Cz.optional().describe('Longest time that passes.'),
}, 'What it must take before the migration, e.g. to be sure that the slow case was met.').refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined, {
    error: 'must give at-least, at-most, or both',
});
const LIMITS = ['at-most', 'at-most-times', 'faster-by'];
const COMPARING = ['compare', 'at-most-times', 'faster-by', 'before'];
const timeCheck = (0,common/* checkSection */.U)({
    time: timed.describe('What is timed: a shell line, or `{ query: … }`, or `{ command: … }`.'),
    runs: (0,fields/* wholeNumber */.rD)(1, 1000)
        .optional()
        .describe('How often it is run; the median counts. Default 3 for a query, 1 for a command.'),
    'warm-up': (0,fields/* wholeNumber */.rD)(0, 1000)
        .optional()
        .describe('Runs before those, which do not count. Default 1 for a query, 0 for a command.'),
    'at-most': fields/* positiveDuration */.Cz.optional().describe('Longest median that passes after the migration.'),
    'at-most-times': fields/* factor */.Gt
        .optional()
        .describe('Longest median that passes, as a multiple of the one before the migration, e.g. `1.5x`.'),
    'faster-by': fields/* factor */.Gt.optional().describe('How many times faster than before the migration it must be, e.g. `2x`.'),
    compare: schemas/* literal */.euz('before', { error: 'must be before' })
        .optional()
        .describe('`before`: measured before the migration too. Follows from `at-most-times`, `faster-by` and `before`.'),
    before: before.optional(),
}, 'How long a query or a command takes.')
    .refine((written) => LIMITS.some((limit) => written[limit] !== undefined), {
    error: `must set a limit: ${LIMITS.join(', ')}`,
})
    .refine((written) => !COMPARING.some((key) => written[key] !== undefined) || isAskedTwice(written), {
    error: 'is compared with before: leave out after-migration, and when unless it is before-and-after',
})
    .transform((written) => {
    const compare = COMPARING.some((key) => written[key] !== undefined);
    const what = typeof written.time === 'string' ? { command: written.time } : written.time;
    const isQuery = 'query' in what;
    return {
        ...(0,common/* commonOf */.$)(written, compare ? 'before-and-after' : 'after'),
        kind: 'time',
        timed: what,
        runs: written.runs ?? (isQuery ? 3 : 1),
        warmUp: written['warm-up'] ?? (isQuery ? 1 : 0),
        atMostMs: written['at-most'] ?? null,
        atMostTimes: written['at-most-times'] ?? null,
        fasterBy: written['faster-by'] ?? null,
        compare,
        before: written.before === undefined
            ? null
            : { atLeastMs: written.before['at-least'] ?? null, atMostMs: written.before['at-most'] ?? null },
    };
});
function isAskedTwice(written) {
    return written['after-migration'] === undefined && (written.when === undefined || written.when === 'before-and-after');
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var domain_table_name = __webpack_require__(2179);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/foreign-keys.js
/** The `foreign-keys` check: every relation between tables holds, those that the database does not enforce included. */





const tableWords = 'must be a table as in film or schema.film, with double quotes around names in capitals';
const columnWords = 'must be a column as in table.column or schema.table.column, with double quotes around names in capitals';
const table = fields/* text */.Qq.refine((written) => (0,domain_table_name/* readTableName */.M9)(written) !== null, { error: tableWords });
const column = fields/* text */.Qq.refine((written) => (0,domain_table_name/* readColumnName */.iU)(written) !== null, { error: columnWords });
const relation = (0,section/* section */.u)({
    from: column.describe('The column that refers to another table: `orders.customer_id`.'),
    to: column.describe('The column that it refers to: `customers.id`.'),
}, 'A relation that no constraint enforces.');
const foreignKeysCheck = (0,common/* checkSection */.U)({
    'foreign-keys': schemas/* union */.KCZ([schemas/* literal */.euz('all'), schemas/* array */.YOg(table)], { error: 'must be all, or a list of tables' })
        .describe('`all`, or the tables whose foreign keys are checked.'),
    also: schemas/* array */.YOg(relation, { error: 'must be a list' })
        .optional()
        .describe('Relations that the database does not enforce, checked for orphans all the same.'),
}, 'Foreign keys that are validated, enforced, and without orphans.').transform((written) => {
    const listed = written['foreign-keys'];
    return {
        ...(0,common/* commonOf */.$)(written),
        kind: 'foreign-keys',
        tables: listed === 'all' ? 'all' : listed.map((name) => (0,domain_table_name/* readTableName */.M9)(name)),
        also: (written.also ?? []).map(({ from, to }) => ({
            from: (0,domain_table_name/* readColumnName */.iU)(from),
            to: (0,domain_table_name/* readColumnName */.iU)(to),
        })),
    };
});

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/inventory.js
/** The `inventory` check: how many objects of each kind there are, which must be there and which not, and which must be sound. */




/** Keys of the plan by the kind of object that they count. */
const COUNTS = {
    table: 'tables',
    partition: 'partitions',
    column: 'columns',
    'foreign-key': 'foreign-keys',
    policy: 'policies',
    trigger: 'triggers',
    index: 'indexes',
    view: 'views',
    'materialized-view': 'materialized-views',
    function: 'functions',
    sequence: 'sequences',
};
const inventory_countWords = 'must be a whole number';
const inventory_count = schemas/* int */.Whr({ error: inventory_countWords }).min(0, { error: inventory_countWords }).optional();
const contents = (0,section/* section */.u)({
    tables: inventory_count.describe('Tables; a partitioned one counts once, its partitions do not. The history table of the migrator is left out.'),
    partitions: inventory_count.describe('Partitions of partitioned tables.'),
    columns: inventory_count.describe('Columns of tables; those of partitions are not counted again.'),
    'foreign-keys': inventory_count.describe('Foreign keys.'),
    policies: inventory_count.describe('Policies of row-level security.'),
    triggers: inventory_count.describe('Triggers, disabled ones included; not those of the server behind foreign keys.'),
    indexes: inventory_count.describe('Indexes, those behind keys included; one on a partitioned table counts once.'),
    views: inventory_count.describe('Views, without materialized ones.'),
    'materialized-views': inventory_count.describe('Materialized views.'),
    functions: inventory_count.describe('Functions, procedures and aggregates.'),
    sequences: inventory_count.describe('Sequences, those behind columns included.'),
    present: fields/* texts */.Te
        .optional()
        .describe('Objects that must be there, by name: `film`, `film.title`, `film film_audit`, `touch()`.'),
    absent: fields/* texts */.Te.optional().describe('Objects that must not be there.'),
    'triggers-enabled': schemas/* union */.KCZ([schemas/* literal */.euz('all'), schemas/* array */.YOg(fields/* text */.Qq)], { error: 'must be all, or a list of triggers' })
        .optional()
        .describe('`all`, or the triggers that must be there and enabled: `film_audit` or `film film_audit`.'),
    'indexes-valid': fields/* flag */.Jt.optional().describe('No index may be invalid.'),
}, 'What the database must contain.').refine((written) => Object.keys(written).length > 0, { error: 'must say what to count or to look for' });
const inventoryCheck = (0,common/* checkSection */.U)({ inventory: contents }, 'What the database contains: objects counted, named, and sound.').transform(({ inventory, ...written }) => {
    const counted = Object.entries(COUNTS);
    return {
        ...(0,common/* commonOf */.$)(written),
        kind: 'inventory',
        counts: counted.flatMap(([kind, key]) => (inventory[key] === undefined ? [] : [{ kind, key, count: inventory[key] }])),
        present: inventory.present ?? [],
        absent: inventory.absent ?? [],
        triggersEnabled: inventory['triggers-enabled'] ?? [],
        indexesValid: inventory['indexes-valid'] ?? false,
    };
});

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/parity.js
/** The `parity` check: two tables, or queries, hold the same rows. */




const parity_DEFAULT_SAMPLE_KEYS = 5;
const MOST_SAMPLE_KEYS = 1000;
const named = fields/* text */.Qq
    .describe('A table of the database, as it is written in SQL.')
    .transform((table) => ({ source: { table }, database: null }));
const side = (0,section/* section */.u)({
    table: fields/* text */.Qq.optional().describe('A table, as it is written in SQL.'),
    query: fields/* text */.Qq.optional().describe('A query that only reads, instead of a table. It is run several times.'),
    database: fields/* text */.Qq.optional().describe('URL of another database, taken from the environment. Default: the one that is migrated.'),
}, 'One side, where it is a query or lies in another database.')
    .refine(({ table, query }) => (table === undefined) !== (query === undefined), { error: 'must name either a table or a query' })
    .transform(({ table, query, database }) => ({
    source: query === undefined ? { table: table ?? '' } : { query },
    database: database ?? null,
}));
const anySide = schemas/* union */.KCZ([named, side], {
    error: 'must be the name of a table, or { table: …, database: … }, or { query: …, database: … }',
});
const sidesWords = 'must be a list of two tables or queries';
const parity_rowsWords = 'must be a whole number of rows, 0 or more';
const sampleWords = `must be a whole number from 0 to ${MOST_SAMPLE_KEYS}`;
const oneOrMore = schemas/* union */.KCZ([fields/* text */.Qq, fields/* texts */.Te], { error: 'must be a column or a list of columns' });
const parityCheck = (0,common/* checkSection */.U)({
    parity: schemas/* tuple */.PVZ([anySide, anySide], { error: sidesWords }).describe('The two tables or queries.'),
    key: oneOrMore.optional().describe('Columns that identify a row. Default: the primary key, where both sides have the same.'),
    columns: oneOrMore
        .optional()
        .describe('Columns to compare besides the key. Default: all; one that a side lacks is a failure.'),
    ignore: oneOrMore.optional().describe('Columns to leave out.'),
    'at-most': schemas/* int */.Whr({ error: parity_rowsWords })
        .min(0, { error: parity_rowsWords })
        .optional()
        .describe('Differing keys that pass. Default 0.'),
    'sample-keys': schemas/* int */.Whr({ error: sampleWords })
        .min(0, { error: sampleWords })
        .max(MOST_SAMPLE_KEYS, { error: sampleWords })
        .optional()
        .describe(`How many differing keys are named. Default ${parity_DEFAULT_SAMPLE_KEYS}.`),
    'show-rows': fields/* flag */.Jt.optional().describe('Show the differing values of these keys too, not only the keys. Default `false`.'),
}, 'Two tables or queries that must hold the same rows.').transform((written) => ({
    ...(0,common/* commonOf */.$)(written),
    kind: 'parity',
    left: written.parity[0],
    right: written.parity[1],
    key: listed(written.key),
    columns: listed(written.columns),
    ignore: listed(written.ignore) ?? [],
    atMost: written['at-most'] ?? 0,
    sampleKeys: written['sample-keys'] ?? parity_DEFAULT_SAMPLE_KEYS,
    showRows: written['show-rows'] ?? false,
}));
function listed(written) {
    if (written === undefined)
        return null;
    return typeof written === 'string' ? [written] : written;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/populated.js
/** The `populated` check: in how many rows of a table a column must hold a value. */




const COUNT = '[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}';
const SHARE = /^(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]+)?) ?%$/;
const COUNTED = new RegExp(`^(?:${COUNT})$`);
const N_OF_M = new RegExp(`^(${COUNT}) of (about )?(${COUNT})$`);
const TOTAL = new RegExp(`^(about )?(${COUNT})$`);
const leastWords = 'must be a percentage such as 98%, a number of rows, or both as in 305 of 305';
const totalWords = 'must be a number of rows, exact as in 305 or roughly as in about 96,000';
const populated_columnWords = 'must be a column as in table.column or schema.table.column, with double quotes around names in capitals';
const populated_rows = schemas/* int */.Whr({ error: leastWords }).min(0, { error: leastWords });
const least = schemas/* union */.KCZ([populated_rows, ...[SHARE, COUNTED, N_OF_M].map((pattern) => schemas/* string */.YjP().regex(pattern, { error: leastWords }))], {
    error: leastWords,
});
const total = schemas/* union */.KCZ([populated_rows, schemas/* string */.YjP().regex(TOTAL, { error: totalWords })], { error: totalWords });
const populatedCheck = (0,common/* checkSection */.U)({
    populated: fields/* text */.Qq
        .refine((written) => (0,domain_table_name/* readColumnName */.iU)(written) !== null, { error: populated_columnWords })
        .describe('The column that must hold values: `table.column` or `schema.table.column`.'),
    'at-least': least
        .optional()
        .describe('A percentage of the rows, a number of rows, or `305 of 305`, which also says how many rows there are. Default `100%`.'),
    of: total.optional().describe('How many rows the table must have: `305` exactly, or `about 96,000` within 10 %.'),
}, 'A column that must hold values, counted exactly.').transform((written) => {
    const { atLeast, of } = quantityOf(written['at-least'] ?? '100%');
    const column = (0,domain_table_name/* readColumnName */.iU)(written.populated);
    return { ...(0,common/* commonOf */.$)(written), kind: 'populated', column, atLeast, of: written.of === undefined ? of : totalOf(written.of) };
});
function quantityOf(written) {
    if (typeof written === 'string' && written.endsWith('%'))
        return { atLeast: { percent: written.slice(0, -1).trim() }, of: null };
    const [, count, about, all] = N_OF_M.exec(String(written)) ?? [];
    if (count === undefined || all === undefined)
        return { atLeast: { rows: plainNumber(String(written)) }, of: null };
    return { atLeast: { rows: plainNumber(count) }, of: { rows: plainNumber(all), about: about !== undefined } };
}
function totalOf(written) {
    const [, about, count = ''] = TOTAL.exec(String(written)) ?? [];
    return { rows: plainNumber(count), about: about !== undefined };
}
function plainNumber(written) {
    return Number(written.replaceAll(',', ''));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/check.js
/** Every kind of check that a plan can declare; the key that names the kind tells them apart. */









/** By the key that only this kind has. */
const KINDS = {
    command: commandCheck,
    'foreign-keys': foreignKeysCheck,
    inventory: inventoryCheck,
    parity: parityCheck,
    populated: populatedCheck,
    query: queryCheck,
    time: timeCheck,
    http: http/* httpCheck */.r,
};
const CHECK_KINDS = Object.keys(KINDS);
/** Its mistakes are told by the kind that was meant: see `meantAlternative` in problems.ts. */
const planCheck = schemas/* union */.KCZ(Object.values(KINDS), { error: `must say what it checks: one of ${CHECK_KINDS.join(', ')}` });

// EXTERNAL MODULE: ../main/node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(5271);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/captures.js

/** Names that a request takes although no check before it, at the same moment, captures them. */
function missingCaptures(checks) {
    return checks.flatMap((check, index) => {
        if (check.kind !== 'http')
            return [];
        const earlier = checks.slice(0, index);
        return (0,http/* namesUsed */.o)(check)
            .filter((name) => !momentsOf(check.moment).every((moment) => isCaptured(earlier, name, moment)))
            .map((name) => ({ index, name }));
    });
}
function isCaptured(earlier, name, moment) {
    return earlier.some((check) => check.kind === 'http' &&
        momentsOf(check.moment).includes(moment) &&
        check.captures.some((capture) => capture.name === name));
}
/** Values live as long as their stage. */
function momentsOf(moment) {
    if (typeof moment === 'object')
        return [`after-migration ${moment.afterMigration}`];
    return moment === 'before-and-after' ? ['before', 'after'] : [moment];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/migrator-settings.js
/** The `migrator` key of the plan: which tool holds the migrations, and how it is called. */


const workingDirectory = fields/* text */.Qq.optional().describe("Directory the tool runs in, relative to the plan. Default: the plan's own.");
const alembic = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('alembic'),
    'working-directory': workingDirectory,
    config: fields/* text */.Qq.optional().describe("Path of alembic.ini. Default: Alembic's own."),
    command: fields/* texts */.Te.optional().describe('Program and leading arguments, e.g. `[poetry, run, alembic]`. Default `[alembic]`.'),
    'version-table': fields/* text */.Qq.optional().describe('Where env.py names another version_table than `alembic_version`: its name.'),
})
    .describe('Alembic, through its own command line and configuration.');
const sql = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('sql'),
    'working-directory': workingDirectory,
    directory: fields/* text */.Qq.optional().describe('Directory of the numbered files. Default `migrations`.'),
    'history-table': fields/* text */.Qq.optional().describe('Table that records what was applied. Default `public.savepoint_migrations`.'),
})
    .describe('Numbered SQL files, run by Savepoint itself.');
const command = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('command'),
    'working-directory': workingDirectory,
    current: fields/* text */.Qq.describe('Prints the revisions the database stands at, one per line.'),
    upgrade: fields/* text */.Qq.describe('Applies everything up to SAVEPOINT_REVISION.'),
    heads: fields/* text */.Qq.optional().describe('Prints the newest revisions, one per line.'),
    pending: fields/* text */.Qq.optional().describe('Prints the revisions not yet applied, oldest first, one per line.'),
    downgrade: fields/* text */.Qq.optional().describe('Moves back to SAVEPOINT_REVISION.'),
    preview: fields/* text */.Qq.optional().describe('Prints the SQL that would run.'),
    generate: fields/* text */.Qq.optional().describe('Creates an empty migration called SAVEPOINT_MESSAGE.'),
    stamp: fields/* text */.Qq.optional().describe('Records SAVEPOINT_REVISION as current without running anything.'),
    'history-tables': fields/* texts */.Te.optional().describe('Tables in which the tool keeps its history.'),
})
    .describe('Any other tool, by shell lines that read SAVEPOINT_REVISION and SAVEPOINT_MESSAGE from the environment.');
const migrator = schemas/* discriminatedUnion */.gMt('kind', [alembic, sql, command], {
    error: (issue) => issue.code === 'invalid_union' ? 'must be one of alembic, sql, command' : 'must be a mapping of keys to values',
})
    .describe('The migration tool. Left out: detected by its files.');

// EXTERNAL MODULE: ./.cache/bundle/src/plan/quantities.js
var quantities = __webpack_require__(675);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/monitor-fields.js
/** The kinds of value that only the monitor's keys hold: bounds, growths, addresses and patterns. */



const monitor_fields_countWords = 'must be a whole number, 0 or more';
const monitor_fields_boundWords = 'must be a whole number such as 50, or a multiple of the baseline such as 2x';
const timeBoundWords = 'must be a duration such as 2s, or a multiple of the baseline such as 2x';
const growthWords = 'must be a percentage such as 10%, or a size such as 500MB';
const urlWords = 'must be an address that starts with http:// or https://';
const statusWords = 'must be a status from 100 to 599';
const monitor_fields_count = schemas/* int */.Whr({ error: monitor_fields_countWords }).min(0, { error: monitor_fields_countWords });
const monitor_fields_bound = schemas/* union */.KCZ([schemas/* int */.Whr().min(0), schemas/* string */.YjP().regex(quantities/* MULTIPLE_PATTERN */.uk)], { error: monitor_fields_boundWords })
    .transform((written) => (typeof written === 'number' ? { value: written } : { times: (0,quantities/* parseMultiple */.mM)(written) ?? 1 }));
const timeBound = schemas/* string */.YjP({ error: timeBoundWords })
    .refine((written) => (0,quantities/* parseMultiple */.mM)(written) !== null || ((0,quantities/* parseDuration */.E9)(written) ?? 0) > 0, { error: timeBoundWords })
    .meta({ examples: ['500ms', '2s', '2x'] })
    .transform((written) => {
    const times = (0,quantities/* parseMultiple */.mM)(written);
    return times === null ? { value: (0,quantities/* parseDuration */.E9)(written) ?? 0 } : { times };
});
const growth = schemas/* string */.YjP({ error: growthWords })
    .refine((written) => quantities/* PERCENTAGE_PATTERN */.M1.test(written) || (0,quantities/* parseSize */.DB)(written) !== null, { error: growthWords })
    .meta({ examples: ['10%', '500MB'] })
    .transform((written) => {
    const fraction = (0,quantities/* parsePercentage */.A3)(written);
    return fraction === null ? { bytes: (0,quantities/* parseSize */.DB)(written) ?? 0 } : { fraction };
});
const url = schemas/* string */.YjP({ error: urlWords })
    .refine((written) => URL.canParse(written) && /^https?:$/.test(new URL(written).protocol), { error: urlWords });
const monitor_fields_pattern = fields/* text */.Qq.refine(monitor_fields_isPattern, { error: 'must be a regular expression' });
function monitor_fields_isPattern(written) {
    try {
        new RegExp(written, 'iu');
        return true;
    }
    catch {
        return false;
    }
}
const monitor_fields_status = schemas/* int */.Whr({ error: statusWords })
    .min(100, { error: statusWords })
    .max(599, { error: statusWords })
    .describe('The status it must answer with. Default: any from 200 to 299.');

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/sections/monitor.js
/** The plan's `monitor` section as it is written: what is watched after a migration, for how long, and what counts as an anomaly. */




const strikesWords = 'must be a whole number from 1 to 1000';
const endpoint = schemas/* union */.KCZ([
    url,
    (0,section/* section */.u)({
        name: fields/* text */.Qq.optional().describe('As it should read in the report. Default: the address.'),
        get: url.describe('The address to ask for.'),
        status: monitor_fields_status.optional(),
        within: fields/* positiveDuration */.Cz.optional().describe('How long the answer may take.'),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), fields/* text */.Qq, { error: 'must be a mapping of names to values' })
            .optional()
            .describe('Sent with it.'),
    }, 'An address that must answer.'),
], { error: 'must be an address, or a mapping with get' });
const log = (0,section/* section */.u)({
    name: fields/* text */.Qq.optional().describe('As it should read in the report. Default: the command.'),
    command: fields/* text */.Qq.describe('A shell line that prints what the log got since the last time, e.g. with `--since 1m`.'),
    'must-not-match': monitor_fields_pattern.describe('A regular expression that no line may match; capitals do not matter.'),
}, 'A log that must stay clean.');
const monitor_query = (0,section/* section */.u)({
    name: fields/* text */.Qq.describe('As it should read in the report.'),
    query: fields/* text */.Qq.describe('A query that only reads.'),
    'at-most': timeBound.optional().describe('How long it may take, or a multiple of how long it took before the run.'),
}, 'A query that is timed in every interval.');
const list = { error: 'must be a list' };
const monitorSection = (0,section/* section */.u)({
    for: fields/* positiveDuration */.Cz.optional().describe('How long it watches. Default `10m`.'),
    every: fields/* positiveDuration */.Cz.optional().describe('Time from one sample to the next. Default `30s`.'),
    connections: (0,section/* section */.u)({ 'at-most': monitor_fields_bound.describe('Sessions, or a multiple of those before.') }, 'Client sessions of the database.').optional(),
    'slow-queries': (0,section/* section */.u)({
        over: fields/* positiveDuration */.Cz.optional().describe('A statement that takes longer is slow. Default `1s`.'),
        'at-most': monitor_fields_count.optional().describe('How many there may be in the whole watch. Default 0.'),
    }, 'Statements that take too long, those of other programs included.').optional(),
    'lock-waits': (0,section/* section */.u)({
        over: fields/* duration */.p0.optional().describe('A wait for a lock that is longer counts. Default `5s`.'),
        'at-most': monitor_fields_count.optional().describe('How many sessions may wait at the same time. Default 0.'),
    }, 'Sessions that wait for locks.').optional(),
    deadlocks: monitor_fields_count.optional().describe('How many there may be in the whole watch. Default 0.'),
    rollbacks: (0,section/* section */.u)({ 'at-most': monitor_fields_bound.describe('Per interval: a number, or a multiple of the average before.') }, 'Transactions that were rolled back.').optional(),
    'constraint-violations': monitor_fields_count
        .optional()
        .describe("How many the server's log may tell of in the whole watch. Needs a role that may read the log."),
    'size-growth': (0,section/* section */.u)({ 'at-most': growth.describe('A percentage of the size before, or a size.') }, 'Growth of the database since before the run.').optional(),
    'replication-lag': (0,section/* section */.u)({ 'at-most': fields/* positiveDuration */.Cz.describe('How far a standby may be behind.') }, 'How far standbys are behind.').optional(),
    queries: schemas/* array */.YOg(monitor_query, list).optional().describe('Queries that are timed.'),
    http: schemas/* array */.YOg(endpoint, list).optional().describe('Addresses that must answer.'),
    logs: schemas/* union */.KCZ([log, schemas/* array */.YOg(log, list)], { error: 'must be a mapping with command and must-not-match, or a list of them' })
        .optional()
        .describe('Logs that must stay clean.'),
    'on-anomaly': (0,fields/* word */.Vm)(['fail', 'warn']).optional().describe('What an anomaly does to the result. Default `fail`.'),
    strikes: schemas/* int */.Whr({ error: strikesWords })
        .min(1, { error: strikesWords })
        .max(1000, { error: strikesWords })
        .optional()
        .describe('How many intervals in a row something must be out of bounds. Events (deadlocks, log lines, …) count at once. Default 1.'),
    'stop-at-first': fields/* flag */.Jt.optional().describe('End at the first anomaly instead of watching on. Default `false`.'),
}, 'What is watched after a migration; a stage of the run, and `savepoint monitor`.');

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/schema.js
/** The plan file, `savepoint.yml`, as a zod schema: what may be written, what it means, and what holds when it is left out. */













const ADDRESS_PARTS = ['host', 'port', 'name', 'user', 'password'];
const database = (0,section/* section */.u)({
    url: fields/* text */.Qq
        .optional()
        .describe('Connection URL, best taken from the environment. Not together with host, port, name, user, password.'),
    host: fields/* text */.Qq.optional().describe('Host name, address, or directory of a Unix socket.'),
    port: fields/* port */.Oh.optional().describe('TCP port; 5432 when left out.'),
    name: fields/* text */.Qq.optional().describe('Name of the database.'),
    user: fields/* text */.Qq.optional().describe('Role to connect as.'),
    password: schemas/* string */.YjP({ error: 'must be text' })
        .optional()
        .describe('Password; take it from the environment, never write it here.'),
    'ssl-mode': (0,fields/* word */.Vm)(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'])
        .optional()
        .describe('TLS, as in libpq.'),
    'ssl-root-cert': fields/* text */.Qq.optional().describe('File with the certificates of the authorities to trust.'),
    'ssl-cert': fields/* text */.Qq.optional().describe("File with the client's certificate."),
    'ssl-key': fields/* text */.Qq.optional().describe("File with the client's private key."),
}, 'Where the database is. Left out: DATABASE_URL, then DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD, then PGHOST and its kin.').refine((value) => value.url === undefined || ADDRESS_PARTS.every((part) => value[part] === undefined), {
    error: 'must give either url, or host, port, name, user and password, not both',
});
const session = (0,section/* section */.u)({
    'lock-timeout': fields/* duration */.p0
        .optional()
        .describe('How long a statement of a migration waits for a lock. Default `5s`; `0`: no limit.'),
    'statement-timeout': fields/* duration */.p0.optional().describe('How long one statement of a migration may take. Default `0`: no limit.'),
}, 'Settings of the sessions that migrate.');
const health = (0,section/* section */.u)({
    'connect-timeout': fields/* positiveDuration */.Cz.optional().describe('How long connecting may take. Default `10s`.'),
    'expect-revision': fields/* text */.Qq.optional().describe('Refuse to start unless the database stands at this revision.'),
    'free-space': fields/* space */.xe
        .optional()
        .describe('Free space wanted where the backup is written: a size, or a multiple of the database size. Default `2x`.'),
    'max-transaction-age': fields/* duration */.p0.optional().describe('A transaction open longer than this fails the check. Default `5m`.'),
    'warn-only': fields/* texts */.Te
        .optional()
        .describe('Health checks that only warn, by the names that `savepoint health` shows, e.g. `[free space]`.'),
}, 'Limits of the health check.');
const backup = (0,section/* section */.u)({
    verify: (0,fields/* word */.Vm)(['restore', 'read', 'none'])
        .optional()
        .describe('How far a backup is proven: restored and compared, read in full, or not at all. Default `restore`.'),
}, 'The backup made before anything is changed.');
const rollback = (0,section/* section */.u)({
    by: (0,fields/* word */.Vm)(['auto', 'downgrade', 'restore'])
        .optional()
        .describe('The way back: the migrator itself, the backup, or the first of these that is proven equal. Default `auto`.'),
}, 'What happens when a migration or a check fails.');
/** Everything that an environment may say differently. */
const overridable = {
    production: fields/* flag */.Jt.optional().describe('Production is never rolled back automatically. Default `false`.'),
    database: database.optional(),
    migrator: migrator.optional(),
    'lock-wait': fields/* duration */.p0.optional().describe('How long to wait for another run on the same database. Default `60s`.'),
    session: session.optional(),
    health: health.optional(),
    services: services.optional(),
    backup: backup.optional(),
    snapshot: snapshot.optional(),
    changes: schemas/* array */.YOg(change, { error: 'must be a list' }).optional().describe('What is meant to change.'),
    checks: checks.optional(),
    validate: schemas/* array */.YOg(planCheck, { error: 'must be a list' })
        .superRefine((checks, context) => {
        for (const { index, name } of missingCaptures(checks)) {
            const message = `takes {{${name}}}, which no check before it captures at the same moment`;
            context.addIssue({ code: 'custom', path: [index], message });
        }
    })
        .optional()
        .describe('Checks: before the run, after a migration, after all.'),
    require: requirements,
    monitor: monitorSection.optional(),
    budgets: budgets.optional(),
    rollback: rollback.optional(),
    losses: (0,fields/* word */.Vm)(['fail', 'warn']).optional().describe('Whether an undeclared loss fails the run or warns. Default `fail`.'),
};
const environment = (0,section/* section */.u)(overridable, 'What is different in this environment; merged over the rest of the plan.');
/** A plan without `version` and `environments`: what is left once an environment has been chosen. */
const planSections = (0,section/* section */.u)({ ...overridable, services: wholeServices.optional() }, 'The plan of one environment.').refine((plan) => plan.budgets?.downtime === undefined || plan.services !== undefined, {
    error: 'needs services: without them nothing is stopped that could be measured',
    path: ['budgets', 'downtime'],
});
const planFile = (0,section/* section */.u)({
    version: schemas/* literal */.euz(1, { error: 'must be 1, the only version of the plan there is' }).describe('Version of the plan format.'),
    ...overridable,
    environments: schemas/* record */.g1P(schemas/* string */.YjP(), environment, { error: section/* mappingError */.H })
        .optional()
        .describe('Environments by name, chosen with `--environment`.'),
}, 'A plan of Savepoint: how one database is migrated safely.');

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/known-keys.js
/** The keys that a plan knows at each place. */




/** Keys known in the mapping at `path` of the file. Only called for a mistake, so that a right plan pays nothing. */
function knownKeys(path, tree) {
    let level = variants(json_schema_processors/* toJSONSchema */.bl(planFile, { io: 'input' }), tree);
    path.forEach((key, index) => {
        const value = valueAt(tree, path.slice(0, index + 1));
        level = level.flatMap((schema) => child(schema, key)).flatMap((schema) => variants(schema, value));
    });
    return [...new Set(level.flatMap((schema) => Object.keys(schema.properties ?? {})))];
}
function child(schema, key) {
    const found = schema.properties?.[String(key)] ?? (typeof key === 'number' ? schema.items : schema.additionalProperties);
    return typeof found === 'object' && !Array.isArray(found) ? [found] : [];
}
/** Every alternative, without those of another `kind` than the value's, and without other kinds of check. */
function variants(schema, value) {
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (alternatives === undefined)
        return [schema];
    const kind = value === undefined ? undefined : valueAt(value, ['kind']);
    const written = kind?.kind === 'scalar' ? kind.value : undefined;
    const checkKind = value === undefined ? undefined : CHECK_KINDS.find((name) => valueAt(value, [name]) !== undefined);
    return alternatives.filter((alternative) => {
        if (checkKind !== undefined && alternative.required?.includes('name') === true)
            return alternative.required.includes(checkKind);
        const wanted = alternative.properties?.kind?.const;
        return wanted === undefined || written === undefined || wanted === written;
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/plan/problems.js




/** Problems of the tree that was validated, in the order of zod's issues. */
function describeIssues(issues, tree) {
    return issues
        .flatMap((issue) => meant(issue, tree))
        .filter((issue) => !isUnresolved(valueAt(tree, issue.path)))
        .flatMap((issue) => issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, issue.path, tree) : [describeIssue(issue, tree)]);
}
/** Where a check is of no kind as it stands, the mistakes of the kind whose own key it has. */
function meant(issue, tree) {
    if (issue.code !== 'invalid_union')
        return [issue];
    if (issue.path.at(-2) !== 'validate')
        return meantStructure(issue, tree);
    const kind = CHECK_KINDS.findIndex((name) => valueAt(tree, [...issue.path, name]) !== undefined);
    const own = issue.errors[kind] ?? [];
    return own.length === 0 ? [issue] : own.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}
/** A mapping or list where a short form would do as well: the mistakes inside of it, where only one alternative is of its shape. */
function meantStructure(issue, tree) {
    if (valueAt(tree, issue.path)?.kind === 'scalar')
        return [issue];
    const isMismatch = ({ path, code }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
    const [own, ...others] = issue.errors.filter((inner) => !inner.some(isMismatch));
    if (own === undefined || own.length === 0 || others.length > 0)
        return [issue];
    return own.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }, tree));
}
/** A variable that is not set has its own problem, where it matters at all. */
function isUnresolved(source) {
    return source?.kind === 'scalar' && (source.faults?.length ?? 0) > 0;
}
function unknownKeys(keys, path, tree) {
    const known = knownKeys(path, tree);
    const mapping = valueAt(tree, path);
    return keys.map((key) => {
        const near = (0,nearest/* nearest */.p)(key, known);
        const place = mapping?.kind === 'mapping' ? mapping.entries.get(key)?.place : undefined;
        const hint = near === undefined ? `Known keys here: ${known.join(', ')}.` : `Did you mean ${near}?`;
        return { message: `${pathText([...path, key])} is not a known key`, ...place, hint };
    });
}
function describeIssue(issue, tree) {
    const source = valueAt(tree, issue.path);
    const where = pathText(issue.path);
    if (source === undefined || isBlank(source)) {
        const parent = nearestPlace(tree, issue.path);
        return { message: `${where} is missing`, ...parent, hint: `${cap(issue.message)}.` };
    }
    const message = `${where === '' ? 'the plan' : where} ${issue.message}${quote(source, issue.path)}`;
    return { message, ...source.place, ...quotesHint(issue, source) };
}
/** What the file says, where it says it in one line and cannot be a secret. */
function quote(source, path) {
    if (source.kind !== 'scalar' || source.substituted || path.includes('database'))
        return '';
    const written = source.written.length > 60 ? `${source.written.slice(0, 60)}…` : source.written;
    return `, not ${JSON.stringify(written)}`;
}
function quotesHint(issue, source) {
    const isText = issue.code === 'invalid_type' && issue.expected === 'string';
    return isText && source.kind === 'scalar' ? { hint: 'Put it in quotes: YAML reads it as a number, a date or true/false.' } : {};
}
/** The place of the innermost value on the way that exists. */
function nearestPlace(tree, path) {
    for (let length = path.length - 1; length >= 0; length--) {
        const source = valueAt(tree, path.slice(0, length));
        if (source !== undefined)
            return source.place;
    }
    return tree.place;
}
/** `validate[1].expect`: list entries count from 1, as people count. */
function pathText(path) {
    return path.reduce((text, key) => {
        if (typeof key === 'number')
            return `${text}[${key + 1}]`;
        return text === '' ? String(key) : `${text}.${String(key)}`;
    }, '');
}
function cap(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

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
    throw new errors.ConfigurationError(`there is no plan at ${file}`, { hint: 'Check --config, or leave it out to run without a plan.' });
}
/** The plan that a text holds. Pure. @throws ConfigurationError carrying every problem */
function parsePlan(source) {
    const tree = readTree(source);
    const problems = [...describeIssues(planFile.safeParse(plainValue(tree)).error?.issues ?? [], tree)];
    const chosen = chooseEnvironment(tree, source.environmentName, source.file, problems);
    const effective = overlayEnvironment(tree, chosen);
    problems.push(...variableProblems(effective));
    const parsed = planSections.safeParse(plainValue(effective));
    problems.push(...describeIssues(parsed.error?.issues ?? [], effective));
    problems.push(...unknownQueries(parsed.data, effective));
    const database = completeDatabase(parsed.data, source.environment, problems);
    if (problems.length > 0 || parsed.data === undefined || database === undefined)
        throw complaint(problems, source.file);
    return completePlan(source.environmentName ?? 'default', parsed.data, database, (0,external_node_path_.dirname)(source.file ?? '.'));
}
function readTree(source) {
    const parsed = parseSource(source.text);
    if ('problems' in parsed)
        throw complaint(parsed.problems, source.file);
    const { tree } = parsed;
    if (tree.kind !== 'mapping')
        throw complaint([notAMapping(tree)], source.file);
    return mapScalars(tree, (scalar, path) => substituteScalar(scalar, path, source.environment));
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
        return name === undefined ? undefined : valueAt(tree, ['environments', name]);
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
    return scalarsOf(effective).flatMap(({ scalar, path }) => (scalar.faults ?? []).map((fault) => ({
        message: `${pathText(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)))}: ${fault}`,
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
        const place = valueAt(tree, ['changes', index, 'query'])?.place;
        return [{ message: `changes[${index + 1}].query is no query of the snapshot, ${JSON.stringify(query)}`, ...place, hint }];
    });
}
/** Where other mistakes in the plan may hide the database, its absence is not one more. */
function completeDatabase(sections, environment, problems) {
    if (sections === undefined)
        return undefined;
    const found = databaseSettings(sections.database, environment);
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
    return new errors.ConfigurationError(message, { problems, ...(only && first.hint !== undefined ? { hint: first.hint } : {}) });
}
function placeText(problem) {
    return problem.file === undefined ? '' : `${problem.file}:${problem.line}:${problem.column}: `;
}


/***/ }),

/***/ 3970:
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


/***/ }),

/***/ 5510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ quoteParts),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   zF: () => (/* binding */ namesTable)
/* harmony export */ });
/** Names of tables and columns as a plan writes them: split at the dots, compared with and without quotes, quoted for SQL. */
/** `public."order".id` as `public`, `order`, `id`; a part without quotes is taken as it stands. */
function nameParts(written) {
    const parts = written.match(/"(?:[^"]|"")*"|[^."]+/g) ?? [];
    return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}
/** Standard SQL, the same on every database. */
function quoteParts(parts) {
    return parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
}
/** Whether the plan means this table. Its schema may be left out where that is `public`, and so may the quotes. */
function namesTable(written, qualified) {
    if (qualified === undefined)
        return false;
    const [parts, whole] = [nameParts(written), nameParts(qualified)];
    const named = parts.length === 1 ? ['public', ...parts] : parts;
    return written === qualified || (named.length === whole.length && named.every((part, index) => part === whole[index]));
}


/***/ })

};
