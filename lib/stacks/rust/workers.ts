import { cite } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Argv, JobFindings, WorkerFindings } from '../../discovery/findings.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { namedWorkers, programOf, workerName } from '../compiled.js';
import { commandOfProgram, watchOf } from './app.js';
import type { Program, RustApp } from './app.js';
import { migrationCommand, subcommandsOf, workingCommands } from './subcommands.js';

/** Queue libraries, and code that runs until it is told to stop. */
const takes = /\b(?:apalis|sidekiq|fang|backie|graphile_worker|underway)::|\bMonitor::new\(|\bStreamConsumer\b|\bbasic_consume\(|\bJobScheduler\b/u;
const runsOn = /\bloop\s*\{|\bsignal::ctrl_c\b|\btime::interval\(|\bwhile\s+let\s+Some\(/u;

export function mainEvidence({ sources, binary }: Program): Evidence {
  const source = sources.find(({ file }) => file === binary.file);
  return source === undefined ? { file: binary.file, line: 1, quote: '' } : cite(source.file, source.text, Math.max(0, source.code.search(/\bfn\s+main\s*\(/u)));
}

/** Whether a program works in the background: it is called so, or its own crate takes jobs. */
export function isWorker(program: Program): boolean {
  const { binary, crate, sources } = program;
  const own = sources.filter(({ file }) => crate.folder === '.' || file.startsWith(`${crate.folder}/`));
  if (own.some(({ code }) => takes.test(code))) return true;
  return workerName.test(binary.name.replaceAll('_', '-')) && (own.length > 1 || own.some(({ code }) => runsOn.test(code)));
}

interface Process {
  readonly label: string;
  readonly start: Fact<Argv>;
  readonly dev: Fact<Argv>;
}

function processOf(program: Program, label: string, confidence: Fact<Argv>['confidence'], evidence: Evidence, args: readonly string[] = []): Process {
  return { label, start: { value: commandOfProgram(program, ...args), confidence, evidence: [evidence] }, dev: { value: watchOf(program, ...args), confidence: 'likely', evidence: [] } };
}

/** Lines of the Procfile, with the program that each one starts where it is one of these. */
export function declared(app: RustApp, programs: readonly Program[]): readonly (Process & { readonly program: Program | undefined })[] {
  return procfileProcesses(app.repository, app.path).map(({ name, command }) => {
    const [word = '', ...args] = command.value;
    const program = programs.find(({ binary }) => binary.name === (programOf([word]) ?? word));
    if (program === undefined) return { label: name, start: command, dev: command, program };
    return { ...processOf(program, name, 'certain', command.evidence[0]!, args), program };
  });
}

/** Processes beside the server: programs of its crate, and subcommands of its own program. */
export function workersOf(app: RustApp, beside: readonly Program[]): readonly WorkerFindings[] {
  const all = [
    ...declared(app, [app.program, ...beside]).filter(({ label }) => label !== 'web' && label !== 'release'),
    ...beside.filter(isWorker).map((program) => processOf(program, program.binary.name, 'likely', mainEvidence(program))),
    ...workingCommands(subcommandsOf(app.program)).map(({ word, evidence }) => processOf(app.program, word, 'likely', evidence, [word])),
  ];
  const key = ({ start }: Process): string => start.value.join('\0');
  return namedWorkers(all.filter((each, index) => all.findIndex((other) => key(other) === key(each)) === index));
}

/** The migration: what the Procfile runs at a release, a subcommand of that name, or what the framework adds to the program. */
export function jobsOf(app: RustApp, beside: readonly Program[], usual: readonly string[] | undefined): readonly JobFindings[] {
  const release = declared(app, [app.program, ...beside]).find(({ label, start, program }) => label === 'release' && program !== undefined && start.value.some((word) => /migrat/u.test(word)));
  if (release !== undefined) return [{ name: 'migrate', command: [release.start] }];
  const found = migrationCommand(subcommandsOf(app.program));
  if (found === undefined && usual !== undefined) return [{ name: 'migrate', command: [{ value: commandOfProgram(app.program, ...usual), confidence: 'likely', evidence: [mainEvidence(app.program)] }] }];
  return found === undefined ? [] : [{ name: 'migrate', command: [{ value: commandOfProgram(app.program, found.word), confidence: 'likely', evidence: [found.evidence] }] }];
}
