import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

export interface Configuration {
  readonly services: Readonly<Record<string, { readonly command?: readonly string[]; readonly environment?: Readonly<Record<string, string>> }>>;
}

/** Whether Compose is on this machine; it needs no engine to check files. */
export const hasCompose = (): boolean => spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0;

/** What Compose itself makes of the base with an overlay, or its complaint. */
export function configuration(folder: string, overlay: string, env: Readonly<Record<string, string>> = {}): Configuration {
  // a clean environment: settings of this machine must not decide
  const { PATH = '', HOME = '', DOCKER_HOST, DOCKER_CONFIG } = process.env;
  const own = Object.fromEntries(Object.entries({ PATH, HOME, DOCKER_HOST, DOCKER_CONFIG }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const { status, stdout, stderr } = spawnSync('docker', ['compose', '-f', 'docker-compose.yml', '-f', overlay, 'config', '--format', 'json'], {
    cwd: folder, encoding: 'utf8', env: { ...own, ...env },
  });
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stderr, /warn/iu);
  return JSON.parse(stdout) as Configuration;
}
