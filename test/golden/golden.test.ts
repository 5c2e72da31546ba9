import assert from 'node:assert/strict';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTree } from '../support/folders.js';
import { literal, parseCompose } from '../support/compose.js';
import { caseNames, casesFolder, make } from './cases.js';
import { differences } from './differences.js';
import type { Made } from './cases.js';
import { hostileExamples, truth } from './truth.js';

const writing = process.env['GOLDEN'] === 'write';
const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function capture(name: string, { architecture, files }: Made): void {
  const folder = join(casesFolder, name);
  const expected = join(folder, 'expected');
  writeFileSync(join(folder, 'architecture.json'), text(architecture));
  rmSync(expected, { recursive: true, force: true });
  writeTree(expected, Object.fromEntries([...files].map(([path, { content }]) => [path, content])));
  for (const [path, { executable }] of files) chmodSync(join(expected, path), executable ? 0o755 : 0o644);
}

describe('golden cases', () => {
  it('have a line in the table of truths each', () => assert.deepEqual(Object.keys(truth).toSorted(), caseNames));

  for (const name of caseNames) {
    describe(name, () => {
      let made: Made;
      before(() => {
        made = make(name);
        if (writing) capture(name, made);
      });

      it('is designed as before', () => assert.deepEqual(JSON.parse(text(made.architecture)), JSON.parse(readFileSync(join(casesFolder, name, 'architecture.json'), 'utf8'))));

      it('is written as before, the whole tree, byte for byte', () => {
        const expected = join(casesFolder, name, 'expected');
        const found = differences(expected, made);
        // the first file in full, so that the difference can be read
        const first = found.find((line) => line.endsWith(' differs'))?.replace(/ differs$/u, '');
        if (first !== undefined) assert.equal(made.files.get(first)!.content, readFileSync(join(expected, first), 'utf8'), first);
        assert.deepEqual(found, []);
      });

      it('says what is true of the project', () => assertTruth(name, made));
    });
  }
});

describe('the comparison of a tree', () => {
  it('notices a missing, an extra and a changed file', () => {
    const [name] = caseNames;
    const { files } = make(name!);
    const expected = join(casesFolder, name!, 'expected');
    const without = new Map(files);
    without.delete('docker-compose.yml');
    assert.deepEqual(differences(expected, { files: without }), ['docker-compose.yml is expected and was not written']);
    assert.deepEqual(differences(expected, { files: new Map([...files, ['x', { content: '', executable: false }]]) }), ['x was written and is not expected']);
    assert.deepEqual(differences(expected, { files: new Map([...files, ['docker-compose.yml', { content: 'x', executable: true }]]) }), [
      'docker-compose.yml: executable true, expected false', 'docker-compose.yml differs',
    ]);
  });
});

/** The instructions of one stage of a Dockerfile, without continuation lines. */
function stage(dockerfile: string, name: string): string {
  const stages = dockerfile.replaceAll(/\\\n\s*/gu, '').split(/^(?=FROM )/mu);
  const found = stages.find((each) => each.split('\n')[0]!.endsWith(` AS ${name}`));
  assert.ok(found !== undefined, `no stage ${name}`);
  return found;
}

const execOf = (text_: string): unknown => JSON.parse(/^CMD (\[.*\])$/mu.exec(text_)?.[1] ?? 'null');

type Service = Readonly<Record<string, unknown>> & { readonly environment?: Readonly<Record<string, string>>; readonly command?: readonly string[]; readonly healthcheck?: { readonly test: readonly string[] } };

function assertTruth(name: string, { files }: Made): void {
  const expected = truth[name]!;
  const content = (path: string): string => files.get(path)?.content ?? assert.fail(`${path} was not written`);
  const dockerfile = content('docker/app/Dockerfile');
  const compose = parseCompose(content('docker-compose.yml')) as { name: string; services: Record<string, Service> };
  const services = (path: string) => parseCompose(content(path))['services'] as Record<string, Service>;

  assert.equal(compose.name, expected.name);
  assert.deepEqual(Object.keys(compose.services).toSorted(), expected.services);

  assert.ok(stage(dockerfile, 'base').startsWith(`FROM ${expected.image} AS base\n`));
  assert.match(stage(dockerfile, 'production'), new RegExp(`^EXPOSE ${expected.port}$`, 'mu'));
  assert.deepEqual(execOf(stage(dockerfile, 'production').split('\n').filter((line) => line.startsWith('CMD ')).join('\n')), expected.start);
  assert.deepEqual(services('docker-compose.override.yml')['app']!.command?.map(literal), expected.development);
  assert.ok(stage(dockerfile, 'deps').trimEnd().endsWith(`&& ${expected.install}`), stage(dockerfile, 'deps'));
  assert.ok(stage(dockerfile, 'production-deps').split(/ && |\n/u).includes(expected.productionInstall), stage(dockerfile, 'production-deps'));
  assert.equal(/^RUN .*(npm install --global .*)$/mu.exec(stage(dockerfile, 'base'))?.[1], expected.manager);
  assert.equal(/^RUN (?!.*(?:run|exec) (?:prepare|postinstall))(.*)$/mu.exec(stage(dockerfile, 'build'))?.[1], expected.build);
  if (expected.test !== undefined) assert.deepEqual(execOf(stage(dockerfile, 'test')), expected.test);
  assert.equal('test' in services('docker-compose.ci.yml'), expected.test !== undefined);

  const asked = new RegExp(`http://127\\.0\\.0\\.1:${expected.port}${expected.health ?? '/'}(?![\\w/-])`, 'u');
  assert.match(compose.services['app']!.healthcheck!.test.map(literal).join(' '), asked);
  assert.match(/^HEALTHCHECK .*$/mu.exec(stage(dockerfile, 'production'))![0], asked);
  assert.equal(compose.services['app']!.environment!['PORT'], String(expected.port));
  assert.match(content('docker/nginx/nginx.conf'), new RegExp(`set \\$upstream app:${expected.port};`, 'u'));

  const production = parseCompose(content('docker-compose.prod.yml')) as { services: Record<string, Service>; secrets?: object };
  assert.deepEqual(Object.keys(production.secrets ?? {}).toSorted(), expected.secrets);
  const environment = production.services['app']!.environment!;
  for (const [variable, value] of Object.entries(expected.production)) assert.equal(environment[variable], value, variable);

  if (name === 'hostile') {
    const given = compose.services['app']!.environment!;
    for (const [variable, value] of Object.entries(hostileExamples)) {
      const start = `\${${variable}:-`;
      const found = given[variable]!;
      assert.equal(literal(found.startsWith(start) ? found.slice(start.length, -1) : found), value, variable);
    }
  }
}
