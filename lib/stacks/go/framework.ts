import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { frameworkFacts as factsOf } from '../frameworks.js';
import type { GoApp, Program } from './app.js';
import { frameworks } from './frameworks/registry.js';
import type { Framework } from './frameworks/framework.js';

const isImported = (packages: readonly string[], path: string): boolean => packages.some((name) => path === name || path.startsWith(`${name}/`));

/** How near to the main package something of the framework is imported by code that makes a server of it. */
function distance({ reached }: Program, { packages, makes }: Framework): number {
  const imports = reached.map((each) => [...each.imports].some((path) => isImported(packages, path)));
  const made = reached.findIndex((each, index) => imports[index]! && each.sources.some(({ code }) => makes.test(code)));
  return made === -1 ? (imports.includes(true) && packages.length > 0 ? 1000 + imports.indexOf(true) : -1) : made;
}

/** Beside a server of plain HTTP, which users and probes reach, one of HTTP/2 alone is the lesser fact. */
const speaksAlone = (id: string): boolean => findFramework(id)?.http2Only === true;

/** Frameworks among the direct dependencies that the program imports: that of which it makes a server first, the nearest to its main package. */
export function frameworkFacts({ module, program }: GoApp): readonly Fact<string>[] {
  const found = new Map(frameworks.map((each: Framework) => [each.id, distance(program, each)]));
  const isServer = (id: string): boolean => found.get(id)! >= 0 && found.get(id)! < 1000;
  const facts = factsOf(frameworks, module.requires).filter(({ value }) => found.get(value)! !== -1);
  // a client of the same library is no server
  const served = facts.filter(({ value }) => isServer(value));
  const refined = new Set(served.flatMap(({ value }) => findFramework(value)!.refines));
  return ranked(served.map((fact) => (refined.has(fact.value) ? { ...fact, confidence: 'likely' as const } : { ...fact, confidence: 'certain' as const })).toSorted((a, b) => Number(speaksAlone(a.value)) - Number(speaksAlone(b.value)) || found.get(a.value)! - found.get(b.value)!));
}

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((each) => each.id === id);
}

const listens = /\bListenAndServe(?:TLS)?\(|\bhttp\.Serve\(|\bhttp\.Server\s*\{|\bfasthttp\.Server\s*\{/u;

/** Whether a package starts a server. */
export function serves(program: Program): boolean {
  return servingPackages(program).length > 0;
}

/** The folders of the packages that start one. */
export function servingPackages({ reached }: Program): readonly string[] {
  return reached.filter(({ sources, imports }) => sources.some(({ code }) => listens.test(code) || frameworks.some((each: Framework) => each.makes.test(code) && [...imports].some((path) => isImported(each.packages, path))))).map(({ folder }) => folder);
}
