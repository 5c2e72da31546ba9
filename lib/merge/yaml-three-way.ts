import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { higherImage } from './image-tag.js';
import { itemKey } from './yaml-items.js';

type Path = readonly (string | number)[];

/** Where both sides changed the same thing; `yours` stays. */
export interface YamlConflict {
  /** Keys from the top, joined by dots. */
  readonly path: string;
  readonly yours: unknown;
  readonly proposal: unknown;
}

export type YamlMerge =
  | { readonly kind: 'merged'; readonly text: string; readonly data: unknown; readonly conflicts: readonly YamlConflict[] }
  /** The user's file is not YAML; nothing can be said about it but where. */
  | { readonly kind: 'unreadable'; readonly line: number; readonly column: number; readonly message: string };

const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);
const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

function parse(text: string, lineCounter?: LineCounter): Document.Parsed {
  // logLevel: a tag of Compose such as !reset is kept as it is, and is nothing to warn of
  return parseDocument(text, { merge: true, prettyErrors: false, logLevel: 'error', ...(lineCounter === undefined ? {} : { lineCounter }) });
}

interface Merging {
  readonly document: Document;
  readonly proposal: Document;
  readonly conflicts: YamlConflict[];
}

/** The node of the proposal at a path, copied, with its comments. */
function proposed({ proposal }: Merging, path: Path): Node {
  return (proposal.getIn(path, true) as Node).clone() as Node;
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find(({ key: each }) => (isScalar(each) ? String(each.value) : String(each)) === key);

/** Puts a new key behind the one that it follows in the proposal, so that the user finds it where it belongs. */
function insert(merging: Merging, target: YAMLMap, path: Path, key: string): void {
  const source = merging.proposal.getIn(path, true) as YAMLMap;
  const order = source.items.map(({ key: each }) => String(isScalar(each) ? each.value : each));
  const before = order.slice(0, order.indexOf(key)).toReversed().find((each) => pairOf(target, each) !== undefined);
  const position = before === undefined ? 0 : target.items.indexOf(pairOf(target, before)!) + 1;
  const pair = pairOf(source, key)!.clone();
  target.items.splice(order.indexOf(key) === 0 ? 0 : before === undefined ? target.items.length : position, 0, pair as never);
}

function conflict(merging: Merging, path: Path, yours: unknown, proposal: unknown): void {
  merging.conflicts.push({ path: path.join('.'), yours, proposal });
}

/** A value that we changed, where the user's is not a container of the same kind. */
function mergeValue(merging: Merging, path: Path, yours: unknown, base: unknown, proposal: unknown): void {
  if (same(yours, proposal)) return;
  if (same(yours, base)) {
    merging.document.setIn(path, proposed(merging, path));
    return;
  }
  const image = higherImage(yours, base, proposal);
  if (image === undefined) conflict(merging, path, yours, proposal);
  else if (image !== yours) merging.document.setIn(path, image);
}

function mergeMap(merging: Merging, path: Path, yours: Record<string, unknown>, base: Record<string, unknown>, proposal: Record<string, unknown>): void {
  const target = path.length === 0 ? merging.document.contents : merging.document.getIn(path, true);
  // an alias stands for many places: only its own anchor may be edited, by the user
  if (!isMap(target)) return mergeValue(merging, path, yours, base, proposal);
  for (const key of new Set([...Object.keys(base), ...Object.keys(proposal)])) {
    const [mine, before, now] = [yours[key], base[key], proposal[key]];
    if (same(before, now)) continue;
    const here = [...path, key];
    if (!(key in yours)) {
      // what the user deleted stays deleted
      if (!(key in base)) insert(merging, target, path, key);
    } else if (!(key in proposal)) {
      if (same(mine, before)) target.delete(key);
      else conflict(merging, here, mine, undefined);
    } else mergeNode(merging, here, mine, before, now);
  }
}

/** Lists of services are sets of entries: ours come and go, the user's stay. */
function mergeList(merging: Merging, path: Path, yours: readonly unknown[], base: readonly unknown[], proposal: readonly unknown[]): void {
  const target = merging.document.getIn(path, true);
  const key = (item: unknown): string | undefined => itemKey(path, item);
  const keyed = [yours, base, proposal].every((list) => list.every((item) => key(item) !== undefined) && new Set(list.map(key)).size === list.length);
  if (!isSeq(target) || !keyed) return mergeValue(merging, path, yours, base, proposal);
  const find = (list: readonly unknown[], wanted: string): number => list.findIndex((item) => key(item) === wanted);
  for (const wanted of new Set([...base, ...proposal].map((item) => key(item)!))) {
    const [mine, before, now] = [find(yours, wanted), find(base, wanted), find(proposal, wanted)];
    if (before >= 0 && now >= 0 && same(base[before], proposal[now])) continue;
    if (mine < 0) {
      if (before < 0) (target as YAMLSeq).items.push(proposed(merging, [...path, now]));
      continue;
    }
    const index = (target as YAMLSeq).items.findIndex((item) => key((item as Node).toJS(merging.document)) === wanted);
    mergeItem(merging, { path, index }, yours[mine], before < 0 ? undefined : base[before], now < 0 ? undefined : { value: proposal[now], index: now });
  }
}

function mergeItem(merging: Merging, { path, index }: { path: Path; index: number }, mine: unknown, before: unknown, now: { value: unknown; index: number } | undefined): void {
  const list = merging.document.getIn(path) as YAMLSeq;
  if (now === undefined) {
    if (same(mine, before)) list.items.splice(index, 1);
    else conflict(merging, [...path, index], mine, undefined);
    return;
  }
  if (same(mine, now.value)) return;
  if (same(mine, before)) list.items[index] = proposed(merging, [...path, now.index]);
  else conflict(merging, [...path, index], mine, now.value);
}

function mergeNode(merging: Merging, path: Path, yours: unknown, base: unknown, proposal: unknown): void {
  if (same(base, proposal)) return;
  if (isObject(yours) && isObject(proposal)) return mergeMap(merging, path, yours, isObject(base) ? base : {}, proposal);
  if (Array.isArray(yours) && Array.isArray(base) && Array.isArray(proposal)) return mergeList(merging, path, yours, base, proposal);
  mergeValue(merging, path, yours, base, proposal);
}

const plain = (document: Document): unknown => document.toJS({ maxAliasCount: 1000 }) ?? {};

/**
 * Merges by structure what both sides did to `base`. Comments, anchors and the order of the user's file stay. Whatever both sides
 * changed stays the user's, and is listed; of two raised image tags the higher one wins.
 */
export function mergeYaml(yours: string, base: string, proposal: string): YamlMerge {
  const lines = new LineCounter();
  const document = parse(yours, lines);
  const error = document.errors[0];
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    return { kind: 'unreadable', line, column: col, message: error.message };
  }
  const merging: Merging = { document, proposal: parse(proposal), conflicts: [] };
  const before = plain(document);
  mergeNode(merging, [], before, plain(parse(base)), plain(merging.proposal));
  const data = plain(document);
  const text = same(before, data) ? yours : document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return { kind: 'merged', text, data, conflicts: merging.conflicts };
}

/** Whether a text is YAML that means `data`. */
export function sameYaml(text: string, data: unknown): boolean {
  const document = parse(text);
  return document.errors.length === 0 && same(plain(document), data);
}
