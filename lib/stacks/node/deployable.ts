import { filesIn } from '../../discovery/file-index.js';
import { memberAt, readManifest, textAt, textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';
import { commandOf } from '../../text/shell-words.js';
import { runtimeOrDevelopment } from './app.js';
import type { NodePackage } from './app.js';
import { commandsOf, serverEntry } from './commands.js';
import { best } from '../../discovery/evidence.js';
import { findFramework, frameworkFacts } from './framework.js';
import { takesJobs } from './workers.js';

/** Whether a package is something that runs by itself, and if not, what it is instead; undefined where nobody would ask. */
export type Verdict = { readonly deployable: true } | { readonly deployable: false; readonly reason?: string };

const yes: Verdict = { deployable: true };

const listens = /\bBun\.serve\(|\.listen\((?!\s*(?:0\s*[,)]|['"`][A-Za-z.]))|(?<![\w$.])serve\(\s*\{/u;

/** Whether a source starts a server. Port 0 is how a tool looks for a free one; clients of events listen to names. */
export function serves({ code }: Pick<Source, 'code'>): boolean {
  return listens.test(code) || (/\bcreateServer\s*\(/u.test(code) && !/\.listen\(/u.test(code));
}

export function servesIn({ sources }: Pick<NodePackage, 'sources'>): boolean {
  return sources.some(serves);
}

/** Beside a program only: alone, it is what the repository is for. */
const documentation = 'a documentation site';
/** Packages by what a project with them is, and what it is called. */
const natures: readonly { readonly packages: readonly string[]; readonly reason: string }[] = [
  { packages: ['expo', 'react-native', '@nativescript/core', '@capacitor/ios', '@capacitor/android'], reason: 'a mobile app: it runs on phones' },
  { packages: ['electron', 'electron-builder', '@tauri-apps/cli', '@tauri-apps/api', 'neutralinojs'], reason: 'a desktop app: it runs on the user\'s machine' },
  { packages: ['wxt', 'plasmo', '@crxjs/vite-plugin', 'web-ext', 'webextension-polyfill'], reason: 'a browser extension: it runs in browsers' },
  { packages: ['@docusaurus/core', 'vitepress', 'vuepress', '@astrojs/starlight', 'nextra', 'typedoc', 'mintlify', 'docsify-cli'], reason: documentation },
  { packages: ['react-email', 'mjml'], reason: 'a set of mail templates: another package renders them' },
];

/** What folders of test suites, examples of components and settings are called. */
const material = /(?:^|[/_-])(?:e2e|tests?|testing|storybook|benchmarks?|cypress|playground|sandbox)(?:[/_-](?:tests?|suite|app))?$/u;
/** Programs that write files again on each change, or show components: nothing that anybody deploys. */
const builders = /(?:^|\s|\/)(?:tsc|tsup|tsdown|rollup|unbuild|microbundle|swc|babel|esbuild|webpack|vite build|ng-packagr|storybook|start-storybook|ladle|histoire|email dev|cypress|playwright|docusaurus|vitepress|tailwindcss|expo|react-native|electron|wrangler|web-ext|plasmo|wxt)(?=\s|$)/u;
/** Among other words, these run something after all. */
const runners = /(?:^|[\s"'])(?:node|nodemon|ts-node|ts-node-dev|tsx|bun|deno|pm2|pm2-runtime|nest|next|nuxt|astro|fastify|micro|sst|vite(?! build)|webpack-dev-server|webpack serve|react-scripts|vue-cli-service|ng|remix|remix-serve|react-router|react-router-serve|svelte-kit|gatsby|parcel|serve|http-server)(?=\s|$)/u;

/** What makes files for browsers, for a server in another language as well. */
const bundlers = /^(?:(?:cross-env|env|NODE_ENV=\S+|\w+=\S+|npx|pnpm|yarn|npm run|run)\s+)*(?:vite|encore|mix|webpack|webpack-cli|rollup|esbuild|parcel|tailwindcss|gulp|grunt|sass|postcss|dev|watch|development)(?:\s|$)/u;

/** Whether a script of the manifest runs the package, in production or while it is worked on. */
function startsSomething(manifest: Manifest): boolean {
  return ['start', 'start:prod', 'serve', 'dev', 'start:dev', 'develop'].some((name) => {
    const script = textAt(manifest, 'scripts', name)?.value;
    return script !== undefined && (!builders.test(script) || runners.test(script));
  });
}

/** The manifest says what the package offers to others. */
function offers(manifest: Manifest): boolean {
  return ['exports', 'types', 'typings', 'module', 'files', 'publishConfig'].some((field) => memberAt(manifest, field) !== undefined);
}

/** Those of the files that lie in the package: looked up in the listing, which is quicker for thousands of packages than the disk. */
function present({ repository, path }: NodePackage, files: readonly string[]): readonly string[] {
  return files.map((file) => joinPath(path, file)).filter((file) => filesIn(repository, folderOf(file)).includes(file));
}

function isExtension(app: NodePackage): boolean {
  const { repository, manifest } = app;
  if (memberAt(manifest, 'engines', 'vscode') !== undefined) return true;
  return present(app, ['manifest.json', 'public/manifest.json', 'src/manifest.json', 'static/manifest.json']).some((file) => {
    const found = readManifest(repository, file, { relaxed: true }).manifest;
    return found !== undefined && memberAt(found, 'manifest_version') !== undefined;
  });
}

/** A package whose server is started by a program of an edge or function platform only. */
function isForPlatform(app: NodePackage): boolean {
  const { manifest } = app;
  return present(app, ['wrangler.toml', 'wrangler.jsonc', 'wrangler.json']).length > 0 && !['start', 'start:prod'].some((name) => /\b(?:node|tsx|bun)\b/u.test(textAt(manifest, 'scripts', name)?.value ?? ''));
}

/** What the package is, where it is plainly no server and no site. */
function natureOf(app: NodePackage): string | undefined {
  const { manifest, path } = app;
  if (isExtension(app)) return 'a browser or editor extension: it runs in another program';
  if (isForPlatform(app)) return 'a function of an edge platform: its own tool deploys it';
  const found = natures.find(({ packages, reason }) => (path !== '.' || reason !== documentation) && packages.some((name) => runtimeOrDevelopment(manifest, name)));
  // a site that also has a shell for phones or desktops is a site
  if (found !== undefined && !servesIn(app) && !hasPage(app)) return found.reason;
  if (found !== undefined && found.reason.includes('mail') && !servesIn(app)) return found.reason;
  return path !== '.' && material.test(path) && textAt(manifest, 'scripts', 'start') === undefined ? 'a suite of tests or a playground' : undefined;
}

/** A page that a bundler starts from, or a framework that makes pages itself. */
export function hasPage(app: NodePackage): boolean {
  const html = ['index.html', 'public/index.html', 'src/index.html', 'app.html', 'src/app.html', 'angular.json'];
  const makers = ['next', 'nuxt', 'astro', 'gatsby', '@remix-run/react', '@react-router/node', '@react-router/dev', '@sveltejs/kit', '@solidjs/start', 'vike', '@tanstack/react-start', '@builder.io/qwik-city'];
  return present(app, html).length > 0 || makers.some((name) => runtimeOrDevelopment(app.manifest, name));
}

/** Whether somebody has said beside the package how it is deployed. */
function isDeployed({ repository, path }: NodePackage): boolean {
  return path !== '.' && filesIn(repository, path).some((file) => /(?:^|\/)(?:Procfile|Dockerfile(?:\.[\w-]+)?)$/u.test(file));
}

function callsPackages(app: NodePackage): boolean {
  return memberAt(app.manifest, 'workspaces') !== undefined || present(app, ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'turbo.json']).length > 0;
}

/** A package that has the code of a server, a site or a worker: does it start it, or do others? */
function ofProgram(app: NodePackage, importer: string | undefined): Verdict {
  const { manifest } = app;
  if (startsSomething(manifest) || isDeployed(app)) return yes;
  if (importer !== undefined) return { deployable: false, reason: `a library: ${importer} imports it and it starts nothing` };
  if (memberAt(manifest, 'bin') !== undefined) return { deployable: false, reason: 'a command line program: it has "bin" and starts no server' };
  if (offers(manifest)) return { deployable: false, reason: 'a library: its manifest says what it offers and it starts nothing' };
  // beside others, a package without a script has to show what it would start
  if (frameworkFacts(manifest).length > 0 || (app.path === '.' && !callsPackages(app))) return yes;
  const entry = serverEntry(app, { start: [], dev: [] });
  const runs = entry !== undefined && app.graph.reachable([entry]).some((source) => serves(source) || takesJobs(source));
  return runs ? yes : { deployable: false };
}

/** What a package without any sign of a server is taken for. */
function ofOther(app: NodePackage, importer: string | undefined): Verdict {
  const { manifest, path } = app;
  if (importer !== undefined && !startsSomething(manifest)) return { deployable: false, reason: `a library: ${importer} imports it and it starts nothing` };
  if (textAt(manifest, 'scripts', 'start') === undefined && memberAt(manifest, 'bin') !== undefined) return { deployable: false, reason: 'a command line program: it has "bin" and starts no server' };
  if (!startsSomething(manifest) && offers(manifest)) return { deployable: false, reason: 'a library: its manifest says what it offers and it starts nothing' };
  const commands = commandsOf(app, 'npm');
  const started = textAt(manifest, 'scripts', 'start') !== undefined && startsSomething(manifest) && serverEntry(app, { start: commands.start, dev: [] }) !== undefined;
  if (started) return yes;
  if (path !== '.' || callsPackages(app)) return { deployable: false };
  return startScripts(manifest).length > 0 ? yes : { deployable: false };
}

const startScripts = (manifest: Manifest): readonly string[] => ['start', 'start:prod', 'dev'].flatMap((name) => textAt(manifest, 'scripts', name)?.value ?? []);

/** Whether all that the scripts run makes files for pages that are not here. */
function onlyBundles(app: NodePackage): boolean {
  const scripts = startScripts(app.manifest);
  return scripts.length > 0 && scripts.every((script) => bundlers.test(script)) && !hasPage(app) && serverEntry(app, { start: [], dev: [] }) === undefined;
}

/**
 * Whether the package is something that runs by itself. `importer` is another package of the repository that depends on it. A library,
 * or the root of a workspace that only calls its packages, is no app.
 */
export function verdictOn(app: NodePackage, importer: string | undefined): Verdict {
  const { manifest, sources } = app;
  const nature = natureOf(app);
  if (nature !== undefined) return { deployable: false, reason: nature };
  const framework = frameworkFacts(manifest).length > 0 && (sources.length > 0 || isSiteOfText(manifest));
  const runs = servesIn(app) || sources.some(takesJobs);
  if ((!framework || isLibraryOfPages(manifest)) && !runs && !hasPage(app) && (onlyBundles(app) || isLibraryOfPages(manifest))) return { deployable: false, reason: 'browser code without a page: another program serves what it builds' };
  if (callsPackages(app) && !runs && !framework) return ofOther(app, importer);
  if (framework && !runs && !hasPage(app) && importer !== undefined && textAt(manifest, 'scripts', 'start') === undefined) {
    return { deployable: false, reason: `a library: ${importer} imports it and it starts nothing` };
  }
  return framework || runs ? ofProgram(app, importer) : ofOther(app, importer);
}

/** Whether the package makes a site of texts, without a line of source: a script runs the framework that makes it. */
function isSiteOfText(manifest: Manifest): boolean {
  const build = findFramework(best(frameworkFacts(manifest)))?.build;
  if (build?.files === undefined || build.server !== undefined) return false;
  const program = build.build[0]!;
  return textsAt(manifest, 'scripts').some(({ value }) => commandOf(value.split(/\s+/u)).words.includes(program));
}

/** Whether the package makes pages without a framework that would bring the page itself. */
const isLibraryOfPages = (manifest: Manifest): boolean => findFramework(best(frameworkFacts(manifest)))?.builtBy !== undefined;

/** Names of folders of packages that take jobs and serve nobody but a probe. */
const workerFolder = /(?:^|[/_-])(?:workers?|jobs|consumers?|scheduler|cron|queue|processor)$/u;

/** Whether the package's own name says that it takes jobs. */
export function isNamedWorker({ path, manifest }: NodePackage): boolean {
  return path !== '.' && workerFolder.test(path) && textsAt(manifest, 'dependencies').every(({ name }) => !['next', 'nuxt', 'react', 'vue'].includes(name));
}
