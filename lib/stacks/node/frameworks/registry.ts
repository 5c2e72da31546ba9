import { adonisjs } from './adonisjs.js';
import { angular } from './angular.js';
import { astro } from './astro.js';
import { docusaurus } from './docusaurus.js';
import { eleventy } from './eleventy.js';
import { elysia } from './elysia.js';
import { express } from './express.js';
import { fastify } from './fastify.js';
import { feathers } from './feathers.js';
import type { Framework } from './framework.js';
import { gatsby } from './gatsby.js';
import { hapi } from './hapi.js';
import { hono } from './hono.js';
import { keystone } from './keystone.js';
import { koa } from './koa.js';
import { loopback } from './loopback.js';
import { nestjs } from './nestjs.js';
import { nextjs } from './nextjs.js';
import { nuxt } from './nuxt.js';
import { payload } from './payload.js';
import { polka } from './polka.js';
import { preact } from './preact.js';
import { reactRouter } from './react-router.js';
import { react } from './react.js';
import { remix } from './remix.js';
import { restify } from './restify.js';
import { solidStart } from './solid-start.js';
import { solid } from './solid.js';
import { strapi } from './strapi.js';
import { svelte } from './svelte.js';
import { sveltekit } from './sveltekit.js';
import { vitepress } from './vitepress.js';
import { vue } from './vue.js';

/** Every framework, in the order in which they are looked for. */
export const frameworks: readonly Framework[] = [
  payload,
  keystone,
  strapi,
  nestjs,
  adonisjs,
  feathers,
  loopback,
  nextjs,
  nuxt,
  sveltekit,
  reactRouter,
  remix,
  solidStart,
  astro,
  gatsby,
  docusaurus,
  vitepress,
  eleventy,
  angular,
  express,
  fastify,
  koa,
  hono,
  hapi,
  polka,
  restify,
  elysia,
  react,
  vue,
  svelte,
  preact,
  solid,
];
