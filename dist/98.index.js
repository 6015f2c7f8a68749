export const id = 98;
export const ids = [98];
export const modules = {

/***/ 6098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPostgres: () => (/* binding */ openPostgres)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/activity.js
var activity = __webpack_require__(9472);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/statement-text.js
/** Makes the text of a statement fit to be shown: one line, no values, not too long. */
const SHOWN = 120;
/** Literals: dollar-quoted, quoted (an end that was cut off included), and numbers that are not part of a name. */
const LITERALS = /\$(\w*)\$[\s\S]*?(?:\$\1\$|$)|\b[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|'(?:[^']|'')*(?:'|$)|(?<![\w$"])\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b/g;
/** The start of a statement with `?` for each value: what people may read who may not read the data. */
function statementText(sql) {
    const line = sql.replace(LITERALS, '?').replace(/\s+/g, ' ').trim();
    return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/units.js
/** Durations as people read them. */
/** `250 ms`, `12 s`, `5 min`, `2 h 10 min`. */
function describeMs(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 120_000)
        return `${Number((ms / 1000).toFixed(1))} s`;
    const minutes = Math.floor(ms / 60_000);
    if (minutes < 120)
        return `${minutes} min`;
    return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/activity-queries.js



/** Sessions of programs: not of Savepoint, not of the server itself. What a role may not see is null. */
const OTHERS = `datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
  AND (backend_type = 'client backend' OR backend_type IS NULL) AND NOT starts_with(application_name, 'savepoint ')`;
const LEVELS = `
  SELECT a.*, d.xact_commit, d.xact_rollback, d.deadlocks, d.temp_files,
         (extract(epoch FROM clock_timestamp() - coalesce(d.stats_reset, pg_postmaster_start_time())) * 1000)::bigint AS counted_ms,
         pg_database_size(current_database()) AS size,
         (SELECT (max(extract(epoch FROM coalesce(replay_lag, '0'))) * 1000)::bigint
            FROM pg_stat_replication WHERE state IN ('streaming', 'catchup')) AS lag_ms
    FROM pg_stat_database d, (
         SELECT count(*) AS total, count(*) FILTER (WHERE state = 'active') AS active,
                count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction,
                count(*) FILTER (WHERE query = '<insufficient privilege>') AS hidden
           FROM pg_stat_activity WHERE ${OTHERS}) a
   WHERE d.datname = current_database()`;
async function readLevels(session) {
    const row = (await session.query(LEVELS))[0] ?? {};
    return {
        sessions: { total: Number(row.total), active: Number(row.active), idleInTransaction: Number(row.idle_in_transaction) },
        counters: countersOf(row),
        countedForMs: row.counted_ms === null ? null : Number(row.counted_ms),
        sizeBytes: Number(row.size),
        replicationLagMs: row.lag_ms === null ? null : Number(row.lag_ms),
        hiddenSessions: Number(row.hidden),
    };
}
function countersOf(row) {
    const { xact_commit, xact_rollback, deadlocks, temp_files } = row;
    return {
        commits: Number(xact_commit),
        rollbacks: Number(xact_rollback),
        deadlocks: Number(deadlocks),
        temporaryFiles: Number(temp_files),
    };
}
/** Statements that have been running for longer than the limit. */
async function readRunning(session, overMs) {
    const rows = await session.query(`SELECT pid, usename, application_name, query, query_id, extract(epoch FROM query_start) AS began,
            (extract(epoch FROM clock_timestamp() - query_start) * 1000)::bigint AS runs_ms
       FROM pg_stat_activity
      WHERE ${OTHERS} AND state = 'active' AND clock_timestamp() - query_start > $1::bigint * interval '1 ms' ORDER BY query_start`, [overMs]);
    return rows.map((row) => ({
        key: `${row.pid} ${row.began}`,
        queryId: row.query_id === '0' ? null : (row.query_id ?? null),
        line: `running for ${describeMs(Number(row.runs_ms))} in ${describeSession(row)}: ${statementText(row.query ?? '')}`,
    }));
}
/** Sessions that have waited for a lock for longer than the limit, and who holds it. */
async function readLockWaits(session, overMs) {
    const rows = await session.query(`SELECT a.pid, usename, application_name, query, array_to_string(pg_blocking_pids(a.pid), ', ') AS blockers,
            (extract(epoch FROM clock_timestamp() - w.since) * 1000)::bigint AS waits_ms
       FROM (SELECT * FROM pg_stat_activity WHERE ${OTHERS}) a
       JOIN (SELECT pid, min(coalesce(waitstart, clock_timestamp())) AS since FROM pg_locks WHERE NOT granted GROUP BY pid) w ON w.pid = a.pid
      WHERE clock_timestamp() - w.since > $1::bigint * interval '1 ms' ORDER BY w.since`, [overMs]);
    const lines = rows
        .slice(0, activity/* TOLD_LINES */.y)
        .map((row) => `${describeSession(row)} waits ${describeMs(Number(row.waits_ms))} for ${row.blockers}: ${statementText(row.query ?? '')}`);
    return { count: rows.length, lines };
}
function describeSession(row) {
    const application = row.application_name ? ` (${row.application_name})` : '';
    return `session ${row.pid} of ${row.usename}${application}`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/names.js
var postgres_names = __webpack_require__(8697);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/activity-statements.js
/** What pg_stat_statements knows: which statements became slow since the look before, and how long they took on average. */




/** Since this version of the extension its columns tell planning from execution (PostgreSQL 13 and newer bring it). */
const OLDEST_VERSION = [1, 8];
const MEANS_KEPT = 100;
/** Remembers between looks only statements that have ever been slow. */
class StatementStatistics {
    source;
    #schema;
    #overMs;
    #meansBeforeMs;
    #known = null;
    constructor(source, schema, overMs, meansBeforeMs) {
        this.source = source;
        this.#schema = schema;
        this.#overMs = overMs;
        this.#meansBeforeMs = meansBeforeMs;
    }
    /** Where the extension is not there, or does not answer, the source says why, and nothing is ever found. */
    static async open(session, overMs, meansBeforeMs) {
        const [row] = await session.query(`SELECT n.nspname AS schema, e.extversion AS version FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.extname = 'pg_stat_statements'`);
        const schema = (0,postgres_names/* quoteName */.AB)(row?.schema ?? 'public');
        const source = await sourceOf(session, row, schema);
        return new StatementStatistics(source, schema, overMs, meansBeforeMs);
    }
    /** Those that took longer than the limit since the look before; none at the first look. */
    async slow(session) {
        if (!this.source.readable)
            return [];
        const rows = await session.query(`${this.#grouped()} HAVING max(max_exec_time) > $1`, [this.#overMs]);
        const now = new Map(rows.map((row) => [row.queryid ?? '', knownOf(row)]));
        const before = this.#known;
        this.#known = now;
        if (before === null)
            return [];
        const grown = [...now].flatMap(([queryId, known]) => {
            const since = difference(known, before.get(queryId));
            return since !== null && this.#isSlow(known, since, before.get(queryId)) ? [{ queryId, known, since }] : [];
        });
        return this.#described(session, grown);
    }
    /** Means of the statements that took the most time in all. */
    async means(session) {
        if (!this.source.readable)
            return {};
        const rows = await session.query(`${this.#grouped()} ORDER BY sum(total_exec_time) DESC LIMIT ${MEANS_KEPT}`);
        return Object.fromEntries(rows.map((row) => [row.queryid ?? '', meanOf(knownOf(row))]));
    }
    /** Without the texts, which the server reads from a file. */
    #grouped() {
        return `SELECT queryid, sum(calls) AS calls, sum(total_exec_time) AS total, max(max_exec_time) AS slowest
              FROM ${this.#schema}.pg_stat_statements(false)
             WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND queryid IS NOT NULL AND calls > 0
             GROUP BY queryid`;
    }
    #isSlow(known, since, before) {
        return meanOf(since) > this.#overMs || before === undefined || known.slowestMs > before.slowestMs;
    }
    async #described(session, grown) {
        if (grown.length === 0)
            return [];
        const rows = await session.query(`SELECT queryid, min(query) AS query FROM ${this.#schema}.pg_stat_statements WHERE queryid = ANY ($1::bigint[]) GROUP BY queryid`, [`{${grown.map(({ queryId }) => queryId).join(',')}}`]);
        const texts = new Map(rows.map((row) => [row.queryid, row.query ?? '']));
        return grown.flatMap(({ queryId, known, since }) => {
            const text = texts.get(queryId) ?? '';
            return text.startsWith(OWN) ? [] : [{ queryId, line: this.#lineOf(queryId, known, since, text) }];
        });
    }
    #lineOf(queryId, known, since, text) {
        const before = this.#meansBeforeMs[queryId];
        const compared = before === undefined ? '' : `, mean before ${describeMs(before)}`;
        // What had never been slow was not remembered: its calls are those of all time.
        const calls = `${since.calls} call${since.calls === 1 ? '' : 's'}${since === known ? ' in all' : ''}`;
        return `slowest ${describeMs(known.slowestMs)}; ${calls}, mean ${describeMs(meanOf(since))}${compared}: ${statementText(text)}`;
    }
}
/** Begins the statements that Savepoint itself times: they have a row of their own. */
const OWN = '/* savepoint */';
async function sourceOf(session, row, schema) {
    if (row === undefined)
        return { readable: false, reason: 'the extension pg_stat_statements is not in this database' };
    const [major = 0, minor = 0] = (row.version ?? '').split('.').map(Number);
    if (major < OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor < OLDEST_VERSION[1])) {
        return { readable: false, reason: `pg_stat_statements ${row.version} is too old: ALTER EXTENSION pg_stat_statements UPDATE` };
    }
    try {
        await session.query(`SELECT 1 FROM ${schema}.pg_stat_statements(false) LIMIT 1`);
        return { readable: true, words: 'pg_stat_statements and, for statements still running, pg_stat_activity' };
    }
    catch (error) {
        if (!(error instanceof errors/* StatementError */.Mp))
            throw error;
        return { readable: false, reason: error.message };
    }
}
function knownOf(row) {
    return { calls: Number(row.calls), totalMs: Number(row.total), slowestMs: Number(row.slowest) };
}
/** What came since; `null` where nothing did. Counters that went back were reset, and count from nothing. */
function difference(known, before) {
    if (before === undefined || known.calls < before.calls)
        return known;
    if (known.calls === before.calls)
        return null;
    return { ...known, calls: known.calls - before.calls, totalMs: known.totalMs - before.totalMs };
}
function meanOf({ calls, totalMs }) {
    return totalMs / calls;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/server-log-entries.js
/** Finds errors in the server's log as it grows: JSON, CSV, or text by the server's own line prefix. */
/** An entry that never ends is given up at this length. */
const LONGEST_ENTRY = 2 ** 20;
/** Cuts a growing text into entries. `endOf` finds the end of the entry that begins at `from`, or -1. */
class Cutter {
    #endOf;
    #rest = '';
    constructor(endOf) {
        this.#endOf = endOf;
    }
    cut(text) {
        const all = this.#rest + text;
        const entries = [];
        let from = 0;
        for (let end = this.#endOf(all, from); end !== -1; end = this.#endOf(all, from)) {
            entries.push(all.slice(from, end));
            from = end + 1;
        }
        this.#rest = all.length - from > LONGEST_ENTRY ? '' : all.slice(from);
        return entries;
    }
}
const endOfLine = (text, from) => text.indexOf('\n', from);
/** One JSON object per line (https://www.postgresql.org/docs/current/runtime-config-logging.html, table of keys). */
function jsonEntries() {
    const cutter = new Cutter(endOfLine);
    return { read: (text) => cutter.cut(text).flatMap(fromJson) };
}
function fromJson(line) {
    try {
        const entry = JSON.parse(line);
        const { dbname, state_code, message, statement } = entry;
        return [{ database: dbname ?? null, sqlState: state_code ?? null, message: message ?? '', statement: statement ?? null }];
    }
    catch {
        // The first line may have been cut where the watch began.
        return [];
    }
}
/** Places of columns in csvlog, the same in every version. */
const CSV = { database: 2, sqlState: 12, message: 13, statement: 19 };
function csvEntries() {
    const cutter = new Cutter(endOfRecord);
    return { read: (text) => cutter.cut(text).flatMap(fromCsv) };
}
/** A line break inside of quotes is part of the record. */
function endOfRecord(text, from) {
    let quoted = false;
    for (let at = from; at < text.length; at++) {
        if (text[at] === '"')
            quoted = !quoted;
        else if (text[at] === '\n' && !quoted)
            return at;
    }
    return -1;
}
function fromCsv(record) {
    const fields = [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
    const message = fields[CSV.message];
    if (message === undefined)
        return [];
    const known = (place) => fields[place] || null;
    return [{ database: known(CSV.database), sqlState: known(CSV.sqlState), message, statement: known(CSV.statement) }];
}
/** Text. Each line begins with `log_line_prefix`, and says in English what it is. */
function textEntries(linePrefix) {
    const cutter = new Cutter(endOfLine);
    const pattern = new RegExp(`^${prefixPattern(linePrefix)}(?:ERROR|FATAL|PANIC): {1,2}(?<message>.*)$`);
    return { read: (text) => cutter.cut(text).flatMap((line) => fromText(pattern.exec(line)?.groups)) };
}
function fromText(groups) {
    if (groups === undefined)
        return [];
    const { database, sqlState, message } = groups;
    return [{ database: database ?? null, sqlState: sqlState ?? null, message: message ?? '', statement: null }];
}
/** Whether a line's prefix names the database it is about. */
function namesDatabase(linePrefix) {
    return /%-?\d*d/.test(linePrefix);
}
/** Matches what the server makes of `log_line_prefix`; the first of each escape is captured. */
function prefixPattern(linePrefix) {
    const seen = new Set();
    const group = (name, pattern) => {
        if (seen.has(name))
            return ` *${pattern} *`;
        seen.add(name);
        return ` *(?<${name}>${pattern}) *`;
    };
    return linePrefix.replace(/%(-?\d+)?([a-zA-Z%])|[^%]/g, (written, _padding, letter) => {
        if (letter === undefined)
            return written.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
        if (letter === 'q')
            return '';
        if (letter === '%')
            return '%';
        if (letter === 'd')
            return group('database', '.*?');
        return letter === 'e' ? group('sqlState', '[0-9A-Z]{5}') : ' *.*? *';
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/server-log.js
/** Follows the server's log through the server itself, where the role may: violations of constraints and deadlocks are told only there. */




/** Read at once, and at most in one sample: a log that grows faster is caught up with in the samples that follow. */
const CHUNK_BYTES = 2 ** 20;
const MOST_CHUNKS = 16;
const GRANTS = 'GRANT EXECUTE ON FUNCTION pg_current_logfile(text), pg_stat_file(text), pg_read_binary_file(text, bigint, bigint) to the role';
/** Class 23 of SQLSTATE, or the server's English words where the log does not write it. */
const VIOLATION = /violates (?:not-null|foreign key|unique|check|exclusion|partition) constraint|conflicting key value violates/;
const DEADLOCK = '40P01';
class ServerLog {
    source;
    #database;
    #place;
    #entries;
    #decoder = new TextDecoder();
    constructor({ source, place, entries }, database) {
        this.source = source;
        this.#database = database;
        this.#place = place;
        this.#entries = entries;
    }
    /** Begins at the log's end. Where it cannot be read, the source says why. */
    static async open(session, database) {
        return new ServerLog(await findLog(session), database);
    }
    /** What was written since the last time; `null` where the log cannot be read. */
    async news(session) {
        if (this.#place === null)
            return null;
        const ours = [];
        for await (const text of this.#chunks(session, this.#place)) {
            ours.push(...this.#entries.read(text).filter((entry) => this.#isOurs(entry)));
        }
        const isDeadlock = ({ sqlState, message }) => sqlState === DEADLOCK || message === 'deadlock detected';
        return { violations: told(ours.filter(isViolation)), deadlocks: told(ours.filter(isDeadlock)) };
    }
    #isOurs({ database, sqlState, message }) {
        const matters = isViolation({ sqlState, message }) || sqlState === DEADLOCK || message === 'deadlock detected';
        return matters && (database === null || database === this.#database);
    }
    /** The rest of the file, and where the server has begun another one, that too. */
    async *#chunks(session, place) {
        for (let count = 0; count < MOST_CHUNKS; count++) {
            const current = await currentFile(session, place.format);
            const bytes = await readBytes(session, place);
            if (bytes.length > 0)
                yield this.#decoder.decode(bytes, { stream: true });
            if (bytes.length === CHUNK_BYTES)
                continue;
            if (current === null || current === place.file)
                return;
            Object.assign(place, { file: current, offset: 0 });
        }
    }
}
function unreadable(reason) {
    return { source: { readable: false, reason }, place: null, entries: { read: () => [] } };
}
async function findLog(session) {
    try {
        const [settings = {}] = await session.query(`SELECT current_setting('server_version_num')::int >= 150000 AS has_json, current_setting('log_line_prefix') AS prefix,
              current_setting('lc_messages') AS language, current_setting('log_min_messages') AS least`);
        const { least } = settings;
        if (/^(log|fatal|panic)$/.test(least ?? ''))
            return unreadable(`the server logs no errors: log_min_messages = ${least}`);
        const place = await findPlace(session, settings.has_json === 't');
        return place === null
            ? unreadable('the server keeps no log that can be read from inside: logging_collector is off')
            : readable(place, settings);
    }
    catch (error) {
        if (!(error instanceof errors/* StatementError */.Mp))
            throw error;
        return unreadable(`the server's log cannot be read: ${error.message}${error.sqlState === '42501' ? `; ${GRANTS}` : ''}`);
    }
}
/** The end of the best of the logs that are written now. @throws StatementError where the role may not read it */
async function findPlace(session, hasJson) {
    for (const format of hasJson ? ['jsonlog', 'csvlog', 'stderr'] : ['csvlog', 'stderr']) {
        const file = await currentFile(session, format);
        if (file === null)
            continue;
        await readBytes(session, { format, file, offset: 0 });
        const [row] = await session.query('SELECT (pg_stat_file($1)).size', [file]);
        return { format, file, offset: Number(row?.size) };
    }
    return null;
}
function readable(place, { language, prefix }) {
    if (place.format === 'jsonlog')
        return { source: whole('JSON'), place, entries: jsonEntries() };
    if (place.format === 'csvlog')
        return { source: whole('CSV'), place, entries: csvEntries() };
    if (!/^(C|POSIX|en)/.test(language || 'C')) {
        const instead = 'with log_destination = csvlog it could be read';
        return unreadable(`the server's log is text in another language (lc_messages = ${language}); ${instead}`);
    }
    const source = namesDatabase(prefix ?? '') ? whole('text') : ofAllDatabases();
    return { source, place, entries: textEntries(prefix ?? '') };
}
function whole(format) {
    return { readable: true, words: `the server's log (${format})` };
}
function ofAllDatabases() {
    return { readable: true, words: "the server's log (text), of all databases of the server: log_line_prefix does not name them" };
}
async function currentFile(session, format) {
    const [row] = await session.query('SELECT pg_current_logfile($1) AS file', [format]);
    return row?.file ?? null;
}
/** As bytes: a character may be cut in half at the end of what has been written. Moves the place on. */
async function readBytes(session, place) {
    try {
        const sql = "SELECT encode(pg_read_binary_file($1, $2::bigint, $3::bigint), 'base64') AS bytes";
        const [row] = await session.query(sql, [place.file, place.offset, CHUNK_BYTES]);
        const bytes = Buffer.from(row?.bytes ?? '', 'base64');
        place.offset += bytes.length;
        return bytes;
    }
    catch (error) {
        // A rotated file that somebody has removed holds nothing more.
        if (error instanceof errors/* StatementError */.Mp && error.sqlState === '58P01')
            return Buffer.alloc(0);
        throw error;
    }
}
function isViolation({ sqlState, message }) {
    return sqlState?.startsWith('23') ?? VIOLATION.test(message);
}
function told(errors) {
    const lines = errors.slice(0, activity/* TOLD_LINES */.y).map(({ message, statement }) => {
        return statement === null ? message : `${message}: ${statementText(statement)}`;
    });
    return { count: errors.length, lines };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/activity.js
/** Watches the activity of a PostgreSQL database through one session of its own, opened again when it is lost. */





const NOTHING_YET = {
    statements: 'nothing was read yet',
    serverLog: { readable: false, reason: 'nothing was read yet' },
};
class PostgresActivity {
    #sessions;
    #clock;
    #limits;
    #session = null;
    #statistics = null;
    #log = null;
    /** Statements told while they were running: they are not told again when they have ended. */
    #told = new Set();
    #toldIds = new Set();
    constructor(sessions, clock, limits) {
        this.#sessions = sessions;
        this.#clock = clock;
        this.#limits = limits;
    }
    get sources() {
        if (this.#statistics === null || this.#log === null)
            return NOTHING_YET;
        const { source } = this.#statistics;
        const statements = source.readable ? source.words : `pg_stat_activity, looked at in every sample (${source.reason})`;
        return { statements, serverLog: this.#log.source };
    }
    async sample(signal) {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#limits.timeoutMs)]);
        const over = Promise.withResolvers();
        const onAbort = () => over.reject(limit.reason);
        limit.addEventListener('abort', onAbort, { once: true });
        try {
            limit.throwIfAborted();
            return await Promise.race([this.#read(), over.promise]);
        }
        catch (error) {
            // What the server still does with a session that failed nobody waits for.
            this.#abandon();
            signal.throwIfAborted();
            if (limit.aborted)
                throw new errors/* ConnectionError */.Rc(`the database did not answer within ${this.#limits.timeoutMs} ms`, { cause: error });
            throw error;
        }
        finally {
            limit.removeEventListener('abort', onAbort);
            over.promise.catch(() => undefined);
        }
    }
    async close() {
        await this.#session?.close();
        this.#session = null;
    }
    #abandon() {
        this.#session?.destroy();
        this.#session = null;
    }
    async #read() {
        const session = await this.#open();
        const at = this.#clock.now().toISOString();
        const { hiddenSessions, ...levels } = await readLevels(session);
        const { statistics, log } = await this.#opened(session);
        const first = this.#statistics === null;
        this.#statistics = statistics;
        this.#log = log;
        const statementMeansMs = first ? await statistics.means(session) : {};
        const events = await this.#events(session, statistics, log);
        return { at, ...levels, statementMeansMs, hiddenSessions, ...events };
    }
    async #open() {
        this.#session ??= await this.#sessions.open({ purpose: 'monitor' });
        return this.#session;
    }
    async #opened(session) {
        const { slowOverMs, meansBeforeMs } = this.#limits;
        return {
            statistics: this.#statistics ?? (await StatementStatistics.open(session, slowOverMs, meansBeforeMs)),
            log: this.#log ?? (await ServerLog.open(session, this.#sessions.settings.database)),
        };
    }
    async #events(session, statistics, log) {
        const running = await readRunning(session, this.#limits.slowOverMs);
        const ended = await statistics.slow(session);
        const news = await log.news(session);
        return {
            slowStatements: this.#slow(running, ended),
            lockWaits: await readLockWaits(session, this.#limits.lockWaitOverMs),
            violations: news?.violations ?? null,
            deadlocksLogged: news?.deadlocks ?? null,
        };
    }
    #slow(running, ended) {
        const newlyRunning = running.filter(({ key }) => !this.#told.has(key));
        const notTold = ended.filter(({ queryId }) => !this.#toldIds.delete(queryId));
        this.#told = new Set(running.map(({ key }) => key));
        for (const { queryId } of newlyRunning)
            if (queryId !== null)
                this.#toldIds.add(queryId);
        const lines = [...newlyRunning, ...notTold].map(({ line }) => line);
        return { count: lines.length, lines: lines.slice(0, activity/* TOLD_LINES */.y) };
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/child-environment.js
var child_environment = __webpack_require__(9695);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/client-programs.js
/** Finds `pg_dump` and `pg_restore` that are not older than the server, and asks them what version they really are. */



/** Debian's and PGDG's packages (deb, rpm), Homebrew on either processor. */
const VERSIONED = [
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/opt/homebrew/opt/postgresql@*/bin',
    '/opt/homebrew/opt/libpq/bin',
    '/usr/local/opt/postgresql@*/bin',
    '/usr/local/opt/libpq/bin',
];
/**
 * The programs of the server's own major version where they are installed, else of the next newer one.
 *
 * @throws ConfigurationError naming the package to install
 */
async function findClientPrograms(processes, serverMajor, places) {
    const found = [];
    for (const directory of directoriesOf(places, serverMajor)) {
        const programs = await programsIn(processes, directory);
        if (programs?.major === serverMajor)
            return programs;
        if (programs !== null)
            found.push(programs);
    }
    const newer = found.filter(({ major }) => major > serverMajor).sort((a, b) => a.major - b.major)[0];
    if (newer !== undefined)
        return newer;
    throw missing(serverMajor, found, places.directory);
}
/** The directory most likely to fit first, so that mostly one program is asked. */
function directoriesOf(places, serverMajor) {
    if (places.directory)
        return [places.directory];
    const versioned = (places.versioned ?? VERSIONED).flatMap(directoriesLike);
    const exact = versioned.filter((directory) => directory.includes(String(serverMajor)));
    const path = (places.path ?? process.env.PATH ?? '').split(external_node_path_.delimiter).filter((directory) => directory !== '');
    return [...new Set([...exact, ...path, ...versioned])];
}
/** Directories that a pattern names; compiling a real glob takes longer than all the rest of the search. */
function directoriesLike(pattern) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined)
        return (0,external_node_fs_.existsSync)(pattern) ? [pattern] : [];
    const parent = before.slice(0, before.lastIndexOf(external_node_path_.sep) + 1);
    const prefix = before.slice(parent.length);
    return namesIn(parent)
        .filter((name) => name.startsWith(prefix))
        .map((name) => `${parent}${name}${after}`)
        .filter((directory) => (0,external_node_fs_.existsSync)(directory));
}
function namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
async function programsIn(processes, directory) {
    const [dump, restore] = [(0,external_node_path_.join)(directory, 'pg_dump'), (0,external_node_path_.join)(directory, 'pg_restore')];
    if (!(0,external_node_fs_.existsSync)(dump) || !(0,external_node_fs_.existsSync)(restore))
        return null;
    const [version, restoreVersion] = await Promise.all([versionOf(processes, dump), versionOf(processes, restore)]);
    if (version === null || restoreVersion === null)
        return null;
    const major = Math.min(Number.parseInt(version, 10), Number.parseInt(restoreVersion, 10));
    return { dump, restore, version, major };
}
/** `null` where the program does not run; a wrapper without a server's programs behind it is as good as none. */
async function versionOf(processes, program) {
    try {
        const { stdout } = await processes.run({ run: { file: program, args: ['--version'] } }, { timeoutMs: 10_000 });
        return /(\d+(?:\.\d+)*)/.exec(stdout)?.[1] ?? null;
    }
    catch {
        return null;
    }
}
function missing(serverMajor, found, directory) {
    const where = directory ? ` in ${directory}` : '';
    const newest = found.map(({ version }) => version).sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a))[0];
    const reason = newest === undefined
        ? `no pg_dump and pg_restore found${where} for the server's version ${serverMajor}`
        : `pg_dump ${newest}${where} is older than the server, which is version ${serverMajor}`;
    return new errors/* ConfigurationError */.j1(reason, {
        hint: `Install the package postgresql-client-${serverMajor} (or newer), or name the programs' directory in SAVEPOINT_PG_BIN.`,
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/copy-names.js
/** Names of the databases that Savepoint makes beside a live one: they say whose, what for and which run's they are. */

const WORDS = { verification: 'check', restore: 'restore', failed: 'failed' };
/** `<database>_savepoint_<check|restore|failed>_<run>`, the database's part cut so that the name fits. */
function copyNameOf(database, purpose, runId) {
    const suffix = `_savepoint_${WORDS[purpose]}_${runPart(runId)}`;
    return (0,postgres_names/* cutToBytes */.zP)(database, postgres_names/* NAME_BYTES */.ce - Buffer.byteLength(suffix)) + suffix;
}
/** What a name made by {@link copyNameOf} for this database is for; `null` for any other name. */
function purposeOf(database, name) {
    const match = /^(.*)_savepoint_(check|restore|failed)_([0-9a-z_]+)$/s.exec(name);
    if (match === null)
        return null;
    const [, owner = '', word, run = ''] = match;
    const purpose = Object.keys(WORDS).find((known) => WORDS[known] === word);
    if (purpose === undefined || owner === '')
        return null;
    return copyNameOf(database, purpose, run) === name ? purpose : null;
}
/** Lower-case so that nobody needs quotes; the end of a run id is what makes it unique. */
function runPart(runId) {
    return runId
        .toLowerCase()
        .replace(/[^0-9a-z]+/g, '_')
        .slice(-30);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/dropping.js
/** Drops copies, and only copies; the database that was replaced is for a person to drop. */



/**
 * Ends the sessions in the copy and drops it; missing is fine.
 *
 * @throws ConfigurationError for any name that Savepoint did not make for a copy of this database
 */
async function dropCopyNamed(sessions, name) {
    const purpose = purposeOf(sessions.settings.database, name);
    if (purpose !== 'verification' && purpose !== 'restore') {
        throw new errors/* ConfigurationError */.j1(`refusing to drop ${name}: it is no copy that Savepoint made of ${sessions.settings.database}`, {
            hint: `A database that was kept is dropped by a person: ${dropCommandOf(sessions.settings, name)}`,
        });
    }
    await sessions.withMaintenance({ purpose: 'copy-drop' }, async (session) => {
        await session.query('SET statement_timeout = 0');
        await session.query(`DROP DATABASE IF EXISTS ${(0,postgres_names/* quoteName */.AB)(name)} WITH (FORCE)`);
    });
}
/** A shell line without the password: libpq asks for it, or finds it in PGPASSWORD or the passfile. */
function dropCommandOf(settings, name) {
    const words = ['dropdb', `--host=${settings.host}`, `--port=${settings.port}`, `--username=${settings.user}`, name];
    return words.map(postgres_names/* quoteShell */.LA).join(' ');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/session-defaults.js
/** What all sessions of one run have in common: their limits, and the name under which the server lists them. */
/** `savepoint <runId> <purpose>`, cut to the 63 bytes that the server keeps. */
function applicationNameOf(runId, purpose) {
    return Buffer.from(`savepoint ${runId} ${purpose}`.replace(/[^\x20-\x7e]/g, '?'))
        .subarray(0, 63)
        .toString();
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/dump.js
/** Dumps a database as of an exported instant with `pg_dump`, in custom format, as a stream, with progress and cancellation. */



const DUMP_FORMAT = 'pg_dump custom';
/** The schema of Savepoint's own ledger: it tells of runs, and is no part of what a backup brings back. */
const LEDGER_SCHEMA = 'savepoint';
const PROGRESS_MS = 500;
/**
 * Hands the dump over, uncompressed: one thread of `pg_dump` compresses slower than whoever takes it can.
 *
 * @throws BackupError saying why, with the last lines of pg_dump in its cause; the signal's reason when aborted; what the
 *   output throws
 */
async function dumpDatabase(context, options) {
    const { settings, programs, processes } = context;
    const { signal, output } = options;
    const applicationName = applicationNameOf(context.runId, 'dump');
    const args = [
        '--format=custom',
        '--compress=0',
        `--snapshot=${options.instant.id}`,
        `--exclude-schema=${LEDGER_SCHEMA}`,
        '--no-password',
        ...(context.lockTimeoutMs > 0 ? [`--lock-wait-timeout=${Math.round(context.lockTimeoutMs)}`] : []),
        `--dbname=${(0,child_environment/* conninfo */.Zf)(settings, applicationName)}`,
    ];
    const command = { run: { file: programs.dump, args }, env: (0,child_environment/* childEnvironmentOf */.z4)(settings, applicationName) };
    try {
        await processes.run(command, { signal, output: (dump) => output(measured(dump, context, options)) });
    }
    catch (error) {
        signal.throwIfAborted();
        throw explain(error);
    }
}
/** Reports how many bytes have gone by, from time to time and at the end. */
async function* measured(dump, context, { onProgress }) {
    let bytes = 0;
    let reportedAt = performance.now();
    for await (const chunk of dump) {
        bytes += chunk.byteLength;
        yield chunk;
        if (performance.now() - reportedAt < PROGRESS_MS)
            continue;
        reportedAt = performance.now();
        onProgress?.(bytes, context.databaseBytes);
    }
    onProgress?.(bytes, context.databaseBytes);
}
function explain(error) {
    if (!(error instanceof errors/* CommandError */.Qd))
        return error;
    return new errors/* BackupError */.hj(`pg_dump failed: ${lastError(error)}`, { hint: hintFor(error.lastLines.join('\n')), cause: error });
}
/** The line that says what went wrong; what follows it is pg_dump's detail. */
function lastError(error) {
    const line = error.lastLines.find((text) => /error:|fatal:|ERROR|FATAL/.test(text)) ?? error.lastLines.at(-1);
    return line?.replace(/^(.*\/)?pg_(dump|restore): (error: )?/, '') ?? error.message;
}
function hintFor(lines) {
    if (/permission denied/.test(lines))
        return 'Grant the role SELECT on what the backup must hold, or use a role that owns it.';
    if (/row-level security/.test(lines))
        return 'Use a role with BYPASSRLS, or the owner of the table: a filtered backup is no backup.';
    if (/lock timeout|could not obtain lock|canceling statement/.test(lines)) {
        return 'Another session holds a lock on a table: `savepoint health` shows which; raise `session.lock-timeout` to wait longer.';
    }
    if (/invalid snapshot|snapshot .* does not exist/.test(lines))
        return 'The session that holds the instant was lost: see the server log, then run again.';
    return 'See the lines of pg_dump below and the server log.';
}

// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/failures.js
var failures = __webpack_require__(4226);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/ending-sessions.js
/** Ends other sessions in the server and waits until they are gone. */



/** How long a server takes at most to end a session, and how often to look. */
const GONE_WITHIN_MS = 10_000;
const POLL_MS = 50;
/** Sessions inside any of these databases. */
function sessionsIn(databases) {
    return { condition: 'datname = ANY (string_to_array($1, chr(1)))', values: [databases.join('\u0001')] };
}
/** Asks each of the sessions to end, once; does not wait. */
async function terminateSessions(session, filter) {
    const rows = await session.query(`SELECT pid, usename FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (${filter.condition})`, filter.values);
    const refusals = [];
    for (const row of rows) {
        try {
            // One at a time: the refusal of one would undo the whole statement.
            await session.query('SELECT pg_terminate_backend($1)', [row.pid ?? null]);
        }
        catch (error) {
            refusals.push(`session ${row.pid} of ${row.usename ?? 'the server'}: ${(0,failures/* oneLine */.TN)(error.message)}`);
        }
    }
    return { count: rows.length, refusals };
}
async function countSessions(session, filter) {
    const [row] = await session.query(`SELECT count(*) AS sessions FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (${filter.condition})`, filter.values);
    return Number(row?.sessions ?? 0);
}
/**
 * Ends what a vanished run left in the server, its tools included, and waits until it is gone.
 *
 * @throws ConnectionError when sessions are still there after 10 s, or may not be ended by this role
 */
async function endRunSessions(sessions, clock, runId) {
    const filter = { condition: 'starts_with(application_name, $1)', values: [applicationNameOf(runId, '')] };
    const session = await sessions.shared();
    const { count, refusals } = await terminateSessions(session, filter);
    const deadline = clock.monotonicMs() + GONE_WITHIN_MS;
    while ((await countSessions(session, filter)) > 0) {
        if (refusals.length > 0 || clock.monotonicMs() > deadline)
            throw stillThere(runId, refusals);
        await clock.sleep(POLL_MS);
    }
    return count;
}
function stillThere(runId, refusals) {
    return new errors/* ConnectionError */.Rc(`sessions of run ${runId} do not end: ${refusals[0] ?? 'the server did not end them within 10 s'}`, {
        hint: 'GRANT pg_signal_backend to the role, or end them as the role that opened them.',
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/explain.js
const ROOTS = `
SELECT wanted.schema, wanted.name, n.nspname AS root_schema, r.relname AS root_name
FROM json_to_recordset($1) AS wanted (schema text, name text)
JOIN pg_namespace s ON s.nspname = wanted.schema
JOIN pg_class c ON c.relnamespace = s.oid AND c.relname = wanted.name AND c.relispartition
JOIN pg_class r ON r.oid = pg_partition_root(c.oid)
JOIN pg_namespace n ON n.oid = r.relnamespace`;
const LEAVES = `
SELECT wanted.schema, wanted.name, count(*) AS leaves
FROM json_to_recordset($1) AS wanted (schema text, name text)
JOIN pg_namespace s ON s.nspname = wanted.schema
JOIN pg_class c ON c.relnamespace = s.oid AND c.relname = wanted.name
CROSS JOIN LATERAL pg_partition_tree(c.oid) AS tree WHERE tree.isleaf GROUP BY 1, 2`;
/**
 * The plan of one query, run or not. The session must be in a transaction; a read-only one refuses to run what writes.
 *
 * @throws StatementError when the server refuses the query
 */
async function explainQuery(session, sql, options) {
    const document = await explain_explain(session, sql, options.analyze ? ['ANALYZE', 'TIMING OFF'] : []);
    const found = findScans(document.Plan);
    const unpruned = options.partitions ? await scansWithoutPruning(session, sql) : [];
    const roots = await readRoots(session, [...found, ...unpruned]);
    const scans = found.map((scan) => describeScan(scan, roots));
    return {
        scans,
        partitions: await readPartitionUse(session, scans, unpruned.map((scan) => describeScan(scan, roots))),
        durationMs: document['Execution Time'] ?? null,
        text: JSON.stringify(document, null, 2),
    };
}
async function explain_explain(session, sql, options) {
    const [row] = await session.query(`EXPLAIN (${['VERBOSE', 'FORMAT JSON', ...options].join(', ')}) ${sql}`);
    const [document] = JSON.parse(row?.['QUERY PLAN'] ?? '[]');
    if (document === undefined)
        throw new TypeError('the server answered EXPLAIN without a plan: is it one single query?');
    return document;
}
/** Tables of which every partition was pruned are in no plan but this. */
async function scansWithoutPruning(session, sql) {
    await session.query('SAVEPOINT without_pruning');
    await session.query("SELECT set_config('enable_partition_pruning', 'off', true), set_config('constraint_exclusion', 'off', true)");
    const document = await explain_explain(session, sql, []);
    await session.query('ROLLBACK TO SAVEPOINT without_pruning');
    return findScans(document.Plan);
}
/** Every scan that was executed, as far as that is known; the index scans below a bitmap scan with the schema of its table. */
function findScans(node, around = '') {
    if (node['Actual Loops'] === 0)
        return [];
    const schema = node.Schema ?? around;
    const own = node['Node Type'].endsWith('Scan') && (node['Relation Name'] ?? node['Index Name']) !== undefined;
    return [...(own ? [{ node, schema }] : []), ...(node.Plans ?? []).flatMap((child) => findScans(child, schema))];
}
function describeScan({ node, schema }, roots) {
    const named = (name) => (name === undefined ? null : { schema, name });
    const rootOf = (object) => (object === null ? null : (roots.get(keyOf(object)) ?? null));
    const [relation, index] = [named(node['Relation Name']), named(node['Index Name'])];
    return { kind: kindOf(node), relation, root: rootOf(relation), index, rootIndex: rootOf(index) };
}
function kindOf(node) {
    if (node['Node Type'] === 'Seq Scan')
        return 'sequential-scan';
    return node['Index Name'] === undefined ? 'other-scan' : 'index-scan';
}
/** The partitioned table or index above each partition of a plan. */
async function readRoots(session, scans) {
    const names = scans.flatMap(({ node, schema }) => [node['Relation Name'], node['Index Name']].flatMap((name) => (name === undefined ? [] : [{ schema, name }])));
    const rows = await session.query(ROOTS, [JSON.stringify(distinct(names))]);
    return new Map(rows.map((row) => [
        keyOf({ schema: String(row.schema), name: String(row.name) }),
        { schema: String(row.root_schema), name: String(row.root_name) },
    ]));
}
async function readPartitionUse(session, scans, unpruned) {
    const tables = distinct(unpruned.flatMap(({ root }) => (root === null ? [] : [root])));
    if (tables.length === 0)
        return [];
    const rows = await session.query(LEAVES, [JSON.stringify(tables)]);
    return rows.map((row) => {
        const table = { schema: String(row.schema), name: String(row.name) };
        const ofTable = scans.filter(({ root }) => root !== null && keyOf(root) === keyOf(table));
        const scanned = distinct(ofTable.flatMap(({ relation }) => (relation === null ? [] : [relation]))).length;
        return { table, scanned, total: Number(row.leaves) };
    });
}
function distinct(objects) {
    return [...new Map(objects.map((object) => [keyOf(object), object])).values()];
}
function keyOf({ schema, name }) {
    return JSON.stringify([schema, name]);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/facts.js
/** What a database says of itself: identity, version, size. */

async function readFacts(session) {
    const [row] = await session.query("SELECT current_database() AS name, current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes");
    return {
        identity: { kind: 'postgres', systemIdentifier: await readSystemIdentifier(session), name: String(row?.name) },
        // `15.4 (Debian 15.4-1.pgdg120+1)`: the packager's part tells nothing here.
        serverVersion: String(row?.version).split(' ')[0] ?? '',
        sizeBytes: Number(row?.bytes),
    };
}
/** `null` where the role may not ask, as on some managed servers. */
async function readSystemIdentifier(session) {
    try {
        const [row] = await session.query('SELECT system_identifier AS id FROM pg_control_system()');
        return row?.id ?? null;
    }
    catch (error) {
        if (error instanceof errors/* StatementError */.Mp)
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/health-activity.js

/** A lock wait longer than this is no passing moment. */
const LONG_BLOCK_MS = 5_000;
const health_activity_SHOWN = 5;
/** Other client sessions of this database that are not of this run. */
const health_activity_OTHERS = `datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL AND NOT starts_with(application_name, $1)`;
function longTransactionsCheck({ limits, session, runId }) {
    return {
        name: 'long transactions',
        kind: 'activity',
        ask: async () => {
            const rows = await (await session()).query(`SELECT pid, usename, application_name, client_addr, state, query, query = '<insufficient privilege>' AS hidden,
                (extract(epoch FROM clock_timestamp() - xact_start) * 1000)::bigint AS age_ms,
                (extract(epoch FROM clock_timestamp() - query_start) * 1000)::bigint AS query_age_ms
           FROM pg_stat_activity WHERE ${health_activity_OTHERS} AND (backend_type = 'client backend' OR backend_type IS NULL) ORDER BY xact_start`, [`savepoint ${runId} `]);
            const old = rows.filter((row) => Number(row.age_ms ?? 0) > limits.maxTransactionAgeMs);
            const hidden = rows.filter((row) => row.hidden === 't').length;
            return judgeTransactions(old, hidden, describeMs(limits.maxTransactionAgeMs));
        },
    };
}
function judgeTransactions(old, hidden, limit) {
    const expected = `no transaction older than ${limit}`;
    if (old.length > 0) {
        const commands = old.map((row) => `SELECT pg_terminate_backend(${row.pid})`);
        const message = `Let them finish, or end them: ${commands.join('; ')}`;
        return { status: 'failed', expected, actual: listed(old.map(describeTransaction)), message };
    }
    if (hidden === 0)
        return { status: 'passed', expected, actual: 'none' };
    const message = 'GRANT pg_read_all_stats to the role, so that their transactions can be seen.';
    return { status: 'warning', expected, actual: `none seen, ${counted(hidden, 'session')} of other roles hidden`, message };
}
function describeTransaction(row) {
    const who = `${health_activity_describeSession(row)} for ${describeMs(Number(row.age_ms))}, ${row.state}`;
    return row.query ? `${who}, last statement ${describeMs(Number(row.query_age_ms))} ago: ${shortened(row.query)}` : who;
}
function health_activity_describeSession(row) {
    const application = row.application_name ? ` (${row.application_name})` : '';
    return `session ${row.pid} of ${row.usename}${application}`;
}
function blockedSessionsCheck({ session, runId }) {
    return {
        name: 'blocked sessions',
        kind: 'activity',
        ask: async () => {
            const rows = await (await session()).query(`SELECT a.pid, a.usename, a.application_name, array_to_string(pg_blocking_pids(a.pid), ', ') AS blockers,
                (extract(epoch FROM clock_timestamp() - w.since) * 1000)::bigint AS waits_ms
           FROM pg_stat_activity a
           JOIN (SELECT pid, min(coalesce(waitstart, clock_timestamp())) AS since FROM pg_locks WHERE NOT granted GROUP BY pid) w ON w.pid = a.pid
          WHERE ${health_activity_OTHERS.replaceAll('pid <>', 'a.pid <>')} ORDER BY w.since`, [`savepoint ${runId} `]);
            if (rows.length === 0)
                return { status: 'passed', expected: 'none', actual: 'none' };
            const lasting = rows.some((row) => Number(row.waits_ms) >= LONG_BLOCK_MS);
            const actual = listed(rows.map((row) => `${health_activity_describeSession(row)} waits ${describeMs(Number(row.waits_ms))} for ${row.blockers}`));
            const message = 'A migration would queue behind them: let the blocking sessions finish, or end them.';
            return { status: lasting ? 'failed' : 'warning', expected: 'none', actual, message };
        },
    };
}
function preparedTransactionsCheck({ limits, session }) {
    return {
        name: 'prepared transactions',
        kind: 'activity',
        ask: async () => {
            const rows = await (await session()).query(`SELECT gid, owner, (extract(epoch FROM clock_timestamp() - prepared) * 1000)::bigint AS age_ms
           FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared`);
            const expected = `none older than ${describeMs(limits.maxTransactionAgeMs)}`;
            const old = rows.filter((row) => Number(row.age_ms) > limits.maxTransactionAgeMs);
            if (old.length === 0)
                return { status: 'passed', expected, actual: 'none' };
            const actual = listed(old.map((row) => `${row.gid} of ${row.owner} for ${describeMs(Number(row.age_ms))}`));
            const message = 'They hold their locks until COMMIT PREPARED or ROLLBACK PREPARED, and keep the database from being renamed.';
            return { status: 'warning', expected, actual, message };
        },
    };
}
function listed(items) {
    const rest = items.length - health_activity_SHOWN;
    return items.slice(0, health_activity_SHOWN).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function shortened(query) {
    const line = query.replace(/\s+/g, ' ').trim();
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/tables.js
/** Condition that leaves out what belongs to the server, to extensions' internals and to Savepoint itself; `n` is pg_namespace. */
const TEAM_SCHEMAS = `n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'savepoint')`;
const TABLES = `
SELECT c.oid AS id, format('%I.%I', n.nspname, c.relname) AS name, c.relkind = 'p' AS partitioned,
  (SELECT sum(l.relpages) FROM pg_partition_tree(c.oid) t JOIN pg_class l ON l.oid = t.relid) AS tree_pages, c.relpages AS pages,
  (SELECT json_agg(json_build_object('id', a.attnum, 'name', a.attname, 'quoted', quote_ident(a.attname),
      'typeId', a.atttypid::text, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT to_json(string_to_array(i.indkey::text, ' ')::int[])
    FROM pg_index i
    WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL
      AND i.indnkeyatts = i.indnatts
      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)
    ORDER BY i.indisprimary DESC, i.indnatts, i.indexrelid::regclass::text LIMIT 1) AS key
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS}
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    AND NOT EXISTS (SELECT FROM pg_extension e WHERE c.oid = ANY (e.extconfig)))
ORDER BY 2`;
const TYPES = `
SELECT t.oid AS id, n.nspname AS schema, t.typname AS name, t.typtype AS sort,
  t.typelem <> 0 AND t.typlen = -1 AND t.typcategory = 'A' AS is_array,
  CASE WHEN t.typtype = 'd' THEN t.typbasetype
    WHEN t.typtype = 'r' THEN (SELECT rngsubtype FROM pg_range WHERE rngtypid = t.oid)
    WHEN t.typtype = 'm' THEN (SELECT rngtypid FROM pg_range WHERE rngmultitypid = t.oid)
    WHEN t.typcategory = 'A' THEN t.typelem END AS inner
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype <> 'p' AND NOT (t.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c'))`;
/** Every table whose content a fingerprint covers: plain and partitioned tables of the team, and extensions' configuration tables. */
async function readTables(session) {
    return (await session.query(TABLES)).map(parseTable);
}
function parseTable(row) {
    return {
        id: String(row.id),
        name: String(row.name),
        partitioned: row.partitioned === 't',
        pages: Number(row.tree_pages ?? row.pages ?? 0),
        columns: JSON.parse(row.columns ?? '[]'),
        key: JSON.parse(row.key ?? '[]'),
    };
}
async function readTypes(session) {
    const rows = await session.query(TYPES);
    return new Map(rows.map((row) => [String(row.id), parseType(row)]));
}
function parseType(row) {
    return {
        id: String(row.id),
        schema: String(row.schema),
        name: String(row.name),
        sort: String(row.sort),
        inner: row.inner ?? null,
        isArray: row.is_array === 't',
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/catalog-queries.js
/** One catalogue query per kind of schema object; each gives kind, name, table, identifier and canonical definition. */

/** Objects that an extension made are told by the extension itself. */
function notOfExtension(catalogue, id) {
    return `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${id} AND d.deptype = 'e')`;
}
/** Grants in canonical order; none given explicitly is the same as the default given explicitly. */
function grants(acl, kind, owner) {
    return `(SELECT coalesce(string_agg(item::text, ',' ORDER BY item::text), '') FROM unnest(coalesce(${acl}, acldefault('${kind}', ${owner}))) AS item)`;
}
const RELATION = `format('%I.%I', n.nspname, c.relname)`;
const OWNED = (owner) => `pg_get_userbyid(${owner})`;
const SCHEMAS = `
SELECT 'schema', quote_ident(n.nspname), NULL, n.oid::text,
  concat_ws(' ', 'owner', ${OWNED('n.nspowner')}, 'grants', ${grants('n.nspacl', 'n', 'n.nspowner')})
FROM pg_namespace n WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_namespace', 'n.oid')}`;
const DEFAULT_PRIVILEGES = `
SELECT 'schema', concat_ws(' ', 'default privileges', n.nspname, ${OWNED('p.defaclrole')}, p.defaclobjtype), NULL, p.oid::text,
  (SELECT string_agg(item::text, ',' ORDER BY item::text) FROM unnest(p.defaclacl) AS item)
FROM pg_default_acl p LEFT JOIN pg_namespace n ON n.oid = p.defaclnamespace`;
const EXTENSIONS = `
SELECT 'extension', quote_ident(e.extname), NULL, e.oid::text, concat_ws(' ', e.extversion, 'in', n.nspname)
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace`;
const catalog_queries_TYPES = `
SELECT 'type', format('%I.%I', n.nspname, t.typname), NULL, t.oid::text, concat_ws(' ', t.typtype, 'owner', ${OWNED('t.typowner')},
  (SELECT 'enum ' || string_agg(quote_literal(v.enumlabel), ',' ORDER BY v.enumsortorder) FROM pg_enum v WHERE v.enumtypid = t.oid),
  CASE WHEN t.typtype = 'd' THEN concat_ws(' ', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN 'not null' END, 'default ' || t.typdefault,
    (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')) END,
  (SELECT 'attributes ' || string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
  (SELECT 'range of ' || format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngtypid = t.oid))
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
WHERE ${TEAM_SCHEMAS} AND (c.oid IS NULL OR c.relkind = 'c') AND NOT (t.typelem <> 0 AND t.typcategory = 'A') AND t.typtype <> 'm'
  AND ${notOfExtension('pg_type', 't.oid')}`;
const catalog_queries_TABLES = `
SELECT 'table', ${RELATION}, ${RELATION}, c.oid::text, concat_ws(' ', c.relkind, c.relpersistence, 'owner', ${OWNED('c.relowner')},
  'partition by ' || pg_get_partkeydef(c.oid), 'partition of ' || (SELECT inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits WHERE inhrelid = c.oid AND c.relispartition),
  (SELECT 'inherits ' || string_agg(inhparent::regclass::text, ',' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid AND NOT c.relispartition),
  'replica identity ' || c.relreplident::text, CASE WHEN c.relforcerowsecurity THEN 'force row security' END, array_to_string(c.reloptions, ','),
  'grants ' || ${grants('c.relacl', 'r', 'c.relowner')}, CASE WHEN c.relrowsecurity THEN '[row security on]' ELSE '[row security off]' END)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`;
const COLUMNS = `
SELECT 'column', ${RELATION} || '.' || quote_ident(a.attname), ${RELATION}, c.oid || '.' || a.attnum, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
  CASE WHEN a.attcollation <> t.typcollation THEN 'collate ' || a.attcollation::regcollation END, CASE WHEN a.attnotnull THEN 'not null' END,
  CASE WHEN a.attgenerated <> '' THEN 'generated ' ELSE 'default ' END || pg_get_expr(d.adbin, d.adrelid), nullif('identity ' || a.attidentity::text, 'identity '),
  CASE WHEN a.attacl IS NOT NULL THEN 'grants ' || ${grants('a.attacl', 'c', 'c.relowner')} END)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND a.attnum > 0 AND NOT a.attisdropped AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`;
/** Whether a foreign key, or its part for a partition, is not enforced because its triggers do not fire: never, or only for a replica. */
function unenforced(constraint) {
    return `EXISTS (SELECT FROM pg_trigger g JOIN pg_constraint part ON part.oid = g.tgconstraint
    WHERE ${constraint}.oid IN (part.oid, part.conparentid) AND ${constraint}.contype = 'f' AND g.tgenabled IN ('D', 'R'))`;
}
/** What a foreign key to or of a partitioned table brings with it for each partition has names that the server makes up. */
const CONSTRAINTS = `
SELECT CASE k.contype WHEN 'f' THEN 'foreign-key' ELSE 'constraint' END, ${RELATION} || ' ' || quote_ident(k.conname), ${RELATION}, k.oid::text,
  pg_get_constraintdef(k.oid) || CASE WHEN k.convalidated THEN ' [validated]' ELSE ' [not validated]' END
  || CASE WHEN ${unenforced('k')} THEN ' [triggers disabled]' ELSE '' END
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND NOT (k.contype = 'f' AND k.conparentid <> 0) AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`;
const INDEXES = `
SELECT 'index', format('%I.%I', n.nspname, x.relname), ${RELATION}, x.oid::text,
  pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' [invalid]' END || CASE WHEN i.indisreplident THEN ' replica identity' ELSE '' END
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm') AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`;
const VIEWS = `
SELECT 'view', ${RELATION}, NULL, c.oid::text, concat_ws(' ', CASE c.relkind WHEN 'm' THEN 'materialized' END, 'owner', ${OWNED('c.relowner')},
  array_to_string(c.reloptions, ','), 'grants ' || ${grants('c.relacl', 'r', 'c.relowner')}, CASE WHEN NOT c.relispopulated THEN 'not populated' END, pg_get_viewdef(c.oid))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`;
const FUNCTIONS = `
SELECT 'function', format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), NULL, p.oid::text,
  concat_ws(' ', 'owner', ${OWNED('p.proowner')}, 'grants', ${grants('p.proacl', 'f', 'p.proowner')}, CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid)
    ELSE (SELECT concat_ws(' ', 'aggregate', g.aggtransfn, g.aggfinalfn, g.aggcombinefn, format_type(g.aggtranstype, NULL), g.agginitval) FROM pg_aggregate g WHERE g.aggfnoid = p.oid) END)
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_proc', 'p.oid')}`;
const TRIGGERS = `
SELECT 'trigger', ${RELATION} || ' ' || quote_ident(g.tgname), ${RELATION}, g.oid::text,
  pg_get_triggerdef(g.oid) || CASE g.tgenabled WHEN 'O' THEN ' [enabled]' WHEN 'D' THEN ' [disabled]' WHEN 'R' THEN ' [disabled] but for replication' ELSE ' [enabled] always' END
FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT g.tgisinternal AND ${TEAM_SCHEMAS}`;
const POLICIES = `
SELECT 'policy', ${RELATION} || ' ' || quote_ident(p.polname), ${RELATION}, p.oid::text, concat_ws(' ', p.polcmd, CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END,
  'to', (SELECT string_agg(CASE r WHEN 0 THEN 'public' ELSE ${OWNED('r')} END, ',' ORDER BY r <> 0, ${OWNED('r')}) FROM unnest(p.polroles) AS r),
  'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${TEAM_SCHEMAS}`;
const SEQUENCES = `
SELECT 'sequence', ${RELATION}, (SELECT d.refobjid::regclass::text FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0), c.oid::text, concat_ws(' ', format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
  'owner', ${OWNED('c.relowner')}, 'grants', ${grants('c.relacl', 's', 'c.relowner')}, (SELECT 'of ' || d.refobjid::regclass || '.' || quote_ident(a.attname)
    FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0))
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`;
const RULES = `
SELECT 'rule', ${RELATION} || ' ' || quote_ident(r.rulename), ${RELATION}, r.oid::text, pg_get_ruledef(r.oid) || ' ' || r.ev_enabled::text
FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND ${TEAM_SCHEMAS}`;
const EVENT_TRIGGERS = `
SELECT 'event-trigger', quote_ident(e.evtname), NULL, e.oid::text, concat_ws(' ', e.evtevent, e.evtfoid::regprocedure, array_to_string(e.evttags, ','),
  CASE e.evtenabled WHEN 'D' THEN '[disabled]' ELSE '[enabled]' END)
FROM pg_event_trigger e WHERE ${notOfExtension('pg_event_trigger', 'e.oid')}`;
const PUBLICATIONS = `
SELECT 'publication', quote_ident(p.pubname), NULL, p.oid::text, concat_ws(' ', CASE WHEN p.puballtables THEN 'all tables' END, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate, p.pubviaroot,
  (SELECT string_agg(r.prrelid::regclass::text, ',' ORDER BY r.prrelid::regclass::text) FROM pg_publication_rel r WHERE r.prpubid = p.oid))
FROM pg_publication p`;
const STATISTICS = `
SELECT 'statistics', format('%I.%I', n.nspname, s.stxname), s.stxrelid::regclass::text, s.oid::text, pg_get_statisticsobjdef(s.oid)
FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE ${TEAM_SCHEMAS}`;
const CASTS = `
SELECT 'cast', format_type(c.castsource, NULL) || ' as ' || format_type(c.casttarget, NULL), NULL, c.oid::text, concat_ws(' ', c.castfunc::regprocedure, c.castcontext, c.castmethod)
FROM pg_cast c WHERE c.oid >= 16384 AND ${notOfExtension('pg_cast', 'c.oid')}`;
const OPERATORS = `
SELECT 'operator', format('%I.%s(%s,%s)', n.nspname, o.oprname, format_type(o.oprleft, NULL), format_type(o.oprright, NULL)), NULL, o.oid::text,
  concat_ws(' ', o.oprcode::regprocedure, o.oprcom::regoperator, o.oprnegate::regoperator)
FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_operator', 'o.oid')}`;
/** Comments on relations and their columns, functions and types; an extension's own comment may need rights that a restore lacks. */
const COMMENTS = `
SELECT 'comment', concat_ws('.', ${RELATION}, quote_ident(a.attname)), ${RELATION}, NULL, d.description
FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}
UNION ALL
SELECT 'comment', p.oid::regprocedure::text, NULL, NULL, d.description
FROM pg_description d JOIN pg_proc p ON p.oid = d.objoid AND d.classoid = 'pg_proc'::regclass JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_proc', 'p.oid')}
UNION ALL
SELECT 'comment', format('%I.%I', n.nspname, t.typname), NULL, NULL, d.description
FROM pg_description d JOIN pg_type t ON t.oid = d.objoid AND d.classoid = 'pg_type'::regclass JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_type', 't.oid')}`;
const OBJECT_QUERIES = [
    SCHEMAS,
    DEFAULT_PRIVILEGES,
    EXTENSIONS,
    catalog_queries_TYPES,
    catalog_queries_TABLES,
    COLUMNS,
    CONSTRAINTS,
    INDEXES,
    VIEWS,
    FUNCTIONS,
    TRIGGERS,
    POLICIES,
    SEQUENCES,
    RULES,
    EVENT_TRIGGERS,
    PUBLICATIONS,
    STATISTICS,
    CASTS,
    OPERATORS,
    COMMENTS,
];

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/table-descriptions.js


/** Asking for a size, or for a tree of partitions by the server's own function, waits for whoever holds the table exclusively, or waits to: a health check must not. */
const IS_LOCKED = `EXISTS (SELECT FROM locked WHERE locked.relation = l.oid)`;
/** The planner's estimate; before the first ANALYZE what the statistics have seen written, where they have. */
const LEAF_ROWS = `CASE WHEN l.reltuples >= 0 THEN l.reltuples ELSE nullif(pg_stat_get_live_tuples(l.oid), 0) END`;
/** Rows and bytes of each table with its partitions, without a lock on any. */
const MEASURED = `
WITH RECURSIVE locked AS MATERIALIZED (
  SELECT relation FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND locktype = 'relation'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
tree (root, oid) AS (
  SELECT c.oid, c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS}
  UNION ALL SELECT t.root, i.inhrelid FROM tree t JOIN pg_class p ON p.oid = t.oid AND p.relkind = 'p' JOIN pg_inherits i ON i.inhparent = t.oid),
measured AS MATERIALIZED (
  SELECT t.root AS oid, sum(${LEAF_ROWS}) FILTER (WHERE l.relkind <> 'p')::bigint AS rows,
    CASE WHEN NOT bool_or(${IS_LOCKED}) THEN sum(CASE WHEN l.relkind = 'p' OR ${IS_LOCKED} THEN 0 ELSE pg_total_relation_size(l.oid) END) END AS bytes
  FROM tree t JOIN pg_class l ON l.oid = t.oid GROUP BY t.root)`;
const DESCRIPTIONS = `${MEASURED}
SELECT n.nspname AS schema, c.relname AS table, format('%I.%I', n.nspname, c.relname) AS name, pg_table_is_visible(c.oid) AS visible,
  CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized-view' WHEN 'f' THEN 'foreign-table'
    ELSE CASE WHEN c.relispartition THEN 'partition' ELSE 'table' END END AS kind, m.rows, m.bytes,
  (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', NOT a.attnotnull) ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT json_agg(a.attname ORDER BY k.place) FROM pg_constraint p CROSS JOIN unnest(p.conkey) WITH ORDINALITY AS k (number, place)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number WHERE p.conrelid = c.oid AND p.contype = 'p') AS primary_key
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN measured m ON m.oid = c.oid
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY m.bytes DESC NULLS LAST, 3`;
async function readTableDescriptions(session) {
    return (await session.query(DESCRIPTIONS)).map(describe);
}
/** The same rows and sizes without columns and keys, which cost most of the time: a health check must be quick. */
async function readLargestTables(session, limit) {
    const rows = await session.query(`${MEASURED}
SELECT format('%I.%I', n.nspname, c.relname) AS name, m.rows, m.bytes, count(*) OVER () AS tables, sum(m.bytes) OVER () AS total
FROM measured m JOIN pg_class c ON c.oid = m.oid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY m.bytes DESC NULLS LAST, 1 LIMIT ${limit}`);
    const tables = rows.map((row) => ({
        name: String(row.name),
        estimatedRows: numberOrNull(row.rows),
        sizeBytes: numberOrNull(row.bytes),
    }));
    return { count: Number(rows[0]?.tables ?? 0), totalBytes: Number(rows[0]?.total ?? 0), tables };
}
function describe(row) {
    return {
        schema: String(row.schema),
        table: String(row.table),
        name: String(row.name),
        kind: row.kind,
        visible: row.visible === 't',
        columns: JSON.parse(row.columns ?? '[]'),
        primaryKey: JSON.parse(row.primary_key ?? '[]'),
        estimatedRows: numberOrNull(row.rows),
        sizeBytes: numberOrNull(row.bytes),
    };
}
function numberOrNull(text) {
    return text === null || text === undefined ? null : Number(text);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/health-contents.js


/** Tables that are shown; the others are counted. */
const SHOWN_TABLES = 10;
/** Never fails: it tells, so that a person sees at once whether this is the database that was meant. */
function contentsCheck({ session }) {
    return {
        name: 'contents',
        kind: 'contents',
        ask: async () => {
            const largest = await readLargestTables(await session(), SHOWN_TABLES);
            const actual = `${(0,quantity_text/* formatCount */.B4)(largest.count, 'table')}, ${(0,quantity_text/* formatBytes */.z3)(largest.totalBytes)}`;
            return { status: 'passed', expected: 'shown', actual, ...described(largest) };
        },
    };
}
function described({ count, tables }) {
    if (count === 0)
        return {};
    const more = count > tables.length ? [`and ${(0,quantity_text/* formatCount */.B4)(count - tables.length, 'smaller table')}`] : [];
    return { message: [...tables.map(describeTable), ...more].join(';\n') };
}
function describeTable({ name, estimatedRows, sizeBytes }) {
    const rows = estimatedRows === null ? 'rows not estimated yet' : `about ${(0,quantity_text/* formatCount */.B4)(estimatedRows, 'row')}`;
    return `${name}: ${rows}, ${sizeBytes === null ? 'locked by another session' : (0,quantity_text/* formatBytes */.z3)(sizeBytes)}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/health-privileges.js
const SUPERUSER = '(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)';
/** Everything that a dump would hold, the ledger and what extensions own left out. */
const USER_TABLES = `
  pg_class c JOIN pg_namespace n ON n.oid = relnamespace
   WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'savepoint') AND NOT starts_with(n.nspname, 'pg_toast')
     AND NOT starts_with(n.nspname, 'pg_temp')`;
function ledgerCheck({ session }) {
    return {
        name: 'privilege: ledger',
        kind: 'privileges',
        ask: async () => {
            const [row] = await (await session()).query(`SELECT current_user AS role, CASE
           WHEN to_regclass('savepoint.ledger') IS NOT NULL THEN
             has_schema_privilege('savepoint', 'USAGE') AND has_table_privilege(to_regclass('savepoint.ledger')::oid, 'INSERT')
             AND has_table_privilege(to_regclass('savepoint.ledger')::oid, 'SELECT') AND has_table_privilege(to_regclass('savepoint.ledger')::oid, 'DELETE')
           WHEN to_regnamespace('savepoint') IS NOT NULL THEN has_schema_privilege('savepoint', 'CREATE')
           ELSE has_database_privilege(current_database(), 'CREATE') END AS allowed, current_database() AS database`);
            const expected = 'may write the ledger (schema savepoint)';
            if (row?.allowed === 't')
                return { status: 'passed', expected, actual: 'may' };
            const message = `GRANT CREATE ON DATABASE "${row?.database}" TO "${row?.role}", or ALTER the owner of schema savepoint.`;
            return { status: 'failed', expected, actual: `${row?.role} may not`, message };
        },
    };
}
function readEveryTableCheck({ session }) {
    return {
        name: 'privilege: read every table',
        kind: 'privileges',
        ask: async () => {
            const rows = await (await session()).query(`SELECT format('%I.%I', n.nspname, relname) AS name, CASE
                  WHEN NOT has_schema_privilege(n.oid, 'USAGE') OR NOT has_table_privilege(c.oid, 'SELECT') THEN 'no SELECT'
                  ELSE 'rows hidden by row security' END AS why
           FROM ${USER_TABLES} AND relkind IN ('r', 'p', 'm', 'S') AND NOT ${SUPERUSER}
            AND (NOT has_schema_privilege(n.oid, 'USAGE')
                 OR NOT CASE WHEN relkind = 'S' THEN has_sequence_privilege(c.oid, 'SELECT') ELSE has_table_privilege(c.oid, 'SELECT') END
                 OR (relkind <> 'S' AND row_security_active(c.oid)))
          ORDER BY 1`);
            const expected = 'may read every row of every table';
            if (rows.length === 0)
                return { status: 'passed', expected, actual: 'may' };
            const actual = summarised(rows.map((row) => `${row.name}: ${row.why}`));
            return {
                status: 'failed',
                expected,
                actual,
                message: 'GRANT pg_read_all_data and BYPASSRLS to the role, or use the role that owns the tables.',
            };
        },
    };
}
function createDatabaseCheck({ session }) {
    return {
        name: 'privilege: create databases',
        kind: 'privileges',
        ask: async () => {
            const [row] = await (await session()).query('SELECT rolname AS role, rolcreatedb OR rolsuper AS allowed FROM pg_roles WHERE rolname = current_user');
            const expected = 'may create the database into which the backup is restored for proof';
            if (row?.allowed === 't')
                return { status: 'passed', expected, actual: 'may' };
            const message = `ALTER ROLE "${row?.role}" CREATEDB, or set \`backup.verify: read\` and do without the proof.`;
            return { status: 'failed', expected, actual: `${row?.role} may not`, message };
        },
    };
}
/** A restore gives every object its owner back, which only a member of the owning role may do. */
function ownersCheck({ session }) {
    return {
        name: 'privilege: restore owners',
        kind: 'privileges',
        ask: async () => {
            const rows = await (await session()).query(`SELECT DISTINCT pg_get_userbyid(owner) AS role FROM (
           SELECT relowner AS owner FROM ${USER_TABLES} AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
              AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
           UNION SELECT nspowner FROM pg_namespace WHERE NOT starts_with(nspname, 'pg_') AND nspname NOT IN ('information_schema', 'savepoint', 'public')
         ) o WHERE NOT ${SUPERUSER} AND NOT pg_has_role(owner, 'MEMBER') ORDER BY 1`);
            const expected = 'is a member of every role that owns objects';
            if (rows.length === 0)
                return { status: 'passed', expected, actual: 'is a member of all' };
            const names = rows.map((row) => `"${row.role}"`);
            return {
                status: 'failed',
                expected,
                actual: `not of ${summarised(names)}`,
                message: `GRANT ${names.join(', ')} to the role, or use a superuser.`,
            };
        },
    };
}
function summarised(items) {
    return items.slice(0, 5).join(', ') + (items.length > 5 ? ` and ${items.length - 5} more` : '');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/health-server.js

/** The oldest major version that Savepoint is made for. */
const OLDEST_MAJOR = 14;
function connectionCheck({ limits, probe }) {
    return {
        name: 'connection',
        kind: 'connection',
        ask: async (signal) => {
            const startedAt = performance.now();
            await probe(limits.connectTimeoutMs, signal);
            const expected = `within ${describeMs(limits.connectTimeoutMs)}`;
            return { status: 'passed', expected, actual: describeMs(performance.now() - startedAt) };
        },
    };
}
function serverVersionCheck({ session }) {
    return {
        name: 'server version',
        kind: 'version',
        ask: async () => {
            const [row] = await (await session()).query("SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int / 10000 AS major");
            const supported = Number(row?.major) >= OLDEST_MAJOR;
            return {
                status: supported ? 'passed' : 'failed',
                expected: `${OLDEST_MAJOR} or newer`,
                actual: String(row?.version),
                ...(supported ? {} : { message: `PostgreSQL ${row?.major} is not supported: upgrade the server first.` }),
            };
        },
    };
}
function clientProgramsCheck({ programs, serverMajor }) {
    return {
        name: 'client programs',
        kind: 'version',
        ask: async () => {
            const major = await serverMajor();
            const found = await programs();
            return {
                status: 'passed',
                expected: `pg_dump and pg_restore ${major} or newer`,
                actual: `${found.version} (${found.dump})`,
            };
        },
    };
}
function writableCheck({ session }) {
    return {
        name: 'writable',
        kind: 'server',
        ask: async () => {
            const [row] = await (await session()).query("SELECT pg_is_in_recovery() AS replica, current_setting('transaction_read_only') AS read_only, current_setting('default_transaction_read_only') AS read_only_default");
            const expected = 'a primary server that takes writes';
            if (row?.replica === 't') {
                return { status: 'failed', expected, actual: 'a replica', message: 'Connect to the primary server.' };
            }
            if (row?.read_only === 'on' || row?.read_only_default === 'on') {
                const message = 'default_transaction_read_only is on for the server, the database or the role: turn it off to migrate.';
                return { status: 'failed', expected, actual: 'read-only', message };
            }
            return { status: 'passed', expected, actual: 'a primary server that takes writes' };
        },
    };
}
/** What a failed `CREATE INDEX CONCURRENTLY` or `REINDEX … CONCURRENTLY` leaves: an index that is kept up to date and never used. */
function invalidIndexesCheck({ session }) {
    return {
        name: 'invalid indexes',
        kind: 'indexes',
        ask: async () => {
            const rows = await (await session()).query(`SELECT c.oid::regclass::text AS name, c.relname ~ '_cc(new|old)[0-9]*$' AS leftover
           FROM pg_index i JOIN pg_class c ON c.oid = indexrelid
          WHERE NOT (indisvalid AND indisready AND indislive) AND c.relkind = 'i' AND NOT starts_with(c.relnamespace::regnamespace::text, 'pg_t')
          ORDER BY 1`);
            if (rows.length === 0)
                return { status: 'passed', expected: 'none', actual: 'none' };
            const commands = rows.map((row) => `${row.leftover === 't' ? 'DROP' : 'REINDEX'} INDEX CONCURRENTLY ${row.name}`);
            return {
                status: 'failed',
                expected: 'none',
                actual: rows.map((row) => row.name).join(', '),
                message: `${commands.join('; ')} (unless it is being built just now)`,
            };
        },
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/health-storage.js
/** Health of the place where backups are written: is there room. */



function freeSpaceCheck({ limits, databaseBytes }) {
    return {
        name: 'free space',
        kind: 'storage',
        ask: async () => {
            const wanted = await wantedBytes(limits.freeSpace, databaseBytes);
            const free = await freeBytes(limits.backupDirectory);
            const enough = free >= wanted.bytes;
            return {
                status: enough ? 'passed' : 'failed',
                expected: `at least ${wanted.words}`,
                actual: (0,quantity_text/* formatBytes */.z3)(free),
                ...(enough ? {} : { message: `Free space at ${limits.backupDirectory}, or write elsewhere with --output.` }),
            };
        },
    };
}
async function wantedBytes(freeSpace, databaseBytes) {
    if ('bytes' in freeSpace)
        return { bytes: freeSpace.bytes, words: (0,quantity_text/* formatBytes */.z3)(freeSpace.bytes) };
    const bytes = freeSpace.times * (await databaseBytes());
    return { bytes, words: `${(0,quantity_text/* formatBytes */.z3)(bytes)} (${freeSpace.times}x the database)` };
}
/** Of the nearest directory that exists: the backup's own is made later. */
async function freeBytes(directory) {
    try {
        const { bavail, bsize } = await (0,promises_.statfs)(directory);
        return bavail * bsize;
    }
    catch (error) {
        const parent = (0,external_node_path_.dirname)(directory);
        if (error.code !== 'ENOENT' || parent === directory)
            throw error;
        return freeBytes(parent);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/health.js





/** `connection` first; what a run without a backup does not need is not asked. */
function createHealthChecks(context) {
    const { backup, verifyByRestore } = context.limits;
    return [
        connectionCheck(context),
        serverVersionCheck(context),
        contentsCheck(context),
        writableCheck(context),
        ledgerCheck(context),
        ...(backup ? [clientProgramsCheck(context), readEveryTableCheck(context), freeSpaceCheck(context)] : []),
        ...(backup && verifyByRestore ? [createDatabaseCheck(context), ownersCheck(context)] : []),
        longTransactionsCheck(context),
        blockedSessionsCheck(context),
        preparedTransactionsCheck(context),
        invalidIndexesCheck(context),
    ];
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/database-properties.js
/** What belongs to a database as a whole and is in no dump of it: encoding, owner, settings, grants, comment. */


const PROVIDERS = { c: 'libc', i: 'icu', b: 'builtin' };
/** @throws BackupError when there is no such database */
async function readProperties(session, name) {
    // As JSON, because the columns about locales differ between versions.
    const [row] = await session.query(`SELECT to_jsonb(d) - 'datacl' AS d, pg_encoding_to_char(encoding) AS encoding, r.rolname AS owner, CASE WHEN dattablespace <> (SELECT dattablespace FROM pg_database WHERE datname = 'template0') THEN t.spcname END AS tablespace,
            shobj_description(d.oid, 'pg_database') AS comment, d.datacl IS NULL AS "defaultGrants"
       FROM pg_database d JOIN pg_roles r ON r.oid = datdba JOIN pg_tablespace t ON t.oid = dattablespace WHERE datname = $1`, [name]);
    if (row === undefined)
        throw new errors/* BackupError */.hj(`there is no database ${name}`);
    const catalogue = JSON.parse(String(row.d));
    return {
        encoding: String(row.encoding),
        collate: String(catalogue.datcollate),
        ctype: String(catalogue.datctype),
        provider: PROVIDERS[catalogue.datlocprovider ?? 'c'] ?? 'libc',
        locale: catalogue.datlocale ?? catalogue.daticulocale ?? null,
        icuRules: catalogue.daticurules ?? null,
        owner: String(row.owner),
        tablespace: row.tablespace ?? null,
        connectionLimit: String(catalogue.datconnlimit),
        comment: row.comment ?? null,
        settings: (await session.query(SETTINGS, [name])).map(settingOf),
        grants: row.defaultGrants === 't' ? null : (await session.query(database_properties_GRANTS, [name])).map(grantOf),
    };
}
const SETTINGS = `
  SELECT r.rolname AS role, s.assignment,
         split_part(s.assignment, '=', 1) IN ('search_path', 'temp_tablespaces', 'local_preload_libraries',
           'session_preload_libraries', 'shared_preload_libraries', 'unix_socket_directories') AS list
    FROM pg_db_role_setting c JOIN pg_database d ON d.oid = c.setdatabase LEFT JOIN pg_roles r ON r.oid = c.setrole,
         unnest(c.setconfig) WITH ORDINALITY AS s (assignment, place)
   WHERE d.datname = $1 AND (c.setrole = 0 OR r.oid IS NOT NULL) ORDER BY r.rolname NULLS FIRST, s.place`;
const database_properties_GRANTS = `
  SELECT a.privilege_type AS privilege, a.is_grantable AS grantable, r.rolname AS grantee
    FROM pg_database d, aclexplode(d.datacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
   WHERE d.datname = $1 AND (a.grantee = 0 OR r.oid IS NOT NULL) ORDER BY a.grantee = d.datdba DESC, r.rolname NULLS FIRST`;
function settingOf(row) {
    return { role: row.role ?? null, assignment: String(row.assignment), isList: row.list === 't' };
}
function grantOf(row) {
    return { privilege: String(row.privilege), grantee: row.grantee ?? null, grantable: row.grantable === 't' };
}
/** `CREATE DATABASE` that will compare and sort as the original does; owner and limits only for a faithful copy. */
function createStatement(name, from, faithful) {
    const clauses = [
        'TEMPLATE = template0',
        `ENCODING = ${(0,postgres_names/* quoteText */.ol)(from.encoding)}`,
        `LC_COLLATE = ${(0,postgres_names/* quoteText */.ol)(from.collate)}`,
        `LC_CTYPE = ${(0,postgres_names/* quoteText */.ol)(from.ctype)}`,
        ...providerClauses(from),
        ...(faithful
            ? [
                `OWNER = ${(0,postgres_names/* quoteName */.AB)(from.owner)}`,
                ...(from.tablespace === null ? [] : [`TABLESPACE = ${(0,postgres_names/* quoteName */.AB)(from.tablespace)}`]),
                `CONNECTION LIMIT = ${from.connectionLimit}`,
            ]
            : []),
    ];
    return `CREATE DATABASE ${(0,postgres_names/* quoteName */.AB)(name)} WITH ${clauses.join(' ')}`;
}
function providerClauses(from) {
    if (from.provider === 'libc')
        return [];
    const word = from.provider === 'icu' ? 'ICU_LOCALE' : 'BUILTIN_LOCALE';
    return [
        `LOCALE_PROVIDER = ${from.provider}`,
        ...(from.locale === null ? [] : [`${word} = ${(0,postgres_names/* quoteText */.ol)(from.locale)}`]),
        ...(from.icuRules === null ? [] : [`ICU_RULES = ${(0,postgres_names/* quoteText */.ol)(from.icuRules)}`]),
    ];
}
/** The statements that give a database the settings, grants and comment of the original. */
function propertyStatements(name, from) {
    const database = `DATABASE ${(0,postgres_names/* quoteName */.AB)(name)}`;
    return [
        ...from.settings.map(({ role, assignment, isList }) => {
            const target = role === null ? `ALTER ${database}` : `ALTER ROLE ${(0,postgres_names/* quoteName */.AB)(role)} IN ${database}`;
            return `${target} SET ${assignmentOf(assignment, isList)}`;
        }),
        ...grantStatements(database, from),
        ...(from.comment === null ? [] : [`COMMENT ON ${database} IS ${(0,postgres_names/* quoteText */.ol)(from.comment)}`]),
    ];
}
function grantStatements(database, from) {
    if (from.grants === null)
        return [];
    return [
        `REVOKE ALL ON ${database} FROM PUBLIC, ${(0,postgres_names/* quoteName */.AB)(from.owner)}`,
        ...from.grants.map(({ privilege, grantee, grantable }) => {
            const to = grantee === null ? 'PUBLIC' : (0,postgres_names/* quoteName */.AB)(grantee);
            return `GRANT ${privilege} ON ${database} TO ${to}${grantable ? ' WITH GRANT OPTION' : ''}`;
        }),
    ];
}
function assignmentOf(assignment, isList) {
    const equals = assignment.indexOf('=');
    const name = assignment.slice(0, equals).split('.').map(postgres_names/* quoteName */.AB).join('.');
    const value = assignment.slice(equals + 1);
    return `${name} TO ${isList ? listElements(value).map(postgres_names/* quoteText */.ol).join(', ') : (0,postgres_names/* quoteText */.ol)(value)}`;
}
/** Elements of a stored list of names: `"$user", public`. An empty list is one empty element. */
function listElements(text) {
    const elements = [...text.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g)];
    if (elements.length === 0)
        return [''];
    return elements.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/catalog.js



const OBJECTS = `
SELECT kind, name, belongs_to, id, definition FROM (
${OBJECT_QUERIES.join('\nUNION ALL\n')}
) AS objects (kind, name, belongs_to, id, definition)`;
const catalog_SEQUENCES = `
SELECT format('%I.%I', n.nspname, c.relname) AS name, s.seqincrement > 0 AS ascending
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${TEAM_SCHEMAS} ORDER BY 1`;
/** Every schema object, in no particular order. The session's search_path must be `pg_catalog`, so that names come out qualified. */
async function readObjects(session) {
    const rows = await session.query(OBJECTS);
    return rows.map((row) => ({
        kind: row.kind,
        name: String(row.name),
        definition: row.definition ?? '',
        ...(row.belongs_to === null || row.belongs_to === undefined ? {} : { table: row.belongs_to }),
        ...(row.id === null || row.id === undefined ? {} : { id: row.id }),
    }));
}
/** The database itself, by a name that its copies share. The definition is what a faithful copy is made from. */
async function readDatabaseObject(session) {
    const [row] = await session.query('SELECT current_database() AS name');
    const properties = await readProperties(session, String(row?.name));
    return { kind: 'database', name: 'database', definition: JSON.stringify(properties) };
}
/** How far each sequence has come. Sequences stand outside of snapshots: the values are those of now. */
async function readSequences(session) {
    const sequences = await session.query(catalog_SEQUENCES);
    if (sequences.length === 0)
        return [];
    const reads = sequences.map((row, index) => `SELECT ${index} AS position, last_value, is_called FROM ${row.name}`);
    const values = new Map((await session.query(reads.join('\nUNION ALL\n'))).map((row) => [Number(row.position), row]));
    return sequences.map((sequence, index) => ({
        name: String(sequence.name),
        value: values.get(index)?.last_value ?? '0',
        called: values.get(index)?.is_called === 't',
        ascending: sequence.ascending === 't',
    }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/fingerprint.js
/** The fingerprint: a logical digest of a database's schema and content, and the finest parts it is made of. */

/** Puts the parts in canonical order and computes the digests. Identifiers of the database (oids) do not enter them. */
function sealFingerprint(parts) {
    const tables = parts.tables.toSorted((a, b) => compareText(a.name, b.name));
    const objects = parts.objects.toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name));
    const sequences = parts.sequences.toSorted((a, b) => compareText(a.name, b.name));
    const schemaDigest = digestLines(objects.map((object) => [object.kind, object.name, object.definition]));
    const contentDigest = digestLines(tables.map(contentLine));
    return {
        version: 1,
        digest: digestLines([[schemaDigest, contentDigest]]),
        schemaDigest,
        contentDigest,
        tables,
        objects,
        sequences,
    };
}
function contentLine(table) {
    const columns = table.columns.toSorted((a, b) => compareText(a.name, b.name));
    return [table.name, table.rows, table.rowDigest ?? '', ...columns.flatMap((column) => [column.name, column.digest ?? '?'])];
}
function digestLines(lines) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const line of lines)
        hash.update(`${JSON.stringify(line)}\n`);
    return hash.digest('hex');
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/content-comparison.js
var content_comparison = __webpack_require__(2652);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/hashing.js
/** SQL expressions that hash one value of any type, seeded, by the type's own extended hash function wherever it is exact enough. */
/**
 * Functions that take the value as it is. Their equality is the type's own, so they cannot see the difference between
 * 1.0 and 1.00 (numeric), -0 and 0 (floats), `1 day` and `24:00:00` (interval); docs/fingerprint.md lists them.
 */
const DIRECT = {
    int2: 'hashint2extended',
    int4: 'hashint4extended',
    int8: 'hashint8extended',
    oid: 'hashoidextended',
    float4: 'hashfloat4extended',
    float8: 'hashfloat8extended',
    numeric: 'hash_numeric_extended',
    uuid: 'uuid_hash_extended',
    timestamp: 'timestamp_hash_extended',
    time: 'time_hash_extended',
    timetz: 'timetz_hash_extended',
    interval: 'interval_hash_extended',
    jsonb: 'jsonb_hash_extended',
    inet: 'hashinetextended',
    cidr: 'hashinetextended',
    macaddr: 'hashmacaddrextended',
    macaddr8: 'hashmacaddr8extended',
};
/** Hashable inside arrays and ranges without losing anything but what {@link DIRECT} loses; enum hashes depend on oids, so they are not. */
const HASHABLE_INSIDE = new Set([...Object.keys(DIRECT), 'bool', 'date', 'timestamptz', 'text', 'varchar', 'bytea', 'name']);
/**
 * An expression of type bigint.
 *
 * @param value - an SQL expression of the type
 * @param seed - an SQL expression of type bigint
 */
function hashExpression(value, typeId, seed, types) {
    const type = baseType(typeId, types);
    const direct = type?.schema === 'pg_catalog' ? builtInHash(value, type, seed) : null;
    if (direct !== null)
        return direct;
    if (type !== undefined && isHashableContainer(type, types))
        return `${containerFunction(type)}(${value}, ${seed})`;
    return `hashtextextended((${value})::text COLLATE "C", ${seed})`;
}
/** Whether a value of the type casts to `int8` without losing anything. */
function isInteger(typeId, types) {
    return isBuiltIn(typeId, ['int2', 'int4', 'int8'], types);
}
/** Whether equal values of the type may be printed with more zeros and with fewer. */
function isNumeric(typeId, types) {
    return isBuiltIn(typeId, ['numeric'], types);
}
function isBuiltIn(typeId, names, types) {
    const type = baseType(typeId, types);
    return type?.schema === 'pg_catalog' && names.includes(type.name);
}
function builtInHash(value, type, seed) {
    const direct = DIRECT[type.name];
    if (direct !== undefined)
        return `${direct}(${value}, ${seed})`;
    switch (type.name) {
        case 'text':
        case 'varchar':
            // Byte order: exact under any collation, and faster than asking the collation.
            return `hashtextextended(${value} COLLATE "C", ${seed})`;
        case 'bool':
            return `hashint4extended((${value})::int4, ${seed})`;
        case 'date':
            return `CASE WHEN isfinite(${value}) THEN hashint4extended((${value}) - DATE '2000-01-01', ${seed}) ELSE hashtextextended((${value})::text, ${seed}) END`;
        case 'timestamptz':
            return `timestamp_hash_extended((${value}) AT TIME ZONE 'UTC', ${seed})`;
        case 'bytea':
            // Its own function cannot be called from SQL on every version; an array of one value can be hashed.
            return `CASE WHEN ${value} IS NOT NULL THEN hash_array_extended(ARRAY[${value}], ${seed}) END`;
        default:
            return null;
    }
}
function baseType(typeId, types) {
    const type = types.get(typeId);
    return type?.sort === 'd' && type.inner !== null ? baseType(type.inner, types) : type;
}
function isHashableContainer(type, types) {
    if (!(type.isArray || type.sort === 'r' || type.sort === 'm') || type.inner === null)
        return false;
    const inner = baseType(type.inner, types);
    if (inner === undefined)
        return false;
    return type.sort === 'm' ? isHashableContainer(inner, types) : inner.schema === 'pg_catalog' && HASHABLE_INSIDE.has(inner.name);
}
function containerFunction(type) {
    if (type.isArray)
        return 'hash_array_extended';
    return type.sort === 'r' ? 'hash_range_extended' : 'hash_multirange_extended';
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/content.js
/** Digests the content of one table in one scan: exact rows, and per column a sum of hashes tied to each row's key. */




/** Decides what to read of a table, so that the result can be compared with `basis` where one is given. */
function planContent(table, basis, types) {
    const today = withoutDigests(table);
    const earlier = basis?.tables.find((candidate) => (0,content_comparison/* matchTable */.Kp)(candidate, [today], 'same-database') === today);
    const readings = table.columns.map((column) => readingOf(column, earlierColumn(column, today, earlier), types));
    const key = earlier === undefined ? keyReadings(table.key, readings) : keyOfBasis(earlier, today, readings);
    const wholeRow = readings.filter((reading) => earlier === undefined || earlierColumn(reading.column, today, earlier) !== undefined);
    return { table, readings, key, wholeRow, earlierRows: earlier === undefined ? null : BigInt(earlier.rows) };
}
function withoutDigests(table) {
    const columns = table.columns.map((column) => ({ name: column.name, id: column.id, type: column.type, digest: null }));
    return { name: table.name, id: table.id, rows: '0', key: [], columns, rowDigest: null };
}
function earlierColumn(column, today, earlier) {
    return earlier?.columns.find((candidate) => (0,content_comparison/* matchColumn */.WM)(candidate, earlier, today, 'same-database')?.name === column.name);
}
function readingOf(column, earlier, types) {
    const knownAs = earlier?.name ?? column.name;
    if (earlier === undefined || earlier.type === column.type)
        return { column, knownAs, castTo: null, hashedTypeId: column.typeId };
    return { column, knownAs, castTo: earlier.type, hashedTypeId: typeIdOf(earlier.type, types) ?? column.typeId };
}
/** Finds a type by its printed name; array, length and precision suffixes need no looking up beyond the names below. */
function typeIdOf(printed, types) {
    const isArray = printed.endsWith('[]');
    const bare = printed.replace(/\[\]$/, '').replace(/\([^)]*\)/, '');
    const name = PRINTED_NAMES[bare] ?? bare.replace(/^.*\./, '').replaceAll('"', '');
    for (const type of types.values())
        if (type.name === (isArray ? `_${name}` : name))
            return type.id;
    return null;
}
const PRINTED_NAMES = {
    smallint: 'int2',
    integer: 'int4',
    bigint: 'int8',
    real: 'float4',
    'double precision': 'float8',
    boolean: 'bool',
    'character varying': 'varchar',
    character: 'bpchar',
    'timestamp without time zone': 'timestamp',
    'timestamp with time zone': 'timestamptz',
    'time without time zone': 'time',
    'time with time zone': 'timetz',
    'bit varying': 'varbit',
};
function keyReadings(key, readings) {
    return key.flatMap((id) => readings.filter((reading) => reading.column.id === id));
}
/** The key the basis was digested with, even where it is no longer the key; none where one of its columns is gone. */
function keyOfBasis(earlier, today, readings) {
    const key = earlier.key.flatMap((name) => readings.filter((reading) => earlierColumn(reading.column, today, earlier)?.name === name));
    return key.length === earlier.key.length ? key : [];
}
/** Reads and digests one table. `horizon` is the instant of the basis: rows written since can be told from those that were there. */
async function digestContent(session, plan, horizon, types) {
    const measured = await measure(session, plan, types, '');
    const { table } = plan;
    const columns = table.columns.map((column, index) => ({
        name: column.name,
        id: column.id,
        type: column.type,
        digest: measured.columnDigests[index] ?? null,
    }));
    const key = plan.key.map((reading) => reading.column.name);
    const content = { name: table.name, id: table.id, rows: measured.rows, key, columns, rowDigest: measured.rowDigest };
    if (horizon === null || plan.earlierRows === null || BigInt(measured.rows) <= plan.earlierRows)
        return content;
    return { ...content, earlier: await measure(session, plan, types, wasVisibleAt(horizon)) };
}
/** A value that cannot be cast back to its earlier type cannot be compared: that column's digest is then `null`. */
async function measure(session, plan, types, condition) {
    if (plan.readings.every((reading) => reading.castTo === null))
        return scan(session, plan, types, condition);
    await session.query('SAVEPOINT scan');
    try {
        return await scan(session, plan, types, condition);
    }
    catch (error) {
        if (!(error instanceof errors/* StatementError */.Mp))
            throw error;
        await session.query('ROLLBACK TO SAVEPOINT scan');
        return scan(session, withoutCasts(plan), types, condition);
    }
}
function withoutCasts(plan) {
    const isCast = (reading) => reading.castTo !== null;
    return { ...plan, readings: plan.readings.filter((r) => !isCast(r)), wholeRow: [], key: plan.key.some(isCast) ? [] : plan.key };
}
async function scan(session, plan, types, condition) {
    const [row] = await session.query(scanStatement(plan, types, condition));
    const columnDigests = plan.table.columns.map((column) => row?.[`c${column.id}`] ?? null);
    return { rows: row?.rows ?? '0', rowDigest: row?.whole_row ?? null, columnDigests };
}
/** The one statement that reads a table. A column whose values are all null digests to 0. */
function scanStatement(plan, types, condition) {
    const key = keySeed(plan.key, types);
    const columns = plan.readings.map((reading) => `coalesce(sum(${hashReading(reading, key, types)}), 0) AS c${reading.column.id}`);
    const keyless = plan.key.length === 0 && plan.wholeRow.length > 0;
    const wholeRow = keyless ? [`coalesce(sum(${wholeRowHash(plan.wholeRow, types)}), 0) AS whole_row`] : [];
    const only = plan.table.partitioned ? '' : 'ONLY ';
    return `SELECT count(*) AS rows${[...columns, ...wholeRow].map((item) => `,\n  ${item}`).join('')}\nFROM ${only}${plan.table.name}${condition}`;
}
/** Ties values to their row. A key that is one integer seeds the hashes as it is: hashing it first would double the cost of each. */
function keySeed(key, types) {
    const [first, ...rest] = key;
    if (first !== undefined && rest.length === 0 && isInteger(first.hashedTypeId, types))
        return `${readValue(first)}::int8`;
    return key.reduce((seed, reading) => hashReading(reading, seed, types), '0');
}
function readValue(reading) {
    return reading.castTo === null ? reading.column.quoted : `(${reading.column.quoted}::${reading.castTo})`;
}
function hashReading(reading, seed, types) {
    const hash = hashExpression(readValue(reading), reading.hashedTypeId, seed, types);
    const { castTo, column } = reading;
    if (castTo === null || (isInteger(column.typeId, types) && isInteger(reading.hashedTypeId, types)))
        return hash;
    return `CASE WHEN ${survivesCast(reading, types)} THEN ${hash} ELSE hashtextextended((${column.quoted})::text COLLATE "C", ${seed}) END`;
}
/** A cast cuts off, rounds and truncates in silence: what the earlier type could not hold is no earlier value. */
function survivesCast(reading, types) {
    const { quoted, type, typeId } = reading.column;
    const returned = `(${readValue(reading)}::${type})`;
    return isNumeric(typeId, types) ? `${returned} = ${quoted}` : `${returned}::text = ${quoted}::text`;
}
/**
 * Each value hashed with a seed of its column's own, so that equal values in other columns do not cancel out; null has a mark
 * of its own. The last hash ties the values of one row together. Grows with the number of columns, in text and in depth alike:
 * a chain of seeds would repeat itself for every column that may be null. The seed comes from the name, because numbers and
 * order of columns may be others in a restored copy.
 */
function wholeRowHash(readings, types) {
    const hashes = readings.map((reading) => {
        const seed = seedOf(reading.knownAs);
        return `coalesce(${hashReading(reading, seed, types)}, ${seed})`;
    });
    return `hashint8extended(0, ${exclusiveOr(hashes)})`;
}
/** 48 bits: exact as a number of this language, and a bigint to the server. */
function seedOf(name) {
    return `${(0,external_node_crypto_.createHash)('sha256').update(name).digest().readUIntBE(0, 6)}::int8`;
}
/** As a balanced tree: the server's parser has a limited stack, and a table may have 1600 columns. */
function exclusiveOr(terms) {
    if (terms.length <= 1)
        return terms[0] ?? '0';
    const middle = Math.ceil(terms.length / 2);
    return `(${exclusiveOr(terms.slice(0, middle))} # ${exclusiveOr(terms.slice(middle))})`;
}
/**
 * Rows whose writer was visible at the instant: its number precedes the instant's end and was not among those under way.
 * A frozen row counts as old; a row rewritten since counts as new, so the proof can fail but never succeeds wrongly.
 */
function wasVisibleAt(horizon) {
    const [, end, underWay] = /^\d+:(\d+):([\d,]*)$/.exec(horizon) ?? [];
    if (end === undefined)
        return ' WHERE false';
    const xid = (BigInt(end) % 2n ** 32n).toString();
    const writers = (underWay ?? '').split(',').filter((id) => id !== '');
    const others = writers.map((id) => ` AND xmin <> '${(BigInt(id) % 2n ** 32n).toString()}'::xid`).join('');
    return ` WHERE age(xmin) > age('${xid}'::xid)${others}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/fingerprint.js
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
/** The fingerprint of a PostgreSQL database: catalogue and content read by several sessions that all see one instant. */




/**
 * Reads schema and content as of one exported instant, the largest table first, one scan for each.
 *
 * @throws StatementError when a table cannot be read whole, e.g. where row security would hide rows from the role
 */
async function fingerprintDatabase(sessions, instant, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const catalogue = __addDisposableResource(env_1, await openReader(sessions, instant, options.signal), true);
        const types = await readTypes(catalogue.session);
        const tables = await readTables(catalogue.session);
        const plans = tables.toSorted((a, b) => b.pages - a.pages).map((table) => planContent(table, options.basis, types));
        const contents = readContents(sessions, instant, plans, types, options);
        const [digested, objects] = await Promise.all([contents, readSchema(catalogue.session)]);
        return sealFingerprint({ tables: digested, objects, sequences: options.sequences });
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
async function readSchema(session) {
    return [...(await readObjects(session)), await readDatabaseObject(session)];
}
/** A session inside the instant's transaction, with settings under which names and values print the same everywhere. */
async function openReader(sessions, instant, signal) {
    const session = await sessions.open({ purpose: 'fingerprint', signal });
    try {
        await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        await session.query(`SET TRANSACTION SNAPSHOT '${instant.id.replaceAll("'", "''")}'`);
        // Row security off makes the server refuse instead of hiding rows; a hidden row would be a row not compared.
        await session.query("SELECT set_config('search_path', 'pg_catalog', true), set_config('row_security', 'off', true), set_config('statement_timeout', '0', true), set_config('jit', 'off', true), set_config('lc_monetary', 'C', true)");
    }
    catch (error) {
        await session.close();
        throw error;
    }
    return { session, [Symbol.asyncDispose]: () => session.close() };
}
/** Shares the tables out among the sessions: each takes the next one when it is done. */
async function readContents(sessions, instant, plans, types, options) {
    const results = [];
    const queue = [...plans];
    const failure = new AbortController();
    const signal = AbortSignal.any([options.signal, failure.signal]);
    const work = async () => {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const reader = __addDisposableResource(env_2, await openReader(sessions, instant, signal), true);
            for (let plan = queue.shift(); plan !== undefined && !signal.aborted; plan = queue.shift()) {
                results.push(await digestContent(reader.session, plan, options.basisHorizon ?? null, types));
                options.onProgress?.(results.length, plans.length, plan.table.name);
            }
            signal.throwIfAborted();
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = __disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    };
    const workers = Array.from({ length: Math.max(1, Math.min(options.jobs, plans.length)) }, () => work().catch((error) => {
        failure.abort(error);
        throw error;
    }));
    // All of them end before the first failure is thrown, so that no session outlives its instant.
    await Promise.allSettled(workers);
    signal.throwIfAborted();
    return results;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/instant.js
/** One instant of the database, exported so that dump, fingerprint and queries all see the same. */




const MOST_JOBS = 8;
/** An instant of the database with all that can be read of it. */
function withInstant(sessions, signal, work) {
    return withExportedInstant(sessions, signal, async (instant, keeper) => {
        // Sequences stand outside of instants. Read before anything else, they can only be behind what a dump of the instant holds.
        const sequences = await readSequences(keeper);
        return await work({
            instant,
            fingerprint: (options) => fingerprintDatabase(sessions, instant, { ...options, sequences, jobs: Math.min(MOST_JOBS, (0,external_node_os_.availableParallelism)()) }),
            query: (sql) => queryAt(sessions, instant, sql, signal),
        });
    });
}
/** Keeps the instant open, in a session that does nothing else, for as long as `work` takes. */
async function withExportedInstant(sessions, signal, work) {
    const keeper = await sessions.open({ purpose: 'snapshot', signal });
    try {
        await keeper.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const [row] = await keeper.query('SELECT pg_export_snapshot() AS id, pg_current_snapshot() AS horizon');
        return await work({ id: String(row?.id), horizon: String(row?.horizon) }, keeper);
    }
    finally {
        await keeper.close();
    }
}
/** In a session of its own: a query that fails must not end the transaction that keeps the instant. */
async function queryAt(sessions, instant, sql, signal) {
    const session = await sessions.open({ purpose: 'query', signal });
    try {
        await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        await session.query(`SET TRANSACTION SNAPSHOT ${(0,postgres_names/* quoteText */.ol)(instant.id)}`);
        // What the server would hide is not answered less: it refuses, as it does for a fingerprint.
        await session.query('SET LOCAL row_security = off');
        return await session.query(sql);
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/ledger.js
/** The journal's second home: a table inside the database, so that the next run learns what a vanished one had begun. */

/** Runs of each migration history that are read back. */
const RUNS_READ = 20;
/** Finished runs of each history whose snapshot is kept; it is by far the largest entry, and only the newest are ever compared with. */
const SNAPSHOTS_KEPT = 3;
/** SQLSTATEs of a schema and of a table that are not there. */
const MISSING = new Set(['3F000', '42P01']);
const CREATE = `
  CREATE SCHEMA savepoint;
  COMMENT ON SCHEMA savepoint IS 'What runs of Savepoint announced and did; safe to drop between runs';
  CREATE TABLE savepoint.ledger (
    run_id text NOT NULL, sequence integer NOT NULL, at timestamptz NOT NULL, event jsonb NOT NULL,
    PRIMARY KEY (run_id, sequence)
  )`;
const CREATE_TABLE_ONLY = CREATE.slice(CREATE.indexOf('CREATE TABLE'));
/** The runs, numbered within their migration history, the newest first. The first entry of a run names its history. */
const PLACED = `
  SELECT run_id, row_number() OVER (
           PARTITION BY max(event->>'history') FILTER (WHERE sequence = 1) ORDER BY min(at) DESC) AS place
    FROM savepoint.ledger GROUP BY run_id`;
const READ = `
  SELECT run_id, sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, event
    FROM savepoint.ledger
   WHERE run_id IN (SELECT run_id FROM (${PLACED}) placed WHERE place <= ${RUNS_READ})
   ORDER BY min(at) OVER (PARTITION BY run_id), run_id, sequence`;
/** One statement, so that either all entries are there or none; written again, an entry replaces itself. */
const WRITE = `
  INSERT INTO savepoint.ledger (run_id, sequence, at, event)
  SELECT run_id, sequence, at, event FROM jsonb_to_recordset($1) AS e (run_id text, sequence integer, at timestamptz, event jsonb)
  ON CONFLICT (run_id, sequence) DO UPDATE SET at = excluded.at, event = excluded.event`;
const PRUNE = `
  DELETE FROM savepoint.ledger l USING (
    ${PLACED} HAVING bool_or(event->>'type' = 'run-finished')) finished
   WHERE l.run_id = finished.run_id AND finished.place > ${SNAPSHOTS_KEPT} AND l.event->>'type' = 'snapshot-taken'`;
/** @param open - the session to use; asked for each time, because it may have been lost in between */
function createLedger(open) {
    // By session: after a swap the name leads to another database, which may have no ledger yet.
    const prepared = new WeakSet();
    const told = [];
    const write = async (session, entries) => {
        if (!prepared.has(session))
            await createMissing(session);
        prepared.add(session);
        await session.query(WRITE, [recordsOf(entries)]);
    };
    /** A migration may have dropped the ledger with what lay around it: it is made anew, with all that this run has told. */
    const append = async (session, entry) => {
        told.push(entry);
        try {
            await write(session, [entry]);
        }
        catch (error) {
            if (!(error instanceof errors/* StatementError */.Mp) || !MISSING.has(error.sqlState ?? ''))
                throw error;
            prepared.delete(session);
            await write(session, told);
        }
    };
    return {
        read: () => withRetry(open, async (session) => ((await hasLedger(session)) ? (await session.query(READ)).map(entryOf) : [])),
        append: (entry) => withRetry(open, async (session) => {
            await append(session, entry);
            if (entry.event.type === 'run-finished')
                await session.query(PRUNE);
        }),
        replace: (entries) => withRetry(open, (session) => write(session, entries)),
    };
}
/** Once more in a new session where the old one had been lost, as one that was idle during a long migration may be. */
async function withRetry(open, work) {
    const session = await open();
    try {
        return await work(session);
    }
    catch (error) {
        if (!(error instanceof errors/* ConnectionError */.Rc))
            throw error;
        return await work(await open());
    }
}
async function hasLedger(session) {
    const [row] = await session.query("SELECT to_regclass('savepoint.ledger') IS NOT NULL AS found");
    return row?.found === 't';
}
/** IF NOT EXISTS would ask for the right to create schemas even where there is nothing to create. */
async function createMissing(session) {
    if (await hasLedger(session))
        return;
    const schema = await session.query("SELECT FROM pg_namespace WHERE nspname = 'savepoint'");
    await session.query(schema.length === 0 ? CREATE : CREATE_TABLE_ONLY);
}
function recordsOf(entries) {
    const records = entries.map(({ runId, sequence, at, event }) => ({ run_id: runId, sequence, at, event }));
    // jsonb takes neither NUL nor half a surrogate pair, and output of tools may hold both.
    return JSON.stringify(records, (_, value) => typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value);
}
function entryOf(row) {
    return {
        runId: String(row.run_id),
        sequence: Number(row.sequence),
        at: String(row.at),
        event: JSON.parse(String(row.event)),
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/pooler.js
/** Tells whether a connection pooler hands out another server session for each transaction: no lock can hold behind one. */


const ROUNDS = 3;
/** In session mode a question is answered at once; a starved pool answers late or never. */
const PATIENCE_MS = 2_000;
/**
 * Asks only where the server process that was announced is not the one that answers, which a pooler alone does.
 *
 * @param openAnother - opens a second session in the same database, through the same pooler
 * @throws LockError behind a pooler in transaction or statement mode
 */
async function refuseTransactionPooler(session, openAnother) {
    const pid = await backendPid(session);
    if (pid === String(session.announcedPid))
        return;
    for (let round = 0; round < ROUNDS; round++) {
        if (await keepsItsBackend(session, openAnother))
            continue;
        throw new errors/* LockError */.Ku('the connection goes through a pooler in transaction mode, behind which the run lock cannot hold', {
            hint: 'Connect to the server itself, or through a pool in session mode (often another port of the same host).',
        });
    }
}
/** Lets a second session take whatever server session is free, and sees whether the first one still has its own. */
async function keepsItsBackend(session, openAnother) {
    const mark = (0,external_node_crypto_.randomUUID)();
    const [before] = await session.query(`SELECT pg_backend_pid() AS pid, set_config('savepoint.probe', $1, false)`, [mark]);
    // A pool with no second server session to give keeps the first one's: that is session mode.
    const other = await inTime(openAnother(session.settings.database), (late) => late.close());
    if (other === null)
        return true;
    try {
        if ((await inTime(other.query('BEGIN'))) === null)
            return true;
        await inTime(other.query('SELECT 1'));
        const after = await inTime(session.query(`SELECT pg_backend_pid() AS pid, current_setting('savepoint.probe', true) AS mark`));
        return after?.[0]?.pid === before?.pid && after?.[0]?.mark === mark;
    }
    finally {
        other.destroy();
    }
}
async function backendPid(session) {
    const [row] = await session.query('SELECT pg_backend_pid() AS pid');
    return row?.pid ?? null;
}
/** The answer, or `null` when it fails or takes too long. */
async function inTime(answer, whenLate) {
    const late = Promise.withResolvers();
    let over = false;
    const timer = setTimeout(() => {
        over = true;
        late.resolve(null);
    }, PATIENCE_MS);
    answer.then((value) => over && whenLate?.(value), () => { });
    try {
        return await Promise.race([answer.catch(() => null), late.promise]);
    }
    finally {
        clearTimeout(timer);
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/settings.js + 1 modules
var postgres_settings = __webpack_require__(5977);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/lock.js
/** The run lock: a session advisory lock, polled, held by a session that runs nothing else. */





const lock_POLL_MS = 250;
/** Where locks are held if the role may connect there: a lock inside the database itself would be in the way of its rename. */
const MAINTENANCE_DATABASE = 'postgres';
/** A lock's key: signed, as PostgreSQL's bigint. */
function lockKey(database, historyKey) {
    return (0,external_node_crypto_.createHash)('sha256').update(`${database}\u0000${historyKey}`).digest().readBigInt64BE(0);
}
/**
 * Waits for the lock by asking again and again: a waiting statement would deadlock with CREATE INDEX CONCURRENTLY.
 *
 * @throws LockError naming the holder when the time is over, or when a pooler makes a lock impossible; the signal's reason
 */
async function acquireRunLock(sessions, clock, request) {
    const { database } = sessions.settings;
    const places = database === MAINTENANCE_DATABASE ? [database] : [MAINTENANCE_DATABASE, database];
    const session = await sessions.openFirst(places, { purpose: 'lock' });
    try {
        await refuseTransactionPooler(session, (place) => sessions.open({ purpose: 'pooler-probe' }, place));
        const key = lockKey(database, request.historyKey);
        await waitForLock(session, clock, key, request, database);
        return heldLock(session, key);
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
async function waitForLock(session, clock, key, request, database) {
    const deadline = clock.monotonicMs() + request.waitMs;
    let announced = '';
    for (;;) {
        request.signal.throwIfAborted();
        const [row] = await session.query('SELECT pg_try_advisory_lock($1) AS held', [key]);
        if (row?.held === 't')
            return;
        const holder = await describeHolder(session, key);
        const remainingMs = deadline - clock.monotonicMs();
        if (remainingMs <= 0)
            throw heldByOther(database, holder, request.waitMs);
        if (holder !== announced)
            request.onWait?.(holder);
        announced = holder;
        await clock.sleep(Math.min(lock_POLL_MS, remainingMs), request.signal);
    }
}
function heldByOther(database, holder, waitMs) {
    return new errors/* LockError */.Ku(`another run holds database ${database}: ${holder}; waited ${describeMs(waitMs)}`, {
        hint: 'Wait until it ends, or raise `lock-wait`; `savepoint status` shows what it does.',
    });
}
const HELD = `
  locktype = 'advisory' AND granted AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND (classid::bigint << 32) | objid::bigint = $1`;
/** Who holds it since when. The name of the run is visible to every role; its start may not be, and is part of a run's id. */
async function describeHolder(session, key) {
    const [row] = await session.query(`SELECT a.application_name, a.usename, l.pid, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS') AS since
       FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE ${HELD}`, [key]);
    if (row === undefined)
        return 'a run that has just ended';
    const run = /^savepoint (\S+) lock$/.exec(row.application_name ?? '')?.[1];
    const who = run === undefined ? (row.application_name ?? 'a session') : `run ${run}`;
    const since = row.since === null ? '' : ` since ${row.since} UTC`;
    return `${who} of ${row.usename ?? 'another role'} (session ${row.pid})${since}`;
}
function heldLock(session, key) {
    const { settings } = session;
    return {
        place: `database ${settings.database} on ${(0,postgres_settings.serverName)(settings)}`,
        assertHeld: () => assertHeld(session, key),
        release: async () => {
            // Closing alone would free it a moment later than this returns.
            await session.query('SELECT pg_advisory_unlock($1)', [key]).catch(() => { });
            await session.close();
        },
    };
}
async function assertHeld(session, key) {
    const hint = 'Another run may have started since: see `savepoint status` and the server log before going on.';
    try {
        const rows = await session.query(`SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND ${HELD}`, [key]);
        if (rows.length > 0)
            return;
    }
    catch (cause) {
        throw new errors/* LockError */.Ku('the run lock is lost: its session is gone', { hint, cause });
    }
    throw new errors/* LockError */.Ku('the run lock is lost: the session no longer holds it', { hint });
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var table_name = __webpack_require__(9537);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/foreign-keys.js



const COLUMN_NAMES = (table, numbers) => `(SELECT json_agg(a.attname ORDER BY u.place) FROM unnest(${numbers}) WITH ORDINALITY AS u (number, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = u.number)`;
const FOREIGN_KEYS = `
SELECT k.conname AS name, n.nspname AS child_schema, c.relname AS child, pn.nspname AS parent_schema, p.relname AS parent,
  ${COLUMN_NAMES('c.oid', 'k.conkey')} AS child_columns, ${COLUMN_NAMES('p.oid', 'k.confkey')} AS parent_columns,
  k.convalidated AND NOT EXISTS (SELECT FROM pg_constraint d WHERE d.conparentid = k.oid AND NOT d.convalidated) AS validated,
  NOT ${unenforced('k')}
    AND coalesce((to_jsonb(k)->>'conenforced')::bool, true) AS enforced,
  (SELECT json_agg(format('OPERATOR(%I.%s)', opn.nspname, o.oprname) ORDER BY u.place) FROM unnest(k.conpfeqop) WITH ORDINALITY AS u (operator, place)
    JOIN pg_operator o ON o.oid = u.operator JOIN pg_namespace opn ON opn.oid = o.oprnamespace) AS operators,
  c.relkind = 'r' AS child_alone, p.relkind = 'r' AS parent_alone, k.confmatchtype = 'f' AS match_full,
  coalesce((to_jsonb(k)->>'conperiod')::bool, false) AS temporal
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0 AND ${TEAM_SCHEMAS} ORDER BY 2, 3, 1`;
async function readForeignKeys(session) {
    return (await session.query(FOREIGN_KEYS)).map(parse);
}
function parse(row) {
    const names = (json) => JSON.parse(json ?? '[]');
    return {
        constraint: String(row.name),
        child: { schema: String(row.child_schema), table: String(row.child) },
        childColumns: names(row.child_columns),
        parent: { schema: String(row.parent_schema), table: String(row.parent) },
        parentColumns: names(row.parent_columns),
        validated: row.validated === 't',
        enforced: row.enforced === 't',
        operators: names(row.operators),
        childAlone: row.child_alone === 't',
        parentAlone: row.parent_alone === 't',
        matchFull: row.match_full === 't',
        temporal: row.temporal === 't',
    };
}
/** Counts in one statement for all relations; only those that have orphans are read once more, for the first keys. */
async function readOrphans(session, relations, sampleSize) {
    if (relations.length === 0)
        return [];
    const counts = relations.map((relation, index) => `SELECT ${index} AS place, count(*) AS orphans FROM ${orphansOf(relation)}`);
    const counted = new Map((await session.query(counts.join('\nUNION ALL\n'))).map((row) => [Number(row.place), row.orphans]));
    const found = [];
    for (const [index, relation] of relations.entries()) {
        const count = BigInt(counted.get(index) ?? 0);
        found.push({ count, samples: count === 0n ? [] : await sampleKeys(session, relation, sampleSize) });
    }
    return found;
}
async function sampleKeys(session, relation, size) {
    const columns = relation.childColumns.map((column, index) => `c.${(0,table_name/* quoteIdentifier */.Cm)(column)} AS key${index}`);
    const sql = `SELECT DISTINCT ${columns.join(', ')} FROM ${orphansOf(relation)} ORDER BY ${columns.map((_, index) => index + 1).join(', ')} LIMIT ${size}`;
    return (await session.query(sql)).map((row) => columns.map((_, index) => row[`key${index}`] ?? null));
}
/** Rows `c` of the child whose key is there and has no parent. */
function orphansOf(relation) {
    const { operators, childAlone, parentAlone, matchFull, temporal } = relation;
    const { child, childColumns, parent, parentColumns } = relation;
    const table = `${childAlone ? 'ONLY ' : ''}${(0,table_name/* quoteTableName */.c_)(child)} c`;
    if (temporal)
        return `${table} WHERE false`;
    const keys = childColumns.map((column) => `c.${(0,table_name/* quoteIdentifier */.Cm)(column)}`);
    const pairs = keys.map((key, i) => `p.${(0,table_name/* quoteIdentifier */.Cm)(parentColumns[i] ?? '')} ${operators?.[i] ?? '='} ${key}`);
    const noParent = `NOT EXISTS (SELECT FROM ${parentAlone ? 'ONLY ' : ''}${(0,table_name/* quoteTableName */.c_)(parent)} p WHERE ${pairs.join(' AND ')})`;
    const whole = keys.map((key) => `${key} IS NOT NULL`).join(' AND ');
    const some = keys.map((key) => `${key} IS NOT NULL`).join(' OR ');
    return `${table} WHERE ${matchFull ? `(${some}) AND (NOT (${whole}) OR ${noParent})` : `${whole} AND ${noParent}`}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/ports/catalog.js
/** What an inventory counts. A partition is told apart from a table; a partitioned table counts as one table. */
const INVENTORY_KINDS = [
    'table',
    'partition',
    'column',
    'foreign-key',
    'policy',
    'trigger',
    'index',
    'view',
    'materialized-view',
    'function',
    'sequence',
];

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/inventory.js
/** The inventory of a database: every object of the team's own that a checklist counts, read in one statement. */



const OF_RELATION = `JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relpersistence <> 't' AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`;
/** Tables and whatever has no table of its own above it. */
const RELATIONS = `
SELECT CASE WHEN c.relkind = 'v' THEN 'view' WHEN c.relkind = 'm' THEN 'materialized-view' WHEN c.relkind = 'S' THEN 'sequence'
    WHEN c.relispartition THEN 'partition' ELSE 'table' END,
  n.nspname, CASE WHEN c.relkind IN ('r', 'p') THEN c.relname END, c.relname, format('%I.%I', n.nspname, c.relname), false, true
FROM pg_class c ${OF_RELATION} AND c.relkind IN ('r', 'p', 'v', 'm', 'S')`;
const inventory_COLUMNS = `
SELECT 'column', n.nspname, c.relname, a.attname, format('%I.%I.%I', n.nspname, c.relname, a.attname), c.relispartition, true
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid ${OF_RELATION} AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped`;
const inventory_FOREIGN_KEYS = `
SELECT 'foreign-key', n.nspname, c.relname, k.conname, format('%I.%I %I', n.nspname, c.relname, k.conname), k.conparentid <> 0, k.convalidated
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${OF_RELATION} AND k.contype = 'f'`;
const inventory_POLICIES = `
SELECT 'policy', n.nspname, c.relname, p.polname, format('%I.%I %I', n.nspname, c.relname, p.polname), false, true
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid ${OF_RELATION}`;
/** Those behind foreign keys are the server's own. From version 15 on, a trigger of a partition that follows from its parent's is not. */
const inventory_TRIGGERS = `
SELECT 'trigger', n.nspname, c.relname, g.tgname, format('%I.%I %I', n.nspname, c.relname, g.tgname), g.tgparentid <> 0, g.tgenabled NOT IN ('D', 'R')
FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid ${OF_RELATION} AND (NOT g.tgisinternal OR g.tgparentid <> 0)
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = g.tgconstraint AND k.contype = 'f')`;
const inventory_INDEXES = `
SELECT 'index', n.nspname, c.relname, x.relname, format('%I.%I', n.nspname, x.relname), x.relispartition, i.indisvalid AND i.indisready AND i.indislive
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid ${OF_RELATION} AND c.relkind IN ('r', 'p', 'm')`;
const inventory_FUNCTIONS = `
SELECT 'function', n.nspname, NULL, format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)),
  format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), false, true
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_proc', 'p.oid')}`;
const INVENTORY = `
SELECT kind, schema, "table", own, name, derived, sound FROM (
${[RELATIONS, inventory_COLUMNS, inventory_FOREIGN_KEYS, inventory_POLICIES, inventory_TRIGGERS, inventory_INDEXES, inventory_FUNCTIONS].join('\nUNION ALL')}
) AS items (kind, schema, "table", own, name, derived, sound)
ORDER BY array_position('{${INVENTORY_KINDS.join(',')}}', kind), name`;
async function readInventory(session) {
    const rows = await session.query(INVENTORY);
    return rows.map((row) => ({
        kind: row.kind,
        schema: String(row.schema),
        table: row.table ?? null,
        own: String(row.own),
        name: String(row.name),
        derived: row.derived === 't',
        sound: row.sound === 't',
    }));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/open-catalog.js





function openCatalog(sessions) {
    const reading = (signal, work) => whileReading(sessions, signal, work);
    return {
        inventory: (signal) => reading(signal, readInventory),
        tables: (signal) => reading(signal, readTableDescriptions),
        objectNames: (signal) => reading(signal, readObjectNames),
        foreignKeys: (signal) => reading(signal, readForeignKeys),
        orphans: (relations, sampleSize, signal) => reading(signal, (session) => readOrphans(session, relations, sampleSize)),
        population: (table, columns, signal) => reading(signal, (session) => countFilled(session, table, columns)),
    };
}
/** Row security off makes the server refuse instead of hiding rows; a hidden row would be a row not counted. */
async function whileReading(sessions, signal, work) {
    const session = await sessions.open({ purpose: 'catalogue', signal });
    try {
        return await session.transaction(async () => {
            await session.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
            await session.query('SET LOCAL row_security = off');
            return work(session);
        });
    }
    finally {
        await session.close();
    }
}
/** With names qualified as a fingerprint has them. */
async function readObjectNames(session) {
    await session.query("SELECT set_config('search_path', 'pg_catalog', true)");
    return (await readObjects(session)).map(({ kind, name }) => ({ kind, name }));
}
async function countFilled(session, table, columns) {
    const counts = columns.map((column, index) => `, count(${(0,table_name/* quoteIdentifier */.Cm)(column)}) AS filled${index}`);
    const [row] = await session.query(`SELECT count(*) AS rows${counts.join('')} FROM ${(0,table_name/* quoteTableName */.c_)(table)}`);
    return columns.map((_, index) => ({ rows: BigInt(row?.rows ?? 0), filled: BigInt(row?.[`filled${index}`] ?? 0) }));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/other-sessions.js
/** Other client sessions of the database: who they are, and how they are ended. */



const other_sessions_GONE_WITHIN_MS = 10_000;
const other_sessions_POLL_MS = 50;
/**
 * Client sessions of this database that are neither this run's nor its tools', which all carry the run's name. Those of other
 * roles are listed by the server too, if with less to say of them.
 */
async function readOtherSessions(sessions) {
    const session = await sessions.shared();
    const rows = await session.query(`SELECT pid, usename, application_name, coalesce(client_addr::text, CASE WHEN client_port = -1 THEN 'a socket' END) AS client, state,
            to_char(state_change AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
       FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
        AND (backend_type = 'client backend' OR backend_type IS NULL) AND NOT starts_with(application_name, $1)
      ORDER BY pid`, [applicationNameOf(sessions.defaults.runId, '')]);
    return rows.map((row) => ({
        pid: Number(row.pid),
        application: row.application_name ?? '',
        role: row.usename ?? 'unknown',
        client: row.client ?? null,
        state: row.state ?? null,
        since: row.since ?? null,
    }));
}
/**
 * Ends sessions of this database by their process ids and waits until they are gone.
 *
 * @throws ConnectionError when one is still there after 10 s, or may not be ended by this role
 */
async function endSessionsByPid(sessions, clock, pids) {
    const filter = {
        condition: `datname = current_database() AND pid = ANY (string_to_array($1, ',')::int[])`,
        values: [pids.join(',')],
    };
    const session = await sessions.shared();
    const { refusals } = await terminateSessions(session, filter);
    const deadline = clock.monotonicMs() + other_sessions_GONE_WITHIN_MS;
    while ((await countSessions(session, filter)) > 0) {
        if (refusals.length > 0 || clock.monotonicMs() > deadline) {
            throw new errors/* ConnectionError */.Rc(`sessions do not end: ${refusals[0] ?? 'the server did not end them within 10 s'}`, {
                hint: 'GRANT pg_signal_backend to the role, or end them as the role that opened them.',
            });
        }
        await clock.sleep(other_sessions_POLL_MS);
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/ports/parity.js
var parity = __webpack_require__(601);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/parity/types.js
const WHOLE = ['int2', 'int4', 'int8'];
const EXACT = [...WHOLE, 'numeric'];
const NUMBERS = [...EXACT, 'float4', 'float8'];
/** Families in the order in which they are tried: the first that holds both types names the common one. */
const FAMILIES = [
    [WHOLE, 'int8'],
    [EXACT, 'numeric'],
    [NUMBERS, 'float8'],
    [['text', 'varchar', 'bpchar', 'name'], 'text'],
    [['date', 'timestamp'], 'timestamp'],
    // A time without zone is read as UTC: that is the session's zone.
    [['date', 'timestamp', 'timestamptz'], 'timestamptz'],
    [['json', 'jsonb'], 'jsonb'],
    [['inet', 'cidr'], 'inet'],
];
/**
 * The word for what values of a type are compared as: the name of a built-in type, that of the base type of a domain, or
 * `text` for every type that somebody made (enums, composite types, extensions), because its name means nothing elsewhere.
 */
function comparedAs(typeId, types) {
    const type = types.get(typeId);
    if (type?.sort === 'd' && type.inner !== null)
        return comparedAs(type.inner, types);
    return type !== undefined && types_isBuiltIn(type, types) ? type.name : 'text';
}
/** An array belongs to the schema of its elements' type. */
function types_isBuiltIn(type, types) {
    const element = type.isArray && type.inner !== null ? types.get(type.inner) : type;
    return element?.schema === 'pg_catalog' && type.schema === 'pg_catalog';
}
function commonType(own, other) {
    if (own === other)
        return own;
    if (own.startsWith('_') && other.startsWith('_'))
        return `_${commonType(own.slice(1), other.slice(1))}`;
    return FAMILIES.find(([members]) => members.includes(own) && members.includes(other))?.[1] ?? 'text';
}
/** Identifier of the built-in type of a name. */
function builtInTypeId(name, types) {
    for (const type of types.values())
        if (type.schema === 'pg_catalog' && type.name === name)
            return type.id;
    return undefined;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/parity/description.js
/** Finds out what a source of rows holds: its columns, their types, and its primary key. */



const description_RELATION = `
SELECT format('%I.%I', n.nspname, c.relname) AS name,
  (SELECT json_agg(json_build_array(a.attname, a.atttypid::text) ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT json_agg(a.attname ORDER BY place)
    FROM pg_constraint k CROSS JOIN unnest(k.conkey) WITH ORDINALITY AS part (number, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = part.number
    WHERE k.conrelid = c.oid AND k.contype = 'p') AS key
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid = to_regclass($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`;
/** @throws CheckError when there is no such table */
async function describeSource(session, source, types) {
    return 'table' in source ? description_describeTable(session, source.table, types) : describeQuery(session, source.query, types);
}
async function description_describeTable(session, table, types) {
    const [row] = await session.query(description_RELATION, [table]);
    if (row === undefined) {
        throw new errors/* CheckError */.tl(`there is no table ${table} in the database`, {
            hint: 'check its name and its schema; a name in capitals needs double quotes',
        });
    }
    const columns = JSON.parse(row.columns ?? '[]');
    const key = JSON.parse(row.key ?? '[]');
    return description_described(String(row.name), `${row.name} AS source`, columns, key, types);
}
/** Asks for the columns alone: the planner knows that no row will come, and does not run the query. */
async function describeQuery(session, query, types) {
    // On lines of its own: it may end in a comment.
    const from = `(\n${query.replace(/;\s*$/, '')}\n) AS source`;
    const nothing = `FROM (SELECT 1 AS "one row") AS anyway LEFT JOIN ${from} ON false`;
    const [named] = await session.query(`SELECT source.* ${nothing}`);
    const names = Object.keys(named ?? {});
    const asked = names.map((name, index) => `pg_typeof(source.${(0,postgres_names/* quoteName */.AB)(name)})::oid AS t${index}`);
    const [typed] = await session.query(`SELECT ${asked.join(', ')} ${nothing}`);
    const columns = names.map((name, index) => [name, String(typed?.[`t${index}`])]);
    return description_described('the query', from, columns, [], types);
}
function description_described(name, from, columns, primaryKey, types) {
    const facts = { name, columns: columns.map(([name, typeId]) => ({ name, type: comparedAs(typeId, types) })), primaryKey };
    return { facts, from, typeIds: new Map(columns), types };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/parity/statements.js
/** The statements that digest a source range by range, and find rows by the hash of their key. */





/**
 * One row for each range: its number, its rows, and the sum of its rows' hashes. A sum and not an exclusive or, in which
 * rows that occur twice would vanish.
 */
function digestStatement(source, form, depth, within) {
    return digests(source, form, depth, within, []);
}
/** One row for each key, with the columns of the key as text, named `key 0`, `key 1` … */
function namedKeysStatement(source, form, within) {
    const names = form.key.map(({ name }, index) => `min(source.${(0,postgres_names/* quoteName */.AB)(name)}::text) AS "key ${index}"`);
    return digests(source, form, parity/* KEY_DEPTH */.I, within, names);
}
/** How many rows the keys of {@link packedKeysStatement} come in. */
const PACKS = 256;
/**
 * The digests of many keys, a pack of them in each row (`range rows digest,…`): reading a row costs more than reading its
 * text. The packs come in the same order on both sides.
 */
function packedKeysStatement(source, form, within) {
    return `SELECT range & ${PACKS - 1} AS number, string_agg(concat_ws(' ', range, rows, digest), ',') AS pack
FROM (${digests(source, form, parity/* KEY_DEPTH */.I, within, [])}) AS keys
GROUP BY 1 ORDER BY 1`;
}
function digests(source, form, depth, within, more) {
    const key = keyHash(source, form);
    const measures = ['count(*) AS rows', `sum(${rowHash(source, form)}) AS digest`, ...more];
    return `SELECT ${rangeOf(key, depth)} AS range, ${measures.join(', ')}
FROM ${source.from}${within === null ? '' : `\nWHERE ${isWithin(key, within)}`}
GROUP BY 1`;
}
function rowsStatement(source, form, keys, columns, most) {
    const key = keyHash(source, form);
    const shown = columns.map((name) => `, source.${(0,postgres_names/* quoteName */.AB)(name)}::text AS ${(0,postgres_names/* quoteName */.AB)(name)}`);
    const within = isWithin(key, { depth: parity/* KEY_DEPTH */.I, names: keys });
    return `SELECT ${key} AS "range of the key"${shown.join('')}\nFROM ${source.from}\nWHERE ${within}\nLIMIT ${most}`;
}
/** A literal list and not a parameter: the planner makes a hash table only of what it knows. */
function isWithin(key, { depth, names }) {
    return `${rangeOf(key, depth)} = ANY (${(0,postgres_names/* quoteText */.ol)(`{${names.join(',')}}`)}::int8[])`;
}
function rangeOf(key, depth) {
    return depth === parity/* KEY_DEPTH */.I ? key : `(${key}) & ${2n ** BigInt(depth) - 1n}::int8`;
}
function keyHash(source, { key }) {
    return statements_exclusiveOr(key.map((column) => columnHash(source, column, identityHash)));
}
/**
 * Ties the values of a row to each other and to the row's key: a value that moved to another row gives other sums. A key of
 * one integer is tied as it is; hashing it once more would cost a tenth of the whole.
 */
function rowHash(source, { key, values }) {
    const hashes = values.map((column) => columnHash(source, column, valueHash));
    const [first, ...rest] = key;
    if (first !== undefined && rest.length === 0 && INTEGERS.includes(first.as)) {
        const value = `coalesce(source.${(0,postgres_names/* quoteName */.AB)(first.name)}::int8, 0)`;
        return `hashint8extended(${value}, ${statements_exclusiveOr([...hashes, value])})`;
    }
    return `hashint8extended(0, ${statements_exclusiveOr([...key.map((column) => columnHash(source, column, valueHash)), ...hashes])})`;
}
const INTEGERS = ['int2', 'int4', 'int8'];
/** With a seed of the column's own, which is also the mark of a null. */
function columnHash(source, column, hash) {
    const own = source.typeIds.get(column.name) ?? '';
    const isOwn = comparedAs(own, source.types) === column.as && column.as !== 'text';
    const value = `source.${(0,postgres_names/* quoteName */.AB)(column.name)}`;
    const typeId = isOwn ? own : (builtInTypeId(column.as, source.types) ?? own);
    const seed = statements_seedOf(column.name);
    const cast = isOwn ? value : `(${value}::pg_catalog.${(0,postgres_names/* quoteName */.AB)(column.as)})`;
    return `coalesce(${hash(cast, column.as, typeId, seed, source.types)}, ${seed})`;
}
/** The server folds eight bytes into four before it hashes them; the value beside its hash keeps apart what it folds together. */
function valueHash(value, name, typeId, seed, types) {
    const hashed = hashExpression(value, typeId, seed, types);
    return name === 'int8' ? `(${hashed} # ${value})` : hashed;
}
/** Two keys must not be taken for one: times, folded as whole numbers are, are hashed as the eight bytes of their seconds. */
function identityHash(value, name, typeId, seed, types) {
    if (name === 'timestamp' || name === 'timestamptz')
        return `hashfloat8extended(date_part('epoch', ${value}), ${seed})`;
    return valueHash(value, name, typeId, seed, types);
}
/** 48 bits of the name: numbers and order of columns may be others on the other side. */
function statements_seedOf(name) {
    return `${(0,external_node_crypto_.createHash)('sha256').update(name).digest().readUIntBE(0, 6)}::int8`;
}
/** As a balanced tree: the server's parser has a limited stack. */
function statements_exclusiveOr(terms) {
    if (terms.length <= 1)
        return terms[0] ?? '0';
    const middle = Math.ceil(terms.length / 2);
    return `(${statements_exclusiveOr(terms.slice(0, middle))} # ${statements_exclusiveOr(terms.slice(middle))})`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/parity/readers.js






/** More keys than these come packed and through a cursor: little by little, but without parallel workers of the server. */
const MOST_AT_ONCE = 20_000;
/** Packs that are fetched at a time. */
const FETCHED = 8;
/**
 * Row security off makes the server refuse instead of hiding rows. Grouping must go by hashing: sorting all rows of a
 * table would write them to temporary files, while the groups asked for fit into this memory.
 */
const readers_SETTINGS = [
    "set_config('row_security', 'off', true)",
    "set_config('statement_timeout', '0', true)",
    "set_config('jit', 'off', true)",
    "set_config('lc_monetary', 'C', true)",
    "set_config('work_mem', '64MB', true)",
    "set_config('enable_sort', 'off', true)",
    "set_config('enable_hashagg', 'on', true)",
];
/** Reads with one session for each source, so that the sources of one server are read side by side. */
async function withReaders(sessions, instant, sources, signal, work) {
    const opened = [];
    try {
        const readers = [];
        for (const source of sources) {
            const session = await sessions.open({ purpose: 'parity', signal });
            opened.push(session);
            readers.push(await readers_openReader(session, instant, source));
        }
        return await work(readers);
    }
    finally {
        await Promise.all(opened.map((session) => session.close()));
    }
}
async function readers_openReader(session, instant, source) {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await session.query(`SET TRANSACTION SNAPSHOT ${(0,postgres_names/* quoteText */.ol)(instant.id)}`);
    await session.query(`SELECT ${readers_SETTINGS.join(', ')}`);
    const described = await describeSource(session, source, await readTypes(session));
    return {
        facts: described.facts,
        commonType: commonType,
        digests: (request) => readDigests(session, described, request),
        rowsOf: async (form, keys, columns, most) => {
            const rows = await session.query(rowsStatement(described, form, keys, columns, most));
            return rows.map(({ 'range of the key': range, ...row }) => ({ range: String(range), row }));
        },
    };
}
async function* readDigests(session, source, { form, depth, within, atMost }) {
    if (depth < parity/* KEY_DEPTH */.I) {
        const rows = await session.query(digestStatement(source, form, depth, within));
        yield { number: 0, digests: rows.map(parseDigest) };
    }
    else if (atMost <= MOST_AT_ONCE) {
        const rows = await session.query(namedKeysStatement(source, form, within));
        const named = (row) => Object.fromEntries(form.key.map(({ name }, index) => [name, row[`key ${index}`] ?? null]));
        yield { number: 0, digests: rows.map((row) => ({ ...parseDigest(row), key: named(row) })) };
    }
    else {
        yield* readPacks(session, packedKeysStatement(source, form, within));
    }
}
function parseDigest({ range, rows, digest }) {
    return { range: String(range), rows: Number(rows), digest: String(digest) };
}
async function* readPacks(session, statement) {
    await session.query(`DECLARE packs NO SCROLL CURSOR FOR ${statement}`);
    for (;;) {
        const rows = await session.query(`FETCH ${FETCHED} FROM packs`);
        for (const { number, pack } of rows)
            yield { number: Number(number), digests: unpack(pack ?? '') };
        if (rows.length < FETCHED)
            break;
    }
    await session.query('CLOSE packs');
}
function unpack(pack) {
    return pack.split(',').map((entry) => {
        const [range = '', rows = '', digest = ''] = entry.split(' ');
        return { range, rows: Number(rows), digest };
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/read-dump.js
/** Reads a dump from its first byte to its last without a database: what a restore would stumble over is found. */


/**
 * Lets `pg_restore` turn all of it into SQL that nobody keeps. It takes the table of contents entry by entry, and fails
 * where one of them has no data; `--list` would look at the table of contents alone.
 *
 * @throws BackupError where it is not whole; the signal's reason when aborted
 */
async function readWholeDump(processes, programs, dump, signal) {
    const bytes = dump.open()[Symbol.asyncIterator]();
    const args = ['--file=/dev/null', '--no-password'];
    try {
        await processes.run({ run: { file: programs.restore, args } }, { signal, input: untilNobodyReads(bytes) });
        // The checksum of a compressed dump comes after the last byte that pg_restore wants.
        while (!(await bytes.next()).done)
            signal.throwIfAborted();
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        throw new errors/* BackupError */.hj(`the dump is not whole: ${lastError(error)}`, { hint: 'choose another backup', cause: error });
    }
    finally {
        await bytes.return?.();
    }
}
/** Leaves what was not read where it is, for somebody else to go on with. */
async function* untilNobodyReads(bytes) {
    for (let next = await bytes.next(); !next.done; next = await bytes.next())
        yield next.value;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/restore.js
/** Restores a dump into a new database beside the live one, for proof or to be swapped in. */








/** More side by side than this brings little and takes connections away. */
const restore_MOST_JOBS = 8;
/**
 * Creates the copy and restores into it. What is half done stays for the caller to drop by the copy's name.
 *
 * @throws BackupError, StatementError (e.g. the role may not create databases); the signal's reason when aborted
 */
async function restoreIntoCopy(context, options) {
    await createCopy(context.sessions, options);
    try {
        await runRestore(context, options, Math.min(restore_MOST_JOBS, (0,external_node_os_.availableParallelism)()));
    }
    catch (error) {
        if (options.dump.plainFile === null || !isOutOfOrder(error))
            throw error;
        await dropCopyNamed(context.sessions, options.copy);
        await createCopy(context.sessions, options);
        await runRestore(context, options, 1);
    }
    await dropPublicWhereMissing(context.sessions, options);
    if (!options.faithful)
        return;
    await applyProperties(context.sessions, options);
    await analyze(context.sessions, options);
}
/**
 * Dumps do not name every dependency: several jobs may disable a partition's trigger before the one it comes from is there,
 * or lock tables against each other. One job keeps the order of the dump.
 */
function isOutOfOrder(error) {
    const lines = error instanceof errors/* BackupError */.hj && error.cause instanceof errors/* CommandError */.Qd ? error.cause.lastLines.join('\n') : '';
    return /does not exist|deadlock detected/.test(lines);
}
async function createCopy(sessions, options) {
    await sessions.withMaintenance({ purpose: 'copy', signal: options.signal }, async (session) => {
        const properties = await propertiesFor(session, sessions, options);
        // Copying the template takes as long as the server's disk needs.
        await session.query('SET statement_timeout = 0');
        await session.query(createStatement(options.copy, properties, options.faithful));
    });
}
/** Only a plain file can be read by several jobs; what comes as a stream is restored in its own order, by one. */
async function runRestore(context, options, jobs) {
    const { plainFile } = options.dump;
    const settings = (0,postgres_settings.withDatabase)(context.sessions.settings, options.copy);
    const applicationName = applicationNameOf(context.sessions.defaults.runId, 'restore');
    const args = [
        '--exit-on-error',
        '--no-password',
        // A subscription in a scratch copy would keep it from being dropped.
        ...(options.faithful ? [] : ['--no-subscriptions']),
        `--dbname=${(0,child_environment/* conninfo */.Zf)(settings, applicationName)}`,
        ...(plainFile === null ? [] : [`--jobs=${jobs}`, plainFile]),
    ];
    const env = { ...(0,child_environment/* childEnvironmentOf */.z4)(settings, applicationName), PGOPTIONS: restoreOptions(settings) };
    const { signal, onLine } = options;
    try {
        await context.processes.run({ run: { file: context.programs.restore, args }, env }, { signal, ...(onLine === undefined ? {} : { onLine }), ...(plainFile === null ? { input: options.dump.open() } : {}) });
    }
    catch (error) {
        options.signal.throwIfAborted();
        throw restore_explain(error);
    }
}
/** The copy is worth nothing until it is whole; the commit of the later rename makes all of it durable. */
function restoreOptions(settings) {
    return [settings.startupOptions, '-c synchronous_commit=off'].filter((part) => part !== null).join(' ');
}
function restore_explain(error) {
    if (!(error instanceof errors/* CommandError */.Qd))
        return error;
    const lines = error.lastLines.join('\n');
    const hint = /must be owner|must be (a )?member|permission denied|must be superuser/.test(lines)
        ? 'The role must be a member of the roles that own objects, or a superuser, to restore them as they were.'
        : /No space left/.test(lines)
            ? 'The disk of the server is full: free space there.'
            : 'See the lines of pg_restore below and the server log.';
    return new errors/* BackupError */.hj(`pg_restore failed: ${lastError(error)}`, { hint, cause: error });
}
/** Every new database has a schema `public`; a dump of a database that dropped it does not say so. */
async function dropPublicWhereMissing(sessions, options) {
    const live = await sessions.shared();
    if ((await live.query("SELECT FROM pg_namespace WHERE nspname = 'public'")).length > 0)
        return;
    await inCopy(sessions, options, async (copy) => {
        const [row] = await copy.query("SELECT count(*) AS objects FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('public')");
        if (row?.objects === '0')
            await copy.query('DROP SCHEMA IF EXISTS public');
    });
}
/** A migration may have changed the live database's own, so those that the backup knows go before. */
function propertiesFor(session, sessions, options) {
    const known = options.faithful ? options.properties : undefined;
    return known === undefined
        ? readProperties(session, sessions.settings.database)
        : Promise.resolve(JSON.parse(known));
}
async function applyProperties(sessions, options) {
    await sessions.withMaintenance({ purpose: 'copy', signal: options.signal }, async (session) => {
        const properties = await propertiesFor(session, sessions, options);
        await session.transaction(async () => {
            for (const statement of propertyStatements(options.copy, properties))
                await session.query(statement);
        });
    });
}
/**
 * A restored table has no statistics, and production would plan its queries blind until autovacuum comes round. A copy made
 * for proof needs none: its fingerprint scans every table whole.
 */
async function analyze(sessions, options) {
    await inCopy(sessions, options, async (session) => {
        await session.query('SET statement_timeout = 0');
        await session.query('ANALYZE');
    });
}
async function inCopy(sessions, options, work) {
    const session = await sessions.open({ purpose: 'copy', signal: options.signal }, options.copy);
    try {
        await work(session);
    }
    finally {
        await session.close();
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/connect.js + 1 modules
var connect = __webpack_require__(1989);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/text-rows.js
/** Rows of the last statement that returned any, or could have; a repeated name gets ` (2)`, ` (3)` … so that nothing is lost. */
function textRows(results) {
    const result = results.findLast(({ fields, rows }) => fields.length > 0 || rows.length > 0);
    if (result === undefined)
        return [];
    const names = distinctNames(result.fields.map(({ name }) => name));
    return result.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, (row[index] ?? null)])));
}
function distinctNames(names) {
    const seen = new Map();
    return names.map((name) => {
        const count = (seen.get(name) ?? 0) + 1;
        seen.set(name, count);
        return count === 1 ? name : `${name} (${count})`;
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/first-rows.js
/** Asks a query and keeps the first rows of its answer alone, however many come. */


/** @returns the answer of the last statement that has one; `null` where none has: `SET`, `DO`, a comment alone */
async function askFirstRows(client, sql, most) {
    const incoming = new Map();
    const config = { text: sql, rowMode: 'array' };
    const asked = client.query(new esm/* default.Query */.Ay.Query(config));
    // With a listener the driver itself keeps no rows.
    asked.on('row', (row, result) => {
        const known = incoming.get(result) ?? { rows: [], count: 0 };
        incoming.set(result, known);
        known.count++;
        if (known.count <= most)
            known.rows.push(row);
    });
    const ended = Promise.withResolvers();
    asked.on('end', (results) => ended.resolve(results));
    asked.on('error', ended.reject);
    const results = [await ended.promise].flat();
    const last = results.findLast(({ command, fields }) => fields.length > 0 || command === 'SELECT');
    if (last === undefined)
        return null;
    const { rows, count } = incoming.get(last) ?? { rows: [], count: 0 };
    return { rows: textRows([{ fields: last.fields, rows }]), count };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/session.js






/** How long a cancelled statement may take to end before its connection is cut. */
const CANCEL_GRACE_MS = 5_000;
class PostgresSession {
    settings;
    /** As the server reports it, e.g. `15.4 (Debian 15.4-1)`. */
    serverVersion;
    #client;
    #defaults;
    #signal;
    #lost;
    #queue = Promise.resolve();
    #closing;
    constructor(client, settings, defaults, serverVersion, signal) {
        this.#client = client;
        this.settings = settings;
        this.#defaults = defaults;
        this.serverVersion = serverVersion;
        this.#signal = signal;
        client.on('error', (error) => {
            this.#lost ??= error;
        });
    }
    /** The process that the server announced when the session started; behind a pooler not the one that serves it. */
    get announcedPid() {
        return this.#client.processID;
    }
    async query(sql, values = []) {
        return textRows(await this.#inTurn(() => this.#cancellable(() => this.#run(sql, values))));
    }
    answer(sql, most) {
        return this.#inTurn(() => this.#cancellable(() => this.#sending(() => askFirstRows(this.#client, sql, most))));
    }
    /** By COPY: the server plans the query as it does without, in parallel too, and the driver lets go of each row as it comes. */
    async receive(sql) {
        const results = await this.#inTurn(() => this.#cancellable(() => this.#run(`COPY (${withoutEnd(sql)}\n) TO STDOUT`, [])));
        return results.at(-1)?.rowCount ?? 0;
    }
    async transaction(work) {
        await this.query('BEGIN');
        let result;
        try {
            result = await work();
        }
        catch (failure) {
            await this.#rollback(failure);
            throw failure;
        }
        await this.#commit();
        return result;
    }
    close() {
        this.#closing ??= this.#client.end().catch(() => { });
        return this.#closing;
    }
    /** Whether it can still be used, as far as is known without asking the server. */
    get isOpen() {
        return this.#lost === undefined && this.#closing === undefined;
    }
    /** Cuts the connection at once, without waiting for the server. */
    destroy(reason = new Error('the connection was cut')) {
        this.#lost ??= reason;
        this.#client.connection.stream.destroy(reason);
    }
    async #commit() {
        const results = await this.#inTurn(() => this.#run('COMMIT', []));
        // The server answers COMMIT of a transaction that failed inside with ROLLBACK, and no error.
        if (results.at(-1)?.command === 'COMMIT')
            return;
        throw new errors/* StatementError */.Mp('the transaction was rolled back: a statement in it had failed', { sqlState: '25P02' });
    }
    /** Not cancellable: it is the way out after a cancellation. */
    async #rollback(failure) {
        try {
            await this.#inTurn(() => this.#run('ROLLBACK', []));
        }
        catch (rollbackFailure) {
            // The server rolls back what a lost session left; the first failure tells what happened.
            if (this.#lost !== undefined)
                return;
            this.destroy();
            const words = failure instanceof Error ? failure.message : String(failure);
            throw new AggregateError([failure, rollbackFailure], `${words}; and the rollback failed`, { cause: failure });
        }
    }
    #inTurn(work) {
        const turn = this.#queue.then(work);
        this.#queue = turn.catch(() => { });
        return turn;
    }
    async #cancellable(work) {
        const signal = this.#signal;
        signal?.throwIfAborted();
        if (signal === undefined)
            return work();
        let cancelling;
        let grace;
        const onAbort = () => {
            cancelling = this.#cancel();
            grace = setTimeout(() => this.destroy(), CANCEL_GRACE_MS);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        try {
            return await work();
        }
        catch (error) {
            signal.throwIfAborted();
            throw error;
        }
        finally {
            signal.removeEventListener('abort', onAbort);
            clearTimeout(grace);
            // A cancellation still under way could hit the next statement, which may be the rollback.
            await cancelling;
        }
    }
    async #cancel() {
        try {
            const applicationName = applicationNameOf(this.#defaults.runId, 'cancel');
            const { client } = await (0,connect/* connect */.N)(this.settings, { applicationName, timeoutMs: CANCEL_GRACE_MS });
            await client.query('SELECT pg_cancel_backend($1)', [this.#client.processID]).finally(() => client.end());
        }
        catch {
            // The connection is cut when the grace is over.
        }
    }
    #run(sql, values) {
        return this.#sending(async () => {
            const result = await this.#client.query({
                text: sql,
                values: [...values],
                rowMode: 'array',
            });
            return Array.isArray(result) ? result : [result];
        });
    }
    async #sending(work) {
        if (this.#lost !== undefined)
            throw (0,failures/* lostSession */.rT)(this.#lost, this.settings);
        try {
            return await work();
        }
        catch (error) {
            throw (0,failures/* statementFailure */.qU)(error, this.settings);
        }
    }
}
/** A query may end with its semicolon; inside of another statement it must not. */
function withoutEnd(sql) {
    return sql.replace(/[\s;]+$/, '');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/session-opening.js




/**
 * Connects and applies the session settings.
 *
 * @throws ConnectionError with a hint; the signal's reason when aborted
 */
async function openSession(settings, defaults, options) {
    const { client, serverVersion } = await (0,connect/* connect */.N)(settings, {
        applicationName: applicationNameOf(defaults.runId, options.purpose),
        timeoutMs: defaults.connectTimeoutMs,
        signal: options.signal,
    });
    if (options.onNotice !== undefined)
        reportNotices(client, options.onNotice);
    const session = new PostgresSession(client, settings, defaults, serverVersion, options.signal);
    const timer = setTimeout(() => session.destroy(new failures/* ConnectTimeout */.ac()), defaults.connectTimeoutMs);
    try {
        await applySettings(client, defaults, serverVersion);
        return session;
    }
    catch (error) {
        session.destroy();
        throw (0,failures/* connectFailure */.vZ)(error, settings, defaults.connectTimeoutMs);
    }
    finally {
        clearTimeout(timer);
    }
}
/**
 * By SET, not by startup parameters: poolers refuse those. What the server or the role would end a quiet session with is
 * turned off, because the lock and the exported snapshot live in sessions that are quiet for as long as a run takes.
 */
async function applySettings(client, defaults, serverVersion) {
    const major = Number.parseInt(serverVersion, 10);
    const settings = [
        `lock_timeout = ${Math.round(defaults.lockTimeoutMs)}`,
        `statement_timeout = ${Math.round(defaults.statementTimeoutMs)}`,
        'idle_in_transaction_session_timeout = 0',
        ...(major >= 14 ? ['idle_session_timeout = 0'] : []),
        ...(major >= 17 ? ['transaction_timeout = 0'] : []),
        "TimeZone = 'UTC'",
        "DateStyle = 'ISO, YMD'",
        "IntervalStyle = 'postgres'",
        'extra_float_digits = 1',
        "bytea_output = 'hex'",
        'quote_all_identifiers = off',
        'client_min_messages = notice',
    ];
    await client.query(settings.map((setting) => `SET ${setting}`).join('; '));
    // A statement of a run that vanished then ends in the server too. Servers on some systems cannot do it: no harm.
    if (major >= 14)
        await client.query('SET client_connection_check_interval = 2000').catch(() => { });
}
/** Each line of a notice is told with its severity: what begins a line begins it still. */
function reportNotices(client, onNotice) {
    client.on('notice', ({ severity = 'NOTICE', message = '' }) => {
        const lines = message.split(/\r?\n/).filter((line, index) => index === 0 || line.trim() !== '');
        for (const line of lines)
            onNotice((0,failures/* oneLine */.TN)(`${severity}: ${line}`));
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/sessions.js
/** All sessions of one database handle: opened with the run's settings, tracked, and closed together. */




/** Databases that every cluster has; a session there is in nobody's way. */
const MAINTENANCE_DATABASES = ['postgres', 'template1'];
/** What the server, or a pooler, says when this role cannot enter a database that others may enter. */
const NO_ENTRY = new Set(['3D000', '42501', '28000', '55000', '08P01']);
class PostgresSessions {
    settings;
    defaults;
    #open = new Set();
    #shared;
    constructor(settings, defaults) {
        this.settings = settings;
        this.defaults = defaults;
    }
    /** @param database - another database of the same server */
    async open(options, database = this.settings.database) {
        const session = await openSession((0,postgres_settings.withDatabase)(this.settings, database), this.defaults, options);
        for (const known of this.#open)
            if (!known.isOpen)
                this.#open.delete(known);
        this.#open.add(session);
        return session;
    }
    /** The one session for short questions (facts, health, ledger), opened on first use and again when it was lost. */
    async shared() {
        const current = this.#shared;
        if (current !== undefined) {
            const session = await current.catch(() => null);
            if (session?.isOpen)
                return session;
            if (this.#shared === current)
                this.#shared = undefined;
        }
        this.#shared ??= this.open({ purpose: 'control' });
        return this.#shared;
    }
    /** A session in another database of the server: databases cannot be created, renamed or dropped from inside. */
    async withMaintenance(options, work) {
        const session = await this.#openMaintenance(options);
        try {
            return await work(session);
        }
        finally {
            await session.close();
        }
    }
    /**
     * A session in the first of the databases that this role may enter.
     *
     * @throws ConnectionError as for the last one, or at once when the failure is of the server and not of one database
     */
    async openFirst(databases, options) {
        for (const database of databases.slice(0, -1)) {
            try {
                return await this.open(options, database);
            }
            catch (error) {
                if (!isClosedToUs(error))
                    throw error;
            }
        }
        return this.open(options, databases.at(-1));
    }
    /** Ends this process's own sessions in one database; the lock, held in another, stays. */
    async closeSessionsIn(database) {
        await this.#close([...this.#open].filter(({ settings }) => settings.database === database));
    }
    async closeAll() {
        await this.#close([...this.#open]);
    }
    async #close(sessions) {
        for (const session of sessions)
            this.#open.delete(session);
        await Promise.all(sessions.map((session) => session.close()));
    }
    async #openMaintenance(options) {
        const databases = MAINTENANCE_DATABASES.filter((name) => name !== this.settings.database);
        try {
            return await this.openFirst(databases, options);
        }
        catch (error) {
            if (!isClosedToUs(error))
                throw error;
            throw new errors/* ConnectionError */.Rc(`${this.settings.user} may enter no maintenance database: ${(0,failures/* oneLine */.TN)(error.message)}`, {
                hint: `GRANT CONNECT ON DATABASE ${databases[0]} to the role: databases are created and renamed from there.`,
                cause: error,
            });
        }
    }
}
function isClosedToUs(error) {
    const code = error instanceof errors/* ConnectionError */.Rc ? error.cause?.code : undefined;
    return code !== undefined && NO_ENTRY.has(code);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/swap.js
/** Puts a copy in the place of the live database: two renames in one transaction, other sessions ended, nothing in between. */



/** The server waits 5 s for sessions to leave each time it is asked to rename. */
const ATTEMPTS = 6;
const TERMINATE_EVERY_MS = 100;
const IN_USE = '55006';
/**
 * Renames the live database to `failedName` and the copy to the live name.
 *
 * A rename takes a lock on the database before it waits for the sessions inside, and whoever connects then waits for that
 * lock: so sessions are ended while the rename waits, and none can come in. Nothing outlives the transaction, so a run that
 * vanishes here leaves everything as it was.
 *
 * @throws RollbackError naming who is in the way; the names are then as before
 */
async function swapDatabases(sessions, swap) {
    await sessions.withMaintenance({ purpose: 'swap' }, (renamer) => sessions.withMaintenance({ purpose: 'swap-end' }, async (ender) => {
        await refusePrepared(renamer, swap);
        await renamer.query('SET statement_timeout = 0; SET synchronous_commit = on');
        for (let attempt = 1;; attempt++) {
            const refusals = await renameWhileEnding(renamer, ender, swap);
            if (refusals === null)
                return;
            if (refusals.length > 0 || attempt === ATTEMPTS)
                throw inTheWay(swap, refusals);
        }
    }));
}
/** A prepared transaction belongs to no session that could be ended, and what it holds would be lost with the live database. */
async function refusePrepared(session, swap) {
    const [row] = await session.query('SELECT gid, database FROM pg_prepared_xacts WHERE database IN ($1, $2)', [
        swap.live,
        swap.copy,
    ]);
    if (row === undefined)
        return;
    throw new errors/* RollbackError */.ZS(`cannot rename ${row.database}: the prepared transaction ${row.gid} is open in it`, [], {
        hint: 'COMMIT PREPARED or ROLLBACK PREPARED it; then run the rollback again. Nothing was renamed.',
    });
}
/** `null` when renamed; otherwise why sessions stayed, as far as the server said. */
async function renameWhileEnding(renamer, ender, swap) {
    const renaming = rename(renamer, swap).then(() => ({ done: true, error: null }), (error) => ({ done: false, error }));
    let last = { count: 0, refusals: [] };
    const ending = setInterval(() => {
        terminateSessions(ender, sessionsIn([swap.live, swap.copy])).then((ended) => {
            last = ended;
        }, () => { });
    }, TERMINATE_EVERY_MS);
    try {
        const { done, error } = await renaming;
        if (done)
            return null;
        if (error instanceof errors/* StatementError */.Mp && error.sqlState === IN_USE)
            return last.refusals;
        throw error;
    }
    finally {
        clearInterval(ending);
    }
}
async function rename(session, swap) {
    await session.transaction(async () => {
        await session.query(`ALTER DATABASE ${(0,postgres_names/* quoteName */.AB)(swap.live)} RENAME TO ${(0,postgres_names/* quoteName */.AB)(swap.failedName)}`);
        await session.query(`ALTER DATABASE ${(0,postgres_names/* quoteName */.AB)(swap.copy)} RENAME TO ${(0,postgres_names/* quoteName */.AB)(swap.live)}`);
    });
}
function inTheWay(swap, refusals) {
    const who = refusals[0] ?? 'sessions keep coming back';
    return new errors/* RollbackError */.ZS(`cannot rename ${swap.live}, sessions in it do not end: ${who}`, [], {
        hint: 'Stop the application, or GRANT pg_signal_backend to the role; then run the rollback again. Nothing was renamed.',
    });
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/comparison.js + 1 modules
var comparison = __webpack_require__(5682);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/trial.js
/** Tries work out in a transaction that is rolled back, and tells what it changed: schema, content of tables, sequences. */






/** Root tables of which this transaction has written rows. */
const WRITTEN = `
SELECT DISTINCT format('%I.%I', n.nspname, r.relname) AS name
FROM pg_stat_xact_user_tables s
JOIN pg_class r ON r.oid = coalesce(pg_partition_root(s.relid), s.relid) JOIN pg_namespace n ON n.oid = r.relnamespace
WHERE s.n_tup_ins + s.n_tup_upd + s.n_tup_del > 0 OR current_setting('track_counts') = 'off'`;
/** What a table is stored in: other files mean that it was emptied, rewritten, or made anew, which no counter tells. */
const FILES = `
SELECT format('%I.%I', n.nspname, r.relname) AS name, string_agg(c.oid || ':' || pg_relation_filenode(c.oid), ',' ORDER BY c.oid) AS files
FROM pg_class c
JOIN pg_class r ON r.oid = coalesce(pg_partition_root(c.oid), c.oid) JOIN pg_namespace n ON n.oid = r.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' GROUP BY 1`;
/** Thrown to have the transaction rolled back that went well. */
const ROLL_BACK = Symbol('roll back');
/**
 * Nothing of it stays but numbers drawn from sequences; one that was set back is set forward again. The tables written are
 * read twice, and locked as the work locks them until both readings are done.
 *
 * @throws whatever the work throws, after everything is rolled back
 */
async function tryOut(sessions, signal, work) {
    let before;
    let differences = [];
    try {
        await inSession(sessions, { purpose: 'trial', signal }, (session) => session.transaction(async () => {
            await session.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
            before = await reading(session, () => readShape(session));
            differences = await changesOf(session, before, () => work(session));
            throw ROLL_BACK;
        }));
    }
    catch (error) {
        if (error !== ROLL_BACK)
            throw error;
    }
    finally {
        const sequences = before?.sequences ?? [];
        // Not to be cut short by what may have ended the trial.
        if (sequences.length > 0)
            await inSession(sessions, { purpose: 'trial' }, (session) => setForward(session, sequences));
    }
    return differences;
}
async function inSession(sessions, options, work) {
    const session = await sessions.open(options);
    return await work(session).finally(() => session.close());
}
async function changesOf(session, before, work) {
    await session.query('SAVEPOINT savepoint_trial');
    await work();
    await session.query('SET CONSTRAINTS ALL IMMEDIATE');
    await session.query('RESET ROLE');
    const after = await reading(session, () => readShape(session));
    const names = await touched(session, before, after);
    const contentAfter = await reading(session, () => readContent(session, names));
    await session.query('ROLLBACK TO SAVEPOINT savepoint_trial');
    const contentBefore = await reading(session, () => readContent(session, names));
    const differences = (0,comparison/* compareFingerprints */.t)(sealed(before, contentBefore), sealed(after, contentAfter), 'by-name');
    // Rows that were added are a change already; whether the others stayed the same is not asked then.
    return differences.filter(({ change }) => change !== 'unproven');
}
function sealed({ objects, sequences }, tables) {
    return sealFingerprint({ objects, sequences, tables });
}
/** Under settings by which names and values print the same whatever the work has set; the work finds its own again. */
async function reading(session, read) {
    await session.query('SAVEPOINT savepoint_reading');
    await session.query("SELECT set_config('search_path', 'pg_catalog', true), set_config('row_security', 'off', true), set_config('statement_timeout', '0', true), set_config('lc_monetary', 'C', true)");
    const result = await read();
    await session.query('ROLLBACK TO SAVEPOINT savepoint_reading');
    return result;
}
async function readShape(session) {
    const objects = await readObjects(session);
    const sequences = await readSequences(session);
    const files = await session.query(FILES);
    return { objects, sequences, files: new Map(files.map((row) => [String(row.name), String(row.files)])) };
}
async function touched(session, before, after) {
    const written = (await session.query(WRITTEN)).map((row) => String(row.name));
    const stored = [...after.files].filter(([name, files]) => before.files.get(name) !== files).map(([name]) => name);
    return new Set([...written, ...stored]);
}
async function readContent(session, names) {
    if (names.size === 0)
        return [];
    const types = await readTypes(session);
    const contents = [];
    for (const table of await readTables(session)) {
        if (names.has(table.name))
            contents.push(await digestContent(session, planContent(table, undefined, types), null, types));
    }
    return contents;
}
/** `setval` is not undone by a rollback. What others have drawn meanwhile is only ever ahead. */
async function setForward(session, before) {
    await session.query("SELECT set_config('search_path', 'pg_catalog', false)");
    const now = new Map((await readSequences(session)).map((sequence) => [sequence.name, sequence]));
    for (const sequence of before) {
        const current = now.get(sequence.name);
        if (current === undefined || !isBehind(current, sequence))
            continue;
        await session.query(`SELECT setval(${(0,postgres_names/* quoteText */.ol)(sequence.name)}, ${sequence.value}, ${sequence.called})`);
    }
}
function isBehind(current, earlier) {
    const [now, then] = [BigInt(current.value), BigInt(earlier.value)];
    if (now === then)
        return earlier.called && !current.called;
    return earlier.ascending ? now < then : now > then;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/database.js
/** The PostgreSQL database behind the port: assembles sessions, snapshots, dumps, copies, lock, ledger and checks. */
























/** Nothing is connected until something is asked. */
function openPostgres(options) {
    return new PostgresDatabase(options);
}
class PostgresDatabase {
    kind = 'postgres';
    capabilities = { transactionalDdl: true, advisoryLock: true, copies: true, queryPlans: true };
    dumpFormat = DUMP_FORMAT;
    name;
    maskedUrl;
    childEnvironment;
    ledger;
    catalog;
    #options;
    #sessions;
    #copies = new Map();
    #programs;
    #facts;
    constructor(options) {
        const { settings, session } = options;
        this.#options = options;
        this.#sessions = new PostgresSessions(settings, session);
        this.name = settings.database;
        this.maskedUrl = (0,postgres_settings.maskedUrl)(settings);
        this.childEnvironment = (0,child_environment/* childEnvironmentOf */.z4)(settings, applicationNameOf(session.runId, 'tool'));
        this.ledger = createLedger(() => this.#sessions.shared());
        this.catalog = openCatalog(this.#sessions);
    }
    open(options) {
        return this.#sessions.open(options);
    }
    async facts() {
        return readFacts(await this.#sessions.shared());
    }
    healthChecks(limits) {
        const facts = () => (this.#facts ??= this.facts());
        return createHealthChecks({
            runId: this.#options.session.runId,
            limits,
            session: () => this.#sessions.shared(),
            probe: (timeoutMs, signal) => this.#probe(timeoutMs, signal),
            programs: () => this.#clientPrograms(),
            serverMajor: () => this.#serverMajor(),
            databaseBytes: async () => (await facts()).sizeBytes,
        });
    }
    watchActivity(limits) {
        return new PostgresActivity(this.#sessions, this.#options.clock, limits);
    }
    explain(session, sql, options) {
        return explainQuery(session, sql, options);
    }
    changesOf(signal, work) {
        return tryOut(this.#sessions, signal, work);
    }
    withSnapshot(signal, work) {
        return withInstant(this.#sessions, signal, work);
    }
    withRowSources(sources, signal, work) {
        return withExportedInstant(this.#sessions, signal, (instant) => withReaders(this.#sessions, instant, sources, signal, work));
    }
    async clientVersion() {
        return (await this.#clientPrograms()).version;
    }
    async dump(options) {
        const { settings, session, processes } = this.#options;
        const [programs, { sizeBytes }] = await Promise.all([this.#clientPrograms(), this.facts()]);
        const { runId, lockTimeoutMs } = session;
        await dumpDatabase({ processes, programs, settings, runId, lockTimeoutMs, databaseBytes: sizeBytes }, options);
    }
    async readDump(dump, signal) {
        await readWholeDump(this.#options.processes, await this.#clientPrograms(), dump, signal);
    }
    acquireLock(request) {
        return acquireRunLock(this.#sessions, this.#options.clock, request);
    }
    endSessionsOf(runId) {
        return endRunSessions(this.#sessions, this.#options.clock, runId);
    }
    async otherSessions(signal) {
        signal.throwIfAborted();
        return readOtherSessions(this.#sessions);
    }
    endSessions(pids) {
        return endSessionsByPid(this.#sessions, this.#options.clock, pids);
    }
    async restoreCopy(options) {
        const context = { sessions: this.#sessions, processes: this.#options.processes, programs: await this.#clientPrograms() };
        await restoreIntoCopy(context, options);
        const copy = openPostgres({ ...this.#options, settings: (0,postgres_settings.withDatabase)(this.#options.settings, options.copy) });
        this.#copies.set(options.copy, copy);
        return copy;
    }
    copyName(purpose, runId) {
        return copyNameOf(this.name, purpose, runId);
    }
    async dropCopy(name) {
        await this.#closeCopy(name);
        await dropCopyNamed(this.#sessions, name);
    }
    async swapIn(copy, failedName) {
        await this.#closeCopy(copy);
        await this.#sessions.closeSessionsIn(this.name);
        await swapDatabases(this.#sessions, { live: this.name, copy, failedName });
    }
    dropCommand(name) {
        return dropCommandOf(this.#options.settings, name);
    }
    async close() {
        await Promise.all([...this.#copies.values()].map((copy) => copy.close()));
        this.#copies.clear();
        await this.#sessions.closeAll();
    }
    async #closeCopy(name) {
        await this.#copies.get(name)?.close();
        this.#copies.delete(name);
    }
    /** Through the shared session, so that the other checks find it open. */
    async #probe(timeoutMs, signal) {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
        const over = Promise.withResolvers();
        limit.addEventListener('abort', () => over.reject(limit.reason), { once: true });
        const answer = this.#sessions.shared().then((session) => session.query('SELECT 1'));
        try {
            await Promise.race([answer, over.promise]);
        }
        catch (error) {
            signal.throwIfAborted();
            throw limit.aborted ? (0,failures/* connectFailure */.vZ)(new failures/* ConnectTimeout */.ac(), this.#options.settings, timeoutMs) : error;
        }
    }
    async #serverMajor() {
        return Number.parseInt((await this.#sessions.shared()).serverVersion, 10);
    }
    #clientPrograms() {
        this.#programs ??= this.#findPrograms();
        return this.#programs;
    }
    async #findPrograms() {
        try {
            const { processes, programs } = this.#options;
            return await findClientPrograms(processes, await this.#serverMajor(), programs);
        }
        catch (error) {
            // Asked again next time: a package may have been installed, a server come back.
            this.#programs = undefined;
            throw error;
        }
    }
}


/***/ }),

/***/ 9472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ TOLD_LINES)
/* harmony export */ });
/** What goes on in a database at one moment, and since the moment before: what a watch after a migration looks at. */
const TOLD_LINES = 10;


/***/ }),

/***/ 5682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ compareFingerprints)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/content-comparison.js
var content_comparison = __webpack_require__(2652);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/object-comparison.js
function compareObjects(before, after, matching) {
    const index = new ObjectIndex(after, matching);
    const differences = before.flatMap((object) => compareObject(object, index));
    const added = index.unmatched().map((object) => objectDifference(object, 'added', null, object.definition));
    return [...differences, ...added];
}
function compareObject(object, index) {
    const other = index.take(object);
    if (other === undefined)
        return [objectDifference(object, 'removed', object.definition, null)];
    const renamed = other.name === object.name ? [] : [objectDifference(object, 'renamed', object.name, other.name)];
    if (other.definition === object.definition || isEnforcedAgain(object, other))
        return renamed;
    const change = wasDisabled(object, other) ? 'disabled' : wasWeakened(object, other) ? 'weakened' : 'changed';
    return [...renamed, objectDifference(object, change, object.definition, other.definition)];
}
/** Definitions of triggers, foreign keys and row security end in their state, in brackets. */
function wasDisabled(before, after) {
    return (/\[(enabled|validated|row security on)\]/.test(before.definition) &&
        /\[(disabled|not validated|triggers disabled|row security off)\]/.test(after.definition));
}
const UNENFORCED = ' [triggers disabled]';
/** No dump holds that the triggers of a foreign key are disabled: a restored copy keeps to more than was promised. */
function isEnforcedAgain(before, after) {
    return before.kind === 'foreign-key' && before.definition === `${after.definition}${UNENFORCED}`;
}
/** What the definition of a column, an index or a table promised, and no longer does. */
const PROMISES = {
    column: [/ not null(?= |$)/, / (?:default|generated|identity) /],
    index: [/^CREATE UNIQUE /, /^(?!.* \[invalid\])/s],
    table: [/ force row security(?= |$)/, /^. p /],
};
function wasWeakened(before, after) {
    return (PROMISES[before.kind] ?? []).some((promise) => promise.test(before.definition) && !promise.test(after.definition));
}
function objectDifference(object, change, before, after) {
    const table = object.table === undefined ? {} : { table: object.table };
    return { object: object.kind, name: object.name, ...table, change, before, after };
}
/** Finds the same object on the other side: by identifier, by name, or (renamed by recreation) by an equal definition. */
class ObjectIndex {
    #left;
    #byId = new Map();
    #byName = new Map();
    #byDefinition = new Map();
    constructor(objects, matching) {
        this.#left = new Set(objects);
        for (const object of objects) {
            if (object.id !== undefined && matching === 'same-database')
                this.#byId.set(`${object.kind} ${object.id}`, object);
            this.#byName.set(`${object.kind} ${object.name}`, object);
            const same = definitionKey(object);
            this.#byDefinition.set(same, [...(this.#byDefinition.get(same) ?? []), object]);
        }
    }
    take(object) {
        const candidates = [
            object.id === undefined ? undefined : this.#byId.get(`${object.kind} ${object.id}`),
            this.#byName.get(`${object.kind} ${object.name}`),
            ...(object.kind === 'constraint' || object.kind === 'foreign-key'
                ? (this.#byDefinition.get(definitionKey(object)) ?? [])
                : []),
        ];
        const match = candidates.find((candidate) => candidate !== undefined && this.#left.has(candidate));
        if (match !== undefined)
            this.#left.delete(match);
        return match;
    }
    unmatched() {
        return [...this.#left];
    }
}
function definitionKey(object) {
    return `${object.kind} ${object.table ?? ''} ${object.definition}`;
}
function compareSequences(before, after, matching) {
    const renamed = matching === 'same-database' ? namesNow(before.objects, after.objects) : new Map();
    const positions = new Map(after.sequences.map((sequence) => [sequence.name, sequence]));
    return before.sequences.flatMap((sequence) => {
        const other = positions.get(renamed.get(sequence.name) ?? sequence.name);
        // A dropped sequence is told by the comparison of schema objects.
        if (other === undefined || (other.value === sequence.value && other.called === sequence.called))
            return [];
        const back = position(other) < position(sequence);
        const change = back ? 'moved-back' : 'moved-on';
        return [{ object: 'sequence', name: sequence.name, change, before: sequence.value, after: other.value }];
    });
}
/** Of each sequence that is still there, the name it has now: another may have got the one it had. */
function namesNow(before, after) {
    const now = new Map(after.filter(isSequence).map(({ id, name }) => [id, name]));
    return new Map(before.filter(isSequence).flatMap(({ id, name }) => {
        const found = now.get(id);
        return found === undefined ? [] : [[name, found]];
    }));
}
function isSequence({ kind, id }) {
    return kind === 'sequence' && id !== undefined;
}
/** How far it has come in its own direction; a value that was handed out is further than the same value still to come. */
function position(sequence) {
    return BigInt(sequence.value) * (sequence.ascending ? 2n : -2n) + (sequence.called ? 1n : 0n);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/comparison.js
/** Comparing two fingerprints: what was lost, what was added, and what only moved. */


/** Every difference between two fingerprints, tables first, in the order of their names. */
function compareFingerprints(before, after, matching) {
    const tables = new Set([...before.tables, ...after.tables].map((table) => table.name));
    const objects = compareObjects(before.objects, after.objects, matching);
    return [
        ...(0,content_comparison/* compareTables */.Dz)(before.tables, after.tables, matching),
        ...objects.filter((difference) => !isToldByContent(difference, tables)),
        ...compareSequences(before, after, matching),
    ];
}
/** Changes that only the definition shows. */
const ABOUT_DEFINITION = new Set(['changed', 'disabled', 'weakened']);
/** Kinds whose loss is already told by the comparison of content. */
const TOLD_BY_CONTENT = new Set(['table', 'column']);
/** Tables and columns whose content was compared have been told; partitions and foreign tables have not. */
function isToldByContent(difference, tables) {
    return TOLD_BY_CONTENT.has(difference.object) && !ABOUT_DEFINITION.has(difference.change) && tables.has(difference.table ?? '');
}


/***/ }),

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dz: () => (/* binding */ compareTables),
/* harmony export */   Kp: () => (/* binding */ matchTable),
/* harmony export */   WM: () => (/* binding */ matchColumn)
/* harmony export */ });
/** The table of the other side that is the same one: by identifier, else by name. */
function matchTable(table, others, matching) {
    const byId = matching === 'same-database' ? others.find((other) => other.id === table.id) : undefined;
    return byId ?? others.find((other) => other.name === table.name);
}
/** The column of the other side that is the same one: by number where the table is the same one, else by name. */
function matchColumn(column, table, other, matching) {
    if (matching === 'by-name' || table.id !== other.id)
        return other.columns.find((candidate) => candidate.name === column.name);
    return other.columns.find((candidate) => candidate.id === column.id);
}
function compareTables(before, after, matching) {
    const found = new Set();
    const differences = before.flatMap((table) => {
        const other = matchTable(table, after, matching);
        if (other === undefined)
            return [tableDifference(table, 'removed', `${table.rows} rows`, null)];
        found.add(other);
        return compareContent(table, other, matching);
    });
    const added = after
        .filter((table) => !found.has(table))
        .map((table) => tableDifference(table, 'added', null, `${table.rows} rows`));
    return [...differences, ...added];
}
function tableDifference(table, change, before, after) {
    return { object: 'table', name: table.name, table: table.name, change, before, after };
}
function compareContent(table, other, matching) {
    const renamed = table.name === other.name ? [] : [tableDifference(table, 'renamed', table.name, other.name)];
    const columns = table.columns.flatMap((column) => compareColumn(column, table, other, matching));
    const addedColumns = other.columns
        .filter((column) => !table.columns.some((earlier) => matchColumn(earlier, table, other, matching) === column))
        .map((column) => columnDifference(table, column, 'added', null, column.type));
    return [...renamed, ...compareRows(table, other), ...columns, ...addedColumns];
}
function compareRows(table, other) {
    const delta = BigInt(other.rows) - BigInt(table.rows);
    const rows = { object: 'rows', name: table.name, table: table.name, before: table.rows, after: other.rows };
    if (delta < 0n)
        return [{ ...rows, change: 'rows-lost' }];
    if (delta > 0n)
        return [
            { ...rows, change: 'rows-added' },
            ...(earlierRowsIntact(table, other) ? [] : [{ ...rows, change: 'unproven' }]),
        ];
    if (table.rowDigest !== null && other.rowDigest !== null && table.rowDigest !== other.rowDigest) {
        return [{ ...rows, change: 'values-changed', before: `digest ${table.rowDigest}`, after: `digest ${other.rowDigest}` }];
    }
    return [];
}
/** Whether the rows that were there before are all there still, unchanged; those added since are left out of these measures. */
function earlierRowsIntact(table, other) {
    if (other.earlier === undefined || other.earlier.rows !== table.rows || other.earlier.rowDigest !== table.rowDigest)
        return false;
    const digests = new Map(other.columns.map((column, index) => [column.name, other.earlier?.columnDigests[index]]));
    return table.columns.every((column) => {
        const match = matchColumn(column, table, other, table.id === other.id ? 'same-database' : 'by-name');
        return match === undefined || (column.digest !== null && digests.get(match.name) === column.digest);
    });
}
function compareColumn(column, table, other, matching) {
    const match = matchColumn(column, table, other, matching);
    if (match === undefined)
        return [columnDifference(table, column, 'removed', column.type, null)];
    const renamed = match.name === column.name ? [] : [columnDifference(table, column, 'renamed', column.name, match.name)];
    if (column.digest === match.digest && column.digest !== null)
        return renamed;
    // A sum over other rows differs for that reason alone; the rows are judged first, and added rows are proven separately.
    if (table.rows !== other.rows)
        return renamed;
    return [...renamed, columnDifference(table, column, 'values-changed', digestText(column), digestText(match))];
}
function digestText(column) {
    return column.digest === null ? `${column.type}, not comparable` : `${column.type}, digest ${column.digest}`;
}
function columnDifference(table, column, change, before, after) {
    return { object: 'column', name: `${table.name}.${column.name}`, table: table.name, change, before, after };
}


/***/ }),

/***/ 601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ KEY_DEPTH)
/* harmony export */ });
/**
 * Depth at which a range holds one key. A range of depth `d` holds the rows whose key's hash ends in the same `d` bits;
 * it is named by these bits as a number.
 */
const KEY_DEPTH = 64;


/***/ }),

/***/ 1990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Durations, sizes and counts as people read them. */
/** `340 ms`, `2.5 s`, `1 min 05 s`, `2 h`, `7 d 03 h`: at most three significant figures, and no zero at the end. */
function formatDuration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 9_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3600)
        return parts(Math.floor(seconds / 60), 'min', seconds % 60, 's');
    const minutes = Math.round(seconds / 60);
    const hours = Math.round(minutes / 60);
    if (hours >= 48)
        return parts(Math.floor(hours / 24), 'd', hours % 24, 'h');
    return parts(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
const SIZE_UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** `512 bytes`, `1.4 MB`, `23 GB`: powers of 1000, as disks are sold. */
function formatBytes(bytes) {
    let amount = bytes;
    let unit = 0;
    while (unit < SIZE_UNITS.length - 1 && Number(amount.toPrecision(3)) >= 1000) {
        amount /= 1000;
        unit++;
    }
    const digits = unit === 0 || amount >= 9.95 ? 0 : 1;
    return `${amount.toFixed(digits)} ${SIZE_UNITS[unit]}`;
}
/** `1 row`, `3 rows`, `1,234 rows`. */
function formatCount(count, singular, plural = `${singular}s`) {
    const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
    return `${digits} ${String(count) === '1' ? singular : plural}`;
}
function parts(amount, unit, rest, restUnit) {
    return rest === 0 ? `${amount} ${unit}` : `${amount} ${unit} ${String(rest).padStart(2, '0')} ${restUnit}`;
}


/***/ }),

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


/***/ })

};
