export const id = 880;
export const ids = [880];
export const modules = {

/***/ 6880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  monitoring: () => (/* binding */ monitoring),
  h: () => (/* binding */ watchMigrated)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(2809);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/sections/monitor-settings.js
var monitor_settings = __webpack_require__(259);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/record.js

/** Anomalies that a record keeps; all are counted. */
const KEPT_ANOMALIES = 200;
/** A row for everything that the plan sets a limit for. */
function resultsOf({ trackers, durationMs }, { onAnomaly }) {
    return trackers.map((tracker) => tracker.result(onAnomaly, durationMs)).filter((result) => result !== null);
}
/**
 * @param from - where the state before comes from, in words
 */
function recordOf(watched, { forMs, everyMs }, from) {
    const { startedAt, durationMs, samples, trackers, before, sources, interrupted } = watched;
    const anomalies = trackers.flatMap((tracker) => tracker.anomalies());
    const { statements, serverLog } = sources;
    const violations = serverLog.readable ? serverLog.words : `not watched: ${serverLog.reason}`;
    return {
        startedAt,
        durationMs,
        plannedMs: forMs,
        everyMs,
        samples,
        baseline: { from, at: before.levels.at },
        sources: [`slow queries: ${statements}`, `constraint violations: ${violations}`],
        series: trackers.map((tracker) => tracker.series()).filter((series) => series !== null),
        anomalies: anomalies.toSorted(byTime).slice(0, KEPT_ANOMALIES),
        anomalyCount: trackers.reduce((sum, tracker) => sum + tracker.anomalyCount, 0),
        interrupted,
    };
}
function byTime(a, b) {
    return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
/** `watched for 2 h 00 min in 241 samples: no anomaly`, or what there was; where it was cut short, how far it came. */
function describeWatch({ durationMs, plannedMs, samples, anomalies, anomalyCount, interrupted }) {
    const found = anomalyCount === 0 ? 'no anomaly' : describeAnomalies(anomalies, anomalyCount);
    const until = anomalyCount === 0 ? 'no anomaly until then' : `until then ${found}`;
    if (interrupted)
        return `interrupted after ${(0,quantity_text/* formatDuration */.a3)(durationMs)} of ${(0,quantity_text/* formatDuration */.a3)(plannedMs)}; ${until}`;
    return `watched for ${(0,quantity_text/* formatDuration */.a3)(durationMs)} in ${(0,quantity_text/* formatCount */.B4)(samples, 'sample')}: ${found}`;
}
function describeAnomalies(anomalies, count) {
    const names = [...new Set(anomalies.map(({ watch }) => watch))];
    return `${(0,quantity_text/* formatCount */.B4)(count, 'anomaly', 'anomalies')} (${names.join(', ')})`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/notify.js
var notify = __webpack_require__(7198);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/monitor/baseline.js
var monitor_baseline = __webpack_require__(4943);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/monitor/probes.js
var probes = __webpack_require__(2711);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/activity.js
var activity = __webpack_require__(9472);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/reading.js

function inWords(value, unit) {
    if (unit === 'ms')
        return (0,quantity_text/* formatDuration */.a3)(value);
    return unit === 'bytes' ? (0,quantity_text/* formatBytes */.z3)(value) : String(value);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/monitoring.js
/** The record of a watch: one series per thing watched, what was out of bounds, and against which state before. */
/** Points of a series that a record keeps; a report draws fewer. */
const SERIES_POINTS = 240;

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/series.js
/** A series of values that stays small however long the watch lasts: neighbours are merged to the larger of the two. */

/** Values kept before neighbours are merged: two hours of one a second are kept whole. */
const MOST_VALUES = 8192;
class ValueSeries {
    #values = [];
    /** How many values one entry stands for. */
    #merged = 1;
    #pending = [];
    #min = null;
    #last = null;
    sum = 0;
    add(value) {
        this.#pending.push(value);
        if (value !== null) {
            this.#min = this.#min === null ? value : Math.min(this.#min, value);
            this.#last = value;
            this.sum += value;
        }
        if (this.#pending.length < this.#merged)
            return;
        this.#values.push(largest(this.#pending));
        this.#pending = [];
        if (this.#values.length < MOST_VALUES)
            return;
        this.#values = shrink(this.#values, MOST_VALUES / 2);
        this.#merged *= 2;
    }
    summary() {
        const all = this.#pending.length === 0 ? this.#values : [...this.#values, largest(this.#pending)];
        return {
            points: shrink(all, SERIES_POINTS),
            min: this.#min,
            median: medianOf(all),
            max: largest(all),
            last: this.#last,
            sum: this.sum,
        };
    }
}
/** At most `count` values, each the largest of its stretch. */
function shrink(values, count) {
    if (values.length <= count)
        return [...values];
    return Array.from({ length: count }, (_, index) => {
        const from = Math.floor((index * values.length) / count);
        return largest(values.slice(from, Math.floor(((index + 1) * values.length) / count)));
    });
}
function largest(values) {
    return values.reduce((most, value) => (most === null || (value !== null && value > most) ? value : most), null);
}
function medianOf(values) {
    const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/tracker.js
/** Follows one watch over the intervals: its series, and the stretches in which it was out of bounds or could not be read. */



/** Anomalies of one watch that are kept; all are counted. */
const tracker_KEPT_ANOMALIES = 50;
class Tracker {
    #watch;
    #series = new ValueSeries();
    #kept = [];
    #counts = { over: 0, fault: 0 };
    /** The stretch that the newest interval belongs to. */
    #stretch = null;
    #readings = 0;
    constructor(watch) {
        this.#watch = watch;
    }
    /** Takes one interval; returns the anomaly that begins with it, if one does. */
    note(observation) {
        const reading = this.#watch.read(observation, this.#series.sum);
        if (reading === null) {
            this.#series.add(null);
            return null;
        }
        this.#readings++;
        this.#series.add(reading.value);
        const fault = faultOf(reading);
        if (fault === null) {
            this.#close();
            return null;
        }
        if (this.#stretch !== null && this.#stretch.fault !== fault)
            this.#close();
        this.#stretch = this.#extended(this.#stretch, fault, reading, observation.at);
        if (this.#stretch.intervals !== this.#watch.strikes)
            return null;
        this.#counts[fault]++;
        return this.#stretch;
    }
    #extended(stretch, fault, reading, at) {
        const { name, unit, expected, baseline } = this.#watch;
        const worse = stretch === null || (reading.value !== null && (stretch.worst === null || reading.value > stretch.worst));
        const value = reading.fault ?? reading.words ?? (reading.value === null ? 'nothing' : inWords(reading.value, unit));
        const evidence = reading.fault === undefined ? (reading.evidence ?? []) : [reading.fault];
        const lines = [...new Set([...(stretch?.evidence ?? []), ...evidence])];
        return {
            watch: name,
            from: stretch?.from ?? at,
            until: at,
            intervals: (stretch?.intervals ?? 0) + 1,
            value: worse ? value : stretch.value,
            worst: worse ? reading.value : stretch.worst,
            limit: expected ?? '',
            baseline: baseline === null ? null : inWords(baseline, unit),
            evidence: lines.slice(0, activity/* TOLD_LINES */.y),
            fault,
        };
    }
    #close() {
        const stretch = this.#stretch;
        this.#stretch = null;
        if (stretch !== null && stretch.intervals >= this.#watch.strikes && this.#kept.length < tracker_KEPT_ANOMALIES)
            this.#kept.push(stretch);
    }
    get name() {
        return this.#watch.name;
    }
    get anomalyCount() {
        return this.#counts.over + this.#counts.fault;
    }
    /** Of all values read so far. */
    get total() {
        return this.#series.sum;
    }
    /** Ends the stretch that is still open. */
    anomalies() {
        this.#close();
        return this.#kept.map(({ fault: _fault, worst: _worst, ...anomaly }) => anomaly);
    }
    /** `null` where nothing was ever read. */
    series() {
        const { points, min, median, max } = this.#series.summary();
        const { name, unit, limit, baseline } = this.#watch;
        return max === null ? null : { name, unit, points, min, median, max, limit, baseline };
    }
    /** The row of the report; `null` where the plan sets no limit. */
    result(onAnomaly, durationMs) {
        const { name, kind, expected, baseline, unit } = this.#watch;
        if (expected === null)
            return null;
        const summary = this.#series.summary();
        const status = this.#status(onAnomaly);
        const before = baseline === null ? {} : { before: inWords(baseline, unit) };
        const measured = summary.max === null ? {} : { measured: summary.max };
        const message = this.#message(status);
        return { name, kind, status, expected, actual: this.#watch.actual(summary), ...before, ...measured, ...message, durationMs };
    }
    /** What could not be watched is never green, however mild an anomaly is meant to be. */
    #status(onAnomaly) {
        if (this.#counts.over > 0 && onAnomaly === 'fail')
            return 'failed';
        if (this.#counts.fault > 0 || this.#readings === 0)
            return 'errored';
        return this.#counts.over > 0 ? 'warning' : 'passed';
    }
    #message(status) {
        if (status === 'passed')
            return {};
        if (this.#readings === 0)
            return { message: 'it was never read: the watch was too short, or the database did not answer' };
        const wanted = status === 'errored' ? 'fault' : 'over';
        const first = [...this.#kept, ...(this.#stretch === null ? [] : [this.#stretch])].find(({ fault }) => fault === wanted);
        if (first === undefined)
            return {};
        const more = this.#counts[wanted] > 1 ? `, and ${this.#counts[wanted] - 1} more times` : '';
        return { message: `${describeWhen(first)}${more}: ${first.evidence[0] ?? first.value}` };
    }
}
function faultOf(reading) {
    if (reading.fault !== undefined)
        return 'fault';
    return reading.over === true ? 'over' : null;
}
/** `at 09:30:12 UTC`, with for how many intervals. */
function describeWhen({ from, intervals }) {
    const time = `at ${from.slice(11, 19)} UTC`;
    return intervals === 1 ? time : `from ${from.slice(11, 19)} UTC for ${intervals} intervals`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/watch.js

/** A multiple is of at least one, so that a quiet database before is no trap. */
function resolve(bound, before) {
    if (bound === null)
        return null;
    return 'value' in bound ? bound.value : bound.times * Math.max(1, before ?? 1);
}
function boundWords(bound, limit, before, unit) {
    if (bound === null || limit === null)
        return null;
    const words = `at most ${inWords(limit, unit)}`;
    return 'value' in bound
        ? words
        : `${words} (${bound.times}x of ${before === null ? 'one' : inWords(Math.max(1, before), unit)})`;
}
/** The largest value and the usual one. */
const spread = (unit) => ({ max, median }) => max === null || median === null ? 'nothing read' : `at most ${inWords(max, unit)}, median ${inWords(median, unit)}`;

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/activity-watches.js


function answers({ strikes }) {
    return {
        name: 'database',
        kind: 'activity',
        unit: 'ms',
        expected: 'answers in every interval',
        limit: null,
        baseline: null,
        strikes,
        read: ({ failure, sampleMs }) => failure === null ? { value: sampleMs } : { value: null, over: true, words: 'no answer', evidence: [failure] },
        actual: ({ max }) => (max === null ? 'no answer' : `slowest answer ${(0,quantity_text/* formatDuration */.a3)(max)}`),
    };
}
function connections({ connections: bound, strikes }, levels) {
    const baseline = levels.sessions.total;
    const limit = resolve(bound, baseline);
    return {
        name: 'connections',
        kind: 'activity',
        unit: 'count',
        expected: boundWords(bound, limit, baseline, 'count'),
        limit,
        baseline,
        strikes,
        read: ({ sample }) => {
            if (sample === null)
                return null;
            const { total, active, idleInTransaction } = sample.sessions;
            const evidence = [`${total} sessions: ${active} active, ${idleInTransaction} idle in a transaction`];
            return { value: total, over: limit !== null && total > limit, evidence };
        },
        actual: spread('count'),
    };
}
function lockWaits({ lockWaits: { overMs, atMost }, strikes }) {
    return {
        name: 'lock waits',
        kind: 'activity',
        unit: 'count',
        expected: atMost === null ? null : `at most ${atMost} at a time over ${(0,quantity_text/* formatDuration */.a3)(overMs)}`,
        limit: atMost,
        baseline: null,
        strikes,
        read: ({ sample }) => {
            if (sample === null)
                return null;
            const { count, lines } = sample.lockWaits;
            return { value: count, over: atMost !== null && count > atMost, evidence: lines };
        },
        actual: spread('count'),
    };
}
/** Compared with the average over all the time that the server has counted. */
function rollbacks({ rollbacks: bound, everyMs, strikes }, levels) {
    const { countedForMs, counters } = levels;
    const baseline = countedForMs === null || countedForMs === 0 ? null : (counters.rollbacks * everyMs) / countedForMs;
    const rounded = baseline === null ? null : Math.ceil(baseline);
    const limit = resolve(bound, rounded);
    const words = boundWords(bound, limit, rounded, 'count');
    return {
        name: 'rollbacks',
        kind: 'activity',
        unit: 'count',
        expected: words === null ? null : `${words} in ${(0,quantity_text/* formatDuration */.a3)(everyMs)}`,
        limit,
        baseline: rounded,
        strikes,
        read: ({ sample, previous }) => {
            const value = sample === null ? null : since(sample, previous, 'rollbacks');
            return value === null ? null : { value, over: limit !== null && value > limit };
        },
        actual: spread('count'),
    };
}
function commits() {
    return {
        name: 'commits',
        kind: 'activity',
        unit: 'count',
        expected: null,
        limit: null,
        baseline: null,
        strikes: 1,
        read: ({ sample, previous }) => {
            const value = sample === null ? null : since(sample, previous, 'commits');
            return value === null ? null : { value };
        },
        actual: spread('count'),
    };
}
/** What a counter counted since the sample before; one that went back was reset, and counts from nothing. */
function since(sample, previous, counter) {
    if (previous === null)
        return null;
    const delta = sample.counters[counter] - previous.counters[counter];
    return delta < 0 ? sample.counters[counter] : delta;
}
function size({ sizeGrowth: allowed, strikes }, levels) {
    const baseline = levels.sizeBytes;
    const more = allowed === null ? null : 'bytes' in allowed ? allowed.bytes : allowed.fraction * baseline;
    const limit = more === null ? null : baseline + more;
    const percent = allowed !== null && 'fraction' in allowed ? `${Number((allowed.fraction * 100).toFixed(2))} %, ` : '';
    return {
        name: 'size',
        kind: 'activity',
        unit: 'bytes',
        expected: limit === null ? null : `at most ${percent}${(0,quantity_text/* formatBytes */.z3)(more ?? 0)} over ${(0,quantity_text/* formatBytes */.z3)(baseline)}`,
        limit,
        baseline,
        strikes,
        read: ({ sample }) => {
            if (sample === null)
                return null;
            const value = sample.sizeBytes;
            return { value, over: limit !== null && value > limit, words: grown(value, baseline) };
        },
        actual: ({ max }) => (max === null ? 'nothing read' : grown(max, baseline)),
    };
}
function grown(bytes, baseline) {
    const more = bytes - baseline;
    const percent = baseline === 0 ? '' : ` (${more < 0 ? '-' : '+'}${Math.abs((more / baseline) * 100).toFixed(1)} %)`;
    return `${(0,quantity_text/* formatBytes */.z3)(bytes)}, ${more < 0 ? '-' : '+'}${(0,quantity_text/* formatBytes */.z3)(Math.abs(more))}${percent}`;
}
/** A standby that was there and is gone is further behind than any limit. */
function replicationLag({ replicationLagMs: limit, strikes }, levels) {
    return {
        name: 'replication lag',
        kind: 'activity',
        unit: 'ms',
        expected: limit === null ? null : `at most ${(0,quantity_text/* formatDuration */.a3)(limit)}`,
        limit,
        baseline: levels.replicationLagMs,
        strikes,
        read: ({ sample, previous }) => {
            if (sample === null)
                return null;
            const value = sample.replicationLagMs;
            if (value !== null)
                return { value, over: limit !== null && value > limit };
            if (limit === null)
                return null;
            const gone = levels.replicationLagMs !== null || (previous?.replicationLagMs ?? null) !== null;
            if (gone)
                return { value: null, over: true, words: 'no standby', evidence: ['the standby is no longer connected'] };
            return { value: null, fault: 'no standby is connected, or the role may not see it (GRANT pg_read_all_stats)' };
        },
        actual: spread('ms'),
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/event-watches.js


const inTotal = ({ sum }) => String(sum);
function slowQueries({ slowQueries: { overMs, atMost } }) {
    const expected = atMost === null ? null : `at most ${atMost} over ${(0,quantity_text/* formatDuration */.a3)(overMs)}`;
    return counted({ name: 'slow queries', expected, limit: atMost }, (sample) => sample.slowStatements, event_watches_hidden);
}
function deadlocks({ deadlocks: limit }) {
    const words = { name: 'deadlocks', expected: `at most ${limit}`, limit };
    return counted(words, (sample, previous) => {
        const count = since(sample, previous, 'deadlocks');
        return count === null ? null : { count, lines: sample.deadlocksLogged?.lines ?? [] };
    });
}
function violations({ constraintViolations: limit }, reason) {
    const words = { name: 'constraint violations', expected: limit === null ? null : `at most ${limit}`, limit };
    return counted(words, (sample) => sample.violations, () => reason);
}
/** A total that may not pass its limit: every interval in which more comes is out of bounds from then on. */
function counted(words, read, fault = () => null) {
    const { name, expected, limit } = words;
    return {
        name,
        kind: 'activity',
        unit: 'count',
        expected,
        limit: null,
        baseline: null,
        // What has happened has happened: it needs no second interval.
        strikes: 1,
        read: ({ sample, previous }, total) => {
            const told = sample === null ? null : read(sample, previous);
            const why = sample === null || limit === null ? null : fault(sample);
            if (told === null)
                return why === null ? null : { value: null, fault: why };
            const over = limit !== null && told.count > 0 && total + told.count > limit;
            if (!over && why !== null)
                return { value: told.count, fault: why };
            return { value: told.count, over, evidence: told.lines };
        },
        actual: inTotal,
    };
}
function event_watches_hidden({ hiddenSessions }) {
    if (hiddenSessions === 0)
        return null;
    return `what ${hiddenSessions} sessions of other roles do is hidden: GRANT pg_read_all_stats to the role`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/probe-watches.js
/** Watches of what lies outside of the database's statistics: timed queries, addresses, logs. */



function timedQuery({ strikes }, query, baseline) {
    const limit = resolve(query.atMost, baseline);
    const name = (0,probes/* watchName */.D2)('query', query.name);
    return {
        name,
        kind: 'query',
        unit: 'ms',
        expected: boundWords(query.atMost, limit, baseline, 'ms'),
        limit,
        baseline,
        strikes,
        read: ({ probes }) => probes.get(name) ?? null,
        actual: spread('ms'),
    };
}
function address({ strikes }, endpoint) {
    const { status, withinMs } = endpoint;
    const name = (0,probes/* watchName */.D2)('http', endpoint.name);
    return {
        name,
        kind: 'http',
        unit: 'ms',
        expected: `${status ?? '200 to 299'}${withinMs === null ? '' : ` within ${(0,quantity_text/* formatDuration */.a3)(withinMs)}`}`,
        limit: withinMs,
        baseline: null,
        strikes,
        read: ({ probes }) => probes.get(name) ?? null,
        actual: spread('ms'),
    };
}
function log(log) {
    const name = (0,probes/* watchName */.D2)('log', log.name);
    return {
        name,
        kind: 'log',
        unit: 'count',
        expected: `no line that matches /${log.mustNotMatch}/`,
        limit: 0,
        baseline: null,
        strikes: 1,
        read: ({ probes }) => probes.get(name) ?? null,
        actual: ({ sum }) => (sum === 0 ? 'none' : `${sum} line${sum === 1 ? '' : 's'}`),
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/watches.js



/**
 * @param before - what multiples and growth are measured from
 * @param unreadable - why violations of constraints cannot be watched; `null` where they can
 */
function watchesOf(plan, before, unreadable) {
    return [
        answers(plan),
        connections(plan, before.levels),
        slowQueries(plan),
        lockWaits(plan),
        deadlocks(plan),
        rollbacks(plan, before.levels),
        commits(),
        violations(plan, unreadable),
        size(plan, before.levels),
        replicationLag(plan, before.levels),
        ...plan.queries.map((query) => timedQuery(plan, query, before.queriesMs[query.name] ?? null)),
        ...plan.http.map((endpoint) => address(plan, endpoint)),
        ...plan.logs.map(log),
    ];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor/watching.js






/**
 * Watches until the plan's time is over, an anomaly ends it where the plan says so, or the run is interrupted.
 *
 * @param baseline - the state before; `null`: the first sample stands for it
 * @throws ConnectionError where there is neither a baseline nor an answer at the start
 */
async function watch(context, plan, baseline) {
    const activity = context.database.watchActivity((0,monitor_baseline/* activityLimits */.M)(plan, baseline));
    const watching = new Watching(context, plan, activity, baseline);
    try {
        await watching.run();
        return watching.watched(false);
    }
    catch (error) {
        if (!context.signal.aborted || !watching.begun)
            throw error;
        return watching.watched(true);
    }
    finally {
        await activity.close();
    }
}
class Watching {
    #context;
    #plan;
    #activity;
    #startedAt;
    #started;
    #before;
    #probes = [];
    #trackers = [];
    #previous = null;
    #samples = 0;
    constructor(context, plan, activity, baseline) {
        this.#context = context;
        this.#plan = plan;
        this.#activity = activity;
        this.#before = baseline;
        this.#startedAt = context.clock.now().toISOString();
        this.#started = context.clock.monotonicMs();
    }
    /** Whether there is anything to tell. */
    get begun() {
        return this.#before !== null;
    }
    /** Intervals are counted from the start, so that slow samples do not shift those that follow; the last is at the very end. */
    async run() {
        const { clock, signal } = this.#context;
        const { forMs, everyMs } = this.#plan;
        for (let dueMs = 0;;) {
            const anomaly = await this.#interval();
            if (dueMs >= forMs || (anomaly && this.#plan.stopAtFirst))
                return;
            const elapsedMs = this.#elapsedMs();
            const next = Math.max(Math.floor(dueMs / everyMs) + 1, Math.ceil(elapsedMs / everyMs));
            dueMs = Math.min(next * everyMs, forMs);
            await clock.sleep(Math.max(0, dueMs - elapsedMs), signal);
        }
    }
    watched(interrupted) {
        return {
            startedAt: this.#startedAt,
            durationMs: this.#elapsedMs(),
            samples: this.#samples,
            trackers: this.#trackers,
            before: this.#before,
            sources: this.#activity.sources,
            interrupted,
        };
    }
    #elapsedMs() {
        return this.#context.clock.monotonicMs() - this.#started;
    }
    /** Returns whether an anomaly began. */
    async #interval() {
        const observation = await this.#observe();
        const begun = this.#trackers.map((tracker) => tracker.note(observation)).filter((anomaly) => anomaly !== null);
        this.#previous = observation.sample ?? this.#previous;
        this.#samples++;
        for (const anomaly of begun)
            this.#tellOf(anomaly);
        this.#tell(observation, begun);
        return begun.length > 0;
    }
    async #observe() {
        const { clock } = this.#context;
        const at = clock.now().toISOString();
        const started = clock.monotonicMs();
        const sampling = this.#sample().then((taken) => ({ ...taken, sampleMs: clock.monotonicMs() - started }));
        const [taken, probed] = await Promise.all([sampling, this.#probe(this.#probes)]);
        const first = this.#trackers.length === 0;
        if (first)
            this.#begin(taken.sample);
        const probes = first ? await this.#probe(this.#probes) : probed;
        return { at, ...taken, previous: this.#previous, probes };
    }
    /** Once the state before is known: the limits follow from it. */
    #begin(sample) {
        this.#before ??= sample === null ? null : { levels: sample, queriesMs: {} };
        const before = this.#before;
        const { serverLog } = this.#activity.sources;
        const watches = watchesOf(this.#plan, before, serverLog.readable ? null : serverLog.reason);
        this.#trackers = watches.map((watch) => new Tracker(watch));
        this.#probes = (0,probes/* probesOf */.pX)(this.#context, this.#plan, new Map(watches.map(({ name, limit }) => [name, limit])));
    }
    /** A lost session is no anomaly where the database answers the next one. */
    async #sample() {
        const { signal, emit, redact } = this.#context;
        try {
            return { sample: await this.#activity.sample(signal), failure: null };
        }
        catch (first) {
            signal.throwIfAborted();
            emit({ type: 'note', text: `asking again: ${redact((0,errors/* causeChain */.DD)(first)[0] ?? 'unknown failure')}` });
        }
        try {
            return { sample: await this.#activity.sample(signal), failure: null };
        }
        catch (second) {
            signal.throwIfAborted();
            if (this.#before === null)
                throw second;
            return { sample: null, failure: redact((0,errors/* causeChain */.DD)(second)[0] ?? 'unknown failure') };
        }
    }
    async #probe(probes) {
        const { signal } = this.#context;
        return new Map(await Promise.all(probes.map(async ({ name, ask }) => [name, this.#redacted(await ask(signal))])));
    }
    #redacted(reading) {
        const { redact } = this.#context;
        const { fault, evidence } = reading;
        return {
            ...reading,
            ...(fault === undefined ? {} : { fault: redact(fault) }),
            ...(evidence === undefined ? {} : { evidence: evidence.map(redact) }),
        };
    }
    #tellOf(anomaly) {
        const { watch, value, limit } = anomaly;
        this.#context.emit({ type: 'anomaly', anomaly, gravity: this.#plan.onAnomaly });
        (0,notify/* notify */.m)(this.#context, 'anomaly', { reason: `${watch}: ${value}, expected ${limit}` });
    }
    #tell({ sample }, begun) {
        const { forMs: plannedMs } = this.#plan;
        const anomalies = this.#trackers.reduce((sum, tracker) => sum + tracker.anomalyCount, 0);
        this.#context.emit({
            type: 'watched',
            elapsedMs: this.#elapsedMs(),
            plannedMs,
            samples: this.#samples,
            sessions: sample?.sessions.total ?? null,
            slow: this.#trackers.find(({ name }) => name === 'slow queries')?.total ?? 0,
            anomalies,
            news: begun.length > 0,
        });
    }
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/next-commands.js
var next_commands = __webpack_require__(3737);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/single.js
var single = __webpack_require__(5439);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/monitor.js






/** `savepoint monitor`: changes nothing, so the outcome is always `unchanged`. */
function monitoring(context, { forMs, everyMs }) {
    const declared = context.plan.monitor ?? (0,monitor_settings/* completeMonitor */.S)();
    const plan = { ...declared, forMs: forMs ?? declared.forMs, everyMs: everyMs ?? declared.everyMs };
    return (0,single.alone)(context, async (proceedings) => {
        const snapshot = await (0,single.latestSnapshot)(context);
        const before = snapshot?.activity ?? null;
        const from = snapshot === null || before === null ? null : `the state before run ${snapshot.runId} changed anything`;
        const { record, succeeded } = await watchedIn(proceedings, context, plan, { before, from });
        return proceedings.finish('unchanged', succeeded && !record.interrupted, describeWatch(record));
    });
}
/**
 * The last stage of a run. Users are at work by now, so nothing is rolled back for what it finds: a person decides.
 *
 * @returns the result where the run ends here; `null` where all is well
 */
async function watchMigrated(context, proceedings) {
    const { plan } = context;
    if (plan.monitor === null)
        return null;
    const { baseline } = proceedings;
    const before = baseline?.activity ?? null;
    const from = baseline === null || before === null ? null : 'the state before this run changed anything';
    const { record, succeeded } = await watchedIn(proceedings, context, plan.monitor, { before, from });
    if (succeeded && !record.interrupted)
        return null;
    const leftMs = record.interrupted ? record.plannedMs - record.durationMs : null;
    const reason = `${describeWatch(record)}. The migration is applied and checked, and users are at work: it is not rolled back automatically`;
    return proceedings.finish('stopped', false, reason, [
        (0,next_commands/* statusCommand */.yA)(context),
        (0,next_commands/* monitorCommand */.c4)(context, leftMs),
        (0,next_commands/* rollbackCommand */.Ct)(context, proceedings.backup, baseline?.revision[0] ?? 'base'),
    ]);
}
async function watchedIn(proceedings, context, plan, earlier) {
    return proceedings.stages.run('monitor', async (scope) => {
        const record = await watchIn(scope, context, plan, earlier);
        proceedings.monitor = record;
        return { record, succeeded: (0,check/* allPassed */.OE)(scope.results) };
    });
}
async function watchIn(scope, context, plan, { before, from }) {
    const watched = await watch(context, plan, before);
    for (const result of resultsOf(watched, plan))
        scope.record(result);
    return recordOf(watched, plan, from ?? 'the first sample of the watch itself');
}


/***/ }),

/***/ 7198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ notify)
/* harmony export */ });
/** Returns at once. */
function notify(context, event, news) {
    const { runId, operation, plan, database, actor, clock, notifier } = context;
    const at = clock.now().toISOString();
    const known = { runId, operation, environment: plan.environment, database: database.maskedUrl, actor, at };
    notifier.send({ event, ...known, outcome: news.outcome ?? null, reason: news.reason, next: news.next ?? [] });
}


/***/ })

};
