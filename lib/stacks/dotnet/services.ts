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

/** Kinds of connection by the scheme that their technology has. */
interface Used {
  readonly relational: string | undefined;
  readonly cache: string | undefined;
}

const usedBy = (uses: readonly string[], technologies: readonly DetectableTechnology[]): Used => {
  const withScheme = (scheme: string): string | undefined => technologies.find(({ id, detection }) => uses.includes(id) && detection.schemes.includes(scheme))?.id;
  return { relational: withScheme('postgresql'), cache: withScheme('rediss') };
};

const keywords = (technology: string | undefined): Connects | undefined => (technology === undefined ? undefined : { technology, part: 'keywords' });

/** What a connection string leads to: by the words in it, else by its name. */
function leadsTo(name: string, value: string, used: Used): Connects | undefined {
  if (/(?:^|;)\s*Host\s*=/iu.test(value) || /(?:^|;)\s*(?:Server|Data Source)\s*=[^;]*;?.*(?:Port\s*=\s*5432|User(?:name| ?Id)\s*=\s*postgres\b)/iu.test(value) || /\bPort\s*=\s*543\d\b/iu.test(value)) return keywords(used.relational);
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

const postgres = /\b(?:UseNpgsql|AddNpgsql\w*|AddMarten|UsePostgreSql\w*|NpgsqlDataSource\w*)\b/u;
const redis = /\b(?:AddStackExchangeRedisCache|AddRedis\w*|ConnectionMultiplexer|UseRedis\w*)\b/u;

/** `GetConnectionString("Orders")`, and the names that Aspire's clients are added by. */
function sourceReads({ allSources }: DotnetApp, used: Used): readonly Read[] {
  return matches(allSources, /\b(?:GetConnectionString|Add(?:Npgsql|Redis)\w*(?:<[^<>()\n]{0,100}>)?)\s*\(\s*"(\w{1,60})"/gu).map(({ groups, source, index, end, evidence }) => {
    const around = source.code.slice(Math.max(0, index - 160), Math.min(source.code.length, end + 20));
    const connects = postgres.test(around) && !redis.test(around) ? keywords(used.relational) : redis.test(around) && !postgres.test(around) ? keywords(used.cache) : undefined;
    return { name: `ConnectionStrings__${groups[1]!}`, evidence, connects };
  });
}

/** `REDIS_CONNECTION_STRING`: .NET's clients take words, not URLs. */
function byName(name: string, used: Used): Connects | undefined {
  if (!/connection_?string/iu.test(name)) return undefined;
  if (/redis|cache/iu.test(name)) return keywords(used.cache);
  return /postgres|pg_|npgsql|database|^db/iu.test(name) ? keywords(used.relational) : undefined;
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
