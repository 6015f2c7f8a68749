export const id = 675;
export const ids = [675,777];
export const modules = {

/***/ 6847:
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

/***/ 7782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ checksAt)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(2208);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1216);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/command-verdict.js


const QUOTED_LINES = 3;
const QUOTED_LENGTH = 200;
/** Lines that match one pattern: how many, and the first few. */
class Matches {
    #pattern;
    first = [];
    count = 0;
    constructor(pattern) {
        this.#pattern = pattern === null ? null : new RegExp(pattern, 'u');
    }
    see(line) {
        if (this.#pattern?.test(line) !== true)
            return;
        this.count++;
        if (this.first.length < QUOTED_LINES)
            this.first.push(line);
    }
}
/** Holds each line of the output against the patterns of a check. */
class LineWatch {
    failing;
    warning;
    wanted;
    constructor({ failOn, warnOn, mustMatch }) {
        this.failing = new Matches(failOn);
        this.warning = new Matches(warnOn);
        this.wanted = new Matches(mustMatch);
    }
    see(line) {
        for (const matches of [this.failing, this.warning, this.wanted])
            matches.see(line);
    }
}
/** A command that could not run, or was not let run to its end, is errored: it gave no answer. */
function judgeCommand(settings, ending, watch) {
    const expected = describeExpected(settings);
    switch (ending.kind) {
        case 'interrupted':
            return { status: 'errored', expected, message: 'it was interrupted' };
        case 'out-of-time':
            return { status: 'errored', expected, message: outOfTimeWords(ending.afterMs) };
        case 'broken':
            return { status: 'errored', expected, message: [ending.error.message, (0,errors/* hintOf */.$z)(ending.error) ?? []].flat().join('; ') };
        case 'exited':
            return judgeExit(settings, expected, ending, watch);
    }
}
function outOfTimeWords(afterMs) {
    return `it did not end within ${(0,quantity_text/* formatDuration */.a3)(afterMs)} and was ended; give it more time with \`timeout\``;
}
/** What the shell answers for a program that is not there, or may not be executed. */
const CANNOT_RUN = {
    126: 'the program may not be executed',
    127: 'the program was not found; install it, or put its directory on PATH',
};
function judgeExit(settings, expected, { exitCode, lastLines }, { failing, warning, wanted }) {
    const actual = [`exit code ${exitCode}`, ...counts(failing.count, warning.count)].join(', ');
    const rightCode = settings.exitCodes.includes(exitCode);
    const cannot = rightCode ? undefined : CANNOT_RUN[exitCode];
    if (cannot !== undefined)
        return { status: 'errored', expected, actual, message: said(cannot, quote(lastLines.slice(-1))) };
    if (failing.count > 0)
        return { status: 'failed', expected, actual, message: quote(failing.first) };
    if (!rightCode)
        return { status: 'failed', expected, actual, ...lastWords(lastLines) };
    if (settings.mustMatch !== null && wanted.count === 0) {
        return { status: 'failed', expected, actual, message: `no line matches /${settings.mustMatch}/` };
    }
    if (warning.count > 0)
        return { status: 'warning', expected, actual, message: quote(warning.first) };
    return { status: 'passed', expected, actual };
}
function describeExpected({ exitCodes, failOn, mustMatch }) {
    return [
        `exit code ${exitCodes.join(' or ')}`,
        ...(failOn === null ? [] : [`no line like /${failOn}/`]),
        ...(mustMatch === null ? [] : [`a line like /${mustMatch}/`]),
    ].join(', ');
}
function counts(failures, warnings) {
    return [
        ...(failures === 0 ? [] : [(0,quantity_text/* formatCount */.B4)(failures, 'line of failure', 'lines of failure')]),
        ...(warnings === 0 ? [] : [(0,quantity_text/* formatCount */.B4)(warnings, 'line of warning', 'lines of warning')]),
    ];
}
function lastWords(lastLines) {
    const spoken = lastLines.filter((line) => line.trim() !== '').slice(-QUOTED_LINES);
    return spoken.length === 0 ? {} : { message: `it ended with ${quote(spoken)}` };
}
function said(...parts) {
    return parts.filter((part) => part !== '').join(': ');
}
function quote(lines) {
    return lines.map((line) => `“${cut(line.trim())}”`).join(' ');
}
function cut(line) {
    return line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/kept-output.js
/** The output of a command as it is kept in a file: whole where it is short, its beginning and its end where it is not. */

/** Characters of the beginning, and at least half as many of the end. */
const KEPT_LENGTH = 2 ** 20;
/** Memory stays flat: of the end, two blocks are kept and the older one gives way. */
class KeptOutput {
    #beginning = emptyBlock();
    #older = emptyBlock();
    #newer = emptyBlock();
    #leftOut = { lines: 0, length: 0 };
    add(line) {
        const room = this.#beginning.length + line.length < KEPT_LENGTH && this.#newer.lines.length === 0;
        const block = room ? this.#beginning : this.#newer;
        block.lines.push(line);
        block.length += line.length + 1;
        if (this.#newer.length >= KEPT_LENGTH / 2)
            this.#turn();
    }
    text() {
        const { lines, length } = this.#leftOut;
        const gap = lines === 0 ? [] : [`… ${(0,quantity_text/* formatCount */.B4)(lines, 'line')} (${(0,quantity_text/* formatBytes */.z3)(length)}) left out here by Savepoint …`];
        const all = [...this.#beginning.lines, ...gap, ...this.#older.lines, ...this.#newer.lines];
        return all.length === 0 ? '(no output)\n' : `${all.join('\n')}\n`;
    }
    #turn() {
        const { lines, length } = this.#older;
        this.#leftOut = { lines: this.#leftOut.lines + lines.length, length: this.#leftOut.length + length };
        this.#older = this.#newer;
        this.#newer = emptyBlock();
    }
}
function emptyBlock() {
    return { lines: [], length: 0 };
}
/** Keeps a text under the name of its check; what to add to the finding. A disk that is full does not change the verdict. */
async function keepOutput({ store, runId }, name, text) {
    try {
        return { output: await store.saveOutput(runId, fileName(name), text) };
    }
    catch (error) {
        return { lost: `its output could not be kept: ${error instanceof Error ? error.message : String(error)}` };
    }
}
/** The name of a check as a file may be called. */
function fileName(name) {
    const plain = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
    return plain === '' ? 'check' : plain.slice(0, 60);
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/command.js
/** Runs a command of the plan, listens to what it says, keeps that, and judges how it ended. */




/** More lines than a person follows, and than a log should hold. */
const MOST_LIVE_LINES = 2000;
const command = {
    lane: 'acting',
    ask: async ({ context, settings }, signal) => {
        const watch = new LineWatch(settings);
        const kept = new KeptOutput();
        const tell = liveLines(context, settings.name);
        const ending = await runToItsEnd(context, settings, signal, (line) => {
            kept.add(line);
            watch.see(line);
            tell(line);
        });
        const place = await keepOutput(context, settings.name, kept.text());
        if (ending.kind === 'interrupted')
            signal.throwIfAborted();
        return withOutput(judgeCommand(settings, ending, watch), place);
    },
};
async function runToItsEnd({ processes, database, plan }, { command, workingDirectory, timeoutMs }, signal, onLine) {
    const cwd = (0,external_node_path_.resolve)(plan.directory, workingDirectory);
    try {
        await processes.run({ run: { shell: command }, env: database.childEnvironment, cwd }, { signal, onLine });
        return { kind: 'exited', exitCode: 0, lastLines: [] };
    }
    catch (error) {
        if (signal.aborted)
            return outOfTime(signal) ? { kind: 'out-of-time', afterMs: timeoutMs ?? 0 } : { kind: 'interrupted' };
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        if (error.exitCode === null)
            return { kind: 'broken', error };
        return { kind: 'exited', exitCode: error.exitCode, lastLines: error.lastLines };
    }
}
/** The patience of the check is over; anything else that aborts it is no answer of the command. */
function outOfTime(signal) {
    return signal.reason?.name === 'TimeoutError';
}
function liveLines({ emit }, source) {
    let told = 0;
    return (line) => {
        told++;
        if (told <= MOST_LIVE_LINES)
            emit({ type: 'output', source, line });
        if (told === MOST_LIVE_LINES)
            emit({ type: 'note', text: `${source} says more; its output is kept with the report` });
    };
}
function withOutput(finding, place) {
    if ('output' in place)
        return { ...finding, output: place.output };
    return { ...finding, message: finding.message === undefined ? place.lost : `${finding.message}; ${place.lost}` };
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/table-name.js
var table_name = __webpack_require__(2179);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/foreign-keys.js


/** Keys of orphans that a message shows. */
const SAMPLE_KEYS = 5;
/** Relations that a message tells of. */
const SHOWN_FAULTS = 10;
const foreignKeys = {
    lane: 'reading',
    ask: async ({ context, settings }, signal) => {
        const { catalog } = context.database;
        const known = await catalog.foreignKeys(signal);
        const keys = settings.tables === 'all' ? known : known.filter(({ child }) => isListed(child, settings.tables));
        const relations = [...keys, ...settings.also.map(relationOf)];
        const orphans = await catalog.orphans(relations, SAMPLE_KEYS, signal);
        const faults = relations.flatMap((relation, index) => faultsOf(relation, orphans[index]));
        return judge(settings, keys, relations, [...withoutKeys(settings, keys), ...faults.map(context.redact)]);
    },
};
function judge({ tables, also }, keys, relations, faults) {
    const expected = 'validated, enforced, no orphans';
    const found = [(0,quantity_text/* formatCount */.B4)(keys.length, 'foreign key'), ...(also.length === 0 ? [] : [`${also.length} given by hand`])].join(', ');
    if (relations.length === 0 && tables === 'all') {
        return { status: 'warning', expected, actual: found, measured: 0, message: 'there is nothing to check' };
    }
    const shown = faults.slice(0, SHOWN_FAULTS);
    const more = faults.length > shown.length ? [`and ${faults.length - shown.length} more`] : [];
    return {
        status: faults.length === 0 ? 'passed' : 'failed',
        expected,
        actual: faults.length === 0 ? `${found}: all hold` : `${found}: ${(0,quantity_text/* formatCount */.B4)(faults.length, 'fault')}`,
        measured: relations.length,
        ...(faults.length === 0 ? {} : { message: [...shown, ...more].join('; ') }),
    };
}
/** A table without its schema means every table of that name. */
function isListed(child, listed) {
    return (listed === 'all' || listed.some(({ schema, table }) => table === child.table && (schema === null || schema === child.schema)));
}
/** The plan says that it has some. */
function withoutKeys({ tables }, keys) {
    if (tables === 'all')
        return [];
    const bare = tables.filter((table) => !keys.some(({ child }) => isListed(child, [table])));
    return bare.map((table) => `${(0,table_name/* showTableName */.Jb)(table)} has no foreign key`);
}
function faultsOf(relation, orphans) {
    const states = relation.constraint === null ? [] : stateFaults(relation);
    const count = orphans?.count ?? 0n;
    const told = [...states, ...(count === 0n ? [] : [describeOrphans(relation, orphans)])];
    return told.length === 0 ? [] : [`${describe(relation)}: ${told.join(', ')}`];
}
function stateFaults({ validated, enforced }) {
    return [...(validated ? [] : ['not validated']), ...(enforced ? [] : ['not enforced (its triggers are disabled)'])];
}
function describe({ constraint, child, childColumns, parent, parentColumns }) {
    const columns = (names) => names.map(table_name/* quoteWhereNeeded */.T).join(', ');
    const path = `${(0,table_name/* showTableName */.Jb)(child)} (${columns(childColumns)}) -> ${(0,table_name/* showTableName */.Jb)(parent)} (${columns(parentColumns)})`;
    return constraint === null ? path : `${(0,table_name/* quoteWhereNeeded */.T)(constraint)} ${path}`;
}
/** Keys only: what else is in the row is nobody's business here. */
function describeOrphans({ childColumns }, { count, samples }) {
    const keys = samples.map((key) => key.map((value) => value ?? 'null').join(', '));
    const shown = childColumns.length > 1 ? keys.map((key) => `(${key})`) : keys;
    return `${(0,quantity_text/* formatCount */.B4)(count, 'orphan')}, without a parent: ${shown.join(', ')}${BigInt(samples.length) < count ? ', …' : ''}`;
}
function relationOf({ from, to }) {
    const { column: childColumn, ...child } = from;
    const { column: parentColumn, ...parent } = to;
    return { constraint: null, child, childColumns: [childColumn], parent, parentColumns: [parentColumn] };
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/http.js + 1 modules
var http = __webpack_require__(310);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/secrets.js
var secrets = __webpack_require__(4777);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/placeholders.js
var placeholders = __webpack_require__(1292);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/json-answer.js
/** JSON as answers hold it, whose whole numbers keep every digit. */

/** Whole numbers beyond a float come as bigint (on engines that tell the source of a number). @throws CheckError */
function parseJson(text, truncated) {
    if (truncated)
        throw new errors/* CheckError */.tl('the answer is longer than 1 MiB: too long to be read as JSON');
    try {
        return JSON.parse(text, exactNumbers);
    }
    catch (cause) {
        const what = text.trim() === '' ? 'empty' : 'not JSON';
        throw new errors/* CheckError */.tl(`the body of the answer is ${what}`, { cause });
    }
}
const exactNumbers = (_key, value, context) => {
    const source = context?.source;
    const isExact = typeof value !== 'number' || Number.isSafeInteger(value);
    return isExact || source === undefined || !/^-?\d+$/.test(source) ? value : BigInt(source);
};
/** A plain value as JSON text. `replace` may give the text of a string itself. */
function jsonText(value, replace = JSON.stringify) {
    if (typeof value === 'string')
        return replace(value);
    if (typeof value === 'bigint')
        return String(value);
    if (Array.isArray(value))
        return `[${value.map((item) => jsonText(item, replace)).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${jsonText(member, replace)}`);
    return `{${members.join(',')}}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/http-sending.js
/** Makes the request of an `http` check ready to be sent: values of earlier answers filled in where it takes them. */




const LONGEST_WAIT_MS = 30_000;
/** @throws CheckError where a value would lead the address elsewhere */
function fillRequest(settings, captured, timeoutMs) {
    const { method, url, headers, token, body } = settings;
    const plain = (text) => (0,placeholders/* fillPlaceholders */.Ct)(text, (name) => plainText(captured, name));
    const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, plain(value)]));
    return {
        method,
        url: (0,placeholders/* fillPlaceholders */.Ct)(url, (name) => addressPart(name, plainText(captured, name))),
        headers: {
            ...(body !== null && 'json' in body ? { 'content-type': 'application/json' } : {}),
            ...lowerCased(filled),
            ...(token === null ? {} : { authorization: `Bearer ${plain(token)}` }),
        },
        body: body === null ? null : 'json' in body ? filledJson(body.json, captured) : plain(body.text),
        timeoutMs: timeoutMs ?? LONGEST_WAIT_MS,
    };
}
/** What the request proves itself with, where an earlier answer gave it: the plan's own secrets are known already. */
function secretsTaken({ headers, token }, captured) {
    const secretHeaders = Object.entries(headers).flatMap(([name, value]) => ((0,secrets.isSecretHeader)(name) ? [value] : []));
    return (0,placeholders/* placeholdersIn */.Qf)([token ?? '', ...secretHeaders]).map((name) => plainText(captured, name));
}
/** A text that consists of one name becomes the value itself: a number stays a number. */
function filledJson(json, captured) {
    return jsonText(json, (text) => {
        const whole = (0,placeholders/* onlyPlaceholder */.a_)(text);
        if (whole !== null)
            return captured.get(whole) ?? 'null';
        return JSON.stringify((0,placeholders/* fillPlaceholders */.Ct)(text, (name) => plainText(captured, name)));
    });
}
function plainText(captured, name) {
    const json = captured.get(name) ?? '';
    return json.startsWith('"') ? String(JSON.parse(json)) : json;
}
/** `.` and `..` move through a path even when they are encoded. */
function addressPart(name, value) {
    if (value !== '.' && value !== '..')
        return encodeURIComponent(value);
    throw new errors/* CheckError */.tl(`{{${name}}} is ${JSON.stringify(value)}, which would lead the address elsewhere`);
}
function lowerCased(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/json-expectation.js
var json_expectation = __webpack_require__(9031);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/json-path.js
var json_path = __webpack_require__(5554);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/http-verdict.js




const SHOWN_LENGTH = 200;
function judgeAnswer(settings, response) {
    const expected = http_verdict_describeExpected(settings);
    const took = `status ${response.status} in ${(0,quantity_text/* formatDuration */.a3)(response.durationMs)}`;
    const measured = response.durationMs;
    if (!hasStatus(settings.status, response.status)) {
        return { finding: { status: 'failed', expected, actual: took, measured, ...bodyShown(response) }, captured: new Map() };
    }
    const content = judgeContent(settings, response);
    const slow = settings.withinMs !== null && response.durationMs > settings.withinMs;
    const passed = !slow && content.faults.length === 0;
    const actual = [took, ...content.found].join(', ');
    const finding = { status: passed ? 'passed' : 'failed', expected, actual, measured };
    return {
        finding: content.faults.length === 0 ? finding : { ...finding, message: content.faults.join('; ') },
        captured: content.captured,
    };
}
function judgeContent({ bodyMatches, jsonPaths, captures }, { body, truncated }) {
    const pattern = bodyMatches === null || new RegExp(bodyMatches, 'u').test(body) ? [] : [`the body does not match /${bodyMatches}/`];
    if (jsonPaths.length + captures.length === 0)
        return { found: [], faults: pattern, captured: new Map() };
    let document;
    try {
        document = parseJson(body, truncated);
    }
    catch (error) {
        return { found: [], faults: [...pattern, error.message], captured: new Map() };
    }
    const wrong = jsonPaths
        .map(({ path, steps, expect }) => ({ path, expect, value: (0,json_path/* atJsonPath */.Z)(document, steps) }))
        .filter(({ expect, value }) => !(0,json_expectation/* meetsJsonExpectation */.DV)(expect, value));
    const taken = captures.map(({ name, path, steps }) => ({ name, path, value: (0,json_path/* atJsonPath */.Z)(document, steps) }));
    const lost = taken
        .filter(({ value }) => !isCapturable(value))
        .map((place) => `nothing to capture as ${place.name} at ${place.path}`);
    return {
        found: wrong.map(({ path, value }) => `${path} ${shown(value)}`),
        faults: [...pattern, ...wrong.map(({ path, expect }) => `${path} should be ${(0,json_expectation/* describeJsonExpectation */.Uf)(expect)}`), ...lost],
        captured: new Map(taken.filter(({ value }) => isCapturable(value)).map(({ name, value }) => [name, jsonText(value)])),
    };
}
/** An empty text would turn the address of one thing into that of all. */
function isCapturable(value) {
    return (typeof value === 'string' && value !== '') || ['number', 'bigint', 'boolean'].includes(typeof value);
}
function hasStatus(ranges, status) {
    return ranges.some(({ from, to }) => status >= from && status <= to);
}
function http_verdict_describeExpected({ status, withinMs, bodyMatches, jsonPaths }) {
    const statuses = status.map(({ from, to }) => (from === to ? String(from) : `${from / 100}xx`)).join(' or ');
    return [
        `status ${statuses}${withinMs === null ? '' : ` within ${(0,quantity_text/* formatDuration */.a3)(withinMs)}`}`,
        ...(bodyMatches === null ? [] : [`a body like /${bodyMatches}/`]),
        ...jsonPaths.map(({ path, expect }) => `${path} ${(0,json_expectation/* describeJsonExpectation */.Uf)(expect)}`),
    ].join(', ');
}
function shown(value) {
    return value === undefined ? 'is not there' : `is ${http_verdict_cut(jsonText(value))}`;
}
function bodyShown({ body }) {
    const line = body.replace(/\s+/g, ' ').trim();
    return line === '' ? {} : { message: `it answered ${http_verdict_cut(line)}` };
}
function http_verdict_cut(text) {
    return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/http.js






/** Characters of a body that are kept as evidence. */
const KEPT_BODY = 64 * 1024;
const http_http = {
    lane: 'acting',
    ask: async ({ context, settings, captured }, signal) => {
        const missing = (0,http/* namesUsed */.o)(settings).find((name) => !captured.has(name));
        if (missing !== undefined)
            return { status: 'skipped', message: whyMissing(context, missing) };
        const request = fillRequest(settings.request, captured, settings.timeoutMs);
        const clean = cleaner(context, secretsTaken(settings.request, captured));
        const response = await context.http.send(request, signal);
        const verdict = judgeAnswer(settings, response);
        for (const [name, value] of verdict.captured)
            captured.set(name, value);
        if (verdict.finding.status === 'passed')
            return verdict.finding;
        return { ...cleaned(verdict.finding, clean), ...(await keep(context, settings, clean(evidence(request, response)))) };
    },
};
function whyMissing({ plan }, name) {
    const giver = plan.validate.find((check) => check.kind === 'http' && check.captures.some((capture) => capture.name === name));
    return `{{${name}}} is missing: “${giver?.name}” did not give it`;
}
/** A token that came with an earlier answer is no secret of the plan, and is hidden all the same. */
function cleaner({ redact }, taken) {
    return (text) => taken.reduce((shown, secret) => (secret === '' ? shown : shown.replaceAll(secret, '***')), redact(text));
}
function cleaned(finding, clean) {
    const { actual, message } = finding;
    return {
        ...finding,
        ...(actual === undefined ? {} : { actual: clean(actual) }),
        ...(message === undefined ? {} : { message: clean(message) }),
    };
}
async function keep(context, { name }, text) {
    const place = await keepOutput(context, name, text);
    return 'output' in place ? place : {};
}
/** The answer as it came, without what it or the request proves itself with. */
function evidence({ method, url }, { status, headers, body, truncated, durationMs }) {
    const { origin, pathname, search } = new URL(url);
    const shownHeaders = Object.entries(headers).filter(([name]) => !(0,secrets.isSecretHeader)(name));
    const cut = truncated || body.length > KEPT_BODY ? '\n… (the rest is left out)' : '';
    return [
        `${method} ${origin}${pathname}${search === '' ? '' : '?…'}`,
        `status ${status} in ${(0,quantity_text/* formatDuration */.a3)(durationMs)}`,
        ...shownHeaders.map(([name, value]) => `${name}: ${value}`),
        '',
        `${body.slice(0, KEPT_BODY)}${cut}\n`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/domain/object-name.js
/**
 * Whether a name as people write it means this object: `film`, `public.film`, `film.title`, `film film_audit`, `touch`, `touch()`,
 * with the kind before it where wanted (`trigger film_audit`). Letters without quotes fold to lower case as in SQL.
 */
function meansObject(written, item) {
    const plain = plainName(written);
    const word = `${item.kind} `;
    return namesOf(item).includes(plain) || (plain.startsWith(word) && namesOf(item).includes(plain.slice(word.length)));
}
/** Without quotes, and in lower case outside of them. */
function plainName(written) {
    const parts = written.trim().matchAll(/"((?:[^"]|"")*)"|([^"]+)/g);
    return [...parts].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.toLowerCase() ?? '').join('');
}
/** Every way to write the name, without quotes. */
function namesOf({ kind, schema, table, own }) {
    const bare = kind === 'function' ? [own, own.slice(0, own.indexOf('('))] : [own];
    if (table === null || kind === 'table' || kind === 'partition')
        return bare.flatMap((name) => [name, `${schema}.${name}`]);
    const beside = kind === 'index' ? [own, `${schema}.${own}`] : kind === 'column' ? [] : [own];
    return [...beside, ...[' ', '.'].flatMap((gap) => [`${table}${gap}${own}`, `${schema}.${table}${gap}${own}`])];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/inventory.js



/** Names of each sort that a message shows. */
const SHOWN_NAMES = 10;
const inventory = {
    lane: 'reading',
    ask: async (asked, signal) => {
        const { context, settings } = asked;
        const items = withoutHistory(context, await context.database.catalog.inventory(signal));
        const finding = judgeInventory(settings, items, await namesBefore(asked));
        return { ...finding, ...(await keptNames(asked, items)) };
    },
};
/** The migrator makes its history table by itself, at the first migration: it would be one table more than the team counts. */
function withoutHistory({ migrator }, items) {
    const isHistory = ({ schema, table }) => table !== null && migrator.historyTables.includes((0,table_name/* showTableName */.Jb)({ schema, table }));
    return items.filter((item) => !isHistory(item));
}
/** @param before - a line for each object as {@link lineOf} writes it, as it was before the migration; `null` where that is not known */
function judgeInventory(settings, items, before) {
    const faults = [
        ...settings.counts.flatMap((expected) => countFaults(expected, items, before)),
        ...settings.present.filter((name) => !isThere(name, items)).map((name) => `${name} is missing`),
        ...settings.absent.filter((name) => isThere(name, items)).map((name) => `${name} is still there`),
        ...triggerFaults(settings.triggersEnabled, items),
        ...(settings.indexesValid ? unsound(items, 'index').map((name) => `index ${name} is not valid`) : []),
    ];
    return {
        status: faults.length === 0 ? 'passed' : 'failed',
        ...inventory_describe(settings, items),
        ...(faults.length === 0 ? {} : { message: faults.join('; ') }),
    };
}
function countFaults({ kind, key, count }, items, before) {
    const now = counted(items, kind);
    if (now.length === count)
        return [];
    const fault = `${key}: ${count} expected, ${now.length} found`;
    if (before === null)
        return [fault];
    const lines = new Set(now.map(lineOf));
    const gone = [...before]
        .filter((line) => line.startsWith(`${kind} `) && !lines.has(line))
        .map((line) => line.slice(kind.length + 1));
    const come = now.filter((item) => !before.has(lineOf(item))).map((item) => item.name);
    return [`${fault}${list(', gone since before: ', gone)}${list(', new since before: ', come)}`];
}
function list(words, names) {
    if (names.length === 0)
        return '';
    const more = names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : '';
    return `${words}${names.slice(0, SHOWN_NAMES).join(', ')}${more}`;
}
function triggerFaults(wanted, items) {
    const disabled = (name) => `trigger ${name} is disabled`;
    if (wanted === 'all')
        return unsound(items, 'trigger').map(disabled);
    return wanted.flatMap((name) => {
        const meant = items.filter((item) => item.kind === 'trigger' && meansObject(name, item));
        if (meant.length === 0)
            return [`trigger ${name} is missing`];
        return unsound(meant, 'trigger').map(disabled);
    });
}
/** What is only one partition's counts here too: it may be disabled or invalid by itself. */
function unsound(items, kind) {
    return items.filter((item) => item.kind === kind && !item.sound).map((item) => item.name);
}
function counted(items, kind) {
    return items.filter((item) => item.kind === kind && !item.derived);
}
function isThere(name, items) {
    return items.some((item) => meansObject(name, item));
}
function inventory_describe(settings, items) {
    const { counts, present, absent, triggersEnabled, indexesValid } = settings;
    const found = (names) => names.filter((name) => isThere(name, items)).length;
    const triggers = triggersEnabled === 'all' ? 'all' : String(triggersEnabled.length);
    const disabled = triggerFaults(triggersEnabled, items).length;
    const invalid = unsound(items, 'index').length;
    const parts = [
        ...counts.map(({ kind, key, count }) => [true, `${key} ${count}`, `${key} ${counted(items, kind).length}`]),
        [present.length > 0, `${present.length} there`, `${found(present)} there`],
        [absent.length > 0, `${absent.length} gone`, `${absent.length - found(absent)} gone`],
        [
            triggers !== '0',
            `${triggers} triggers enabled`,
            disabled === 0 ? `${triggers} triggers enabled` : `${(0,quantity_text/* formatCount */.B4)(disabled, 'trigger')} not enabled`,
        ],
        [indexesValid, 'indexes valid', invalid === 0 ? 'indexes valid' : (0,quantity_text/* formatCount */.B4)(invalid, 'invalid index', 'invalid indexes')],
    ];
    const wanted = parts.filter(([isWanted]) => isWanted);
    return { expected: wanted.map(([, expected]) => expected).join(', '), actual: wanted.map(([, , actual]) => actual).join(', ') };
}
function lineOf({ kind, name }) {
    return `${kind} ${name.replaceAll('\n', ' ')}`;
}
/** Before the migration the names are kept, so that the check after it can tell which came and which went. */
async function keptNames({ context, settings, before }, items) {
    const isEarly = settings.moment === 'before' || settings.moment === 'before-and-after';
    if (!isEarly || before !== null || settings.counts.length === 0)
        return {};
    const lines = items.filter((item) => !item.derived).map(lineOf);
    const text = context.redact(lines.map((line) => `${line}\n`).join(''));
    return { output: await context.store.saveOutput(context.runId, settings.name, text) };
}
/** Without them, as on another machine than that of an interrupted run, the counts are told alone. */
async function namesBefore({ context, before }) {
    if (before?.output === undefined)
        return null;
    const text = await context.readText(before.output).catch(() => null);
    return text === null ? null : new Set(text.split('\n').filter((line) => line !== ''));
}

// EXTERNAL MODULE: ./.cache/bundle/src/domain/ports/parity.js
var parity = __webpack_require__(6847);
;// CONCATENATED MODULE: ./.cache/bundle/src/domain/row-comparison.js
/** Pure decisions of comparing rows by digests of ranges: which ranges differ, how to go on, and what became of each key. */

/** Small enough that groups stay in the processor's cache, where they cost half as much as beyond it. */
const FIRST_DEPTH = 10;
/** Groups that the server holds in memory at once, below the default of its `work_mem` of 4 MB per 16,000. */
const MOST_RANGES = 65_536;
/** Keys that are listed in one pass: about 50 MB in the server, and as much here where all of them differ. */
const MOST_LISTED = 250_000;
/** To bring one row here takes about as long as to look at so many in the server (1.5 µs against 0.07 µs). */
const LISTING_COST = 20;
/** Ranges whose digests are not the same on both sides; `left` and `right` hold what each side has. */
function differingRanges(left, right) {
    const others = new Map(right.map((digest) => [digest.range, digest]));
    const fromLeft = left.flatMap((digest) => {
        const other = others.get(digest.range);
        others.delete(digest.range);
        return sameDigest(digest, other) ? [] : [{ range: digest.range, rows: Math.max(digest.rows, other?.rows ?? 0) }];
    });
    return [...fromLeft, ...[...others.values()].map(({ range, rows }) => ({ range, rows }))];
}
function sameDigest(one, other) {
    return one.rows === other?.rows && one.digest === other.digest;
}
/**
 * The depth at which the differing ranges are worth digesting once more before their keys are listed; `null`: list them.
 * From how many ranges differ follows about how many keys do, if they are spread by chance as hashes are.
 */
function nextDepth({ depth, compared, differing, totalRows }) {
    const bits = Math.floor(Math.log2(MOST_RANGES / Math.max(1, differing.length)));
    if (bits < 1 || depth + bits >= parity/* KEY_DEPTH */.I)
        return null;
    const rows = rowsOf(differing);
    // All of them differing tells only that there are more keys than this.
    const untouched = Math.max(1 - differing.length / compared, 1 / (2 * compared));
    const keys = -compared * Math.log(untouched);
    const left = Math.min(rows, Math.max(keys, (keys / (differing.length * 2 ** bits)) * rows));
    return (rows - left) * LISTING_COST > totalRows ? depth + bits : null;
}
/** Portions of ranges whose keys are listed in one pass each. */
function passesOf(differing) {
    const passes = [];
    let listed = Number.POSITIVE_INFINITY;
    for (const range of differing) {
        if (listed + range.rows > MOST_LISTED) {
            passes.push([]);
            listed = 0;
        }
        passes.at(-1)?.push(range);
        listed += range.rows;
    }
    return passes;
}
function rowsOf(ranges) {
    return ranges.reduce((sum, { rows }) => sum + rows, 0);
}
function namedRanges(depth, ranges) {
    return { depth, names: ranges.map(({ range }) => range) };
}
/** Finds which keys differ while both sides list theirs in any order: holds only those that the other side has not listed yet. */
class KeyJoin {
    #alone = new Map();
    #found;
    constructor(found) {
        this.#found = found;
    }
    /** Each side names each key once. */
    add(side, digests) {
        for (const digest of digests) {
            const other = this.#alone.get(digest.range);
            if (other === undefined) {
                this.#alone.set(digest.range, { ...digest, side });
                continue;
            }
            this.#alone.delete(digest.range);
            if (sameDigest(digest, other))
                continue;
            const [left, right] = side === 'left' ? [digest, other] : [other, digest];
            this.#found({ kind: 'different', range: digest.range, leftRows: left.rows, rightRows: right.rows });
        }
    }
    /** What is left when both sides are through is missing on the other. */
    finish() {
        for (const { range, rows, side } of this.#alone.values()) {
            this.#found(side === 'left'
                ? { kind: 'missing-right', range, leftRows: rows, rightRows: 0 }
                : { kind: 'missing-left', range, leftRows: 0, rightRows: rows });
        }
        this.#alone.clear();
    }
}
/** Counts every difference and keeps a few: always the same ones, whichever comes first. */
class DifferenceTally {
    counts = { 'missing-left': 0, 'missing-right': 0, different: 0 };
    #most;
    #kept = [];
    constructor(most) {
        this.#most = most;
    }
    get kept() {
        return this.#kept;
    }
    add(difference) {
        this.counts[difference.kind]++;
        const last = this.#kept.at(-1);
        if (this.#kept.length >= this.#most && (last === undefined || last.range < difference.range))
            return;
        this.#kept = [...this.#kept, difference].sort((a, b) => (a.range < b.range ? -1 : 1)).slice(0, this.#most);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/row-form.js
/** Agrees on what of the rows of two sources is compared: key, columns, and the types that values of both sides are cast to. */

/** @throws CheckError when there is no common key, or a column that is asked for does not exist */
function agreeOnForm(left, right, wanted) {
    const key = wanted.key ?? commonKey(left, right);
    const ignored = new Set(wanted.ignore ?? []);
    const isValue = ({ name }) => !ignored.has(name) && !key.includes(name);
    const [ownLeft, ownRight] = [namesBeside(left, right), namesBeside(right, left)];
    const common = left.facts.columns.filter(isValue).map(({ name }) => name);
    const columns = wanted.columns?.filter((name) => !key.includes(name)) ?? common.filter((name) => !ownLeft.includes(name));
    const compared = (names) => names.map((name) => comparedColumn(name, left, right));
    const own = (names) => (wanted.columns === null ? names.filter((name) => !ignored.has(name)) : []);
    return { form: { key: compared(key), values: compared(columns) }, ownLeft: own(ownLeft), ownRight: own(ownRight) };
}
function namesBeside(reader, other) {
    const others = new Set(other.facts.columns.map(({ name }) => name));
    return reader.facts.columns.map(({ name }) => name).filter((name) => !others.has(name));
}
function commonKey(left, right) {
    const [mine, others] = [left.facts.primaryKey, right.facts.primaryKey];
    if (mine.length > 0 && mine.length === others.length && mine.every((name) => others.includes(name)))
        return mine;
    throw new errors/* CheckError */.tl(`rows cannot be matched: ${describeKey(left)}, ${describeKey(right)}`, {
        hint: 'name the columns that identify a row with `key`',
    });
}
function describeKey({ facts: { name, primaryKey } }) {
    return primaryKey.length === 0 ? `${name} has no primary key` : `the primary key of ${name} is (${primaryKey.join(', ')})`;
}
function comparedColumn(name, left, right) {
    const as = left.commonType(columnOf(left, name).type, columnOf(right, name).type);
    return { name, as };
}
function columnOf({ facts }, name) {
    const column = facts.columns.find((candidate) => candidate.name === name);
    if (column !== undefined)
        return column;
    throw new errors/* CheckError */.tl(`${facts.name} has no column ${name}`, {
        hint: `it has ${facts.columns.map((candidate) => candidate.name).join(', ')}`,
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/row-samples.js
/** A row of each key that this side has. Of a key that the left side has too, the right one is read only to be shown. */
async function sampleRows(reader, side, form, columns, differences) {
    const keysOnly = columns.length === form.key.length;
    const wanted = differences.filter(({ leftRows, rightRows }) => {
        if (side === 'left')
            return leftRows > 0;
        return rightRows > 0 && !(keysOnly && leftRows > 0);
    });
    if (wanted.length === 0)
        return new Map();
    const most = wanted.reduce((sum, { leftRows, rightRows }) => sum + Math.max(leftRows, rightRows), 0);
    const keys = wanted.map(({ range }) => range);
    const rows = await reader.rowsOf(form, keys, columns, Math.min(most, MOST_ROWS));
    return new Map(rows.toReversed().map(({ range, row }) => [range, row]));
}
/** A key with thousands of rows is named all the same, if not always by its first row. */
const MOST_ROWS = 10_000;

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/parity.js
/** Compares the rows of two sources: digests of ranges first, deeper where they differ, at last the keys of the ranges that do. */





/**
 * Finds every key whose rows differ, and counts them exactly. Sides in one database are read as of one instant.
 *
 * @throws CheckError when there is no key, or a source or column does not exist; StatementError when a source cannot be read
 */
async function compareRows(options) {
    const failure = new AbortController();
    const signal = AbortSignal.any([options.signal, failure.signal]);
    const { left, right } = options;
    const sameInstant = left.database === right.database;
    const work = (readers) => new Comparison(readers, options, failure).run(sameInstant);
    if (sameInstant) {
        return left.database.withRowSources([left.source, right.source], signal, (readers) => work(pairOf(readers)));
    }
    return left.database.withRowSources([left.source], signal, (mine) => right.database.withRowSources([right.source], signal, (others) => work(pairOf([...mine, ...others]))));
}
function pairOf(readers) {
    const [left, right] = readers;
    if (left === undefined || right === undefined)
        throw new errors/* CheckError */.tl('two sources are needed to compare rows');
    return { left, right };
}
class Comparison {
    #readers;
    #options;
    #failure;
    constructor(readers, options, failure) {
        this.#readers = readers;
        this.#options = options;
        this.#failure = failure;
    }
    async run(sameInstant) {
        const { left, right } = this.#readers;
        const agreed = agreeOnForm(left, right, this.#options);
        const tally = new DifferenceTally(this.#options.sampleKeys);
        const rows = await this.#findDifferences(agreed.form, tally);
        return {
            left: { name: left.facts.name, rows: rows.left, ownColumns: agreed.ownLeft },
            right: { name: right.facts.name, rows: rows.right, ownColumns: agreed.ownRight },
            key: agreed.form.key.map(({ name }) => name),
            missingLeft: tally.counts['missing-left'],
            missingRight: tally.counts['missing-right'],
            different: tally.counts.different,
            samples: await this.#samplesOf(agreed, tally),
            sameInstant,
        };
    }
    async #findDifferences(form, tally) {
        let depth = FIRST_DEPTH;
        const [left, right] = await this.#digestBoth(form, depth, null);
        let differing = differingRanges(left, right);
        const rows = { left: rowsOf(left), right: rowsOf(right) };
        const totalRows = Math.max(rows.left, rows.right);
        let compared = 2 ** depth;
        for (;;) {
            const next = nextDepth({ depth, compared, differing, totalRows });
            if (next === null)
                break;
            const [deeperLeft, deeperRight] = await this.#digestBoth(form, next, namedRanges(depth, differing));
            compared = differing.length * 2 ** (next - depth);
            differing = differingRanges(deeperLeft, deeperRight);
            depth = next;
        }
        for (const pass of passesOf(differing))
            await this.#listKeys(form, depth, pass, tally);
        return rows;
    }
    #digestBoth(form, depth, within) {
        const request = { form, depth, within, atMost: Number.POSITIVE_INFINITY };
        return this.#both(async (reader) => {
            const digests = [];
            for await (const portion of reader.digests(request))
                digests.push(...portion);
            return digests;
        });
    }
    async #listKeys(form, depth, pass, tally) {
        const join = new KeyJoin((difference) => tally.add(difference));
        const request = { form, depth: parity/* KEY_DEPTH */.I, within: namedRanges(depth, pass), atMost: rowsOf(pass) };
        await this.#both(async (reader, side) => {
            for await (const portion of reader.digests(request))
                join.add(side, portion);
        });
        join.finish();
    }
    async #samplesOf(agreed, tally) {
        if (tally.kept.length === 0)
            return [];
        const { form } = agreed;
        const key = form.key.map(({ name }) => name);
        const columns = this.#options.showRows === true ? [...key, ...form.values.map(({ name }) => name)] : key;
        const [left, right] = await this.#both((reader, side) => sampleRows(reader, side, form, columns, tally.kept));
        return tally.kept.map((difference) => {
            const found = { left: left.get(difference.range) ?? null, right: right.get(difference.range) ?? null };
            const named = found.left ?? found.right ?? {};
            const shown = this.#options.showRows === true ? found : { left: null, right: null };
            return { ...difference, key: Object.fromEntries(key.map((name) => [name, named[name] ?? null])), ...shown };
        });
    }
    /** Both sides at once. The first failure ends the other side's statement too, and both are over before it is thrown. */
    async #both(work) {
        const started = ['left', 'right'].map((side) => work(this.#readers[side], side).catch((error) => {
            this.#failure.abort(error);
            throw error;
        }));
        const settled = await Promise.allSettled(started);
        this.#options.signal.throwIfAborted();
        this.#failure.signal.throwIfAborted();
        return settled.map((each) => each.value);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/parity-samples.js
/** Longest part of a value that is shown. */
const parity_samples_SHOWN_LENGTH = 60;
/** One sentence, or none where nothing differs. */
function describeSamples({ samples }, differing) {
    if (samples.length === 0)
        return [];
    const more = differing > samples.length ? [`and ${differing - samples.length} more`] : [];
    return [[...samples.map(describeSample), ...more].join('; ')];
}
function describeSample(sample) {
    const key = Object.entries(sample.key).map(([name, value]) => `${name} = ${valueText(value)}`);
    return `${key.join(', ')} ${whatOf(sample)}`;
}
function whatOf({ kind, leftRows, rightRows, left, right }) {
    if (kind === 'missing-left')
        return `is missing in the first${rowText(right)}`;
    if (kind === 'missing-right')
        return `is missing in the second${rowText(left)}`;
    if (leftRows !== rightRows)
        return `is there ${leftRows} and ${rightRows} times`;
    return left === null || right === null ? 'differs' : `differs: ${differingValues(left, right)}`;
}
function rowText(row) {
    if (row === null)
        return '';
    return ` (${Object.entries(row)
        .map(([name, value]) => `${name} = ${valueText(value)}`)
        .join(', ')})`;
}
function differingValues(left, right) {
    const different = Object.keys(left).filter((name) => left[name] !== right[name]);
    return different.map((name) => `${name} = ${valueText(left[name])} and ${valueText(right[name])}`).join(', ');
}
function valueText(value) {
    if (value === null || value === undefined)
        return 'NULL';
    return value.length <= parity_samples_SHOWN_LENGTH ? value : `${value.slice(0, parity_samples_SHOWN_LENGTH)}…`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/parity.js



const parity_parity = {
    lane: 'reading',
    ask: ({ context, settings, before }, signal) => withSides(context, settings, async (left, right) => {
        const { key, columns, ignore, sampleKeys, showRows } = settings;
        const compared = await compareRows({
            left: { database: left, source: settings.left.source },
            right: { database: right, source: settings.right.source },
            ...{ key, columns, ignore, sampleKeys, showRows, signal },
        });
        const finding = judgeParity(settings, compared, before);
        return finding.message === undefined ? finding : { ...finding, message: context.redact(finding.message) };
    }),
};
/** Opens other databases that the check names, one handle for each URL, and closes them. */
async function withSides(context, { left, right }, work) {
    const opened = new Map();
    const databaseOf = async ({ database: url }) => {
        if (url === null)
            return context.database;
        const database = opened.get(url) ?? (await context.openOther(url));
        opened.set(url, database);
        return database;
    };
    try {
        return await work(await databaseOf(left), await databaseOf(right));
    }
    finally {
        await Promise.all([...opened.values()].map((database) => database.close()));
    }
}
/** What was found, in words. A column that only one side has fails: what it holds was not compared. */
function judgeParity(settings, compared, before) {
    const { atMost } = settings;
    const differing = compared.missingLeft + compared.missingRight + compared.different;
    const total = (0,quantity_text/* formatCount */.B4)(Math.max(compared.left.rows, compared.right.rows), 'row');
    const passed = differing <= atMost && compared.left.ownColumns.length === 0 && compared.right.ownColumns.length === 0;
    const message = [
        ...columnWords(compared),
        ...describeSamples(compared, differing),
        ...instantWords(compared),
        ...changeWords(differing, before),
    ];
    return {
        status: passed ? 'passed' : 'failed',
        expected: `${atMost === 0 ? '0' : `at most ${atMost}`} of ${total} differ`,
        actual: `${differing} of ${total} differ${differing === 0 ? '' : `: ${countWords(compared)}`}`,
        measured: differing,
        ...(message.length === 0 ? {} : { message: message.join('. ') }),
    };
}
function countWords({ left, right, missingLeft, missingRight, different }) {
    const [leftName, rightName] = left.name === right.name ? ['the first', 'the second'] : [left.name, right.name];
    return [
        ...(missingLeft === 0 ? [] : [`${missingLeft} missing in ${leftName}`]),
        ...(missingRight === 0 ? [] : [`${missingRight} missing in ${rightName}`]),
        ...(different === 0 ? [] : [`${different} with other values`]),
    ].join(', ');
}
function columnWords({ left, right }) {
    return [left, right]
        .filter(({ ownColumns }) => ownColumns.length > 0)
        .map(({ name, ownColumns }) => `only ${name} has ${ownColumns.join(', ')}: name what to compare with \`columns\`, or leave it out with \`ignore\``);
}
function instantWords({ sameInstant }) {
    return sameInstant ? [] : ['two databases, each read as of an instant of its own'];
}
function changeWords(differing, before) {
    if (before?.measured === undefined || before.measured === differing)
        return [];
    const delta = differing - before.measured;
    return [`${Math.abs(delta)} ${delta > 0 ? 'more' : 'fewer'} than before the migration (${before.measured})`];
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/populated.js

/** What "about" means for a number of rows that grows from day to day, in percent. */
const ABOUT_PERCENT = 10n;
const populated = {
    lane: 'reading',
    ask: async ({ context, settings }, signal) => {
        const { column, ...table } = settings.column;
        const [population] = await context.database.catalog.population(table, [column], signal);
        return judgePopulation(settings, population);
    },
};
/** A table without rows proves nothing: it passes only where the plan wants no values. */
function judgePopulation(settings, population) {
    const faults = [...fillFaults(settings, population), ...totalFaults(settings, population)];
    return {
        status: faults.length === 0 ? 'passed' : 'failed',
        expected: populated_describeExpected(settings),
        actual: describeActual(population),
        measured: Number(population.filled),
        ...(faults.length === 0 ? {} : { message: faults.join('; ') }),
    };
}
function fillFaults({ atLeast }, { rows, filled }) {
    const wanted = 'rows' in atLeast ? atLeast.rows : Number(atLeast.percent);
    if (rows === 0n && wanted > 0)
        return ['the table is empty'];
    const missing = (0,quantity_text/* formatCount */.B4)(rows - filled, 'row has no value', 'rows have no value');
    return isFilled(atLeast, { rows, filled }) ? [] : [missing];
}
/** Without floating point, in which a share of a large table would be rounded. */
function isFilled(atLeast, { rows, filled }) {
    if ('rows' in atLeast)
        return filled >= BigInt(atLeast.rows);
    const [whole = '0', fraction = ''] = atLeast.percent.split('.');
    return filled * 100n * 10n ** BigInt(fraction.length) >= BigInt(whole + fraction) * rows;
}
function totalFaults({ of }, { rows }) {
    if (of === null)
        return [];
    const wanted = BigInt(of.rows);
    const away = rows > wanted ? rows - wanted : wanted - rows;
    const near = of.about ? away * 100n <= wanted * ABOUT_PERCENT : away === 0n;
    return near ? [] : [`the table has ${(0,quantity_text/* formatCount */.B4)(rows, 'row')}, not ${describeTotal(of)}`];
}
function populated_describeExpected({ atLeast, of }) {
    const least = 'rows' in atLeast
        ? (0,quantity_text/* formatCount */.B4)(atLeast.rows, of === null ? 'row' : '', of === null ? 'rows' : '').trim()
        : `${atLeast.percent} %`;
    return `at least ${least}${of === null ? '' : ` of ${describeTotal(of)}`}`;
}
function describeTotal({ rows, about }) {
    return about ? `about ${(0,quantity_text/* formatCount */.B4)(rows, '', '').trim()} (within ${ABOUT_PERCENT} %)` : (0,quantity_text/* formatCount */.B4)(rows, 'row');
}
/** The share is rounded down, so that less than all never reads as 100 %. */
function describeActual({ rows, filled }) {
    const of = `${(0,quantity_text/* formatCount */.B4)(filled, '', '').trim()} of ${(0,quantity_text/* formatCount */.B4)(rows, 'row')}`;
    if (rows === 0n)
        return of;
    const hundredths = (filled * 10000n) / rows;
    return `${of} (${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')} %)`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/decimals.js
var decimals = __webpack_require__(6230);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/query-check.js


/** Longest part of a value that a report shows. */
const query_check_SHOWN_LENGTH = 200;
/** Whether the rows are what is expected, with both in words. */
function query_check_judge(expectation, rows) {
    const expected = describeExpectation(expectation);
    if (expectation.kind === 'empty')
        return finding(rows.length === 0, expected, describeRows(rows));
    if (expectation.kind === 'rows')
        return finding(rows.length === expectation.count, expected, (0,quantity_text/* formatCount */.B4)(rows.length, 'row'));
    const shape = shapeFault(rows);
    if (shape !== null)
        return { ...finding(false, expected, describeRows(rows)), message: shape };
    const actual = onlyValue(rows);
    return finding(actual !== null && meets(expectation, actual), expected, describeValue(actual));
}
/** The expectation in words, as the report shows it. */
function describeExpectation(expectation) {
    switch (expectation.kind) {
        case 'value':
            return shorten(expectation.value);
        case 'range':
            return describeRange(expectation.atLeast, expectation.atMost);
        case 'rows':
            return (0,quantity_text/* formatCount */.B4)(expectation.count, 'row');
        case 'matches':
            return `matches /${shorten(expectation.pattern)}/`;
        case 'empty':
            return 'no rows';
    }
}
function describeRange(atLeast, atMost) {
    if (atMost === null)
        return `at least ${atLeast}`;
    return atLeast === null ? `at most ${atMost}` : `from ${atLeast} to ${atMost}`;
}
function meets(expectation, actual) {
    switch (expectation.kind) {
        case 'value':
            return sameValue(expectation, actual);
        case 'range':
            return isBetween(actual, expectation.atLeast, expectation.atMost);
        case 'matches':
            return new RegExp(expectation.pattern, 'u').test(actual);
    }
}
const TRUTHS = { t: 'true', true: 'true', f: 'false', false: 'false' };
function sameValue(expectation, actual) {
    if (expectation.as === 'number')
        return (0,decimals/* compareDecimals */.YL)(actual, expectation.value) === 0;
    if (expectation.as === 'boolean')
        return TRUTHS[actual] === expectation.value;
    return actual === expectation.value;
}
function isBetween(actual, atLeast, atMost) {
    if (!(0,decimals/* isDecimal */.aM)(actual))
        return false;
    const aboveFloor = atLeast === null || ((0,decimals/* compareDecimals */.YL)(actual, atLeast) ?? -1) >= 0;
    return aboveFloor && (atMost === null || ((0,decimals/* compareDecimals */.YL)(actual, atMost) ?? 1) <= 0);
}
function shapeFault(rows) {
    const [row] = rows;
    if (rows.length === 1 && row !== undefined && Object.keys(row).length === 1)
        return null;
    return 'the query must answer with one row of one column to be compared with a value';
}
function onlyValue(rows) {
    return Object.values(rows[0] ?? {})[0] ?? null;
}
function describeValue(value) {
    return value === null ? 'NULL' : shorten(value);
}
function describeRows(rows) {
    const [row] = rows;
    if (row === undefined)
        return 'no rows';
    const values = Object.entries(row).map(([name, value]) => `${name} = ${describeValue(value)}`);
    return shorten(`${(0,quantity_text/* formatCount */.B4)(rows.length, 'row')}${rows.length === 1 ? '' : ', the first'}: ${values.join(', ')}`);
}
function finding(passed, expected, actual) {
    return { status: passed ? 'passed' : 'failed', expected, actual };
}
function shorten(text) {
    return text.length <= query_check_SHOWN_LENGTH ? text : `${text.slice(0, query_check_SHOWN_LENGTH)}…`;
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/reading.js
var reading = __webpack_require__(3547);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/query.js


const query = {
    lane: 'reading',
    ask: async ({ context, settings }, signal) => query_check_judge(settings.expect, await (0,reading/* readOnlyQuery */.Vm)(context.database, settings.query, signal)),
};

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/timing.js

async function repeatedly({ clock, runs, warmUp }, work) {
    const durations = [];
    for (let run = 0; run < warmUp + runs; run++) {
        const started = clock.monotonicMs();
        await work();
        if (run >= warmUp)
            durations.push(clock.monotonicMs() - started);
    }
    return timingOf(durations);
}
/** @param durations - ms, at least one */
function timingOf(durations) {
    const sorted = durations.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    const [fastest, slowest, upper] = [sorted.at(0) ?? 0, sorted.at(-1) ?? 0, sorted[middle] ?? 0];
    const medianMs = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
    return { runs: sorted.length, medianMs, fastestMs: fastest, slowestMs: slowest };
}
/** `1.2 s`, or `median 1.2 s of 5 (1.1 s to 1.4 s)`. */
function describeTiming({ runs, medianMs, fastestMs, slowestMs }) {
    if (runs === 1)
        return (0,quantity_text/* formatDuration */.a3)(medianMs);
    return `median ${(0,quantity_text/* formatDuration */.a3)(medianMs)} of ${runs} (${(0,quantity_text/* formatDuration */.a3)(fastestMs)} to ${(0,quantity_text/* formatDuration */.a3)(slowestMs)})`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/time.js



const time = {
    lane: 'alone',
    ask: async (asked, signal) => {
        const timing = await measure(asked.context, asked.settings, signal);
        const found = { actual: describeTiming(timing), measured: timing.medianMs };
        if (asked.moment === 'before' && asked.settings.compare)
            return { ...found, ...judgeBefore(asked.settings, timing) };
        return { ...found, ...judgeAfter(asked, timing) };
    },
};
function measure(context, settings, signal) {
    const { timed, runs, warmUp } = settings;
    const { clock, database } = context;
    const times = { clock, runs, warmUp };
    if ('query' in timed) {
        return (0,reading/* whileReading */.q9)(database, signal, (session) => repeatedly(times, async () => void (await session.receive(timed.query))));
    }
    return repeatedly(times, () => runCommand(context, timed.command, signal));
}
/** @throws CommandError with its exit code and last lines where it fails: what failed has no time */
async function runCommand({ processes, database, plan, emit }, shell, signal) {
    const command = { run: { shell }, cwd: plan.directory, env: database.childEnvironment };
    await processes.run(command, { signal, onLine: (line) => emit({ type: 'output', source: 'time', line }) });
}
/** Before the migration it is a measurement, and judged only where the plan says what it must be then. */
function judgeBefore({ before }, { medianMs }) {
    if (before === null)
        return { status: 'passed', expected: 'measured, to be compared after the migration' };
    const { atLeastMs, atMostMs } = before;
    const words = [
        ...(atLeastMs === null ? [] : [`at least ${(0,quantity_text/* formatDuration */.a3)(atLeastMs)}`]),
        ...(atMostMs === null ? [] : [`at most ${(0,quantity_text/* formatDuration */.a3)(atMostMs)}`]),
    ];
    const kept = medianMs >= (atLeastMs ?? 0) && medianMs <= (atMostMs ?? Number.POSITIVE_INFINITY);
    return { status: kept ? 'passed' : 'failed', expected: `${words.join(', ')} before the migration` };
}
/** What the limits come to in ms, and how they read. */
function judgeAfter({ settings, before }, { medianMs }) {
    const earlier = before?.measured;
    const limits = [...absoluteLimits(settings), ...relativeLimits(settings, earlier)];
    const expected = limits.map((limit) => limit.words).join(', ');
    if (earlier === undefined && isRelative(settings)) {
        return { status: 'errored', expected, message: 'it was not measured before the migration: there is nothing to compare with' };
    }
    const status = limits.every((limit) => medianMs <= limit.ms) ? 'passed' : 'failed';
    return { status, expected, ...(before?.actual === undefined ? {} : { before: before.actual }) };
}
function absoluteLimits({ atMostMs }) {
    return atMostMs === null ? [] : [{ ms: atMostMs, words: `at most ${(0,quantity_text/* formatDuration */.a3)(atMostMs)}` }];
}
function relativeLimits({ atMostTimes, fasterBy }, earlier = Number.NaN) {
    const inTime = (ms) => (Number.isNaN(ms) ? '' : ` (${(0,quantity_text/* formatDuration */.a3)(ms)})`);
    const slower = earlier * (atMostTimes ?? 1);
    const faster = earlier / (fasterBy ?? 1);
    return [
        ...(atMostTimes === null ? [] : [{ ms: slower, words: `at most ${atMostTimes} times the time before${inTime(slower)}` }]),
        ...(fasterBy === null ? [] : [{ ms: faster, words: `${fasterBy} times faster than before${inTime(faster)}` }]),
    ];
}
function isRelative({ atMostTimes, fasterBy }) {
    return atMostTimes !== null || fasterBy !== null;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js









const KINDS = {
    query: query,
    command: command,
    time: time,
    http: http_http,
    'foreign-keys': foreignKeys,
    inventory: inventory,
    parity: parity_parity,
    populated: populated,
};
/** The checks of a moment, in the order of the plan. Those for before and after belong to both. */
function checksAt(context, moment, baseline = null) {
    const around = { context, moment, from: baseline?.revision ?? null, captured: new Map() };
    return context.plan.validate
        .filter((settings) => belongsTo(settings.moment, moment))
        .map((settings) => askable({ ...around, settings, before: baseline?.before?.[settings.name] ?? null }));
}
function belongsTo(declared, moment) {
    if (typeof declared === 'object' || typeof moment === 'object') {
        return typeof declared === 'object' && typeof moment === 'object' && declared.afterMigration === moment.afterMigration;
    }
    return declared === moment || (declared === 'before-and-after' && (moment === 'before' || moment === 'after'));
}
function askable(asked) {
    const { context, settings, before } = asked;
    // The record maps each name to the kind of exactly that name; the compiler cannot follow the pair.
    const kind = KINDS[settings.kind];
    const attempt = (signal) => inTime(settings, signal, (limited) => kind.ask(asked, limited));
    return {
        name: settings.name,
        kind: settings.kind,
        ...(settings.group === null ? {} : { group: settings.group }),
        lane: kind.lane,
        ask: async (signal) => weigh(settings, withBefore(await patiently(context, settings, signal, attempt), before)),
    };
}
/** @throws CheckError when the attempt takes longer than the plan allows */
async function inTime({ timeoutMs }, signal, work) {
    if (timeoutMs === null)
        return work(signal);
    const limit = AbortSignal.timeout(timeoutMs);
    try {
        return await work(AbortSignal.any([signal, limit]));
    }
    catch (error) {
        signal.throwIfAborted();
        if (!limit.aborted)
            throw error;
        throw new errors/* CheckError */.tl(`no answer within ${timeoutMs} ms`, { cause: error, hint: 'give it more time with `timeout`' });
    }
}
/** Asks again while it does not pass, as often as the plan says; the last answer counts. */
async function patiently(context, { retries }, signal, attempt) {
    for (let left = retries.times; left > 0; left--) {
        const finding = await attempt(signal).catch(() => null);
        if (finding?.status === 'passed' || finding?.status === 'skipped')
            return finding;
        await context.clock.sleep(retries.delayMs, signal);
    }
    return attempt(signal);
}
function withBefore(finding, before) {
    return before?.actual === undefined || finding.before !== undefined ? finding : { ...finding, before: before.actual };
}
/** What did not run is never green, and no mere warning either. */
function weigh({ warnOnly }, finding) {
    return finding.status === 'failed' && warnOnly ? { ...finding, status: 'warning' } : finding;
}


/***/ }),

/***/ 6774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkHealth)
/* harmony export */ });
/* harmony import */ var _domain_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5707);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2208);
/* harmony import */ var _domain_revision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3066);
/* harmony import */ var _earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9020);
/* harmony import */ var _next_commands_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5983);





/** Records every check in the scope; a check that cannot be asked because the server is out of reach is skipped, not passed. */
async function checkHealth(context, scope, request) {
    const [connection, ...others] = databaseChecks(context, request);
    const rest = [...others, ...migratorChecks(context), ...(request.recovered ? [] : [unfinishedRun(context)])];
    requireKnown(context.plan.health.warnOnly, [connection, ...rest]);
    if (connection === undefined)
        return scope.askAll(rest.map((check) => weighed(context, check)));
    const reached = await scope.ask(connection);
    if ((0,_domain_check_js__WEBPACK_IMPORTED_MODULE_1__/* .blocking */ .ub)([reached]).length > 0)
        scope.skip(rest, 'the database could not be reached');
    else
        await scope.askAll(rest.map((check) => weighed(context, check)));
    return scope.results;
}
/** @throws ConfigurationError for a name that no health check has */
function requireKnown(names, checks) {
    const known = checks.flatMap((check) => (check === undefined ? [] : [check.name]));
    const unknown = names.find((name) => !known.includes(name));
    if (unknown === undefined)
        return;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`health.warn-only names ${JSON.stringify(unknown)}, and there is no such health check`, {
        hint: `the health checks are: ${known.join(', ')}`,
    });
}
/** A failure that the plan takes lightly is a warning; what could not be asked stays an error. */
function weighed({ plan }, check) {
    if (!plan.health.warnOnly.includes(check.name))
        return check;
    const ask = async (signal) => {
        const finding = await check.ask(signal);
        return finding.status === 'failed' ? { ...finding, status: 'warning' } : finding;
    };
    return { ...check, ask };
}
function databaseChecks(context, { backup }) {
    const { health, backup: backupPlan } = context.plan;
    return context.database.healthChecks({
        connectTimeoutMs: health.connectTimeoutMs,
        freeSpace: health.freeSpace,
        maxTransactionAgeMs: health.maxTransactionAgeMs,
        backupDirectory: context.store.directory,
        backup,
        verifyByRestore: backup && backupPlan.verify === 'restore',
    });
}
/** The three questions share one look at the migrator's state. */
function migratorChecks(context) {
    let asked;
    const state = (signal) => {
        asked ??= context.migrator.state({ signal });
        return asked;
    };
    return [historyCheck(state), headsCheck(state), ...expectedRevisionCheck(context, state)];
}
function historyCheck(state) {
    return {
        name: 'migration history',
        kind: 'history',
        ask: async (signal) => {
            const { current, pending } = await state(signal);
            const actual = current.length === 0 ? 'no history yet: first migration' : `at ${(0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRevisions */ .cs)(current)}`;
            return { status: 'passed', expected: 'readable and unedited', actual: `${actual}, ${pending.length} pending` };
        },
    };
}
function headsCheck(state) {
    return {
        name: 'one head',
        kind: 'heads',
        ask: async (signal) => {
            const { heads } = await state(signal);
            const status = heads.length > 1 ? 'failed' : 'passed';
            const message = heads.length > 1 ? { message: `the history has ${heads.length} heads; merge them (Alembic: alembic merge heads)` } : {};
            return { status, expected: 'at most one', actual: heads.length === 0 ? 'none' : (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRevisions */ .cs)(heads), ...message };
        },
    };
}
function expectedRevisionCheck(context, state) {
    const { expectRevision } = context.plan.health;
    if (expectRevision === null)
        return [];
    const ask = async (signal) => {
        const actual = (0,_domain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRevisions */ .cs)((await state(signal)).current);
        return { status: actual === expectRevision ? 'passed' : 'failed', expected: expectRevision, actual };
    };
    return [{ name: 'expected revision', kind: 'expected-revision', ask }];
}
function unfinishedRun(context) {
    return {
        name: 'no unfinished run',
        kind: 'unfinished-run',
        ask: async () => {
            const run = (await (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnsettledRuns */ .O_)(context)).at(-1);
            if (run === undefined)
                return { status: 'passed', expected: 'none', actual: 'none' };
            const actual = (0,_earlier_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .describeUnsettled */ .O4)(run);
            return {
                status: 'warning',
                expected: 'none',
                actual,
                message: `the next run deals with it first; see: ${(0,_next_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .statusCommand */ .yA)(context)}`,
            };
        },
    };
}


/***/ }),

/***/ 2888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/check.js
var check = __webpack_require__(5707);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/revision.js
var revision = __webpack_require__(3066);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/table-name.js
var table_name = __webpack_require__(5510);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(2208);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/quantity-text.js
var quantity_text = __webpack_require__(1216);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/decimals.js
var decimals = __webpack_require__(6230);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/answers.js

/** Columns of the key that an answer lacks. */
function missingKeyColumns({ key }, rows) {
    const [first] = rows;
    return first === undefined ? [] : key.filter((column) => !(column in first));
}
/** Numbers are compared as numbers (1.0 is 1.00, to the last digit), everything else as text. */
function compareAnswers(pairing, before, after) {
    const { pairs, missing, added } = pairRows(pairing, before, after);
    return [
        ...pairs.flatMap((pair) => compareCells(pairing, pair)),
        ...missing.map((row) => ({ kind: 'missing', row: describeRow(row) })),
        ...added.map((row) => ({ kind: 'new', row: describeRow(row) })),
    ];
}
function pairRows(pairing, before, after) {
    if (pairing.ordered)
        return pairBy(before, after, (_row, index) => String(index), (_row, index) => `row ${index + 1}`);
    const { key } = pairing;
    if (key.length > 0)
        return pairBy(before, after, (row) => sameKey(row, key), (row) => describeRow(pick(row, key)));
    const loose = pairBy(before, after, (row) => sameKey(row, firmColumns(pairing, row)), describeFirm(pairing));
    const [[lost, ...others], [found, ...more]] = [loose.missing, loose.added];
    if (lost === undefined || found === undefined || others.length + more.length > 0)
        return loose;
    // One row left over on each side: it is the same row with other values.
    const row = before.length === 1 ? '' : describeRow(pick(lost, equalColumns(lost, found)));
    return { pairs: [...loose.pairs, { before: lost, after: found, row }], missing: [], added: [] };
}
/** Rows of one key are paired in the order of their values, which pairs numbers with their nearest. */
function pairBy(before, after, keyOf, label) {
    const left = groupBy(after, keyOf);
    const paired = { pairs: [], missing: [], added: [] };
    for (const [key, mine] of groupBy(before, keyOf)) {
        const theirs = left.get(key) ?? [];
        left.delete(key);
        mine.forEach(({ row, index }, place) => {
            const match = theirs[place];
            if (match === undefined)
                paired.missing.push(row);
            else
                paired.pairs.push({ before: row, after: match.row, row: label(row, index) });
        });
        paired.added.push(...theirs.slice(mine.length).map(({ row }) => row));
    }
    paired.added.push(...[...left.values()].flat().map(({ row }) => row));
    return paired;
}
function groupBy(rows, keyOf) {
    const groups = new Map();
    rows.forEach((row, index) => {
        const key = keyOf(row, index);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [{ row, index }]);
        else
            group.push({ row, index });
    });
    for (const group of groups.values())
        group.sort((a, b) => compareRows(a.row, b.row));
    return groups;
}
function compareCells(pairing, { before, after, row }) {
    const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return columns
        .filter((column) => !sameCell(before[column], after[column], toleranceOf(pairing, column)))
        .map((column) => ({ kind: 'cell', row, column, before: shownCell(before[column]), after: shownCell(after[column]) }));
}
/** A column that one side lacks is not the same as NULL. */
function shownCell(value) {
    return value === undefined ? '(no such column)' : value;
}
function sameCell(before, after, tolerance) {
    if (before === after)
        return true;
    if (before === null || after === null || before === undefined || after === undefined)
        return false;
    return canonical(before) === canonical(after) || (tolerance !== null && (0,decimals/* isWithin */.UO)(before, after, tolerance));
}
function toleranceOf({ tolerance }, column) {
    if (tolerance === null)
        return null;
    return isTolerance(tolerance) ? tolerance : (tolerance[column] ?? null);
}
function isTolerance(tolerance) {
    return tolerance.kind === 'absolute' || tolerance.kind === 'relative';
}
/** The columns that tell rows apart where no key is given: all but numbers that may move. */
function firmColumns(pairing, row) {
    const mayMove = (column) => toleranceOf(pairing, column) !== null && (0,decimals/* canonicalDecimal */.st)(row[column] ?? '') !== null;
    return Object.keys(row).filter((column) => !mayMove(column));
}
function describeFirm(pairing) {
    return (row) => describeRow(pick(row, firmColumns(pairing, row)));
}
function equalColumns(a, b) {
    return Object.keys(a).filter((column) => sameCell(a[column], b[column], null));
}
function sameKey(row, columns) {
    return JSON.stringify(columns.map((column) => [column, canonical(row[column] ?? null)]));
}
function canonical(value) {
    return value === null ? null : ((0,decimals/* canonicalDecimal */.st)(value) ?? value);
}
function compareRows(a, b) {
    for (const column of Object.keys(a)) {
        const [left, right] = [a[column] ?? '', b[column] ?? ''];
        const order = (0,decimals/* compareDecimals */.YL)(left, right) ?? (left < right ? -1 : left > right ? 1 : 0);
        if (order !== 0)
            return order;
    }
    return 0;
}
function pick(row, columns) {
    return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
const SHOWN_LENGTH = 60;
function describeRow(row) {
    return Object.entries(row)
        .map(([column, value]) => `${column}=${describeCell(value)}`)
        .join(' ');
}
function describeCell(value) {
    if (value === null)
        return 'NULL';
    return value.length <= SHOWN_LENGTH ? value : `${value.slice(0, SHOWN_LENGTH)}…`;
}
/** `phase_type=design: count 12 -> 11`, `row phase_type=design is missing`. */
function describeAnswerDifference(difference) {
    if (difference.kind !== 'cell')
        return `row ${difference.row} is ${difference.kind}`;
    const { row, column, before, after } = difference;
    return `${row === '' ? '' : `${row}: `}${column} ${describeCell(before)} -> ${describeCell(after)}`;
}
/** The first few rows of an answer in words, and how many there are. */
function describeAnswer(rows) {
    const first = rows.slice(0, 3).map(describeRow);
    return rows.length > 3 ? `${first.join(', ')}, … (${rows.length} rows)` : first.join(', ') || 'no rows';
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/changes.js
var changes = __webpack_require__(1989);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/reading.js
var reading = __webpack_require__(3547);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/answers.js





/** How many differences of one answer are told. */
const MOST_TOLD = 10;
/** One check for each named query of the baseline. */
function answerChecks(context, baseline) {
    return Object.entries(baseline.queries).map(([name, before]) => ({
        name,
        kind: context.plan.snapshot.queries[name]?.kind === 'distribution' ? 'distribution' : 'same-answer',
        ask: async (signal) => {
            const query = context.plan.snapshot.queries[name];
            if (query === undefined)
                return { status: 'skipped', message: 'the plan no longer has this query' };
            const after = await (0,reading/* readOnlyQuery */.Vm)(context.database, query.query, signal);
            return judgeAnswers(query, before, after, (0,changes/* becauseOfQuery */.SN)(name, context.plan.changes), context.redact);
        },
    }));
}
function judgeAnswers(query, before, after, because, redact) {
    requireKey(query, before, after);
    const differences = compareAnswers(query, before, after);
    const shown = { expected: redact(describeAnswer(before)), actual: redact(describeAnswer(after)) };
    if (differences.length === 0 && because === null)
        return { status: 'passed', ...shown };
    if (differences.length === 0)
        return { status: 'warning', ...shown, message: `the plan says that this changes (${because}), and it did not` };
    const told = redact(describeAll(differences));
    if (because === null)
        return { status: 'failed', ...shown, message: `not as before: ${told}` };
    return { status: 'passed', ...shown, message: `changed as declared (${because}): ${told}` };
}
function requireKey(query, before, after) {
    const missing = [...new Set([...missingKeyColumns(query, before), ...missingKeyColumns(query, after)])];
    if (missing.length === 0)
        return;
    const columns = Object.keys(before[0] ?? after[0] ?? {}).join(', ');
    throw new errors/* CheckError */.tl(`the answer has no column ${missing.join(', ')} to tell its rows apart by`, {
        hint: `its columns are ${columns}: correct \`key\``,
    });
}
function describeAll(differences) {
    const told = differences.slice(0, MOST_TOLD).map(describeAnswerDifference);
    const more = differences.length - told.length;
    const rest = more === 0 ? [] : [`and ${(0,quantity_text/* formatCount */.B4)(more, 'difference')} more`];
    return [...told, ...rest].join('; ');
}

// EXTERNAL MODULE: ./.cache/bundle/src/operations/checks/plan-checks.js + 21 modules
var plan_checks = __webpack_require__(7782);
// EXTERNAL MODULE: ./.cache/bundle/src/operations/comparing.js
var comparing = __webpack_require__(6729);
;// CONCATENATED MODULE: ./.cache/bundle/src/operations/validate.js






/** Records every check in the scope and returns what changed since the baseline. Throws nothing for a failed check. */
async function validate(context, scope, request) {
    const connection = await scope.ask(connectivity(context));
    const rest = [...revisionChecks(context, request), ...(0,plan_checks/* checksAt */.r)(context, 'after', request.baseline)];
    if ((0,check/* blocking */.ub)([connection]).length > 0) {
        scope.skip(rest, 'the database could not be reached');
        return [];
    }
    const compared = request.baseline === null ? [] : await compare(context, scope, request.baseline);
    await scope.askAll(rest);
    return compared;
}
function connectivity(context) {
    return {
        name: 'connection',
        kind: 'connection',
        ask: async (signal) => {
            const session = await context.database.open({ purpose: 'validate', signal });
            await session.query('SELECT 1').finally(() => session.close());
            return { status: 'passed', expected: 'answers', actual: 'answers' };
        },
    };
}
function revisionChecks(context, { expected }) {
    if (expected === null)
        return [];
    const ask = async (signal) => {
        const { current } = await context.migrator.state({ signal });
        const status = (0,revision/* sameRevisions */.D_)(current, expected) ? 'passed' : 'failed';
        return { status, expected: (0,revision/* describeRevisions */.cs)(expected), actual: (0,revision/* describeRevisions */.cs)(current) };
    };
    return [{ name: 'revision reached', kind: 'revision', ask }];
}
/** The whole database is read again in the form of the baseline, and every loss must have the plan's word. */
async function compare(context, scope, baseline) {
    let differences = [];
    const ask = async () => {
        const fingerprint = await (0,comparing/* fingerprintNow */.n7)(context, baseline, context.signal);
        differences = (0,comparing/* judge */.S4)(context, (0,comparing/* differencesSince */.Nl)(context, baseline, fingerprint)).filter((difference) => isWatched(context, difference));
        return judgeLosses(context, baseline, differences);
    };
    await scope.ask({ name: 'nothing lost', kind: 'content', ask });
    await scope.askAll(answerChecks(context, baseline));
    return differences;
}
/** Where the plan lists tables, the content of the others may change; their schema may not. */
function isWatched({ plan }, difference) {
    const { tables } = plan.snapshot;
    const ofContent = difference.object === 'rows' || (difference.object === 'column' && difference.change === 'values-changed');
    if (tables === 'all' || !ofContent || difference.table === undefined)
        return true;
    return tables.some((table) => (0,table_name/* namesTable */.zF)(table, difference.table));
}
function judgeLosses(context, baseline, differences) {
    const losses = differences.filter((difference) => difference.loss);
    const undeclared = losses.filter((difference) => difference.because === null);
    const expected = `all rows and values of ${(0,comparing/* counted */.hS)(baseline.fingerprint.tables.length, 'table')}, and all else but what the plan declares`;
    if (undeclared.length === 0)
        return { status: 'passed', expected, actual: losses.length === 0 ? 'all there' : `${losses.length} declared` };
    return {
        status: context.plan.losses === 'warn' ? 'warning' : 'failed',
        expected,
        actual: `${undeclared.length} not declared`,
        message: `${(0,comparing/* describeDifferences */.g7)(undeclared)}. If that is meant, declare it under \`changes\` with a \`because\``,
    };
}


/***/ }),

/***/ 4777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isSecretHeader: () => (/* binding */ isSecretHeader),
/* harmony export */   planSecrets: () => (/* binding */ planSecrets)
/* harmony export */ });
const SECRET_HEADER = /auth|cookie|token|secret|key|password|signature/i;
/** Whether what a header says is secret, as far as its name tells. */
function isSecretHeader(name) {
    return SECRET_HEADER.test(name);
}
/** Tokens, headers that are secret by their names, and passwords in addresses. */
function planSecrets(plan) {
    return plan.validate.flatMap((check) => (check.kind === 'http' ? requestSecrets(check) : []));
}
function requestSecrets({ request }) {
    const { url, headers, token } = request;
    const secretHeaders = Object.entries(headers).filter(([name]) => isSecretHeader(name));
    return [...(token === null ? [] : [token]), ...secretHeaders.flatMap(([, value]) => headerSecrets(value)), ...passwordOf(url)];
}
/** `Bearer abc` is known by its last word too: an answer may repeat that alone. */
function headerSecrets(value) {
    const credentials = /^(?:Bearer|Basic|Token|ApiKey)\s+(.+)$/i.exec(value)?.[1];
    return credentials === undefined ? [value] : [value, credentials];
}
function passwordOf(url) {
    const written = /^https?:\/\/[^/?#]*?:([^/?#]*)@/i.exec(url)?.[1];
    return written === undefined || written === '' ? [] : [written];
}


/***/ })

};
