import type { AppBrief, Brief, EnvironmentId } from '../brief/brief.js';

/** Where a service stands. Networks follow tiers. */
export type Tier = 'frontend' | 'backend' | 'data';
/** What a backing service is to the apps. */
export type BackingRole = 'database' | 'cache' | 'broker' | 'search' | 'storage' | 'mail' | 'notebook' | 'identity' | 'converter' | 'browser' | 'workflow';
export type Role = 'proxy' | 'web' | 'worker' | 'test' | 'job' | BackingRole;

/** A probe. `programs` names every program that `test` runs, so that the image can be checked for them. */
export interface Healthcheck {
  readonly test: readonly string[];
  readonly programs: readonly string[];
  /** Loads the program itself, so it needs the variables that production makes of secret files. */
  readonly readsVariables?: true;
  /** Seconds. */
  readonly interval: number;
  readonly timeout: number;
  readonly retries: number;
  readonly startPeriod: number;
}

export type Mount =
  | { readonly kind: 'volume'; readonly source: string; readonly target: string }
  | { readonly kind: 'bind'; readonly source: string; readonly target: string; readonly readOnly?: boolean };

export interface PublishedPort {
  /** Host interface, as a compose value. */
  readonly host: string;
  readonly variable: string;
  /** 0 lets the engine choose a free port. */
  readonly published: number;
  readonly target: number;
}

export interface Limits {
  readonly cpus: number;
  /** MiB. */
  readonly memory: number;
  readonly pids: number;
}

/** A literal, or a setting that `.env` may override. */
export type EnvironmentValue = string | { readonly setting: string; readonly fallback: string };
export type Environment = Readonly<Record<string, EnvironmentValue>>;

/** What may differ between environments. Every key is optional; an environment's settings lie over the common ones. */
export interface Settings {
  /** Started after these too, which exist only here. */
  readonly dependsOn?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Environment;
  readonly ports?: readonly PublishedPort[];
  readonly mounts?: readonly Mount[];
  /** Replaces the volumes of the common settings by memory that dies with the container. */
  readonly throwAway?: boolean;
  readonly tmpfs?: readonly string[];
  readonly secrets?: readonly string[];
  readonly target?: string;
  /** Added to the image's tag, so that one environment never starts another one's image. */
  readonly tagSuffix?: string;
  readonly pullPolicy?: 'build' | 'missing';
  readonly restart?: 'no' | 'unless-stopped';
  readonly user?: string;
  readonly hardened?: boolean;
  readonly limits?: Limits;
  /** Instances; absent: one. */
  readonly replicas?: number;
  readonly logRotation?: boolean;
  readonly shmSize?: number;
  /** Fixed where the data belongs to a node of this name. */
  readonly hostname?: string;
  /** Why the root file system stays writable, where a read-only one does not do. */
  readonly writableRoot?: string;
  /** Run in the container once it has started, each time; the start fails where it fails. */
  readonly postStart?: readonly string[];
  /** Open files, soft and hard. */
  readonly openFiles?: number;
  /** The test of the probe, where it is another one here. */
  readonly probe?: readonly string[];
  /** Seconds that a start may take here, where that is more than the healthcheck says. */
  readonly startPeriod?: number;
}

export type ServiceImage =
  | {
      readonly kind: 'built';
      /** Repository of the image, without registry and tag. */
      readonly name: string;
      readonly dockerfile: string;
      readonly contexts?: Readonly<Record<string, string>>;
      /** Build arguments beside the version: what browser code gets from its environment. */
      readonly arguments?: Environment;
      /** Names of secrets that only the build sees. */
      readonly secrets?: readonly string[];
    }
  | { readonly kind: 'pulled'; readonly reference: string };

export interface Service {
  readonly name: string;
  readonly role: Role;
  readonly tier: Tier;
  /** Catalog or stack id. */
  readonly technology: string;
  readonly title: string;
  readonly image: ServiceImage;
  /** Port inside the networks. */
  readonly port?: number;
  readonly networks: readonly string[];
  /** Started after these are healthy, or, for jobs, done. */
  readonly dependsOn: readonly string[];
  /** True where PID 1 must forward signals and reap children; false for servers that do it themselves. */
  readonly init: boolean;
  /** Seconds between the stop signal and the kill. */
  readonly stopGrace: number;
  readonly healthcheck?: Healthcheck;
  readonly common: Settings;
  readonly environments: Readonly<Partial<Record<EnvironmentId, Settings>>>;
  /** Environments that have this service; absent: all. */
  readonly only?: readonly EnvironmentId[];
}

export interface Network {
  readonly name: string;
  /** No route to the outside. */
  readonly internal: boolean;
  /** Environments in which the network is opened, because a port of one of its services is published there. */
  readonly openIn: readonly EnvironmentId[];
  readonly services: readonly string[];
}

export interface Volume {
  readonly name: string;
  readonly service: string;
  readonly use: string;
  /** Environments that use it; absent: all but CI. */
  readonly only?: readonly EnvironmentId[];
}

/** A secret file under `secrets/`. Names only: values never enter the model. */
export interface Secret {
  readonly name: string;
  readonly origin:
    /** `prefix` stands before it where the server demands several kinds of characters. */
    | { readonly kind: 'random'; readonly prefix?: string }
    | { readonly kind: 'external'; readonly variable: string }
    /** Taken from a variable of whoever builds; in no container. */
    | { readonly kind: 'build'; readonly variable: string }
    /** Text with the SHA-256 of another secret in place of `{sha256}`. */
    | { readonly kind: 'digest'; readonly of: string; readonly text: string };
}

/** A setting that a person may give in `.env`. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly comment: string;
}

export interface Decision {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

export interface Operations {
  readonly service: string;
  readonly title: string;
  readonly backup: string;
  readonly restore: string;
}

/** Who opens connections to whom, and whether the caller waits for an answer (`sync`) or leaves work for later (`async`). */
export interface Communication {
  readonly from: string;
  readonly to: string;
  readonly kind: 'sync' | 'async';
  /** True of somebody else's API on the internet, which is no service of the project. */
  readonly outside?: true;
}

export type Verdict = 'pass' | 'fail' | 'not-applicable';
export type ChecklistGroup = 'design' | 'security' | 'performance' | 'operations' | 'experience';

/** One item of the review, with the reason that this architecture gives for its verdict. */
export interface ChecklistItem {
  readonly id: string;
  readonly group: ChecklistGroup;
  readonly title: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** A known mistake, whether this architecture makes it, and what says so. */
export interface AntiPattern {
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly remedy: string;
  readonly found: boolean;
  readonly reason: string;
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
  readonly antiPatterns: readonly AntiPattern[];
}

/** What will be built. Plain data, the same for every output. */
export interface Architecture {
  readonly project: { readonly name: string; readonly version: string };
  readonly pattern: { readonly id: string; readonly title: string };
  readonly apps: readonly AppBrief[];
  readonly services: readonly Service[];
  readonly networks: readonly Network[];
  readonly volumes: readonly Volume[];
  readonly secrets: readonly Secret[];
  readonly variables: readonly Variable[];
  readonly operations: readonly Operations[];
  /** Files of backing services, which they mount. */
  readonly configuration: readonly { readonly path: string; readonly content: string; readonly executable?: boolean }[];
  readonly proxy: Brief['proxy'];
  readonly environments: readonly EnvironmentId[];
  readonly ci: Brief['ci'];
  readonly images: Brief['images'];
  readonly constraints: Brief['constraints'];
  readonly decisions: readonly Decision[];
  readonly communication: readonly Communication[];
  readonly checklist: Checklist;
}
