import dockerfileTemplate from '../../../templates/application/deno/Dockerfile.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion } from '../../catalog/images.js';
import { execForm } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, copySource, developmentEntrypointFile, inContext, productionEntrypointFile, productionTail, runForm, workerDockerfile } from '../dockerfile.js';
import { probeFile, probePath, processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { entryOf } from './commands.js';
import { cache, root, runtime, workdirOf } from './image.js';
import { releaseOf } from './lines.js';

const workerProbe = { mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' } as const;

/** Sources whose imports are downloaded into the image: the server's and those of its workers. */
function entries({ commands, workers, jobs }: AppBrief): readonly string[] {
  const all = [commands.start, ...workers.map(({ command }) => command), ...jobs.map(({ command }) => command)];
  return [...new Set(all.flatMap((argv) => (argv[0] === 'deno' ? (entryOf(argv) ?? []) : [])))];
}

/** Copies the manifests of an app, or the whole workspace, whose members resolve one another. */
function manifestCopies(app: AppBrief): readonly string[] {
  if (app.workspace !== undefined) return [];
  const files = [...new Set([...(app.installFiles.length === 0 ? ['deno.json'] : app.installFiles), ...(app.lockFile === undefined ? [] : [app.lockFile])])];
  return [copyLine(files.map((file) => inContext(app, file)), './')];
}

export function denoFiles(app: AppBrief, { folder }: ImageContext): readonly StackFile[] {
  const isWorker = app.role === 'worker';
  const copies = manifestCopies(app);
  const view = {
    app: app.name,
    image: imageOfVersion('deno', releaseOf(app.version)),
    root,
    workdir: workdirOf(app),
    cache,
    manifests: copies,
    frozen: app.lockFile === undefined ? '' : ' --frozen',
    source: app.workspace === undefined ? copySource(app) : `COPY . ${root}/`,
    entries: entries(app),
    build: app.commands.build === undefined ? null : runForm(app.commands.build),
    development: execForm(app.commands.development),
    test: execForm(app.commands.test ?? ['deno', 'test', '--allow-all']),
    folder,
    probe: isWorker ? `COPY --chmod=0755 ${folder}/${workerProbe.file} ${workerProbe.target}` : `COPY --chmod=0755 ${folder}/healthcheck.sh ${probePath}`,
    tail: productionTail(app, folder, runtime(app)),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    isWorker ? processProbeFile(folder) : probeFile(folder),
    productionEntrypointFile(folder),
    developmentEntrypointFile(folder, { workdir: workdirOf(app), writable: [cache], manifests: [] }),
  ];
}

export function denoWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a health check', [workerProbe]), processProbeFile(folder)];
}
