import type { Framework } from './framework.js';

export const iris = {
  id: 'iris',
  packages: ['github.com/kataras/iris/v12', 'github.com/kataras/iris'],
  refines: [],
  defaultPort: 8080,
  makes: /\biris\.(?:New|Default)\(/u,
} as const satisfies Framework;
