import { goTruth } from './go.js';
import { rustTruth } from './rust.js';
import type { ImageTruth } from './truth.js';

/** Every image case, one file for each stack. */
export const imageTruth: ImageTruth = { ...goTruth, ...rustTruth };
