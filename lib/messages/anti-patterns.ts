import { few } from './checklist.js';

/** Known mistakes: what is wrong with each, what to do, and what was seen, in English. */
export const antiPatternMessages = {
  overEngineered: {
    title: 'Over-engineered MVP',
    problem: 'Every part has to be run, watched and paid for before it has proven that it is needed.',
    remedy: 'Start simple, and grow when a measurement asks for it.',
    found: (chosen: string, simpler: string) => `"${chosen}" was chosen, and "${simpler}" holds these processes`,
    clear: (chosen: string) => `"${chosen}" is no more than these processes fill`,
  },
  prematureMicroservices: {
    title: 'Premature microservices',
    problem: 'Calls over a network, releases that wait for each other, and data in pieces: the cost of services without their independence.',
    remedy: 'Begin with one deployable in modules, and cut out a service when it has data and a team of its own.',
    few: (pattern: string, apps: number) => `"${pattern}" for ${apps === 1 ? 'one program' : `${apps} programs`}`,
    entangled: (apps: readonly string[], database: string) => `${few(apps)} are deployed apart and all live on ${database}`,
    clear: (apps: number) => (apps < 2 ? 'one server program' : `${apps} server programs, not cut out of one`),
  },
  sharedDatabase: {
    title: 'Database shared between services',
    problem: 'A change of the schema breaks a service that nobody thought of, and neither can be released alone.',
    remedy: 'A database for each, and a call or an event where one needs what another knows.',
    found: (database: string, apps: readonly string[]) => `${few(apps)} share ${database}`,
    clear: (databases: number) => (databases === 0 ? 'there is no database' : 'no database has two owners'),
  },
  flatNetwork: {
    title: 'Flat network',
    problem: 'Whoever breaks into the service that faces the outside reaches the data at once.',
    remedy: 'A network for each tier, and the data tier without a route to the outside.',
    one: (network: string) => `every service is on ${network}`,
    shared: (outer: readonly string[], network: string) => `${few(outer)} and the data are on ${network}`,
    none: (names: readonly string[]) => `${few(names)} would be on the network that Compose makes for all`,
    clear: (networks: readonly string[]) => (networks.length < 2 ? 'there is one tier' : `the tiers are apart: ${few(networks)}`),
  },
  noHealthchecks: {
    title: 'No healthchecks',
    problem: 'A process that hangs still counts as running, and what depends on it starts too early.',
    remedy: 'A probe for each service that runs on, which asks what the service is there for.',
    found: (names: readonly string[]) => `${few(names)} without a probe`,
    clear: (number: number) => `${number} of ${number} services have a probe`,
  },
  anonymousVolumes: {
    title: 'Anonymous volumes',
    problem: 'Data lies in a volume without a name that the next container does not find and a prune removes.',
    remedy: 'A named volume for each path that must outlive its container.',
    found: (mounts: readonly string[]) => few(mounts),
    clear: (number: number) => (number === 0 ? 'no volume is mounted' : number === 1 ? 'one volume, with a name' : `${number} volumes, each with a name`),
  },
} as const;
