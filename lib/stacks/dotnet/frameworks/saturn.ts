import type { FrameworkEntry } from '../../frameworks.js';

export const saturn = {
  id: 'saturn',
  packages: ['saturn'],
  refines: ['aspnetcore'],
} as const satisfies FrameworkEntry;
