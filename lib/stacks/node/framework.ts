import type { Fact } from '../../discovery/evidence.js';
import { textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { frameworkFacts as factsOf } from '../frameworks.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';

/** Frameworks that are the server, those that build one, and libraries of pages, which count where nothing else does. */
const servers = frameworks.filter(({ build }) => build === undefined);
const builders = frameworks.filter(({ build, builtBy }) => build !== undefined && builtBy === undefined);
const pages = frameworks.filter(({ builtBy }) => builtBy !== undefined);

/**
 * Frameworks among the runtime dependencies, and those that build the app among all: what only builds stands under development.
 * A server beside a framework that builds its own one is a lesser fact.
 */
export function frameworkFacts(manifest: Manifest): readonly Fact<string>[] {
  const runtime = textsAt(manifest, 'dependencies');
  const all = [...runtime, ...textsAt(manifest, 'devDependencies')];
  const building = builders.filter(({ packages }) => all.some(({ name }) => packages.includes(name)));
  const found = factsOf([...servers, ...building], all.filter((each) => runtime.includes(each) || building.some(({ packages }) => packages.includes(each.name))));
  if (found.length > 0) return found;
  return factsOf(pages.filter(({ builtBy }) => all.some(({ name }) => builtBy!.includes(name))), all).slice(0, 1);
}

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
