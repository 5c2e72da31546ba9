import type { Framework } from './framework.js';

export const fiber = {
  id: 'fiber',
  packages: ['github.com/gofiber/fiber/v2', 'github.com/gofiber/fiber/v3', 'github.com/gofiber/fiber'],
  refines: [],
  // the port of its guide
  defaultPort: 3000,
  makes: /\bfiber\.New\(/u,
} as const satisfies Framework;
