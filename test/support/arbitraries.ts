import * as fc from 'fast-check';
import { regulations, securityLevels, teamLevels } from '../../lib/brief/brief.js';
import { proxies, technologies, technologyById } from '../../lib/catalog/registry.js';
import { imageProblem } from '../../lib/catalog/releases.js';
import { patterns } from '../../lib/patterns/registry.js';
import { hostile } from './hostile.js';

/** Texts that mean something to somebody, and any others; one line, no NUL, as a brief may hold them. */
const singleLine = (text: string): boolean => !/[\u0000-\u001f]/u.test(text);
export const hostileLine = fc.oneof(fc.constantFrom(...hostile.filter(singleLine)), fc.string({ unit: 'grapheme', maxLength: 20 }).filter(singleLine));
export const hostileText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\0')));

const letter = fc.constantFrom(...'abcdefgh');
/** Names that a brief takes; none of a service that is always there. */
const name = fc.tuple(letter, fc.string({ unit: fc.constantFrom(...'abc12'), maxLength: 6 }), fc.constantFrom('', '-x', '-2')).map((parts) => parts.join(''));
const argv = fc.array(hostileText, { minLength: 1, maxLength: 4 });
const variableName = fc.string({ unit: fc.constantFrom(...'ABCXYZ_'), minLength: 1, maxLength: 10 }).map((text) => `V${text}`);
const port = fc.integer({ min: 1, max: 65_535 });
const path = fc.constantFrom('.', 'apps/api', 'a b', 'services/x.y', 'pkg/@me+1');
const read = fc.constantFrom('MONGODB_URI', 'AMQP_URL', 'KAFKA_BROKERS', 'S3_ENDPOINT', 'S3_BUCKET', 'SMTP_HOST', 'MEILI_MASTER_KEY', 'DATABASE_URL', 'PGHOST', 'DB_HOST', 'DB_PASSWORD', 'REDIS_URL', 'REDIS_HOST', 'REDIS_PASSWORD', 'SESSION_SECRET');
/** Without a version or a variant that this technology has not: refusals are tested elsewhere. */
function buildable<S extends { readonly technology: string; readonly version?: string; readonly variant?: string }>({ version, variant, ...service }: S) {
  const technology = technologyById(service.technology);
  return {
    ...service,
    ...(variant === undefined || imageProblem(technology, { variant }) !== undefined ? {} : { variant }),
    ...(version === undefined || imageProblem(technology, { version }) !== undefined ? {} : { version }),
  };
}

/** Any technology, and sometimes one more of a kind under a name of its own, or one that is managed elsewhere. */
const services = fc.uniqueArray(
  fc.record({ technology: fc.constantFrom(...technologies.map(({ id }) => id)), version: fc.constantFrom('1', '8', '16', '16-alpine', '17', '2'), variant: fc.constantFrom('pgvector', 'postgis'), name: fc.constantFrom('orders-db', 'second'), external: fc.subarray(['development', 'ci', 'production'] as const) }, { requiredKeys: ['technology'] }).map(buildable),
  { maxLength: 4, selector: (service) => service.name ?? service.technology },
);

const variable = fc.record(
  { name: variableName, kind: fc.constantFrom('plain', 'generated-secret', 'external-secret'), example: hostileLine },
  { requiredKeys: ['name'] },
);

const dataFolder = fc.record(
  { path: fc.constantFrom('storage', 'public/uploads', '/data', '/var/lib/shop', 'x.y/@z+1'), holds: fc.constantFrom('database', 'files'), variable: fc.record({ name: variableName, value: hostileLine }) },
  { requiredKeys: ['path', 'holds'] },
);

const worker = (used: readonly string[]) =>
  fc.record({ name, command: argv, development: argv, uses: fc.subarray([...used]) }, { requiredKeys: ['name', 'command'] });

const app = (used: readonly string[]) =>
  fc.record(
    {
      name,
      path,
      stack: fc.constant('node'),
      language: fc.constantFrom('javascript', 'typescript'),
      framework: fc.constantFrom('express', 'fastify', 'Nest.js 11'),
      version: fc.constantFrom('22', '24', '26', '18'),
      packageManager: fc.record({ name: fc.constantFrom('npm', 'pnpm', 'yarn', 'yarn-berry', 'bun'), version: fc.constantFrom('1.2.3', '4') }, { requiredKeys: ['name'] }),
      lockFile: fc.constantFrom('package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'),
      port,
      health: fc.constantFrom('/healthz', '/', '/api/v1/health.json', '/%7Efoo'),
      commands: fc.record({ start: argv, development: argv, build: argv, test: argv }, { requiredKeys: ['start'] }),
      installFiles: fc.subarray(['.npmrc', 'patches/', '.yarn/releases/', 'prisma/schema.prisma']),
      installScripts: fc.subarray(['prepare', 'postinstall'] as const),
      variables: fc.uniqueArray(variable, { maxLength: 4, selector: (each) => each.name.toLowerCase() }),
      reads: fc.uniqueArray(read, { maxLength: 4 }),
      uses: fc.subarray([...used]),
      data: fc.uniqueArray(dataFolder, { maxLength: 2, selector: (each) => each.path }),
      workers: fc.uniqueArray(worker(used), { maxLength: 2, selector: (each) => each.name }),
    },
    { requiredKeys: ['name', 'stack', 'commands'] },
  );

/** Briefs as a person could write them: mostly valid, always well-formed, texts of any kind wherever a text may stand. */
export const briefInput = services.chain((used) =>
  fc.record(
    {
      project: fc.record({ name, version: fc.constantFrom('1.0.0', '2026.1') }, { requiredKeys: ['name'] }),
      pattern: fc.constantFrom(...patterns.map(({ id }) => id)),
      apps: fc.uniqueArray(app(used.map((service) => service.name ?? service.technology)), { minLength: 1, maxLength: 4, selector: (each) => each.name }),
      services: fc.constant(used),
      proxy: fc.record({ technology: fc.constantFrom(...proxies.map(({ id }) => id)), port: fc.integer({ min: 1024, max: 9999 }), productionPort: fc.constantFrom(80, 8000), bodyLimit: fc.integer({ min: 1, max: 1000 }) }, { requiredKeys: [] }).filter(
        ({ port: development, productionPort }) => (development ?? 8080) !== (productionPort ?? 80),
      ),
      environments: fc.subarray(['ci', 'production'] as const),
      ci: fc.record({ provider: fc.constantFrom('github', 'none') }),
      constraints: fc.record(
        {
          memory: fc.integer({ min: 512, max: 16_384 }), cpus: fc.integer({ min: 1, max: 16 }), security: fc.constantFrom(...securityLevels), regulations: fc.subarray([...regulations]),
          requestsPerSecond: fc.constantFrom(1, 90, 250, 5000), latency: fc.constantFrom(50, 500), team: fc.constantFrom(...teamLevels),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['project', 'apps', 'services'] },
  ),
);
