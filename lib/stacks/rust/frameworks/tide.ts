import type { Framework } from './framework.js';

export const tide = {
  id: 'tide',
  packages: ['tide'],
  refines: [],
  // the port of its examples
  defaultPort: 8080,
  makes: /\btide::(?:new|with_state)\(/u,
} as const satisfies Framework;
