import type { Framework } from './framework.js';

export const express = {
  id: 'express',
  packages: ['express'],
  defaultPort: 3000,
  listensOnLoopback: false,
  constructors: ['express'],
  refines: [],
} as const satisfies Framework;
