import { pythonTruth } from './python.js';
import { staticTruth } from './static.js';
import type { ImageTruth } from './truth.js';

/** Every image case, one file for each stack. */
export const imageTruth: ImageTruth = { ...pythonTruth, ...staticTruth };
