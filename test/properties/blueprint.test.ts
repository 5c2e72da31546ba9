import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { environmentIds, securityLevels, teamLevels } from '../../lib/brief/brief.js';
import type { Brief, EnvironmentId } from '../../lib/brief/brief.js';
import { parseBrief } from '../../lib/brief/schema.js';
import { proxies, technologies } from '../../lib/catalog/registry.js';
import { patterns } from '../../lib/patterns/registry.js';
import { design } from '../../lib/design/design.js';
import { UserError } from '../../lib/diagnostics.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { briefInput } from '../support/arbitraries.js';
import { blueprint } from '../support/blueprint.js';
import { shop } from '../support/briefs.js';
import { literal, mergedCompose, parseCompose, schemaProblems } from '../support/compose.js';
import { composeViolations } from '../support/invariants.js';

const runs = { seed: 20_260_701, numRuns: 1500 };
const overlays: Record<EnvironmentId, string> = { development: 'docker-compose.override.yml', ci: 'docker-compose.ci.yml', production: 'docker-compose.prod.yml' };

interface Made {
  readonly brief: Brief;
  readonly files: readonly OutputFile[];
}

/** The blueprint of a brief, or nothing where the brief is refused with a message for its author. */
function made(input: unknown): Made | undefined {
  try {
    const brief = parseBrief(input, 'brief');
    return { brief, files: blueprint(design(brief)) };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const cases = fc.sample(briefInput, { seed: runs.seed, numRuns: runs.numRuns });
/** Each brief that is accepted, with its blueprint; made once. */
let accepted: readonly (Made & { readonly input: unknown })[] | undefined;
const blueprints = () =>
  (accepted ??= cases.flatMap((input) => {
    const result = made(input);
    return result === undefined ? [] : [{ ...result, input }];
  }));

/** What a brief is a case of. */
const traitsOf = ({ pattern, services, proxy, environments, constraints }: Brief): readonly string[] => [
  pattern, proxy.technology, ...environments, ...services.map(({ technology }) => technology), ...services.flatMap(({ variant }) => variant ?? []),
  ...Object.entries(constraints).flatMap(([key, value]) => (key === 'security' || key === 'team' ? [`${key} ${String(value)}`] : [key])),
];
const wantedTraits = [
  ...patterns.map(({ id }) => id), ...proxies.map(({ id }) => id), ...environmentIds, ...technologies.map(({ id }) => id),
  ...securityLevels.map((level) => `security ${level}`), ...teamLevels.map((level) => `team ${level}`), 'memory', 'cpus', 'requestsPerSecond', 'latency',
];

interface Limited {
  readonly deploy?: { readonly replicas?: number; readonly resources?: { readonly limits?: { readonly memory: string; readonly cpus: string } } };
}

/** What Compose would see, read once: reading takes longer than every check. */
const stacks = new Map<readonly OutputFile[], Partial<Record<EnvironmentId, ReturnType<typeof mergedCompose>>>>();
function stackOf(files: readonly OutputFile[], environment: EnvironmentId): ReturnType<typeof mergedCompose> {
  const known = stacks.get(files) ?? {};
  stacks.set(files, known);
  return (known[environment] ??= mergedCompose(files, overlays[environment]));
}

/** For each environment of each brief: what Compose would see. */
function forEachStack(check: (stack: ReturnType<typeof mergedCompose>, environment: EnvironmentId, input: unknown) => void): void {
  for (const { brief, files, input } of blueprints()) {
    for (const environment of brief.environments) check(stackOf(files, environment), environment, input);
  }
}

describe('any brief', function suite() {
  this.timeout(300_000);
  after(() => stacks.clear());

  it('is designed, or refused with a message for its author', () => {
    assert.ok(blueprints().length >= 1000, `only ${blueprints().length} of ${runs.numRuns} briefs were accepted: the test says little`);
  });

  it('gives the same bytes twice', () => {
    for (const { input, files } of blueprints()) assert.deepEqual(made(structuredClone(input))?.files, files);
  });

  it('covers every technology, pattern, proxy, environment and level at least twenty times', () => {
    const counts = new Map<string, number>();
    for (const { brief } of blueprints()) for (const each of new Set(traitsOf(brief))) counts.set(each, (counts.get(each) ?? 0) + 1);
    const lines = [...counts].toSorted(([a], [b]) => a.localeCompare(b, 'en')).map(([trait, count]) => `${trait} ${count}`);
    console.log(`    ${blueprints().length} briefs: ${lines.join(', ')}`);
    for (const trait of wantedTraits) assert.ok((counts.get(trait) ?? 0) >= 20, `${trait}: ${counts.get(trait) ?? 0}`);
  });

  it('stays within the budget of its host', () => {
    for (const { brief, files, input } of blueprints()) {
      const { memory = Number.POSITIVE_INFINITY, cpus = Number.POSITIVE_INFINITY } = brief.constraints;
      if (!brief.environments.includes('production')) continue;
      const limits = Object.values(stackOf(files, 'production')['services'] as Readonly<Record<string, Limited>>).flatMap(({ deploy }) => (deploy?.resources?.limits === undefined ? [] : [{ ...deploy.resources.limits, replicas: deploy.replicas ?? 1 }]));
      assert.ok(limits.reduce((sum, each) => sum + Number.parseInt(each.memory, 10) * each.replicas, 0) <= memory, JSON.stringify(input));
      assert.ok(limits.reduce((sum, each) => sum + Math.round(Number(each.cpus) * 100) * each.replicas, 0) <= cpus * 100, JSON.stringify(input));
    }
  });

  it('gives each path once, inside the project, and no carriage return', () => {
    for (const { files } of blueprints()) {
      assert.equal(new Set(files.map(({ path }) => path)).size, files.length);
      for (const { path, content } of files) {
        assert.ok(!path.startsWith('/') && !path.split('/').includes('..'), path);
        assert.ok(content.endsWith('\n') && !content.endsWith('\n\n\n'), path);
      }
    }
  });

  it('gives compose files that the official schema accepts', () => {
    forEachStack((stack, environment, input) => {
      assert.deepEqual(schemaProblems(stack), [], `${environment} of ${JSON.stringify(input)}`);
    });
  });

  it('keeps what every blueprint promises', () => {
    forEachStack((stack, environment, input) => {
      assert.deepEqual(composeViolations(stack, environment), [], `${environment} of ${JSON.stringify(input)}`);
    });
  });

  it('keeps texts as they are, whatever they hold, for parsers of YAML 1.1 and 1.2', () => {
    // two more readings of each file: a third of the briefs says as much
    for (const { input, ...result } of blueprints().filter((_, index) => index % 3 === 0)) {
      for (const version of ['1.1', '1.2'] as const) assert.deepEqual(textsOf(result, version), wantedTexts(result.brief), JSON.stringify(input));
    }
  });
});

type Service = Readonly<Record<string, unknown>> & { readonly command?: readonly string[]; readonly environment?: Readonly<Record<string, string>> };

function servicesIn(files: readonly OutputFile[], path: string, version: '1.1' | '1.2'): Readonly<Record<string, Service>> {
  return parseCompose(files.find((file) => file.path === path)!.content, version)['services'] as Readonly<Record<string, Service>>;
}

/** Development commands and examples of plain variables, as the containers would get them. */
function textsOf({ brief, files }: Made, version: '1.1' | '1.2'): object {
  const base = servicesIn(files, 'docker-compose.yml', version);
  const development = servicesIn(files, 'docker-compose.override.yml', version);
  return Object.fromEntries(
    brief.apps.map((app) => [
      app.name,
      {
        command: development[app.name]!.command!.map(literal),
        examples: plain(app).map(({ name }) => [name, fallbackOf(base[app.name]!.environment![name]!, name)]),
      },
    ]),
  );
}

const plain = ({ variables }: Brief['apps'][number]) => variables.filter(({ kind }) => kind === 'plain');

/** `${NAME:-text}` gives the text when the setting is not given. */
function fallbackOf(value: string, name: string): string {
  const start = `\${${name}:-`;
  return literal(value.startsWith(start) ? value.slice(start.length, -1) : value);
}

function wantedTexts({ apps }: Brief): object {
  return Object.fromEntries(
    apps.map((app) => [app.name, { command: [...app.commands.development], examples: plain(app).map(({ name, example }) => [name, example ?? '']) }]),
  );
}

describe('the checks themselves', () => {
  const { files } = made(shop)!;
  const stack = () => structuredClone(mergedCompose(files, overlays.production)) as Record<string, Record<string, Record<string, unknown>>>;
  const broken = (change: (services: Record<string, Record<string, unknown>>, whole: Record<string, unknown>) => void, environment: EnvironmentId = 'production') => {
    const copy = stack();
    change(copy['services']!, copy);
    return composeViolations(copy, environment);
  };

  it('find nothing in the example', () => assert.deepEqual(composeViolations(stack(), 'production'), []));

  const breaches: readonly (readonly [string, (services: Record<string, Record<string, unknown>>, whole: Record<string, unknown>) => void, RegExp])[] = [
    ['a proxy beside the data', (services) => { services['nginx']!['networks'] = ['frontend', 'data']; }, /nginx shares the network data with db/u],
    ['a published database', (services) => { services['db']!['ports'] = ['5432:5432']; }, /db publishes a port/u],
    ['a service without a probe', (services) => { delete services['app']!['healthcheck']; }, /app has no healthcheck/u],
    ['a service without limits', (services) => { delete services['app']!['deploy']; }, /app has no memory limit/u],
    ['unrotated logs', (services) => { delete services['db']!['logging']; }, /db does not rotate its logs/u],
    ['capabilities', (services) => { services['db']!['cap_drop'] = []; }, /db keeps capabilities/u],
    ['a writable root', (services) => { delete services['worker']!['read_only']; }, /worker may write its root/u],
    ['new privileges', (services) => { services['worker']!['security_opt'] = []; }, /worker may gain privileges/u],
    ['a password', (services) => { services['db']!['environment'] = { POSTGRES_PASSWORD: 'hunter2' }; }, /db holds a literal credential: POSTGRES_PASSWORD/u],
    ['a password in a URL', (services) => { services['app']!['environment'] = { X: 'redis://:hunter2@redis:6379' }; }, /app holds a literal credential: X/u],
    ['an anonymous volume', (services) => { services['db']!['volumes'] = ['/data']; }, /db has an anonymous volume/u],
    ['a root user', (services) => { services['app']!['user'] = '0:0'; }, /app runs as root/u],
    ['a version', (_, whole) => { whole['version'] = '3'; }, /the file names a version/u],
    ['an open data network', (_, whole) => { whole['networks'] = { data: {} }; }, /the network data has a route to the outside/u],
  ];
  for (const [what, change, line] of breaches) {
    it(`find ${what}`, () => {
      const found = broken(change);
      assert.ok(found.some((each) => line.test(each)), `found only ${JSON.stringify(found)}`);
    });
  }

  it('find what the schema does not know', () => {
    assert.deepEqual(schemaProblems(stack()), []);
    const copy = stack();
    copy['services']!['app']!['comand'] = ['x'];
    assert.ok(schemaProblems(copy).length > 0);
  });

  it('find a text that would be interpolated', () => {
    assert.equal(literal('a$$b'), 'a$b');
    assert.throws(() => literal('a$b'), /would be interpolated/u);
  });
});
