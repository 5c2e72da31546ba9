// Size of production images above their base, and time to build them, against the Dockerfile of another generator: the same apps, the
// same base image and the same engine, in one run.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, table, time } from './measure.mjs';
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

/** Rebuilds of one line are short: the middle one of so many counts. */
const rounds = 3;

/** Words that no run before has built: what stands in a cache of an earlier run is not measured. */
let words = 0;
const unique = () => `bench-${process.pid}-${Date.now()}-${(words += 1)}`;

/** A build that came out of a cache has no time: the words of the change have to be in the image, wherever its Dockerfile puts them. */
function assertBuilt(image, text) {
  const id = execFileSync('docker', ['create', image], { encoding: 'utf8' }).trim();
  try {
    const { status } = spawnSync('sh', ['-c', `docker export ${id} | grep -qaF ${text}`], { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${image} was not built from the change: ${text} is not in it`);
  } finally {
    spawnSync('docker', ['rm', '--force', id], { stdio: 'ignore' });
  }
}

/** A contender's copy of an app, its Dockerfile written and its image built from nothing. */
function prepare(root, workspace, app, { name, write, build }, bare) {
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
  return { cwd, image, run, cold, bytes, lines: [] };
}

/** One line of source is another one; it says something, because compilers leave comments out. */
function changeLine({ cwd, image, run, lines }, app) {
  const text = unique();
  appendFileSync(join(cwd, sources[app]), `console.log('${text}');\n`);
  lines.push(run());
  assertBuilt(image, text);
}

/** One package more, in a manifest that no run before had. */
function addPackage({ cwd, image, run }) {
  const text = unique();
  const manifest = join(cwd, 'package.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('{', `{ "description": "${text}",`).replace('"dependencies": {', '"dependencies": { "is-number": "7.0.0",'));
  time('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd });
  const dependency = run();
  assertBuilt(image, text);
  return dependency;
}

/** The contenders take turns, so that a busy machine is busy for both. */
function measureApp(root, workspace, app) {
  const bare = size(base);
  const made = contenders(root).map((contender) => prepare(root, workspace, app, contender, bare));
  for (let round = 0; round < rounds; round += 1) for (const each of made) changeLine(each, app);
  return made.map((each) => {
    const dependency = addPackage(each);
    spawnSync('docker', ['image', 'rm', '--force', each.image], { stdio: 'ignore' });
    return { bytes: each.bytes, cold: each.cold, source: median(each.lines), dependency };
  });
}

/** The table of all apps, or of those that `only` names. Needs an engine; E2E_IMAGES is a command that makes base images available, as in the end-to-end tests. */
export function lean(root, only) {
  if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status !== 0) return 'no engine answers: nothing measured';
  if (process.env.E2E_IMAGES) time(resolve(root, process.env.E2E_IMAGES), [base], { timeout: 600_000 });
  const workspace = mkdtempSync(join(tmpdir(), 'docker-architect-lean-'));
  try {
    const rows = readdirSync(join(root, 'bench', 'apps')).toSorted().filter((app) => only === undefined || only.split(',').includes(app)).map((app) => {
      const [ours, rival] = measureApp(root, workspace, app);
      const pair = (key, unit) => [(ours[key] / unit).toFixed(1), (rival[key] / unit).toFixed(1), (ours[key] / rival[key]).toFixed(2)];
      return [app, ...pair('bytes', 1e6), ...pair('cold', 1000), ...pair('source', 1000), ...pair('dependency', 1000)];
    });
    return table(['production image', 'MB above base', 'rival', 'ratio', 'cold, s', 'rival', 'ratio', 'one line, s', 'rival', 'ratio', 'one package, s', 'rival', 'ratio'], rows);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
