import { cppTruth } from './cpp.js';
import { crystalTruth } from './crystal.js';
import { denoTruth } from './deno.js';
import { dotnetTruth } from './dotnet.js';
import { elixirTruth } from './elixir.js';
import { goTruth } from './go.js';
import { jvmTruth } from './jvm.js';
import { nodeContent } from './node-content.js';
import { nodeMonorepos } from './node-monorepos.js';
import { nodeNative } from './node-native.js';
import { nodeTruth } from './node.js';
import { nodeStarted } from './node-started.js';
import { nodeWorkspaces } from './node-workspaces.js';
import { phpTruth } from './php.js';
import { pythonTruth } from './python.js';
import { rubyTruth } from './ruby.js';
import { rustTruth } from './rust.js';
import { staticTruth } from './static.js';
import type { ImageTruth } from './truth.js';

/** Every image case, one file for each stack. */
export const imageTruth: ImageTruth = {
  ...cppTruth,
  ...crystalTruth,
  ...denoTruth,
  ...dotnetTruth,
  ...elixirTruth,
  ...goTruth,
  ...jvmTruth,
  ...nodeContent,
  ...nodeMonorepos,
  ...nodeNative,
  ...nodeTruth,
  ...nodeStarted,
  ...nodeWorkspaces,
  ...phpTruth,
  ...pythonTruth,
  ...rubyTruth,
  ...rustTruth,
  ...staticTruth,
};
