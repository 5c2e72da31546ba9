import type { AppBrief } from '../brief/brief.js';
import { ignoredFor } from './line-files.js';
import type { OutputFile } from './output-file.js';

/**
 * What the build of one app of several may see: its own folders (`wanted`) without `leftovers`, and nothing else of the repository. Lies beside the
 * Dockerfile, where the builder looks for it first. An app that is the whole repository needs none.
 */
export function buildIgnore(app: AppBrief, folder: string, isOneOfSeveral: boolean, wanted: readonly string[], leftovers: readonly string[]): readonly OutputFile[] {
  const { name, path } = app;
  if (wanted.includes('.') || (!isOneOfSeveral && path === '.')) return [];
  const lines = [
    `# The build of ${name} sees these folders and nothing else.`,
    '*',
    ...[...new Set([...wanted, folder])].toSorted().map((each) => `!${each}`),
    ...ignoredFor([app], leftovers),
  ];
  return [{ path: `${folder}/Dockerfile.dockerignore`, content: `${lines.join('\n')}\n`, ownership: 'whole' }];
}
