import type { Fact } from '../../discovery/evidence.js';
import { textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { frameworkFacts as factsOf } from '../frameworks.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';

/** Frameworks that make a server of their own, servers that the project's program starts, what makes files only, libraries of pages. */
const order: readonly Framework[] = [
  ...frameworks.filter(({ build, builtBy }) => builtBy === undefined && (build === undefined || build.server !== undefined)),
  ...frameworks.filter(({ build, builtBy }) => builtBy === undefined && build !== undefined && build.server === undefined),
];
const pages = frameworks.filter(({ builtBy }) => builtBy !== undefined);

/**
 * Frameworks among the runtime dependencies, and those that build the app among all: what only builds stands under development.
 * The registry's order decides which of several is the answer; libraries of pages count where nothing else does.
 */
export function frameworkFacts(manifest: Manifest): readonly Fact<string>[] {
  const runtime = textsAt(manifest, 'dependencies');
  const all = [...runtime, ...textsAt(manifest, 'devDependencies')];
  const present = order.filter(({ packages, build }) => (build === undefined ? runtime : all).some(({ name }) => packages.includes(name)));
  const found = factsOf(present, all);
  if (found.length > 0) return found;
  return factsOf(pages.filter(({ builtBy }) => all.some(({ name }) => builtBy!.includes(name))), all).slice(0, 1);
}

export function findFramework(id: string | undefined): Framework | undefined {
  const found: Framework | undefined = frameworks.find((framework) => framework.id === id);
  const build = found?.builtWith === undefined ? undefined : frameworks.find((framework) => framework.id === found.builtWith)?.build;
  return found === undefined || build === undefined ? found : { ...found, build };
}
