import dockerfileTemplate from '../../../templates/application/node/Dockerfile.ejs';
import healthcheckTemplate from '../../../templates/application/node/healthcheck.mjs.ejs';
import developmentEntrypoint from '../../../templates/application/node/entrypoint.development.sh.ejs';
import productionEntrypoint from '../../../templates/application/node/entrypoint.sh.ejs';
import workerDockerfile from '../../../templates/workers/node/Dockerfile.ejs';
import workerHealthcheck from '../../../templates/workers/node/healthcheck.sh.ejs';
import heartbeat from '../../../templates/workers/node/heartbeat.mjs.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfMajor } from '../../catalog/images.js';
import { dockerfileValue, execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import type { StackFile } from '../stack.js';
import { healthcheckPath, user, webHealthcheck, workdir } from './image.js';
import { installationOf } from './installation.js';

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

/** Shell form reads better; a line break in a word would end the instruction, so such a command gets the exec form. */
function runForm(argv: readonly string[]): string {
  return argv.some((word) => /[\r\n]/u.test(word)) ? execForm(argv) : argv.map(shellWord).join(' ');
}

export function nodeFiles(app: AppBrief, folder: string): readonly StackFile[] {
  const installation = installationOf(app);
  const manifests = manifestsOf(app).map(shellWord).join(' ');
  const healthcheck = webHealthcheck(app);
  const view = {
    image: imageOfMajor('node', app.version),
    app: app.name,
    installation,
    copyManifests: copyLines(app),
    manifests,
    droppedScripts: app.installScripts.map((script) => `scripts.${script}`).join(' '),
    scriptsAfterCopy: app.installScripts.filter(isUsefulAfterCopy),
    source: app.path,
    folder,
    build: app.commands.build === undefined ? null : runForm(app.commands.build),
    test: app.commands.test === undefined ? null : execForm(app.commands.test),
    start: execForm(app.commands.start),
    development: execForm(app.commands.development),
    port: app.port,
    user,
    workdir,
    health: execForm(healthcheck.test.slice(1)),
    healthcheck,
    healthcheckPath,
    title: dockerfileValue(app.name),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    { path: `${folder}/healthcheck.mjs`, content: renderTemplate(healthcheckTemplate, {}) },
    { path: `${folder}/entrypoint.sh`, content: renderTemplate(productionEntrypoint, {}), executable: true },
    { path: `${folder}/entrypoint.development.sh`, content: renderTemplate(developmentEntrypoint, { manifests, install: installation.lenient, workdir }), executable: true },
  ];
}

export function nodeWorkerFiles(): readonly StackFile[] {
  return [
    { path: 'docker/workers/Dockerfile', content: renderTemplate(workerDockerfile, {}) },
    { path: 'docker/workers/heartbeat.mjs', content: renderTemplate(heartbeat, {}) },
    { path: 'docker/workers/healthcheck.sh', content: renderTemplate(workerHealthcheck, {}), executable: true },
  ];
}
