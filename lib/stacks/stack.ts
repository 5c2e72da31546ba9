import type { AppBrief } from '../brief/brief.js';
import type { Healthcheck, Limits } from '../design/architecture.js';
import type { Diagnostic } from '../diagnostics.js';
import type { AppFindings, Argv, ServiceFindings } from '../discovery/findings.js';
import type { Repository } from '../discovery/repository.js';
import type { Detection } from '../catalog/technology.js';

/** What a stack needs to know of the catalog to recognise backing services. */
export interface DetectableTechnology {
  readonly id: string;
  readonly detection: Detection;
}

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

/** One language family: how it is recognised, what an app of it needs, how its image is built. */
export interface Stack {
  readonly id: string;
  readonly title: string;
  /** Programs that the production image contains and a health command may run. */
  readonly programs: readonly string[];
  /** Every app of this stack in the repository. */
  readonly discover: (repository: Repository, technologies: readonly DetectableTechnology[]) => StackDiscovery;
  /** Used where neither the project nor the user says a version. */
  readonly defaultVersion: string;
  /** The major version of the newest supported line that a declaration such as `>=20` or `lts/jod` admits; undefined where it cannot be read. */
  readonly resolveVersion: (declared: string) => string | undefined;
  readonly defaultPort: number;
  /** Numeric user and group of the production image. */
  readonly user: string;
  /** Where the source lives in the image. */
  readonly workdir: string;
  /** Folders under the workdir that a development volume keeps from the bind-mounted source. */
  readonly developmentVolumes: (app: AppBrief) => readonly { readonly name: string; readonly folder: string }[];
  readonly limits: Limits;
  /** Seconds from the stop signal to the kill. */
  readonly stopGrace: number;
  /** The probe of the web process. */
  readonly webHealthcheck: (app: AppBrief) => Healthcheck;
  /** The probe of a worker, and the environment that makes it possible. */
  readonly worker: { readonly healthcheck: Healthcheck; readonly environment: Readonly<Record<string, string>> };
  readonly environment: { readonly [K in 'common' | 'development' | 'test' | 'production']: Readonly<Record<string, string>> };
  /** Dockerfile and helper scripts of an app, written to `docker/<app>/`. */
  readonly files: (app: AppBrief, folder: string) => readonly StackFile[];
  /** The process that goes by a name in an app: a script of the manifest, or a file of that name. */
  readonly findProcess: (repository: Repository, app: AppBrief, name: string) => ProcessCommands | undefined;
  /** How development runs a command again on each change of the source; the command itself where nothing is known of it. */
  readonly watched: (repository: Repository, app: AppBrief, command: Argv) => Argv;
  /** What the worker image adds to the app's image, written to `docker/workers/`. */
  readonly workerFiles: () => readonly StackFile[];
}
