import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

/** uid and gid of `mongodb` in the image (docker-library/mongo Dockerfile). */
const user = '999:999';
const secretOf = (prefix: string): string => `${prefix}_password`;
const rootSecretOf = (prefix: string): string => `${prefix}_root_password`;
const scriptOf = (service: string): string => `docker/${service}/account.js`;

/** Runs once, on an empty volume (docker-library/mongo docker-entrypoint.sh): the apps' account reads and writes their database, and what migrations change of it, indexes and validation; accounts are none of its business. */
const account = (prefix: string, identifier: string): string => `// Makes the account of the apps on the first start; the image runs it on an empty volume only.
const { readFileSync } = require('fs');
const pwd = process.env.APP_PASSWORD ?? readFileSync('/run/secrets/${secretOf(prefix)}', 'utf8').trim();
db.getSiblingDB('${identifier}').createUser({ user: '${identifier}', pwd, roles: ['readWrite', 'dbAdmin'] });
`;

export const mongodb = {
  id: 'mongodb',
  title: 'MongoDB',
  role: 'database',
  serviceName: 'mongodb',
  port: 27017,
  // docker-library/mongo Dockerfile: mongosh and the database tools, bash, jq; neither curl nor wget
  programs: ['mongosh', 'mongodump', 'mongorestore', 'bash', 'sh', 'grep'],
  detection: {
    packages: {
      npm: {
        mongodb: 'certain', mongoose: 'certain', '@nestjs/mongoose': 'certain', '@typegoose/typegoose': 'certain', 'connect-mongo': 'certain',
        '@agendajs/mongo-backend': 'certain', '@payloadcms/db-mongodb': 'certain', '@mikro-orm/mongodb': 'certain',
      },
      pypi: {
        pymongo: 'certain', motor: 'certain', mongoengine: 'certain', beanie: 'certain', odmantic: 'certain', 'django-mongodb-backend': 'certain',
        djongo: 'certain', 'flask-pymongo': 'certain',
      },
      go: { 'go.mongodb.org/mongo-driver': 'certain', 'go.mongodb.org/mongo-driver/v2': 'certain' },
      rubygems: { mongo: 'certain', mongoid: 'certain' },
      packagist: { 'ext-mongodb': 'certain', 'mongodb/mongodb': 'certain', 'mongodb/laravel-mongodb': 'certain', 'doctrine/mongodb-odm': 'certain', 'doctrine/mongodb-odm-bundle': 'certain' },
      maven: {
        'org.mongodb:mongodb-driver-sync': 'certain', 'org.mongodb:mongodb-driver-reactivestreams': 'certain', 'org.springframework.boot:spring-boot-starter-data-mongodb': 'certain',
        'org.springframework.boot:spring-boot-starter-data-mongodb-reactive': 'certain', 'io.quarkus:quarkus-mongodb-client': 'certain', 'io.quarkus:quarkus-mongodb-panache': 'certain',
      },
      crates: { mongodb: 'certain' },
      nuget: { 'mongodb.driver': 'certain', 'mongodb.entityframeworkcore': 'certain' },
      hex: { mongodb_driver: 'certain' },
    },
    schemes: ['mongodb', 'mongodb+srv'],
    images: ['mongo', 'bitnami/mongodb', 'bitnamilegacy/mongodb', 'mongodb/mongodb-community-server'],
    variables: /^MONGO(?:DB)?_?(?:HOST|URL|URI|DSN|DB|DATABASE|CONNECTION_STRING)$/u,
  },
  tags: {
    lines: [{ version: '9.0' }, { version: '8.0', ends: '2029-10-31' }, { version: '8.2', ends: '2026-07-31' }, { version: '7.0', ends: '2027-08-31' }, { version: '6.0', ends: '2025-07-31' }, { version: '5.0', ends: '2024-10-31' }],
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: {
      url: `mongodb://${identifier}:{password}@${service}:27017/${identifier}`, address: `${service}:27017`,
      host: service, port: '27017', user: identifier, password: '{password}', database: identifier,
    },
    variables: {
      url: ['MONGODB_URI', 'MONGO_URI', 'MONGODB_URL', 'MONGO_URL', 'MONGODB_CONNECTION_STRING', 'MONGO_CONNECTION_STRING', 'MONGO_DSN', 'SPRING_DATA_MONGODB_URI', 'SPRING_MONGODB_URI', 'DATABASE_URL', 'DATABASE_URI', 'DB_URL', 'DB_URI'],
      host: ['MONGO_HOST', 'MONGODB_HOST', 'SPRING_DATA_MONGODB_HOST', 'DB_HOST'],
      port: ['MONGO_PORT', 'MONGODB_PORT', 'SPRING_DATA_MONGODB_PORT', 'DB_PORT'],
      user: ['MONGO_USER', 'MONGO_USERNAME', 'MONGODB_USER', 'MONGODB_USERNAME', 'SPRING_DATA_MONGODB_USERNAME', 'DB_USER', 'DB_USERNAME'],
      password: ['MONGO_PASSWORD', 'MONGO_PASS', 'MONGODB_PASSWORD', 'SPRING_DATA_MONGODB_PASSWORD', 'DB_PASSWORD', 'DB_PASS'],
      database: ['MONGO_DB', 'MONGO_DATABASE', 'MONGODB_DATABASE', 'MONGODB_DB', 'MONGO_DB_NAME', 'SPRING_DATA_MONGODB_DATABASE', 'DB_NAME'],
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 1, memory: 1024, pids: 256 },
  reason: 'The apps get an account that reads, writes and migrates their database only; the cache of its storage engine is set below the memory limit, because it would follow the memory of the host.',
  contribute: ({ service, prefix, identifier, limits }) => ({
    healthcheck: {
      // while the first start initialises, a server without accounts answers on 127.0.0.1: the address of the container is asked instead
      test: ['CMD-SHELL', 'mongosh --quiet --host "$HOSTNAME" --eval "db.adminCommand(\'ping\').ok" | grep -q 1'],
      programs: ['mongosh', 'grep', 'sh'],
      interval: 15, timeout: 10, retries: 3, startPeriod: 60,
    },
    stopGrace: 60,
    common: {
      // half of what the limit leaves, at least what the server accepts
      command: ['mongod', '--wiredTigerCacheSizeGB', String(Math.max(0.25, Math.floor((limits.memory / 1024) * 5) / 10))],
      environment: { MONGO_INITDB_ROOT_USERNAME: 'root', MONGO_INITDB_DATABASE: identifier },
      mounts: [{ kind: 'bind', source: `./${scriptOf(service)}`, target: '/docker-entrypoint-initdb.d/account.js', readOnly: true }],
    },
    development: {
      environment: { MONGO_INITDB_ROOT_PASSWORD: developmentPassword, APP_PASSWORD: developmentPassword },
      ports: [developmentPort(prefix, 27017)],
    },
    ci: {
      environment: { MONGO_INITDB_ROOT_PASSWORD: testPassword, APP_PASSWORD: testPassword },
      throwAway: true,
      tmpfs: ['/data/db:uid=999,gid=999,mode=0700,size=768m', '/data/configdb:uid=999,gid=999,mode=0700,size=16m'],
      mounts: [{ kind: 'bind', source: `./${scriptOf(service)}`, target: '/docker-entrypoint-initdb.d/account.js', readOnly: true }],
    },
    production: {
      environment: { MONGO_INITDB_ROOT_PASSWORD_FILE: `/run/secrets/${rootSecretOf(prefix)}` },
      secrets: [secretOf(prefix), rootSecretOf(prefix)],
      user,
      tmpfs: ['/tmp:mode=1777,size=64m'],
    },
    secrets: [secretOf(prefix), rootSecretOf(prefix)].map((name) => ({ name, origin: { kind: 'random' as const } })),
    volumes: [
      { name: `${prefix}_data`, path: '/data/db', use: 'databases' },
      { name: `${prefix}_config`, path: '/data/configdb', use: 'metadata of a sharded cluster, empty otherwise' },
    ],
    files: [{ path: scriptOf(service), content: account(prefix, identifier) }],
    operations: {
      backup: `docker compose exec -T ${service} bash -c 'exec mongodump --quiet --archive --gzip -u root --authenticationDatabase admin --config <(printf "password: %s\\n" "\${MONGO_INITDB_ROOT_PASSWORD:-$(cat "$MONGO_INITDB_ROOT_PASSWORD_FILE")}")' > ${identifier}.archive.gz`,
      restore: `docker compose exec -T ${service} bash -c 'exec mongorestore --quiet --archive --gzip --drop -u root --authenticationDatabase admin --config <(printf "password: %s\\n" "\${MONGO_INITDB_ROOT_PASSWORD:-$(cat "$MONGO_INITDB_ROOT_PASSWORD_FILE")}")' < ${identifier}.archive.gz`,
    },
  }),
} as const satisfies Technology;
