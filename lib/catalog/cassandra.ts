import { archiveAtRest } from './archive.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const dataPath = '/var/lib/cassandra';
/** What the image calls the only one (docker-library/docs cassandra/content.md, CASSANDRA_DC). */
const datacenter = 'datacenter1';

export const cassandra = {
  id: 'cassandra',
  title: 'Apache Cassandra',
  role: 'database',
  serviceName: 'cassandra',
  port: 9042,
  // docker-library/cassandra 5.0/Dockerfile: python3 for cqlsh, procps and bash
  programs: ['cqlsh', 'nodetool', 'bash', 'sh', 'tar'],
  detection: {
    packages: {
      npm: { 'cassandra-driver': 'certain', 'express-cassandra': 'certain' },
      pypi: { 'cassandra-driver': 'certain', 'scylla-driver': 'certain', 'django-cassandra-engine': 'certain' },
      go: { 'github.com/gocql/gocql': 'certain', 'github.com/apache/cassandra-gocql-driver/v2': 'certain', 'github.com/scylladb/gocqlx/v2': 'certain' },
      rubygems: { 'cassandra-driver': 'certain' },
      maven: {
        'com.datastax.oss:java-driver-core': 'certain', 'org.apache.cassandra:java-driver-core': 'certain', 'org.springframework.boot:spring-boot-starter-data-cassandra': 'certain',
        'org.springframework.boot:spring-boot-starter-data-cassandra-reactive': 'certain', 'com.datastax.oss.quarkus:cassandra-quarkus-client': 'certain',
      },
      crates: { scylla: 'certain', cdrs: 'certain', 'cdrs-tokio': 'certain' },
      nuget: { cassandracsharpdriver: 'certain' },
      hex: { xandra: 'certain', exandra: 'certain' },
    },
    schemes: ['cassandra'],
    images: ['cassandra', 'scylladb/scylla', 'bitnami/cassandra', 'bitnamilegacy/cassandra'],
    variables: /^(?:CASSANDRA|SCYLLA)_(?:HOSTS?|CONTACT_POINTS?|NODES|URL|SEEDS)$/u,
  },
  tags: {
    lines: [{ version: '5.0' }, { version: '4.1' }, { version: '4.0' }],
  },
  connection: ({ service, identifier }) => ({
    parts: { url: `cassandra://${service}:9042/${identifier}`, address: `${service}:9042`, host: service, port: '9042', database: identifier },
    variables: {
      url: ['CASSANDRA_URL'],
      host: ['CASSANDRA_HOST', 'CASSANDRA_HOSTS', 'CASSANDRA_CONTACT_POINTS', 'CASSANDRA_CONTACT_POINT', 'CASSANDRA_NODES', 'SPRING_CASSANDRA_CONTACT_POINTS', 'SCYLLA_HOST', 'SCYLLA_HOSTS'],
      address: ['QUARKUS_CASSANDRA_CONTACT_POINTS'],
      port: ['CASSANDRA_PORT', 'SPRING_CASSANDRA_PORT', 'SCYLLA_PORT'],
      database: ['CASSANDRA_KEYSPACE', 'SPRING_CASSANDRA_KEYSPACE_NAME', 'QUARKUS_CASSANDRA_KEYSPACE', 'SCYLLA_KEYSPACE'],
    },
    texts: {
      CASSANDRA_DC: datacenter, CASSANDRA_LOCAL_DATACENTER: datacenter, CASSANDRA_DATACENTER: datacenter, SPRING_CASSANDRA_LOCAL_DATACENTER: datacenter,
      QUARKUS_CASSANDRA_LOCAL_DATACENTER: datacenter,
    },
  }),
  limits: { cpus: 2, memory: 2048, pids: 1024 },
  reason: 'One node: more of them are a task for several hosts. It asks for no password as the image sets it up, so that the network of the data tier is its protection; the apps make their own keyspace.',
  contribute: ({ service, prefix, limits }) => ({
    healthcheck: {
      // cqlsh ends with an error where the node does not answer
      test: ['CMD-SHELL', 'cqlsh --request-timeout=10 -e "SELECT release_version FROM system.local" 127.0.0.1 > /dev/null'],
      programs: ['cqlsh', 'sh'],
      interval: 30, timeout: 15, retries: 5, startPeriod: 120,
    },
    stopGrace: 60,
    common: {
      // both or none (conf/cassandra-env.sh); the rest is for what lies outside the heap
      environment: { CASSANDRA_CLUSTER_NAME: service, MAX_HEAP_SIZE: `${Math.floor(limits.memory / 2)}M`, HEAP_NEWSIZE: `${Math.floor(limits.memory / 8)}M` },
    },
    development: { ports: [developmentPort(prefix, 9042)] },
    ci: { throwAway: true, tmpfs: [`${dataPath}:uid=999,gid=999,mode=0700,size=1g`] },
    production: {
      user: '999:999',
      tmpfs: ['/tmp:mode=1777,size=128m', '/var/log/cassandra:uid=999,gid=999,mode=0755,size=128m'],
      writableRoot: 'its entrypoint writes the address of the container into its settings',
    },
    secrets: [],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'tables' }],
    operations: archiveAtRest({ service, folder: dataPath }),
  }),
} as const satisfies Technology;
