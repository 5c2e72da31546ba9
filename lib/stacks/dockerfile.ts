import developmentTemplate from '../../templates/application/entrypoint.development.sh.ejs';
import productionEntrypoint from '../../templates/application/entrypoint.sh.ejs';
import reloadTemplate from '../../templates/application/reload.sh.ejs';
import productionTemplate from '../../templates/application/production.ejs';
import volumeTemplate from '../../templates/application/entrypoint.volume.sh.ejs';
import workerTemplate from '../../templates/workers/Dockerfile.ejs';
import type { AppBrief } from '../brief/brief.js';
import type { Argv } from '../discovery/findings.js';
import { dockerfileValue, execForm, shellWord } from '../text/quote.js';
import { renderTemplate } from '../text/template.js';
import { entrypoint, productionTest } from './probe.js';
import type { Runtime, StackFile } from './stack.js';

/** Shell form reads better; a line break in a word would end the instruction, so such a command gets the exec form. */
export function runForm(argv: Argv): string {
  return argv.some((word) => /[\r\n]/u.test(word)) ? execForm(argv) : argv.map(shellWord).join(' ');
}

/** `COPY` in exec form, so that a path may hold spaces. The target ends with a slash where it is a folder. */
export function copyLine(sources: readonly string[], target: string): string {
  return `COPY ${execForm([...sources, target])}`;
}

/** A path of an app as the build context, which is the repository, sees it. */
export function inContext({ path }: Pick<AppBrief, 'path'>, file: string): string {
  return path === '.' ? file : `${path}/${file}`;
}

/** Copies the app's whole folder into the working directory. */
export function copySource({ path }: Pick<AppBrief, 'path'>): string {
  return path === '.' ? 'COPY . .' : copyLine([path], './');
}

/** Where a folder of data lies in the production image. */
export const dataTarget = ({ folder = '/app' }: Pick<Runtime, 'folder'>, path: string): string => (path.startsWith('/') ? path : `${folder}/${path}`);

/** Brings the entrypoint, `entrypoint.sh` (see `productionEntrypointFile`) in the app's folder under `docker/`, into the production stage. */
export const entrypointCopy = (folder: string): string => `COPY --chmod=0755 ${folder}/${entrypoint} /usr/local/bin/${entrypoint}`;

/** The end of a production stage that has the entrypoint already, as `productionTail` writes it. */
export function productionEnd(app: AppBrief, { user, healthcheck, ...place }: Pick<Runtime, 'user' | 'healthcheck' | 'folder'>): string {
  const data = (app.data ?? []).map(({ path }) => shellWord(dataTarget(place, path))).join(' ');
  return renderTemplate(productionTemplate, {
    user,
    data: data === '' ? null : data,
    port: app.role === 'worker' ? null : app.port,
    healthcheck,
    probe: healthcheckCommand(productionTest(healthcheck)),
    entrypoint,
    start: execForm(app.commands.start),
    title: dockerfileValue(app.name),
  }).trimEnd();
}

/**
 * The end of every production stage: entrypoint, user, port, probe, command and labels. What `healthcheck` runs must be copied
 * before it.
 */
export function productionTail(app: AppBrief, folder: string, place: Pick<Runtime, 'user' | 'healthcheck' | 'folder'>): string {
  return `${entrypointCopy(folder)}\n${productionEnd(app, place)}`;
}

/** A test as compose writes it, in the form of a Dockerfile. */
const healthcheckCommand = ([form, ...words]: readonly string[]): string => (form === 'CMD-SHELL' ? words.join(' ') : execForm(words));

/** The entrypoint that turns secret files into variables; needs sh, env, sed, od and tr. */
export function productionEntrypointFile(folder: string): StackFile {
  return { path: `${folder}/entrypoint.sh`, content: renderTemplate(productionEntrypoint, {}), executable: true };
}

/**
 * The entrypoint of development for stacks whose dependencies live in the image, outside of the mounted source.
 * `writable` are folders, such as caches in volumes, that the owner of the source gets. `manifests` decide about dependencies: where
 * they differ from `/opt/dependencies.sha256` (`cat FILES | sha256sum` in the image), it says that the image is old.
 */
export function developmentEntrypointFile(folder: string, view: { readonly workdir: string; readonly writable: readonly string[]; readonly manifests: readonly string[] }): StackFile {
  const content = renderTemplate(developmentTemplate, { ...view, manifests: view.manifests.map(shellWord).join(' ') });
  return { path: `${folder}/entrypoint.development.sh`, content, executable: true };
}

/**
 * The entrypoint of development for stacks whose dependencies must lie in the source (`node_modules`, `vendor`): they are kept in a
 * volume over it and brought up to date at each start. The image has them in `/opt/dependencies/`, made from manifests with the
 * checksums in `/opt/dependencies.sha256` (`sha256sum FILES`).
 */
export function volumeEntrypointFile(
  folder: string,
  view: { readonly workdir: string; readonly dependencies: string; readonly manifests: readonly string[]; readonly install: string },
): StackFile {
  const content = renderTemplate(volumeTemplate, { ...view, manifests: view.manifests.map(shellWord).join(' ') });
  return { path: `${folder}/entrypoint.development.sh`, content, executable: true };
}

/** The program of development that starts a command again on each change of the source, for those that do not do so themselves. */
export const reloader = 'reload';

/** The script behind `reloader`. It looks at files with these endings in these folders, absolute; needs sh, find, sort and cksum. */
export function reloadFile(folder: string, roots: readonly string[], endings: readonly string[]): StackFile {
  const names = endings.map((ending) => `-name ${shellWord(`*.${ending}`)}`).join(' -o ');
  return { path: `${folder}/reload.sh`, content: renderTemplate(reloadTemplate, { roots: roots.map(shellWord).join(' '), names }), executable: true };
}

/** The image of workers: the app's own, with these files of the folder added. */
export function workerDockerfile(folder: string, purpose: string, copies: readonly { readonly mode: string; readonly file: string; readonly target: string }[]): StackFile {
  return { path: `${folder}/Dockerfile`, content: renderTemplate(workerTemplate, { folder, purpose, copies }) };
}
