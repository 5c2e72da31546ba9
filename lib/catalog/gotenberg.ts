import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

export const gotenberg = {
  id: 'gotenberg',
  title: 'Gotenberg',
  role: 'converter',
  serviceName: 'gotenberg',
  port: 3000,
  // gotenberg/gotenberg build/Dockerfile: Debian slim with curl, which is there for health checks
  programs: ['curl', 'bash', 'sh'],
  detection: {
    packages: {
      npm: { chromiumly: 'certain', 'gotenberg-js-client': 'certain' },
      pypi: { 'gotenberg-client': 'certain', 'django-gotenberg': 'certain' },
      go: { 'github.com/dcaraxes/gotenberg-go-client/v8': 'certain', 'github.com/starwalkn/gotenberg-go-client/v8': 'certain', 'github.com/thecodingmachine/gotenberg-go-client/v7': 'certain' },
      packagist: { 'gotenberg/gotenberg-php': 'certain', 'sensiolabs/gotenberg-bundle': 'certain' },
      nuget: { 'gotenberg.sharp.api.client': 'certain' },
    },
    schemes: [],
    images: ['gotenberg/gotenberg', 'thecodingmachine/gotenberg'],
    variables: /(?:^|_)GOTENBERG_(?:URL|URI|HOST|ENDPOINT|SERVER|BASE_URL|API_URL|API_ENDPOINT)$/u,
  },
  tags: {
    lines: [{ version: '8' }],
  },
  connection: ({ service }) => ({
    parts: { url: `http://${service}:3000`, address: `${service}:3000`, host: service, port: '3000' },
    variables: {
      url: ['GOTENBERG_URL', 'GOTENBERG_ENDPOINT', 'GOTENBERG_API_URL', 'GOTENBERG_BASE_URL', 'GOTENBERG_SERVER', 'GOTENBERG_URI', 'GOTENBERG_DSN', 'PAPERLESS_TIKA_GOTENBERG_ENDPOINT'],
      host: ['GOTENBERG_HOST'],
      port: ['GOTENBERG_PORT'],
    },
  }),
  // Chromium and LibreOffice are processes of their own
  limits: { cpus: 1, memory: 1024, pids: 512 },
  reason: 'It keeps nothing and asks for no password, so that the network of the data tier, which has no way to the outside, is its protection: it opens what documents name.',
  contribute: ({ prefix }) => ({
    healthcheck: {
      // 503 where Chromium or LibreOffice does not work (gotenberg.dev, Routes: health check)
      test: ['CMD', 'curl', '-fsS', '-o', '/dev/null', 'http://127.0.0.1:3000/health'],
      programs: ['curl'],
      interval: 15, timeout: 10, retries: 3, startPeriod: 30,
    },
    // what is being converted may take as long as a request may: gotenberg.dev, Configuration, api-timeout
    stopGrace: 35,
    common: {},
    development: { ports: [developmentPort(prefix, 3000)] },
    ci: {},
    production: {
      user: '1001:1001',
      environment: { HOME: '/tmp' },
      tmpfs: ['/tmp:mode=1777,size=512m'],
    },
    secrets: [],
    volumes: [],
  }),
} as const satisfies Technology;
