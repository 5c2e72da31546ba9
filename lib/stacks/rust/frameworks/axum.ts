import type { Framework } from './framework.js';

export const axum = {
  id: 'axum',
  packages: ['axum'],
  refines: ['hyper'],
  // the port of its examples
  defaultPort: 3000,
  makes: /\baxum::(?:serve|Server)\b|\baxum_server\b|\bRouter(?:::<[^>]*>)?::new\(|\bserve\(/u,
} as const satisfies Framework;
