import type { FrameworkEntry } from '../../frameworks.js';

export const giraffe = {
  id: 'giraffe',
  packages: ['giraffe'],
  refines: ['aspnetcore'],
} as const satisfies FrameworkEntry;
