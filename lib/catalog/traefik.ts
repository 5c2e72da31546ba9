import dockerfileTemplate from '../../templates/nginx/traefik/Dockerfile.ejs';
import { renderTemplate } from '../text/template.js';
import { imageReference } from './images.js';
import { askByWget, asUnnamedUser, unnamedUser } from './proxy.js';
import type { Proxy, ProxyContext, ProxyFile, Route } from './proxy.js';

const port = 8080;
const pingPort = 8082;

/** doc.traefik.io/traefik/reference/static-configuration/file. Forwarded headers of clients are not trusted by default. */
const settings = {
  global: { checkNewVersion: false, sendAnonymousUsage: false },
  log: { level: 'WARN', format: 'json' },
  accessLog: { format: 'json' },
  entryPoints: {
    web: { address: `:${port}`, transport: { respondingTimeouts: { readTimeout: '60s' }, lifeCycle: { graceTimeOut: '25s' } } },
    ping: { address: `127.0.0.1:${pingPort}` },
  },
  ping: { entryPoint: 'ping' },
  providers: { file: { filename: '/etc/traefik-routes.yml', watch: false } },
  serversTransport: { forwardingTimeouts: { dialTimeout: '5s', responseHeaderTimeout: '60s' } },
};

/** A router of a prefix. The rule with more letters goes first, so the longest prefix does. */
function routerOf({ prefix, service, strip }: Route): readonly (readonly [string, object])[] {
  const withoutSlash = prefix.slice(0, -1);
  const middlewares = ['compress', ...(strip ? [`without-${service}`] : [])];
  const own = [service, { rule: `PathPrefix(\`${prefix}\`)`, entryPoints: ['web'], middlewares, service }] as const;
  return strip ? [own, [`${service}-slash`, { rule: `Path(\`${withoutSlash}\`)`, entryPoints: ['web'], middlewares: [`slash-${service}`], service }]] : [own];
}

/** What a stripped prefix needs: its removal, and a redirect of the path without its slash. */
function middlewaresOf({ prefix, service, strip }: Route): readonly (readonly [string, object])[] {
  if (!strip) return [];
  return [
    [`without-${service}`, { stripPrefix: { prefixes: [prefix.slice(0, -1)] } }],
    [`slash-${service}`, { redirectRegex: { regex: `^(https?://[^/]+${prefix.slice(0, -1)})(\\?.*)?$`, replacement: '${1}/${2}', permanent: true } }],
  ];
}

function files({ routes }: ProxyContext): readonly ProxyFile[] {
  const http = {
    routers: Object.fromEntries(routes.flatMap(routerOf)),
    middlewares: { compress: { compress: {} }, ...Object.fromEntries(routes.flatMap(middlewaresOf)) },
    services: Object.fromEntries(routes.map(({ service, port: target }) => [service, { loadBalancer: { servers: [{ url: `http://${service}:${target}` }] } }])),
  };
  return [
    { path: 'docker/traefik/Dockerfile', content: renderTemplate(dockerfileTemplate, { image: imageReference('traefik'), port, user: unnamedUser }) },
    { path: 'docker/traefik/traefik.yml', data: settings, heading: 'How the proxy listens and logs. Routes are in routes.yml.' },
    { path: 'docker/traefik/routes.yml', data: { http }, heading: 'Who answers which path. The longest prefix wins.' },
  ];
}

export const traefik = {
  id: 'traefik',
  title: 'Traefik',
  serviceName: 'traefik',
  port,
  images: ['traefik'],
  // traefik/traefik-library-image alpine: busybox
  programs: ['traefik', 'sh', 'wget'],
  healthcheck: {
    test: ['CMD', 'wget', '-q', '-T', '4', '-O', '/dev/null', `http://127.0.0.1:${pingPort}/ping`],
    programs: ['wget'],
    interval: 10, timeout: 5, retries: 3, startPeriod: 30,
  },
  ask: askByWget(port),
  limits: { cpus: 0.5, memory: 128, pids: 64 },
  stopGrace: 30,
  hardened: asUnnamedUser(64),
  dockerfile: 'docker/traefik/Dockerfile',
  reason: 'The only service that publishes a port outside development; routes are a file of its image, because the socket of the engine would make it an administrator of the host. It limits no request bodies: that would keep each of them and its answer in memory.',
  files,
} as const satisfies Proxy;
