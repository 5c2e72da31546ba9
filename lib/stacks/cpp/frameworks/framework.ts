import type { FrameworkEntry } from '../../frameworks.js';

/** A server library: data, nothing more. `packages` are its names in CMake, vcpkg, Conan and as a repository, in lower case. */
export interface Framework extends FrameworkEntry {
  /** What its own documents listen on; a convention, used when nothing was seen. */
  readonly defaultPort: number;
  /** Its headers: a library of one header lies in the project and is no package. */
  readonly includes: RegExp;
  /** Code that makes its server: a client of the same library does not. */
  readonly makes: RegExp;
  /** Code in which it is told its port: the group `port`, and `host` where it has one. */
  readonly listens: readonly RegExp[];
  /** What it listens on where the program never calls `call`, as its own documents say. */
  readonly silent?: { readonly call: RegExp; readonly port: number };
  /** Where it listens when it is given a port alone. */
  readonly bindsAlone?: 'all' | 'loopback';
  /** Code that answers GET at a path: the group `path`. */
  readonly routes: readonly RegExp[];
  /** Folders that it reads where the program says nothing else, relative to where it runs. */
  readonly folders?: readonly string[];
  /** Folders that it makes for itself when it starts, in its folder of files for browsers or where it runs. */
  readonly writes?: readonly string[];
  /** Speaks HTTP/2 alone, so that no plain HTTP request is answered. */
  readonly http2Only?: true;
}
