import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { frameworkFacts as factsOf } from '../frameworks.js';
import type { Program } from './app.js';
import { frameworks } from './frameworks/registry.js';
import type { Framework } from './frameworks/framework.js';

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((each) => each.id === id);
}

/** Whether the program's code makes a server with a library. A name of its crate stands in that file, or the crate is the program's own. */
function makes({ sources }: Program, framework: Framework): boolean {
  const names = framework.packages.map((name) => name.replaceAll('-', '_')).join('|');
  const uses = new RegExp(String.raw`\b(?:${names})\b`, 'u');
  return sources.some(({ code }) => uses.test(code) && framework.makes.test(code));
}

/** Frameworks among the dependencies of the program and of the crates that it is built on, of which it makes a server. */
export function frameworkFacts(program: Program): readonly Fact<string>[] {
  const dependencies = program.built.flatMap((crate) => crate.dependencies);
  const served = factsOf(frameworks, dependencies).filter(({ value }) => makes(program, findFramework(value)!));
  const refined = new Set(served.flatMap(({ value }) => findFramework(value)!.refines));
  return ranked(served.map((fact) => ({ ...fact, confidence: refined.has(fact.value) ? ('likely' as const) : ('certain' as const) })));
}

const listens = /\bTcpListener::bind\b/u;

export function serves(program: Program): boolean {
  return frameworkFacts(program).length > 0 || program.sources.some(({ code }) => listens.test(code));
}
