/** Says what it is wherever it shows up. Lives in the override file only and is bound to the developer's machine. */
export const developmentPassword = 'development-only';

/** For data services that live as long as a test run. */
export const testPassword = 'ci-only';

/**
 * A command that gives the program a secret as a variable, for images that know no `*_FILE`: the value is in the process, and in
 * neither `docker inspect` nor a list of processes.
 */
export function withSecret(variable: string, secret: string, program: readonly string[]): readonly string[] {
  return ['sh', '-c', `${variable}="$(cat /run/secrets/${secret})" && export ${variable} && exec "$@"`, 'sh', ...program];
}
