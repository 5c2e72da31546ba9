import type { Framework } from './framework.js';

export const javalin = {
  id: 'javalin',
  packages: ['io.javalin:javalin'],
  family: /^io\.javalin:/u,
  refines: [],
  plugins: [],
  defaultPort: 8080,
  portKeys: [],
  environment: () => ({}),
  run: {},
  reloads: false,
} as const satisfies Framework;
