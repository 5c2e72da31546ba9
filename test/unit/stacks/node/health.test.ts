import assert from 'node:assert/strict';
import { appOf, manifest } from './discovered.js';

const header = "import express from 'express';\nconst app = express();\n";
const footer = '\napp.listen(3000);\n';

function health(code: string, more: Readonly<Record<string, string>> = {}): readonly (readonly [string, string])[] {
  return appOf({ 'server.js': `${header}${code}${footer}`, ...more }).health.map(({ value, confidence }) => [value, confidence]);
}

describe('health routes', () => {
  it('are certain on the application itself', () => assert.deepEqual(health("app.get('/healthz', ok);"), [['/healthz', 'certain']]));

  it('prefers those that say alive', () => {
    assert.deepEqual(health("app.get('/status', ok);\napp.get('/ready', ok);\napp.get('/healthz', ok);").map(([path]) => path), ['/healthz', '/ready', '/status']);
  });

  it('are none of clients, other methods, parameters or comments', () => {
    assert.deepEqual(health("axios.get('/health');\nclient.get('/ping');\napp.post('/health', ok);\napp.get('/health/:id', ok);\n// app.get('/healthz', ok)\napp.get('/users', ok);"), []);
  });

  it('are guesses where somebody is asked who they are', () => assert.deepEqual(health("app.get('/health', requireAuth, ok);"), [['/health', 'guess']]));

  it('follow a router to the application', () => {
    const router = "import { Router } from 'express';\nconst router = Router();\nrouter.get('/health', ok);\nexport default router;\n";
    assert.deepEqual(health("import routes from './routes.js';\napp.use('/api', routes);", { 'routes.js': router }), [['/api/health', 'likely']]);
    assert.deepEqual(health("import routes from './routes.js';\napp.use(routes);", { 'routes.js': router }), [['/health', 'likely']]);
    assert.deepEqual(health("import routes from './routes.js';\napp.use(config.prefix, routes);", { 'routes.js': router }), [['/health', 'guess']]);
    assert.deepEqual(health("import routes from './routes.js';\nroutes.forEach((each) => app.use(each.path, each.route));", { 'routes.js': router }), [['/health', 'guess']]);
  });

  it('follow routers in routers, exports by name and files that hand on', () => {
    const files = {
      'routes/index.js': "module.exports = require('./routes');\n",
      'routes/routes.js': "const health = require('./health.routes');\nconst pages = Router();\nconst api = Router();\napi.use('/health', health);\nmodule.exports = { api: api, pages };\n",
      'routes/health.routes.js': "const router = Router();\nrouter.get('/', ok);\nmodule.exports = router;\n",
    };
    assert.deepEqual(health("const routes = require('./routes');\napp.use('/', routes.pages);\napp.use('/v2', routes.api);", files), [['/v2/health', 'likely']]);
  });

  it('are likely on an application that was handed in, and guesses on a router', () => {
    assert.deepEqual(health("import add from './add.js';\nadd(app);", { 'add.js': "export default (app) => { app.get('/health', ok); };\n" }), [['/health', 'likely']]);
    assert.deepEqual(health("import add from './add.js';\nadd(app);", { 'add.js': "export default (app: Router) => { app.get('/health', ok); };\n" }), [['/health', 'guess']]);
  });

  it('are guesses in plugins under a prefix', () => {
    const files = {
      'package.json': manifest({ dependencies: { fastify: '^5' } }),
      'server.js': "import Fastify from 'fastify';\nimport plugin from './plugin.js';\nconst app = Fastify();\napp.register(plugin, { prefix: '/api' });\napp.listen({ port: 3000, host: '0.0.0.0' });\n",
      'plugin.js': "export default async function (fastify) { fastify.get('/health', ok); }\n",
    };
    assert.deepEqual(appOf(files).health.map(({ confidence }) => confidence), ['guess']);
  });

  it('are found on a server without a framework', () => {
    const code = "import { createServer } from 'node:http';\ncreateServer((req, res) => { if (req.url === '/healthz') res.end('ok'); }).listen(3000);\n";
    assert.deepEqual(appOf({ 'server.js': code }).health.map(({ value, confidence }) => [value, confidence]), [['/healthz', 'likely']]);
  });

  const program = (code: string): readonly (readonly [string, string])[] => appOf({ 'server.js': code }).health.map(({ value, confidence }) => [value, confidence]);

  it('are found at the end of a chain', () => {
    assert.deepEqual(health("app.use(log).get('/orders', (request, response) => response.json({ a: [1, 2] }))\n  .get('/health', ok);"), [['/health', 'certain']]);
    assert.deepEqual(program("import polka from 'polka';\npolka()\n  .use(log)\n  .get('/healthz', ok)\n  .listen(3000);\n"), [['/healthz', 'certain']]);
    assert.deepEqual(program("import { Elysia } from 'elysia';\nconst app = new Elysia({ prefix: '/api' }).get('/health', () => 'ok').listen(3000);\n"), [['/api/health', 'certain']]);
  });

  it('are none of a chain of a client, nor of what a chain of an application holds', () => {
    assert.deepEqual(health("axios.get('/a').get('/health');\nrequest(app).get('/health');"), []);
    assert.deepEqual(health("app.get('/users', () => axios.get('/health'));"), []);
  });

  it('are guesses in groups, whose prefix stands before them', () => {
    assert.deepEqual(program("const app = new Elysia().group('/v1', (app) => app.get('/health', ok)).listen(3000);\n").map(([, confidence]) => confidence), ['guess']);
    assert.deepEqual(program("new Hono().route('/v1', new Hono().get('/health', ok));\nserve({ fetch });\n"), []);
  });

  const hapi = (routes: string): readonly (readonly [string, string])[] => program(`const server = Hapi.server({ port: 3000 });\n${routes}\nawait server.start();\nserver.listener.listen(3000);\n`);
  it('are read from the objects of hapi, one or many', () => {
    assert.deepEqual(hapi("server.route({ method: 'GET', path: '/health', handler: () => ({ path: '/ping' }) });"), [['/health', 'certain']]);
    assert.deepEqual(hapi("server.route([{ method: 'POST', path: '/ping', handler }, { path: '/health', method: ['GET', 'HEAD'], handler }]);"), [['/health', 'certain']]);
    assert.deepEqual(hapi("server.route({ method: 'POST', path: '/health', handler });"), []);
  });
  it('are guesses where hapi asks who somebody is', () => {
    const route = "server.route({ method: 'GET', path: '/health', handler, options: { auth: 'jwt' } });";
    assert.deepEqual(hapi(route), [['/health', 'guess']]);
    assert.deepEqual(hapi("server.auth.default('jwt');\nserver.route({ method: 'GET', path: '/health', handler });"), [['/health', 'guess']]);
    assert.deepEqual(hapi("server.auth.default('jwt');\nserver.route({ method: 'GET', path: '/health', handler, options: { auth: false } });"), [['/health', 'certain']]);
  });
});

describe('health routes of controllers', () => {
  const controller = "@Controller('health')\nexport class HealthController {\n  @Get()\n  check() {}\n  @Get('live')\n  live() {}\n}\n";
  const paths = (main: string, code = controller) => appOf({
    'package.json': manifest({ scripts: { start: 'node dist/main' }, dependencies: { '@nestjs/core': '^11' } }),
    'server.js': '',
    'src/main.ts': `import './health.controller';\nconst app = await NestFactory.create(AppModule);\n${main}\nawait app.listen(3000);\n`,
    'src/health.controller.ts': code,
  }).health.map(({ value, confidence }) => [value, confidence]);

  it('join the controller and the method', () => assert.deepEqual(paths(''), [['/health/live', 'likely'], ['/health', 'likely']]));
  it('stand below the global prefix', () => assert.deepEqual(paths("app.setGlobalPrefix('api');").map(([path]) => path), ['/api/health/live', '/api/health']));
  it('are guesses where the prefix or who may ask is unclear', () => {
    assert.ok(paths('app.setGlobalPrefix(config.prefix);').every(([, confidence]) => confidence === 'guess'));
    assert.ok(paths('', `@UseGuards(AuthGuard)\n${controller}`).every(([, confidence]) => confidence === 'guess'));
    assert.ok(paths("app.enableVersioning({ defaultVersion: '1' });").every(([, confidence]) => confidence === 'guess'));
  });
});
