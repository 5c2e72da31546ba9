import type { FrameworkEntry } from '../../frameworks.js';

export const grpc = {
  id: 'grpc',
  packages: ['grpc.aspnetcore'],
  refines: ['aspnetcore'],
} as const satisfies FrameworkEntry;
