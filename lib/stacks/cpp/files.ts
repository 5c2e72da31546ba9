import buildTemplate from '../../../templates/application/cpp/build-program.sh.ejs';
import dockerfileTemplate from '../../../templates/application/cpp/Dockerfile.ejs';
import librariesTemplate from '../../../templates/application/cpp/libraries.sh.ejs';
import programsTemplate from '../../../templates/application/cpp/programs.cmake.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageReference } from '../../catalog/images.js';
import type { Argv } from '../../discovery/findings.js';
import { execForm, shellWord } from '../../text/quote.js';
import { renderTemplate } from '../../text/template.js';
import { assetsOf, cacheFolder, copyRuntimeFiles, fromApp, installPackages, probeCopy, programsOf, rootOf, shimLine, watchFile, workdirOf } from '../compiled.js';
import { copySource, developmentEntrypointFile, inContext, productionEntrypointFile, productionTail, runForm } from '../dockerfile.js';
import { probeFile, probePath, processProbeFile } from '../probe.js';
import type { ImageContext, StackFile } from '../stack.js';
import { configuredAs } from './configure.js';
import { buildFolder, isProbedByProcess, runtime, testFolder } from './image.js';
import { defaultVersion } from './lines.js';
import { installSteps, managerPackages, manifestsOf } from './install.js';

const sources = ['*.c', '*.cc', '*.cpp', '*.cxx', '*.cppm', '*.h', '*.hh', '*.hpp', '*.hxx', '*.ipp', '*.inl', '*.csp', '*.proto', '*.cmake', 'CMakeLists.txt', 'CMakePresets.json'];
/** What every build needs; `g++` brings the C compiler and the library along. */
const toolchain = ['ca-certificates', 'ccache', 'cmake', 'g++', 'ninja-build', 'pkg-config'];
/** Where CMake finds the file that names the programs of the image. */
const programsFile = '/usr/local/share/programs.cmake';

/** A standard that is not the compiler's own. What the project sets itself goes before it. */
function standardOf({ version, language }: AppBrief): readonly string[] {
  return version === defaultVersion ? [] : [`-DCMAKE_${language === 'c' ? 'C' : 'CXX'}_STANDARD=${version}`];
}

/** The command that configures the build; a command of somebody's own is left as it is and has to leave programs in `/app/bin`. */
function configureOf(app: AppBrief): { readonly command: Argv; readonly isCmake: boolean } {
  const command = app.commands.build ?? ['cmake', '-S', '.', '-B', buildFolder, '-DCMAKE_BUILD_TYPE=Release'];
  return { command: [...command, ...standardOf(app)], isCmake: command[0] === 'cmake' && command.includes('-B') };
}

/** Every program that is started; of a command that somebody else wrote, the one that development builds. */
function builtPrograms(app: AppBrief): readonly string[] {
  const { development } = app.commands;
  return [...new Set([...programsOf(app), ...(development[0] === 'watch' && development[1] !== undefined ? [development[1]] : [])])];
}

/** Lines that configure and build, joined as one instruction. */
function buildLines(app: AppBrief): readonly string[] {
  const { command, isCmake } = configureOf(app);
  if (!isCmake) return [runForm(app.commands.build ?? []), 'libraries /app/bin/*'];
  const programs = builtPrograms(app);
  return [
    runForm([...command, `-DCMAKE_PROJECT_TOP_LEVEL_INCLUDES=${programsFile}`, `-DPROGRAMS=${programs.join(';')}`]),
    runForm(['cmake', '--build', buildFolder, '--target', 'image-programs']),
    runForm(['cmake', '--install', buildFolder, '--component', 'image-programs', '--strip', '--prefix', '/app']),
    `libraries $(cat ${buildFolder}/programs/*)`,
  ];
}

function testLines(app: AppBrief): readonly string[] {
  const { command, isCmake } = configureOf(app);
  if (!isCmake) return [];
  return [runForm(configuredAs(command, { source: '.', folder: testFolder, type: 'Debug', tests: true })), runForm(['cmake', '--build', testFolder])];
}

/** Words of the command that development configures with; the shell has the name of the program. */
function developmentConfigure(app: AppBrief): string {
  const { command } = configureOf(app);
  const words = configuredAs(command, { source: '/src', folder: '$folder', type: 'Debug', tests: false });
  return words.map((word) => (word === '$folder' ? '"$folder"' : shellWord(word))).join(' ');
}

export function cppFiles(app: AppBrief, context: ImageContext): readonly StackFile[] {
  const { folder } = context;
  const root = { path: rootOf(app) };
  const workdir = workdirOf(app);
  const programs = builtPrograms(app);
  const manifests = manifestsOf(app);
  const byProcess = isProbedByProcess(app);
  const downloads = app.systemPackages.build.includes('git');
  const view = {
    image: imageReference('debian'),
    app: app.name,
    folder,
    workdir,
    packages: installPackages([...new Set([...toolchain, ...managerPackages(app), ...app.systemPackages.build])].toSorted()),
    // sources by their checksum, for projects of one machine together (github.com/cpm-cmake/CPM.cmake, "CPM_SOURCE_CACHE")
    sources: downloads ? ' --mount=type=cache,target=/var/cache/cpm' : '',
    // where FetchContent puts what it downloads (cmake.org/cmake/help, FETCHCONTENT_BASE_DIR): production takes nothing from there
    fetched: downloads && configureOf(app).isCmake ? ` \\\n    --mount=type=cache,id=${app.name}-fetched,target=${buildFolder}/_deps,sharing=locked` : '',
    environment: app.systemPackages.build.includes('clang') ? ' \\\n    CC=clang CXX=clang++' : '',
    install: installSteps(app, manifests.map((file) => inContext(root, file))),
    manifests: manifests.map(shellWord).join(' '),
    assets: assetsOf(context, workdir),
    copySource: copySource(root),
    programsFile,
    build: buildLines(app),
    tests: testLines(app),
    cache: cacheFolder,
    shims: programs.map((name) => shimLine(name, `"$(build-program ${name})"`)),
    probe: probeCopy(folder, byProcess ? '/usr/local/bin/worker-healthcheck' : probePath),
    development: execForm(app.commands.development),
    test: execForm(app.commands.test ?? ['ctest', '--test-dir', testFolder, '--output-on-failure']),
    runtimePackages: ['ca-certificates', ...app.systemPackages.runtime].join(' '),
    copyRuntime: copyRuntimeFiles(app),
    tail: productionTail(app, folder, runtime(app)),
  };
  return [
    { path: `${folder}/Dockerfile`, content: renderTemplate(dockerfileTemplate, view) },
    { path: `${folder}/programs.cmake`, content: renderTemplate(programsTemplate, {}) },
    { path: `${folder}/libraries.sh`, content: renderTemplate(librariesTemplate, {}), executable: true },
    { path: `${folder}/build-program.sh`, content: renderTemplate(buildTemplate, { cache: cacheFolder, configure: developmentConfigure(app), programsFile }), executable: true },
    byProcess ? processProbeFile(folder) : probeFile(folder),
    watchFile(folder, { root: '/src', build: 'made=$(build-program "$name")', output: '$made', sources }),
    productionEntrypointFile(folder),
    developmentEntrypointFile(folder, { workdir, writable: [cacheFolder], manifests: manifests.map((file) => fromApp(app, file)) }),
  ];
}

