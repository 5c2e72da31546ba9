import type { Architecture } from '../../lib/design/architecture.js';
import { hasWorkflow } from '../../lib/design/scans.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { dependabot, workflow } from '../../lib/render/workflow.js';

/** The workflow of the code host, and the bot that keeps images and actions current. */
export function files(architecture: Architecture): readonly OutputFile[] {
  return hasWorkflow(architecture) ? [workflow(architecture), dependabot(architecture)] : [];
}
