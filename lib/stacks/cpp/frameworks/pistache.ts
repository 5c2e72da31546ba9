import type { Framework } from './framework.js';

export const pistache = {
  id: 'pistache',
  packages: ['pistache', 'Pistache', 'libpistache'],
  refines: [],
  // the port of its guide
  defaultPort: 9080,
  makes: /\bHttp::(?:Endpoint|listenAndServe)\b|\bPistache::/u,
} as const satisfies Framework;
