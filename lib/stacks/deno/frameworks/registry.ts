import type { Framework } from './framework.js';
import { fresh } from './fresh.js';
import { hono } from './hono.js';
import { oak } from './oak.js';

/** Every framework of servers on Deno, in the order in which they are looked for. */
export const frameworks: readonly Framework[] = [fresh, oak, hono];

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
