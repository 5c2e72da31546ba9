import type { FrameworkEntry } from '../../frameworks.js';

/** A server framework: data, nothing more. */
export interface Framework extends FrameworkEntry {
  /** What its own documents listen on; a convention, used when nothing was seen. */
  readonly defaultPort: number;
  /** A call that makes its server, in source without comments: a client of the same library does not. */
  readonly makes: RegExp;
  /** Speaks HTTP/2 alone, so that no plain HTTP request is answered. */
  readonly http2Only?: true;
  /** Variables that make it listen on every interface, on the app's port. */
  readonly environment?: (port: number) => Readonly<Record<string, string>>;
}
