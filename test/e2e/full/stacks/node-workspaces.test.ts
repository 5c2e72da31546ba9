// Workspaces on the engine: two apps and a program without a port share packages, dependencies and, in development, volumes.
import assert from 'node:assert/strict';
import { run } from '../../../support/engine.js';
import { describeImageCase } from '../../image-case.js';

const answers = [
  { path: '/', text: 'hello api' },
  { path: '/web/', text: 'hello web' },
];
const edit = { file: 'apps/web/server.js', from: '<h1>', to: '<h1>new: ', answer: { path: '/web/', text: 'new: hello web' } };

for (const name of ['node-workspace-npm', 'node-workspace-pnpm']) {
  describeImageCase({
    name,
    answers,
    services: ['api', 'web', 'worker'],
    edit,
    inProduction: async (containers) => {
      // what only builds need, and what belongs to other apps, is not there
      const files = await run('docker', ['run', '--rm', '--entrypoint', 'sh', containers['api']!.Image, '-c', 'find /app -path "*/settings/node_modules/*" -o -path "/app/apps/web*" -o -path "/app/packages/ui*"']);
      assert.deepEqual([files.code, files.stdout], [0, '']);
    },
  });
}
