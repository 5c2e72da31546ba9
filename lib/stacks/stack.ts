import type { AppBrief, WorkerBrief } from '../brief/brief.js';
import type { Healthcheck, Limits } from '../design/architecture.js';
import type { Diagnostic } from '../diagnostics.js';
import type { AppFindings, Argv, AssetsFindings, ServiceFindings } from '../discovery/findings.js';
import type { Repository } from '../discovery/repository.js';
import type { Technology } from '../catalog/technology.js';
import type { FrameworkEntry } from './frameworks.js';
import type { VersionLine } from './version-lines.js';

/** What a stack needs to know of the catalog to recognise backing services. */
export type DetectableTechnology = Pick<Technology, 'id' | 'detection' | 'variants' | 'protocol'> & Partial<Pick<Technology, 'title' | 'role' | 'port' | 'connection'>>;

export interface StackDiscovery {
  readonly apps: readonly AppFindings[];
  readonly services: readonly ServiceFindings[];
  readonly problems: readonly Diagnostic[];
}

/** A file that a stack adds to an app's image folder. */
export interface StackFile {
  readonly path: string;
  readonly content: string;
  readonly executable?: boolean;
}

/** How a process runs in production and in development. */
export interface ProcessCommands {
  readonly command: Argv;
  readonly development: Argv;
}

/** A named volume that development lays over, or beside, the mounted source. */
export interface DevelopmentVolume {
  /** Name of the volume, unique in the project. */
  readonly name: string;
  /** Where it is mounted, absolute. */
  readonly target: string;
  /**
   * Folder of the repository that the mount point lies in, where the volume covers a part of the mounted source.
   * Docker makes it as root when it is missing, so the entrypoint gets it under `/run/host/` and gives it back to its owner.
   */
  readonly hostFolder?: string;
}

/** How the processes of an app run: what design needs to know beside the commands. Pure function of the app. */
export interface Runtime {
  /** Programs that the production image contains and a health command may run. */
  readonly programs: readonly string[];
  /** Where the production image has the app's folder; absent: `/app`. */
  readonly folder?: string;
  /** Numeric user and group of the production image. */
  readonly user: string;
  /** The probe of the web process. */
  readonly healthcheck: Healthcheck;
  readonly limits: Limits;
  /** Seconds from the stop signal to the kill. */
  readonly stopGrace: number;
  /** True where PID 1 must forward signals and reap children; false for servers that do it themselves. */
  readonly init: boolean;
  /** What a read-only root needs to be writable, as compose `tmpfs` entries; `/tmp` is always there. */
  readonly tmpfs: readonly string[];
  readonly environment: { readonly [K in 'common' | 'development' | 'test' | 'production']: Readonly<Record<string, string>> };
  readonly development: {
    /** Folder of the repository that is mounted, `.` for its root. */
    readonly source: string;
    /** Where it is mounted, absolute. */
    readonly target: string;
    readonly volumes: readonly DevelopmentVolume[];
    /** The entrypoint for what ends by itself, where the image's own starts a command again when the source changes. */
    readonly once?: Argv;
    /** Seconds that the first start may take where it compiles; absent: what the probe says. */
    readonly startPeriod?: number;
  };
}

/** How a worker process differs from the web process of the same app. */
export interface WorkerRuntime {
  readonly healthcheck: Healthcheck;
  readonly environment: Readonly<Record<string, string>>;
  readonly stopGrace: number;
  /** True where it loads changed code by itself in development, so that nothing has to start it again. */
  readonly reloads?: boolean;
}

/** What a stack gets when it writes the image of an app. */
export interface ImageContext {
  /** Where the files go: `docker/<app>`. */
  readonly folder: string;
  /** The project's name, which sets the caches of its builds apart from those of others on the same machine; absent where nothing is built. */
  readonly project?: string;
  /** Lines of a stage named `assets` that builds the app's browser code into its path; null where there is none. */
  readonly assets: string | null;
}

/** What a placeholder is made for. */
export interface PlaceholderContext {
  /** A slug. */
  readonly name: string;
  /** Release line of the runtime. */
  readonly version: string;
  /** Whether a worker process stands beside the server. */
  readonly worker: boolean;
}

/** One language family: how it is recognised, what an app of it needs, how its image is built. */
export interface Stack {
  readonly id: string;
  readonly title: string;
  readonly frameworks: readonly FrameworkEntry[];
  /** Its apps count only where no other stack found any, as plain pages do. */
  readonly lastResort?: true;
  /** Keys of `images.Dockerfile` that its Dockerfiles start from. */
  readonly images: readonly string[];
  /** Every app of this stack in the repository. */
  readonly discover: (repository: Repository, technologies: readonly DetectableTechnology[]) => StackDiscovery;
  /** Release lines of the runtime, the newest first. */
  readonly lines: readonly VersionLine[];
  /** Used where neither the project nor the user says a version. */
  readonly defaultVersion: string;
  /** The newest supported line that a declaration such as `>=20` or `lts/jod` admits; an ended one where it names no other; undefined where it cannot be read. */
  readonly resolveVersion: (declared: string) => string | undefined;
  /** Names of package managers, the one that is taken where nothing says which first. */
  readonly packageManagers: readonly string[];
  readonly defaultPort: number;
  readonly defaultLanguage: string;
  readonly runtime: (app: AppBrief) => Runtime;
  readonly worker: (app: AppBrief, worker: WorkerBrief) => WorkerRuntime;
  /** Names of the app's variables that its build reads, such as `VITE_API_URL`: they become build arguments. */
  readonly buildArguments: (app: AppBrief) => readonly string[];
  /** Folders and files of the repository that the build of the image reads, besides its own folder under `docker/`. */
  readonly buildContext: (app: AppBrief) => readonly string[];
  /** What its tools leave beside the source on a developer's machine, as patterns of the repository: no build of an image gets it. */
  readonly leftovers?: (app: AppBrief) => readonly string[];
  /** Dockerfile and helper scripts of an app. */
  readonly files: (app: AppBrief, context: ImageContext) => readonly StackFile[];
  /** What the worker image adds to the app's image; `folder` is `docker/workers` or a folder in it. */
  readonly workerFiles: (folder: string) => readonly StackFile[];
  /** The process that goes by a name in an app: a script of the manifest, or a file of that name. */
  readonly findProcess: (repository: Repository, app: AppBrief, name: string) => ProcessCommands | undefined;
  /** How development runs a command again on each change of the source; the command itself where nothing is known of it. */
  readonly watched: (repository: Repository, app: AppBrief, command: Argv) => Argv;
  /** How development, which has the source and not what is built of it, runs a command of production once; absent or undefined: by that command. */
  readonly developmentJob?: (app: AppFindings, command: Argv) => Argv | undefined;
  /** A server on the standard library that stands in until the code is there: it listens on `PORT` and answers `/healthz`. */
  readonly placeholder: (context: PlaceholderContext) => readonly StackFile[];
  /** Browser code that lies beside a server of another stack, where this stack can build it. */
  readonly assets?: {
    readonly discover: (repository: Repository, path: string) => AssetsFindings | undefined;
    /** The stage `assets` of the server's Dockerfile: it leaves the app's folder, with what the build made, in its working directory. */
    readonly stage: (app: AppBrief) => string;
  };
}
