import type { Fact } from '../../discovery/evidence.js';
import { textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { frameworkFacts as factsOf } from '../frameworks.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';

/** Frameworks among the runtime dependencies. */
export function frameworkFacts(manifest: Manifest): readonly Fact<string>[] {
  return factsOf(frameworks, textsAt(manifest, 'dependencies'));
}

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
