import serverTemplate from '../../../templates/placeholder/python/main.py.ejs';
import workerTemplate from '../../../templates/placeholder/python/worker.py.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server on `http.server`, without a dependency. */
export function placeholder({ name, version, worker }: PlaceholderContext): readonly StackFile[] {
  return [
    { path: 'requirements.txt', content: '# what your code needs goes here\n' },
    { path: '.python-version', content: `${version}\n` },
    { path: 'main.py', content: renderTemplate(serverTemplate, { name }) },
    { path: 'Procfile', content: `web: python main.py\n${worker ? 'worker: python worker.py\n' : ''}` },
    ...(worker ? [{ path: 'worker.py', content: renderTemplate(workerTemplate, {}) }] : []),
  ];
}
