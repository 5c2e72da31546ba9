import type { AppBrief } from '../brief/brief.js';
import { developmentPassword, testPassword } from '../catalog/credentials.js';
import { technologyById } from '../catalog/registry.js';
import { connectionParts } from '../catalog/technology.js';
import type { Connection } from '../catalog/technology.js';

/** One variable of an app and what it holds; `{password}` stands for the secret. */
export interface Wire {
  readonly variable: string;
  readonly text: string;
  readonly secret: string;
}

const placeholder = '{password}';

/** Gives every variable that an app reads and a connection knows its part; an app that reads none gets the usual URL. */
function wiresOf({ parts, variables, secret }: Connection, reads: ReadonlySet<string>): readonly Wire[] {
  const wires = connectionParts.flatMap((part) => {
    const text = parts[part];
    if (text === undefined) return [];
    return (variables[part] ?? []).filter((name) => reads.has(name)).map((variable) => ({ variable, text, secret }));
  });
  if (wires.length > 0) return wires;
  const variable = variables.url?.[0];
  return variable === undefined || parts.url === undefined ? [] : [{ variable, text: parts.url, secret }];
}

/**
 * The connection variables of a process.
 * A variable that two technologies know goes to the first that has it, in the order of `uses`.
 */
export function wire(app: AppBrief, uses: readonly string[], identifier: string): readonly Wire[] {
  const reads = new Set(app.reads);
  const wires = new Map<string, Wire>();
  for (const id of uses) {
    for (const each of wiresOf(technologyById(id).connection({ identifier }), reads)) {
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

/** What production gets: `*_FILE` for a bare secret, `*_TEMPLATE` for a text around it, the value itself where nothing is secret. */
export function secretEnvironment(wires: readonly Wire[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    wires.map(({ variable, text, secret }) => {
      if (text === placeholder) return [`${variable}_FILE`, `/run/secrets/${secret}`];
      return text.includes(placeholder) ? [`${variable}_TEMPLATE`, text.replace(placeholder, `{${secret}}`)] : [variable, text];
    }),
  );
}

/** Secrets that these variables are made of. */
export function secretsOf(wires: readonly Wire[]): readonly string[] {
  return [...new Set(wires.filter(({ text }) => text.includes(placeholder)).map(({ secret }) => secret))].toSorted();
}
