import { joinPath } from '../../discovery/repository.js';
import type { Stack } from '../stack.js';
import { discoverDotnet } from './discover.js';
import { dotnetFiles, dotnetWorkerFiles } from './files.js';
import { developmentJob } from './job.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, testFolder, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';

export const dotnet = {
  id: 'dotnet',
  title: '.NET',
  frameworks,
  images: ['dotnet-sdk', 'dotnet-aspnet', 'nginx'],
  discover: discoverDotnet,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['dotnet'],
  developmentJob,
  defaultPort: 8080,
  defaultLanguage: 'csharp',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: (app) => [...(app.workspace?.packages ?? [app.path]), ...app.installFiles, ...(app.commands.test === undefined ? [] : [testFolder(app)])],
  leftovers: ({ path, workspace }) => (workspace?.packages ?? [path]).flatMap((folder) => [joinPath(folder, 'bin'), joinPath(folder, 'obj')]),
  files: dotnetFiles,
  workerFiles: dotnetWorkerFiles,
  // a process of .NET is a project of its own, which discovery finds
  findProcess: () => undefined,
  watched: (_repository, _app, command) => command,
  placeholder,
} as const satisfies Stack;
