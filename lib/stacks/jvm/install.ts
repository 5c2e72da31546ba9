import { filesIn } from '../../discovery/file-index.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { JvmModule } from './module.js';

/** Files and folders beside the build files that decide about dependencies, in the folder where the tool is started. */
const beside: Readonly<Record<JvmModule['tool'], readonly string[]>> = {
  maven: ['mvnw', '.mvn/', 'settings.xml'],
  gradle: ['gradlew', 'gradle.properties', 'gradle.lockfile', 'gradle/', 'buildSrc/', 'build-logic/'],
  sbt: ['project/', '.sbtopts', '.jvmopts'],
};

const plain = /^[\w.@+/ -]+$/u;

/** Whether a folder exists, which the listing of files only shows by what is in it. */
function hasFolder(repository: Repository, folder: string): boolean {
  return filesIn(repository, folder).length > 0 || repository.exists(folder);
}

/** Paths that resolving dependencies needs, relative to the folder where the tool is started. */
export function installFiles(repository: Repository, module: JvmModule, modules: readonly JvmModule[]): readonly string[] {
  const { tool, root } = module;
  const own = (file: string): string => (root === '.' ? file : file.slice(root.length + 1));
  const siblings = modules.filter((each) => each.tool === tool && each.root === root).map(({ file }) => own(file));
  const settings = tool === 'gradle' ? ['settings.gradle', 'settings.gradle.kts', 'build.gradle', 'build.gradle.kts'] : [];
  const files = [...settings, ...beside[tool]].filter((file) => (file.endsWith('/') ? hasFolder(repository, joinPath(root, file.slice(0, -1))) : repository.exists(joinPath(root, file))));
  const outside = new Set(module.manifests.filter((file) => root !== '.' && !file.startsWith(`${root}/`)));
  return [...new Set([...siblings, ...files])].filter((file) => plain.test(file) && !file.includes('..') && !outside.has(file));
}

/** Variables from which the build takes credentials of private registries. */
export function buildSecrets(repository: Repository, { root, tool }: JvmModule): readonly string[] {
  const files = tool === 'maven' ? ['.mvn/settings.xml', 'settings.xml'] : tool === 'gradle' ? ['settings.gradle', 'settings.gradle.kts', 'build.gradle', 'build.gradle.kts'] : [];
  const pattern = tool === 'maven' ? /\$\{env\.([A-Z][A-Z0-9_]*)\}/gu : /(?:username|password|token|value)\s*=\s*[^\n]{0,80}?getenv\(\s*["']([A-Z][A-Z0-9_]*)["']/gu;
  return [...new Set(files.flatMap((file) => [...(repository.exists(joinPath(root, file)) ? (repository.read(joinPath(root, file)) ?? '') : '').matchAll(pattern)].map((match) => match[1]!)))];
}

