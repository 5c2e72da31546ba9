import type { FrameworkEntry } from '../../frameworks.js';

/** A server framework: data, nothing more. */
export interface Framework extends FrameworkEntry {
  /** What its own templates and documents listen on; a convention, used when nothing was seen. */
  readonly defaultPort: number;
  /** Listens on 127.0.0.1 only, unless told otherwise. */
  readonly listensOnLoopback: boolean;
  /** Packages whose functions make the application, as in `express()` or `new Hono()`. */
  readonly constructors: readonly string[];
}
