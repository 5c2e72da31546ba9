import * as v from 'valibot';
import { findProxy, findTechnology, proxies, technologies } from '../catalog/registry.js';
import { choiceOf } from '../catalog/releases.js';
import { connectionParts } from '../catalog/technology.js';
import { UserError } from '../diagnostics.js';
import type { Diagnostic } from '../diagnostics.js';
import { findPattern, patterns } from '../patterns/registry.js';
import { findStack, stacks } from '../stacks/registry.js';
import { environmentIds, regulations, securityLevels, teamLevels } from './brief.js';
import type { Brief, ServiceBrief } from './brief.js';
import { consistencyProblems } from './consistency.js';
import { serviceKey } from './service-names.js';
import { patternOfParts } from './shape.js';
import { slug, slugPattern, tagPattern } from './slug.js';

const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(', ');

const name = v.pipe(
  v.string(),
  v.check(
    (text) => slugPattern.test(text),
    ({ input }) => `${JSON.stringify(input)} cannot name images and services: lower-case letters, digits and dashes, a letter first, at most 40; for example ${JSON.stringify(slug(input))}`,
  ),
);
const port = v.pipe(v.number(), v.integer('a port is a whole number'), v.minValue(1, 'a port is 1 to 65535'), v.maxValue(65535, 'a port is 1 to 65535'));
const word = v.pipe(v.string(), v.check((text) => !text.includes('\u0000'), 'a NUL byte cannot be passed to a program'));
const argv = v.pipe(v.array(word), v.minLength(1, 'a command is a list of words, the program first'));
const variableName = v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/u, 'a variable name holds letters, digits and underscores'));
const technology = v.pipe(v.string(), v.check((id) => findTechnology(id) !== undefined, ({ input }) => `${JSON.stringify(input)} is not known: ${ids(technologies)}`));
const relativePath = v.pipe(
  v.string(),
  v.check(
    (path) => path !== '' && !path.startsWith('/') && !/^[A-Za-z]:|[\\\u0000-\u001f]/u.test(path) && !path.split('/').includes('..'),
    ({ input }) => `${JSON.stringify(input)} must lie inside the repository: a relative path without ".."`,
  ),
  // Dockerfiles and compose files give other characters a meaning in paths
  v.check((path) => /^[\p{L}\p{N}_.@+ /-]*$/u.test(path.replace(/^(?:\/|[A-Za-z]:)|\\/gu, '')), ({ input }) => `${JSON.stringify(input)}: a path may hold letters, digits, spaces and . _ - @ +`),
  v.transform((path) => path.replace(/^\.\/+|\/+$/gu, '').replace(/\/{2,}/gu, '/') || '.'),
);
const version = v.pipe(
  v.union([v.string(), v.number()], 'a version is a number such as "24" or "3.14"'),
  v.transform(String),
  v.regex(/^\d{1,4}(?:\.\d{1,4}){0,2}$/u, 'a version is a number such as "24" or "3.14"'),
);

const plainWord = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9.-]{0,39}$/u, 'a short name in lower case'));
const worker = v.strictObject({
  name,
  library: v.optional(plainWord),
  single: v.optional(v.boolean()),
  command: argv,
  development: v.optional(argv),
  uses: v.optional(v.array(name)),
});

const packageManager = v.strictObject({
  name: plainWord,
  version: v.optional(v.pipe(v.string(), v.regex(/^\d+(?:\.\d+){0,2}(?:-[\w.]+)?$/u, 'a version such as "10.2.1"'))),
});
const debianPackages = v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9+.-]+$/u, 'the name of a Debian package'))), []);
const installFiles = v.optional(v.array(v.pipe(v.string(), v.regex(/^(?!\/)(?!.*\.\.)[\w.@+/ -]+$/u, 'a plain relative path'))), []);

const folders = v.array(relativePath);
const workspace = v.pipe(
  v.strictObject({
    root: relativePath,
    packages: v.pipe(folders, v.minLength(1, 'the folder of the app at least')),
    runtime: v.optional(folders),
    members: v.optional(folders),
    builds: v.optional(v.array(v.strictObject({ folder: relativePath, command: argv })), []),
    files: v.optional(folders, []),
  }),
  // without more knowledge, everything is needed everywhere
  v.transform((each) => ({ ...each, runtime: each.runtime ?? each.packages, members: each.members ?? each.packages })),
);

const app = v.strictObject({
  name: v.optional(name, 'app'),
  path: v.optional(relativePath, '.'),
  stack: v.pipe(v.string(), v.check((id) => findStack(id) !== undefined, ({ input }) => `${JSON.stringify(input)} is not known: ${ids(stacks)}`)),
  role: v.optional(v.picklist(['web', 'static', 'worker']), 'web'),
  language: v.optional(v.pipe(v.string(), v.regex(/^[\w+#.-]{1,20}$/u, 'a language is a short name'))),
  framework: v.optional(v.pipe(v.string(), v.regex(/^[\w .+-]{1,40}$/u, 'a framework is a short name'))),
  version: v.optional(version),
  packageManager: v.optional(packageManager),
  lockFile: v.optional(relativePath),
  workspace: v.optional(workspace),
  systemPackages: v.optional(v.strictObject({ build: debianPackages, runtime: debianPackages, browsers: v.optional(argv) }), {}),
  extensions: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/u, 'the name of an extension')))),
  output: v.optional(relativePath),
  assets: v.optional(v.strictObject({ packageManager, lockFile: v.optional(relativePath), version, build: argv, installFiles })),
  runtimeFiles: v.optional(v.array(v.pipe(v.string(), v.regex(/^(?!\/)(?!.*\.\.)[\w.@+/ -]+$/u, 'a plain relative path')))),
  data: v.optional(v.array(v.strictObject({
    path: v.pipe(v.string(), v.regex(/^(?!\/(?:bin|boot|dev|etc|lib\d*|proc|root|run|sbin|sys|tmp|usr)(?:\/|$))(?!.*\.\.)\/?[\w@+-][\w.@+-]*(?:\/[\w.@+-]+)*$/u, 'a folder of the app, or an absolute one that is not of the system')),
    holds: v.picklist(['database', 'files']),
    engine: v.optional(v.pipe(v.string(), v.regex(/^[\w .-]{1,40}$/u, 'the name of a database engine'))),
    variable: v.optional(v.strictObject({ name: variableName, value: v.pipe(v.string(), v.regex(/^[^\u0000-\u001f]*$/u, 'a value is one line')) })),
  }))),
  buildSecrets: v.optional(v.array(variableName), []),
  port: v.optional(port),
  health: v.optional(v.pipe(v.string(), v.regex(/^\/[\w\-./~%]*$/u, 'a health route is a path such as "/healthz"'))),
  prefix: v.optional(v.pipe(v.string(), v.regex(/^(?:\/[\w-]+)+$/u, 'a prefix is a path such as "/api"'))),
  bindVariables: v.optional(v.array(v.strictObject({ name: variableName, form: v.optional(v.picklist(['host', 'address', 'url']), 'host') }))),
  commands: v.strictObject({ development: v.optional(argv), start: argv, build: v.optional(argv), test: v.optional(argv) }),
  installFiles,
  installScripts: v.optional(v.array(v.picklist(['preinstall', 'install', 'postinstall', 'prepare'])), []),
  variables: v.optional(
    v.array(
      v.strictObject({
        name: variableName,
        kind: v.optional(v.picklist(['plain', 'generated-secret', 'external-secret']), 'plain'),
        example: v.optional(v.pipe(v.string(), v.regex(/^[^\u0000-\u001f]*$/u, 'an example is one line'))),
        productionOnly: v.optional(v.boolean()),
      }),
    ),
    [],
  ),
  reads: v.optional(v.array(variableName), []),
  urls: v.optional(v.array(v.strictObject({ variable: variableName, technology: name, part: v.optional(v.picklist(connectionParts)), scheme: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*\+[a-z0-9_]+$/u, 'a scheme with a driver such as "postgresql+asyncpg"'))) })), []),
  uses: v.optional(v.array(name)),
  thirdParties: v.optional(v.array(v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N} .+/&-]{0,39}$/u, 'a short name')))),
  workers: v.optional(v.array(worker), []),
  jobs: v.optional(v.array(v.strictObject({ name, command: argv, development: v.optional(argv) })), []),
});

const imageTag = v.pipe(v.union([v.string(), v.number()], 'a version such as "16" or a tag such as "16-alpine"'), v.transform(String), v.regex(/^\w[\w.-]{0,127}$/u, 'a version such as "16" or a tag such as "16-alpine"'));
const service = v.union(
  [
    v.pipe(
      v.string(),
      v.check((text) => choiceOf(technologies, text) !== undefined, ({ input }) => `${JSON.stringify(input)} is not known: ${ids(technologies)}`),
      v.transform((text): ServiceBrief => choiceOf(technologies, text)!),
    ),
    v.strictObject({
      technology,
      version: v.optional(imageTag),
      variant: v.optional(v.string()),
      name: v.optional(name),
      external: v.optional(v.array(v.picklist(environmentIds, `one of ${environmentIds.join(', ')}`))),
    }),
  ],
  'a technology',
);

const constraints = v.strictObject({
  memory: v.optional(v.pipe(v.number(), v.integer('whole MiB'), v.minValue(1))),
  cpus: v.optional(v.pipe(v.number(), v.finite('a number of processors'), v.gtValue(0, 'a number of processors, such as 2 or 0.5'))),
  security: v.optional(v.picklist(securityLevels, `one of ${securityLevels.join(', ')}`)),
  regulations: v.optional(v.array(v.picklist(regulations, `one of ${regulations.join(', ')}`))),
  requestsPerSecond: v.optional(v.pipe(v.number(), v.finite('requests per second'), v.gtValue(0, 'requests per second'), v.maxValue(100_000, 'at most 100000: more is a task for several hosts'))),
  latency: v.optional(v.pipe(v.number(), v.finite('milliseconds'), v.gtValue(0, 'milliseconds'))),
  team: v.optional(v.picklist(teamLevels, `one of ${teamLevels.join(', ')}`)),
});

const schema = v.strictObject({
  project: v.strictObject({ name, version: v.optional(v.pipe(v.string(), v.regex(tagPattern, 'an image tag: letters, digits, dots and dashes')), '0.1.0') }),
  pattern: v.optional(v.pipe(v.string(), v.check((id) => findPattern(id) !== undefined, ({ input }) => `${JSON.stringify(input)} is not known: ${ids(patterns)}`))),
  apps: v.pipe(v.array(app), v.minLength(1, 'at least one app is needed')),
  services: v.optional(v.array(service), []),
  proxy: v.optional(
    v.strictObject({
      technology: v.optional(v.pipe(v.string(), v.check((id) => findProxy(id) !== undefined, ({ input }) => `${JSON.stringify(input)} is not known: ${ids(proxies)}`)), 'nginx'),
      port: v.optional(port, 8080),
      productionPort: v.optional(port, 80),
      bodyLimit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(102_400)), 10),
    }),
    {},
  ),
  environments: v.optional(v.array(v.picklist(environmentIds, `one of ${environmentIds.join(', ')}`)), [...environmentIds]),
  ci: v.optional(v.strictObject({ provider: v.picklist(['github', 'none']) }), { provider: 'github' }),
  constraints: v.optional(constraints, {}),
  images: v.optional(
    v.strictObject({ mirror: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]*(?::\d{1,5})?\/(?:[a-z0-9._-]+\/)*$/u, 'a prefix of image names with a trailing slash, such as "mirror.example/hub/"'))) }),
    {},
  ),
  locale: v.optional(v.literal('en'), 'en'),
});

function problem(path: string, message: string): Diagnostic {
  return { code: 'brief-invalid', severity: 'error', message: path === '' ? `the brief: ${message}` : `${path}: ${message}` };
}

/** The library's own sentences speak of types; these say what is wrong with the brief. */
function sentence({ kind, expected, received, message }: v.BaseIssue<unknown>): string {
  if (kind !== 'schema' || !message.startsWith('Invalid')) return message;
  if (expected === 'never') return 'this key is not known';
  if (received === 'undefined') return 'this is missing';
  return `expected ${expected}, found ${received}`;
}

/** What each part of a brief is when it is left out. */
function complete(input: v.InferOutput<typeof schema>): Brief {
  const all = input.services.map(serviceKey);
  const apps = input.apps.map((each) => {
    const stack = findStack(each.stack)!;
    const uses = each.uses ?? all;
    return {
      ...each,
      language: each.language ?? stack.defaultLanguage,
      version: each.version ?? stack.defaultVersion,
      packageManager: each.packageManager ?? { name: stack.packageManagers[0]! },
      port: each.port ?? stack.defaultPort,
      commands: { ...each.commands, development: each.commands.development ?? each.commands.start },
      uses,
      workers: each.workers.map((one) => ({ ...one, uses: one.uses ?? uses })),
    };
  });
  const order = environmentIds.filter((id) => id === 'development' || input.environments.includes(id));
  return { ...input, apps, environments: order, pattern: input.pattern ?? patternOfParts({ apps: apps as unknown as Brief['apps'], services: input.services }) } as Brief;
}

/**
 * Checks answers from outside and fills what they leave out.
 * Throws a UserError that lists every problem with its path in the brief, for example `apps.0.port`; `source` names where it came from.
 */
export function parseBrief(input: unknown, source: string): Brief {
  const result = v.safeParse(schema, input);
  const problems = result.success
    ? consistencyProblems(complete(result.output)).map(({ path, message }) => problem(path, message))
    : result.issues.map((issue) => problem(v.getDotPath(issue) ?? '', sentence(issue)));
  if (problems.length > 0) throw new UserError(problems.map((each) => ({ ...each, message: `${source}: ${each.message}` })));
  return complete(result.output as v.InferOutput<typeof schema>);
}
