import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import { s3Connection, s3Protocol, s3SecretOf } from './s3-protocol.js';
import type { Technology } from './technology.js';

/** At least 3 characters for the key and 8 for the secret (min.io, MINIO_ROOT_USER and MINIO_ROOT_PASSWORD). */
const long = (word: string): string => word.padEnd(8, '-');

export const minio = {
  id: 'minio',
  title: 'MinIO',
  role: 'storage',
  protocol: s3Protocol,
  serviceName: 's3',
  port: 9000,
  // minio/minio Dockerfile.release: its client lies beside the server
  programs: ['mc', 'curl', 'sh', 'tar'],
  // its clients speak to any storage: who runs it already, or names it, has it
  detection: { packages: {}, schemes: [], images: ['minio/minio', 'bitnami/minio', 'bitnamilegacy/minio'] },
  tags: {
    // the last public image; nothing is mended after it (github.com/minio/minio, README)
    lines: [{ version: '2025', ends: '2025-10-15' }],
    prefix: 'RELEASE.',
    whole: true,
  },
  connection: (instance) => {
    const connection = s3Connection(instance, 9000);
    return { ...connection, open: long, parts: { ...connection.parts, user: instance.identifier.padEnd(3, '_') } };
  },
  limits: { cpus: 1, memory: 1024, pids: 512 },
  reason: 'The last public image of September 2025, with known holes (CVE-2025-62506) that nobody mends: the project publishes no images any more. For data that is there already; else take SeaweedFS or RustFS.',
  contribute: ({ service, prefix, identifier }) => {
    const secret = s3SecretOf(prefix);
    return {
      healthcheck: {
        test: ['CMD', 'mc', 'ready', 'local'],
        programs: ['mc'],
        interval: 10, timeout: 5, retries: 3, startPeriod: 30,
      },
      stopGrace: 30,
      common: {
        command: ['server', '/data', '--console-address', ':9001'],
        environment: { MINIO_ROOT_USER: identifier.padEnd(3, '_'), MC_CONFIG_DIR: '/tmp/.mc', MINIO_BROWSER: 'off' },
      },
      development: {
        environment: { MINIO_ROOT_PASSWORD: long(developmentPassword), MINIO_BROWSER: 'on' },
        ports: [developmentPort(prefix, 9000), developmentPort(prefix, 9001, 0, 'UI_')],
      },
      ci: { environment: { MINIO_ROOT_PASSWORD: long(testPassword) }, throwAway: true, tmpfs: ['/data:mode=1777,size=512m'] },
      production: {
        environment: { MINIO_ROOT_PASSWORD_FILE: `/run/secrets/${secret}` },
        secrets: [secret],
        // the folder of its data belongs to root, who has no capability here
        user: '0:0',
        tmpfs: ['/tmp:mode=1777,size=128m'],
      },
      secrets: [{ name: secret, origin: { kind: 'random' } }],
      volumes: [{ name: `${prefix}_data`, path: '/data', use: 'objects' }],
      operations: archiveAtRest({ service, folder: '/data' }),
    };
  },
} as const satisfies Technology;
