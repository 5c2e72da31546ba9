import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Release } from './releases.js';
import type { Connection, Contribution, Instance, ServiceContext } from './technology.js';

/** Redis serialisation protocol. */
export const redisProtocol = 'RESP';

/** A server that speaks the protocol of Redis. */
export interface RedisServer {
  readonly server: string;
  readonly client: string;
}

/** uid and gid in the images of both (redis/docker-library-redis, valkey-io/valkey-container). */
const uid = 999;
const gidOf = ({ alpine }: Release): number => (alpine ? 1000 : 999);
const secretOf = (prefix: string): string => `${prefix}_password`;
const accessListOf = (prefix: string): string => `${prefix}_acl`;

/** A probe that needs no password and may do nothing else. */
const healthUser = 'health on nopass resetkeys resetchannels -@all +ping';
/** What clients and BullMQ need (INFO, CLIENT, KEYS are filed under "dangerous"), without FLUSHALL, CONFIG or DEBUG. */
const applicationRules = '~* &* +@all -@dangerous +info +client +keys';

/** The access list as command line options, for environments whose password is no secret. */
function openAccess(credential: string): readonly string[] {
  return ['--user', 'default', 'on', credential, '~*', '&*', '+@all', '--user', ...healthUser.split(' ')];
}

/** Variable names are those of Redis: clients of both servers read them. */
export function redisConnection({ service, prefix }: Instance): Connection {
  return {
    parts: {
      url: `redis://:{password}@${service}:6379`, keywords: `${service}:6379,password={password}`, address: `${service}:6379`,
      host: service, port: '6379', password: '{password}',
    },
    variables: {
      url: ['REDIS_URL', 'REDIS_URI', 'REDIS_CONNECTION_STRING', 'QUEUE_REDIS_URL', 'CACHE_URL', 'CACHE_REDIS_URL', 'BULL_REDIS_URL', 'SPRING_DATA_REDIS_URL', 'QUARKUS_REDIS_HOSTS', 'RQ_REDIS_URL', 'VALKEY_URL'],
      address: ['REDIS_ADDR', 'REDIS_ADDRESS'],
      host: ['REDIS_HOST', 'REDIS_HOSTNAME', 'QUEUE_HOST', 'CACHE_HOST', 'SPRING_DATA_REDIS_HOST', 'SPRING_REDIS_HOST', 'VALKEY_HOST'],
      port: ['REDIS_PORT', 'QUEUE_PORT', 'CACHE_PORT', 'SPRING_DATA_REDIS_PORT', 'SPRING_REDIS_PORT', 'VALKEY_PORT'],
      password: ['REDIS_PASSWORD', 'REDIS_PASS', 'REDIS_AUTH', 'QUEUE_PASSWORD', 'CACHE_PASSWORD', 'SPRING_DATA_REDIS_PASSWORD', 'SPRING_REDIS_PASSWORD', 'VALKEY_PASSWORD'],
    },
    secret: secretOf(prefix),
  };
}

export function redisContribution({ server, client }: RedisServer, { service, prefix, limits, anonymous, release }: ServiceContext): Contribution {
  const gid = gidOf(release);
  const user = `${uid}:${gid}`;
  // head-room for the fork that rewrites the append-only file
  const start = [server, '--appendonly', 'yes', '--maxmemory', `${Math.floor(limits.memory * 0.75)}mb`, '--maxmemory-policy', 'noeviction'];
  const credential = (password: string): string => (anonymous ? 'nopass' : `>${password}`);
  const secret = secretOf(prefix);
  const accessList = accessListOf(prefix);
  return {
    healthcheck: {
      // `redis-cli ping` exits 0 even on NOAUTH, so the answer itself is checked
      test: ['CMD-SHELL', `${client} -h 127.0.0.1 --user health --pass - --no-auth-warning ping | grep -qx PONG`],
      programs: [client, 'grep', 'sh'],
      interval: 10, timeout: 5, retries: 3, startPeriod: 30,
    },
    stopGrace: 30,
    common: {},
    development: {
      command: [...start, ...openAccess(credential(developmentPassword))],
      ports: [developmentPort(prefix, 6379)],
    },
    ci: { command: [...start, ...openAccess(credential(testPassword))], throwAway: true, tmpfs: [`/data:uid=${uid},gid=${gid},mode=0700,size=256m`] },
    production: anonymous
      ? { command: [...start, ...openAccess('nopass')], user }
      : { command: [...start, '--aclfile', `/run/secrets/${accessList}`], secrets: [accessList], user },
    secrets: anonymous
      ? []
      : [
          { name: secret, origin: { kind: 'random' } },
          { name: accessList, origin: { kind: 'digest', of: secret, text: `user default on #{sha256} ${applicationRules}\nuser ${healthUser}` } },
        ],
    volumes: [{ name: `${prefix}_data`, path: '/data', use: 'append-only file' }],
    // the append-only file is several that change together (redis.io, Redis persistence: backing up AOF)
    operations: archiveAtRest({ service, folder: '/data' }),
  };
}
