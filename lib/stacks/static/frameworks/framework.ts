import type { Argv } from '../../../discovery/findings.js';
import type { FrameworkEntry } from '../../frameworks.js';

/** A program that makes a site of texts: data, nothing more. */
export interface Framework extends FrameworkEntry {
  readonly title: string;
  /** Names of its configuration, relative to the folder of the site, the usual one first. */
  readonly configurations: readonly string[];
  /** What the configuration must say, where other programs use the same file name. */
  readonly says?: RegExp;
  /** Folders or files beside the configuration of which one must be there. */
  readonly beside: readonly string[];
  /** Manifests of languages that such a site may have without being an app of that language. */
  readonly mayHave: readonly string[];
  readonly language: string;
  /** Name among the stack's package managers; undefined where nothing is installed. */
  readonly packageManager?: string;
  /** Keys in `images.Dockerfile` of the images that have the program, or in which it is made. */
  readonly images: readonly string[];
  /** Name in `.tool-versions` and, in capitals with `_VERSION`, in the settings of hosting platforms; undefined where no image is made for a version. */
  readonly tool?: string;
  /** The version whose image is taken where nothing says another. */
  readonly version: string;
  /** The stage `base`, which has the program, and what comes before it. */
  readonly setup: (view: { readonly version: string; readonly requirements: string | undefined }) => readonly string[];
  /** Whether its image has bash, with which the probe asks; busybox's wget else. */
  readonly hasBash: boolean;
  readonly build: Argv;
  /** Where the build leaves the site. */
  readonly output: string;
  readonly development: (port: number) => Argv;
  readonly environment: Readonly<Record<string, string>>;
}
