import dockerfileTemplate from '../../../templates/application/python/Dockerfile.ejs';
import readerTemplate from '../../../templates/application/python/requirements.py.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageReference } from '../../catalog/images.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { pinnedServers } from './commands.js';
import { copyLine, copySource, developmentEntrypointFile, productionEntrypointFile, productionTail, runForm, workerDockerfile } from '../dockerfile.js';
import { processProbeFile, probeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { runtime, workdir } from './image.js';
import { installationOf } from './install.js';

/** Files that decide what is installed, relative to the app. The lock file of a workspace lies elsewhere. */
function manifestsOf({ installFiles, lockFile, workspace }: AppBrief): readonly string[] {
  return [...new Set([...installFiles, ...(lockFile === undefined || workspace !== undefined ? [] : [lockFile])])];
}

/** Copies manifests to where they are in the project, so that their includes find one another. */
function copyManifests(app: AppBrief): readonly string[] {
  const from = (file: string): string => (app.path === '.' ? file : `${app.path}/${file}`);
  const manifests = manifestsOf(app);
  const folders = [...new Set(manifests.map((file) => file.slice(0, file.lastIndexOf('/') + 1)))];
  return folders.map((folder) => copyLine(manifests.filter((file) => file.slice(0, file.lastIndexOf('/') + 1) === folder).map(from), `./${folder}`));
}

/** In a workspace of uv the lock file is above: it is laid out as the repository is, and installation runs in the app's folder. */
function workspaceCopies(app: AppBrief): readonly string[] {
  const root = app.workspace?.root;
  if (root === undefined) return copyManifests(app);
  const above = root === '.' ? '' : `${root}/`;
  const inside = app.path.slice(above.length);
  return [copyLine([`${above}pyproject.toml`, `${above}uv.lock`], '/opt/workspace/'), copyLine([`${app.path}/pyproject.toml`], `/opt/workspace/${inside}/`)];
}

/** Packages of the index and of private ones are fetched with credentials that only this command sees. */
function secretMounts(secrets: readonly string[]): { readonly mounts: string; readonly settings: string } {
  return {
    mounts: secrets.map((name) => `--mount=type=secret,id=${name.toLowerCase()} `).join(''),
    settings: secrets.map((name) => `${name}="$(cat /run/secrets/${name.toLowerCase()})" `).join(''),
  };
}

/** Values that settings ask for and that files for browsers do not depend on. Never those of any environment. */
function buildLine(app: AppBrief): string | null {
  const { build } = app.commands;
  if (build === undefined) return null;
  if (!build.includes('collectstatic')) return runForm(build);
  const secrets = app.reads.filter((name) => name.endsWith('SECRET_KEY')).map((name) => `${name}=build`);
  const database = app.reads.includes('DATABASE_URL') ? ['DATABASE_URL=sqlite:///tmp/build.sqlite3'] : [];
  return `${[...new Set([...secrets, ...database])].map((each) => `${each} `).join('')}${runForm(build)} || echo 'collectstatic failed: static files are not in the image' >&2`;
}

/** The server of production, where no dependency brings it. */
function serverOf(app: AppBrief): { readonly name: string; readonly requirement: string } | null {
  const name = app.commands.start[0] ?? '';
  return Object.hasOwn(pinnedServers, name) ? { name, requirement: pinnedServers[name]! } : null;
}

/** Where a package of the source is imported from. */
const pythonPath = (app: AppBrief): string => (app.workspace === undefined ? workdir : `${workdir}:${workdir}/src`);

function aptLine(packages: readonly string[]): string | null {
  return packages.length === 0 ? null : packages.map(shellWord).join(' ');
}

function installLine(app: AppBrief, command: string): string {
  const { settings } = secretMounts(app.buildSecrets);
  const root = app.workspace?.root;
  const inside = root === undefined ? '' : `cd /opt/workspace/${root === '.' ? app.path : app.path.slice(root.length + 1)} && `;
  // `&&` ends the reach of a setting, so it stands before each command that may need it
  return `${inside}${command.split(' && ').map((part) => `${settings}${part}`).join(' && ')}`;
}

function dockerfile(app: AppBrief, { folder, assets }: ImageContext): string {
  const installation = installationOf(app);
  const build = buildLine(app);
  const isConda = app.packageManager.name === 'conda';
  const environmentFile = app.installFiles.find((file) => file.startsWith('environment.y')) ?? 'environment.yml';
  const create = `micromamba create --yes --prefix /opt/venv --file ${environmentFile}`;
  const manifests = app.workspace === undefined ? manifestsOf(app).map(shellWord) : ['/opt/workspace/uv.lock'];
  return renderTemplate(dockerfileTemplate, {
    image: imageOfVersion('python', app.version),
    stages: [...(isConda ? [`FROM ${imageReference('micromamba')} AS micromamba`] : []), ...(assets === null ? [] : [assets.trimEnd()])].map((stage) => `${stage}\n\n`).join(''),
    conda: isConda,
    app: app.name,
    folder, workdir,
    environment: installation.environment.map(([name, value]) => ` \\\n    ${name}=${value}`).join(''),
    pythonPath: pythonPath(app),
    runtimePackages: aptLine(app.systemPackages.runtime),
    buildPackages: aptLine(app.systemPackages.build),
    setup: isConda ? null : installation.setup,
    reader: installation.reader && !isConda,
    copyManifests: workspaceCopies(app),
    manifests: manifests.join(' '),
    mounts: secretMounts(app.buildSecrets).mounts,
    cache: isConda ? '/opt/mamba/pkgs' : installation.cache,
    production: installLine(app, isConda ? create : installation.production),
    development: installLine(app, isConda ? create : installation.development),
    server: isConda ? null : serverOf(app),
    copySource: copySource(app),
    buildLines: [...(assets === null ? [] : [`COPY --from=assets ${workdir}/ ./`, 'RUN rm -rf node_modules']), ...(build === null ? [] : [`RUN ${build}`]), ''].join('\n'),
    test: execForm(app.commands.test ?? ['python', '-m', 'unittest']),
    start: execForm(app.commands.development),
    probe: `COPY --chmod=0755 ${folder}/healthcheck.sh /usr/local/bin/${app.role === 'worker' ? 'worker-' : ''}healthcheck`,
    tail: productionTail(app, folder, runtime(app)),
  });
}

/** The Dockerfile and its scripts. */
export function pythonFiles(app: AppBrief, context: ImageContext): readonly StackFile[] {
  const { folder } = context;
  const isReader = installationOf(app).reader && app.packageManager.name !== 'conda';
  return [
    { path: `${folder}/Dockerfile`, content: dockerfile(app, context) },
    app.role === 'worker' ? processProbeFile(folder) : probeFile(folder),
    ...(isReader ? [{ path: `${folder}/requirements.py`, content: renderTemplate(readerTemplate, {}) }] : []),
    productionEntrypointFile(folder),
    developmentEntrypointFile(folder, { workdir, writable: [], manifests: app.workspace === undefined ? manifestsOf(app) : [] }),
  ];
}

export function pythonWorkerFiles(folder: string): readonly StackFile[] {
  return [
    workerDockerfile(folder, 'a health check', [{ mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' }]),
    processProbeFile(folder),
  ];
}

/** What the build reads of the repository. */
export function buildContext({ path, workspace }: AppBrief): readonly string[] {
  if (workspace === undefined) return [path];
  const above = workspace.root === '.' ? '' : `${workspace.root}/`;
  return [...new Set([path, `${above}pyproject.toml`, `${above}uv.lock`])];
}
