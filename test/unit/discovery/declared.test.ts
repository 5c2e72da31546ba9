import assert from 'node:assert/strict';
import { appFindings } from '../../../lib/discovery/app-findings.js';
import { withDeclared } from '../../../lib/discovery/declared.js';
import { dockerfileOf } from '../../../lib/discovery/dockerfile.js';
import { best } from '../../../lib/discovery/evidence.js';
import type { AppFindings, Argv } from '../../../lib/discovery/findings.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { assertEvidence } from '../stacks/node/discovered.js';

const inferred = (parts: Partial<AppFindings> = {}): AppFindings =>
  appFindings({
    name: 'shop', path: '.', stack: 'python',
    port: [{ value: 8000, confidence: 'certain', evidence: [] }],
    commands: { start: [{ value: ['inferred'], confidence: 'certain', evidence: [] }], dev: [], build: [], test: [] },
    ...parts,
  });

function declared(files: Readonly<Record<string, string>>, parts: Partial<AppFindings> = {}): AppFindings {
  const repository = memoryRepository(files);
  const app = withDeclared(repository, inferred(parts));
  assertEvidence(repository, app);
  return app;
}

const start = (app: AppFindings): Argv | undefined => best(app.commands.start);

describe("the owner's word", () => {
  it('is the web line of a Procfile before anything inferred, which stays behind it', () => {
    const app = declared({ Procfile: 'web: gunicorn shop.wsgi --bind 0.0.0.0:8000\n' });
    assert.deepEqual(app.commands.start.map(({ value }) => value), [['gunicorn', 'shop.wsgi', '--bind', '0.0.0.0:8000'], ['inferred']]);
  });
  it('gets a shell for variables, whose place the program then takes', () => {
    assert.deepEqual(start(declared({ Procfile: 'web: gunicorn --bind :$PORT shop' })), ['sh', '-c', 'exec gunicorn --bind :$PORT shop']);
    assert.deepEqual(start(declared({ Procfile: 'web: cd api && ./serve' })), ['sh', '-c', 'cd api && exec ./serve']);
    assert.deepEqual(start(declared({ Procfile: 'web: flask db upgrade; flask translate compile; gunicorn shop:app' })), ['sh', '-c', 'flask db upgrade; flask translate compile; exec gunicorn shop:app']);
    for (const line of ['a && b | c', 'a; (b)', 'a && cd b', 'a && exec b', 'a & b', 'if a; then b; fi']) assert.deepEqual(start(declared({ Procfile: `web: ${line}` })), ['sh', '-c', line], line);
  });
  it('is the Dockerfile after the Procfile', () => {
    const Dockerfile = 'FROM python:3\nEXPOSE 9000\nCMD ["uvicorn", "shop:app"]\n';
    assert.deepEqual([start(declared({ Dockerfile })), best(declared({ Dockerfile }).port)], [['uvicorn', 'shop:app'], 9000]);
    assert.deepEqual(declared({ Dockerfile, Procfile: 'web: serve' }).commands.start.map(({ value }) => value[0]), ['serve', 'uvicorn', 'inferred']);
  });
  it('is no script of a package manager, behind which the stack has looked', () => {
    assert.deepEqual(start(declared({ Procfile: 'web: npm start', Dockerfile: 'FROM node\nCMD ["npm", "start"]\n' })), ['inferred']);
  });
  it('is no starter of a hosting platform', () => assert.deepEqual(start(declared({ Procfile: 'web: vendor/bin/heroku-php-apache2 public/\n' })), ['inferred']));
  it('is not said twice where the stack has read it as its own image understands it', () => {
    const read = { value: ['/app/bin/shop'], confidence: 'certain', evidence: [{ file: 'Procfile', line: 1, quote: './target/release/shop' }] } as const;
    const app = declared({ Procfile: 'web: ./target/release/shop\n' }, { commands: { start: [read], dev: [], build: [], test: [] } });
    assert.deepEqual(app.commands.start.map(({ value }) => value), [['/app/bin/shop']]);
  });
  it('is no path of an image that is not ours', () => assert.deepEqual(start(declared({ Dockerfile: 'FROM x\nCMD ["/app/entrypoint.sh"]\n' })), ['inferred']));
  it('is a migration where the Procfile has a release', () => {
    const app = declared({ Procfile: 'release: python manage.py migrate\n' }, { jobs: [{ name: 'migrate', command: [{ value: ['other'], confidence: 'likely', evidence: [] }] }] });
    assert.deepEqual(app.jobs.map(({ name, command }) => [name, best(command)]), [['migrate', ['python', 'manage.py', 'migrate']]]);
  });
  it('says nothing of files for browsers', () => assert.deepEqual(start(declared({ Procfile: 'web: serve' }, { role: 'static' })), ['inferred']));
  it('lies in the folder of the app', () => assert.deepEqual(start(declared({ Procfile: 'web: no', 'api/Procfile': 'web: yes' }, { path: 'api' })), ['yes']));
});

describe('the version of the runtime', () => {
  const runtime = { image: 'python', version: '3.14' };
  const versions = (Dockerfile: string, parts: Partial<AppFindings> = {}): readonly string[] => {
    const repository = memoryRepository({ Dockerfile });
    const { version } = withDeclared(repository, inferred(parts), runtime);
    assertEvidence(repository, version);
    return version.map(({ value }) => value);
  };
  for (const [text, expected] of [
    ['FROM python:3.11.2-slim-bullseye\n', ['3.11.2']],
    ['FROM --platform=linux/amd64 docker.io/library/python:3.11@sha256:0123 AS base\n', ['3.11']],
    ['ARG PYTHON=3.12\nFROM python:${PYTHON}-slim\n', ['3.12']],
    ['FROM node:22 AS assets\nFROM python:3.10 AS build\nFROM python:3.11-slim\n', ['3.11']],
    ['FROM python:3.10 AS build\nFROM build\n', ['3.10']],
    ['FROM python:3\n', []], ['FROM python:slim\n', []], ['FROM python\n', []], ['FROM acme/base:3.11\n', []], ['FROM ${X}\n', []], ['FROM\n', []],
  ] as const) {
    it(`is ${expected[0] ?? 'nowhere'} in ${JSON.stringify(text)}`, () => assert.deepEqual(versions(text), expected));
  }
  it('is what the project declares where it does', () => assert.deepEqual(versions('FROM python:3.11\n', { version: [{ value: '>=3.12', confidence: 'certain', evidence: [] }] }), ['>=3.12']));
  it('is also that of what builds files for browsers', () => assert.deepEqual(versions('FROM python:3.11\n', { role: 'static' }), ['3.11']));
});

describe('a Dockerfile', () => {
  const facts = (text: string): readonly unknown[] => {
    const repository = memoryRepository({ Dockerfile: text });
    const { port, command } = dockerfileOf(repository, '.');
    assertEvidence(repository, [port, command]);
    return [port[0]?.value, command[0]?.value];
  };
  it('is read at its last stage', () => assert.deepEqual(facts('FROM a\nEXPOSE 1\nCMD ["x"]\nFROM b\nEXPOSE 2/tcp 3\nCMD ["y"]\n'), [2, ['y']]));
  it('may give the port in a variable', () => assert.deepEqual(facts('FROM a\nENV PORT=8080\nEXPOSE ${PORT}\n'), [8080, undefined]));
  it('may have continuation lines', () => assert.deepEqual(facts('FROM a\nCMD ["x", \\\n  "y"]\n'), [undefined, ['x', 'y']]));
  it('says nothing where an entrypoint of its own wraps the command', () => assert.deepEqual(facts('FROM a\nENTRYPOINT ["./start.sh"]\nCMD ["x"]\n'), [undefined, undefined]));
  it('may have an init before the command', () => assert.deepEqual(facts('FROM a\nENTRYPOINT ["tini", "--"]\nCMD x y\n'), [undefined, ['x', 'y']]));
  it('may be broken', () => assert.deepEqual(facts('FROM a\nEXPOSE 99999 \nCMD ["x"\n'), [undefined, undefined]));
});
