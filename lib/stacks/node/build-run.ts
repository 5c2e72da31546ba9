import type { AppBrief } from '../../brief/brief.js';
import { shellWord } from '../../text/quote.js';
import { findFramework } from './framework.js';
import { appFolder } from './image.js';

/** What a mount may name without quotes. */
const plain = /^[\w./@-]+$/u;

/**
 * The mount in which the framework keeps what makes its next build fast, and the command that works in it. The builds of one app take
 * turns: none of these tools expects another one in its folder. No image contains what lies there.
 */
function inCache(app: AppBrief, project: string | undefined, command: string): { readonly mount: string; readonly command: string } | undefined {
  const cache = findFramework(app.framework)?.build?.cache;
  // exec form knows no second command
  if (cache === undefined || project === undefined || command.startsWith('[')) return undefined;
  const target = `${appFolder(app)}/${cache.folder}`;
  if (!plain.test(target)) return undefined;
  return {
    mount: `--mount=type=cache,id=${project}-${app.name}-build,target=${target},sharing=locked`,
    command: cache.drop === undefined ? command : `rm -rf ${target}/${cache.drop} && ${command}`,
  };
}

/** The instruction that builds the app; `folders` may be left out by the build, and production copies them. */
export function buildRun(app: AppBrief, project: string | undefined, command: string, folders: readonly string[] = []): string {
  const cached = inCache(app, project, command);
  const run = cached === undefined ? `RUN ${command}` : `RUN ${cached.mount} \\\n    ${cached.command}`;
  if (folders.length === 0) return run;
  const make = `mkdir -p ${folders.map(shellWord).join(' ')}`;
  return command.startsWith('[') ? `${run}\nRUN ${make}` : `${run} && ${make}`;
}
