import { withoutSlashComments } from '../../discovery/comments.js';
import type { EnvEntry } from '../../discovery/env-files.js';
import type { Fact } from '../../discovery/evidence.js';
import { filesUnder, isInside } from '../../discovery/file-index.js';
import type { Located } from '../../discovery/manifest.js';
import { citeFile } from '../../discovery/cite.js';
import type { Repository } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';
import { frameworkFacts as factsOf } from '../frameworks.js';
import type { FrameworkEntry } from '../frameworks.js';
import type { Setting } from './appsettings.js';
import { frameworks } from './frameworks/registry.js';
import type { DotnetProject } from './project.js';

/** A project with everything that questions about it are answered from. */
export interface DotnetApp {
  readonly repository: Repository;
  readonly project: DotnetProject;
  readonly closure: readonly DotnetProject[];
  readonly packages: readonly Located[];
  /** Its own sources. */
  readonly sources: readonly Source[];
  /** Those of every project that it is made of, its own first. */
  readonly allSources: readonly Source[];
  readonly settings: readonly Setting[];
  readonly env: readonly EnvEntry[];
}

const maximumSource = 256 * 1024;
const maximumSources = 2000;

/** Sources below a project file, without what the build made and what belongs to another project. */
export function sourcesOf(repository: Repository, path: string, others: ReadonlySet<string>): readonly Source[] {
  return filesUnder(repository, path).filter((file) => /\.(?:cs|fs|razor)$/u.test(file) && !/\/(?:bin|obj|wwwroot|Migrations)\/|\.(?:Designer|g)\.cs$/u.test(`/${file}`) && !isInside(file, path, others)).slice(0, maximumSources).flatMap((file) => {
    const text = repository.read(file);
    return text === undefined || text.length > maximumSource ? [] : [{ file, text, code: withoutSlashComments(text) }];
  });
}

export const isWasm = ({ sdk }: DotnetProject): boolean => sdk === 'Microsoft.NET.Sdk.BlazorWebAssembly';
export const property = ({ properties }: DotnetProject, name: string): string | undefined => properties.get(name)?.value;
const isTrue = (project: DotnetProject, name: string): boolean => /^true$/iu.test(property(project, name) ?? '');

const testPackages: ReadonlySet<string> = new Set(['microsoft.net.test.sdk', 'xunit', 'xunit.v3', 'nunit', 'mstest.testframework', 'tunit']);

export function isTest(project: DotnetProject): boolean {
  return isTrue(project, 'IsTestProject') || project.sdk === 'MSTest.Sdk' || project.packages.some(({ name }) => testPackages.has(name)) || /\.?(?:Unit|Integration|Functional|Acceptance|EndToEnd|E2E)?Tests?$/u.test(project.name);
}

/** Projects that start others, hold what they share, or test them. */
function isSupport(project: DotnetProject): boolean {
  const names = new Set(project.packages.map(({ name }) => name));
  const orchestrates = project.sdk === 'Aspire.AppHost.Sdk' || isTrue(project, 'IsAspireHost') || names.has('aspire.hosting.apphost') || isTrue(project, 'IsAspireSharedProject');
  const elsewhere = isTrue(project, 'PackAsTool') || isTrue(project, 'UseWPF') || isTrue(project, 'UseWindowsForms') || isTrue(project, 'UseMaui') || /-(?:windows|android|ios|maccatalyst)/u.test(property(project, 'TargetFramework') ?? '') || names.has('benchmarkdotnet');
  return isTest(project) || orchestrates || elsewhere;
}

const startsServer = /\bWebApplication\b|\bCreateWebHostBuilder\b|\bConfigureWebHost(?:Defaults)?\b|\bWebHost\b|\bwebApp\b|\bstartWebServer\b|\bapplication\s*\{/u;
const keepsRunning = /\bBackgroundService\b|\bIHostedService\b|\bHost\.Create\w*Builder\b|\bHostBuilder\b|\bwhile\s*\(\s*true\s*\)|\bwhile\s+true\s+do\b|\bConsumer(?:Builder)?<|\bBasicConsume|\bManualResetEvent|\bIsCancellationRequested\b/u;

/** What a project is: `undefined` for a library, a tool that ends, or what only supports others. */
export function roleOf(app: Pick<DotnetApp, 'project' | 'sources'>, hosted: ReadonlySet<string>): 'web' | 'worker' | 'static' | undefined {
  const { project, sources } = app;
  const output = property(project, 'OutputType');
  if (isSupport(project) || project.sdk === '') return undefined;
  // the server that refers to it serves it
  if (isWasm(project)) return hosted.has(project.file) ? undefined : 'static';
  const serves = sources.some(({ code }) => startsServer.test(code));
  if (project.sdk === 'Microsoft.NET.Sdk.Web') return output === 'Library' ? undefined : 'web';
  if (project.sdk === 'Microsoft.NET.Sdk.Worker') return serves ? 'web' : 'worker';
  if (!/^exe$/iu.test(output ?? '')) return undefined;
  if (serves && (project.usesAspNet || project.packages.some(({ name }) => /^(?:giraffe|saturn|suave|microsoft\.aspnetcore)/u.test(name)))) return 'web';
  return sources.some(({ code }) => keepsRunning.test(code)) ? 'worker' : undefined;
}

const platforms = { web: 'aspnetcore', worker: 'dotnet-worker', static: 'blazor' } as const;
/** Frameworks with a server of their own, which need no platform. */
const standalone = frameworks.filter(({ id, refines }: FrameworkEntry) => refines.length === 0 && !Object.values<string>(platforms).includes(id));

/** The platform first, what the program is written with on it after it. */
export function frameworkFacts({ project, packages }: Pick<DotnetApp, 'project' | 'packages'>, role: 'web' | 'worker' | 'static'): readonly Fact<string>[] {
  const alone = project.sdk === 'Microsoft.NET.Sdk.Web' || project.usesAspNet ? [] : factsOf(standalone, packages);
  if (role === 'web' && alone.length > 0) return alone;
  const platform = platforms[role];
  const own: Fact<string> = { value: platform, confidence: 'certain', evidence: [packages.find(({ name }) => frameworks.some((each: FrameworkEntry) => each.id === platform && each.packages.includes(name)))?.evidence ?? citeFile(project.file)] };
  const others = frameworks.filter((each: FrameworkEntry) => each.refines.includes(platform)).flatMap((framework): Fact<string>[] => {
    const found = packages.find(({ name }) => (framework.packages as readonly string[]).includes(name));
    return found === undefined ? [] : [{ value: framework.id, confidence: 'likely', evidence: [found.evidence] }];
  });
  return [own, ...others];
}
