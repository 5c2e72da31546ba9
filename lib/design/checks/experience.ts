import { serviceKey, workerServiceNames } from '../../brief/service-names.js';
import { checklistMessages as say } from '../../messages/checklist.js';
import type { Onboarding } from '../../messages/checklist.js';
import { stackById } from '../../stacks/registry.js';
import type { Service } from '../architecture.js';
import { about, isData, namesOf, runsIn, unless } from './check.js';
import type { Check, Draft, Subject } from './check.js';

const inDevelopment = ({ services }: Draft): readonly Service[] => services.filter((service) => runsIn(service, 'development'));

/** What a newcomer has to get from somebody before the first start. */
function byHand({ architecture, brief }: Subject): { readonly build: readonly string[]; readonly external: readonly string[] } {
  return {
    build: architecture.secrets.flatMap(({ origin }) => (origin.kind === 'build' ? [origin.variable] : [])),
    external: brief.services.filter(({ external }) => external?.includes('development') === true).map(serviceKey),
  };
}

export const upWorksAtOnce: Check = (subject) => {
  const { architecture } = subject;
  const { build, external } = byHand(subject);
  const services = inDevelopment(architecture);
  const pulled = services.filter(({ image, environments }) => image.kind === 'built' && environments.development?.pullPolicy !== 'build');
  const ports = services.flatMap(({ environments }) => environments.development?.ports ?? []).filter(({ published }) => published !== 0);
  const clash = ports.filter(({ published, host }) => ports.filter((other) => other.published === published && other.host === host).length > 1);
  return unless(
    [...about(build, say.up.build), ...about(external, say.up.external), ...about(namesOf(pulled), say.up.pulled), ...about(clash.map(({ variable }) => variable), say.up.port)],
    say.up.pass(services.length),
  );
};

export const hotReload: Check = ({ architecture, brief }) => {
  const byName = new Map(architecture.services.map((service) => [service.name, service]));
  const workerNames = workerServiceNames(brief);
  const processes = brief.apps.flatMap((app) => [
    // a server of files reads each one when it is asked for
    { name: app.name, command: app.role === 'static' ? undefined : app.commands.start },
    ...app.workers.map((worker) => ({ name: workerNames.get(worker)!, command: stackById(app.stack).worker(app, worker).reloads === true ? undefined : worker.command })),
  ]);
  const development = (name: string) => byName.get(name)?.environments.development;
  const unmounted = processes.filter(({ name }) => development(name)?.mounts?.some(({ kind }) => kind === 'bind') !== true);
  const fixed = processes.filter(({ name, command }) => command !== undefined && JSON.stringify(development(name)?.command) === JSON.stringify(command));
  return unless([...about(namesOf(unmounted), say.reload.mount), ...about(namesOf(fixed), say.reload.watch)], say.reload.pass(namesOf(processes)));
};

/** Every part that somebody chose has its reason, every setting its comment. */
export const clearDocumentation: Check = ({ architecture, brief }) => {
  const { decisions, variables, services } = architecture;
  const explained = new Set(decisions.filter(({ reason }) => reason !== '').map(({ id }) => id));
  const parts = [
    ...brief.apps.map(({ name }) => ({ name, id: `runtime-${name}` })),
    ...[...workerServiceNames(brief).values()].map((name) => ({ name, id: `worker-${name}` })),
    ...services.filter(({ role }) => role === 'job').map(({ name }) => ({ name, id: `job-${name}` })),
    ...services.filter(({ role }) => role === 'proxy').map(({ name, technology }) => ({ name, id: technology })),
    ...brief.services.map((service) => ({ name: serviceKey(service), id: serviceKey(service) })),
  ];
  return unless(
    [
      ...about(namesOf(parts.filter(({ id }) => !explained.has(id))), say.documentation.unexplained),
      ...about(namesOf(variables.filter(({ comment }) => comment === '')), say.documentation.uncommented),
    ],
    say.documentation.pass(decisions.length, variables.length),
  );
};

/** Minutes, from the builds of small projects on a laptop: an image with its dependencies, an image from a registry, a value from a colleague. */
const cost = { start: 1, built: 1.5, pulled: 0.5, byHand: 4 } as const;
const limit = 15;

function onboardingOf(subject: Subject): Onboarding {
  const services = inDevelopment(subject.architecture);
  const distinct = (names: readonly string[]): number => new Set(names).size;
  // a worker only adds its command to the image of its app
  const built = distinct(services.flatMap(({ image }) => (image.kind === 'built' && image.contexts === undefined ? [image.name] : [])));
  const pulled = distinct(services.filter(isData).flatMap(({ image }) => (image.kind === 'pulled' ? [image.reference] : [])));
  const { build, external } = byHand(subject);
  const hands = build.length + external.length;
  return { built, pulled, byHand: hands, minutes: Math.ceil(cost.start + built * cost.built + pulled * cost.pulled + hands * cost.byHand) };
}

export const quickOnboarding: Check = (subject) => {
  const onboarding = onboardingOf(subject);
  const arithmetic = say.onboarding.arithmetic(onboarding);
  return unless(onboarding.minutes > limit ? [arithmetic] : [], arithmetic);
};
