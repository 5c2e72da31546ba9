import type { Framework } from './framework.js';

export const loco = {
  id: 'loco',
  packages: ['loco-rs'],
  refines: ['axum'],
  // config/development.yaml of its template
  defaultPort: 5150,
  makes: /\bloco_rs\b/u,
  // loco.rs, deployment: its settings may say localhost, the option goes before them
  serve: ['start', '--binding', '0.0.0.0'],
  migrate: ['db', 'migrate'],
  production: { LOCO_ENV: 'production' },
  health: { path: '/_health', when: /\bAppRoutes::with_default_routes\(/u },
  files: ['config', 'assets'],
} as const satisfies Framework;
