import dockerfileTemplate from '../../templates/nginx/caddy/Dockerfile.ejs';
import configurationTemplate from '../../templates/nginx/caddy/Caddyfile.ejs';
import { renderTemplate } from '../text/template.js';
import { imageReference } from './images.js';
import { askByWget, asUnnamedUser, longestFirst, unnamedUser } from './proxy.js';
import type { Proxy, ProxyContext, ProxyFile } from './proxy.js';

const port = 8080;
const healthPort = 8081;

function files({ routes, bodyLimit }: ProxyContext): readonly ProxyFile[] {
  return [
    { path: 'docker/caddy/Dockerfile', content: renderTemplate(dockerfileTemplate, { image: imageReference('caddy'), port, user: unnamedUser }) },
    { path: 'docker/caddy/Caddyfile', content: renderTemplate(configurationTemplate, { port, healthPort, bodyLimit, routes: longestFirst(routes) }) },
  ];
}

export const caddy = {
  id: 'caddy',
  title: 'Caddy',
  serviceName: 'caddy',
  port,
  images: ['caddy'],
  // caddyserver/caddy-docker alpine: busybox, libcap
  programs: ['caddy', 'sh', 'wget'],
  healthcheck: {
    test: ['CMD', 'wget', '-q', '-T', '4', '-O', '/dev/null', `http://127.0.0.1:${healthPort}/caddy-health`],
    programs: ['wget'],
    interval: 10, timeout: 5, retries: 3, startPeriod: 30,
  },
  ask: askByWget(port),
  limits: { cpus: 0.5, memory: 128, pids: 64 },
  stopGrace: 30,
  hardened: asUnnamedUser(64),
  dockerfile: 'docker/caddy/Dockerfile',
  reason: 'The only service that publishes a port outside development; its administration is off, and it looks names up for each new connection.',
  files,
} as const satisfies Proxy;
