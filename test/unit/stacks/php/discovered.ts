import assert from 'node:assert/strict';
import type { Evidence, Fact } from '../../../../lib/discovery/evidence.js';
import type { AppFindings } from '../../../../lib/discovery/findings.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import type { Repository } from '../../../../lib/discovery/repository.js';
import { discoverPhp } from '../../../../lib/stacks/php/discover.js';
import type { DetectableTechnology, StackDiscovery } from '../../../../lib/stacks/stack.js';

export const technologies: readonly DetectableTechnology[] = [
  { id: 'postgres', detection: { packages: { packagist: { 'ext-pdo_pgsql': 'certain' } }, schemes: ['postgres', 'postgresql'] } },
  { id: 'redis', detection: { packages: { packagist: { 'predis/predis': 'certain', 'ext-redis': 'certain', 'laravel/horizon': 'certain' } }, schemes: ['redis'] } },
];

function evidenceIn(value: unknown): readonly Evidence[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  return 'quote' in value && 'line' in value ? [value as Evidence] : Object.values(value).flatMap(evidenceIn);
}

function assertEvidence(repository: Repository, value: unknown): void {
  for (const { file, line, quote } of evidenceIn(value)) {
    const text = repository.read(file)?.split('\n')[line - 1];
    assert.ok(quote === '' ? repository.exists(file) : text?.includes(quote), `${file}:${line} does not contain ${JSON.stringify(quote)} but ${JSON.stringify(text)}`);
  }
}

export type Files = Readonly<Record<string, string>>;
export const front = '<?php require "../vendor/autoload.php";\n';
export const composer = (require: Readonly<Record<string, string>>, fields: Readonly<Record<string, unknown>> = {}): string => `${JSON.stringify({ name: 'acme/shop', require, ...fields }, undefined, 2)}\n`;

export function discovered(files: Files): StackDiscovery {
  const repository = memoryRepository(files);
  const found = discoverPhp(repository, technologies);
  assertEvidence(repository, found);
  return found;
}

export function appOf(files: Files): AppFindings {
  const { apps } = discovered(files);
  assert.equal(apps.length, 1, `expected one app, found ${apps.map(({ path }) => path).join(', ')}`);
  return apps[0]!;
}

export const values = <T>(facts: readonly Fact<T>[]): readonly T[] => facts.map(({ value }) => value);
export const laravel = (files: Files = {}, require: Readonly<Record<string, string>> = {}): AppFindings =>
  appOf({ 'composer.json': composer({ 'laravel/framework': '^13', ...require }), artisan: '<?php\n', 'public/index.php': front, ...files });
