import type { FrameworkEntry } from '../../frameworks.js';
import type { Argv } from '../../../discovery/findings.js';

/** Where a server or a worker finds its application. Names as Python imports them. */
export interface Target {
  /** File of the app, relative to its folder. */
  readonly file: string;
  /** Folder, relative to the app, that modules are imported from; `.` for its own. */
  readonly root: string;
  readonly module: string;
  readonly variable: string;
  /** The name is a function that makes the application. */
  readonly factory: boolean;
}

/** A web framework: data, and how it is called where the usual servers are not the way. */
export interface Framework extends FrameworkEntry {
  /** Names that its users import. */
  readonly modules: readonly string[];
  /** `program`: starts a server of its own. */
  readonly kind: 'wsgi' | 'asgi' | 'program';
  /** What its development server listens on. */
  readonly defaultPort: number;
  /** Names that are called to make the application. */
  readonly constructors: readonly string[];
  /** Path that its own server answers health checks on. */
  readonly health?: string;
  /** Processes that belong to it, each once. */
  readonly workers?: readonly { readonly name: string; readonly command: Argv }[];
  /** Arguments, as the source would write them, with which a server has to call a factory. */
  readonly factoryArguments?: string;
  /** Source that makes an ASGI application where the framework makes WSGI ones else. */
  readonly asynchronous?: RegExp;
  /** Attribute of the application that servers want, which programs give a name of its own: `server = app.server`. */
  readonly inner?: string;
  /** Files of PasteDeploy that name the factory: where they are there, servers read them. */
  readonly paste?: { readonly production: string; readonly development: string };
  /** Runs before the app, whatever its source says. */
  readonly migration?: Argv;
  /** Variables of every process of it. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Variables of its further processes, which speak to the server. */
  readonly workerEnvironment?: (app: { readonly name: string; readonly port: number }) => Readonly<Record<string, string>>;
  /** Names of variables that all its processes need to have the same of, and that no example need name. */
  readonly shared?: readonly string[];
  /** What is otherwise in releases before a major one. */
  readonly before?: { readonly major: number } & Partial<Pick<Framework, 'start' | 'development' | 'health' | 'workers' | 'workerEnvironment' | 'shared'>>;
  readonly start?: (target: Target, port: number) => Argv;
  readonly development?: (target: Target, port: number) => Argv;
}
