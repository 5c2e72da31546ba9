import type { Diagnostic } from '../../diagnostics.js';
import { cite, citeFile } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import { filesNamed } from '../../discovery/file-index.js';
import { isPartOfProject } from '../../discovery/app-findings.js';
import type { Located } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { stringAt, tableAt, valueAt } from '../../discovery/toml.js';
import { elements, readXml } from '../../discovery/xml.js';
import type { JvmModule, Plugin } from './module.js';

/** A pom.xml with the lines that its elements stand on. */
interface Pom {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
  readonly project: unknown;
  readonly places: ReadonlyMap<string, number>;
}

/** Inherited poms beyond this many are a mistake. */
const maximumParents = 20;
/** Properties that say for which Java the sources are written, the most telling first. */
const levels = ['maven.compiler.release', 'java.version', 'maven.compiler.source', 'maven.compiler.target', 'jdk.version', 'kotlin.compiler.jvmTarget'];

/** Where each `<name>value</name>` stands first. */
function placesOf(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const match of text.matchAll(/<([\w.-]{1,80})>\s{0,20}([^<>\s][^<>\n]{0,200})<\//gu)) {
    const key = `${match[1]}=${match[2]!.trim()}`;
    if (!places.has(key)) places.set(key, match.index);
  }
  return places;
}

function readPom(repository: Repository, file: string): { readonly pom?: Pom; readonly problems: readonly Diagnostic[] } {
  const { manifest, problems } = readXml(repository, file);
  const project = manifest === undefined ? undefined : valueAt(manifest.data, 'project');
  if (manifest === undefined || typeof project !== 'object' || project === null) return { problems };
  return { pom: { file, folder: folderOf(file) || '.', text: manifest.text, project, places: placesOf(manifest.text) }, problems };
}

function citeElement({ file, text, places }: Pom, name: string, value: string): Evidence {
  const offset = places.get(`${name}=${value}`);
  return offset === undefined ? citeFile(file) : cite(file, text, offset);
}

const coordinate = (element: unknown): string => `${stringAt(element, 'groupId') ?? ''}:${stringAt(element, 'artifactId') ?? ''}`;

/** Poms of the repository by path and by name. */
class Poms {
  private readonly byName: ReadonlyMap<string, Pom>;
  constructor(readonly byFile: ReadonlyMap<string, Pom>) {
    this.byName = new Map([...byFile.values()].toReversed().map((pom) => [stringAt(pom.project, 'artifactId') ?? pom.file, pom]));
  }

  parentOf(pom: Pom): Pom | undefined {
    const parent = valueAt(pom.project, 'parent');
    if (parent === undefined) return undefined;
    const path = stringAt(parent, 'relativePath') ?? '../pom.xml';
    const target = path === '' ? undefined : normalisePath(joinPath(pom.folder, path));
    const near = target === undefined ? undefined : (this.byFile.get(target) ?? this.byFile.get(joinPath(target, 'pom.xml')));
    const artifact = stringAt(parent, 'artifactId') ?? '';
    if (near !== undefined && stringAt(near.project, 'artifactId') === artifact) return near;
    return this.byName.get(artifact);
  }

  /** The pom and those that it inherits from, its own first. A pom may name itself. */
  lineage(pom: Pom): readonly Pom[] {
    const found = new Set([pom]);
    for (let next = this.parentOf(pom); next !== undefined && !found.has(next) && found.size < maximumParents; next = this.parentOf(next)) found.add(next);
    return [...found];
  }

  named(artifact: string): Pom | undefined {
    return this.byName.get(artifact);
  }
}

/** Properties with those that are inherited; `${name}` in a value is another one. */
function resolver(lineage: readonly Pom[]): (text: string) => string {
  const properties: Readonly<Record<string, unknown>> = Object.assign({}, ...lineage.toReversed().map(({ project }) => tableAt(project, 'properties')));
  const own = lineage[0]?.project;
  const version = stringAt(own, 'version') ?? stringAt(own, 'parent', 'version');
  const known: Readonly<Record<string, unknown>> = { ...properties, 'project.version': version, 'project.artifactId': stringAt(own, 'artifactId'), 'project.name': stringAt(own, 'name') ?? stringAt(own, 'artifactId') };
  return (text) => {
    let value = text;
    for (let round = 0; round < 5 && value.length < 500 && value.includes('${'); round += 1) {
      value = value.replace(/\$\{([\w.-]{1,80})\}/gu, (whole, name: string) => (typeof known[name] === 'string' && Object.hasOwn(known, name) ? (known[name] as string) : whole));
    }
    return value;
  };
}

/** What always counts: the pom itself, and profiles that are active unless someone says otherwise. */
function sections({ project }: Pom): readonly unknown[] {
  const profiles = elements(valueAt(project, 'profiles', 'profile')).filter((profile) => stringAt(profile, 'activation', 'activeByDefault') === 'true');
  return [project, ...profiles];
}

function dependenciesOf(lineage: readonly Pom[]): readonly Located[] {
  return lineage.flatMap((pom) => sections(pom).flatMap((section) => elements(valueAt(section, 'dependencies', 'dependency'))).flatMap((element): Located[] => {
    const artifact = stringAt(element, 'artifactId');
    if (artifact === undefined || /^(?:test|provided|import|system)$/u.test(stringAt(element, 'scope') ?? '')) return [];
    return [{ name: coordinate(element), value: stringAt(element, 'version') ?? '', evidence: citeElement(pom, 'artifactId', artifact) }];
  }));
}

interface MavenPlugin extends Plugin {
  readonly element: unknown;
}

function pluginsOf(lineage: readonly Pom[]): readonly MavenPlugin[] {
  return lineage.flatMap((pom, index) => sections(pom).flatMap((section) => elements(valueAt(section, 'build', 'plugins', 'plugin'))).flatMap((element) => {
    const id = stringAt(element, 'artifactId');
    return id === undefined || stringAt(element, 'configuration', 'skip') === 'true' ? [] : [{ id, own: index === 0, version: stringAt(element, 'version'), element, evidence: citeElement(pom, 'artifactId', id) }];
  }));
}

function versionsOf(lineage: readonly Pom[], plugins: readonly MavenPlugin[], resolve: (text: string) => string): readonly Fact<string>[] {
  const properties = levels.flatMap((level) => lineage.flatMap((pom): Fact<string>[] => {
    const value = stringAt(pom.project, 'properties', level);
    return value === undefined || value === '' ? [] : [{ value: resolve(value), confidence: 'certain', evidence: [citeElement(pom, level, value)] }];
  }));
  const compiler = plugins.filter(({ id }) => id === 'maven-compiler-plugin').flatMap(({ element, evidence }) => ['release', 'source', 'target'].flatMap((name): Fact<string>[] => {
    const value = stringAt(element, 'configuration', name);
    return value === undefined ? [] : [{ value: resolve(value), confidence: 'certain', evidence: [evidence] }];
  }));
  return [...properties, ...compiler].filter(({ value }) => /^[\d.]+$/u.test(value));
}

/** The version of Spring Boot that the lineage, or what it imports, takes its versions from. */
function bootVersionOf(lineage: readonly Pom[], plugins: readonly MavenPlugin[], resolve: (text: string) => string): string | undefined {
  const parents = lineage.map(({ project }) => valueAt(project, 'parent')).filter((parent) => stringAt(parent, 'artifactId') === 'spring-boot-starter-parent');
  const imports = lineage.flatMap(({ project }) => elements(valueAt(project, 'dependencyManagement', 'dependencies', 'dependency'))).filter((each) => stringAt(each, 'artifactId') === 'spring-boot-dependencies');
  const found = [...parents, ...imports].map((each) => stringAt(each, 'version')).find((version) => version !== undefined);
  const declared = found ?? plugins.find(({ id, version }) => id === 'spring-boot-maven-plugin' && version !== undefined)?.version;
  return declared === undefined ? undefined : resolve(declared);
}

/** The archive's name; undefined where something outside of the repository decides about it. */
function archiveOf(pom: Pom, plugins: readonly MavenPlugin[], resolve: (text: string) => string): string | undefined {
  const boot = plugins.find(({ id }) => id === 'spring-boot-maven-plugin');
  // with a file of its own, what maven-shade-plugin packs does not take the place of the module's archive
  const shaded = plugins.filter(({ id }) => id === 'maven-shade-plugin').flatMap(({ element }) => [element, ...elements(valueAt(element, 'executions', 'execution'))]).map((each) => stringAt(each, 'configuration', 'outputFile')).find((each) => each !== undefined);
  const file = shaded === undefined ? undefined : /^(?:\$\{project\.build\.directory\}|target)\/([\w.@+-]+)\.jar$/u.exec(resolve(shaded))?.[1];
  if (file !== undefined) return file;
  const configured = stringAt(boot?.element, 'configuration', 'finalName') ?? stringAt(pom.project, 'build', 'finalName');
  const name = resolve(configured ?? '${project.artifactId}-${project.version}');
  return /^[\w.@+-]+$/u.test(name) ? name : undefined;
}

function mainClassOf(lineage: readonly Pom[], plugins: readonly MavenPlugin[], resolve: (text: string) => string): string | undefined {
  const paths = [['configuration', 'mainClass'], ['configuration', 'archive', 'manifest', 'mainClass'], ['configuration', 'container', 'mainClass']];
  const configured = plugins.flatMap(({ element }) => paths.map((path) => stringAt(element, ...path)));
  const properties = ['exec.mainClass', 'start-class', 'mainClass', 'main.class'].flatMap((name) => lineage.map(({ project }) => stringAt(project, 'properties', name)));
  const transformers = plugins.filter(({ id }) => id === 'maven-shade-plugin').flatMap(({ element }) => elements(valueAt(element, 'executions', 'execution')).map((each) => valueAt(each, 'configuration', 'transformers', 'transformer')))
    .flatMap(elements).map((each) => stringAt(each, 'mainClass'));
  return [...configured, ...transformers, ...properties].flatMap((each) => (each === undefined ? [] : [resolve(each)])).find((each) => /^[\w.$]+$/u.test(each));
}

/** The folder of the topmost pom that lists the module, directly or through another: the reactor that the tool is started in. */
function roots(poms: Poms): ReadonlyMap<string, string> {
  const aggregator = new Map<string, string>();
  for (const pom of poms.byFile.values()) {
    for (const section of [pom.project, ...elements(valueAt(pom.project, 'profiles', 'profile'))]) {
      for (const name of elements(valueAt(section, 'modules', 'module'))) {
        const target = typeof name === 'string' ? normalisePath(joinPath(pom.folder, name)) : undefined;
        if (target === undefined) continue;
        const folder = (target.endsWith('.xml') ? folderOf(target) : target) || '.';
        if (folder !== pom.folder && !aggregator.has(folder)) aggregator.set(folder, pom.folder);
      }
    }
  }
  return new Map([...poms.byFile.values()].map(({ folder }) => {
    const seen = new Set([folder]);
    let top = folder;
    for (let next = aggregator.get(top); next !== undefined && !seen.has(next); next = aggregator.get(next)) {
      seen.add(next);
      top = next;
    }
    return [folder, top];
  }));
}

function moduleOf(pom: Pom, poms: Poms, root: string): JvmModule {
  const lineage = poms.lineage(pom);
  const resolve = resolver(lineage);
  const plugins = pluginsOf(lineage);
  const dependencies = dependenciesOf(lineage);
  const references = dependencies.flatMap(({ name }) => poms.named(name.slice(name.indexOf(':') + 1))?.folder ?? []).filter((folder) => folder !== pom.folder);
  const external = lineage.flatMap((each): Located[] => {
    const parent = valueAt(each.project, 'parent');
    const artifact = stringAt(parent, 'artifactId');
    return artifact === undefined || poms.named(artifact) !== undefined ? [] : [{ name: coordinate(parent), value: '', evidence: citeElement(each, 'artifactId', artifact) }];
  });
  return {
    tool: 'maven',
    path: pom.folder,
    root,
    file: pom.file,
    name: stringAt(pom.project, 'artifactId') ?? '',
    packaging: resolve(stringAt(pom.project, 'packaging') ?? 'jar'),
    // a parent such as spring-boot-starter-parent says what the module is built on, as a dependency does
    dependencies: [...dependencies, ...external],
    plugins,
    references: [...new Set(references)],
    versions: versionsOf(lineage, plugins, resolve),
    mainClass: mainClassOf(lineage, plugins, resolve),
    archive: archiveOf(pom, plugins, resolve),
    bootVersion: bootVersionOf(lineage, plugins, resolve),
    manifests: lineage.map(({ file }) => file),
  };
}

/** Every module that a pom.xml of the repository describes. */
export function mavenModules(repository: Repository): { readonly modules: readonly JvmModule[]; readonly problems: readonly Diagnostic[] } {
  const readings = filesNamed(repository, 'pom.xml').filter((file) => isPartOfProject(folderOf(file))).map((file) => readPom(repository, file));
  const poms = new Poms(new Map(readings.flatMap(({ pom }) => (pom === undefined ? [] : [[pom.file, pom] as const]))));
  const tops = roots(poms);
  return {
    modules: [...poms.byFile.values()].map((pom) => moduleOf(pom, poms, tops.get(pom.folder) ?? pom.folder)),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
