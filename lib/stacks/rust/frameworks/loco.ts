import type { Framework } from './framework.js';

export const loco = {
  id: 'loco',
  packages: ['loco-rs'],
  refines: ['axum'],
  // config/development.yaml of its template
  defaultPort: 5150,
  makes: /\bloco_rs\b/u,
} as const satisfies Framework;
