import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import type { Architecture } from '../../../lib/design/architecture.js';
import { poolOf, proxyConnections } from '../../../lib/design/demands.js';
import { blueprint } from '../../support/blueprint.js';
import { briefOf, minimal, shop } from '../../support/briefs.js';

type Input = Readonly<Record<string, unknown>>;
const app = (parts: Input = {}): Input => ({ ...minimal.apps[0], name: 'app', ...parts });
const of = (constraints: Input, parts: Input = {}): Architecture => design(briefOf({ ...shop, ...parts, constraints }));
const networks = ({ networks: all }: Architecture): Readonly<Record<string, readonly [boolean, readonly string[]]>> => Object.fromEntries(all.map(({ name, internal, services }) => [name, [internal, services.toSorted()] as const]));
const service = ({ services }: Architecture, name: string) => services.find((each) => each.name === name)!;
const content = (architecture: Architecture, path: string): string => blueprint(architecture).find((file) => file.path === path)!.content;
const reasons = ({ decisions }: Architecture): string => decisions.map(({ title, reason }) => `${title}: ${reason}`).join('\n');

describe('strict security', () => {
  it('leaves the proxy alone at the edge, and a way out to those with a key of a third party', () => {
    const all = networks(of({ security: 'strict' }));
    assert.deepEqual(all['edge'], [false, ['nginx']]);
    assert.deepEqual(all['frontend'], [true, ['app', 'nginx']]);
    assert.deepEqual(all['backend'], [true, ['app', 'worker']]);
    assert.deepEqual(all['egress'], [false, ['app', 'worker']]);
    assert.equal(all['data']?.[0], true);
  });
  it('leaves nobody a way out where nobody is known to need it', () => {
    const all = networks(of({ security: 'strict' }, { apps: [app()], services: [] }));
    assert.deepEqual(Object.keys(all), ['edge', 'frontend']);
    assert.equal(all['frontend']?.[0], true);
  });
  it('opens development, which installs and downloads', () => {
    assert.match(content(of({ security: 'strict' }), 'docker-compose.override.yml'), /^ {2}frontend:\n {4}internal: false\n {2}backend:\n {4}internal: false/mu);
  });
  it('stops the workflow for images of others too', () => {
    const gates = (security: string): readonly string[] => [...content(of({ security }), '.github/workflows/docker.yml').matchAll(/exit-code: ["']?(\d)/gu)].map((match) => match[1]!);
    assert.ok(gates('standard').includes('0') && gates('standard').includes('1'));
    assert.deepEqual(new Set(gates('strict')), new Set(['1']));
    assert.match(content(of({ security: 'regulated' }), '.github/workflows/docker.yml'), /CRITICAL,HIGH,MEDIUM/u);
  });
  it('is explained, and never called certified', () => {
    assert.match(reasons(of({ security: 'strict' })), /Strict security: no way out/u);
    const regulated = reasons(of({ security: 'regulated', regulations: ['gdpr', 'pci'] }));
    assert.match(regulated, /Regulated \(GDPR, PCI\)[^]*nothing here is a certificate/u);
    assert.doesNotMatch(reasons(of({})), /Strict|Regulated/u);
  });
});

describe('a job whose database is run elsewhere in production', () => {
  it('has a way there', () => {
    const architecture = design(briefOf({ services: [{ technology: 'postgres', external: ['production'] }], apps: [app({ jobs: [{ name: 'migrate', command: ['node', 'm.js'] }] })] }));
    assert.deepEqual(networks(architecture)['egress'], [false, ['migrate']]);
  });
  it('needs none where the database is here', () => {
    assert.equal(networks(design(briefOf({ services: ['postgres'], apps: [app({ jobs: [{ name: 'migrate', command: ['node', 'm.js'] }] })] })))['egress'], undefined);
  });
});

describe('requests per second', () => {
  const replicas = (constraints: Input, parts: Input = {}): number | undefined => service(of(constraints, { apps: [app(parts)] }), 'app').environments.production?.replicas;
  it('make instances in production, two at least', () => {
    assert.deepEqual([replicas({}), replicas({ requestsPerSecond: 20 }), replicas({ requestsPerSecond: 450 }), replicas({ latency: 100 }), replicas({ requestsPerSecond: 90_000 })], [undefined, 2, 5, 2, 20]);
  });
  it('make one of an app that keeps files, and of files for browsers', () => {
    assert.equal(replicas({ requestsPerSecond: 450 }, { data: [{ path: 'uploads', holds: 'files' }] }), undefined);
  });
  it('are counted by the planner, instance by instance', () => {
    const memory = (constraints: Input): number => service(of({ memory: 4096, ...constraints }), 'app').environments.production!.limits!.memory;
    const one = memory({});
    const many = memory({ requestsPerSecond: 1000 });
    assert.ok(many < one, `${many} of ${one}`);
    const all = of({ memory: 4096, requestsPerSecond: 1000 }).services.reduce((sum, { environments: { production } }) => sum + (production?.limits?.memory ?? 0) * (production?.replicas ?? 1), 0);
    assert.ok(all <= 4096, String(all));
  });
  it('reach the compose file, the proxy and the manual', () => {
    const architecture = of({ requestsPerSecond: 1000, latency: 50 });
    assert.match(content(architecture, 'docker-compose.prod.yml'), /replicas: 10/u);
    assert.match(content(architecture, 'docker/nginx/nginx.conf'), /worker_connections 4096;/u);
    assert.match(reasons(architecture), /Sized for 1000 requests per second and answers within 50 ms/u);
    assert.deepEqual([{}, { requestsPerSecond: 1000 }, { requestsPerSecond: 1e9 }].map((constraints) => proxyConnections({ constraints })), [1024, 4096, 16_384]);
  });
});

describe('pools', () => {
  it('of all processes together leave the server connections for people', () => {
    assert.deepEqual([poolOf(100, 1), poolOf(100, 9), poolOf(100, 20), poolOf(100, 500)], [10, 10, 4, 1]);
  });
  it('are set in production where the app reads them', () => {
    const pool = (constraints: Input, reads: readonly string[]) => service(of(constraints, { services: ['postgres'], apps: [app({ reads })] }), 'app').environments.production?.environment?.['DB_POOL_SIZE'];
    assert.equal(pool({ requestsPerSecond: 2000 }, ['DB_POOL_SIZE', 'DATABASE_URL']), '4');
    assert.equal(pool({ requestsPerSecond: 2000 }, ['DATABASE_URL']), undefined);
    assert.equal(pool({}, ['DB_POOL_SIZE']), '10');
  });
});

describe('a team', () => {
  const manual = (team: string | undefined): string => content(of(team === undefined ? {} : { team }), 'docs/docker-operations.md');
  it('that is new to Docker gets the words explained', () => {
    assert.match(manual('beginner'), /^## Words$/mu);
    assert.doesNotMatch(manual(undefined), /^## Words$/mu);
  });
  it('that knows it gets of the checklist what does not pass', () => {
    assert.match(manual(undefined), /\*\*pass\*\*/u);
    assert.doesNotMatch(manual('expert'), /\*\*pass\*\*/u);
    assert.ok(manual('expert').split('\n').length < manual(undefined).split('\n').length - 15);
  });
});
