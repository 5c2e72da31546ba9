import { cite, citeFile } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import { filesIn } from '../../discovery/file-index.js';
import type { Argv, JobFindings, WorkerFindings } from '../../discovery/findings.js';
import { commandLine, procfileProcesses } from '../../discovery/procfile.js';
import { bundled, fileOf, gemOf, has } from './project.js';
import type { RubyProject } from './project.js';

interface Library {
  /** What its probe goes by. */
  readonly id: string;
  readonly gems: readonly string[];
  readonly command: Argv;
  /** What a line that starts it says. */
  readonly words: RegExp;
  readonly single?: true;
  /** A file without which the command has nothing to do. */
  readonly file?: string;
}

/** Libraries whose jobs one process takes, or whose clock it is. */
const libraries: readonly Library[] = [
  { id: 'sidekiq', gems: ['sidekiq', 'sidekiq-pro', 'sidekiq-ent'], command: ['sidekiq', '-t', '25'], words: /\bsidekiq(?:swarm)?\b/u },
  { id: 'solid-queue', gems: ['solid_queue'], command: ['rake', 'solid_queue:start'], words: /\bsolid_queue:start\b|\bbin\/jobs\b/u },
  { id: 'good-job', gems: ['good_job'], command: ['good_job', 'start'], words: /\bgood_job\b/u },
  { id: 'resque', gems: ['resque'], command: ['rake', 'resque:work'], words: /\bresque:(?:work|pool)|resque-pool\b/u },
  { id: 'resque-scheduler', gems: ['resque-scheduler'], command: ['rake', 'resque:scheduler'], words: /\bresque:scheduler\b/u, single: true },
  { id: 'delayed-job', gems: ['delayed_job', 'delayed_job_active_record', 'delayed_job_mongoid', 'delayed'], command: ['rake', 'jobs:work'], words: /\bjobs:work\b|\bdelayed_job\b/u },
  { id: 'que', gems: ['que', 'que-rails'], command: ['que'], words: /\bexec que\b/u },
  { id: 'sneakers', gems: ['sneakers', 'kicks'], command: ['rake', 'sneakers:run'], words: /\bsneakers\b/u },
  { id: 'shoryuken', gems: ['shoryuken'], command: ['shoryuken', '-R', '-C', 'config/shoryuken.yml'], words: /\bshoryuken\b/u, file: 'config/shoryuken.yml' },
  { id: 'karafka', gems: ['karafka'], command: ['karafka', 'server'], words: /\bkarafka\b/u, file: 'karafka.rb' },
  { id: 'clockwork', gems: ['clockwork'], command: ['clockwork', 'clock.rb'], words: /\bclockwork\b/u, single: true, file: 'clock.rb' },
  { id: 'clockwork', gems: ['clockwork'], command: ['clockwork', 'config/clock.rb'], words: /\bclockwork\b/u, single: true, file: 'config/clock.rb' },
];

/** Settings of the command that are variables: Resque takes every queue. */
const settings: Readonly<Record<string, readonly string[]>> = { resque: ['QUEUE=*'] };

function fromGems(project: RubyProject): readonly WorkerFindings[] {
  return libraries.flatMap(({ id, gems, command, single, file }) => {
    const found = gemOf(project, ...gems);
    if (found === undefined || (file !== undefined && !has(project, file))) return [];
    const argv = bundled(project, ...command);
    const value = Object.hasOwn(settings, id) ? ['env', ...settings[id]!, ...argv] : argv;
    const fact: Fact<Argv> = { value, confidence: 'likely', evidence: [found.evidence] };
    return [{ name: single === true ? 'scheduler' : 'worker', library: id, ...(single === true ? { single: true } : {}), start: [fact], dev: [fact] }];
  });
}

interface Line {
  readonly name: string;
  readonly line: string;
  readonly command: Fact<Argv>;
}

/** Lines that start no process of the app: its server, what watches files for browsers, and services that run elsewhere. */
const notWorker = /^(?:web|server|rails|app|release|css|js|assets?|vite|webpack\w*|tailwind|frontend|client|ui|guard|livereload|db|postgres\w*|mail\w*|minio|stripe|ngrok|tunnel|docs?|log|test|redis\w*)$/u;
const notApp = /\b(?:yarn|npm|npx|pnpm|bun|node|vite|webpack\S*|shakapacker\S*|esbuild|tailwindcss:watch|dartsass:watch|css:build|redis-server|postgres|mailcatcher|mailhog|docker|stripe|ngrok|tail -f)\b/u;

/** What developers start together: the lines are likely what production has too. */
function developmentLines(project: RubyProject): readonly Line[] {
  const file = fileOf(project, 'Procfile.dev');
  const text = project.repository.read(file) ?? '';
  return [...text.matchAll(/^([\w-]+):[ \t]*(\S.*)$/gmu)].map((match) => ({
    name: match[1]!,
    line: match[2]!.trim(),
    command: { value: commandOfLine(match[2]!.trim()), confidence: 'likely', evidence: [cite(file, text, match.index)] },
  }));
}

/** Variables that a developer's shell may have set are not set here. */
const commandOfLine = (line: string): Argv => commandLine(line.replace(/^(?:unset \w+;\s*)+/u, '').replaceAll(/\$\{DEBUG:\+[^}]*\}\s*/gu, ''));

function fromProcfiles(project: RubyProject): readonly WorkerFindings[] {
  const declared = procfileProcesses(project.repository, project.path);
  const taken = new Set(declared.map(({ name }) => name));
  return [...declared, ...developmentLines(project).filter(({ name }) => !taken.has(name))]
    .filter(({ name, line }) => !notWorker.test(name) && !notApp.test(line))
    .map(({ name, line, command }) => {
      const library = libraries.find(({ words }) => words.test(line));
      const single = library?.single === true || /^(?:clock|cron|scheduler?)$/u.test(name);
      return { name, ...(library === undefined ? {} : { library: library.id }), ...(single ? { single: true } : {}), start: [command], dev: [command] };
    });
}

/** Processes beside the server: those that Procfiles declare, and what gems show besides. */
export function workersOf(project: RubyProject): readonly WorkerFindings[] {
  const declared = fromProcfiles(project);
  const known = new Set(declared.flatMap(({ library }) => library ?? []));
  const taken = new Set(declared.map(({ name }) => name));
  const found = fromGems(project).filter(({ library }) => !known.has(library!));
  const named = found.map((worker, index) => {
    const isTaken = taken.has(worker.name) || found.findIndex(({ name }) => name === worker.name) < index;
    return isTaken ? { ...worker, name: worker.library! } : worker;
  });
  return [...declared, ...named.filter(({ name }, index) => !taken.has(name) && named.findIndex((each) => each.name === name) === index)];
}

/** The migration, where the project has any. */
export function jobsOf(project: RubyProject, framework: string | undefined): readonly JobFindings[] {
  const release = procfileProcesses(project.repository, project.path).find(({ name, line }) => name === 'release' && /\bdb:|\bmigrat/u.test(line));
  if (release !== undefined) return [{ name: 'migrate', command: [release.command] }];
  const job = (command: Argv, file: string): readonly JobFindings[] => [{ name: 'migrate', command: [{ value: command, confidence: 'likely', evidence: [citeFile(file)] }] }];
  const migrations = filesIn(project.repository, fileOf(project, 'db/migrate'))[0];
  const schema = ['db/schema.rb', 'db/structure.sql'].map((file) => fileOf(project, file)).find((file) => project.repository.exists(file));
  const shown = migrations ?? schema;
  if (framework === 'rails') return shown === undefined ? [] : job(bundled(project, 'rails', 'db:prepare'), shown);
  if (framework === 'hanami') return gemOf(project, 'hanami-db') === undefined ? [] : job(bundled(project, 'hanami', 'db', 'migrate'), project.gemfile!.file);
  const active = gemOf(project, 'sinatra-activerecord', 'standalone_migrations', 'otr-activerecord');
  return active === undefined || migrations === undefined || !has(project, 'Rakefile') ? [] : job(bundled(project, 'rake', 'db:migrate'), migrations);
}
