import { findTechnology } from '../catalog/registry.js';
import type { Diagnostic } from '../diagnostics.js';
import { best, ranked } from '../discovery/evidence.js';
import type { AppFindings, Findings, VariableFindings } from '../discovery/findings.js';
import { simplestPattern } from '../patterns/registry.js';
import { stackById } from '../stacks/registry.js';
import { environmentIds } from './brief.js';
import type { AppBrief, Brief, VariableBrief } from './brief.js';
import { slug, tagPattern } from './slug.js';
import { holdsCredentials, variableKind } from './variable-kind.js';

/** Set by the platform or by us, whatever an environment example says. */
const ownVariables: ReadonlySet<string> = new Set(['PORT', 'NODE_ENV', 'HOST', 'HOSTNAME']);

/** Variables that a used technology gives. */
function connectionVariables(uses: readonly string[]): ReadonlySet<string> {
  return new Set(uses.flatMap((id) => Object.values(findTechnology(id)?.connection({ identifier: '' }).variables ?? {}).flat()));
}

/** Variables whose example is a connection URL of a used technology, whatever they are called. */
function urlsOf(found: readonly VariableFindings[], uses: readonly string[]): AppBrief['urls'] {
  const known = connectionVariables(uses);
  return found.flatMap(({ name, example }) => {
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
    .map(({ name, example }) => ({ name, kind: variableKind(name, example), example }))
    .filter(({ kind, example }) => example !== undefined || kind === 'generated-secret')
    .map(({ name, kind, example }) => (kind === 'plain' || holdsCredentials(example ?? '') ? { name, kind, example } : { name, kind }));
}

/** A port and a health route are used when something was seen; a guess would make a container unhealthy for ever. */
function health({ health: facts }: AppFindings): string | undefined {
  return ranked(facts).find(({ confidence }) => confidence !== 'guess')?.value;
}

function suggestApp(found: AppFindings, single: boolean): AppBrief {
  const stack = stackById(found.stack);
  const version = ranked(found.version).map(({ value }) => stack.resolveVersion(value)).find((each) => each !== undefined);
  const start = best(found.commands.start);
  const uses = found.uses.filter((id) => findTechnology(id) !== undefined);
  const urls = urlsOf(found.variables, uses);
  return {
    name: single ? 'app' : slug(found.name),
    path: found.path,
    stack: found.stack,
    language: best(found.language) ?? 'javascript',
    framework: best(found.framework),
    version: version ?? stack.defaultVersion,
    packageManager: best(found.packageManager) ?? { name: 'npm' },
    lockFile: found.lockFile,
    port: best(found.port) ?? stack.defaultPort,
    health: health(found),
    commands: {
      start: start ?? [],
      development: best(found.commands.dev) ?? start ?? [],
      build: best(found.commands.build),
      test: best(found.commands.test),
    },
    installFiles: found.installFiles,
    installScripts: found.installScripts,
    variables: variablesOf(found.variables, uses, urls),
    urls,
    reads: found.variables.map(({ name }) => name),
    uses,
    // without a database there is nothing to migrate
    jobs: uses.length === 0 ? [] : found.jobs.flatMap(({ name, command }) => (best(command) === undefined ? [] : [{ name, command: best(command)! }])),
    workers: found.workers.flatMap((worker) => {
      const command = best(worker.start);
      return command === undefined ? [] : [{ name: slug(worker.name), command, development: best(worker.dev), uses }];
    }),
  };
}

/** The release as an image tag; build metadata (`+`) is no part of one. */
function imageTag(release: string | undefined): string {
  const tag = release?.split('+')[0] ?? '';
  return tagPattern.test(tag) ? tag : '0.1.0';
}

/** The answers that the findings suggest. A command that was not found is an empty list: the caller asks for it. */
export function suggest(findings: Findings): Brief {
  const web = findings.apps.filter(({ role }) => role === 'web');
  const apps = web.map((app) => suggestApp(app, web.length === 1));
  const used = new Set(apps.flatMap(({ uses }) => uses));
  return {
    project: { name: slug(best(findings.project) ?? 'app'), version: imageTag(best(findings.release)) },
    pattern: simplestPattern({ apps }),
    apps,
    services: findings.services.filter(({ technology }) => used.has(technology)).map(({ technology }) => ({ technology })),
    proxy: { technology: 'nginx', port: 8080, productionPort: 80, bodyLimit: 10 },
    environments: environmentIds,
    ci: { provider: 'github' },
    constraints: {},
    locale: 'en',
  };
}

/** Why no blueprint can be designed from these findings, if so. */
export function gaps(findings: Findings, brief: Brief): readonly Diagnostic[] {
  const unreadable = findings.problems.filter(({ severity }) => severity === 'error');
  if (unreadable.length > 0) return unreadable;
  if (brief.apps.length === 0) {
    return [{
      code: 'no-app',
      severity: 'error',
      message: 'no application was found here: there is no package.json with a start script or a server',
      help: 'Run it in the folder of a Node.js application, or describe one in a brief (--from FILE; `discover --brief` shows the form)',
    }];
  }
  return brief.apps
    .filter(({ commands }) => commands.start.length === 0)
    .map(({ path }) => ({
      code: 'no-start-command',
      severity: 'error',
      message: `${path === '.' ? '' : `${path}/`}package.json: it does not say how the application starts`,
      help: 'Add a "start" script, or give apps.0.commands.start in a brief (--from FILE)',
    }));
}
