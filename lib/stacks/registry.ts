import { node } from './node/node.js';
import type { Stack } from './stack.js';

/** Every stack, in the order in which discovery asks them. */
export const stacks = [node] as const satisfies readonly Stack[];

export function findStack(id: string): Stack | undefined {
  return stacks.find((stack) => stack.id === id);
}

/** For ids that validation has already accepted. */
export function stackById(id: string): Stack {
  const stack = findStack(id);
  if (stack === undefined) throw new Error(`unknown stack: ${id}`);
  return stack;
}
