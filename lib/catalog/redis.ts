import { developmentPassword, testPassword } from './credentials.js';
import type { Technology } from './technology.js';

/** uid and gid of `redis` in the Debian image (redis/docker-library-redis). */
const user = '999:999';
const secret = 'redis_password';
const accessList = 'redis_acl';

/** A probe that needs no password and may do nothing else. */
const healthUser = 'health on nopass resetkeys resetchannels -@all +ping';
/** What clients and BullMQ need (INFO, CLIENT, KEYS are filed under "dangerous"), without FLUSHALL, CONFIG or DEBUG. */
const applicationRules = '~* &* +@all -@dangerous +info +client +keys';

/** The access list as command line options, for environments whose password is no secret. */
function openAccess(credential: string): readonly string[] {
  return ['--user', 'default', 'on', credential, '~*', '&*', '+@all', '--user', ...healthUser.split(' ')];
}

export const redis = {
  id: 'redis',
  title: 'Redis',
  role: 'cache',
  serviceName: 'redis',
  port: 6379,
  programs: ['redis-cli', 'redis-server', 'sh', 'grep', 'tar'],
  detection: {
    packages: {
      npm: {
        redis: 'certain', ioredis: 'certain', '@redis/client': 'certain', bullmq: 'certain', bull: 'certain', 'bee-queue': 'certain',
        'connect-redis': 'certain', 'rate-limit-redis': 'certain', '@socket.io/redis-adapter': 'certain', '@keyv/redis': 'certain',
        '@nestjs/bullmq': 'certain', '@nestjs/bull': 'certain', 'cache-manager-redis-store': 'certain', 'cache-manager-ioredis': 'certain',
        '@agendajs/redis-backend': 'certain', iovalkey: 'likely', '@valkey/valkey-glide': 'likely',
      },
      pypi: {
        redis: 'certain', valkey: 'certain', 'valkey-glide': 'certain', hiredis: 'certain', 'django-redis': 'certain', 'channels-redis': 'certain',
        rq: 'certain', 'django-rq': 'certain', arq: 'certain', 'celery[redis]': 'certain', aioredis: 'certain', 'kombu[redis]': 'certain',
        huey: 'likely', 'fastapi-limiter': 'likely',
      },
      go: {
        'github.com/redis/go-redis/v9': 'certain', 'github.com/go-redis/redis/v8': 'certain', 'github.com/gomodule/redigo': 'certain',
        'github.com/redis/rueidis': 'certain', 'github.com/valkey-io/valkey-go': 'certain', 'github.com/hibiken/asynq': 'certain',
        'github.com/gocraft/work': 'certain',
      },
      rubygems: {
        redis: 'certain', 'redis-client': 'certain', sidekiq: 'certain', resque: 'certain', 'redis-rails': 'certain', kredis: 'certain',
        'hiredis-client': 'certain',
      },
      packagist: {
        'predis/predis': 'certain', 'ext-redis': 'certain', 'laravel/horizon': 'certain', 'symfony/redis-messenger': 'certain',
      },
      maven: {
        'org.springframework.boot:spring-boot-starter-data-redis': 'certain', 'io.lettuce:lettuce-core': 'certain', 'redis.clients:jedis': 'certain',
        'org.redisson:redisson': 'certain', 'io.quarkus:quarkus-redis-client': 'certain',
      },
      crates: {
        redis: 'certain', fred: 'certain', 'deadpool-redis': 'certain', 'bb8-redis': 'certain', 'apalis-redis': 'certain',
      },
      nuget: {
        'stackexchange.redis': 'certain', 'microsoft.extensions.caching.stackexchangeredis': 'certain', 'hangfire.redis.stackexchange': 'certain',
      },
      hex: {
        redix: 'certain', exq: 'certain', hammer_backend_redis: 'certain',
      },
    },
    schemes: ['redis', 'rediss'],
  },
  connection: () => ({
    parts: { url: 'redis://:{password}@redis:6379', keywords: 'redis:6379,password={password}', host: 'redis', port: '6379', password: '{password}' },
    variables: {
      url: ['REDIS_URL', 'REDIS_URI', 'REDIS_CONNECTION_STRING', 'QUEUE_REDIS_URL', 'CACHE_URL', 'CACHE_REDIS_URL', 'BULL_REDIS_URL', 'SPRING_DATA_REDIS_URL', 'QUARKUS_REDIS_HOSTS'],
      host: ['REDIS_HOST', 'REDIS_HOSTNAME', 'QUEUE_HOST', 'CACHE_HOST', 'SPRING_DATA_REDIS_HOST', 'SPRING_REDIS_HOST'],
      port: ['REDIS_PORT', 'QUEUE_PORT', 'CACHE_PORT', 'SPRING_DATA_REDIS_PORT', 'SPRING_REDIS_PORT'],
      password: ['REDIS_PASSWORD', 'REDIS_PASS', 'REDIS_AUTH', 'QUEUE_PASSWORD', 'CACHE_PASSWORD', 'SPRING_DATA_REDIS_PASSWORD', 'SPRING_REDIS_PASSWORD'],
    },
    secret,
  }),
  limits: { cpus: 0.5, memory: 256, pids: 64 },
  reason: 'Nothing is evicted, because queues live in it; production starts from an access list that holds only the hash of the password.',
  contribute: ({ limits, anonymous }) => {
    // head-room for the fork that rewrites the append-only file
    const server = ['redis-server', '--appendonly', 'yes', '--maxmemory', `${Math.floor(limits.memory * 0.75)}mb`, '--maxmemory-policy', 'noeviction'];
    const credential = (password: string): string => (anonymous ? 'nopass' : `>${password}`);
    return {
      healthcheck: {
        // `redis-cli ping` exits 0 even on NOAUTH, so the answer itself is checked
        test: ['CMD-SHELL', 'redis-cli -h 127.0.0.1 --user health --pass - --no-auth-warning -e ping | grep -qx PONG'],
        programs: ['redis-cli', 'grep', 'sh'],
        interval: 10, timeout: 5, retries: 3, startPeriod: 30,
      },
      stopGrace: 30,
      common: {},
      development: {
        command: [...server, ...openAccess(credential(developmentPassword))],
        ports: [{ host: '127.0.0.1', variable: 'REDIS_PUBLISHED_PORT', published: 0, target: 6379 }],
      },
      ci: { command: [...server, ...openAccess(credential(testPassword))], throwAway: true, tmpfs: ['/data:uid=999,gid=999,mode=0700,size=256m'] },
      production: anonymous
        ? { command: [...server, ...openAccess('nopass')], user }
        : { command: [...server, '--aclfile', `/run/secrets/${accessList}`], secrets: [accessList], user },
      secrets: anonymous
        ? []
        : [
            { name: secret, origin: { kind: 'random' } },
            { name: accessList, origin: { kind: 'digest', of: secret, text: `user default on #{sha256} ${applicationRules}\nuser ${healthUser}` } },
          ],
      volume: { name: 'redis_data', path: '/data', use: 'append-only file' },
      operations: {
        backup: 'docker compose exec -T redis tar -C /data -cf - . > redis.tar',
        restore: "docker compose stop redis && docker compose run --rm -T --no-deps --entrypoint sh redis -c 'tar -C /data -xf -' < redis.tar && docker compose start redis",
      },
    };
  },
} as const satisfies Technology;
