import type { Architecture } from '../../lib/design/architecture.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { files as application } from '../../generators/application/files.js';
import { files as ci } from '../../generators/ci/files.js';
import { files as compose } from '../../generators/compose/files.js';
import { files as docs } from '../../generators/docs/files.js';
import { files as nginx } from '../../generators/nginx/files.js';
import { files as workers } from '../../generators/workers/files.js';

/** What each generator writes of an architecture. */
export const renderers = { application, nginx, workers, compose, ci, docs } as const;

/** Everything that is written, as the root generator does it. */
export function blueprint(architecture: Architecture): readonly OutputFile[] {
  return Object.values(renderers).flatMap((files) => files(architecture));
}

/** The text of one file of a blueprint. */
export function contentOf(files: readonly OutputFile[], path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`${path} is not written, only ${files.map((each) => each.path).join(', ')}`);
  return file.content;
}
