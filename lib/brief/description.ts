import { findProxy, findTechnology } from '../catalog/registry.js';
import { imageProblem } from '../catalog/releases.js';
import { UserError } from '../diagnostics.js';
import { describe } from '../discovery/description.js';
import type { DescribedApp, DescribedService, Description } from '../discovery/description/types.js';
import { memoryRepository } from '../discovery/memory-repository.js';
import { pathOf } from '../discovery/description/report.js';
import type { Repository } from '../discovery/repository.js';
import { en } from '../messages/en.js';
import { contradictionOf, findPattern, patternById } from '../patterns/registry.js';
import { stackById, stacks } from '../stacks/registry.js';
import type { Stack } from '../stacks/stack.js';
import { regulations } from './brief.js';
import type { Brief, EnvironmentId, ServiceBrief } from './brief.js';
import { databasePerApp, patternOfParts, shapeOf } from './shape.js';
import { withServices } from './services.js';
import { slug } from './slug.js';

/** A description is a few sentences or the introduction of a README; a whole book is a mistake. */
const longest = 20_000;

function refuse(message: string, help: string): never {
  throw new UserError({ code: 'description-invalid', severity: 'error', message, help });
}

/** Why a text cannot be read as a description; undefined where it can. */
export function descriptionProblem(text: string): string | undefined {
  if (text.length > longest) return `${text.length} characters are too many, at most ${longest} are read`;
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u.test(text)) return 'there are control characters in it';
  return undefined;
}

/** Reads what a person wrote. Throws a UserError for a text that cannot be one. */
export function readDescription(text: string): Description {
  const problem = text.trim() === '' ? 'there is no word in it' : descriptionProblem(text);
  if (problem !== undefined) refuse(`--describe: ${problem}`, 'Write what the project is, such as --describe "Laravel API with MySQL and Redis"');
  return describe(text.normalize('NFC'), stacks);
}

/** A file that a description needs before anything else of the project is there. */
export interface PlaceholderFile {
  readonly path: string;
  readonly content: string;
}

/** The stack of an app; where the text names none the one that builds what browsers load, too. */
const stackOf = ({ stack }: Pick<DescribedApp, 'stack'>): Stack => (stack === undefined ? stacks.find(({ assets }) => assets !== undefined)! : stackById(stack));

function placeholdersOf(description: Description, app: DescribedApp, worker = app.workers.length > 0): readonly PlaceholderFile[] {
  const stack = stackOf(app);
  const version = (app.version === undefined ? undefined : stack.resolveVersion(app.version)) ?? stack.defaultVersion;
  const folder = pathOf(description, app);
  const name = slug(app.name === 'app' ? (description.project?.value ?? app.name) : app.name);
  return stack.placeholder({ name, version, worker }).map(({ path, content }) => ({ path: folder === '.' ? path : `${folder}/${path}`, content }));
}

/** What stands in for the apps of a description in an empty folder: servers on the standard library of their stacks. */
export const placeholders = (description: Description): readonly PlaceholderFile[] => description.apps.flatMap((app) => placeholdersOf(description, app));

/** Apps whose workers no file stands in for. */
const withoutWorker = (description: Description): readonly DescribedApp[] => description.apps.filter((app) => app.workers.length > 0 && placeholdersOf(description, app).length === placeholdersOf(description, app, false).length);

/** A repository of placeholders: what discovery finds in it is what a later run finds on the disk. */
export const placeholderRepository = (files: readonly PlaceholderFile[], name: string): Repository => memoryRepository(Object.fromEntries(files.map(({ path, content }) => [path, content])), name);

/** What a person should know about the placeholders. */
export const placeholderNotes = (description: Description): readonly string[] => [
  ...(description.apps.some(({ stack }) => stack === undefined) ? [en.description.assumed(stackOf({}).title)] : []),
  ...description.apps.map((app) => en.description.placeholder(app.name, pathOf(description, app), app.framework === undefined ? '' : en.description.framework(app.framework))),
  ...withoutWorker(description).map(({ name }) => en.description.noWorker(name)),
];

const production: readonly EnvironmentId[] = ['production'];

/** What the text says of a service beside its name: a version that can be built, an image with something more inside, somebody else who runs it. */
function saidOf(service: DescribedService | undefined): Omit<ServiceBrief, 'technology'> {
  const technology = service === undefined ? undefined : findTechnology(service.value);
  if (service === undefined || technology === undefined) return {};
  const quotes = new Set(service.evidence.map(({ quote }) => quote.toLowerCase()));
  const variant = Object.keys(technology.variants ?? {}).find((id) => quotes.has(id));
  const version = service.tag ?? service.version;
  return {
    ...(version === undefined || imageProblem(technology, { version }) !== undefined ? {} : { version }),
    ...(variant === undefined ? {} : { variant }),
    ...(service.managed === undefined ? {} : { external: production }),
  };
}

/** Apps and services with those that the description names, and without those that it does not want. */
function partsOf(brief: Brief, { services, excluded }: Description): Pick<Brief, 'apps' | 'services'> {
  const no = new Set(excluded.map(({ value }) => value));
  const before = new Set(brief.services.map(({ technology }) => technology));
  const added = services.filter(({ value, confidence }) => confidence !== 'guess' && findTechnology(value) !== undefined && !before.has(value));
  const said = (service: ServiceBrief): ServiceBrief => ({ ...service, ...saidOf(services.find(({ value }) => value === service.technology)) });
  return withServices(brief, [...brief.services.filter(({ technology }) => !no.has(technology)), ...added.map(({ value }) => ({ technology: value }))].map(said));
}

function constraintsOf(said: Description['constraints']): Brief['constraints'] {
  const values = (['memory', 'cpus', 'latency', 'requestsPerSecond', 'security', 'team'] as const).flatMap((key) => (said[key] === undefined ? [] : [[key, said[key].value] as const]));
  const bound = regulations.filter((id) => said.regulations?.some(({ value }) => value === id) === true);
  return { ...Object.fromEntries(values), ...(bound.length === 0 ? {} : { regulations: bound }) };
}

/** The answers with what the description says over them; `named` where it names the project too. */
export function withDescription(brief: Brief, description: Description, named: boolean): Brief {
  const no = new Set(description.excluded.map(({ value }) => value));
  const parts = partsOf(brief, description);
  const { proxy, constraints, project } = description;
  const said = description.pattern.confidence === 'guess' ? undefined : findPattern(description.pattern.value);
  // a word about the pattern does not undo what the text says of apps and services
  const pattern = said === undefined || contradictionOf(said, shapeOf(parts)) !== undefined ? patternById(patternOfParts(parts)) : said;
  return {
    ...brief,
    project: { ...brief.project, name: named && project !== undefined ? slug(project.value) : brief.project.name },
    pattern: pattern.id,
    ...(pattern.isolatesDatabases === true ? databasePerApp(parts) : parts),
    proxy: proxy !== undefined && findProxy(proxy.value) !== undefined ? { ...brief.proxy, technology: proxy.value } : brief.proxy,
    environments: brief.environments.filter((id) => id === 'development' || !no.has(id)),
    constraints: { ...brief.constraints, ...constraintsOf(constraints) },
  };
}

/** What the description says and nothing in the blueprint follows: shown, never dropped. */
export function withoutEffect(description: Description): readonly string[] {
  const { proxy, pattern, services } = description;
  const quoted = (answer: { readonly evidence: readonly { readonly quote: string }[] } | undefined): readonly string[] => answer?.evidence.slice(0, 1).map(({ quote }) => JSON.stringify(quote)) ?? [];
  return [
    ...(proxy !== undefined && findProxy(proxy.value) === undefined ? quoted(proxy) : []),
    ...(findPattern(pattern.value) === undefined ? quoted(pattern) : []),
    ...services.filter((service) => (service.tag ?? service.version) !== saidOf(service).version).map(({ version, tag, evidence }) => JSON.stringify(`${evidence[0]?.quote ?? ''} ${tag ?? version}`)),
  ];
}
