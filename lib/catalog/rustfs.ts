import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import { s3Connection, s3Protocol, s3SecretOf } from './s3-protocol.js';
import type { Technology } from './technology.js';

const owner = 'uid=10001,gid=10001';

export const rustfs = {
  id: 'rustfs',
  title: 'RustFS',
  role: 'storage',
  protocol: s3Protocol,
  serviceName: 's3',
  port: 9000,
  // rustfs/rustfs Dockerfile: Alpine with curl
  programs: ['curl', 'sh', 'tar'],
  detection: {
    packages: {},
    schemes: [],
    images: ['rustfs/rustfs'],
    variables: /^RUSTFS_(?:ENDPOINT|URL|HOST)$/u,
  },
  tags: {
    lines: [{ version: '1' }],
    whole: true,
  },
  connection: (instance) => s3Connection(instance, 9000),
  limits: { cpus: 1, memory: 1024, pids: 512 },
  reason: 'Object storage with the interface and the ports of MinIO under an Apache licence, young as it is; the apps make their bucket themselves.',
  contribute: ({ service, prefix, identifier }) => {
    const secret = s3SecretOf(prefix);
    return {
      healthcheck: {
        test: ['CMD', 'curl', '-fsS', '-o', '/dev/null', 'http://127.0.0.1:9000/health'],
        programs: ['curl'],
        interval: 10, timeout: 5, retries: 3, startPeriod: 30,
      },
      stopGrace: 30,
      // rustfs/rustfs entrypoint.sh: without a folder it logs to standard output
      common: { environment: { RUSTFS_ACCESS_KEY: identifier, RUSTFS_VOLUMES: '/data', RUSTFS_OBS_LOG_DIRECTORY: '' } },
      development: {
        environment: { RUSTFS_SECRET_KEY: developmentPassword, RUSTFS_CONSOLE_ENABLE: 'true' },
        ports: [developmentPort(prefix, 9000), developmentPort(prefix, 9001, 0, 'UI_')],
      },
      ci: { environment: { RUSTFS_SECRET_KEY: testPassword, RUSTFS_CONSOLE_ENABLE: 'false' }, throwAway: true, tmpfs: [`/data:${owner},mode=0750,size=512m`] },
      production: {
        environment: { RUSTFS_SECRET_KEY_FILE: `/run/secrets/${secret}`, RUSTFS_CONSOLE_ENABLE: 'false' },
        secrets: [secret],
        user: '10001:10001',
        tmpfs: ['/tmp:mode=1777,size=128m'],
      },
      secrets: [{ name: secret, origin: { kind: 'random' } }],
      volumes: [{ name: `${prefix}_data`, path: '/data', use: 'objects' }],
      operations: archiveAtRest({ service, folder: '/data' }),
    };
  },
} as const satisfies Technology;
