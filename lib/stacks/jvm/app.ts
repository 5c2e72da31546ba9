import type { EnvEntry } from '../../discovery/env-files.js';
import type { Fact } from '../../discovery/evidence.js';
import type { Located } from '../../discovery/manifest.js';
import type { Repository } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';
import { frameworkFacts as factsOf } from '../frameworks.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';
import type { JvmModule } from './module.js';
import type { Setting } from './settings.js';
import type { MainClass } from './source.js';

/** A module with everything that questions about it are answered from. */
export interface JvmApp {
  readonly repository: Repository;
  readonly module: JvmModule;
  /** Itself and the modules of the repository that it is made of. */
  readonly closure: readonly JvmModule[];
  readonly dependencies: readonly Located[];
  readonly sources: readonly Source[];
  readonly main: MainClass | undefined;
  readonly framework: readonly Fact<string>[];
  /** In the order in which the program prefers them. */
  readonly settings: readonly Setting[];
  readonly env: readonly EnvEntry[];
}

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework: Framework) => framework.id === id);
}

/** Frameworks among dependencies, and those whose plugin the build applies. A family of artifacts stands for its framework. */
export function frameworkFacts(module: JvmModule, dependencies: readonly Located[]): readonly Fact<string>[] {
  const signs = frameworks.flatMap((framework: Framework): Located[] => {
    const plugin = module.plugins.find(({ id }) => framework.plugins.includes(id));
    const dependency = dependencies.find(({ name }) => framework.family.test(name));
    const evidence = dependency?.evidence ?? plugin?.evidence;
    return evidence === undefined ? [] : [{ name: framework.packages[0]!, value: '', evidence }];
  });
  return factsOf(frameworks, signs);
}

const bootClass = /@(?:SpringBootApplication|EnableAutoConfiguration|SpringCloudApplication)\b|\bSpringApplication(?:Builder)?\b|\brunApplication</u;
export const isBootMain = ({ source }: MainClass): boolean => bootClass.test(source.code);

/** The class that starts the program: the one that the build names, one of Spring Boot, or the first. */
export function chosenMain(mains: readonly MainClass[], configured: string | undefined): MainClass | undefined {
  return mains.find(({ name }) => name === configured) ?? mains.find(isBootMain) ?? mains.toSorted((a, b) => a.source.file.split('/').length - b.source.file.split('/').length)[0];
}

/** The module's folder as the build tool, started in its root, sees it. */
export function relativePath({ path, root }: Pick<JvmModule, 'path' | 'root'>): string {
  return path === root ? '.' : root === '.' ? path : path.slice(root.length + 1);
}

export function settingOf(app: Pick<JvmApp, 'settings'>, ...keys: readonly string[]): Setting | undefined {
  return app.settings.find(({ key }) => keys.includes(key));
}
