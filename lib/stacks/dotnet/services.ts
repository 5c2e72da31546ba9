import type { ServiceFindings, VariableFindings } from '../../discovery/findings.js';
import { isDisabled, packageSigns, servicesFrom, environmentSigns } from '../../discovery/services.js';
import { matches } from '../../discovery/source.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import type { VariableRead } from '../../discovery/variables.js';
import type { DetectableTechnology } from '../stack.js';
import type { DotnetApp } from './app.js';
import { variableOf } from './appsettings.js';

type Connects = NonNullable<VariableFindings['connects']>;

export function servicesOf(app: DotnetApp, technologies: readonly DetectableTechnology[]): readonly ServiceFindings[] {
  return servicesFrom(
    technologies,
    (technology) => [...packageSigns('nuget', app.packages, technology), ...environmentSigns(app.env, technology)],
    ({ id }) => isDisabled(app.env, id),
  );
}

/** What the app keeps its records in, and what it caches with. */
interface Used {
  readonly relational: string | undefined;
  readonly cache: string | undefined;
}

const usedBy = (uses: readonly string[], technologies: readonly DetectableTechnology[]): Used => {
  const used = technologies.filter(({ id }) => uses.includes(id));
  return { relational: used.find(({ detection }) => detection.relational === true)?.id, cache: used.find(({ detection }) => detection.schemes.includes('rediss'))?.id };
};

const keywords = (technology: string | undefined): Connects | undefined => (technology === undefined ? undefined : { technology, part: 'keywords' });

/** A server and a database in one: the address of SQLite names a file alone (learn.microsoft.com, "Connection string syntax"). */
const isServer = /(?:^|;)\s*(?:Host|Server|Data Source|Addr(?:ess)?|Network Address)\s*=/iu;
const namesDatabase = /(?:^|;)\s*(?:(?:Database|Initial Catalog|Trusted_Connection|Integrated Security)\s*=|Port\s*=\s*(?:543\d|3306|1433)\b)/iu;

/** What a connection string leads to: by the words in it, else by its name. */
function leadsTo(name: string, value: string, used: Used): Connects | undefined {
  if (isServer.test(value) && (namesDatabase.test(value) || /(?:^|;)\s*Host\s*=/iu.test(value))) return keywords(used.relational);
  if (/^[\w.-]+:6379\b/u.test(value) || /\babortConnect\s*=/iu.test(value)) return keywords(used.cache);
  if (value !== '') return undefined;
  return /redis|cache/iu.test(name) ? keywords(used.cache) : undefined;
}

interface Read extends VariableRead {
  readonly connects?: Connects | undefined;
}

const isName = (name: string): boolean => /^[A-Za-z_]\w*$/u.test(name);

/** Connection strings in the settings, whatever section they stand in. */
function settingReads({ settings }: DotnetApp, used: Used): readonly Read[] {
  return settings.flatMap((setting) => {
    const name = variableOf(setting);
    const connects = leadsTo(name, setting.value, used);
    const declared = setting.path.length === 2 && setting.path[0] === 'ConnectionStrings';
    return isName(name) && (connects !== undefined || (declared && setting.environment === undefined)) ? [{ name, evidence: setting.evidence, connects }] : [];
  });
}

/** Providers of Entity Framework Core and clients beside it (learn.microsoft.com/ef/core/providers). */
const relational = /\b(?:Use(?:Npgsql|SqlServer|MySql|MySQL)\w*|Add(?:Npgsql|SqlServer|MySql|MySQL)\w*|AddMarten|UsePostgreSql\w*|(?:Npgsql|MySql)DataSource\w*|(?:Npgsql|Sql|MySql)Connection)\b/u;
const redis = /\b(?:AddStackExchangeRedisCache|AddRedis\w*|ConnectionMultiplexer|UseRedis\w*)\b/u;

/** `GetConnectionString("Orders")`, and the names that Aspire's clients are added by. */
function sourceReads({ allSources }: DotnetApp, used: Used): readonly Read[] {
  return matches(allSources, /\b(?:GetConnectionString|Add(?:Npgsql|SqlServer|MySql|Redis)\w*(?:<[^<>()\n]{0,100}>)?)\s*\(\s*"(\w{1,60})"/gu).map(({ groups, source, index, end, evidence }) => {
    const around = source.code.slice(Math.max(0, index - 160), Math.min(source.code.length, end + 20));
    const connects = relational.test(around) && !redis.test(around) ? keywords(used.relational) : redis.test(around) && !relational.test(around) ? keywords(used.cache) : undefined;
    return { name: `ConnectionStrings__${groups[1]!}`, evidence, connects };
  });
}

/** `REDIS_CONNECTION_STRING`: .NET's clients take words, not URLs. */
function byName(name: string, used: Used): Connects | undefined {
  if (!/connection_?string/iu.test(name)) return undefined;
  if (/redis|cache/iu.test(name)) return keywords(used.cache);
  return /postgres|pg_|npgsql|sql|database|^db/iu.test(name) ? keywords(used.relational) : undefined;
}

const reads: readonly RegExp[] = [/\bGetEnvironmentVariable\(\s*"([A-Za-z_]\w*)"/gu, /\b[cC]onfiguration(?:\.GetValue<\w+>\(\s*|\[\s*)"([A-Z][A-Z0-9_]+)"/gu];
const ofRuntime = /^(?:ASPNETCORE_\w+|DOTNET_\w+|HTTP_PORTS)$/u;

export function variablesOf(app: DotnetApp, uses: readonly string[], technologies: readonly DetectableTechnology[]): readonly VariableFindings[] {
  const used = usedBy(uses, technologies);
  const connections = [...settingReads(app, used), ...sourceReads(app, used)];
  const known = new Map(connections.toReversed().flatMap(({ name, connects }) => (connects === undefined ? [] : [[name, connects] as const])));
  return variablesFrom(app.env, [...readsIn(app.allSources, reads), ...connections], (name) => ofRuntime.test(name)).map((variable) => {
    const connects = known.get(variable.name) ?? byName(variable.name, used);
    return connects === undefined ? variable : { ...variable, connects };
  });
}
