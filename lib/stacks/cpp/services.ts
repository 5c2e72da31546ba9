import type { ServiceFindings, VariableFindings } from '../../discovery/findings.js';
import { isDisabled, servicesFrom, environmentSigns } from '../../discovery/services.js';
import type { ServiceSign } from '../../discovery/services.js';
import { cite } from '../../discovery/cite.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import type { DetectableTechnology } from '../stack.js';
import type { CppApp } from './app.js';
import { drogonSettings } from './drogon-settings.js';
import { libraries, libraryOf } from './libraries.js';
import type { Library } from './libraries.js';

const schemeOf = (url: string): string => url.replace('://', '');

const isClientOf = ({ client }: Library, { detection }: DetectableTechnology): boolean => client !== undefined && detection.schemes.includes(schemeOf(client));

/** Clients that the framework brings along, where it is told to connect (github.com/drogonframework/drogon/wiki, "Database", "Redis"). */
const calls: readonly { readonly pattern: RegExp; readonly url: string }[] = [
  { pattern: /\bcreateDbClient\s*\(\s*"postgresql"|\bDbClient::newPgClient\s*\(/gu, url: 'postgresql://' },
  { pattern: /\bcreateDbClient\s*\(\s*"mysql\b|\bDbClient::newMysqlClient\s*\(|\bPoco::Data::MySQL\b/gu, url: 'mysql://' },
  { pattern: /\bRedisClient::newRedisClient\s*\(|\bcreateRedisClient\s*\(|\bPoco::Redis\b/gu, url: 'rediss://' },
  { pattern: /\bPoco::Data::PostgreSQL\b/gu, url: 'postgresql://' },
  { pattern: /\bPoco::MongoDB\b/gu, url: 'mongodb+srv://' },
];

/** `db_clients` and `redis_clients` of Drogon's settings. */
function settingSigns(app: CppApp, { detection }: DetectableTechnology): readonly ServiceSign[] {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/["']?rdbms["']?\s*:\s*["']?postgresql\b/u, 'postgresql://'], [/["']?rdbms["']?\s*:\s*["']?mysql\b/u, 'mysql://'], [/^[ \t]*["']?redis_clients["']?\s*:\s*(?!\[\s*\])/mu, 'rediss://'],
  ];
  return drogonSettings(app).flatMap(({ file, text, code }) => kinds.flatMap(([pattern, url]) => {
    const at = code.search(pattern);
    return at === -1 || !detection.schemes.includes(schemeOf(url)) ? [] : [{ confidence: 'likely' as const, evidence: cite(file, text, at + code.slice(at).search(/\S/u)) }];
  }));
}

/** Clients among the libraries that the app's program is built with. A library that another program of the project links is none of its own. */
function librarySigns({ project, program }: CppApp, sources: readonly Source[], technology: DetectableTechnology): readonly ServiceSign[] {
  const programs = project.targets.filter(({ kind, isMaterial }) => kind === 'executable' && !isMaterial);
  const asked = [...project.dependencies, ...project.managed.dependencies].flatMap(({ name, evidence }) => {
    const library = libraryOf(name);
    return library?.client !== undefined && isClientOf(library, technology) ? [{ library, evidence }] : [];
  });
  const linked = new Set(program.target.links.flatMap((name) => libraryOf(name)?.names ?? []));
  const included = libraries.filter((library) => library.header !== undefined && isClientOf(library, technology)).flatMap((library) => matches(sources, library.header!).slice(0, 1).map(({ evidence }) => ({ library, evidence })));
  const used = programs.length <= 1 ? asked : asked.filter(({ library }) => linked.has(library.names) || included.some((each) => each.library === library));
  return [...used, ...included].map(({ library, evidence }) => ({ confidence: library.isGuess === true ? 'guess' : 'certain', evidence }));
}

export function servicesOf(app: CppApp, sources: readonly Source[], technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  const called = (technology: DetectableTechnology): readonly ServiceSign[] => calls
    .filter(({ url }) => technology.detection.schemes.includes(schemeOf(url)))
    .flatMap(({ pattern }) => matches(sources, pattern).slice(0, 1).map(({ evidence }) => ({ confidence: 'certain' as const, evidence })));
  return servicesFrom(
    technologies,
    (technology) => [...librarySigns(app, sources, technology), ...called(technology), ...settingSigns(app, technology), ...environmentSigns(app.env, technology)],
    ({ id }) => isDisabled(app.env, id),
  );
}

/** `getenv("X")`, and functions of the project's own around it: `env_or("X", 8080)`. */
const reads: readonly RegExp[] = [/\b(?:secure_)?getenv\(\s*"([A-Za-z_]\w*)"/gu, /\b\w{0,40}[eE](?:nv|NV)\w{0,40}\(\s*"([A-Z][A-Z0-9_]+)"/gu, /\benvname\(\s*"([A-Z][A-Z0-9_]+)"/gu];

export function variablesOf({ env }: CppApp, sources: readonly Source[]): readonly VariableFindings[] {
  return variablesFrom(env, readsIn(sources, reads), (name) => /^(?:LD_LIBRARY_PATH|GTEST_\w+)$/u.test(name));
}
