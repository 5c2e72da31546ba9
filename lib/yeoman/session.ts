import { design } from '../design/design.js';
import { applyAnswers, descriptionQuestion, questions } from '../brief/questions.js';
import type { Answers, Question } from '../brief/questions.js';
import type { Brief } from '../brief/brief.js';
import { placeholderNotes, readDescription } from '../brief/description.js';
import type { PlaceholderFile } from '../brief/description.js';
import { endedVersions } from '../brief/end-of-life.js';
import { parseBrief } from '../brief/schema.js';
import { gaps, unknownVersions } from '../brief/suggest.js';
import type { Architecture } from '../design/architecture.js';
import { formatDiagnostic, UserError } from '../diagnostics.js';
import { diskRepository } from '../discovery/disk-repository.js';
import { existingDocker } from '../discovery/existing-docker.js';
import type { Findings } from '../discovery/findings.js';
import type { Repository } from '../discovery/repository.js';
import { en } from '../messages/en.js';
import { parseManifest, manifestPath } from '../merge/base-store.js';
import { composeFileNames } from '../render/compose.js';
import type { OutputFile } from '../render/output-file.js';
import { readBrief } from './brief-file.js';
import type { Options } from './options.js';
import { ProjectFiles } from './project-folder.js';
import { descriptionLines, propose, scanned, withFlags } from './proposal.js';

/** What a session needs of the generator that opened it. */
export interface Host {
  readonly options: Options;
  readonly root: string;
  /** The saved answers, unchecked. */
  readonly saved: () => unknown;
  readonly save: (brief: Brief) => void;
  readonly ask: <T = Answers>(list: readonly Question[]) => Promise<T>;
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

/** What the person says in their own words: by the flag, or as the first answer. */
async function ownWords({ options, interactive, ask }: Host, hasApps: boolean): Promise<string | undefined> {
  if (options.describe !== undefined || options.yes || !interactive) return options.describe;
  const { description } = await ask<{ readonly description: string }>([descriptionQuestion(hasApps)]);
  return description.trim() === '' ? undefined : description;
}

/** The answers of a first run: what the project shows, with what the person says over it. */
async function firstBrief(host: Host, repository: Repository): Promise<Brief> {
  const seen = scanned(repository);
  for (const problem of [...seen.problems, ...unknownVersions(seen)]) if (problem.severity !== 'error') host.say(formatDiagnostic(problem));
  const text = await ownWords(host, seen.apps.length > 0);
  const description = text === undefined ? undefined : readDescription(text);
  const { findings, placeholders, brief: suggested } = propose(repository, seen, description, host.options);
  const problems = gaps(findings, suggested);
  if (problems.length > 0) throw new UserError(problems);
  if (placeholders.length === 0) showEvidence(host, findings);
  if (description !== undefined) for (const line of descriptionLines(description)) host.say(line);
  const brief = parseBrief(await answers(host, suggested), 'the answers');
  for (const file of placeholders) host.place(file);
  if (placeholders.length > 0 && description !== undefined) for (const note of placeholderNotes(description)) host.say(note);
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
  return firstBrief(host, repository);
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
