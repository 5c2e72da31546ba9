import dockerfileTemplate from '../../../templates/application/crystal/Dockerfile.ejs';
import watchTemplate from '../../../templates/application/crystal/watch-source.sh.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageReference } from '../../catalog/images.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, copySource, inContext, productionEntrypointFile, productionTail, runForm, volumeEntrypointFile, workerDockerfile } from '../dockerfile.js';
import { probeFile, probePath, processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { releaseFolder, runtime, source } from './image.js';
import { lines } from './lines.js';

const workerProbe = { mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' } as const;
/** What programs of Crystal link against, by its Debian names (crystal-lang/distribution-scripts). */
const linked = ['ca-certificates', 'libevent-2.1-7t64', 'libgmp10', 'libpcre2-8-0', 'libssl3t64', 'libxml2', 'libyaml-0-2', 'tzdata', 'zlib1g'];

/** The line that is known best has an exact tag. */
const builderImage = (version: string): string => (version === lines[0].version ? imageReference('crystal') : imageOfVersion('crystal', version));

/** Programs that the build leaves: the server's, and those that jobs run. */
function programsOf({ output = 'bin/app', jobs }: AppBrief): readonly string[] {
  const ofJobs = jobs.flatMap(({ command }) => (command[0]?.startsWith(`${releaseFolder}/`) === true ? [`bin/${command[0].slice(releaseFolder.length + 1)}`] : []));
  return [...new Set([output, ...ofJobs])];
}

export function crystalFiles(app: AppBrief, { folder }: ImageContext): readonly StackFile[] {
  const manifests = ['shard.yml', ...(app.lockFile === undefined ? [] : [app.lockFile])];
  const isWorker = app.role === 'worker';
  const view = {
    app: app.name,
    image: builderImage(app.version),
    runtimeImage: imageReference('debian'),
    source,
    releaseFolder,
    buildPackages: app.systemPackages.build.join(' '),
    runtimePackages: [...linked, ...app.systemPackages.runtime].join(' '),
    manifests: copyLine(manifests.map((file) => inContext(app, file)), './'),
    stamp: manifests.join(' '),
    production: app.lockFile === undefined ? '' : ' --production',
    copy: copySource(app),
    build: runForm(app.commands.build ?? ['shards', 'build', '--release']),
    programs: programsOf(app).map(shellWord).join(' '),
    development: execForm(app.commands.development),
    test: execForm(app.commands.test ?? ['crystal', 'spec']),
    folder,
    probe: isWorker ? `COPY --chmod=0755 ${folder}/${workerProbe.file} ${workerProbe.target}` : `COPY --chmod=0755 ${folder}/healthcheck.sh ${probePath}`,
    tail: productionTail(app, folder, runtime(app)),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    isWorker ? processProbeFile(folder) : probeFile(folder),
    productionEntrypointFile(folder),
    volumeEntrypointFile(folder, { workdir: source, dependencies: 'lib', manifests, install: 'shards install' }),
    { path: `${folder}/watch-source.sh`, content: renderTemplate(watchTemplate, {}), executable: true },
  ];
}

export function crystalWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a health check', [workerProbe]), processProbeFile(folder)];
}
