import type { Decision } from '../design/architecture.js';

/** The decisions that the manual explains, in English. Each takes what it speaks of and says why in a sentence or two. */
export const decisionMessages = {
  pattern: (title: string, use: string, complexity: string, alternatives: readonly string[]): Decision => ({
    id: 'pattern',
    title,
    reason: `${use}. Complexity: ${complexity}.${alternatives.length === 0 ? '' : ` Instead: ${alternatives.join(', ')}.`}`,
  }),
  simplerPattern: (chosen: string, simpler: string): Decision => ({
    id: 'simpler-pattern',
    title: `${simpler} would do`,
    reason: `You chose "${chosen}". Nothing in the project needs it yet: "${simpler}" is less to run. Start simple.`,
  }),
  runtime: (app: string, runtime: string, manager: string, lockFile: string | undefined): Decision => ({
    id: `runtime-${app}`,
    title: `${app} runs on ${runtime}`,
    reason:
      lockFile === undefined
        ? `Dependencies are installed by ${manager} without a lock file, so builds cannot be repeated exactly: commit one.`
        : `Dependencies are installed by ${manager} exactly as ${lockFile} says; a Debian slim image has prebuilt native modules for both processor architectures.`,
  }),
  health: (app: string, route: string | undefined): Decision => ({
    id: `health-${app}`,
    title: route === undefined ? `${app} is healthy when it answers HTTP` : `${app} is healthy when ${route} says so`,
    reason:
      route === undefined
        ? 'No health route was found, so any answer counts: it proves that the process serves. A route that checks its own dependencies would prove more.'
        : 'The probe runs inside the container with the runtime itself, because a slim image has no curl.',
  }),
  worker: (worker: string, app: string): Decision => ({
    id: `worker-${worker}`,
    title: `${worker} shares the image of ${app}`,
    reason: 'One build, another command. Its health is a check of its own, because a worker has no port that a probe could ask.',
  }),
  job: (job: string, app: string): Decision => ({
    id: `job-${job}`,
    title: `${job} runs once, before ${app}`,
    reason: 'A job of its own, not a step of every start: replicas would run it side by side, and a failure is seen where it happened. Nothing starts on half a schema.',
  }),
  technology: (id: string, title: string, users: readonly string[], reason: string): Decision => ({
    id,
    title: `${title} for ${users.join(' and ')}`,
    reason,
  }),
  deadLetters: (id: string, title: string, how: string): Decision => ({
    id: `${id}-dead-letters`,
    title: `${title}: retries and dead letters`,
    reason: `${how}.`,
  }),
  anonymous: (id: string, title: string): Decision => ({
    id: `${id}-anonymous`,
    title: `${title} takes connections without a password`,
    reason: 'The app reads where it is and no variable for a password, so it could not give one; the internal network is what protects it. Read a password or a URL, then run this again.',
  }),
  networks: (internal: boolean): Decision => ({
    id: 'networks',
    title: 'Networks by tier',
    reason: internal
      ? 'The proxy shares no network with a data service, and the data network has no route to the outside: who breaks into the proxy still has to break into an app.'
      : 'The proxy reaches the app and nothing else.',
  }),
  development: (): Decision => ({
    id: 'development',
    title: 'Development needs no preparation',
    reason:
      'A plain `docker compose up` on a fresh clone works: credentials in the override file are called development-only, ports listen on 127.0.0.1, the source is mounted and files stay yours.',
  }),
  secrets: (): Decision => ({
    id: 'secrets',
    title: 'Secrets are files',
    reason: 'Production reads them from /run/secrets. They are in no image, no committed file, no process list and not in `docker inspect`.',
  }),
  hardening: (): Decision => ({
    id: 'hardening',
    title: 'Least privilege outside development',
    reason: 'Numeric users, no capabilities, no new privileges, a read-only root file system, limits for memory, processors and processes, and rotated logs.',
  }),
  memory: (memory: number): Decision => ({
    id: 'memory',
    title: `Limits fit a host of ${memory} MiB`,
    reason: 'Memory is divided in proportion to what each service wants, and never below what it needs to start.',
  }),
  strict: (): readonly Decision[] => [
    {
      id: 'security-networks',
      title: 'Strict security: no way out but for who needs it',
      reason: 'Every network but the edge, where the proxy stands alone, has no route to the outside. Apps with a key of a third party or a service that is run elsewhere join the network egress; put an app there in a file of your own where it calls somebody without one. Development is open: it downloads.',
    },
    {
      id: 'security-scans',
      title: 'Strict security: known vulnerabilities stop the workflow',
      reason: 'Images of others stop it as well as those that are built here, where a mended version exists: raise the tag, then go on.',
    },
  ],
  regulated: (names: string): Decision => ({
    id: 'security-regulated',
    title: `Regulated${names === '' ? '' : ` (${names})`}: what the blueprint does, and what stays yours`,
    reason: 'Isolation, least privilege, secrets as files, scans down to medium severity and backups are here. Yours are TLS between tiers, encryption of disks and backups, retention of logs outside the host, reviews of access, and the audit itself: nothing here is a certificate.',
  }),
  sizing: (demand: string, apps: string, connections: number, each: number): Decision => ({
    id: 'sizing',
    title: `Sized for ${demand}`,
    reason: `${apps === '' ? 'No app gains from a second instance here' : `Instances in production: ${apps}`}. One is planned for ${each} requests per second, which is where a measurement starts and not a promise; limits are those of one instance. The proxy is ready for ${connections} connections.`,
  }),
  pools: (): Decision => ({
    id: 'pools',
    title: 'Pools fit the server',
    reason: 'All instances and workers together hold fewer connections than the database takes, with ten left for people and backups.',
  }),
  team: (level: 'beginner' | 'expert'): Decision => ({
    id: 'team',
    title: level === 'beginner' ? 'Written for a team that is new to Docker' : 'Written for a team that knows Docker',
    reason: level === 'beginner' ? 'The manual explains its words. Of two patterns that would do, take the one with fewer services: each of them is something to understand at night.' : 'The manual shows of the checklist only what does not pass.',
  }),
  cpus: (cpus: number): Decision => ({
    id: 'cpus',
    title: `Limits fit a host of ${cpus} vCPU`,
    reason: 'Processors are divided in proportion to what each service wants, so that one busy service leaves the others their share.',
  }),
};
