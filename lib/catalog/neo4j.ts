import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_password`;
const dataPath = '/data';
const account = 'neo4j';
/** A password has at least 8 characters (neo4j.com, Operations manual: dbms.security.auth_minimum_password_length). */
const long = (word: string): string => word.padEnd(8, '-');
const open = (word: string) => ({ NEO4J_AUTH: `${account}/${long(word)}` });

export const neo4j = {
  id: 'neo4j',
  title: 'Neo4j',
  role: 'database',
  serviceName: 'neo4j',
  port: 7687,
  // neo4j/docker-neo4j docker-image-src/calver/coredb/Dockerfile-trixie: Debian slim with wget, tini and procps
  programs: ['wget', 'cypher-shell', 'bash', 'sh', 'tar', 'cat'],
  detection: {
    packages: {
      npm: { 'neo4j-driver': 'certain', '@neo4j/graphql': 'certain', 'nest-neo4j': 'certain' },
      pypi: { neo4j: 'certain', neomodel: 'certain', py2neo: 'certain', 'langchain-neo4j': 'certain', 'django-neomodel': 'certain' },
      go: { 'github.com/neo4j/neo4j-go-driver/v5': 'certain', 'github.com/neo4j/neo4j-go-driver/v4': 'certain', 'github.com/neo4j/neo4j-go-driver/v6': 'certain' },
      rubygems: { 'neo4j-ruby-driver': 'certain', activegraph: 'certain' },
      packagist: { 'laudis/neo4j-php-client': 'certain' },
      maven: {
        'org.neo4j.driver:neo4j-java-driver': 'certain', 'org.springframework.boot:spring-boot-starter-data-neo4j': 'certain', 'org.springframework.boot:spring-boot-starter-neo4j': 'certain',
        'io.quarkiverse.neo4j:quarkus-neo4j': 'certain',
      },
      crates: { neo4rs: 'certain' },
      nuget: { 'neo4j.driver': 'certain', neo4jclient: 'certain' },
      hex: { bolt_sips: 'certain', boltx: 'certain' },
    },
    schemes: ['bolt', 'neo4j'],
    images: ['neo4j'],
    variables: /^NEO4J_(?:URI|URL|HOST|BOLT_URL|BOLT_URI|ADDRESS)$/u,
  },
  tags: {
    lines: [{ version: '2026' }, { version: '2025' }, { version: '5.26', ends: '2028-06-06' }, { version: '5' }],
  },
  connection: ({ service, prefix }) => ({
    parts: { url: `bolt://${service}:7687`, address: `${service}:7687`, host: service, port: '7687', user: account, password: '{password}', database: account },
    variables: {
      url: ['NEO4J_URI', 'NEO4J_URL', 'NEO4J_BOLT_URL', 'NEO4J_BOLT_URI', 'SPRING_NEO4J_URI', 'QUARKUS_NEO4J_URI'],
      address: ['NEO4J_ADDRESS'],
      host: ['NEO4J_HOST'],
      port: ['NEO4J_PORT', 'NEO4J_BOLT_PORT'],
      user: ['NEO4J_USERNAME', 'NEO4J_USER', 'SPRING_NEO4J_AUTHENTICATION_USERNAME', 'QUARKUS_NEO4J_AUTHENTICATION_USERNAME'],
      password: ['NEO4J_PASSWORD', 'NEO4J_PASS', 'SPRING_NEO4J_AUTHENTICATION_PASSWORD', 'QUARKUS_NEO4J_AUTHENTICATION_PASSWORD'],
      database: ['NEO4J_DATABASE', 'NEO4J_DB'],
    },
    secret: secretOf(prefix),
    open: long,
  }),
  limits: { cpus: 1, memory: 2048, pids: 512 },
  reason: 'The Community Edition, which has one database and one account: rights of its own for an app are in the Enterprise Edition only. Its heap and its cache of pages follow the limit.',
  contribute: ({ service, prefix, limits }) => ({
    healthcheck: {
      // the address of its HTTP interface names the version without an account, once the server takes connections
      test: ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:7474/'],
      programs: ['wget'],
      interval: 10, timeout: 5, retries: 6, startPeriod: 90,
    },
    stopGrace: 120,
    common: {
      command: ['neo4j'],
      // neo4j.com, Operations manual: Docker, memory; half for the heap, a quarter for pages
      environment: {
        NEO4J_server_memory_heap_initial__size: `${Math.floor(limits.memory / 2)}m`,
        NEO4J_server_memory_heap_max__size: `${Math.floor(limits.memory / 2)}m`,
        NEO4J_server_memory_pagecache_size: `${Math.floor(limits.memory / 4)}m`,
        NEO4J_dbms_usage__report_enabled: 'false',
      },
    },
    development: { environment: open(developmentPassword), ports: [developmentPort(prefix, 7687), developmentPort(prefix, 7474, 0, 'UI_')] },
    ci: { environment: open(testPassword), throwAway: true, tmpfs: [`${dataPath}:uid=7474,gid=7474,mode=0700,size=1g`, '/logs:uid=7474,gid=7474,mode=0700,size=64m'] },
    production: {
      entrypoint: ['tini', '-g', '--', ...withSecret('NEO4J_AUTH', secretOf(prefix), ['/startup/docker-entrypoint.sh'], `${account}/`)],
      secrets: [secretOf(prefix)],
      user: '7474:7474',
      tmpfs: ['/tmp:mode=1777,size=64m'],
      writableRoot: 'its entrypoint writes the settings beside its programs',
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
    volumes: [
      { name: `${prefix}_data`, path: dataPath, use: 'graphs' },
      { name: `${prefix}_logs`, path: '/logs', use: 'logs' },
    ],
    operations: archiveAtRest({ service, folder: dataPath }),
  }),
} as const satisfies Technology;
