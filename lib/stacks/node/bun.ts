import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion, imageReference } from '../../catalog/images.js';
import type { Argv } from '../../discovery/findings.js';
import { commandOf } from '../../text/shell-words.js';

/** Whether Bun itself runs the program of a command; `bun run start` runs a script, which may well be Node.js. */
function isBunProgram(argv: Argv): boolean {
  const { words: [program, first = '', second = ''] } = commandOf(argv);
  return program === 'bun' && (first !== 'run' || /[./]/u.test(second));
}

/** Whether the app runs on Bun and not on Node.js. A workspace is installed with npm's help, so its apps keep Node.js beside Bun. */
export function runsOnBun({ packageManager, commands, role, workspace }: Pick<AppBrief, 'packageManager' | 'commands' | 'role' | 'workspace'>): boolean {
  return packageManager.name === 'bun' && role !== 'static' && workspace === undefined && isBunProgram(commands.start);
}

/** The image that all stages but that of a file server start from. */
export function imageOf(app: AppBrief): string {
  if (!runsOnBun(app)) return imageOfVersion('node', app.version);
  return app.packageManager.version === undefined ? imageReference('bun') : imageOfVersion('bun', app.packageManager.version);
}

/** Takes scripts out of the manifest. */
export function withoutScripts(app: AppBrief): string {
  if (app.installScripts.length === 0) return '';
  return `${runsOnBun(app) ? 'bun pm' : 'npm'} pkg delete ${app.installScripts.map((script) => `scripts.${script}`).join(' ')}`;
}

const preload = '/usr/local/lib/heartbeat.mjs';

/** What makes a worker show that its event loop turns: each runtime reads its own variable. */
export function heartbeatOf(argv: Argv): Readonly<Record<string, string>> {
  const node = { NODE_OPTIONS: `--import=${preload}` };
  return commandOf(argv).words[0] === 'bun' ? { ...node, BUN_OPTIONS: `--preload=${preload}` } : node;
}
