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
const said = (files: Files) => found(files).problems.filter(({ code }) => code === 'host-written-down').map(({ message, help }) => `${message}. ${help}`);
const unread = (files: Files) => found(files).apps.flatMap((app) => app.unread ?? []);

const node = (dependencies: readonly string[], files: Files): Files => ({
  'package.json': JSON.stringify({ name: 'shop', scripts: { start: 'node server.js' }, dependencies: Object.fromEntries(['express', ...dependencies].map((name) => [name, '*'])) }),
  'server.js': "require('./db');\nconst express = require('express');\nexpress().listen(3000);\n",
  ...files,
});
const python = (requirements: string, source: string): Files => ({ 'requirements.txt': `flask\n${requirements}\n`, 'app.py': `from flask import Flask\napp = Flask(__name__)\n${source}` });

/** What stands in a program, and the variables that are named for it. */
const written: readonly (readonly [what: string, files: Files, place: RegExp, variables: readonly string[]])[] = [
  ['settings of a database in a file of their own', node(['pg', 'sequelize'], { 'config/db.config.js': 'module.exports = {\n  HOST: "localhost",\n  USER: "postgres",\n  PASSWORD: "123",\n  DB: "shop",\n  dialect: "postgres"\n};\n' }), /^config\/db\.config\.js:2: .*PostgreSQL/u, ['DB_HOST', 'DB_USER', 'DB_PASSWORD', 'DB_NAME']],
  ['options of a pool', node(['mysql2'], { 'db.js': "const mysql = require('mysql2');\nmodule.exports = mysql.createPool({\n  host: '127.0.0.1',\n  user: 'root',\n  password: process.env.DB_PASSWORD,\n});\n" }), /^db\.js:3: .*MySQL/u, ['DB_HOST', 'DB_USER']],
  ['an address', node(['mongoose'], { 'db.js': "require('mongoose').connect('mongodb://localhost:27017/shop');\n" }), /^db\.js:1: .*MongoDB/u, ['MONGODB_URI']],
  ['an address with an account', node(['pg'], { 'db.js': "new (require('pg').Pool)({ connectionString: `postgres://me:secret@127.0.0.1/shop` });\n" }), /^db\.js:1: .*PostgreSQL/u, ['DATABASE_URL']],
  ['a client without an account', node(['ioredis'], { 'db.js': "const Redis = require('ioredis');\nmodule.exports = new Redis({ host: 'localhost', port: 6379 });\n" }), /^db\.js:2: .*Redis/u, ['REDIS_HOST']],
  ['brokers in a list', node(['kafkajs'], { 'db.js': "new (require('kafkajs').Kafka)({ brokers: ['localhost:9092'] });\n" }), /^db\.js:1: .*Kafka/u, ['KAFKA_BROKERS']],
  ['settings that Sequelize reads', node(['pg', 'sequelize'], { 'config/config.json': '{\n  "development": {\n    "username": "shop",\n    "database": "shop",\n    "host": "127.0.0.1",\n    "dialect": "postgres"\n  }\n}\n' }), /^config\/config\.json:5: /u, ['DB_HOST', 'DB_USER', 'DB_NAME', 'DB_PASSWORD']],
  ['settings of Django', { 'manage.py': "import os\nfrom django.core.management import execute_from_command_line\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\nexecute_from_command_line()\n", 'requirements.txt': 'django\npsycopg2\n', 'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n', 'shop/settings.py': "INSTALLED_APPS = []\nDATABASES = {\n    'default': {\n        'ENGINE': 'django.db.backends.postgresql',\n        'NAME': 'shop',\n        'HOST': 'localhost',\n    }\n}\n" }, /^shop\/settings\.py:6: /u, ['DB_HOST', 'DB_NAME']],
  ['arguments by name', python('redis', "import redis\ncache = redis.Redis(host='localhost', port=6379)\n"), /^app\.py:4: .*Redis/u, ['REDIS_HOST']],
  ['arguments by place', python('pymongo', "from pymongo import MongoClient\nclient = MongoClient('localhost', 27017)\n"), /^app\.py:4: .*MongoDB/u, ['DB_HOST']],
  ['an address with a driver', python('psycopg2', "SQLALCHEMY_DATABASE_URI = 'postgresql+psycopg2://shop:x@localhost/shop'\n"), /^app\.py:3: /u, ['DATABASE_URL']],
  ['PHP without a framework', { 'index.php': '<?php\n$db = new mysqli("localhost", "root", "", "shop");\n', 'composer.json': '{"require": {"ext-mysqli": "*"}}' }, /^index\.php:2: .*MySQL/u, ['DB_HOST']],
  ['a name of PDO', { 'index.php': "<?php\n$db = new PDO('mysql:host=localhost;dbname=shop', 'root', '');\n", 'composer.json': '{"require": {"ext-pdo_mysql": "*"}}' }, /^index\.php:2: .*MySQL/u, ['DATABASE_URL']],
  ['a name of a driver of Go', { 'go.mod': 'module shop\n\nrequire github.com/go-sql-driver/mysql v1.8.0\n', 'main.go': 'package main\n\nimport (\n\t"database/sql"\n\t"net/http"\n\n\t_ "github.com/go-sql-driver/mysql"\n)\n\nfunc main() {\n\tdb, _ := sql.Open("mysql", "root:x@tcp(127.0.0.1:3306)/shop")\n\t_ = db\n\thttp.ListenAndServe(":8080", nil)\n}\n' }, /^main\.go:11: .*MySQL/u, ['DATABASE_URL']],
  ['a name in the style of those that are read', node(['pg'], { 'db.js': "const { Pool } = require('pg');\nnew Pool({\n  host: 'localhost',\n  user: process.env.POSTGRES_USER,\n  password: process.env.POSTGRES_PASSWORD,\n  database: 'shop',\n});\n" }), /^db\.js:3: /u, ['POSTGRES_HOST', 'POSTGRES_DB']],
];

/** What is no address of a service, or may be another. */
const other: readonly (readonly [what: string, files: Files])[] = [
  ['a default beside the variable', node(['ioredis'], { 'db.js': "new (require('ioredis'))(process.env.REDIS_URL || 'redis://localhost:6379');\n" })],
  ['a default in the next line', node(['pg'], { 'db.js': "const host = process.env.DB_HOST\n  ?? 'localhost';\nrequire('pg');\n" })],
  ['a default below a question', python('redis', "import os, redis\naddress = os.environ.get('REDIS_URL')\nif not address:\n    address = 'redis://localhost:6379'\n")],
  ['a field of settings', python('redis\npydantic-settings', "class Settings(BaseSettings):\n    redis_url: str = 'redis://localhost:6379'\n")],
  ['a parameter with a default', python('redis', "import redis\ndef cache(host='localhost', port=6379):\n    return redis.Redis(host=host, port=port)\n")],
  ['a comment', node(['pg'], { 'db.js': "require('pg'); // postgres://localhost/shop\n/* host: 'localhost', port: 5432 */\n" })],
  ['a document of a function', python('psycopg2', '"""Connects.\n\n    connect(host="localhost", port=5432)\n"""\n')],
  ['where the server listens', node(['pg'], { 'db.js': "require('pg');\n", 'server.js': "require('./db');\nconst express = require('express');\nexpress().listen({ host: 'localhost', port: 3000 });\n" })],
  ['another service on another port', node(['pg'], { 'db.js': "require('pg');\nexports.socket = {\n  host: 'localhost',\n  port: 2304,\n};\n" })],
  ['another part of the same settings', node(['ioredis', 'pg'], { 'config/queue.js': "module.exports = {\n  beanstalkd: {\n    driver: 'beanstalkd',\n    host: 'localhost',\n  },\n  cache: {\n    driver: 'redis',\n  },\n};\n", 'db.js': '' })],
  ['a test', node(['pg'], { 'db.test.js': "new Pool({ host: 'localhost', port: 5432 });\n", 'db.js': '' })],
  ['a site that is allowed to ask', node(['pg'], { 'db.js': "exports.origins = ['http://localhost:3000'];\n" })],
  ['an app without services', node([], { 'db.js': "exports.url = 'postgres://localhost/shop';\n" })],
];

describe('addresses of services that are written down', () => {
  for (const [what, files, place, variables] of written) {
    it(`as ${what} are a problem that names the place and what to read`, () => {
      const [problem, ...others] = said(files);
      assert.deepEqual(others, []);
      assert.match(problem ?? '', place);
      assert.ok(problem!.endsWith(`Read it from ${variables.join(', ')}, which the compose files set`), problem);
      assert.deepEqual(unread(files), variables);
    });
  }
  for (const [what, files] of other) it(`are none: ${what}`, () => assert.deepEqual([said(files), unread(files)], [[], []]));
  it('show as a default what a variable leads to, whatever it is called', () => {
    const variables = (files: Files) => found(files).apps[0]!.variables.filter(({ connects }) => connects !== undefined).map(({ name, connects }) => [name, connects]);
    const celery = python('celery\nredis', "import os\nfrom celery import Celery\ncelery = Celery(__name__)\ncelery.conf.broker_url = os.environ.get('CELERY_BROKER_URL', 'redis://localhost:6379')\ncelery.conf.result_backend = os.environ.get('CELERY_RESULT_BACKEND', 'redis://localhost:6379')\n");
    assert.deepEqual(variables(celery), [['CELERY_BROKER_URL', { technology: 'redis', part: 'url' }], ['CELERY_RESULT_BACKEND', { technology: 'redis', part: 'url' }]]);
    assert.deepEqual(suggest(found(celery)).apps[0]!.urls.map(({ variable }) => variable), ['CELERY_BROKER_URL', 'CELERY_RESULT_BACKEND']);
    assert.deepEqual(variables(node(['pg'], { 'db.js': "require('pg');\nconst a = process.env.SHOP_STORE || 'postgres://localhost/shop';\nconst b = process.env.DATABASE_URL || 'postgres://localhost/shop';\nconst c = process.env.OTHER || 'redis://localhost';\n" })), [['SHOP_STORE', { technology: 'postgres', part: 'url' }]]);
  });
  it('are said once for each service, with the number of places', () => {
    const [problem] = said(node(['mongoose'], { 'db.js': "connect('mongodb://localhost/a');\nconnect('mongodb://localhost/b');\nconnect('mongodb://127.0.0.1/c');\n" }));
    assert.match(problem ?? '', /^db\.js:1: .* as in 2 more places/u);
  });
  it('are found in packages of a workspace that run in the app', () => {
    const manifest = (name: string, more: object) => JSON.stringify({ name, ...more });
    const files = {
      'package.json': manifest('root', { private: true, workspaces: ['apps/*', 'packages/*'] }),
      'apps/api/package.json': manifest('api', { scripts: { start: 'node server.js' }, dependencies: { express: '*', store: '*' } }),
      'apps/api/server.js': "require('store');\nrequire('express')().listen(3000);\n",
      'packages/store/package.json': manifest('store', { main: 'index.js', dependencies: { pg: '*' } }),
      'packages/store/index.js': "const { Pool } = require('pg');\nmodule.exports = new Pool({ host: 'localhost', user: 'shop' });\n",
    };
    assert.match(said(files)[0] ?? '', /^packages\/store\/index\.js:2: /u);
  });
  it('are wired, so that the variable needs only to be read', () => {
    const suggested = suggest(found(written[0]![1]));
    const files = blueprint(design(parseBrief(JSON.parse(JSON.stringify(suggested)), 'test')));
    const compose = (path: string) => files.find((file) => file.path === path)!.content;
    for (const name of ['DB_HOST: db', 'DB_USER: shop', 'DB_NAME: shop', 'DB_PASSWORD: development-only']) assert.ok(compose('docker-compose.override.yml').includes(name) || compose('docker-compose.yml').includes(name), name);
    assert.match(compose('docker-compose.prod.yml'), /DB_PASSWORD_FILE: \/run\/secrets\/postgres_password/u);
    assert.ok(!compose('docker-compose.prod.yml').includes('DATABASE_URL'));
  });
  it('are no reason to stop, whatever a file holds', () => {
    for (const odd of ['', '"localhost', "'localhost:5432", '\u0000localhost', 'host: "localhost"'.repeat(2000), `${'{ host: "localhost", '.repeat(500)}`]) assert.doesNotThrow(() => said(node(['pg', 'ioredis'], { 'db.js': odd })));
  });
});
