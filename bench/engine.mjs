// From a fresh clone of the example to a stack in which everything is healthy, on a real engine.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { table, time } from './measure.mjs';

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

/** A copy under a name of its own, so that no other stack of the machine is touched. */
function clone(root, workspace, name) {
  const folder = join(workspace, name);
  cpSync(join(root, 'examples', 'shop'), folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"name": "shop"', '"name": "bench-shop"'));
  return folder;
}

/** Needs an engine; E2E_IMAGES is a command that makes the base images of a folder available, as in the end-to-end tests. */
export async function engine(root, { prune }) {
  if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status !== 0) return 'no engine answers: nothing measured';
  const workspace = mkdtempSync(join(tmpdir(), 'docker-architect-bench-'));
  const env = { ...process.env, HTTP_PORT: String(await freePort()), COMPOSE_PROGRESS: 'quiet' };
  const rows = [];
  const measure = (name, build) => {
    const cwd = clone(root, workspace, name);
    const generated = time(process.execPath, [join(root, 'dist', 'bin', 'docker-architect.js'), '--yes'], { cwd });
    // base images come from elsewhere: getting them is not our time
    const provide = process.env.E2E_IMAGES;
    if (provide) time(resolve(root, provide), [cwd], { timeout: 600_000 });
    else time('docker', ['compose', 'pull', '--quiet', '--ignore-buildable'], { cwd, env });
    const built = time('docker', ['compose', 'build', ...build], { cwd, env });
    const started = time('docker', ['compose', 'up', '--wait'], { cwd, env });
    time('docker', ['compose', 'down', '--volumes'], { cwd, env });
    rows.push([name, generated, built, started, generated + built + started].map((cell) => (typeof cell === 'number' ? (cell / 1000).toFixed(1) : cell)));
  };
  try {
    if (prune) time('docker', ['builder', 'prune', '--all', '--force']);
    measure(prune ? 'cold, build cache pruned' : 'cold, --no-cache', prune ? [] : ['--no-cache']);
    measure('warm', []);
  } finally {
    spawnSync('docker', ['compose', 'down', '--volumes', '--rmi', 'local'], { cwd: join(workspace, 'warm'), env, stdio: 'ignore' });
    rmSync(workspace, { recursive: true, force: true });
  }
  return table(['clone to healthy, s', 'generate', 'build', 'up --wait', 'all'], rows);
}
