import type { Diagnostic } from '../diagnostics.js';
import type { DetectableTechnology } from '../stacks/stack.js';
import { cite, citeFile } from './cite.js';
import type { EnvEntry } from './env-files.js';
import type { Evidence } from './evidence.js';
import { filesUnder } from './file-index.js';
import type { DataFindings, DataFolder } from './findings.js';
import type { Located } from './manifest.js';
import { folderOf, joinPath, normalisePath } from './repository.js';
import type { Repository } from './repository.js';
import { matches } from './source.js';
import type { Match, Source } from './source.js';

/** What an app shows of what it keeps in files. */
export interface DataSigns {
  readonly repository: Repository;
  /** Folder of the app. */
  readonly path: string;
  /** Folder below it that relative paths start from; absent: its own. */
  readonly base?: string | undefined;
  readonly env: readonly EnvEntry[];
  readonly sources: readonly Source[];
  readonly dependencies: readonly Located[];
  /** Names of variables that it reads. */
  readonly reads: readonly string[];
  /** Ids of services that it uses: beside a database server, SQLite is for tests. */
  readonly uses: readonly string[];
  readonly technologies: readonly DetectableTechnology[];
  /** Files of the database that settings of the framework name. */
  readonly databases?: readonly DatabaseFile[];
  /** What a URL needs so that the driver makes the file, where it has no options. */
  readonly creates?: string | undefined;
  /** Folders that the framework is known to write to. */
  readonly folders?: readonly { readonly path: string; readonly evidence: Evidence }[];
}

/** The file of an embedded database, with what stands before its path, and the variable that gives it where there is one. */
export interface DatabaseFile {
  /** What keeps it, as a person knows it; absent: SQLite. */
  readonly engine?: string;
  readonly prefix: string;
  readonly file: string;
  /** What stands behind it: `?mode=rwc`, `;Cache=Shared`. */
  readonly suffix?: string | undefined;
  readonly variable?: string | undefined;
  readonly evidence: Evidence;
}

/** Where a database lies whose place a variable gives. */
const dataFolder = '/data';

/** Drivers of SQLite, as each ecosystem calls them. */
const drivers: ReadonlySet<string> = new Set([
  'better-sqlite3', 'sqlite3', 'sqlite', '@libsql/client', '@prisma/adapter-better-sqlite3', '@prisma/adapter-libsql', 'aiosqlite', 'ext-pdo_sqlite', 'ext-sqlite3',
  'github.com/mattn/go-sqlite3', 'modernc.org/sqlite', 'gorm.io/driver/sqlite', 'github.com/glebarez/sqlite', 'github.com/glebarez/go-sqlite', 'github.com/ncruces/go-sqlite3', 'zombiezen.com/go/sqlite',
  'rusqlite', 'sqlx[sqlite]', 'diesel[sqlite]', 'sea-orm[sqlx-sqlite]', 'ecto_sqlite3', 'exqlite', 'microsoft.data.sqlite', 'microsoft.entityframeworkcore.sqlite', 'system.data.sqlite', 'org.xerial:sqlite-jdbc',
]);
/** Those that come with the language. */
const builtIn = /\b(?:node|bun):sqlite\b|^[ \t]*(?:import|from)[ \t]+sqlite3\b|\bdjango\.db\.backends\.sqlite3\b|^[ \t]*provider[ \t]*=[ \t]*"sqlite"/mu;

/** A file of SQLite and what stands before its path: `sqlite:///data/app.db`, `file:./dev.db`, `Data Source=app.db`. */
const prefix = String.raw`(?:jdbc:)?sqlite3?(?:\+\w+)?:(?:\/{2,3})?|file:|Data Source=|Filename=`;
const databaseFile = String.raw`(${prefix})?((?:\.{0,2}\/)?[\w.-]+(?:\/[\w.-]+)*\.(?:db3?|sqlite3?))`;
const wholeFile = new RegExp(`^${databaseFile}([?;].*)?$`, 'u');
/** Options of the address, up to the quote. */
const end = '([?;][^"\'`\\s]*)?(?=["\'`])';
const quotedFile = new RegExp(String.raw`(?:["']([a-z][\w-]*)["']\s*[,/]\s*)?["'${'`'}]${databaseFile}${end}`, 'gu');
/** A default beside the name of its variable: `process.env.DB_PATH ?? 'app.db'`, `getEnv("DB_PATH", "app.db")`. */
const defaultFile = new RegExp(String.raw`\b([A-Z][A-Z0-9_]{2,})\b["'\])]{0,3}[^\n;"'${'`'}]{0,60}["'${'`'}]${databaseFile}${end}`, 'gu');
/** The same in two steps: `p := os.Getenv("DB_PATH"); if p == "" { p = "app.db" }`. */
const laterFile = new RegExp(String.raw`\("([A-Z][A-Z0-9_]{2,})"\)[^]{0,120}?==\s*""\s*\{[^}]{0,80}?=\s*"${databaseFile}${end}`, 'gu');
/**
 * An address of a database of the JVM that is a file, whose ending the engine adds itself (h2database.com, "Database URL Overview";
 * hsqldb.org, "Connection URL"): in memory and on a server are others.
 */
const javaFile = String.raw`(jdbc:(h2|hsqldb):(?:file:)?)(?!(?:mem|tcp|ssl|zip|res|hsqls?|https?|nio\w*|split|file):)((?:~|\.{0,2})\/?[\w.-]+(?:\/[\w.-]+)*)(;[^"'\s]*)?`;
const wholeJavaFile = new RegExp(`^${javaFile}$`, 'u');
const quotedJavaFile = new RegExp(`"${javaFile}"`, 'gu');
const javaEngines: Readonly<Record<string, string>> = { h2: 'H2', hsqldb: 'HSQLDB' };

/** Variables that can mean nothing else beside a driver of SQLite. */
const bareVariable = /^(?:SQLITE|DATABASE|DB)_(?:PATH|FILE|FILENAME)$|^SQLITE_(?:URL|DB|DATABASE)$/u;

/** What a folder of data holds in a repository: nothing, files that keep it there, and files of the database. */
const isData = (file: string): boolean => /(?:^|\/)(?:\.(?:git)?keep|\.gitignore|README[^/]*)$|\.(?:db3?|sqlite3?)(?:-wal|-shm|-journal)?$/u.test(file);
/** Folders of the system that an image needs as they are. */
const ofSystem = /^\/(?:bin|boot|dev|etc|lib\d*|proc|root|run|sbin|sys|usr)(?:\/|$)/u;
const inMemory = /^\/(?:tmp|dev\/shm)(?:\/|$)/u;

/** Beside a database server, one in a file is for development and tests. */
const hasServer = ({ uses, technologies }: DataSigns): boolean => technologies.some(({ id, detection }) => detection.relational === true && uses.includes(id));

function usesSqlite({ dependencies, sources, env, databases = [] }: DataSigns): boolean {
  return databases.length > 0 || dependencies.some(({ name }) => drivers.has(name)) || sources.some(({ code }) => builtIn.test(code))
    || env.some(({ name, example }) => /^(?:jdbc:)?sqlite3?(?:\+\w+)?:/u.test(example) || (/^DB_(?:CONNECTION|ADAPTER|ENGINE|DIALECT|TYPE)$/u.test(name) && /^(?:better-)?sqlite3?$/u.test(example)));
}

/** Files that variables give: by an example, by a default, or by a name that says so. */
function variableFiles({ env, sources, reads }: DataSigns): readonly DatabaseFile[] {
  const known = new Set(reads);
  const examples = env.flatMap(({ name, example, evidence }): readonly DatabaseFile[] => {
    const match = wholeFile.exec(example);
    return match === null ? [] : [{ prefix: match[1] ?? '', file: match[2]!, suffix: match[3], variable: name, evidence }];
  });
  const defaults = [defaultFile, laterFile].flatMap((pattern) => matches(sources, pattern)).filter(({ groups }) => known.has(groups[1]!))
    .map(({ groups, evidence }): DatabaseFile => ({ prefix: groups[2] ?? '', file: groups[3]!, suffix: groups[4], variable: groups[1]!, evidence }));
  const named = reads.filter((name) => bareVariable.test(name)).flatMap((name): readonly DatabaseFile[] => {
    const source = sources.find(({ code }) => new RegExp(String.raw`\b${name}\b`, 'u').test(code));
    return source === undefined ? [] : [{ prefix: '', file: 'app.db', variable: name, evidence: cite(source.file, source.text, source.code.indexOf(name)) }];
  });
  return [...examples, ...defaults, ...named];
}

/** Names of the project's own folder, and of that of the file that a line stands in. */
const projectFolder = /\b(?:BASE_?DIR|BASE_PATH|ROOT(?:_DIR)?|PROJECT_(?:ROOT|DIR|PATH)|APP_ROOT|basedir|app_root|cwd\(\)|Rails\.root|base_path|database_path|Path\.cwd)\b/u;
const fileFolder = /\b__file__\b|\b__dirname\b|\b__DIR__\b|\bimport\.meta\b/u;

/**
 * What a path in quotes starts from: the app's folder, that of the file where the line says so (`__dirname, '..'`), or what nobody
 * knows, because it is put together with something else.
 */
function startOf({ source, index, evidence: { file, quote } }: Match, path: string): string | undefined {
  const before = source.code.slice(source.code.lastIndexOf('\n', index) + 1, index);
  const up = [...before.matchAll(/["']\.\.["']/gu)].map(() => '..').join('/');
  if (fileFolder.test(quote)) {
    const folder = folderOf(file);
    const own = path === '.' || path === '' ? folder : folder.slice(path.length + 1);
    return [own, up].filter((part) => part !== '').join('/');
  }
  if (projectFolder.test(quote)) return up;
  return /[\w)\]}]\s*(?:[,/+.]\s*)$|\[$/u.test(before) ? undefined : '';
}

/** What a line does that opens a database, or says where one is: others copy such files, or hand them out. */
const opens = /\b(?:\w*[oO]pen|[cC]onnect\w*|create_engine|Database(?:Sync)?|DataSource|UseSqlite\w*|SQLALCHEMY_DATABASE_URI)\s*\(?|["']?\b(?:storage|filename|database|dbname|dsn|url|uri|NAME)\b["']?\s*[:=]|sqlite/iu;

/** Files that stand in the source; a folder may stand in quotes of its own before the name. */
function writtenFiles({ sources, path }: DataSigns): readonly DatabaseFile[] {
  return matches(sources, quotedFile).flatMap((match): readonly DatabaseFile[] => {
    const [, before, prefixed = '', file = ''] = match.groups;
    const folder = before === undefined || file.includes('/') || /sqlite|^libsql$/u.test(before) ? '' : `${before}/`;
    // with a slash in front of a bare name, something else stands before it
    if (file.startsWith('/')) return folderOf(file) === '' ? [] : [{ prefix: prefixed, file, evidence: match.evidence }];
    const start = startOf(match, path);
    return start === undefined || !opens.test(match.evidence.quote.replace(file, '')) ? [] : [{ prefix: prefixed, file: `${start === '' ? '' : `${start}/`}${folder}${file}`, evidence: match.evidence }];
  });
}

function javaDatabase(groups: readonly (string | undefined)[], evidence: Evidence, variable?: string): DatabaseFile {
  return { engine: javaEngines[groups[2]!]!, prefix: groups[1]!, file: groups[3]!, suffix: groups[4], variable, evidence };
}

/** Databases of the JVM in files: where settings say that, a variable goes before them. */
function javaFiles({ env, sources }: DataSigns): readonly DatabaseFile[] {
  const given = env.flatMap(({ name, example, evidence }): readonly DatabaseFile[] => {
    const match = wholeJavaFile.exec(example);
    return match === null ? [] : [javaDatabase(match, evidence, name)];
  });
  return [...given, ...matches(sources, quotedJavaFile).map(({ groups, evidence }) => javaDatabase(groups, evidence))];
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** What is part of an app's findings, and what is said of the rest. */
export interface KeptData {
  readonly found: { readonly data?: readonly DataFindings[] };
  readonly problems: readonly Diagnostic[];
}

type Placed = { readonly data: readonly DataFindings[]; readonly problems: readonly Diagnostic[] };

function problem({ evidence, engine = 'SQLite' }: DatabaseFile, where: string): Placed {
  return { data: [], problems: [{
    code: 'database-inside-container',
    severity: 'warning',
    message: `${evidence.file}:${evidence.line}: ${engine} keeps its file ${where}, where production loses it with its container`,
    help: 'Keep it in a folder of its own, such as data/, or take its path from a variable',
  }] };
}

const engineOf = ({ engine }: DatabaseFile): Pick<DataFolder, 'engine'> => (engine === undefined ? {} : { engine });

/** The folder that a volume is mounted on so that the database outlives its container. */
function placeOf(signs: DataSigns, found: DatabaseFile): Placed {
  const { repository, path, base = '.' } = signs;
  const { evidence, variable } = found;
  if (variable !== undefined) {
    const options = found.suffix ?? (found.prefix === '' ? '' : (signs.creates ?? ''));
    return { data: [{ path: dataFolder, holds: 'database', ...engineOf(found), variable: { name: variable, value: `${found.prefix}${dataFolder}/${nameOf(found.file)}${options}` }, evidence: [evidence] }], problems: [] };
  }
  if (found.file.startsWith('/')) {
    const folder = folderOf(found.file);
    if (inMemory.test(folder)) return problem(found, 'in memory');
    return folder === '' || ofSystem.test(folder) ? problem(found, 'among files of the system') : { data: [{ path: folder, holds: 'database', ...engineOf(found), evidence: [evidence] }], problems: [] };
  }
  if (found.file.startsWith('~')) return problem(found, "in its user's home");
  const own = normalisePath(joinPath(base, found.file));
  const folder = own === undefined ? '' : folderOf(own);
  const isOwn = folder !== '' && filesUnder(repository, joinPath(path, folder)).every(isData);
  return isOwn ? { data: [{ path: folder, holds: 'database', ...engineOf(found), evidence: [evidence] }], problems: [] } : problem(found, 'beside the code');
}

const writes = /\b(?:multer|formidable|busboy|writeFile|createWriteStream|mkdirSync|mkdir|MkdirAll|SaveUploadedFile|move_uploaded_file|create_dir_all|transferTo|createDirectories|CopyToAsync|makedirs|UPLOAD_FOLDER|copyfileobj|FileUtils|File\.(?:cp|write|open|mkdir_p)|os\.Create|Deno\.(?:writeFile|mkdir|open))\b/u;
/** A path below the app: one that starts with a slash is an address, and one behind another piece of a list is no whole path. */
const uploads = /(?<!["']static["'],\s*)["'`](?:\.\/)?((?:(?:public|data|var|static)\/)?uploads)(?:\/[^"'`\n]*)?["'`]/gu;
/** A folder that a program opens its log in: without it a read-only container does not start. */
const logs = /(?:FileHandler|\bmkdir(?:Sync)?|makedirs|createWriteStream|transports\.File|DailyRotateFile|appendFile(?:Sync)?|\bdestination|\bfile_?name)\b[^\n"'`]{0,60}["'`](?:\.\/)?(logs?)(?:\/[^"'`\n]*)?["'`]/giu;
/** Django's folder for uploads; the last text of the line is its name. */
const mediaRoot = /^[ \t]*MEDIA_ROOT[ \t]*=[ \t]*[^\n]*?["'](?:\.\/)?(\/?[\w-]+(?:\/[\w-]+)*)\/?["'][ \t)]*(?:#[^\n]*)?$/gmu;

/** A folder that a line names, in the app; an absolute one as it stands there. */
function folderAt(match: Match, path: string, base: string): { readonly path: string; readonly evidence: Evidence } {
  const named = match.groups[1]!;
  const start = startOf(match, path);
  return { path: named.startsWith('/') ? named : start === undefined ? '' : (normalisePath(joinPath(base, `${start}/${named}`)) ?? ''), evidence: match.evidence };
}

/** What keeps a folder in a repository that stays empty there, and its server from running what people put in it. */
const keeper = /\/\.(?:git)?keep$|\/\.gitignore$|\/\.htaccess$/u;

/** Folders of uploads that are empty in the repository: its authors keep them there for what their program writes. */
function emptyFolders({ repository, path }: DataSigns): readonly { readonly path: string; readonly evidence: Evidence }[] {
  const skip = path === '.' || path === '' ? 0 : path.length + 1;
  return filesUnder(repository, path).filter((file) => keeper.test(file)).flatMap((file) => {
    const [own] = /^(?:(?!tests?\/|spec\/|node_modules\/)[\w.-]+\/){0,3}?uploads(?=\/)/u.exec(file.slice(skip)) ?? [];
    return own === undefined || !filesUnder(repository, joinPath(path, own)).every((each) => keeper.test(each)) ? [] : [{ path: own, evidence: citeFile(file) }];
  });
}

function fileFolders(signs: DataSigns): readonly DataFindings[] {
  const { repository, sources, path: app, folders = [], base = '.' } = signs;
  const isFree = (folder: string): boolean => filesUnder(repository, joinPath(app, folder)).every((file) => isData(file) || file.endsWith('.log'));
  const found = [
    ...folders,
    ...emptyFolders(signs),
    ...matches(sources, logs).map((match) => ({ path: match.groups[1]!, evidence: match.evidence })).filter((each) => isFree(each.path)),
    ...matches(sources.filter(({ code }) => writes.test(code)), uploads).map((match) => folderAt(match, app, '.')),
    ...matches(sources.filter(({ file }) => file.endsWith('.py')), mediaRoot).filter(({ groups, evidence: { quote } }) => groups[1]!.startsWith('/') || projectFolder.test(quote) || fileFolder.test(quote) || /=\s*["']/u.test(quote)).map((match) => ({ ...folderAt({ ...match, evidence: { ...match.evidence, quote: 'BASE_DIR' } }, app, base), evidence: match.evidence })),
  ].filter((each) => each.path !== '' && !ofSystem.test(each.path) && !inMemory.test(each.path));
  return found.filter((each, index) => found.findIndex((other) => other.path === each.path) === index).map(({ path, evidence }) => ({ path, holds: 'files', evidence: [evidence] }));
}

/** Folders that lie in another one are kept with it. */
function outermost(all: readonly DataFindings[]): readonly DataFindings[] {
  return all.filter((each, index) => !all.some((other, place) => place !== index && (each.path.startsWith(`${other.path}/`) || (each.path === other.path && place < index))));
}

/**
 * Folders that the app writes what must outlive its containers into: a database in a file, where it uses no server, and what people
 * upload. A database whose place no volume can take is a problem that names the line.
 */
export function dataFindings(signs: DataSigns): KeptData {
  const ofSqlite = (): readonly DatabaseFile[] => (usesSqlite(signs) ? [...variableFiles(signs), ...(signs.databases ?? []), ...writtenFiles(signs)] : []);
  const candidates = hasServer(signs) ? [] : [...ofSqlite(), ...javaFiles(signs)];
  const database = candidates[0] === undefined ? { data: [], problems: [] } : placeOf(signs, candidates[0]);
  const data = outermost([...database.data, ...fileFolders(signs)]);
  return { found: data.length === 0 ? {} : { data }, problems: database.problems };
}
