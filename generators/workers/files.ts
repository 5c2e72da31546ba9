import { workerFolder } from '../../lib/brief/service-names.js';
import type { Architecture } from '../../lib/design/architecture.js';
import { wholeFiles } from '../../lib/render/output-file.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { stackById } from '../../lib/stacks/registry.js';

/** The image of the workers of each stack that has any. */
export function files({ apps }: Architecture): readonly OutputFile[] {
  const folders = new Map(apps.filter(({ workers }) => workers.length > 0).map((app) => [workerFolder({ apps }, app), app.stack]));
  return wholeFiles([...folders].flatMap(([folder, stack]) => stackById(stack).workerFiles(folder)));
}
