import type { AppBrief } from '../../brief/brief.js';
import type { ManagerName } from './package-manager.js';

/** How one package manager works inside an image build. Commands run without a shell's help, so they hold no user input but a checked version. */
interface Installation {
  /** Makes the manager available in a Node image, which since Node 26 has npm alone. */
  readonly setup?: (version: string | undefined) => string;
  /** Exactly what the lock file says, or failure. */
  readonly locked: string;
  /** For development: follows a manifest that is ahead of its lock file. */
  readonly lenient: string;
  readonly production: string;
  /** Installs a part of a workspace, where `locked` refuses a lock file that knows packages whose manifests are not there. */
  readonly partial?: string;
  /** Refuses to install for production where a package is not there that only another one's development needs. */
  readonly needsAll?: true;
  /** Where the cache is mounted, and further options of the mount. */
  readonly cache: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Used where the project does not pin the manager's version. */
const defaultVersions = { pnpm: '10', yarn: '1.22.22', 'yarn-berry': '4', bun: '1' } as const;

const installations: Record<ManagerName, Installation> = {
  npm: {
    locked: 'npm ci',
    lenient: 'npm install',
    production: 'npm ci --omit=dev',
    cache: '/root/.npm',
  },
  pnpm: {
    setup: (version) => `npm install --global pnpm@${version ?? defaultVersions.pnpm}`,
    locked: 'pnpm install --frozen-lockfile',
    lenient: 'pnpm install --no-frozen-lockfile',
    production: 'pnpm install --frozen-lockfile --prod',
    cache: '/root/.local/share/pnpm/store',
  },
  yarn: {
    setup: (version) => `npm install --global yarn@${version ?? defaultVersions.yarn}`,
    locked: 'yarn install --frozen-lockfile',
    lenient: 'yarn install',
    production: 'yarn install --frozen-lockfile --production',
    // two installations at once spoil this manager's cache, and the stages of an image are built side by side
    cache: '/usr/local/share/.cache/yarn,sharing=locked',
  },
  'yarn-berry': {
    setup: (version) => `npm install --global @yarnpkg/cli-dist@${version ?? defaultVersions['yarn-berry']}`,
    locked: 'yarn install --immutable',
    lenient: 'yarn install --no-immutable',
    production: 'yarn workspaces focus --all --production',
    partial: 'yarn workspaces focus --all',
    cache: '/root/.yarn/berry/cache',
    // an installed tree instead of Plug'n'Play, so that it can live in a volume
    environment: { YARN_NODE_LINKER: 'node-modules', YARN_ENABLE_GLOBAL_CACHE: 'true', YARN_ENABLE_TELEMETRY: '0', YARN_IGNORE_PATH: '1' },
  },
  bun: {
    setup: (version) => `npm install --global bun@${version ?? defaultVersions.bun}`,
    locked: 'bun install --frozen-lockfile',
    lenient: 'bun install',
    production: 'bun install --frozen-lockfile --production',
    needsAll: true,
    cache: '/root/.bun/install/cache',
  },
};

/** Commands of installation get credentials of private registries from mounted secrets, in front of the command: no layer keeps them. */
export interface InstallationView {
  readonly setup: string | null;
  readonly locked: string;
  readonly lenient: string;
  /** As `lenient`, where no secret is mounted: development that starts. */
  readonly refresh: string;
  readonly production: string;
  readonly partial: string | null;
  readonly needsAll: boolean;
  /** Options of the RUN line that installs: the cache and the secrets. */
  readonly mounts: string;
  readonly environment: readonly (readonly [string, string])[];
  /** Runs a script of the project, for example `npm run`. */
  readonly run: string;
}

/** Without a lock file nothing can be frozen: the plain installation is all there is. */
export function installationOf({ packageManager, lockFile, buildSecrets = [] }: Pick<AppBrief, 'packageManager' | 'lockFile'> & Partial<Pick<AppBrief, 'buildSecrets'>>): InstallationView {
  const { setup, environment, partial, needsAll, cache, ...commands } = installations[packageManager.name as ManagerName];
  const npmProduction = packageManager.name === 'npm' ? 'npm install --omit=dev' : commands.production.replace(/ --(?:frozen-lockfile|immutable)/u, '');
  const secrets = buildSecrets.map((name) => [name, name.toLowerCase()] as const);
  const settings = secrets.map(([name, id]) => `${name}="$(cat /run/secrets/${id})" `).join('');
  return {
    locked: `${settings}${lockFile === undefined ? commands.lenient : commands.locked}`,
    lenient: `${settings}${commands.lenient}`,
    refresh: commands.lenient,
    production: `${settings}${lockFile === undefined ? npmProduction : commands.production}`,
    partial: partial === undefined ? null : `${settings}${partial}`,
    mounts: [`--mount=type=cache,target=${cache}`, ...secrets.map(([, id]) => `--mount=type=secret,id=${id}`)].join(' '),
    needsAll: needsAll === true,
    setup: setup?.(packageManager.version) ?? null,
    environment: Object.entries(environment ?? {}),
    run: packageManager.name === 'yarn-berry' ? 'yarn run' : `${packageManager.name} run`,
  };
}

/** Lines of the first stage: the environment of the package manager, and the manager itself. */
export function setupLines({ environment, setup }: InstallationView): readonly string[] {
  return [
    ...(environment.length === 0 ? [] : [`ENV ${environment.map(([name, value]) => `${name}="${value}"`).join(' \\\n    ')}`]),
    ...(setup === null ? [] : [`RUN --mount=type=cache,target=/root/.npm ${setup}`]),
  ];
}
