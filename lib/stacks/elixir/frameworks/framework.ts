import type { FrameworkEntry } from '../../frameworks.js';

/** A web framework: data, nothing more. */
export interface Framework extends FrameworkEntry {
  /** What its own templates listen on. */
  readonly defaultPort: number;
  /** How development starts. */
  readonly development: readonly string[];
  /** A release starts its server only where this is set. */
  readonly environment: Readonly<Record<string, string>>;
}
