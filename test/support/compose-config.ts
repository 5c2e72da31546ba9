import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { parseBrief } from '../../lib/brief/schema.js';
import { design } from '../../lib/design/design.js';
import { UserError } from '../../lib/diagnostics.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { briefInput } from './arbitraries.js';
import { blueprint } from './blueprint.js';
import { temporaryFolder, writeTree } from './folders.js';

const overlays = ['docker-compose.override.yml', 'docker-compose.ci.yml', 'docker-compose.prod.yml'];
/** Whether Compose is installed; it needs no engine to check files. */
export const hasCompose = (): boolean => spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0;

/** Blueprints of random briefs, the same ones each time. */
function sample(size: number): readonly (readonly OutputFile[])[] {
  return fc.sample(briefInput, { seed: 20_260_703, numRuns: size * 2 }).flatMap((input) => {
    try {
      return [blueprint(design(parseBrief(input, 'brief')))];
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  }).slice(0, size);
}

interface Configuration {
  readonly services: Readonly<Record<string, { readonly command?: readonly string[]; readonly environment?: Readonly<Record<string, string>> }>>;
}

/** What Compose itself makes of the files, or its complaint. */
export function configuration(folder: string, overlay: string, env: Readonly<Record<string, string>> = {}): Configuration {
  // a clean environment: settings of this machine must not decide
  const { PATH = '', HOME = '', DOCKER_HOST, DOCKER_CONFIG } = process.env;
  const own = Object.fromEntries(Object.entries({ PATH, HOME, DOCKER_HOST, DOCKER_CONFIG }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const { status, stdout, stderr } = spawnSync('docker', ['compose', '-f', 'docker-compose.yml', '-f', overlay, 'config', '--format', 'json'], {
    cwd: folder, encoding: 'utf8', env: { ...own, ...env },
  });
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stderr, /warn/iu);
  return JSON.parse(stdout) as Configuration;
}

/** The files in a new folder. */
export function written(files: readonly OutputFile[]): string {
  const folder = temporaryFolder();
  writeTree(folder, Object.fromEntries(files.map(({ path, content }) => [path, content])));
  return folder;
}

/** Asks Compose about that many random briefs, in each of their environments; it may not even warn. */
export function acceptsEveryConfiguration(count: number): void {
  const blueprints = sample(count);
  assert.equal(blueprints.length, count);
  for (const files of blueprints) {
    const folder = written(files);
    for (const overlay of overlays) if (files.some(({ path }) => path === overlay)) configuration(folder, overlay);
  }
}
