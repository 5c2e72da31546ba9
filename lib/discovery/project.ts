import { cite } from './cite.js';
import type { Fact } from './evidence.js';
import { readManifest, textAt } from './manifest.js';
import type { Repository } from './repository.js';

/** Where manifests of each ecosystem say the name and the version of the project: the first group is the text. */
interface Declaration {
  readonly file: string;
  readonly name: RegExp;
  readonly version?: RegExp;
}

/** A table of a TOML file: its header, then anything but another header, then the key. */
const inTable = (table: string, key: string): RegExp => new RegExp(String.raw`^\[${table}\][^\n]*\n(?:(?!\[)[^\n]*\n)*?[ \t]*${key}[ \t]*=[ \t]*["']([^"'\n]+)["']`, 'mu');

const declarations: readonly Declaration[] = [
  { file: 'pyproject.toml', name: inTable('project', 'name'), version: inTable('project', 'version') },
  { file: 'pyproject.toml', name: inTable(String.raw`tool\.poetry`, 'name'), version: inTable(String.raw`tool\.poetry`, 'version') },
  { file: 'Cargo.toml', name: inTable('package', 'name'), version: inTable('package', 'version') },
  { file: 'composer.json', name: /"name"\s*:\s*"(?:[^"/]+\/)?([^"/]+)"/u, version: /^ {2,4}"version"\s*:\s*"([^"]+)"/mu },
  { file: 'go.mod', name: /^module\s+"?(?:\S*\/)?(?!v\d+"?\s)([^\s"/]+)(?:\/v\d+)?"?\s*$/mu },
  { file: 'mix.exs', name: /\bapp:\s*:(\w+)/u, version: /\bversion:\s*"([^"]+)"/u },
  { file: 'settings.gradle', name: /rootProject\.name\s*=\s*["']([^"']+)["']/u },
  { file: 'settings.gradle.kts', name: /rootProject\.name\s*=\s*["']([^"']+)["']/u },
  // cmake.org/cmake/help, project(): the name comes first, the version among the words behind it
  { file: 'CMakeLists.txt', name: /^[ \t]*project[ \t]*\(\s*"?([\w.+-]+)/imu, version: /^[ \t]*project[ \t]*\([^()#]*?\bVERSION\s+"?(\d+(?:\.\d+){0,3})\b/imu },
  { file: 'shard.yml', name: /^name:\s*(\S+)/mu, version: /^version:\s*(\S+)/mu },
];

function declared(repository: Repository, key: 'name' | 'version'): readonly Fact<string>[] {
  return declarations.flatMap((declaration): readonly Fact<string>[] => {
    const pattern = declaration[key];
    const text = pattern === undefined || !repository.exists(declaration.file) ? undefined : repository.read(declaration.file);
    const match = text === undefined ? null : pattern!.exec(text);
    if (match === null) return [];
    return [{ value: match[1]!, confidence: 'certain', evidence: [cite(declaration.file, text!, match.index + match[0].lastIndexOf(match[1]!))] }];
  });
}

/** What the root's `package.json` says. The stack that owns the manifest reports what is wrong with it. */
function ofPackage(repository: Repository, key: 'name' | 'version'): readonly Fact<string>[] {
  const { manifest } = repository.exists('package.json') ? readManifest(repository, 'package.json') : {};
  const found = manifest === undefined ? undefined : textAt(manifest, key);
  const value = found?.value.replace(/^@[^/]*\//u, '').trim() ?? '';
  return found === undefined || value === '' ? [] : [{ value, confidence: 'certain', evidence: [found.evidence] }];
}

/** The name that the project gives itself, without its scope, else the name of its folder. */
export function projectName(repository: Repository): readonly Fact<string>[] {
  return [...ofPackage(repository, 'name'), ...declared(repository, 'name'), { value: repository.name, confidence: 'guess', evidence: [] }];
}

/** The version that the project's manifest gives its releases. */
export function projectRelease(repository: Repository): readonly Fact<string>[] {
  return [...ofPackage(repository, 'version'), ...declared(repository, 'version')];
}
