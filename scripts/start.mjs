// `npm start`: the generator on a copy of the bundled example, or with `--directory DIR` on a folder of yours.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'dist', 'bin', 'docker-architect.js');
const example = join(root, 'examples', 'shop');
/** npm changes into the project's folder; paths that a person writes are relative to where they stand. */
const here = process.env.INIT_CWD ?? process.cwd();
/** Asks the program about itself. */
const asks = new Set(['--help', '-h', '--version']);
/** With these nothing is written, so the example itself will do. */
const readsOnly = new Set(['--dry-run', '--check', 'discover']);

function fail(message) {
  process.stderr.write(`npm start: ${message}\n`);
  process.exit(2);
}

/** Our own flag and what the generator gets. */
function split(argv) {
  const { tokens, values } = parseArgs({ args: argv, options: { into: { type: 'string' }, directory: { type: 'string' } }, strict: false, tokens: true });
  const own = new Set(
    tokens.filter(({ kind, name }) => kind === 'option' && name === 'into').flatMap(({ index, inlineValue }) => (inlineValue === true ? [index] : [index, index + 1])),
  );
  return { into: values.into, directory: values.directory, flags: argv.filter((_, index) => !own.has(index)) };
}

/** The first of my-blueprint, my-blueprint-2, ... that is not there yet. */
function freeFolder() {
  let folder = join(root, 'my-blueprint');
  for (let count = 2; existsSync(folder); count += 1) folder = join(root, `my-blueprint-${count}`);
  return folder;
}

function copyExample(into) {
  const target = into === undefined ? freeFolder() : resolve(here, into);
  if (existsSync(target)) fail(`${into}: this is already there. Name a new folder with --into`);
  try {
    // whoever tried the example in place left packages there
    cpSync(example, target, { recursive: true, filter: (path) => relative(example, path).split(sep)[0] !== 'node_modules' });
  } catch (error) {
    fail(`${target}: the example cannot be copied here (${error.code ?? error.message})`);
  }
  return target;
}

function generate(flags) {
  const { status, signal, error } = spawnSync(process.execPath, [bin, ...flags], { stdio: 'inherit', cwd: here });
  if (error !== undefined) fail(error.message);
  return status ?? (signal === 'SIGINT' ? 130 : 1);
}

/** Standard error, because `--json` has standard output for itself. */
function sayNext(target) {
  const port = /^#?\s*HTTP_PORT=(\d+)$/mu.exec(readFileSync(join(target, '.env.example'), 'utf8'))?.[1] ?? '8080';
  const folder = relative(here, target) || '.';
  process.stderr.write(
    ['', `The example and its blueprint are in ${folder}. Start it with`, `  cd ${folder}`, '  docker compose up --build --wait', `and open http://localhost:${port}`, ''].join('\n'),
  );
}

const { into, directory, flags } = split(process.argv.slice(2));
if (!existsSync(bin)) fail('dist/ is missing. Run npm ci, or npm run build');
if (into === true || into === '') fail('--into needs the name of a new folder');
if (into !== undefined && directory !== undefined) fail('--into is for the example, --directory for a folder of yours: give one of them');

if (directory !== undefined || flags.some((flag) => asks.has(flag))) {
  process.exitCode = generate(flags);
} else if (flags.some((flag) => readsOnly.has(flag))) {
  process.exitCode = generate([...flags, '--yes', '--directory', example]);
} else {
  const target = copyExample(into);
  process.exitCode = generate([...flags, '--yes', '--directory', target]);
  // a copy without a blueprint would only take the name of the next one
  if (process.exitCode > 1) rmSync(target, { recursive: true });
  else if (existsSync(join(target, 'docker-compose.yml'))) sayNext(target);
}
