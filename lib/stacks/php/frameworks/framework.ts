import type { Argv } from '../../../discovery/findings.js';
import type { FrameworkEntry } from '../../frameworks.js';

/** A framework: data, nothing more. Folders are relative to the app. */
export interface Framework extends FrameworkEntry {
  /** What its documents serve from; the app's own folder is looked at too. */
  readonly documentRoot: string;
  /** Its own server of development, without address and port; the server of PHP where it has none. */
  readonly serve?: Argv;
  /** What its own templates and documents listen on in development; a convention, used when nothing was seen. */
  readonly defaultPort: number;
  /** The migration, and the package that brings it where that is optional. */
  readonly migration?: { readonly command: Argv; readonly package?: string };
  /** Folders that it writes while it serves, beside the database and uploads. */
  readonly writable: readonly string[];
  /** Variables that choose its mode. */
  readonly environment: { readonly [K in 'common' | 'development' | 'test' | 'production']?: Readonly<Record<string, string>> };
  /** Its code lies outside of `vendor`, so that development installs into the mounted source. */
  readonly installsIntoSource?: true;
  /** Extensions that it does not declare and cannot do without. */
  readonly extensions?: readonly string[];
}
