import { rackEnvironment } from './framework.js';
import type { Framework } from './framework.js';

export const padrino = {
  id: 'padrino',
  packages: ['padrino', 'padrino-core'],
  refines: ['sinatra'],
  defaultPort: 3000,
  writable: [],
  environment: rackEnvironment,
} as const satisfies Framework;
