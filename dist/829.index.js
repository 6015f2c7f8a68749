export const id = 829;
export const ids = [829,977];
export const modules = {

/***/ 9695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zf: () => (/* binding */ conninfo),
/* harmony export */   ku: () => (/* binding */ rootCertificateFile),
/* harmony export */   z4: () => (/* binding */ childEnvironmentOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5977);
/** The environment and the connection string that lead client programs and migration tools to a database. */




/** Where distributions keep their bundle of root certificates; older libpq does not know `sslrootcert=system`. */
const SYSTEM_BUNDLES = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/cert.pem',
    '/etc/ssl/ca-bundle.pem',
];
/**
 * DATABASE_URL and libpq's variables. Holds secrets.
 *
 * @param applicationName - shown in the server's list of sessions
 */
function childEnvironmentOf(settings, applicationName) {
    const root = rootCertificateFile(settings);
    return {
        DATABASE_URL: (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__.fullUrl)(settings),
        PGHOST: settings.host,
        // An address left in the environment would lead libpq to another server than PGHOST names.
        PGHOSTADDR: '',
        PGPORT: String(settings.port),
        PGUSER: settings.user,
        PGDATABASE: settings.database,
        PGSSLMODE: settings.sslMode,
        PGAPPNAME: applicationName,
        ...(settings.password === null ? {} : { PGPASSWORD: settings.password }),
        ...(root === null ? {} : { PGSSLROOTCERT: root }),
        ...(settings.sslCert === null ? {} : { PGSSLCERT: settings.sslCert }),
        ...(settings.sslKey === null ? {} : { PGSSLKEY: settings.sslKey }),
        ...(settings.requireChannelBinding ? { PGCHANNELBINDING: 'require' } : {}),
        ...(settings.startupOptions === null ? {} : { PGOPTIONS: settings.startupOptions }),
    };
}
/** A libpq connection string without the password, safe as an argument; what it names beats a service file or the environment. */
function conninfo(settings, applicationName) {
    const words = {
        host: settings.host,
        port: String(settings.port),
        user: settings.user,
        dbname: settings.database,
        sslmode: settings.sslMode,
        application_name: applicationName,
    };
    return Object.entries(words)
        .map(([name, value]) => `${name}='${value.replace(/[\\']/g, '\\$&')}'`)
        .join(' ');
}
/** The PEM file to trust, or `null` for libpq's own default. */
function rootCertificateFile(settings) {
    if (settings.sslRootCert !== null && settings.sslRootCert !== 'system')
        return settings.sslRootCert;
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.postgresql', 'root.crt');
    if (settings.sslRootCert === null && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(own))
        return own;
    const verifies = settings.sslMode.startsWith('verify');
    return verifies ? (SYSTEM_BUNDLES.find((file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file)) ?? 'system') : null;
}


/***/ }),

/***/ 1989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/failures.js
var failures = __webpack_require__(4226);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/child-environment.js
var child_environment = __webpack_require__(9695);
// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/settings.js + 1 modules
var postgres_settings = __webpack_require__(5977);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/tls.js
/** TLS as libpq's sslmode means it: in which order to try plain and encrypted, and what of the certificate to check. */




/**
 * The ways to connect, in the order in which libpq tries them.
 *
 * @throws ConfigurationError when a certificate file cannot be read
 */
function encryptionAttempts(settings) {
    if ((0,postgres_settings.isSocket)(settings) || settings.sslMode === 'disable')
        return [false];
    const encrypted = tlsOptions(settings);
    if (settings.sslMode === 'allow')
        return [false, encrypted];
    if (settings.sslMode === 'prefer')
        return [encrypted, false];
    return [encrypted];
}
function tlsOptions(settings) {
    const root = (0,child_environment/* rootCertificateFile */.ku)(settings);
    // libpq: `require` with a root certificate verifies it, as `verify-ca` does.
    const verifies = settings.sslMode.startsWith('verify') || (settings.sslMode === 'require' && root !== null);
    return {
        rejectUnauthorized: verifies,
        ...(verifies && root !== null && root !== 'system' ? { ca: pem(root, 'sslrootcert') } : {}),
        ...(settings.sslMode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
        ...(settings.sslCert === null ? {} : { cert: pem(settings.sslCert, 'sslcert') }),
        ...(settings.sslKey === null ? {} : { key: pem(settings.sslKey, 'sslkey') }),
    };
}
function pem(file, parameter) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (cause) {
        throw new errors/* ConfigurationError */.j1(`cannot read the file of ${parameter}: ${file}`, {
            hint: 'Give the path of a readable PEM file.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/connect.js
/** Opens a driver connection: the encryption attempts of sslmode, one time limit over all of them, values left as text. */



/** Servers, as `host:port`, that said they have no TLS: where `prefer` takes either, the next session need not ask again. */
const knownWithoutTls = new Set();
/**
 * @throws ConnectionError with a hint; ConfigurationError for unreadable certificate files; the signal's reason when aborted
 */
async function connect(settings, options) {
    const deadline = performance.now() + options.timeoutMs;
    const server = `${settings.host}:${settings.port}`;
    const inOrder = encryptionAttempts(settings);
    const attempts = settings.sslMode === 'prefer' && knownWithoutTls.has(server) ? inOrder.toReversed() : inOrder;
    for (const [index, encryption] of attempts.entries()) {
        options.signal?.throwIfAborted();
        try {
            return await attempt(settings, encryption, options.applicationName, deadline - performance.now(), options.signal);
        }
        catch (error) {
            options.signal?.throwIfAborted();
            const another = index + 1 < attempts.length && (0,failures/* mayRetryOtherEncryption */.NR)(error);
            if (!another)
                throw (0,failures/* connectFailure */.vZ)(error, settings, options.timeoutMs);
            if ((0,failures/* hasNoTls */.xI)(error))
                knownWithoutTls.add(server);
        }
    }
    throw new Error('unreachable: there is always an attempt');
}
async function attempt(settings, encryption, applicationName, remainingMs, signal) {
    const client = createClient(settings, encryption, applicationName);
    let serverVersion = '';
    client.connection.on('parameterStatus', (status) => {
        if (status.parameterName === 'server_version')
            serverVersion = status.parameterValue;
    });
    // Without a listener a late error of the socket would end the process.
    client.on('error', () => { });
    const stop = Promise.withResolvers();
    const timer = setTimeout(() => stop.reject(new failures/* ConnectTimeout */.ac('timeout')), Math.max(1, remainingMs));
    const onAbort = () => stop.reject(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
        await Promise.race([client.connect(), stop.promise]);
        return { client, serverVersion };
    }
    catch (error) {
        client.connection.stream.destroy();
        throw error;
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
    }
}
function createClient(settings, encryption, applicationName) {
    return new esm/* default.Client */.Ay.Client({
        host: settings.host,
        port: settings.port,
        database: settings.database,
        user: settings.user,
        ...(settings.password === null ? {} : { password: settings.password }),
        // A copy: the driver makes the key inside it unreadable.
        ssl: encryption === false ? false : { ...encryption },
        enableChannelBinding: settings.requireChannelBinding,
        application_name: applicationName,
        ...(settings.startupOptions === null ? {} : { options: settings.startupOptions }),
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
        types: { getTypeParser: () => (value) => value },
    });
}


/***/ }),

/***/ 4226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NR: () => (/* binding */ mayRetryOtherEncryption),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   ac: () => (/* binding */ ConnectTimeout),
/* harmony export */   qU: () => (/* binding */ statementFailure),
/* harmony export */   rT: () => (/* binding */ lostSession),
/* harmony export */   vZ: () => (/* binding */ connectFailure),
/* harmony export */   xI: () => (/* binding */ hasNoTls)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5977);
/** Turns what the driver, the network and the server report into typed errors with a hint of what to do next. */


/** Thrown inside when the time limit for connecting has passed. */
class ConnectTimeout extends Error {
}
/** The words and the hint for a failure to connect, by SQLSTATE or the system's error code. */
const CONNECT_FAILURES = {
    '28P01': [
        'the server refused the password',
        'Check DB_PASSWORD or the password in the URL; percent-encode special characters.',
    ],
    '28000': ['the server does not let this role in from here', 'Check user, host rules (pg_hba.conf) and sslmode.'],
    '3D000': ['the database does not exist', 'Check the database name, or create the database first.'],
    '42501': ['the role may not connect to this database', 'GRANT CONNECT ON DATABASE … TO the role.'],
    '53300': ['the server has no connection left', 'Close other sessions, or raise max_connections.'],
    '55000': ['the database accepts no connections', 'It may be a kept copy: ALTER DATABASE … ALLOW_CONNECTIONS true.'],
    '57P01': ['an administrator ended the session', 'See the server log, then run again.'],
    '57P02': ['the server crashed', 'See the server log, then run again.'],
    '57P03': ['the server is starting up or shutting down', 'Wait until it accepts connections, then run again.'],
    ENOTFOUND: ['the host name is unknown', 'Check the host in the URL or DB_HOST.'],
    EAI_AGAIN: ['the host name could not be looked up', 'Check the network and the name server.'],
    ECONNREFUSED: ['nothing listens there', 'Check host and port, and that the server is running.'],
    ENOENT: ['there is no such socket', 'Check the socket directory and the port, and that the server is running.'],
    EACCES: ['the socket may not be used by this user', 'Check the permissions of the socket directory.'],
    EHOSTUNREACH: ['the host is unreachable', 'Check the network, the firewall and the host.'],
    ENETUNREACH: ['the network is unreachable', 'Check the network; an IPv6 address needs an IPv6 route.'],
    ETIMEDOUT: ['the host did not answer', 'Check the network, the firewall and the host.'],
    ECONNRESET: ['the server closed the connection', 'See the server log; check that it is PostgreSQL and that sslmode fits.'],
};
const STATEMENT_HINTS = {
    '25006': 'The server or the role is read-only: use the primary server.',
    '42501': 'Grant the privilege to the role, or use the role that owns the object.',
    '53100': 'The disk of the server is full: free space there.',
    '55P03': 'Another session holds the lock: `savepoint health` shows which; raise `session.lock-timeout` to wait longer.',
    '57014': 'Raise `session.statement-timeout` if the statement may take this long.',
};
const TLS_CODE = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/;
/** Whether the encrypted or plain way was refused, so that the other one is worth a try. */
function mayRetryOtherEncryption(error) {
    const { code = '', message } = error;
    return code === '28000' || isTlsFailure(code, message);
}
/** A {@link ConnectionError} that says which server, why, and what to do. Never holds the password. */
function connectFailure(error, settings, timeoutMs) {
    const [message, hint] = explain(innermost(error), timeoutMs);
    const where = `database ${settings.database} on ${(0,_settings_js__WEBPACK_IMPORTED_MODULE_1__.serverName)(settings)} as ${settings.user}`;
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionError */ .Rc(`cannot connect to ${where}: ${message}`, { hint, cause: error });
}
function explain(error, timeoutMs) {
    if (error instanceof ConnectTimeout) {
        return [
            `no answer within ${timeoutMs / 1000} s`,
            'Check host, port and firewall; raise `health.connect-timeout` for slow networks.',
        ];
    }
    const code = error.code ?? '';
    if (isTlsFailure(code, error.message))
        return [`TLS failed: ${oneLine(error.message)}`, tlsHint(error.message)];
    if (/password must be a (non-empty )?string/.test(error.message)) {
        return ['the server asks for a password and none is given', 'Set DB_PASSWORD or put the password into the URL.'];
    }
    if (/terminated unexpectedly/.test(error.message))
        return CONNECT_FAILURES.ECONNRESET;
    const known = CONNECT_FAILURES[code];
    if (known === undefined)
        return [oneLine(error.message), 'See the server log for the reason.'];
    // The server's own words name the role, the rule or the database.
    return error.severity === undefined ? known : [`${known[0]} (${oneLine(error.message)})`, known[1]];
}
/** Several addresses of one name fail as one aggregate; the last is as good as any. */
function innermost(error) {
    const reported = (typeof error === 'object' && error !== null ? error : { message: String(error) });
    return reported.errors?.at(-1) ?? reported;
}
/** Whether the server said so itself. */
function hasNoTls(error) {
    return /does not support SSL/.test(error.message);
}
function isTlsFailure(code, message) {
    return TLS_CODE.test(code) || /SSL connection|certificate|does not match certificate/i.test(message);
}
function tlsHint(message) {
    if (/does not support SSL/.test(message))
        return 'The server speaks no TLS: turn it on there, or use sslmode=prefer.';
    if (/altname|does not match/i.test(message))
        return 'The certificate is for another name: use that name as host, or sslmode=verify-ca.';
    return 'Give the certificate of the authority with sslrootcert, or use sslmode=require to encrypt without verifying.';
}
/** A failure of a statement or of the session under it, as a typed error. */
function statementFailure(error, settings) {
    const reported = innermost(error);
    if (reported.severity === undefined || reported.severity === 'FATAL' || reported.severity === 'PANIC') {
        return lostSession(reported, settings);
    }
    const detail = reported.detail === undefined ? '' : `: ${oneLine(reported.detail)}`;
    const position = reported.position === undefined ? undefined : Number(reported.position);
    const hint = reported.hint ?? STATEMENT_HINTS[reported.code ?? ''];
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StatementError */ .Mp(oneLine(reported.message) + detail, { sqlState: reported.code, position, detail: reported.detail }, { ...(hint === undefined ? {} : { hint }), cause: error });
}
/** The session is gone: ended by an administrator, by the network or by the server's end. */
function lostSession(error, settings) {
    const reported = innermost(error);
    const known = CONNECT_FAILURES[reported.code ?? ''];
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionError */ .Rc(`lost the session on database ${settings.database} on ${(0,_settings_js__WEBPACK_IMPORTED_MODULE_1__.serverName)(settings)}: ${known?.[0] ?? oneLine(reported.message)}`, { hint: known?.[1] ?? 'See the server log for the reason, then run again.', cause: error });
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}


/***/ }),

/***/ 8697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ quoteName),
/* harmony export */   LA: () => (/* binding */ quoteShell),
/* harmony export */   ce: () => (/* binding */ NAME_BYTES),
/* harmony export */   ol: () => (/* binding */ quoteText),
/* harmony export */   zP: () => (/* binding */ cutToBytes)
/* harmony export */ });
/** Quoting of names and text for SQL and for a shell, and cutting to the length that the server keeps. */
/** Bytes that PostgreSQL keeps of a name. */
const NAME_BYTES = 63;
function quoteName(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** A text literal that means the same whatever `standard_conforming_strings` says. */
function quoteText(text) {
    const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
    return text.includes('\\') ? ` E${quoted}` : quoted;
}
/** One word of a POSIX shell line, for commands that a person will paste. */
function quoteShell(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/** The longest beginning of a text that fits into so many bytes of UTF-8, no character cut in half. */
function cutToBytes(text, bytes) {
    let size = 0;
    let cut = '';
    for (const character of text) {
        size += Buffer.byteLength(character);
        if (size > bytes)
            break;
        cut += character;
    }
    return cut;
}


/***/ }),

/***/ 5977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SSL_MODES: () => (/* binding */ SSL_MODES),
  fullUrl: () => (/* binding */ fullUrl),
  isSocket: () => (/* binding */ isSocket),
  maskedUrl: () => (/* binding */ maskedUrl),
  resolveSettings: () => (/* binding */ resolveSettings),
  serverName: () => (/* binding */ serverName),
  withDatabase: () => (/* binding */ withDatabase)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/url.js
/** Reads a `postgresql://` URL the way libpq does, plus the driver suffixes and parameters that other tools put there. */

const OWN = new Set('host port dbname user password sslmode sslrootcert sslcert sslkey channel_binding options application_name connect_timeout'.split(' '));
/** libpq's that do not change what Savepoint does, and those of Prisma, SQLAlchemy and JDBC drivers. */
const FOREIGN = new Set(('client_encoding fallback_application_name gssencmode keepalives keepalives_idle keepalives_interval keepalives_count ' +
    'krbsrvname passfile sslcompression sslcrl sslsni ssl_min_protocol_version ssl_max_protocol_version target_session_attrs ' +
    'tcp_user_timeout schema search_path connection_limit pool_timeout pool_size max_overflow pgbouncer socket_timeout ' +
    'statement_cache_size prepared_statement_cache_size statement_timeout lock_timeout currentSchema pool_mode').split(' '));
/** Stands where a URL leaves its host out. */
const NO_HOST = 'no-host.invalid';
const SCHEME = /^(postgres|postgresql)(\+[a-z0-9_]+)?$/;
/**
 * @throws ConfigurationError saying what is wrong; the URL itself is never quoted, it may hold a password
 */
function parseUrl(text) {
    const url = wellFormed(withHost(text.trim()));
    const scheme = url.protocol.slice(0, -1);
    if (!SCHEME.test(scheme)) {
        throw new errors/* ConfigurationError */.j1(`the database URL has the unknown scheme ${scheme}://`, {
            hint: 'Use postgresql://user@host/name.',
        });
    }
    const parameters = new Map();
    const foreign = [];
    for (const [name, value] of url.searchParams) {
        if (OWN.has(name))
            parameters.set(name, value);
        else if (FOREIGN.has(name))
            foreign.push([name, value]);
        else
            throw unknownParameter(name);
    }
    return {
        scheme,
        ...present('host', url.hostname === NO_HOST ? '' : decoded(url.hostname, 'host')),
        ...present('port', url.port),
        ...present('database', decoded(url.pathname.replace(/^\//, ''), 'database name')),
        ...present('user', decoded(url.username, 'user')),
        ...present('password', decoded(url.password, 'password')),
        parameters,
        foreign,
    };
}
/** libpq takes a URL that names a user or a port and no host; the general rules of URLs do not. */
function withHost(text) {
    return text.replace(/^([a-z0-9+]+:\/\/(?:[^/?#]*@)?)(?=[/?]|:\d|$)/, `$1${NO_HOST}`);
}
function wellFormed(text) {
    const hint = 'Use postgresql://user:password@host:5432/name, with special characters in user and password percent-encoded (/ is %2F, # is %23, ? is %3F, @ is %40).';
    if (!URL.canParse(text))
        throw new errors/* ConfigurationError */.j1('the database URL is malformed', { hint });
    const url = new URL(text);
    if (url.hash !== '')
        throw new errors/* ConfigurationError */.j1('the database URL contains a bare #', { hint });
    // `+` would be read as a space; libpq takes it as it is.
    url.search = url.search.replaceAll('+', '%2B');
    return url;
}
function decoded(text, part) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // The cause would quote nothing useful, and the text may be the password.
        throw new errors/* ConfigurationError */.j1(`the ${part} in the database URL has a % that is not followed by two hex digits`, {
            hint: 'Write % as %25.',
        });
    }
}
function present(name, value) {
    return value === '' ? {} : { [name]: value };
}
function unknownParameter(name) {
    // A misspelt sslmode would otherwise turn encryption off in silence.
    return new errors/* ConfigurationError */.j1(`the database URL has the unknown parameter ${name}`, {
        hint: `Known: ${[...OWN].join(', ')}.`,
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/settings.js
/** Where a PostgreSQL database is and how to get in: resolved once from a URL or its parts, the way libpq reads them. */



const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/**
 * Resolves where the database is.
 *
 * @throws ConfigurationError when a value is malformed or no database is named; never quotes the password
 */
function resolveSettings(source) {
    const url = source.url === undefined ? { parameters: new Map(), foreign: [] } : parseUrl(source.url);
    const parameter = (name) => url.parameters.get(name) ?? null;
    const database = parameter('dbname') ?? url.database ?? source.name;
    if (source.url === undefined && database === undefined && source.host === undefined) {
        throw new errors/* ConfigurationError */.j1('no database is named', {
            hint: 'Set `database.url` in the plan, or DATABASE_URL, or DB_HOST, DB_NAME, DB_USER and DB_PASSWORD in the environment.',
        });
    }
    const user = parameter('user') ?? url.user ?? source.user ?? (0,external_node_os_.userInfo)().username;
    return {
        host: oneHost(parameter('host') ?? url.host ?? source.host ?? 'localhost'),
        port: portOf(parameter('port') ?? url.port ?? source.port ?? 5432),
        database: database || user,
        user,
        password: parameter('password') ?? url.password ?? source.password ?? null,
        sslMode: sslModeOf(parameter('sslmode') ?? source.sslMode ?? 'prefer'),
        sslRootCert: parameter('sslrootcert') ?? source.sslRootCert ?? null,
        sslCert: parameter('sslcert') ?? source.sslCert ?? null,
        sslKey: parameter('sslkey') ?? source.sslKey ?? null,
        requireChannelBinding: parameter('channel_binding') === 'require',
        startupOptions: parameter('options'),
        scheme: url.scheme ?? 'postgresql',
        foreignParameters: url.foreign,
    };
}
/** The same server and role, another database. */
function withDatabase(settings, database) {
    return { ...settings, database };
}
function isSocket(settings) {
    return settings.host.startsWith('/');
}
/** `localhost:5432`, `[::1]:5432`, `socket /run/postgresql:5432`: for messages. */
function serverName(settings) {
    return isSocket(settings) ? `socket ${settings.host}:${settings.port}` : `${bracketed(settings.host)}:${settings.port}`;
}
/** The URL with `***` where the password is: for people and reports. */
function maskedUrl(settings) {
    return urlOf({ ...settings, scheme: 'postgresql', foreignParameters: [] }, settings.password === null ? null : '***');
}
/** The URL that leads a tool to this database. Holds the password. */
function fullUrl(settings) {
    return urlOf(settings, settings.password === null ? null : encodeURIComponent(settings.password));
}
function urlOf(settings, password) {
    const user = encodeURIComponent(settings.user) + (password === null ? '' : `:${password}`);
    const authority = isSocket(settings) ? '' : `${bracketed(settings.host)}:${settings.port}`;
    const place = isSocket(settings) ? { host: settings.host, port: String(settings.port) } : {};
    const query = [
        ...Object.entries(place),
        ...(isSocket(settings) || settings.sslMode === 'prefer' ? [] : [['sslmode', settings.sslMode]]),
        ...optional('sslrootcert', settings.sslRootCert),
        ...optional('sslcert', settings.sslCert),
        ...optional('sslkey', settings.sslKey),
        ...(settings.requireChannelBinding ? [['channel_binding', 'require']] : []),
        ...optional('options', settings.startupOptions),
        ...settings.foreignParameters,
    ].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const base = `${settings.scheme}://${user}@${authority}/${encodeURIComponent(settings.database)}`;
    return query.length === 0 ? base : `${base}?${query.join('&')}`;
}
function optional(name, value) {
    return value === null ? [] : [[name, value]];
}
function bracketed(host) {
    return host.includes(':') ? `[${host}]` : host;
}
function oneHost(host) {
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    if (bare === '')
        return 'localhost';
    if (!bare.startsWith('/') && bare.includes(',')) {
        throw new errors/* ConfigurationError */.j1('the database URL names several hosts', { hint: 'Name the primary server only.' });
    }
    return bare;
}
function portOf(value) {
    const port = Number(value);
    if (Number.isInteger(port) && port >= 1 && port <= 65535)
        return port;
    throw new errors/* ConfigurationError */.j1(`the database port is not a number from 1 to 65535: ${value}`);
}
function sslModeOf(value) {
    const mode = SSL_MODES.find((known) => known === value);
    if (mode !== undefined)
        return mode;
    throw new errors/* ConfigurationError */.j1(`unknown sslmode: ${value}`, { hint: `Use one of: ${SSL_MODES.join(', ')}.` });
}


/***/ })

};
