import dockerfileTemplate from '../../../templates/application/go/Dockerfile.ejs';
import probeTemplate from '../../../templates/application/go/healthcheck.go.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageReference } from '../../catalog/images.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { assetsOf, cacheFolder, copyRuntimeFiles, fromApp, installPackages, programsOf, rootOf, shimLine, watchFile, workdirOf } from '../compiled.js';
import { copyLine, copySource, developmentEntrypointFile, inContext, productionEntrypointFile, productionTail, runForm } from '../dockerfile.js';
import { processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { runtime } from './image.js';
import { compiler, needsC } from './native.js';

const sources = ['*.go', 'go.mod', 'go.sum', 'go.work', '*.tmpl', '*.gohtml', '*.html', '*.sql', '*.css'];

/** Folders of the modules that the build needs, below its root. */
function moduleFolders(app: AppBrief): readonly string[] {
  const root = rootOf(app);
  const below = (folder: string): string => (folder === root ? '' : root === '.' ? folder : folder.slice(root.length + 1));
  return (app.workspace?.packages ?? [app.path]).map(below);
}

const inFolder = (folder: string, file: string): string => (folder === '' ? file : `${folder}/${file}`);

/** Copies manifests, each to its place. A module without dependencies has no checksums: the pattern then finds none. */
function copyManifests(app: AppBrief): readonly string[] {
  const root = { path: rootOf(app) };
  const workspace = app.installFiles.filter((file) => file.startsWith('go.work'));
  const folders = app.installFiles.filter((file) => file.endsWith('/'));
  return [
    ...(workspace.length === 0 ? [] : [copyLine(workspace.map((file) => inContext(root, file)), './')]),
    ...moduleFolders(app).map((folder) => copyLine([inContext(root, inFolder(folder, 'go.mod')), inContext(root, inFolder(folder, 'go.sum*'))], folder === '' ? './' : `./${folder}/`)),
    ...folders.map((folder) => copyLine([inContext(root, folder)], `./${folder}`)),
  ];
}

function manifestsOf(app: AppBrief): readonly string[] {
  return [...app.installFiles.filter((file) => file.startsWith('go.work')), ...moduleFolders(app).flatMap((folder) => [inFolder(folder, 'go.mod'), inFolder(folder, 'go.sum')])].map((file) => fromApp(app, file));
}

/** The package of the build command that makes a program. */
function packageOf({ commands }: AppBrief, program: string): string {
  const packages = (commands.build ?? []).slice(1).filter((word) => /^\.{1,2}(?:\/|$)/u.test(word));
  return packages.find((each) => each.slice(each.lastIndexOf('/') + 1) === program) ?? packages.find((each) => each === '.') ?? packages[0] ?? '.';
}

/** What the program asks the web process, or how a worker's process is looked at. */
function probeOf({ role }: AppBrief, folder: string): { readonly program: boolean; readonly copies: readonly string[] } {
  if (role === 'worker') return { program: false, copies: [`COPY --chmod=0755 ${folder}/healthcheck.sh /usr/local/bin/worker-healthcheck`] };
  return { program: true, copies: ['COPY --from=probe /usr/local/bin/healthcheck /usr/local/bin/healthcheck'] };
}

/** Debian has no certificates of its own; what Alpine has is as old as its image. */
function runtimePackages(app: AppBrief): string {
  return needsC(app.systemPackages) ? installPackages(['ca-certificates', 'tzdata', ...app.systemPackages.runtime]) : 'COPY --from=base /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt';
}

export function goFiles(app: AppBrief, context: ImageContext): readonly StackFile[] {
  const { folder } = context;
  const withC = needsC(app.systemPackages);
  const vendored = app.installFiles.includes('vendor/');
  const workdir = workdirOf(app);
  const manifests = manifestsOf(app);
  // the image of the toolchain has a C compiler
  const packages = app.systemPackages.build.filter((name) => !(compiler as readonly string[]).includes(name));
  const view = {
    image: imageOfVersion('golang', app.version),
    app: app.name,
    folder,
    workdir,
    reason: withC ? 'with C, which a library needs; the toolchain is the image\'s own and is never downloaded' : 'without C, so that the programs run on any base; the toolchain is the image\'s own and is never downloaded',
    cgo: withC ? '1' : '0',
    flags: vendored ? '-buildvcs=false -mod=vendor' : '-buildvcs=false',
    buildPackages: packages.length === 0 ? null : installPackages(packages),
    probe: probeOf(app, folder),
    copyManifests: copyManifests(app),
    manifests: manifests.map(shellWord).join(' '),
    download: !vendored,
    assets: assetsOf(context, workdir),
    copySource: copySource({ path: rootOf(app) }).replace(/ \.$/u, ' /src').replace(/"\.\/"\]$/u, '"/src/"]'),
    build: runForm(app.commands.build ?? ['go', 'build', '-o', '/app/bin/', '.']),
    cache: cacheFolder,
    shims: programsOf(app).map((program) => shimLine(program, `go run ${packageOf(app, program)}`)),
    development: execForm(app.commands.development),
    test: execForm(app.commands.test ?? ['go', 'vet', './...']),
    runtimeImage: imageReference(withC ? 'debian' : 'alpine'),
    runtimePackages: runtimePackages(app),
    copyRuntime: copyRuntimeFiles(app),
    tail: productionTail(app, folder, runtime(app)),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    ...(app.role === 'worker' ? [processProbeFile(folder)] : [{ path: `${folder}/healthcheck.go`, content: renderTemplate(probeTemplate, {}) }]),
    watchFile(folder, { root: '/src', build: 'go build -o "$folder/built" "$name"', output: '$folder/built', sources }),
    productionEntrypointFile(folder),
    developmentEntrypointFile(folder, { workdir, writable: [cacheFolder], manifests }),
  ];
}
