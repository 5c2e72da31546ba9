import assert from 'node:assert/strict';
import { design } from '../../lib/design/design.js';
import { acceptsEveryConfiguration, configuration, hasCompose, written } from '../support/compose-config.js';
import { blueprint } from '../support/blueprint.js';
import { briefWithApp } from '../support/briefs.js';
import { hostile } from '../support/hostile.js';

describe('docker compose', () => {
  before(function () {
    if (hasCompose()) return;
    console.log('    docker compose is not here: its own check of the compose files is skipped');
    this.skip();
  });

  it('accepts what is written for ten briefs, in every environment, without a warning', () => {
    acceptsEveryConfiguration(10);
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
