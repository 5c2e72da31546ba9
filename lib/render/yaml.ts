import { Document, isCollection, isMap, isScalar, isSeq, Scalar, visit, YAMLSeq } from 'yaml';
import type { Node, ParsedNode } from 'yaml';

/** Compose's `!reset []`: empties the list that a former file gave. */
export const reset = Symbol('reset');

const resetTag = {
  tag: '!reset',
  identify: (value: unknown): boolean => value === reset,
  resolve: (): symbol => reset,
  createNode(): Node {
    const sequence = new YAMLSeq();
    sequence.flow = true;
    sequence.tag = '!reset';
    return sequence;
  },
};

/** Compose's `!override`: stands for the list that a former file gave, instead of adding to it. */
export class Override {
  constructor(readonly items: readonly string[]) {}
}

const overrideTag = {
  tag: '!override',
  identify: (value: unknown): boolean => value instanceof Override,
  resolve: (): Override => new Override([]),
  createNode(schema: unknown, value: unknown): Node {
    const sequence = new YAMLSeq();
    for (const item of (value as Override).items) sequence.add(new Scalar(item));
    sequence.tag = '!override';
    return sequence;
  },
};

/** Argument vectors read as one line, like the command they are. */
const argvKeys: ReadonlySet<string> = new Set(['command', 'entrypoint', 'test']);

/** Line breaks to some readers of YAML and forbidden to others; they stand in double quotes, escaped. */
const unprintables = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu;
const unprintable = new RegExp(unprintables.source, 'u');

/** Comments by path of the key they stand above: `services.app.volumes`. */
export type Comments = Readonly<Record<string, string>>;

/**
 * The one serialiser: same data, same bytes. Strings that YAML would read as something else are quoted.
 * `comments` stand above the key at a path, `trailing` behind every scalar of a value.
 */
export function toYaml(data: object, header: string, comments: Comments = {}, trailing: Readonly<Record<string, string>> = {}): string {
  const document = new Document(data, { customTags: [resetTag, overrideTag], aliasDuplicateObjects: false, version: '1.2', compat: 'yaml-1.1' });
  document.commentBefore = indentComment(header);
  for (const [path, comment] of Object.entries(comments)) {
    const keys = path.split('.');
    const parent = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1)) : undefined;
    if (pair !== undefined) (pair.key as ParsedNode).commentBefore = indentComment(comment);
  }
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isSeq(value)) return;
      if (argvKeys.has(String(key.value))) {
        value.flow = true;
        // Compose's reader takes a question mark before a space for the key of a map there, and a colon in front for its value
        for (const item of value.items) if (isScalar(item) && /\?(?:\s|$)|^:/u.test(String(item.value))) item.type = 'QUOTE_DOUBLE';
      }
      // 22:22 is a number of seconds to some readers
      if (key.value === 'ports') for (const item of value.items) if (isScalar(item)) item.type = 'QUOTE_SINGLE';
    },
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && unprintable.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
      const comment = typeof scalar.value === 'string' ? trailing[scalar.value] : undefined;
      if (comment !== undefined) scalar.comment = ` ${comment}`;
    },
  });
  spaceTopLevel(document);
  const text = document.toString({ lineWidth: 0, singleQuote: null, flowCollectionPadding: false });
  return text.replace(unprintables, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);
}

const indentComment = (text: string): string => text.split('\n').map((line) => ` ${line}`).join('\n');

/** A blank line between the sections of a file and between services. */
function spaceTopLevel(document: Document): void {
  const { contents } = document;
  if (!isMap(contents)) return;
  for (const [index, { key, value }] of contents.items.entries()) {
    if (index > 0 && isScalar(key) && isCollection(value)) key.spaceBefore = true;
    if (!isScalar(key) || (key.value !== 'services' && key.value !== 'jobs') || !isMap(value)) continue;
    for (const [position, service] of value.items.entries()) if (position > 0 && isScalar(service.key)) service.key.spaceBefore = true;
  }
}
