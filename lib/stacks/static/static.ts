import { serveFiles, filesImage, filesPort } from '../static-files.js';
import type { Stack } from '../stack.js';
import { discoverStatic } from './discover.js';
import { runtime, staticFiles, staticWorkerFiles, worker } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';

export const staticSite = {
  id: 'static',
  title: 'Static site',
  frameworks,
  images: [filesImage, ...new Set(frameworks.flatMap(({ images }) => images))],
  discover: discoverStatic,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['none', 'pip'],
  defaultPort: filesPort,
  defaultLanguage: 'html',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: ({ path }) => [path],
  files: staticFiles,
  workerFiles: staticWorkerFiles,
  // it has one process, the server
  findProcess: () => undefined,
  watched: () => serveFiles,
  placeholder,
} as const satisfies Stack;
