import type { Framework } from './framework.js';

export const buffalo = {
  id: 'buffalo',
  packages: ['github.com/gobuffalo/buffalo'],
  refines: ['gorilla-mux'],
  // gobuffalo/buffalo options.go: PORT, 3000
  defaultPort: 3000,
  makes: /\bbuffalo\.New\(/u,
} as const satisfies Framework;
