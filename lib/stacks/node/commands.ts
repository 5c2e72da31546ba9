import type { Diagnostic } from '../../diagnostics.js';
import type { Fact } from '../../discovery/evidence.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { textAt, textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { compiledFile, entryOf, isTypescript, ownPath, runtimeOrDevelopment, sourceFile } from './app.js';
import type { NodePackage } from './app.js';
import { compiledWatch, runnable } from './compiled.js';
import { scriptFact } from './scripts.js';
import type { ScriptRunner } from './scripts.js';
import { commandOf } from '../../text/shell-words.js';

export type Commands = AppFindings['commands'];

const productionScripts = ['start:prod', 'start:production', 'serve:prod'];
const developmentScripts = ['dev', 'start:dev', 'develop', 'dev:server', 'dev:start', 'serve:dev'];
/** Where servers live when nothing says so. */
const usualEntries = [
  'server', 'index', 'app', 'main', 'src/server', 'src/main', 'src/index', 'src/app', 'server/index', 'server/server', 'server/app',
];
/** Restart on change, or compile while running: nothing for production. */
const developmentPrograms: ReadonlySet<string> = new Set(['nodemon', 'ts-node', 'ts-node-dev', 'tsnd', 'tsx', 'node-dev', 'babel-node', 'nest', 'nx', 'vite', 'concurrently']);

function facts(manifest: Manifest, names: readonly string[], runner: ScriptRunner): readonly Fact<Argv>[] {
  return names.flatMap((name) => scriptFact(manifest, name, runner) ?? []);
}

/** Why a command is not meant for production, or undefined. */
export function developmentTool(manifest: Manifest, argv: Argv): string | undefined {
  const { words } = commandOf(argv);
  const program = words[0] ?? '';
  // a compiler that is a runtime dependency was chosen for production
  if (developmentPrograms.has(program)) return textsAt(manifest, 'dependencies').some(({ name }) => name === program) && !words.includes('watch') ? undefined : program;
  return words.some((word) => word === '--watch') ? `${program} --watch` : undefined;
}

/** A start script that says how production starts comes first; one with a development tool stays, after it. */
function startScripts(manifest: Manifest, runner: ScriptRunner): readonly Fact<Argv>[] {
  const start = facts(manifest, ['start'], runner);
  const production = facts(manifest, productionScripts, runner);
  const plain = start.filter(({ value }) => developmentTool(manifest, value) === undefined && value[0] !== runner);
  const found = plain.length > 0 ? [...plain, ...production] : [...production, ...start];
  const texts = new Set<string>();
  return found.filter(({ value }) => !texts.has(value.join('\0')) && texts.add(value.join('\0')));
}

/** The source of the server: what the commands run, else the main file, else a usual name. */
export function serverEntry(app: NodePackage, commands: Pick<Commands, 'start' | 'dev'>): string | undefined {
  const run = [...commands.start, ...commands.dev].map(({ value }) => entryOf(app, value)?.file).find((file) => file !== undefined);
  if (run !== undefined) return run;
  const main = textAt(app.manifest, 'main')?.value;
  return [...(main === undefined ? [] : [main]), ...usualEntries].map((file) => sourceFile(app, file)).find((file) => file !== undefined);
}

/** A script that runs a source with Bun, and not a script of another name. */
const runsWithBun = /(?:^|\s)bun (?:run )?(?:--\S+ )*[\w./-]+\.[cm]?[jt]sx?\b/u;

/** Whether a program, or what it loads, calls what only Bun has, or the project's own scripts run it with Bun. */
function needsBun({ graph, manifest }: NodePackage, entry: string): boolean {
  if (['start', 'dev'].some((name) => runsWithBun.test(textAt(manifest, 'scripts', name)?.value ?? ''))) return true;
  return graph.reachable([entry]).some(({ code }) => /(?<![\w$.])Bun\.\w|\bfrom\s*['"]bun(?::\w+)?['"]/u.test(code));
}

/** How an app without a start script most likely starts. */
export function startOf(app: NodePackage, entry: string): Argv {
  if (needsBun(app, entry)) return ['bun', ownPath(app, entry)];
  if (!/tsx?$/u.test(entry)) return ['node', ownPath(app, entry)];
  return textAt(app.manifest, 'scripts', 'build') === undefined && runtimeOrDevelopment(app.manifest, 'tsx')
    ? ['tsx', ownPath(app, entry)]
    : ['node', compiledFile(app, entry)];
}

/** How a file is run again on each change; undefined where TypeScript has no tool for it here. */
export function watchOf(app: NodePackage, entry: string): Argv | undefined {
  if (needsBun(app, entry)) return ['bun', '--watch', ownPath(app, entry)];
  if (!/tsx?$/u.test(entry)) return ['node', '--watch', ownPath(app, entry)];
  return runtimeOrDevelopment(app.manifest, 'tsx') ? ['tsx', 'watch', ownPath(app, entry)] : undefined;
}

function likely(value: Argv | undefined): readonly Fact<Argv>[] {
  return value === undefined ? [] : [{ value, confidence: 'likely', evidence: [] }];
}

/** npm writes a test script that only fails. */
function testFacts(manifest: Manifest, runner: ScriptRunner): readonly Fact<Argv>[] {
  const placeholder = textAt(manifest, 'scripts', 'test')?.value.includes('no test specified') === true;
  return placeholder ? [] : facts(manifest, ['test'], runner);
}

/** The commands that scripts declare, and the usual ones where they do not. */
export function commandsOf(app: NodePackage, runner: ScriptRunner): Commands {
  const { manifest } = app;
  const declared = startScripts(manifest, runner);
  const start = declared.map((fact) => ({ ...fact, value: runnable(app, fact.value) }));
  const dev = facts(manifest, developmentScripts, runner).slice(0, 1);
  // `npm start` of a project without scripts for production often watches
  const watching = start.filter(({ value }) => developmentTool(manifest, value) !== undefined);
  const entry = serverEntry(app, { start, dev });
  const main = textAt(manifest, 'main');
  const named = start.length === 0 && entry !== undefined && main !== undefined && sourceFile(app, main.value) === entry;
  const starts = start.length > 0 || entry === undefined ? start : likely(startOf(app, entry)).map((fact) => (named ? { ...fact, evidence: [main.evidence] } : fact));
  const build = facts(manifest, isTypescript(app) ? ['build', 'build:prod', 'compile', 'tsc'] : ['build', 'build:prod'], runner).slice(0, 1);
  const watch = entry === undefined ? undefined : (watchOf(app, entry) ?? compiledWatch(app, (declared[0] ?? starts[0])?.value, build[0]?.value));
  return {
    start: starts,
    dev: dev.length > 0 ? dev : watching.length > 0 ? watching : likely(watch),
    build,
    test: testFacts(manifest, runner),
  };
}

/** What is wrong with the command that production would run. */
export function commandProblems(app: NodePackage, commands: Commands): readonly Diagnostic[] {
  const start = commands.start[0];
  const tool = start === undefined ? undefined : developmentTool(app.manifest, start.value);
  if (start === undefined || tool === undefined) return [];
  const place = start.evidence[0];
  return [{
    code: 'start-is-for-development',
    severity: 'warning',
    message: `${place === undefined ? '' : `${place.file}:${place.line}: `}the start command runs ${tool}, which is a tool for development`,
    help: 'Add a "start" script that runs the built program with node',
  }];
}
