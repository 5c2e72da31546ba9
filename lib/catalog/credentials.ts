/** Says what it is wherever it shows up. Lives in the override file only and is bound to the developer's machine. */
export const developmentPassword = 'development-only';

/** For data services that live as long as a test run. */
export const testPassword = 'ci-only';

/** Least bytes of what sessions are signed with: Phoenix and Rack refuse less (hexdocs.pm/plug, Plug.Session.COOKIE; rack/rack-session). */
const leastSecret = 64;

/** The same word as long as programs want what they sign with. */
export function longSecret(password: string): string {
  return Array.from({ length: Math.ceil((leastSecret + 1) / (password.length + 1)) }, () => password).join('-');
}

/**
 * A command that gives the program a secret as a variable, for images that know no `*_FILE`: the value is in the process, and in
 * neither `docker inspect` nor a list of processes. `before` stands before it.
 */
export function withSecret(variable: string, secret: string, program: readonly string[], before = ''): readonly string[] {
  return ['sh', '-c', `${variable}="${before}$(cat /run/secrets/${secret})" && export ${variable} && exec "$@"`, 'sh', ...program];
}
