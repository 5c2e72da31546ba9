import { dotnetTruth } from './dotnet.js';
import { jvmTruth } from './jvm.js';
import type { ImageTruth } from './truth.js';

/** Every image case, one file for each stack. */
export const imageTruth: ImageTruth = { ...jvmTruth, ...dotnetTruth };
