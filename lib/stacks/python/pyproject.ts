import { cite } from '../../discovery/cite.js';
import type { Located } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { readToml, stringsAt, tableAt, valueAt } from '../../discovery/toml.js';
import type { TextManifest, TextManifestReading } from '../../discovery/toml.js';
import { locate, normalName, parseRequirement } from './requirement.js';

export interface Declared {
  readonly runtime: readonly Located[];
  readonly development: readonly Located[];
}

export function tomlFile(repository: Repository, path: string, name: string, present: readonly string[]): TextManifestReading {
  return present.includes(name) ? readToml(repository, joinPath(path, name)) : { problems: [] };
}

/** Where each quoted text of the manifest stands: an item is found again by what it says. */
function placesOf(text: string): (item: string) => number {
  const places = new Map<string, number>();
  for (const match of text.matchAll(/(["'])((?:\\.|(?!\1)[^\\\n])*)\1/gu)) if (!places.has(match[2]!)) places.set(match[2]!, match.index);
  return (item) => places.get(item) ?? places.get(item.replaceAll('"', String.raw`\"`)) ?? 0;
}

/** Groups that production installs where the manifest has no other dependencies. */
const productionGroup = /^(?:main|prod|production|runtime|app|server|default|base)$/u;

/** A table of names and versions, as Poetry and Pipenv write it. */
function namedTable({ file, text }: TextManifest, table: Readonly<Record<string, unknown>>): readonly Located[] {
  return Object.entries(table).filter(([name]) => name !== 'python').flatMap(([name, value]) => {
    const extras = stringsAt(value, 'extras');
    const version = typeof value === 'string' ? value : '';
    const offset = text.search(new RegExp(String.raw`^[ \t]*["']?${name.replace(/[^\w-]/gu, '.')}["']?[ \t]*=`, 'mu'));
    return locate({ name: normalName(name), extras: extras.map(normalName), specifier: version }, file, text, Math.max(0, offset));
  });
}

/** Dependencies of `[project]`, Poetry's tables, PDM's and PEP 735's groups. */
export function pyprojectDependencies(manifest: TextManifest | undefined): Declared {
  if (manifest === undefined) return { runtime: [], development: [] };
  const { file, text, data } = manifest;
  const place = placesOf(text);
  const list = (items: readonly string[]): readonly Located[] => items.flatMap((item) => {
    const requirement = parseRequirement(item);
    return requirement === undefined ? [] : locate(requirement, file, text, place(item));
  });
  const poetry = tableAt(data, 'tool', 'poetry');
  const project = [...list(stringsAt(data, 'project', 'dependencies')), ...namedTable(manifest, tableAt(poetry, 'dependencies'))];
  const groups = Object.keys(tableAt(data, 'dependency-groups'));
  const production = project.length > 0 ? [] : groups.filter((name) => productionGroup.test(name));
  const group = (name: string): readonly Located[] => list(stringsAt(data, 'dependency-groups', name));
  const poetryGroups = Object.keys(tableAt(poetry, 'group')).flatMap((name) => namedTable(manifest, tableAt(poetry, 'group', name, 'dependencies')));
  const pdm = Object.keys(tableAt(data, 'tool', 'pdm', 'dev-dependencies')).flatMap((name) => list(stringsAt(data, 'tool', 'pdm', 'dev-dependencies', name)));
  const extras = Object.keys(tableAt(data, 'project', 'optional-dependencies')).flatMap((name) => list(stringsAt(data, 'project', 'optional-dependencies', name)));
  return {
    runtime: [...project, ...production.flatMap(group)],
    development: [
      ...groups.filter((name) => !production.includes(name)).flatMap(group), ...poetryGroups, ...namedTable(manifest, tableAt(poetry, 'dev-dependencies')), ...pdm, ...extras,
      ...list(stringsAt(data, 'tool', 'uv', 'dev-dependencies')),
    ],
  };
}

export function pipfileDependencies(manifest: TextManifest | undefined): Declared {
  if (manifest === undefined) return { runtime: [], development: [] };
  return { runtime: namedTable(manifest, tableAt(manifest.data, 'packages')), development: namedTable(manifest, tableAt(manifest.data, 'dev-packages')) };
}

/** A value of the manifest with the line that it stands on. */
export function citedText(manifest: TextManifest | undefined, ...path: readonly string[]): Located | undefined {
  const value = valueAt(manifest?.data, ...path);
  if (manifest === undefined || typeof value !== 'string') return undefined;
  const key = path.at(-1) ?? '';
  const offset = manifest.text.search(new RegExp(String.raw`^[ \t]*["']?${key}["']?[ \t]*=[^\n]*${value.replace(/[^\w]/gu, '.')}`, 'mu'));
  return offset === -1 ? undefined : { name: key, value, evidence: cite(manifest.file, manifest.text, offset) };
}
