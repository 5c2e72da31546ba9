import type { Framework } from './framework.js';

export const spark = {
  id: 'spark',
  packages: ['com.sparkjava:spark-core'],
  family: /^com\.sparkjava:/u,
  refines: [],
  plugins: [],
  defaultPort: 4567,
  portKeys: [],
  environment: () => ({}),
  run: {},
  reloads: false,
} as const satisfies Framework;
