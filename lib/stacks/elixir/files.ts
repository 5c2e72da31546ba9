import dockerfileTemplate from '../../../templates/application/elixir/Dockerfile.ejs';
import migrateTemplate from '../../../templates/application/elixir/migrate.development.sh.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageReference } from '../../catalog/images.js';
import { folderOf } from '../../discovery/repository.js';
import { execForm } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, copySource, inContext, productionEntrypointFile, productionTail, runForm, volumeEntrypointFile, workerDockerfile } from '../dockerfile.js';
import { probeFile, probePath, processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { linkedApplications } from './data.js';
import { browserManifest } from './development.js';
import { compiled, releaseFolder, runtime, source, user } from './image.js';
import { otpOf } from './lines.js';

const workerProbe = { mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' } as const;
const migrateScript = 'migrate.development.sh';

/** `elixir:1.19-otp-28-slim`: each line runs on releases of Erlang of its own. */
function builderImage(version: string): string {
  return imageOfVersion('elixir', version).replace(/otp-\d+/u, `otp-${otpOf(version)}`);
}

/** What decides about dependencies, each into the folder that it comes from. */
function manifestCopies(app: AppBrief): readonly string[] {
  const root = ['mix.exs', ...(app.lockFile === undefined ? [] : [app.lockFile])];
  const inside = app.installFiles.filter((file) => !file.startsWith('assets/'));
  return [copyLine(root.map((file) => inContext(app, file)), './'), ...inside.map((file) => copyLine([inContext(app, file)], file.endsWith('/') ? `./${file}` : `./${folderOf(file)}/`))];
}

/** The release that the build leaves, as its command names it. */
function releaseOutput({ output, commands }: AppBrief): string {
  return output ?? `_build/prod/rel/${commands.build?.at(-1) ?? 'app'}`;
}

function browserSteps(app: AppBrief): readonly string[] {
  if (!app.installFiles.includes(browserManifest)) return [];
  const locked = app.installFiles.includes('assets/package-lock.json');
  return [`RUN --mount=type=cache,target=/root/.npm npm ${locked ? 'ci' : 'install'} --prefix assets`];
}

/** The migration of development: Mix's own, under the name that the release's command has in production. */
const migrationOf = (app: AppBrief): string | undefined => app.jobs.map(({ command }) => command[0] ?? '').find((program) => program.startsWith(`${releaseFolder}/`));

export function elixirFiles(app: AppBrief, { folder }: ImageContext): readonly StackFile[] {
  const isWorker = app.role === 'worker';
  const migration = migrationOf(app);
  const view = {
    app: app.name,
    image: builderImage(app.version),
    runtimeImage: imageReference('debian'),
    node: app.installFiles.includes(browserManifest) ? imageReference('node') : null,
    buildPackages: ['build-essential', 'ca-certificates', 'git', 'inotify-tools', ...app.systemPackages.build].join(' '),
    // the runtime of Erlang is part of the release and needs these (phx.gen.release)
    runtimePackages: ['ca-certificates', 'libncurses6', 'libstdc++6', 'openssl', ...app.systemPackages.runtime].join(' '),
    source,
    compiled,
    releaseFolder,
    manifests: manifestCopies(app),
    locked: app.lockFile === undefined ? '' : ' --check-locked',
    stamp: ['mix.exs', ...(app.lockFile === undefined ? [] : [app.lockFile])].join(' '),
    copy: copySource(app),
    browser: browserSteps(app),
    build: runForm(app.commands.build ?? ['mix', 'release']),
    output: releaseOutput(app),
    development: execForm(app.commands.development),
    test: execForm(app.commands.test ?? ['mix', 'test']),
    migration: migration === undefined ? null : `COPY --chmod=0755 ${folder}/${migrateScript} ${migration}`,
    user,
    // volumes lie in folders of applications, whose names have the version in them
    links: linkedApplications((app.data ?? []).map(({ path }) => path)).map((name) => `ln -s ${name}-* ${name}`).join(' && '),
    probe: isWorker ? `COPY --chmod=0755 ${folder}/${workerProbe.file} ${workerProbe.target}` : `COPY --chmod=0755 ${folder}/healthcheck.sh ${probePath}`,
    folder,
    tail: productionTail(app, folder, runtime(app)),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    isWorker ? processProbeFile(folder) : probeFile(folder),
    productionEntrypointFile(folder),
    volumeEntrypointFile(folder, { workdir: source, dependencies: 'deps', manifests: view.stamp.split(' '), install: 'mix deps.get' }),
    ...(migration === undefined ? [] : [{ path: `${folder}/${migrateScript}`, content: renderTemplate(migrateTemplate, {}), executable: true }]),
  ];
}

export function elixirWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a health check', [workerProbe]), processProbeFile(folder)];
}
