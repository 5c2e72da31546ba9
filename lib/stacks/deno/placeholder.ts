import serverTemplate from '../../../templates/placeholder/deno/main.ts.ejs';
import workerTemplate from '../../../templates/placeholder/deno/worker.ts.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server on `Deno.serve`, without a dependency. */
export function placeholder({ name, worker }: PlaceholderContext): readonly StackFile[] {
  const tasks = { start: 'deno run --allow-net --allow-env main.ts', dev: 'deno run --watch --allow-net --allow-env main.ts' };
  return [
    { path: 'deno.json', content: `${JSON.stringify({ tasks }, undefined, 2)}\n` },
    { path: 'main.ts', content: renderTemplate(serverTemplate, { name }) },
    ...(worker ? [{ path: 'worker.ts', content: renderTemplate(workerTemplate, {}) }, { path: 'Procfile', content: 'worker: deno run --allow-net --allow-env worker.ts\n' }] : []),
  ];
}
