import type { AppBrief } from '../../brief/brief.js';
import { shellWord } from '../../text/quote.js';
import { inContext } from '../dockerfile.js';

/** Where the build stage collects what production runs. */
const folder = '/opt/release';

/** What makes the release of what the build wrote, and the parts that production copies: what changes least first. */
export interface Release {
  readonly collect: readonly string[];
  readonly parts: readonly (readonly [from: string, to: string])[];
}

/** Layers that Spring Boot takes itself apart into. */
const layers = ['dependencies', 'spring-boot-loader', 'snapshot-dependencies', 'application'];

/** The app's folder as the build, which runs in its workspace's root, sees it. */
export function buildFolder({ path, workspace }: AppBrief): string {
  const root = workspace?.root ?? path;
  return path === root ? '.' : root === '.' ? path : path.slice(root.length + 1);
}

const whole = (collect: readonly string[]): Release => ({ collect: [`mkdir -p ${folder}`, ...collect], parts: [[`${folder}/`, './']] });

/** For programs that are a folder of libraries, their own among them. */
const withLibraries = (collect: readonly string[]): Release => ({ collect: [`mkdir -p ${folder}/lib`, ...collect], parts: [[`${folder}/`, './']] });

function bootLayers(archive: string, mode: string): Release {
  return {
    collect: [`mkdir -p ${layers.map((layer) => `${folder}/${layer}`).join(' ')}`, `cp ${archive} /opt/app.jar`, `cd ${folder}`, mode],
    parts: layers.map((layer) => [`${folder}/${layer}/`, './'] as const),
  };
}

/** The archive as a shell word; where its name is not known, the only one of its folder. */
function archiveOf(app: AppBrief): string {
  const output = inContext({ path: buildFolder(app) }, app.output ?? 'target');
  const start = app.commands.start.find((word) => /\.(?:jar|war)$/u.test(word)) ?? 'app.jar';
  return /\.(?:jar|war)$/u.test(output) ? shellWord(output) : `${shellWord(output)}/*${start.endsWith('.war') ? '.war' : '.jar'}`;
}

/** Files besides the program that its command names: `java -jar app.jar server config.yml`. */
function namedFiles(app: AppBrief): readonly string[] {
  return app.commands.start.filter((word) => /^[\w./-]+\.(?:ya?ml|conf|json|properties)$/u.test(word) && !word.startsWith('/')).map((word) => `cp ${shellWord(inContext({ path: buildFolder(app) }, word))} ${folder}/${shellWord(word)}`);
}

function archive(app: AppBrief): Release {
  const file = archiveOf(app);
  const words = app.commands.start;
  if (app.framework === 'spring-boot' && words.includes('org.springframework.boot.loader.JarLauncher')) return bootLayers(file, 'java -Djarmode=layertools -jar /opt/app.jar extract');
  if (app.framework === 'spring-boot' && words.at(-1) === 'app.jar') return bootLayers(file, `java -Djarmode=tools -jar /opt/app.jar extract --force --layers --destination ${folder}`);
  return whole([`cp ${file} ${folder}/app.${file.endsWith('.war') ? 'war' : 'jar'}`, ...namedFiles(app)]);
}

/** How what the build wrote becomes the content of the production image. */
export function releaseOf(app: AppBrief): Release {
  const output = app.output ?? 'target';
  const at = (path: string): string => shellWord(inContext({ path: buildFolder(app) }, path));
  if (output.endsWith('/quarkus-app')) {
    return { collect: [`mkdir -p ${folder}`, `cp -R ${at(output)} ${folder}/program`, `mv ${folder}/program/lib ${folder}/lib`], parts: [[`${folder}/lib/`, './lib/'], [`${folder}/program/`, './']] };
  }
  if (output === 'build/install') return withLibraries([`cp ${at(output)}/*/lib/*.jar ${folder}/lib/`, ...namedFiles(app)]);
  if (output === 'target/universal/stage') return withLibraries([`cp ${at(output)}/lib/*.jar ${folder}/lib/`, ...namedFiles(app)]);
  if (output === 'target/dependency') return withLibraries([`if [ -d ${at(output)} ]; then cp ${at(output)}/*.jar ${folder}/lib/; fi`, `cp ${at('target')}/*.jar ${folder}/lib/`, ...namedFiles(app)]);
  if (output === 'target/scala') return whole([`cp ${at('target')}/scala-*/*-assembly-*.jar ${folder}/app.jar`]);
  return archive(app);
}
