import { rackEnvironment } from './framework.js';
import type { Framework } from './framework.js';

export const padrino = {
  id: 'padrino',
  packages: ['padrino', 'padrino-core'],
  refines: ['sinatra'],
  defaultPort: 3000,
  // padrino-core logger.rb: in production its log is a file, which it makes when it starts
  writable: ['log', 'tmp'],
  environment: rackEnvironment,
} as const satisfies Framework;
