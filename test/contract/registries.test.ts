import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { proxies, technologies } from '../../lib/catalog/registry.js';
import { imageOf } from '../../lib/catalog/releases.js';
import type { Technology } from '../../lib/catalog/technology.js';
import { design } from '../../lib/design/design.js';
import { decisionMessages } from '../../lib/messages/decisions.js';
import { patterns } from '../../lib/patterns/registry.js';
import { stacks } from '../../lib/stacks/registry.js';
import { commands, flags } from '../../lib/cli/flags.js';
import { appWith, briefOf, shop } from '../support/briefs.js';
import { packageFolder } from '../support/folders.js';
import { programsOf } from './rules.js';
import { folders, sources } from './sources.js';

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
const contracts = new Set(['technology', 'proxy', 'credentials', 'images', 'releases', 'redis-protocol', 's3-protocol', 'mysql-protocol', 'archive', 'development-port', 'stack', 'pattern', 'framework', 'registry']);

/** Names of the entries in a folder: files, and folders with a file of the same name. */
const entries = (folder: string): readonly string[] =>
  [...sources(folder).keys()].map((path) => path.slice(folder.length + 1)).filter((path) => /^[\w-]+\.ts$/u.test(path)).map((path) => basename(path, '.ts')).filter((name) => !contracts.has(name)).toSorted();

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id).toSorted();

/** What is wrong between the entries of a folder and those of a registry. */
function registryProblems(files: readonly string[], ids: readonly string[]): readonly string[] {
  return [
    ...files.filter((file) => !ids.includes(file)).map((file) => `${file} is in no registry`),
    ...ids.filter((id) => !files.includes(id)).map((id) => `${id} has no file`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...ids.filter((id) => !kebab.test(id)).map((id) => `${id} is not in kebab case`),
  ];
}

describe('registries', () => {
  it('hold what their folders hold', () => {
    assert.deepEqual(registryProblems(entries('lib/catalog'), [...idsOf(technologies), ...idsOf(proxies)]), []);
    assert.deepEqual(registryProblems(entries('lib/patterns'), idsOf(patterns)), []);
    for (const { id, frameworks } of stacks) assert.deepEqual(registryProblems(entries(`lib/stacks/${id}/frameworks`), idsOf(frameworks)), [], id);
    assert.deepEqual(registryProblems(folders('lib/stacks'), idsOf(stacks)), []);
  });

  it('would be caught differing', () => {
    assert.deepEqual(registryProblems(['a'], []), ['a is in no registry']);
    assert.deepEqual(registryProblems([], ['a']), ['a has no file']);
    assert.deepEqual(registryProblems(['a'], ['a', 'a']), ['a is there twice']);
    assert.deepEqual(registryProblems(['aB'], ['aB']), ['aB is not in kebab case']);
  });

  it('hold generators that are commands', () => assert.deepEqual(folders('generators').toSorted(), Object.keys(commands).toSorted()));
  it('hold flags in kebab case with a description', () => {
    for (const [name, { description }] of Object.entries(flags)) assert.ok(kebab.test(name) && description.length > 10, name);
  });
});

const images = readFileSync(join(packageFolder, 'lib/catalog/images.Dockerfile'), 'utf8');
const from = (text: string) => [...text.matchAll(/^FROM (\S+) AS (\S+)$/gmu)].map((match) => ({ reference: match[1]!, key: match[2]! }));

/** What is wrong with a list of images that a bot raises. */
function imageProblems(text: string, used: readonly string[]): readonly string[] {
  const found = from(text);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return [
    ...(lines.length === found.length ? [] : ['a line is not of the form FROM image:tag AS key']),
    ...used.filter((key) => !found.some((each) => each.key === key)).map((key) => `${key} has no image`),
    ...found.filter(({ key }) => !used.includes(key)).map(({ key }) => `${key} is used by nobody`),
    ...found.filter(({ reference }) => !/:(?:v|RELEASE\.)?\d[\w.-]*$/u.test(reference)).map(({ reference }) => `${reference} has no pinned tag`),
    ...found.filter(({ key }, index) => found.findIndex((each) => each.key === key) !== index).map(({ key }) => `${key} is there twice`),
  ];
}

const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/gu, '');

describe('images', () => {
  const used = [...idsOf(technologies), ...(technologies as readonly Technology[]).flatMap(({ variants = {} }) => Object.values(variants).map(({ image }) => image)), ...proxies.flatMap(({ images: own }) => own), ...stacks.flatMap((stack) => stack.images)];
  it('are those that are used, each with a pinned tag', () => assert.deepEqual(imageProblems(images, used), []));
  it('would be caught otherwise', () => {
    assert.deepEqual(imageProblems('FROM a:latest AS a\n', ['a']), ['a:latest has no pinned tag']);
    assert.deepEqual(imageProblems('FROM a AS a\n', ['a']), ['a has no pinned tag']);
    assert.deepEqual(imageProblems('FROM a:1 AS a\nFROM b:1 AS b\n', ['a']), ['b is used by nobody']);
    assert.deepEqual(imageProblems('', ['a']), ['a has no image']);
    assert.deepEqual(imageProblems('FROM a:1\n', []), ['a line is not of the form FROM image:tag AS key']);
  });
  it('have their tags nowhere else', () => {
    for (const [path, text] of sources('lib', 'templates', 'generators')) {
      if (path.endsWith('images.Dockerfile')) continue;
      for (const { reference } of from(images)) assert.ok(!withoutComments(text).includes(reference), `${path} says ${reference}`);
    }
  });
});

/** Programs that a health command runs and that the image, as its entry says, does not contain. */
function missingPrograms(healthcheck: { readonly test: readonly string[]; readonly programs: readonly string[] }, contained: readonly string[]): readonly string[] {
  const run = programsOf(healthcheck.test);
  return [
    ...run.filter((program) => !contained.includes(program)).map((program) => `${program} is not in the image`),
    ...run.filter((program) => !healthcheck.programs.includes(program)).map((program) => `${program} is not listed by the probe`),
    ...healthcheck.programs.filter((program) => !run.includes(program)).map((program) => `${program} is listed and not run`),
  ];
}

describe('health commands', () => {
  it('run programs that their image contains', () => {
    for (const entry of technologies) {
      const { healthcheck } = entry.contribute({ service: entry.serviceName, prefix: entry.id, identifier: 'shop', limits: entry.limits, anonymous: false, release: imageOf(entry, {}).release });
      assert.deepEqual(missingPrograms(healthcheck, entry.programs), [], entry.id);
    }
    for (const { id, healthcheck, programs } of proxies) assert.deepEqual(missingPrograms(healthcheck, programs), [], id);
    for (const stack of stacks) {
      for (const role of ['web', 'static', 'worker'] as const) {
        const app = appWith({ stack: stack.id, role, workers: [{ name: 'mailer', command: ['x'] }] });
        const { healthcheck, programs } = stack.runtime(app);
        assert.deepEqual(missingPrograms(healthcheck, programs), [], `${stack.id} ${role}`);
        assert.deepEqual(missingPrograms(stack.worker(app, app.workers[0]!).healthcheck, programs), [], `${stack.id} worker of ${role}`);
      }
    }
  });

  it('are taken apart as a shell would', () => {
    assert.deepEqual(programsOf(['CMD', 'pg_isready', '-q']), ['pg_isready']);
    assert.deepEqual(programsOf(['CMD-SHELL', "wget -q x && ! grep -q 'a | b' /f || test $(date +%s) -lt 3; curl x"]), ['sh', 'wget', 'grep', 'test', 'date', 'curl']);
    assert.deepEqual(programsOf(['CMD-SHELL', 'redis-cli ping | grep -qx PONG']), ['sh', 'redis-cli', 'grep']);
  });

  it('would be caught running something else', () => {
    const contained = ['sh', 'wget'];
    assert.deepEqual(missingPrograms({ test: ['CMD-SHELL', 'curl x'], programs: ['sh', 'curl'] }, contained), ['curl is not in the image']);
    assert.deepEqual(missingPrograms({ test: ['CMD', 'wget', 'x'], programs: [] }, contained), ['wget is not listed by the probe']);
    assert.deepEqual(missingPrograms({ test: ['CMD', 'wget', 'x'], programs: ['wget', 'sh'] }, contained), ['sh is listed and not run']);
  });

  it('are there for every service that runs on', () => {
    for (const { name, role, healthcheck } of design(briefOf(shop)).services) assert.equal(healthcheck === undefined, role === 'test', name);
  });
});

describe('entries', () => {
  it('say why they are as they are, in a sentence', () => {
    for (const { id, reason, title } of [...technologies, ...proxies]) assert.ok(title.length > 1 && /^[A-Z].+\.$/su.test(reason), id);
    for (const { id, title, use } of patterns) assert.ok(title.length > 1 && use.length > 1 && !use.endsWith('.'), id);
    for (const { reason } of design(briefOf(shop)).decisions) assert.match(reason, /^[A-Z`].+\.$/su);
    assert.equal(typeof decisionMessages.hardening().reason, 'string');
  });
});

describe('the package', () => {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  it('has the name under which the host finds it', () => {
    assert.equal(manifest['name'], 'generator-docker-architect');
    assert.ok((manifest['keywords'] as readonly string[]).includes('yeoman-generator'));
  });
  it('brings its command line', () => assert.deepEqual(Object.keys(manifest['bin'] as object), ['docker-architect']));
  it('publishes no sources', () => assert.ok((manifest['files'] as readonly string[]).every((file) => !['lib', 'generators', 'templates', 'test', 'bin'].includes(file))));
  it('has a lock file without addresses of a registry', () => assert.doesNotMatch(readFileSync(join(packageFolder, 'package-lock.json'), 'utf8'), /"resolved"/u));
});
