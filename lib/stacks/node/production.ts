import type { AppBrief } from '../../brief/brief.js';
import { commandOf } from '../../text/shell-words.js';
import { copyLine, copySource, entrypointCopy, productionEnd } from '../dockerfile.js';
import { filesProduction } from '../static-files.js';
import { findFramework } from './framework.js';
import type { FrameworkServer } from './frameworks/framework.js';
import { appFolder, runtime, workdir } from './image.js';
import { pruneCommand, pruneCopy } from './prune.js';

/** The server that the framework's build leaves, where that is what the app starts. */
function builtServer(app: AppBrief): FrameworkServer | undefined {
  const server = app.role === 'web' && app.workspace === undefined ? findFramework(app.framework)?.build?.server : undefined;
  return server !== undefined && server.start[0] === app.commands.start[0] && server.start[1] === app.commands.start[1] ? server : undefined;
}

/** Whether production has packages of the registry: what some builds leave needs none. */
export function installsPackages(app: AppBrief): boolean {
  return app.role !== 'static' && (builtServer(app)?.dependencies ?? true);
}

/** Names of the app's plain variables that its framework writes into what it builds. */
export function buildArguments({ framework, variables }: AppBrief): readonly string[] {
  const prefixes = findFramework(framework)?.build?.prefixes ?? [];
  return variables.filter(({ name, kind }) => kind === 'plain' && prefixes.some((prefix) => name.startsWith(prefix))).map(({ name }) => name);
}

/** What the stage `build` gets before it runs anything: build arguments, and the environment that the framework's build wants. */
export function buildSettings(app: AppBrief): readonly string[] {
  // it decides what kind of server the build leaves; files for browsers want none (Next.js would drop its export)
  const environment = builtServer(app) === undefined ? {} : (findFramework(app.framework)?.build?.buildEnvironment ?? {});
  return [...buildArguments(app).map((name) => `ARG ${name}`), ...Object.entries(environment).map(([name, value]) => `ENV ${name}="${value}"`)];
}

/** Folders that the build may leave out and production copies. */
export function expectedFolders(app: AppBrief): readonly string[] {
  const server = builtServer(app);
  return server === undefined ? [] : server.parts.map(([from]) => from).filter((from) => !from.includes('.json') && !from.startsWith('.'));
}

/**
 * Whether production holds no sources: where Node.js starts what a compiler wrote and nothing runs TypeScript itself. Packages of a workspace
 * may be loaded as they are.
 */
function runsCompiled(app: AppBrief): boolean {
  if (app.language !== 'typescript' || app.commands.build === undefined || app.workspace !== undefined) return false;
  const commands = [app.commands.start, ...app.workers.map(({ command }) => command), ...app.jobs.map(({ command }) => command)].map((argv) => commandOf(argv).words);
  return commands.every((words) => words[0] === 'node' && !words.some((word) => /\.[cm]?tsx?$|^(?:tsx|ts-node)/u.test(word)));
}

/** What the stages of production are made of, beside the app. */
interface ProductionParts {
  /** Lines that bring what the probe needs. */
  readonly probe: readonly string[];
  /** Lines that install what production needs. The last one is an instruction that a further command may be put behind. */
  readonly install: readonly string[];
  /** Whether the stage `build` runs anything. */
  readonly builds: boolean;
}

/**
 * The stage of what runs beside installed packages, the folders of which have the names `packages`. They are not copied and taken out
 * again: to delete thousands of files of a layer below takes longer than most builds. Where nothing is built, `sources` are the lines that
 * copy the source, and nothing of it waits for an installation.
 */
export function releaseStage(app: AppBrief, { builds, sources, packages }: { readonly builds: boolean; readonly sources: readonly string[]; readonly packages: string }): string {
  if (!builds) return ['# The source, without what only builds of images read.', 'FROM base AS release', ...sources, 'RUN rm -rf docker'].join('\n');
  const source = '/opt/build';
  const compiled = runsCompiled(app) ? [" && \\\n    find . -type f \\( -name '*.ts' -o -name '*.tsx' -o -name '*.mts' -o -name '*.cts' -o -name '*.tsbuildinfo' \\) -delete"] : [];
  return [
    `# What the build made${compiled.length === 0 ? ', with the source' : ', without its source'} and without installed packages.`,
    'FROM base AS release',
    `RUN --mount=type=bind,from=build,source=${workdir},target=${source} \\\n    tar -C ${source} --exclude=${packages} --exclude=./docker -c . | tar -x${compiled.join('')}`,
  ].join('\n');
}

/** The stages from what is installed for production to the image that runs, where Node.js runs the app. */
function serverStages(app: AppBrief, folder: string, { probe, install, builds }: ProductionParts): readonly string[] {
  const server = builtServer(app);
  const needsPackages = installsPackages(app);
  return [
    ...(needsPackages ? ['FROM manifests AS production-deps', ...pruneCopy(folder), `${install.join('\n')} && \\\n    ${pruneCommand(app, 'node_modules')}`, ''] : []),
    ...(server === undefined ? [releaseStage(app, { builds, sources: [copySource(app)], packages: './node_modules' }), ''] : []),
    'FROM base AS production',
    'ENV NODE_ENV=production',
    // what changes least comes first
    ...probe,
    entrypointCopy(folder),
    ...(needsPackages ? [`COPY --from=production-deps ${workdir}/node_modules ./node_modules`] : []),
    ...(server === undefined ? [`COPY --from=release ${workdir} ./`] : server.parts.map(([from, to]) => copyLine([`${workdir}/${from}`], to).replace('COPY ', 'COPY --from=build '))),
    productionEnd(app, runtime(app)),
  ];
}

/** The last stages of the image of an app that is no package of a workspace. */
export function productionStages(app: AppBrief, folder: string, parts: ProductionParts): string {
  return (app.role === 'static' ? [staticStage(app, folder)] : serverStages(app, folder, parts)).join('\n');
}

/** The stage `production` of files for browsers. */
export function staticStage(app: AppBrief, folder: string): string {
  return filesProduction(app, folder, { stage: 'build', from: `${appFolder(app)}/${app.output ?? 'dist'}` });
}
