import dockerfileTemplate from '../../templates/nginx/Dockerfile.ejs';
import configurationTemplate from '../../templates/nginx/nginx.conf.ejs';
import { renderTemplate } from '../text/template.js';
import { imageReference } from './images.js';
import { askByWget, longestFirst } from './proxy.js';
import type { Proxy, ProxyContext, ProxyFile } from './proxy.js';

/** uid and gid of nginx-unprivileged (nginx/docker-nginx-unprivileged); it keeps pid file and temporary paths under /tmp. */
const user = '101:101';
const port = 8080;

function files({ routes, bodyLimit, connections }: ProxyContext): readonly ProxyFile[] {
  const view = { port, bodyLimit, connections, routes: longestFirst(routes) };
  return [
    { path: 'docker/nginx/Dockerfile', content: renderTemplate(dockerfileTemplate, { image: imageReference('nginx'), port, user }) },
    { path: 'docker/nginx/nginx.conf', content: renderTemplate(configurationTemplate, view) },
  ];
}

export const nginx = {
  id: 'nginx',
  title: 'nginx',
  serviceName: 'nginx',
  port,
  images: ['nginx'],
  // nginx/docker-nginx-unprivileged stable/alpine: busybox (sh, grep, wget) and curl
  programs: ['nginx', 'sh', 'grep', 'wget', 'curl'],
  healthcheck: {
    // the workers answer while their master is stopped, so its state is looked at too; it is PID 1
    test: ['CMD-SHELL', `wget -q -T 4 -O /dev/null http://127.0.0.1:${port}/nginx-health && ! grep -q '^State:.T' /proc/1/status`],
    programs: ['wget', 'grep', 'sh'],
    interval: 10, timeout: 5, retries: 3, startPeriod: 30,
  },
  ask: askByWget(port),
  limits: { cpus: 0.5, memory: 128, pids: 64 },
  stopGrace: 30,
  hardened: { user, tmpfs: ['/tmp:uid=101,gid=101,mode=0700,size=64m'] },
  dockerfile: 'docker/nginx/Dockerfile',
  reason: 'The only service that publishes a port outside development; it looks names up again every second, so that it survives an app that comes back with another address.',
  files,
} as const satisfies Proxy;
