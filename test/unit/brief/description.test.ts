import assert from 'node:assert/strict';
import { placeholderNotes, placeholderRepository, placeholders, readDescription, withDescription, withoutEffect } from '../../../lib/brief/description.js';
import { parseBrief } from '../../../lib/brief/schema.js';
import { gaps, suggest } from '../../../lib/brief/suggest.js';
import { technologies } from '../../../lib/catalog/registry.js';
import { design } from '../../../lib/design/design.js';
import { UserError } from '../../../lib/diagnostics.js';
import { best } from '../../../lib/discovery/evidence.js';
import { scan } from '../../../lib/discovery/scan.js';
import { stacks } from '../../../lib/stacks/registry.js';
import { briefWithApp } from '../../support/briefs.js';

const refusal = (text: string): string => {
  try {
    readDescription(text);
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.message;
  }
  return '';
};

describe('a description', () => {
  it('that is empty, a book or not text is refused in one line', () => {
    assert.match(refusal(' \n '), /^--describe: there is no word in it/u);
    assert.match(refusal('Redis '.repeat(200_000)), /^--describe: 1200000 characters are too many/u);
    assert.match(refusal('Redis \u001b[31m'), /^--describe: there are control characters in it/u);
    for (const text of ['', 'a'.repeat(20_001), '\u0000']) assert.doesNotMatch(refusal(text), /\n/u);
  });

  it('of the greatest length is read at once, however it repeats itself', () => {
    const awkward = ['no Redis, Kafka or NATS with three services: a, b and c (4 GB) ', '1 000,', 'services: (a, ', 'not ', 'without a and ', '\n\n', 'Go '];
    for (const part of awkward) {
      const start = performance.now();
      readDescription(`x${part.repeat(20_000 / part.length)}`.slice(0, 20_000));
      assert.ok(performance.now() - start < 3000, part);
    }
  });

  it('gives the place of each word', () => {
    const text = 'Une API Laravel\navec PostgreSQL 16 et sans Redis';
    const { apps, services, excluded } = readDescription(text);
    for (const { quote, start, end, line } of [...apps, ...services, ...excluded].flatMap(({ evidence }) => evidence)) {
      assert.equal(text.slice(start, end), quote);
      assert.ok(text.split('\n')[line - 1]!.includes(quote));
    }
    assert.deepEqual(services.map(({ value, version }) => [value, version]), [['postgres', '16']]);
  });

  it('changes answers that a repository suggests', () => {
    const brief = briefWithApp({}, { services: ['redis'] });
    const changed = withDescription(brief, readDescription('MySQL, no Redis, on a 2 GB VPS with 2 vCPU'), false);
    assert.deepEqual(changed.services, [{ technology: 'mysql' }]);
    assert.deepEqual(changed.apps[0]!.uses, ['mysql']);
    assert.deepEqual(changed.constraints, { memory: 2048, cpus: 2 });
  });

  it('gives each microservice a database of its own', () => {
    const description = readDescription('Three services: users, orders and payments, in Node.js with NATS and PostgreSQL');
    const findings = scan(placeholderRepository(placeholders(description), 'shop'), stacks, technologies);
    const { services, apps } = withDescription(suggest(findings), description, true);
    assert.deepEqual(services.map(({ technology, name }) => name ?? technology).toSorted(), ['nats', 'orders-db', 'payments-db', 'users-db']);
    for (const { name, uses } of apps) assert.deepEqual(uses.toSorted(), ['nats', `${name}-db`].toSorted());
  });

  it('keeps versions and variants that can be built, and constraints', () => {
    const said = (text: string) => withDescription(briefWithApp({}, { services: [] }), readDescription(text), false);
    assert.deepEqual(said('An API with PostgreSQL 16 and Redis 7').services, [{ technology: 'postgres', version: '16' }, { technology: 'redis', version: '7' }]);
    assert.deepEqual(said('An API with postgres:16-alpine').services, [{ technology: 'postgres', version: '16-alpine' }]);
    assert.deepEqual(said('An API with pgvector').services, [{ technology: 'postgres', variant: 'pgvector' }]);
    assert.deepEqual(said('An API that answers in under 200 ms at 500 requests per second, GDPR').constraints, { latency: 200, requestsPerSecond: 500, security: 'regulated', regulations: ['gdpr'] });
  });

  it('says what no file follows', () => {
    assert.ok(withoutEffect(readDescription('An API with Elasticsearch 8')).some((line) => line.includes('Elasticsearch 8')));
    assert.deepEqual(withoutEffect(readDescription('An API with PostgreSQL 16 that answers in under 200 ms behind Traefik')), []);
  });
});

describe('placeholders', () => {
  for (const { id, title } of stacks.filter((stack) => stack.id !== 'static')) {
    it(`of ${title} are found as the servers that they are`, () => {
      const description = readDescription(`Two services: orders and users, in ${title}, with PostgreSQL`);
      const findings = scan(placeholderRepository(placeholders(description), 'shop'), stacks, technologies);
      assert.deepEqual(findings.apps.map(({ name, stack, role }) => [name, stack, role]), [['orders', id, 'web'], ['users', id, 'web']]);
      assert.ok(findings.apps.every(({ commands }) => best(commands.start) !== undefined));
      const suggested = withDescription(suggest(findings), description, true);
      assert.deepEqual(gaps(findings, suggested), []);
      const { services } = design(parseBrief(JSON.parse(JSON.stringify(suggested)), 'the answers'));
      for (const name of ['orders', 'users']) assert.ok(services.some((each) => each.name === name), name);
    });
  }

  it('have a worker where the text speaks of one', () => {
    for (const title of ['Node.js', 'Python', 'PHP', 'Ruby', 'Go', 'Java', 'Rust', 'Deno', 'C++']) {
      const description = readDescription(`${title} API with background workers and Redis`);
      const { apps } = scan(placeholderRepository(placeholders(description), 'shop'), stacks, technologies);
      assert.deepEqual(apps.map(({ role, workers }) => [role, workers.map(({ name }) => name)]), [['web', ['worker']]], title);
    }
  });

it('say where no worker stands in', () => {
    const notes = (text: string) => placeholderNotes(readDescription(text)).filter((line) => line.includes('worker'));
    assert.deepEqual(notes('Go API with background workers and Redis'), []);
    assert.match(notes('Phoenix API with background workers and Redis')[0]!, /its worker has no placeholder/u);
  });
});
