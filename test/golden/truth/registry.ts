import { phpTruth } from './php.js';
import { rubyTruth } from './ruby.js';
import type { ImageTruth } from './truth.js';

/** Every image case, one file for each stack. */
export const imageTruth: ImageTruth = { ...phpTruth, ...rubyTruth };
