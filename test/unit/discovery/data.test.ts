import assert from 'node:assert/strict';
import { technologies } from '../../../lib/catalog/registry.js';
import { dataFindings } from '../../../lib/discovery/data.js';
import type { DataSigns } from '../../../lib/discovery/data.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';

const place = { file: 'manifest', line: 1, quote: '' };
const driver = { name: 'better-sqlite3', value: '1', evidence: place };

function kept(code: string, more: Partial<DataSigns> & { readonly files?: Readonly<Record<string, string>>; readonly file?: string } = {}) {
  const { files = {}, file = 'src/main.js', ...signs } = more;
  const { found, problems } = dataFindings({
    repository: memoryRepository(files), path: '.', env: [], sources: code === '' ? [] : [{ file, text: code, code }], dependencies: [driver], reads: [], uses: [], technologies, ...signs,
  });
  return { data: (found.data ?? []).map(({ path, holds, variable }) => ({ path, holds, ...(variable === undefined ? {} : { variable }) })), problems: problems.map(({ code: id, message }) => `${id} ${/SQLite keeps its file (.*), where/u.exec(message)?.[1]}`) };
}

const database = (path: string) => ({ data: [{ path, holds: 'database' as const }], problems: [] });
const moved = (name: string, value: string) => ({ data: [{ path: '/data', holds: 'database' as const, variable: { name, value } }], problems: [] });
const example = (name: string, text: string) => ({ env: [{ name, example: text, evidence: place }] });

describe('the database of SQLite', () => {
  it('lies where a variable says, in the form that the variable has', () => {
    assert.deepEqual(kept('', example('DATABASE_URL', 'file:./dev.db')), moved('DATABASE_URL', 'file:/data/dev.db'));
    assert.deepEqual(kept('', example('DATABASE_URL', 'sqlite:///./app.db')), moved('DATABASE_URL', 'sqlite:////data/app.db'));
    assert.deepEqual(kept('', example('DATABASE_URL', 'sqlite://app.db?mode=rwc')), moved('DATABASE_URL', 'sqlite:///data/app.db?mode=rwc'));
    assert.deepEqual(kept('', { ...example('DATABASE_URL', 'sqlite:app.db'), creates: '?mode=rwc' }), moved('DATABASE_URL', 'sqlite:/data/app.db?mode=rwc'));
    assert.deepEqual(kept('get_env(name="DATABASE_URL", default="sqlite://shop.sqlite?mode=rwc")', { reads: ['DATABASE_URL'] }), moved('DATABASE_URL', 'sqlite:///data/shop.sqlite?mode=rwc'));
    assert.deepEqual(kept('', example('ConnectionStrings__Main', 'Data Source=shop.db;Cache=Shared')), moved('ConnectionStrings__Main', 'Data Source=/data/shop.db;Cache=Shared'));
    assert.deepEqual(kept("open(process.env.DB_PATH ?? 'app.db')", { reads: ['DB_PATH'] }), moved('DB_PATH', '/data/app.db'));
    assert.deepEqual(kept('p := os.Getenv("DB_PATH")\nif p == "" {\n\tp = "var/app.db"\n}\n', { reads: ['DB_PATH'] }), moved('DB_PATH', '/data/app.db'));
    assert.deepEqual(kept('System.get_env("DATABASE_PATH")', { reads: ['DATABASE_PATH'] }), moved('DATABASE_PATH', '/data/app.db'));
  });
  it('lies in a folder of its own', () => {
    assert.deepEqual(kept('sql.Open("sqlite", "data/app.db")'), database('data'));
    assert.deepEqual(kept('sql.Open("sqlite", "data/app.db")', { files: { 'data/.gitkeep': '', 'data/app.db-wal': '' } }), database('data'));
    assert.deepEqual(kept('new Database("/var/lib/shop/app.db")'), database('/var/lib/shop'));
    assert.deepEqual(kept("DATABASES = {'NAME': BASE_DIR / 'var' / 'db.sqlite3'}"), database('var'));
    assert.deepEqual(kept("new Database(path.join(__dirname, '..', 'data', 'app.db'))"), database('data'));
  });
  it('is a problem where no volume can be', () => {
    assert.deepEqual(kept('sql.Open("sqlite", "app.db")').problems, ['database-inside-container beside the code']);
    assert.deepEqual(kept('sql.Open("sqlite", "db/app.db")', { files: { 'db/001.sql': '' } }).problems, ['database-inside-container beside the code']);
    assert.deepEqual(kept('sql.Open("sqlite", "/tmp/app.db")').problems, ['database-inside-container in memory']);
    assert.deepEqual(kept('sql.Open("sqlite", "/etc/app/app.db")').problems, ['database-inside-container among files of the system']);
  });
  it('is nothing that can be known, or nothing at all', () => {
    const nothing = { data: [], problems: [] };
    assert.deepEqual(kept("new Database(join(configFolder, 'app.db'))"), nothing);
    assert.deepEqual(kept("zip.entryData('app.sqlite')"), nothing);
    assert.deepEqual(kept("new Database(':memory:')"), nothing);
    assert.deepEqual(kept("$path . '/app.sqlite'"), nothing);
    assert.deepEqual(kept('sql.Open("sqlite", "data/app.db")', { uses: ['postgres'] }), nothing);
    assert.deepEqual(kept('open("data/app.db")', { dependencies: [] }), nothing);
  });
  it('may be one of the JVM, whose address names no ending', () => {
    const java = (name: string, text: string) => kept('', { ...example(name, text), dependencies: [] });
    assert.deepEqual(java('SPRING_DATASOURCE_URL', 'jdbc:h2:file:./data/orders;DB_CLOSE_ON_EXIT=FALSE'), moved('SPRING_DATASOURCE_URL', 'jdbc:h2:file:/data/orders;DB_CLOSE_ON_EXIT=FALSE'));
    assert.deepEqual(java('SPRING_DATASOURCE_URL', 'jdbc:h2:~/orders'), moved('SPRING_DATASOURCE_URL', 'jdbc:h2:/data/orders'));
    assert.deepEqual(java('JDBC_URL', 'jdbc:hsqldb:file:db/orders'), moved('JDBC_URL', 'jdbc:hsqldb:file:/data/orders'));
    for (const none of ['jdbc:h2:mem:orders', 'jdbc:h2:mem:orders;MODE=PostgreSQL', 'jdbc:h2:tcp://db/orders', 'jdbc:hsqldb:hsql://db', 'jdbc:h2:res:orders', 'jdbc:postgresql://db/orders']) assert.deepEqual(java('JDBC_URL', none), { data: [], problems: [] }, none);
    assert.deepEqual(kept('Database.connect("jdbc:h2:file:./data/orders")', { dependencies: [], file: 'src/Main.kt' }), database('data'));
    assert.deepEqual(kept('Database.connect("jdbc:h2:file:./data/orders")', { dependencies: [], file: 'src/Main.kt', uses: ['postgres'] }), { data: [], problems: [] });
    const { found, problems } = dataFindings({ repository: memoryRepository({}), path: '.', env: [], sources: [{ file: 'Main.kt', text: '"jdbc:h2:~/orders"', code: '"jdbc:h2:~/orders"' }], dependencies: [], reads: [], uses: [], technologies });
    assert.deepEqual([found, problems.map(({ message }) => message)], [{}, ["Main.kt:1: H2 keeps its file in its user's home, where production loses it with its container"]]);
  });
  it('lies beside uploads whose folder the repository keeps empty', () => {
    const files = (names: readonly string[]) => kept('', { dependencies: [], files: Object.fromEntries(names.map((name) => [name, ''])) }).data.map(({ path }) => path);
    assert.deepEqual(files(['public/uploads/.gitignore', 'public/uploads/.htaccess', 'storage/uploads/images/.gitkeep', 'storage/uploads/files/.gitignore']), ['public/uploads', 'storage/uploads']);
    assert.deepEqual(files(['public/uploads/.gitignore', 'public/uploads/logo.png', 'tests/uploads/.gitkeep', 'src/uploads/index.js']), []);
  });
  it('needs no driver where the language brings one', () => {
    assert.deepEqual(kept('import sqlite3\nsqlite3.connect("data/app.db")\n', { dependencies: [], file: 'app.py' }), database('data'));
  });
});

describe('what people upload', () => {
  const files = (path: string) => ({ data: [{ path, holds: 'files' as const }], problems: [] });
  it('lies in folders that the source writes to', () => {
    assert.deepEqual(kept("multer({ dest: './uploads/' })"), files('uploads'));
    assert.deepEqual(kept("multer({ dest: path.join(__dirname, '../uploads') })"), { data: [], problems: [] });
    assert.deepEqual(kept("mkdirSync('public/uploads/avatars')"), files('public/uploads'));
    assert.deepEqual(kept("UPLOAD_FOLDER = os.path.join(os.path.dirname(__file__), 'uploads')", { file: 'shop/settings.py' }), files('shop/uploads'));
  });
  it('lies where the program opens its log, which would stop it on a read-only root', () => {
    const folders = (code: string, files: Readonly<Record<string, string>> = {}) => kept(code, { dependencies: [], files }).data.map(({ path }) => path);
    for (const code of ["file_handler = RotatingFileHandler('logs/shop.log', maxBytes=10240)", "if not os.path.exists('logs'):\n    os.mkdir('logs')", "new transports.File({ filename: './logs/error.log' })", "fs.createWriteStream('log/access.log')"]) assert.match(folders(code)[0] ?? '', /^logs?$/u, code);
    assert.deepEqual(folders("os.mkdir('logs')", { 'logs/.gitkeep': '', 'logs/old.log': '' }), ['logs']);
    for (const [code, files] of [["os.mkdir('logs')", { 'logs/reader.py': '' }], ["open('/var/log/shop.log')", {}], ["href = '/logs'", {}]] as const) assert.deepEqual(folders(code, files), [], code);
  });
  it('is no address and nothing that is only read', () => {
    assert.deepEqual(kept("mkdirSync(x); app.get('/uploads', list)").data, []);
    assert.deepEqual(kept("fetch('uploads/a.png')").data, []);
  });
  it("is Django's folder, seen from manage.py", () => {
    assert.deepEqual(kept("MEDIA_ROOT = BASE_DIR / 'media'", { file: 'shop/settings.py' }), files('media'));
    assert.deepEqual(kept('MEDIA_ROOT = os.path.join(BASE_DIR, "media")', { file: 'backend/shop/settings.py', base: 'backend' }), files('backend/media'));
    assert.deepEqual(kept('MEDIA_ROOT = "/srv/media"', { file: 'shop/settings.py' }), files('/srv/media'));
    assert.deepEqual(kept('MEDIA_ROOT = os.path.join(ELSEWHERE, "media")', { file: 'shop/settings.py' }).data, []);
  });
});
