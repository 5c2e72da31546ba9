import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_password`;
const dataPath = '/usr/share/elasticsearch/data';

export const elasticsearch = {
  id: 'elasticsearch',
  title: 'Elasticsearch',
  role: 'search',
  serviceName: 'elasticsearch',
  port: 9200,
  // elastic/dockerfiles elasticsearch/Dockerfile: curl and bash
  programs: ['curl', 'grep', 'bash', 'sh', 'cat'],
  detection: {
    packages: {
      npm: { '@elastic/elasticsearch': 'certain', '@nestjs/elasticsearch': 'certain' },
      pypi: { elasticsearch: 'certain', 'elasticsearch-dsl': 'certain', 'django-elasticsearch-dsl': 'certain', elasticsearch8: 'certain' },
      go: { 'github.com/elastic/go-elasticsearch/v8': 'certain', 'github.com/elastic/go-elasticsearch/v9': 'certain', 'github.com/olivere/elastic': 'certain', 'github.com/olivere/elastic/v7': 'certain' },
      rubygems: { elasticsearch: 'certain', 'elasticsearch-rails': 'certain', chewy: 'certain', searchkick: 'likely' },
      packagist: { 'elasticsearch/elasticsearch': 'certain', 'friendsofsymfony/elastica-bundle': 'certain', 'ruflin/elastica': 'certain' },
      maven: {
        'co.elastic.clients:elasticsearch-java': 'certain', 'org.springframework.boot:spring-boot-starter-data-elasticsearch': 'certain',
        'org.elasticsearch.client:elasticsearch-rest-high-level-client': 'certain', 'io.quarkus:quarkus-elasticsearch-rest-client': 'certain',
      },
      crates: { elasticsearch: 'certain' },
      nuget: { 'elastic.clients.elasticsearch': 'certain', nest: 'certain' },
      hex: { elasticsearch: 'certain', snap: 'certain' },
    },
    schemes: ['elasticsearch'],
    images: ['elasticsearch', 'elasticsearch/elasticsearch', 'bitnami/elasticsearch'],
    variables: /^(?:ELASTICSEARCH|ELASTIC)_?(?:URL|HOSTS?|NODE|URI|URIS|ENDPOINT|SERVER)$/u,
  },
  tags: {
    lines: [{ version: '9' }, { version: '8.19', ends: '2027-07-15' }, { version: '7.17', ends: '2026-01-15' }],
    whole: true,
  },
  connection: ({ service, prefix }) => ({
    parts: { url: `http://elastic:{password}@${service}:9200`, address: `${service}:9200`, host: service, port: '9200', user: 'elastic', password: '{password}' },
    variables: {
      url: ['ELASTICSEARCH_URL', 'ELASTICSEARCH_HOSTS', 'ELASTICSEARCH_NODE', 'ELASTIC_URL', 'ELASTICSEARCH_URI', 'ELASTICSEARCH_ENDPOINT', 'ES_URL'],
      host: ['ELASTICSEARCH_HOST', 'ELASTIC_HOST', 'ES_HOST'],
      port: ['ELASTICSEARCH_PORT', 'ELASTIC_PORT', 'ES_PORT'],
      user: ['ELASTICSEARCH_USERNAME', 'ELASTICSEARCH_USER', 'ELASTIC_USERNAME', 'ELASTIC_USER', 'SPRING_ELASTICSEARCH_USERNAME'],
      password: ['ELASTICSEARCH_PASSWORD', 'ELASTIC_PASSWORD', 'SPRING_ELASTICSEARCH_PASSWORD'],
    },
    secret: secretOf(prefix),
  }),
  // the server does not work below this
  limits: { cpus: 1, memory: 2048, pids: 1024 },
  reason: 'One node with passwords and without TLS inside the network of the data tier; its heap is half of the limit, the rest is for the files that it maps.',
  contribute: ({ service, prefix, limits }) => {
    const heap = Math.floor(limits.memory / 2);
    return {
      healthcheck: {
        // an answer that asks for a password comes from a server that is up: 401 is as good as 200
        test: ['CMD-SHELL', 'curl -s -o /dev/null -w "%{http_code}" http://127.0.0.1:9200/_cluster/health | grep -qE "^(200|401)$"'],
        programs: ['curl', 'grep', 'sh'],
        interval: 10, timeout: 5, retries: 6, startPeriod: 120,
      },
      stopGrace: 60,
      common: {
        environment: {
          'discovery.type': 'single-node',
          'xpack.security.enabled': 'true',
          'xpack.security.http.ssl.enabled': 'false',
          'xpack.security.enrollment.enabled': 'false',
          ES_JAVA_OPTS: `-Xms${heap}m -Xmx${heap}m`,
        },
      },
      development: {
        environment: { ELASTIC_PASSWORD: developmentPassword },
        ports: [developmentPort(prefix, 9200)],
      },
      ci: { environment: { ELASTIC_PASSWORD: testPassword }, throwAway: true, tmpfs: [`${dataPath}:uid=1000,gid=0,mode=0770,size=1g`] },
      production: {
        // ELASTIC_PASSWORD_FILE has to belong to the server's user, and a mounted secret does not
        command: withSecret('ELASTIC_PASSWORD', secretOf(prefix), ['/usr/local/bin/docker-entrypoint.sh', 'eswrapper']),
        secrets: [secretOf(prefix)],
        user: '1000:0',
        tmpfs: ['/tmp:mode=1777,size=256m', '/usr/share/elasticsearch/logs:uid=1000,gid=0,mode=0770,size=64m'],
        writableRoot: 'the first start writes a keystore beside its settings',
      },
      secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
      volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'indexes' }],
      operations: archiveAtRest({ service, folder: dataPath }),
    };
  },
} as const satisfies Technology;
