import type { Diagnostic } from '../../diagnostics.js';
import { developmentBindProblem } from '../../discovery/bind.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import { filesIn } from '../../discovery/file-index.js';
import type { Argv, BindVariable } from '../../discovery/findings.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { matches } from '../../discovery/source.js';
import { bindOf } from '../ports.js';
import type { Framework } from './frameworks/framework.js';
import { bundled, codeOf, fileOf, gemOf, has } from './project.js';
import type { RubyProject } from './project.js';

/** `port ENV.fetch("PORT", 3000)`, `port ENV["PORT"] || 3000`, `port 3000`. */
const pumaPort = /^[ \t]*port[ \t(]+(?:Integer\()?(?:ENV\.fetch\(?[ \t]*['"]\w+['"]\)?[ \t]*(?:,|\{)?[ \t]*|ENV\[['"]\w+['"]\][ \t]*\|\|[ \t]*)?['"]?(\d{2,5})\b/gmu;
const bindPort = /\bbind[ \t(]+['"](?:tcp|http):\/\/[^'"\n]{0,60}?:(?:#\{[^}\n]{0,80}?)?(\d{2,5})\b/gu;
const listenPort = /^[ \t]*listen[ \t(]+[^\n]{0,60}?\b(\d{4,5})\b/gmu;
/** `set :port, 4567`, `Port: 8000`, `TCPServer.new('0.0.0.0', 8000)`. */
const inSource = [
  /\bset[ \t(]+:port,[ \t]*(?:ENV(?:\.fetch\(|\[)['"]\w+['"](?:,|\]\s*\|\|)\s*)?['"]?(\d{2,5})\b/gu,
  /\b(?:Port:|:Port\s*=>)\s*(?:Integer\()?(?:ENV(?:\.fetch\(|\[)['"]\w+['"](?:,|\]\s*\|\|)\s*)?['"]?(\d{2,5})\b/gu,
  /\bTCPServer\.(?:new|open)\([^)\n]{0,80}?\b(\d{4,5})\b/gu,
] as const;
const inCommand = /(?:-p|--port)[ =]?\$?\{?(?:PORT:-)?(\d{2,5})\b|\bPORT=(\d{2,5})\b|:(\d{4,5})\b/u;

const usable = (port: number): boolean => port >= 1024 && port <= 65_535;

interface Seen {
  readonly port: number;
  readonly evidence: Evidence;
}

function inFile(project: RubyProject, file: string, pattern: RegExp): readonly Seen[] {
  const name = fileOf(project, file);
  const text = project.repository.read(name) ?? '';
  return [...codeOf(project, file).matchAll(pattern)].map((match) => ({ port: Number(match[1]), evidence: cite(name, text, match.index + match[0].search(/\S/u)) }));
}

/** The web line of a Procfile, or of the one that developers start with. */
function inProcfiles(project: RubyProject): readonly Seen[] {
  const ofProduction = procfileProcesses(project.repository, project.path).filter(({ name }) => name === 'web').map(({ line, command }) => ({ line, evidence: command.evidence[0]! }));
  const file = fileOf(project, 'Procfile.dev');
  const text = project.repository.read(file) ?? '';
  const ofDevelopment = [...text.matchAll(/^(?:web|server|rails|app):[ \t]*(\S.*)$/gmu)].map((match) => ({ line: match[1]!, evidence: cite(file, text, match.index) }));
  return [...ofProduction, ...ofDevelopment].flatMap(({ line, evidence }) => {
    const match = inCommand.exec(line);
    return match === null ? [] : [{ port: Number(match[1] ?? match[2] ?? match[3]), evidence }];
  });
}

/** The port: what the server's settings say, the source, a Procfile, else the convention of the framework. */
export function portFacts(project: RubyProject, framework: Framework | undefined, usual: number): readonly Fact<number>[] {
  const settings = [...inFile(project, 'config/puma.rb', pumaPort), ...inFile(project, 'config/puma.rb', bindPort), ...inFile(project, 'puma.rb', pumaPort), ...inFile(project, 'config/unicorn.rb', listenPort)];
  const source = inSource.flatMap((pattern) => matches(project.sources, pattern).map(({ groups, evidence }) => ({ port: Number(groups[1]), evidence })));
  const fact = (confidence: Fact<number>['confidence']) => ({ port, evidence }: Seen): Fact<number> => ({ value: port, confidence, evidence: [evidence] });
  const found = [...settings.filter(({ port }) => usable(port)).map(fact('certain')), ...[...source, ...inProcfiles(project)].filter(({ port }) => usable(port)).map(fact('likely'))];
  return [...found, { value: framework?.defaultPort ?? usual, confidence: 'guess', evidence: [] }];
}

/** Whether the settings of Puma bind to an address of their own, which may be none that a proxy reaches, or say nothing of it. */
function bindsElsewhere(project: RubyProject, file: string): boolean {
  const code = codeOf(project, file);
  return /^[ \t]*bind[ \t(]+(?!['"]tcp:\/\/(?:0\.0\.0\.0|\[::\]))/mu.test(code) || !/\b(?:port|(?:ssl_)?bind)[ \t(]/u.test(code);
}

/** A file of the project's root that runs a server by itself. */
export function scriptOf(project: RubyProject): string | undefined {
  const starts = /^[ \t]*require[ \t(]+['"](?:sinatra|webrick|socket)['"]|\.run!\s*(?:$|if\b|\()|\bWEBrick::HTTPServer\.new|\bTCPServer\.(?:new|open)/mu;
  const root = new Set(filesIn(project.repository, project.path));
  const candidates = project.sources.filter(({ file, code }) => root.has(file) && file.endsWith('.rb') && starts.test(code));
  const names = ['app.rb', 'server.rb', 'main.rb', 'web.rb'];
  const base = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  return names.find((name) => candidates.some(({ file }) => base(file) === name)) ?? (candidates[0] === undefined ? undefined : base(candidates[0].file));
}

/** Where a script that runs its own server says the address: Sinatra's settings go before its options, WEBrick and sockets have no others. */
const told = String.raw`(?:\bset[ \t(]+:bind[ \t]*,|\bset[ \t(]+bind:|\b(?:BindAddress|bind|host):|:(?:BindAddress|bind)[ \t]*=>|\bTCPServer\.(?:new|open)\()[ \t]*`;
const writtenHost = new RegExp(String.raw`${told}['"](localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0|::)['"]`, 'gu');
const variableHost = new RegExp(String.raw`${told}\(?ENV(?:\.fetch\(|\[)[ \t]*['"]([A-Z][A-Z0-9_]*)['"]`, 'gu');
/** A server of the modular kind, which takes no options of the command. */
const modular = /^[ \t]*run!(?:[ \t]*$|[ \t]+if\b)/gmu;

interface Listening {
  readonly facts: readonly Fact<'all' | 'loopback'>[];
  readonly known: readonly BindVariable[];
  /** Nobody but its source tells it; what is called HOST beside Rack is the name in links. */
  readonly isScript: boolean;
  readonly problems: readonly Diagnostic[];
}

/** What a script listens on; a server of Rack is told on its command line. */
export function listening(project: RubyProject): Listening {
  const script = has(project, 'config.ru') ? undefined : scriptOf(project);
  const sources = script === undefined ? [] : project.sources.filter(({ file }) => file === fileOf(project, script));
  const facts = matches(sources, writtenHost).flatMap(({ groups, evidence }): Listening['facts'] => {
    const value = bindOf(groups[1]!);
    return value === undefined ? [] : [{ value, confidence: 'certain', evidence: [evidence] }];
  });
  const known = matches(sources, variableHost).map(({ groups }): BindVariable => ({ name: groups[1]!, form: 'host' }));
  const [runs] = facts.length + known.length > 0 ? [] : matches(sources.filter(({ code }) => /\bSinatra::(?:Base|Application)\b/u.test(code)), modular);
  return { facts, known, isScript: script !== undefined, problems: runs === undefined ? [] : [developmentBindProblem(runs.evidence, 'Sinatra', "Write set :bind, '0.0.0.0' there")] };
}

/** The server of production, on every address. */
export function serverOf(project: RubyProject, port: number): Argv {
  const settings = ['config/puma.rb', 'puma.rb'].find((file) => has(project, file));
  const rack = has(project, 'config.ru');
  if (gemOf(project, 'puma') !== undefined && rack) {
    const bind = ['-b', `tcp://0.0.0.0:${port}`];
    if (settings === undefined) return bundled(project, 'puma', ...bind);
    return bundled(project, 'puma', '-C', settings, ...(bindsElsewhere(project, settings) ? bind : []));
  }
  if (gemOf(project, 'unicorn', 'pitchfork') !== undefined && rack) {
    const own = ['config/unicorn.rb', 'unicorn.rb'].find((file) => has(project, file));
    return bundled(project, gemOf(project, 'unicorn') === undefined ? 'pitchfork' : 'unicorn', ...(own === undefined ? [] : ['-c', own]), '-o', '0.0.0.0', '-p', String(port));
  }
  if (gemOf(project, 'falcon') !== undefined && rack) return bundled(project, 'falcon', 'serve', '--bind', `http://0.0.0.0:${port}`);
  if (gemOf(project, 'thin') !== undefined && rack) return bundled(project, 'thin', 'start', '-a', '0.0.0.0', '-p', String(port));
  if (has(project, 'config/application.rb') && rack) return bundled(project, 'rails', 'server', '-b', '0.0.0.0', '-p', String(port), '-P', '/tmp/server.pid');
  if (rack) return bundled(project, 'rackup', '-o', '0.0.0.0', '-p', String(port));
  const script = scriptOf(project);
  return script === undefined ? [] : bundled(project, 'ruby', script, ...(gemOf(project, 'sinatra') === undefined ? [] : ['-o', '0.0.0.0', '-p', String(port)]));
}
