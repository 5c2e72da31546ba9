import assert from 'node:assert/strict';
import type { Brief } from '../../../lib/brief/brief.js';
import type { AntiPattern, Architecture } from '../../../lib/design/architecture.js';
import { prematureMicroservices } from '../../../lib/design/checks/anti-patterns.js';
import { review } from '../../../lib/design/checklist.js';
import { design } from '../../../lib/design/design.js';
import { briefOf, minimal, shop } from '../../support/briefs.js';

const apps = (...names: readonly string[]) => names.map((name) => ({ ...minimal.apps[0], name }));

function found(id: string, brief: Brief, change: (architecture: Architecture) => Partial<Architecture> = () => ({})): AntiPattern {
  const architecture = design(brief);
  return review({ ...architecture, ...change(architecture) }, brief).antiPatterns.find((each) => each.id === id) ?? assert.fail(id);
}

function assertFound(each: AntiPattern, reason: RegExp): void {
  assert.equal(each.found, true, each.reason);
  assert.match(each.reason, reason);
}

describe('anti-patterns', () => {
  const brief = briefOf(shop);

  it('are none of in a sound architecture, and each has its problem and its remedy', () => {
    const all = design(brief).checklist.antiPatterns;
    assert.deepEqual(all.map(({ id, found: seen }) => [id, seen]), [
      ['over-engineered-mvp', false], ['premature-microservices', false], ['shared-database', false], ['flat-network', false], ['no-healthchecks', false], ['anonymous-volumes', false],
    ]);
    for (const { id, title, problem, remedy, reason } of all) assert.ok([title, problem, remedy, reason].every((text) => text.length > 5), id);
  });

  it('see more pattern than the processes fill', () => {
    assertFound(found('over-engineered-mvp', briefOf({ pattern: 'web' })), /^"Standard web application" was chosen, and "Containerised monolith" holds these processes$/u);
    assert.equal(found('over-engineered-mvp', briefOf({ pattern: 'monolith' })).found, false);
  });

  it('see one program cut in pieces, and a costly pattern for few programs', () => {
    assertFound(found('premature-microservices', briefOf({ services: ['postgres'], apps: apps('users', 'orders', 'payments') })), /^users, orders and payments are deployed apart and all live on postgres$/u);
    const own = [{ technology: 'postgres', name: 'users-db' }, { technology: 'postgres', name: 'orders-db' }, { technology: 'postgres', name: 'payments-db' }];
    const apart = briefOf({ services: own, apps: apps('users', 'orders', 'payments').map((app) => ({ ...app, uses: [`${app.name}-db`] })) });
    assert.equal(found('premature-microservices', apart).found, false);
    const costly = { title: 'Services', complexity: 'high' } as const;
    const subject = (each: Brief) => ({ architecture: design(each), brief: each });
    assertFound(prematureMicroservices(subject(briefOf()), costly), /^"Services" for one program$/u);
    assert.equal(prematureMicroservices(subject(apart), costly).found, false);
  });

  it('see a database with two owners, and know that a worker is a part of its app', () => {
    assertFound(found('shared-database', briefOf({ services: ['postgres'], apps: apps('users', 'orders') })), /^users and orders share postgres$/u);
    assert.equal(found('shared-database', briefOf({ services: ['redis'], apps: apps('users', 'orders') })).found, false);
    assert.equal(found('shared-database', brief).found, false);
  });

  it('see a network where the outside meets the data', () => {
    const flat = ({ services, networks }: Architecture): Partial<Architecture> => ({
      services: services.map((service) => ({ ...service, networks: ['default'] })),
      networks: [{ ...networks[0]!, name: 'default', services: services.map(({ name }) => name) }],
    });
    assertFound(found('flat-network', brief, flat), /^every service is on default$/u);
    const joined = ({ services }: Architecture): Partial<Architecture> => ({ services: services.map((service) => (service.role === 'proxy' ? { ...service, networks: ['frontend', 'data'] } : service)) });
    assertFound(found('flat-network', brief, joined), /^nginx and the data are on data$/u);
    assertFound(found('flat-network', brief, ({ services }) => ({ services: services.map((service) => ({ ...service, networks: [] })) })), /would be on the network that Compose makes for all$/u);
  });

  it('see a service without a probe', () => {
    const blind = ({ services }: Architecture) => ({ services: services.map((service) => (service.name === 'worker' ? (JSON.parse(JSON.stringify({ ...service, healthcheck: undefined })) as typeof service) : service)) });
    assertFound(found('no-healthchecks', brief, blind), /^worker without a probe$/u);
  });

  it('see a volume without a name, and a name that no file declares', () => {
    const nameless = ({ services }: Architecture) => ({
      services: services.map((service) => (service.name === 'db' ? { ...service, common: { ...service.common, mounts: [{ kind: 'volume' as const, source: '', target: '/data' }] } } : service)),
    });
    assertFound(found('anonymous-volumes', brief, nameless), /^db:\/data$/u);
    assertFound(found('anonymous-volumes', brief, () => ({ volumes: [] })), /db:\/var\/lib\/postgresql/u);
  });
});
