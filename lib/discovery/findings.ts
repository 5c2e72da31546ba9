import type { ConnectionPart } from '../catalog/technology.js';
import type { Diagnostic } from '../diagnostics.js';
import type { Evidence, Fact } from './evidence.js';
import type { ThirdPartyFindings } from './third-parties.js';

/** An argument vector: what the container executes, without a shell between. */
export type Argv = readonly string[];

export interface PackageManager {
  /** One of the names that the app's stack knows. */
  readonly name: string;
  /** Exact version where the project pins one (`packageManager`). */
  readonly version?: string | undefined;
}

/** A package of a workspace: its dependencies are installed from the root of the workspace. */
export interface Workspace {
  /** Folder of the lock file, relative to the repository. */
  readonly root: string;
  /** Folders of the packages that the app is made of, its own among them, relative to the repository; each after those that it needs. */
  readonly packages: readonly string[];
  /** Those of `packages` that production needs: not what only the build uses. */
  readonly runtime: readonly string[];
  /** Folders of the packages of all apps of the workspace: development installs them together, because the apps share what is installed. */
  readonly members: readonly string[];
  /** What has to be built before the app, in this order: a command in a folder of the repository. */
  readonly builds: readonly WorkspaceBuild[];
  /** Files that builds read and installing does not, such as a `tsconfig.base.json`, relative to the root. */
  readonly files: readonly string[];
}

export interface WorkspaceBuild {
  readonly folder: string;
  readonly command: Argv;
}

/** Debian packages that libraries of the app need: to be compiled, and to run. */
export interface SystemPackages {
  readonly build: readonly string[];
  readonly runtime: readonly string[];
  /** Fetches the browsers of a library that drives its own and none of Debian's: a program of the installed packages, and its arguments. */
  readonly browsers?: Argv | undefined;
}

/** Browser code in the folder of a server of another stack. Paths are relative to the app. */
export interface AssetsFindings {
  readonly packageManager: PackageManager;
  readonly lockFile?: string | undefined;
  /** Version of the runtime that builds it. */
  readonly version: string;
  readonly build: Argv;
  readonly installFiles: readonly string[];
}

/** A process of an app beside its web server, started from the same image. */
export interface WorkerFindings {
  readonly name: string;
  /** The library whose jobs it takes or whose clock it is, which decides about its probe: `celery`, `sidekiq`. */
  readonly library?: string;
  /** True for a scheduler: of two replicas each would start every job. */
  readonly single?: boolean;
  /** The file that the process runs, where known. */
  readonly entry?: string;
  /** Empty where the app's own process takes the jobs: nothing is started beside it. */
  readonly start: readonly Fact<Argv>[];
  readonly dev: readonly Fact<Argv>[];
}

/** A process that runs once, before the app starts. */
export interface JobFindings {
  readonly name: string;
  readonly command: readonly Fact<Argv>[];
  /** How development runs it, where it has not what production was built from. */
  readonly development?: Argv;
}

/** A variable that the app reads from its environment. */
export interface VariableFindings {
  readonly name: string;
  /** The value in the environment example; '' when it stands there empty, undefined when it is only read in the source. */
  readonly example?: string;
  /** The service that it leads to and how, where its name and its example do not show it, as with `ConnectionStrings__Orders`. */
  readonly connects?: {
    readonly technology: string;
    readonly part: ConnectionPart;
    /** What its address has to begin with, where that names a driver too: `postgresql+asyncpg`. */
    readonly scheme?: string;
  };
  /** True of a key to something encrypted: outside production the program starts without it, and a made-up one would be refused. */
  readonly productionOnly?: true;
  readonly evidence: readonly Evidence[];
}

/** A folder that an app writes what must outlive its containers into. */
export interface DataFolder {
  /** Relative to the app, or absolute. */
  readonly path: string;
  readonly holds: 'database' | 'files';
  /** What keeps the database, as a person knows it; absent: SQLite. */
  readonly engine?: string | undefined;
  /** What is set outside development so that the database lies there. */
  readonly variable?: { readonly name: string; readonly value: string } | undefined;
}

export interface DataFindings extends DataFolder {
  readonly evidence: readonly Evidence[];
}

/** A variable that holds the address which a server listens on: the host alone, `HOST:PORT`, or `http://HOST:PORT`. */
export interface BindVariable {
  readonly name: string;
  readonly form: 'host' | 'address' | 'url';
}

export interface AppFindings {
  readonly name: string;
  /** Relative to the repository, `.` for its root. */
  readonly path: string;
  /** `static`: the build leaves files for browsers and no server. `worker`: takes jobs and listens on no port. */
  readonly role: 'web' | 'static' | 'worker';
  /** Id of the stack that recognised it. */
  readonly stack: string;
  readonly language: readonly Fact<string>[];
  readonly framework: readonly Fact<string>[];
  readonly packageManager: readonly Fact<PackageManager>[];
  /** File name of the lock file, relative to the app or to the root of its workspace. */
  readonly lockFile?: string;
  readonly workspace?: Workspace;
  readonly systemPackages: SystemPackages;
  /** Extensions of the interpreter itself that the image has to be given, as the ecosystem calls them: `pdo_pgsql`. */
  readonly extensions?: readonly string[];
  /** What the build writes and production needs, relative to the app: a folder of files for browsers, an archive, a program. */
  readonly output?: string;
  readonly assets?: AssetsFindings;
  /** Files and folders that a compiled program opens while it runs, relative to the app, or to the root whose manifest it shares: templates, settings, migrations. */
  readonly runtimeFiles?: readonly string[];
  /** Folders of what it keeps in files: its database, uploads. */
  readonly data?: readonly DataFindings[];
  /** Names of variables that hold credentials of private registries and that only the build may see. */
  readonly buildSecrets: readonly string[];
  /** The runtime version as the project declares it: exact, a range, or a name. */
  readonly version: readonly Fact<string>[];
  readonly port: readonly Fact<number>[];
  /** Path of a route that answers a health probe. */
  readonly health: readonly Fact<string>[];
  /** Settings files whose addresses of services its own commands change before anything starts: what is written down there is of no account. */
  readonly changedSettings?: readonly string[];
  /** Path that all its routes start with, such as `/api`, where the source shows one. */
  readonly prefix?: string;
  /** `loopback` where the source shows that the server listens on 127.0.0.1 only: no proxy can reach it. */
  readonly bind: readonly Fact<'all' | 'loopback'>[];
  /** Variables that the program itself reads for what it listens on: a container gives them every interface. */
  readonly bindVariables?: readonly BindVariable[];
  readonly commands: { readonly [K in 'dev' | 'build' | 'start' | 'test']: readonly Fact<Argv>[] };
  /** Files that installing dependencies needs besides the manifest and the lock file (`.npmrc`, `patches/`), relative to the app or to the root of its workspace. */
  readonly installFiles: readonly string[];
  /** Install-time scripts of the project itself (`prepare`, `postinstall`), which need sources that the dependency stage has not. */
  readonly installScripts: readonly string[];
  readonly variables: readonly VariableFindings[];
  /** Names of variables that it should read and does not: what they hold is written down in its source. */
  readonly unread?: readonly string[];
  readonly workers: readonly WorkerFindings[];
  readonly jobs: readonly JobFindings[];
  /** Ids of technologies that this app uses. */
  readonly uses: readonly string[];
  /** Names of the third parties that it calls. */
  readonly thirdParties?: readonly string[];
}

/** The only clients that an app has of a service, where newer releases of the server turn them away. */
export interface LimitFindings {
  readonly client: string;
  readonly until: string;
  readonly instead: string;
  readonly evidence: Evidence;
}

export interface ServiceFindings {
  readonly technology: string;
  /** An image with something more inside that a library of an app asks for. */
  readonly variant?: string | undefined;
  /** Version or tag of the image that the project's own Docker files name. */
  readonly version?: string | undefined;
  readonly limited?: LimitFindings | undefined;
  readonly confidence: Fact<unknown>['confidence'];
  readonly evidence: readonly Evidence[];
}

/** What a repository shows. Plain data: printed by `discover --json`, turned into answers by `suggest`. */
export interface Findings {
  readonly project: readonly Fact<string>[];
  /** Version of the project's own release. */
  readonly release: readonly Fact<string>[];
  readonly apps: readonly AppFindings[];
  readonly services: readonly ServiceFindings[];
  /** APIs on the internet that apps call. */
  readonly thirdParties: readonly ThirdPartyFindings[];
  /** Docker files that are already there and not ours, with what makes each one matter. */
  readonly existingDocker: readonly { readonly file: string; readonly kind: 'compose' | 'dockerfile' }[];
  /** What could not be read or contradicts itself. Errors stop the run; the rest is shown. */
  readonly problems: readonly Diagnostic[];
}
