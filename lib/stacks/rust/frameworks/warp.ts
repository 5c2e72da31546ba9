import type { Framework } from './framework.js';

export const warp = {
  id: 'warp',
  packages: ['warp'],
  refines: ['hyper'],
  // the port of its examples
  defaultPort: 3030,
  makes: /\bwarp::serve\(/u,
} as const satisfies Framework;
