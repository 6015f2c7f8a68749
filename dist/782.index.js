export const id = 782;
export const ids = [782];
export const modules = {

/***/ 6782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createNotifier: () => (/* binding */ createNotifier)
});

// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
;// CONCATENATED MODULE: ./.cache/bundle/src/webhooks/delivery.js
/** Delivers one message to one webhook: a few attempts within a bounded time. */

const ATTEMPTS = 3;
/** For one attempt. */
const TIMEOUT_MS = 10_000;
/** For all attempts and the pauses between them; and for everything that is still to be sent when a run has ended. */
const ALL_MS = 30_000;
const PAUSE_MS = 1_000;
/** Never throws. */
async function deliver(request) {
    const { clock } = request;
    const started = clock.monotonicMs();
    const left = () => Math.min(ALL_MS - (clock.monotonicMs() - started), request.leftMs());
    if (left() <= 0)
        return { status: 'failed', attempts: 0, durationMs: 0, message: 'not sent: those before it took too long' };
    for (let attempts = 1;; attempts++) {
        const attempt = await tryOnce(request, Math.min(TIMEOUT_MS, left()));
        const pauseMs = attempt.done ? 0 : attempt.pauseMs;
        if (attempt.done || attempts === ATTEMPTS || pauseMs >= left()) {
            const { failure } = attempt;
            const durationMs = clock.monotonicMs() - started;
            return { status: failure === null ? 'delivered' : 'failed', attempts, durationMs, message: failure };
        }
        await clock.sleep(pauseMs);
    }
}
async function tryOnce({ webhook, body, http, clock }, timeoutMs) {
    const headers = { 'content-type': 'application/json', 'user-agent': 'savepoint', ...webhook.headers };
    const started = clock.monotonicMs();
    try {
        const signal = new AbortController().signal;
        return judge(await http.send({ method: 'POST', url: webhook.url, headers, body, timeoutMs }, signal), clock);
    }
    catch (error) {
        const failure = (0,errors/* causeChain */.DD)(error)[0] ?? 'no answer';
        // Who took all the time there was would take it again.
        const timedOut = clock.monotonicMs() - started >= timeoutMs;
        return timedOut ? { done: true, failure } : { done: false, failure, pauseMs: PAUSE_MS };
    }
}
/** The body of the answer is not told: it may hold what was sent. */
function judge({ status, headers }, clock) {
    if (status >= 200 && status < 300)
        return { done: true, failure: null };
    const failure = `the server answered ${status}`;
    if (status !== 429 && status < 500)
        return { done: true, failure };
    return { done: false, failure, pauseMs: retryAfterMs(headers['retry-after'], clock) ?? PAUSE_MS };
}
/** Seconds or a date (RFC 9110, section 10.2.3); `null` where it is neither. */
function retryAfterMs(text, clock) {
    if (text === undefined)
        return null;
    if (/^[0-9]+$/.test(text))
        return Number(text) * 1000;
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : Math.max(0, at - clock.now().getTime());
}

;// CONCATENATED MODULE: ./.cache/bundle/src/webhooks/document.js
const LONGEST_REASON = 4000;
function noticeDocument(notice, workflowRun) {
    const { event, runId, operation, environment, database, actor, at, outcome, reason, next } = notice;
    return {
        version: 1,
        event,
        at,
        run: { id: runId, operation, actor },
        environment,
        database,
        outcome,
        reason: reason.length <= LONGEST_REASON ? reason : `${reason.slice(0, LONGEST_REASON)}…`,
        next,
        links: { workflowRun },
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/webhooks/slack.js
const MARKS = { start: '🟡', success: '✅', failure: '❌', anomaly: '⚠️' };
/** Slack takes 3,000 characters in a block, 150 in a header (https://docs.slack.dev/reference/block-kit/blocks). */
const LONGEST_BLOCK = 2500;
const LONGEST_HEADER = 140;
const LONGEST_TEXT = 1000;
/** Text of databases and tools stands in blocks of plain text only, where nothing is markup. */
function slackMessage(notice, workflowRun) {
    const { reason, next } = notice;
    const title = titleOf(notice);
    const link = workflowRun === null ? '' : `\n<${escaped(workflowRun)}|workflow run>`;
    return {
        text: harmless(`${title}: ${reason}`, LONGEST_TEXT),
        mrkdwn: false,
        unfurl_links: false,
        blocks: [
            { type: 'header', text: plain(title, LONGEST_HEADER) },
            { type: 'section', text: plain(reason, LONGEST_BLOCK) },
            { type: 'section', text: plain(factsOf(notice), LONGEST_BLOCK) },
            ...(next.length === 0 ? [] : [{ type: 'section', text: plain(`What to do:\n${next.join('\n')}`, LONGEST_BLOCK) }]),
            ...(link === '' ? [] : [{ type: 'section', text: { type: 'mrkdwn', text: link.trim() } }]),
        ],
    };
}
function titleOf({ event, operation, environment, outcome }) {
    const what = event === 'start' ? 'started' : event === 'anomaly' ? 'anomaly' : (outcome ?? event);
    return `${MARKS[event]} savepoint ${operation}, ${environment}: ${what}`;
}
function factsOf({ database, actor, runId, at }) {
    return `${database}\nby ${actor}, run ${runId}, ${at.slice(0, 19).replace('T', ' ')} UTC`;
}
/** Mentions (`<!channel>`, `<@U1>`) are written with angle brackets, and `@here` may be read by others that take such messages. */
function plain(text, length) {
    return { type: 'plain_text', text: withoutMentions(cut(text, length)), emoji: false };
}
/** Where markup may be read: a zero-width space keeps its signs from meaning anything, and addresses from becoming links. */
function harmless(text, length) {
    return withoutMentions(cut(text, length))
        .replace(/([*_~`[\]])/g, '\u200B$1')
        .replace(/:\/\//g, ':\u200B//');
}
function withoutMentions(text) {
    return escaped(text).replace(/@(?=\w)/g, '@\u200B');
}
function escaped(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
function cut(text, length) {
    return text.length <= length ? text : `${text.slice(0, length)}…`;
}

;// CONCATENATED MODULE: ./.cache/bundle/src/webhooks/notifier.js



function createNotifier(settings) {
    return new WebhookNotifier(settings);
}
class WebhookNotifier {
    #settings;
    /** The last delivery to each target, which the next one waits for. */
    #lines = new Map();
    #records = [];
    /** On the monotonic clock: until when the end of the run waits. */
    #untilMs = Number.POSITIVE_INFINITY;
    constructor(settings) {
        this.#settings = settings;
    }
    send(notice) {
        const { webhooks, redact } = this.#settings;
        const harmless = redacted(notice, redact);
        for (const webhook of webhooks.filter(({ on }) => on.includes(notice.event))) {
            const earlier = this.#lines.get(webhook) ?? Promise.resolve();
            const record = earlier.then(() => this.#deliver(webhook, harmless));
            this.#lines.set(webhook, record);
            this.#records.push(record);
        }
    }
    /** A server that hangs must not hold up the end of a run once for each message that it was sent. */
    settle() {
        this.#untilMs = this.#settings.clock.monotonicMs() + ALL_MS;
        return Promise.all(this.#records);
    }
    async #deliver(webhook, notice) {
        const { http, clock, redact, workflowRun } = this.#settings;
        const body = webhook.format === 'slack' ? slackMessage(notice, workflowRun) : noticeDocument(notice, workflowRun);
        const leftMs = () => this.#untilMs - clock.monotonicMs();
        const delivery = await deliver({ webhook, body: JSON.stringify(body), http, clock, leftMs });
        const message = delivery.message === null ? null : redact(delivery.message);
        return { event: notice.event, target: maskedTarget(webhook.url), ...delivery, message };
    }
}
function redacted(notice, redact) {
    const { reason, database, actor, environment, next } = notice;
    return {
        ...notice,
        reason: redact(reason),
        database: redact(database),
        actor: redact(actor),
        environment: redact(environment),
        next: next.map(redact),
    };
}
function maskedTarget(url) {
    return `${new URL(url).origin}/***`;
}


/***/ })

};
