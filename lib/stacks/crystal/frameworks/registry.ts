import { amber } from './amber.js';
import { athena } from './athena.js';
import type { Framework } from './framework.js';
import { kemal } from './kemal.js';
import { lucky } from './lucky.js';

/** Every web framework, in the order in which they are looked for. */
export const frameworks: readonly Framework[] = [kemal, lucky, amber, athena];

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
