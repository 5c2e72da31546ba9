import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseBrief } from '../../lib/brief/schema.js';
import { gaps, suggest } from '../../lib/brief/suggest.js';
import { technologies } from '../../lib/catalog/registry.js';
import type { Architecture } from '../../lib/design/architecture.js';
import { design } from '../../lib/design/design.js';
import { diskRepository } from '../../lib/discovery/disk-repository.js';
import type { Findings } from '../../lib/discovery/findings.js';
import type { Repository } from '../../lib/discovery/repository.js';
import { scan } from '../../lib/discovery/scan.js';
import { decideFile } from '../../lib/merge/decide.js';
import { stacks } from '../../lib/stacks/registry.js';
import { blueprint } from '../support/blueprint.js';

export const casesFolder = fileURLToPath(new URL('cases', import.meta.url));
const allNames: readonly string[] = readdirSync(casesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
const isImageCase = (name: string): boolean => json(join(casesFolder, name, 'case.json'))?.['golden'] === 'image';
/** Cases whose whole tree is golden. */
export const caseNames: readonly string[] = allNames.filter((name) => !isImageCase(name));
/** Cases of one framework each: golden are the findings and the images (`"golden": "image"` in `case.json`). */
export const imageCaseNames: readonly string[] = allNames.filter(isImageCase);

export interface Made {
  readonly architecture: Architecture;
  /** What lies in the project afterwards, by path. */
  readonly files: ReadonlyMap<string, { readonly content: string; readonly executable: boolean }>;
}

function json(file: string): Record<string, unknown> | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined;
}

/** The repository of a case: its own, or the one that `case.json` names. */
export function repositoryOf(name: string): string {
  const folder = join(casesFolder, name);
  const named = json(join(folder, 'case.json'))?.['repository'];
  return typeof named === 'string' ? resolve(folder, named) : join(folder, 'repo');
}

/** Files that `case.json` holds because no file system, archive or script should have to bear their names. */
function withHostileNames(name: string, repository: Repository): Repository {
  const extra = (json(join(casesFolder, name, 'case.json'))?.['files'] ?? {}) as Readonly<Record<string, string>>;
  const files = [...repository.files(), ...Object.keys(extra)].toSorted();
  return { ...repository, exists: (path) => path in extra || repository.exists(path), read: (path) => extra[path] ?? repository.read(path), files: () => files, problems: () => repository.problems() };
}

/** What discovery finds in a case's repository. */
export function findingsOf(name: string): Findings {
  return scan(withHostileNames(name, diskRepository(repositoryOf(name))), stacks, technologies);
}

/** The whole way from the repository to the files, with the answers of `answers.json` over what discovery suggests. */
export function make(name: string): Made {
  const repository = repositoryOf(name);
  const findings = findingsOf(name);
  const suggested = suggest(findings);
  const problems = gaps(findings, suggested);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  const answers = json(join(casesFolder, name, 'answers.json')) ?? {};
  const architecture = design(parseBrief({ ...(JSON.parse(JSON.stringify(suggested)) as object), ...answers }, name));
  const files = blueprint(architecture).map((file) => {
    const current = join(repository, file.path);
    const { content, executable } = decideFile(file, existsSync(current) ? readFileSync(current, 'utf8') : undefined, undefined);
    return [file.path, { content, executable }] as const;
  });
  return { architecture, files: new Map(files) };
}
