import { design } from '../design/design.js';
import { applyAnswers, questions } from '../brief/questions.js';
import type { Answers, Question } from '../brief/questions.js';
import type { Brief } from '../brief/brief.js';
import { placeholderNotes, placeholderRepository, placeholders, readDescription, withDescription, withoutEffect } from '../brief/description.js';
import type { PlaceholderFile } from '../brief/description.js';
import { endedVersions } from '../brief/end-of-life.js';
import { override } from '../brief/override.js';
import { parseBrief } from '../brief/schema.js';
import { gaps, suggest, unknownVersions } from '../brief/suggest.js';
import { technologies } from '../catalog/registry.js';
import type { Architecture } from '../design/architecture.js';
import { formatDiagnostic, printable, UserError } from '../diagnostics.js';
import { descriptionReport } from '../discovery/description/report.js';
import type { Description } from '../discovery/description/types.js';
import { diskRepository } from '../discovery/disk-repository.js';
import { existingDocker } from '../discovery/existing-docker.js';
import type { Findings } from '../discovery/findings.js';
import type { Repository } from '../discovery/repository.js';
import { commandLine } from '../discovery/procfile.js';
import { scan } from '../discovery/scan.js';
import { en } from '../messages/en.js';
import { parseManifest, manifestPath } from '../merge/base-store.js';
import { composeFileNames } from '../render/compose.js';
import type { OutputFile } from '../render/output-file.js';
import { stacks } from '../stacks/registry.js';
import { readBrief } from './brief-file.js';
import type { Options } from './options.js';
import { ProjectFiles } from './project-folder.js';

/** What a session needs of the generator that opened it. */
export interface Host {
  readonly options: Options;
  readonly root: string;
  /** The saved answers, unchecked. */
  readonly saved: () => unknown;
  readonly save: (brief: Brief) => void;
  readonly ask: (list: readonly Question[]) => Promise<Answers>;
  readonly say: (line: string) => void;
  /** Writes a file with the others that is the person's own from then on. */
  readonly place: (file: PlaceholderFile) => void;
  readonly interactive: boolean;
  /** The day of the run, `YYYY-MM-DD`: what it decides about is said and never written. */
  readonly today: () => string;
  readonly amend: Amend | undefined;
}

/** Changes answers that were given before. */
export type Amend = (brief: Brief, repository: Repository) => Promise<Brief>;

export interface Session {
  readonly brief: Brief;
  readonly architecture: Architecture;
  /** Everything that generators asked to write, by path. */
  readonly files: Map<string, OutputFile>;
}

/** Docker files that are there and not ours. */
function foreignDocker(repository: Repository, files: ProjectFiles, saved: boolean): ReturnType<typeof existingDocker> {
  const manifest = parseManifest(files.read(manifestPath));
  const ours = (file: string): boolean => manifest.has(file) || (saved && (file.startsWith('docker/') || composeFileNames.has(file)));
  return existingDocker(repository).filter(({ file }) => !ours(file));
}

/** Adoption of what exists is not built yet: better to stop than to write beside it. */
function refuseExistingDocker(found: ReturnType<typeof existingDocker>): void {
  const compose = found.find(({ kind }) => kind === 'compose');
  const first = compose ?? found[0];
  if (first === undefined) return;
  const reason = first.kind === 'compose' ? 'Docker would read it instead of, or together with, the new ones' : 'it may be the image of this application';
  throw new UserError({
    code: 'docker-exists',
    severity: 'error',
    message: `${first.file} is already there, and ${reason}: nothing was written`,
    help: 'Taking over existing Docker files is not supported yet: move them away and run again',
  });
}

/** The day, `YYYY-MM-DD`. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** What a project shows, besides what an earlier blueprint wrote. */
function scanned(repository: Repository): Findings {
  const written = parseManifest(repository.read(manifestPath));
  return scan(repository, stacks, technologies, (file) => written.has(file));
}

/** What the project at `root` shows. */
export function discover(root: string): Findings {
  return scanned(diskRepository(root));
}

async function answers(host: Host, suggested: Brief): Promise<Brief> {
  if (host.options.yes) return suggested;
  if (!host.interactive) {
    host.say(en.notInteractive);
    return suggested;
  }
  return applyAnswers(suggested, await host.ask(questions(suggested)));
}

function showEvidence(host: Host, findings: Findings): void {
  if (!host.interactive || host.options.yes) return;
  for (const { technology, evidence } of findings.services) {
    const [first] = evidence;
    if (first !== undefined) host.say(en.seen(technology, first.quote, first.file, first.line));
  }
}

/** What the flags say of an app goes before what was found or saved. */
export function withFlags(brief: Brief, { app, port, start }: Options): Brief {
  return override(brief, { app, port, start: start === undefined ? undefined : commandLine(start) });
}

/** What the project shows, with what the person says over it; where there is no app yet, placeholders of those that the text speaks of. */
async function described(host: Host, repository: Repository, text: string): Promise<Brief> {
  const description = readDescription(text);
  const seen = scanned(repository);
  const broken = seen.problems.some(({ severity }) => severity === 'error');
  const files = seen.apps.length > 0 || broken ? [] : placeholders(description);
  const findings = files.length === 0 ? seen : scanned(placeholderRepository(files, repository.name));
  const taken = files.find(({ path }) => repository.exists(path));
  if (taken !== undefined) throw new UserError({ code: 'placeholder-exists', severity: 'error', message: `${taken.path} is already there, and no app was found: nothing was written`, help: 'Run it in an empty folder, or in the folder of an application' });
  const suggested = withFlags(withDescription(suggest(findings), description, files.length > 0), host.options);
  const problems = gaps(findings, suggested);
  if (problems.length > 0) throw new UserError(problems);
  for (const line of descriptionLines(description)) host.say(line);
  const brief = parseBrief(await answers(host, suggested), 'the answers');
  for (const file of files) host.place(file);
  if (files.length > 0) for (const note of placeholderNotes(description)) host.say(note);
  return brief;
}

async function resolveBrief(host: Host, repository: Repository): Promise<Brief> {
  const saved = host.saved();
  if (host.amend !== undefined) {
    if (saved === undefined) {
      throw new UserError({ code: 'no-blueprint', severity: 'error', message: 'there is no blueprint here yet: .yo-rc.json holds no answers', help: 'Run docker-architect first' });
    }
    return host.amend(parseBrief(saved, '.yo-rc.json'), repository);
  }
  if (host.options.from !== undefined) return withFlags(await readBrief(host.options.from), host.options);
  if (saved !== undefined) return parseBrief(await answers(host, withFlags(parseBrief(saved, '.yo-rc.json'), host.options)), 'the answers');
  if (host.options.describe !== undefined) return described(host, repository, host.options.describe);
  const findings = scanned(repository);
  for (const problem of [...findings.problems, ...unknownVersions(findings)]) if (problem.severity !== 'error') host.say(formatDiagnostic(problem));
  const suggested = withFlags(suggest(findings), host.options);
  const problems = gaps(findings, suggested);
  if (problems.length > 0) throw new UserError(problems);
  showEvidence(host, findings);
  return parseBrief(await answers(host, suggested), 'the answers');
}

/** What of a description a person should see: each answer with its words, then what has no effect and what was not understood. */
export function descriptionLines(description: Description): readonly string[] {
  const facts = descriptionReport(description).findings.flatMap(({ subject, fact, value, evidence }) => (evidence[0] === undefined ? [] : [en.description.understood(`${subject} ${fact}`, String(value), printable(evidence[0].quote))]));
  const idle = withoutEffect(description);
  const { notUnderstood } = description;
  return [...facts, ...(idle.length === 0 ? [] : [en.description.noEffect(idle.join(', '))]), ...(notUnderstood.length === 0 ? [] : [en.description.notUnderstood(notUnderstood.map(({ quote }) => JSON.stringify(quote)).join(', '))])];
}

/** Finds or asks the answers and designs. Nothing is written. */
export async function openSession(host: Host): Promise<Session> {
  const repository = diskRepository(host.root);
  const files = new ProjectFiles(host.root);
  refuseExistingDocker(foreignDocker(repository, files, host.saved() !== undefined));
  const brief = await resolveBrief(host, repository);
  for (const { path } of brief.apps) if (path !== '.') files.locate(path);
  for (const problem of endedVersions(brief, host.today())) host.say(formatDiagnostic(problem));
  host.save(brief);
  return { brief, architecture: design(brief), files: new Map() };
}
