import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Located } from '../../discovery/manifest.js';

export type Tool = 'maven' | 'gradle' | 'sbt';

/** A plugin of the build. `own` where the module's own file applies it, not one that it inherits from. */
export interface Plugin {
  readonly id: string;
  readonly own: boolean;
  readonly version?: string | undefined;
  readonly evidence: Evidence;
}

/** One module of a build, read once; what each question is answered from. */
export interface JvmModule {
  readonly tool: Tool;
  /** Relative to the repository, `.` for its root. */
  readonly path: string;
  /** Folder in which the build tool is started. */
  readonly root: string;
  readonly file: string;
  readonly name: string;
  readonly packaging: string;
  /** Runtime dependencies as `group:artifact`, its own and those that it inherits. */
  readonly dependencies: readonly Located[];
  readonly plugins: readonly Plugin[];
  /** Folders of modules of the same repository that it depends on. */
  readonly references: readonly string[];
  readonly versions: readonly Fact<string>[];
  readonly mainClass?: string | undefined;
  /** File name of the archive without its extension, where the build says it. */
  readonly archive?: string | undefined;
  readonly bootVersion?: string | undefined;
  /** Build files that are read together with it, relative to the repository. */
  readonly manifests: readonly string[];
  /** What is wrong with how it is built, for a person. */
  readonly note?: string | undefined;
}

/** Every module that a module is made of, itself first. References may lead round in a circle. */
export function closureOf(module: JvmModule, byPath: ReadonlyMap<string, JvmModule>): readonly JvmModule[] {
  const found = new Map([[module.path, module]]);
  for (const each of found.values()) {
    for (const path of each.references) {
      const next = byPath.get(path);
      if (next !== undefined && !found.has(path)) found.set(path, next);
    }
  }
  return [...found.values()];
}

export const hasPlugin = ({ plugins }: JvmModule, ...ids: readonly string[]): boolean => plugins.some(({ id }) => ids.includes(id));

export const dependsOn = ({ dependencies }: JvmModule, pattern: RegExp): boolean => dependencies.some(({ name }) => pattern.test(name));
