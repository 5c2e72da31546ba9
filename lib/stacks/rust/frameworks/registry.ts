import { actixWeb } from './actix-web.js';
import { axum } from './axum.js';
import type { Framework } from './framework.js';
import { hyper } from './hyper.js';
import { leptos } from './leptos.js';
import { loco } from './loco.js';
import { poem } from './poem.js';
import { rocket } from './rocket.js';
import { salvo } from './salvo.js';
import { tide } from './tide.js';
import { tonic } from './tonic.js';
import { warp } from './warp.js';

/** Every server framework, those that are built on others first. */
export const frameworks = [
  leptos, loco, axum, actixWeb, rocket, salvo, poem, warp, tide, tonic, hyper,
] as const satisfies readonly Framework[];
