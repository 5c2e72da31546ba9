import { filesMatching } from '../../discovery/file-index.js';
import type { AppFindings, WorkerFindings } from '../../discovery/findings.js';
import { memberAt, textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { Source } from '../../discovery/source.js';
import { shellWord } from '../../text/quote.js';
import { runtimeOrDevelopment } from './app.js';
import type { NodePackage } from './app.js';
import { importNames } from './imports.js';
import { jobsOf, migrationScript } from './jobs.js';
import { builtFile } from './nx-project.js';
import type { NxOutcome, NxProject } from './nx-project.js';
import { scriptsNamed, targetScripts, withScripts } from './nx-targets.js';
import type { ScriptRunner } from './scripts.js';
import { workersOfSources } from './workers.js';

/** What runs beside and before the server of an app of Nx that shares the root's manifest. Its commands run at the root. */

const hasSource = (text: string): boolean => /^[ \t]*datasource\s+\w+\s*\{/mu.test(text);

/** The schema of Prisma whose client an app uses: its own, that of a library which it loads, or the root's. Relative to the repository. */
export function schemaOfProject(repository: Repository, root: Manifest, project: NxProject, projects: readonly NxProject[], sources: readonly Source[]): string | undefined {
  if (!['prisma', '@prisma/client'].some((name) => runtimeOrDevelopment(root, name))) return undefined;
  const loaded = projects.filter(({ isApp, folder }) => !isApp && sources.some(({ file }) => file.startsWith(`${folder}/`)));
  const near = [project, ...loaded].flatMap(({ folder }) => filesMatching(repository, /\.prisma$/u, folder)).find((file) => hasSource(repository.read(file) ?? ''));
  if (near !== undefined) return near;
  const uses = sources.some((source) => importNames(source).some((name) => name === '@prisma/client' || name.startsWith('@prisma/client/') || name.startsWith('.prisma/')));
  const declared = normalisePath(textAt(root, 'prisma', 'schema')?.value ?? '');
  return uses ? [declared, 'prisma/schema.prisma', 'schema.prisma'].find((file) => file !== undefined && file.endsWith('.prisma') && repository.exists(file)) : undefined;
}

/** The app as it is seen from the root, where its commands run, with the commands of its targets as scripts. */
export function atRoot(app: NodePackage, root: Manifest, project: NxProject): NodePackage {
  const own = targetScripts(project);
  // scripts of the root are of the app whose schema they apply
  const shared = app.schema === undefined || [...own.keys()].some((name) => migrationScript.test(name)) ? new Map() : scriptsNamed(root, migrationScript);
  const scripts = new Map([...scriptsNamed(root, /^(?:pre|post)?install$/u), ...shared, ...own]);
  return { ...app, path: '.', manifest: withScripts(app.manifest, scripts) };
}

/** Paths that a command names and that production has not, as it holds what the build left: a schema is there with its migrations. */
function filesOf({ repository, schema }: NodePackage, { jobs }: Pick<AppFindings, 'jobs'>, outcome: NxOutcome): readonly string[] {
  const output = outcome.kind === 'next' ? '' : outcome.output;
  const words = jobs.flatMap(({ command }) => command.flatMap(({ value }) => value)).flatMap((word) => word.split(/[\s=;&|]+/u)).map((word) => normalisePath(word.replace(/^["']|["']$/gu, '')) ?? '');
  const named = words.filter((word) => word !== '' && word !== output && !word.startsWith(`${output}/`) && !word.includes('node_modules') && repository.exists(word));
  const applies = words.includes('prisma') && schema !== undefined ? [schema] : [];
  return [...new Set([...named, ...applies].map((file) => (file.endsWith('.prisma') ? folderOf(file) || file : file)))].filter((file) => /^(?!\/)(?!.*\.\.)[\w.@+/ -]+$/u.test(file));
}

interface Processes {
  readonly workers: readonly WorkerFindings[];
  readonly jobs: ReturnType<typeof jobsOf>;
  readonly runtimeFiles: readonly string[];
}

/** Workers and jobs of an app. `entry` is the source that its server starts with. */
export function processesOf(app: NodePackage, root: Manifest, project: NxProject, outcome: NxOutcome, entry: string | undefined, runner: ScriptRunner): Processes {
  const built = (file: string): string | undefined => (outcome.kind === 'program' ? builtFile(project, outcome, file) : undefined);
  const configuration = joinPath(project.folder, 'tsconfig.json');
  const options = app.repository.exists(configuration) ? ['--tsconfig', configuration] : [];
  const workers = outcome.kind === 'files' ? [] : workersOfSources(
    app,
    entry,
    (file) => (built(file) === undefined ? undefined : ['node', built(file)!]),
    (file) => (runtimeOrDevelopment(root, 'tsx') ? ['tsx', 'watch', ...options, file] : ['sh', '-c', `nx build ${shellWord(project.name)} && exec node ${shellWord(built(file)!)}`]),
  );
  const dependencies = memberAt(root, 'dependencies');
  const whole = dependencies === undefined ? app : { ...app, manifest: { ...app.manifest, members: new Map([...app.manifest.members, ['dependencies', dependencies]]) } };
  const jobs = outcome.kind === 'files' ? { jobs: [], problems: [] } : jobsOf(whole, runner);
  return { workers, jobs, runtimeFiles: outcome.kind === 'program' ? filesOf(app, jobs, outcome) : [] };
}
