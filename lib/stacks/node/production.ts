import type { AppBrief } from '../../brief/brief.js';
import { commandOf } from '../../text/shell-words.js';
import { copyLine, productionTail } from '../dockerfile.js';
import { filesProduction } from '../static-files.js';
import { findFramework } from './framework.js';
import type { FrameworkServer } from './frameworks/framework.js';
import { appFolder, runtime, workdir } from './image.js';
import { pruneLines } from './prune.js';

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

/** Whether production holds the sources: not where Node.js starts what a compiler wrote and nothing runs TypeScript itself. */
function runsCompiled(app: AppBrief): boolean {
  if (app.language !== 'typescript' || app.commands.build === undefined) return false;
  const commands = [app.commands.start, ...app.workers.map(({ command }) => command), ...app.jobs.map(({ command }) => command)].map((argv) => commandOf(argv).words);
  return commands.every((words) => words[0] === 'node' && !words.some((word) => /\.[cm]?tsx?$|^(?:tsx|ts-node)/u.test(word)));
}

/** The stages from what is installed for production to the image that runs, where Node.js runs the app. */
function serverStages(app: AppBrief, folder: string, probe: readonly string[], install: string): readonly string[] {
  const server = builtServer(app);
  const needsPackages = installsPackages(app);
  const sources = runsCompiled(app) ? ['# what was compiled runs; its sources stay here', "RUN find . -type f \\( -name '*.ts' -o -name '*.tsx' -o -name '*.mts' -o -name '*.cts' -o -name '*.tsbuildinfo' \\) -delete"] : [];
  const release = ['# The source and what the build made of it, without installed packages.', 'FROM build AS release', 'RUN rm -rf node_modules docker', ...sources, ''];
  return [
    ...(needsPackages ? ['FROM manifests AS production-deps', install, ...pruneLines(app, folder, 'node_modules'), ''] : []),
    ...(server === undefined ? release : []),
    'FROM base AS production',
    'ENV NODE_ENV=production',
    ...(needsPackages ? [`COPY --from=production-deps ${workdir}/node_modules ./node_modules`] : []),
    ...(server === undefined ? [`COPY --from=release ${workdir} ./`] : server.parts.map(([from, to]) => copyLine([`${workdir}/${from}`], to).replace('COPY ', 'COPY --from=build '))),
    ...probe,
    productionTail(app, folder, runtime(app)),
  ];
}

/** The last stages of the image of an app that is no package of a workspace. `install` installs what production needs. */
export function productionStages(app: AppBrief, folder: string, probe: readonly string[], install: string): string {
  return (app.role === 'static' ? [staticStage(app, folder)] : serverStages(app, folder, probe, install)).join('\n');
}

/** The stage `production` of files for browsers. */
export function staticStage(app: AppBrief, folder: string): string {
  return filesProduction(app, folder, { stage: 'build', from: `${appFolder(app)}/${app.output ?? 'dist'}` });
}
