import type { FrameworkEntry } from '../../frameworks.js';

export const suave = {
  id: 'suave',
  packages: ['suave'],
  refines: ['aspnetcore'],
} as const satisfies FrameworkEntry;
