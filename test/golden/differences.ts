import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listTree } from '../support/folders.js';
import type { Made } from './cases.js';

/** What differs between a folder of goldens and what was made, one line each. */
export function differences(expected: string, { files }: Pick<Made, 'files'>): readonly string[] {
  const stored = new Set(existsSync(expected) ? listTree(expected) : []);
  return [
    ...[...stored].filter((path) => !files.has(path)).map((path) => `${path} is expected and was not written`),
    ...[...files].flatMap(([path, { content, executable }]) => {
      if (!stored.has(path)) return [`${path} was written and is not expected`];
      const file = join(expected, path);
      const isExecutable = (statSync(file).mode & 0o100) !== 0;
      return [...(isExecutable === executable ? [] : [`${path}: executable ${executable}, expected ${isExecutable}`]), ...(readFileSync(file, 'utf8') === content ? [] : [`${path} differs`])];
    }),
  ];
}

