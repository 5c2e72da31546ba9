import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

export const temporal = {
  id: 'temporal',
  title: 'Temporal',
  role: 'workflow',
  serviceName: 'temporal',
  port: 7233,
  // four services, a database with two schemas and a store for searches: a cluster that is run apart, or Temporal Cloud
  environments: ['development', 'ci'],
  // temporalio/cli Dockerfile: Debian slim with one program, which is server and client
  programs: ['temporal'],
  detection: {
    packages: {
      npm: { '@temporalio/client': 'certain', '@temporalio/worker': 'certain' },
      pypi: { temporalio: 'certain', 'django-temporalio': 'certain' },
      go: { 'go.temporal.io/sdk': 'certain' },
      rubygems: { temporalio: 'certain', 'temporal-ruby': 'certain' },
      packagist: { 'temporal/sdk': 'certain' },
      maven: { 'io.temporal:temporal-sdk': 'certain', 'io.temporal:temporal-spring-boot-starter': 'certain', 'io.quarkiverse.temporal:quarkus-temporal': 'certain' },
      nuget: { temporalio: 'certain', 'temporalio.extensions.hosting': 'certain' },
    },
    schemes: [],
    images: ['temporalio/temporal', 'temporalio/auto-setup', 'temporalio/server', 'temporalio/admin-tools'],
    variables: /^TEMPORAL_(?:ADDRESS|HOST|URL|SERVER|SERVER_URL|HOST_URL|HOSTPORT|HOST_PORT|GRPC_ENDPOINT)$/u,
  },
  tags: {
    lines: [{ version: '1' }],
    whole: true,
  },
  connection: ({ service }) => ({
    parts: { address: `${service}:7233`, host: service, port: '7233', database: 'default' },
    variables: {
      // clients call the host with its port an address, some a URL
      address: ['TEMPORAL_ADDRESS', 'TEMPORAL_URL', 'TEMPORAL_SERVER_URL', 'TEMPORAL_HOST_URL', 'TEMPORAL_HOSTPORT', 'TEMPORAL_HOST_PORT', 'TEMPORAL_SERVER', 'TEMPORAL_GRPC_ENDPOINT', 'SPRING_TEMPORAL_CONNECTION_TARGET'],
      host: ['TEMPORAL_HOST'],
      port: ['TEMPORAL_PORT'],
      database: ['TEMPORAL_NAMESPACE', 'SPRING_TEMPORAL_NAMESPACE'],
    },
    // what its libraries read by themselves (docs.temporal.io, Environment configuration)
    implicit: { address: 'TEMPORAL_ADDRESS', database: 'TEMPORAL_NAMESPACE' },
  }),
  limits: { cpus: 0.5, memory: 512, pids: 256 },
  reason: 'The development server, which keeps workflows in memory; production is told the address of a cluster or of Temporal Cloud.',
  contribute: ({ prefix }) => ({
    healthcheck: {
      // docs.temporal.io, temporal operator cluster health
      test: ['CMD', 'temporal', 'operator', 'cluster', 'health', '--address', '127.0.0.1:7233'],
      programs: ['temporal'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 30,
    },
    stopGrace: 15,
    common: { command: ['server', 'start-dev', '--ip', '0.0.0.0'] },
    development: { ports: [developmentPort(prefix, 7233), developmentPort(prefix, 8233, 8233, 'UI_')] },
    ci: {},
    production: { user: '1000:1000' },
    secrets: [],
    volumes: [],
  }),
} as const satisfies Technology;
