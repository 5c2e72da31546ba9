/** A server framework: data, nothing more. */
export interface Framework {
  readonly id: string;
  /** Runtime dependencies that mean this framework. */
  readonly packages: readonly string[];
  /** What its own templates and documents listen on; a convention, used when nothing was seen. */
  readonly defaultPort: number;
  /** Listens on 127.0.0.1 only, unless told otherwise. */
  readonly listensOnLoopback: boolean;
  /** Packages whose functions make the application, as in `express()` or `new Hono()`. */
  readonly constructors: readonly string[];
  /** Ids of frameworks that it is built on: seen together, it is the answer. */
  readonly refines: readonly string[];
}
