import type { AppBrief } from '../../brief/brief.js';
import type { Workspace } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { Runtime } from '../stack.js';

/** An app that is a package of a workspace. */
export type WorkspaceApp = AppBrief & { readonly workspace: Workspace };

export function isWorkspaceApp(app: AppBrief): app is WorkspaceApp {
  return app.workspace !== undefined;
}

/** Where the root of the workspace lies in the image. */
export const workdir = '/app';

/** A folder of the repository as the root of the workspace sees it, `.` for the root itself. */
export function belowRoot({ root }: Pick<Workspace, 'root'>, folder: string): string {
  if (root === '.') return folder;
  return folder === root ? '.' : folder.slice(root.length + 1);
}

/** A folder of the repository in the image. */
export function inImage(workspace: Pick<Workspace, 'root'>, folder: string): string {
  const below = belowRoot(workspace, folder);
  return below === '.' ? workdir : `${workdir}/${below}`;
}

/** Whether the app is a package: one that shares the root's manifest, as those of Nx do, is none, and its commands run at the root. */
export const isPackage = ({ workspace, path }: WorkspaceApp): boolean => workspace.packages.includes(path);

/** The folder of the repository in which the app's commands run. */
export const runFolder = (app: WorkspaceApp): string => (isPackage(app) ? app.path : app.workspace.root);

/** The folders of the workspace that have dependencies of their own in development, its root first. */
export function membersOf({ workspace }: WorkspaceApp): readonly string[] {
  return [workspace.root, ...workspace.members.filter((each) => each !== workspace.root).toSorted()];
}

const volumeName = (folder: string): string => folder.toLowerCase().replace(/[^a-z0-9]+/gu, '_').replace(/^_+|_+$/gu, '');

/** The whole workspace is mounted; what is installed stays in volumes that all apps of the workspace share. */
export function workspaceDevelopment(app: WorkspaceApp): Runtime['development'] {
  const { workspace } = app;
  return {
    source: workspace.root,
    target: workdir,
    volumes: membersOf(app).map((folder) => ({
      name: [volumeName(workspace.root), folder === workspace.root ? '' : volumeName(belowRoot(workspace, folder)), 'node_modules'].filter((part) => part !== '').join('_'),
      target: `${inImage(workspace, folder)}/node_modules`,
      hostFolder: joinPath(folder, 'node_modules'),
    })),
  };
}
