// `npm run score -- TREES [COMMAND ...]`: what discovery finds in each repository in the folder TREES, as one JSON document each, for
// COMMAND, which gets the folder of the documents as its last argument and compares them with the truth. Without a command the
// documents stay, and their folder is printed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [trees, command, ...args] = process.argv.slice(2);
if (trees === undefined || !existsSync(trees)) {
  console.error('score: name the folder that holds the repositories: npm run score -- TREES [COMMAND ...]');
  process.exit(2);
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = mkdtempSync(join(tmpdir(), 'docker-architect-score-'));
const start = performance.now();
const { status } = spawnSync(process.execPath, ['--import', 'tsx/esm', '--import', './scripts/text-imports.mjs', 'scripts/predict.ts', resolve(trees), target], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
console.log(`discovery of ${resolve(trees)} took ${((performance.now() - start) / 1000).toFixed(1)} s`);
if (command === undefined) {
  console.log(`documents: ${target}`);
} else {
  const scored = spawnSync(command, [...args, target], { stdio: 'inherit' });
  rmSync(target, { recursive: true, force: true });
  if (scored.error !== undefined) console.error(`score: ${command}: ${scored.error.message}`);
  process.exitCode = scored.status ?? 1;
}
