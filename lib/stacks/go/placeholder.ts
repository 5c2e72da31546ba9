import serverTemplate from '../../../templates/placeholder/go/main.go.ejs';
import workerTemplate from '../../../templates/placeholder/go/worker.go.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server on `net/http`, without a dependency. */
export function placeholder({ name, version, worker }: PlaceholderContext): readonly StackFile[] {
  return [
    { path: 'go.mod', content: `module ${name}\n\ngo ${version}\n` },
    { path: 'main.go', content: renderTemplate(serverTemplate, { name }) },
    ...(worker ? [{ path: 'cmd/worker/main.go', content: renderTemplate(workerTemplate, {}) }] : []),
  ];
}
