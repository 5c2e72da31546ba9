import type { ServiceFindings } from '../../discovery/findings.js';
import { isDisabled, packageSigns, servicesFrom, environmentSigns } from '../../discovery/services.js';
import type { ServiceSign } from '../../discovery/services.js';
import { matches } from '../../discovery/source.js';
import type { Match } from '../../discovery/source.js';
import type { DetectableTechnology } from '../stack.js';
import { has, requires } from './project.js';
import { extensions, needs, pureClients } from './extensions.js';
import type { Framework } from './frameworks/framework.js';
import type { PhpProject } from './project.js';

/** Variables that choose a driver by its name, as Laravel's do. */
const selector = /^(?:DB|QUEUE|BROADCAST)_CONNECTION$|^(?:CACHE_STORE|CACHE_DRIVER|SESSION_DRIVER|BROADCAST_DRIVER)$/u;
/** Drivers that are called otherwise than the scheme of a URL. */
const schemeOf: Readonly<Record<string, string>> = { pgsql: 'postgresql' };
const databaseExtension: Readonly<Record<string, string>> = { pgsql: 'pdo_pgsql', mysql: 'pdo_mysql', mariadb: 'pdo_mysql' };

/** The database that settings of Laravel take where no variable chooses one: `'default' => env('DB_CONNECTION', 'mysql')`. */
function defaultConnection({ env, sources }: PhpProject): Match | undefined {
  if (env.some(({ name }) => name === 'DB_CONNECTION')) return undefined;
  return matches(sources.filter(({ file }) => file.endsWith('/database.php')), /['"]default['"]\s*=>\s*(?:env\(\s*['"]DB_CONNECTION['"]\s*,\s*)?['"](\w+)['"]/gu)[0];
}

function selected(project: PhpProject, { detection }: DetectableTechnology): readonly ServiceSign[] {
  const isMeant = (driver: string): boolean => detection.schemes.includes(schemeOf[driver] ?? driver);
  const byDefault = defaultConnection(project);
  return [
    ...project.env.filter(({ name, example }) => selector.test(name) && isMeant(example)).map(({ evidence }): ServiceSign => ({ confidence: 'likely', evidence })),
    ...(byDefault !== undefined && isMeant(byDefault.groups[1]!) && requires(project, 'laravel/framework') !== undefined ? [{ confidence: 'likely' as const, evidence: byDefault.evidence }] : []),
  ];
}

/** Backing services that a project uses, each with every sign of it. */
export function servicesOf(project: PhpProject, technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  return servicesFrom(
    technologies,
    (technology) => [...packageSigns('packagist', project.requires, technology), ...selected(project, technology), ...environmentSigns(project.env, technology)],
    ({ id }) => isDisabled(project.env, id),
  );
}

/** Extensions by which a project reaches the services that it uses, where no client is written in PHP. */
function clientExtensions(project: PhpProject, technologies: readonly DetectableTechnology[], uses: readonly string[]): readonly string[] {
  return technologies.filter(({ id }) => uses.includes(id)).flatMap(({ detection }) => {
    const names = Object.keys(detection.packages.packagist ?? {});
    if (names.some((name) => pureClients.has(name) && requires(project, name) !== undefined)) return [];
    return names.filter((name) => name.startsWith('ext-')).slice(0, 1).map((name) => name.slice(4));
  });
}

/** Doctrine works with several databases; where nothing says which, both usual ones are there. */
function doctrineExtensions(project: PhpProject, found: readonly string[]): readonly string[] {
  const uses = ['doctrine/dbal', 'doctrine/orm', 'doctrine/doctrine-bundle'].some((name) => requires(project, name) !== undefined);
  return !uses || found.some((name) => name.startsWith('pdo_')) ? [] : ['pdo_mysql', 'pdo_pgsql'];
}

/** Extensions that the image has to be given: declared, needed by packages and the framework, and those that reach services. */
export function extensionsOf(project: PhpProject, framework: Framework | undefined, technologies: readonly DetectableTechnology[], uses: readonly string[]): readonly string[] {
  const declared = project.requires.filter(({ name }) => name.startsWith('ext-')).map(({ name }) => name.slice(4).toLowerCase());
  const ofPackages = project.requires.flatMap(({ name }) => (Object.hasOwn(needs, name) ? needs[name]! : []));
  const chosen = project.env.flatMap(({ name, example }) => (name === 'DB_CONNECTION' && Object.hasOwn(databaseExtension, example) ? [databaseExtension[example]!] : []));
  const console = has(project, 'artisan') ? ['pcntl'] : [];
  const found = [...declared, ...ofPackages, ...(framework?.extensions ?? []), ...clientExtensions(project, technologies, uses), ...chosen, ...console];
  return [...new Set([...found, ...doctrineExtensions(project, found)])].filter((name) => Object.hasOwn(extensions, name)).toSorted();
}
