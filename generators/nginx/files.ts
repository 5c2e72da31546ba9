import { proxyById } from '../../lib/catalog/registry.js';
import type { Architecture } from '../../lib/design/architecture.js';
import { fromMirror } from '../../lib/render/mirror.js';
import { wholeFiles } from '../../lib/render/output-file.js';
import type { OutputFile } from '../../lib/render/output-file.js';

/** The reverse proxy: the first app answers everything that no other app's prefix claims. */
export function files({ apps, proxy, images }: Architecture): readonly OutputFile[] {
  const served = apps.filter(({ role }) => role !== 'worker');
  if (served.length === 0) return [];
  const routes = served.map(({ name, port }, index) => ({ prefix: index === 0 ? '/' : `/${name}/`, service: name, port }));
  return fromMirror(wholeFiles(proxyById(proxy.technology).files({ routes, bodyLimit: proxy.bodyLimit })), images.mirror);
}
