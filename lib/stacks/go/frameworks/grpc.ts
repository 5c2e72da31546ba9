import type { Framework } from './framework.js';

export const grpc = {
  id: 'grpc',
  packages: ['google.golang.org/grpc'],
  refines: [],
  // the port of its quick start
  defaultPort: 50051,
  makes: /\bgrpc\.NewServer\(/u,
  http2Only: true,
} as const satisfies Framework;
