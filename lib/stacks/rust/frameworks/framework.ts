import type { Argv } from '../../../discovery/findings.js';
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
  /** Variables that choose its mode in production. */
  readonly production?: Readonly<Record<string, string>>;
  /** What its program is told so that it serves, on every interface. */
  readonly serve?: readonly string[];
  /** What its program is told so that it migrates the database. */
  readonly migrate?: readonly string[];
  /** A build tool of its own, which makes what browsers load too, and the table of `Cargo.toml` under `metadata` that tells it how. */
  readonly tool?: { readonly metadata: string; readonly setup: readonly string[]; readonly packages: readonly string[]; readonly build: Argv; readonly development: Argv };
  /** A route that it answers itself, where the source says what turns it on. */
  readonly health?: { readonly path: string; readonly when: RegExp };
  /** Files and folders that it opens while it runs without being told of them, relative to the app. */
  readonly files?: readonly string[];
}
