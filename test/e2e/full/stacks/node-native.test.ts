import assert from 'node:assert/strict';
import { run } from '../../../support/engine.js';
import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'node-native',
  services: ['app'],
  answers: [{ path: '/', text: 'gallery: open' }, { path: '/thumbnail', text: 'PNG of some bytes' }],
  absent: ['g++', 'make', 'python3'],
  inProduction: async (containers) => {
    // the name of the token is known to its file of settings, its value to nobody
    const history = await run('docker', ['history', '--no-trunc', '--format', '{{.CreatedBy}}', containers['app']!.Image]);
    assert.doesNotMatch(history.stdout, /npm_token/u);
  },
});
