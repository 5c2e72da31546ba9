import type { ProxyFile } from '../../../lib/catalog/proxy.js';
import { toYaml } from '../../../lib/render/yaml.js';

/** The text of a file as it is written. */
export function contentOf(file: ProxyFile | undefined): string {
  if (file === undefined) return '';
  return 'content' in file ? file.content : toYaml(file.data, file.heading);
}
