import type { Argv } from '../../discovery/findings.js';
import { memberAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { shellWord } from '../../text/quote.js';
import { argvOf, commandOf } from '../../text/shell-words.js';
import { compiledFile, entryOf, ownPath } from './app.js';
import type { NodePackage } from './app.js';

/** Options of Node.js that load a module before the program. */
const preloads = /^(?:-r|--require|--import|--loader|--experimental-loader)$/u;
/** Without these among them the program itself cannot be read. */
const compilers = /^(?:ts-node|tsx|@swc-node|@swc\/register|esbuild-register|sucrase|@babel\/register|ts-node-maintained|@oxc-node)(?:\/|$)/u;

function isOfDevelopment(manifest: Manifest, module: string): boolean {
  if (/^[./]/u.test(module) || compilers.test(module)) return false;
  const name = module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/');
  return memberAt(manifest, 'devDependencies', name) !== undefined && memberAt(manifest, 'dependencies', name) === undefined && memberAt(manifest, 'optionalDependencies', name) === undefined;
}

/** The words without modules that are loaded first and that production has not, such as what makes traces of errors readable. */
function withoutPreloads(manifest: Manifest, words: readonly string[]): readonly string[] {
  const isDropped = (word: string | undefined, module: string | undefined): boolean => word !== undefined && module !== undefined && preloads.test(word) && isOfDevelopment(manifest, module);
  return words.filter((word, index) => {
    const [option, module] = word.split('=', 2);
    return !isDropped(option, module) && !isDropped(word, words[index + 1]) && !isDropped(words[index - 1], word);
  });
}

/** A script may name the program as it is called inside the folder that the compiler writes: from above, that folder stands before it. */
function inOutput(app: NodePackage, words: readonly string[]): readonly string[] {
  const entry = entryOf(app, words);
  const { outDir } = app.layout;
  if (entry === undefined || outDir === undefined || outDir === '' || outDir === app.path || !/\.[cm]?js$/u.test(entry.word) || !/\.[cm]?tsx?$/u.test(entry.file)) return words;
  const named = entry.word.replace(/^\.\//u, '').replace(/\.([cm]?)js$/u, '.$1ts');
  return named === ownPath(app, entry.file) ? words.map((word) => (word === entry.word ? compiledFile(app, entry.file) : word)) : words;
}

/** The command of a start script as production can run it: with what is built and installed there. */
export function runnable(app: NodePackage, argv: Argv): Argv {
  const { settings, words } = commandOf(argv);
  if (words[0] !== 'node') return argv;
  return argvOf({ settings, words: inOutput(app, withoutPreloads(app.manifest, words)) });
}

const line = (argv: Argv): string => argv.map(shellWord).join(' ');

/**
 * How development runs what a compiler writes where the project has no tool for it: compiled once, then again on each change beside the
 * program, which starts again with what it loads. Undefined where the program is not compiled.
 */
export function compiledWatch(app: NodePackage, start: Argv | undefined, build: Argv | undefined): Argv | undefined {
  const entry = start === undefined ? undefined : entryOf(app, start);
  if (start === undefined || build === undefined || entry === undefined || !/\.[cm]?tsx?$/u.test(entry.file) || /\.[cm]?tsx?$/u.test(entry.word)) return undefined;
  const { settings, words } = commandOf(start);
  const compiler = commandOf(build).words[0];
  if (words[0] !== 'node' || (compiler !== 'tsc' && compiler !== 'lb-tsc')) return ['sh', '-c', `${line(build)} && exec ${line(start)}`];
  const program = argvOf({ settings, words: ['node', '--watch', ...words.slice(1)] });
  // a mistake in a type stops nobody from working
  return ['sh', '-c', `${line(build)}; ${line(build)} --watch --preserveWatchOutput & exec ${line(program)}`];
}
