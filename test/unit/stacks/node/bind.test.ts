import assert from 'node:assert/strict';
import { appOf, bestOf, codes, discovered, manifest } from './discovered.js';

const fastify = { 'package.json': manifest({ dependencies: { fastify: '^5' } }) };
const bind = (code: string, more: Readonly<Record<string, string>> = {}) => bestOf(appOf({ 'server.js': code, ...more }).bind);

describe('interfaces', () => {
  for (const code of [
    "app.listen(3000, '127.0.0.1')",
    "app.listen(port, 'localhost', () => {})",
    "app.listen({ port: 3000, host: 'localhost' })",
    "const host = settings.local ? other : null || 'localhost';\napp.listen(3000, host)",
    "const HOST = '127.0.0.1';\napp.listen({ port, host: HOST })",
    "serve({ fetch: app.fetch, hostname: 'localhost' })",
    "const app = await NestFactory.create(AppModule, new FastifyAdapter());\nawait app.listen(3000);",
  ]) it(`are loopback in ${code.replaceAll('\n', ' ')}`, () => assert.equal(bind(code), 'loopback'));

  for (const code of ['app.listen(3000)', 'app.listen(3000, () => {})', "app.listen(port, '0.0.0.0')", "app.listen({ port, host: '::' })", 'app.listen(3000, onListen)', 'app.listen(port, function () {})']) {
    it(`are all in ${code}`, () => assert.equal(bind(code), 'all'));
  }

  for (const code of ['app.listen(3000, config.host)', "app.listen(3000, process.env.HOST || 'localhost')", 'app.listen(options)', 'app.listen({ port, ...rest })']) {
    it(`are unknown in ${code}`, () => assert.equal(bind(code), undefined));
  }

  it('are loopback for Fastify without a host', () => {
    assert.equal(bind('fastify.listen({ port: 3000 })', fastify), 'loopback');
    assert.equal(bind("fastify.listen({ port: 3000, host: '0.0.0.0' })", fastify), 'all');
  });

  it('give a warning with the place', () => {
    const found = discovered({ 'package.json': manifest(), 'server.js': "const x = 1;\napp.listen(3000, '127.0.0.1');\n" });
    assert.deepEqual(codes(found), ['listens-on-loopback']);
    assert.equal(found.problems[0]?.message, 'the server listens on localhost only (server.js:2): no proxy can reach it');
  });
});
