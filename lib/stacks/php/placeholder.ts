import pageTemplate from '../../../templates/placeholder/php/index.php.ejs';
import workerTemplate from '../../../templates/placeholder/php/worker.php.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A page without a dependency. */
export function placeholder({ name, version, worker }: PlaceholderContext): readonly StackFile[] {
  const manifest = { name: `app/${name}`, type: 'project', require: { php: `^${version}` } };
  return [
    { path: 'composer.json', content: `${JSON.stringify(manifest, undefined, 4)}\n` },
    { path: 'public/index.php', content: renderTemplate(pageTemplate, { name }) },
    ...(worker ? [{ path: 'worker.php', content: renderTemplate(workerTemplate, {}) }, { path: 'Procfile', content: 'worker: php worker.php\n' }] : []),
  ];
}
