import assert from 'node:assert/strict';
import { parseBrief } from '../../../lib/brief/schema.js';
import { gaps, suggest } from '../../../lib/brief/suggest.js';
import { technologies } from '../../../lib/catalog/registry.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { scan } from '../../../lib/discovery/scan.js';
import { stacks } from '../../../lib/stacks/registry.js';

type Files = Readonly<Record<string, string>>;
const scanned = (files: Files) => scan(memoryRepository(files), stacks, technologies);
const manifest = (parts: object): string => JSON.stringify({ name: 'shop', scripts: { start: 'node server.js' }, ...parts });
const server = "import { createServer } from 'node:http';\ncreateServer().listen(process.env.PORT ?? 4000);\n";
const suggested = (files: Files) => suggest(scanned({ 'package.json': manifest({}), 'server.js': server, ...files }));

describe('suggested brief', () => {
  it('is a valid brief', () => {
    const brief = suggested({ '.env.example': 'LOG_LEVEL=info\n' });
    assert.deepEqual(parseBrief(JSON.parse(JSON.stringify(brief)), 'test'), JSON.parse(JSON.stringify(brief)));
  });

  it('names the project with a slug, and its only app "app"', () => {
    const { project, apps } = suggested({ 'package.json': manifest({ name: '@acme/Café Shop' }) });
    assert.deepEqual([project.name, apps[0]!.name], ['cafe-shop', 'app']);
  });

  it('takes the newest supported version that the project admits', () => {
    assert.equal(suggested({ 'package.json': manifest({ engines: { node: '>=22 <25' } }) }).apps[0]!.version, '24');
    assert.equal(suggested({ '.nvmrc': 'lts/jod\n' }).apps[0]!.version, '22');
    assert.equal(suggested({}).apps[0]!.version, '26');
  });

  it('keeps examples of plain variables and never those of secrets', () => {
    const { variables } = suggested({ '.env.example': 'LOG_LEVEL=info\nSTRIPE_API_KEY=sk_live_1\nSESSION_SECRET=hunter2\n' }).apps[0]!;
    assert.deepEqual(variables, [
      { name: 'LOG_LEVEL', kind: 'plain', example: 'info' },
      { name: 'STRIPE_API_KEY', kind: 'external-secret' },
      { name: 'SESSION_SECRET', kind: 'generated-secret' },
    ]);
  });

  it('leaves out what the platform and the backing services set', () => {
    const { variables } = suggested({ 'package.json': manifest({ dependencies: { pg: '8' } }), '.env.example': 'PORT=1\nNODE_ENV=x\nDATABASE_URL=postgres://a:b@c/d\nA=1\n' }).apps[0]!;
    assert.deepEqual(variables.map(({ name }) => name), ['A']);
  });

  it('leaves out what only the source names, but for secrets that the app makes up', () => {
    const { variables } = suggested({ 'config.js': 'export const a = [process.env.CACHE_SIZE, process.env.JWT_SECRET, process.env.STRIPE_API_KEY];\n' }).apps[0]!;
    assert.deepEqual(variables, [{ name: 'JWT_SECRET', kind: 'generated-secret' }]);
  });

  it('lists the services that are used, and gives them to the app and its workers', () => {
    const { services, apps, pattern } = suggested({
      'package.json': manifest({ dependencies: { pg: '8', bullmq: '5' } }),
      'worker.js': "import { Worker } from 'bullmq';\nnew Worker('q', async () => {});\n",
    });
    assert.deepEqual(services.map(({ technology }) => technology), ['postgres', 'redis']);
    assert.deepEqual([apps[0]!.uses, apps[0]!.workers.map(({ uses }) => uses), pattern], [['postgres', 'redis'], [['postgres', 'redis']], 'web']);
  });
});

describe('gaps of a suggestion', () => {
  const codes = (files: Files): readonly string[] => {
    const findings = scanned(files);
    return gaps(findings, suggest(findings)).map(({ code }) => code);
  };

  it('are none where everything was found', () => assert.deepEqual(codes({ 'package.json': manifest({}), 'server.js': server }), []));
  it('are an empty project', () => assert.deepEqual(codes({}), ['no-app']));
  it('are a manifest that cannot be read', () => assert.deepEqual(codes({ 'package.json': '{"name":' }), ['manifest-unreadable']));
  it('are a server that nothing starts', () => {
    assert.deepEqual(codes({ 'package.json': manifest({ scripts: { build: 'tsc' }, dependencies: { express: '5' } }), 'src/a.js': 'require("express")().use(x)\n' }), ['no-start-command']);
  });
});
