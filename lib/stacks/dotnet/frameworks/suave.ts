import type { FrameworkEntry } from '../../frameworks.js';

export const suave = {
  id: 'suave',
  packages: ['suave'],
  // a server of its own, beside ASP.NET Core (suave.io)
  refines: [],
} as const satisfies FrameworkEntry;
