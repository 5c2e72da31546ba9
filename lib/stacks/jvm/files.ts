import { appPathOf } from '../../discovery/app-findings.js';
import dockerfileTemplate from '../../../templates/application/jvm/Dockerfile.ejs';
import watchTemplate from '../../../templates/application/jvm/watch.sh.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion } from '../../catalog/images.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, copySource, developmentEntrypointFile, inContext, productionEntrypointFile, productionTail, runForm, workerDockerfile } from '../dockerfile.js';
import { probeFile, processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { findFramework } from './app.js';
import { runtime, workdir } from './image.js';
import { releaseOf } from './release.js';
import { buildTool, toolFolder } from './tools.js';

const rootOf = ({ path, workspace }: AppBrief): { readonly path: string } => ({ path: workspace?.root ?? path });

/** One line for each folder that holds manifests; folders that are manifests as a whole keep their name. */
function manifestLines(app: AppBrief): readonly string[] {
  const root = rootOf(app);
  const folders = new Map<string, string[]>();
  for (const file of [...app.installFiles].filter((each) => !each.endsWith('/'))) {
    const folder = appPathOf(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [
    ...[...folders].map(([folder, files]) => copyLine(files.map((file) => inContext(root, file)), folder === '.' ? './' : `./${folder}/`)),
    ...app.installFiles.filter((file) => file.endsWith('/')).map((file) => copyLine([inContext(root, file)], `./${file}`)),
  ];
}

function packageLines(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  return [`RUN apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')} && rm -rf /var/lib/apt/lists/*`];
}

const probeCopy = ({ role }: AppBrief, folder: string): readonly string[] => [`COPY --chmod=0755 ${folder}/healthcheck.sh /usr/local/bin/${role === 'worker' ? 'worker-healthcheck' : 'healthcheck'}`];

function secretsOf({ buildSecrets }: AppBrief): { readonly mounts: string; readonly settings: string } {
  return {
    mounts: buildSecrets.map((name) => ` --mount=type=secret,id=${name.toLowerCase()}`).join(''),
    settings: buildSecrets.map((name) => `${name}="$(cat /run/secrets/${name.toLowerCase()})" `).join(''),
  };
}

/** The manifests that decide about dependencies, as words of a shell, in the working directory. */
function checkedManifests(app: AppBrief): readonly string[] {
  return app.installFiles.filter((file) => /(?:pom\.xml|\.gradle|\.gradle\.kts|build\.sbt|gradle\.lockfile)$/u.test(file));
}

function view(app: AppBrief, folder: string): object {
  const tool = buildTool(app);
  const release = releaseOf(app);
  const secrets = secretsOf(app);
  const reloads = findFramework(app.framework)?.reloads === true;
  const needs = runtime(app);
  const { build, test, development } = app.commands;
  return {
    app: app.name,
    tool,
    workdir,
    toolFolder,
    folder,
    systemPackages: packageLines(app.systemPackages.build),
    runtimePackages: packageLines(app.systemPackages.runtime),
    copyManifests: [...manifestLines(app), ...(tool.script === null ? [] : [`COPY ${folder}/${tool.script.file} ${tool.script.target}`])],
    manifests: checkedManifests(app).map(shellWord).join(' '),
    cacheId: `${app.name}-${app.packageManager.name}`,
    secretMounts: secrets.mounts,
    buildMounts: secrets.mounts === '' ? '' : `${secrets.mounts.trim()} `,
    secretSettings: secrets.settings,
    fetch: runForm(tool.fetch),
    fetchTests: tool.fetchTests === null || test === undefined ? null : runForm(tool.fetchTests),
    copySource: copySource(rootOf(app)),
    build: build === undefined ? 'true' : runForm(build),
    collect: release.collect.join(' && \\\n    '),
    copyRelease: release.parts.map(([from, to]) => `COPY --from=build ${from} ${to}`),
    development: execForm(development),
    developmentEntrypoint: execForm(['entrypoint.development.sh', ...(reloads ? [] : ['watch-source'])]),
    test: execForm(test ?? ['true']),
    runtimeImage: imageOfVersion('temurin-jre', app.version),
    production: Object.entries(needs.environment.production).map(([name, value]) => `${name}="${value}"`).join(' \\\n    '),
    probe: probeCopy(app, folder),
    tail: productionTail(app, folder, needs),
  };
}

export function jvmFiles(app: AppBrief, { folder }: ImageContext): readonly StackFile[] {
  const { script } = buildTool(app);
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view(app, folder)) },
    app.role === 'worker' ? processProbeFile(folder) : probeFile(folder),
    productionEntrypointFile(folder),
    developmentEntrypointFile(folder, { workdir, writable: [toolFolder], manifests: checkedManifests(app) }),
    { path: `${folder}/watch.sh`, content: renderTemplate(watchTemplate, {}), executable: true },
    ...(script === null ? [] : [{ path: `${folder}/${script.file}`, content: renderTemplate(script.content, {}) }]),
  ];
}

export function jvmWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a health check for processes', [{ mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' }]), processProbeFile(folder)];
}
