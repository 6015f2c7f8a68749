export const id = 495;
export const ids = [495,375];
export const modules = {

/***/ 5707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   OE: () => (/* binding */ allPassed),
/* harmony export */   ub: () => (/* binding */ blocking),
/* harmony export */   zA: () => (/* binding */ byGroup)
/* harmony export */ });
/** A check: one question about the database or its surroundings, its answer, and how a group of answers adds up. */
/** Whether results allow the run to go on: no check failed, errored or was skipped. */
function allPassed(results) {
    return blocking(results).length === 0;
}
/** The results that stop a run. */
function blocking(results) {
    return results.filter((result) => result.status !== 'passed' && result.status !== 'warning');
}
/** `12/12`: how many of the checks passed, a warning counting as passed. */
function tally(results) {
    return `${results.length - blocking(results).length}/${results.length}`;
}
/** The results of each group in the order in which the groups are first met; those without a group are left out. */
function byGroup(results) {
    const groups = new Map();
    for (const result of results) {
        if (typeof result.group !== 'string')
            continue;
        const members = groups.get(result.group);
        if (members === undefined)
            groups.set(result.group, [result]);
        else
            members.push(result);
    }
    return groups;
}


/***/ }),

/***/ 1375:
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

/***/ 1216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Durations, sizes and counts as people read them. */
/** `340 ms`, `2.5 s`, `1 min 05 s`, `2 h 10 min`, `7 d 00 h`: at most three significant figures. */
function formatDuration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 9_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
    const minutes = Math.round(seconds / 60);
    const hours = Math.round(minutes / 60);
    if (hours >= 48)
        return `${Math.floor(hours / 24)} d ${pad(hours % 24)} h`;
    return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}
const SIZE_UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];
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
function pad(amount) {
    return String(amount).padStart(2, '0');
}


/***/ }),

/***/ 6495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderMarkdown: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(5707);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/outcome.js
var domain_outcome = __webpack_require__(1375);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1216);
;// CONCATENATED MODULE: ./.cache/bundle/src/report/markdown-text.js
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
/** A table that stops where nobody reads on; `items` become rows only as far as they are shown. */
function table(head, items, rowOf) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const shown = items.slice(0, MOST_ROWS).map((item) => line(rowOf(item)));
    const more = items.length > MOST_ROWS ? ['', `… and ${items.length - MOST_ROWS} more, all of them in report.json.`] : [];
    return [line(head), line(head.map(() => '---')), ...shown, ...more].join('\n');
}
function oneLine(text) {
    return visible(text.replace(/\s+/g, ' ').trim());
}
/** Control characters and those that turn the direction of writing are shown, not obeyed. */
function visible(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    return text.replace(/\t/g, '  ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�');
}
function shorten(text, length) {
    return text.length <= length ? text : `${text.slice(0, length)}…`;
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

;// CONCATENATED MODULE: ./.cache/bundle/src/report/gates-section.js
/** The go / no-go table of a report: the conditions that had to hold before anything started. */

/** Empty where the plan required nothing. */
function goNoGo({ stages }) {
    const stage = stages.find(({ name }) => name === 'gates');
    if (stage === undefined || stage.checks.length === 0)
        return '';
    const failing = stage.checks.filter((check) => !holds(check)).length;
    const decision = failing === 0 ? '🟢 **GO**' : `🔴 **NO-GO**: ${failing} of ${stage.checks.length} conditions did not hold`;
    const row = (check) => [
        holds(check) ? '🟢 go' : '🔴 no-go',
        cell(check.name),
        cell(check.expected),
        cell(check.actual ?? check.status),
        cell(check.message),
    ];
    return ['## Go / no-go', table(['', 'condition', 'wanted', 'found', ''], stage.checks, row), decision].join('\n\n');
}
function holds({ status }) {
    return status === 'passed' || status === 'warning';
}

;// CONCATENATED MODULE: ./.cache/bundle/src/report/groups-section.js
/** The tally of each group of checks, stage by stage, as a table: what was asked, and how much of it holds. */


/** Empty where no check belongs to a group. The last row counts the groups together. */
function groupTallies(stages) {
    const groups = stages.flatMap((stage) => [...(0,check/* byGroup */.zA)(stage.checks)].map(([name, checks]) => ({ stage: stage.name, name, checks })));
    if (groups.length === 0)
        return '';
    const all = { stage: '', name: 'all groups', checks: groups.flatMap(({ checks }) => checks) };
    return table(['group', 'stage', 'passed', ''], groups.length === 1 ? groups : [...groups, all], row);
}
function row({ stage, name, checks }) {
    return [cell(name), cell(stage), (0,check/* tally */.N4)(checks), (0,check/* blocking */.ub)(checks).length === 0 ? '✅' : '❌'];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/report/sign-off-section.js
/** The sign-off of a report: who ran it, who confirmed what, who approved it, and who was told. */


function signOff(report) {
    const { signOff, run } = report;
    const rows = [
        ['Executed by', `${cell(signOff.executedBy)}, with Savepoint ${cell(run.toolVersion)}`],
        ['When', `${timeText(signOff.startedAt)}, for ${(0,quantity_text/* formatDuration */.a3)(signOff.durationMs)}`],
        ...signOff.confirmations.map(({ name, by, at, how }) => {
            const way = how === 'asked' ? 'when asked' : 'given with the command';
            return [`Confirmed: ${cell(name)}`, `${cell(by)}, ${timeText(at)}, ${way}`];
        }),
        ['Approved by', approvalText(signOff)],
    ];
    return ['## Sign-off', table(['', ''], rows, (row) => row), ...told(report)].join('\n\n');
}
function approvalText({ approvedBy, approvalSource }) {
    if (approvedBy === null || approvalSource === null)
        return 'not known here';
    const who = approvedBy.length === 0 ? 'nobody had to' : approvedBy.map((name) => cell(name)).join(', ');
    return `${who} (${cell(approvalSource)})`;
}
function told({ notifications }) {
    if (notifications.length === 0)
        return [];
    const lines = notifications.map(({ event, target, status, message }) => {
        return `- ${status === 'delivered' ? '✅' : '⚠️'} ${event}: ${inline(target)} ${status}${message === null ? '' : `, ${inline(message)}`}`;
    });
    return ['### Notifications', lines.join('\n')];
}
function timeText(at) {
    return `${at.slice(0, 19).replace('T', ' ')} UTC`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/report/timeline.js
/** The stages of a run as bars on one time line, for a fixed-width font. */

const WIDTH = 40;
/** One line per stage that ran: name, where it lay within the run, how long it took. */
function timeline(stages) {
    const ran = stages.filter((stage) => stage.status !== 'skipped');
    const start = Math.min(...ran.map(startOf));
    const total = Math.max(1, ...ran.map((stage) => startOf(stage) + stage.durationMs - start));
    const nameWidth = Math.max(0, ...ran.map((stage) => stage.name.length));
    return ran.map((stage) => {
        const from = Math.min(WIDTH - 1, Math.max(0, Math.floor(((startOf(stage) - start) / total) * WIDTH)));
        const length = Math.max(1, Math.min(WIDTH - from, Math.round((stage.durationMs / total) * WIDTH)));
        const bar = `${'·'.repeat(from)}${'█'.repeat(length)}`.padEnd(WIDTH, '·');
        return `${stage.name.padEnd(nameWidth)}  ${bar}  ${(0,quantity_text/* formatDuration */.a3)(stage.durationMs)}${stage.status === 'failed' ? '  failed' : ''}`;
    });
}
function startOf(stage) {
    return Date.parse(stage.startedAt);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/report/markdown.js
/** The report as Markdown, in the order in which a tired person needs it: what holds, why, what to do; then the evidence. */








/** Ends in a newline; well under the megabyte that a job summary may have. */
function renderMarkdown(report) {
    const sections = [heading, nextSteps, cause, facts, goNoGo, stages, checks, differences, migrations, budgets, backup, signOff];
    return `${sections
        .map((section) => section(report))
        .filter((text) => text !== '')
        .join('\n\n')}\n`;
}
function heading({ outcome, succeeded, reason, run }) {
    const mark = succeeded ? '✅' : outcome === 'stopped' ? '🛑' : '❌';
    return [
        `# ${mark} ${inline(run.operation)}: ${outcome}`,
        '',
        `**${inline(reason)}**`,
        '',
        `State: ${domain_outcome.OUTCOME_MEANING[outcome]}.`,
    ].join('\n');
}
/** What the run kept is part of what a person still has to deal with. */
function nextSteps({ next, kept }) {
    if (next.length === 0 && kept.length === 0)
        return '';
    const steps = next.length === 0 ? [] : [fenced(next, 'sh')];
    const left = kept.map((name) => `- Kept until you drop it: ${code(name)}`);
    return [`## What to do next`, ...steps, ...(left.length === 0 ? [] : [left.join('\n')])].join('\n\n');
}
function cause({ cause }) {
    if (cause === null)
        return '';
    const place = [cause.file, cause.line, cause.column].filter((part) => part !== null).join(':');
    const lines = [
        ...cause.messages.map((message) => `- ${inline(message)}`),
        ...(place === '' ? [] : [`- at ${code(place)}`]),
        ...(cause.sqlState === null ? [] : [`- SQLSTATE ${code(cause.sqlState)}`]),
    ];
    return [
        '## What failed',
        lines.join('\n'),
        ...(cause.excerpt === null ? [] : [fenced(cause.excerpt.split('\n'), 'text')]),
        ...(cause.hint === null ? [] : [`**Hint:** ${inline(cause.hint)}`]),
        ...(cause.output.length === 0 ? [] : ['Last lines of its output:', fenced(cause.output)]),
    ].join('\n\n');
}
function facts({ run, database, migrator, downtimeMs }) {
    const size = database.sizeBytes === null ? '' : `, ${(0,quantity_text/* formatBytes */.z3)(database.sizeBytes)}`;
    const server = database.serverVersion === null ? '' : `, server ${inline(database.serverVersion)}`;
    const moved = migrator.fromRevision === migrator.toRevision ? '' : ` → ${revisionText(migrator.toRevision)}`;
    const rows = [
        ['Database', `${codeCell(database.url)}${server}${size}`],
        ['Environment', cell(run.environment)],
        ['Revision', `${revisionText(migrator.fromRevision)}${moved} (${cell(migrator.kind)})`],
        ...(downtimeMs === null ? [] : [['Downtime', (0,quantity_text/* formatDuration */.a3)(downtimeMs)]]),
        ['Run', `${codeCell(run.id)}, ${run.startedAt.slice(0, 19).replace('T', ' ')} UTC, ${(0,quantity_text/* formatDuration */.a3)(run.durationMs)}`],
        ...(run.commit === null ? [] : [['Commit', codeCell(run.commit)]]),
        ...(run.workflowRun === null ? [] : [['Workflow run', codeCell(run.workflowRun)]]),
    ];
    return pairs(rows);
}
/** A table of two columns without a head. */
function pairs(rows) {
    return table(['', ''], rows, (row) => row);
}
function revisionText(revision) {
    return revision === null ? 'unknown' : codeCell(revision);
}
function stages({ stages }) {
    if (stages.length === 0)
        return '';
    const row = (stage) => [
        cell(stage.name),
        statusText(stage.status),
        stage.status === 'skipped' ? '' : (0,quantity_text/* formatDuration */.a3)(stage.durationMs),
        checkTally(stage.checks),
        cell(stage.message),
    ];
    const bars = timeline(stages);
    return [
        '## Stages',
        table(['stage', 'result', 'took', 'checks', ''], stages, row),
        ...(bars.length === 0 ? [] : [fenced(bars)]),
    ].join('\n\n');
}
function checkTally(checks) {
    return checks.length === 0 ? '' : (0,check/* tally */.N4)(checks);
}
const MARKS = { passed: '✅', failed: '❌', errored: '❌', warning: '⚠️', skipped: '⏭️' };
function statusText(status) {
    return `${MARKS[status] ?? ''} ${status}`.trim();
}
const ORDER = ['failed', 'errored', 'skipped', 'warning', 'passed'];
function checks({ stages }) {
    const all = stages.flatMap((stage) => stage.checks.map((check) => ({ stage: stage.name, check })));
    if (all.length === 0)
        return '';
    const sorted = all.toSorted((a, b) => ORDER.indexOf(a.check.status) - ORDER.indexOf(b.check.status));
    const grouped = all.some(({ check }) => check.group !== null);
    const row = ({ stage, check }) => [
        statusText(check.status),
        cell(stage),
        ...(grouped ? [cell(check.group)] : []),
        cell(check.name),
        cell(check.expected),
        cell(check.actual),
        (0,quantity_text/* formatDuration */.a3)(check.durationMs),
        remarks(check),
    ];
    const head = ['result', 'stage', ...(grouped ? ['group'] : []), 'check', 'expected', 'actual', 'took', ''];
    const groups = groupTallies(stages);
    return ['## Checks', ...(groups === '' ? [] : [groups]), table(head, sorted, row)].join('\n\n');
}
/** What to know beyond expected and actual, and where the rest of it lies. */
function remarks({ message, output, before }) {
    const earlier = before === null ? '' : `before: ${cell(before)}`;
    const kept = output === null ? '' : `output: ${codeCell(output)}`;
    return [cell(message), earlier, kept].filter((part) => part !== '').join(' ');
}
function differences({ differences }) {
    if (differences.length === 0)
        return '';
    const sorted = differences.toSorted((a, b) => gravity(a) - gravity(b));
    const row = (difference) => [
        codeCell(difference.object),
        cell(difference.change),
        cell(difference.before),
        cell(difference.after),
        sampleText(difference),
        verdict(difference),
    ];
    const head = ['object', 'change', 'before', 'after', 'rows', 'declared'];
    return ['## What is different from before', table(head, sorted, row)].join('\n\n');
}
/** How many rows, and the keys of a few of them. */
function sampleText({ rows, sample }) {
    const more = rows !== null && sample.length > 0 && sample.length < rows ? ['…'] : [];
    const keys = [...sample.map((key) => codeCell(key)), ...more].join(', ');
    return [...(rows === null ? [] : [String(rows)]), ...(keys === '' ? [] : [keys])].join(': ');
}
/** Undeclared losses first, then declared changes, then what was only added. */
function gravity({ loss, declared }) {
    return loss && declared === null ? 0 : declared !== null ? 1 : 2;
}
function verdict({ loss, declared }) {
    if (declared !== null)
        return cell(declared);
    return loss ? '❌ not declared: a loss' : 'needs no word';
}
function migrations({ migrator }) {
    if (migrator.applied.length === 0)
        return '';
    const row = ({ revision, description, durationMs, outcome }) => [
        codeCell(revision),
        cell(description),
        outcome,
        outcome === 'not-run' ? '' : (0,quantity_text/* formatDuration */.a3)(durationMs),
    ];
    return ['## Migrations', table(['revision', 'description', 'outcome', 'took'], migrator.applied, row)].join('\n\n');
}
function budgets({ budgets }) {
    if (budgets.length === 0)
        return '';
    const row = ({ name, limitMs, actualMs, status }) => [
        statusText(status),
        name,
        (0,quantity_text/* formatDuration */.a3)(limitMs),
        actualMs === null ? '' : (0,quantity_text/* formatDuration */.a3)(actualMs),
    ];
    return ['## Budgets', table(['result', 'budget', 'at most', 'took'], budgets, row)].join('\n\n');
}
const PROOFS = {
    restore: 'restored into a scratch database and equal to the fingerprint',
    read: 'read in full and equal to its digest',
    none: '⚠️ not proven',
};
function backup({ backup }) {
    if (backup === null)
        return '';
    const restored = backup.restoreMs === null ? [] : [['Restore took', (0,quantity_text/* formatDuration */.a3)(backup.restoreMs)]];
    const rows = [
        ['Id', codeCell(backup.id)],
        ['Manifest', code(backup.location).replace(/\|/g, '\\|')],
        ['Size', (0,quantity_text/* formatBytes */.z3)(backup.sizeBytes)],
        ['SHA-256', codeCell(backup.sha256)],
        ['Proof', PROOFS[backup.verification]],
        ...restored,
    ];
    return ['## Backup', pairs(rows)].join('\n\n');
}


/***/ })

};
