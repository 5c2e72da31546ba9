import type { Diagnostic } from '../../diagnostics.js';
import { cite, citeFile } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { JsonNode } from '../../discovery/json.js';
import { memberAt, readManifest, textAt, unreadable } from '../../discovery/manifest.js';
import type { Located, Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

/** What the project's package manager gives; `name` is undefined where it has none. */
export interface Managed {
  readonly name: 'vcpkg' | 'conan' | undefined;
  readonly evidence: Evidence | undefined;
  readonly lockFile: string | undefined;
  /** Further files that it reads, relative to the folder. */
  readonly files: readonly string[];
  /** Where Conan writes its toolchain, below the folder that it is given. */
  readonly toolchain: string | undefined;
  readonly dependencies: readonly Located[];
  readonly standards: readonly Fact<string>[];
  readonly problems: readonly Diagnostic[];
}

const none: Managed = { name: undefined, evidence: undefined, lockFile: undefined, files: [], toolchain: undefined, dependencies: [], standards: [], problems: [] };

/** Whether a platform expression of vcpkg (learn.microsoft.com/vcpkg, "Platform expressions") leaves Linux out. */
const leavesOutLinux = (platform: string): boolean => /!\s*linux\b/u.test(platform) || (/\b(?:windows|osx|uwp|ios|android|mingw|wasm32)\b/u.test(platform) && !/!\s*\(?\s*\w|\blinux\b/u.test(platform));

/** Libraries of `vcpkg.json`: names, or objects with one. */
function listed({ file, text }: Manifest, node: JsonNode | undefined): readonly Located[] {
  if (node?.kind !== 'array') return [];
  return node.items.flatMap((item) => {
    if (item.kind === 'string') return [{ name: item.value.toLowerCase(), value: 'manager', evidence: cite(file, text, item.offset) }];
    const member = (key: string): string | undefined => {
      const found = item.kind === 'object' ? item.members.get(key)?.node : undefined;
      return found?.kind === 'string' ? found.value : undefined;
    };
    const name = member('name');
    return name === undefined || leavesOutLinux(member('platform') ?? '') ? [] : [{ name: name.toLowerCase(), value: 'manager', evidence: cite(file, text, item.offset) }];
  });
}

const isCommit = (text: string | undefined): text is string => text !== undefined && /^[\da-f]{40}$/u.test(text);

function ofVcpkg(repository: Repository, folder: string): Managed | undefined {
  const file = joinPath(folder, 'vcpkg.json');
  if (!repository.exists(file)) return undefined;
  const { manifest, problems } = readManifest(repository, file);
  if (manifest === undefined) return { ...none, problems };
  const settingsFile = joinPath(folder, 'vcpkg-configuration.json');
  const settings = repository.exists(settingsFile) ? readManifest(repository, settingsFile) : { problems: [] };
  const pinned = [textAt(manifest, 'builtin-baseline')?.value, settings.manifest === undefined ? undefined : textAt(settings.manifest, 'default-registry', 'baseline')?.value].find(isCommit);
  const unpinned: readonly Diagnostic[] = pinned !== undefined ? [] : [{ code: 'dependencies-not-pinned', severity: 'warning', message: `${file} names no baseline: each build takes the newest libraries`, help: 'Run vcpkg x-update-baseline --add-initial-baseline' }];
  return {
    ...none, name: 'vcpkg', evidence: citeFile(file), files: settings.manifest === undefined ? [] : ['vcpkg-configuration.json'],
    dependencies: listed(manifest, memberAt(manifest, 'dependencies')?.node), problems: [...problems, ...settings.problems, ...unpinned],
  };
}

/** Lines of a section of `conanfile.txt`. */
const required = /^[ \t]*([a-z\d][\w.+-]*)\/[\w.[\]<>=~^* -]+(?:@\S*)?[ \t]*$/gmu;
const requires = /\brequires\(?\s*=?\s*["']([a-z\d][\w.+-]*)\/[^"']+["']|["']([a-z\d][\w.+-]*)\/\[?[\d>~^][^"']*["']/gu;

const withoutComments = (text: string): string => text.replace(/(^|\s)#[^\n]*/gmu, (whole) => whole.replace(/[^\n]/gu, ' '));

/** Libraries of Conan's recipes. `conanfile.py` is a program: only what stands in it as text is read. */
function ofConan(repository: Repository, folder: string): Managed | undefined {
  const file = ['conanfile.py', 'conanfile.txt'].map((name) => joinPath(folder, name)).find((name) => repository.exists(name));
  if (file === undefined) return undefined;
  const text = repository.read(file);
  if (text === undefined) return { ...none, problems: [unreadable(file, '1:1', 'this is not a readable text file', 'Make it a text file in UTF-8 that you may read')] };
  const code = withoutComments(text.slice(0, 100_000));
  const isProgram = file.endsWith('.py');
  const section = /^\[requires\]([^]*?)(?=^\[|(?![^]))/mu.exec(code);
  const found = isProgram ? [...code.matchAll(requires)] : [...(section?.[1] ?? '').matchAll(required)];
  const start = isProgram || section === null ? 0 : section.index + '[requires]'.length;
  const standard = /\bcheck_min_cppstd\(\s*\w+\s*,\s*["']?(\d{2})\b|\bcompiler\.cppstd\s*=\s*(?:gnu)?(\d{2})\b/u.exec(code);
  const lockFile = repository.exists(joinPath(folder, 'conan.lock')) ? 'conan.lock' : undefined;
  return {
    ...none, name: 'conan', evidence: citeFile(file), lockFile, files: [file.slice(file.lastIndexOf('/') + 1)],
    // docs.conan.io, "cmake_layout": a generator of one configuration has a folder for each
    toolchain: /\bcmake_layout\b/u.test(code) ? 'build/Release/generators/conan_toolchain.cmake' : 'conan_toolchain.cmake',
    problems: isProgram && !(code.includes('CMakeToolchain') && code.includes('CMakeDeps')) ? [{ code: 'manifest-incomplete', severity: 'warning', message: `${file}: the recipe names no CMakeToolchain and CMakeDeps, by which CMake finds the libraries`, help: 'Add generators = "CMakeToolchain", "CMakeDeps" to it' }] : [],
    dependencies: found.map((match) => ({ name: (match[1] ?? match[2] ?? '').toLowerCase(), value: 'manager', evidence: cite(file, text, start + match.index + match[0].search(/\S/u)) })),
    standards: standard === null ? [] : [{ value: standard[1] ?? standard[2]!, confidence: 'likely', evidence: [cite(file, text, standard.index)] }],
  };
}

/** Of two managers in one folder, vcpkg is asked: its manifest is data. */
export function managedDependencies(repository: Repository, folder: string): Managed {
  const vcpkg = ofVcpkg(repository, folder);
  const conan = ofConan(repository, folder);
  const first = [vcpkg, conan].find((each) => each?.name !== undefined) ?? none;
  return { ...first, problems: [...(vcpkg?.problems ?? []), ...(conan?.problems ?? [])] };
}
