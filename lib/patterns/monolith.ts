import type { Pattern } from './pattern.js';

export const monolith = {
  id: 'monolith',
  title: 'Containerised monolith',
  use: 'One program that does its work inside the request, with or without files for browsers beside it: the least to run and to understand',
  complexity: 'low',
  alternatives: ['web'],
  fits: () => true,
} as const satisfies Pattern;
