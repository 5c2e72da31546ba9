import { folderOf } from '../../discovery/repository.js';
import { mainSource } from './app.js';
import type { Program } from './app.js';
import { isTool, isWorker, serves } from './framework.js';
import type { CppProject } from './project.js';

/** Programs of one image: the one that is the app, and what is built and started beside it. */
export interface Group {
  /** Folder of the app, relative to the repository. */
  readonly path: string;
  readonly role: 'web' | 'worker';
  readonly main: Program;
  readonly beside: readonly Program[];
}

const usualServers = ['server', 'api', 'web', 'app', 'main', 'backend', 'gateway', 'service'];
/** Folders that hold the sources of a project and give no name to a part of it. */
const ofSources = /^(?:src|source|sources|main|server|app|apps|backend|api|web|cmd|bin|program|programs)$/u;
const ofServices = /(?:^|\/)(?:services|apps|svc|microservices)\/[^/]+$/u;

/** The folder that a program belongs to: of its list file, without those that only hold sources. */
function ownerOf({ folder: top }: CppProject, { target }: Program): string {
  const own = target.folder === top ? '' : top === '.' ? target.folder : target.folder.slice(top.length + 1);
  return own === '' || ofSources.test(own) ? top : target.folder;
}

const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Of several servers the app's own: the installed one, the one called as the project or its folder, a usual name, the first. */
function mainOf(servers: readonly Program[], { name }: CppProject, owner: string): Program | undefined {
  const rank = ({ target }: Program): number => {
    const label = target.name.toLowerCase().replaceAll('_', '-');
    const word = usualServers.findIndex((each) => label === each || label.endsWith(`-${each}`));
    const byName = label === name?.toLowerCase().replaceAll('_', '-') || label === base(owner).toLowerCase() ? 0 : word === -1 ? usualServers.length + 1 : word + 1;
    return (target.isInstalled ? 0 : 100) + byName;
  };
  return servers.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** Where a server of the same list file is an app of its own: the folder of its sources, if no other program has it. */
function ownFolder(program: Program, all: readonly Program[]): string | undefined {
  const file = mainSource(program)?.file;
  const folder = file === undefined ? undefined : folderOf(file);
  return folder === undefined || folder === '' || all.some((other) => other !== program && folderOf(mainSource(other)?.file ?? '') === folder) ? undefined : folder;
}

/** Servers of one owner: the main one with everything beside it, and an app for each further one that has a folder of its own. */
function serving(project: CppProject, path: string, programs: readonly Program[]): readonly Group[] {
  const servers = programs.filter((program) => serves(program, project) && !isWorker(program));
  const main = mainOf(servers, project, path) ?? programs.find((program) => serves(program, project) && programs.length === 1);
  if (main === undefined) return [];
  const apart = servers.flatMap((program): readonly Group[] => {
    const own = program === main ? undefined : ownFolder(program, programs);
    return own === undefined || own === path ? [] : [{ path: own, role: 'web', main: program, beside: [] }];
  });
  const taken = new Set([main, ...apart.map((group) => group.main)]);
  return [{ path, role: 'web', main, beside: programs.filter((program) => !taken.has(program)) }, ...apart];
}

/** The apps of a project: what serves with what works beside it; where nothing serves, what takes jobs. */
export function groupsOf(project: CppProject, all: readonly Program[]): readonly Group[] {
  const programs = all.filter((program) => !isTool(program));
  const owners = new Map<string, Program[]>();
  for (const program of programs) {
    const owner = ownerOf(project, program);
    owners.set(owner, [...(owners.get(owner) ?? []), program]);
  }
  const owned = [...owners];
  const withServer = owned.filter(([path, list]) => serving(project, path, list).length > 0);
  // tools and workers in folders of their own belong to the one server that there is
  const joined = withServer.length === 1 && owned.length > 1 && !owned.every(([path]) => ofServices.test(path)) ? [[project.folder, programs] as const] : owned;
  return joined.flatMap(([path, list]): readonly Group[] => {
    const found = serving(project, path, list);
    if (found.length > 0) return found;
    const [first, ...rest] = list.filter(isWorker);
    return first === undefined ? [] : [{ path, role: 'worker', main: first, beside: rest }];
  });
}
