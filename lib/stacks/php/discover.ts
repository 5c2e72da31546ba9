import { appFindings, appPathOf, folderName, isPartOfProject } from '../../discovery/app-findings.js';
import { citeFile } from '../../discovery/cite.js';
import { dataFindings } from '../../discovery/data.js';
import type { DataSigns, DatabaseFile } from '../../discovery/data.js';
import { best, ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import type { JsonNode } from '../../discovery/json.js';
import { filesNamed } from '../../discovery/file-index.js';
import type { AppFindings } from '../../discovery/findings.js';
import { memberAt, readManifest, textAt, wrongTypes } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { usesOf } from '../../discovery/services.js';
import { matches } from '../../discovery/source.js';
import { frameworkFacts } from '../frameworks.js';
import type { DetectableTechnology, StackDiscovery } from '../stack.js';
import { commandsOf } from './commands.js';
import { packagesOf } from './extensions.js';
import { findFramework, frameworks } from './frameworks/registry.js';
import { healthFacts } from './health.js';
import { portFacts } from './port.js';
import { documentRootOf, fileOf, has, isDocumentRoot, isServed, nameOf, projectAt } from './project.js';
import type { PhpProject } from './project.js';
import { extensionsOf, servicesOf } from './services.js';
import { variablesOf } from './variables.js';
import { versionFacts } from './version.js';
import { jobsOf, workersOf } from './workers.js';

export const defaultPort = 8080;
const shape = { name: 'string', type: 'string', require: 'texts', 'require-dev': 'texts', config: 'object' } as const;
/** Kinds of packages that others install. */
const libraryType = /^(?:library|metapackage|composer-plugin|[\w-]+-(?:plugin|theme|module|bundle|extension|package|component)|symfony-bundle|phpstan-extension)$/u;
/** WordPress without Composer. */
const wordpressFile = 'wp-load.php';

/** Frameworks among the runtime requirements; WordPress is known by its own files too. */
function frameworksOf(project: PhpProject): readonly Fact<string>[] {
  const found = frameworkFacts(frameworks, project.requires);
  const file = fileOf(project, wordpressFile);
  return found.length > 0 || !project.repository.exists(file) ? found : [{ value: 'wordpress', confidence: 'certain', evidence: [citeFile(file)] }];
}

/** Whether the project answers requests, and is not something that others install. */
function isApp(project: PhpProject): boolean {
  const type = project.manifest === undefined ? undefined : textAt(project.manifest, 'type')?.value;
  const framework = best(frameworksOf(project));
  const root = documentRootOf(project, findFramework(framework)?.documentRoot);
  // the code of these is installed beside the manifest, the front controller with it
  if (findFramework(framework)?.installsIntoSource === true && (type === undefined || !libraryType.test(type))) return true;
  return root !== undefined && (type === undefined || !libraryType.test(type));
}

/** Laravel's own database is a file among its migrations: its variable puts it elsewhere. */
function laravelFile({ env }: PhpProject, framework: string | undefined): readonly DatabaseFile[] {
  if (framework !== 'laravel' && framework !== 'lumen') return [];
  const chosen = env.filter(({ name }) => name === 'DB_CONNECTION');
  const first = chosen[0];
  return first === undefined || chosen.some(({ example }) => example !== 'sqlite') ? [] : [{ prefix: '', file: 'database.sqlite', variable: 'DB_DATABASE', evidence: first.evidence }];
}

/** Files that Laravel's local disks hold, where something is put on them. */
function laravelDisks({ sources, env }: PhpProject, framework: string | undefined): NonNullable<DataSigns['folders']> {
  if (framework !== 'laravel' || env.some(({ name, example }) => /^FILESYSTEM_(?:DISK|DRIVER)$/u.test(name) && !/^(?:local|public|)$/u.test(example))) return [];
  const used = matches(sources.filter(({ file }) => !file.includes('config/')), /\bStorage::(?:disk|put|putFile|putFileAs|append|prepend|copy|move|writeStream|makeDirectory)\(|->store(?:As|Publicly|PubliclyAs)?\(|\bstorage_path\(\s*['"]app\b/gu)[0];
  return used === undefined ? [] : [{ path: 'storage/app', evidence: used.evidence }];
}

const repositoriesOf = ({ manifest }: PhpProject): readonly JsonNode[] => {
  const node = manifest === undefined ? undefined : memberAt(manifest, 'repositories')?.node;
  return node?.kind === 'array' ? node.items : node?.kind === 'object' ? [...node.members.values()].map((member) => member.node) : [];
};

function textOf(node: JsonNode, key: string): string | undefined {
  const member = node.kind === 'object' ? node.members.get(key)?.node : undefined;
  return member?.kind === 'string' ? member.value : undefined;
}

/** The manifest, where there is one, and folders of packages that lie in the project. */
function installFilesOf(project: PhpProject): readonly string[] {
  if (project.manifest === undefined) return [];
  const folders = repositoriesOf(project).filter((node) => textOf(node, 'type') === 'path').flatMap((node) => /^(?:\.\/)?((?:[\w.@+-]+\/?)+?)(?:\/\*.*)?\/?$/u.exec(textOf(node, 'url') ?? '')?.[1] ?? []);
  return ['composer.json', ...[...new Set(folders)].filter((folder) => !folder.includes('..') && has(project, folder)).map((folder) => `${folder.replace(/\/$/u, '')}/`)];
}

const publicHost = /\/\/(?:packages\.drupal\.org|asset-packagist\.org|wpackagist\.org|wp-packages\.org|repo\.packagist\.org|packagist\.org)(?:\/|$)/u;
const isPrivateUrl = (url: string): boolean => /^https?:/u.test(url) && !publicHost.test(url);

/** Names of variables with which Composer reaches private packages. */
function buildSecretsOf(project: PhpProject): readonly string[] {
  const isPrivate = repositoriesOf(project).some((node) => textOf(node, 'type') === 'composer' && isPrivateUrl(textOf(node, 'url') ?? ''));
  const example = ['auth.json.example', 'auth.json.dist'].some((file) => has(project, file));
  return isPrivate || example ? ['COMPOSER_AUTH'] : [];
}

function findingsOf(project: PhpProject, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const { repository, path, manifest } = project;
  const framework = frameworksOf(project);
  const known = findFramework(best(framework));
  const documentRoot = documentRootOf(project, known?.documentRoot) ?? known?.documentRoot ?? '.';
  const services = servicesOf(project, technologies);
  const uses = usesOf(services);
  const variables = variablesOf(project);
  const kept = dataFindings({ repository, path, env: project.env, sources: project.sources, dependencies: project.requires, reads: variables.map(({ name }) => name), uses, technologies, databases: laravelFile(project, known?.id), folders: laravelDisks(project, known?.id) });
  const port = portFacts(project, known, defaultPort);
  const extensions = extensionsOf(project, known, technologies, uses);
  const found: AppFindings = appFindings({
    name: nameOf(project) || folderName(repository, path),
    path,
    stack: 'php',
    language: [{ value: 'php', confidence: 'certain', evidence: [citeFile(manifest?.file ?? joinPath(fileOf(project, documentRoot), 'index.php').replace(/^\.\//u, ''))] }],
    framework,
    packageManager: manifest === undefined ? [] : [{ value: { name: 'composer' }, confidence: 'certain', evidence: [citeFile(manifest.file)] }],
    ...(has(project, 'composer.lock') ? { lockFile: 'composer.lock' } : {}),
    version: versionFacts(project),
    port,
    health: healthFacts(project),
    bind: [],
    commands: commandsOf(project, known, documentRoot, ranked(port)[0]!.value),
    systemPackages: packagesOf(extensions),
    ...(extensions.length === 0 ? {} : { extensions }),
    output: documentRoot,
    buildSecrets: buildSecretsOf(project),
    installFiles: installFilesOf(project),
    ...kept.found,
    variables,
    workers: workersOf(project),
    jobs: jobsOf(project, known),
    uses,
  });
  return { apps: [found], services, problems: kept.problems };
}

/** Folders with a front controller and no manifest at or above them, the outermost of each branch. */
function plainFolders(repository: Repository, known: ReadonlySet<string>): readonly string[] {
  const folders = filesNamed(repository, 'index.php').map((file) => folderOf(file) || '.')
    .filter((folder) => folder.split('/').length <= 3 && isPartOfProject(folder) && isServed(repository, folder))
    .map((folder) => (folder !== '.' && isDocumentRoot(folder) && !known.has(folder) ? folderOf(folder) || '.' : folder));
  const taken = new Set(known);
  const kept: string[] = [];
  for (const folder of [...new Set(folders)].toSorted((a, b) => a.split('/').length - b.split('/').length || Number(b === '.') - Number(a === '.'))) {
    const above = folder.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
    if (taken.has('.') || above.some((each) => taken.has(each))) continue;
    taken.add(folder);
    kept.push(folder);
  }
  return kept;
}

/** Every PHP application of the repository: projects that answer requests. */
export function discoverPhp(repository: Repository, technologies: readonly DetectableTechnology[]): StackDiscovery {
  const files = filesNamed(repository, 'composer.json').filter((file) => isPartOfProject(folderOf(file)));
  const folders = files.map(appPathOf);
  const readings = files.map((file) => readManifest(repository, file));
  const manifests = readings.flatMap(({ manifest }): readonly Manifest[] => (manifest === undefined ? [] : [manifest]));
  const plain = plainFolders(repository, new Set(folders));
  const others = new Set([...folders, ...plain]);
  const projects = [...manifests.map((manifest) => projectAt(repository, appPathOf(manifest.file), manifest, others)), ...plain.map((path) => projectAt(repository, path, undefined, others))];
  const found = projects.filter(isApp).map((project) => findingsOf(project, technologies));
  return {
    apps: found.flatMap(({ apps }) => apps),
    services: found.flatMap(({ services }) => services),
    problems: [...readings.flatMap(({ problems }) => problems), ...manifests.flatMap((manifest) => wrongTypes(manifest, shape)), ...found.flatMap(({ problems }) => problems)],
  };
}
