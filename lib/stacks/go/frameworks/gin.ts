import type { Framework } from './framework.js';

export const gin = {
  id: 'gin',
  packages: ['github.com/gin-gonic/gin'],
  refines: [],
  // gin.go resolveAddress: PORT, else :8080
  defaultPort: 8080,
  makes: /\bgin\.(?:Default|New)\(/u,
  environment: { production: { GIN_MODE: 'release' } },
} as const satisfies Framework;
