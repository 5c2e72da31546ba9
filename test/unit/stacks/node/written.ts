import { suggest } from '../../../../lib/brief/suggest.js';
import { technologies } from '../../../../lib/catalog/registry.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { scan } from '../../../../lib/discovery/scan.js';
import { nodeFiles } from '../../../../lib/stacks/node/files.js';
import { stacks } from '../../../../lib/stacks/registry.js';

/** The Dockerfile and the entrypoint of development of one app of a repository. */
export function appFiles(files: Readonly<Record<string, string>>, path = '.'): { readonly dockerfile: string; readonly entrypoint: string } {
  const brief = suggest(scan(memoryRepository(files), stacks, technologies));
  const written = nodeFiles(brief.apps.find((each) => each.path === path)!, { folder: 'docker/app', assets: null });
  const text = (name: string): string => written.find((file) => file.path === `docker/app/${name}`)!.content;
  return { dockerfile: text('Dockerfile'), entrypoint: text('entrypoint.development.sh') };
}
