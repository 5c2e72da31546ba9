import { cite } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Argv, JobFindings, WorkerFindings } from '../../discovery/findings.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { namedWorkers } from '../compiled.js';
import { commandOfProgram, mainSource, watchOf } from './app.js';
import type { CppApp, Program } from './app.js';
import { isWorker } from './framework.js';

interface Process {
  readonly label: string;
  readonly start: Fact<Argv>;
  readonly dev: Fact<Argv>;
}

export function mainEvidence(program: Program): Evidence {
  const source = mainSource(program);
  return source === undefined ? program.target.evidence : cite(source.file, source.text, Math.max(0, source.code.search(/\bmain\s*\(/u)));
}

function processOf(program: Program, label: string, confidence: Fact<Argv>['confidence'], evidence: Evidence, args: readonly string[] = []): Process {
  return { label, start: { value: commandOfProgram(program, ...args), confidence, evidence: [evidence] }, dev: { value: watchOf(program, ...args), confidence: 'likely', evidence: [] } };
}

/** Lines of the Procfile, with the program that each one starts where it is one of these: wherever a build left it. */
export function declared({ project, path }: CppApp, programs: readonly Program[]): readonly (Process & { readonly program: Program | undefined })[] {
  return procfileProcesses(project.repository, path).map(({ name, command }) => {
    const [word = '', ...args] = command.value;
    const file = word.slice(word.lastIndexOf('/') + 1);
    const program = programs.find(({ target }) => target.output === file || target.name === file);
    if (program === undefined) return { label: name, start: command, dev: command, program };
    return { ...processOf(program, name, 'certain', command.evidence[0]!, args), program };
  });
}

const migrates = /(?:^|[-_])migrat(?:e|ions?|or)(?:$|[-_])/iu;

/** Processes beside the server: what the Procfile names, and programs of the project that work in the background. */
export function workersOf(app: CppApp, beside: readonly Program[]): readonly WorkerFindings[] {
  const all = [
    ...declared(app, [app.program, ...beside]).filter(({ label }) => label !== 'web' && label !== 'release'),
    ...beside.filter(isWorker).map((program) => processOf(program, program.target.output, 'likely', mainEvidence(program))),
  ];
  const key = ({ start }: Process): string => start.value.join('\0');
  return namedWorkers(all.filter((each, index) => all.findIndex((other) => key(other) === key(each)) === index));
}

/** The migration: what the Procfile runs at a release, or a program of that name. */
export function jobsOf(app: CppApp, beside: readonly Program[]): readonly JobFindings[] {
  const release = declared(app, [app.program, ...beside]).find(({ label, program }) => label === 'release' && program !== undefined);
  if (release !== undefined) return [{ name: 'migrate', command: [release.start] }];
  const found = beside.find(({ target }) => migrates.test(target.output));
  return found === undefined ? [] : [{ name: 'migrate', command: [processOf(found, 'migrate', 'likely', mainEvidence(found)).start] }];
}
