import type { Diagnostic } from '../../diagnostics.js';
import { textsAt } from '../../discovery/manifest.js';
import type { NodePackage } from './app.js';

/** Clients of services that the catalog has not yet: better said than left out in silence. */
const clients: Readonly<Record<string, string>> = {
  mongodb: 'MongoDB', mongoose: 'MongoDB', '@nestjs/mongoose': 'MongoDB', mysql: 'MySQL', mysql2: 'MySQL', mariadb: 'MariaDB', mssql: 'SQL Server',
  memcached: 'Memcached', memjs: 'Memcached', amqplib: 'RabbitMQ', 'amqp-connection-manager': 'RabbitMQ', kafkajs: 'Kafka', 'node-rdkafka': 'Kafka',
  nats: 'NATS', '@elastic/elasticsearch': 'Elasticsearch', '@opensearch-project/opensearch': 'OpenSearch', meilisearch: 'Meilisearch',
  minio: 'S3 storage', '@qdrant/js-client-rest': 'Qdrant', '@clickhouse/client': 'ClickHouse', nodemailer: 'a mail server',
};

/** One warning for each service that the app's dependencies speak to and that no blueprint starts yet. */
export function missingServices({ manifest }: NodePackage): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { name, evidence } of textsAt(manifest, 'dependencies')) {
    const service = Object.hasOwn(clients, name) ? clients[name] : undefined;
    if (service === undefined || found.has(service)) continue;
    found.set(service, {
      code: 'service-not-supported',
      severity: 'warning',
      message: `${evidence.file}:${evidence.line}: ${name} speaks to ${service}, which the blueprint does not start yet`,
      help: 'Give its address in .env.example, or add the service to the compose files yourself',
    });
  }
  return [...found.values()];
}
