import type { VariableFindings } from '../../discovery/findings.js';
import { cite } from '../../discovery/cite.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import type { VariableRead } from '../../discovery/variables.js';
import type { DetectableTechnology } from '../stack.js';
import type { NodePackage } from './app.js';
import { schemaFiles } from './prisma.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';

/** Set by the runtime or the test runner. */
const ofRuntime = /^(?:NODE_ENV|NODE_OPTIONS|NODE_DEBUG|JEST_WORKER_ID|NODE_APP_INSTANCE|npm_\w*|VITEST\w*)$/u;
const name = '[A-Za-z_][A-Za-z0-9_]*';
const upper = '[A-Z][A-Z0-9_]+';

/** Ways to read one variable; the first group is its name. */
const reads: readonly RegExp[] = [
  new RegExp(String.raw`\bprocess\.env(?:\.|\?\.)(${name})`, 'gu'),
  // browser code of Vite and its relatives
  new RegExp(String.raw`\bimport\.meta\.env(?:\.|\?\.)([A-Z][A-Z0-9]*_\w+)`, 'gu'),
  new RegExp(String.raw`\bprocess\.env\[\s*['"\x60](${name})['"\x60]\s*\]`, 'gu'),
  // getEnv('X'), requireEnv('X'), env('X'), env.get('X')
  new RegExp(String.raw`\b\w{0,40}[eE]nv\w{0,40}(?:\.get)?\(\s*['"](${upper})['"]`, 'gu'),
  // NestJS: configService.get<string>('X')
  new RegExp(String.raw`\b\w{0,40}[cC]onfig\w{0,40}\.(?:get|getOrThrow)(?:<[^>()]{0,200}>)?\(\s*['"](${upper})['"]`, 'gu'),
  // AdonisJS: Env.create(..., { X: Env.schema.string() })
  new RegExp(String.raw`\b(${upper})['"]?\s*:\s*Env\.schema\b`, 'gu'),
  // convict
  new RegExp(String.raw`\benv:\s*['"](${upper})['"]`, 'gu'),
];
/** The first variable that an expression reads. */
export function variableIn(expression: string): string | undefined {
  const found = reads.flatMap((pattern) => [...expression.matchAll(pattern)].slice(0, 1)).toSorted((a, b) => a.index - b.index);
  return found[0]?.[1];
}

const destructured = /\{([^{}]*)\}\s*=\s*process\.env\b(?!\.)/gu;
/** `process.env` handed to something as a whole: a schema that validates it is near. */
const handedOver = /\bprocess\.env\b(?!\s*[.[?]|\s*=[^=])/u;
const validator = /\b(?:zod|joi|envalid|yup|valibot|convict|envsafe|class-validator|typebox|ajv|znv|@t3-oss\/env-core)\b/iu;
const schemaKey = new RegExp(String.raw`(?:^|[{,])[ \t]*['"]?(${upper})['"]?\s*[:?!]\s*[\w.]`, 'gmu');

function destructuredReads(sources: readonly Source[]): readonly VariableRead[] {
  return matches(sources, destructured).flatMap(({ groups, source, index }) => {
    const inside = groups[1]!;
    return [...inside.matchAll(new RegExp(String.raw`(?:^|,)\s*(${name})`, 'gu'))].map((match) => ({
      name: match[1]!,
      evidence: cite(source.file, source.text, index + 1 + match.index + match[0].length - match[1]!.length),
    }));
  });
}

function schemaReads(sources: readonly Source[]): readonly VariableRead[] {
  const schemas = sources.filter(({ code }) => handedOver.test(code) && validator.test(code));
  return matches(schemas, schemaKey).map(({ groups, source, index, end }) => {
    const offset = source.code.slice(index, end).indexOf(groups[1]!);
    return { name: groups[1]!, evidence: cite(source.file, source.text, index + offset) };
  });
}

/** `env("DATABASE_URL")` of a Prisma schema. */
function schemaFileReads(app: NodePackage): readonly VariableRead[] {
  return schemaFiles(app).flatMap((file) => {
    const text = app.repository.read(file) ?? '';
    return [...text.matchAll(/\benv\("(\w+)"\)/gu)].map((match) => ({ name: match[1]!, evidence: cite(file, text, match.index) }));
  });
}

/** The technology to which the variables of a schema lead, whatever they are called: `url = env("SHOP_DB")`. */
function schemaConnections(app: NodePackage, technologies: readonly DetectableTechnology[]): ReadonlyMap<string, string> {
  return new Map(schemaFiles(app).flatMap((file) => {
    const source = /^[ \t]*datasource\s+\w+\s*\{([^}]{0,2000})\}/mu.exec(app.repository.read(file) ?? '')?.[1] ?? '';
    const provider = /\bprovider\s*=\s*"(\w+)"/u.exec(source)?.[1];
    const technology = technologies.find(({ detection }) => provider !== undefined && detection.schemes.includes(provider));
    const names = [...source.matchAll(/^[ \t]*(?:url|directUrl)\s*=\s*env\("(\w+)"\)/gmu)].map((match) => match[1]!);
    return technology === undefined ? [] : names.filter((each) => !isKnown(technology, each)).map((each) => [each, technology.id] as const);
  }));
}

/** Whether a variable's name says by itself what it leads to. */
function isKnown({ connection }: DetectableTechnology, variable: string): boolean {
  return Object.values(connection?.({ service: '', prefix: '', identifier: '' }).variables ?? {}).some((names) => names.includes(variable));
}

/** Variables of the environment examples in their order, then those that only sources name, by name. `inside` are the packages of its workspace that run in it. */
export function variablesOf(app: NodePackage, technologies: readonly DetectableTechnology[], inside: readonly NodePackage[] = []): readonly VariableFindings[] {
  const parts = [app, ...inside];
  const connected = new Map(parts.flatMap((part) => [...schemaConnections(part, technologies)]));
  const sources = parts.flatMap((part) => part.sources);
  const read = [...readsIn(sources, reads), ...destructuredReads(sources), ...schemaReads(sources), ...parts.flatMap(schemaFileReads)];
  return variablesFrom(parts.flatMap(({ env }) => env), read, (each) => ofRuntime.test(each)).map((variable) => (connected.has(variable.name) ? { ...variable, connects: { technology: connected.get(variable.name)!, part: 'url' } } : variable));
}
