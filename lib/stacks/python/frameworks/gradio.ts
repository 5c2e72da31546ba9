import type { Framework } from './framework.js';

export const gradio = {
  id: 'gradio',
  packages: ['gradio'],
  modules: ['gradio'],
  kind: 'program',
  defaultPort: 7860,
  constructors: [],
  refines: ['fastapi', 'starlette'],
} as const satisfies Framework;
