import { nginx } from './nginx.js';
import { postgres } from './postgres.js';
import { redis } from './redis.js';
import type { Proxy } from './proxy.js';
import type { Technology } from './technology.js';

/** Every backing technology, in the order in which questions and documents list them. */
export const technologies = [postgres, redis] as const satisfies readonly Technology[];

export function findTechnology(id: string): Technology | undefined {
  return technologies.find((technology) => technology.id === id);
}

/** For ids that validation has already accepted. */
export function technologyById(id: string): Technology {
  const technology = findTechnology(id);
  if (technology === undefined) throw new Error(`unknown technology: ${id}`);
  return technology;
}

/** Every reverse proxy. */
export const proxies = [nginx] as const satisfies readonly Proxy[];

export function findProxy(id: string): Proxy | undefined {
  return proxies.find((proxy) => proxy.id === id);
}

/** For ids that validation has already accepted. */
export function proxyById(id: string): Proxy {
  const proxy = findProxy(id);
  if (proxy === undefined) throw new Error(`unknown proxy: ${id}`);
  return proxy;
}
