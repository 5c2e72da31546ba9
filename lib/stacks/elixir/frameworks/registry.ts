import type { Framework } from './framework.js';
import { phoenix } from './phoenix.js';
import { plug } from './plug.js';

/** Every web framework, in the order in which they are looked for. */
export const frameworks: readonly Framework[] = [phoenix, plug];

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
