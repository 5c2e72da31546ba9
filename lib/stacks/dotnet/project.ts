import type { Diagnostic } from '../../diagnostics.js';
import { cite, citeFile } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesMatching, filesUnder } from '../../discovery/file-index.js';
import type { Located } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { stringAt, valueAt } from '../../discovery/toml.js';
import type { TextManifest } from '../../discovery/toml.js';
import { elements, readXml } from '../../discovery/xml.js';

/** A property with the line that sets it. */
export interface Property {
  readonly value: string;
  readonly evidence: Evidence;
}

/** A project file, read once together with what its folders say for all projects below them. */
export interface DotnetProject {
  readonly file: string;
  /** Folder, `.` for the root. */
  readonly path: string;
  /** Name of the file, which is the assembly's unless a property says otherwise. */
  readonly name: string;
  readonly sdk: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** Direct packages that are there at run time, in lower case. */
  readonly packages: readonly Located[];
  /** Project files that it is built with, as far as they lie in the repository. */
  readonly references: readonly string[];
  /** Files and folders outside of its own that it takes in: links, protocols, imports. */
  readonly links: readonly string[];
  /** `Directory.Build.props` and the like above it, the nearest first. */
  readonly shared: readonly string[];
  readonly usesAspNet: boolean;
}

const sharedNames = ['Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props'];
/** No folder lies deeper. */
const maximumDepth = 40;
const maximumItems = 2000;

const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'object' && value !== null && '#text' in value ? String((value as { readonly '#text': unknown })['#text']) : '');
const projectOf = ({ data }: TextManifest): unknown => valueAt(data, 'Project');

/** Where each attribute `Include="x"` and element `<Name>x</Name>` stands first. */
function placesOf(content: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const match of content.matchAll(/\bInclude="([^"\n]{1,300})"|<([\w.]{1,80})(?:\s[^>\n]{0,300})?>([^<\n]{1,300})</gu)) {
    const key = match[1] ?? `${match[2]}=${match[3]!.trim()}`;
    if (!places.has(key)) places.set(key, match.index);
  }
  return places;
}

interface Read extends TextManifest {
  readonly places: ReadonlyMap<string, number>;
}

const citeAt = ({ file, text: content, places }: Read, key: string): Evidence => {
  const offset = places.get(key);
  return offset === undefined ? citeFile(file) : cite(file, content, offset);
};

function propertiesOf(read: Read): readonly (readonly [string, Property])[] {
  // groups with a condition say what holds in some builds only: what is set without one wins
  const groups = elements(valueAt(projectOf(read), 'PropertyGroup')).toSorted((a, b) => Number(stringAt(a, '@Condition') !== undefined) - Number(stringAt(b, '@Condition') !== undefined));
  return groups.flatMap((group) => (typeof group !== 'object' || group === null ? [] : Object.entries(group))).filter(([name]) => !name.startsWith('@')).flatMap(([name, value]) => {
    const said = text(elements(value)[0]).trim();
    return said === '' ? [] : [[name, { value: said, evidence: citeAt(read, `${name}=${said}`) }] as const];
  });
}

/** Items of every group, with a limit: nobody writes more by hand. */
function items(read: Read, name: string): readonly unknown[] {
  return elements(valueAt(projectOf(read), 'ItemGroup')).flatMap((group) => elements(valueAt(group, name))).slice(0, maximumItems);
}

function packagesOf(read: Read): readonly Located[] {
  return items(read, 'PackageReference').flatMap((item): Located[] => {
    const name = stringAt(item, '@Include');
    const isPrivate = /^all$/iu.test(stringAt(item, '@PrivateAssets') ?? text(valueAt(item, 'PrivateAssets')));
    return name === undefined || isPrivate ? [] : [{ name: name.toLowerCase(), value: stringAt(item, '@Version') ?? '', evidence: citeAt(read, name) }];
  });
}

const slashes = (path: string): string => path.replaceAll('\\', '/');

/** A path that a project file names, in the repository; undefined where it leads out of it or only the build knows it. */
function resolved(folder: string, path: string): string | undefined {
  const plain = slashes(path).replace(/^\$\(MSBuildThisFileDirectory\)/u, '');
  return /[$*;%]/u.test(plain) ? undefined : normalisePath(joinPath(folder, plain));
}

function linksOf(repository: Repository, read: Read, folder: string): readonly string[] {
  const included = ['Compile', 'Content', 'None', 'EmbeddedResource', 'Protobuf', 'AdditionalFiles'].flatMap((name) => items(read, name)).map((item) => stringAt(item, '@Include'));
  const imported = elements(valueAt(projectOf(read), 'Import')).map((item) => stringAt(item, '@Project'));
  return [...included, ...imported].flatMap((path) => {
    const outside = path === undefined || !/^\.\.[\\/]|^\$\(MSBuildThisFileDirectory\)\.\./u.test(path) ? undefined : resolved(folder, path.replace(/[\\/]?\*.*$/u, ''));
    return outside === undefined || outside === '' ? [] : [outside];
  }).filter((path) => repository.exists(path) || filesUnder(repository, path).length > 0);
}

/** Folders above, the nearest first. */
function above(path: string): readonly string[] {
  const found: string[] = [];
  for (let folder = path === '.' ? '' : path; found.length < maximumDepth; folder = folderOf(folder)) {
    found.push(folder);
    if (folder === '') break;
  }
  return found;
}

function sdkOf(read: Read): string {
  const project = projectOf(read);
  const sdk = stringAt(project, '@Sdk') ?? elements(valueAt(project, 'Sdk')).map((each) => stringAt(each, '@Name')).find((name) => name !== undefined) ?? elements(valueAt(project, 'Import')).map((each) => stringAt(each, '@Sdk')).find((name) => name !== undefined);
  return (sdk ?? '').split('/')[0]!;
}

/** Readings of shared files are kept: every project below asks for them. */
class Shared {
  private readonly known = new Map<string, Read | undefined>();
  readonly problems: Diagnostic[] = [];
  constructor(private readonly repository: Repository) {}

  read(file: string): Read | undefined {
    if (this.known.has(file)) return this.known.get(file);
    const { manifest, problems } = this.repository.exists(file) ? readXml(this.repository, file) : { problems: [] };
    this.problems.push(...problems);
    const read = manifest === undefined ? undefined : { ...manifest, places: placesOf(manifest.text) };
    this.known.set(file, read);
    return read;
  }

  above(path: string): readonly Read[] {
    return above(path).flatMap((folder) => sharedNames.flatMap((name) => this.read(joinPath(folder, name)) ?? []));
  }
}

function projectAt(repository: Repository, shared: Shared, file: string): DotnetProject | undefined {
  const read = shared.read(file);
  if (read === undefined) return undefined;
  const path = folderOf(file) || '.';
  const around = shared.above(path);
  const properties = new Map([read, ...around].toReversed().flatMap(propertiesOf));
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');
  return {
    file,
    path,
    name,
    sdk: sdkOf(read),
    properties: new Map([...properties].map(([key, property]) => [key, { ...property, value: property.value.replace(/\$\(([\w.]+)\)/gu, (whole, other: string) => properties.get(other)?.value ?? (other === 'MSBuildProjectName' ? name : whole)) }])),
    packages: [read, ...around].flatMap(packagesOf),
    references: items(read, 'ProjectReference').flatMap((item) => resolved(path, stringAt(item, '@Include') ?? '$') ?? []),
    links: [...new Set([read, ...around].flatMap((each) => linksOf(repository, each, folderOf(each.file))))],
    shared: around.map((each) => each.file),
    usesAspNet: items(read, 'FrameworkReference').some((item) => stringAt(item, '@Include') === 'Microsoft.AspNetCore.App'),
  };
}

/** Every project of C# and F# in the repository. */
export function dotnetProjects(repository: Repository): { readonly projects: readonly DotnetProject[]; readonly problems: readonly Diagnostic[] } {
  const shared = new Shared(repository);
  const files = filesMatching(repository, /\.(?:cs|fs)proj$/u);
  const projects = files.flatMap((file) => projectAt(repository, shared, file) ?? []);
  return { projects, problems: shared.problems };
}

/** Every project that one is built of, itself first. References may lead round in a circle. */
export function closureOf(project: DotnetProject, byFile: ReadonlyMap<string, DotnetProject>): readonly DotnetProject[] {
  const found = new Map([[project.file, project]]);
  for (const each of found.values()) {
    for (const file of each.references) {
      const next = byFile.get(file);
      if (next !== undefined && !found.has(file)) found.set(file, next);
    }
  }
  return [...found.values()];
}
