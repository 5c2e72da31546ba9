import type { FrameworkEntry } from '../../frameworks.js';

export const fastendpoints = {
  id: 'fastendpoints',
  packages: ['fastendpoints'],
  refines: ['aspnetcore'],
} as const satisfies FrameworkEntry;
