import type { DetectableTechnology, Stack } from '../stacks/stack.js';
import type { Fact } from './evidence.js';
import { existingDocker } from './existing-docker.js';
import type { Findings, ServiceFindings } from './findings.js';
import { ranked } from './evidence.js';
import { readManifest, textAt } from './manifest.js';
import type { Repository } from './repository.js';

/** The name that the project gives itself, without its scope, else the name of its folder. */
function projectName(repository: Repository): readonly Fact<string>[] {
  const folder: Fact<string> = { value: repository.name, confidence: 'guess', evidence: [] };
  if (!repository.exists('package.json')) return [folder];
  // the stack that owns the manifest reports what is wrong with it
  const { manifest } = readManifest(repository, 'package.json');
  const name = manifest === undefined ? undefined : textAt(manifest, 'name');
  const value = name?.value.replace(/^@[^/]*\//u, '').trim() ?? '';
  return name === undefined || value === '' ? [folder] : [{ value, confidence: 'certain', evidence: [name.evidence] }, folder];
}

/** The version that the project's manifest gives its releases. */
function projectRelease(repository: Repository): readonly Fact<string>[] {
  const { manifest } = repository.exists('package.json') ? readManifest(repository, 'package.json') : {};
  const version = manifest === undefined ? undefined : textAt(manifest, 'version');
  return version === undefined ? [] : [{ value: version.value, confidence: 'certain', evidence: [version.evidence] }];
}

/** One entry for each technology, however many apps use it. */
export function joinServices(services: readonly ServiceFindings[]): readonly ServiceFindings[] {
  const joined = new Map<string, ServiceFindings>();
  for (const service of services) {
    const known = joined.get(service.technology);
    if (known === undefined) {
      joined.set(service.technology, service);
      continue;
    }
    const places = new Set(known.evidence.map(({ file, line }) => `${file}:${line}`));
    const confidence = ranked([known, service].map((each) => ({ value: each.confidence, confidence: each.confidence, evidence: [] })))[0]!.value;
    const evidence = [...known.evidence, ...service.evidence.filter(({ file, line }) => !places.has(`${file}:${line}`))];
    joined.set(service.technology, { technology: service.technology, confidence, evidence });
  }
  return [...joined.values()];
}

/** Everything that the stacks recognise in a repository. Pure: reads the repository and nothing else. */
export function scan(repository: Repository, stacks: readonly Stack[], technologies: readonly DetectableTechnology[]): Findings {
  const found = stacks.map((stack) => stack.discover(repository, technologies));
  return {
    project: projectName(repository),
    release: projectRelease(repository),
    apps: found.flatMap(({ apps }) => apps),
    services: joinServices(found.flatMap(({ services }) => services)),
    existingDocker: existingDocker(repository),
    problems: [...found.flatMap(({ problems }) => problems), ...repository.problems()],
  };
}
