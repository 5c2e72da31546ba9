import type { FrameworkEntry } from '../../frameworks.js';

/** A web framework: data, nothing more. */
export interface Framework extends FrameworkEntry {
  /** The variable that says where it runs; undefined where there is none. */
  readonly environment?: string;
  /** A program of its tasks, and the one that migrates the database. */
  readonly tasks?: { readonly file: string; readonly program: string; readonly migration: string };
}
