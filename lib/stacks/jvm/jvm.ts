import { joinPath } from '../../discovery/repository.js';
import type { Stack } from '../stack.js';
import { discoverJvm } from './discover.js';
import { jvmFiles, jvmWorkerFiles } from './files.js';
import { developmentJob } from './job.js';
import { frameworks } from './frameworks/registry.js';
import { runtime, worker } from './image.js';
import { lines, resolveVersion } from './lines.js';
import { placeholder } from './placeholder.js';
import { findProcess, watched } from './process.js';

export const jvm = {
  id: 'jvm',
  title: 'Java, Kotlin and Scala',
  frameworks,
  images: ['temurin-jdk', 'temurin-jre', 'maven', 'gradle'],
  discover: discoverJvm,
  lines,
  defaultVersion: lines[0].version,
  resolveVersion,
  packageManagers: ['maven', 'gradle', 'sbt'],
  developmentJob,
  defaultPort: 8080,
  defaultLanguage: 'java',
  runtime,
  worker,
  buildArguments: () => [],
  buildContext: ({ path, workspace }) => [workspace?.root ?? path],
  leftovers: ({ path, workspace, packageManager: { name } }) => [...new Set([workspace?.root ?? path, ...(workspace?.packages ?? [])])].flatMap((folder) => (name === 'gradle' ? ['.gradle', 'build'] : ['target']).map((each) => joinPath(folder, each))),
  files: jvmFiles,
  workerFiles: jvmWorkerFiles,
  findProcess,
  watched,
  placeholder,
} as const satisfies Stack;
