import dockerfileTemplate from '../../../templates/application/python/Dockerfile.ejs';
import readerTemplate from '../../../templates/application/python/requirements.py.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageReference } from '../../catalog/images.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { pinnedServers } from './commands.js';
import { joinPath } from '../../discovery/repository.js';
import { browserLines, browserSettings, browserStage } from '../browsers.js';
import { fromApp, rootOf } from '../compiled.js';
import { copyLine, copySource, developmentEntrypointFile, productionEntrypointFile, productionTail, reloader, reloadFile, runForm, workerDockerfile } from '../dockerfile.js';
import { processProbeFile, probeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { isPipSettings } from './indexes.js';
import { home, runtime, workdirOf } from './image.js';
import { installationOf } from './install.js';

const pipCache = '/root/.cache/pip';

/** What installation reads, relative to the folder that the image is laid out from. Folders end with a slash. */
function installedOf({ installFiles, lockFile }: AppBrief): readonly string[] {
  return [...new Set([...installFiles, ...(lockFile === undefined ? [] : [lockFile])])];
}

/** Files that decide about dependencies, as they are seen from the app's folder. */
const manifestsOf = (app: AppBrief): readonly string[] => installedOf(app).filter((file) => !file.endsWith('/') && !isPipSettings(file)).map((file) => fromApp(app, file));

/** What is copied of it: files of a copied folder come with it. */
function copiedOf(app: AppBrief): readonly string[] {
  const all = installedOf(app);
  const isInside = (file: string): boolean => all.some((folder) => folder !== file && folder.endsWith('/') && (folder === './' || file.startsWith(folder)));
  return all.filter((file) => !isInside(file));
}

/** Selenium takes the driver from a variable and then looks for none itself (selenium webdriver/chrome/service.py); the driver finds Chromium by its name. */
const browserVariables = ({ runtime }: AppBrief['systemPackages']) => ({ debian: runtime.includes('chromium-driver') ? { SE_CHROMEDRIVER: '/usr/bin/chromedriver' } : {}, fetching: {} });

const fromRepository = (app: AppBrief, file: string): string => joinPath(rootOf(app), file === './' ? '.' : file.replace(/\/$/u, ''));

/** pip reads the project's settings over those of the image, for every command that follows. */
function pipSettings(app: AppBrief): readonly string[] {
  const file = installedOf(app).find(isPipSettings);
  return file === undefined ? [] : [copyLine([fromRepository(app, file)], '/opt/pip.conf'), 'ENV PIP_CONFIG_FILE=/opt/pip.conf'];
}

/** Copies what installation reads to where it is in the project, so that each finds the other. */
function copyManifests(app: AppBrief): readonly string[] {
  const needed = copiedOf(app).filter((file) => !isPipSettings(file));
  const parents = [...new Set(needed.map(parentOf))];
  const to = (folder: string): string => (app.workspace === undefined ? `./${folder}` : `${home}/${folder}`);
  return parents.map((parent) => copyLine(needed.filter((file) => parentOf(file) === parent).map((file) => fromRepository(app, file)), to(parent === './' ? '' : parent)));
}

/** The folder that a file lies in, with a slash; a folder is its own, as its content is what is copied. */
const parentOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** Packages of private indexes are fetched with accounts that only this command sees. One that is not set is no empty account. */
function withSecrets(cache: string, secrets: readonly string[], command: string): string {
  const mounts = secrets.map((name) => ` --mount=type=secret,id=${name.toLowerCase()}`).join('');
  const settings = secrets.map((name) => `[ ! -s /run/secrets/${name.toLowerCase()} ] || export ${name}="$(cat /run/secrets/${name.toLowerCase()})"; \\\n    `);
  return `RUN --mount=type=cache,target=${cache}${mounts} ${settings.length === 0 ? '' : '\\\n    '}${settings.join('')}${command}`;
}

/** Values that settings ask for and that files for browsers do not depend on. Never those of any environment. */
function buildLine(app: AppBrief): string | null {
  const { build } = app.commands;
  if (build === undefined) return null;
  if (!build.includes('collectstatic')) return runForm(build);
  const secrets = app.reads.filter((name) => name.endsWith('SECRET_KEY')).map((name) => `${name}=build`);
  const database = app.reads.includes('DATABASE_URL') ? ['DATABASE_URL=sqlite:///tmp/build.sqlite3'] : [];
  // settings are read as a whole, whatever the command needs of them
  const plain = app.variables.filter(({ kind, example = '' }) => kind === 'plain' && example !== '' && !/[\r\n]/u.test(example)).map(({ name, example }) => `${name}=${shellWord(example!)}`);
  return `${[...new Set([...secrets, ...database, ...plain])].map((each) => `${each} `).join('')}${runForm(build)} || echo 'collectstatic failed: static files are not in the image' >&2`;
}

/** The server of production, where no dependency brings it. */
function serverLine(app: AppBrief, secrets: readonly string[]): string | null {
  const name = app.commands.start[0] ?? '';
  if (!Object.hasOwn(pinnedServers, name)) return null;
  const install = `test -x /opt/venv/bin/${name} || pip --python /opt/venv/bin/python install '${pinnedServers[name]!}'`;
  return withSecrets(pipCache, secrets, secrets.length === 0 ? `\\\n    ${install}` : install);
}

/** Where a package of the source is imported from. */
const pythonPath = (app: AppBrief): string => (app.workspace === undefined ? home : `${workdirOf(app)}:${workdirOf(app)}/src`);

/** Whether development runs something that does not look at the source itself. */
const reloads = ({ commands, workers }: AppBrief): boolean => [commands.development, ...workers.map(({ development = [] }) => development)].some(([program]) => program === reloader);

function aptLine(packages: readonly string[]): string | null {
  return packages.length === 0 ? null : packages.map(shellWord).join(' ');
}

/** Lines of the stage that all others start from: what runs needs this. */
function runtimeLines({ systemPackages }: AppBrief): readonly string[] {
  const packages = aptLine(systemPackages.runtime);
  return [...(packages === null ? [] : [`RUN apt-get update && apt-get install --yes --no-install-recommends ${packages} && rm -rf /var/lib/apt/lists/*`]), ...browserSettings(systemPackages, browserVariables(systemPackages))];
}

function dockerfile(app: AppBrief, { folder, assets }: ImageContext): string {
  const installation = installationOf(app);
  const build = buildLine(app);
  const source = app.workspace === undefined ? copySource(app) : copyLine([app.path], './');
  const isConda = app.packageManager.name === 'conda';
  const environmentFile = manifestsOf(app).find((file) => file.startsWith('environment.y')) ?? 'environment.yml';
  const cache = isConda ? '/opt/mamba/pkgs' : installation.cache;
  const ofPip = app.buildSecrets.filter((name) => name.startsWith('PIP_'));
  const create = `micromamba create --yes --prefix /opt/venv --file ${environmentFile}`;
  return renderTemplate(dockerfileTemplate, {
    image: imageOfVersion('python', app.version),
    stages: [...(isConda ? [`FROM ${imageReference('micromamba')} AS micromamba`] : []), ...(assets === null ? [] : [assets.trimEnd()])].map((stage) => `${stage}\n\n`).join(''),
    conda: isConda,
    app: app.name,
    folder,
    workdir: workdirOf(app),
    built: app.workspace === undefined ? `${home} ./` : `${home} ${home}`,
    environment: installation.environment.map(([name, value]) => ` \\\n    ${name}=${value}`).join(''),
    pythonPath: pythonPath(app),
    runtime: runtimeLines(app).map((line) => `${line}\n`).join(''),
    browsers: browserStage(app.systemPackages, workdirOf(app)).trimStart().replace(/$/u, app.systemPackages.browsers === undefined ? '' : '\n\n'),
    buildPackages: aptLine(app.systemPackages.build),
    setup: isConda || installation.setup === null ? null : withSecrets(pipCache, ofPip, installation.setup),
    reader: installation.reader && !isConda,
    copyManifests: copyManifests(app),
    manifests: manifestsOf(app).map(shellWord).join(' '),
    pipSettings: isConda ? [] : pipSettings(app),
    production: withSecrets(cache, app.buildSecrets, isConda ? create : installation.production),
    development: withSecrets(cache, app.buildSecrets, isConda ? create : installation.development),
    server: isConda ? null : serverLine(app, ofPip),
    copySource: source,
    testSource: [source, ...browserLines(app.systemPackages)].join('\n'),
    buildLines: [...(assets === null ? [] : [`COPY --from=assets ${home}/ ./`, 'RUN rm -rf node_modules']), ...(build === null ? [] : [`RUN ${build}`]), ''].join('\n'),
    test: execForm(app.commands.test ?? ['python', '-m', 'unittest']),
    reload: reloads(app) ? `COPY --chmod=0755 ${folder}/reload.sh /usr/local/bin/${reloader}` : null,
    start: execForm(app.commands.development),
    probe: [...browserLines(app.systemPackages), `COPY --chmod=0755 ${folder}/healthcheck.sh /usr/local/bin/${app.role === 'worker' ? 'worker-' : ''}healthcheck`].join('\n'),
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
    ...(reloads(app) ? [reloadFile(folder, [workdirOf(app), ...copiedOf(app).filter((file) => file.endsWith('/') && file !== './').map((file) => `${home}/${file.slice(0, -1)}`)], ['py'])] : []),
    productionEntrypointFile(folder),
    developmentEntrypointFile(folder, { workdir: workdirOf(app), writable: [], manifests: manifestsOf(app) }),
  ];
}

export function pythonWorkerFiles(folder: string): readonly StackFile[] {
  return [
    workerDockerfile(folder, 'a health check', [{ mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' }]),
    processProbeFile(folder),
  ];
}

/** What the build reads of the repository. */
export function buildContext(app: AppBrief): readonly string[] {
  if (app.workspace === undefined) return [app.path];
  const read = copiedOf(app).map((file) => fromRepository(app, file));
  return [app.path, ...read.filter((file) => !file.startsWith(`${app.path}/`))];
}
