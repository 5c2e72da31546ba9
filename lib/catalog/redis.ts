import { redisConnection, redisContribution, redisProtocol } from './redis-protocol.js';
import type { Technology } from './technology.js';

export const redis = {
  id: 'redis',
  title: 'Redis',
  role: 'cache',
  protocol: redisProtocol,
  serviceName: 'redis',
  port: 6379,
  programs: ['redis-cli', 'redis-server', 'sh', 'grep', 'tar'],
  detection: {
    packages: {
      npm: {
        redis: 'certain', ioredis: 'certain', '@redis/client': 'certain', bullmq: 'certain', bull: 'certain', 'bee-queue': 'certain',
        'connect-redis': 'certain', 'rate-limit-redis': 'certain', '@socket.io/redis-adapter': 'certain', '@keyv/redis': 'certain',
        '@nestjs/bullmq': 'certain', '@nestjs/bull': 'certain', 'cache-manager-redis-store': 'certain', 'cache-manager-ioredis': 'certain',
        '@agendajs/redis-backend': 'certain',
      },
      pypi: {
        redis: 'certain', hiredis: 'certain', 'django-redis': 'certain', 'channels-redis': 'certain',
        rq: 'certain', 'django-rq': 'certain', arq: 'certain', 'celery[redis]': 'certain', aioredis: 'certain', 'kombu[redis]': 'certain',
        huey: 'likely', 'fastapi-limiter': 'likely',
      },
      go: {
        'github.com/redis/go-redis/v9': 'certain', 'github.com/go-redis/redis/v8': 'certain', 'github.com/gomodule/redigo': 'certain',
        'github.com/redis/rueidis': 'certain', 'github.com/hibiken/asynq': 'certain',
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
        redix: 'certain', eredis: 'certain', eredis_cluster: 'certain', exq: 'certain', hammer_backend_redis: 'certain',
      },
    },
    schemes: ['redis', 'rediss'],
    images: ['redis', 'bitnami/redis', 'bitnamilegacy/redis', 'redis/redis-stack', 'redis/redis-stack-server'],
    variables: /^REDIS_?(?:HOST|HOSTNAME|URL|URI|ADDR|ADDRESS|SERVER|DSN)$/u,
  },
  tags: {
    lines: [{ version: '8' }, { version: '8.2', ends: '2030-09-01' }, { version: '8.0', ends: '2026-12-01' }, { version: '7.4', ends: '2029-12-01' }, { version: '7.2' }, { version: '6.2' }],
  },
  connection: redisConnection,
  limits: { cpus: 0.5, memory: 256, pids: 64 },
  deadLetters: 'An entry of a stream that nobody acknowledged stays pending: XAUTOCLAIM hands it to another consumer, XPENDING counts its deliveries, and a consumer that gives it up moves it to a stream of its own',
  reason: 'Nothing is evicted, because queues live in it; production starts from an access list that holds only the hash of the password.',
  contribute: (context) => redisContribution({ server: 'redis-server', client: 'redis-cli' }, context),
} as const satisfies Technology;
