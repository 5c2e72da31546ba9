import type { VariableKind } from './brief.js';

const secretName = /(?:^|_)(?:SECRET|PASSWORD|PASSWD|PASS|PASSPHRASE|TOKEN|APIKEY|KEYS?|CREDENTIALS?|SALT|PEPPER|DSN)(?:_|$)|SECRET|PASSWORD/u;
/** Names that end like a secret and hold none. */
const harmless = /(?:PUBLIC|PUBLISHABLE|EXPIR|TTL|LENGTH|ROUNDS|ALGORITHM|_ID$|_URL$|_PATH$|_FILE$|_NAME$|_HEADER$|_PREFIX$)/u;
/** Secrets that the project makes up itself: any random text will do. */
const ownSecret = /^(?:APP_|APPLICATION_|SERVER_|\w+__(?=(?:SESSION|JWT|COOKIE|CSRF)_))?(?:(?:SESSION|JWT|JWT_ACCESS|JWT_REFRESH|ACCESS_TOKEN|REFRESH_TOKEN|COOKIE|COOKIES|AUTH|NEXTAUTH|CSRF|ENCRYPTION|SIGNING|HASH|CRYPTO)_)?(?:SECRET|SECRET_KEY|KEY|SALT|PEPPER|PASSPHRASE)(?:_KEY|_BASE)?$|^APP_KEYS$|^\w+_(?:SALT|JWT_SECRET)$/u;

/** A URL with a user and a password in it is a secret, whatever its variable is called. */
export const holdsCredentials = (example: string): boolean => /^[a-z][a-z\d+.-]*:\/\/[^\s/@:]*:[^\s/@]+@/iu.test(example);

/** What a variable of an environment example is: by its name, and by the form of its example. */
export function variableKind(name: string, example = ''): VariableKind {
  const upper = name.toUpperCase();
  if (holdsCredentials(example)) return 'external-secret';
  if (!secretName.test(upper) || harmless.test(upper)) return 'plain';
  return ownSecret.test(upper) ? 'generated-secret' : 'external-secret';
}
