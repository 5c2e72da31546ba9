import { checklistMessages as say } from '../../messages/checklist.js';
import type { Service } from '../architecture.js';
import { about, isData, namesOf, notApplicable, unless } from './check.js';
import type { Check, Draft } from './check.js';

/** Whom a service waits for, in any environment. */
const awaited = ({ dependsOn, environments }: Service): readonly string[] => [...new Set([...dependsOn, ...Object.values(environments).flatMap((settings) => settings.dependsOn ?? [])])];

/** Everything that a service names as another service. */
const named = ({ services, networks }: Draft): readonly (readonly [string, readonly string[]])[] => [
  ...services.map((service) => [service.name, awaited(service)] as const),
  ...networks.map(({ name, services: members }) => [name, members] as const),
];

/** Edges of the start order that are connections: a job is waited for, not spoken to. */
function connections({ services }: Draft): readonly { readonly from: string; readonly to: string }[] {
  const silent = new Set(services.filter(({ role }) => role === 'job').map(({ name }) => name));
  return services.filter(({ role }) => role !== 'test').flatMap((service) => awaited(service).filter((to) => !silent.has(to)).map((to) => ({ from: service.name, to })));
}

export const identified: Check = ({ architecture }) => {
  const { services } = architecture;
  const names = namesOf(services);
  const known = new Set(names);
  const nameless = services.filter(({ title, technology }) => title.trim() === '' || technology === '');
  return unless(
    [
      ...about([...new Set(names.filter((name, index) => names.indexOf(name) !== index))], say.services.twice),
      ...about(namesOf(nameless), say.services.nameless),
      ...named(architecture).flatMap(([from, others]) => about(others.filter((name) => !known.has(name)), (unknown) => say.services.unknown(from, unknown))),
    ],
    say.services.pass(names.length),
  );
};

/** Programs that are there to start several others. */
const starters: ReadonlySet<string> = new Set([
  'concurrently', 'npm-run-all', 'npm-run-all2', 'run-p', 'foreman', 'honcho', 'overmind', 'hivemind', 'goreman', 'supervisord', 's6-svscan', 'runsvdir', 'runit',
]);

/** What in a command starts several processes: such a program, also behind its runner (`npx`, `bundle exec`), or `&` in a shell line. */
function starterOf(command: readonly string[]): string | undefined {
  const script = /^(?:\/bin\/)?(?:ba|da)?sh$/u.test(command[0] ?? '') && command[1]?.includes('c') === true ? (command[2] ?? '') : undefined;
  const words = (script === undefined ? command : script.split(/\s+/u)).map((word) => word.slice(word.lastIndexOf('/') + 1));
  const program = words.slice(0, script === undefined ? 4 : words.length).find((word) => starters.has(word));
  if (program !== undefined) return program;
  return script !== undefined && /(?<![&>])&(?![&>\d])/u.test(script) ? 'a shell line with &' : undefined;
}

export const oneResponsibility: Check = ({ architecture, brief }) => {
  const commands = brief.apps.flatMap(({ name, commands: { start }, workers, jobs }) => [
    { name, command: start },
    ...workers.map((worker) => ({ name: worker.name, command: worker.command })),
    ...jobs.map((job) => ({ name: job.name, command: job.command })),
  ]);
  const problems = commands.flatMap(({ name, command }) => {
    const starter = starterOf(command);
    return starter === undefined ? [] : [say.responsibility.several(name, starter)];
  });
  return unless(problems, say.responsibility.pass(commands.length, architecture.services.filter(isData).length));
};

/** Services that wait for each other: those that are left when whoever waits for nobody, or is waited for by nobody, is taken away again and again. */
function circle({ services }: Draft): readonly string[] {
  let left = services.map(({ name, dependsOn }) => ({ name, dependsOn }));
  for (;;) {
    const names = new Set(namesOf(left));
    const awaited = new Set(left.flatMap(({ dependsOn }) => dependsOn));
    const tied = left.filter(({ name, dependsOn }) => awaited.has(name) && dependsOn.some((each) => names.has(each)));
    if (tied.length === left.length) return namesOf(left);
    left = tied;
  }
}

export const dependenciesMinimised: Check = ({ architecture }) => {
  const { services, communication } = architecture;
  const edges = connections(architecture);
  const reached = new Set([...edges, ...communication].map(({ to }) => to));
  const spoken = new Set(communication.map(({ from, to }) => `${from} ${to}`));
  // people open a notebook, apps do not
  const unused = services.filter(({ tier, role, name }) => tier === 'data' && role !== 'notebook' && !reached.has(name));
  const needless = services.filter(({ role }) => role !== 'test').flatMap(({ name }) => about(edges.filter((edge) => edge.from === name && !spoken.has(`${name} ${edge.to}`)).map(({ to }) => to), (others) => say.dependencies.needless(name, others)));
  return unless([...about(namesOf(unused), say.dependencies.unused), ...needless, ...about(circle(architecture), say.dependencies.cycle)], say.dependencies.pass(edges.length));
};

export const communicationStated: Check = ({ architecture }) => {
  const { communication, services } = architecture;
  const known = new Set(namesOf(services));
  const stated = new Set(communication.map(({ from, to }) => `${from} ${to}`));
  const edges = connections(architecture);
  if (edges.length === 0 && communication.length === 0) return notApplicable(say.communication.none);
  const async = communication.filter(({ kind }) => kind === 'async').length;
  return unless(
    [
      ...edges.filter(({ from, to }) => !stated.has(`${from} ${to}`)).map(({ from, to }) => say.communication.unstated(from, to)),
      ...communication.filter(({ from, to, outside }) => !known.has(from) || (!known.has(to) && outside !== true)).map(({ from, to }) => say.communication.stray(from, to)),
    ],
    say.communication.pass(communication.length - async, async),
  );
};
