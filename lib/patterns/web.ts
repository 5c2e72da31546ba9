import type { Pattern } from './pattern.js';

export const web = {
  id: 'web',
  title: 'Standard web application',
  use: 'Work that must not block a request is done by workers beside the app, or two deployables and more stand behind one proxy',
  complexity: 'medium',
  alternatives: ['monolith'],
  fits: ({ apps }) => apps.length > 1 || apps.some(({ workers }) => workers.length > 0),
} as const satisfies Pattern;
