import type { ConnectionPart } from '../catalog/technology.js';
import type { AppFindings, Argv, AssetsFindings, BindVariable, DataFolder, PackageManager, SystemPackages, Workspace } from '../discovery/findings.js';

export const securityLevels = ['standard', 'strict', 'regulated'] as const;
export type SecurityLevel = (typeof securityLevels)[number];
export const regulations = ['pci', 'gdpr', 'hipaa'] as const;
export type Regulation = (typeof regulations)[number];
export const teamLevels = ['beginner', 'expert'] as const;
export type TeamLevel = (typeof teamLevels)[number];

export const environmentIds = ['development', 'ci', 'production'] as const;
export type EnvironmentId = (typeof environmentIds)[number];

/** How a secret variable gets its production value: made by `docker/secrets.sh`, or handed out by a third party. */
export type VariableKind = 'plain' | 'generated-secret' | 'external-secret';

/** A variable that an app reads and that no backing service provides. Holds an example, never a secret value. */
export interface VariableBrief {
  readonly name: string;
  readonly kind: VariableKind;
  readonly example?: string | undefined;
  /** Elsewhere the program starts without it, and would take a made-up value for a real one. */
  readonly productionOnly?: boolean | undefined;
}

export interface WorkerBrief {
  readonly name: string;
  /** The queue library behind it, which decides about its probe. */
  readonly library?: string | undefined;
  /** Exactly one replica, as of a scheduler. */
  readonly single?: boolean | undefined;
  readonly command: Argv;
  readonly development?: Argv | undefined;
  readonly uses: readonly string[];
}

/** A process that runs once before the app and its workers start, in each environment. */
export interface JobBrief {
  readonly name: string;
  readonly command: Argv;
  /** Absent: the same. */
  readonly development?: Argv | undefined;
}

export interface AppBrief {
  readonly name: string;
  readonly path: string;
  readonly role: AppFindings['role'];
  readonly stack: string;
  readonly language: string;
  readonly framework?: string | undefined;
  /** Release line of the runtime, as image tags name it. */
  readonly version: string;
  readonly packageManager: PackageManager;
  readonly lockFile?: string | undefined;
  readonly workspace?: Workspace | undefined;
  readonly systemPackages: SystemPackages;
  /** Extensions of the interpreter that the image has to be given. */
  readonly extensions?: readonly string[] | undefined;
  /** What the build writes and production needs, relative to the app. */
  readonly output?: string | undefined;
  readonly assets?: AssetsFindings | undefined;
  /** What a compiled program opens while it runs, relative to the app. */
  readonly runtimeFiles?: readonly string[] | undefined;
  /** Folders that hold what must outlive its containers. */
  readonly data?: readonly DataFolder[] | undefined;
  readonly buildSecrets: readonly string[];
  /** What its server listens on; a worker has none and nobody asks for it. */
  readonly port: number;
  /** Health route; without one the probe accepts any HTTP answer. */
  readonly health?: string | undefined;
  /** Path that all its routes start with: a proxy that gives it this path cuts nothing off. */
  readonly prefix?: string | undefined;
  /** Variables that the program reads for the address that it listens on. */
  readonly bindVariables?: readonly BindVariable[] | undefined;
  readonly commands: {
    readonly development: Argv;
    readonly start: Argv;
    readonly build?: Argv | undefined;
    readonly test?: Argv | undefined;
  };
  readonly installFiles: readonly string[];
  readonly installScripts: readonly string[];
  readonly variables: readonly VariableBrief[];
  /** Names of variables that the source reads; backing services are wired to those they know. */
  readonly reads: readonly string[];
  /** Variables of any name that hold the address of a technology, as a URL where `part` says nothing else. */
  readonly urls: readonly { readonly variable: string; readonly technology: string; readonly part?: ConnectionPart | undefined; readonly scheme?: string | undefined }[];
  readonly uses: readonly string[];
  /** Names of APIs on the internet that it calls, such as `Stripe`: listed in the manual, and a reason for a way out. */
  readonly thirdParties?: readonly string[] | undefined;
  readonly workers: readonly WorkerBrief[];
  readonly jobs: readonly JobBrief[];
}

export interface ServiceBrief {
  readonly technology: string;
  /** Version (`16`) or tag (`16-alpine`) of its image; absent: the one of our choice. */
  readonly version?: string | undefined;
  /** An image of the same server with something more inside, such as `pgvector`. */
  readonly variant?: string | undefined;
  /** Name of the service in the compose files, by which apps say that they use it; absent: the technology's id. */
  readonly name?: string | undefined;
  /** Environments in which it is managed elsewhere: no container there, only variables and secrets. */
  readonly external?: readonly EnvironmentId[] | undefined;
}

/** What the user wants. Saved in `.yo-rc.json`; holds names of secrets, never values. */
export interface Brief {
  readonly project: {
    readonly name: string;
    /** Default tag of the images. */
    readonly version: string;
  };
  readonly pattern: string;
  readonly apps: readonly AppBrief[];
  readonly services: readonly ServiceBrief[];
  readonly proxy: {
    readonly technology: string;
    /** Published on the developer's machine; production publishes `productionPort`. */
    readonly port: number;
    readonly productionPort: number;
    /** Largest accepted request body, in MiB. */
    readonly bodyLimit: number;
  };
  readonly environments: readonly EnvironmentId[];
  readonly ci: { readonly provider: 'github' | 'none' };
  readonly constraints: {
    /** Memory of the production host in MiB; limits are fitted into it. */
    readonly memory?: number | undefined;
    /** Virtual processors of the production host; limits are fitted into them. */
    readonly cpus?: number | undefined;
    /** Absent: `standard`. */
    readonly security?: SecurityLevel | undefined;
    /** What a regulated project is bound by; named in the manual, never certified. */
    readonly regulations?: readonly Regulation[] | undefined;
    /** Requests per second that production should answer. */
    readonly requestsPerSecond?: number | undefined;
    /** Milliseconds within which most requests should be answered. */
    readonly latency?: number | undefined;
    /** How much Docker the team knows, where the manual should say more or less than usual. */
    readonly team?: TeamLevel | undefined;
  };
  readonly images: {
    /** Prefix of a mirror from which every base and service image is taken, with a trailing slash. */
    readonly mirror?: string | undefined;
  };
  readonly locale: 'en';
}
