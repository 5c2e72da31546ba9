import type { Pattern } from './pattern.js';

/** Fewer services than these are no reason to pay for the network between them (Fowler, MonolithFirst). */
const several = 4;

export const microservices = {
  id: 'microservices',
  title: 'Microservices',
  use: 'Many small programs, each with a database of its own that no other reaches, behind one gateway: for teams that release apart',
  complexity: 'high',
  alternatives: ['web', 'monolith'],
  fits: ({ servers }) => servers >= several,
  isolatesDatabases: true,
} as const satisfies Pattern;
