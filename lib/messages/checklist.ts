import type { ChecklistGroup, Verdict } from '../design/architecture.js';

/** A few names in full, many by their number. */
export function few(names: readonly string[]): string {
  const most = 4;
  if (names.length > most + 1) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  return names.length < 2 ? (names[0] ?? 'none') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
const verb = (names: readonly string[], one: string, many: string): string => `${few(names)} ${names.length === 1 ? one : many}`;

export interface Onboarding {
  readonly built: number;
  readonly pulled: number;
  readonly byHand: number;
  readonly minutes: number;
}

/** The review: titles and the reasons that checks give, in English. */
export const checklistMessages = {
  title: 'Checklist',
  groups: {
    design: 'Design', security: 'Security', 'performance': 'Performance', operations: 'Operations', experience: 'Developer experience',
  } satisfies Record<ChecklistGroup, string>,
  verdicts: { pass: 'pass', fail: 'fail', 'not-applicable': 'not applicable' } satisfies Record<Verdict, string>,
  summary: (pass: number, fail: number, notApplicable: number, found: number): string =>
    `${pass} pass, ${fail} fail, ${notApplicable} not applicable; ${found === 0 ? 'no anti-pattern' : count(found, 'anti-pattern')} found`,
  antiPattern: 'anti-pattern',

  services: {
    title: 'Services clearly identified',
    twice: (names: readonly string[]) => `${verb(names, 'is the name of', 'are the names of')} more than one service`,
    nameless: (names: readonly string[]) => `nothing says what ${verb(names, 'is', 'are')}`,
    unknown: (service: string, names: readonly string[]) => `${service} speaks of ${few(names)}, which is no service`,
    pass: (number: number) => `${count(number, 'service')}, each with a name of its own, a role and a technology`,
  },
  responsibility: {
    title: 'One responsibility each',
    several: (service: string, program: string) => `${service} starts several processes (${program}): when one of them ends, nobody sees it. Give each its own service`,
    pass: (processes: number, backing: number) => `${count(processes, 'process', 'processes')} of the project, one for each service; ${count(backing, 'backing service')}`,
  },
  dependencies: {
    title: 'Dependencies minimised',
    unused: (names: readonly string[]) => `nothing uses ${few(names)}: leave ${names.length === 1 ? 'it' : 'them'} out`,
    needless: (service: string, names: readonly string[]) => `${service} waits for ${few(names)} and never speaks to ${names.length === 1 ? 'it' : 'them'}`,
    cycle: (names: readonly string[]) => `${few(names)} wait for each other and never start`,
    pass: (edges: number) => `${count(edges, 'dependency', 'dependencies')} between services, each used, none in a circle`,
  },
  communication: {
    title: 'Communication stated',
    unstated: (from: string, to: string) => `nothing says how ${from} speaks to ${to}`,
    stray: (from: string, to: string) => `${from} is said to speak to ${to}, and one of them is no service`,
    none: 'one service that speaks to nobody',
    pass: (sync: number, async: number) => `${count(sync + async, 'connection')}: ${sync} sync (the caller waits), ${async} async (work is left for later); the manual lists them`,
  },

  networks: {
    title: 'Networks isolated by tier',
    none: 'there is no data service to keep apart',
    shared: (proxy: string, service: string, network: string) => `${proxy} shares the network ${network} with ${service}`,
    open: (network: string, service: string) => `the network ${network} of ${service} has a route to the outside`,
    default: (names: readonly string[]) => `${verb(names, 'joins', 'join')} no network of a tier, so Compose puts ${names.length === 1 ? 'it' : 'them'} where everybody is`,
    pass: (networks: readonly string[], data: number) => `${count(networks.length, 'network')} (${few(networks)}); ${count(data, 'data service')} without a route to the outside`,
  },
  exposure: {
    title: 'Data services not exposed',
    none: 'there is no data service',
    published: (service: string, environment: string) => `${service} publishes a port in ${environment}`,
    beyond: (service: string, host: string) => `${service} publishes a port on ${host} in development, beyond the developer's machine`,
    opened: (network: string, environment: string) => `the network ${network} is opened in ${environment}`,
    pass: (names: readonly string[]) => `${verb(names, 'publishes', 'publish')} nothing outside development, and there on 127.0.0.1 only`,
  },
  secrets: {
    title: 'Secrets outside images and files',
    none: 'only development: its credentials are no secrets, and say so',
    literal: (service: string, variable: string) => `${service} has a credential as text in ${variable}`,
    command: (service: string) => `the command of ${service} holds a credential`,
    argument: (service: string, variable: string) => `${variable} is a secret and a build argument of ${service}: it stays in the image`,
    unknown: (service: string, secret: string) => `${service} reads the secret ${secret}, which nothing makes`,
    pass: (number: number) => `${number === 0 ? 'no credentials are needed' : `${count(number, 'secret file')}, read when a container starts`}; no credential in an image, a command or a compose file`,
  },
  scans: {
    title: 'Images scanned',
    none: 'only development: its images leave no machine',
    workflow: 'no workflow is written, so nothing scans the images. Set ci.provider to github and add the environment ci, or scan in your own pipeline',
    missed: (images: readonly string[]) => `the workflow scans every image but ${few(images)}`,
    pass: (built: number, pulled: number) =>
      `the workflow scans ${count(built, 'image')} that it builds and stops on what can be mended${pulled === 0 ? '' : `, and reports on ${count(pulled, 'image')} of others`}`,
  },

  resources: {
    title: 'Resources limited per service',
    none: 'no production: limits would only slow development down',
    unlimited: (names: readonly string[]) => `${verb(names, 'has', 'have')} no limit of memory, processors or processes`,
    memory: (sum: number, host: number) => `the limits need ${sum} MiB, the host has ${host} MiB`,
    cpus: (sum: number, host: number) => `the limits need ${sum} vCPU, the host has ${host} vCPU`,
    pass: (number: number, memory: number, cpus: number) => `${count(number, 'service')} limited in memory, processors and processes: ${memory} MiB and ${cpus} vCPU together`,
  },
  cache: {
    title: 'A cache strategy',
    nothing: 'there is no database whose answers could be kept',
    simple: 'one deployable that asks its database: a cache is worth its cost when a measurement says so',
    missing: (apps: readonly string[], databases: readonly string[]) => `nothing keeps what ${verb(apps, 'reads', 'read')} from ${few(databases)}: add a cache for what is read often, such as Redis`,
    unused: (names: readonly string[]) => `nothing uses ${few(names)}`,
    unbounded: (names: readonly string[]) => `${verb(names, 'has', 'have')} no memory limit and may take all of the host's`,
    pass: (names: readonly string[], apps: readonly string[]) => `${few(names)} for ${few(apps)}, with a memory limit`,
    browsers: (apps: readonly string[]) => `browsers keep the files of ${few(apps)}: those with a hash in their name for a year, every other after asking`,
  },
  volumes: {
    title: 'Suitable volumes',
    none: 'there is no service that keeps data here',
    lost: (names: readonly string[]) => `the data of ${few(names)} dies with ${names.length === 1 ? 'its container' : 'their containers'}: it has no volume`,
    remembered: (names: readonly string[]) => `${verb(names, 'keeps', 'keep')} the data of one test run for the next`,
    pass: (names: readonly string[]) => `named volumes for ${few(names)}, memory in tests`,
  },
  build: {
    title: 'Optimised build',
    none: 'no image is built for anything but development',
    same: (names: readonly string[]) => `production runs the development image of ${few(names)}, tools and all`,
    tag: (names: readonly string[]) => `the development image of ${few(names)} has the tag of the production image`,
    again: (names: readonly string[]) => `${verb(names, 'builds', 'build')} an image of a name that another Dockerfile has`,
    pass: (images: readonly string[]) => `${few(images)}: production and development run stages of their own of one multi-stage build, under tags of their own`,
  },

  health: {
    title: 'Healthchecks on all services',
    missing: (names: readonly string[]) => `nobody asks whether ${verb(names, 'works', 'work')}`,
    pass: (number: number) => `${count(number, 'long-running service')}, each with a probe of its own`,
  },
  logs: {
    title: 'Central logging',
    none: 'no production whose logs somebody would search',
    unrotated: (names: readonly string[]) => `the logs of ${few(names)} grow until the disk is full`,
    local: (number: number) =>
      `one host: ${count(number, 'service')} log to standard output, Docker rotates the files, and docker compose logs reads all of them. Nothing collects them beyond that host: with a second one, add a collector or the log driver of your platform`,
  },
  backup: {
    title: 'A backup strategy',
    none: 'no container keeps data in production',
    missing: (names: readonly string[]) => `nothing says how the data of ${few(names)} is saved and restored`,
    pass: (names: readonly string[]) => `commands that save and restore ${few(names)}, and when to run them, in the manual`,
  },
  rollback: {
    title: 'A documented rollback',
    none: 'no production to go back in',
    rebuilt: (names: readonly string[]) => `production builds ${few(names)} again instead of starting the image of an earlier tag`,
    tag: 'no setting chooses the tag of the images',
    pass: (images: number, jobs: readonly string[]) =>
      `the tag chooses the version of ${count(images, 'image')}, and the manual has the command${jobs.length === 0 ? '' : `; what ${few(jobs)} changed in data stays, and the manual says so`}`,
  },

  up: {
    title: '`docker compose up` works at once',
    build: (names: readonly string[]) => `the build needs ${few(names)} from the environment`,
    external: (names: readonly string[]) => `${verb(names, 'runs', 'run')} elsewhere in development too: write the address into .env first`,
    pulled: (names: readonly string[]) => `development would look for the image of ${few(names)} in a registry instead of building it`,
    port: (names: readonly string[]) => `${few(names)} want the same port of the machine`,
    pass: (number: number) => `${count(number, 'service')} in development, and none needs a file or a setting first`,
  },
  reload: {
    title: 'Hot reload',
    mount: (names: readonly string[]) => `the source of ${few(names)} is not mounted in development`,
    watch: (names: readonly string[]) => `${verb(names, 'runs', 'run')} in development what ${names.length === 1 ? 'it runs' : 'they run'} in production, and nothing in the command watches the source: a changed line may wait for a restart. Give a command that watches (commands.development)`,
    pass: (names: readonly string[]) => `the source of ${few(names)} is mounted, and a changed line is served at once`,
  },
  documentation: {
    title: 'Clear documentation',
    unexplained: (names: readonly string[]) => `nothing says why ${verb(names, 'is', 'are')} as ${names.length === 1 ? 'it is' : 'they are'}`,
    uncommented: (names: readonly string[]) => `${verb(names, 'has', 'have')} no comment in .env.example`,
    pass: (decisions: number, settings: number) => `the manual gives ${count(decisions, 'decision')} with reasons, and .env.example ${count(settings, 'setting')} with comments`,
  },
  onboarding: {
    title: 'Onboarding under 15 minutes',
    arithmetic: ({ built, pulled, byHand, minutes }: Onboarding) =>
      `an estimate, nothing was measured: ${count(built, 'image')} to build, ${pulled} to pull, ${count(byHand, 'value')} to get by hand make about ${count(minutes, 'minute')}`,
  },
} as const;
