import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Mount } from '../design/architecture.js';
import type { Release } from './releases.js';
import type { Technology } from './technology.js';

/** uid and gid of `rabbitmq` (docker-library/rabbitmq ubuntu and alpine Dockerfiles). */
const ownerOf = ({ alpine }: Release): { readonly uid: number; readonly gid: number } => (alpine ? { uid: 100, gid: 101 } : { uid: 999, gid: 999 });
const secretOf = (prefix: string): string => `${prefix}_password`;
const settingsOf = (service: string): string => `docker/${service}/limits.conf`;

/** An account without tags named here is an administrator (rabbitmq/rabbitmq-server, rabbitmq.conf.example). */
const settings = (memory: number): string => `# Sixty percent of the container's memory limit: the relative default would follow the memory of the host.
vm_memory_high_watermark.absolute = ${Math.floor(memory * 0.6)}MiB
disk_free_limit.absolute = 256MB
# The account of the apps sees its queues in the management interface and administers nothing.
default_user_tags.management = true
`;

const topologyOf = (service: string): string => `docker/${service}/topology.json`;

/** Attempts at a message of a quorum queue before it is put aside; queues of the classic kind count none (rabbitmq.com/docs/quorum-queues, "poison message handling"). */
const attempts = 5;

/**
 * An exchange and a queue for what consumers refuse or let expire, and policies that lead there from every queue, whatever the apps
 * declare (rabbitmq.com/docs/dlx). The queue is bounded, so that a consumer which refuses everything fills no disk.
 */
function topology(): string {
  const vhost = '/';
  const name = 'dead-letters';
  const policy = (id: string, queues: string, definition: object): object => ({ vhost, name: id, pattern: `^(?!${name}$|amq\\.)`, 'apply-to': queues, priority: 0, definition: { 'dead-letter-exchange': name, ...definition } });
  return `${JSON.stringify({
    exchanges: [{ vhost, name, type: 'fanout', durable: true, auto_delete: false, internal: false, arguments: {} }],
    queues: [{ vhost, name, durable: true, auto_delete: false, arguments: { 'x-queue-type': 'quorum', 'x-max-length': 100_000 } }],
    bindings: [{ vhost, source: name, destination: name, destination_type: 'queue', routing_key: '', arguments: {} }],
    policies: [policy(name, 'classic_queues', {}), policy(`${name}-quorum`, 'quorum_queues', { 'delivery-limit': attempts })],
  }, undefined, 2)}\n`;
}

/** Loaded into the running server: one that loads definitions while it starts makes no account (rabbitmq.com/docs/definitions). */
const loadTopology = ['sh', '-c', "timeout 120 sh -c 'until rabbitmqctl -q await_startup 2>/dev/null; do sleep 1; done' && rabbitmqctl -q import_definitions /etc/rabbitmq/topology.json"];

export const rabbitmq = {
  id: 'rabbitmq',
  title: 'RabbitMQ',
  role: 'broker',
  serviceName: 'rabbitmq',
  port: 5672,
  // docker-library/rabbitmq Dockerfile
  programs: ['rabbitmq-diagnostics', 'rabbitmqctl', 'sh', 'cat'],
  detection: {
    packages: {
      npm: { amqplib: 'certain', 'amqp-connection-manager': 'certain', 'rabbitmq-client': 'certain', rascal: 'certain', '@golevelup/nestjs-rabbitmq': 'certain' },
      pypi: { pika: 'certain', 'aio-pika': 'certain', aiormq: 'certain', 'dramatiq[rabbitmq]': 'certain', 'faststream[rabbit]': 'certain', amqp: 'likely', 'kombu[amqp]': 'certain' },
      go: { 'github.com/rabbitmq/amqp091-go': 'certain', 'github.com/streadway/amqp': 'certain', 'github.com/wagslane/go-rabbitmq': 'certain' },
      rubygems: { bunny: 'certain', sneakers: 'certain', march_hare: 'certain', hutch: 'certain' },
      packagist: { 'php-amqplib/php-amqplib': 'certain', 'ext-amqp': 'certain', 'symfony/amqp-messenger': 'certain', 'vladimir-yuldashev/laravel-queue-rabbitmq': 'certain', 'enqueue/amqp-lib': 'certain', 'php-amqplib/rabbitmq-bundle': 'certain' },
      maven: {
        'org.springframework.boot:spring-boot-starter-amqp': 'certain', 'com.rabbitmq:amqp-client': 'certain', 'org.springframework.cloud:spring-cloud-stream-binder-rabbit': 'certain',
        'org.springframework.cloud:spring-cloud-starter-stream-rabbit': 'certain', 'org.springframework.cloud:spring-cloud-starter-bus-amqp': 'certain',
        'io.quarkus:quarkus-messaging-rabbitmq': 'certain', 'io.quarkus:quarkus-smallrye-reactive-messaging-rabbitmq': 'certain',
      },
      crates: { lapin: 'certain', amqprs: 'certain' },
      nuget: { 'rabbitmq.client': 'certain', 'masstransit.rabbitmq': 'certain', easynetq: 'certain', 'wolverinefx.rabbitmq': 'certain', 'rebus.rabbitmq': 'certain', 'dotnetcore.cap.rabbitmq': 'certain', 'aspire.rabbitmq.client': 'certain' },
      hex: { amqp: 'certain', broadway_rabbitmq: 'certain' },
    },
    schemes: ['amqp', 'amqps'],
    images: ['rabbitmq', 'bitnami/rabbitmq', 'bitnamilegacy/rabbitmq', 'masstransit/rabbitmq'],
    variables: /^(?:RABBITMQ|RABBIT|AMQP|CLOUDAMQP)_?(?:HOST|HOSTNAME|URL|URI|DSN|SERVER|ADDRESS)$/u,
  },
  tags: {
    lines: [{ version: '4.3' }, { version: '4.2', ends: '2026-07-31' }, { version: '4.1', ends: '2026-01-30' }, { version: '4.0', ends: '2025-04-15' }, { version: '3.13', ends: '2024-09-17' }],
    // the management interface of development is in these tags only
    suffix: '-management',
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: {
      // %2F is the virtual host "/": clients differ about an empty path
      url: `amqp://${identifier}:{password}@${service}:5672/%2F`, address: `${service}:5672`,
      host: service, port: '5672', user: identifier, password: '{password}', database: '/',
    },
    variables: {
      url: ['AMQP_URL', 'RABBITMQ_URL', 'RABBITMQ_URI', 'CLOUDAMQP_URL', 'RABBIT_URL', 'AMQP_URI', 'MESSENGER_TRANSPORT_DSN', 'CELERY_BROKER_URL', 'BROKER_URL', 'SPRING_RABBITMQ_ADDRESSES'],
      address: ['AMQP_ADDR', 'RABBITMQ_ADDR'],
      host: ['RABBITMQ_HOST', 'RABBITMQ_HOSTNAME', 'RABBIT_HOST', 'AMQP_HOST', 'SPRING_RABBITMQ_HOST', 'EventBusConnection'],
      port: ['RABBITMQ_PORT', 'RABBIT_PORT', 'AMQP_PORT', 'SPRING_RABBITMQ_PORT'],
      user: ['RABBITMQ_USER', 'RABBITMQ_USERNAME', 'RABBITMQ_DEFAULT_USER', 'RABBIT_USER', 'AMQP_USER', 'SPRING_RABBITMQ_USERNAME'],
      password: ['RABBITMQ_PASSWORD', 'RABBITMQ_PASS', 'RABBITMQ_DEFAULT_PASS', 'RABBIT_PASSWORD', 'AMQP_PASSWORD', 'SPRING_RABBITMQ_PASSWORD'],
      database: ['RABBITMQ_VHOST', 'RABBIT_VHOST', 'AMQP_VHOST', 'SPRING_RABBITMQ_VIRTUAL_HOST'],
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 1, memory: 512, pids: 256 },
  reason: 'Its name is fixed, because the data belongs to a node of that name; the account of the apps has the virtual host that clients take where nobody names one, and administers nothing; the management interface is published in development only.',
  deadLetters: `What a consumer refuses for good, and what expires, goes to the queue dead-letters, which keeps the last 100,000; a message of a quorum queue goes there after ${attempts} attempts. Declare queues as quorum queues to have attempts counted, and look into it: docker compose exec rabbitmq rabbitmqctl list_queues name messages`,
  contribute: ({ service, prefix, identifier, limits, release, deadLetters }) => {
    const { uid, gid } = ownerOf(release);
    const configuration: readonly Mount[] = [
      { kind: 'bind', source: `./${settingsOf(service)}`, target: '/etc/rabbitmq/conf.d/20-limits.conf', readOnly: true },
      ...(deadLetters === true ? [{ kind: 'bind' as const, source: `./${topologyOf(service)}`, target: '/etc/rabbitmq/topology.json', readOnly: true as const }] : []),
    ];
    return {
      healthcheck: {
        // each call starts a virtual machine of its own, hence the slow pace
        test: ['CMD-SHELL', 'rabbitmq-diagnostics -q check_running && rabbitmq-diagnostics -q check_local_alarms'],
        programs: ['rabbitmq-diagnostics', 'sh'],
        interval: 30, timeout: 15, retries: 3, startPeriod: 60,
      },
      stopGrace: 60,
      common: {
        hostname: service,
        // Erlang makes a table of as many entries as files may be opened, and engines without privileges cannot raise the limit
        openFiles: 16_384,
        environment: { RABBITMQ_DEFAULT_USER: identifier },
        mounts: configuration,
        ...(deadLetters === true ? { postStart: loadTopology } : {}),
      },
      development: {
        environment: { RABBITMQ_DEFAULT_PASS: developmentPassword },
        ports: [
          developmentPort(prefix, 5672),
          developmentPort(prefix, 15_672, 0, 'UI_'),
        ],
      },
      ci: {
        environment: { RABBITMQ_DEFAULT_PASS: testPassword },
        throwAway: true,
        mounts: configuration,
        tmpfs: [`/var/lib/rabbitmq:uid=${uid},gid=${gid},mode=0700,size=512m`],
      },
      production: {
        // the image refuses RABBITMQ_DEFAULT_PASS_FILE
        command: withSecret('RABBITMQ_DEFAULT_PASS', secretOf(prefix), ['docker-entrypoint.sh', 'rabbitmq-server']),
        secrets: [secretOf(prefix)],
        user: `${uid}:${gid}`,
        tmpfs: ['/tmp:mode=1777,size=64m', `/var/log/rabbitmq:uid=${uid},gid=${gid},mode=0755,size=64m`],
      },
      secrets: [{ name: secretOf(prefix), origin: { kind: 'random' as const } }],
      volumes: [{ name: `${prefix}_data`, path: '/var/lib/rabbitmq', use: 'queues and definitions' }],
      files: [{ path: settingsOf(service), content: settings(limits.memory) }, ...(deadLetters === true ? [{ path: topologyOf(service), content: topology() }] : [])],
      operations: {
        backup: `docker compose exec -T ${service} sh -c 'rabbitmqctl -q export_definitions /tmp/definitions.json && cat /tmp/definitions.json' > ${service}-definitions.json`,
        restore: `docker compose exec -T ${service} sh -c 'cat > /tmp/definitions.json && rabbitmqctl -q import_definitions /tmp/definitions.json' < ${service}-definitions.json`,
      },
    };
  },
} as const satisfies Technology;
