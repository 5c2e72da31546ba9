import assert from 'node:assert/strict';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ranked } from '../../lib/discovery/evidence.js';
import type { Fact } from '../../lib/discovery/evidence.js';
import type { AppFindings } from '../../lib/discovery/findings.js';
import { writeTree } from '../support/folders.js';
import { caseNames, casesFolder, findingsOf, imageCaseNames, make } from './cases.js';
import type { Made } from './cases.js';
import { differences } from './differences.js';
import { imageTruth } from './truth/registry.js';
import type { AppTruth } from './truth/truth.js';

const writing = process.env['GOLDEN'] === 'write';
const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const values = <T>(facts: readonly Fact<T>[]): readonly T[] => ranked(facts).map(({ value }) => value);

/** An app's findings without their places, which move with every line of the case. */
function plain({ language, framework, packageManager, version, port, health, bind, commands, variables, workers, jobs, ...rest }: AppFindings): object {
  return {
    ...rest,
    language: values(language),
    framework: values(framework),
    packageManager: values(packageManager),
    version: values(version),
    port: values(port),
    health: values(health),
    bind: values(bind),
    commands: Object.fromEntries(Object.entries(commands).map(([name, facts]) => [name, values(facts)])),
    variables: variables.map(({ name }) => name),
    workers: workers.map(({ start, dev, ...worker }) => ({ ...worker, start: values(start), dev: values(dev) })),
    jobs: jobs.map(({ name, command }) => ({ name, command: values(command) })),
  };
}

const ofImages = (path: string): boolean => path.startsWith('docker/') && !path.startsWith('docker/nginx/') && path !== 'docker/secrets.sh';
const imagesOf = ({ files }: Made): Made['files'] => new Map([...files].filter(([path]) => ofImages(path)));

function capture(name: string, findings: object, files: Made['files']): void {
  const folder = join(casesFolder, name);
  const expected = join(folder, 'expected');
  writeFileSync(join(folder, 'findings.json'), text(findings));
  rmSync(expected, { recursive: true, force: true });
  writeTree(expected, Object.fromEntries([...files].map(([path, { content }]) => [path, content])));
  for (const [path, { executable }] of files) chmodSync(join(expected, path), executable ? 0o755 : 0o644);
}

describe('image cases', () => {
  it('have a line in the table of truths each', () => assert.deepEqual(Object.keys(imageTruth).toSorted(), imageCaseNames));
  it('are other cases than those whose whole tree is golden', () => assert.deepEqual(imageCaseNames.filter((name) => caseNames.includes(name)), []));

  for (const name of imageCaseNames) {
    describe(name, () => {
      let made: Made;
      let findings: object;
      before(() => {
        const found = findingsOf(name);
        findings = { apps: found.apps.map(plain), services: found.services.map(({ technology, confidence }) => ({ technology, confidence })), problems: found.problems.map(({ message }) => message) };
        made = make(name);
        if (writing) capture(name, findings, imagesOf(made));
      });

      it('is found as before', () => assert.deepEqual(JSON.parse(text(findings)), JSON.parse(readFileSync(join(casesFolder, name, 'findings.json'), 'utf8'))));

      it('has its images as before, byte for byte', () => {
        const expected = join(casesFolder, name, 'expected');
        const files = imagesOf(made);
        const found = differences(expected, { files });
        const first = found.find((line) => line.endsWith(' differs'))?.replace(/ differs$/u, '');
        if (first !== undefined) assert.equal(files.get(first)!.content, readFileSync(join(expected, first), 'utf8'), first);
        assert.deepEqual(found, []);
      });

      it('says what is true of it', () => assertTruth(made, imageTruth[name]!, findingsOf(name).apps));
    });
  }
});

const defined = (record: Readonly<Record<string, unknown>>): object => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

function assertTruth({ architecture }: Made, truths: readonly AppTruth[], found: readonly AppFindings[]): void {
  assert.deepEqual(architecture.apps.map(({ path }) => path).toSorted(), truths.map(({ path }) => path).toSorted());
  for (const truth of truths) {
    const app = architecture.apps.find(({ path }) => path === truth.path)!;
    const service = architecture.services.find(({ name }) => name === app.name)!;
    const { frameworks, environment = {}, workers = {}, jobs = {}, uses = [], data = {}, ...said } = truth;
    assert.deepEqual(
      defined({
        path: app.path,
        role: truth.role === undefined ? undefined : app.role,
        language: app.language,
        packageManager: app.packageManager.name,
        version: app.version,
        port: app.role === 'worker' ? undefined : app.port,
        start: app.role === 'static' ? undefined : app.commands.start,
        development: app.commands.development,
        build: app.commands.build,
        health: app.health,
      }),
      defined(said),
    );
    assert.deepEqual(values(found.find(({ path }) => path === truth.path)!.framework), frameworks);
    assert.deepEqual(Object.fromEntries(app.workers.map(({ name, command }) => [name, command])), workers);
    assert.deepEqual(Object.fromEntries(app.jobs.map(({ name, command }) => [name, command])), jobs);
    assert.deepEqual(Object.fromEntries((service.environments.production?.mounts ?? []).map(({ source, target }) => [target, source])), data);
    assert.deepEqual(app.uses.toSorted(), [...uses].toSorted());
    const given = { ...service.common.environment, ...service.environments.production?.environment };
    for (const [variable, value] of Object.entries(environment)) assert.equal(given[variable], value, variable);
  }
}
