import type { Argv } from '../../../discovery/findings.js';
import type { FrameworkEntry } from '../../frameworks.js';

/** How the built app of a framework serves by itself. */
export interface FrameworkServer {
  readonly start: Argv;
  /** How it starts where the image holds the app as it is, as in a workspace, instead of only the parts. */
  readonly whole?: Argv;
  /** What production needs of the build, as pairs of a folder of the app and its place in the image. */
  readonly parts: readonly (readonly [from: string, to: string])[];
  /** False where the output holds every package that it loads. */
  readonly dependencies: boolean;
  /** The package, one of these, without which the build leaves no such server. */
  readonly adapters?: readonly string[];
}

/** How the built app is served as plain files. `{project}` is the name that the workspace file of the framework gives, `{root}` the folder that the build command names. */
export interface FrameworkFiles {
  readonly output: string;
  /** True where the browser decides about paths, so that an unknown one gets the index. */
  readonly fallback: boolean;
  /** The package, one of these, that asks for files where the framework can do both. */
  readonly adapters?: readonly string[];
  /** The port of the development server, where it is another one than that of the built server. */
  readonly defaultPort?: number;
}

/** A framework whose own command builds the app. */
export interface FrameworkBuild {
  /** The development server. */
  readonly development: Argv;
  /** What makes it listen on every interface. */
  readonly developmentOptions: Argv;
  /** The option that takes the port, where `PORT` does not decide. */
  readonly portOption?: string;
  readonly build: Argv;
  readonly server?: FrameworkServer;
  readonly files?: FrameworkFiles;
  /** What in the build script or the settings asks for files where the framework could serve as well. */
  readonly filesWhen?: readonly RegExp[];
  /** What the server needs in its environment, in production. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the build needs in its environment. */
  readonly buildEnvironment?: Readonly<Record<string, string>>;
  /**
   * Folder of the app in which a build keeps what makes the next one fast: the tool itself tells what is out of date. `drop` is what lies
   * in it and is none of that, such as answers of servers.
   */
  readonly cache?: { readonly folder: string; readonly drop?: string };
  /** Variables with these prefixes are written into the output while it is built. */
  readonly prefixes: readonly string[];
  /** Folders of the image that the server writes to. */
  readonly writable?: readonly string[];
}

/** A framework: data, nothing more. */
export interface Framework extends FrameworkEntry {
  /** What its own templates and documents listen on; a convention, used when nothing was seen. */
  readonly defaultPort: number;
  /** Listens on 127.0.0.1 only, unless told otherwise. */
  readonly listensOnLoopback: boolean;
  /** Packages whose functions make the application, as in `express()` or `new Hono()`. */
  readonly constructors: readonly string[];
  /** Absent where the project's own program is the server. */
  readonly build?: FrameworkBuild;
  /** Id of another framework that builds and serves the app, where the app has that one as well. */
  readonly builtWith?: string;
  /** Folders of the app into which it writes what must outlive its containers, such as uploads. */
  readonly keeps?: readonly string[];
  /** The module whose default export is the router of the app itself. */
  readonly routerModule?: string;
  /** Path that every app of it answers without an error, without a line of the app's own. */
  readonly health?: string;
  /** Of a library for pages: a package that builds an app of it, one of these, must be there and no framework may be. */
  readonly builtBy?: readonly string[];
}
