import assert from 'node:assert/strict';
import { appOf } from './discovered.js';

const prefix = (code: string): string | undefined => appOf({ 'server.js': `import { createServer } from 'node:http';\ncreateServer().listen(3000);\n${code}\n` }).prefix;

describe('the prefix of routes', () => {
  it('is what the framework is told', () => {
    assert.equal(prefix("app.setGlobalPrefix('api');"), '/api');
    assert.equal(prefix("const app = new Hono().basePath('/api');"), '/api');
  });
  it('is where most routes of the application lie', () => {
    assert.equal(prefix("app.use('/api', routes);\napp.get('/healthz', ok);\nrouter.get('/users', list);"), '/api');
    assert.equal(prefix("fastify.register(routes, { prefix: '/api/v1' });"), '/api');
  });
  it('is none where routes lie elsewhere', () => {
    assert.equal(prefix("app.get('/users', list);\napp.get('/orders', list);\napp.use('/api', docs);"), undefined);
    assert.equal(prefix("app.get('/apiary', list);"), undefined);
    assert.equal(prefix(''), undefined);
  });
});
