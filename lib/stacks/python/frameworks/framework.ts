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
  readonly start?: (target: Target, port: number) => Argv;
  readonly development?: (target: Target, port: number) => Argv;
}
