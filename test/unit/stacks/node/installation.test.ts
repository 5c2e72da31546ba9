import assert from 'node:assert/strict';
import type { PackageManager } from '../../../../lib/discovery/findings.js';
import { installationOf } from '../../../../lib/stacks/node/installation.js';

type Name = PackageManager['name'];
const names: readonly Name[] = ['npm', 'pnpm', 'yarn', 'yarn-berry', 'bun'];
const lockFiles: Record<Name, string> = { npm: 'package-lock.json', pnpm: 'pnpm-lock.yaml', yarn: 'yarn.lock', 'yarn-berry': 'yarn.lock', bun: 'bun.lock' };
const view = (name: Name, lockFile?: string, version?: string) => installationOf({ packageManager: version === undefined ? { name } : { name, version }, lockFile });

describe('installation of dependencies', () => {
  /** With a lock file: exactly what it says. From the manuals of the package managers. */
  const locked: Record<Name, readonly [string, string]> = {
    npm: ['npm ci', 'npm ci --omit=dev'],
    pnpm: ['pnpm install --frozen-lockfile', 'pnpm install --frozen-lockfile --prod'],
    yarn: ['yarn install --frozen-lockfile', 'yarn install --frozen-lockfile --production'],
    'yarn-berry': ['yarn install --immutable', 'yarn workspaces focus --all --production'],
    bun: ['bun install --frozen-lockfile', 'bun install --frozen-lockfile --production'],
  };
  for (const name of names) {
    it(`follows the lock file of ${name}`, () => {
      const found = view(name, lockFiles[name]);
      assert.deepEqual([found.locked, found.production], locked[name]);
    });
  }

  /** Without a lock file nothing can be frozen. */
  const open: Record<Name, readonly [string, string]> = {
    npm: ['npm install', 'npm install --omit=dev'],
    pnpm: ['pnpm install --no-frozen-lockfile', 'pnpm install --prod'],
    yarn: ['yarn install', 'yarn install --production'],
    'yarn-berry': ['yarn install --no-immutable', 'yarn workspaces focus --all --production'],
    bun: ['bun install', 'bun install --production'],
  };
  for (const name of names) {
    it(`freezes nothing where ${name} has no lock file`, () => {
      const found = view(name);
      assert.deepEqual([found.locked, found.production], open[name]);
    });
  }

  it('follows a manifest that is ahead of its lock file in development', () => {
    for (const name of names) assert.doesNotMatch(view(name, lockFiles[name]).lenient, /\bci\b|(?<!no-)frozen|(?<!no-)immutable/u);
  });

  const setups: readonly (readonly [Name, string | undefined, string | null])[] = [
    ['npm', undefined, null],
    ['npm', '10.9.0', null],
    ['pnpm', '9.15.4', 'npm install --global pnpm@9.15.4'],
    ['pnpm', undefined, 'npm install --global pnpm@10'],
    ['yarn', '1.22.19', 'npm install --global yarn@1.22.19'],
    ['yarn-berry', '4.5.3', 'npm install --global @yarnpkg/cli-dist@4.5.3'],
    ['bun', '1.2.3', 'npm install --global bun@1.2.3'],
  ];
  for (const [name, version, setup] of setups) it(`installs ${name} ${version ?? ''} in the image: ${setup}`, () => assert.equal(view(name, lockFiles[name], version).setup, setup));

  it('installs a tree of packages, never Plug and Play, so that it can live in a volume', () => {
    assert.ok(view('yarn-berry').environment.some(([name, value]) => name === 'YARN_NODE_LINKER' && value === 'node-modules'));
  });
});
