/**
 * What is true of one app of an image case, written by hand from its repository and from the documentation of its framework: never
 * captured. Commands are what a person would type who knows the framework.
 */
export interface AppTruth {
  readonly path: string;
  readonly role?: 'web' | 'static' | 'worker';
  readonly language: string;
  /** Every framework that is reported, the specific one first. */
  readonly frameworks: readonly string[];
  readonly packageManager: string;
  /** Release line that the image names. */
  readonly version: string;
  /** What the server listens on; undefined for a worker. */
  readonly port?: number;
  /** Exec form of the production command; undefined for files that a web server serves. */
  readonly start?: readonly string[];
  readonly development: readonly string[];
  readonly build?: readonly string[];
  /** Path that the probe asks; undefined where the source shows none. */
  readonly health?: string;
  /** Environment of production that decides about the bind address and the like: these entries and perhaps others. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Workers by name, with their command. */
  readonly workers?: Readonly<Record<string, readonly string[]>>;
  readonly jobs?: Readonly<Record<string, readonly string[]>>;
  /** Volumes that production mounts under it, by the folder in the image: its own data. */
  readonly data?: Readonly<Record<string, string>>;
  /** Backing services that it uses. */
  readonly uses?: readonly string[];
}

/** Truths by case. */
export type ImageTruth = Readonly<Record<string, readonly AppTruth[]>>;
