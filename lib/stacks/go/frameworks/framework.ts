import type { FrameworkEntry } from '../../frameworks.js';
import type { Runtime } from '../../stack.js';

/** A server framework: data, nothing more. */
export interface Framework extends FrameworkEntry {
  /** What its own documents listen on; a convention, used when nothing was seen. */
  readonly defaultPort: number;
  /** A call that makes its server, in source without comments: a client of the same library does not. */
  readonly makes: RegExp;
  /** The program of its own that writes the main package, without which the Go tool has nothing to build. */
  readonly generator?: string;
  /** Speaks HTTP/2 alone, so that no plain HTTP request is answered. */
  readonly http2Only?: true;
  /** Variables that choose its mode and make it listen on every interface. */
  readonly environment?: Partial<Runtime['environment']>;
  /** Files and folders that it opens while it runs without being told of them, relative to the app. */
  readonly files?: readonly string[];
}
