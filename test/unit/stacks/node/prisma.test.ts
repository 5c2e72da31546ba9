import assert from 'node:assert/strict';
import { nodeFiles } from '../../../../lib/stacks/node/files.js';
import { appWith } from '../../../support/briefs.js';
import { appOf, bestOf, manifest } from './discovered.js';

const schema = 'datasource db {\n  provider = "postgresql"\n}\n';
const found = (scripts: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) => appOf({
  'package.json': manifest({ scripts: { start: 'node server.js', ...scripts }, dependencies: { '@prisma/client': '6' }, devDependencies: { prisma: '6' } }),
  'prisma/schema.prisma': schema,
  ...files,
});

describe('apps with a database client of Prisma', () => {
  it('generate it before they are built', () => {
    assert.deepEqual(bestOf(found({}).commands.build), ['prisma', 'generate']);
    assert.deepEqual(bestOf(found({ build: 'webpack --mode production' }).commands.build), ['sh', '-c', 'prisma generate && webpack --mode production']);
  });
  it('generate it once where a script does', () => {
    assert.deepEqual(bestOf(found({ postinstall: 'prisma generate' }).commands.build), undefined);
    assert.ok(!bestOf(found({ build: 'npm run generate && webpack', generate: 'prisma generate' }).commands.build)!.includes('sh'));
    assert.deepEqual(bestOf(found({ postinstall: 'npm run a', a: 'npm run postinstall' }).commands.build), ['prisma', 'generate']);
  });
  it('need no database for it', () => {
    const config = { 'prisma.config.ts': "export default defineConfig({ datasource: { url: env('DATABASE_URL') } });\n" };
    assert.deepEqual(bestOf(found({}, config).commands.build), ['env', 'DATABASE_URL=postgresql://localhost/build', 'prisma', 'generate']);
  });
  it('have the schema where they install', () => {
    assert.deepEqual(found({}).installFiles, ['prisma/schema.prisma']);
    assert.deepEqual(found({}, { 'prisma/schema.prisma': '', 'package.json': manifest() }).installFiles, []);
  });
  it('run with what the build generated', () => {
    const text = nodeFiles(appWith({ installFiles: ['prisma/schema.prisma'] }), { folder: 'docker/app', assets: null })[0]!.content;
    assert.match(text, /AS production-deps\n(?:#.*\nCOPY .*\n)RUN .*\n#.*\nRUN --mount=type=bind,from=build,source=\/app,target=\/opt\/build .*\.prisma.* && \\\n {4}node \/usr\/local\/lib\/prune\.mjs node_modules/u);
    assert.doesNotMatch(nodeFiles(appWith({}), { folder: 'docker/app', assets: null })[0]!.content, /prisma/u);
  });
  it('apply migrations beside the schema where production has Prisma', () => {
    const files = { 'package.json': manifest({ dependencies: { '@prisma/client': '6', prisma: '6' } }), 'prisma/schema.prisma': schema, 'prisma/migrations/1_init/migration.sql': '' };
    const job = (more: Readonly<Record<string, string>>) => appOf({ ...files, ...more }).jobs.map(({ command }) => bestOf(command)?.join(' '));
    assert.deepEqual(job({}), ['prisma migrate deploy']);
    assert.deepEqual(job({ 'package.json': manifest({ scripts: { start: 'node server.js', migrate: 'prisma migrate deploy && node seed.js' }, dependencies: { prisma: '6' } }) }), ['npm run migrate']);
    assert.deepEqual(job({ 'prisma/migrations/1_init/migration.sql': '', 'prisma/schema.prisma': '', 'package.json': manifest() }), []);
  });
});
