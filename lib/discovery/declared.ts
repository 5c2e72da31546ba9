import type { Fact } from './evidence.js';
import type { AppFindings, Argv, JobFindings } from './findings.js';
import { dockerfileOf } from './dockerfile.js';
import type { DockerfileFacts } from './dockerfile.js';
import { procfileProcesses } from './procfile.js';
import type { Repository } from './repository.js';

/** A package manager's script says what it runs better than the line that calls it: signals reach what the stack found behind it. */
const runsScript = (argv: Argv): boolean => /^(?:npm|pnpm|yarn|bunx?|npx)$/u.test(argv[0] ?? '');

/** Starters that a hosting platform brings along: no image of ours has them. */
const isOfPlatform = (argv: Argv): boolean => argv.some((word) => /heroku-(?:php|hhvm)-/u.test(word));

/** The author's line is known already where a stack has read it itself, and said it as its own image understands it. */
const isRead = (line: Fact<Argv>, found: readonly Fact<Argv>[]): boolean =>
  found.some(({ evidence }) => evidence.some(({ file, line: number }) => line.evidence.some((each) => each.file === file && each.line === number)));

/** A path of the author's own image, such as `/app/entrypoint.sh`, is not in ours. */
const namesForeignPath = (argv: Argv): boolean => argv.some((word) => /^\/(?!usr\/|bin\/|tmp\/|dev\/)/u.test(word));

const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The author's image has a compiled program at another place: it is started where ours has it. */
function inOurPlace(argv: Argv, found: readonly Fact<Argv>[]): Argv {
  const own = found.map(({ value }) => value[0] ?? '').find((program) => program.startsWith('/') && base(program) === base(argv[0] ?? ''));
  return own === undefined ? argv : [own, ...argv.slice(1)];
}

/** Whether it starts a program that ours has, at the place where ours has it. */
const isOurs = (argv: Argv, found: readonly Fact<Argv>[]): boolean => found.some(({ value }) => value[0] === argv[0]);

function firstOf<T>(said: readonly Fact<T>[], found: readonly Fact<T>[], same: (a: T, b: T) => boolean): readonly Fact<T>[] {
  return [...said, ...found.filter(({ value }) => !said.some((each) => same(each.value, value)))];
}

const sameArgv = (a: Argv, b: Argv): boolean => a.join('\0') === b.join('\0');

/** `release` of a Procfile runs before each deployment: what platforms migrate databases with. */
function releaseJob(jobs: readonly JobFindings[], release: Fact<Argv> | undefined): readonly JobFindings[] {
  if (release === undefined) return jobs;
  const own = jobs.find(({ name }) => name === 'migrate');
  return [{ name: 'migrate', command: firstOf([release], own?.command ?? [], sameArgv) }, ...jobs.filter((job) => job !== own)];
}

/** What images of a language are called, and a version as their tags have it. */
export interface Runtime {
  readonly image: string;
  readonly version: string;
}

/** Versions that name a release line; `python:3` leaves it open. */
function versionsOf({ images }: DockerfileFacts, { image, version }: Runtime): readonly Fact<string>[] {
  const parts = version.split('.').length;
  return images.filter(({ name, version: { value } }) => name === image && value.split('.').length >= parts).map((found) => found.version).slice(-1);
}

/**
 * The app with what its owner wrote down before what was inferred: the `web` and `release` lines of a Procfile, then `EXPOSE` and
 * `CMD` of a Dockerfile in its folder. Inferred facts stay behind them. Where nothing else says a version, the image that its Dockerfile
 * starts from does. `runtime` is what images of the app's language are called, and a version of it.
 */
export function withDeclared(repository: Repository, app: AppFindings, runtime?: Runtime): AppFindings {
  const dockerfile = dockerfileOf(repository, app.path);
  const version = app.version.length > 0 || runtime === undefined ? app.version : versionsOf(dockerfile, runtime);
  if (app.role === 'static') return { ...app, version };
  const processes = procfileProcesses(repository, app.path);
  const line = (name: string): readonly Fact<Argv>[] => processes.filter((each) => each.name === name && !runsScript(each.command.value) && !isOfPlatform(each.command.value)).map(({ command }) => command);
  const commands = dockerfile.command.map((command) => ({ ...command, value: inOurPlace(command.value, app.commands.start) })).filter(({ value }) => !runsScript(value) && !namesForeignPath(isOurs(value, app.commands.start) ? value.slice(1) : value));
  const web = app.role === 'web' ? line('web').filter((each) => !isRead(each, app.commands.start)) : [];
  const start = firstOf([...web, ...commands], app.commands.start, sameArgv);
  return {
    ...app,
    version,
    port: app.role === 'web' ? firstOf(dockerfile.port, app.port, (a, b) => a === b) : app.port,
    commands: { ...app.commands, start },
    jobs: releaseJob(app.jobs, line('release').find((each) => !isRead(each, app.jobs.flatMap(({ command }) => command)))),
  };
}
