import assert from 'node:assert/strict';
import { appOf, bestOf, manifest, values } from './discovered.js';

const app = (code: string, more: Readonly<Record<string, string>> = {}) => appOf({ 'server.js': code, ...more });

describe('ports', () => {
  const sources: readonly (readonly [string, number])[] = [
    ['app.listen(8081)', 8081],
    ['app.listen(process.env.PORT || 8082)', 8082],
    ['app.listen(process.env.PORT ?? 8083, () => {})', 8083],
    ['const port = process.env.PORT || 8084; app.listen(port);', 8084],
    ['const port = 8085;\napp.listen(port, () => console.log(port));', 8085],
    ["app.listen(parseInt(process.env.PORT || '8086', 10))", 8086],
    ['app.listen(Number(process.env.PORT) || 8087)', 8087],
    ['app.listen(parseInt(process.env.PORT, 10) || 8088)', 8088],
    ["app.listen(process.env['PORT'] || 8089)", 8089],
    ['app.listen(process.env.PORT ? Number(process.env.PORT) : 8090)', 8090],
    ['const { PORT = 8091 } = process.env;\napp.listen(PORT);', 8091],
    ['const env = z.object({ PORT: z.coerce.number().default(8092) }).parse(process.env);\napp.listen(env.PORT)', 8092],
    ['const env = cleanEnv(process.env, { PORT: port({ default: 8093 }) });\napp.listen(env.PORT)', 8093],
    ["const env = Joi.object({ PORT: Joi.number().integer().default(8094) });\napp.listen(env.PORT)", 8094],
    ["const config = convict({ port: { format: 'port', default: 8095, env: 'PORT' } });\napp.listen(config.get('port'))", 8095],
    ["app.listen(config.get('PORT', 8096))", 8096],
    ['app.listen({ port: 8097, host: "0.0.0.0" })', 8097],
    ['serve({ fetch: app.fetch, port: 8098 })', 8098],
    ['createServer(app).listen(process.env.APP_PORT || 8099)', 8099],
  ];
  for (const [code, port] of sources) it(`finds ${port} in ${code.replaceAll('\n', ' ')}`, () => assert.equal(bestOf(app(code).port), port));

  it('does not take a port of something else', () => {
    const code = 'const db = { port: process.env.DB_PORT || 5432 }; const redis = process.env.REDIS_PORT ?? 6379; app.listen(process.env.PORT);';
    assert.deepEqual(app(code).port, []);
  });

  it('does not read comments, tests or what browsers load', () => {
    const found = app('// app.listen(1111)\n/* app.listen(2222) */\napp.listen(config.port)', {
      'test/server.js': 'app.listen(3333)',
      'public/app.js': 'app.listen(4444)',
      'server.test.js': 'app.listen(5555)',
    });
    assert.deepEqual(found.port, []);
  });

  it('puts the source before the environment example, both shown', () => {
    assert.deepEqual(values(app('app.listen(process.env.PORT || 3000)', { '.env.example': 'PORT=4000\n' }).port), [3000, 4000]);
  });

  it('believes the example of a variable of another name, which the server will read', () => {
    assert.equal(bestOf(app('app.listen(process.env.API_PORT || 3000)', { '.env.example': 'API_PORT=4000\n' }).port), 4000);
  });

  it('reads options of scripts', () => {
    assert.equal(bestOf(app('app.listen(options.port)', { 'package.json': manifest({ scripts: { start: 'node server.js --port 4100' } }) }).port), 4100);
  });

  it('falls back to the convention of the framework, as a guess', () => {
    const { port } = app('app.listen(config.port)', { 'package.json': manifest({ dependencies: { express: '^5' } }) });
    assert.deepEqual(port, [{ value: 3000, confidence: 'guess', evidence: [] }]);
  });

  it('prefers files that the server loads', () => {
    const found = app("require('./config');\napp.listen(config.port)", { 'config.js': 'module.exports = { port: process.env.PORT || 3100 };', 'tools.js': 'app.listen(9999)' });
    assert.deepEqual(values(found.port), [3100]);
  });
});
