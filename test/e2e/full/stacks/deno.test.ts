import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'deno-serve',
  services: ['app'],
  answers: [{ path: '/', text: 'hello world' }],
  absent: ['git', 'gcc'],
  edit: { file: 'greeting.ts', from: 'hello', to: 'good day', answer: { path: '/', text: 'good day world' } },
});

describeImageCase({
  name: 'deno-hono',
  services: ['app'],
  answers: [{ path: '/', text: 'links' }, { path: '/healthz', text: 'ok' }],
});
