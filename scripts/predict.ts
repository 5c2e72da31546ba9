// Writes what discovery finds in each repository of a folder as one JSON document each, for a scorer.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suggest } from '../lib/brief/suggest.js';
import { technologies } from '../lib/catalog/registry.js';
import { diskRepository } from '../lib/discovery/disk-repository.js';
import { discoveryReport } from '../lib/discovery/report.js';
import { scan } from '../lib/discovery/scan.js';
import { stacks } from '../lib/stacks/registry.js';

/** Predictions of the repositories directly in `folder`, those of the given names or all, into `target`. */
export function predict(folder: string, target: string, names: readonly string[] = []): void {
  mkdirSync(target, { recursive: true });
  const all = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !/^[._]/u.test(entry.name)).map(({ name }) => name);
  for (const name of all.filter((each) => names.length === 0 || names.includes(each))) {
    const findings = scan(diskRepository(join(folder, name)), stacks, technologies);
    writeFileSync(join(target, `${name}.json`), `${JSON.stringify(discoveryReport(findings, suggest(findings).pattern), undefined, 1)}\n`);
  }
}

const [folder, target, ...names] = process.argv.slice(2);
if (folder !== undefined && target !== undefined) predict(resolve(folder), resolve(target), names);
