import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseBrief } from '../../lib/brief/schema.js';
import { design } from '../../lib/design/design.js';
import { UserError } from '../../lib/diagnostics.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { briefInput } from '../support/arbitraries.js';
import { blueprint } from '../support/blueprint.js';
import { configuration, hasCompose } from '../support/compose-config.js';
import { briefWithApp } from '../support/briefs.js';
import { temporaryFolder, writeTree } from '../support/folders.js';
import { hostile } from '../support/hostile.js';

const overlays = ['docker-compose.override.yml', 'docker-compose.ci.yml', 'docker-compose.prod.yml'];

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

function written(files: readonly OutputFile[]): string {
  const folder = temporaryFolder();
  writeTree(folder, Object.fromEntries(files.map(({ path, content }) => [path, content])));
  return folder;
}

describe('docker compose', () => {
  before(function () {
    if (hasCompose()) return;
    console.log('    docker compose is not here: its own check of the compose files is skipped');
    this.skip();
  });

  it('accepts what is written for ten briefs, in every environment, without a warning', () => {
    for (const files of sample(10)) {
      const folder = written(files);
      for (const overlay of overlays) if (files.some(({ path }) => path === overlay)) configuration(folder, overlay);
    }
  });

  it('hands every text to the container as it was', () => {
    const examples = hostile.filter((text) => !/[\u0000-\u001f]/u.test(text));
    const variables = examples.map((example, index) => ({ name: `V${index}`, example }));
    const command = ['node', ...hostile];
    const { services } = configuration(written(blueprint(design(briefWithApp({ commands: { start: ['node', 's.js'], development: command }, variables })))), 'docker-compose.override.yml');
    // `config` writes a dollar sign as Compose would read it again
    const plain = (text: string): string => text.replaceAll('$$', '$');
    assert.deepEqual(services['app']!.command!.map(plain), command);
    assert.deepEqual(variables.map(({ name }) => plain(services['app']!.environment![name]!)), examples);
  });

  it('prefers a setting of the user to the example', () => {
    const folder = written(blueprint(design(briefWithApp({ variables: [{ name: 'LOG_LEVEL', example: 'info' }] }))));
    assert.equal(configuration(folder, 'docker-compose.override.yml', { LOG_LEVEL: 'debug' }).services['app']!.environment!['LOG_LEVEL'], 'debug');
  });
});
