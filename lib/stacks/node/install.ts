import { filesUnder } from '../../discovery/file-index.js';
import { textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

/** Read by package managers while they install, beside the manifest and the lock file. */
const files = [
  '.npmrc', '.yarnrc', '.yarnrc.yml', '.yarn/releases', '.yarn/plugins', '.yarn/patches', 'patches', 'pnpm-workspace.yaml', '.pnpmfile.cjs', 'bunfig.toml',
];

/** Of the folder that is installed: the app's own, or the root of its workspace, which installs for all. Folders end with a slash. */
export function installFiles(repository: Repository, root: string): readonly string[] {
  return files.filter((file) => repository.exists(joinPath(root, file))).map((file) => (filesUnder(repository, joinPath(root, file)).length > 0 || isHiddenFolder(file) ? `${file}/` : file));
}

/** Folders below `.yarn`, which no listing enters. */
const isHiddenFolder = (file: string): boolean => file.startsWith('.yarn/');

/** Settings of package managers, and a line of each that leads to a registry or its account. */
const registrySettings: readonly { readonly file: string; readonly line: RegExp }[] = [
  { file: '.npmrc', line: /^[^#;\n]*(?:registry|_auth|_password|username|email)[^\n]*$/gmu },
  { file: '.yarnrc.yml', line: /^[^#\n]*(?:npmRegistryServer|npmAuthToken|npmAuthIdent)[^\n]*$/gmu },
  { file: 'bunfig.toml', line: /^[^#\n]*(?:registry|token|password|username|url)[^\n]*$/gmu },
];

/** Variables that the settings of the package manager put into credentials, as in `${NPM_TOKEN}`: only an installation may see them. */
export function buildSecrets(repository: Repository, folder: string): readonly string[] {
  const lines = registrySettings.flatMap(({ file, line }) => [...(repository.read(joinPath(folder, file)) ?? '').matchAll(line)].map(([text]) => text));
  return [...new Set(lines.flatMap((text) => [...text.matchAll(/\$\{?([A-Z][A-Z0-9_]*)/gu)].map((match) => match[1]!)))].filter((name) => name !== 'HOME');
}

/** Scripts of the project that every installation runs. */
export function installScripts(manifest: Manifest): readonly string[] {
  return ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => textAt(manifest, 'scripts', name) !== undefined);
}
