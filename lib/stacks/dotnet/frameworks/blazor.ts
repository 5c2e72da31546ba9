import type { FrameworkEntry } from '../../frameworks.js';

export const blazor = {
  id: 'blazor',
  packages: ['microsoft.aspnetcore.components.webassembly'],
  refines: [],
} as const satisfies FrameworkEntry;
