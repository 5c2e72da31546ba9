import { isMap, isNode, isPair, isScalar, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';

/** What the user put into a document besides values, and what would be lost with the nodes that carry it. */
export interface Own {
  /** Lines of comments that we wrote: losing one of these is no loss. */
  readonly written: ReadonlySet<string>;
  /** Anchors that something refers to. */
  readonly referred: ReadonlySet<string>;
}

const linesOf = (comment: string | null | undefined): readonly string[] => (comment ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '');

function commentLines(root: Node | Document): readonly string[] {
  const lines: string[] = [];
  visit(root, { Node: (_, { comment, commentBefore }) => void lines.push(...linesOf(comment), ...linesOf(commentBefore)) });
  return lines;
}

export function ownOf(document: Document, base: Document): Own {
  const referred = new Set<string>();
  visit(document, { Alias: (_, { source }) => void referred.add(source) });
  return { written: new Set(commentLines(base)), referred };
}

/** Whether something of the user's goes with a node: a comment, or an anchor that is used elsewhere. */
function carriesOwn({ written, referred }: Own, node: unknown): boolean {
  if (!isNode(node)) return false;
  let anchored = false;
  visit(node, { Value: (_, { anchor }) => void (anchored ||= anchor !== undefined && referred.has(anchor)) });
  return anchored || commentLines(node).some((line) => !written.has(line));
}

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : key);

export const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find((pair) => keyText(pair.key) === key);

/** The node under a key or at an index, if it stands there itself. */
export function childOf(parent: YAMLMap | YAMLSeq, key: string | number): unknown {
  return isMap(parent) ? pairOf(parent, String(key))?.value : parent.items[Number(key)];
}

/** A comment above the first entry belongs to that entry, not to the collection: another one may come to stand before it. */
export function attachComments(document: Document): void {
  visit(document, {
    Collection(_, collection, ancestors) {
      const [first] = collection.items;
      const owner = isPair(first) ? first.key : first;
      if (ancestors.length < 2 || collection.flow === true || !collection.commentBefore || !isNode(owner)) return;
      owner.commentBefore = [collection.commentBefore, owner.commentBefore].filter(Boolean).join('\n');
      collection.commentBefore = null;
    },
  });
}

/** A scalar in the place of another: comments, anchor and quotes that the user gave it stay. */
function dress(fresh: Node, old: unknown, { written }: Own): void {
  if (!isScalar(old) || !isScalar(fresh)) return;
  for (const field of ['comment', 'commentBefore'] as const) if (linesOf(old[field]).some((line) => !written.has(line))) fresh[field] = old[field] ?? null;
  if (old.anchor !== undefined) fresh.anchor = old.anchor;
  if (typeof fresh.value === 'string' && (old.type === 'QUOTE_DOUBLE' || old.type === 'QUOTE_SINGLE')) fresh.type = old.type;
}

/** Puts a copy of `source` in a place. False, and nothing is done, where something of the user's would go. */
export function replaceNode(own: Own | undefined, parent: YAMLMap | YAMLSeq, key: string | number, source: Node): boolean {
  const old = childOf(parent, key);
  const scalars = isScalar(old) && isScalar(source);
  if (own !== undefined && !scalars && carriesOwn(own, old)) return false;
  const fresh = source.clone() as Node;
  if (own !== undefined) dress(fresh, old, own);
  const pair = isMap(parent) ? pairOf(parent, String(key)) : undefined;
  if (pair !== undefined) pair.value = fresh;
  else if (isMap(parent)) parent.set(key, fresh);
  else parent.items[Number(key)] = fresh;
  return true;
}

/** Whether nothing of the user's would go with a key or an entry. */
export function mayRemove(own: Own | undefined, parent: YAMLMap | YAMLSeq, key: string | number): boolean {
  const pair = isMap(parent) ? pairOf(parent, String(key)) : undefined;
  const parts = isMap(parent) ? [pair?.key, pair?.value] : [childOf(parent, key)];
  return own === undefined || !parts.some((part) => carriesOwn(own, part));
}

/** Removes a key or an entry. False, and nothing is done, where something of the user's would go. */
export function removeNode(own: Own | undefined, parent: YAMLMap | YAMLSeq, key: string | number): boolean {
  if (!mayRemove(own, parent, key)) return false;
  const index = isMap(parent) ? parent.items.indexOf(pairOf(parent, String(key)) as never) : Number(key);
  if (index >= 0) parent.items.splice(index, 1);
  return true;
}

/** Index behind the nearest of the entries that come before `wanted` in the proposal; the end where there is none of them. */
export function positionFor(order: readonly string[], wanted: string, present: readonly string[]): number {
  const place = order.indexOf(wanted);
  if (place === 0) return 0;
  const before = order.slice(0, place).toReversed().find((each) => present.includes(each));
  return before === undefined ? present.length : present.indexOf(before) + 1;
}

/** Puts a new key behind the one that it follows in the proposal, so that the user finds it where it belongs. */
export function insertPair(target: YAMLMap, source: YAMLMap, key: string): void {
  const keys = (map: YAMLMap): readonly string[] => map.items.map((pair) => keyText(pair.key));
  const position = positionFor(keys(source), key, keys(target));
  const pair = pairOf(source, key)!.clone();
  const next = target.items[position]?.key;
  target.items.splice(position, 0, pair as never);
  // blank lines stand between services, not above the first
  if (position > 0 || !isScalar(next) || !isScalar(pair.key)) return;
  const spaced = source.items.slice(1).some((each) => isScalar(each.key) && each.key.spaceBefore === true);
  next.spaceBefore = spaced;
  pair.key.spaceBefore = false;
}

/** How the user lays a file out, as far as it can be kept when it is written anew. */
export function styleOf(text: string): { readonly indent: number; readonly indentSeq: boolean; readonly flowCollectionPadding: boolean } {
  const indent = /^[^\s#-][^\n]*:[^\n]*\n(?:\s*#[^\n]*\n|\s*\n)*(?<indent> +)[^\s#-]/mu.exec(text)?.groups?.['indent']?.length ?? 2;
  return {
    indent,
    indentSeq: !/^(?<indent> *)[^\s#-][^\n]*:[ \t]*\n\k<indent>- /mu.test(text),
    // one line in the other style, such as ours, and it is no habit of the user's
    flowCollectionPadding: /[{[] \S/u.test(text) && !/[:-] [{[][^\s}\]]/u.test(text),
  };
}
