import serverTemplate from '../../../templates/placeholder/node/server.js.ejs';
import workerTemplate from '../../../templates/placeholder/node/worker.js.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server on `node:http`, without a dependency. */
export function placeholder({ name, version, worker }: PlaceholderContext): readonly StackFile[] {
  const manifest = { name, version: '0.1.0', private: true, type: 'module', engines: { node: `>=${version}` }, scripts: { start: 'node server.js', dev: 'node --watch server.js' } };
  return [
    { path: 'package.json', content: `${JSON.stringify(manifest, undefined, 2)}\n` },
    { path: 'server.js', content: renderTemplate(serverTemplate, { name }) },
    ...(worker ? [{ path: 'worker.js', content: renderTemplate(workerTemplate, {}) }, { path: 'Procfile', content: 'web: node server.js\nworker: node worker.js\n' }] : []),
  ];
}
