import type { Framework } from './framework.js';

export const hertz = {
  id: 'hertz',
  packages: ['github.com/cloudwego/hertz'],
  refines: [],
  // cloudwego/hertz pkg/common/config: defaultAddr :8888
  defaultPort: 8888,
  makes: /\bserver\.(?:Default|New)\(/u,
} as const satisfies Framework;
