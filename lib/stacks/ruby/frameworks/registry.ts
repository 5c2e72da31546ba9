import type { Framework } from './framework.js';
import { grape } from './grape.js';
import { hanami } from './hanami.js';
import { jekyll } from './jekyll.js';
import { padrino } from './padrino.js';
import { rails } from './rails.js';
import { roda } from './roda.js';
import { sinatra } from './sinatra.js';

/** Every framework, in the order in which they are looked for: who has Rails mounts others into it. */
export const frameworks = [rails, hanami, padrino, grape, sinatra, roda, jekyll] as const satisfies readonly Framework[];

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
