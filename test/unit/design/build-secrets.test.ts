import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import { blueprint } from '../../support/blueprint.js';
import { briefWithApp } from '../../support/briefs.js';

const files = new Map(blueprint(design(briefWithApp({ buildSecrets: ['NPM_TOKEN'] }))).map(({ path, content }) => [path, content]));
const text = (path: string): string => files.get(path)!;

describe('a secret that only builds see', () => {
  it('comes from the environment of whoever builds, and reaches no container', () => {
    assert.match(text('docker-compose.yml'), /secrets:\n {8}- npm_token/u);
    assert.match(text('docker-compose.yml'), /^secrets:\n {2}npm_token:\n {4}environment: NPM_TOKEN$/mu);
    assert.doesNotMatch(text('docker-compose.prod.yml'), /npm_token/iu);
  });
  it('is a secret of the workflow', () => assert.match(text('.github/workflows/docker.yml'), /NPM_TOKEN: \$\{\{ secrets\.NPM_TOKEN \}\}/u));
  it('is no file that the server has to have', () => {
    assert.doesNotMatch(text('docker/secrets.sh'), /npm_token/iu);
    assert.match(text('docs/docker-operations.md'), /^Builds read `NPM_TOKEN` from the environment of whoever builds/mu);
  });
});
