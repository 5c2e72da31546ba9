/** Lists that are one value: an argument vector with a word more or less is another command. */
const atomic: ReadonlySet<string> = new Set(['command', 'entrypoint', 'test', 'args']);

/** Keys that tell the entries of a list of objects apart, in the order in which they are tried. */
const names = ['name', 'id', 'target', 'source', 'package-ecosystem', 'uses', 'run'] as const;

/** Where a mount ends up: `./a:/app:ro` is the mount on `/app`. */
function mountTarget(text: string): string {
  const [first = '', second] = text.replace(/\$\{[^}]*\}/gu, '').split(':');
  return second ?? first;
}

/** Which entry of a list an item is, whatever else it says; undefined where a list is one value. */
export function itemKey(path: readonly (string | number)[], item: unknown): string | undefined {
  const list = String(path.at(-1) ?? '');
  if (atomic.has(list)) return undefined;
  if (item !== null && typeof item === 'object') {
    const name = names.find((key) => typeof (item as Record<string, unknown>)[key] === 'string');
    return name === undefined ? undefined : `${name}=${String((item as Record<string, unknown>)[name])}`;
  }
  const text = String(item);
  if (list === 'ports') return text.split(':').at(-1);
  if (list === 'volumes') return mountTarget(text);
  if (list === 'tmpfs') return text.split(':')[0];
  return text;
}
