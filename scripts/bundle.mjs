// Builds dist/: the bin and every generator as an entry, what they share as chunks, templates as text, licences of what is inside.
import { readdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { textExtensions } from './text-loader.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
rmSync('dist', { recursive: true, force: true });

const versionOf = (name) => JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')).version;

// The host's libraries read their own package.json beside their files, which a bundle has not.
const replacements = {
  'yeoman-environment/dist/environment-base.js': [["require('../package.json').version", JSON.stringify(versionOf('yeoman-environment'))]],
  'yeoman-environment/dist/module-lookup.js': [["JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json')).toString()).name", '"yeoman-environment"']],
  'yeoman-generator/dist/generator.js': [
    ["import * as _ from 'lodash-es';", ''],
    ['    _ = _;', ''],
    ["JSON.parse(readFileSync(pathJoin(_dirname, '../package.json'), 'utf8'))", JSON.stringify({ name: 'yeoman-generator', version: versionOf('yeoman-generator') })],
  ],
};

// What the host's libraries import and no command of ours reaches: installing packages, running programs, git, an editor. With the names
// that are imported. Left out, the program starts in two thirds of the time.
const unused = {
  'fly-import': ['FlyRepository', 'flyImport'],
  'latest-version': ['default'],
  'simple-git': ['CheckRepoActions', 'CleanOptions', 'simpleGit'],
  execa: ['execa', 'execaCommand', 'execaCommandSync', 'execaSync'],
  '@inquirer/external-editor': ['editAsync'],
  globby: ['globbySync'],
  commander: ['Command', 'Option'],
  'read-package-up': ['readPackageUpSync'],
  '@yeoman/conflicter': ['createConflicterTransform', 'createYoResolveTransform', 'forceYoFiles'],
};

const hostLibraries = {
  name: 'host-libraries',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]yeoman-(?:environment|generator)[\\/]dist[\\/][\w-]+\.js$/ }, ({ path }) => {
      const key = Object.keys(replacements).find((file) => path.replaceAll('\\', '/').endsWith(file));
      if (key === undefined) return undefined;
      let contents = readFileSync(path, 'utf8');
      for (const [from, to] of replacements[key]) {
        if (!contents.includes(from)) throw new Error(`${key} has changed: ${from} is not there`);
        contents = contents.replace(from, to);
      }
      return { contents, loader: 'js' };
    });
    // a spinner that nothing of ours starts
    onResolve({ filter: /^ora$/ }, () => ({ path: 'ora', namespace: 'still' }));
    onLoad({ filter: /.*/, namespace: 'still' }, () => ({ contents: 'export default () => ({ isSpinning: false });', loader: 'js' }));
    // prompts are loaded with the first question
    onResolve({ filter: /^\.\/inquirer\.js\?asked$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'inquirer.js'), suffix: '?asked' }));
    onLoad({ filter: /[\\/]@yeoman[\\/]adapter[\\/]dist[\\/]inquirer\.js$/ }, ({ suffix }) =>
      suffix === '?asked'
        ? undefined
        : {
            contents: `export const createAdapterPromptModule = (options) => {
              let module;
              return async (...questions) => (await (module ??= import('./inquirer.js?asked').then(({ createAdapterPromptModule: create }) => create(options))))(...questions);
            };`,
            resolveDir: join(root, 'node_modules/@yeoman/adapter/dist'),
            loader: 'js',
          },
    );
    onResolve({ filter: new RegExp(`^(?:${Object.keys(unused).join('|')})$`) }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: [
        `const refuse = () => { throw new Error(${JSON.stringify(`${path} is not part of this package`)}); };`,
        // the environment makes an instance of the class at its start
        ...unused[path].map((name) => (name === 'default' ? 'export default refuse;' : /^[A-Z]/u.test(name) ? `export class ${name} {}` : `export { refuse as ${name} };`)),
      ].join('\n'),
      loader: 'js',
    }));
  },
};

const generators = readdirSync('generators', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `generators/${name}/index.ts`);
const { metafile } = await build({
  entryPoints: ['bin/docker-architect.ts', ...generators],
  outdir: 'dist',
  outbase: '.',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.17',
  chunkNames: 'chunks/[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  loader: Object.fromEntries(textExtensions.map((extension) => [extension, 'text'])),
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  // its ES module build; the one for Node is CommonJS, which cannot be split
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  plugins: [hostLibraries],
  metafile: true,
  logLevel: 'warning',
});
chmodSync('dist/bin/docker-architect.js', 0o755);

/** Folders of the packages whose code is in the bundle. */
const packages = new Set(Object.keys(metafile.inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? []));
const notices = [...packages].toSorted().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/iu.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${typeof license === 'string' ? license : JSON.stringify(license)})\n\n${text}\n`;
});
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', `dist/ contains code of these packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`);
console.log(`dist/: ${Object.keys(metafile.outputs).length} files, ${Math.round(Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0) / 1024)} KiB, ${packages.size} packages inside`);
