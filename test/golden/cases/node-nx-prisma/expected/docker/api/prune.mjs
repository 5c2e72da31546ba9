// prune.mjs FOLDER...: takes out of the folders of installed packages what no program loads. Whatever a program might read stays:
// a package that mentions a file or folder keeps it, and so does everything where TypeScript is compiled while the app runs.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Read by compilers, debuggers and people. Licences are none of them, whatever their ending. */
const documents = /\.(?:d\.[cm]?ts|map|md|markdown|flow)$/;
const licence = /^(?:licen[cs]e|copying|copyright|notice|patents)/i;
/** Node.js refuses to run TypeScript in node_modules (ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING), so that one of these has to. */
const typescript = /\.[cm]?tsx?$/;
const compilers =
  /^(?:typescript|tsx|ts-node(?:-dev)?|ts-blank-space|jiti|esbuild|esbuild-register|esbuild-runner|sucrase|bun|deno|amaro|vite|vite-node|oxc-transform|@swc\/(?:core|register)|@swc-node\/.*|@esbuild-kit\/.*|@oxc-node\/.*|@babel\/(?:register|node|preset-typescript))$/;
const names = '(?:tests?|__tests__|__mocks__|benchmarks?)';
const tested = new RegExp(`^${names}$`);

/** At the top of a package: what its authors run, and what shows how it is used. No app needs what these mention. */
const ofAuthors = /^(?:[\w-]+\.(?:config|conf|test)|\.\w+rc|gruntfile|gulpfile|bench(?:mark)?s?|examples?|tests?)\.[cm]?js$|^(?:docs?|examples?|demos?|bench)\//i;

/** A path in quotes that goes through such a folder, or its name where paths are put together; the group is the package, if any. */
const path = new RegExp(`['"\`](?:((?:@[\\w.-]+/)?[\\w-][\\w.-]*)/)?(?:[^'"\`\\s]*/)?${names}(?=/|['"\`]|\\$)`, 'g');
const joined = new RegExp(`(?:dirname|filename|url|cwd\\(\\))[^;\\n]{0,80},\\s*['"\`]${names}['"\`]`);
const typescriptFile = /([\w.@-]+\.[cm]?tsx?)['"`]/g;

/** Sorts the files of one package; a package inside it is one of its own. */
function sort(folder, found, packages, below = '') {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules') collect(file, '', packages);
      else if (tested.test(entry.name)) found.tests.push(file);
      else sort(file, found, packages, `${below}${entry.name}/`);
    } else if (entry.isFile()) {
      if (documents.test(entry.name)) found.documents.push(file);
      else if (typescript.test(entry.name)) found.typescript.push(file);
      else if (/\.[cm]?js$/.test(entry.name)) (ofAuthors.test(below + entry.name) ? found.authors : found.programs).push(file);
      else if (entry.name === 'package.json') found.manifests.push(file);
    }
  }
}

/** Finds the packages of a folder `node_modules`; links lead to packages that are found where they lie. */
function collect(folder, scope, packages) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === '.bin') continue;
    if (scope === '' && entry.name.startsWith('@')) {
      collect(join(folder, entry.name), `${entry.name}/`, packages);
      continue;
    }
    const found = { name: scope + entry.name, documents: [], typescript: [], tests: [], programs: [], authors: [], manifests: [] };
    packages.push(found);
    sort(join(folder, entry.name), found, packages);
  }
}

const strings = (value) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []);

/** What a manifest lets others load; undefined where it cannot be read. */
function declared(file) {
  try {
    const { main, module, browser, bin, exports, imports, files } = JSON.parse(readFileSync(file, 'utf8'));
    return strings([main, module, browser, bin, exports, imports, files]).filter((text) => !text.startsWith('!'));
  } catch {
    return undefined;
  }
}

/** Notes what the programs of a package mention: its own folders and files, and packages into whose folders it reaches. */
function read(found, reached) {
  const mentioned = new Set();
  const declarations = found.manifests.map(declared);
  const parts = new Set(declarations.flatMap((texts) => texts ?? []).flatMap((text) => text.split('/')));
  let keepsTests = declarations.includes(undefined) || [...parts].some((part) => tested.test(part));
  for (const file of [...found.programs, ...found.authors.filter((each) => parts.has(basename(each)))]) {
    const text = readFileSync(file, 'latin1');
    for (const match of text.matchAll(path)) {
      if (match[1] === undefined || tested.test(match[1]) || match[1] === found.name) keepsTests = true;
      else reached.add(match[1]);
    }
    keepsTests ||= joined.test(text);
    if (found.typescript.length > 0) for (const match of text.matchAll(typescriptFile)) mentioned.add(match[1]);
  }
  return { keepsTests, mentioned };
}

const packages = [];
for (const folder of process.argv.slice(2)) collect(folder, '', packages);
const compiles = process.versions.bun !== undefined || packages.some(({ name }) => compilers.test(name));
const reached = new Set();
const reads = packages.map((found) => read(found, reached));
for (const [index, found] of packages.entries()) {
  const { keepsTests, mentioned } = reads[index];
  // TypeScript's own declarations are data of the compiler, which some programs run
  if (found.name !== 'typescript') for (const file of found.documents) if (!licence.test(basename(file))) rmSync(file);
  if (!compiles) for (const file of found.typescript) if (!mentioned.has(basename(file))) rmSync(file);
  if (!keepsTests && !reached.has(found.name)) for (const folder of found.tests) rmSync(folder, { recursive: true });
}
