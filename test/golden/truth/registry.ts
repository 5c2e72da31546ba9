import { nodeWorkspaces } from './node-workspaces.js';
import { staticTruth } from './static.js';
import type { ImageTruth } from './truth.js';

/** Every image case, one file for each stack. */
export const imageTruth: ImageTruth = { ...nodeWorkspaces, ...staticTruth };
