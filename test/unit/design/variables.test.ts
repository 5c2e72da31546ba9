import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import { openSecrets, optionalSecrets, secretFiles, variableSecrets } from '../../../lib/design/variables.js';
import { appWith, briefWithApp } from '../../support/briefs.js';

const app = appWith({
  variables: [
    { name: 'SECRET_KEY_BASE', kind: 'generated-secret' },
    { name: 'STRIPE_API_KEY', kind: 'external-secret' },
    { name: 'SEARCH_URL', kind: 'external-secret', example: 'https://user:word@search.example' },
    { name: 'RAILS_MASTER_KEY', kind: 'external-secret', productionOnly: true },
    { name: 'LOG_LEVEL', kind: 'plain', example: 'info' },
  ],
});

describe('secrets of an app where nothing is secret', () => {
  it('say what they are, those that sign with as many bytes as Phoenix and Rack demand', () => {
    for (const password of ['development-only', 'ci-only']) {
      const { SECRET_KEY_BASE: signing = '', ...others } = openSecrets(app, password);
      assert.ok(Buffer.byteLength(signing) >= 64, signing);
      assert.match(signing, new RegExp(`^${password}(?:-${password})+$`, 'u'));
      assert.deepEqual(others, { STRIPE_API_KEY: password, SEARCH_URL: 'https://user:word@search.example' });
    }
  });
  it('are left out where only production needs them, and may be given to the check of its image', () => {
    assert.equal('RAILS_MASTER_KEY' in openSecrets(app, 'ci-only'), false);
    assert.deepEqual(optionalSecrets(app), { RAILS_MASTER_KEY: { setting: 'RAILS_MASTER_KEY', fallback: '' } });
  });
});

describe('secrets of an app in production', () => {
  it('are a file each, those that only production needs among them', () => {
    const names = ['secret_key_base', 'stripe_api_key', 'search_url', 'rails_master_key'];
    assert.deepEqual(variableSecrets(app).map(({ name }) => name), names);
    assert.deepEqual(Object.values(secretFiles(app)), names.map((name) => `/run/secrets/${name}`));
  });
});

describe('switches of debugging', () => {
  const environments = (...variables: readonly Readonly<Record<string, string>>[]) => {
    const { common, environments: each } = design(briefWithApp({ variables: variables.map((variable) => ({ kind: 'plain', ...variable })) })).services.find(({ name }) => name === 'app')!;
    return (environment: 'development' | 'ci' | 'production') => ({ ...common.environment, ...each[environment]?.environment });
  };
  it('are off outside development, in the form that their example has', () => {
    const of = environments({ name: 'DEBUG', example: 'True' }, { name: 'APP_DEBUG', example: 'true' }, { name: 'DJANGO_DEBUG', example: '1' });
    const fallbacks = (environment: 'development' | 'ci' | 'production') => ['DEBUG', 'APP_DEBUG', 'DJANGO_DEBUG'].map((name) => (of(environment)[name] as { readonly fallback: string }).fallback);
    assert.deepEqual([fallbacks('development'), fallbacks('ci'), fallbacks('production')], [['True', 'true', '1'], ['False', 'false', '0'], ['False', 'false', '0']]);
  });
  it('are no names of what is to be logged, and nothing that is off', () => {
    const of = environments({ name: 'DEBUG', example: 'express:*' }, { name: 'SQL_DEBUG', example: 'false' }, { name: 'DEBUGGER', example: 'true' });
    assert.deepEqual(Object.entries(of('production')).flatMap(([name, value]) => (/DEBUG/u.test(name) ? [(value as { readonly fallback: string }).fallback] : [])), ['express:*', 'false', 'true']);
  });
});
