import serverTemplate from '../../../templates/placeholder/crystal/main.cr.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server on `http/server`, without a shard. */
export function placeholder({ name, version }: PlaceholderContext): readonly StackFile[] {
  return [
    { path: 'shard.yml', content: `name: ${name}\nversion: 0.1.0\n\ntargets:\n  ${name}:\n    main: src/main.cr\n\ncrystal: ~> ${version}\n` },
    { path: 'src/main.cr', content: renderTemplate(serverTemplate, { name }) },
  ];
}
