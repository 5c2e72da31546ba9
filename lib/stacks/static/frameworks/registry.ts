import type { Framework } from './framework.js';
import { hugo } from './hugo.js';
import { mdbook } from './mdbook.js';
import { mkdocs } from './mkdocs.js';
import { zola } from './zola.js';

/** Every program that makes sites, the one whose configuration says the most first. */
export const frameworks: readonly Framework[] = [zola, hugo, mkdocs, mdbook];

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
