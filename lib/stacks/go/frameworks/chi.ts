import type { Framework } from './framework.js';

export const chi = {
  id: 'chi',
  packages: ['github.com/go-chi/chi/v5', 'github.com/go-chi/chi/v4', 'github.com/go-chi/chi'],
  refines: [],
  // the port of its examples
  defaultPort: 3000,
  makes: /\bchi\.New(?:Router|Mux)\(/u,
} as const satisfies Framework;
