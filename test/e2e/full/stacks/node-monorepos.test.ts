// Monorepos whose own tool says how apps are built: Nx without manifests of apps, moon with tasks in place of scripts.
import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'node-nx',
  services: ['api', 'web'],
  answers: [{ path: '/', text: '<title>Museum</title>' }, { path: '/api/', text: 'Welcome to the museum (api)' }],
  edit: { file: 'libs/greeting/src/index.ts', from: 'Welcome to', to: 'Come to', answer: { path: '/api/', text: 'Come to the museum' } },
});

describeImageCase({
  name: 'node-nx-data',
  services: ['orders', 'orders-worker', 'photos', 'photos-migrate', 'redis'],
  // answers once the worker has done the job; what is kept is there after a restart
  answers: [{ path: '/', text: '3 hours in the studio' }, { path: '/photos/', text: '{"kept":["portrait.txt"],"known":[{"name":"portrait.txt"}]}' }],
  edit: { file: 'libs/invoices/src/index.ts', from: 'in the studio', to: 'at home', answer: { path: '/', text: '3 hours at home' } },
});

// the programs of Prisma are fetched when its package is installed
describeImageCase({
  name: 'node-nx-prisma',
  needs: ['https://binaries.prisma.sh'],
  services: ['api', 'api-migrate', 'status', 'db'],
  answers: [{ path: '/patients', text: '[]' }, { path: '/status/healthz', text: 'open' }],
  edit: { file: 'apps/status/src/main.ts', from: "'open'", to: "'closed'", answer: { path: '/status/healthz', text: 'closed' } },
});

describeImageCase({
  name: 'node-moon',
  services: ['app'],
  answers: [{ path: '/', text: '"harbour":"high tide"' }],
  edit: { file: 'apps/api/src/server.ts', from: 'harbour: tide()', to: 'port: tide()', answer: { path: '/', text: '"port":"high tide"' } },
});
