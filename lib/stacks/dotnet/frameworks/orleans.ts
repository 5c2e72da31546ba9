import type { FrameworkEntry } from '../../frameworks.js';

export const orleans = {
  id: 'orleans',
  packages: ['microsoft.orleans.server'],
  refines: ['aspnetcore', 'dotnet-worker'],
} as const satisfies FrameworkEntry;
