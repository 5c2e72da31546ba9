import { redisConnection, redisContribution, redisProtocol } from './redis-protocol.js';
import type { Technology } from './technology.js';

export const valkey = {
  id: 'valkey',
  title: 'Valkey',
  role: 'cache',
  protocol: redisProtocol,
  serviceName: 'valkey',
  port: 6379,
  // valkey-io/valkey-container 9.1/debian/Dockerfile
  programs: ['valkey-cli', 'valkey-server', 'sh', 'grep', 'tar'],
  detection: {
    packages: {
      npm: { iovalkey: 'certain', '@valkey/valkey-glide': 'certain' },
      pypi: { valkey: 'certain', 'valkey-glide': 'certain' },
      go: { 'github.com/valkey-io/valkey-go': 'certain', 'github.com/valkey-io/valkey-glide/go': 'certain' },
      maven: { 'io.valkey:valkey-java': 'certain', 'io.valkey:valkey-glide': 'certain' },
    },
    schemes: ['valkey', 'valkeys'],
    images: ['valkey/valkey', 'bitnami/valkey'],
    variables: /^VALKEY_(?:HOST|URL|URI|ADDR)$/u,
  },
  tags: {
    lines: [{ version: '9.1' }, { version: '9.0', ends: '2028-10-21' }, { version: '8.1', ends: '2030-03-31' }, { version: '8.0', ends: '2027-09-15' }, { version: '7.2', ends: '2029-04-16' }],
  },
  connection: redisConnection,
  limits: { cpus: 0.5, memory: 256, pids: 64 },
  deadLetters: 'An entry of a stream that nobody acknowledged stays pending: XAUTOCLAIM hands it to another consumer, XPENDING counts its deliveries, and a consumer that gives it up moves it to a stream of its own',
  reason: 'Speaks the protocol of Redis under a BSD licence; nothing is evicted, and production holds only the hash of the password.',
  contribute: (context) => redisContribution({ server: 'valkey-server', client: 'valkey-cli' }, context),
} as const satisfies Technology;
