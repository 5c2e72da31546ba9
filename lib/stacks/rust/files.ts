import dockerfileTemplate from '../../../templates/application/rust/Dockerfile.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageReference } from '../../catalog/images.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { assetsOf, cacheFolder, copyRuntimeFiles, fromApp, installPackages, programPath, programsOf, rootOf, shimLine, watchFile, workdirOf } from '../compiled.js';
import { copyLine, copySource, developmentEntrypointFile, inContext, productionEntrypointFile, productionTail, runForm } from '../dockerfile.js';
import { probeFile, processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { findFramework } from './framework.js';
import { isProbedByProcess, runtime } from './image.js';
import { isOffline } from './queries.js';

const sources = ['*.rs', 'Cargo.toml', 'Cargo.lock', '*.html', '*.sql', '*.proto'];
const target = `${cacheFolder}/target`;

/** Manifests that decide about dependencies, from the root of the build. */
const manifestsOf = ({ lockFile }: AppBrief): readonly string[] => ['Cargo.toml', ...(lockFile === undefined ? [] : [lockFile])];

export function rustFiles(app: AppBrief, context: ImageContext): readonly StackFile[] {
  const { folder } = context;
  const root = { path: rootOf(app) };
  const workdir = workdirOf(app);
  const programs = programsOf(app);
  const build = app.commands.build ?? ['cargo', 'build', '--release'];
  const packages = [...app.systemPackages.build];
  const probe = isProbedByProcess(app) ? '/usr/local/bin/worker-healthcheck' : '/usr/local/bin/healthcheck';
  const manifests = manifestsOf(app);
  const view = {
    image: imageOfVersion('rust', app.version),
    app: app.name,
    folder,
    workdir,
    // a file that names another toolchain would make rustup download it
    toolchain: app.installFiles.some((file) => file.startsWith('rust-toolchain')) ? null : 'ENV RUSTUP_TOOLCHAIN="${RUST_VERSION:-}"',
    setup: findFramework(app.framework)?.tool?.setup ?? [],
    offline: isOffline(app.installFiles),
    buildPackages: packages.length === 0 ? null : installPackages(packages),
    copyManifests: copyLine(manifests.map((file) => inContext(root, file)), './'),
    manifests: manifests.map(shellWord).join(' '),
    assets: assetsOf(context, workdir),
    copySource: copySource(root),
    build: runForm(build),
    copies: programs.map((name) => `cp ${target}/release/${shellWord(name)} ${programPath(name)}`),
    cache: cacheFolder,
    target,
    shims: programs.map((name) => shimLine(name, `cargo run --quiet --bin ${name} --`)),
    probe: `COPY --chmod=0755 ${folder}/healthcheck.sh ${probe}`,
    development: execForm(app.commands.development),
    test: execForm(app.commands.test ?? ['cargo', 'test']),
    runtimeImage: imageReference('debian'),
    runtimePackages: installPackages(['ca-certificates', ...app.systemPackages.runtime]),
    copyRuntime: copyRuntimeFiles(app),
    tail: productionTail(app, folder, runtime(app)),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    isProbedByProcess(app) ? processProbeFile(folder) : probeFile(folder),
    watchFile(folder, { root: '/src', build: 'cargo build --bin "$name"', output: `${target}/debug/$name`, sources }),
    productionEntrypointFile(folder),
    developmentEntrypointFile(folder, { workdir, writable: [cacheFolder], manifests: manifests.map((file) => fromApp(app, file)) }),
  ];
}
