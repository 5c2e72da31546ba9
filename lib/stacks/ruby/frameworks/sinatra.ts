import { rackEnvironment } from './framework.js';
import type { Framework } from './framework.js';

export const sinatra = {
  id: 'sinatra',
  packages: ['sinatra', 'sinatra-contrib'],
  refines: [],
  defaultPort: 4567,
  writable: [],
  environment: rackEnvironment,
} as const satisfies Framework;
