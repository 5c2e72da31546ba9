import type { FrameworkEntry } from '../../frameworks.js';

export const dotnetWorker = {
  id: 'dotnet-worker',
  packages: ['microsoft.extensions.hosting'],
  refines: [],
} as const satisfies FrameworkEntry;
