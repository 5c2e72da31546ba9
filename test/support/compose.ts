import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { OutputFile } from '../../lib/render/output-file.js';
import { contentOf } from './blueprint.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Map_ = Readonly<Record<string, unknown>>;

const removed = Symbol('removed');
const isMap = (value: unknown): value is Map_ => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists that a later file adds to. All others replace, as the Compose Specification says of `command` and the healthcheck's `test`. */
const addedLists: ReadonlySet<string> = new Set(['ports', 'volumes', 'tmpfs', 'secrets', 'networks', 'cap_drop', 'security_opt']);

function merge(base: unknown, over: unknown, key: string): unknown {
  if (over === removed) return [];
  if (over instanceof Replaced) return over.items;
  if (isMap(base) && isMap(over)) {
    const merged: Record<string, unknown> = { ...base };
    for (const [name, value] of Object.entries(over)) merged[name] = merge(base[name], value, name);
    return merged;
  }
  if (Array.isArray(base) && Array.isArray(over) && addedLists.has(key)) return [...base, ...over];
  return over;
}

/** A list that `!override` puts in the place of another. */
class Replaced {
  constructor(readonly items: readonly unknown[]) {}
}

/** One compose file as data; a list that `!reset` empties stays recognisable. */
export function parseCompose(text: string, version: '1.1' | '1.2' = '1.2'): Map_ {
  const customTags = [
    { tag: '!reset', collection: 'seq' as const, resolve: () => removed as never },
    { tag: '!override', collection: 'seq' as const, resolve: (sequence: { toJSON: () => readonly unknown[] }) => new Replaced(sequence.toJSON()) as never },
  ];
  return parse(text, { version, customTags: customTags as never }) as Map_;
}

/** The files of an environment merged as Compose merges them. Written for the tests, after the specification. */
export function mergedCompose(files: readonly OutputFile[], overlay: string): Map_ {
  return merge(parseCompose(contentOf(files, 'docker-compose.yml')), parseCompose(contentOf(files, overlay)), '') as Map_;
}

const schema = JSON.parse(readFileSync(new URL('compose-spec.json', import.meta.url), 'utf8')) as { $schema?: string };
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const { $schema: _draft, ...definitions } = schema;
const validate = ajv.compile(definitions);

/** What the official schema has against a compose file, one line each. */
export function schemaProblems(data: unknown): readonly string[] {
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** The text that a container gets of a value without settings: `$$` is a dollar sign. Fails for anything that would be looked up. */
export function literal(value: string): string {
  return value.replace(/\$(.?)/gsu, (_, next: string) => {
    if (next !== '$') throw new Error(`${JSON.stringify(value)} would be interpolated`);
    return '$';
  });
}
