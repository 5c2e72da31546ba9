import type { FrameworkEntry } from '../../frameworks.js';

export const aspnetcore = {
  id: 'aspnetcore',
  packages: ['microsoft.aspnetcore.app', 'microsoft.aspnetcore.openapi'],
  refines: [],
} as const satisfies FrameworkEntry;
