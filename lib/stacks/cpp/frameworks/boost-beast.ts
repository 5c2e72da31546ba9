import type { Framework } from './framework.js';

export const boostBeast = {
  id: 'boost-beast',
  packages: ['boost-beast', 'boost', 'Boost'],
  refines: [],
  // the port of its examples
  defaultPort: 8080,
  makes: /\bboost::beast\b|\bboost\/beast/u,
} as const satisfies Framework;
