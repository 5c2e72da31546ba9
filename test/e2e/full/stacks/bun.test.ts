// Bun instead of Node.js: the server, its probe and a worker run on it, and a patch of a dependency is there.
import assert from 'node:assert/strict';
import { run } from '../../../support/engine.js';
import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'node-bun-runtime',
  services: ['app', 'worker'],
  answers: [{ path: '/', text: 'delivered within 172800000 ms' }],
  absent: ['npm', 'g++'],
  edit: { file: 'src/server.ts', from: 'parcels: delivered', to: 'parcels: brought', answer: { path: '/', text: 'brought within' } },
  inProduction: async (containers) => {
    const patched = await run('docker', ['run', '--rm', '--entrypoint', 'head', containers['app']!.Image, '-n', '1', '/app/node_modules/ms/index.js']);
    assert.equal(patched.stdout, '// days of parcels are working days\n');
  },
});
