import assert from 'node:assert/strict';
import { proxyById } from '../../../lib/catalog/registry.js';
import { contentOf } from './proxy-files.js';

describe('nginx', () => {
  const proxy = proxyById('nginx');
  const files = proxy.files({ connections: 1024, bodyLimit: 25, routes: [{ prefix: '/', service: 'web', port: 3000, strip: false }, { prefix: '/api/', service: 'api', port: 4000, strip: true }] });
  const text = (path: string): string => contentOf(files.find((file) => file.path === path));
  const configuration = text('docker/nginx/nginx.conf');

  it('passes each prefix to its app', () => {
    assert.match(configuration, /location \/ \{[^}]*set \$upstream web:3000;/u);
    assert.match(configuration, /location \/api\/ \{[^}]*set \$upstream api:4000;/u);
  });
  it('sends a prefix without its slash on', () => assert.match(configuration, /location = \/api \{\s*return 308 \/api\/\$is_args\$args;/u));
  it('leaves a prefix that the app itself has', () => {
    const [, own] = proxy.files({ connections: 1024, bodyLimit: 1, routes: [{ prefix: '/api/', service: 'api', port: 4000, strip: false }] });
    assert.match(contentOf(own), /location \/api\/ \{[^}]*proxy_pass/u);
    assert.doesNotMatch(contentOf(own), /rewrite|308/u);
  });
  it('limits request bodies', () => assert.match(configuration, /client_max_body_size 25m;/u));
  it('listens where no capability is needed', () => assert.ok(proxy.port > 1023 && configuration.includes(`listen ${proxy.port};`)));
  it('looks names up again, so that an app may come back with another address', () => assert.match(configuration, /resolver 127\.0\.0\.11 valid=1s/u));
  it('passes the address of the client, the scheme and WebSocket handshakes on', () => {
    for (const header of ['X-Real-IP $remote_addr', 'X-Forwarded-For $remote_addr', 'X-Forwarded-Proto $scheme', 'Upgrade $http_upgrade']) assert.ok(configuration.includes(`proxy_set_header ${header};`), header);
  });
  it('has balanced braces', () => assert.equal(configuration.match(/\{/gu)?.length, configuration.match(/\}/gu)?.length));
  it('is built from the configuration and checked while it is built', () => assert.match(text('docker/nginx/Dockerfile'), /COPY[^\n]*nginx\.conf[^\n]*\n(?:.*\n)*RUN nginx -t\n/u));
});
