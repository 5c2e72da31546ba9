import siteTemplate from '../../../templates/application/static/Dockerfile.ejs';
import generatedTemplate from '../../../templates/application/static/generated.Dockerfile.ejs';
import developmentProbe from '../../../templates/application/static/healthcheck.development.sh.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageReference } from '../../catalog/images.js';
import { joinPath } from '../../discovery/repository.js';
import { execForm } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, copySource, inContext, runForm, workerDockerfile } from '../dockerfile.js';
import { processProbe, processProbeFile } from '../probe.js';
import { filesConfiguration, filesImage, filesProbeFile, filesProduction, filesRoot, filesRuntime, filesServer } from '../static-files.js';
import type { ImageContext, Runtime, StackFile, WorkerRuntime } from '../stack.js';
import type { Framework } from './frameworks/framework.js';
import { findFramework } from './frameworks/registry.js';
import { webServerVersion } from './lines.js';

const source = '/src';

/** Lies beside the pages where the site is the whole repository, and is none of them. */
const besideThePages = [
  'docker docker-compose* Dockerfile* docs/docker-operations.md',
  'node_modules package.json package-lock.json yarn.lock pnpm-lock.yaml',
  'README* CHANGELOG* CONTRIBUTING* LICENSE* Makefile netlify.toml vercel.json',
];
/** The same for the server of development, which sees the whole folder: what would tell a visitor the most. */
const refusedInDevelopment = ['docker/', 'docker-compose', 'node_modules/', 'secrets/', 'package.json'];

const siteFolder = ({ path, output }: AppBrief): string => (output === undefined || output === '.' ? path : joinPath(path, output));

export function runtime(app: AppBrief): Runtime {
  const framework = findFramework(app.framework);
  if (framework === undefined) return app.role === 'worker' ? { ...filesRuntime(app, siteFolder(app)), healthcheck: processProbe } : filesRuntime(app, siteFolder(app));
  const files = filesRuntime(app, app.path);
  return { ...files, environment: { ...files.environment, development: framework.environment }, development: { source: app.path, target: source, volumes: [] } };
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 30 };
}

function pageFiles(app: AppBrief, folder: string): readonly StackFile[] {
  const isRoot = siteFolder(app) === '.';
  const view = {
    app: app.name,
    image: imageReference(filesImage),
    copy: isRoot ? 'COPY . .' : copyLine([`${siteFolder(app)}/`], './'),
    prune: isRoot ? besideThePages.join(' \\\n      ') : null,
    root: filesRoot,
    development: filesServer(app, folder),
    server: filesProduction(app, folder, { stage: 'build', from: '/site' }),
  };
  return [{ path: `${folder}/Dockerfile`, content: renderTemplate(siteTemplate, view) }, filesConfiguration(folder, app, isRoot ? { refused: refusedInDevelopment } : {}), filesProbeFile(folder)];
}

function generatedFiles(app: AppBrief, folder: string, framework: Framework): readonly StackFile[] {
  const version = app.version === webServerVersion ? framework.version : app.version;
  const requirements = app.installFiles[0] === undefined ? undefined : inContext(app, app.installFiles[0]);
  const view = {
    app: app.name,
    title: framework.title,
    base: framework.setup({ version, requirements }),
    source,
    copy: copySource(app),
    build: runForm(app.commands.build ?? framework.build),
    development: execForm(app.commands.development),
    folder,
    server: filesProduction(app, folder, { stage: 'build', from: `${source}/${app.output ?? framework.output}` }),
  };
  const probe = 'healthcheck.development.sh';
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(generatedTemplate, view) },
    filesConfiguration(folder, app),
    filesProbeFile(folder),
    framework.hasBash ? { path: `${folder}/${probe}`, content: renderTemplate(developmentProbe, {}), executable: true } : filesProbeFile(folder, probe, '/'),
  ];
}

export function staticFiles(app: AppBrief, { folder }: ImageContext): readonly StackFile[] {
  const framework = findFramework(app.framework);
  return framework === undefined ? pageFiles(app, folder) : generatedFiles(app, folder, framework);
}

export function staticWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a health check', [{ mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' }]), processProbeFile(folder)];
}
