import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_password`;
const settingsOf = (service: string): string => `docker/${service}/nats.conf`;

/** `$NATS_PASSWORD` is a variable of the server's environment (docs.nats.io, configuration: variables). */
const settings = (identifier: string): string => `# One account for the apps; messages that must not be lost are kept by JetStream.
port: 4222
http: "127.0.0.1:8222"
jetstream { store_dir: "/data" }
authorization { user: "${identifier}", password: $NATS_PASSWORD }
`;

/** A password of digits only would be read as a number, hence the quotes that the value itself brings. */
const quoted = (password: string): string => `"${password}"`;

export const nats = {
  id: 'nats',
  title: 'NATS',
  role: 'broker',
  serviceName: 'nats',
  port: 4222,
  // nats-io/nats-docker alpine3.x/Dockerfile: the plain tag is made from scratch and has no program to ask with
  programs: ['wget', 'sh', 'nats-server', 'cat'],
  detection: {
    packages: {
      npm: { nats: 'certain', '@nats-io/transport-node': 'certain', '@nats-io/nats-core': 'certain', '@nats-io/jetstream': 'certain' },
      pypi: { 'nats-py': 'certain', 'faststream[nats]': 'certain' },
      go: { 'github.com/nats-io/nats.go': 'certain' },
      rubygems: { 'nats-pure': 'certain' },
      packagist: { 'basis-company/nats': 'certain' },
      maven: { 'io.nats:jnats': 'certain' },
      crates: { 'async-nats': 'certain' },
      nuget: { 'nats.net': 'certain', 'nats.client': 'certain' },
      hex: { gnat: 'certain' },
    },
    schemes: ['nats'],
    images: ['nats'],
    variables: /^NATS_?(?:URL|HOST|SERVERS?|ADDR)$/u,
  },
  tags: {
    lines: [{ version: '2' }],
    // the plain tag is made from scratch and has no program to ask with
    suffix: '-alpine',
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: { url: `nats://${identifier}:{password}@${service}:4222`, address: `${service}:4222`, host: service, port: '4222', user: identifier, password: '{password}' },
    variables: {
      url: ['NATS_URL', 'NATS_SERVERS', 'NATS_SERVER', 'NATS_URI'],
      address: ['NATS_ADDR'],
      host: ['NATS_HOST'],
      port: ['NATS_PORT'],
      user: ['NATS_USER', 'NATS_USERNAME'],
      password: ['NATS_PASSWORD', 'NATS_PASS'],
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 0.5, memory: 256, pids: 64 },
  deadLetters: 'JetStream delivers again until the MaxDeliver of the consumer, which is without limit where nobody sets it, and then says so on $JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES; the message stays in the stream, to be read there by its number (docs.nats.io)',
  reason: 'JetStream keeps what must not be lost in a volume; its monitor answers inside the container only.',
  contribute: ({ service, prefix, identifier }) => {
    const mounts = [{ kind: 'bind' as const, source: `./${settingsOf(service)}`, target: '/etc/nats/nats.conf', readOnly: true }];
    return {
      healthcheck: {
        test: ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8222/healthz'],
        programs: ['wget'],
        interval: 10, timeout: 5, retries: 3, startPeriod: 15,
      },
      stopGrace: 30,
      common: { command: ['-c', '/etc/nats/nats.conf'], mounts },
      development: {
        environment: { NATS_PASSWORD: quoted(developmentPassword) },
        ports: [developmentPort(prefix, 4222)],
      },
      ci: { environment: { NATS_PASSWORD: quoted(testPassword) }, throwAway: true, mounts, tmpfs: ['/data:size=256m'] },
      production: {
        entrypoint: ['sh', '-c', `NATS_PASSWORD="\\"$(cat /run/secrets/${secretOf(prefix)})\\"" && export NATS_PASSWORD && exec nats-server "$@"`, 'sh'],
        secrets: [secretOf(prefix)],
        // the volume is made as root, and root without capabilities owns it
        user: '0:0',
        tmpfs: ['/tmp:mode=1777,size=16m'],
      },
      secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
      volumes: [{ name: `${prefix}_data`, path: '/data', use: 'streams' }],
      files: [{ path: settingsOf(service), content: settings(identifier) }],
      operations: archiveAtRest({ service, folder: '/data' }),
    };
  },
} as const satisfies Technology;
