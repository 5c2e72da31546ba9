import apacheTemplate from '../../../templates/application/php/apache.conf.ejs';
import composerTemplate from '../../../templates/application/php/composer.ejs';
import dockerfileTemplate from '../../../templates/application/php/Dockerfile.ejs';
import iniTemplate from '../../../templates/application/php/php.ini.ejs';
import keyTemplate from '../../../templates/application/php/app-key.php.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageReference } from '../../catalog/images.js';
import { dockerfileValue, execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, copySource, developmentEntrypointFile, inContext, productionEntrypointFile, productionTail, runForm, volumeEntrypointFile, workerDockerfile } from '../dockerfile.js';
import { probeFile, probePath, processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { serverSettings } from './commands.js';
import { extensions as table, isInstallable } from './extensions.js';
import { findFramework } from './frameworks/registry.js';
import { keepsVendor, runtime, usesComposer, workdir } from './image.js';
import { isAtLeast } from './lines.js';

/** Where Dockerfiles put the probe of a worker. */
const workerProbePath = '/usr/local/bin/worker-healthcheck';

/** Lines whose images exist for Debian 13; the libraries of older ones have other names, so their headers stay. */
const firstOnTrixie = '8.1';
const isCurrentDebian = (version: string): boolean => isAtLeast(version, firstOnTrixie);

function imageOf(version: string): string {
  const image = imageOfVersion('php', version);
  return isCurrentDebian(version) ? image : image.replace('-trixie', '-bullseye');
}

/** Extensions to install. From 8.5 on opcache is part of PHP and its installation fails. */
function installed({ extensions = [], version }: AppBrief): readonly string[] {
  const wanted = [...new Set([...extensions, ...(isAtLeast(version, '8.5') ? [] : ['opcache'])])].toSorted();
  return wanted.filter((name) => isInstallable(name) && (name !== 'opcache' || !isAtLeast(version, '8.5')));
}

/** The commands that build extensions, and what they need. */
function extensionSteps(app: AppBrief): readonly string[] {
  const names = installed(app);
  const { build, runtime: libraries } = app.systemPackages;
  const own = names.filter((name) => table[name]!.pecl !== true);
  const pecl = names.filter((name) => table[name]!.pecl === true);
  const packages = [...new Set([...build, ...(isCurrentDebian(app.version) ? libraries : [])])];
  const temporary = isCurrentDebian(app.version) ? build.filter((name) => !libraries.includes(name)) : [];
  return [
    ...(packages.length === 0 ? [] : ['apt-get update', `apt-get install --yes --no-install-recommends ${packages.join(' ')}`]),
    ...own.flatMap((name) => (table[name]!.configure === undefined ? [] : [`docker-php-ext-configure ${name} ${table[name]!.configure!.join(' ')}`])),
    ...(own.length === 0 ? [] : [`docker-php-ext-install -j"$(nproc)" ${own.join(' ')}`]),
    ...(pecl.length === 0 ? [] : [`pecl install ${pecl.join(' ')}`, `docker-php-ext-enable ${pecl.join(' ')}`]),
    ...(temporary.length === 0 ? [] : [`apt-get purge --yes --auto-remove ${temporary.join(' ')}`]),
    ...(packages.length === 0 ? [] : ['rm -rf /var/lib/apt/lists/*']),
    ...(pecl.length === 0 ? [] : ['rm -rf /tmp/pear']),
  ];
}

/** `ENV` of several variables. */
function environmentLines(environment: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(environment);
  return entries.length === 0 ? [] : [`ENV ${entries.map(([name, value]) => `${name}=${dockerfileValue(value)}`).join(' \\\n    ')}`];
}

const manifestsOf = ({ lockFile }: AppBrief): readonly string[] => ['composer.json', ...(lockFile === undefined ? [] : [lockFile])];

function copyManifests(app: AppBrief): readonly string[] {
  const folders = app.installFiles.filter((file) => file.endsWith('/'));
  return [copyLine(manifestsOf(app).map((file) => inContext(app, file)), './'), ...folders.map((folder) => copyLine([inContext(app, folder)], `./${folder}`))];
}

/** Mounts and variables with which Composer reaches private packages. */
function secretsOf({ buildSecrets }: AppBrief): { readonly mounts: string; readonly settings: string } {
  const ids = buildSecrets.map((name) => [name, name.toLowerCase()] as const);
  return {
    mounts: ids.map(([, id]) => `--mount=type=secret,id=${id} `).join(''),
    settings: ids.map(([name, id]) => `${name}="$(cat /run/secrets/${id})" `).join(''),
  };
}

/** Checks the syntax where nothing else is there to run. */
const lint = ['sh', '-c', String.raw`find . -name '*.php' -not -path './vendor/*' -print0 | xargs -0 -r -n 1 php -l`];

const setting = (when: boolean, ...lines: readonly string[]): readonly string[] => (when ? lines : []);

/** Stages that bring Composer and install what its manifest asks for. */
function composerStages(app: AppBrief): string {
  return renderTemplate(composerTemplate, {
    copyManifests: copyManifests(app),
    manifests: manifestsOf(app).map(shellWord).join(' '),
    secrets: secretsOf(app),
    copySource: copySource(app),
  }).trimEnd();
}

/** What the stage `build` does once the source is there. */
function buildLines(app: AppBrief, assets: string | null): readonly string[] {
  const composer = usesComposer(app);
  return [
    ...setting(assets !== null, `COPY --from=assets ${workdir} ./`),
    'RUN rm -rf vendor node_modules',
    // Symfony reads it at start; what it would say comes from the environment
    ...setting(app.framework === 'symfony', '# Symfony reads it at each start; what it would say comes from the environment', 'RUN touch .env'),
    // installers and scaffolds put files beside the manifest, which needs the source
    ...setting(composer, `COPY --from=deps ${workdir} ./`, keepsVendor(app) ? 'RUN composer dump-autoload --no-dev --optimize' : 'RUN composer install --no-dev --prefer-dist --no-progress --optimize-autoloader'),
    ...(app.commands.build === undefined ? [] : [`RUN ${runForm(app.commands.build)}`]),
  ];
}

function viewOf(app: AppBrief, { folder, assets }: ImageContext): Readonly<Record<string, unknown>> {
  const framework = findFramework(app.framework);
  const composer = usesComposer(app);
  const steps = extensionSteps(app).join(' && \\\n    ');
  const web = app.role !== 'worker';
  return {
    app: app.name,
    folder,
    image: imageOf(app.version),
    before: [...setting(composer, `FROM ${imageReference('composer')} AS composer`, ''), ...(assets === null ? [] : [assets, ''])],
    workdir,
    base: [...setting(steps !== '', `RUN ${steps}`), ...setting(hasAppKey(app), ...appKeyLines(folder))],
    stages: composer ? [composerStages(app)] : [],
    copySource: copySource(app),
    production: environmentLines({ ...framework?.environment.common, ...framework?.environment.production }),
    build: buildLines(app, assets),
    volume: setting(keepsVendor(app), '# copied from here into a volume over the source', 'COPY --from=development-deps /opt/ /opt/'),
    dependencies: setting(composer, 'RUN rm -rf vendor', 'COPY --from=development-deps /opt/dependencies/ ./'),
    test: execForm(app.commands.test ?? lint),
    development: execForm(app.commands.development),
    server: setting(web, `COPY ${folder}/apache.conf ${serverSettings}`, '# requests in flight are answered before the end', 'STOPSIGNAL SIGWINCH'),
    probePath: web ? probePath : workerProbePath,
    tail: productionTail(app, folder, runtime(app)),
  };
}

/** Frameworks whose key has to have a certain length. */
const hasAppKey = ({ framework }: AppBrief): boolean => framework === 'laravel' || framework === 'lumen';

function appKeyLines(folder: string): readonly string[] {
  const file = '/usr/local/lib/php/app-key.php';
  return [`COPY ${folder}/app-key.php ${file}`, `RUN mkdir -p /usr/local/etc/php/app && echo 'auto_prepend_file = ${file}' > /usr/local/etc/php/app/app-key.ini`];
}

/** Settings of the web server for the folder that it serves. */
function apache({ port, output = '.' }: AppBrief): string {
  return renderTemplate(apacheTemplate, { port, documentRoot: output === '.' ? workdir : `${workdir}/${output}` });
}

export function phpFiles(app: AppBrief, context: ImageContext): readonly StackFile[] {
  const { folder } = context;
  const manifests = manifestsOf(app);
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, viewOf(app, context)) },
    { path: `${folder}/php.ini`, content: renderTemplate(iniTemplate, {}) },
    ...(hasAppKey(app) ? [{ path: `${folder}/app-key.php`, content: renderTemplate(keyTemplate, {}) }] : []),
    ...(app.role === 'worker' ? [processProbeFile(folder)] : [{ path: `${folder}/apache.conf`, content: apache(app) }, probeFile(folder)]),
    productionEntrypointFile(folder),
    keepsVendor(app)
      ? volumeEntrypointFile(folder, { workdir, dependencies: 'vendor', manifests, install: 'composer install --no-interaction --no-scripts' })
      : developmentEntrypointFile(folder, { workdir, writable: [], manifests: [] }),
  ];
}

const workerCopies = [{ mode: '0755', file: 'healthcheck.sh', target: workerProbePath }] as const;

/** The signal that ends Apache gently means nothing to other programs. */
export function phpWorkerFiles(folder: string): readonly StackFile[] {
  const dockerfile = workerDockerfile(folder, 'a health check', workerCopies);
  return [{ ...dockerfile, content: `${dockerfile.content}# the web server of that image has another one\nSTOPSIGNAL SIGTERM\n` }, processProbeFile(folder)];
}
