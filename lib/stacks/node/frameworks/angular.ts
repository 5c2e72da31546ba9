import type { Framework } from './framework.js';

export const angular = {
  id: 'angular',
  packages: ['@angular/core'],
  defaultPort: 4200,
  listensOnLoopback: false,
  constructors: [],
  refines: [],
  build: {
    development: ['ng', 'serve'],
    developmentOptions: ['--host', '0.0.0.0'],
    portOption: '--port',
    build: ['ng', 'build'],
    server: {
      start: ['node', 'dist/{project}/server/server.mjs'],
      parts: [['dist', './dist'], ['package.json', './']],
      dependencies: true,
      adapters: ['@angular/ssr'],
    },
    files: { output: 'dist/{project}/browser', fallback: true },
    environment: {},
    // angular.dev, "ng cache": on, unless the variable CI says that nothing is kept
    cache: { folder: '.angular/cache' },
    prefixes: [],
  },
} as const satisfies Framework;
