import { rackEnvironment } from './framework.js';
import type { Framework } from './framework.js';

export const roda = {
  id: 'roda',
  packages: ['roda'],
  refines: [],
  defaultPort: 9292,
  writable: [],
  environment: rackEnvironment,
} as const satisfies Framework;
