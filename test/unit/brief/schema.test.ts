import assert from 'node:assert/strict';
import { parseBrief } from '../../../lib/brief/schema.js';
import { briefWithApp, minimal, shop } from '../../support/briefs.js';
import { refusal } from '../../support/errors.js';

const app = (parts: Readonly<Record<string, unknown>>) => ({ ...minimal, apps: [{ ...minimal.apps[0], ...parts }] });
const whole = (parts: Readonly<Record<string, unknown>>) => ({ ...minimal, ...parts });
const problems = (input: unknown): readonly string[] => refusal(() => parseBrief(input, 'brief.yml'));

describe('brief', () => {
  it('fills in what a minimal one leaves out', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(parseBrief(minimal, 'brief.yml'))), {
      project: { name: 'shop', version: '0.1.0' },
      pattern: 'monolith',
      apps: [
        {
          name: 'app', path: '.', role: 'web', stack: 'node', language: 'javascript', version: '26', packageManager: { name: 'npm' }, port: 3000,
          commands: { start: ['node', 'server.js'], development: ['node', 'server.js'] },
          systemPackages: { build: [], runtime: [] }, buildSecrets: [],
          installFiles: [], installScripts: [], variables: [], urls: [], reads: [], uses: [], workers: [], jobs: [],
        },
      ],
      services: [],
      proxy: { technology: 'nginx', port: 8080, productionPort: 80, bodyLimit: 10 },
      environments: ['development', 'ci', 'production'],
      ci: { provider: 'github' },
      constraints: {},
      images: {},
      locale: 'en',
    });
  });

  it('comes back unchanged when it is read again', () => {
    const once = parseBrief(shop, 'brief.yml');
    assert.deepEqual(parseBrief(JSON.parse(JSON.stringify(once)), 'again'), JSON.parse(JSON.stringify(once)));
  });

  it('lets every process use every service, unless it says which', () => {
    const { apps } = parseBrief(shop, 'brief.yml');
    assert.deepEqual([apps[0]!.uses, apps[0]!.workers[0]!.uses], [['postgres', 'redis'], ['postgres', 'redis']]);
    const narrow = briefWithApp({ uses: ['redis'], workers: [{ name: 'mails', command: ['node', 'w.js'] }] }, { services: ['postgres', 'redis'] });
    assert.deepEqual([narrow.apps[0]!.uses, narrow.apps[0]!.workers[0]!.uses], [['redis'], ['redis']]);
  });

  it('takes the simplest pattern that holds the processes', () => {
    assert.equal(parseBrief(minimal, 'brief.yml').pattern, 'monolith');
    assert.equal(parseBrief(shop, 'brief.yml').pattern, 'web');
  });

  it('always has development, and lists environments in order', () => {
    assert.deepEqual(parseBrief(whole({ environments: ['production'] }), 'brief.yml').environments, ['development', 'production']);
  });

  const paths: readonly (readonly [string, string])[] = [['.', '.'], ['./', '.'], ['./api', 'api'], ['apps//api/', 'apps/api'], ['a b', 'a b']];
  for (const [path, expected] of paths) it(`reads the path ${path} as ${expected}`, () => assert.equal(parseBrief(app({ path }), 'brief.yml').apps[0]!.path, expected));

  it('takes versions as numbers and as texts', () => {
    for (const version of [24, '24']) assert.equal(parseBrief(app({ version }), 'brief.yml').apps[0]!.version, '24');
  });

  it('names every problem with its path, in one go', () => {
    const lines = problems({
      project: { name: 'My Shop', version: 'a b' },
      pattern: 'spaghetti',
      apps: [{ stack: 'cobol', port: 0, commands: { start: [] } }],
      services: ['oracle'],
    });
    const found = new Set(lines.map((line) => line.split(': ').slice(0, 2).join(': ')));
    for (const path of ['project.name', 'project.version', 'pattern', 'apps.0.stack', 'apps.0.port', 'apps.0.commands.start', 'services.0']) {
      assert.ok(found.has(`brief.yml: ${path}`), `${path} is not among\n${lines.join('\n')}`);
    }
    assert.equal(lines.length, 7);
  });
});

describe('an unusable brief', () => {
  /** What is wrong, and the one line that says so. */
  const cases: readonly (readonly [string, unknown, RegExp])[] = [
    ['a text', 'shop', /^brief\.yml: the brief: expected Object, found "shop"$/u],
    ['nothing', null, /^brief\.yml: the brief: expected Object, found null$/u],
    ['a list', [], /^brief\.yml: the brief: expected Object, found Array$|^brief\.yml: project: this is missing$/u],
    ['an unknown key', whole({ shoes: 1 }), /^brief\.yml: shoes: this key is not known$/u],
    ['an unknown key of an app', app({ prot: 1 }), /^brief\.yml: apps\.0\.prot: this key is not known$/u],
    ['an unknown key of a command', app({ commands: { start: ['a'], strat: ['b'] } }), /^brief\.yml: apps\.0\.commands\.strat: this key is not known$/u],
    ['no app', whole({ apps: [] }), /^brief\.yml: apps: at least one app is needed$/u],
    ['no start command', app({ commands: {} }), /^brief\.yml: apps\.0\.commands\.start: this is missing$/u],
    ['an empty start command', app({ commands: { start: [] } }), /^brief\.yml: apps\.0\.commands\.start: a command is a list of words/u],
    ['a command that is one text', app({ commands: { start: 'node a.js' } }), /^brief\.yml: apps\.0\.commands\.start: expected Array, found "node a\.js"$/u],
    ['a NUL byte in a command', app({ commands: { start: ['a\u0000b'] } }), /^brief\.yml: apps\.0\.commands\.start\.0: a NUL byte/u],
    ['port 0', app({ port: 0 }), /^brief\.yml: apps\.0\.port: a port is 1 to 65535$/u],
    ['port 65536', app({ port: 65_536 }), /^brief\.yml: apps\.0\.port: a port is 1 to 65535$/u],
    ['a negative port', app({ port: -1 }), /^brief\.yml: apps\.0\.port: a port is 1 to 65535$/u],
    ['half a port', app({ port: 1.5 }), /^brief\.yml: apps\.0\.port: a port is a whole number$/u],
    ['a port that is a text', app({ port: '80' }), /^brief\.yml: apps\.0\.port: expected number, found "80"$/u],
    ['a proxy port out of range', whole({ proxy: { port: 70_000 } }), /^brief\.yml: proxy\.port: a port is 1 to 65535$/u],
    ['the port of the proxy twice', whole({ proxy: { port: 80, productionPort: 80 } }), /^brief\.yml: proxy\.productionPort: port 80 is taken by proxy\.port$/u],
    ['a path with ..', app({ path: '../x' }), /^brief\.yml: apps\.0\.path: "\.\.\/x" must lie inside the repository/u],
    ['a path with .. inside', app({ path: 'a/../../x' }), /^brief\.yml: apps\.0\.path: .*must lie inside/u],
    ['an absolute path', app({ path: '/etc' }), /^brief\.yml: apps\.0\.path: "\/etc" must lie inside/u],
    ['a path with backslashes', app({ path: 'a\\b' }), /^brief\.yml: apps\.0\.path: .*must lie inside/u],
    ['a path on a drive', app({ path: 'C:x' }), /^brief\.yml: apps\.0\.path: .*must lie inside/u],
    ['a path that Docker would expand', app({ path: 'apps/$HOME' }), /^brief\.yml: apps\.0\.path: .*a path may hold/u],
    ['a path that Docker would read as a pattern', app({ path: 'apps/[a]*' }), /^brief\.yml: apps\.0\.path: .*a path may hold/u],
    ['a path with a colon', app({ path: 'a:b' }), /^brief\.yml: apps\.0\.path: /u],
    ['an empty path', app({ path: '' }), /^brief\.yml: apps\.0\.path: .*must lie inside/u],
    ['a lock file outside', app({ lockFile: '../package-lock.json' }), /^brief\.yml: apps\.0\.lockFile: .*must lie inside/u],
    ['an install file outside', app({ installFiles: ['../.npmrc'] }), /^brief\.yml: apps\.0\.installFiles\.0: a plain relative path$/u],
    ['a variable name with a dash', app({ variables: [{ name: 'A-B' }] }), /^brief\.yml: apps\.0\.variables\.0\.name: a variable name/u],
    ['a variable name with a digit first', app({ variables: [{ name: '1A' }] }), /^brief\.yml: apps\.0\.variables\.0\.name: a variable name/u],
    ['a variable name that is shell', app({ reads: ['A$(id)'] }), /^brief\.yml: apps\.0\.reads\.0: a variable name/u],
    ['an example of two lines', app({ variables: [{ name: 'A', example: 'x\ny' }] }), /^brief\.yml: apps\.0\.variables\.0\.example: an example is one line$/u],
    ['a health route with a query', app({ health: '/healthz?x=1' }), /^brief\.yml: apps\.0\.health: a health route is a path/u],
    ['a health route with a quote', app({ health: '/"' }), /^brief\.yml: apps\.0\.health: a health route is a path/u],
    ['a mirror without a slash at its end', whole({ images: { mirror: 'mirror.example' } }), /^brief\.yml: images\.mirror: a prefix of image names/u],
    ['a mirror that is more than a name', whole({ images: { mirror: 'mirror.example/\nRUN id/' } }), /^brief\.yml: images\.mirror: a prefix of image names/u],
    ['a version that is a range', app({ version: '>=20' }), /^brief\.yml: apps\.0\.version: a version is a number such as/u],
    ['an unknown package manager', app({ packageManager: { name: 'pip' } }), /^brief\.yml: apps\.0\.packageManager\.name: one of npm, pnpm/u],
    ['a manager version that is shell', app({ packageManager: { name: 'pnpm', version: '9;id' } }), /^brief\.yml: apps\.0\.packageManager\.version: a version such as/u],
    ['an unknown service', whole({ services: ['oracle'] }), /^brief\.yml: services\.0: .*not known: postgres, redis$|^brief\.yml: services\.0: a technology$/u],
    ['an unknown proxy', whole({ proxy: { technology: 'iis' } }), /^brief\.yml: proxy\.technology: "iis" is not known: nginx, traefik, caddy, kong$/u],
    ['an unknown environment', whole({ environments: ['moon'] }), /^brief\.yml: environments\.0: one of development, ci, production$/u],
    ['a used service that is not listed', app({ uses: ['redis'] }), /^brief\.yml: apps\.0\.uses: "redis" is used but not listed under services$/u],
    ['a worker that uses an unlisted service', app({ workers: [{ name: 'w', command: ['a'], uses: ['redis'] }] }), /^brief\.yml: apps\.0\.workers\.0\.uses: "redis" is used but not listed/u],
    ['no processors', whole({ constraints: { cpus: 0 } }), /^brief\.yml: constraints\.cpus: a number of processors, such as 2 or 0\.5$/u],
    ['processors in words', whole({ constraints: { cpus: '2' } }), /^brief\.yml: constraints\.cpus: /u],
    ['memory of half a MiB', whole({ constraints: { memory: 0.5 } }), /^brief\.yml: constraints\.memory: /u],
    ['an image tag with a space', whole({ project: { name: 'shop', version: '1 2' } }), /^brief\.yml: project\.version: an image tag/u],
  ];
  for (const [what, input, line] of cases) {
    it(`is refused for ${what}`, () => {
      const lines = problems(input);
      assert.ok(lines.some((each) => line.test(each)), lines.join('\n'));
    });
  }

  const names: readonly (readonly [string, string])[] = [['My Shop', 'my-shop'], ['Café', 'cafe'], ['3d', 'app-3d'], ['SHOP', 'shop'], ['a_b', 'a-b']];
  for (const [name, proposal] of names) {
    it(`proposes ${proposal} for the name ${name}`, () => {
      for (const [path, input] of [['project.name', whole({ project: { name } })], ['apps.0.name', app({ name })]] as const) {
        const lines = problems(input);
        assert.equal(lines.length, 1);
        assert.ok(lines[0]!.startsWith(`brief.yml: ${path}: ${JSON.stringify(name)} cannot name`), lines[0]);
        assert.ok(lines[0]!.endsWith(`for example ${JSON.stringify(proposal)}`), lines[0]);
      }
    });
  }

  it('shows control characters instead of obeying them', () => {
    assert.ok(problems(app({ path: '/\u001b[2J' })).every((line) => !line.includes('\u001b')));
  });
});

describe('names that are taken', () => {
  const one = minimal.apps[0];
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['two apps of one name', { apps: [{ ...one, name: 'api' }, { ...one, name: 'api' }] }, 'apps.1.name: the service name "api" is taken by apps.0.name'],
    ['an app called like the proxy', { apps: [{ ...one, name: 'nginx' }] }, 'apps.0.name: the service name "nginx" is taken by proxy.technology'],
    ['a monolith of two servers', { pattern: 'monolith', apps: [{ ...one, name: 'a' }, { ...one, name: 'b' }] }, 'pattern: a monolith is one program, and 2 apps serve: write web, or microservices'],
    ['events without anything that carries them', { pattern: 'event-driven', apps: [one] }, 'pattern: nothing carries the events: add a broker to services, such as rabbitmq, kafka or nats'],
    ['a worker without a queue', { apps: [{ ...one, workers: [{ name: 'mails', library: 'bullmq', command: ['node', 'w.js'] }] }] }, 'apps.0.workers.0: bullmq takes jobs from a queue, and this worker uses none: add one to services and to its uses'],
    ['a version that there never was', { services: ['postgres:99'] }, 'services.0: PostgreSQL 99 is not known: 19, 18, 17, 16, 15, 14, 13, 12, 11'],
    ['a variant that there is not', { services: [{ technology: 'redis', variant: 'stack' }] }, 'services.0: "stack" is no variant of Redis: it has none'],
    ['an app called like the database', { services: ['postgres'], apps: [{ ...one, name: 'db' }] }, 'apps.0.name: the service name "db" is taken by services.0'],
    ['an app called like the tests', { apps: [{ ...one, name: 'test', commands: { start: ['a'], test: ['b'] } }] }, 'apps.0.commands.test: the service name "test" is taken by apps.0.name'],
    ['a service twice', { services: ['redis', 'redis'] }, 'services.1: the service name "redis" is taken by services.0'],
    ['two workers of one name', { apps: [{ ...one, workers: [{ name: 'mail', command: ['a'] }, { name: 'mail', command: ['b'] }] }] }, 'apps.0.workers.1.name: the service name "mail-worker" is taken by apps.0.workers.0.name'],
    ['an app called like a worker', { apps: [{ ...one, name: 'worker', workers: [{ name: 'worker', command: ['a'] }] }] }, 'apps.0.workers.0.name: the service name "worker" is taken by apps.0.name'],
  ];
  for (const [what, parts, line] of cases) it(`are refused: ${what}`, () => assert.deepEqual(problems(whole(parts)), [`brief.yml: ${line}`]));

  it('are refused where tests of an app take the name of another app', () => {
    const apps = [{ ...one, name: 'api', commands: { start: ['a'], test: ['b'] } }, { ...one, name: 'api-test' }];
    assert.match(problems(whole({ apps }))[0]!, /^brief\.yml: apps\.\d+\.name: the service name "api-test" is taken/u);
  });

  it('may be ports: apps listen each in a container of its own', () => {
    const apps = [{ ...one, name: 'api', port: 3000 }, { ...one, name: 'admin', port: 3000 }];
    assert.deepEqual(parseBrief(whole({ apps }), 'brief.yml').apps.map(({ port }) => port), [3000, 3000]);
  });
});
