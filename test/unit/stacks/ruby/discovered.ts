import assert from 'node:assert/strict';
import type { Evidence, Fact } from '../../../../lib/discovery/evidence.js';
import type { AppFindings } from '../../../../lib/discovery/findings.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import type { Repository } from '../../../../lib/discovery/repository.js';
import { discoverRuby } from '../../../../lib/stacks/ruby/discover.js';
import type { DetectableTechnology, StackDiscovery } from '../../../../lib/stacks/stack.js';

export const technologies: readonly DetectableTechnology[] = [
  { id: 'postgres', detection: { packages: { rubygems: { pg: 'certain' } }, schemes: ['postgres', 'postgresql'] } },
  { id: 'redis', detection: { packages: { rubygems: { redis: 'certain', sidekiq: 'certain' } }, schemes: ['redis'] } },
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
export const gemfile = (...lines: readonly string[]): string => ["source 'https://rubygems.org'", ...lines, ''].join('\n');

export function discovered(files: Files): StackDiscovery {
  const repository = memoryRepository(files);
  const found = discoverRuby(repository, technologies);
  assertEvidence(repository, found);
  return found;
}

export function appOf(files: Files): AppFindings {
  const { apps } = discovered(files);
  assert.equal(apps.length, 1, `expected one app, found ${apps.map(({ path }) => path).join(', ')}`);
  return apps[0]!;
}

export const values = <T>(facts: readonly Fact<T>[]): readonly T[] => facts.map(({ value }) => value);

/** An app of Rails with these gems besides. */
export const rails = (files: Files = {}, ...lines: readonly string[]): AppFindings =>
  appOf({ Gemfile: gemfile("gem 'rails'", ...lines), 'config.ru': 'run Rails.application\n', 'config/application.rb': 'module Shop\nend\n', ...files });
