import { environmentIds } from '../brief/brief.js';
import type { AppBrief, Brief, EnvironmentId } from '../brief/brief.js';
import { dataVolumeName, workerServiceNames } from '../brief/service-names.js';
import type { DataFolder } from '../discovery/findings.js';
import { archiveAtRest } from '../catalog/archive.js';
import { dataMessages as say } from '../messages/data.js';
import { dataTarget } from '../stacks/dockerfile.js';
import { stackById } from '../stacks/registry.js';
import type { Mount, Operations, Volume } from './architecture.js';

/** Environments in which images of production run: the mounted source holds what development writes. */
const kept = environmentIds.filter((id) => id !== 'development');

const foldersOf = ({ data = [] }: AppBrief): readonly DataFolder[] => data;

/** Whether it keeps files of its own. */
export const keepsFiles = (app: AppBrief): boolean => foldersOf(app).length > 0;

const volumeName = (app: AppBrief, { path }: DataFolder): string => dataVolumeName(app, path);

const targetOf = (app: AppBrief, { path }: DataFolder): string => dataTarget(stackById(app.stack).runtime(app), path);

/** Volumes under the folders that an app and its workers write to. Tests and jobs of the same run see one another's data. */
export function dataMounts(app: AppBrief, environment: EnvironmentId): readonly Mount[] {
  return environment !== 'development' ? foldersOf(app).map((folder) => ({ kind: 'volume', source: volumeName(app, folder), target: targetOf(app, folder) })) : [];
}

/** What development has instead of a folder outside of the mounted source, which nothing else gives it. */
export function dataInMemory(app: AppBrief): readonly string[] {
  return foldersOf(app).filter(({ path, variable }) => path.startsWith('/') && variable === undefined).map(({ path }) => `${path}:mode=1777`);
}

/** Variables that say where the data lies. */
export function dataEnvironment(app: AppBrief): Readonly<Record<string, string>> {
  return Object.fromEntries(foldersOf(app).flatMap(({ variable }) => (variable === undefined ? [] : [[variable.name, variable.value] as const])));
}

export function dataVolumes({ apps }: Pick<Brief, 'apps'>): readonly Volume[] {
  return apps.flatMap((app) => foldersOf(app).map((folder) => ({ name: volumeName(app, folder), service: app.name, use: say.use(folder), only: kept })));
}

/** An archive of each folder, taken while nothing writes into it. */
export function dataOperations(brief: Brief): readonly Operations[] {
  const workers = workerServiceNames(brief);
  return brief.apps.flatMap((app) => foldersOf(app).map((folder): Operations => ({
    service: app.name,
    title: say.title(app.name, folder),
    ...archiveAtRest({ service: app.name, folder: targetOf(app, folder), name: volumeName(app, folder), writers: [app.name, ...app.workers.map((worker) => workers.get(worker)!)] }),
  })));
}

/** Why the data is where it is. */
export function dataDecisions({ apps }: Brief): readonly ReturnType<typeof say.decision>[] {
  return apps.filter(keepsFiles).map((app) => say.decision(app.name, foldersOf(app).map((folder) => ({ target: targetOf(app, folder), volume: volumeName(app, folder), holds: folder.holds, engine: folder.engine }))));
}
