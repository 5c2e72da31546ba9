import dockerfileTemplate from '../../../templates/application/node/Dockerfile.workspace.ejs';
import entrypointTemplate from '../../../templates/application/node/entrypoint.workspace.sh.ejs';
import { imageOfVersion } from '../../catalog/images.js';
import { joinPath } from '../../discovery/repository.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, entrypointCopy, productionEnd, runForm } from '../dockerfile.js';
import type { ImageContext, StackFile } from '../stack.js';
import { browserLines } from '../browsers.js';
import { buildRun } from './build-run.js';
import { runtime } from './image.js';
import { clientLines, generateCommand, hasClient } from './prisma.js';
import { buildSettings, releaseStage } from './production.js';
import { pruneCommand, pruneCopy } from './prune.js';
import { installationOf, setupLines } from './installation.js';
import { browsersOf, buildTools, developmentLines, runtimeLines } from './system-packages.js';
import { belowRoot, inImage, isPackage, membersOf, runFolder, workdir } from './workspace-paths.js';
import type { WorkspaceApp } from './workspace-paths.js';

/** Files at the root that decide what is installed; folders end with a slash. */
function rootFiles({ lockFile, installFiles }: WorkspaceApp): readonly string[] {
  return ['package.json', ...(lockFile === undefined ? [] : [lockFile]), ...installFiles];
}

/** The manifests that make development's image old when they change. */
function decisive(app: WorkspaceApp): readonly string[] {
  const { lockFile, workspace } = app;
  const members = membersOf(app).filter((each) => each !== workspace.root).map((folder) => joinPath(belowRoot(workspace, folder), 'package.json'));
  return ['package.json', ...(lockFile === undefined ? [] : [lockFile]), ...members];
}

/** Copies the root's files and the manifests of packages, and takes scripts out that need the source. */
function manifestLines(app: WorkspaceApp, folders: readonly string[]): readonly string[] {
  const { workspace, installScripts } = app;
  const packages = folders.filter((folder) => folder !== workspace.root);
  const files = rootFiles(app);
  const top = files.filter((file) => !file.includes('/'));
  const scripts = installScripts.map((script) => `scripts.${script}`).join(' ');
  const all = ['.', ...packages.map((folder) => belowRoot(workspace, folder))].map(shellWord).join(' ');
  return [
    copyLine(top.map((file) => joinPath(workspace.root, file)), './'),
    ...files.filter((file) => file.includes('/')).map((file) => copyLine([joinPath(workspace.root, file.replace(/\/$/u, ''))], `./${file}`)),
    ...packages.map((folder) => copyLine([`${folder}/package.json`], `./${belowRoot(workspace, folder)}/`)),
    ...(scripts === '' ? [] : ['# these scripts of the project need its source, which is not here yet', `RUN for folder in ${all}; do (cd "$folder" && npm pkg delete ${scripts}); done`]),
  ];
}

/** Copies what builds read at the root, and each package. */
function sourceLines(app: WorkspaceApp): readonly string[] {
  const { workspace, path } = app;
  // an app without a manifest may be built from anything below the root
  if (path === workspace.root || !isPackage(app)) return [workspace.root === '.' ? 'COPY . .' : copyLine([workspace.root], './')];
  const files = ['package.json', ...workspace.files].map((file) => joinPath(workspace.root, file));
  return [copyLine(files, './'), ...workspace.packages.map((folder) => copyLine([folder], `./${belowRoot(workspace, folder)}/`))];
}

const within = (folder: string, command: string): string => (folder === '.' ? command : `cd ${shellWord(folder)} && ${command}`);

/** Scripts that run at installation, then the packages that the app needs, then the app. */
function buildLines(app: WorkspaceApp, project: string | undefined): readonly string[] {
  const { workspace, installScripts, commands } = app;
  const below = (folder: string): string => belowRoot(workspace, folder);
  const useful = installScripts.filter((script) => script === 'install' || script === 'postinstall');
  const owners = [...new Set([workspace.root, ...workspace.packages])];
  const scripts = useful.flatMap((script) => owners.map((folder) => within(below(folder), `npm run --if-present ${script}`)));
  const byTool = commands.build?.[0] === 'turbo';
  const before = byTool ? [] : workspace.builds.map(({ folder, command }) => within(below(folder), runForm(command)));
  const build = commands.build === undefined ? [] : [buildRun(app, project, within(below(runFolder(app)), runForm(commands.build)))];
  return [...[...scripts, ...before].map((line) => `RUN ${line}`), ...build];
}

/** The entrypoint of development for all apps of the workspace. */
function entrypointFile(app: WorkspaceApp, folder: string): StackFile {
  const { workspace } = app;
  // the volumes are shared: an app without a schema may have filled them, and whose client it is nobody knows but the app
  const client = hasClient(app) ? [{ folder: runFolder(app), command: generateCommand(app, isPackage(app)) }] : [];
  const view = {
    workdir,
    appFolder: shellWord(inImage(workspace, runFolder(app))),
    manifests: decisive(app).map(shellWord).join(' '),
    folders: membersOf(app).map((each) => shellWord(joinPath(belowRoot(workspace, each), 'node_modules'))).join(' '),
    builds: [...workspace.builds, ...client].map((each) => [belowRoot(workspace, each.folder), ...each.command].map(shellWord).join(' ')),
  };
  return { path: `${folder}/entrypoint.development.sh`, content: renderTemplate(entrypointTemplate, view), executable: true };
}

/** The stage `production` where Node.js itself runs the app, with the dependencies of production and what the builds left. */
function servingStage(app: WorkspaceApp, folder: string, probe: readonly string[]): string {
  const client = clientLines(app, workdir);
  return [
    ...(client.length === 0 ? [] : ['FROM production-deps AS generated-deps', ...client, '']),
    'FROM base AS production',
    'ENV NODE_ENV=production',
    ...browserLines(app.systemPackages),
    ...probe,
    entrypointCopy(folder),
    `COPY --from=${client.length === 0 ? 'production-deps' : 'generated-deps'} ${workdir} ./`,
    ...(isPackage(app) || app.output === undefined ? [`COPY --from=release ${workdir} ./`] : [app.output, ...(app.runtimeFiles ?? [])].map((file) => copyLine([`${workdir}/${file}`], `./${file}`).replace('COPY ', 'COPY --from=build '))),
    `WORKDIR ${inImage(app.workspace, runFolder(app))}`,
    productionEnd(app, runtime(app)),
  ].join('\n');
}

/**
 * The image of an app of a workspace: `probe` are the lines that bring the files of its health check. Files for browsers have a stage
 * `production` of their own, which takes what the stage `build` left in the app's folder.
 */
export function workspaceFiles(app: WorkspaceApp, { folder, project }: ImageContext, probe: readonly string[], production = servingStage(app, folder, probe)): readonly StackFile[] {
  const { workspace } = app;
  const installation = installationOf(app);
  const appFolder = inImage(workspace, runFolder(app));
  const below = (each: string): string => belowRoot(workspace, each);
  const onlyForBuild = installation.needsAll ? [] : workspace.packages.filter((each) => each !== workspace.root && !workspace.runtime.includes(each));
  const builds = [...buildSettings(app), ...buildLines(app, project)];
  const view = {
    app: app.name,
    image: imageOfVersion('node', app.version),
    setup: [...runtimeLines(app.systemPackages), ...setupLines(installation)],
    tools: buildTools(app.systemPackages),
    developmentTools: ['', ...developmentLines(app.systemPackages)].join('\n'),
    workdir,
    appFolder,
    folder,
    path: [...new Set([appFolder, workdir])].map((each) => `${each}/node_modules/.bin`).join(':'),
    mounts: installation.mounts,
    manifests: manifestLines(app, workspace.packages),
    members: [
      ...manifestLines({ ...app, installScripts: [] }, workspace.members),
      `RUN sha256sum ${decisive(app).map(shellWord).join(' ')} > /opt/dependencies.sha256`,
      ...manifestLines(app, workspace.members).filter((line) => line.startsWith('#') || line.startsWith('RUN')),
    ],
    locked: installation.partial ?? installation.locked,
    lenient: installation.partial ?? installation.lenient,
    pruning: app.role === 'static' ? [] : pruneCopy(folder),
    production: [
      // packages that only the build uses
      ...(onlyForBuild.length === 0 ? [] : [`rm -rf ${onlyForBuild.map((each) => shellWord(below(each))).join(' ')}`]),
      installation.production,
      ...(app.role === 'static' ? [] : [pruneCommand(app)]),
    ].join(' && \\\n    '),
    sources: sourceLines(app),
    builds,
    release: releaseStage(app, { builds: builds.some((line) => line.startsWith('RUN')), sources: sourceLines(app), packages: 'node_modules' }),
    probe: [...browserLines(app.systemPackages), ...probe],
    browsers: browsersOf(app.systemPackages, appFolder),
    browsersOfTests: ['', ...browserLines(app.systemPackages)].join('\n'),
    development: execForm(app.commands.development),
    test: execForm(app.commands.test ?? ['node', '--test']),
    servingStage: production,
  };
  return [{ path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) }, entrypointFile(app, folder)];
}

/** What the build of the image reads: files of the root, the packages of the app, and the manifests of those that development installs. */
export function workspaceContext(app: WorkspaceApp): readonly string[] {
  const { workspace, path } = app;
  if (path === workspace.root || !isPackage(app)) return [workspace.root];
  const members = workspace.members.filter((each) => each !== workspace.root && !workspace.packages.includes(each)).map((each) => `${each}/package.json`);
  return [...[...rootFiles(app), ...workspace.files].map((file) => joinPath(workspace.root, file.replace(/\/$/u, ''))), ...workspace.packages, ...members];
}
