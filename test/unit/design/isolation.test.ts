import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import { briefOf, minimal } from '../../support/briefs.js';

const names = ['users', 'orders', 'billing', 'search'];
const architecture = design(briefOf({
  pattern: 'microservices',
  services: [...names.map((name) => ({ technology: 'postgres', name: `${name}-db` })), 'rabbitmq'],
  apps: names.map((name) => ({ ...minimal.apps[0], name, uses: [`${name}-db`, 'rabbitmq'] })),
}));
const networksOf = (name: string) => architecture.services.find((service) => service.name === name)?.networks;

describe('microservices', () => {
  it('keep each database in a network with its app and nobody else', () => {
    for (const name of names) {
      assert.deepEqual(networksOf(`${name}-db`), [`${name}-db`]);
      assert.deepEqual(architecture.networks.find((network) => network.name === `${name}-db`)?.services, [name, `${name}-db`]);
    }
  });
  it('share the broker in the network of the data tier', () => {
    assert.deepEqual(networksOf('rabbitmq'), ['data']);
    for (const name of names) assert.deepEqual(networksOf(name), ['frontend', 'backend', `${name}-db`, 'data']);
  });
  it('have no data where the outside is', () => {
    for (const { name, internal, services } of architecture.networks) {
      if (services.some((service) => service.endsWith('-db') || service === 'rabbitmq')) assert.ok(internal && !services.includes('nginx'), name);
    }
  });
  it('give each database an account, a secret and a volume of its own', () => {
    assert.deepEqual(architecture.secrets.map(({ name }) => name).filter((name) => name.endsWith('_db_password')), names.toSorted().map((name) => `${name}_db_password`));
    const environment = architecture.services.find(({ name }) => name === 'orders')?.environments.development?.environment;
    assert.equal(environment?.['DATABASE_URL'], 'postgresql://orders:development-only@orders-db:5432/orders');
  });
});
