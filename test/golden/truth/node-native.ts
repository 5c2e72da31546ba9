import type { ImageTruth } from './truth.js';

/** Node.js apps that need more of their image than Node.js. `version` is Node.js's, which an app on Bun does not use. */
export const nodeNative: ImageTruth = {
  'node-bun-runtime': [{
    path: '.',
    language: 'typescript',
    frameworks: ['hono'],
    packageManager: 'bun',
    version: '26',
    port: 3400,
    health: '/healthz',
    start: ['bun', 'src/server.ts'],
    development: ['bun', '--watch', 'src/server.ts'],
    workers: { worker: ['bun', 'src/worker.ts'] },
  }],
  // bcrypt is compiled where no binary fits, gm calls GraphicsMagick, and the registry's token is for the installation alone
  'node-native': [{
    path: '.',
    language: 'javascript',
    frameworks: ['express'],
    packageManager: 'npm',
    version: '26',
    port: 3000,
    health: '/healthz',
    start: ['node', 'src/server.js'],
    development: ['node', '--watch', 'src/server.js'],
  }],
  // Puppeteer starts Debian's Chromium, which a variable names; Playwright starts the build of its own version only
  'node-browser': [{
    path: '.',
    language: 'javascript',
    frameworks: ['express'],
    packageManager: 'npm',
    version: '26',
    port: 3000,
    health: '/healthz',
    start: ['node', 'src/server.js'],
    development: ['node', '--watch', 'src/server.js'],
  }],
  'node-playwright': [{
    path: '.',
    language: 'javascript',
    frameworks: ['express'],
    packageManager: 'npm',
    version: '26',
    port: 3000,
    health: '/healthz',
    start: ['node', 'src/server.js'],
    development: ['node', '--watch', 'src/server.js'],
  }],
};
