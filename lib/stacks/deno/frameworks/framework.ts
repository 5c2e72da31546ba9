import type { FrameworkEntry } from '../../frameworks.js';

/** A server framework: data, nothing more. `packages` are names without registry: `hono` stands for `npm:hono` and `jsr:@hono/hono` has its own. */
export interface Framework extends FrameworkEntry {
  /** Sources that a bundler reads lie where the framework wants them; its own program starts from one of these. */
  readonly entries: readonly string[];
}
