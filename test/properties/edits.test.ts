import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { design } from '../../lib/design/design.js';
import { decideFile } from '../../lib/merge/decide.js';
import type { Decision } from '../../lib/merge/decide.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { blueprint } from '../support/blueprint.js';
import { briefOf, shop } from '../support/briefs.js';
import { at, Dice, editors, generator, yamlOf } from './edits.js';
import type { Edit, Texts } from './edits.js';

const seed = 20_260_702;
const sequences = 500;

type Input = Record<string, unknown>;
const appOf = (input: Input): Input => (input['apps'] as Input[])[0]!;

/** What a user answers differently the next time. */
const changes: readonly (readonly [string, (input: Input) => void])[] = [
  ['another port', (input) => { input['proxy'] = { port: 9090, productionPort: 8000 }; }],
  ['a larger body', (input) => { input['proxy'] = { ...(input['proxy'] as object | undefined), bodyLimit: 50 }; }],
  ['a worker more', (input) => { appOf(input)['workers'] = [...(appOf(input)['workers'] as object[]), { name: 'mailer', command: ['node', 'src/mailer.js'] }]; }],
  ['no worker', (input) => { appOf(input)['workers'] = []; }],
  ['no redis', (input) => { input['services'] = ['postgres']; }],
  ['no service', (input) => { input['services'] = []; }],
  ['another Node.js', (input) => { appOf(input)['version'] = '22'; }],
  ['less memory', (input) => { input['constraints'] = { memory: 1024 }; }],
  ['another version', (input) => { (input['project'] as Input)['version'] = '2.0.0'; }],
  ['a port of the app', (input) => { appOf(input)['port'] = 4000; }],
  ['another command', (input) => { (appOf(input)['commands'] as Input)['start'] = ['node', 'src/main.js']; }],
  ['a variable more', (input) => { appOf(input)['variables'] = [...(appOf(input)['variables'] as object[]), { name: 'REGION', kind: 'plain', example: 'eu' }]; }],
];

const made = (input: Input): readonly OutputFile[] => blueprint(design(briefOf(input)));
const textsOf = (files: readonly OutputFile[]): Map<string, string> => new Map(files.map(({ path, content }) => [path, content]));

interface Sequence {
  readonly edits: readonly Edit[];
  readonly answers: readonly string[];
  readonly base: Texts;
  readonly yours: ReadonlyMap<string, string | undefined>;
  readonly files: readonly OutputFile[];
}

/** The example, and the same without a worker. */
const starts = [shop, { ...shop, apps: [{ ...appOf(shop as Input), workers: [] }] }].map((input) => ({ input, base: textsOf(made(input)) }));

function sequence(number: number): Sequence {
  const dice = new Dice(generator(seed + number));
  const { input: before, base } = starts[number % starts.length]!;
  const yours = new Map<string, string | undefined>(base);
  const edits: Edit[] = [];
  for (let count = 1 + dice.below(6); count > 0; count -= 1) {
    const present = new Map([...yours].flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
    const edit = dice.of(editors)(dice, present, `mine-${number}-${count}`);
    // a later edit of the same thing would undo an earlier one, and that is no loss
    if (edit === undefined || edits.some((each) => each.path === edit.path && !each.survives(edit.text))) continue;
    edits.push(edit);
    yours.set(edit.path, edit.text);
  }
  const input = structuredClone(before) as Input;
  const answers = new Set([dice.of(changes), ...(dice.roll() < 0.5 ? [dice.of(changes)] : [])]);
  for (const [, change] of answers) change(input);
  return { edits, answers: [...answers].map(([name]) => name), base, yours, files: made(input) };
}

/** What is on disk after a run in which nobody could be asked. */
const textAfter = ({ action, content, kept }: Decision, current: string | undefined): string | undefined =>
  action === 'create' || action === 'update' || action === 'merge' ? content : action === 'conflict' ? (kept ?? current) : current;

/** Values by path; a list is one value. */
function leaves(value: unknown, path: readonly string[] = []): ReadonlyMap<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return new Map([[path.join('\u0000'), value]]);
  return new Map(Object.entries(value).flatMap(([key, each]) => [...leaves(each, [...path, key])]));
}

/** What we changed, the user did not, and is not there afterwards. Conflicts are named by the program; there the user's side stays. */
function missingValues({ details }: Decision, before: string, yours: string, now: string, after: string): readonly string[] {
  const [theirs, own] = [yamlOf(before), yamlOf(yours)];
  const [old, mine, wanted, found] = [theirs, own, yamlOf(now), yamlOf(after)].map((data) => leaves(data));
  const contested = (keys: readonly string[]): boolean => details.some((place) => `${keys.join('.')}.`.startsWith(`${place}.`) || place.startsWith(`${keys.join('.')}.`));
  return [...new Set([...old!.keys(), ...wanted!.keys()])].filter((path) => {
    const keys = path.split('\u0000');
    if (isDeepStrictEqual(old!.get(path), wanted!.get(path)) || !isDeepStrictEqual(old!.get(path), mine!.get(path)) || contested(keys)) return false;
    // inside something that the user deleted nothing is added
    if (at(theirs, keys.slice(0, -1)) !== undefined && at(own, keys.slice(0, -1)) === undefined) return false;
    return !isDeepStrictEqual(found!.get(path), wanted!.get(path));
  });
}

function missingLines({ action }: Decision, before: string, yours: string, now: string, after: string): readonly string[] {
  if (action === 'conflict') return [];
  const [old, mine, found] = [before, yours, after].map((text) => new Set(text.split('\n')));
  const entries = [...mine!].filter((line) => !old!.has(line));
  // a setting of the user's stands for ours
  return now.split('\n').filter((line) => !old!.has(line) && !found!.has(line) && !entries.some((each) => each.startsWith(line.slice(0, line.indexOf('=') + 1))));
}

interface Decided {
  readonly file: OutputFile;
  readonly decision: Decision;
  readonly current: string | undefined;
  readonly after: string | undefined;
}

function decided(file: OutputFile, { yours, base }: Sequence): Decided {
  const current = yours.get(file.path);
  const decision = decideFile(file, current, base.get(file.path));
  return { file, decision, current, after: textAfter(decision, current) };
}

describe('500 sequences of edits, each followed by other answers', function suite() {
  this.timeout(300_000);
  const tell = (number: number, { edits, answers }: Sequence, path: string): string => `seed ${seed}, sequence ${number}, ${path}: [${edits.map(({ what }) => what).join('; ')}], then ${answers.join(', ')}`;
  let decisions: readonly (readonly [Sequence, readonly Decided[]])[];
  before(() => {
    decisions = Array.from({ length: sequences }, (_, number) => sequence(number)).map((all) => [all, all.files.map((file) => decided(file, all))]);
  });
  const each = (check: (about: (path: string) => string, all: Sequence, list: readonly Decided[]) => void): void => {
    for (const [number, [all, list]] of decisions.entries()) check((path) => tell(number, all, path), all, list);
  };

  it('every edit is found afterwards', () => each((about, { edits, yours }, list) => {
    const after = new Map([...yours, ...list.map((one) => [one.file.path, one.after] as const)]);
    for (const { survives, path, what } of edits) assert.ok(survives(after.get(path)), `lost: ${what}\n${about(path)}\n${after.get(path)}`);
  }));

  it('everything that we changed and the user did not is there', () => each((about, { base }, list) => {
    for (const { file: { path, content }, decision, current, after } of list) {
      const before = base.get(path);
      if (before === undefined || before === content || current === undefined || after === undefined || after === content) continue;
      const missing = (path.endsWith('.yml') ? missingValues : missingLines)(decision, before, current, content, after);
      assert.deepEqual(missing, [], about(path));
    }
  }));

  it('the YAML is YAML, without conflict markers', () => each((about, _, list) => {
    for (const { file, decision, after } of list) {
      assert.notEqual(decision.action, 'unreadable', about(file.path));
      assert.doesNotMatch(after ?? '', /^(?:<{7}|={7}|>{7})/mu, about(file.path));
      if (file.path.endsWith('.yml') && after !== undefined) assert.doesNotThrow(() => yamlOf(after), about(file.path));
    }
  }));

  it('no service waits for one, or mounts a volume, that is not there any more', () => each((about, _, list) => {
    for (const { file: { path }, after } of list) {
      if (path !== 'docker-compose.yml' || after === undefined) continue;
      const data = yamlOf(after);
      for (const [name, service] of Object.entries(data['services'] as Record<string, { depends_on?: object; volumes?: readonly string[] }>)) {
        for (const other of Object.keys(service.depends_on ?? {})) assert.ok(at(data, ['services', other]) !== undefined, `${name} waits for ${other}: ${about(path)}`);
        for (const volume of service.volumes ?? []) if (/^\w/u.test(volume)) assert.ok(Object.hasOwn(data['volumes'] as object, volume.split(':')[0]!), `${name} mounts ${volume}: ${about(path)}`);
      }
    }
  }));

  it('a second run is empty, and offers what was refused again', () => each((about, { base }, list) => {
    for (const { file, decision, after } of list) {
      const refused = decision.action === 'conflict';
      const again = decideFile(file, after, refused ? base.get(file.path) : file.content);
      assert.equal(again.action, refused ? 'conflict' : after === undefined ? 'deleted' : 'same', about(file.path));
      assert.equal(textAfter(again, after), after, about(file.path));
    }
  }));

  it('a run that was killed before it remembered what it wrote changes nothing the next time', () => each((about, { base }, list) => {
    for (const { file, decision, after } of list) {
      if (decision.action === 'conflict') continue;
      assert.equal(textAfter(decideFile(file, after, base.get(file.path)), after), after, about(file.path));
    }
  }));

  it('makes conflicts, clean merges and updates: the sample says something', () => {
    const seen = new Map<string, number>();
    each((_, __, list) => { for (const { decision: { action } } of list) seen.set(action, (seen.get(action) ?? 0) + 1); });
    for (const action of ['same', 'update', 'merge', 'conflict', 'create', 'deleted']) assert.ok((seen.get(action) ?? 0) >= 20, `${action}: ${JSON.stringify([...seen])}`);
  });
});
