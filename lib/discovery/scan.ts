import { commandBindProblems } from './bind.js';
import { arbitrate, withAssets } from './arbitration.js';
import { withDeclared } from './declared.js';
import type { Runtime } from './declared.js';
import type { DetectableTechnology, Stack } from '../stacks/stack.js';
import { existingCompose, withCompose } from './existing-compose.js';
import { existingDocker } from './existing-docker.js';
import type { AppFindings, Findings, ServiceFindings } from './findings.js';
import { best, ranked } from './evidence.js';
import { withAbleServers } from './limited-clients.js';
import { projectName, projectRelease } from './project.js';
import type { Repository } from './repository.js';
import { withSharedExamples } from './shared-examples.js';
import { apartFromServices, joinThirdParties, thirdParties } from './third-parties.js';
import { withWrittenHosts } from './written-hosts.js';

/** What either of two findings says of the image. */
function imageAsked(...found: readonly ServiceFindings[]): Pick<ServiceFindings, 'variant' | 'version'> {
  const variant = found.find((each) => each.variant !== undefined)?.variant;
  const version = found.find((each) => each.version !== undefined)?.version;
  return { ...(variant === undefined ? {} : { variant }), ...(version === undefined ? {} : { version }) };
}

/** One entry for each technology, however many apps use it. */
export function joinServices(services: readonly ServiceFindings[]): readonly ServiceFindings[] {
  const joined = new Map<string, ServiceFindings>();
  for (const service of services) {
    const known = joined.get(service.technology);
    if (known === undefined) {
      joined.set(service.technology, service);
      continue;
    }
    const places = new Set(known.evidence.map(({ file, line }) => `${file}:${line}`));
    const confidence = ranked([known, service].map((each) => ({ value: each.confidence, confidence: each.confidence, evidence: [] })))[0]!.value;
    const evidence = [...known.evidence, ...service.evidence.filter(({ file, line }) => !places.has(`${file}:${line}`))];
    const limited = known.limited ?? service.limited;
    joined.set(service.technology, { technology: service.technology, ...imageAsked(known, service), ...(limited === undefined ? {} : { limited }), confidence, evidence });
  }
  return [...joined.values()];
}

/** What the images of an app's language are called: the first of its stack's has its runtime. */
function runtimeOf({ stack: id }: AppFindings, stacks: readonly Stack[]): Runtime | undefined {
  const stack = stacks.find((each) => each.id === id);
  const [image] = stack?.images ?? [];
  return stack === undefined || image === undefined ? undefined : { image, version: stack.defaultVersion };
}

/** Jobs with the command of development, where a stack has another one than that of production. */
function withJobs(app: AppFindings, stacks: readonly Stack[]): AppFindings {
  const stack = stacks.find(({ id }) => id === app.stack);
  const jobs = app.jobs.map((job) => {
    const command = best(job.command);
    const development = command === undefined ? undefined : stack?.developmentJob?.(app, command);
    return development === undefined ? job : { ...job, development };
  });
  return { ...app, jobs };
}

/**
 * Everything that the stacks recognise in a repository. Pure: reads the repository and nothing else. `isOurs` tells files that an
 * earlier blueprint wrote: they are no sign of anything.
 */
export function scan(repository: Repository, stacks: readonly Stack[], technologies: readonly DetectableTechnology[], isOurs: (file: string) => boolean = () => false): Findings {
  const found = stacks.map((stack) => apartFromServices(stack.discover(repository, [...technologies, ...thirdParties])));
  const apps = arbitrate(found.flatMap((each) => each.apps), stacks).map((app) => withJobs(withAssets(repository, withDeclared(repository, app, runtimeOf(app, stacks)), stacks), stacks));
  const docker = existingDocker(repository);
  const compose = existingCompose(repository, docker, technologies, isOurs);
  const composed = withCompose({ apps, services: joinServices(found.flatMap(({ services }) => services)) }, compose.services, technologies);
  const { problems: limits, ...parts } = withAbleServers({ ...composed, services: joinServices(composed.services) }, compose.services, technologies);
  const written = withWrittenHosts(repository, withSharedExamples(repository, parts.apps), technologies);
  return {
    project: projectName(repository),
    release: projectRelease(repository),
    apps: written.apps,
    services: joinServices(parts.services),
    thirdParties: joinThirdParties(found.flatMap((each) => each.thirdParties)),
    existingDocker: docker,
    problems: [...found.flatMap(({ problems }) => problems), ...apps.flatMap(commandBindProblems), ...compose.problems, ...limits, ...written.problems, ...repository.problems()],
  };
}
