// Discovery of 1,000, 10,000 and 100,000 files, each in a process of its own that runs the sources.
import { execFileSync } from 'node:child_process';
import { table } from './measure.mjs';

const sizes = [1000, 10_000, 100_000];

export function discovery(root, rounds) {
  const measured = sizes.map((size) => JSON.parse(execFileSync(process.execPath, ['--import', 'tsx/esm', '--import', './scripts/text-imports.mjs', 'bench/discovery.ts', String(size), String(rounds)], { cwd: root, encoding: 'utf8' })));
  const rows = measured.map(({ files, apps, walk, scan, memory }) => [
    files, apps, walk.toFixed(1), scan.toFixed(1), (scan / walk).toFixed(2), ((scan * 1000) / files).toFixed(1), memory.toFixed(0),
  ]);
  return table(['files', 'apps', 'bare walk, ms', 'discovery, ms', 'ratio (goal 2)', 'us a file', 'peak memory, MiB'], rows);
}
