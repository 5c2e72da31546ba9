import { rackEnvironment } from './framework.js';
import type { Framework } from './framework.js';

export const grape = {
  id: 'grape',
  packages: ['grape'],
  refines: [],
  defaultPort: 9292,
  writable: [],
  environment: rackEnvironment,
} as const satisfies Framework;
