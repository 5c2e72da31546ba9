import type { Diagnostic } from '../../diagnostics.js';
import { cite, citeFile } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import { best } from '../../discovery/evidence.js';
import type { PackageManager } from '../../discovery/findings.js';
import { textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

export type ManagerName = 'npm' | 'pnpm' | 'yarn' | 'yarn-berry' | 'bun';

/** Lock files, the stronger of one manager first, and the line that shows whose format it is. */
const lockFiles: readonly { readonly file: string; readonly name: ManagerName; readonly mark: RegExp }[] = [
  { file: 'npm-shrinkwrap.json', name: 'npm', mark: /"lockfileVersion"/u },
  { file: 'package-lock.json', name: 'npm', mark: /"lockfileVersion"/u },
  { file: 'pnpm-lock.yaml', name: 'pnpm', mark: /^lockfileVersion:/mu },
  { file: 'yarn.lock', name: 'yarn', mark: /^# yarn lockfile v1/mu },
  { file: 'bun.lock', name: 'bun', mark: /"lockfileVersion"/u },
  { file: 'bun.lockb', name: 'bun', mark: /$^/u },
];

interface Lock {
  readonly file: string;
  readonly name: ManagerName;
  readonly evidence: Evidence;
}

export interface PackageManagerDiscovery {
  readonly facts: readonly Fact<PackageManager>[];
  readonly lockFile?: string;
  readonly problems: readonly Diagnostic[];
}

function locksIn(repository: Repository, folder: string): readonly Lock[] {
  return lockFiles.filter(({ file }) => repository.exists(joinPath(folder, file))).map(({ file, name, mark }) => {
    const path = joinPath(folder, file);
    const text = repository.read(path);
    const berry = name === 'yarn' && text !== undefined && /^__metadata:/mu.test(text);
    const offset = text?.search(berry ? /^__metadata:/mu : mark) ?? -1;
    const evidence = text === undefined || offset === -1 ? citeFile(path) : cite(path, text, offset);
    return { file, name: berry ? 'yarn-berry' : name, evidence };
  });
}

/** `yarn@4.5.0+sha512.…` as a manager; undefined for what is none of the known ones. */
function declared(manifest: Manifest | undefined): Fact<PackageManager> | undefined {
  const field = manifest === undefined ? undefined : textAt(manifest, 'packageManager');
  const match = /^(npm|pnpm|yarn|bun)(?:@(\d[\w.-]*))?/u.exec(field?.value ?? '');
  if (field === undefined || match === null) return undefined;
  const version = match[2];
  const berry = match[1] === 'yarn' && version !== undefined && Number.parseInt(version, 10) >= 2;
  const name = berry ? 'yarn-berry' : (match[1] as ManagerName);
  return { value: version === undefined ? { name } : { name, version }, confidence: 'certain', evidence: [field.evidence] };
}

function contradictions(facts: readonly Fact<PackageManager>[]): readonly Diagnostic[] {
  const names = new Set(facts.map(({ value }) => value.name));
  const chosen = best(facts);
  if (names.size < 2 || chosen === undefined) return [];
  const places = facts.map(({ value, evidence }) => `${evidence[0]?.file ?? ''} (${value.name})`);
  return [{
    code: 'package-managers-contradict',
    severity: 'warning',
    message: `package managers contradict each other: ${places.join(', ')}; ${chosen.name} is used`,
    help: 'Remove the lock file that is not kept up to date, or name the manager in "packageManager"',
  }];
}

/** What lies above the app: the root of the workspace that it is a package of, and the repository's. */
export interface Above {
  readonly workspace?: { readonly root: string; readonly manifest: Manifest } | undefined;
  readonly root?: Manifest | undefined;
}

/** Formats of lock files that newer versions of the manager refuse. */
function versionOf({ name, file }: Lock, repository: Repository, folder: string): string | undefined {
  if (name !== 'pnpm') return undefined;
  const format = /^lockfileVersion:\s*['"]?(\d+)/mu.exec(repository.read(joinPath(folder, file)) ?? '')?.[1];
  return format === '5' ? '7' : format === '6' ? '8' : undefined;
}

/** Every sign of a package manager: in the app's folder, or at the root of its workspace, which decides for all of its packages. */
export function packageManagerOf(repository: Repository, path: string, manifest: Manifest, { workspace, root }: Above): PackageManagerDiscovery {
  const folder = [...(workspace === undefined ? [] : [workspace.root]), path].find((each) => locksIn(repository, each).length > 0);
  const own = folder === undefined ? [] : locksIn(repository, folder);
  const locks = own.length > 0 ? own : locksIn(repository, '.');
  const field = (workspace === undefined ? undefined : declared(workspace.manifest)) ?? declared(manifest) ?? declared(root);
  // a declaration without a lock file of its kind still names the manager
  const seen = [...(field === undefined ? [] : [field]), ...locks.map((lock): Fact<PackageManager> => {
    const version = versionOf(lock, repository, folder ?? '.');
    const value = lock.name === field?.value.name ? field.value : { name: lock.name, ...(version === undefined ? {} : { version }) };
    return { value, confidence: 'certain', evidence: [lock.evidence] };
  })];
  const guess: Fact<PackageManager> = { value: { name: 'npm' }, confidence: 'guess', evidence: [] };
  const facts = seen.length === 0 ? [guess] : seen;
  const lockFile = own.find(({ name }) => name === best(facts)?.name)?.file;
  return { facts, ...(lockFile === undefined ? {} : { lockFile }), problems: contradictions(facts) };
}
