export const id = 780;
export const ids = [780];
export const modules = {

/***/ 6780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   detectMigrator: () => (/* binding */ detectMigrator)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42);
/* harmony import */ var _sql_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7188);




const SQL_DIRECTORIES = [
    'migrations',
    'db/migrations',
    'database/migrations',
    'sql/migrations',
    'sql',
    'db',
    'supabase/migrations',
];
const NOT_LOOKED_INTO = new Set(['node_modules', 'vendor', 'venv', 'dist', 'build']);
const HINT = 'name it in the plan, e.g. migrator: { kind: sql, directory: migrations }';
const DEFAULT_HISTORY_TABLE = 'public.savepoint_migrations';
/**
 * Looks in `root` and in the directories right below it.
 *
 * @throws ConfigurationError when there is nothing, or more than one; it lists what was found
 */
async function detectMigrator(root) {
    const candidates = [];
    for (const directory of ['.', ...(await directoriesIn(root))]) {
        candidates.push(...(await alembicIn(root, directory)), ...(await sqlIn(root, directory)));
    }
    const distinct = candidates.filter((one, index) => candidates.findIndex((other) => other.found === one.found) === index);
    const [only] = distinct;
    if (only === undefined) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1('no migrations found: neither Alembic nor a directory of numbered .sql files', { hint: HINT });
    }
    if (distinct.length === 1)
        return only.settings;
    const found = distinct.map((candidate) => candidate.found).join(', ');
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`more than one set of migrations found: ${found}`, { hint: HINT });
}
async function alembicIn(root, directory) {
    for (const file of ['alembic.ini', 'pyproject.toml']) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, file);
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), 'utf8').catch(() => null);
        if (text === null || (file === 'pyproject.toml' && !/^\[tool\.alembic\]/m.test(text)))
            continue;
        const settings = { kind: 'alembic', workingDirectory: directory, command: ['alembic'] };
        return [{ settings, found: path }];
    }
    return [];
}
async function sqlIn(root, workingDirectory) {
    const candidates = [];
    for (const directory of SQL_DIRECTORIES) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workingDirectory, directory);
        if (!(await holdsMigrations((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path))))
            continue;
        const settings = { kind: 'sql', workingDirectory, directory, historyTable: DEFAULT_HISTORY_TABLE };
        candidates.push({ settings, found: path });
    }
    return candidates;
}
async function holdsMigrations(directory) {
    for (const entry of await entriesIn(directory)) {
        if (entry.isFile() && (0,_sql_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumberedFile */ .bM)(entry.name))
            return true;
        if (!entry.isDirectory() || !/^V?\d/i.test(entry.name))
            continue;
        if ((await entriesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, entry.name))).some((inner) => inner.name === 'up.sql'))
            return true;
    }
    return false;
}
async function directoriesIn(root) {
    const entries = (await entriesIn(root)).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    return entries
        .map((entry) => entry.name)
        .filter((name) => !NOT_LOOKED_INTO.has(name))
        .sort();
}
/** Empty where there is no such directory, or it may not be read. */
async function entriesIn(directory) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }).catch(() => []);
}


/***/ }),

/***/ 7188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   bM: () => (/* binding */ isNumberedFile),
/* harmony export */   wo: () => (/* binding */ compareRevisions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42);
/** How migrations lie in a directory: plain numbered files, up/down pairs, or one directory each; the three may be mixed. */



const FILE = /^V?(\d+)(?:[_-]+([^\p{C}/]*?))?(?:\.(up|down))?\.sql$/iu;
const DIRECTORY = /^V?(\d+)(?:[_-]+([^\p{C}/]*))?$/iu;
const NAMING = 'name files 001_what_it_does.sql, or 001_what_it_does.up.sql with a .down.sql, or 001_what_it_does/up.sql';
/**
 * Reads a migrations directory, oldest first. Gaps between numbers are fine; files that are not SQL are left alone.
 *
 * @throws ConfigurationError with every malformed name and every number used twice
 */
async function readLayout(directory) {
    const problems = [];
    const pieces = await findPieces(directory, problems);
    const migrations = assemble(pieces, problems);
    if (problems.length > 0)
        throw malformed(directory, problems);
    return migrations;
}
/** Whether a file name is that of a numbered migration. */
function isNumberedFile(name) {
    return FILE.test(name);
}
/** Orders revisions by their number, whatever their width. */
function compareRevisions(left, right) {
    const [a, b] = [BigInt(left), BigInt(right)];
    return a < b ? -1 : a > b ? 1 : 0;
}
async function findPieces(directory, problems) {
    const pieces = [];
    for (const name of (await list(directory)).filter((entry) => !entry.startsWith('.'))) {
        const isDirectory = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)).catch(() => null))?.isDirectory() ?? false;
        if (isDirectory)
            pieces.push(...(await piecesOfDirectory(directory, name, problems)));
        else if (/\.sql$/i.test(name))
            pieces.push(...piecesOfFile(name, problems));
    }
    return pieces;
}
async function list(directory) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory)).sort();
    }
    catch (cause) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`the migrations directory ${directory} cannot be read: ${cause.message}`, {
            hint: 'set migrator.directory in the plan to the directory that holds the numbered .sql files',
            cause,
        });
    }
}
function piecesOfFile(name, problems) {
    const match = FILE.exec(name);
    if (match === null) {
        problems.push({ message: `${JSON.stringify(name)} is not the name of a migration`, hint: NAMING });
        return [];
    }
    const role = (match[3]?.toLowerCase() ?? 'plain');
    return [{ path: name, revision: match[1], name: match[2] ?? '', role, inDirectory: false }];
}
async function piecesOfDirectory(directory, name, problems) {
    const match = DIRECTORY.exec(name);
    const inside = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name));
    if (match === null && !inside.includes('up.sql'))
        return [];
    if (match === null || !inside.includes('up.sql')) {
        const message = match === null ? 'holds an up.sql, but its name does not begin with a number' : 'holds no up.sql';
        problems.push({ message: `the directory ${JSON.stringify(name)} ${message}`, hint: NAMING });
        return [];
    }
    return ['up', 'down']
        .filter((role) => inside.includes(`${role}.sql`))
        .map((role) => ({
        path: `${name}/${role}.sql`,
        revision: match[1],
        name: match[2] ?? '',
        role,
        inDirectory: true,
    }));
}
function assemble(pieces, problems) {
    const numbers = Map.groupBy(pieces, (piece) => BigInt(piece.revision));
    return [...numbers.values()]
        .flatMap((group) => assembleOne(group, problems))
        .sort((a, b) => compareRevisions(a.revision, b.revision));
}
function assembleOne(group, problems) {
    const ups = group.filter((piece) => piece.role !== 'down');
    const downs = group.filter((piece) => piece.role === 'down');
    const [up, down] = [ups[0], downs[0]];
    if (ups.length > 1 || downs.length > 1) {
        const paths = (ups.length > 1 ? ups : downs).map((piece) => piece.path).join(', ');
        problems.push({ message: `number ${group[0]?.revision} is used more than once: ${paths}`, hint: 'give each its own number' });
        return [];
    }
    if (up === undefined || (down !== undefined && !belongTogether(up, down))) {
        problems.push({ message: `${down?.path} has no up file of the same name beside it`, hint: NAMING });
        return [];
    }
    const shape = up.inDirectory ? 'directory' : up.role === 'up' ? 'pair' : 'plain';
    return [{ revision: up.revision, name: up.name, shape, up: up.path, down: down?.path ?? null }];
}
function belongTogether(up, down) {
    return up.revision === down.revision && up.name === down.name && up.inDirectory === down.inDirectory;
}
function malformed(directory, problems) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`in the migrations directory ${directory}: ${first?.message}${more}`, {
        problems,
        ...(first?.hint === undefined ? {} : { hint: first.hint }),
    });
}


/***/ })

};
