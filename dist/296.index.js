export const id = 296;
export const ids = [296];
export const modules = {

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
    const problems = links.find((link) => link instanceof errors.ConfigurationError)?.problems ?? [];
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

;// CONCATENATED MODULE: ./.cache/bundle/src/report/building.js


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
        differences: result.differences.map((difference) => describeDifference(difference, clean)),
        backup: result.backup === null ? null : describeBackup(result.backup, clean),
        cause: result.cause === null || result.cause === undefined ? null : describeCause(result.cause, clean),
        budgets: null,
        downtimeMs: null,
        signOff: { executedBy: clean(result.actor), approvedBy: null },
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
        status: check.status,
        expected: orNull(check.expected),
        actual: orNull(check.actual),
        durationMs: wholeMs(check.durationMs),
        message: orNull(check.message),
    };
}
function describeDifference(difference, clean) {
    const orNull = (text) => (text === null ? null : clean(text));
    return {
        object: clean(`${difference.object} ${difference.name}`),
        change: difference.change,
        before: orNull(difference.before),
        after: orNull(difference.after),
        loss: difference.loss,
        declared: orNull(difference.because),
    };
}
function describeBackup(backup, clean) {
    const { id, sizeBytes, sha256, verification, restoreMs } = backup;
    const whole = restoreMs === null ? null : wholeMs(restoreMs);
    return { id, location: clean(backup.location), sizeBytes, sha256, encrypted: false, verification, restoreMs: whole };
}
function cut(text) {
    return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)} … (${text.length - LONGEST_TEXT} characters more)`;
}
function wholeMs(ms) {
    return Math.max(0, Math.round(ms));
}


/***/ })

};
