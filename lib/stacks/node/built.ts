import type { Diagnostic } from '../../diagnostics.js';
import { cite } from '../../discovery/cite.js';
import { distinct, ranked } from '../../discovery/evidence.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Argv } from '../../discovery/findings.js';
import { filesIn } from '../../discovery/file-index.js';
import { textAt, textsAt } from '../../discovery/manifest.js';
import { commandOf } from '../../text/shell-words.js';
import { normalisePath } from '../../discovery/repository.js';
import { serveFiles } from '../static-files.js';
import { entryOf, runtimeOrDevelopment } from './app.js';
import type { NodePackage } from './app.js';
import type { Commands } from './commands.js';
import { serves } from './deployable.js';
import type { Framework, FrameworkBuild } from './frameworks/framework.js';
import { scriptFact } from './scripts.js';

/** What becomes of an app that its framework builds. */
export interface BuiltApp {
  readonly role: 'web' | 'static';
  readonly commands: Commands;
  readonly port: readonly Fact<number>[];
  /** Folder of the files for browsers, relative to the app. */
  readonly output?: string;
  readonly problems: readonly Diagnostic[];
}

const hasOne = ({ manifest }: NodePackage, names: readonly string[]): boolean => names.some((name) => runtimeOrDevelopment(manifest, name));

/** The settings of the framework or its bundler, at the top of the app. */
function settings({ repository, path }: NodePackage): readonly { readonly file: string; readonly text: string }[] {
  return filesIn(repository, path)
    .filter((file) => /(?:^|\/)(?:vite|nuxt|next|astro|svelte|app|gatsby-|angular|vue|remix|react-router)[\w.-]*\.(?:[cm]?[jt]s|json)$/u.test(file) && !file.endsWith('package.json'))
    .map((file) => ({ file, text: repository.read(file) ?? '' }));
}

/** Whether the project asks for plain files where the framework could serve as well. */
function asksForFiles(app: NodePackage, { filesWhen }: FrameworkBuild): boolean {
  if (filesWhen === undefined) return false;
  const script = textAt(app.manifest, 'scripts', 'build')?.value ?? '';
  return filesWhen.some((pattern) => pattern.test(script) || settings(app).some(({ text }) => pattern.test(text)));
}

type Outcome = { readonly kind: 'server' | 'none' } | { readonly kind: 'files'; readonly output: string };

/** `docs/` of `vitepress build docs`, nothing where the command names no folder. */
function rootOf(argv: Argv, { build }: FrameworkBuild): string {
  const { words } = commandOf(argv);
  // behind an option it may be the value of that
  const folder = build.every((word, index) => words[index] === word) ? words[build.length] : undefined;
  const path = folder === undefined || folder.startsWith('-') ? '' : (normalisePath(folder) ?? '');
  return path === '' || path === '.' ? '' : `${path}/`;
}

/** A script of any name that runs a command of the framework. */
function scriptThatRuns({ manifest }: NodePackage, command: Argv): readonly Fact<Argv>[] {
  const found = textsAt(manifest, 'scripts').filter(({ value }) => value.includes(command[0]!)).flatMap(({ name }) => scriptFact(manifest, name, 'npm') ?? []);
  return found.filter(({ value }) => command.every((word, index) => commandOf(value).words[index] === word)).slice(0, 1);
}

function outcomeOf(app: NodePackage, build: FrameworkBuild, command: Argv): Outcome {
  const { server, files } = build;
  const servesItself = server !== undefined && (server.adapters === undefined || hasOne(app, server.adapters)) && !(files !== undefined && asksForFiles(app, build));
  if (servesItself) return { kind: 'server' };
  if (files !== undefined && (files.adapters === undefined || hasOne(app, files.adapters))) return { kind: 'files', output: files.output.replace('{project}', projectOf(app)).replace('{root}', rootOf(command, build)) };
  return { kind: 'none' };
}

/** The name that the workspace file of Angular gives the project, which is part of its output folder. */
function projectOf({ repository, path, manifest }: NodePackage): string {
  const text = filesIn(repository, path).filter((file) => file.endsWith('angular.json')).map((file) => repository.read(file) ?? '')[0];
  return /"projects"\s*:\s*\{\s*"([\w.@/-]+)"/u.exec(text ?? '')?.[1] ?? textAt(manifest, 'name')?.value ?? 'app';
}

/** A server of the project's own, which the start script runs: the framework is a part of it. What is only a usual name is none. */
function ownProgram(app: NodePackage, { start }: Commands): boolean {
  return start.some(({ value, confidence }) => {
    const entry = entryOf(app, value)?.file;
    // a usual name that no script runs may be the first page as well
    return entry !== undefined && (confidence === 'certain' || app.sources.some((source) => source.file === entry && serves(source)));
  });
}

/** The development server on every interface, and on the port that the container has. */
function development({ dev }: Commands, build: FrameworkBuild, port: number, evidence: readonly Evidence[]): readonly Fact<Argv>[] {
  const { development: command, developmentOptions, portOption } = build;
  const script = dev.find(({ value }) => commandOf(value).words[0] === command[0]);
  // there is no browser in a container
  const words = (script?.value ?? command).filter((word) => word !== '--open');
  const host = developmentOptions[0]!;
  const options = [
    ...(words.some((word) => word === host || word.startsWith(`${host}=`) || word === '--hostname') ? [] : developmentOptions),
    ...(portOption === undefined || words.some((word) => word === portOption || word === '-p' || word === '--port' || word.startsWith('--port=')) ? [] : [portOption, String(port)]),
  ];
  // `next dev --turbo DIR` and the like: options may stand behind
  const value = [...words, ...options];
  return [{ value, confidence: script === undefined ? 'likely' : 'certain', evidence: script?.evidence ?? evidence }, ...dev.filter((fact) => fact !== script)];
}

/** Commands of a program of the project's own, where development runs the server of the framework, which listens on localhost unless told. */
export function withFrameworkServer(commands: Commands, framework: Framework | undefined, port: number | undefined): Commands {
  const build = framework?.build;
  const first = commands.dev[0];
  if (build === undefined || first === undefined || port === undefined || !build.development.every((word, index) => commandOf(first.value).words[index] === word)) return commands;
  return { ...commands, dev: development(commands, build, port, []) };
}

const scriptPort = /(?:--port|-p)[ =](\d{2,5})\b|(?:^|\s)PORT=(\d{2,5})\b/u;

/** Where a framework's server is told its port: scripts, its settings, the environment example, its default. */
export function portsOfBuilt(app: NodePackage, defaultPort: number): readonly Fact<number>[] {
  const ofScripts = ['start', 'start:prod', 'dev', 'serve', 'preview'].flatMap((name): readonly Fact<number>[] => {
    const script = textAt(app.manifest, 'scripts', name);
    const match = scriptPort.exec(script?.value ?? '');
    return match === null ? [] : [{ value: Number(match[1] ?? match[2]), confidence: name === 'preview' ? 'guess' : 'certain', evidence: [script!.evidence] }];
  });
  const ofSettings = settings(app).flatMap(({ file, text }) => [...text.matchAll(/\bport["']?\s*:\s*(\d{4,5})\b/gu)].slice(0, 1).map((match): Fact<number> => ({ value: Number(match[1]), confidence: 'likely', evidence: [cite(file, text, match.index)] })));
  const ofEnvironment = app.env.filter(({ name, example }) => name === 'PORT' && /^\d{2,5}$/u.test(example)).map(({ example, evidence }): Fact<number> => ({ value: Number(example), confidence: 'certain', evidence: [evidence] }));
  const found = ranked([...ofScripts, ...ofEnvironment, ...ofSettings]).filter(({ value }) => value > 0 && value < 65_536);
  const values = [...new Set(found.map(({ value }) => value))];
  const joined = values.map((value) => ({ ...found.find((fact) => fact.value === value)!, evidence: distinct(found.filter((fact) => fact.value === value).flatMap(({ evidence }) => evidence)) }));
  return joined.length > 0 ? joined : [{ value: defaultPort, confidence: 'guess', evidence: [] }];
}

function noServer(framework: Framework, evidence: readonly Evidence[]): readonly Diagnostic[] {
  const adapters = [...(framework.build?.server?.adapters ?? []), ...(framework.build?.files?.adapters ?? [])];
  const place = evidence[0];
  return [{
    code: 'framework-builds-no-server',
    severity: 'warning',
    message: `${place === undefined ? '' : `${place.file}:${place.line}: `}${framework.id} builds nothing here that a container could serve`,
    help: `Add one of ${adapters.join(', ')} to the dependencies and to its settings`,
  }];
}

/**
 * What a framework that builds the app makes of it: a server, or files for browsers. Undefined where a program of the project's own is
 * the server. `isPart` says that the app is a package of a workspace, whose image holds the app as it is.
 */
export function builtApp(app: NodePackage, framework: Framework | undefined, scripts: Commands, isPart: boolean): BuiltApp | undefined {
  const build = framework?.build;
  if (framework === undefined || build === undefined || ownProgram(app, scripts)) return undefined;
  const found = {
    ...scripts,
    build: scripts.build.length > 0 ? scripts.build : scriptThatRuns(app, build.build),
    dev: scripts.dev.some(({ value }) => commandOf(value).words[0] === build.development[0]) ? scripts.dev : [...scriptThatRuns(app, build.development), ...scripts.dev],
  };
  const evidence = ['dependencies', 'devDependencies'].flatMap((field) => textsAt(app.manifest, field)).filter(({ name }) => framework.packages.includes(name)).map((each) => each.evidence).slice(0, 1);
  const builds = found.build.length > 0 ? found.build : [{ value: build.build, confidence: 'likely' as const, evidence }];
  const outcome = outcomeOf(app, build, builds[0]!.value);
  const port = portsOfBuilt(app, (outcome.kind === 'files' ? build.files?.defaultPort : undefined) ?? framework.defaultPort);
  const dev = development(found, build, ranked(port)[0]!.value, evidence);
  if (outcome.kind === 'files') {
    return { role: 'static', commands: { ...found, start: [{ value: serveFiles, confidence: 'certain', evidence }], dev, build: builds }, port, output: outcome.output, problems: [] };
  }
  const server = build.server;
  const own = isPart ? (server?.whole ?? server?.start) : server?.start;
  const start: readonly Fact<Argv>[] = own === undefined ? found.start : [{ value: own.map((word) => word.replace('{project}', projectOf(app))), confidence: 'certain', evidence }];
  return { role: 'web', commands: { ...found, start, dev, build: builds }, port, problems: outcome.kind === 'none' ? noServer(framework, evidence) : [] };
}
