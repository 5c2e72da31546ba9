import type { AppBrief } from '../../brief/brief.js';
import { shellWord } from '../../text/quote.js';
import { copyLine } from '../dockerfile.js';
import { conanFolder, installedFolder, vcpkgFolder } from './image.js';
import { debianCmake } from './lines.js';

/** What the package managers need to build libraries from source (learn.microsoft.com/vcpkg, "Install prerequisites"; docs.conan.io). */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  vcpkg: ['autoconf', 'autoconf-archive', 'automake', 'bison', 'curl', 'flex', 'git', 'libtool', 'make', 'perl', 'python3', 'tar', 'unzip', 'zip'],
  conan: ['git', 'make', 'perl', 'python3', 'python3-venv'],
};

/** Whether the project asks for a CMake that Debian has not yet: then it comes from the Python package index. */
const newerCmake = ({ packageManager: { name, version } }: AppBrief): string | undefined => (name === 'cmake' && version !== undefined && /^\d+(?:\.\d+)+$/u.test(version) && version !== debianCmake ? version : undefined);

export function managerPackages(app: AppBrief): readonly string[] {
  return [...(packagesOf[app.packageManager.name] ?? []), ...(newerCmake(app) === undefined ? [] : ['python3', 'python3-venv'])];
}

/** Files that decide about dependencies, from the root of the build. */
export function manifestsOf({ packageManager: { name }, lockFile, installFiles }: AppBrief): readonly string[] {
  if (name === 'vcpkg') return ['vcpkg.json', ...installFiles.filter((file) => file === 'vcpkg-configuration.json')];
  if (name === 'conan') return [installFiles.find((file) => /^conanfile\.(?:txt|py)$/u.test(file)) ?? 'conanfile.txt', ...(lockFile === undefined ? [] : [lockFile])];
  return [];
}

/**
 * The registry's history is needed, because versions of libraries are commits in it. The commit that the manifests pin gives the same
 * tool again; they are read when the image is built, so that a newer one needs no other Dockerfile.
 */
function vcpkg(manifests: readonly string[], copied: readonly string[]): readonly string[] {
  const baseline = `$(grep -hoE '"(builtin-)?baseline": *"[0-9a-f]{40}"' ${manifests.map(shellWord).join(' ')} | grep -oE '[0-9a-f]{40}' | head -n 1)`;
  return [
    `ENV VCPKG_ROOT=${vcpkgFolder} VCPKG_FORCE_SYSTEM_BINARIES=1 VCPKG_DISABLE_METRICS=1 VCPKG_DEFAULT_BINARY_CACHE=/var/cache/vcpkg`,
    `RUN git clone --quiet --filter=tree:0 https://github.com/microsoft/vcpkg.git ${vcpkgFolder}`,
    copyLine(copied, './'),
    `RUN --mount=type=cache,target=/var/cache/vcpkg --mount=type=cache,target=${vcpkgFolder}/downloads \\
    baseline=${baseline} && \\
    git -C ${vcpkgFolder} checkout --quiet "\${baseline:-HEAD}" && \\
    ${vcpkgFolder}/bootstrap-vcpkg.sh && \\
    ${vcpkgFolder}/vcpkg install --x-install-root=${installedFolder}`,
  ];
}

/** Conan's own packages stay in the layer, what it downloads in a cache. */
function conan({ lockFile, installFiles, version }: AppBrief, copied: readonly string[]): readonly string[] {
  // a text may name them too; a recipe in Python says itself what it generates
  const generators = installFiles.includes('conanfile.py') ? '' : '-g CMakeToolchain -g CMakeDeps ';
  const lock = lockFile === undefined ? '' : `--lockfile=${shellWord(lockFile)} `;
  return [
    `ENV CONAN_HOME=${conanFolder}/home PATH="${conanFolder}/tool/bin:$PATH"`,
    `RUN python3 -m venv ${conanFolder}/tool && pip install --no-cache-dir 'conan>=2,<3' && conan profile detect`,
    copyLine(copied, './'),
    `RUN --mount=type=cache,target=/var/cache/conan \\
    conan install . --output-folder=${conanFolder} --build=missing ${lock}${generators}-s build_type=Release \\\n      -s compiler.cppstd=${/^(?:11|14|17|20|23|26)$/u.test(version) ? version : '17'} -c tools.cmake.cmaketoolchain:generator=Ninja -cc core.download:download_cache=/var/cache/conan`,
  ];
}

/** Instructions of the stage that has the dependencies; none where they are Debian's packages or part of the build. */
export function installSteps(app: AppBrief, copied: readonly string[]): readonly string[] {
  if (app.packageManager.name === 'vcpkg') return vcpkg(manifestsOf(app), copied);
  if (app.packageManager.name === 'conan') return conan(app, copied);
  const version = newerCmake(app);
  return version === undefined ? [] : [
    '# newer than Debian\'s',
    `RUN python3 -m venv /opt/cmake && /opt/cmake/bin/pip install --no-cache-dir 'cmake>=${version}' && ln -s /opt/cmake/bin/cmake /opt/cmake/bin/ctest /usr/local/bin/`,
  ];
}
