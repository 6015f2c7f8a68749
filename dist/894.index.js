export const id = 894;
export const ids = [894,797];
export const modules = {

/***/ 2809:
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

/***/ 7894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderMarkdown: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(2809);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/outcome.js
var domain_outcome = __webpack_require__(1797);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1990);
// EXTERNAL MODULE: ./.cache/bundle/src/report/markdown-text.js
var markdown_text = __webpack_require__(5336);
;// CONCATENATED MODULE: ./.cache/bundle/src/report/groups-section.js
/** The tally of each group of checks, stage by stage, as a table: what was asked, and how much of it holds. */



/** Empty where no check belongs to a group. The last row counts the groups together. */
function groupTallies(stages) {
    const groups = stages.flatMap((stage) => [...(0,check/* byGroup */.zA)(stage.checks)].map(([name, checks]) => ({ stage: stage.name, name, checks })));
    if (groups.length === 0)
        return '';
    const all = { stage: '', name: 'all groups', checks: groups.flatMap(({ checks }) => checks) };
    return (0,markdown_text/* table */.tp)(['group', 'stage', 'passed', ''], groups.length === 1 ? groups : [...groups, all], row);
}
function row({ stage, name, checks }) {
    return [(0,markdown_text/* cell */.Hn)(name), (0,markdown_text/* cell */.Hn)(stage), (0,check/* tally */.N4)(checks), mark(checks)];
}
/** A tally counts a warning as passed; here it is told. */
function mark(checks) {
    if ((0,check/* blocking */.ub)(checks).length > 0)
        return '❌';
    const warnings = checks.filter(({ status }) => status === 'warning').length;
    return warnings === 0 ? '✅' : `⚠️ ${(0,quantity_text/* formatCount */.B4)(warnings, 'warning')}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/report/checks-section.js
/** The checks of a report: what did not pass by itself and whole, the proofs that passed below, folded stage by stage. */



/** Told by the go / no-go table. */
const TOLD_ELSEWHERE = 'gates';
/** The stages that prove that a migration did what it should; the others only tell that it could begin. */
const PROOFS = ['migrate', 'validate', 'smoke-test', 'downtime', 'monitor'];
const GRAVITY = ['failed', 'errored', 'skipped', 'warning'];
/** What a person has to look at, gravest first; empty where every check passed. */
function notPassed({ stages }) {
    const found = shownStages(stages)
        .flatMap((stage) => stage.checks.map((check) => ({ stage: stage.name, check })))
        .filter(({ check }) => check.status !== 'passed')
        .toSorted((a, b) => GRAVITY.indexOf(a.check.status) - GRAVITY.indexOf(b.check.status));
    if (found.length === 0)
        return '';
    const row = ({ stage, check }) => [(0,markdown_text/* statusText */.qS)(check.status), (0,markdown_text/* cell */.Hn)(stage), ...cellsOf(check)];
    return ['## Checks that did not pass', (0,markdown_text/* table */.tp)(['result', 'stage', ...CHECK_HEAD], found, row)].join('\n\n');
}
/** Every check that passed. Those that prove the migration are open where that is what a reader came for. */
function passedChecks({ stages, succeeded }) {
    if (stages.every(({ checks }) => checks.length === 0))
        return '';
    const groups = groupTallies(stages);
    const output = outputDirectory(stages);
    return [
        '## Checks',
        ...(groups === '' ? [] : [groups]),
        ...shownStages(stages).flatMap((stage) => passedOf(stage, succeeded && PROOFS.includes(stage.name))),
        ...(output === null ? [] : [`Outputs that were kept lie in ${(0,markdown_text/* code */.aY)(output)}.`]),
    ].join('\n\n');
}
function passedOf({ name, checks }, open) {
    const passed = checks.filter(({ status }) => status === 'passed');
    if (passed.length === 0)
        return [];
    const all = (0,quantity_text/* formatCount */.B4)(checks.length, 'check');
    const count = passed.length === checks.length ? all : `${passed.length} of ${all}`;
    return [(0,markdown_text/* folded */.TM)(`✅ ${name}: ${count} passed`, (0,markdown_text/* table */.tp)(CHECK_HEAD, passed, cellsOf), open)];
}
function shownStages(stages) {
    return stages.filter(({ name }) => name !== TOLD_ELSEWHERE);
}
const CHECK_HEAD = ['group', 'check', 'expected', 'found', 'took', ''];
function cellsOf(check) {
    const { group, name, expected, actual, durationMs } = check;
    return [(0,markdown_text/* cell */.Hn)(group), (0,markdown_text/* cell */.Hn)(name), (0,markdown_text/* cell */.Hn)(expected), (0,markdown_text/* cell */.Hn)(actual), took(durationMs), remarks(check)];
}
/** What was judged without being asked for took no time. */
function took(ms) {
    return ms === 0 ? '' : (0,quantity_text/* formatDuration */.a3)(ms);
}
/** What to know beyond expected and found, and the file that holds the rest. */
function remarks({ message, output, before }) {
    const earlier = before === null ? '' : `before: ${(0,markdown_text/* cell */.Hn)(before)}`;
    const kept = output === null ? '' : `output: ${(0,markdown_text/* codeCell */.MZ)(fileName(output))}`;
    return [(0,markdown_text/* cell */.Hn)(message), earlier, kept].filter((part) => part !== '').join('<br>');
}
function fileName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** The directory of all kept outputs, which would make every row too wide. */
function outputDirectory(stages) {
    const [first] = stages.flatMap(({ checks }) => checks.flatMap(({ output }) => (output === null ? [] : [output])));
    return first === undefined ? null : first.slice(0, first.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/report/differences-section.js
/** What is different from before: losses and declared changes in full, what was only added folded below. */


const HEAD = ['object', 'change', 'before', 'after', 'rows', 'verdict'];
/** As many additions as are read together with the rest. */
const UNFOLDED = 5;
/** Words beside a change that help to find it. */
const CONTEXT = 2;
/** Empty where nothing differs. What came or went with its table is told with that table. */
function differencesSection({ differences }) {
    const own = differences.filter(({ partOf }) => partOf === null);
    if (own.length === 0)
        return '';
    const taken = own.filter(isTaken).toSorted((a, b) => Number(a.declared !== null) - Number(b.declared !== null));
    const rest = own.filter((difference) => !isTaken(difference));
    const title = '## What is different from before';
    if (rest.length <= UNFOLDED)
        return [title, (0,markdown_text/* table */.tp)(HEAD, [...taken, ...rest], differences_section_row)].join('\n\n');
    const additions = (0,markdown_text/* folded */.TM)(`${(0,quantity_text/* formatCount */.B4)(rest.length, 'difference')} that took nothing away`, (0,markdown_text/* table */.tp)(HEAD, rest, differences_section_row), false);
    return [title, ...(taken.length === 0 ? [] : [(0,markdown_text/* table */.tp)(HEAD, taken, differences_section_row)]), additions].join('\n\n');
}
function isTaken({ loss, declared }) {
    return loss || declared !== null;
}
function differences_section_row(difference) {
    const [before, after] = whatDiffers(difference);
    return [
        `${(0,markdown_text/* codeCell */.MZ)(difference.object)} ${(0,markdown_text/* cell */.Hn)(difference.parts)}`.trim(),
        (0,markdown_text/* cell */.Hn)(difference.change),
        (0,markdown_text/* cell */.Hn)(before),
        (0,markdown_text/* cell */.Hn)(after),
        sampleText(difference),
        verdict(difference),
    ];
}
/** Of two long descriptions only the part in which they differ; a bracketed remark is one word. */
function whatDiffers({ before, after }) {
    if (before === null || after === null)
        return [before, after];
    const [old, now] = [wordsOf(before), wordsOf(after)];
    const shorter = Math.min(old.length, now.length);
    let start = 0;
    while (start < shorter && old[start] === now[start])
        start++;
    let end = 0;
    while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end))
        end++;
    const from = Math.max(0, start - CONTEXT);
    const kept = Math.max(0, end - CONTEXT);
    const part = (words) => [...(from > 0 ? ['…'] : []), ...words.slice(from, words.length - kept), ...(kept > 0 ? ['…'] : [])].join(' ');
    return [part(old), part(now)];
}
function wordsOf(text) {
    return text.match(/\[[^\]]*\]|\S+/g) ?? [];
}
/** How many rows, and the keys of a few of them. */
function sampleText({ rows, sample }) {
    const more = rows !== null && sample.length > 0 && sample.length < rows ? ['…'] : [];
    const keys = [...sample.map((key) => (0,markdown_text/* codeCell */.MZ)(key)), ...more].join(', ');
    return [...(rows === null ? [] : [String(rows)]), ...(keys === '' ? [] : [keys])].join(': ');
}
function verdict({ loss, declared }) {
    if (declared !== null)
        return `declared: ${(0,markdown_text/* cell */.Hn)(declared)}`;
    return loss ? '❌ not declared: a loss' : 'no loss';
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
        (0,markdown_text/* cell */.Hn)(check.name),
        (0,markdown_text/* cell */.Hn)(check.expected),
        (0,markdown_text/* cell */.Hn)(check.actual ?? check.status),
        remarks(check),
    ];
    return ['## Go / no-go', decision, (0,markdown_text/* table */.tp)(['', 'condition', 'wanted', 'found', ''], stage.checks, row)].join('\n\n');
}
function holds({ status }) {
    return status === 'passed' || status === 'warning';
}

// EXTERNAL MODULE: ./.cache/bundle/src/report/monitor-section.js + 1 modules
var monitor_section = __webpack_require__(554);
;// CONCATENATED MODULE: ./.cache/bundle/src/report/sign-off-section.js
/** The sign-off of a report: who ran it, who confirmed what, who approved it, and who was told. */


function signOff(report) {
    const { signOff, run } = report;
    const rows = [
        ['Executed by', `${(0,markdown_text/* cell */.Hn)(signOff.executedBy)}, with Savepoint ${(0,markdown_text/* cell */.Hn)(run.toolVersion)}`],
        ['When', `${timeText(signOff.startedAt)}, for ${(0,quantity_text/* formatDuration */.a3)(signOff.durationMs)}`],
        ...signOff.confirmations.map(({ name, by, at, how }) => {
            const way = how === 'asked' ? 'when asked' : 'given with the command';
            return [`Confirmed: ${(0,markdown_text/* cell */.Hn)(name)}`, `${(0,markdown_text/* cell */.Hn)(by)}, ${timeText(at)}, ${way}`];
        }),
        ['Approved by', approvalText(signOff)],
    ];
    return ['## Sign-off', (0,markdown_text/* table */.tp)(['', ''], rows, (row) => row), ...told(report)].join('\n\n');
}
function approvalText({ approvedBy, approvalSource }) {
    if (approvedBy === null || approvalSource === null)
        return 'not known here';
    const who = approvedBy.length === 0 ? 'nobody had to' : approvedBy.map((name) => (0,markdown_text/* cell */.Hn)(name)).join(', ');
    return `${who} (${(0,markdown_text/* cell */.Hn)(approvalSource)})`;
}
function told({ notifications }) {
    if (notifications.length === 0)
        return [];
    const lines = notifications.map(({ event, target, status, message }) => {
        return `- ${status === 'delivered' ? '✅' : '⚠️'} ${event}: ${(0,markdown_text/* inline */.mG)(target)} ${status}${message === null ? '' : `, ${(0,markdown_text/* inline */.mG)(message)}`}`;
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
    const sections = [
        heading,
        nextSteps,
        cause,
        notPassed,
        facts,
        goNoGo,
        stages,
        differencesSection,
        migrations,
        budgets,
        passedChecks,
        watch,
        backup,
        signOff,
    ];
    return `${sections
        .map((section) => section(report))
        .filter((text) => text !== '')
        .join('\n\n')}\n`;
}
function heading({ outcome, succeeded, reason, run }) {
    const mark = succeeded ? '✅' : outcome === 'stopped' ? '🛑' : '❌';
    return [
        `# ${mark} ${(0,markdown_text/* inline */.mG)(run.operation)}: ${outcome}`,
        '',
        `**${(0,markdown_text/* inline */.mG)(reason)}**`,
        '',
        `State: ${domain_outcome.OUTCOME_MEANING[outcome]}.`,
    ].join('\n');
}
/** What the run kept is part of what a person still has to deal with. */
function nextSteps({ next, kept }) {
    if (next.length === 0 && kept.length === 0)
        return '';
    const steps = next.length === 0 ? [] : [(0,markdown_text/* fenced */.OF)(next, 'sh')];
    const left = kept.map((name) => `- Kept until you drop it: ${(0,markdown_text/* code */.aY)(name)}`);
    return [`## What to do next`, ...steps, ...(left.length === 0 ? [] : [left.join('\n')])].join('\n\n');
}
function cause({ cause }) {
    if (cause === null)
        return '';
    const place = [cause.file, cause.line, cause.column].filter((part) => part !== null).join(':');
    const lines = [
        ...cause.messages.map((message) => `- ${(0,markdown_text/* inline */.mG)(message)}`),
        ...(place === '' ? [] : [`- at ${(0,markdown_text/* code */.aY)(place)}`]),
        ...(cause.sqlState === null ? [] : [`- SQLSTATE ${(0,markdown_text/* code */.aY)(cause.sqlState)}`]),
    ];
    return [
        '## What failed',
        lines.join('\n'),
        ...(cause.excerpt === null ? [] : [(0,markdown_text/* fenced */.OF)(cause.excerpt.split('\n'), 'text')]),
        ...(cause.hint === null ? [] : [`**Hint:** ${(0,markdown_text/* inline */.mG)(cause.hint)}`]),
        ...(cause.output.length === 0 ? [] : ['Last lines of its output:', (0,markdown_text/* fenced */.OF)(cause.output)]),
    ].join('\n\n');
}
function facts({ run, database, migrator, downtimeMs }) {
    const size = database.sizeBytes === null ? '' : `, ${(0,quantity_text/* formatBytes */.z3)(database.sizeBytes)}`;
    const server = database.serverVersion === null ? '' : `, server ${(0,markdown_text/* inline */.mG)(database.serverVersion)}`;
    const moved = migrator.fromRevision === migrator.toRevision ? '' : ` → ${revisionText(migrator.toRevision)}`;
    const rows = [
        ['Database', `${(0,markdown_text/* codeCell */.MZ)(database.url)}${server}${size}`],
        ['Environment', (0,markdown_text/* cell */.Hn)(run.environment)],
        ['Revision', `${revisionText(migrator.fromRevision)}${moved} (${(0,markdown_text/* cell */.Hn)(migrator.kind)})`],
        ...(downtimeMs === null ? [] : [['Downtime', (0,quantity_text/* formatDuration */.a3)(downtimeMs)]]),
        ['Run', `${(0,markdown_text/* codeCell */.MZ)(run.id)}, ${run.startedAt.slice(0, 19).replace('T', ' ')} UTC, ${(0,quantity_text/* formatDuration */.a3)(run.durationMs)}`],
        ...(run.commit === null ? [] : [['Commit', (0,markdown_text/* codeCell */.MZ)(run.commit)]]),
        ...(run.workflowRun === null ? [] : [['Workflow run', (0,markdown_text/* codeCell */.MZ)(run.workflowRun)]]),
    ];
    return ['## Facts', pairs(rows)].join('\n\n');
}
/** A table of two columns without a head. */
function pairs(rows) {
    return (0,markdown_text/* table */.tp)(['', ''], rows, (row) => row);
}
function revisionText(revision) {
    return revision === null ? 'unknown' : (0,markdown_text/* codeCell */.MZ)(revision);
}
/** Judges the downtime, and takes none: its own duration would be read as that. */
const JUDGED = 'downtime';
function stages({ stages }) {
    if (stages.length === 0)
        return '';
    const row = (stage) => [
        (0,markdown_text/* cell */.Hn)(stage.name),
        (0,markdown_text/* statusText */.qS)(stage.status),
        stage.status === 'skipped' || stage.name === JUDGED ? '' : (0,quantity_text/* formatDuration */.a3)(stage.durationMs),
        checkTally(stage.checks),
        (0,markdown_text/* cell */.Hn)(stage.message),
    ];
    const bars = timeline(stages.filter(({ name }) => name !== JUDGED));
    return [
        '## Stages',
        (0,markdown_text/* table */.tp)(['stage', 'result', 'took', 'checks', ''], stages, row),
        ...(bars.length === 0 ? [] : [(0,markdown_text/* fenced */.OF)(bars)]),
    ].join('\n\n');
}
function checkTally(checks) {
    return checks.length === 0 ? '' : (0,check/* tally */.N4)(checks);
}
function migrations({ migrator }) {
    if (migrator.applied.length === 0)
        return '';
    const row = ({ revision, description, durationMs, outcome }) => [
        (0,markdown_text/* codeCell */.MZ)(revision),
        (0,markdown_text/* cell */.Hn)(description),
        outcome,
        outcome === 'not-run' ? '' : (0,quantity_text/* formatDuration */.a3)(durationMs),
    ];
    return ['## Migrations', (0,markdown_text/* table */.tp)(['revision', 'description', 'outcome', 'took'], migrator.applied, row)].join('\n\n');
}
function watch({ monitor }) {
    return (0,monitor_section/* monitorSection */.e)(monitor);
}
function budgets({ budgets }) {
    if (budgets.length === 0)
        return '';
    const row = ({ name, limitMs, actualMs, status }) => [
        (0,markdown_text/* statusText */.qS)(status),
        name,
        (0,quantity_text/* formatDuration */.a3)(limitMs),
        actualMs === null ? '' : (0,quantity_text/* formatDuration */.a3)(actualMs),
    ];
    return ['## Budgets', (0,markdown_text/* table */.tp)(['result', 'budget', 'at most', 'took'], budgets, row)].join('\n\n');
}
const markdown_PROOFS = {
    restore: 'restored into a scratch database and equal to the fingerprint',
    read: 'read in full and equal to its digest',
    none: '⚠️ not proven',
};
function backup({ backup }) {
    if (backup === null)
        return '';
    const restored = backup.restoreMs === null ? [] : [['Restore took', (0,quantity_text/* formatDuration */.a3)(backup.restoreMs)]];
    const rows = [
        ['Id', (0,markdown_text/* codeCell */.MZ)(backup.id)],
        ['Manifest', (0,markdown_text/* code */.aY)(backup.location).replace(/\|/g, '\\|')],
        ['Size', (0,quantity_text/* formatBytes */.z3)(backup.sizeBytes)],
        ['SHA-256', (0,markdown_text/* codeCell */.MZ)(backup.sha256)],
        ...(backup.encrypted ? [['Encrypted', 'with age']] : []),
        ['Proof', markdown_PROOFS[backup.verification]],
        ...restored,
        ...backup.stores.map(({ location, status, durationMs }) => [
            status === 'stored' ? '✅ Stored in' : '❌ Not stored in',
            `${(0,markdown_text/* codeCell */.MZ)(location)}, ${(0,quantity_text/* formatDuration */.a3)(durationMs)}`,
        ]),
    ];
    return ['## Backup', pairs(rows)].join('\n\n');
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
