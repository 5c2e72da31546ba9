import type { Diagnostic } from '../../diagnostics.js';
import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import type { JsonMember, JsonNode } from '../../discovery/json.js';
import { memberAt, readManifest } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';

/** A configure preset that fits a production build on Linux: cmake-presets(7). */
export interface Preset {
  readonly name: string;
  readonly manifest: Manifest;
  readonly offset: number;
  /** Its variables with those that it inherits. */
  readonly variables: ReadonlyMap<string, string>;
}

interface Reading {
  readonly preset: Preset | undefined;
  readonly problems: readonly Diagnostic[];
}

type Members = ReadonlyMap<string, JsonMember>;

const membersOf = (node: JsonNode | undefined): Members => (node?.kind === 'object' ? node.members : new Map());
const textOf = (node: JsonNode | undefined): string | undefined => (node?.kind === 'string' ? node.value : undefined);

/** A preset and what it inherits from, the nearest first. */
function chain(name: string, all: ReadonlyMap<string, Members>, seen: ReadonlySet<string> = new Set()): readonly Members[] {
  const own = all.get(name);
  if (own === undefined || seen.has(name) || seen.size > 50) return [];
  const inherits = own.get('inherits')?.node;
  const parents = inherits?.kind === 'array' ? inherits.items.flatMap((item) => textOf(item) ?? []) : [textOf(inherits) ?? ''];
  return [own, ...parents.flatMap((parent) => chain(parent, all, new Set([...seen, name])))];
}

function variablesOf(parts: readonly Members[]): ReadonlyMap<string, string> {
  return new Map(parts.toReversed().flatMap((part) => [...membersOf(part.get('cacheVariables')?.node)].flatMap(([key, { node }]) => {
    const value = textOf(node) ?? textOf(membersOf(node).get('value')?.node);
    return value === undefined ? [] : [[key, value] as const];
  })));
}

/** What no Linux image has, or what only a machine of a developer has. */
const elsewhere = /visual studio|xcode|mingw|msvc|\bwindows\b|\bwin(?:32|64)?\b|darwin|macos|\bosx\b|android|ios|emscripten|wasm/iu;

function fits(name: string, parts: readonly Members[]): boolean {
  if (elsewhere.test(name)) return false;
  const generator = parts.flatMap((part) => textOf(part.get('generator')?.node) ?? [])[0];
  if (generator !== undefined && !/^(?:Ninja|Unix Makefiles)$/u.test(generator)) return false;
  const condition = parts.flatMap((part) => part.get('condition') ?? [])[0]?.node;
  const said = condition === undefined ? '' : JSON.stringify([...membersOf(condition)].map(([key, { node }]) => [key, textOf(node)]));
  return !elsewhere.test(said) || /"notEquals"/u.test(said);
}

/** The preset of a production build: one of a release that Linux can configure. Without one the build needs none. */
export function productionPreset(repository: Repository, folder: string): Reading {
  const file = joinPath(folder, 'CMakePresets.json');
  if (!repository.exists(file)) return { preset: undefined, problems: [] };
  const { manifest, problems } = readManifest(repository, file);
  if (manifest === undefined) return { preset: undefined, problems };
  const list = memberAt(manifest, 'configurePresets')?.node;
  const nodes = list?.kind === 'array' ? list.items : [];
  const all = new Map(nodes.flatMap((node) => {
    const name = textOf(membersOf(node).get('name')?.node);
    return name === undefined ? [] : [[name, membersOf(node)] as const];
  }));
  const usable = nodes.flatMap((node): readonly Preset[] => {
    const name = textOf(membersOf(node).get('name')?.node);
    const hidden = membersOf(node).get('hidden')?.node;
    if (name === undefined || !/^[\w.+-]+$/u.test(name) || (hidden?.kind === 'other' && hidden.value === true)) return [];
    const parts = chain(name, all);
    return fits(name, parts) ? [{ name, manifest, offset: node.offset, variables: variablesOf(parts) }] : [];
  });
  const isRelease = ({ name, variables }: Preset): boolean => /^(?:Release|RelWithDebInfo|MinSizeRel)$/u.test(variables.get('CMAKE_BUILD_TYPE') ?? '') || (!variables.has('CMAKE_BUILD_TYPE') && /release|prod|deploy/iu.test(name));
  return { preset: usable.find((each) => isRelease(each) && each.variables.get('CMAKE_BUILD_TYPE') === 'Release') ?? usable.find(isRelease), problems };
}

export function presetStandard(preset: Preset | undefined): readonly Fact<string>[] {
  const value = preset?.variables.get('CMAKE_CXX_STANDARD');
  return preset === undefined || value === undefined ? [] : [{ value, confidence: 'certain', evidence: [cite(preset.manifest.file, preset.manifest.text, preset.manifest.text.indexOf('CMAKE_CXX_STANDARD'))] }];
}
