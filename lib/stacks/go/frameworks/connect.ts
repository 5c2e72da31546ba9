import type { Framework } from './framework.js';

export const connect = {
  id: 'connect',
  packages: ['connectrpc.com/connect', 'github.com/bufbuild/connect-go'],
  refines: ['grpc'],
  defaultPort: 8080,
  makes: /\.?\bNew\w+Handler\(/u,
} as const satisfies Framework;
