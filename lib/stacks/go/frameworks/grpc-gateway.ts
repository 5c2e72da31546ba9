import type { Framework } from './framework.js';

export const grpcGateway = {
  id: 'grpc-gateway',
  packages: ['github.com/grpc-ecosystem/grpc-gateway/v2', 'github.com/grpc-ecosystem/grpc-gateway'],
  // it answers plain HTTP beside the server that it translates for
  refines: ['grpc'],
  // grpc-ecosystem.github.io/grpc-gateway, tutorial: the gateway of its first example
  defaultPort: 8090,
  makes: /\bruntime\.NewServeMux\(/u,
} as const satisfies Framework;
