export const id = 852;
export const ids = [852];
export const modules = {

/***/ 2179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   HC: () => (/* binding */ parseTableName),
/* harmony export */   Jb: () => (/* binding */ showTableName),
/* harmony export */   M9: () => (/* binding */ readTableName),
/* harmony export */   T: () => (/* binding */ quoteWhereNeeded),
/* harmony export */   c_: () => (/* binding */ quoteTableName),
/* harmony export */   iU: () => (/* binding */ readColumnName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2208);
/** Names of tables and columns as people write them in a plan, and as SQL wants them. */

const PART = /\s*(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))\s*(\.|$)/y;
/** Reads `schema.table` or `table`; parts without quotes fold to lower case as in SQL. @throws ConfigurationError */
function parseTableName(text) {
    const name = readTableName(text);
    if (name !== null)
        return name;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`${JSON.stringify(text)} is not the name of a table`, {
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

/***/ 4103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ commonOf),
/* harmony export */   U: () => (/* binding */ checkSection)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4039);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9499);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1043);
/** What every check of a plan may say, whatever its kind: its name, group, moment, patience and weight. */



const MOST_RETRIES = 1000;
const retriesWords = `must be a whole number from 0 to ${MOST_RETRIES}`;
const shape = {
    name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.describe('What is checked, as it should read in the report.'),
    group: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.optional().describe('Heading under which the report shows it, with a tally.'),
    when: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)(['before', 'after', 'after-start', 'before-and-after'])
        .optional()
        .describe('When it is asked. Default `after` the migrations; `after-start` of the services for `http`.'),
    'after-migration': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.optional().describe('Ask it right after this migration, before the next. Not together with `when`.'),
    'warn-only': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt.optional().describe('A failure is only a warning. Default `false`.'),
    timeout: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDuration */ .Cz.optional().describe('How long one attempt may take.'),
    retries: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: retriesWords })
        .min(0, { error: retriesWords })
        .max(MOST_RETRIES, { error: retriesWords })
        .optional()
        .describe('How often it is asked again while it does not pass. Default 0.'),
    'retry-delay': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.optional().describe('Pause between attempts. Default `1s`.'),
};
/** The keys of one kind of check, together with those that every kind has. */
function checkSection(own, description) {
    return (0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .section */ .u)({ ...shape, ...own }, description).refine((written) => saysWhenOnce(written), {
        error: 'must say either when, or after-migration, not both',
    });
}
function saysWhenOnce(written) {
    return written.when === undefined || written['after-migration'] === undefined;
}
/** The common part of a check. `moment` is the kind's own default. */
function commonOf(written, moment = 'after') {
    const afterMigration = written['after-migration'];
    return {
        name: written.name,
        group: written.group ?? null,
        moment: afterMigration === undefined ? (written.when ?? moment) : { afterMigration },
        warnOnly: written['warn-only'] ?? false,
        timeoutMs: written.timeout ?? null,
        retries: { times: written.retries ?? 0, delayMs: written['retry-delay'] ?? 1000 },
    };
}


/***/ }),

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ httpCheck),
  o: () => (/* binding */ namesUsed)
});

// EXTERNAL MODULE: ../main/node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(4039);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/fields.js
var fields = __webpack_require__(9499);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/json-path.js
var json_path = __webpack_require__(5554);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/section.js
var section = __webpack_require__(1043);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/common.js
var common = __webpack_require__(4103);
// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/placeholders.js
var placeholders = __webpack_require__(1292);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/http-request.js
/** The request of an `http` check as the plan writes it: method and address, headers, token and body. */




const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const ADDRESS_WORDS = 'must be an address such as http://localhost:8000/health; {{names}} may stand in its path and query only';
const address = fields/* text */.Qq.refine(isAddress, { error: ADDRESS_WORDS });
/** The server is the plan's to choose: an answer that was captured cannot send a token elsewhere. */
function isAddress(written) {
    return /^https?:\/\/[^/?#{}]+(?:[/?]|$)/i.test(written) && URL.canParse((0,placeholders/* withoutPlaceholders */.Zm)(written));
}
const methodWord = schemas/* string */.YjP().regex(/^[A-Za-z]{1,20}$/, { error: 'must be a method such as GET' });
const target = (0,section/* section */.u)({
    get: address.optional().describe('Address for a GET.'),
    post: address.optional().describe('Address for a POST.'),
    put: address.optional().describe('Address for a PUT.'),
    patch: address.optional().describe('Address for a PATCH.'),
    delete: address.optional().describe('Address for a DELETE.'),
    head: address.optional().describe('Address for a HEAD.'),
    method: methodWord.optional().describe('Any other method, together with `url`.'),
    url: address.optional().describe('Address for `method`.'),
}, 'What is asked for: one method with its address.')
    .refine((written) => METHODS.filter((method) => written[method] !== undefined).length + (written.url === undefined ? 0 : 1) === 1, {
    error: `must give one address: { get: URL }, with ${METHODS.join(', ')}, or { method, url }`,
})
    .refine((written) => (written.url === undefined) === (written.method === undefined), {
    error: 'must give method and url together',
});
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const headerWords = 'must be a line of text without control characters';
/** A secret often comes with the line break of the file that it was kept in. */
const headerValue = schemas/* string */.YjP({ error: 'must be text' })
    .transform((written) => written.trim())
    .refine((written) => HEADER_VALUE.test(written), { error: headerWords });
const headers = schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/), headerValue, {
    error: (issue) => (issue.code === 'invalid_key' ? 'must have names of headers as keys' : (0,section/* mappingError */.H)(issue)),
});
/** The keys of a check that describe its request. */
const requestShape = {
    http: target,
    headers: headers.optional().describe('Headers to send, by name.'),
    token: headerValue
        .refine((written) => written !== '', { error: 'must not be empty' })
        .optional()
        .describe('Sent as `Authorization: Bearer`; take it from the environment. Masked everywhere.'),
    json: schemas/* unknown */.L5J().optional().describe('Body, sent as JSON.'),
    body: schemas/* string */.YjP({ error: 'must be text' }).optional().describe('Body, sent as it is.'),
};
/** Why the parts of a request do not go together, or `null`. */
function requestFault(written) {
    const { method } = methodAndUrl(written);
    const hasBody = written.json !== undefined || written.body !== undefined;
    if (written.json !== undefined && written.body !== undefined)
        return 'must say either json, or body, not both';
    if (hasBody && (method === 'GET' || method === 'HEAD'))
        return `must have no body: a ${method} request has none`;
    const authorized = Object.keys(written.headers ?? {}).some((name) => name.toLowerCase() === 'authorization');
    return authorized && written.token !== undefined ? 'must say either token, or the header authorization, not both' : null;
}
function requestSettings(written) {
    const { headers = {}, token, json, body } = written;
    const content = json === undefined ? (body === undefined ? null : { text: body }) : { json };
    return { ...methodAndUrl(written), headers, token: token ?? null, body: content };
}
function methodAndUrl({ http }) {
    const method = METHODS.find((name) => http[name] !== undefined);
    if (method === undefined)
        return { method: (http.method ?? '').toUpperCase(), url: http.url ?? '' };
    return { method: method.toUpperCase(), url: http[method] ?? '' };
}

// EXTERNAL MODULE: ./.cache/bundle/src/plan/checks/json-expectation.js
var json_expectation = __webpack_require__(9031);
;// CONCATENATED MODULE: ./.cache/bundle/src/plan/checks/http.js
/** The `http` check: a request, what its answer must be, and the values that later requests take from it. */








const statusWords = 'must be a status such as 200, a class such as 2xx, or a list of them';
const oneStatus = schemas/* union */.KCZ([
    schemas/* int */.Whr({ error: statusWords }).min(100, { error: statusWords }).max(599, { error: statusWords }),
    schemas/* string */.YjP().regex(/^[1-5]xx$/, { error: statusWords }),
], { error: statusWords });
const pathWords = 'must be a path to one place, such as $.items[0].id';
const place = schemas/* string */.YjP({ error: pathWords }).refine((written) => (0,json_path/* parseJsonPath */.H)(written) !== null, { error: pathWords });
/** A record's keys are told apart from its values in a complaint. */
function keysError(words) {
    return (issue) => (issue.code === 'invalid_key' ? `has a key that ${words}` : (0,section/* mappingError */.H)(issue));
}
const httpCheck = (0,common/* checkSection */.U)({
    ...requestShape,
    status: schemas/* union */.KCZ([oneStatus, schemas/* array */.YOg(oneStatus).min(1)], { error: statusWords })
        .optional()
        .describe('Status of the answer: a number, a class such as `2xx`, or a list. Redirects are not followed. Default `2xx`.'),
    within: fields/* positiveDuration */.Cz.optional().describe('Longest time for the whole answer; a slower one fails.'),
    'body-matches': fields/* pattern */.T1.optional().describe('Regular expression that the body must match.'),
    'json-path': schemas/* record */.g1P(place, json_expectation/* jsonExpectation */.Vd, { error: keysError(pathWords) })
        .optional()
        .describe('What a JSON answer must hold, by path: `{ "$.items[0].id": 5, "$.items": { length: 3 } }`.'),
    capture: schemas/* record */.g1P(schemas/* string */.YjP().regex(placeholders/* CAPTURE_NAME */.Z4), place, { error: keysError('must be a name such as phase_id') })
        .optional()
        .describe('Values of a JSON answer that later requests of the same stage use as `{{name}}`, by path.'),
}, 'A request to the application, and what it must answer. By default it is asked after the services have started.')
    .superRefine((written, context) => {
    const message = requestFault(written);
    if (message !== null)
        context.addIssue({ code: 'custom', message });
})
    .transform((written) => ({
    ...(0,common/* commonOf */.$)(written, 'after-start'),
    kind: 'http',
    request: requestSettings(written),
    status: statusRanges(written.status ?? '2xx'),
    withinMs: written.within ?? null,
    bodyMatches: written['body-matches'] ?? null,
    jsonPaths: Object.entries(written['json-path'] ?? {}).map(([path, expect]) => ({ ...placeOf(path), expect })),
    captures: Object.entries(written.capture ?? {}).map(([name, path]) => ({ ...placeOf(path), name })),
}));
/** The names that a request takes from earlier answers. */
function namesUsed({ request }) {
    const { url, headers, token, body } = request;
    return (0,placeholders/* placeholdersIn */.Qf)({ url, headers, token, body });
}
function statusRanges(written) {
    const list = typeof written === 'object' ? written : [written];
    return list.map((status) => {
        if (typeof status === 'number')
            return { from: status, to: status };
        const first = Number(status[0]) * 100;
        return { from: first, to: first + 99 };
    });
}
function placeOf(path) {
    return { path, steps: (0,json_path/* parseJsonPath */.H)(path) ?? [] };
}


/***/ }),

/***/ 9031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ meetsJsonExpectation),
/* harmony export */   Uf: () => (/* binding */ describeJsonExpectation),
/* harmony export */   Vd: () => (/* binding */ jsonExpectation)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4039);
/* harmony import */ var _decimals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6230);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9499);
/** What is expected at one place of a JSON answer: a value, a range, a pattern, a length, or that there is something at all. */



const scalar = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()]);
const value = scalar.transform((value) => ({ kind: 'value', value }));
const range = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    'at-least': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._.optional().describe('Smallest number that passes.'),
    'at-most': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._.optional().describe('Largest number that passes.'),
})
    .refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined)
    .transform((written) => ({
    kind: 'range',
    atLeast: written['at-least'] ?? null,
    atMost: written['at-most'] ?? null,
}));
const matches = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ matches: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .pattern */ .T1.describe('Regular expression that the text or number must match.') })
    .transform((written) => ({ kind: 'matches', pattern: written.matches }));
const length = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ length: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).describe('Exact number of items, keys or characters.') })
    .transform((written) => ({ kind: 'length', length: written.length }));
const exists = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ exists: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt.describe('Whether there must be something, or must be nothing.') })
    .transform((written) => ({ kind: 'exists', exists: written.exists }));
const jsonExpectation = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([value, range, matches, length, exists], {
    error: 'must be a value, or one of { at-least: 1, at-most: 9 }, { matches: "^v1" }, { length: 3 }, { exists: true }',
});
/** Whether a value of an answer is as expected; `undefined` stands for nothing there. Numbers beyond a float come as bigint. */
function meetsJsonExpectation(expectation, actual) {
    switch (expectation.kind) {
        case 'exists':
            return (actual !== undefined) === expectation.exists;
        case 'value':
            return typeof expectation.value === 'number'
                ? equalsNumber(actual, expectation.value)
                : equalsText(actual, expectation.value);
        case 'range':
            return isNumeric(actual) && isWithin(String(actual), expectation.atLeast, expectation.atMost);
        case 'matches':
            return (typeof actual === 'string' || isNumeric(actual)) && new RegExp(expectation.pattern, 'u').test(String(actual));
        case 'length':
            return lengthOf(actual) === expectation.length;
    }
}
/** The expectation in words, as the report shows it. */
function describeJsonExpectation(expectation) {
    switch (expectation.kind) {
        case 'exists':
            return expectation.exists ? 'anything' : 'nothing';
        case 'value':
            return JSON.stringify(expectation.value);
        case 'range':
            return [
                ...(expectation.atLeast === null ? [] : [`at least ${expectation.atLeast}`]),
                ...(expectation.atMost === null ? [] : [`at most ${expectation.atMost}`]),
            ].join(' and ');
        case 'matches':
            return `matching /${expectation.pattern}/`;
        case 'length':
            return `of length ${expectation.length}`;
    }
}
function isNumeric(actual) {
    return typeof actual === 'number' || typeof actual === 'bigint';
}
function equalsNumber(actual, expected) {
    return isNumeric(actual) && (0,_decimals_js__WEBPACK_IMPORTED_MODULE_2__/* .compareDecimals */ .YL)(String(actual), String(expected)) === 0;
}
/** A number too long for a float is text in the plan. */
function equalsText(actual, expected) {
    return typeof actual === 'bigint' ? String(actual) === expected : actual === expected;
}
function isWithin(actual, atLeast, atMost) {
    const notBelow = atLeast === null || ((0,_decimals_js__WEBPACK_IMPORTED_MODULE_2__/* .compareDecimals */ .YL)(actual, atLeast) ?? -1) >= 0;
    return notBelow && (atMost === null || ((0,_decimals_js__WEBPACK_IMPORTED_MODULE_2__/* .compareDecimals */ .YL)(actual, atMost) ?? 1) <= 0);
}
function lengthOf(actual) {
    if (typeof actual === 'string')
        return [...actual].length;
    if (Array.isArray(actual))
        return actual.length;
    return typeof actual === 'object' && actual !== null ? Object.keys(actual).length : null;
}


/***/ }),

/***/ 1292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ fillPlaceholders),
/* harmony export */   Qf: () => (/* binding */ placeholdersIn),
/* harmony export */   Z4: () => (/* binding */ CAPTURE_NAME),
/* harmony export */   Zm: () => (/* binding */ withoutPlaceholders),
/* harmony export */   a_: () => (/* binding */ onlyPlaceholder)
/* harmony export */ });
/** `{{name}}` in requests: the place of a value that an earlier answer gave. */
const CAPTURE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const PLACEHOLDER = /\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g;
/** The names in a text, or in every text of a plain value; each once. */
function placeholdersIn(value) {
    if (typeof value === 'string')
        return [...new Set([...value.matchAll(PLACEHOLDER)].map(([, name]) => name))];
    if (typeof value !== 'object' || value === null)
        return [];
    return [...new Set(Object.values(value).flatMap(placeholdersIn))];
}
/** The name that a text consists of, with nothing around it; `null` for any other text. */
function onlyPlaceholder(text) {
    const [whole, name] = text.match(new RegExp(`^${PLACEHOLDER.source}$`)) ?? [];
    return whole === undefined ? null : (name ?? null);
}
function fillPlaceholders(text, value) {
    return text.replace(PLACEHOLDER, (_placeholder, name) => value(name));
}
/** For looking at the rest of an address. */
function withoutPlaceholders(text) {
    return fillPlaceholders(text, () => 'x');
}


/***/ }),

/***/ 6230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   YL: () => (/* binding */ compareDecimals),
/* harmony export */   aM: () => (/* binding */ isDecimal),
/* harmony export */   st: () => (/* binding */ canonicalDecimal)
/* harmony export */ });
/** Decimal numbers as text: compared digit by digit, so that none is lost to binary floating point. */
const DECIMAL = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,4}))?$/;
/** Whether the text is a number as databases and people write it: `43`, `-1.50`, `2e6`. */
function isDecimal(text) {
    return parse(text) !== null;
}
/** Negative, zero or positive as `left` is less than, equal to or greater than `right`; `null` when one is not a number. */
function compareDecimals(left, right) {
    const a = parse(left);
    const b = parse(right);
    if (a === null || b === null)
        return null;
    const scale = Math.max(a.scale, b.scale);
    const difference = scaled(a, scale) - scaled(b, scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
/** How a database prints numbers: `007` and `+7` are texts, and stay different from `7`. */
const PRINTED = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?$/;
/** One form for all that are equal, `1.0` and `1.00`; `null` where the text is no number as databases print them. */
function canonicalDecimal(text) {
    const parsed = PRINTED.test(text) ? parse(text) : null;
    if (parsed === null)
        return null;
    let { digits, scale } = parsed;
    while (digits !== 0n && digits % 10n === 0n) {
        digits /= 10n;
        scale--;
    }
    return digits === 0n ? '0' : `${parsed.negative ? '-' : ''}${digits}e${-scale}`;
}
/** Whether `after` lies within the tolerance of `before`; false where one is not a number. */
function isWithin(before, after, tolerance) {
    const [from, to] = [parse(before), parse(after)];
    const limit = parse(tolerance.kind === 'absolute' ? tolerance.amount : tolerance.percent);
    if (from === null || to === null || limit === null)
        return false;
    const scale = Math.max(0, from.scale, to.scale, limit.scale);
    const [a, b, allowed] = [scaled(from, scale), scaled(to, scale), scaled(limit, scale)];
    const moved = magnitude(b - a);
    // A percentage of `a`, both sides times 100 and once more the scale that `allowed` brings along.
    return tolerance.kind === 'absolute' ? moved <= allowed : moved * 100n * 10n ** BigInt(scale) <= allowed * magnitude(a);
}
function magnitude(amount) {
    return amount < 0n ? -amount : amount;
}
function parse(text) {
    const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text.trim()) ?? [];
    if (sign === undefined || whole + fraction === '')
        return null;
    return { negative: sign === '-', digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) };
}
function scaled(decimal, scale) {
    const amount = decimal.digits * 10n ** BigInt(scale - decimal.scale);
    return decimal.negative ? -amount : amount;
}


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ positiveDuration),
/* harmony export */   Gt: () => (/* binding */ factor),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Oh: () => (/* binding */ port),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   T1: () => (/* binding */ pattern),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   xe: () => (/* binding */ space)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4039);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(675);
/** The kinds of value that a plan's keys hold, as zod schemas: each refuses with one sentence and parses to a plain number or text. */


/** Text that says something. */
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: 'must be text' }).regex(/\S/, { error: 'must not be empty' });
/** A list of texts with at least one entry. */
const texts = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text, { error: 'must be a list' }).min(1, { error: 'must not be an empty list' });
const durationWords = 'must be a duration such as 500ms, 10s, 5m, 2h or 1d';
const spaceWords = 'must be a size such as 500MB or 2GiB, or a multiple of the database size such as 2x';
const portWords = 'must be a port from 1 to 65535';
/** Milliseconds. */
const duration = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION_PATTERN */ .Cq, { error: durationWords }), zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(0)], { error: durationWords })
    .meta({ examples: ['500ms', '10s', '5m', '2h', '1d'] })
    .transform((written) => (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(String(written)) ?? 0);
/** Milliseconds, more than none: where "no limit" would mean waiting for ever. */
const positiveDuration = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: durationWords })
    .regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION_PATTERN */ .Cq, { error: durationWords })
    .meta({ examples: ['500ms', '10s', '5m', '2h', '1d'] })
    .refine((written) => ((0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written) ?? 1) > 0, { error: 'must be longer than nothing' })
    .transform((written) => (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written) ?? 0);
/** A size in bytes, or a multiple of the size of something else. */
const space = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .SIZE_PATTERN */ .bv), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .MULTIPLE_PATTERN */ .uk)], { error: spaceWords })
    .meta({ examples: ['2x', '500MB', '20GiB'] })
    .transform((written) => {
    const times = (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMultiple */ .mM)(written);
    return times === null ? { bytes: (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(written) ?? 0 } : { times };
});
/** A TCP port; as text too, because `${DB_PORT}` is text. */
const port = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: portWords }).min(1, { error: portWords }).max(65_535, { error: portWords }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9]{1,5}$/, { error: portWords }),
], { error: portWords })
    .refine((written) => Number(written) >= 1 && Number(written) <= 65_535, { error: portWords })
    .transform(Number);
const flag = zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'must be true or false' });
/** One of a few words. */
function word(words) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(words, { error: `must be one of ${words.join(', ')}` });
}
/** Numeric text or a number, kept as decimal text. */
const decimal = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/)], { error: 'must be a number' })
    .transform(String);
/** A JavaScript regular expression, kept as text. */
const pattern = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: 'must be a regular expression' })
    .refine(isPattern, { error: 'must be a regular expression' });
function isPattern(written) {
    try {
        return new RegExp(written, 'u') instanceof RegExp;
    }
    catch {
        return false;
    }
}
function wholeNumber(least, most) {
    const error = `must be a whole number from ${least} to ${most}`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
}
const factorWords = 'must be a multiple above zero such as 1.5x';
/** How many times something is something else: `1.5x`, or the bare number. */
const factor = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .MULTIPLE_PATTERN */ .uk, { error: factorWords })], { error: factorWords })
    .meta({ examples: ['1.5x', '2x'] })
    .transform((written) => (typeof written === 'number' ? written : ((0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMultiple */ .mM)(written) ?? 0)))
    .refine((times) => times > 0, { error: factorWords });


/***/ }),

/***/ 5554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseJsonPath),
/* harmony export */   Z: () => (/* binding */ atJsonPath)
/* harmony export */ });
/** Paths into a JSON document: `$.items[0].id`, `$['odd key']`. The part of JSONPath (RFC 9535) that names exactly one place. */
const STEP = /\.([\p{L}_][\p{L}\p{N}_-]*)|\[(\d{1,9})\]|\[(?:'([^']*)'|"([^"]*)")\]/uy;
/** The steps of a path; `null` where it is none, or names more than one place (`*`, `..`, filters, slices). */
function parseJsonPath(path) {
    if (!path.startsWith('$'))
        return null;
    const steps = [];
    const scan = new RegExp(STEP);
    for (scan.lastIndex = 1; scan.lastIndex < path.length;) {
        const [, name, index, single, double] = scan.exec(path) ?? [];
        const step = index === undefined ? (name ?? single ?? double) : Number(index);
        if (step === undefined)
            return null;
        steps.push(step);
    }
    return steps;
}
/** What is at the place; `undefined` where there is nothing. `null` is something. */
function atJsonPath(document, steps) {
    return steps.reduce((value, step) => {
        if (typeof value !== 'object' || value === null)
            return undefined;
        if (Array.isArray(value))
            return typeof step === 'number' ? value[step] : undefined;
        return typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
    }, document);
}


/***/ }),

/***/ 675:
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


/***/ }),

/***/ 1043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ mappingError),
/* harmony export */   u: () => (/* binding */ section)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4039);
/** A mapping of the plan with exactly its known keys. */

function section(shape, description) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(shape, { error: mappingError }).describe(description);
}
function mappingError(issue) {
    return issue.code === 'invalid_type' ? 'must be a mapping of keys to values' : undefined;
}


/***/ })

};
