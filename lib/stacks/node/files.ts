import dockerfileTemplate from '../../../templates/application/node/Dockerfile.ejs';
import developmentProbe from '../../../templates/application/node/healthcheck.development.sh.ejs';
import healthcheckTemplate from '../../../templates/application/node/healthcheck.mjs.ejs';
import workerHealthcheck from '../../../templates/workers/node/healthcheck.sh.ejs';
import heartbeat from '../../../templates/workers/node/heartbeat.mjs.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { productionEntrypointFile, runForm, volumeEntrypointFile, workerDockerfile } from '../dockerfile.js';
import { filesConfiguration, filesProbeFile } from '../static-files.js';
import type { ImageContext, StackFile } from '../stack.js';
import { browserLines } from '../browsers.js';
import { buildRun } from './build-run.js';
import { imageOf, runsOnBun, withoutScripts } from './bun.js';
import { findFramework } from './framework.js';
import { healthcheckPath, workdir } from './image.js';
import { installationOf, setupLines } from './installation.js';
import type { InstallationView } from './installation.js';
import { clientLines, hasClient } from './prisma.js';
import { buildSettings, expectedFolders, installsPackages, productionStages, staticStage } from './production.js';
import { pruneFile } from './prune.js';
import { browsersOf, buildTools, developmentLines, runtimeLines } from './system-packages.js';
import { workspaceFiles } from './workspace-files.js';
import { isWorkspaceApp } from './workspace-paths.js';

/** The files that decide what is installed, relative to the app's folder. */
function manifestsOf({ lockFile }: AppBrief): readonly string[] {
  return ['package.json', ...(lockFile === undefined ? [] : [lockFile])];
}

/** Scripts of the project that run at installation and still matter once the sources are there. */
function isUsefulAfterCopy(script: string): boolean {
  return script !== 'prepare' && script !== 'preinstall';
}

/** Copies files and folders in the order of the list; a folder keeps its name. */
function copyLines(app: AppBrief): readonly string[] {
  const from = (file: string): string => (app.path === '.' ? file : `${app.path}/${file}`);
  const files = [...manifestsOf(app), ...app.installFiles.filter((file) => !file.endsWith('/'))];
  const folders = app.installFiles.filter((file) => file.endsWith('/'));
  return [
    `COPY ${execForm([...files.filter((file) => !file.includes('/')).map(from), './'])}`,
    ...[...files.filter((file) => file.includes('/')), ...folders].map((file) => `COPY ${execForm([from(file), `./${file}`])}`),
  ];
}

/** The Dockerfile and its scripts. A worker has a heartbeat instead of a port that could be asked. */
export function nodeFiles(app: AppBrief, context: ImageContext): readonly StackFile[] {
  const { folder } = context;
  const isStatic = app.role === 'static';
  const shared = [...probeFiles(app, folder), ...(installsPackages(app) ? [pruneFile(folder)] : []), ...(isStatic ? staticFiles(app, folder) : [productionEntrypointFile(folder)])];
  if (isWorkspaceApp(app)) return [...workspaceFiles(app, context, probeCopies(app, folder), isStatic ? staticStage(app, folder) : undefined), ...shared];
  const installation = installationOf(app);
  const manifests = manifestsOf(app);
  const builds = buildLines(app, context.project, installation);
  const view = {
    image: imageOf(app),
    app: app.name,
    setup: [...runtimeLines(app.systemPackages), ...setupLines(runsOnBun(app) ? { ...installation, setup: null } : installation)],
    tools: buildTools(app.systemPackages),
    developmentTools: ['', ...developmentLines(app.systemPackages)].join('\n'),
    installation,
    copyManifests: copyLines(app),
    stamp: `sha256sum ${manifests.map(shellWord).join(' ')} > /opt/dependencies.sha256 && `,
    dropScripts: withoutScripts(app),
    source: app.path,
    probe: [...browserLines(app.systemPackages), ...probeCopies(app, folder)],
    browsers: browsersOf(app.systemPackages, workdir),
    browsersOfTests: ['', ...browserLines(app.systemPackages)].join('\n'),
    folder,
    builds,
    test: execForm(app.commands.test ?? (runsOnBun(app) ? ['bun', 'test'] : ['node', '--test'])),
    lenient: hasClient(app) ? `${installation.lenient} && prisma generate` : installation.lenient,
    development: execForm(app.commands.development),
    workdir,
    production: productionStages(app, folder, {
      probe: [...browserLines(app.systemPackages), ...probeCopies(app, folder)],
      install: [`RUN ${installation.mounts} mkdir -p node_modules && ${installation.production}`, ...clientLines(app, workdir)],
      builds: builds.some((line) => line.startsWith('RUN')),
    }),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    ...shared,
    volumeEntrypointFile(folder, { workdir, dependencies: 'node_modules', manifests, install: hasClient(app) ? `${installation.refresh}\n    as_owner prisma generate` : installation.refresh }),
  ];
}

/** What runs once the source is there: scripts of the installation that need it, then the build. */
function buildLines(app: AppBrief, project: string | undefined, { run }: InstallationView): readonly string[] {
  const scripts = app.installScripts.filter(isUsefulAfterCopy).map((script) => `RUN ${run} ${script}`);
  const { build } = app.commands;
  return [...buildSettings(app), ...scripts, ...(build === undefined ? [] : [buildRun(app, project, runForm(build), expectedFolders(app))])];
}

/** The server of files for browsers, and its probe; in development the probe asks the framework's server. */
function staticFiles(app: AppBrief, folder: string): readonly StackFile[] {
  const { fallback } = findFramework(app.framework)?.build?.files ?? { fallback: true };
  return [
    filesConfiguration(folder, app, fallback ? { fallback: '/index.html', immutable: ['/assets/'] } : {}),
    filesProbeFile(folder),
    { path: `${folder}/healthcheck.development.sh`, content: renderTemplate(developmentProbe, { healthcheckPath }), executable: true },
  ];
}

/** The files of the health check. */
function probeFiles({ role }: AppBrief, folder: string): readonly StackFile[] {
  return role === 'worker' ? heartbeatFiles(folder) : [{ path: `${folder}/healthcheck.mjs`, content: renderTemplate(healthcheckTemplate, {}) }];
}

const heartbeatCopies = [
  { mode: '0644', file: 'heartbeat.mjs', target: '/usr/local/lib/heartbeat.mjs' },
  { mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' },
] as const;

/** What the probe of the app needs in its image. */
function probeCopies({ role }: AppBrief, folder: string): readonly string[] {
  const script = { mode: '0644', file: 'healthcheck.mjs', target: healthcheckPath };
  const development = { mode: '0755', file: 'healthcheck.development.sh', target: '/usr/local/bin/healthcheck' };
  const copies = role === 'worker' ? heartbeatCopies : role === 'static' ? [script, development] : [script];
  return copies.map(({ mode, file, target }) => `COPY --chmod=${mode} ${folder}/${file} ${target}`);
}

function heartbeatFiles(folder: string): readonly StackFile[] {
  return [
    { path: `${folder}/heartbeat.mjs`, content: renderTemplate(heartbeat, {}) },
    { path: `${folder}/healthcheck.sh`, content: renderTemplate(workerHealthcheck, {}), executable: true },
  ];
}

export function nodeWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a heartbeat for the health check', heartbeatCopies), ...heartbeatFiles(folder)];
}
