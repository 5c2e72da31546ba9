import type { Diagnostic } from '../../diagnostics.js';
import type { Repository } from '../../discovery/repository.js';
import { joinPath } from '../../discovery/repository.js';
import { readToml, stringAt, stringsAt, tableAt, valueAt } from '../../discovery/toml.js';

/** `gradle/libs.versions.toml`: what the names after `libs.` stand for. */
export interface VersionCatalog {
  readonly file?: string;
  /** `group:artifact` of a library, or of every member of a bundle. */
  readonly libraries: (accessor: string) => readonly string[];
  readonly plugin: (accessor: string) => { readonly id: string; readonly version?: string | undefined } | undefined;
  readonly version: (accessor: string) => string | undefined;
  readonly problems: readonly Diagnostic[];
}

/** Accessors have a dot where aliases have a dash, an underscore or a dot. */
const accessorOf = (alias: string): string => alias.replace(/[-_]/gu, '.').toLowerCase();

function indexed(data: unknown, table: string): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(tableAt(data, table)).map(([alias, value]) => [accessorOf(alias), value]));
}

function moduleName(value: unknown): string | undefined {
  if (typeof value === 'string') return /^([\w.-]+:[\w.-]+)/u.exec(value)?.[1];
  const group = stringAt(value, 'group');
  return stringAt(value, 'module') ?? (group === undefined ? undefined : `${group}:${stringAt(value, 'name') ?? ''}`);
}

export function versionCatalog(repository: Repository, root: string): VersionCatalog {
  const file = joinPath(root, 'gradle/libs.versions.toml');
  const reading = repository.exists(file) ? readToml(repository, file) : { problems: [] };
  const data = reading.manifest?.data;
  const [libraries, bundles, plugins, versions] = ['libraries', 'bundles', 'plugins', 'versions'].map((table) => indexed(data, table)) as [ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>];
  const versionOf = (accessor: string): string | undefined => {
    const value = versions.get(accessorOf(accessor));
    return typeof value === 'string' ? value : (stringAt(value, 'strictly') ?? stringAt(value, 'require') ?? stringAt(value, 'prefer'));
  };
  const library = (accessor: string): readonly string[] => {
    const name = moduleName(libraries.get(accessorOf(accessor)));
    return name === undefined ? [] : [name];
  };
  return {
    ...(data === undefined ? {} : { file }),
    libraries: (accessor) => {
      const name = accessorOf(accessor.replace(/\.get\b.*$/u, ''));
      if (!name.startsWith('bundles.')) return library(name);
      return stringsAt({ members: bundles.get(name.slice('bundles.'.length)) }, 'members').flatMap((member) => library(accessorOf(member)));
    },
    plugin: (accessor) => {
      const value = plugins.get(accessorOf(accessor));
      if (typeof value === 'string') return { id: value.split(':')[0]!, version: value.split(':')[1] };
      const id = stringAt(value, 'id');
      const reference = stringAt(value, 'version', 'ref');
      const plain = valueAt(value, 'version');
      return id === undefined ? undefined : { id, version: typeof plain === 'string' ? plain : reference === undefined ? undefined : versionOf(reference) };
    },
    version: versionOf,
    problems: reading.problems,
  };
}
