import type { FrameworkEntry } from '../../frameworks.js';

/** A framework: data, nothing more. Folders are relative to the app. */
export interface Framework extends FrameworkEntry {
  /** What its own server and documents listen on; a convention, used when nothing was seen. */
  readonly defaultPort: number;
  /** Folders that it writes while it serves. */
  readonly writable: readonly string[];
  /** Variables that choose its mode. */
  readonly environment: { readonly [K in 'common' | 'development' | 'test' | 'production']: Readonly<Record<string, string>> };
  /** Its build leaves files for browsers in this folder, and no server. */
  readonly site?: string;
}

/** What most programs on Rack read. */
export const rackEnvironment: Framework['environment'] = {
  common: {},
  development: { RACK_ENV: 'development' },
  test: { RACK_ENV: 'test' },
  production: { RACK_ENV: 'production' },
};
