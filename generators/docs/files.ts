import type { Architecture } from '../../lib/design/architecture.js';
import { manual } from '../../lib/render/manual.js';
import type { OutputFile } from '../../lib/render/output-file.js';

/** The operations manual. */
export function files(architecture: Architecture): readonly OutputFile[] {
  return [manual(architecture)];
}
