import { express } from './express.js';
import { fastify } from './fastify.js';
import type { Framework } from './framework.js';
import { hono } from './hono.js';
import { koa } from './koa.js';
import { nestjs } from './nestjs.js';

/** Every server framework, in the order in which they are looked for. */
export const frameworks = [nestjs, express, fastify, koa, hono] as const satisfies readonly Framework[];
