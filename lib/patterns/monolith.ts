import type { Pattern } from './pattern.js';

export const monolith = {
  id: 'monolith',
  title: 'Containerised monolith',
  use: 'One deployable that does its work inside the request: the least to run and to understand',
  complexity: 'low',
  alternatives: ['web'],
  fits: ({ apps }) => apps.length === 1 && apps.every(({ workers }) => workers.length === 0),
} as const satisfies Pattern;
