import template from '../../../templates/application/node/prune.mjs.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { renderTemplate } from '../../text/template.js';
import type { StackFile } from '../stack.js';
import { runsOnBun } from './bun.js';

const script = '/usr/local/lib/prune.mjs';

export function pruneFile(folder: string): StackFile {
  return { path: `${folder}/prune.mjs`, content: renderTemplate(template, {}) };
}

/** Brings the script of `pruneCommand`. */
export const pruneCopy = (folder: string): readonly string[] => ['# takes sources, tests and documents out of packages: nothing loads them', `COPY --chmod=0644 ${folder}/prune.mjs ${script}`];

/** Takes out of the packages of production what no program loads. Without folders: of every `node_modules` below. */
export function pruneCommand(app: AppBrief, packages?: string): string {
  const command = `${runsOnBun(app) ? 'bun' : 'node'} ${script}`;
  return packages === undefined ? `find . -name node_modules -prune -exec ${command} {} +` : `${command} ${packages}`;
}
