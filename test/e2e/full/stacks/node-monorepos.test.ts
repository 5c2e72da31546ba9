// Monorepos whose own tool says how apps are built: Nx without manifests of apps, moon with tasks in place of scripts.
import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'node-nx',
  services: ['api', 'web'],
  answers: [{ path: '/', text: '<title>Museum</title>' }, { path: '/api/', text: 'Welcome to the museum (api)' }],
  edit: { file: 'libs/greeting/src/index.ts', from: 'Welcome to', to: 'Come to', answer: { path: '/api/', text: 'Come to the museum' } },
});

describeImageCase({
  name: 'node-moon',
  services: ['app'],
  answers: [{ path: '/', text: '"harbour":"high tide"' }],
  edit: { file: 'apps/api/src/server.ts', from: 'harbour: tide()', to: 'port: tide()', answer: { path: '/', text: '"port":"high tide"' } },
});
