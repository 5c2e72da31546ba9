import type { Pattern } from './pattern.js';

export const data = {
  id: 'data',
  title: 'Data pipeline and machine learning',
  use: 'Pipelines and models: an interface, workers that scale, storage for objects and vectors, notebooks in development',
  complexity: 'medium-high',
  alternatives: ['web', 'event-driven'],
  fits: ({ pipelines }) => pipelines,
} as const satisfies Pattern;
