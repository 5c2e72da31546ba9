import type { Framework } from './framework.js';

export const cppHttplib = {
  id: 'cpp-httplib',
  packages: ['cpp-httplib', 'httplib', 'libcpp-httplib'],
  refines: [],
  // the port of its README
  defaultPort: 8080,
  makes: /\bhttplib::(?:SSL)?Server\b/u,
} as const satisfies Framework;
