import { browserless } from './browserless.js';
import { caddy } from './caddy.js';
import { cassandra } from './cassandra.js';
import { chroma } from './chroma.js';
import { clickhouse } from './clickhouse.js';
import { elasticsearch } from './elasticsearch.js';
import { gotenberg } from './gotenberg.js';
import { influxdb } from './influxdb.js';
import { jupyter } from './jupyter.js';
import { kafka } from './kafka.js';
import { keycloak } from './keycloak.js';
import { kong } from './kong.js';
import { mailpit } from './mailpit.js';
import { mariadb } from './mariadb.js';
import { meilisearch } from './meilisearch.js';
import { memcached } from './memcached.js';
import { minio } from './minio.js';
import { mongodb } from './mongodb.js';
import { mosquitto } from './mosquitto.js';
import { mssql } from './mssql.js';
import { mysql } from './mysql.js';
import { nats } from './nats.js';
import { neo4j } from './neo4j.js';
import { nginx } from './nginx.js';
import { opensearch } from './opensearch.js';
import { postgres } from './postgres.js';
import { qdrant } from './qdrant.js';
import { rabbitmq } from './rabbitmq.js';
import { redis } from './redis.js';
import { rustfs } from './rustfs.js';
import { seaweedfs } from './seaweedfs.js';
import { temporal } from './temporal.js';
import { traefik } from './traefik.js';
import { typesense } from './typesense.js';
import { valkey } from './valkey.js';
import { weaviate } from './weaviate.js';
import type { Proxy } from './proxy.js';
import type { Technology } from './technology.js';

/** Every backing technology, in the order in which questions and documents list them. */
export const technologies = [
  postgres, mysql, mariadb, mssql, mongodb, redis, valkey, memcached, rabbitmq, kafka, nats, mosquitto,
  temporal, elasticsearch, opensearch, meilisearch, typesense, seaweedfs, rustfs, minio, qdrant, weaviate, chroma, clickhouse, influxdb, neo4j, cassandra,
  keycloak, gotenberg, browserless, mailpit, jupyter,
] as const satisfies readonly Technology[];

export function findTechnology(id: string): Technology | undefined {
  return technologies.find((technology) => technology.id === id);
}

/** For ids that validation has already accepted. */
export function technologyById(id: string): Technology {
  const technology = findTechnology(id);
  if (technology === undefined) throw new Error(`unknown technology: ${id}`);
  return technology;
}

/** Every reverse proxy. */
export const proxies = [nginx, traefik, caddy, kong] as const satisfies readonly Proxy[];

export function findProxy(id: string): Proxy | undefined {
  return proxies.find((proxy) => proxy.id === id);
}

/** For ids that validation has already accepted. */
export function proxyById(id: string): Proxy {
  const proxy = findProxy(id);
  if (proxy === undefined) throw new Error(`unknown proxy: ${id}`);
  return proxy;
}
