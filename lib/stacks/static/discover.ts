import { appFindings, folderName } from '../../discovery/app-findings.js';
import { cite } from '../../discovery/cite.js';
import { likely } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import type { AppFindings } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { filesPort, serveFiles } from '../static-files.js';
import type { StackDiscovery } from '../stack.js';
import type { Diagnostic } from '../../diagnostics.js';
import type { Framework } from './frameworks/framework.js';
import { configurationProblems, sitesOf } from './sites.js';
import type { Site } from './sites.js';

/** Where hosting platforms and version managers are told which version makes the site. */
function versionFacts(repository: Repository, path: string, tool: string): readonly Fact<string>[] {
  const variable = `${tool.toUpperCase()}_VERSION`;
  const places: readonly (readonly [string, RegExp])[] = [
    ['.tool-versions', new RegExp(String.raw`^[ \t]*${tool}[ \t]+(?:extended_)?v?(\d[\w.-]*)`, 'mu')],
    ['mise.toml', new RegExp(String.raw`^[ \t]*"?${tool}"?[ \t]*=[ \t]*["']v?(\d[\w.-]*)["']`, 'mu')],
    ['netlify.toml', new RegExp(String.raw`^[ \t]*${variable}[ \t]*=[ \t]*["']v?(\d[\w.-]*)["']`, 'mu')],
    ['vercel.json', new RegExp(String.raw`"${variable}"[ \t]*:[ \t]*"v?(\d[\w.-]*)"`, 'u')],
    ['render.yaml', new RegExp(String.raw`key:[ \t]*${variable}\s+value:[ \t]*["']?v?(\d[\w.-]*)`, 'u')],
  ];
  const folders = path === '.' ? ['.'] : [path, '.'];
  return folders.flatMap((folder) => places.flatMap(([name, pattern]): readonly Fact<string>[] => {
    const file = joinPath(folder, name);
    const text = repository.read(file) ?? '';
    const match = pattern.exec(text);
    return match === null ? [] : [{ value: match[1]!, confidence: 'certain', evidence: [cite(file, text, match.index + match[0].lastIndexOf(match[1]!))] }];
  }));
}

const requirementFiles = ['requirements.txt', 'docs/requirements.txt', 'requirements-docs.txt', 'requirements/docs.txt'];

/** The list of Python packages that names the program. */
function requirements(repository: Repository, path: string, { id, packageManager }: Framework): string | undefined {
  if (packageManager === undefined) return undefined;
  return requirementFiles.find((name) => new RegExp(String.raw`^[ \t]*${id}`, 'imu').test(repository.read(joinPath(path, name)) ?? ''));
}

function unpinned({ title }: Framework, path: string): Diagnostic {
  return {
    code: 'site-generator-not-pinned',
    severity: 'warning',
    message: `${path}: nothing says which version of ${title} and of its themes makes the site`,
    help: `Put a requirements.txt beside its configuration`,
  };
}

function made(repository: Repository, { path, output, evidence }: Site, framework: Framework): { readonly app: AppFindings; readonly problems: readonly Diagnostic[] } {
  const list = requirements(repository, path, framework);
  const manager = framework.packageManager;
  const serve = framework.development(filesPort);
  const said = <T>(value: T): readonly Fact<T>[] => likely(value, evidence);
  const app = appFindings({
    name: folderName(repository, path),
    path,
    stack: 'static',
    role: 'static',
    language: said(framework.language),
    framework: [{ value: framework.id, confidence: 'certain', evidence: [evidence] }],
    packageManager: manager === undefined ? [] : said({ name: manager }),
    version: framework.tool === undefined ? [] : versionFacts(repository, path, framework.tool),
    port: [{ value: filesPort, confidence: 'likely', evidence: [] }],
    output,
    installFiles: list === undefined ? [] : [list],
    commands: { start: [{ value: serveFiles, confidence: 'likely', evidence: [] }], dev: said(serve), build: said(framework.build), test: [] },
  });
  return { app, problems: manager !== undefined && list === undefined ? [unpinned(framework, path)] : [] };
}

function plain(repository: Repository, { path, output, evidence }: Site): AppFindings {
  const serve: Fact<readonly string[]> = { value: serveFiles, confidence: 'likely', evidence: [] };
  return appFindings({
    name: folderName(repository, path),
    path,
    stack: 'static',
    role: 'static',
    language: [{ value: 'html', confidence: 'certain', evidence: [evidence] }],
    port: [{ value: filesPort, confidence: 'likely', evidence: [] }],
    output,
    commands: { start: [serve], dev: [serve], build: [], test: [] },
  });
}

/** The site of a repository that is nothing else. */
export function discoverStatic(repository: Repository): StackDiscovery {
  const found = sitesOf(repository).map((site) => (site.framework === undefined ? { app: plain(repository, site), problems: [] } : made(repository, site, site.framework)));
  return { apps: found.map(({ app }) => app), services: [], problems: [...configurationProblems(repository), ...found.flatMap(({ problems }) => problems)] };
}
