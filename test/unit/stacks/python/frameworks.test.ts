import assert from 'node:assert/strict';
import { technologies } from '../../../../lib/catalog/registry.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverPython } from '../../../../lib/stacks/python/discover.js';

const app = (requirements: string, source: string, more: Readonly<Record<string, string>> = {}) =>
  discoverPython(memoryRepository({ 'requirements.txt': `${requirements}\n`, 'app.py': source, ...more }), technologies).apps[0];
const health = (requirements: string, source: string) => app(requirements, source)?.health.map(({ value }) => value);
const handler = (path: string, name: string, method = 'get') => `@${method}("${path}")\nasync def ${name}() -> str:\n    return "ok"\n\n`;

describe('health routes of Python frameworks', () => {
  const litestar = `from litestar import Litestar, Router, get, post\n${handler('/health', 'health')}`;
  it('Litestar: of handlers that the application names', () => {
    assert.deepEqual(health('litestar', `${litestar}app = Litestar([health])\n`), ['/health']);
    assert.deepEqual(health('litestar', `${litestar}app = Litestar(route_handlers=[health], debug=bool(1))\n`), ['/health']);
    assert.deepEqual(health('litestar', `${litestar}app = Litestar([Router("/v1", route_handlers=[health])])\n`), []);
    assert.deepEqual(health('litestar', `${litestar}app = Litestar([health], path="/v1")\n`), []);
    assert.deepEqual(health('litestar', `from litestar import Litestar, post\n${handler('/health', 'health', 'post')}app = Litestar([health])\n`), []);
  });

  const aiohttp = 'from aiohttp import web\nasync def health(request): return web.Response()\n';
  it('aiohttp: of tables and lists that the application adds', () => {
    assert.deepEqual(health('aiohttp', `${aiohttp}app = web.Application()\napp.add_routes([web.get("/healthz", health), web.post("/ping", health)])\nweb.run_app(app)\n`), ['/healthz']);
    assert.deepEqual(health('aiohttp', `${aiohttp}app = web.Application()\napp.router.add_get("/health", health)\n`), ['/health']);
    assert.deepEqual(health('aiohttp', `${aiohttp}routes = web.RouteTableDef()\n@routes.get("/ready")\nasync def ready(request): ...\napp = web.Application()\napp.router.add_routes(routes)\n`), ['/ready']);
    assert.deepEqual(health('aiohttp', `${aiohttp}routes = web.RouteTableDef()\n@routes.get("/ready")\nasync def ready(request): ...\napp = web.Application()\nadmin = web.Application()\nadmin.add_routes(routes)\napp.add_subapp("/admin", admin)\n`), []);
  });

  const tornado = 'import tornado.web\nclass Health(tornado.web.RequestHandler):\n    def get(self):\n        pass\n\nclass Hook(tornado.web.RequestHandler):\n    def post(self):\n        pass\n\n';
  it('Tornado: of rules whose handler answers GET', () => {
    assert.deepEqual(health('tornado', `${tornado}app = tornado.web.Application([(r"/ping", Hook), tornado.web.url(r"/healthz", Health, name="h")])\n`), ['/healthz']);
    assert.deepEqual(health('tornado', `${tornado}app = tornado.web.Application([(r"/ping", Hook)])\n`), []);
    assert.deepEqual(health('tornado', `${tornado}app = tornado.web.Application()\napp.add_handlers("a.example", [(r"/healthz", Health)])\n`), []);
  });

  it('Falcon, Pyramid and Bottle', () => {
    assert.deepEqual(health('falcon', 'import falcon\nclass H:\n    def on_get(self, a, b): ...\nclass P:\n    def on_post(self, a, b): ...\napp = falcon.App()\napp.add_route("/ping", P())\napp.add_route("/health", H())\n'), ['/health']);
    assert.deepEqual(health('pyramid', 'from pyramid.config import Configurator\nconfig = Configurator()\nconfig.add_route("h", "/healthz")\napp = config.make_wsgi_app()\n'), ['/healthz']);
    assert.deepEqual(health('bottle', 'from bottle import default_app, route\n@route("/up")\ndef up(): return "ok"\n@route("/ping", method="POST")\ndef ping(): ...\napp = default_app()\n'), ['/up']);
  });
});

describe('addresses of SQLAlchemy', () => {
  const connects = (example: string, source = '') => app('fastapi\nuvicorn\nasyncpg', `from fastapi import FastAPI\napp = FastAPI()\n${source}`, example === '' ? {} : { '.env.example': `${example}\n` })?.variables.map((each) => each.connects?.scheme);
  it('keep the driver of the example, or of what the source falls back to', () => {
    assert.deepEqual(connects('DB=postgresql+asyncpg://a:b@localhost/c'), ['postgresql+asyncpg']);
    assert.deepEqual(connects('', 'url = os.getenv("DATABASE_URL", "mysql+aiomysql://a:b@localhost/c")\n'), ['mysql+aiomysql']);
    assert.deepEqual(connects('', 'class Settings(BaseSettings):\n    database_url: str = "postgresql+psycopg://a:b@localhost/c"\n'), ['postgresql+psycopg']);
  });
  it('have none where the source puts it in itself', () => assert.deepEqual(connects('DATABASE_URL=postgresql://a:b@localhost/c', 'url = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://", 1)\n'), [undefined]));
});

describe('how Python frameworks are served', () => {
  const start = (requirements: string, source: string, more: Readonly<Record<string, string>> = {}) => app(requirements, source, more)?.commands.start[0]?.value.join(' ');
  it('Falcon of asyncio by an ASGI server', () => {
    assert.match(start('falcon\nuvicorn\ngunicorn', 'import falcon.asgi\napp = falcon.asgi.App()\n') ?? '', /^uvicorn .* app:app$/u);
    assert.match(start('falcon\nuvicorn\ngunicorn', 'import falcon\napp = falcon.App()\n') ?? '', /^gunicorn .* app:app$/u);
  });
  it('a factory of Pyramid with the settings that it gets first, or as its file says', () => {
    const source = 'from pyramid.config import Configurator\n\ndef main(global_config, **settings):\n    config = Configurator(settings=settings)\n    return config.make_wsgi_app()\n';
    assert.match(start('pyramid\ngunicorn', source) ?? '', /app:main\(\{\}\)$/u);
    assert.match(start('pyramid\nwaitress', source, { 'production.ini': '' }) ?? '', /^gunicorn .*--paste production\.ini$/u);
  });
  it('the server inside Dash, where it has a name', () => {
    assert.match(start('dash\ngunicorn', 'import dash\ndashboard = dash.Dash(__name__)\nwsgi = dashboard.server\n') ?? '', /app:wsgi$/u);
    assert.match(start('dash\ngunicorn', 'import dash\ndashboard = dash.Dash(__name__)\n') ?? '', /app:dashboard$/u);
  });
  it('Channels by the Daphne of its extra', () => {
    const files = { 'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "x.settings")\nfrom django.core.management import execute_from_command_line\n', 'x/asgi.py': 'from django.core.asgi import get_asgi_application\napplication = get_asgi_application()\n', 'x/settings.py': 'INSTALLED_APPS = ["channels"]\n' };
    assert.match(start('django\nchannels[daphne]', '', files) ?? '', /^daphne .*x\.asgi:application$/u);
  });

  const dag = 'from airflow import DAG\nwith DAG("a"): ...\n';
  const airflow = (pin: string, more = {}) => app(`apache-airflow${pin}`, dag, more)!;
  it('Airflow by the processes of its release', () => {
    for (const pin of ['==2.10.5', '~=2.9', '<3', '>=2']) {
      const { commands, workers, health: routes } = airflow(pin);
      const isOld = pin !== '>=2';
      assert.deepEqual([commands.start[0]?.value[1], routes[0]?.value, workers.map(({ name }) => name)], isOld ? ['webserver', '/health', ['scheduler', 'triggerer']] : ['api-server', '/api/v2/monitor/health', ['scheduler', 'dag-processor', 'triggerer']], pin);
    }
  });
  it('Airflow with a database that all its processes share, and a secret', () => {
    const { variables, jobs } = airflow('==3.1.0', { '.env.example': 'AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=postgresql+psycopg2://a:b@localhost/c\n' });
    assert.deepEqual(variables.map(({ name, connects }) => [name, connects?.technology]), [['AIRFLOW__DATABASE__SQL_ALCHEMY_CONN', 'postgres'], ['AIRFLOW__API_AUTH__JWT_SECRET', undefined]]);
    assert.deepEqual(jobs[0]?.command[0]?.value, ['airflow', 'db', 'migrate']);
  });
});
