import type { Framework } from './framework.js';

export const gorillaMux = {
  id: 'gorilla-mux',
  packages: ['github.com/gorilla/mux'],
  refines: [],
  defaultPort: 8080,
  makes: /\bmux\.NewRouter\(/u,
} as const satisfies Framework;
