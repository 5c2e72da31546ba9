import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, YAMLMap } from 'yaml';
import type { Diagnostic } from '../diagnostics.js';
import type { DetectableTechnology } from '../stacks/stack.js';
import { cite } from './cite.js';
import type { Evidence } from './evidence.js';
import type { AppFindings, Findings, ServiceFindings } from './findings.js';
import { folderOf, joinPath, normalisePath } from './repository.js';
import type { Repository } from './repository.js';
import { parseYaml } from './yaml.js';

/** A backing service that a compose file of the project runs. */
export interface ComposeService {
  readonly technology: string;
  readonly variant?: string | undefined;
  /** Version or tag; absent where the file names none, or an image of somebody else. */
  readonly version?: string | undefined;
  /** Folders of the apps that are started after it; none where the file builds no app. */
  readonly apps: readonly string[];
  readonly evidence: Evidence;
}

export interface ComposeFindings {
  readonly services: readonly ComposeService[];
  readonly problems: readonly Diagnostic[];
}

/** `${TAG:-16}` as Compose reads it where nobody sets the variable. */
const withDefaults = (text: string): string => text.replaceAll(/\$\{\w+:?-([^}]*)\}/gu, '$1');

/** Name and tag of an image without the host of a registry: `example.org/library/redis:8` gives `redis` and `8`. */
function partsOf(reference: string): { readonly repository: string; readonly tag: string } | undefined {
  const match = /^(?:[\w.-]+(?:\.[\w-]+|:\d+)[\w.:-]*\/|localhost\/)?(?:library\/)?([\w./-]+?)(?::([\w.-]+))?(?:@sha256:\w+)?$/u.exec(withDefaults(reference));
  return match === null ? undefined : { repository: match[1]!, tag: match[2] ?? '' };
}

interface Image {
  readonly technology: string;
  readonly variant?: string;
  readonly version?: string;
}

/** The technology that an image is of. Its tag says a version where the image is the one that ours is made of. */
function technologyOf(reference: string, technologies: readonly DetectableTechnology[]): Image | undefined {
  const parts = partsOf(reference);
  if (parts === undefined) return undefined;
  for (const { id, detection, variants = {} } of technologies) {
    const variant = Object.entries(variants).find(([, { detection: { images = [] } }]) => images.includes(parts.repository))?.[0];
    if (variant === undefined && detection.images?.includes(parts.repository) !== true) continue;
    const own = detection.images?.[0] === parts.repository;
    const version = own ? /^v?(\d[\w.-]*)$/u.exec(parts.tag)?.[1] : /^(?:pg)?(\d+(?:\.\d+)*)/u.exec(parts.tag)?.[1];
    return { technology: id, ...(variant === undefined ? {} : { variant }), ...(version === undefined ? {} : { version: variant === undefined ? version : version.split('.')[0]! }) };
  }
  return undefined;
}

const mapOf = (node: unknown): YAMLMap | undefined => (isMap(node) ? node : undefined);
const resolved = (document: Document, node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);

/** What stands under a key, or under the same key of a map that is merged into this one. Maps may be merged in a circle: each is asked once. */
function valueOf(document: Document, map: YAMLMap, key: string, asked: Set<YAMLMap> = new Set()): unknown {
  if (asked.has(map)) return undefined;
  asked.add(map);
  const own: unknown = map.get(key, true);
  if (own !== undefined) return resolved(document, own);
  const merged = resolved(document, map.get('<<', true));
  for (const each of isSeq(merged) ? merged.items : [merged]) {
    const from = mapOf(resolved(document, each));
    const found = from === undefined ? undefined : valueOf(document, from, key, asked);
    if (found !== undefined) return found;
  }
  return undefined;
}
const textOf = (node: unknown): string | undefined => (isScalar(node) && typeof node.value === 'string' ? node.value : undefined);

/** Names that a service is started after, in either form. */
function dependencies(document: Document, service: YAMLMap): readonly string[] {
  const node = valueOf(document, service, 'depends_on');
  if (isSeq(node)) return node.items.flatMap((item) => textOf(item) ?? []);
  return mapOf(node)?.items.flatMap(({ key }) => textOf(key) ?? []) ?? [];
}

/** The folder that an image of the project is built from. */
function buildFolder(document: Document, service: YAMLMap, file: string): string | undefined {
  const build = valueOf(document, service, 'build');
  const context = textOf(build) ?? textOf(mapOf(build)?.get('context', true));
  const folder = context === undefined ? undefined : normalisePath(joinPath(folderOf(file), withDefaults(context)));
  return folder === '' ? '.' : folder;
}

function servicesIn(file: string, text: string, technologies: readonly DetectableTechnology[]): ComposeFindings {
  const { document, problems } = parseYaml(file, text);
  // how the project runs elsewhere is no reason to stop
  if (document === undefined) return { services: [], problems: problems.map((problem) => ({ ...problem, code: 'compose-unreadable', severity: 'warning', help: 'What it runs was not looked at' })) };
  const entries = (mapOf(document.get('services', true))?.items ?? []).flatMap(({ key, value }) => {
    const name = textOf(key);
    const service = mapOf(resolved(document, value));
    return name === undefined || service === undefined ? [] : [{ name, service }];
  });
  const callers = (wanted: string): readonly string[] => entries.flatMap(({ service }) => (dependencies(document, service).includes(wanted) ? (buildFolder(document, service, file) ?? []) : []));
  return {
    problems: [],
    services: entries.flatMap(({ name, service }): readonly ComposeService[] => {
      const node = valueOf(document, service, 'image') as Node | undefined;
      const image = technologyOf(textOf(node) ?? '', technologies);
      return image === undefined ? [] : [{ ...image, apps: [...new Set(callers(name))], evidence: cite(file, text, node!.range![0]) }];
    }),
  };
}

/** Backing services that the compose files of the project run; those that a blueprint wrote say nothing about the project. */
export function existingCompose(repository: Repository, docker: Findings['existingDocker'], technologies: readonly DetectableTechnology[], isOurs: (file: string) => boolean): ComposeFindings {
  const found = docker.filter(({ file, kind }) => kind === 'compose' && !isOurs(file)).flatMap(({ file }) => {
    const text = repository.read(file);
    return text === undefined ? [] : [servicesIn(file, text, technologies)];
  });
  return { services: found.flatMap(({ services }) => services), problems: found.flatMap(({ problems }) => problems) };
}

export interface Found {
  readonly apps: readonly AppFindings[];
  readonly services: readonly ServiceFindings[];
}

/** The apps that a service of a compose file is for: those that are started after it, or the only one that there is. */
function usersOf({ apps: folders }: ComposeService, apps: readonly AppFindings[]): readonly AppFindings[] {
  const named = apps.filter(({ path }) => folders.includes(path));
  const programs = apps.filter(({ role }) => role !== 'static');
  return named.length > 0 ? named : programs.length === 1 ? programs : [];
}

/** Apps that use one technology in the place of another. */
export function withTechnologies(apps: readonly AppFindings[], replacement: (id: string) => string): readonly AppFindings[] {
  return apps.map((app) => ({
    ...app,
    uses: [...new Set(app.uses.map(replacement))],
    variables: app.variables.map((variable) => (variable.connects === undefined ? variable : { ...variable, connects: { ...variable.connects, technology: replacement(variable.connects.technology) } })),
  }));
}

/**
 * What was found, with what the project's compose files run. They say which of several servers an app is meant for: the others that
 * its libraries would do with are none of its services. A service that no app is known to use is a guess.
 */
export function withCompose({ apps, services }: Found, compose: readonly ComposeService[], technologies: readonly DetectableTechnology[]): Found {
  const byId = new Map(technologies.map((technology) => [technology.id, technology]));
  const run = new Set(compose.map(({ technology }) => technology));
  const replaces = (id: string, other: string): boolean => {
    const [a, b] = [byId.get(id)!, byId.get(other)];
    return b !== undefined && id !== other && !run.has(other) && ((a.protocol !== undefined && a.protocol === b.protocol) || (a.detection.relational === true && b.detection.relational === true));
  };
  const users = new Map(compose.map((each) => [each, new Set(usersOf(each, apps))]));
  const replacement = (id: string): string => compose.find(({ technology }) => replaces(technology, id))?.technology ?? id;
  return {
    apps: withTechnologies(apps, replacement).map((app, index) => ({
      ...app,
      uses: [...new Set([...app.uses, ...compose.filter((each) => users.get(each)!.has(apps[index]!)).map(({ technology }) => technology)])],
    })),
    services: [
      ...services.filter(({ technology }) => replacement(technology) === technology),
      ...compose.map((each): ServiceFindings => {
        const isUsed = users.get(each)!.size > 0 || services.some(({ technology }) => replacement(technology) === each.technology);
        return { technology: each.technology, variant: each.variant, version: each.version, confidence: isUsed ? 'likely' : 'guess', evidence: [each.evidence] };
      }),
    ],
  };
}
