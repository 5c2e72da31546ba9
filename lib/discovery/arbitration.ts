import type { Stack } from '../stacks/stack.js';
import { best } from './evidence.js';
import type { AppFindings } from './findings.js';
import type { Repository } from './repository.js';

/** The stronger claim to a folder first: a server of a known framework, any server, something that takes jobs, files for browsers. */
function claim({ role, framework }: AppFindings): number {
  if (role === 'static') return 3;
  if (role === 'worker') return 2;
  return framework.some(({ confidence }) => confidence === 'certain') ? 0 : 1;
}

/**
 * One app for each folder: where two stacks claim one, the stronger claim counts, and the order of `stacks` between equal ones.
 * Stacks of last resort count only where nothing else was found.
 */
export function arbitrate(apps: readonly AppFindings[], stacks: readonly Stack[]): readonly AppFindings[] {
  const lastResort = new Set(stacks.filter((stack) => stack.lastResort === true).map(({ id }) => id));
  const proper = apps.filter(({ stack }) => !lastResort.has(stack));
  const byPath = new Map<string, AppFindings>();
  for (const app of proper.length > 0 ? proper : apps) {
    const known = byPath.get(app.path);
    if (known === undefined || claim(app) < claim(known)) byPath.set(app.path, app);
  }
  return [...byPath.values()];
}

/** The app with the browser code that lies beside it, where another stack can build that. */
export function withAssets(repository: Repository, app: AppFindings, stacks: readonly Stack[]): AppFindings {
  const builder = stacks.find((stack) => stack.assets !== undefined);
  if (builder === undefined || builder.id === app.stack || app.role !== 'web' || best(app.commands.start) === undefined) return app;
  const assets = builder.assets?.discover(repository, app.path);
  return assets === undefined ? app : { ...app, assets };
}
