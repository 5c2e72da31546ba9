import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import { frameworkFacts } from '../frameworks.js';
import type { DjangoProject } from './django.js';
import { entriesOf, moduleOf, ownFile } from './entry.js';
import type { Entry } from './entry.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';
import type { PythonProject } from './project.js';

export interface Detected {
  readonly framework: Framework | undefined;
  readonly entry: Entry | undefined;
  readonly facts: readonly Fact<string>[];
}

/** The file that a framework with a program of its own runs: what imports it, the usual names first. */
function programEntry(project: PythonProject, { modules }: Framework): Entry | undefined {
  const found = matches(project.sources, new RegExp(String.raw`^(?:from|import)[ \t]+(?:${modules.join('|')})\b`, 'gmu'));
  const order = (file: string): number => {
    const own = ownFile(project, file);
    return own.split('/').length * 10 + (/(?:^|\/)(?:streamlit_app|app|main|Home|home|dashboard|demo|run)\.py$/u.test(own) ? 0 : 5) + (/(?:^|\/)pages\//u.test(own) ? 20 : 0);
  };
  const first = found.toSorted((a, b) => order(a.source.file) - order(b.source.file))[0];
  return first === undefined ? undefined : { file: ownFile(project, first.source.file), ...moduleOf(project, first.source), variable: 'app', factory: false, source: first.source, evidence: first.evidence };
}

/** Whether the source uses a framework: makes its application, or, where there is none to make, imports it. */
function entryOf(project: PythonProject, framework: Framework): Entry | undefined {
  if (framework.constructors.length === 0) return programEntry(project, framework);
  const imports = new RegExp(String.raw`^[ \t]*(?:from|import)[ \t]+(?:${[...framework.modules, 'connexion', 'apiflask'].join('|')})\b`, 'mu');
  const made = entriesOf(project, framework);
  // who calls the function that makes it need not import the framework
  const isOurs = made.some(({ factory, source }) => factory && imports.test(source.code));
  const own = made.find(({ source, called }) => imports.test(source.code) || (called === true && isOurs)) ?? (project.sources.some(({ code }) => imports.test(code)) ? made[0] : undefined);
  // a program that makes its application in a function runs by its own file
  const inProgram = framework.kind === 'program' ? matches(project.sources, new RegExp(String.raw`\b(?:${framework.constructors.map((name) => name.replaceAll('.', String.raw`\.`)).join('|')})\(`, 'gu'))
    .filter(({ source }) => imports.test(source.code))
    .map((match): Entry => ({ file: ownFile(project, match.source.file), ...moduleOf(project, match.source), variable: 'app', factory: false, source: match.source, evidence: match.evidence }))
    .toSorted((a, b) => Number(/^if __name__/mu.test(b.source.code)) - Number(/^if __name__/mu.test(a.source.code)))[0] : undefined;
  return own === undefined ? inProgram : withInner(own, framework);
}

/** The framework as the release is that the project asks for. */
function ofRelease(framework: Framework, { dependencies }: PythonProject): Framework {
  const { before } = framework;
  const asked = dependencies.find(({ name }) => framework.packages.includes(name))?.value ?? '';
  const major = /^(?:[~=]=|<|~|\^)\s*(\d+)/u.exec(asked)?.[1];
  const isOlder = before !== undefined && major !== undefined && (Number(major) < before.major || (asked.startsWith('<') && Number(major) === before.major));
  return isOlder ? { ...framework, ...before } : framework;
}

/** The name of what servers want inside the application, where the source gives it one. */
function withInner(entry: Entry, { inner }: Framework): Entry {
  const name = inner === undefined ? undefined : new RegExp(String.raw`^(\w+)[ \t]*=[ \t]*${entry.variable}\.${inner}\b`, 'mu').exec(entry.source.code)?.[1];
  return name === undefined ? entry : { ...entry, variable: name };
}

/**
 * The framework of a project and where its application is. One that is only a dependency is none: aiohttp is mostly a client, and
 * Flask may come with a library. One that is only imported is likely.
 */
export function detect(project: PythonProject, django: DjangoProject | undefined): Detected {
  const used = (frameworks as readonly Framework[]).flatMap((framework) => {
    const entry = framework.id === 'django' ? undefined : entryOf(project, framework);
    if (entry === undefined && (framework.id !== 'django' || django === undefined)) return [];
    return [{ framework, entry, evidence: entry?.evidence ?? django!.evidence }];
  });
  const declared = frameworkFacts(used.map(({ framework }) => framework), project.dependencies);
  const imported = used.filter(({ framework }) => !declared.some(({ value }) => value === framework.id))
    .filter(({ framework }) => framework.id !== 'channels')
    .map(({ framework, evidence }): Fact<string> => ({ value: framework.id, confidence: 'likely', evidence: [evidence] }));
  // a server is what the project makes, not what a page of it imports
  const facts = django === undefined ? [...declared, ...imported] : [...declared, ...imported].filter(({ value }) => value === 'django' || value === 'channels');
  const first = facts.find(({ confidence }) => confidence === 'certain') ?? facts[0];
  const chosen = used.find(({ framework }) => framework.id === first?.value);
  return { framework: chosen === undefined ? undefined : ofRelease(chosen.framework, project), entry: chosen?.entry, facts };
}
