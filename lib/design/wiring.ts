import type { AppBrief } from '../brief/brief.js';
import { developmentPassword, testPassword } from '../catalog/credentials.js';
import { addressParts, connectionParts } from '../catalog/technology.js';
import type { ConnectionPart } from '../catalog/technology.js';
import type { EnvironmentId } from '../brief/brief.js';
import type { Backing, Backings } from './backing.js';
import { secretName } from './variables.js';
import type { Environment, Secret } from './architecture.js';

/** One variable of an app and what it holds; `{password}` stands for the secret. */
export interface Wire {
  readonly variable: string;
  readonly text: string;
  readonly secret?: string;
  readonly open?: (password: string) => string;
  /** Environments in which the service is a container of ours. */
  readonly containers: ReadonlySet<EnvironmentId>;
}

const placeholder = '{password}';
const same = (password: string): string => password;

/** A part, or the text itself, with the variable that holds it. */
type Match = readonly [part: ConnectionPart | undefined, variable: string, text?: string];

const isAddress = (part: ConnectionPart | undefined): boolean => addressParts.some((each) => each === part);

/** Variables that the app reads, and those that client libraries read for it where it names no URL. */
function matches({ reads, urls }: AppBrief, { key, technology, connection: { variables, texts = {}, implicit } }: Backing): readonly Match[] {
  const names = new Set(reads);
  const own = urls.filter((each) => each.technology === key || each.technology === technology.id).map(({ variable, part = 'url' }): Match => [part, variable]);
  const named = [...own, ...connectionParts.flatMap((part) => (variables[part] ?? []).filter((name) => names.has(name)).map((name): Match => [part, name]))];
  const whole = Object.entries(texts).filter(([name]) => names.has(name)).map(([name, text]): Match => [undefined, name, text]);
  if (named.some(([part]) => isAddress(part)) || whole.some(([,, text]) => text?.includes('://') === true)) return [...named, ...whole];
  const silent = connectionParts.flatMap((part): readonly Match[] => (implicit?.[part] === undefined ? [] : [[part, implicit[part]]]));
  const usual = variables.url?.[0];
  // who names nothing gets the usual URL besides
  return [...(named.length === 0 && usual !== undefined ? [['url', usual] as const] : []), ...named, ...whole, ...silent];
}

/** Gives every variable that a connection knows its part. */
function wiresOf(app: AppBrief, backing: Backing): readonly Wire[] {
  const { parts, secret, open } = backing.connection;
  // a library such as SQLAlchemy takes its driver from the address
  const addressed = (variable: string, text: string): string => {
    const scheme = app.urls.find((each) => each.variable === variable)?.scheme;
    return scheme === undefined ? text : text.replace(/^[a-z]+(?=:\/\/)/u, scheme);
  };
  return matches(app, backing).flatMap(([part, variable, given = part === undefined ? undefined : parts[part]]) => (given === undefined ? [] : [{ variable, text: addressed(variable, given), ...(secret === undefined ? {} : { secret }), ...(open === undefined ? {} : { open }), containers: backing.containers }]));
}

/** Whether the app says where the service is and has no variable that could hold a password. */
export function isAnonymous(app: AppBrief, backing: Backing): boolean {
  const found = matches(app, backing);
  const parts = new Set(found.map(([part]) => part));
  if (found.some(([,, text]) => text?.includes(placeholder) === true)) return false;
  return !parts.has('url') && !parts.has('keywords') && !parts.has('password');
}

/**
 * The connection variables of a process.
 * A variable that two technologies know goes to the first that has it, in the order of `uses`.
 */
export function wire(app: AppBrief, uses: readonly string[], backings: Backings): readonly Wire[] {
  const wires = new Map<string, Wire>();
  for (const each of uses.flatMap((key) => wiresOf(app, backings.get(key)!))) if (!wires.has(each.variable)) wires.set(each.variable, each);
  return [...wires.values()];
}

/** Values for environments whose credentials are no secret; what runs elsewhere there is said in `.env`. */
export function openEnvironment(wires: readonly Wire[], environment: 'development' | 'ci'): Environment {
  const password = environment === 'development' ? developmentPassword : testPassword;
  return Object.fromEntries(wires.map(({ variable, text, containers, open = same }) => [variable, containers.has(environment) ? text.replace(placeholder, open(password)) : { setting: variable, fallback: '' }]));
}

/**
 * What production gets: `*_FILE` for a bare secret, `*_FROM_SECRET` for a text around it, the value itself where nothing is secret.
 * All that leads to a service of somebody else is a file that a person fills in.
 */
export function secretEnvironment(wires: readonly Wire[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    wires.map((wire) => {
      const { variable, text, secret } = wire;
      if (isForeign(wire)) return [`${variable}_FILE`, `/run/secrets/${secretName(variable)}`];
      if (text === placeholder) return [`${variable}_FILE`, `/run/secrets/${secret}`];
      return text.includes(placeholder) ? [`${variable}_FROM_SECRET`, text.replace(placeholder, `{${secret}}`)] : [variable, text];
    }),
  );
}

const isForeign = ({ containers }: Wire): boolean => !containers.has('production');

/** Secrets that these variables are made of in production. */
export function secretsOf(wires: readonly Wire[]): readonly string[] {
  const names = wires.flatMap((wire) => (isForeign(wire) ? [secretName(wire.variable)] : wire.text.includes(placeholder) ? [wire.secret!] : []));
  return [...new Set(names)].toSorted();
}

/** Secrets that a person gets from whoever runs the service. */
export function foreignSecrets(wires: readonly Wire[]): readonly Secret[] {
  return wires.filter(isForeign).map(({ variable }) => ({ name: secretName(variable), origin: { kind: 'external', variable } }));
}
