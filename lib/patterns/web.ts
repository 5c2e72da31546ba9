import type { Pattern } from './pattern.js';

export const web = {
  id: 'web',
  title: 'Standard web application',
  use: 'Work that must not block a request is done by workers beside the app, or two programs and more stand behind one proxy',
  complexity: 'medium',
  alternatives: ['monolith'],
  fits: ({ servers, workers }) => servers > 1 || workers > 0,
} as const satisfies Pattern;
