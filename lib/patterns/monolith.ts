import type { Pattern } from './pattern.js';

export const monolith = {
  id: 'monolith',
  title: 'Containerised monolith',
  use: 'One program that does its work inside the request, with or without files for browsers beside it: the least to run and to understand',
  complexity: 'low',
  alternatives: ['web'],
  fits: () => true,
  contradiction: ({ servers }) => (servers > 1 ? `a monolith is one program, and ${servers} apps serve: write web, or microservices` : undefined),
} as const satisfies Pattern;
