import { isDeepStrictEqual } from 'node:util';
import { isAlias, isMap, isSeq, LineCounter, parseDocument, visit, YAMLMap } from 'yaml';
import type { Document, Node, YAMLSeq } from 'yaml';
import { isReferable, isSection, stillNeeded } from './compose-references.js';
import { higherImage } from './image-tag.js';
import { itemKey } from './yaml-items.js';
import { attachComments, childOf, insertPair, mayRemove, ownOf, pairOf, positionFor, removeNode, replaceNode, styleOf } from './yaml-nodes.js';
import type { Own } from './yaml-nodes.js';

type Path = readonly (string | number)[];

/** Where both sides changed the same thing. */
export interface YamlConflict {
  /** Keys from the top, joined by dots. */
  readonly path: string;
  readonly yours: unknown;
  readonly proposal: unknown;
}

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type YamlMerge =
  | { readonly kind: 'merged'; readonly text: string; readonly data: unknown; readonly conflicts: readonly YamlConflict[]; readonly raised: readonly string[] }
  /** The user's file is not YAML; nothing can be said about it but where. */
  | Unreadable;

/**
 * `yours`: what both sides changed stays the user's, and so does what holds a comment of the user's. `values`: comments do not count.
 * `proposal`: what both sides changed becomes ours.
 */
export type YamlPreference = 'yours' | 'values' | 'proposal';

const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);
const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);
const plain = (document: Document): unknown => document.toJS({ maxAliasCount: 1000 }) ?? {};

interface Parsed {
  readonly kind: 'parsed';
  readonly document: Document.Parsed;
  readonly data: unknown;
}

/** An alias without its anchor is seen by nobody before its value is asked for. */
function brokenAlias(document: Document.Parsed): { readonly at: number; readonly name: string } | undefined {
  let found: { at: number; name: string } | undefined;
  visit(document, { Alias: (_, alias) => void (found ??= alias.resolve(document) === undefined ? { at: alias.range?.[0] ?? 0, name: alias.source } : undefined) });
  return found;
}

function parse(text: string): Parsed | Unreadable {
  const lineCounter = new LineCounter();
  const unreadable = (offset: number, message: string): Unreadable => {
    const { line, col } = lineCounter.linePos(offset);
    return { kind: 'unreadable', line, column: col, message };
  };
  // logLevel: a tag of Compose such as !reset is kept as it is, and is nothing to warn of
  const document = parseDocument(text, { merge: true, prettyErrors: false, logLevel: 'error', lineCounter });
  const [error] = document.errors;
  if (error !== undefined) return unreadable(error.pos[0], error.message);
  const alias = brokenAlias(document);
  if (alias !== undefined) return unreadable(alias.at, `the alias *${alias.name} has no anchor before it`);
  try {
    return { kind: 'parsed', document, data: plain(document) };
  } catch (failure) {
    return unreadable(0, failure instanceof Error ? failure.message : String(failure));
  }
}

interface Merging {
  readonly document: Document;
  readonly prefer: YamlPreference;
  /** What of the user's must not go with the nodes that are replaced; undefined where nothing holds them. */
  readonly own: Own | undefined;
  readonly conflicts: YamlConflict[];
  /** Images whose tag both sides raised, with the one that stays. */
  readonly raised: string[];
  /** Entries that go only if nothing that stays refers to them: known when everything else is merged. */
  readonly going: Removal[];
}

interface Removal extends Omit<Place, 'source'> {
  readonly mine: unknown;
}

/** A key or an entry of the user's document, and the node that the proposal has for it. */
interface Place {
  readonly path: Path;
  readonly parent: YAMLMap | YAMLSeq;
  readonly key: string | number;
  readonly source: Node;
}

/** What both sides changed: `take` makes it ours, and says whether it could. */
function contest(merging: Merging, path: Path, yours: unknown, proposal: unknown, take: () => boolean): void {
  if (merging.prefer === 'proposal' && take()) return;
  merging.conflicts.push({ path: path.join('.'), yours, proposal });
}

function mergeValue(merging: Merging, { path, parent, key, source }: Place, yours: unknown, base: unknown, proposal: unknown): void {
  const old = childOf(parent, key);
  // an alias stands for a place that may have been merged already
  if (same(yours, proposal) || (isAlias(old) && same(old.toJS(merging.document), proposal))) return;
  const image = higherImage(yours, base, proposal);
  if (image !== undefined) merging.raised.push(`${path.join('.')}: ${image}`);
  if (image === yours) return;
  const take = (): boolean => replaceNode(merging.own, parent, key, source);
  if ((image === proposal || same(yours, base)) && take()) return;
  contest(merging, path, yours, proposal, take);
}

interface Sides {
  readonly yours: Record<string, unknown>;
  readonly base: Record<string, unknown>;
  readonly proposal: Record<string, unknown>;
}

function mergeMap(merging: Merging, path: Path, target: YAMLMap, source: YAMLMap, { yours, base, proposal }: Sides): void {
  for (const key of new Set([...Object.keys(base), ...Object.keys(proposal)])) {
    const [hasMine, hadBefore, hasNow] = [yours, base, proposal].map((side) => Object.hasOwn(side, key));
    const [mine, before, now] = [yours[key], base[key], proposal[key]];
    if (hadBefore === hasNow && same(before, now)) continue;
    const here = [...path, key];
    if (!hasMine) {
      // what the user deleted stays deleted
      if (!hadBefore) insertPair(target, source, key);
    } else if (!hasNow) {
      const section = childOf(target, key);
      // entry by entry: the user may have some of their own there, or use some of ours
      if (isSection(here) && isMap(section) && isObject(mine) && isObject(before)) mergeMap(merging, here, section, new YAMLMap(), { yours: mine, base: before, proposal: {} });
      else remove(merging, { path: here, parent: target, key }, mine, before);
    } else mergeNode(merging, { path: here, parent: target, key, source: pairOf(source, key)!.value as Node }, mine, before, now);
  }
}

function remove(merging: Merging, { path, parent, key }: Omit<Place, 'source'>, mine: unknown, before: unknown): void {
  if (same(mine, before) && isReferable(path) && mayRemove(merging.own, parent, key)) {
    merging.going.push({ path, parent, key, mine });
    return;
  }
  const take = (): boolean => removeNode(merging.own, parent, key);
  if (!same(mine, before) || !take()) contest(merging, path, mine, undefined, take);
}

/** Lists of services are sets of entries: ours come and go, the user's stay. */
function mergeList(merging: Merging, place: Place, yours: readonly unknown[], base: readonly unknown[], proposal: readonly unknown[]): void {
  const { path, parent, source } = place;
  const target = childOf(parent, place.key);
  const keyOf = (item: unknown): string | undefined => itemKey(path, item);
  const keyed = [yours, base, proposal].every((list) => list.every((item) => keyOf(item) !== undefined) && new Set(list.map(keyOf)).size === list.length);
  if (!isSeq(target) || !isSeq(source) || !keyed) return mergeValue(merging, place, yours, base, proposal);
  const find = (list: readonly unknown[], wanted: string): number => list.findIndex((item) => keyOf(item) === wanted);
  const present = (): readonly string[] => target.items.map((item) => keyOf((item as Node).toJS(merging.document))!);
  const order = proposal.map((item) => keyOf(item)!);
  for (const wanted of new Set([...base.map((item) => keyOf(item)!), ...order])) {
    const [mine, before, now] = [find(yours, wanted), find(base, wanted), find(proposal, wanted)];
    if (before >= 0 && now >= 0 && same(base[before], proposal[now])) continue;
    const key = present().indexOf(wanted);
    const here = [...path, key];
    if (mine < 0) {
      if (before < 0) target.items.splice(positionFor(order, wanted, present()), 0, (source.items[now] as Node).clone());
    } else if (now < 0) remove(merging, { path: here, parent: target, key }, yours[mine], base[before]);
    else mergeNode(merging, { path: here, parent: target, key, source: source.items[now] as Node }, yours[mine], base[before], proposal[now]);
  }
}

function mergeNode(merging: Merging, place: Place, yours: unknown, base: unknown, proposal: unknown): void {
  const { path, parent, key, source } = place;
  const target = childOf(parent, key);
  // an alias stands for many places: only its own anchor may be edited, by the user
  if (isObject(yours) && isObject(proposal) && isMap(target) && isMap(source)) {
    return mergeMap(merging, path, target, source, { yours, base: isObject(base) ? base : {}, proposal });
  }
  if (Array.isArray(yours) && Array.isArray(base) && Array.isArray(proposal)) return mergeList(merging, place, yours, base, proposal);
  mergeValue(merging, place, yours, base, proposal);
}

/** A volume that a service of the user's mounts stays, and is a conflict: Compose refuses a file that refers to nothing. */
function removeUnneeded(merging: Merging, kept: object): void {
  const { document, going, own, prefer, conflicts } = merging;
  const needed = stillNeeded(plain(document), going.map(({ path }) => path.join('.')));
  for (const { path, parent, key, mine } of going) {
    const name = path.join('.');
    if (!needed.has(name)) removeNode(own, parent, key);
    else if (prefer !== 'proposal') conflicts.push({ path: name, yours: mine, proposal: undefined });
    const section = String(path[0]);
    if (isMap(document.contents) && isMap(parent) && parent.items.length === 0 && !Object.hasOwn(kept, section)) removeNode(own, document.contents, section);
  }
}

function known(text: string): Parsed {
  const parsed = parse(text);
  if (parsed.kind === 'unreadable') throw new Error(`${parsed.line}:${parsed.column}: ${parsed.message}`);
  return parsed;
}

/**
 * Merges by structure what both sides did to `base`. Comments, anchors and the order of the user's file stay. Whatever both sides
 * changed stays the user's, and is listed; of two raised image tags the higher one wins.
 */
export function mergeYaml(yours: string, base: string, proposal: string, prefer: YamlPreference = 'yours'): YamlMerge {
  const mine = parse(yours);
  if (mine.kind === 'unreadable') return mine;
  const [before, now] = [known(base), known(proposal)];
  for (const { document } of [mine, before, now]) attachComments(document);
  const { document } = mine;
  const own = prefer === 'yours' ? ownOf(document, before.document) : undefined;
  const merging: Merging = { document, prefer, own, conflicts: [], raised: [], going: [] };
  const [target, source] = [document.contents as unknown, now.document.contents as unknown];
  if (isMap(target) && isMap(source) && isObject(mine.data) && isObject(before.data) && isObject(now.data)) {
    mergeMap(merging, [], target, source, { yours: mine.data, base: before.data, proposal: now.data });
    removeUnneeded(merging, now.data);
  } else contest(merging, [], mine.data, now.data, () => false);
  return written(merging, mine, yours);
}

/** The merged document as text. Where an anchor went and its aliases stayed there is none, and nothing was merged. */
function written({ document, conflicts, raised }: Merging, { data: before }: { readonly data: unknown }, yours: string): YamlMerge {
  if (brokenAlias(document as Document.Parsed) !== undefined) return { kind: 'merged', text: yours, data: before, conflicts: [{ path: '', yours: before, proposal: undefined }], raised: [] };
  const data = plain(document);
  return { kind: 'merged', text: same(before, data) ? yours : document.toString({ lineWidth: 0, ...styleOf(yours) }), data, conflicts, raised };
}

/** Where a text is no YAML; undefined where it is. */
export function unreadableYaml(text: string): Unreadable | undefined {
  const parsed = parse(text);
  return parsed.kind === 'unreadable' ? parsed : undefined;
}

/** Whether a text is YAML that means `data`. */
export function sameYaml(text: string, data: unknown): boolean {
  const parsed = parse(text);
  return parsed.kind === 'parsed' && same(parsed.data, data);
}
