import assert from 'node:assert/strict';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverDeno } from '../../../../lib/stacks/deno/discover.js';
import { lines, releaseOf, resolveVersion } from '../../../../lib/stacks/deno/lines.js';
import { assertEvidence } from '../node/discovered.js';

type Files = Readonly<Record<string, string>>;
const technologies = [{ id: 'postgres', detection: { packages: { npm: { pg: 'certain', postgres: 'certain' } }, schemes: ['postgres', 'postgresql'] } }] as const;
const server = 'Deno.serve({ port: 8123 }, () => new Response("ok"));\n';
function discovered(files: Files) {
  const repository = memoryRepository(files);
  const found = discoverDeno(repository, technologies);
  assertEvidence(repository, found);
  return found;
}
const appOf = (files: Files) => discovered({ 'deno.json': '{}', 'main.ts': server, ...files }).apps[0];
const tasks = (all: Files): string => JSON.stringify({ tasks: all });
const start = (files: Files): readonly string[] | undefined => appOf(files)?.commands.start[0]?.value;

describe('an app on Deno', () => {
  it('is a configuration and something that serves', () => {
    assert.equal(appOf({})?.language[0]?.value, 'typescript');
    assert.equal(discovered({ 'deno.json': '{}', 'mod.ts': 'export const x = 1;\n' }).apps.length, 0, 'a library');
    assert.equal(discovered({ 'deno.json': '{"name":"@a/b","exports":"./mod.ts"}', 'mod.ts': server }).apps.length, 0, 'a package');
    assert.equal(discovered({ 'examples/deno.json': '{}', 'examples/main.ts': server }).apps.length, 0, 'material');
    assert.equal(appOf({ 'package.json': '{"scripts":{"start":"node x.js"}}' }), undefined, 'an app of Node.js');
  });
  it('keeps the permissions of its task, and gets those of a server where it says none', () => {
    assert.deepEqual(start({ 'deno.json': tasks({ start: 'deno run --allow-net=:8123 main.ts' }) }), ['deno', 'run', '--cached-only', '--allow-net=:8123', 'main.ts']);
    assert.deepEqual(start({ 'deno.json': tasks({ start: 'deno run -A --env-file main.ts --verbose' }) }), ['deno', 'run', '--cached-only', '-A', 'main.ts', '--verbose']);
    assert.deepEqual(start({}), ['deno', 'run', '--cached-only', '--allow-net', '--allow-env', '--allow-read', 'main.ts']);
  });
  it('does not watch in production', () => assert.deepEqual(start({ 'deno.json': tasks({ start: 'deno run -A --watch=static/ main.ts' }) }), ['deno', 'run', '--cached-only', '-A', 'main.ts']));
  it('starts what serves by its export with deno serve', () => assert.equal(start({ 'main.ts': 'export default { fetch: () => new Response("x") };\n' })?.[1], 'serve'));
  it('takes tasks with a description', () => assert.equal(start({ 'deno.json': '{"tasks":{"start":{"description":"x","command":"deno run -A main.ts"}}}' })?.at(-1), 'main.ts'));
  it('shows its port, by any of its ways', () => {
    for (const [text, port] of [
      [server, 8123], ['const port = 4001;\nDeno.serve({ port }, f);\n', 4001], ['Deno.serve({ port: Number(Deno.env.get("PORT") ?? 4002) }, f);\n', 4002],
      ['await app.listen({ port: 4003 });\n', 4003], ['Deno.serve(f);\n', 8000], ['// Deno.serve({ port: 1 })\nDeno.serve(f);\n', 8000], ['Deno.serve({ port: 99999 }, f);\n', 8000],
    ] as const) assert.equal(appOf({ 'main.ts': text })?.port[0]?.value, port, text);
  });
  it('finds frameworks and services under any registry', () => {
    const imports = (map: Files): string => JSON.stringify({ imports: map });
    assert.equal(appOf({ 'deno.json': imports({ hono: 'npm:hono@4' }) })?.framework[0]?.value, 'hono');
    assert.equal(appOf({ 'deno.json': imports({ x: 'jsr:@hono/hono@^4' }) })?.framework[0]?.value, 'hono');
    assert.equal(appOf({ 'deno.json': imports({ '$fresh/': 'https://deno.land/x/fresh@1.6.8/' }) })?.framework[0]?.value, 'fresh');
    assert.equal(appOf({ 'main.ts': `import { Application } from "https://deno.land/x/oak@v12.6.1/mod.ts";\n${server}` })?.framework[0]?.value, 'oak');
    assert.deepEqual(appOf({ 'deno.json': imports({ db: 'jsr:@db/postgres@^0.19' }) })?.uses, ['postgres']);
  });
  it('says when it cannot be reached or loses its data', () => {
    const { problems } = discovered({ 'deno.json': '{}', 'main.ts': 'const kv = await Deno.openKv();\nDeno.serve({ hostname: "127.0.0.1" }, f);\n' });
    assert.deepEqual(problems.map(({ code }) => code), ['listens-on-loopback', 'data-inside-container']);
  });
  it('belongs to the workspace that lists it', () => {
    const [app] = discovered({ 'deno.json': '{"workspace":["./api"]}', 'api/deno.json': '{}', 'api/main.ts': server, 'deno.lock': '{}' }).apps;
    assert.deepEqual([app?.path, app?.workspace?.root, app?.lockFile], ['api', '.', 'deno.lock']);
  });
  it('survives what cannot be read, and names it', () => {
    for (const text of ['', '{', '[]', '\0', '{"tasks":[]}', '{"tasks":{"start":1}}', '{"imports":"x"}', '{"imports":{"a":1}}', '{"workspace":{}}']) discovered({ 'deno.json': text, 'main.ts': server });
    assert.match(discovered({ 'api/deno.json': '{' }).problems[0]!.message, /^api\/deno\.json:1:\d/u);
  });
});

describe('version of Deno', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [['2.5.7', '2.5'], ['v2.x', '2.9'], ['2', '2.9'], ['1', '1.46'], ['1.x', '1.46'], ['latest', '2.9'], ['^2.1.0', '2.9'], ['~2.4', '2.4'], ['x; rm', undefined], ['2.11.3', '2.11']];
  for (const [declared, line] of cases) it(`is ${line ?? 'not known'} for ${declared}`, () => assert.equal(resolveVersion(declared), line));
  it('names a release, because image tags do', () => {
    for (const { version, release } of lines) assert.ok(release.startsWith(`${version}.`) && releaseOf(version) === release);
    assert.deepEqual(['2.5.7', '2.11', '3'].map(releaseOf), ['2.5.7', '2.11.0', '3.0.0']);
  });
});
