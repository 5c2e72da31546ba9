import assert from 'node:assert/strict';
import { applyAnswers, descriptionQuestion, questions } from '../../../lib/brief/questions.js';
import type { Answers } from '../../../lib/brief/questions.js';
import { parseBrief } from '../../../lib/brief/schema.js';
import { shop } from '../../support/briefs.js';

const suggested = parseBrief(shop, 'test');
const list = questions(suggested);
const question = (name: string) => list.find((each) => each.name === name)!;
const say = (name: string, answer: unknown, before: Partial<Answers> = {}): true | string => question(name).validate!(answer as never, before);
const valid = (name: string, text: string): boolean => say(name, text) === true;
/** What Enter through all questions answers. */
const defaults = Object.fromEntries(
  list.map(({ name, choices, type, default: value }) => [name, type === 'checkbox' ? choices!.filter(({ checked }) => checked).map((each) => each.value) : value]),
) as unknown as Answers;

describe('questions', () => {
  it('go from what it is to what it needs, where it runs and which constraints', () => {
    assert.deepEqual(list.map(({ name }) => name), ['name', 'pattern', 'services', 'proxy', 'environments', 'port', 'memory', 'security']);
  });

  it('change nothing when Enter answers them all', () => assert.deepEqual(applyAnswers(suggested, defaults), suggested));

  it('offer the patterns, the simplest first', () => {
    assert.deepEqual(question('pattern').choices!.map(({ value }) => value), ['monolith', 'web', 'data', 'event-driven', 'microservices']);
  });

  const ports: readonly (readonly [string, boolean])[] = [['1', true], ['65535', true], ['0', false], ['65536', false], ['', false], ['80a', false], ['1.5', false], ['-1', false], ['1e3', false]];
  for (const [text, ok] of ports) it(`${ok ? 'take' : 'refuse'} the port ${JSON.stringify(text)}`, () => assert.equal(valid('port', text), ok));

  const memory: readonly (readonly [string, boolean])[] = [['', true], ['2048', true], ['0', false], ['-1', false], ['2 GB', false], ['1.5', false]];
  for (const [text, ok] of memory) it(`${ok ? 'take' : 'refuse'} ${JSON.stringify(text)} as memory`, () => assert.equal(valid('memory', text), ok));

  it('propose a name for one that cannot be used', () => {
    assert.equal(valid('name', 'shop'), true);
    assert.match(String(say('name', 'Café 2')), /cafe-2$/u);
  });
});

describe('the first question', () => {
  const { validate } = descriptionQuestion(true);

  it('takes nothing, and a few words', () => assert.deepEqual([validate!('' as never), validate!('Laravel API with MySQL' as never)], [true, true]));

  it('refuses a book', () => assert.match(String(validate!('a'.repeat(20_001) as never)), /20001 characters are too many/u));
});

describe('the question for services', () => {
  const ticked = (...ids: readonly string[]) => ids.map((value) => ({ value }));
  const workers = [{ name: 'mailer', library: 'bullmq', command: ['node', 'mailer.js'], uses: ['redis'] }];
  const services = questions({ ...suggested, apps: suggested.apps.map((app) => ({ ...app, workers })) }).find(({ name }) => name === 'services')!;

  it('does not let a worker lose its queue, and says what it works with', () => {
    assert.equal(services.validate!(ticked('postgres') as never, {}), 'the worker mailer takes its jobs with bullmq: it needs Redis or Valkey');
    assert.equal(services.validate!(ticked('postgres', 'redis') as never, {}), true);
  });

  it('lets it move to another server of the same protocol', () => assert.equal(services.validate!(ticked('valkey') as never, {}), true));

  it('does not let an event-driven project lose its broker', () => {
    assert.match(String(say('services', ticked('postgres'), { pattern: 'event-driven' })), /nothing carries the events/u);
    assert.equal(say('services', ticked('postgres', 'redis', 'nats'), { pattern: 'event-driven' }), true);
  });
});

describe('answers', () => {
  it('give each app a database of its own when the project becomes microservices', () => {
    const apps = ['users', 'orders'].map((name) => ({ ...suggested.apps[0]!, name, path: name, uses: ['postgres'], workers: [], jobs: [] }));
    const shared = { ...suggested, pattern: 'web', apps, services: [{ technology: 'postgres' }] };
    const chosen = { ...defaults, services: ['postgres'] };
    assert.deepEqual(applyAnswers(shared, { ...chosen, pattern: 'microservices' }).apps.map(({ uses }) => uses), [['users-db'], ['orders-db']]);
    assert.deepEqual(applyAnswers(shared, { ...chosen, pattern: 'web' }).apps.map(({ uses }) => uses), [['postgres'], ['postgres']]);
  });

  it('wire a service that was added to every process', () => {
    const bare = { ...suggested, services: [], apps: suggested.apps.map((app) => ({ ...app, uses: [], workers: app.workers.map((worker) => ({ ...worker, uses: [] })) })) };
    const { apps, services } = applyAnswers(bare, { ...defaults, services: ['redis'] });
    assert.deepEqual([services, apps[0]!.uses, apps[0]!.workers[0]!.uses], [[{ technology: 'redis' }], ['redis'], ['redis']]);
  });

  it('take a service that was removed away from every process', () => {
    const { apps } = applyAnswers(suggested, { ...defaults, services: ['redis'] });
    assert.deepEqual([apps[0]!.uses, apps[0]!.workers[0]!.uses], [['redis'], ['redis']]);
  });

  it('keep every instance of a technology that stays, and what is managed elsewhere', () => {
    const services = [{ technology: 'postgres', name: 'orders-db' }, { technology: 'postgres', name: 'users-db', external: ['production'] as const }];
    const apps = suggested.apps.map((app) => ({ ...app, uses: ['orders-db'], urls: [{ variable: 'STORE', technology: 'orders-db' }], workers: app.workers.map((worker) => ({ ...worker, uses: ['users-db'] })) }));
    const kept = applyAnswers({ ...suggested, services, apps }, { ...defaults, services: ['postgres'] });
    assert.deepEqual([kept.services, kept.apps[0]!.uses, kept.apps[0]!.workers[0]!.uses], [services, ['orders-db'], ['users-db']]);
    const gone = applyAnswers({ ...suggested, services, apps }, { ...defaults, services: [] });
    assert.deepEqual([gone.services, gone.apps[0]!.uses, gone.apps[0]!.urls, gone.apps[0]!.workers[0]!.uses], [[], [], [], []]);
  });

  it('set name, port, environments and memory', () => {
    const brief = applyAnswers(suggested, { ...defaults, name: 'store', port: '9090', environments: [], memory: '2048' });
    assert.deepEqual([brief.project.name, brief.proxy.port, brief.environments, brief.constraints], ['store', 9090, ['development'], { memory: 2048 }]);
  });

  it('leave constraints that nobody was asked about', () => {
    assert.deepEqual(applyAnswers({ ...suggested, constraints: { cpus: 2, memory: 1 } }, { ...defaults, memory: '' }).constraints, { cpus: 2 });
  });
});
