import type { Framework } from './framework.js';

export const kratos = {
  id: 'kratos',
  packages: ['github.com/go-kratos/kratos/v2'],
  refines: ['grpc', 'gorilla-mux'],
  // kratos-layout: http on 8000, grpc on 9000
  defaultPort: 8000,
  makes: /\bkratos\.New\(/u,
} as const satisfies Framework;
