// Apps without a manifest of their own: the tool of the monorepo builds them, and everything runs at the root.
import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'node-nx',
  services: ['api', 'web'],
  answers: [{ path: '/', text: '<title>Museum</title>' }, { path: '/api/', text: 'Welcome to the museum (api)' }],
  edit: { file: 'libs/greeting/src/index.ts', from: 'Welcome to', to: 'Come to', answer: { path: '/api/', text: 'Come to the museum' } },
});
