import { join } from 'node:path';
import type { CommandName } from '../cli/flags.js';
import { packageRoot } from './package-root.js';

type Loader = () => Promise<{ readonly default: unknown }>;

/** Loaded when they run: a command pays for what it uses. */
const loaders: Record<CommandName, Loader> = {
  app: () => import('../../generators/app/index.js'),
  discover: () => import('../../generators/discover/index.js'),
  application: () => import('../../generators/application/index.js'),
  nginx: () => import('../../generators/nginx/index.js'),
  workers: () => import('../../generators/workers/index.js'),
  compose: () => import('../../generators/compose/index.js'),
  ci: () => import('../../generators/ci/index.js'),
  docs: () => import('../../generators/docs/index.js'),
  worker: () => import('../../generators/worker/index.js'),
};

/** What the root generator composes, in the order in which files are listed. */
export const composedCommands = ['application', 'nginx', 'workers', 'compose', 'ci', 'docs'] as const satisfies readonly CommandName[];

export const namespaceOf = (command: CommandName): string => `docker-architect:${command}`;

interface Registry {
  getGeneratorMeta: (namespace: string) => unknown;
  register: (stub: object, meta: object) => unknown;
}

/** The one registration that the bin, the generators and the tests use; what `yo` has already found stays. */
export function registerGenerators(environment: unknown): void {
  const env = environment as Registry;
  const root = packageRoot();
  for (const [command, load] of Object.entries(loaders)) {
    const namespace = namespaceOf(command as CommandName);
    if (env.getGeneratorMeta(namespace) !== undefined) continue;
    env.register(
      { createGenerator: async () => (await load()).default },
      { namespace, packagePath: root, resolved: join(root, 'generators', command, 'index.js') },
    );
  }
}
