import type { Framework } from './framework.js';

export const drogon = {
  id: 'drogon',
  packages: ['drogon', 'Drogon'],
  refines: [],
  // drogon_ctl create project: config.json listens on 80, its quick start on 8848
  defaultPort: 8848,
  makes: /\bdrogon::app\(\)|\bapp\(\)\s*\.(?:addListener|run)\(/u,
} as const satisfies Framework;
