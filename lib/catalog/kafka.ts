import { archiveAtRest } from './archive.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

/** uid and gid of `appuser` in the image (apache/kafka docker/jvm/Dockerfile). */
const user = '1000:1000';
const dataPath = '/var/lib/kafka/data';
const scratch = ['/tmp:mode=1777,size=64m', '/opt/kafka/config:uid=1000,gid=1000,mode=0755,size=16m', '/opt/kafka/logs:uid=1000,gid=1000,mode=0755,size=64m'];

export const kafka = {
  id: 'kafka',
  title: 'Apache Kafka',
  role: 'broker',
  serviceName: 'kafka',
  port: 9092,
  // apache/kafka docker/jvm/Dockerfile: Alpine with the scripts of the distribution
  programs: ['/opt/kafka/bin/kafka-broker-api-versions.sh', 'bash', 'sh', 'unset'],
  detection: {
    packages: {
      npm: { kafkajs: 'certain', '@confluentinc/kafka-javascript': 'certain', 'node-rdkafka': 'certain', '@platformatic/kafka': 'certain' },
      pypi: { 'confluent-kafka': 'certain', 'kafka-python': 'certain', 'kafka-python-ng': 'certain', aiokafka: 'certain', 'faststream[kafka]': 'certain', 'faust-streaming': 'certain' },
      go: {
        'github.com/segmentio/kafka-go': 'certain', 'github.com/twmb/franz-go': 'certain', 'github.com/ibm/sarama': 'certain', 'github.com/IBM/sarama': 'certain',
        'github.com/Shopify/sarama': 'certain', 'github.com/confluentinc/confluent-kafka-go': 'certain', 'github.com/confluentinc/confluent-kafka-go/v2': 'certain',
      },
      rubygems: { 'ruby-kafka': 'certain', rdkafka: 'certain', karafka: 'certain', waterdrop: 'certain' },
      packagist: { 'ext-rdkafka': 'certain', 'enqueue/rdkafka': 'certain', 'mateusjunges/laravel-kafka': 'certain' },
      maven: {
        'org.apache.kafka:kafka-clients': 'certain', 'org.springframework.kafka:spring-kafka': 'certain', 'org.springframework.cloud:spring-cloud-stream-binder-kafka': 'certain',
        'org.springframework.cloud:spring-cloud-starter-stream-kafka': 'certain', 'io.quarkus:quarkus-messaging-kafka': 'certain', 'io.quarkus:quarkus-kafka-client': 'certain',
      },
      crates: { rdkafka: 'certain', rskafka: 'certain' },
      nuget: { 'confluent.kafka': 'certain', 'masstransit.kafka': 'certain', kafkaflow: 'certain', 'dotnetcore.cap.kafka': 'certain' },
      hex: { brod: 'certain', kaffe: 'certain', broadway_kafka: 'certain' },
    },
    schemes: ['kafka'],
    images: ['apache/kafka', 'bitnami/kafka', 'bitnamilegacy/kafka', 'confluentinc/cp-kafka', 'confluentinc/confluent-local', 'wurstmeister/kafka', 'redpandadata/redpanda', 'vectorized/redpanda', 'apache/kafka-native'],
    variables: /^KAFKA_?(?:BROKERS?|BOOTSTRAP_SERVERS?|HOSTS?|URL|SERVERS?)$/u,
  },
  tags: {
    lines: [{ version: '4' }, { version: '3' }],
    whole: true,
  },
  connection: ({ service }) => ({
    parts: { address: `${service}:9092`, host: service, port: '9092' },
    variables: {
      address: ['KAFKA_BROKERS', 'KAFKA_BOOTSTRAP_SERVERS', 'SPRING_KAFKA_BOOTSTRAP_SERVERS', 'KAFKA_BROKER', 'KAFKA_BOOTSTRAP_SERVER', 'KAFKA_URL', 'KAFKA_SERVERS', 'KAFKA_BROKER_LIST'],
      host: ['KAFKA_HOST'],
      port: ['KAFKA_PORT'],
    },
  }),
  limits: { cpus: 1, memory: 1024, pids: 512 },
  deadLetters: 'Kafka puts nothing aside: a consumer reads again from the last offset that it committed. One that gives a record up writes it to a topic of its own, such as orders.dead-letters, and commits; clients with retry topics (Spring Kafka, MassTransit, Kafka Connect) do so by a setting',
  reason: 'One node that is broker and controller, without ZooKeeper; clients are let in without a password, so that its isolation is the network of the data tier.',
  contribute: ({ service, prefix, limits }) => ({
    healthcheck: {
      // the tool is a Java program that would inherit the heap of the server, hence its own and the slow pace
      test: ['CMD-SHELL', 'unset JMX_PORT KAFKA_JMX_OPTS; KAFKA_HEAP_OPTS=-Xmx128m /opt/kafka/bin/kafka-broker-api-versions.sh --bootstrap-server localhost:9092 > /dev/null 2>&1'],
      programs: ['/opt/kafka/bin/kafka-broker-api-versions.sh', 'sh', 'unset'],
      interval: 30, timeout: 15, retries: 3, startPeriod: 60,
    },
    stopGrace: 60,
    common: {
      environment: {
        // the first of these drops the whole default configuration of the image, so that all are given
        KAFKA_NODE_ID: '1',
        KAFKA_PROCESS_ROLES: 'broker,controller',
        KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
        KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${service}:9092`,
        KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
        KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
        KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
        KAFKA_INTER_BROKER_LISTENER_NAME: 'PLAINTEXT',
        KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
        KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
        KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
        KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
        KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: '1',
        KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
        // without it the data lies in /tmp and the volume stays empty
        KAFKA_LOG_DIRS: dataPath,
        // half of the limit: the other half is for what the kernel keeps of the log
        KAFKA_HEAP_OPTS: `-Xms${Math.floor(limits.memory / 2)}m -Xmx${Math.floor(limits.memory / 2)}m`,
      },
    },
    development: { ports: [developmentPort(prefix, 9092)] },
    ci: { throwAway: true, tmpfs: [`${dataPath}:uid=1000,gid=1000,mode=0700,size=512m`] },
    production: { user, tmpfs: scratch },
    secrets: [],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'topics' }],
    operations: archiveAtRest({ service, folder: dataPath }),
  }),
} as const satisfies Technology;
