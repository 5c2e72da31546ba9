import type { Argv, PackageManager } from '../../discovery/findings.js';
import { conanFolder, installedFolder, buildFolder, vcpkgFolder } from './image.js';
import type { Preset } from './presets.js';
import type { CppProject } from './project.js';
import { newerCmake } from './version.js';

const toolchainFlag = '-DCMAKE_TOOLCHAIN_FILE=';

/** What leads CMake to the libraries of the package manager. */
function managerFlags({ managed }: CppProject): readonly string[] {
  // learn.microsoft.com/vcpkg, "CMake integration": installed before, in a stage of its own
  if (managed.name === 'vcpkg') return [`${toolchainFlag}${vcpkgFolder}/scripts/buildsystems/vcpkg.cmake`, '-DVCPKG_MANIFEST_INSTALL=OFF', `-DVCPKG_INSTALLED_DIR=${installedFolder}`];
  return managed.name === 'conan' ? [`${toolchainFlag}${conanFolder}/${managed.toolchain}`] : [];
}

/** How production configures the build. Its preset, where it has one, keeps everything but where the build lies; tests are left out. */
export function configureCommand(project: CppProject, preset: Preset | undefined): Argv {
  const options = project.testOptions.map((name) => `-D${name}=OFF`);
  const how = preset === undefined ? [] : ['--preset', preset.name];
  return ['cmake', '-S', '.', ...how, '-B', buildFolder, ...(preset === undefined ? ['-DCMAKE_BUILD_TYPE=Release'] : []), ...managerFlags(project), ...options];
}

/** The same build elsewhere, for another purpose. What Conan built is of one kind, and so is what is linked to it. */
export function configuredAs(command: Argv, change: { readonly source: string; readonly folder: string; readonly type: string; readonly tests: boolean }): Argv {
  const isFixed = command.some((word) => word.startsWith(`${toolchainFlag}${conanFolder}/`));
  const words = command.map((word, index) => {
    const before = command[index - 1];
    if (before === '-S') return change.source;
    if (before === '-B') return change.folder;
    if (word.startsWith('-DCMAKE_BUILD_TYPE=') && !isFixed) return `-DCMAKE_BUILD_TYPE=${change.type}`;
    return change.tests && /^-D\w*TEST\w*=OFF$/u.test(word) ? word.replace(/OFF$/u, 'ON') : word;
  });
  return command.includes('--preset') && !isFixed ? [...words, `-DCMAKE_BUILD_TYPE=${change.type}`] : words;
}

/** The package manager; CMake itself with the version that the project asks for where Debian's is older. */
export function packageManagerOf(project: CppProject): PackageManager {
  const { name } = project.managed;
  if (name !== undefined) return { name };
  const wanted = newerCmake(project);
  return { name: 'cmake', ...(wanted === undefined ? {} : { version: wanted.value }) };
}

/** C where nothing is C++. */
export function languageOf({ languages }: CppProject, sources: readonly string[]): 'c' | 'cpp' {
  const compiled = sources.filter((file) => /\.(?:c|cc|cpp|cxx|c\+\+|cppm|ixx)$/iu.test(file));
  if (compiled.length > 0) return compiled.every((file) => file.endsWith('.c')) ? 'c' : 'cpp';
  return languages.length === 1 && languages[0] === 'C' ? 'c' : 'cpp';
}
