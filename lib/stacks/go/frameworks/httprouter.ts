import type { Framework } from './framework.js';

export const httprouter = {
  id: 'httprouter',
  packages: ['github.com/julienschmidt/httprouter'],
  refines: [],
  defaultPort: 8080,
  makes: /\bhttprouter\.New\(/u,
} as const satisfies Framework;
