import type { Fact } from '../../discovery/evidence.js';
import { textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';

/** Frameworks among the runtime dependencies. One that is built on another comes before it, and the other becomes a lesser fact. */
export function frameworkFacts(manifest: Manifest): readonly Fact<string>[] {
  const dependencies = textsAt(manifest, 'dependencies');
  const seen: readonly { readonly framework: Framework; readonly fact: Fact<string> }[] = frameworks.flatMap((framework: Framework) => {
    const found = dependencies.find(({ name }) => framework.packages.includes(name));
    return found === undefined ? [] : [{ framework, fact: { value: framework.id, confidence: 'certain', evidence: [found.evidence] } }];
  });
  const refined = new Set(seen.flatMap(({ framework }) => framework.refines));
  return [
    ...seen.filter(({ framework }) => !refined.has(framework.id)).map(({ fact }) => fact),
    ...seen.filter(({ framework }) => refined.has(framework.id)).map(({ fact }): Fact<string> => ({ ...fact, confidence: 'likely' })),
  ];
}

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
