import { placeholderRepository, placeholders, withDescription, withoutEffect } from '../brief/description.js';
import type { PlaceholderFile } from '../brief/description.js';
import type { Brief } from '../brief/brief.js';
import { override } from '../brief/override.js';
import { suggest } from '../brief/suggest.js';
import { technologies } from '../catalog/registry.js';
import { printable, UserError } from '../diagnostics.js';
import { descriptionReport } from '../discovery/description/report.js';
import type { Description } from '../discovery/description/types.js';
import type { Findings } from '../discovery/findings.js';
import { commandLine } from '../discovery/procfile.js';
import type { Repository } from '../discovery/repository.js';
import { scan } from '../discovery/scan.js';
import { manifestPath, parseManifest } from '../merge/base-store.js';
import { en } from '../messages/en.js';
import { stacks } from '../stacks/registry.js';
import type { Options } from './options.js';

/** What is proposed before anybody is asked. */
export interface Proposal {
  /** Of the project, or of the placeholders where it has no application yet. */
  readonly findings: Findings;
  /** What has to be written for it; none where there are applications. */
  readonly placeholders: readonly PlaceholderFile[];
  readonly brief: Brief;
}

/** What a project shows, besides what an earlier blueprint wrote. */
export function scanned(repository: Repository): Findings {
  const written = parseManifest(repository.read(manifestPath));
  return scan(repository, stacks, technologies, (file) => written.has(file));
}

/** What the flags say of an app goes before what was found or saved. */
export function withFlags(brief: Brief, { app, port, start }: Pick<Options, 'app' | 'port' | 'start'>): Brief {
  return override(brief, { app, port, start: start === undefined ? undefined : commandLine(start) });
}

/** What stands in for apps that are only spoken of. Throws a UserError where one of its files is there already. */
function placeholdersFor(description: Description, seen: Findings, repository: Repository): readonly PlaceholderFile[] {
  if (seen.apps.length > 0 || seen.problems.some(({ severity }) => severity === 'error')) return [];
  const files = placeholders(description);
  const taken = files.find(({ path }) => repository.exists(path));
  if (taken !== undefined) throw new UserError({ code: 'placeholder-exists', severity: 'error', message: `${taken.path} is already there, and no app was found: nothing was written`, help: 'Run it in an empty folder, or in the folder of an application' });
  return files;
}

/** What the project shows (`seen`), with what a text says over it and the flags over both. */
export function propose(repository: Repository, seen: Findings, description: Description | undefined, flags: Pick<Options, 'app' | 'port' | 'start'>): Proposal {
  const files = description === undefined ? [] : placeholdersFor(description, seen, repository);
  const findings = files.length === 0 ? seen : scanned(placeholderRepository(files, repository.name));
  const suggested = suggest(findings);
  return { findings, placeholders: files, brief: withFlags(description === undefined ? suggested : withDescription(suggested, description, files.length > 0), flags) };
}

/** What of a description a person should see: each answer with its words, then what has no effect and what was not understood. */
export function descriptionLines(description: Description): readonly string[] {
  const facts = descriptionReport(description).findings.flatMap(({ subject, fact, value, evidence }) => (evidence[0] === undefined ? [] : [en.description.understood(`${subject} ${fact}`, String(value), printable(evidence[0].quote))]));
  const idle = withoutEffect(description);
  const { notUnderstood } = description;
  return [...facts, ...(idle.length === 0 ? [] : [en.description.noEffect(idle.join(', '))]), ...(notUnderstood.length === 0 ? [] : [en.description.notUnderstood(notUnderstood.map(({ quote }) => JSON.stringify(quote)).join(', '))])];
}
