import type { AppBrief } from '../brief/brief.js';
import { developmentPassword, testPassword } from '../catalog/credentials.js';
import { technologyById } from '../catalog/registry.js';
import { addressParts, connectionParts } from '../catalog/technology.js';
import type { Connection, ConnectionPart } from '../catalog/technology.js';

/** One variable of an app and what it holds; `{password}` stands for the secret. */
export interface Wire {
  readonly variable: string;
  readonly text: string;
  readonly secret: string;
}

const placeholder = '{password}';

type Match = readonly [ConnectionPart, string];

const isAddress = (part: ConnectionPart): boolean => addressParts.some((each) => each === part);

/** Variables that the app reads, and those that client libraries read for it where it names no URL. */
function matches({ reads, urls }: AppBrief, technology: string, { variables, implicit }: Connection): readonly Match[] {
  const names = new Set(reads);
  const own = urls.filter((each) => each.technology === technology).map(({ variable, part = 'url' }): Match => [part, variable]);
  const named = [...own, ...connectionParts.flatMap((part) => (variables[part] ?? []).filter((name) => names.has(name)).map((name): Match => [part, name]))];
  if (named.some(([part]) => isAddress(part))) return named;
  const silent = connectionParts.flatMap((part): readonly Match[] => (implicit?.[part] === undefined ? [] : [[part, implicit[part]]]));
  const usual = variables.url?.[0];
  // who names nothing gets the usual URL besides
  return [...(named.length === 0 && usual !== undefined ? [['url', usual] as const] : []), ...named, ...silent];
}

/** Gives every variable that a connection knows its part. */
function wiresOf(app: AppBrief, technology: string, connection: Connection): readonly Wire[] {
  const { parts, secret } = connection;
  return matches(app, technology, connection).flatMap(([part, variable]) => (parts[part] === undefined ? [] : [{ variable, text: parts[part], secret }]));
}

/** Whether the app says where the service is and has no variable that could hold a password. */
export function isAnonymous(app: AppBrief, technology: string, connection: Connection): boolean {
  const parts = new Set(matches(app, technology, connection).map(([part]) => part));
  return !parts.has('url') && !parts.has('keywords') && !parts.has('password');
}

/**
 * The connection variables of a process.
 * A variable that two technologies know goes to the first that has it, in the order of `uses`.
 */
export function wire(app: AppBrief, uses: readonly string[], identifier: string): readonly Wire[] {
  const wires = new Map<string, Wire>();
  for (const id of uses) {
    for (const each of wiresOf(app, id, technologyById(id).connection({ identifier }))) {
      if (!wires.has(each.variable)) wires.set(each.variable, each);
    }
  }
  return [...wires.values()];
}

/** Values for environments whose credentials are no secret. */
export function openEnvironment(wires: readonly Wire[], environment: 'development' | 'ci'): Readonly<Record<string, string>> {
  const password = environment === 'development' ? developmentPassword : testPassword;
  return Object.fromEntries(wires.map(({ variable, text }) => [variable, text.replace(placeholder, password)]));
}

/** What production gets: `*_FILE` for a bare secret, `*_FROM_SECRET` for a text around it, the value itself where nothing is secret. */
export function secretEnvironment(wires: readonly Wire[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    wires.map(({ variable, text, secret }) => {
      if (text === placeholder) return [`${variable}_FILE`, `/run/secrets/${secret}`];
      return text.includes(placeholder) ? [`${variable}_FROM_SECRET`, text.replace(placeholder, `{${secret}}`)] : [variable, text];
    }),
  );
}

/** Secrets that these variables are made of. */
export function secretsOf(wires: readonly Wire[]): readonly string[] {
  return [...new Set(wires.filter(({ text }) => text.includes(placeholder)).map(({ secret }) => secret))].toSorted();
}
