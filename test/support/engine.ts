// The container engine as the end-to-end tests see it: any engine that `docker` and `docker compose` reach.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Milliseconds until the command is killed; its status is then 124. */
  readonly timeout?: number;
  readonly uid?: number;
  readonly gid?: number;
}

/** The variables of this process without those that steer Compose: a test must not inherit another project's. */
const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:COMPOSE_|HTTP_PORT$|TAG$|REGISTRY$|LOG_LEVEL$|PORT$|.*_PUBLISHED_PORT$)/u.test(name)));

/** Runs a program to its end; a status other than 0 is a result, not an error. */
export async function run(command: string, args: readonly string[], { timeout = 240_000, env, input, ...options }: RunOptions = {}): Promise<Result> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, env: { ...plainEnvironment(), ...env }, stdio: 'pipe' });
    const output = { stdout: '', stderr: '' };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeout);
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        output[stream] += text;
      });
    }
    child.on('error', reject);
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (late) output.stderr += `\nkilled after ${timeout} ms`;
      resolve({ code: late ? 124 : (code ?? 1), ...output });
    });
  });
}

/** Runs a program that has to succeed and returns its standard output. */
export async function succeed(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: status ${code}\n${stdout.slice(-4000)}\n${stderr.slice(-4000)}`);
  return stdout;
}

export const docker = async (...args: readonly string[]): Promise<string> => await succeed('docker', args);

/** Asks until there is an answer other than undefined and false; what the last attempt threw explains a failure. */
export async function waitFor<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  { within = 60_000, every = 250 }: { readonly within?: number; readonly every?: number } = {},
): Promise<T> {
  const end = Date.now() + within;
  let last: unknown = 'no answer';
  for (;;) {
    try {
      const answer = await check();
      if (answer !== undefined && answer !== false) return answer;
      last = 'not yet';
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${within} ms (${last instanceof Error ? last.message : String(last)})`);
    await pause(every);
  }
}

/** A TCP port of this machine that nobody listens on right now. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '0.0.0.0', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Whole milliseconds that something takes. */
export async function measure(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

function findEngine(): string | undefined {
  for (const args of [['info', '--format', '{{.ServerVersion}}'], ['compose', 'version', '--short']]) {
    const { status, stderr, error } = spawnSync('docker', args, { encoding: 'utf8', timeout: 20_000 });
    if (status !== 0) return `docker ${args[0]}: ${error?.message ?? stderr.trim().split('\n')[0]}`;
  }
  return undefined;
}

let missing: { readonly reason: string | undefined } | undefined;
let skipIsTold = false;

/**
 * A suite that needs an engine. Without one nothing is registered and one line says so; with E2E=required it fails instead.
 * Suites of the full tier run with E2E_TIER=full.
 */
export function describeOnEngine(tier: 'smoke' | 'full', title: string, suite: (this: Mocha.Suite) => void): void {
  if (tier === 'full' && process.env['E2E_TIER'] !== 'full') return;
  missing ??= { reason: findEngine() };
  const { reason } = missing;
  if (reason === undefined) {
    describe(title, suite);
  } else if (process.env['E2E'] === 'required') {
    describe(title, () => {
      it('has a container engine', () => {
        throw new Error(reason);
      });
    });
  } else if (!skipIsTold) {
    skipIsTold = true;
    console.log(`skipped: the end-to-end tests need a container engine (${reason})`);
  }
}

/** Sends a signal to a process of the engine's host by its id there, from outside of its container. */
export async function signal(image: string, pid: number, name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  await docker('run', '--rm', '--privileged', '--pid=host', '--network=none', '--user=0', '--entrypoint=node', image, '-e', `process.kill(${pid}, '${name}')`);
}

export type Reached = 'open' | 'closed';

const connectAll = `
const { connect } = require('node:net');
const targets = JSON.parse(process.argv[1]);
const attempt = ([name, host, port]) => new Promise((resolve) => {
  const socket = connect({ host, port });
  const end = (answer) => { socket.destroy(); resolve([name, answer]); };
  socket.setTimeout(3000, () => end('closed'));
  socket.on('connect', () => end('open')).on('error', () => end('closed'));
});
Promise.all(targets.map(attempt)).then((answers) => console.log(JSON.stringify(Object.fromEntries(answers))));`;

/** Tries TCP connections, all at once, from inside the network of a running container. Targets: name, address, port. */
export async function connectFrom(image: string, container: string, targets: readonly (readonly [string, string, number])[]): Promise<Record<string, Reached>> {
  const output = await docker('run', '--rm', `--network=container:${container}`, '--user=1000:1000', '--entrypoint=node', image, '-e', connectAll, JSON.stringify(targets));
  return JSON.parse(output) as Record<string, Reached>;
}
