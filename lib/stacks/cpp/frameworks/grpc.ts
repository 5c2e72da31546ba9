import type { Framework } from './framework.js';

export const grpc = {
  id: 'grpc',
  packages: ['grpc', 'grpc++'],
  refines: [],
  // grpc.io, "Quick start" of C++
  defaultPort: 50_051,
  includes: /#[ \t]*include[ \t]*[<"]grpc(?:pp|\+\+)?\/[\w/.+]+[>"]/u,
  makes: /\bServerBuilder\b/u,
  listens: [/"(?<host>0\.0\.0\.0|127\.0\.0\.1|localhost|\[::1?\]):(?<port>\d{2,5})"/gu],
  routes: [],
  http2Only: true,
} as const satisfies Framework;
