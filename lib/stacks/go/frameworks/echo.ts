import type { Framework } from './framework.js';

export const echo = {
  id: 'echo',
  packages: ['github.com/labstack/echo/v4', 'github.com/labstack/echo/v5', 'github.com/labstack/echo'],
  refines: [],
  // the port of its guide
  defaultPort: 1323,
  makes: /\becho\.New\w*\(/u,
} as const satisfies Framework;
