import type { AppBrief, VariableBrief } from '../brief/brief.js';
import { longSecret } from '../catalog/credentials.js';
import type { Environment, Secret, Variable } from './architecture.js';

const isSecret = ({ kind }: VariableBrief): boolean => kind !== 'plain';

/** File name of the secret that a variable is read from. */
export const secretName = (variable: string): string => variable.toLowerCase();

/** Settings of the compose files themselves: a variable of an app with such a name is not theirs. */
const isOwnSetting = (name: string): boolean => /^(?:TAG|REGISTRY|HTTP_PORT|COMPOSE_\w+|\w+_PUBLISHED_PORT)$/u.test(name);

/** Plain variables keep the value of the environment example as their default; `.env` overrides it. */
export function plainEnvironment({ variables }: AppBrief): Environment {
  return Object.fromEntries(
    variables
      .filter((variable) => !isSecret(variable))
      .map(({ name, example = '' }) => [name, isOwnSetting(name) ? example : { setting: name, fallback: example }]),
  );
}

/** How each way to say yes says no. */
const opposites: Readonly<Record<string, string>> = { true: 'false', True: 'False', TRUE: 'FALSE', 1: '0', on: 'off', On: 'Off', ON: 'OFF', yes: 'no', Yes: 'No', YES: 'NO' };

/** Switches of debugging that the environment example turns on, for whoever works on it: outside development they are off, as what they show is meant for nobody else. */
export function debuggingOff({ variables }: AppBrief): Environment {
  return Object.fromEntries(variables.filter((variable) => !isSecret(variable) && /^(?:\w+_)?DEBUG$/u.test(variable.name)).flatMap(({ name, example = '' }) => (Object.hasOwn(opposites, example) ? [[name, { setting: name, fallback: opposites[example]! }]] : [])));
}

/** Values of variables that the build of an image reads: the build argument of each, from `.env` or the example. */
export function buildArgumentsOf({ variables }: AppBrief, names: readonly string[]): Environment {
  return Object.fromEntries(
    names.map((name) => [name, { setting: name, fallback: variables.find((variable) => variable.name === name)?.example ?? '' }]),
  );
}

/** Id of the build secret that a variable is passed as. */
export const buildSecretName = (variable: string): string => variable.toLowerCase();

/** Values where nothing is secret. Where the form matters, as in a URL, the example is taken; what only production needs is left out. */
export function openSecrets({ variables }: AppBrief, password: string): Readonly<Record<string, string>> {
  const made = (kind: VariableBrief['kind']): string => (kind === 'generated-secret' ? longSecret(password) : password);
  return Object.fromEntries(variables.filter((variable) => isSecret(variable) && variable.productionOnly !== true).map(({ name, kind, example }) => [name, example ?? made(kind)]));
}

/** What only production needs may be given to the check of its image too; else that is started without it. */
export function optionalSecrets({ variables }: AppBrief): Environment {
  return Object.fromEntries(variables.filter((variable) => isSecret(variable) && variable.productionOnly === true).map(({ name }) => [name, { setting: name, fallback: '' }]));
}

export function secretFiles({ variables }: AppBrief): Readonly<Record<string, string>> {
  return Object.fromEntries(variables.filter(isSecret).map(({ name }) => [`${name}_FILE`, `/run/secrets/${secretName(name)}`]));
}

export function variableSecrets({ variables }: AppBrief): readonly Secret[] {
  return variables.filter(isSecret).map(({ name, kind }) => ({
    name: secretName(name),
    origin: kind === 'generated-secret' ? { kind: 'random' } : { kind: 'external', variable: name },
  }));
}

/** Entries of `.env.example` for the plain variables. */
export function variableSettings({ name: app, variables }: AppBrief): readonly Variable[] {
  return variables.filter((variable) => !isSecret(variable) && !isOwnSetting(variable.name)).map(({ name, example }) => ({ name, value: example ?? '', comment: `read by ${app}` }));
}
