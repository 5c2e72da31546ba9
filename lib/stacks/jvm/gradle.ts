import type { Diagnostic } from '../../diagnostics.js';
import { isPartOfProject } from '../../discovery/app-findings.js';
import { filesMatching, filesNamed, hasFilesUnder } from '../../discovery/file-index.js';
import { scriptProblems } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { block, bootPlatform, dependenciesIn, levelsIn, mainClassIn, ownPart, pluginsIn, pluginVersion, projectsIn, readGradle } from './gradle-file.js';
import type { GradleFile } from './gradle-file.js';
import type { JvmModule, Plugin } from './module.js';
import { versionCatalog } from './version-catalog.js';
import type { VersionCatalog } from './version-catalog.js';

/** A build: the folder of its settings, with what every module of it may refer to. */
interface Build {
  readonly root: string;
  readonly settings: GradleFile | undefined;
  readonly script: GradleFile | undefined;
  readonly catalog: VersionCatalog;
  readonly properties: ReadonlyMap<string, string>;
  /** Folders of modules by project path (`:core:api`). */
  readonly projects: ReadonlyMap<string, string>;
  /** Scripts of plugins that the project has of its own, by id. */
  readonly conventions: ReadonlyMap<string, GradleFile>;
}

const maximumProjects = 500;
const sharedFolders = ['buildSrc', 'build-logic', 'gradle/build-logic', 'gradle/plugins', 'build-plugins'];

function propertiesOf(repository: Repository, root: string): ReadonlyMap<string, string> {
  const text = repository.read(joinPath(root, 'gradle.properties')) ?? '';
  return new Map([...text.matchAll(/^[ \t]*([\w.-]+)[ \t]*[=:][ \t]*(\S.*?)[ \t]*$/gmu)].slice(0, 1000).map((match) => [match[1]!, match[2]!]));
}

/** Projects that the settings include, with the folders that they lie in. */
function projectsOf(root: string, settings: GradleFile | undefined): ReadonlyMap<string, string> {
  const projects = new Map([[':', root]]);
  if (settings === undefined) return projects;
  for (const statement of settings.code.matchAll(/(?<![\w.])include\s*\(?((?:\s*["'][:\w./-]+["']\s*,?)+)/gu)) {
    for (const [, path] of statement[1]!.matchAll(/["']([:\w./-]+)["']/gu)) {
      if (projects.size > maximumProjects) return projects;
      const name = `:${path!.replace(/^:/u, '').replaceAll('/', ':')}`;
      projects.set(name, joinPath(root, name.slice(1).replaceAll(':', '/')));
    }
  }
  for (const [, path, folder] of settings.code.matchAll(/project\s*\(\s*["']([:\w.-]+)["']\s*\)\.projectDir\s*=\s*(?:new\s+File\s*\(\s*\w+\s*,\s*|file\s*\(\s*|File\s*\(\s*(?:\w+\s*,\s*)?)["']([\w./-]+)["']/gu)) {
    const target = normalisePath(joinPath(root, folder!.replace(/^\$rootDir\/?/u, '')));
    if (target !== undefined && projects.has(path!)) projects.set(path!, target || '.');
  }
  return projects;
}

function conventionsOf(repository: Repository, root: string, scripts: readonly string[]): ReadonlyMap<string, GradleFile> {
  const folders = sharedFolders.map((folder) => `${joinPath(root, folder)}/`);
  return new Map(scripts.filter((file) => folders.some((folder) => file.startsWith(folder))).flatMap((file) => {
    const id = file.slice(file.lastIndexOf('/') + 1).replace(/\.gradle(?:\.kts)?$/u, '');
    const script = readGradle(repository, folderOf(file), id);
    return script === undefined ? [] : [[id, script] as const];
  }));
}

function buildAt(repository: Repository, root: string, scripts: readonly string[]): Build {
  const settings = readGradle(repository, root, 'settings');
  return {
    root,
    settings,
    script: readGradle(repository, root, 'build'),
    catalog: versionCatalog(repository, root),
    properties: propertiesOf(repository, root),
    projects: projectsOf(root, settings),
    conventions: conventionsOf(repository, root, scripts),
  };
}

/** Scripts that speak for a module: its own, the conventions that it applies, and what the root says for all. */
function scriptsOf(build: Build, script: GradleFile | undefined, path: string): readonly (GradleFile & { readonly own: boolean })[] {
  const own = script === undefined ? [] : [{ ...(path === build.root ? ownPart(script) : script), own: true }];
  const shared = build.script === undefined || path === build.root ? [] : [{ ...block(build.script, /(?<![\w.])(?:subprojects|allprojects)\s*\{/gu), own: false }];
  const found = [...own, ...shared];
  const seen = new Set<string>();
  for (let index = 0; index < found.length; index += 1) {
    for (const { id } of pluginsIn(found[index]!, build.catalog, false)) {
      const convention = build.conventions.get(id);
      if (convention === undefined || seen.has(id)) continue;
      seen.add(id);
      found.push({ ...convention, own: found[index]!.own });
    }
  }
  return found;
}

const isBoot = (id: string): boolean => id === 'org.springframework.boot';

function bootVersionOf(build: Build, plugins: readonly Plugin[], scripts: readonly GradleFile[]): string | undefined {
  const applied = plugins.find(({ id, version }) => isBoot(id) && version !== undefined)?.version;
  const named = [build.script, build.settings].map((script) => pluginVersion(script, 'org.springframework.boot', build.catalog)).find((version) => version !== undefined);
  const version = applied ?? named ?? scripts.map(bootPlatform).find((each) => each !== undefined);
  return version === undefined ? undefined : version.replace(/^\$\{?(\w+)\}?$/u, (whole, name: string) => build.properties.get(name) ?? whole);
}

function moduleAt(repository: Repository, build: Build, project: string, path: string): JvmModule | undefined {
  const folderName = path.slice(path.lastIndexOf('/') + 1);
  const script = readGradle(repository, path, 'build', folderName);
  if (script === undefined) return undefined;
  const { catalog, properties, projects } = build;
  const scripts = scriptsOf(build, script, path);
  const plugins = scripts.flatMap((each) => pluginsIn(each, catalog, each.own));
  const rootName = /(?<![\w])rootProject\.name\s*=\s*["']([\w.-]+)["']/u.exec(build.settings?.code ?? '')?.[1];
  const shared = path === build.root ? [] : [build.script].flatMap((each) => (each === undefined ? [] : [each]));
  return {
    tool: 'gradle',
    path,
    root: build.root,
    file: script.file,
    name: project === ':' ? (rootName ?? (path === '.' ? repository.name : folderName)) : project.slice(project.lastIndexOf(':') + 1),
    packaging: plugins.some(({ id }) => id === 'war') ? 'war' : 'jar',
    dependencies: scripts.flatMap((each) => dependenciesIn(each, catalog)),
    plugins,
    references: [...new Set(scripts.flatMap(projectsIn).flatMap((each) => projects.get(each.startsWith(':') ? each : `:${each}`) ?? []))].filter((each) => each !== path),
    versions: [...scripts, ...shared].flatMap((each) => levelsIn(each, properties, catalog)),
    mainClass: mainClassIn(script),
    bootVersion: bootVersionOf(build, plugins, scripts),
    manifests: [script.file, ...(catalog.file === undefined ? [] : [catalog.file])],
  };
}

/** Every module of the Gradle builds of the repository. */
export function gradleModules(repository: Repository): { readonly modules: readonly JvmModule[]; readonly problems: readonly Diagnostic[] } {
  const named = (name: string): readonly string[] => [`${name}.gradle`, `${name}.gradle.kts`].flatMap((file) => filesNamed(repository, file)).filter((file) => isPartOfProject(folderOf(file)));
  const settings = [...new Set(named('settings').map((file) => folderOf(file) || '.'))].filter((folder) => !sharedFolders.some((shared) => folder === shared || folder.endsWith(`/${shared}`)));
  const scripts = filesMatching(repository, /\.gradle(?:\.kts)?$/u);
  const builds = settings.map((root) => buildAt(repository, root, scripts));
  const covered = new Set(builds.flatMap(({ projects }) => [...projects.values()]));
  const isShared = (folder: string): boolean => sharedFolders.some((shared) => `/${folder}/`.includes(`/${shared}/`));
  // a script that no settings include is a build of its own
  const alone = [...new Set(named('build').map((file) => folderOf(file) || '.'))].filter((folder) => !covered.has(folder) && !isShared(folder) && !builds.some(({ root }) => root === '.' || folder.startsWith(`${root}/`)));
  // a script that says nothing is usual where the modules of a build say everything themselves
  const told = [...named('settings'), ...named('build')].filter((file) => repository.read(file)?.trim() !== '' || hasFilesUnder(repository, joinPath(folderOf(file), 'src')));
  const all = [...builds, ...alone.map((root) => buildAt(repository, root, scripts))];
  return {
    modules: all.flatMap((build) => [...build.projects].flatMap(([project, path]) => moduleAt(repository, build, project, path) ?? [])),
    problems: [...all.flatMap(({ catalog }) => catalog.problems), ...scriptProblems(repository, told, 'a script of Gradle')],
  };
}
