import projectTemplate from '../../../templates/placeholder/jvm/pom.xml.ejs';
import serverTemplate from '../../../templates/placeholder/jvm/Server.java.ejs';
import workerTemplate from '../../../templates/placeholder/jvm/Worker.java.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

const folder = 'src/main/java/placeholder';

/** A server on the JDK's `com.sun.net.httpserver`, in Java and built by Maven, without a dependency. */
export function placeholder({ name, version, worker }: PlaceholderContext): readonly StackFile[] {
  return [
    { path: 'pom.xml', content: renderTemplate(projectTemplate, { name, version }) },
    { path: `${folder}/Server.java`, content: renderTemplate(serverTemplate, { name }) },
    ...(worker ? [{ path: `${folder}/Worker.java`, content: renderTemplate(workerTemplate, {}) }, { path: 'Procfile', content: `worker: java -cp target/${name}-0.1.0.jar placeholder.Worker\n` }] : []),
  ];
}
