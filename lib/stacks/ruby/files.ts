import dockerfileTemplate from '../../../templates/application/ruby/Dockerfile.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion } from '../../catalog/images.js';
import { dockerfileValue, execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, copySource, developmentEntrypointFile, inContext, productionEntrypointFile, productionTail, runForm, workerDockerfile } from '../dockerfile.js';
import { probeFile, probePath, processProbeFile } from '../probe.js';
import { filesConfiguration, filesProbeFile, filesProduction } from '../static-files.js';
import type { ImageContext, StackFile } from '../stack.js';
import { runtime, usesBundler, workdir } from './image.js';
import { suiteOf } from './lines.js';

const workerProbePath = '/usr/local/bin/worker-healthcheck';
/** What gems with parts in C are built with; psych needs libyaml, some sources are in git. */
const buildTools = ['build-essential', 'git', 'libyaml-dev', 'pkg-config'];
const aptInstall = (packages: readonly string[]): string =>
  `RUN apt-get update && apt-get install --yes --no-install-recommends ${packages.join(' ')} && \\\n    rm -rf /var/lib/apt/lists/*`;
const setting = (when: boolean, ...lines: readonly string[]): readonly string[] => (when ? lines : []);

function imageOf(version: string): string {
  return imageOfVersion('ruby', version).replace('-trixie', `-${suiteOf(version)}`);
}

/** Libraries have other names in older releases of Debian: their headers, which do not, bring them. */
function packagesOf({ version, systemPackages: { build, runtime: libraries } }: AppBrief): readonly string[] {
  return suiteOf(version) === 'trixie' ? libraries : [...new Set([...build, ...libraries.filter((name) => !/^lib.*\d/u.test(name))])];
}

function manifestsOf({ lockFile, installFiles }: AppBrief): readonly string[] {
  const gemfile = installFiles.find((file) => file === 'Gemfile' || file === 'gems.rb') ?? 'Gemfile';
  return [gemfile, ...(lockFile === undefined ? [] : [lockFile])];
}

function copyManifests(app: AppBrief): readonly string[] {
  const files = [...new Set([...manifestsOf(app), ...app.installFiles])];
  const plain = files.filter((file) => !file.includes('/'));
  return [copyLine(plain.map((file) => inContext(app, file)), './'), ...files.filter((file) => file.includes('/')).map((file) => copyLine([inContext(app, file)], `./${file}`))];
}

/** Installs what the manifests ask for; with a lock file exactly what it says. */
function installOf(app: AppBrief): string {
  const secrets = app.buildSecrets.map((name) => [name, name.toLowerCase()] as const);
  const mounts = ['--mount=type=cache,target=/usr/local/bundle/cache', ...secrets.map(([, id]) => `--mount=type=secret,id=${id}`)];
  const variables = secrets.map(([name, id]) => `${name}="$(cat /run/secrets/${id})" `).join('');
  return `RUN ${mounts.join(' ')} \\\n    ${variables}${app.lockFile === undefined ? '' : 'BUNDLE_FROZEN=true '}bundle install --jobs 4 --retry 3`;
}

/** `ENV` of several variables. */
function environmentLines(environment: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(environment);
  return entries.length === 0 ? [] : [`ENV ${entries.map(([name, value]) => `${name}=${dockerfileValue(value)}`).join(' \\\n    ')}`];
}

/** Browser code was built before, by the tools that can: the tasks of Rails that would do it again are told so. */
const builtAssets = { SKIP_JS_BUILD: '1', SKIP_CSS_BUILD: '1', SKIP_YARN_INSTALL: '1', SHAKAPACKER_PRECOMPILE: 'false', WEBPACKER_PRECOMPILE: 'false', VITE_RUBY_SKIP_ASSETS_PRECOMPILE_EXTENSION: 'true' } as const;

/** Checks the syntax where nothing else is there to run. */
const lint = ['sh', '-c', String.raw`find . -name '*.rb' -not -path './vendor/*' -print0 | xargs -0 -r -n 1 ruby -c`];

function production(app: AppBrief, folder: string): string {
  if (app.role === 'static') return filesProduction(app, folder, { stage: 'build', from: `${workdir}/${app.output ?? '_site'}` });
  const { environment } = runtime(app);
  const probe = app.role === 'worker' ? workerProbePath : probePath;
  return [
    'FROM base AS production',
    ...environmentLines({ ...environment.common, ...environment.production }),
    ...setting(usesBundler(app), 'ENV BUNDLE_WITHOUT=development:test', 'COPY --from=deps /usr/local/bundle /usr/local/bundle'),
    `COPY --from=release ${workdir} ./`,
    `COPY --chmod=0755 ${folder}/healthcheck.sh ${probe}`,
    productionTail(app, folder, runtime(app)),
  ].join('\n');
}

function viewOf(app: AppBrief, { folder, assets }: ImageContext): Readonly<Record<string, unknown>> {
  const bundler = usesBundler(app);
  const libraries = packagesOf(app);
  const { environment } = runtime(app);
  const manifests = manifestsOf(app).map(shellWord).join(' ');
  const tools = aptInstall([...new Set([...buildTools, ...app.systemPackages.build])]);
  const rails = app.framework === 'rails';
  return {
    app: app.name,
    image: imageOf(app.version),
    workdir,
    before: assets === null ? [] : [assets, ''],
    base: [...setting(libraries.length > 0, aptInstall(libraries)), ...setting(bundler, '# gems are outside of the source', 'RUN mkdir -p /usr/local/bundle')],
    manifests: bundler ? [tools, ...copyManifests(app), `RUN cat ${manifests} | sha256sum > /opt/dependencies.sha256`] : [],
    deps: bundler ? ['ENV BUNDLE_WITHOUT=development:test', installOf(app)] : [],
    install: bundler ? [installOf(app)] : [],
    copySource: copySource(app),
    build: [
      ...environmentLines({ ...environment.common, ...environment.production, ...(rails ? { BOOTSNAP_READONLY: 'false' } : {}), ...(assets === null ? {} : builtAssets) }),
      copySource(app),
      ...setting(assets !== null, `COPY --from=assets ${workdir} ./`),
      'RUN rm -rf node_modules vendor/bundle tmp log',
      ...(app.commands.build === undefined ? [] : [`RUN ${runForm(app.commands.build)}`]),
    ],
    probe: `COPY --chmod=0755 ${folder}/${app.role === 'static' ? 'healthcheck.development.sh' : 'healthcheck.sh'} ${app.role === 'worker' ? workerProbePath : probePath}`,
    entrypoint: `COPY --chmod=0755 ${folder}/entrypoint.development.sh /usr/local/bin/entrypoint.development.sh`,
    development: execForm(app.commands.development),
    testEnvironment: environmentLines({ ...environment.test }),
    test: execForm(app.commands.test ?? lint),
    production: production(app, folder),
  };
}

function probesOf({ role, port }: AppBrief, folder: string): readonly StackFile[] {
  if (role === 'worker') return [processProbeFile(folder)];
  if (role === 'web') return [probeFile(folder), productionEntrypointFile(folder)];
  return [{ ...probeFile(folder), path: `${folder}/healthcheck.development.sh` }, filesProbeFile(folder), filesConfiguration(folder, { port })];
}

export function rubyFiles(app: AppBrief, context: ImageContext): readonly StackFile[] {
  const { folder } = context;
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, viewOf(app, context)) },
    ...probesOf(app, folder),
    ...(app.role === 'worker' ? [productionEntrypointFile(folder)] : []),
    developmentEntrypointFile(folder, { workdir, writable: [], manifests: usesBundler(app) ? manifestsOf(app) : [] }),
  ];
}

export function rubyWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a health check', [{ mode: '0755', file: 'healthcheck.sh', target: workerProbePath }]), processProbeFile(folder)];
}
