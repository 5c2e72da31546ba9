import assert from 'node:assert/strict';
import { best } from '../../../../lib/discovery/evidence.js';
import type { Evidence, Fact } from '../../../../lib/discovery/evidence.js';
import type { AppFindings } from '../../../../lib/discovery/findings.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import type { Repository } from '../../../../lib/discovery/repository.js';
import { discoverNode } from '../../../../lib/stacks/node/discover.js';
import type { DetectableTechnology, StackDiscovery } from '../../../../lib/stacks/stack.js';

export const technologies: readonly DetectableTechnology[] = [
  { id: 'postgres', detection: { packages: { npm: { pg: 'certain', 'pg-boss': 'certain' } }, schemes: ['postgres', 'postgresql'] } },
  { id: 'redis', detection: { packages: { npm: { redis: 'certain', ioredis: 'certain', bullmq: 'certain', iovalkey: 'likely' } }, schemes: ['redis', 'rediss'] } },
  { id: 'browser', detection: { packages: { npm: { 'puppeteer-core': 'guess', playwright: 'guess' } }, schemes: [], reads: /^BROWSER_(?:WS_ENDPOINT|WEB_URL)$/u } },
  { id: 'identity', detection: { packages: {}, schemes: [], values: /^http:\/\/[\w-]+(?::\d+)?\/realms\//u } },
];

/** Every piece of evidence anywhere in plain data. */
export function evidenceIn(value: unknown): readonly Evidence[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('quote' in value && 'line' in value) return [value as Evidence];
  return Object.values(value).flatMap(evidenceIn);
}

/** Each cited line exists and contains the quote literally. */
export function assertEvidence(repository: Repository, value: unknown): number {
  const all = evidenceIn(value);
  for (const { file, line, quote } of all) {
    assert.ok(repository.exists(file), `${file} is cited and does not exist`);
    if (quote === '') continue;
    const text = repository.read(file)?.split('\n')[line - 1];
    assert.ok(text?.includes(quote), `${file}:${line} does not contain ${JSON.stringify(quote)} but ${JSON.stringify(text)}`);
  }
  return all.length;
}

export type Files = Readonly<Record<string, string>>;

export function manifest(fields: Readonly<Record<string, unknown>> = {}): string {
  return `${JSON.stringify({ name: 'shop', scripts: { start: 'node server.js' }, ...fields }, undefined, 2)}\n`;
}

export function discovered(files: Files): StackDiscovery {
  const repository = memoryRepository(files);
  const found = discoverNode(repository, technologies);
  assertEvidence(repository, found);
  return found;
}

/** The only app of a project; a plain server is there unless the files say otherwise. */
export function appOf(files: Files): AppFindings {
  const { apps } = discovered({ 'package.json': manifest(), 'server.js': "import { createServer } from 'node:http';\ncreateServer().listen(3000);\n", ...files });
  assert.equal(apps.length, 1, `expected one app, found ${apps.map(({ path }) => path).join(', ')}`);
  return apps[0]!;
}

export function values<T>(facts: readonly Fact<T>[]): readonly T[] {
  return facts.map(({ value }) => value);
}

export function bestOf<T>(facts: readonly Fact<T>[]): T | undefined {
  return best(facts);
}

export function codes({ problems }: StackDiscovery): readonly string[] {
  return problems.map(({ code }) => code);
}
