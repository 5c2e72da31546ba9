import type { AppFindings, Workspace } from './findings.js';
import { folderOf } from './repository.js';
import type { Repository } from './repository.js';

type Known = Pick<AppFindings, 'name' | 'path' | 'stack'> & Partial<AppFindings>;

/** Findings of an app of which nothing else was seen than what is given. */
export function appFindings(known: Known): AppFindings {
  return {
    role: 'web',
    language: [],
    framework: [],
    packageManager: [],
    version: [],
    port: [],
    health: [],
    bind: [],
    commands: { start: [], dev: [], build: [], test: [] },
    systemPackages: { build: [], runtime: [] },
    buildSecrets: [],
    installFiles: [],
    installScripts: [],
    variables: [],
    workers: [],
    jobs: [],
    uses: [],
    ...known,
  };
}

/** The folder that holds a manifest, as an app's path. */
export const appPathOf = (manifest: string): string => folderOf(manifest) || '.';

/** What an app without a name of its own is called: its folder, or the repository. */
export function folderName(repository: Repository, path: string): string {
  return path === '.' ? repository.name : path.slice(path.lastIndexOf('/') + 1);
}

/** Folders whose manifests are material and no parts of the project. */
const material = /(?:^|\/)(?:tests?|__tests__|spec|fixtures|__fixtures__|examples?|samples?|templates?|testdata|test-data|docs?|e2e|bench(?:marks?)?|third[_-]party|playground)(?:\/|$)/u;

/** Whether what lies in a folder is part of the project, not material of its tests, documents or templates. */
export const isPartOfProject = (path: string): boolean => !material.test(path);

/** A workspace of which only the folders are known: everything is needed everywhere, and its own tool builds it as a whole. */
export function plainWorkspace(root: string, packages: readonly string[]): Workspace {
  return { root, packages, runtime: packages, members: packages, builds: [], files: [] };
}
