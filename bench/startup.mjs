// Wall time of whole runs on the bundled example, each in a fresh copy, one after the other in every round: what disturbs the machine disturbs all.
import { chownSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, table, time } from './measure.mjs';
import { installRival, rival } from './rival.mjs';

/** The user that `yo` becomes when root starts it. */
const yoUser = 1000;

/** The package as published, where `yo` finds it. */
function publish(root, workspace) {
  const modules = join(workspace, 'node_modules');
  for (const name of ['dist', 'package.json']) cpSync(join(root, name), join(modules, 'generator-docker-architect', name), { recursive: true });
  return modules;
}

function give(folder) {
  for (const entry of ['.', ...readdirSync(folder, { recursive: true })]) chownSync(join(folder, entry), yoUser, yoUser);
}

export function startup(root, rounds) {
  const workspace = mkdtempSync(join(tmpdir(), 'docker-architect-bench-'));
  const modules = publish(root, workspace);
  const yo = join(root, 'node_modules', 'yo', 'lib', 'cli.js');
  const environment = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const contenders = [
    { name: 'docker-architect --yes', args: [join(modules, 'generator-docker-architect', 'dist', 'bin', 'docker-architect.js'), '--yes'], times: [] },
    { name: `${rival.name} --force`, args: [installRival(root), '--force'], times: [] },
    { name: 'node -e 0', args: ['-e', '0'], times: [] },
    { name: 'docker-architect --help', args: [join(modules, 'generator-docker-architect', 'dist', 'bin', 'docker-architect.js'), '--help'], times: [] },
    { name: 'yo docker-architect --yes', args: [yo, 'docker-architect', '--yes'], times: [], home: true },
  ];
  try {
    // the first round warms the caches of the file system and is not counted
    for (let round = 0; round <= rounds; round += 1) {
      for (const { args, times, home } of contenders) {
        const folder = join(workspace, 'project', 'shop');
        rmSync(join(workspace, 'project'), { recursive: true, force: true });
        cpSync(join(root, 'examples', 'shop'), folder, { recursive: true });
        if (home && process.getuid?.() === 0) give(workspace);
        const spent = time(process.execPath, args, { cwd: folder, env: home ? { ...environment, HOME: workspace, NODE_PATH: modules } : environment });
        if (round > 0) times.push(spent);
      }
    }
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
  const medians = contenders.map(({ times }) => median(times));
  const rows = contenders.map(({ name, times }, index) => [
    name,
    Math.round(medians[index]),
    Math.round(Math.min(...times)),
    Math.round(Math.max(...times)),
    (medians[index] / medians[1]).toFixed(2),
    (medians[index] / medians[2]).toFixed(2),
  ]);
  return table(['whole run, ms', 'median', 'min', 'max', '/ rival', '/ node -e 0'], rows);
}
