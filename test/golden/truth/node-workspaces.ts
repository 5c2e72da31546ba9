import type { AppTruth, ImageTruth } from './truth.js';

const watch = ['node', '--watch'] as const;

/** Every workspace has these three: an API on Hono, pages from a plain server, and a program that listens on nothing. */
function apps(packageManager: string, version: string, folder = 'apps/'): readonly AppTruth[] {
  const common = { language: 'javascript', packageManager, version } as const;
  return [
    { ...common, path: `${folder}api`, role: 'web', frameworks: ['hono'], port: 3000, start: ['node', 'src/server.js'], development: [...watch, 'src/server.js'], health: '/healthz' },
    { ...common, path: `${folder}web`, role: 'web', frameworks: [], port: 4000, start: ['node', 'server.js'], development: [...watch, 'server.js'] },
    { ...common, path: `${folder}worker`, role: 'worker', frameworks: [], start: ['node', 'index.js'], development: [...watch, 'index.js'] },
  ];
}

const withUses = (truths: readonly AppTruth[], path: string, uses: readonly string[]): readonly AppTruth[] => truths.map((each) => (each.path === path ? { ...each, uses } : each));
const withBuild = (truths: readonly AppTruth[], path: string, build: readonly string[]): readonly AppTruth[] => truths.map((each) => (each.path === path ? { ...each, build } : each));

/** Node 24 wherever something declares it; 26 is the newest line that is supported. */
export const nodeWorkspaces: ImageTruth = {
  // `engines` says >=24
  'node-workspace-npm': apps('npm', '26'),
  'node-workspace-yarn': apps('yarn', '24'),
  'node-workspace-yarn-berry': apps('yarn-berry', '26'),
  'node-workspace-pnpm': withUses(apps('pnpm', '24'), 'apps/worker', ['redis']),
  'node-workspace-bun': apps('bun', '24'),
  'node-workspace-turbo': withBuild(apps('pnpm', '26'), 'apps/api', ['turbo', 'run', 'build', '--filter=@shop/api']),
  'node-workspace-nx': apps('npm', '26'),
  'node-workspace-lerna': apps('yarn', '24'),
  'node-folders': apps('npm', '26', ''),
};
