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

describeImageCase({
  name: 'node-fastify',
  services: ['app'],
  answers: [{ path: '/', text: 'Bookings' }, { path: '/rooms/7', text: '"free":"7"' }],
  edit: { file: 'src/server.ts', from: "'Bookings'", to: "'Reservations'", answer: { path: '/', text: 'Reservations' } },
  absent: ['tsc', 'tsx'],
});

describeImageCase({
  name: 'node-nest',
  services: ['app'],
  answers: [{ path: '/', text: 'Library of tests' }, { path: '/books?title=Emil', text: '"found":"Emil"' }],
  edit: { file: 'src/books.controller.ts', from: 'Library of tests', to: 'Archive of tests', answer: { path: '/', text: 'Archive of tests' } },
  absent: ['nest', 'tsc'],
});

describeImageCase({
  name: 'node-astro-server',
  services: ['app'],
  answers: [{ path: '/', text: 'Orders' }],
  edit: { file: 'src/pages/index.astro', from: 'Orders', to: 'Invoices', answer: { path: '/', text: 'Invoices' } },
});

describeImageCase({
  name: 'node-react-router',
  services: ['app'],
  answers: [{ path: '/', text: 'Orders' }],
  edit: { file: 'app/routes/home.jsx', from: 'Orders', to: 'Invoices', answer: { path: '/', text: 'Invoices' } },
  absent: ['vite'],
});

describeImageCase({
  name: 'node-sveltekit',
  services: ['app'],
  answers: [{ path: '/', text: 'Orders' }],
  edit: { file: 'src/routes/+page.svelte', from: 'Orders', to: 'Invoices', answer: { path: '/', text: 'Invoices' } },
  absent: ['vite'],
});

describeImageCase({
  name: 'node-adonisjs',
  services: ['app'],
  answers: [{ path: '/', text: '"ledger":"empty"' }],
  edit: { file: 'app/controllers/entries_controller.ts', from: "'empty'", to: "'full'", answer: { path: '/', text: '"ledger":"full"' } },
  // an optional peer of the framework brings tsc along, which npm installs with it whatever is left out
  absent: ['ts-node'],
});

describeImageCase({
  name: 'node-vitepress',
  services: ['app'],
  answers: [{ path: '/', text: 'How we work' }],
  // its server of development sends texts as modules
  inDevelopment: [{ path: '/', text: '/@vite/client' }, { path: '/index.md?import', text: 'How we work' }],
  edit: { file: 'docs/index.md', from: 'How we work', to: 'How we play', answer: { path: '/index.md?import', text: 'How we play' } },
  absent: ['node', 'npm', 'vitepress'],
});

describeImageCase({
  name: 'node-loopback',
  services: ['app'],
  answers: [{ path: '/ping', text: 'Hello from LoopBack' }],
  edit: { file: 'src/controllers/ping.controller.ts', from: 'Hello from', to: 'Greetings from', answer: { path: '/ping', text: 'Greetings from LoopBack' } },
  absent: ['lb-tsc', 'tsc'],
});
