import applicationTemplate from '../../../templates/placeholder/elixir/application.ex.ejs';
import projectTemplate from '../../../templates/placeholder/elixir/mix.exs.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server on `gen_tcp`, which reads HTTP by itself, without a package. */
export function placeholder({ name, version }: PlaceholderContext): readonly StackFile[] {
  const app = name.replaceAll('-', '_');
  return [
    { path: 'mix.exs', content: renderTemplate(projectTemplate, { app, version }) },
    { path: 'lib/placeholder/application.ex', content: renderTemplate(applicationTemplate, { name }) },
  ];
}
