import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder, readTree, temporaryFolder } from '../support/folders.js';
import { applicationFolder, blueprintFolder, edit, otherPort, runIn, textOf } from './program.js';

const killer = pathToFileURL(join(packageFolder, 'test', 'support', 'die-at-write.mjs')).href;
const temporary = /\.docker-architect\.tmp$/u;

type Tree = Readonly<Record<string, string>>;
const without = (tree: Tree, pattern: RegExp): Tree => Object.fromEntries(Object.entries(tree).filter(([path]) => !pattern.test(path)));

const dieAt = (folder: string, moment: number, report?: string) =>
  runIn(folder, ['--yes'], { node: ['--import', killer], environment: { DIE_AT: String(moment), ...(report === undefined ? {} : { DIE_REPORT: report }) } });

/** How often an undisturbed run touches the disk. */
async function momentsOf(folder: string): Promise<number> {
  const report = join(temporaryFolder(), 'moments');
  const { status, said } = await dieAt(folder, 0, report);
  assert.equal(status, 0, said);
  return Number(textOf(join(report, '..'), 'moments'));
}

/** The first and the last moments, where one step becomes another, and every so many between them. */
const sample = (count: number, step: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1).filter((moment) => moment <= 12 || moment > count - 16 || moment % step === 0);

interface Story {
  readonly what: string;
  readonly start: () => Promise<string>;
  readonly step: number;
}

const stories: readonly Story[] = [
  { what: 'the first run', start: async () => applicationFolder(), step: 17 },
  {
    what: 'a run that merges new answers into edited files',
    step: 9,
    start: async () => {
      const folder = await blueprintFolder();
      edit(folder, 'docker-compose.override.yml', (text) => `# mine\n${text}`);
      edit(folder, 'docker-compose.yml', (text) => text.replace('services:\n', 'services:\n  mail:\n    image: example/mail:1\n\n'));
      edit(folder, 'docker/nginx/nginx.conf', (text) => text.replace('gzip on;', 'gzip on; # mine'));
      edit(folder, '.gitignore', (text) => `${text}mine/\n`);
      otherPort(folder);
      return folder;
    },
  },
];

for (const { what, start, step } of stories) {
  describe(`${what}, killed while it writes`, function () {
    this.timeout(600_000);

    it('leaves every file wholly old or wholly new, and the next run ends where an undisturbed one does', async () => {
      const undisturbed = await start();
      const before = readTree(undisturbed);
      const count = await momentsOf(undisturbed);
      const after = readTree(undisturbed);
      assert.ok(count > 20, `only ${count} moments: the test says little`);
      const killed = async (moment: number): Promise<void> => {
        const folder = await start();
        const { signal } = await dieAt(folder, moment);
        assert.equal(signal, 'SIGKILL', `the run survived moment ${moment} of ${count}`);
        for (const [path, text] of Object.entries(readTree(folder))) {
          // half written is only what nobody takes for content
          if (temporary.test(path)) continue;
          assert.ok(text === before[path] || text === after[path], `${path} is neither old nor new after moment ${moment}`);
        }
        for (const path of Object.keys(before)) assert.ok(path in readTree(folder) || !(path in after), `${path} is gone after moment ${moment}`);
        const { status, said } = await runIn(folder);
        assert.equal(status, 0, `after moment ${moment}: ${said}`);
        assert.deepEqual(readTree(folder), after, `after moment ${moment}`);
      };
      const moments = [...sample(count, step)];
      await Promise.all([0, 1].map(async () => {
        for (let moment = moments.shift(); moment !== undefined; moment = moments.shift()) await killed(moment);
      }));
    });

    it('is not mistaken for finished by a run that only looks', async () => {
      const folder = await start();
      await dieAt(folder, 10);
      const half = readTree(folder);
      const { status } = await runIn(folder, ['--yes', '--check']);
      assert.equal(status, 1);
      assert.deepEqual(readTree(folder), half);
      await runIn(folder);
      assert.equal((await runIn(folder, ['--yes', '--check'])).status, 0);
    });

    it('shows its half-written files to nobody: the next run removes them', async () => {
      const folder = await start();
      let moment = 0;
      do await dieAt(folder, (moment += 1)); while (!Object.keys(readTree(folder)).some((path) => temporary.test(path)) && moment < 20);
      const left = Object.keys(readTree(folder)).filter((path) => temporary.test(path));
      assert.equal(left.length, 1, 'the test did not leave a half-written file');
      await runIn(folder);
      assert.deepEqual(Object.keys(without(readTree(folder), /^(?!.*\.docker-architect\.tmp$)/u)), []);
    });
  });
}
