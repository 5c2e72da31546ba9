import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
export function generator(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Texts = ReadonlyMap<string, string>;
type Data = Readonly<Record<string, unknown>>;

export class Dice {
  constructor(readonly roll: () => number) {}
  below(count: number): number {
    return Math.floor(this.roll() * count);
  }
  of<T>(list: readonly T[]): T {
    assert.ok(list.length > 0, 'nothing to choose from');
    return list[this.below(list.length)]!;
  }
}

/** One thing that a user did, and how to see without the merge that it is still there. */
export interface Edit {
  readonly what: string;
  readonly path: string;
  readonly text: string | undefined;
  readonly survives: (text: string | undefined) => boolean;
}

type Editor = (dice: Dice, texts: Texts, mark: string) => Edit | undefined;

const composeFiles = ['docker-compose.yml', 'docker-compose.override.yml', 'docker-compose.prod.yml', 'docker-compose.ci.yml'] as const;
const lineFiles = ['docker/app/Dockerfile', 'docker/nginx/Dockerfile', 'docker/nginx/nginx.conf', 'docs/docker-operations.md', '.gitignore', '.dockerignore', '.env.example'] as const;

export const at = (data: unknown, keys: readonly string[]): unknown => keys.reduce<unknown>((value, key) => (value !== null && typeof value === 'object' ? (value as Data)[key] : undefined), data);
export const yamlOf = (text: string | undefined): Data => parse(text ?? '', { merge: true, logLevel: 'error' }) as Data;
const servicesOf = (text: string | undefined): Data => (yamlOf(text)['services'] ?? {}) as Data;
const contains = (mark: string) => (text: string | undefined): boolean => text?.includes(mark) === true;

/** Puts lines behind one that has another line of `indent` spaces or fewer behind it, so that the text stays what it is. */
function insertedLine(text: string, index: number, line: string): string {
  const lines = text.split('\n');
  return [...lines.slice(0, index), line, ...lines.slice(index)].join('\n');
}

/** The lines of each service of a compose file, comments above it among them. */
function blocks(text: string): { readonly head: readonly string[]; readonly services: readonly (readonly string[])[]; readonly tail: readonly string[] } {
  const lines = text.split('\n');
  const start = lines.indexOf('services:') + 1;
  const length = lines.slice(start).findIndex((line) => /^\S/u.test(line));
  const end = length < 0 ? lines.length - 1 : start + length;
  const services: string[][] = [];
  let above: string[] = [];
  for (const line of lines.slice(start, end)) {
    if (/^ {2}[\w-]+:/u.test(line)) {
      services.push([...above, line]);
      above = [];
    } else if (/^ {0,2}#|^$/u.test(line)) above.push(line);
    else services.at(-1)!.push(...above.splice(0), line);
  }
  return { head: lines.slice(0, start), services, tail: [...above, ...lines.slice(end)] };
}

const joined = ({ head, services, tail }: ReturnType<typeof blocks>): string => [...head, ...services.flat(), ...tail].join('\n');
const nameOf = (block: readonly string[]): string => block.find((line) => /^ {2}[\w-]+:/u.test(line))!.trim().slice(0, -1);

/** Finds one line of a service and writes other lines in its place. */
function inService(dice: Dice, text: string, pattern: RegExp, replacement: (line: string) => readonly string[]): { readonly service: string; readonly text: string } | undefined {
  const all = blocks(text);
  const candidates = all.services.flatMap((block, service) => block.flatMap((line, index) => (pattern.test(line) ? [{ service, index, line }] : [])));
  if (candidates.length === 0) return undefined;
  const { service, index, line } = dice.of(candidates);
  const changed = all.services.map((block, each) => (each === service ? [...block.slice(0, index), ...replacement(line), ...block.slice(index + 1)] : block));
  return { service: nameOf(all.services[service]!), text: joined({ ...all, services: changed }) };
}

export const editors: readonly Editor[] = [
  function commentAbove(dice, texts, mark) {
    const path = dice.of(composeFiles);
    const lines = texts.get(path)!.split('\n');
    const index = dice.of(lines.flatMap((line, each) => (/^ *[\w-]+:/u.test(line) ? [each] : [])));
    const text = insertedLine(texts.get(path)!, index, `${/^ */u.exec(lines[index]!)![0]}# ${mark} why`);
    return { what: `comment above ${lines[index]!.trim()}`, path, text, survives: contains(mark) };
  },
  function commentBehind(dice, texts, mark) {
    const path = dice.of(composeFiles);
    const lines = texts.get(path)!.split('\n');
    const index = dice.of(lines.flatMap((line, each) => (/^ +(?:- )?[^#'"[{]+[^:#'"]$/u.test(line) ? [each] : [])));
    return { what: `comment behind ${lines[index]!.trim()}`, path, text: lines.with(index, `${lines[index]!} # ${mark}`).join('\n'), survives: contains(mark) };
  },
  function services(dice, texts, mark) {
    const path = dice.of(composeFiles);
    const all = blocks(texts.get(path)!);
    const other = nameOf(dice.of(all.services));
    const waits = path === 'docker-compose.yml' && dice.roll() < 0.5 ? [`    depends_on: {${other}: {condition: service_started}}`] : [];
    const block = [`  ${mark}:`, ...waits, '    image: example/mail:1.2', '    environment:', "      MODE: 'quiet'", '    ports: ["127.0.0.1:0:1025"]'];
    const index = dice.below(all.services.length + 1);
    const wanted = { image: 'example/mail:1.2', environment: { MODE: 'quiet' }, ports: ['127.0.0.1:0:1025'] };
    return { what: `service ${mark}`, path, text: joined({ ...all, services: all.services.toSpliced(index, 0, block) }), survives: (text) => isDeepStrictEqual(servicesOf(text)[mark], { ...(waits.length === 0 ? {} : { depends_on: { [other]: { condition: 'service_started' } } }), ...wanted }) };
  },
  function order(dice, texts) {
    const path = dice.of(composeFiles);
    const all = blocks(texts.get(path)!);
    const shuffled = all.services.map((block) => ({ block, place: dice.roll() })).toSorted((a, b) => a.place - b.place).map(({ block }) => block);
    const names = shuffled.map(nameOf);
    const survives = (text: string | undefined): boolean => {
      const now = Object.keys(servicesOf(text)).filter((name) => names.includes(name));
      return isDeepStrictEqual(now, names.filter((name) => now.includes(name)));
    };
    return { what: `order ${names.join(' ')}`, path, text: joined({ ...all, services: shuffled }), survives };
  },
  function limit(dice, texts) {
    const value = `${700 + dice.below(99)}M`;
    const path = 'docker-compose.prod.yml';
    const changed = inService(dice, texts.get(path)!, /^ {10}memory: \d+M/u, () => [`          memory: ${value}`]);
    return changed && { what: `limit of ${changed.service}`, path, text: changed.text, survives: (text) => at(servicesOf(text)[changed.service], ['deploy', 'resources', 'limits', 'memory']) === value };
  },
  function deletedKey(dice, texts) {
    const path = dice.of(composeFiles);
    const key = dice.of(['init', 'stop_grace_period', 'restart', 'read_only', 'pull_policy', 'shm_size']);
    const changed = inService(dice, texts.get(path)!, new RegExp(`^ {4}${key}: `, 'u'), () => []);
    return changed && { what: `without ${changed.service}.${key}`, path, text: changed.text, survives: (text) => at(servicesOf(text), [changed.service, key]) === undefined };
  },
  function environment(dice, texts, mark) {
    const path = dice.of(composeFiles);
    const name = mark.toUpperCase().replaceAll('-', '_');
    const changed = inService(dice, texts.get(path)!, /^ {4}environment:$/u, (line) => [line, `      ${name}: "yes"`]);
    return changed && { what: `variable of ${changed.service}`, path, text: changed.text, survives: (text) => at(servicesOf(text), [changed.service, 'environment', name]) === 'yes' };
  },
  function network(dice, texts, mark) {
    const path = 'docker-compose.yml';
    const changed = inService(dice, texts.get(path)!, /^ {4}networks:$/u, (line) => [line, `      - ${mark}`]);
    return changed && { what: `network of ${changed.service}`, path, text: changed.text, survives: (text) => (at(servicesOf(text), [changed.service, 'networks']) as readonly unknown[] | undefined)?.includes(mark) === true };
  },
  function value(dice, texts, mark) {
    const path = dice.of(composeFiles);
    const changed = inService(dice, texts.get(path)!, /^ {4}image: /u, () => [`    image: example/${mark}:1`]);
    return changed && { what: `image of ${changed.service}`, path, text: changed.text, survives: (text) => at(servicesOf(text), [changed.service, 'image']) === `example/${mark}:1` };
  },
  function port(dice, texts) {
    const path = 'docker-compose.override.yml';
    const number = 7000 + dice.below(99);
    return { what: 'published port', path, text: texts.get(path)!.replace(/HTTP_PORT:-\d+/u, `HTTP_PORT:-${number}`), survives: contains(`HTTP_PORT:-${number}`) };
  },
  function line(dice, texts, mark) {
    const path = dice.of(lineFiles);
    const text = texts.get(path);
    if (text === undefined) return undefined;
    const lines = text.split('\n');
    const index = dice.of(lines.flatMap((_, place) => (place > 0 && !lines[place - 1]!.endsWith('\\') ? [place] : [])));
    const added = path.endsWith('Dockerfile') ? `RUN echo ${mark}` : path.endsWith('.conf') ? `# ${mark}` : path === '.env.example' ? `${mark.toUpperCase().replaceAll('-', '_')}=1` : mark;
    return { what: `line in ${path}`, path, text: insertedLine(text, index, added), survives: (now) => now?.split('\n').includes(added) === true };
  },
  function changedLine(dice, texts, mark) {
    const path = dice.of(lineFiles);
    const lines = texts.get(path)?.split('\n') ?? [''];
    if (lines.length < 2) return undefined;
    const index = dice.of(lines.flatMap((each, place) => (each !== '' && !each.endsWith('\\') ? [place] : [])));
    const changed = `${lines[index]!} # ${mark}`;
    return { what: `changed ${lines[index]!} in ${path}`, path, text: lines.with(index, changed).join('\n'), survives: contains(mark) };
  },
  function deletedFile(dice, texts) {
    if (dice.roll() < 0.8) return undefined;
    return { what: 'deleted file', path: dice.of([...texts.keys()].filter((path) => path.startsWith('docs/') || path.startsWith('.github/'))), text: undefined, survives: (text) => text === undefined };
  },
];
