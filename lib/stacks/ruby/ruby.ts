import { joinPath } from '../../discovery/repository.js';
import { filesImage } from '../static-files.js';
import type { Stack } from '../stack.js';
import { defaultPort, discoverRuby } from './discover.js';
import { rubyFiles, rubyWorkerFiles } from './files.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';
import { findProcess, watched } from './process.js';

export const ruby = {
  id: 'ruby',
  title: 'Ruby',
  frameworks,
  images: ['ruby', filesImage],
  discover: discoverRuby,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['bundler'],
  defaultPort,
  defaultLanguage: 'ruby',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: ({ path }) => [path],
  // as Rails' own template has it (rails/rails, dockerignore.tt)
  leftovers: ({ path }) => ['.bundle', 'vendor/bundle', 'log/*', 'tmp/*'].map((file) => joinPath(path, file)),
  files: rubyFiles,
  workerFiles: rubyWorkerFiles,
  findProcess,
  watched,
  placeholder,
} as const satisfies Stack;
