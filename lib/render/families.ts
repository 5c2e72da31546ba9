/** More apps than this are told by what they share. */
const manyApps = 12;
/** Fewer rows than this are not worth a word for all of them. */
const smallest = 4;
/** Longer lists are counted. */
const longestList = 12;

export const anyName = '<name>';

/** What many apps of one make have in common in tables and lists. Of few apps nothing is changed. */
export interface Families {
  /** Rows that differ in the name of an app only, as one; the first of them stands where it stood. */
  readonly rows: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[];
  /** Names of apps that stand for `<name>` somewhere, in their order. */
  readonly names: readonly string[];
  /** Whether a service belongs to no app, or to the first of those that are told together. */
  readonly isShown: (service: string) => boolean;
}

const none: Families = { rows: (rows) => rows, names: [], isShown: () => true };

/** Lists of names that nobody reads. */
const counted = (cell: string): string => {
  const items = cell.split(', ');
  return items.length > longestList ? `${items.length} services` : cell;
};

/** Families of apps by their names. `placeholder` is what a cell shows for the name of each. */
export function familiesOf(apps: readonly string[], placeholder: string): Families {
  if (apps.length <= manyApps) return none;
  const patterns = apps.map((name) => ({ name, pattern: new RegExp(`(?<![a-z0-9])(?:${name}|${name.replaceAll('-', '_')})(?![a-z0-9])`, 'gu') })).toSorted((a, b) => b.name.length - a.name.length);
  const appOf = (text: string) => patterns.find(({ pattern }) => text.search(pattern) !== -1);
  const rows: Families['rows'] = (all) => {
    const shaped = all.map((row) => {
      const app = appOf(row.find((cell) => appOf(cell) !== undefined) ?? '');
      return { row, shape: app === undefined ? undefined : row.map((cell) => cell.replaceAll(app.pattern, placeholder)) };
    });
    const groups = new Map<string, number>();
    for (const { shape } of shaped) if (shape !== undefined) groups.set(shape.join('\0'), (groups.get(shape.join('\0')) ?? 0) + 1);
    const written = new Set<string>();
    return shaped.flatMap(({ row, shape }) => {
      const key = shape?.join('\0');
      if (shape === undefined || key === undefined || groups.get(key)! < smallest) return [row.map(counted)];
      if (written.has(key)) return [];
      written.add(key);
      return [shape.map(counted)];
    });
  };
  return { rows, names: apps, isShown: (service) => [undefined, apps[0]].includes(appOf(service)?.name) };
}
