export const id = 977;
export const ids = [977];
export const modules = {

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
