import type { Framework } from './framework.js';

export const buffalo = {
  id: 'buffalo',
  packages: ['github.com/gobuffalo/buffalo'],
  refines: ['gorilla-mux'],
  // gobuffalo/buffalo options.go: PORT, 3000
  defaultPort: 3000,
  // options.go: without ADDR it listens on 127.0.0.1 in development
  environment: { common: { ADDR: '0.0.0.0' }, development: { GO_ENV: 'development' }, test: { GO_ENV: 'test' }, production: { GO_ENV: 'production' } },
  makes: /\bbuffalo\.New\(/u,
} as const satisfies Framework;
