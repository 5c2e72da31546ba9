import type { Fact } from '../../discovery/evidence.js';
import type { Argv, PackageManager } from '../../discovery/findings.js';
import { textAt, textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { argvOf, plainCommand } from '../../text/shell-words.js';
import type { PlainCommand } from '../../text/shell-words.js';

/** How a script of the manifest is run where it needs a shell. */
export type ScriptRunner = 'npm' | 'pnpm' | 'yarn' | 'bun';

export function runnerOf(manager: PackageManager | undefined): ScriptRunner {
  const name = manager?.name ?? 'npm';
  return name === 'pnpm' || name === 'bun' ? name : name.startsWith('yarn') ? 'yarn' : 'npm';
}

/** Scripts that call one another in a circle end here. */
const maximumDepth = 5;
const runScript = /^(?:npm|pnpm|yarn|bun)$/u;
const buildStep = /^(?:(?:npm|pnpm|yarn|bun)(?: run)? (?:build|prebuild|rebuild|clean|compile|transpile|prisma:generate)[\w:-]*|(?:npx )?(?:tsc|rimraf|nest build|swc|babel|tsup|tsc-alias|prisma generate)\b[^&|;]*)$/u;

/** Scripts whose steps are what an image is built by. */
const buildScript = /^(?:build|compile|transpile|tsc)(?:$|[:-])/u;

/** Programs that do not run the app in its own container. */
const foreign: ReadonlySet<string> = new Set(['docker', 'docker-compose', 'podman', 'echo', 'exit', 'heroku', 'vercel', 'serverless', 'sls', 'wrangler', 'firebase']);

/** What a wrapper that only sets variables from files or flags leads to: containers get theirs from the environment. */
function unwrapped({ settings, words }: PlainCommand): PlainCommand | undefined {
  const [program, ...rest] = words;
  if (program === 'cross-env' || program === 'env') {
    const first = rest.findIndex((word) => !/^\w+=/u.test(word));
    return first === -1 ? undefined : { settings: [...settings, ...rest.slice(0, first)], words: rest.slice(first) };
  }
  if (program === 'dotenv' || program === 'dotenvx') {
    const end = rest.indexOf('--');
    return end === -1 ? undefined : { settings, words: rest.slice(end + 1) };
  }
  if (program === 'env-cmd') {
    const options = rest[0] === '-f' || rest[0] === '--file' || rest[0] === '-e' ? 2 : 0;
    return { settings, words: rest.slice(options) };
  }
  return undefined;
}

/** A file of variables that is not in the image would stop `node --env-file`. */
function withoutEnvFiles(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => !word.startsWith('--env-file=') && word !== '--env-file' && words[index - 1] !== '--env-file');
}

/** The script that a command runs and nothing else, as in `npm run start:prod`. */
function delegated(words: readonly string[]): string | undefined {
  const [program, second, third] = words;
  if (program === undefined || !runScript.test(program)) return undefined;
  if (words.length === 3 && (second === 'run' || second === 'run-script')) return third;
  const short = program !== 'npm' || second === 'start' || second === 'test';
  return words.length === 2 && short ? second : undefined;
}

/** The plain command behind a script, or undefined where it needs a shell or the package manager. */
function plainScript(manifest: Manifest, name: string, depth = 0): PlainCommand | undefined {
  const script = textAt(manifest, 'scripts', name)?.value;
  if (script === undefined || depth > maximumDepth || hasHooks(manifest, name)) return undefined;
  const steps = script.split('&&').map((step) => step.trim());
  const last = steps.at(-1)!;
  // where an image starts, it is built already; where it is built, every step counts
  const skipped = steps.slice(0, -1);
  let command = (skipped.length === 0 || !buildScript.test(name)) && skipped.every((step) => buildStep.test(step)) ? plainCommand(last) : undefined;
  for (let inner = command; inner !== undefined; inner = unwrapped(inner)) command = inner;
  if (command === undefined || command.words.length === 0) return undefined;
  const target = delegated(command.words);
  if (target !== undefined && textAt(manifest, 'scripts', target) !== undefined) {
    const called = plainScript(manifest, target, depth + 1);
    return called === undefined ? undefined : { settings: [...command.settings, ...called.settings], words: called.words };
  }
  return { settings: command.settings, words: withoutEnvFiles(command.words) };
}

/** Whether npm runs more than the script itself. A hook that only builds is done when the image is built. */
function hasHooks(manifest: Manifest, name: string): boolean {
  const before = textAt(manifest, 'scripts', `pre${name}`)?.value;
  const onlyBuilds = before !== undefined && before.split('&&').every((step) => buildStep.test(step.trim()));
  return (before !== undefined && (!onlyBuilds || buildScript.test(name))) || textAt(manifest, 'scripts', `post${name}`) !== undefined;
}

/** `pm2 start` goes to the background, which ends a container; the same package has `pm2-runtime`, which stays. */
function inForeground({ settings, words }: PlainCommand): PlainCommand {
  if (words[0] !== 'pm2' || words[1] !== 'start') return { settings, words };
  return { settings, words: ['pm2-runtime', ...words.slice(1).filter((word) => word !== '--no-daemon')] };
}

/** How a script runs in a container: without a shell where that says the same, else through the package manager. */
export function scriptFact(manifest: Manifest, name: string, runner: ScriptRunner): Fact<Argv> | undefined {
  const script = textAt(manifest, 'scripts', name);
  if (script === undefined || script.value.trim() === '') return undefined;
  const found = plainScript(manifest, name);
  const plain = found === undefined ? undefined : inForeground(found);
  if (foreign.has(plain?.words[0] ?? script.value.trim().split(/\s/u)[0]!)) return undefined;
  // what another tool declares is no script that the package manager could run
  const whole = script.evidence.file === manifest.file ? [runner, 'run', name] : ['sh', '-c', script.value];
  return { value: plain === undefined ? whole : argvOf(plain), confidence: 'certain', evidence: [script.evidence] };
}

/** Names of the scripts that match, in the order of the manifest. */
export function scriptNames(manifest: Manifest, pattern: RegExp): readonly string[] {
  return textsAt(manifest, 'scripts').map(({ name }) => name).filter((name) => pattern.test(name));
}
