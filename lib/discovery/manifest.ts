import type { Diagnostic } from '../diagnostics.js';
import { cite, positionAt } from './cite.js';
import type { Evidence } from './evidence.js';
import { JsonError, parseJson } from './json.js';
import type { JsonMember, JsonNode } from './json.js';
import { maximumFileSize } from './repository.js';
import type { Repository } from './repository.js';

/** A JSON file whose top level is an object. */
export interface Manifest {
  readonly file: string;
  readonly text: string;
  readonly members: ReadonlyMap<string, JsonMember>;
}

/** A text of the manifest and the line that it stands on. */
export interface Located {
  readonly name: string;
  readonly value: string;
  readonly evidence: Evidence;
}

export interface ManifestReading {
  readonly manifest?: Manifest;
  readonly problems: readonly Diagnostic[];
}

/** What is said of a manifest that cannot be read. */
export function unreadable(file: string, place: string, reason: string, help: string): Diagnostic {
  return { code: 'manifest-unreadable', severity: 'error', message: `${file}:${place}: ${reason}`, help };
}

/** Why a file says nothing: it is no text, or there is none in it. `kind` is what it should be. */
export function textProblems(repository: Pick<Repository, 'read'>, file: string, kind = 'a text'): readonly Diagnostic[] {
  const text = repository.read(file);
  if (text === undefined) return [unreadable(file, '1:1', `this is not a readable text file of at most ${maximumFileSize / 1024 / 1024} MiB`, `Make it ${kind} in UTF-8 that you may read`)];
  return text.trim() === '' ? [unreadable(file, '1:1', 'the file is empty', 'Write into it what the project needs, or remove it')] : [];
}

/** What is said of manifests that are programs, of which only reading them says anything. An empty one is taken by its tool, so that nothing has to stop. */
export function scriptProblems(repository: Pick<Repository, 'read'>, files: readonly string[], language: string): readonly Diagnostic[] {
  return files.flatMap((file) => textProblems(repository, file, language).map((problem): Diagnostic => (repository.read(file) === undefined ? problem : { ...problem, severity: 'warning' })));
}

/** An unreadable manifest is a problem that names the place, never an empty one. */
export function readManifest(repository: Pick<Repository, 'read'>, file: string, options: { readonly relaxed?: boolean } = {}): ManifestReading {
  const text = repository.read(file);
  if (text === undefined) {
    return { problems: [unreadable(file, '1:1', `this is not a readable text file of at most ${maximumFileSize / 1024 / 1024} MiB`, 'Make it a JSON file in UTF-8 that you may read')] };
  }
  if (text.trim() === '') return { problems: [unreadable(file, '1:1', 'the file is empty', 'Write at least {} into it, or remove it')] };
  try {
    const root = parseJson(text, options);
    if (root.kind === 'object') return { manifest: { file, text, members: root.members }, problems: [] };
    const { line, column } = positionAt(text, root.offset);
    return { problems: [unreadable(file, `${line}:${column}`, 'the top level must be an object in braces', 'Correct the file and run again')] };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { line, column } = positionAt(text, error.offset);
    return { problems: [unreadable(file, `${line}:${column}`, `this is not valid JSON: ${error.message}`, 'Correct the file and run again')] };
  }
}

/** The member that a path of keys leads to. */
export function memberAt(manifest: Manifest, ...path: readonly string[]): JsonMember | undefined {
  let members: ReadonlyMap<string, JsonMember> | undefined = manifest.members;
  let member: JsonMember | undefined;
  for (const key of path) {
    member = members?.get(key);
    members = member?.node.kind === 'object' ? member.node.members : undefined;
  }
  return member;
}

function located({ file, text }: Manifest, name: string, { offset, node, evidence }: JsonMember): Located | undefined {
  return node.kind === 'string' ? { name, value: node.value, evidence: evidence ?? cite(file, text, offset) } : undefined;
}

/** The text at a path of keys; undefined where there is none or something else. */
export function textAt(manifest: Manifest, ...path: readonly string[]): Located | undefined {
  const member = memberAt(manifest, ...path);
  return member === undefined ? undefined : located(manifest, path.at(-1) ?? '', member);
}

/** The texts of an object such as `scripts`; members of another type are left out. */
export function textsAt(manifest: Manifest, ...path: readonly string[]): readonly Located[] {
  const node = memberAt(manifest, ...path)?.node;
  if (node?.kind !== 'object') return [];
  return [...node.members].flatMap(([name, member]) => located(manifest, name, member) ?? []);
}

/** The texts of an array; items of another type are left out. */
export function itemsAt(manifest: Manifest, ...path: readonly string[]): readonly string[] {
  const node = memberAt(manifest, ...path)?.node;
  return node?.kind === 'array' ? node.items.flatMap((item: JsonNode) => (item.kind === 'string' ? [item.value] : [])) : [];
}

/** What a field should be, for a person. */
const kinds = { string: 'a text', object: 'an object', texts: 'an object of texts' } as const;

/** More of the same help nobody. */
const maximumOffenders = 10;

/** Fields of another type are ignored by everybody else; here somebody says so. */
export function wrongTypes(manifest: Manifest, shape: Readonly<Record<string, keyof typeof kinds>>): readonly Diagnostic[] {
  return Object.entries(shape).flatMap(([field, kind]) => {
    const member = memberAt(manifest, field);
    if (member === undefined) return [];
    const offenders = member.node.kind !== (kind === 'string' ? 'string' : 'object')
      ? [{ name: field, offset: member.offset, wanted: kinds[kind] }]
      : kind !== 'texts' || member.node.kind !== 'object' ? [] : [...member.node.members]
        .filter(([, { node }]) => node.kind !== 'string')
        .map(([name, { offset }]) => ({ name: `${field}.${name}`, offset, wanted: kinds.string }));
    return offenders.slice(0, maximumOffenders).map(({ name, offset, wanted }): Diagnostic => {
      const { line, column } = positionAt(manifest.text, offset);
      return {
        code: 'manifest-field-ignored',
        severity: 'warning',
        message: `${manifest.file}:${line}:${column}: "${name}" is ignored, because it is not ${wanted}`,
        help: `Make it ${wanted}`,
      };
    });
  });
}
