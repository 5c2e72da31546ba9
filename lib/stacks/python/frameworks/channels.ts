import type { Framework } from './framework.js';

export const channels = {
  id: 'channels',
  packages: ['channels'],
  modules: ['channels'],
  kind: 'asgi',
  defaultPort: 8000,
  constructors: ['ProtocolTypeRouter'],
  refines: [],
} as const satisfies Framework;
