import programTemplate from '../../../templates/placeholder/dotnet/Program.cs.ejs';
import projectTemplate from '../../../templates/placeholder/dotnet/project.csproj.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server of ASP.NET Core, which is part of the SDK, without a package. */
export function placeholder({ name, version }: PlaceholderContext): readonly StackFile[] {
  return [
    { path: `${name}.csproj`, content: renderTemplate(projectTemplate, { version }) },
    { path: 'Program.cs', content: renderTemplate(programTemplate, { name }) },
  ];
}
