import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { mergeYaml, sameYaml, unreadableYaml } from '../../../lib/merge/yaml-three-way.js';
import type { YamlPreference } from '../../../lib/merge/yaml-three-way.js';

function merged(yours: string, base: string, proposal: string, prefer: YamlPreference = 'yours') {
  const result = mergeYaml(yours, base, proposal, prefer);
  if (result.kind === 'unreadable') throw new assert.AssertionError({ message: `unreadable: ${result.message}` });
  return { text: result.text, conflicts: result.conflicts.map(({ path }) => path), data: result.data };
}

const base = `name: shop
services:
  app:
    image: app:1
    environment:
      A: "1"
      B: "2"
    networks:
      - front
      - data
    command: [node, app.js]
  db:
    image: postgres:18.1-trixie
    volumes:
      - data:/var/lib
volumes:
  data: {}
`;
const other = base.replace('name: shop', 'name: shop2');
const changed = (text: string, ...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((now, [from, to]) => {
    assert.ok(now.includes(from), `${from} is not there`);
    return now.replace(from, to);
  }, text);

describe('merge of YAML by structure', () => {
  /** [what, the user's edit, ours]: the expected text is both edits, one after the other. */
  const clean: readonly (readonly [string, readonly (readonly [string, string])[], readonly (readonly [string, string])[]])[] = [
    ['a comment above a key', [['  db:\n', '  # the data\n  db:\n']], [['name: shop', 'name: shop2']]],
    ['a comment above the first key', [['  app:\n', '  # the app\n  app:\n']], [['name: shop', 'name: shop2']]],
    ['a comment behind a value that we change', [['image: app:1', 'image: app:1 # mine']], [['image: app:1', 'image: app:2']]],
    ['a comment behind an entry', [['- front\n', '- front # mine\n']], [['name: shop', 'name: shop2']]],
    ['a comment at the end', [['  data: {}\n', '  data: {}\n\n# mine\n']], [['name: shop', 'name: shop2']]],
    ['double quotes', [['A: "1"', 'A: "x"']], [['image: app:1', 'image: app:2']]],
    ['single quotes', [['A: "1"', "A: 'x'"]], [['image: app:1', 'image: app:2']]],
    ['flow style', [['\n      - front\n      - data\n', ' [front, data]\n']], [['image: app:1', 'image: app:2']]],
    ['block style', [[' [node, app.js]', '\n      - node\n      - app.js']], [['image: app:1', 'image: app:2']]],
    ['a block of text', [['A: "1"', 'A: |\n        one\n        two']], [['image: app:1', 'image: app:2']]],
    ['an anchor and its alias', [['environment:\n', 'environment: &env\n'], ['    volumes:\n', '    environment: *env\n    volumes:\n']], [['image: app:1', 'image: app:2']]],
    ['a merge key', [['services:\n', 'x-common: &common\n  init: true\nservices:\n'], ['    image: app:1\n', '    <<: *common\n    image: app:1\n']], [['image: app:1', 'image: app:2']]],
    ['a tag of Compose', [['    command: [node, app.js]\n', '    command: [node, app.js]\n    ports: !reset []\n']], [['image: app:1', 'image: app:2']]],
    ['an override tag of Compose', [['    command: [node, app.js]\n', '    command: [node, app.js]\n    ports: !override\n      - "80:80"\n']], [['image: app:1', 'image: app:2']]],
    ['a service of their own', [['  db:\n', '  mail:\n    image: mail:1\n  db:\n']], [['image: app:1', 'image: app:2']]],
    ['a deleted key', [['    command: [node, app.js]\n', '']], [['image: app:1', 'image: app:2']]],
    ['a deleted key that we change', [['    command: [node, app.js]\n', '']], [['    command: [node, app.js]\n', '']]],
    ['a deleted service', [['  db:\n    image: postgres:18.1-trixie\n    volumes:\n      - data:/var/lib\n', '']], [['image: app:1', 'image: app:2']]],
    ['a deleted entry', [['      - front\n', '']], [['image: app:1', 'image: app:2']]],
    ['an entry of their own', [['      - front\n', '      - front\n      - mine\n']], [['      - data\n', '      - data\n      - ours\n']]],
    ['a variable of their own', [['      A: "1"\n', '      A: "1"\n      MINE: "1"\n']], [['      B: "2"\n', '      B: "2"\n      OURS: "1"\n']]],
    ['a key with a dot', [['  db:\n', '  d.b:\n    image: x\n  db:\n']], [['image: app:1', 'image: app:2']]],
  ];
  for (const [what, mine, ours] of clean) {
    it(`keeps ${what}`, () => {
      const yours = changed(base, ...mine);
      const onlyOurs = ours.filter(([from]) => yours.includes(from));
      const { text, conflicts } = merged(yours, base, changed(base, ...ours));
      assert.deepEqual(conflicts, []);
      assert.equal(text, changed(yours, ...onlyOurs));
    });
  }

  it('keeps the order of the user, and puts a new key behind the one that it follows', () => {
    const yours = changed(base, ['    image: app:1\n', ''], ['    command: [node, app.js]\n', '    command: [node, app.js]\n    image: app:1\n']);
    const { text } = merged(yours, base, changed(base, ['    image: app:1\n', '    image: app:1\n    init: true\n']));
    assert.equal(text, changed(yours, ['    image: app:1\n', '    image: app:1\n    init: true\n']));
  });

  it('puts a new first service above the comment of the user\'s first one', () => {
    const yours = changed(base, ['  app:\n', '  # the app\n  app:\n']);
    const { text } = merged(yours, base, changed(base, ['  app:\n', '  admin:\n    image: admin:1\n  app:\n']));
    assert.equal(text, changed(base, ['  app:\n', '  admin:\n    image: admin:1\n  # the app\n  app:\n']));
  });

  it('puts a new entry where it stands in ours, because the order of steps means something', () => {
    const steps = 'steps:\n  - name: build\n    run: b\n  - name: push\n    run: p\n';
    const { text } = merged(steps.replace('run: b', 'run: b\n    env: {A: 1}'), steps, steps.replace('  - name: push', '  - name: scan\n    run: s\n  - name: push'));
    assert.equal(text, 'steps:\n  - name: build\n    run: b\n    env: {A: 1}\n  - name: scan\n    run: s\n  - name: push\n    run: p\n');
  });

  it('merges inside an entry: a step that both changed', () => {
    const steps = 'steps:\n  - name: build\n    run: b\n';
    const { text, conflicts } = merged(steps.replace('run: b', 'run: b\n    env: {A: 1}'), steps, steps.replace('run: b', 'run: c'));
    assert.deepEqual([text, conflicts], ['steps:\n  - name: build\n    run: c\n    env: {A: 1}\n', []]);
  });

  const layouts: readonly (readonly [string, string])[] = [
    ['four spaces', 'a:\n    b: 1 # mine\n    c:\n        - x\n'],
    ['entries without indentation', 'a:\n  b: 1 # mine\n  c:\n  - x\n'],
    ['flow with spaces', 'a:\n  b: 1 # mine\n  c: [ x ]\n'],
  ];
  for (const [what, yours] of layouts) {
    it(`writes in the layout of the user: ${what}`, () => assert.equal(merged(yours, 'a:\n  b: 1\n  c:\n    - x\n', 'a:\n  b: 2\n  c:\n    - x\n').text, yours.replace('b: 1', 'b: 2')));
  }

  it('takes what only we changed, whole: a service more, a service less, an entry less', () => {
    const yours = `# mine\n${base}`;
    const ours = changed(base, ['volumes:\n  data: {}\n', ''], ['  db:\n    image: postgres:18.1-trixie\n    volumes:\n      - data:/var/lib\n', '  cache:\n    image: redis:8\n'], ['      - front\n', '']);
    assert.deepEqual(parse(merged(yours, base, ours).text), parse(ours));
  });

  it('leaves the file byte for byte where only comments of ours changed', () => assert.equal(merged(changed(base, ['app:1', 'app:9']), base, `# new\n${base}`).text, changed(base, ['app:1', 'app:9'])));

  it('changes an anchored value, and what refers to it follows', () => {
    const yours = changed(base, ['image: app:1', 'image: &image app:1'], ['  db:\n', '  again:\n    image: *image\n  db:\n']);
    const { text, conflicts } = merged(yours, base, changed(base, ['app:1', 'app:2']));
    assert.deepEqual(conflicts, []);
    assert.equal(text, changed(yours, ['&image app:1', '&image app:2']));
  });

  it('leaves an alias whose anchor was changed to what we want', () => {
    const two = 'a:\n  x: {l: 1}\nb:\n  x: {l: 1}\n';
    const yours = 'a:\n  x: &x {l: 1}\nb:\n  x: *x\n';
    assert.deepEqual(merged(yours, two, two.replaceAll('l: 1', 'l: 2')), { text: yours.replace('l: 1', 'l: 2'), conflicts: [], data: { a: { x: { l: 2 } }, b: { x: { l: 2 } } } });
  });

  it('writes a value beside a merge key out, when only there we changed it', () => {
    const yours = 'x-c: &c\n  restart: no\nservices:\n  app:\n    <<: *c\n    image: a\n';
    const { text, conflicts } = merged(yours, 'services:\n  app:\n    image: a\n    restart: no\n', 'services:\n  app:\n    image: a\n    restart: always\n');
    assert.deepEqual([text, conflicts], [`${yours}    restart: always\n`, []]);
  });
});

describe('what both sides changed in YAML', () => {
  /** [what, the user's edit, ours, places]: the user's side stays. */
  const conflicting: readonly (readonly [string, readonly [string, string], readonly [string, string], readonly string[]])[] = [
    ['a value', ['image: app:1', 'image: mine:1'], ['image: app:1', 'image: app:2'], ['services.app.image']],
    ['a value that we took away', ['A: "1"', 'A: "9"'], ['      A: "1"\n', ''], ['services.app.environment.A']],
    ['a command', ['[node, app.js]', '[node, mine.js]'], ['[node, app.js]', '[node, ours.js]'], ['services.app.command']],
    ['a value that became a list', ['image: app:1', 'image: [a]'], ['image: app:1', 'image: app:2'], ['services.app.image']],
    ['a map that became a list', ['environment:\n      A: "1"\n      B: "2"\n', 'environment:\n      - A=1\n'], ['A: "1"', 'A: "3"'], ['services.app.environment']],
    ['an emptied value', ['image: app:1', 'image:'], ['image: app:1', 'image: app:2'], ['services.app.image']],
    ['a key that both added', ['    command:', '    init: true\n    command:'], ['    command:', '    init: false\n    command:'], ['services.app.init']],
    ['a mount', ['data:/var/lib', './mine:/var/lib'], ['data:/var/lib', 'data:/var/lib:ro'], ['services.db.volumes.0']],
    ['a comment in a service that we took away', ['    volumes:\n      - data', '    # mine\n    volumes:\n      - data'], ['  db:\n    image: postgres:18.1-trixie\n    volumes:\n      - data:/var/lib\n', ''], ['services.db']],
    ['a comment above an entry that we took away', ['      - front\n', '      # mine\n      - front\n'], ['      - front\n', ''], ['services.app.networks.0']],
    ['a comment in a command that we changed', [' [node, app.js]', '\n      - node # mine\n      - app.js'], ['app.js', 'ours.js'], ['services.app.command']],
    ['a lower tag', ['18.1-trixie', '17.1-trixie'], ['18.1-trixie', '18.2-trixie'], ['services.db.image']],
  ];
  for (const [what, mine, ours, places] of conflicting) {
    const yours = changed(base, mine);
    it(`${what}: named, and the user's stays`, () => {
      const { text, conflicts } = merged(yours, base, changed(base, ours));
      assert.deepEqual(conflicts, places);
      assert.equal(text, yours);
    });
    it(`${what}: everything else is merged, and the user's stays in the new file too`, () => {
      const { text } = merged(yours, base, changed(other, ours));
      assert.equal(text, changed(yours, ['name: shop', 'name: shop2']));
    });
    it(`${what}: ours when ours is preferred, with everything else of the user's`, () => {
      const { text, conflicts } = merged(changed(yours, ['  data: {}\n', '  data: {}\n  mine: {}\n']), base, changed(base, ours), 'proposal');
      assert.deepEqual(conflicts, []);
      assert.deepEqual(parse(text), parse(changed(base, ours, ['  data: {}\n', '  data: {}\n  mine: {}\n'])));
    });
  }

  it('a service with an anchor that is used elsewhere is not taken away', () => {
    const service = '  db:\n    image: postgres:18.1-trixie\n    volumes:\n      - data:/var/lib\n';
    const yours = changed(base, ['  db:\n', '  db: &db\n'], ['volumes:\n  data', '  copy: *db\nvolumes:\n  data']);
    for (const prefer of ['yours', 'proposal'] as const) {
      const { text, conflicts } = merged(yours, base, changed(base, [service, '']), prefer);
      assert.deepEqual([text, conflicts.length], [yours, 1], prefer);
    }
  });

  for (const [what, yours] of [['emptied', ''], ['full of comments only', '# nothing\n'], ['a list', '- a\n'], ['a text', 'hello\n']] as const) {
    it(`a file that is ${what}: stays, and is a conflict as a whole`, () => assert.deepEqual([merged(yours, base, other).text, merged(yours, base, other).conflicts], [yours, ['']]));
  }

  describe('what services of the user refer to', () => {
    const volumes = 'volumes:\n  data: {}\n';
    const gone = changed(base, ['  db:\n    image: postgres:18.1-trixie\n    volumes:\n      - data:/var/lib\n', ''], [volumes, '']);
    const rows: readonly (readonly [string, string, readonly string[]])[] = [
      ['a volume', '    volumes: [data:/copy:ro]\n', ['volumes.data']],
      ['a volume in long form', '    volumes: [{type: volume, source: data, target: /copy}]\n', ['volumes.data']],
      ['a service that must be there first', '    depends_on: [db]\n', ['services.db', 'volumes.data']],
      ['a service that must be healthy first', '    depends_on: {db: {condition: service_healthy}}\n', ['services.db', 'volumes.data']],
      ['a network of a service', '    network_mode: service:db\n', ['services.db', 'volumes.data']],
    ];
    for (const [what, line, places] of rows) {
      it(`${what}: stays, with what it needs, and is a conflict`, () => {
        const yours = changed(base, ['volumes:\n  data', `  mine:\n    image: mine:1\n${line}volumes:\n  data`]);
        const { text, conflicts } = merged(yours, base, gone);
        const expected = places.includes('services.db') ? yours : changed(yours, ['  db:\n    image: postgres:18.1-trixie\n    volumes:\n      - data:/var/lib\n', '']);
        assert.deepEqual([text, conflicts], [expected, places]);
        assert.deepEqual(parse(merged(yours, base, gone, 'proposal').text), parse(expected), 'and stays even where ours is preferred');
      });
    }
    it('a folder and a volume of another name need nothing', () => {
      const yours = changed(base, ['volumes:\n  data', '  mine:\n    image: mine:1\n    volumes: [./data:/a, other:/b]\nvolumes:\n  data']);
      assert.deepEqual(merged(yours, base, gone).conflicts, []);
    });
  });

  it('names that every object has are names like others', () => {
    const names = base.replace('  data: {}', '  constructor: {}\n  data: {}');
    assert.equal(merged(`# mine\n${base}`, base, names).text, `# mine\n${names}`);
  });
});

describe('YAML that cannot be read', () => {
  const broken: readonly (readonly [string, string, number, number])[] = [
    ['a colon that is missing', 'a:\n  b\n  c: 1\n', 2, 3],
    ['a bracket that is open', 'a: [1\nb: 2\n', 2, 1],
    ['a tab', 'a:\n\tb: 1\n', 2, 1],
    ['a key twice', 'a: 1\nb:\n  c: 1\n  c: 2\n', 4, 3],
    ['conflict markers', 'a: 1\n<<<<<<< yours\nb: 1\n=======\nb: 2\n>>>>>>> proposal\n', 2, 1],
    ['an alias of nothing', 'a: 1\nb:\n  c: *x\n', 3, 6],
    ['an alias before its anchor', 'a: *x\nb: &x 1\n', 1, 4],
    ['two documents', 'a: 1\n---\nb: 1\n', 2, 1],
    ['aliases that explode', `a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array.from({ length: 10 }, () => `*a${index}`).join(',')}]\n`).join('')}`, 1, 1],
  ];
  for (const [what, text, line, column] of broken) {
    it(`${what}: line ${line}, column ${column}`, () => {
      const result = mergeYaml(text, base, other);
      assert.equal(result.kind, 'unreadable');
      if (result.kind === 'unreadable') assert.deepEqual([result.line, result.column], [line, column], result.message);
      assert.equal(unreadableYaml(text)?.line, line);
      assert.equal(sameYaml(text, {}), false);
    });
  }

  it('tags of Compose are no mistake', () => assert.equal(unreadableYaml('a: !reset []\nb: !override [x]\nc: !reset null\n'), undefined));
  it('a text means its data, however it is written', () => {
    assert.equal(sameYaml('a: {b: [1]}\n', { a: { b: [1] } }), true);
    assert.equal(sameYaml('a: {b: [1]}\n', { a: { b: [2] } }), false);
  });
});
