import { best, distinct } from '../../discovery/evidence.js';
import type { Evidence } from '../../discovery/evidence.js';
import type { ServiceFindings, VariableFindings } from '../../discovery/findings.js';
import { isDisabled, packageSigns, servicesFrom, environmentSigns } from '../../discovery/services.js';
import type { ServiceSign } from '../../discovery/services.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import type { VariableRead } from '../../discovery/variables.js';
import type { DetectableTechnology } from '../stack.js';
import type { JvmApp } from './app.js';
import { isInForce } from './settings-files.js';
import type { Setting } from './settings.js';

/** Settings that hold a connection, and the variable that each framework reads instead. */
const connections: readonly { readonly frameworks: readonly string[]; readonly key: string; readonly variable: string }[] = [
  ...['url', 'username', 'password'].flatMap((part) => [
    { frameworks: ['spring-boot'], key: `spring.datasource.${part}`, variable: `SPRING_DATASOURCE_${part.toUpperCase()}` },
    { frameworks: ['micronaut'], key: `datasources.default.${part}`, variable: `DATASOURCES_DEFAULT_${part.toUpperCase()}` },
  ]),
  { frameworks: ['quarkus'], key: 'quarkus.datasource.jdbc.url', variable: 'QUARKUS_DATASOURCE_JDBC_URL' },
  { frameworks: ['quarkus'], key: 'quarkus.datasource.username', variable: 'QUARKUS_DATASOURCE_USERNAME' },
  { frameworks: ['quarkus'], key: 'quarkus.datasource.password', variable: 'QUARKUS_DATASOURCE_PASSWORD' },
  { frameworks: ['quarkus'], key: 'quarkus.redis.hosts', variable: 'QUARKUS_REDIS_HOSTS' },
];
const isCache = (key: string): boolean => /\.redis\./u.test(key);
const redisParts = ['host', 'port', 'password'];
/** What needs a relational database of the kind that the driver says. */
const sql = /:(?:spring-boot-starter-(?:data-jpa|data-jdbc|jdbc|jooq|liquibase|flyway)|mybatis(?:-plus)?-(?:spring-)?boot.*|flyway-core|liquibase-core|quarkus-(?:hibernate-orm.*|jdbc-\w+|flyway|liquibase)|micronaut-(?:jdbc-hikari|data-jdbc|hibernate-jpa|flyway))$/u;
const embedded = /^(?:com\.h2database:h2|org\.hsqldb:hsqldb|org\.apache\.derby:derby|org\.xerial:sqlite-jdbc|io\.quarkus:quarkus-jdbc-h2)$/u;
const address = /^(?:spring\.datasource\.url|quarkus\.datasource\.(?:jdbc\.url|dbkind)|datasources\.default\.url)$/u;

const schemeOf = (text: string): string | undefined => /(?:^|:|\{)(?:r2dbc:(?:pool:)?|jdbc:)?([a-z]{3,20}):(?:\/\/|[a-z]+:)/u.exec(text)?.[1];

/** Databases of JDBC that no technology of the catalog is: embedded ones, and those that nobody runs beside an app. */
const foreignSchemes: readonly string[] = ['h2', 'hsqldb', 'derby', 'sqlite', 'oracle', 'db2'];

/** A driver that lies beside others or an embedded database is a choice: the settings that count make it. */
function isNotChosen({ dependencies, settings }: JvmApp, { detection }: DetectableTechnology, technologies: readonly DetectableTechnology[]): boolean {
  if (detection.relational !== true) return false;
  const said = settings.filter((setting) => address.test(setting.key) && isInForce(setting, settings));
  if (said.length > 0) {
    const own = new Set(detection.schemes);
    const schemes = said.map(({ value }) => schemeOf(value) ?? value);
    const known = new Set([...foreignSchemes, ...technologies.flatMap((each) => (each.detection.relational === true ? each.detection.schemes : []))]);
    return schemes.every((scheme) => known.has(scheme)) && !schemes.some((scheme) => own.has(scheme));
  }
  return dependencies.some(({ name }) => embedded.test(name));
}

/** Connection URLs in the settings that count. */
function settingSigns({ settings }: JvmApp, { detection }: DetectableTechnology): readonly ServiceSign[] {
  return settings.filter((setting) => isInForce(setting, settings)).flatMap(({ value, evidence }) => {
    const scheme = schemeOf(value);
    return scheme !== undefined && detection.schemes.includes(scheme) ? [{ confidence: 'likely' as const, evidence }] : [];
  });
}

export function servicesOf(app: JvmApp, technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  return servicesFrom(
    technologies,
    (technology) => [...packageSigns('maven', app.dependencies, technology), ...settingSigns(app, technology), ...environmentSigns(app.env, technology)],
    (technology) => isDisabled(app.env, technology.id) || isNotChosen(app, technology, technologies),
  );
}

const reads: readonly RegExp[] = [
  /\bSystem\.getenv\(\s*"([A-Za-z_]\w*)"/gu,
  /\bgetenv\(\)\s*\[\s*"([A-Za-z_]\w*)"/gu,
  /\bgetenv\(\)\.get(?:OrDefault)?\(\s*"([A-Za-z_]\w*)"/gu,
  /\bsys\.env(?:\.get|\.getOrElse|\.apply)?\(\s*"([A-Za-z_]\w*)"/gu,
  /@Value\(\s*"\$\{([A-Z][A-Z0-9_]+)[:}]/gu,
  /\bdotenv(?:\.get\(|\[)\s*"([A-Z]\w*)"/gu,
  /\benv\(\s*"([A-Z][A-Z0-9_]+)"/gu,
];

const placeholder = /\$\{\??([A-Z][A-Z0-9_]*)(?::([^{}]*))?\}/gu;

interface SettingRead extends VariableRead {
  readonly fallback: string;
}

function settingReads(settings: readonly Setting[]): readonly SettingRead[] {
  return settings.flatMap(({ value, evidence }) => [...value.matchAll(placeholder)].slice(0, 20).map((match) => ({ name: match[1]!, fallback: match[2] ?? '', evidence })));
}

/** Variables by which a framework is told where the services are, whatever its settings files hold. */
function connectionReads(app: JvmApp, uses: readonly string[], technologies: readonly DetectableTechnology[]): { readonly reads: readonly VariableRead[]; readonly keys: ReadonlySet<string> } {
  const framework = best(app.framework) ?? '';
  const used = technologies.filter(({ id }) => uses.includes(id));
  const relational = used.some(({ detection }) => detection.relational === true) && app.dependencies.some(({ name }) => sql.test(name));
  const cache = used.find(({ detection }) => detection.schemes.includes('rediss'));
  const old = /^[12]\./u.test(app.module.bootVersion ?? '');
  const spring = cache === undefined || framework !== 'spring-boot' ? [] : redisParts.map((part) => ({ key: old ? `spring.redis.${part}` : `spring.data.redis.${part}`, variable: `SPRING_${old ? '' : 'DATA_'}REDIS_${part.toUpperCase()}` }));
  const wanted = [...connections.filter(({ frameworks, key }) => frameworks.includes(framework) && (isCache(key) ? cache !== undefined : relational)), ...spring];
  const fallback = (key: string): Evidence | undefined => app.dependencies.find(({ name }) => (isCache(key) ? /redis/u : sql).test(name))?.evidence;
  return {
    reads: wanted.flatMap(({ key, variable }) => {
      const evidence = app.settings.find((setting) => setting.key === key)?.evidence ?? fallback(key);
      return evidence === undefined ? [] : [{ name: variable, evidence }];
    }),
    keys: new Set(wanted.map(({ key }) => key)),
  };
}

/** Set by whatever starts a Java program. */
const ofRuntime = /^(?:JAVA_HOME|JAVA_OPTS|JAVA_TOOL_OPTIONS|MAVEN_OPTS|GRADLE_OPTS|SPRING_PROFILES_ACTIVE|[a-z].*)$/u;

export function variablesOf(app: JvmApp, uses: readonly string[], technologies: readonly DetectableTechnology[]): readonly VariableFindings[] {
  const connection = connectionReads(app, uses, technologies);
  // what such a setting holds is given by the variable that stands above it
  const inSettings = settingReads(app.settings.filter(({ key }) => !connection.keys.has(key)));
  const found = variablesFrom(app.env, [...readsIn(app.sources, reads), ...inSettings, ...connection.reads], (name) => ofRuntime.test(name));
  const fallbacks = new Map(inSettings.map(({ name, fallback }) => [name, fallback]));
  return found.map((variable) => {
    const example = variable.example ?? fallbacks.get(variable.name) ?? '';
    const scheme = /^jdbc:(\w+):/u.exec(example)?.[1];
    const technology = scheme === undefined ? undefined : technologies.find(({ detection }) => detection.schemes.includes(scheme));
    return { ...variable, evidence: distinct(variable.evidence), ...(technology === undefined ? {} : { connects: { technology: technology.id, part: 'jdbc' as const } }) };
  });
}
