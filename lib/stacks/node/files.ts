import dockerfileTemplate from '../../../templates/application/node/Dockerfile.ejs';
import healthcheckTemplate from '../../../templates/application/node/healthcheck.mjs.ejs';
import workerHealthcheck from '../../../templates/workers/node/healthcheck.sh.ejs';
import heartbeat from '../../../templates/workers/node/heartbeat.mjs.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion } from '../../catalog/images.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { productionEntrypointFile, productionTail, runForm, volumeEntrypointFile, workerDockerfile } from '../dockerfile.js';
import type { ImageContext, StackFile } from '../stack.js';
import { healthcheckPath, runtime, workdir } from './image.js';
import { installationOf } from './installation.js';
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
  if (isWorkspaceApp(app)) return [...workspaceFiles(app, context, probeCopies(app, folder)), ...probeFiles(app, folder), productionEntrypointFile(folder)];
  const installation = installationOf(app);
  const manifests = manifestsOf(app);
  const view = {
    image: imageOfVersion('node', app.version),
    app: app.name,
    installation,
    copyManifests: copyLines(app),
    manifests: manifests.map(shellWord).join(' '),
    droppedScripts: app.installScripts.map((script) => `scripts.${script}`).join(' '),
    scriptsAfterCopy: app.installScripts.filter(isUsefulAfterCopy),
    source: app.path,
    probe: probeCopies(app, folder),
    folder,
    build: app.commands.build === undefined ? null : runForm(app.commands.build),
    test: app.commands.test === undefined ? null : execForm(app.commands.test),
    development: execForm(app.commands.development),
    workdir,
    tail: productionTail(app, folder, runtime(app)),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    ...probeFiles(app, folder),
    productionEntrypointFile(folder),
    volumeEntrypointFile(folder, { workdir, dependencies: 'node_modules', manifests, install: installation.lenient }),
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
  const copies = role === 'worker' ? heartbeatCopies : [{ mode: '0644', file: 'healthcheck.mjs', target: healthcheckPath }];
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
