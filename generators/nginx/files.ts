import { proxyById } from '../../lib/catalog/registry.js';
import type { Architecture } from '../../lib/design/architecture.js';
import { proxyConnections } from '../../lib/design/demands.js';
import { appRoutes } from '../../lib/design/routes.js';
import { fromMirror } from '../../lib/render/mirror.js';
import { wholeFiles } from '../../lib/render/output-file.js';
import { toYaml } from '../../lib/render/yaml.js';
import type { OutputFile } from '../../lib/render/output-file.js';

/** The reverse proxy, which knows the way to every app that serves. */
export function files({ apps, proxy, images, constraints }: Architecture): readonly OutputFile[] {
  const routes = appRoutes(apps);
  if (routes.length === 0) return [];
  const files = proxyById(proxy.technology).files({ routes, bodyLimit: proxy.bodyLimit, connections: proxyConnections({ constraints }) });
  return fromMirror(wholeFiles(files.map((file) => ('content' in file ? file : { path: file.path, content: toYaml(file.data, file.heading) }))), images.mirror);
}
