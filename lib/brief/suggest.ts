import { findTechnology, technologyById } from '../catalog/registry.js';
import { imageProblem, ownVersion } from '../catalog/releases.js';
import type { Diagnostic } from '../diagnostics.js';
import { best, ranked } from '../discovery/evidence.js';
import type { AppFindings, Findings, ServiceFindings, VariableFindings } from '../discovery/findings.js';
import { patternById } from '../patterns/registry.js';
import { stackById } from '../stacks/registry.js';
import { environmentIds } from './brief.js';
import type { AppBrief, Brief, ServiceBrief, VariableBrief } from './brief.js';
import { lacksQueue } from './queues.js';
import { databasePerApp, patternOfParts } from './shape.js';
import { slug, tagPattern } from './slug.js';
import { holdsCredentials, variableKind } from './variable-kind.js';

/** Set by the platform or by us, whatever an environment example says. */
const ownVariables: ReadonlySet<string> = new Set(['PORT', 'NODE_ENV', 'HOST', 'HOSTNAME']);

/** Variables that a used technology gives. */
function connectionVariables(uses: readonly string[]): ReadonlySet<string> {
  return new Set(uses.flatMap((id) => {
    const { variables = {}, texts = {} } = findTechnology(id)?.connection({ service: '', prefix: '', identifier: '' }) ?? {};
    return [...Object.values(variables).flat(), ...Object.keys(texts)];
  }));
}

/** Variables whose example is a connection URL of a used technology, or that the source connects to one, whatever they are called. */
function urlsOf(found: readonly VariableFindings[], uses: readonly string[]): AppBrief['urls'] {
  const known = connectionVariables(uses);
  return found.flatMap(({ name, example, connects }) => {
    if (connects !== undefined) return uses.includes(connects.technology) ? [{ variable: name, ...connects }] : [];
    const scheme = /^([a-z]+):\/\//u.exec(example ?? '')?.[1];
    const technology = known.has(name) ? undefined : uses.find((id) => findTechnology(id)?.detection.schemes.some((each) => each === scheme));
    return technology === undefined ? [] : [{ variable: name, technology }];
  });
}

/**
 * Variables of the environment example, and secrets that the app makes up itself and only its source names.
 * Others that only the source names have their default there: an empty value would hide it.
 */
function variablesOf(found: readonly VariableFindings[], uses: readonly string[], urls: AppBrief['urls']): readonly VariableBrief[] {
  const wired = new Set([...connectionVariables(uses), ...urls.map(({ variable }) => variable)]);
  return found
    .filter(({ name }) => !ownVariables.has(name) && !wired.has(name))
    .map(({ name, example, productionOnly }) => ({ name, kind: variableKind(name, example), example, ...(productionOnly === undefined ? {} : { productionOnly }) }))
    .filter(({ kind, example }) => example !== undefined || kind === 'generated-secret')
    .map(({ example, ...variable }) => (variable.kind === 'plain' || holdsCredentials(example ?? '') ? { ...variable, example } : variable));
}

/** A port and a health route are used when something was seen; a guess would make a container unhealthy for ever. */
function health({ health: facts }: AppFindings): string | undefined {
  return ranked(facts).find(({ confidence }) => confidence !== 'guess')?.value;
}

/** A single app is `app`; several go by their own names, by their paths where two share one. */
function appNames(apps: readonly AppFindings[]): ReadonlyMap<AppFindings, string> {
  if (apps.length === 1) return new Map([[apps[0]!, 'app']]);
  const taken = new Set<string>();
  return new Map(apps.map((app) => {
    const candidates = [slug(app.name), slug(app.path.replaceAll('/', '-')), ...Array.from({ length: apps.length }, (_, index) => `${slug(app.name).slice(0, 35)}-${index + 2}`)];
    const name = candidates.find((each) => !taken.has(each))!;
    taken.add(name);
    return [app, name];
  }));
}

function suggestApp(found: AppFindings, name: string): AppBrief {
  const stack = stackById(found.stack);
  const version = ranked(found.version).map(({ value }) => stack.resolveVersion(value)).find((each) => each !== undefined);
  const start = best(found.commands.start);
  const uses = found.uses.filter((id) => findTechnology(id) !== undefined);
  const urls = urlsOf(found.variables, uses);
  return {
    name,
    path: found.path,
    role: found.role,
    stack: found.stack,
    language: best(found.language) ?? stack.defaultLanguage,
    framework: best(found.framework),
    version: version ?? stack.defaultVersion,
    packageManager: best(found.packageManager) ?? { name: stack.packageManagers[0]! },
    lockFile: found.lockFile,
    workspace: found.workspace,
    systemPackages: found.systemPackages,
    extensions: found.extensions,
    output: found.output,
    assets: found.assets,
    runtimeFiles: found.runtimeFiles,
    // what browsers get writes nothing
    data: found.role === 'static' ? undefined : found.data?.map(({ path, holds, engine, variable }) => ({ path, holds, ...(engine === undefined ? {} : { engine }), ...(variable === undefined ? {} : { variable }) })),
    buildSecrets: found.buildSecrets,
    port: best(found.port) ?? stack.defaultPort,
    health: health(found),
    prefix: found.prefix,
    bindVariables: found.bindVariables,
    commands: {
      start: start ?? [],
      development: best(found.commands.dev) ?? start ?? [],
      build: best(found.commands.build),
      test: best(found.commands.test),
    },
    installFiles: found.installFiles,
    installScripts: found.installScripts,
    variables: variablesOf(found.variables.filter(({ name: variable }) => found.bindVariables?.some((each) => each.name === variable) !== true), uses, urls),
    urls,
    reads: [...new Set([...found.variables.map(({ name: variable }) => variable), ...(found.unread ?? [])])],
    uses,
    // browsers call them, not the server of files
    thirdParties: found.role === 'static' ? undefined : found.thirdParties,
    // without a database there is nothing to migrate
    jobs: uses.length === 0 && found.data?.some(({ holds }) => holds === 'database') !== true ? [] : found.jobs.flatMap(({ name, command, development }) => (best(command) === undefined ? [] : [{ name, command: best(command)!, ...(development === undefined ? {} : { development }) }])),
    // what its queue lives in is turned off, and so is the worker
    workers: found.workers.flatMap((worker) => {
      const command = best(worker.start);
      return command === undefined || lacksQueue(worker, uses) ? [] : [{ name: slug(worker.name), library: worker.library, single: worker.single, command, development: best(worker.dev), uses }];
    }),
  };
}

/** The release as an image tag; build metadata (`+`) is no part of one. */
function imageTag(release: string | undefined): string {
  const tag = release?.split('+')[0] ?? '';
  return tagPattern.test(tag) ? tag : '0.1.0';
}

/** The service with what the project asks of its image, as far as that can be built. */
const imageAsked = ({ technology, variant, version }: ServiceFindings): ServiceBrief => ({
  technology,
  ...(version === undefined || imageProblem(technologyById(technology), { version }) !== undefined ? {} : { version }),
  ...(variant === undefined ? {} : { variant }),
});

/** The answers that the findings suggest. A command that was not found is an empty list: the caller asks for it. */
export function suggest(findings: Findings): Brief {
  const names = appNames(findings.apps);
  const apps = findings.apps.map((app) => suggestApp(app, names.get(app)!));
  const used = new Set(apps.flatMap(({ uses }) => uses));
  const shared = findings.services.filter(({ technology }) => used.has(technology)).map(imageAsked);
  const pattern = patternOfParts({ apps, services: shared });
  const parts = patternById(pattern).isolatesDatabases === true ? databasePerApp({ apps, services: shared }) : { apps, services: shared };
  return {
    project: { name: slug(best(findings.project) ?? 'app'), version: imageTag(best(findings.release)) },
    pattern,
    ...parts,
    proxy: { technology: 'nginx', port: 8080, productionPort: 80, bodyLimit: 10 },
    environments: environmentIds,
    ci: { provider: 'github' },
    constraints: {},
    images: {},
    locale: 'en',
  };
}

/** Versions that the project's own Docker files name and that cannot be built: the one of our choice is used. */
export function unknownVersions({ services }: Pick<Findings, 'services'>): readonly Diagnostic[] {
  return services.flatMap(({ technology: id, version, evidence }): readonly Diagnostic[] => {
    const technology = technologyById(id);
    const message = version === undefined ? undefined : imageProblem(technology, { version });
    const place = evidence.find(({ quote }) => version !== undefined && quote.includes(version));
    if (message === undefined) return [];
    return [{ code: 'version-unknown', severity: 'warning', message: `${place === undefined ? '' : `${place.file}:${place.line}: `}${message}; ${technology.title} ${ownVersion(technology)} is used`, help: 'Data of the other version has to be taken along by a backup' }];
  });
}

/** Why no blueprint can be designed from these findings, if so. */
export function gaps(findings: Findings, brief: Brief): readonly Diagnostic[] {
  const unreadable = findings.problems.filter(({ severity }) => severity === 'error');
  if (unreadable.length > 0) return unreadable;
  if (brief.apps.length === 0) {
    return [{
      code: 'no-app',
      severity: 'error',
      message: 'no application was found here: no manifest of a known language with something that starts or serves',
      help: 'Run it in the folder of an application, or describe one in a brief (--from FILE; `discover --brief` shows the form)',
    }];
  }
  return brief.apps
    .filter(({ commands, role }) => commands.start.length === 0 && role !== 'static')
    .map((app) => ({
      code: 'no-start-command',
      severity: 'error',
      message: `${app.path === '.' ? 'the application' : app.path}: nothing in it says how it starts`,
      help: `Add a start script or a Procfile with a line "web: COMMAND", or give apps.${brief.apps.indexOf(app)}.commands.start in a brief (--from FILE)`,
    }));
}
