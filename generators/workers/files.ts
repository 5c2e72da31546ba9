import type { Architecture } from '../../lib/design/architecture.js';
import { wholeFiles } from '../../lib/render/output-file.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { stackById } from '../../lib/stacks/registry.js';

/** The image of the workers, where there are any. */
export function files({ apps }: Architecture): readonly OutputFile[] {
  const withWorkers = apps.find(({ workers }) => workers.length > 0);
  if (withWorkers === undefined) return [];
  return wholeFiles(stackById(withWorkers.stack).workerFiles());
}
