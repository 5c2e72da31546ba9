import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { gaps, suggest } from '../../lib/brief/suggest.js';
import { parseBrief } from '../../lib/brief/schema.js';
import { technologies } from '../../lib/catalog/registry.js';
import { design } from '../../lib/design/design.js';
import { UserError } from '../../lib/diagnostics.js';
import { memoryRepository } from '../../lib/discovery/memory-repository.js';
import { discoveryReport } from '../../lib/discovery/report.js';
import { scan } from '../../lib/discovery/scan.js';
import { stacks } from '../../lib/stacks/registry.js';
import { blueprint } from '../support/blueprint.js';
import { hostileText } from '../support/arbitraries.js';

const runs = { seed: 20_260_702, numRuns: 200 };

const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostileText, fc.record({ start: hostileText, build: hostileText, worker: hostileText }, { requiredKeys: [] }));
/** A manifest whose fields are of the right kind, hostile, or of any other kind. */
const manifest = fc
  .record(
    {
      name: json,
      version: json,
      scripts: fc.oneof(json, fc.dictionary(fc.oneof(fc.constantFrom('start', 'dev', 'build', 'test', 'worker', 'prepare'), hostileText), hostileText, { maxKeys: 5 })),
      dependencies: fc.oneof(json, fc.dictionary(fc.oneof(fc.constantFrom('express', 'pg', 'bullmq', 'fastify', '__proto__', 'constructor'), hostileText), hostileText, { maxKeys: 5 })),
      engines: fc.oneof(json, fc.record({ node: hostileText })),
      packageManager: fc.oneof(json, hostileText, fc.constantFrom('pnpm@9.0.0', 'yarn@4.0.0+sha1.x', 'pnpm@9;id')),
      main: json,
    },
    { requiredKeys: [] },
  )
  .map((data) => JSON.stringify(data));

const source = fc
  .array(
    fc.oneof(
      hostileText,
      fc.constantFrom(
        "import express from 'express';", 'const app = express();', 'app.listen(3000)', 'app.listen(process.env.PORT || ', "app.get('/healthz', (a, b) => b.send('`${'))", 'new Worker(', "require('./b')",
        "import './a.js'", '/*', '*/', '//', '`${`${', 'process.env["', 'process.env.SECRET', '((((((', '))))', '{{{{', 'export default', "new Worker('q', async () => {})", '#!/usr/bin/env node',
      ),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n'));

const lines = fc.array(fc.oneof(hostileText, fc.tuple(fc.constantFrom('PORT', 'DATABASE_URL', 'A', 'STRIPE_API_KEY'), hostileText).map(([name, value]) => `${name}=${value}`)), { maxLength: 5 }).map((each) => each.join('\n'));

const repository = fc.record(
  {
    'package.json': fc.oneof({ weight: 5, arbitrary: manifest }, { weight: 1, arbitrary: hostileText }),
    'apps/a/package.json': manifest,
    'src/server.js': source,
    'a.js': source,
    'src/worker.ts': source,
    'tsconfig.json': fc.oneof(hostileText, fc.constant('{ /* c */ "compilerOptions": { "outDir": "../../x", }, }')),
    '.env.example': lines,
    '.nvmrc': hostileText,
    Procfile: lines,
    'pnpm-lock.yaml': hostileText,
    'yarn.lock': hostileText,
    'schema.prisma': fc.oneof(hostileText, fc.constant('datasource db {\n provider = "postgresql"\n')),
    'compose.txt': hostileText,
  },
  { requiredKeys: ['package.json'] },
);

describe('discovery of any repository', () => {
  it('never fails, cites lines that are there, and is the same each time', () => {
    fc.assert(
      fc.property(repository, (files) => {
        const project = memoryRepository(files);
        const findings = scan(project, stacks, technologies);
        for (const { file, line, quote } of evidenceIn(findings)) {
          assert.ok(project.exists(file), file);
          if (quote !== '') assert.ok(project.read(file)!.split('\n')[line - 1]!.includes(quote), `${file}:${line} ${quote}`);
        }
        assert.deepEqual(scan(memoryRepository(files), stacks, technologies), findings);
        const report = discoveryReport(findings, 'monolith');
        assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
      }),
      runs,
    );
  });

  it('leads to a blueprint or to a message, never to a fault', () => {
    let built = 0;
    fc.assert(
      fc.property(repository, (files) => {
        const findings = scan(memoryRepository(files), stacks, technologies);
        const brief = suggest(findings);
        if (gaps(findings, brief).length > 0) return;
        try {
          blueprint(design(parseBrief(JSON.parse(JSON.stringify(brief)), 'the suggestion')));
          built += 1;
        } catch (error) {
          assert.ok(error instanceof UserError, String(error instanceof Error ? error.stack : error));
        }
      }),
      runs,
    );
    assert.ok(built > 10, `only ${built} of ${runs.numRuns} repositories led to a blueprint: the test says little`);
  });
});

interface Evidence {
  readonly file: string;
  readonly line: number;
  readonly quote: string;
}

function evidenceIn(value: unknown): readonly Evidence[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  return 'quote' in value && 'line' in value ? [value as Evidence] : Object.values(value).flatMap(evidenceIn);
}
