import { airflow } from './airflow.js';
import { aiohttp } from './aiohttp.js';
import { bottle } from './bottle.js';
import { channels } from './channels.js';
import { dash } from './dash.js';
import { django } from './django.js';
import { falcon } from './falcon.js';
import { fastapi } from './fastapi.js';
import { flask } from './flask.js';
import type { Framework } from './framework.js';
import { gradio } from './gradio.js';
import { litestar } from './litestar.js';
import { pyramid } from './pyramid.js';
import { quart } from './quart.js';
import { sanic } from './sanic.js';
import { starlette } from './starlette.js';
import { streamlit } from './streamlit.js';
import { tornado } from './tornado.js';

/** Every framework, in the order in which they are looked for; Django before what is built into it. */
export const frameworks = [
  django, channels, fastapi, litestar, quart, dash, flask, sanic, starlette, falcon, bottle, pyramid, streamlit, gradio, airflow, tornado, aiohttp,
] as const satisfies readonly Framework[];

export function findFramework(id: string | undefined): Framework | undefined {
  return (frameworks as readonly Framework[]).find((each) => each.id === id);
}
