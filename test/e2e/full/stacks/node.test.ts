import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'node-next',
  services: ['app'],
  answers: [{ path: '/', text: 'Shop of tests' }],
  edit: { file: 'app/page.tsx', from: 'Hello', to: 'Welcome', answer: { path: '/', text: 'Welcome' } },
  absent: ['next', 'tsc'],
});

describeImageCase({
  name: 'node-vite',
  tier: 'smoke',
  services: ['app'],
  answers: [{ path: '/', text: 'Vite page' }, { path: '/an/address/of/the/browser', text: 'Vite page' }],
  edit: { file: 'index.html', from: 'Vite page', to: 'Another page', answer: { path: '/', text: 'Another page' } },
  absent: ['node', 'npm', 'vite'],
});

describeImageCase({
  name: 'node-nuxt-app',
  services: ['app'],
  answers: [{ path: '/', text: 'Hello Nuxt' }],
  edit: { file: 'app.vue', from: 'Hello Nuxt', to: 'Welcome Nuxt', answer: { path: '/', text: 'Welcome Nuxt' } },
  absent: ['nuxt'],
});

describeImageCase({
  name: 'node-kit',
  services: ['app'],
  answers: [{ path: '/', text: 'Hello Kit' }],
  edit: { file: 'src/routes/+page.svelte', from: 'Hello Kit', to: 'Welcome Kit', answer: { path: '/', text: 'Welcome Kit' } },
  absent: ['vite'],
});

describeImageCase({
  name: 'node-express',
  services: ['app'],
  answers: [{ path: '/healthz', text: '"status":"ok"' }],
  edit: { file: 'src/server.js', from: "status: 'ok'", to: "status: 'changed'", answer: { path: '/healthz', text: '"status":"changed"' } },
});

describeImageCase({
  name: 'node-astro',
  services: ['app'],
  answers: [{ path: '/', text: 'Orders' }],
  edit: { file: 'src/pages/index.astro', from: 'Orders', to: 'Invoices', answer: { path: '/', text: 'Invoices' } },
  absent: ['node', 'npm', 'astro'],
});
