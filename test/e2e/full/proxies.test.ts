import assert from 'node:assert/strict';
import { proxies } from '../../../lib/catalog/registry.js';
import type { Proxy } from '../../../lib/catalog/proxy.js';
import { describeOnEngine } from '../../support/engine.js';
import { generateFromBrief, provide, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

/** Their stand-ins answer everything by themselves: only their start, their probe and their hardening are met. */
const stubs = process.env['E2E_IMAGES'] === undefined ? new Set<string>() : new Set(['traefik', 'kong']);

const echo = `const http = require('http');
http.createServer((request, response) => {
  let size = 0;
  request.on('data', (part) => { size += part.length; });
  request.on('end', () => response.end(JSON.stringify({ name: process.env.NAME, path: request.url, client: request.headers['x-forwarded-for'], size })));
}).listen(process.env.PORT);
`;
const app = (name: string): object => ({
  name, path: name, stack: 'node', port: 3000, health: '/healthz', commands: { start: ['node', 'server.js'], development: ['node', '--watch', 'server.js'] },
});
const files = Object.fromEntries(['web', 'api'].flatMap((name) => [[`${name}/server.js`, echo.replace('process.env.NAME', JSON.stringify(name))], [`${name}/package.json`, JSON.stringify({ name, version: '1.0.0' })]]));

describeOnEngine('full', 'each proxy in front of two apps', function suite() {
  this.timeout(600_000);
  for (const proxy of proxies as readonly Proxy[]) {
    describe(proxy.title, () => {
      let project: Project;
      before(async () => {
        project = await generateFromBrief(`proxy-${proxy.id}`, files, (name) => ({ project: { name }, proxy: { technology: proxy.id, bodyLimit: 1 }, apps: ['web', 'api'].map(app), ci: { provider: 'none' } }));
        await provide(project.folder);
      });
      after(async () => await project?.remove());
      reportFailures(() => [project?.development, project?.production]);

      const asks = async (stack: Stack): Promise<void> => {
        const read = async (path: string, headers: Readonly<Record<string, string>> = {}) => JSON.parse((await stack.get(path, 5000, { headers })).text) as { name: string; path: string; client: string };
        assert.deepEqual([(await read('/a?b=1')).name, (await read('/a?b=1')).path], ['web', '/a?b=1']);
        assert.deepEqual([(await read('/api/orders?x=1')).name, (await read('/api/orders?x=1')).path], ['api', '/orders?x=1']);
        assert.equal((await read('/apiary')).name, 'web');
        assert.doesNotMatch((await read('/', { 'X-Forwarded-For': '6.6.6.6' })).client, /6\.6\.6\.6/u, 'a client says where it comes from');
        // Caddy before 2.8 calls a body that is too large a bad gateway
        const tooLarge = proxy.id === 'traefik' ? [200] : proxy.id === 'caddy' ? [413, 502] : [413];
        const { status } = await stack.get('/', 5000, { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024) });
        assert.ok(tooLarge.includes(status), String(status));
      };

      it('starts in development and shows each app its requests', async () => {
        await project.development.compose('up', '--build', '--detach', '--wait');
        if (!stubs.has(proxy.id)) await asks(project.development);
        await project.development.remove();
      });
      it('starts in production without privileges, and is asked as the workflow asks', async () => {
        await project.asOwner('sh', 'docker/secrets.sh').catch(() => '');
        await project.production.compose('up', '--build', '--detach', '--wait');
        if (stubs.has(proxy.id)) return;
        await asks(project.production);
        await project.production.compose('exec', '-T', proxy.serviceName, ...proxy.ask('/healthz'));
        await project.production.compose('restart', 'web');
        await project.production.waitUntilHealthy(60_000);
        assert.equal((await project.production.get('/')).status, 200);
      });
    });
  }
});
