import assert from 'node:assert/strict';
import { parseBrief } from '../../../lib/brief/schema.js';
import { suggest } from '../../../lib/brief/suggest.js';
import { technologies } from '../../../lib/catalog/registry.js';
import { design } from '../../../lib/design/design.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { scan } from '../../../lib/discovery/scan.js';
import { stacks } from '../../../lib/stacks/registry.js';
import { blueprint } from '../../support/blueprint.js';

type Files = Readonly<Record<string, string>>;
const found = (files: Files) => scan(memoryRepository(files), stacks, technologies);
const leads = (files: Files) => Object.fromEntries(found(files).apps[0]!.variables.flatMap(({ name, connects }) => (connects === undefined ? [] : [[name, `${connects.technology} ${connects.part}`]])));

const node = (dependencies: readonly string[], source: string): Files => ({
  'package.json': JSON.stringify({ name: 'shop', scripts: { start: 'node server.js' }, dependencies: Object.fromEntries(['express', ...dependencies].map((name) => [name, '*'])) }),
  'server.js': "require('./db');\nconst express = require('express');\nexpress().listen(3000);\n",
  'db.js': source,
});
const django = (settings: string, folder = ''): Files => Object.fromEntries(Object.entries({
  'manage.py': "import os\nfrom django.core.management import execute_from_command_line\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\nexecute_from_command_line()\n",
  'requirements.txt': 'django\npsycopg2\ngunicorn\n',
  'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n',
  'shop/settings.py': `import os\nINSTALLED_APPS = []\nSECRET_KEY = os.environ.get("SECRET_KEY")\nALLOWED_HOSTS = os.environ.get("HOSTS_ALLOWED").split(" ")\n${settings}`,
}).map(([file, text]) => [`${folder}${file}`, text]));
const databases = 'DATABASES = {\n    "default": {\n        "ENGINE": os.environ.get("SQL_ENGINE", "django.db.backends.sqlite3"),\n        "NAME": os.environ.get("SQL_DATABASE", "db.sqlite3"),\n        "USER": os.environ.get("SQL_USER", "user"),\n        "PASSWORD": os.environ.get("SQL_PASSWORD", "password"),\n        "HOST": os.environ.get("SQL_HOST", "localhost"),\n        "PORT": os.environ.get("SQL_PORT", "5432"),\n    }\n}\n';
const all = { SQL_DATABASE: 'postgres database', SQL_USER: 'postgres user', SQL_PASSWORD: 'postgres password', SQL_HOST: 'postgres host', SQL_PORT: 'postgres port' };

describe('variables that fill in the options of a client', () => {
  it('lead to its service, whatever they are called', () => {
    assert.deepEqual(leads(django(databases)), all);
    assert.deepEqual(leads(node(['pg'], "const { Pool } = require('pg');\nnew Pool({ host: process.env.SHOP_SERVER, user: process.env.SHOP_ACCOUNT, password: process.env.SHOP_WORD, database: 'shop' });\n")), { SHOP_SERVER: 'postgres host', SHOP_ACCOUNT: 'postgres user', SHOP_WORD: 'postgres password' });
  });
  it('are those that begin as the host does where the options of several stand together', () => {
    const source = "module.exports = {\n  redisHost: process.env.CACHE_AT,\n  redisPassword: process.env.CACHE_WORD,\n  dbHost: process.env.STORE_AT,\n  dbUser: process.env.STORE_WHO,\n  dbName: process.env.STORE_WHAT,\n  dialect: 'postgres',\n};\n";
    assert.deepEqual(leads(node(['pg', 'ioredis'], source)), { CACHE_AT: 'redis host', CACHE_WORD: 'redis password', STORE_AT: 'postgres host', STORE_WHO: 'postgres user', STORE_WHAT: 'postgres database' });
  });
  it('keep their names where these say it', () => assert.deepEqual(leads(node(['pg'], "require('pg');\nexports.options = { host: process.env.DB_HOST, user: process.env.PGUSER, port: 5432 };\n")), {}));
  it('are none of other things that have a host', () => {
    for (const source of ["require('pg');\nexports.mail = {\n  host: process.env.MAIL_AT,\n  auth: { user: process.env.MAIL_WHO },\n};\n", "require('pg');\nconst host = process.env.LISTEN_AT;\n", "require('pg');\nexports.other = { host: process.env.OTHER_AT, port: 9999 };\n"]) assert.deepEqual(leads(node(['pg', 'ioredis'], source)), {}, source);
  });
  it('are none of a service that has no such part, or that another one knows by name', () => {
    const source = "const Redis = require('ioredis');\nexports.sql = {\n  host: process.env.DB_HOST,\n  user: process.env.STORE_WHO,\n};\nnew Redis({ host: process.env.CACHE_AT, port: 6379, db: process.env.CACHE_NUMBER });\n";
    assert.deepEqual(leads(node(['mysql2', 'ioredis'], source)), { CACHE_AT: 'redis host', STORE_WHO: 'mysql user' });
  });
  it('get the parts of the connection', () => {
    const files = blueprint(design(parseBrief(JSON.parse(JSON.stringify(suggest(found(django(databases))))), 'test')));
    const production = files.find(({ path }) => path === 'docker-compose.prod.yml')!.content;
    for (const line of ['SQL_HOST: db', 'SQL_USER: ', 'SQL_PASSWORD_FILE: /run/secrets/postgres_password', 'SQL_ENGINE: ']) assert.ok(production.includes(line) || files.find(({ path }) => path === 'docker-compose.yml')!.content.includes(line), line);
    assert.doesNotMatch(production, /DATABASE_URL/u);
  });
});

describe('the engine of a Django project', () => {
  const engine = (files: Files) => found(files).apps[0]!.variables.find(({ name }) => name === 'SQL_ENGINE')?.example;
  it('is that of the server which it uses where a variable decides, and a file is the default', () => assert.equal(engine(django(databases)), 'django.db.backends.postgresql'));
  it('is that of the protocol for a server that speaks the same', () => {
    const files = { ...django(databases), 'requirements.txt': 'django\nmysqlclient\n' };
    assert.deepEqual([engine(files), engine({ ...files, 'docker-compose.yml': 'services:\n  db: {image: mariadb:11.4}\n' })], ['django.db.backends.mysql', 'django.db.backends.mysql']);
  });
  it('is what the example says', () => assert.equal(engine({ ...django(databases), '.env.example': 'SQL_ENGINE=django.contrib.gis.db.backends.postgis\n' }), 'django.contrib.gis.db.backends.postgis'));
});

describe('environment examples above an app', () => {
  const example = { '.env.example': 'SQL_HOST=db\nHOSTS_ALLOWED=localhost\nOF_ANOTHER=1\n', 'api/.env.sample': 'SQL_HOST=mine\n' };
  const examples = (files: Files) => Object.fromEntries(found(files).apps[0]!.variables.map((each) => [each.name, each.example]));
  it('hold for what it reads and has no example for', () => {
    const of = examples({ ...django(databases, 'api/'), ...example });
    assert.deepEqual([of['SQL_HOST'], of['HOSTS_ALLOWED'], 'OF_ANOTHER' in of], ['mine', 'localhost', false]);
  });
  it('are those of production where there is one for each environment', () => {
    assert.equal(examples({ ...django(databases, 'api/'), '.env.dev-sample': 'HOSTS_ALLOWED=dev\n', '.env.prod-sample': 'HOSTS_ALLOWED=prod\n' })['HOSTS_ALLOWED'], 'prod');
    assert.equal(examples({ ...django(databases), '.env.example': 'HOSTS_ALLOWED=all\n', '.env.prod-sample': 'HOSTS_ALLOWED=prod\n' })['HOSTS_ALLOWED'], 'all');
  });
});

describe('a Django project in a folder', () => {
  for (const folder of ['', 'api/', 'a/b/']) {
    it(`is served by its server of production in "${folder}"`, () => assert.equal(found(django(databases, folder)).apps[0]!.commands.start[0]!.value.slice(0, 1).join(' '), 'gunicorn'));
  }
});
