import assert from 'node:assert/strict';
import { itemKey } from '../../../lib/merge/yaml-items.js';

describe('which entry of a list an entry is', () => {
  const rows: readonly (readonly [string, string, unknown, string | undefined])[] = [
    ['a network is its name', 'networks', 'backend', 'backend'],
    ['a mount is where it ends up', 'volumes', './a:/app:ro', '/app'],
    ['a mount of a variable folder is where it ends up', 'volumes', '${DATA:-./data}:/data', '/data'],
    ['an anonymous volume is its folder', 'volumes', '/data', '/data'],
    ['a published port is the port inside', 'ports', '127.0.0.1:${HTTP_PORT:-8080}:8080', '8080'],
    ['a port alone is itself', 'ports', 8080, '8080'],
    ['a port of UDP is not that of TCP', 'ports', '53:53/udp', '53/udp'],
    ['a temporary folder is its path, whatever its size', 'tmpfs', '/tmp:size=64m', '/tmp'],
    ['a step is its name', 'steps', { name: 'Build', run: 'x' }, 'name=Build'],
    ['a step without a name is what it uses', 'steps', { uses: 'actions/checkout@v4' }, 'uses=actions/checkout@v4'],
    ['a mount in long form is its target', 'volumes', { type: 'bind', source: '.', target: '/app' }, 'target=/app'],
    ['an update is its ecosystem', 'updates', { 'package-ecosystem': 'docker', directory: '/' }, 'package-ecosystem=docker'],
    ['an object without a name is nobody', 'ports', { published: 80 }, undefined],
    ['a word of a command is nothing by itself', 'command', 'node', undefined],
    ['a word of an entrypoint is nothing by itself', 'entrypoint', 'node', undefined],
    ['a word of a test is nothing by itself', 'test', 'CMD', undefined],
    ['nothing is nothing', 'networks', null, 'null'],
  ];
  for (const [what, list, item, key] of rows) it(what, () => assert.equal(itemKey(['services', 'app', list], item), key));
});
