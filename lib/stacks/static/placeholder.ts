import pageTemplate from '../../../templates/placeholder/static/index.html.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** One page. */
export const placeholder = ({ name }: PlaceholderContext): readonly StackFile[] => [{ path: 'index.html', content: renderTemplate(pageTemplate, { name }) }];
