import type { Diagnostic } from '../../diagnostics.js';
import { readManifest, scriptProblems, textAt } from '../../discovery/manifest.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesMatching, filesNamed, filesUnder } from '../../discovery/file-index.js';
import { isPartOfProject } from '../../discovery/app-findings.js';
import { folderOf, joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { Framework } from './frameworks/framework.js';
import { frameworks } from './frameworks/registry.js';

/** Files for browsers, with the program that makes them where there is one. */
export interface Site {
  /** Folder of the site's source, relative to the repository. */
  readonly path: string;
  /** Folder that a server shows, relative to `path`. */
  readonly output: string;
  readonly framework?: Framework;
  readonly evidence: Evidence;
}

/** Where people put the pages of a site without a build, the root first. */
const publicFolders = ['.', 'public', 'site', 'www', 'html', 'htdocs', 'public_html', 'static', 'web', 'website', 'src', 'docs'];
/** Manifests and programs of other languages: what they stand for is the app, and pages beside them are its material. */
const ofApps = [
  'composer.json', 'Gemfile', 'go.mod', 'go.work', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'Cargo.toml', 'mix.exs', 'deno.json', 'deno.jsonc', 'shard.yml',
  'requirements.txt', 'pyproject.toml', 'setup.py', 'setup.cfg', 'Pipfile', 'manage.py', 'app.py', 'main.py', 'wsgi.py', 'environment.yml', 'CMakeLists.txt', 'meson.build',
  'pubspec.yaml', 'Package.swift', 'build.sbt', 'project.clj', 'stack.yaml', 'gleam.toml', 'build.zig', 'Procfile', 'server.js', 'main.go', 'main.rs', '_config.yml',
];
const ofAppsByEnding = /\.(?:go|csproj|fsproj|vbproj|sln|slnx|cabal|nimble|php|jsp|aspx?|cshtml|cgi)$/iu;
const running = ['start', 'start:prod', 'start:dev', 'dev', 'develop', 'serve', 'preview'];

/** A `package.json` that only formats and checks, or only helps the program that makes the site. */
function isTooling(repository: Repository, file: string, mayBuild: boolean): boolean {
  const { manifest } = readManifest(repository, file);
  if (manifest === undefined) return false;
  return [...running, ...(mayBuild ? [] : ['build'])].every((name) => textAt(manifest, 'scripts', name) === undefined);
}

/** Whether another stack has, or should have, an app here. */
function holdsAnotherApp(repository: Repository, mayHave: readonly string[] = []): boolean {
  const isOurs = (file: string): boolean => isPartOfProject(folderOf(file));
  const named = ofApps.filter((name) => !mayHave.includes(name)).some((name) => filesNamed(repository, name).some(isOurs));
  if (named || filesMatching(repository, ofAppsByEnding).some(isOurs)) return true;
  return filesNamed(repository, 'package.json').filter(isOurs).some((file) => !isTooling(repository, file, mayHave.includes('package.json')));
}

const isThere = (repository: Repository, path: string): boolean => repository.exists(path) || filesUnder(repository, path).length > 0;

/** Only the root and its folders: deeper ones belong to something. */
function configurationFiles(repository: Repository, name: string): readonly string[] {
  const [last = '', ...above] = name.split('/').toReversed();
  const inside = above.toReversed().join('/');
  return filesNamed(repository, last).filter((file) => {
    const folder = folderOf(file);
    if (inside !== '' && folder !== inside && !folder.endsWith(`/${inside}`)) return false;
    const site = folder.slice(0, folder.length - inside.length).replace(/\/$/u, '');
    return !site.includes('/') && isPartOfProject(site);
  });
}

/** Configurations of a program with what it makes a site of beside them. */
function configurations(repository: Repository, framework: Framework): readonly { readonly file: string; readonly path: string }[] {
  if (holdsAnotherApp(repository, framework.mayHave)) return [];
  return framework.configurations
    .flatMap((name) => configurationFiles(repository, name).map((file) => ({ file, path: file.slice(0, Math.max(0, file.length - name.length - 1)) || '.' })))
    .filter(({ path }) => framework.beside.some((each) => isThere(repository, joinPath(path, each))));
}

/** Those that cannot be read, or say nothing. */
export function configurationProblems(repository: Repository): readonly Diagnostic[] {
  return scriptProblems(repository, [...new Set(frameworks.flatMap((framework) => configurations(repository, framework).map(({ file }) => file)))], 'a text');
}

function madeBy(repository: Repository, framework: Framework): readonly Site[] {
  return configurations(repository, framework).flatMap(({ file, path }): readonly Site[] => {
    const text = repository.read(file);
    if (text === undefined || framework.says?.test(text) === false) return [];
    return [{ path, output: framework.output, framework, evidence: cite(file, text, Math.max(0, text.search(/\S/u))) }];
  });
}

/** Pages that a server or a bundler completes are no site yet. */
const unfinished = /\{%|<%|<\?php|%PUBLIC_URL%|%sveltekit\.|\bsrc=["']\/?(?:\.\/)?src\/[^"']+["']|\bsrc=["'][^"']+\.(?:tsx?|jsx|vue|svelte)["']/iu;
const page = /<(?:!doctype\s+html|html|head|body)\b/iu;

function pages(repository: Repository): readonly Site[] {
  if (holdsAnotherApp(repository)) return [];
  for (const output of publicFolders) {
    const file = joinPath(output, 'index.html');
    const text = repository.exists(file) ? repository.read(file) : undefined;
    const match = text === undefined || unfinished.test(text) || text.startsWith('---') ? null : page.exec(text);
    if (text !== undefined && match !== null) return [{ path: '.', output, evidence: cite(file, text, match.index) }];
  }
  return [];
}

/** The sites of a repository that holds no other app: those that a program makes, else pages as they are. */
export function sitesOf(repository: Repository): readonly Site[] {
  const made = frameworks.flatMap((framework) => madeBy(repository, framework));
  const distinct = made.filter(({ path }, index) => made.findIndex((other) => other.path === path) === index);
  return distinct.length > 0 ? distinct : pages(repository);
}
