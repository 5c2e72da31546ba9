import dockerfileTemplate from '../../templates/nginx/kong/Dockerfile.ejs';
import { renderTemplate } from '../text/template.js';
import { imageReference } from './images.js';
import { asUnnamedUser, unnamedUser } from './proxy.js';
import type { Proxy, ProxyContext, ProxyFile } from './proxy.js';

const port = 8000;

/** developer.konghq.com/gateway/db-less-mode. */
function files({ routes, bodyLimit }: ProxyContext): readonly ProxyFile[] {
  const services = routes.map(({ prefix, service, port: target, strip }) => ({
    name: service,
    host: service,
    port: target,
    protocol: 'http',
    connect_timeout: 5000,
    read_timeout: 60_000,
    routes: [{ name: service, paths: [prefix], strip_path: strip, preserve_host: true }],
  }));
  const data = {
    _format_version: '3.0',
    services,
    plugins: [
      { name: 'request-size-limiting', config: { allowed_payload_size: bodyLimit, size_unit: 'megabytes', require_content_length: false } },
      { name: 'correlation-id', config: { header_name: 'X-Request-ID', generator: 'uuid', echo_downstream: true } },
    ],
  };
  return [
    { path: 'docker/gateway/Dockerfile', content: renderTemplate(dockerfileTemplate, { image: imageReference('kong'), port, user: unnamedUser }) },
    { path: 'docker/gateway/kong.yml', data, heading: 'Who answers which path, and what holds for all of them: limits, authentication and rates go to plugins.' },
  ];
}

export const kong = {
  id: 'kong',
  title: 'Kong Gateway',
  serviceName: 'gateway',
  port,
  images: ['kong'],
  // Kong/docker-kong ubuntu/Dockerfile: bash; curl is removed
  programs: ['kong', 'bash', 'sh'],
  healthcheck: { test: ['CMD', 'kong', 'health'], programs: ['kong'], interval: 10, timeout: 10, retries: 3, startPeriod: 60 },
  ask: (path) => ['bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port} && printf "GET %s HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n" "$1" >&3 && read -r line <&3 && [[ $line == *" 200 "* ]]`, 'ask', path],
  limits: { cpus: 1, memory: 512, pids: 128 },
  stopGrace: 30,
  hardened: asUnnamedUser(128),
  dockerfile: 'docker/gateway/Dockerfile',
  reason: 'One gateway in front of all services: routes, limits and request ids are declared in a file, without a database and without an administration that listens. 3.9 is the last line of free images.',
  files,
} as const satisfies Proxy;
