// Size of production images above their base, and time to build them, against the Dockerfile of another generator: the same apps, the
// same base image and the same engine, in one run.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { table, time } from './measure.mjs';
import { installRival } from './rival.mjs';

const base = 'node:26-trixie-slim';
const baseTag = '26-trixie';
/** A line of source that a developer changes, by app. */
const sources = { express: 'server.js', typescript: 'src/server.ts', nest: 'src/main.ts', next: 'app/page.tsx' };

const size = (image) => Number(execFileSync('docker', ['image', 'inspect', '--format', '{{.Size}}', image], { encoding: 'utf8' }));

/** The contenders: how each writes its Dockerfile, and how that is built. */
function contenders(root) {
  return [
    { name: 'docker-architect', write: (cwd) => time(process.execPath, [join(root, 'dist', 'bin', 'docker-architect.js'), '--yes'], { cwd }), build: ['-f', 'docker/app/Dockerfile', '--target', 'production'] },
    { name: 'rival', write: (cwd) => time(process.execPath, [installRival(root), '--force'], { cwd }), build: ['--build-arg', `NODE_VERSION=${baseTag}`] },
  ];
}

/** The line that fetches a builder's front end from a registry: without it the builder's own, which understands all that follows, is used. */
function withoutFrontend(cwd) {
  const file = join(cwd, 'Dockerfile');
  if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replace(/^# ?syntax ?=.*\n/u, ''));
}

/** A small image that does not start is worth nothing: it has to answer. */
function assertAnswers(image) {
  const id = execFileSync('docker', ['run', '--detach', '--rm', '--env', 'PORT=3000', '--env', 'HOSTNAME=0.0.0.0', image], { encoding: 'utf8' }).trim();
  const ask = ['exec', id, 'node', '-e', "fetch('http://127.0.0.1:3000/').then(({ ok }) => process.exit(ok ? 0 : 1), () => setTimeout(() => process.exit(1), 500))"];
  try {
    for (let attempt = 0; spawnSync('docker', ask, { stdio: 'ignore' }).status !== 0; attempt += 1) {
      if (attempt === 40) throw new Error(`${image} does not answer: ${spawnSync('docker', ['logs', id], { encoding: 'utf8' }).stderr.slice(-2000)}`);
    }
  } finally {
    spawnSync('docker', ['rm', '--force', id], { stdio: 'ignore' });
  }
}

function measureApp(root, workspace, app) {
  const bare = size(base);
  const found = contenders(root).map(({ name, write, build }) => {
    const cwd = join(workspace, `${app}-${name}`);
    cpSync(join(root, 'bench', 'apps', app), cwd, { recursive: true });
    time('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd });
    write(cwd);
    withoutFrontend(cwd);
    const image = `docker-architect-bench-${app}-${name}`;
    const run = (...more) => time('docker', ['build', '--quiet', '--tag', image, ...build, ...more, '.'], { cwd, timeout: 1_200_000 });
    const cold = run('--no-cache');
    const bytes = size(image) - bare;
    if (name === 'docker-architect') assertAnswers(image);
    appendFileSync(join(cwd, sources[app]), '// changed\n');
    const source = run();
    const manifest = join(cwd, 'package.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"dependencies": {', '"dependencies": { "is-number": "7.0.0",'));
    time('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd });
    const dependency = run();
    spawnSync('docker', ['image', 'rm', '--force', image], { stdio: 'ignore' });
    return { bytes, cold, source, dependency };
  });
  return found;
}

/** Needs an engine; E2E_IMAGES is a command that makes base images available, as in the end-to-end tests. */
export function lean(root) {
  if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status !== 0) return 'no engine answers: nothing measured';
  if (process.env.E2E_IMAGES) time(resolve(root, process.env.E2E_IMAGES), [base], { timeout: 600_000 });
  const workspace = mkdtempSync(join(tmpdir(), 'docker-architect-lean-'));
  try {
    const rows = readdirSync(join(root, 'bench', 'apps')).toSorted().map((app) => {
      const [ours, rival] = measureApp(root, workspace, app);
      const pair = (key, unit) => [(ours[key] / unit).toFixed(1), (rival[key] / unit).toFixed(1), (ours[key] / rival[key]).toFixed(2)];
      return [app, ...pair('bytes', 1e6), ...pair('cold', 1000), ...pair('source', 1000), ...pair('dependency', 1000)];
    });
    return table(['production image', 'MB above base', 'rival', 'ratio', 'cold, s', 'rival', 'ratio', 'one line, s', 'rival', 'ratio', 'one package, s', 'rival', 'ratio'], rows);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
