import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { proxies, proxyById } from '../../../lib/catalog/registry.js';
import type { Proxy } from '../../../lib/catalog/proxy.js';
import { design } from '../../../lib/design/design.js';
import { programsOf } from '../../contract/rules.js';
import { blueprint } from '../../support/blueprint.js';
import { briefOf, minimal } from '../../support/briefs.js';
import { contentOf } from './proxy-files.js';

const routes = [
  { prefix: '/', service: 'web', port: 3000, strip: false },
  { prefix: '/api/', service: 'api', port: 4000, strip: true },
  { prefix: '/kept/', service: 'kept', port: 5000, strip: false },
];
const textOf = (id: string, name: string): string => contentOf(proxyById(id).files({ connections: 1024, bodyLimit: 25, routes }).find(({ path }) => path.endsWith(`/${name}`)));

for (const proxy of proxies as readonly Proxy[]) {
  describe(proxy.title, () => {
    const files = proxy.files({ connections: 1024, bodyLimit: 25, routes });
    const all = files.map(contentOf).join('\n');

    it('lies in a folder named after its service', () => {
      for (const { path } of files) assert.ok(path.startsWith(`docker/${proxy.serviceName}/`), path);
      assert.ok(files.some(({ path }) => path === proxy.dockerfile));
    });
    it('knows every app and its port', () => {
      for (const { service, port } of routes) assert.match(all, new RegExp(`\\b${service}\\b[^]*\\b${port}\\b`, 'u'));
    });
    it('listens where no capability is needed, as a numeric user, and writes to memory only', () => {
      assert.ok(proxy.port > 1023);
      assert.match(proxy.hardened.user ?? '', /^\d+:\d+$/u);
      assert.match(all, new RegExp(`USER ${proxy.hardened.user}\\n`, 'u'));
      assert.ok(proxy.hardened.tmpfs?.every((entry) => entry.startsWith('/tmp:uid=')));
    });
    it('is asked by a program that its image has', () => assert.ok(programsOf(['CMD', ...proxy.ask('/healthz')]).every((program) => proxy.programs.includes(program))));
    it('needs neither the socket of the engine nor an administration that others reach', () => assert.doesNotMatch(all.replace(/^#.*$/gmu, ''), /docker\.sock|:2019|:8001|dashboard: true/u));
    it('becomes part of a blueprint: image, published port, workflow and manual', () => {
      const architecture = design(briefOf({ proxy: { technology: proxy.id }, apps: [{ ...minimal.apps[0], health: '/healthz', commands: { start: ['node', 'server.js'], development: ['node', '--watch', 'server.js'] } }] }));
      const written = blueprint(architecture);
      const content = (path: string): string => written.find((file) => file.path === path)!.content;
      for (const { path } of proxy.files({ connections: 1024, bodyLimit: 10, routes: [] })) assert.ok(written.some((file) => file.path === path), path);
      assert.match(content('docker-compose.override.yml'), new RegExp(`^  ${proxy.serviceName}:\\n[^]*127\\.0\\.0\\.1:\\$\\{HTTP_PORT:-8080\\}:${proxy.port}`, 'mu'));
      assert.match(content('.github/workflows/docker.yml'), new RegExp(`exec -T ${proxy.serviceName} ${proxy.ask('')[0]}`, 'u'));
      assert.ok(content('docs/docker-operations.md').includes(proxy.title));
      assert.deepEqual(architecture.checklist.items.filter(({ verdict }) => verdict === 'fail'), []);
    });
  });
}

describe('routes of Traefik', () => {
  const { http } = parse(textOf('traefik', 'routes.yml')) as { http: { routers: Record<string, { rule: string; middlewares: string[]; service: string }>; middlewares: Record<string, Record<string, object>>; services: object } };
  it('match prefixes, and cut off those that the app does not have', () => {
    assert.equal(http.routers['web']?.rule, 'PathPrefix(`/`)');
    assert.deepEqual(http.routers['api']?.middlewares, ['compress', 'without-api']);
    assert.deepEqual(http.routers['kept']?.middlewares, ['compress']);
    assert.deepEqual(http.middlewares['without-api'], { stripPrefix: { prefixes: ['/api'] } });
  });
  it('name only middlewares and services that there are', () => {
    for (const { middlewares, service } of Object.values(http.routers)) {
      for (const name of middlewares) assert.ok(name in http.middlewares, name);
      assert.ok(service in http.services, service);
    }
  });
});

describe('routes of Caddy', () => {
  const text = textOf('caddy', 'Caddyfile');
  it('match prefixes, the longest first, and cut off those that the app does not have', () => {
    assert.deepEqual([...text.matchAll(/^\t(handle\w*(?: \S+)?) \{$/gmu)].map((match) => match[1]), ['handle /kept/*', 'handle_path /api/*', 'handle']);
    assert.match(text, /redir \/api \/api\/\?\{query\} 308/u);
  });
  it('have balanced braces', () => assert.equal(text.match(/\{/gu)?.length, text.match(/\}/gu)?.length));
  it('limit request bodies', () => assert.match(text, /max_size 25MiB/u));
});

describe('routes of Kong', () => {
  const { services, plugins } = parse(textOf('kong', 'kong.yml')) as { services: { name: string; host: string; port: number; routes: { paths: string[]; strip_path: boolean }[] }[]; plugins: { name: string; config: Record<string, unknown> }[] };
  it('match prefixes, and cut off those that the app does not have', () => {
    assert.deepEqual(services.map(({ name, port, routes: [route] }) => [name, port, route?.paths, route?.strip_path]), [['web', 3000, ['/'], false], ['api', 4000, ['/api/'], true], ['kept', 5000, ['/kept/'], false]]);
  });
  it('limit request bodies', () => assert.equal(plugins.find(({ name }) => name === 'request-size-limiting')?.config['allowed_payload_size'], 25));
});
