import { best, likely } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import type { AppFindings, Argv, PackageManager } from '../../discovery/findings.js';
import { cite, citeFile } from '../../discovery/cite.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { shellWord } from '../../text/quote.js';
import { findFramework, relativePath } from './app.js';
import type { JvmApp } from './app.js';
import { hasPlugin } from './module.js';
import type { JvmModule, Tool } from './module.js';

const wrappers: Readonly<Partial<Record<Tool, { readonly script: string; readonly properties: string; readonly version: RegExp }>>> = {
  maven: { script: 'mvnw', properties: '.mvn/wrapper/maven-wrapper.properties', version: /apache-maven-(\d+(?:\.\d+){1,2})/u },
  gradle: { script: 'gradlew', properties: 'gradle/wrapper/gradle-wrapper.properties', version: /gradle-(\d+(?:\.\d+){1,2})-/u },
};
const programs: Readonly<Record<Tool, string>> = { maven: 'mvn', gradle: 'gradle', sbt: 'sbt' };

function wrapperOf(repository: Repository, { tool, root }: JvmModule): string | undefined {
  const wrapper = wrappers[tool];
  return wrapper !== undefined && repository.exists(joinPath(root, wrapper.script)) ? wrapper.script : undefined;
}

/** The tool, with the version that its wrapper or `build.properties` names. */
export function packageManagerFact(repository: Repository, module: JvmModule): Fact<PackageManager> {
  const { tool, root, file } = module;
  const wrapper = wrappers[tool] ?? { properties: 'project/build.properties', version: /sbt\.version\s*=\s*(\d+(?:\.\d+){1,2})/u };
  const properties = joinPath(root, wrapper.properties);
  const text = repository.exists(properties) ? (repository.read(properties) ?? '') : '';
  const match = wrapper.version.exec(text);
  if (match === null) return { value: { name: tool }, confidence: 'certain', evidence: [citeFile(file)] };
  return { value: { name: tool, version: match[1]! }, confidence: 'certain', evidence: [citeFile(file), cite(properties, text, match.index)] };
}

/** The tool as a shell word list. A wrapper that lost its executable bit still runs this way. */
function toolOf({ repository, module }: JvmApp): Argv {
  const wrapper = wrapperOf(repository, module);
  const flags = module.tool === 'maven' ? ['-B', '-ntp'] : module.tool === 'gradle' ? ['--no-daemon'] : [];
  return [...(wrapper === undefined ? [programs[module.tool]] : ['sh', wrapper]), ...flags];
}

/** The task of our own that collects the program and its libraries, for projects of sbt that no plugin packs. */
export const stageTask = 'stageRelease';

const packs = (module: JvmModule): boolean => hasPlugin(module, 'maven-shade-plugin', 'maven-assembly-plugin');
const isInherited = (module: JvmModule): boolean => module.dependencies.some(({ name }) => /^io\.micronaut(?:\.platform)?:micronaut-parent$/u.test(name));

/** How the program lies in the image, and the command that starts it there. */
export interface Packaging {
  readonly output: string;
  readonly start: Argv;
  /** Goals or tasks that make it. */
  readonly tasks: readonly string[];
}

/** Boot unpacks itself into layers: by its tools from 3.3 on, by its launcher from 2.4 to 3.1. */
function bootStart(version: string | undefined, archive: string): Argv {
  const [major = 99, minor = 0] = (version?.split('.') ?? []).map(Number);
  if (archive !== 'jar' || (major === 3 && minor === 2) || major < 2 || (major === 2 && minor < 4)) return ['java', '-jar', `/app/app.${archive}`];
  return major < 3 || (major === 3 && minor < 2) ? ['java', 'org.springframework.boot.loader.JarLauncher'] : ['java', '-jar', 'app.jar'];
}

function mavenPackaging(app: JvmApp, framework: string | undefined): Packaging {
  const { module, main } = app;
  const archive = module.packaging === 'war' ? 'war' : 'jar';
  const output = module.archive === undefined ? 'target' : `target/${module.archive}.${archive}`;
  const mainClass = module.mainClass ?? main?.name ?? 'Main';
  if (framework === 'quarkus') return { output: 'target/quarkus-app', start: ['java', '-jar', 'quarkus-run.jar'], tasks: ['package'] };
  if (framework === 'spring-boot' && hasPlugin(module, 'spring-boot-maven-plugin')) return { output, start: bootStart(module.bootVersion, archive), tasks: ['package'] };
  if (packs(module) || isInherited(module)) return { output, start: ['java', '-jar', 'app.jar', ...argumentsOf(app)], tasks: ['package'] };
  return { output: 'target/dependency', start: ['java', '-cp', 'lib/*', mainClass, ...argumentsOf(app)], tasks: ['package', 'dependency:copy-dependencies', '-DincludeScope=runtime'] };
}

function gradlePackaging(app: JvmApp, framework: string | undefined): Packaging {
  const { module, main } = app;
  if (framework === 'quarkus') return { output: 'build/quarkus-app', start: ['java', '-jar', 'quarkus-run.jar'], tasks: ['quarkusBuild'] };
  if (framework === 'spring-boot' && hasPlugin(module, 'org.springframework.boot')) {
    const archive = module.packaging === 'war' ? 'war' : 'jar';
    return { output: 'build/libs', start: bootStart(module.bootVersion, archive), tasks: [archive === 'war' ? 'bootWar' : 'bootJar'] };
  }
  const distributes = hasPlugin(module, 'application', 'io.ktor.plugin', 'io.micronaut.application', 'io.micronaut.minimal.application');
  const shadow = hasPlugin(module, 'com.github.johnrengelman.shadow', 'com.gradleup.shadow');
  if (shadow && !distributes) return { output: 'build/libs', start: ['java', '-jar', 'app.jar', ...argumentsOf(app)], tasks: ['shadowJar'] };
  return { output: 'build/install', start: ['java', '-cp', 'lib/*', module.mainClass ?? main?.name ?? 'Main', ...argumentsOf(app)], tasks: ['installDist'] };
}

function sbtPackaging({ module, main }: JvmApp, framework: string | undefined): Packaging {
  const task = (name: string): string => (module.archive === undefined ? name : `${module.archive}/${name}`);
  if (framework === 'play') return { output: 'target/universal/stage', start: ['java', '-Dpidfile.path=/dev/null', '-cp', 'lib/*', 'play.core.server.ProdServerStart'], tasks: [task('stage')] };
  if (hasPlugin(module, 'sbt-assembly') && !hasPlugin(module, 'sbt-native-packager')) return { output: 'target/scala', start: ['java', '-jar', 'app.jar'], tasks: [task('assembly')] };
  const packed = hasPlugin(module, 'sbt-native-packager') || module.plugins.some(({ id }) => id.endsWith('Packaging'));
  return { output: 'target/universal/stage', start: ['java', '-cp', 'lib/*', module.mainClass ?? main?.name ?? 'Main'], tasks: [task(packed ? 'stage' : stageTask)] };
}

/** What a Dropwizard program is told: serve, with these settings. */
function argumentsOf({ framework, repository, module }: JvmApp): Argv {
  const known = findFramework(best(framework));
  if (known?.settings === undefined) return [];
  const file = known.settings.find((name) => repository.exists(joinPath(module.path, name)));
  return file === undefined ? ['server'] : ['server', file];
}

export function packagingOf(app: JvmApp): Packaging {
  const framework = best(app.framework);
  const { tool } = app.module;
  return tool === 'maven' ? mavenPackaging(app, framework) : tool === 'gradle' ? gradlePackaging(app, framework) : sbtPackaging(app, framework);
}

function buildCommand(app: JvmApp, tasks: readonly string[]): Argv {
  const folder = relativePath(app.module);
  const tool = toolOf(app);
  if (app.module.tool === 'maven') return [...tool, ...(folder === '.' ? [] : ['-pl', folder, '-am']), '-DskipTests', 'clean', ...tasks];
  if (app.module.tool === 'gradle') return [...tool, ...(folder === '.' ? [] : ['-p', folder]), 'clean', ...tasks];
  return [...tool, 'clean', ...tasks];
}

function developmentCommand(app: JvmApp): Argv {
  const { module, main } = app;
  const framework = findFramework(best(app.framework));
  const folder = relativePath(module);
  const tool = toolOf(app);
  const args = argumentsOf(app).join(' ');
  if (module.tool === 'gradle') return [...tool, ...(folder === '.' ? [] : ['-p', folder]), ...(framework?.run.gradle ?? ['run']), ...(args === '' ? [] : [`--args=${args}`])];
  if (module.tool === 'sbt') {
    const command = [...tool, module.archive === undefined ? 'run' : `${module.archive}/run`];
    // Play's server ends when its input does: a pipe that nobody closes is its input
    return framework?.id === 'play' ? ['sh', '-c', `[ -p /tmp/sbt.in ] || mkfifo /tmp/sbt.in; exec ${command.map(shellWord).join(' ')} <>/tmp/sbt.in`] : command;
  }
  const run = framework?.run.maven ?? ['compile', 'exec:java', `-Dexec.mainClass=${module.mainClass ?? main?.name ?? 'Main'}`, ...(args === '' ? [] : [`-Dexec.args=${args}`])];
  if (folder === '.') return [...tool, ...run];
  // the plugin would start in every module of the reactor: the others are installed first
  const line = (words: Argv): string => words.map(shellWord).join(' ');
  return ['sh', '-c', `${line([...tool, '-q', '-pl', folder, '-am', '-DskipTests', 'install'])} && exec ${line([...tool, '-pl', folder, ...run])}`];
}

function testCommand(app: JvmApp): Argv {
  const folder = relativePath(app.module);
  const tool = toolOf(app);
  if (app.module.tool === 'sbt') return [...tool, app.module.archive === undefined ? 'test' : `${app.module.archive}/test`];
  return [...tool, ...(folder === '.' ? [] : app.module.tool === 'maven' ? ['-pl', folder, '-am'] : ['-p', folder]), 'test'];
}

export function commandsOf(app: JvmApp): AppFindings['commands'] {
  const place = app.main?.evidence ?? citeFile(app.module.file);
  const packaging = packagingOf(app);
  return { start: likely(packaging.start, place), dev: likely(developmentCommand(app), place), build: likely(buildCommand(app, packaging.tasks), place), test: likely(testCommand(app), place) };
}
