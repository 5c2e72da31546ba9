import { appPathOf } from '../../discovery/app-findings.js';
import dockerfileTemplate from '../../../templates/application/dotnet/Dockerfile.ejs';
import filesTemplate from '../../../templates/application/dotnet/files.conf.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageReference } from '../../catalog/images.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, developmentEntrypointFile, productionEntrypointFile, productionTail, runForm, workerDockerfile } from '../dockerfile.js';
import { probeFile, processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { artifacts, dotnetImage, packages, runtime, testFolder, workdir } from './image.js';

/** Files with the folder that each keeps, one line for a folder. */
function manifestLines({ installFiles }: AppBrief): readonly string[] {
  const folders = new Map<string, string[]>();
  for (const file of installFiles) {
    const folder = appPathOf(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].map(([folder, files]) => copyLine(files, folder === '.' ? './' : `./${folder}/`));
}

/** Folders of the projects that the app is made of, and nothing else: a change elsewhere builds nothing again. */
function sourceLines({ workspace, path }: AppBrief): readonly string[] {
  const folders = workspace?.packages ?? [path];
  return folders.includes('.') ? ['COPY . .'] : folders.map((folder) => copyLine([folder], `./${folder}`));
}

function packageLines(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`RUN apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')} && rm -rf /var/lib/apt/lists/*`];
}

const probeLine = ({ role }: AppBrief, folder: string): string => `COPY --chmod=0755 ${folder}/healthcheck.sh /usr/local/bin/${role === 'worker' ? 'worker-healthcheck' : 'healthcheck'}`;

/** What the last stage is made of: the published program, or the files of a static app behind nginx. */
function productionLines(app: AppBrief, folder: string): readonly string[] {
  if (app.role === 'static') return [`COPY ${folder}/files.conf /etc/nginx/conf.d/default.conf`, 'COPY --from=build /opt/release/wwwroot/ /usr/share/nginx/html/'];
  return [
    `WORKDIR ${workdir}`,
    ...packageLines(app.systemPackages.runtime),
    ...Object.entries(runtime(app).environment.production).map(([name, value]) => `ENV ${name}="${value}"`),
    'COPY --from=build /opt/release/ ./',
    probeLine(app, folder),
  ];
}

function view(app: AppBrief, folder: string): object {
  const project = app.output ?? app.path;
  const { build = [], development, test } = app.commands;
  return {
    app: app.name,
    sdkImage: dotnetImage('dotnet-sdk', app.version),
    runtimeImage: app.role === 'static' ? imageReference('nginx') : dotnetImage('dotnet-aspnet', app.version),
    workdir,
    artifacts,
    packages,
    folder,
    systemPackages: packageLines(app.systemPackages.build),
    copyManifests: manifestLines(app),
    manifests: checked(app).map(shellWord).join(' '),
    secretMounts: app.buildSecrets.map((name) => ` --mount=type=secret,id=${name.toLowerCase()}`).join(''),
    secretSettings: app.buildSecrets.map((name) => `${name}="$(cat /run/secrets/${name.toLowerCase()})" `).join(''),
    restore: `${shellWord(project)}${app.lockFile === undefined ? '' : ' --locked-mode'}`,
    copySource: sourceLines(app),
    build: build.length === 0 ? 'true' : runForm(build),
    // the image of the SDK has the program that asks nginx
    developmentProbe: app.role === 'static' ? [] : [probeLine(app, folder)],
    development: execForm(development),
    testSource: test === undefined ? [] : [copyLine([testFolder(app)], `./${testFolder(app)}`), `RUN dotnet build ${shellWord(test.at(-1)!)}`],
    test: execForm(test === undefined ? ['true'] : [...test, '--no-build']),
    production: productionLines(app, folder),
    tail: productionTail(app, folder, runtime(app)),
  };
}


/** The files that decide about dependencies, in the working directory. */
const checked = ({ installFiles }: AppBrief): readonly string[] => installFiles.filter((file) => /proj$|packages\.lock\.json$|Directory\.Packages\.props$/u.test(file));

export function dotnetFiles(app: AppBrief, { folder }: ImageContext): readonly StackFile[] {
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view(app, folder)) },
    ...(app.role === 'static' ? [] : [app.role === 'worker' ? processProbeFile(folder) : probeFile(folder)]),
    productionEntrypointFile(folder),
    developmentEntrypointFile(folder, { workdir, writable: [packages, artifacts], manifests: checked(app) }),
    ...(app.role === 'static' ? [{ path: `${folder}/files.conf`, content: renderTemplate(filesTemplate, { port: app.port }) }] : []),
  ];
}

export function dotnetWorkerFiles(folder: string): readonly StackFile[] {
  return [workerDockerfile(folder, 'a health check for processes', [{ mode: '0755', file: 'healthcheck.sh', target: '/usr/local/bin/worker-healthcheck' }]), processProbeFile(folder)];
}
