export const id = 296;
export const ids = [296];
export const modules = {

/***/ 360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeParts),
/* harmony export */   l: () => (/* binding */ wholeOf)
/* harmony export */ });
/** The table with which the object came or went; `null` where it did so by itself. */
function wholeOf(difference, all) {
    if (difference.object === 'table' || (difference.change !== 'added' && difference.change !== 'removed'))
        return null;
    const table = all.find(({ object, name, change }) => object === 'table' && name === difference.table && change === difference.change);
    return table?.name ?? null;
}
/** `with 4 columns, 1 index`: what came or went with a table; empty where nothing did. */
function describeParts(table, all) {
    const counts = new Map();
    for (const part of all) {
        if (table.object !== 'table' || part.change !== table.change || wholeOf(part, [table]) === null)
            continue;
        counts.set(part.object, (counts.get(part.object) ?? 0) + 1);
    }
    const words = [...counts].map(([object, count]) => `${count} ${inWords(count === 1 ? object : plural(object))}`);
    return words.length === 0 ? '' : `with ${words.join(', ')}`;
}
function plural(noun) {
    return noun.endsWith('x') ? `${noun}es` : noun.endsWith('y') && !noun.endsWith('ey') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
/** `foreign-key` is a name of the catalogue. */
function inWords(object) {
    return object.replaceAll('-', ' ');
}


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

/***/ 180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ sameRevisions),
/* harmony export */   Vx: () => (/* binding */ HEAD),
/* harmony export */   Wm: () => (/* binding */ BASE),
/* harmony export */   cs: () => (/* binding */ describeRevisions)
/* harmony export */ });
/** Revisions and migrations: where a database stands in its history, and what would move it. */
/** The word for the newest revision and for the state before the first one. */
const HEAD = 'head';
const BASE = 'base';
/** One revision, several joined by a comma, or `base`: for people. */
function describeRevisions(revisions) {
    return revisions.length === 0 ? BASE : [...revisions].sort().join(', ');
}
function sameRevisions(left, right) {
    return describeRevisions(left) === describeRevisions(right);
}


/***/ }),

/***/ 6296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildReport: () => (/* binding */ buildReport)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/belonging.js
var belonging = __webpack_require__(360);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var revision = __webpack_require__(180);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
;// CONCATENATED MODULE: ./.cache/bundle/src/report/cause.js
/** Reads an error and its causes into the part of the report that says what failed, and where. */

/** The cause of a failure. `clean` redacts. */
function describeCause(error, clean) {
    const links = chain(error);
    const failure = links.find((link) => link instanceof errors/* MigrationError */.Py)?.failure;
    const problems = links.find((link) => link instanceof errors/* ConfigurationError */.j1)?.problems ?? [];
    const place = failure ?? problems[0];
    const optional = (text) => (text === undefined ? null : clean(text));
    return {
        code: links.find((link) => link instanceof errors/* SavepointError */._o)?.code ?? 'INTERNAL',
        messages: messagesOf(error, problems).map(clean),
        hint: optional((0,errors/* hintOf */.$z)(error)),
        file: optional(place?.file),
        line: place?.line ?? null,
        column: place?.column ?? null,
        sqlState: failure?.sqlState ?? links.find((link) => link instanceof errors/* StatementError */.Mp)?.sqlState ?? null,
        excerpt: optional(failure?.excerpt),
        output: (links.find((link) => link instanceof errors/* CommandError */.Qd)?.lastLines ?? []).map(clean),
    };
}
/** Every way back that failed is told, and every mistake in a file, not only the first. */
function messagesOf(error, problems) {
    const failures = error instanceof errors/* RollbackError */.ZS ? error.failures.flatMap(errors/* causeChain */.DD) : [];
    return [...new Set([...(0,errors/* causeChain */.DD)(error), ...failures, ...problems.map((problem) => problem.message)])];
}
function chain(error) {
    const links = [];
    for (let link = error; link !== undefined && link !== null && links.length < 10;) {
        links.push(link);
        link = link instanceof Error ? link.cause : undefined;
    }
    return links;
}

// EXTERNAL MODULE: ./.cache/bundle/src/report/monitor-section.js + 1 modules
var monitor_section = __webpack_require__(554);
;// CONCATENATED MODULE: ./.cache/bundle/src/report/building.js
/** Builds the report of a run from its result; every text that may hold a secret passes the redactor here. */




/** Texts longer than this are cut: a report tells that something changed, the database tells it in full. */
const LONGEST_TEXT = 4000;
/** The report of a run. Identifiers, digests, times and words of our own are kept as they are; everything else is redacted. */
function buildReport(result, provenance, redact) {
    const clean = (text) => cut(redact(text));
    return {
        schemaVersion: 1,
        run: describeRun(result, provenance, clean),
        database: describeDatabase(result.database, clean),
        migrator: describeMigrator(result.migrator, clean),
        outcome: result.outcome,
        succeeded: result.succeeded,
        reason: clean(result.reason),
        stages: result.stages.map((stage) => describeStage(stage, clean)),
        differences: result.differences.map((difference) => describeDifference(difference, result.differences, clean)),
        backup: result.backup === null ? null : describeBackup(result.backup, clean),
        cause: result.cause === null || result.cause === undefined ? null : describeCause(result.cause, clean),
        monitor: result.monitor == null ? null : (0,monitor_section/* describeMonitor */.u)(result.monitor, clean),
        budgets: result.budgets.map(({ name, limitMs, actualMs, status }) => {
            return { name, limitMs, actualMs: orWholeMs(actualMs), status };
        }),
        downtimeMs: orWholeMs(result.downtimeMs),
        signOff: describeSignOff(result, clean),
        notifications: result.notifications.map((told) => describeNotification(told, clean)),
        next: result.next.map(clean),
        kept: result.kept.map(clean),
    };
}
function describeRun(result, provenance, clean) {
    return {
        id: result.runId,
        operation: result.operation,
        environment: clean(result.environment),
        startedAt: result.startedAt,
        finishedAt: result.finishedAt,
        durationMs: wholeMs(result.durationMs),
        actor: clean(result.actor),
        toolVersion: provenance.toolVersion,
        commit: provenance.commit,
        workflowRun: provenance.workflowRun,
    };
}
function describeDatabase(database, clean) {
    const { kind, maskedUrl, serverVersion, sizeBytes } = database;
    return { kind, url: clean(maskedUrl), serverVersion: serverVersion === null ? null : clean(serverVersion), sizeBytes };
}
function describeMigrator(migrator, clean) {
    const at = (revisions) => (revisions === null ? null : clean((0,revision/* describeRevisions */.cs)(revisions)));
    return {
        kind: migrator.kind,
        fromRevision: at(migrator.from),
        toRevision: at(migrator.to),
        applied: migrator.migrations.map(({ revision, description, durationMs, outcome }) => {
            return { revision: clean(revision), description: clean(description), durationMs: wholeMs(durationMs), outcome };
        }),
    };
}
function describeStage(stage, clean) {
    return {
        name: stage.name,
        status: stage.status,
        startedAt: stage.startedAt,
        durationMs: wholeMs(stage.durationMs),
        message: stage.message === undefined ? null : clean(stage.message),
        checks: stage.checks.map((check) => describeCheck(check, clean)),
    };
}
function describeCheck(check, clean) {
    const orNull = (text) => (text === undefined ? null : clean(text));
    return {
        name: clean(check.name),
        kind: check.kind,
        group: orNull(check.group),
        status: check.status,
        expected: orNull(check.expected),
        actual: orNull(check.actual),
        before: orNull(check.before),
        measured: check.measured ?? null,
        durationMs: wholeMs(check.durationMs),
        message: orNull(check.message),
        output: orNull(check.output),
    };
}
function describeDifference(difference, all, clean) {
    const orNull = (text) => (text === null ? null : clean(text));
    return {
        object: clean(`${difference.object} ${difference.name}`),
        change: difference.change,
        before: orNull(difference.before),
        after: orNull(difference.after),
        loss: difference.loss,
        rows: difference.rows ?? null,
        sample: (difference.sample ?? []).map(clean),
        declared: orNull(difference.because),
        partOf: orNull((0,belonging/* wholeOf */.l)(difference, all)),
        parts: clean((0,belonging/* describeParts */.M)(difference, all)),
    };
}
function describeSignOff({ actor, startedAt, durationMs, confirmations, approval }, clean) {
    return {
        executedBy: clean(actor),
        startedAt,
        durationMs: wholeMs(durationMs),
        confirmations: confirmations.map(({ name, by, at, how }) => ({ name: clean(name), by: clean(by), at, how })),
        approvedBy: approval === null ? null : approval.by.map(clean),
        approvalSource: approval === null ? null : clean(approval.source),
    };
}
function describeNotification(told, clean) {
    const { target, durationMs, message } = told;
    return { ...told, target: clean(target), durationMs: wholeMs(durationMs), message: message === null ? null : clean(message) };
}
function describeBackup(backup, clean) {
    const { id, sizeBytes, sha256, encrypted, verification, restoreMs } = backup;
    return {
        id,
        location: clean(backup.location),
        sizeBytes,
        sha256,
        encrypted,
        verification,
        restoreMs: orWholeMs(restoreMs),
        stores: backup.stores.map(({ location, status, durationMs }) => {
            return { location: clean(location), status, durationMs: wholeMs(durationMs) };
        }),
    };
}
function cut(text) {
    return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)} … (${text.length - LONGEST_TEXT} characters more)`;
}
function orWholeMs(ms) {
    return ms === null ? null : wholeMs(ms);
}
function wholeMs(ms) {
    return Math.max(0, Math.round(ms));
}


/***/ }),

/***/ 5336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   MZ: () => (/* binding */ codeCell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   qS: () => (/* binding */ statusText),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Text of strangers (databases, migrations, tools) inside Markdown: it can be read, and it cannot become markup. */
/** Longest text in a cell of a table. */
const CELL_LENGTH = 160;
const MOST_ROWS = 100;
/** One line in which nothing is markup: neither Markdown, nor HTML, nor a mention, nor a link. */
function inline(text, length = 600) {
    return (shorten(oneLine(text), length)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*_{}[\]|~#!]/g, '\\$&')
        // A zero-width space keeps a name from notifying a person and an address from becoming a link.
        .replace(/@(?=\w)/g, '@\u200B')
        .replace(/\b(https?|ftp):\/\//gi, '$1:\u200B//')
        .replace(/^(\d*)([-+=.)])(?=\s|$|[-=])/, '$1\\$2'));
}
/** A cell of a table. */
function cell(text) {
    return text === null || text === '' ? '' : inline(text, CELL_LENGTH);
}
/** One line in a fixed-width font. Backticks in it are given longer fences. */
function code(text, length = 300) {
    const line = shorten(oneLine(text), length);
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = /^`|`$/.test(line) ? ' ' : '';
    return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`;
}
/** The same in a cell, where a pipe would end the cell even inside of code. */
function codeCell(text) {
    return code(text, CELL_LENGTH).replace(/\|/g, '\\|');
}
/** Lines in a fixed-width font; the newest are kept where there are too many. */
function fenced(lines, language = 'text', limit = 40) {
    const kept = lines.slice(-limit).map((line) => shorten(visible(line), 400));
    const dropped = lines.length > limit ? [`… (${lines.length - limit} lines before)`] : [];
    const fence = '`'.repeat(Math.max(3, longestRun(kept.join('\n')) + 1));
    return [`${fence}${language}`, ...dropped, ...kept, fence].join('\n');
}
/**
 * A table that stops where nobody reads on; `items` become rows only as far as they are shown.
 * A column in which no row says anything is left out.
 */
function table(head, items, rowOf) {
    const rows = items.slice(0, MOST_ROWS).map(rowOf);
    const told = head.map((_, column) => rows.some((row) => row[column] !== ''));
    const line = (cells) => `| ${cells.filter((_, column) => told[column]).join(' | ')} |`;
    const more = items.length > MOST_ROWS ? ['', `… and ${items.length - MOST_ROWS} more, all of them in report.json.`] : [];
    return [line(head), line(head.map(() => '---')), ...rows.map(line), ...more].join('\n');
}
/** A part that opens at a click. The empty lines make what is inside Markdown again. */
function folded(summary, content, open) {
    return `<details${open ? ' open' : ''}><summary>${inline(summary)}</summary>\n\n${content}\n\n</details>`;
}
const MARKS = { passed: '✅', failed: '❌', errored: '❌', warning: '⚠️', skipped: '⏭️' };
/** The status of a check, stage or budget, to be seen from afar. */
function statusText(status) {
    return `${MARKS[status] ?? ''} ${status}`.trim();
}
function oneLine(text) {
    return visible(text.replace(/\s+/g, ' ').trim());
}
/**
 * Control characters and those that turn the direction of writing are shown, not obeyed. A report that a workflow prints is no
 * command to its runner either, which takes `##[` anywhere and `::` at the start of a line for one.
 */
function visible(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    const shown = text.replace(/\t/g, '  ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�');
    return shown.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [');
}
function shorten(text, length) {
    return text.length <= length ? text : `${text.slice(0, length)}…`;
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}


/***/ }),

/***/ 554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ describeMonitor),
  e: () => (/* binding */ monitorSection)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
// EXTERNAL MODULE: ./.cache/bundle/src/report/markdown-text.js
var markdown_text = __webpack_require__(5336);
;// CONCATENATED MODULE: ./.cache/bundle/src/report/sparkline.js
/** A series of numbers as one line of bars, for a fixed-width font. */
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const GAP = '·';
/** Each character is the largest value of its stretch, from `floor` to the largest of all; a dot where nothing is known. */
function sparkline(points, width, floor = 0) {
    const columns = Math.min(width, points.length);
    const range = (largest(points) ?? floor) - floor;
    return Array.from({ length: columns }, (_, column) => {
        const from = Math.floor((column * points.length) / columns);
        const value = largest(points.slice(from, Math.floor(((column + 1) * points.length) / columns)));
        return value === null ? GAP : BARS[range <= 0 ? 0 : Math.round(((value - floor) / range) * (BARS.length - 1))];
    }).join('');
}
function largest(values) {
    return values.reduce((most, value) => (value !== null && (most === null || value > most) ? value : most), null);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/report/monitor-section.js



/** Columns of a line of bars: beside the numbers it still fits on a page. */
const SPARK_WIDTH = 40;
const SHOWN_EVIDENCE = 3;
/** Every text is passed through `clean`: evidence comes from servers, logs and addresses. */
function describeMonitor(record, clean) {
    const { startedAt, samples, baseline, anomalyCount, interrupted } = record;
    return {
        startedAt,
        durationMs: Math.round(record.durationMs),
        plannedMs: Math.round(record.plannedMs),
        everyMs: Math.round(record.everyMs),
        samples,
        baseline: baseline === null ? null : { from: clean(baseline.from), at: baseline.at },
        sources: record.sources.map(clean),
        series: record.series.map((series) => describeSeries(series, clean)),
        anomalies: record.anomalies.map((anomaly) => ({
            ...anomaly,
            watch: clean(anomaly.watch),
            value: clean(anomaly.value),
            limit: clean(anomaly.limit),
            evidence: anomaly.evidence.map(clean),
        })),
        anomalyCount,
        interrupted,
    };
}
function describeSeries(series, clean) {
    const { name, unit, points, min, median, max, limit, baseline } = series;
    return {
        name: clean(name),
        unit,
        points: points.map(rounded),
        min: rounded(min),
        median: rounded(median),
        max: rounded(max),
        limit: rounded(limit),
        baseline: rounded(baseline),
    };
}
function rounded(value) {
    return value === null ? null : Math.round(value * 10) / 10;
}
/** Empty where nothing was watched. */
function monitorSection(monitor) {
    if (monitor === null)
        return '';
    return ['## Monitor', summary(monitor), seriesTable(monitor), anomalyTable(monitor), sources(monitor)]
        .filter((part) => part !== '')
        .join('\n\n');
}
function summary({ durationMs, plannedMs, everyMs, samples, baseline, interrupted, anomalyCount }) {
    const length = interrupted
        ? `Interrupted after ${(0,quantity_text/* formatDuration */.a3)(durationMs)} of ${(0,quantity_text/* formatDuration */.a3)(plannedMs)}`
        : `Watched for ${(0,quantity_text/* formatDuration */.a3)(durationMs)}`;
    const found = anomalyCount === 0 ? '✅ no anomaly' : `❌ ${anomalyCount} ${anomalyCount === 1 ? 'anomaly' : 'anomalies'}`;
    const compared = baseline === null ? '' : ` Compared with ${(0,markdown_text/* inline */.mG)(baseline.from)}, ${timeOf(baseline.at)} UTC.`;
    return `${length}, a sample every ${(0,quantity_text/* formatDuration */.a3)(everyMs)}, ${samples} in all: ${found}.${compared}`;
}
function seriesTable({ series }) {
    if (series.length === 0)
        return '';
    const row = ({ name, unit, points, min, median, max, limit, baseline }) => [
        (0,markdown_text/* cell */.Hn)(name),
        // Of a size only the growth can be seen.
        (0,markdown_text/* codeCell */.MZ)(sparkline(points, SPARK_WIDTH, unit === 'bytes' ? (min ?? 0) : 0)),
        ...[min, median, max, limit, baseline].map((value) => quantity(value, unit)),
    ];
    return (0,markdown_text/* table */.tp)(['watched', 'over time', 'min', 'median', 'max', 'limit', 'before'], series, row);
}
function quantity(value, unit) {
    if (value === null)
        return '';
    if (unit === 'ms')
        return (0,quantity_text/* formatDuration */.a3)(value);
    return unit === 'bytes' ? (0,quantity_text/* formatBytes */.z3)(value) : String(Math.round(value * 10) / 10);
}
function anomalyTable({ anomalies, anomalyCount }) {
    if (anomalies.length === 0)
        return '';
    const row = ({ watch, from, until, intervals, value, limit, baseline, evidence }) => [
        intervals === 1 ? timeOf(from) : `${timeOf(from)} to ${timeOf(until)}`,
        (0,markdown_text/* cell */.Hn)(watch),
        (0,markdown_text/* cell */.Hn)(value),
        (0,markdown_text/* cell */.Hn)(limit),
        (0,markdown_text/* cell */.Hn)(baseline),
        evidence.slice(0, SHOWN_EVIDENCE).map(markdown_text/* codeCell */.MZ).join('<br>'),
    ];
    const more = anomalyCount > anomalies.length ? ` (the first ${anomalies.length} of ${anomalyCount})` : '';
    return [`### Anomalies${more}`, (0,markdown_text/* table */.tp)(['when (UTC)', 'what', 'value', 'expected', 'before', 'evidence'], anomalies, row)].join('\n\n');
}
function sources({ sources }) {
    return ['Where it learned of this:', '', ...sources.map((source) => `- ${(0,markdown_text/* inline */.mG)(source)}`)].join('\n');
}
function timeOf(iso) {
    return iso.slice(11, 19);
}


/***/ })

};
