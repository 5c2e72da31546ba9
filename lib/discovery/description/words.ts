/**
 * What people call each technology, proxy, pattern, stack and framework, in English and French: phrases between bars, without accents.
 * A phrase that begins with `~` is an everyday word too: it counts where it is written as a name or stands beside a technical word.
 */
type Words = Readonly<Record<string, string>>;

export const technologyWords: Words = {
  postgres: 'postgres|postgresql|postgre sql|postgre|pgsql|psql|postgis|pgvector|timescaledb|timescale',
  mysql: 'mysql|my sql|percona',
  mariadb: 'mariadb|maria db',
  mssql: 'mssql|sql server|microsoft sql|ms sql|azure sql',
  mongodb: 'mongodb|mongo|mongo db|documentdb|mongoose',
  redis: 'redis|redis server',
  valkey: 'valkey',
  memcached: 'memcached|memcache',
  rabbitmq: 'rabbitmq|rabbit mq|~rabbit|amqp',
  kafka: 'kafka|apache kafka|kraft|redpanda|confluent',
  nats: 'nats|nats.io|jetstream',
  mosquitto: 'mosquitto|mqtt|broker mqtt|mqtt broker',
  elasticsearch: 'elasticsearch|elastic search|~elastic',
  opensearch: 'opensearch|open search',
  meilisearch: 'meilisearch|meili|meili search',
  typesense: 'typesense',
  rustfs: 'rustfs|rust fs',
  minio: 'minio',
  seaweedfs: 'seaweedfs|seaweed fs|s3|amazon s3|aws s3|s3 d aws|s3 de aws|s3 on aws|s3 at aws|s3 chez aws|s3 compatible|s3 bucket|bucket s3|compatible s3',
  qdrant: 'qdrant',
  weaviate: 'weaviate',
  chroma: '~chroma|chromadb|chroma db',
  influxdb: 'influxdb|influx db|influx',
  neo4j: 'neo4j',
  cassandra: 'cassandra|apache cassandra|scylladb|scylla',
  temporal: '~temporal|temporal.io|temporalio',
  clickhouse: 'clickhouse|click house',
  keycloak: 'keycloak|key cloak',
  gotenberg: 'gotenberg',
  browserless: 'browserless|headless chrome|headless chromium|headless browser|chrome headless|navigateur headless',
  mailpit: 'mailpit|mailhog|mailcatcher|maildev',
  jupyter: 'jupyter|jupyterlab|jupyter lab|jupyter notebook|jupyter hub|jupyterhub',
};

export const proxyWords: Words = {
  nginx: 'nginx|engine x',
  traefik: 'traefik',
  caddy: 'caddy|caddyserver',
  kong: 'kong|kong gateway',
};

export const patternWords: Words = {
  monolith: 'monolith|monolithic|monolithe|monolithique|single deployable|modular monolith|single container|un seul conteneur|one container',
  web: 'standard web application|three tier|3 tier|trois tiers|application web standard|classic web application|application web classique',
  microservices: 'microservice|micro service|microservice architecture|architecture microservice|service mesh|soa',
  'event-driven': 'event driven|event driven architecture|event sourcing|event sourced|evenementiel|evenementielle|architecture evenementielle|oriente evenement|orientee evenement|pilote par les evenements|pilotee par les evenements|event bus|bus d evenement|publish subscribe architecture',
  data: 'data pipeline|machine learning|ml pipeline|etl|elt|data science|data engineering|pipeline de donnees|pipeline de donnee|apprentissage automatique|science des donnees|science de donnees|data platform|data warehouse|entrepot de donnees|mlops|model training|entrainement de modele|ml platform',
};

/** Words of a stack by the language that they name; under `''` those that leave the language open. */
export const stackWords: Readonly<Record<string, Words>> = {
  python: { python: 'python|python3|python2|cpython' },
  php: { php: 'php' },
  ruby: { ruby: 'ruby' },
  go: { go: '~go|golang|go lang' },
  jvm: { java: 'java|jvm|jdk|openjdk|java ee|jakarta ee', kotlin: 'kotlin', scala: 'scala' },
  dotnet: { csharp: '.net|dotnet|.net core|dotnet core|c#|csharp|c sharp', fsharp: 'f#|fsharp|f sharp' },
  rust: { rust: '~rust|rustlang' },
  elixir: { elixir: '~elixir|beam vm' },
  crystal: { crystal: '~crystal|crystal lang|crystal language' },
  deno: { typescript: 'deno' },
  node: { '': 'node|nodejs|node.js|node js|bun', javascript: 'javascript|js|ecmascript', typescript: 'typescript|ts' },
  static: { html: 'static site|static html|plain html|static website|site statique|html statique|static page|page statique' },
  cpp: { cpp: 'c++|cpp|c plus plus' },
};

/** Words of frameworks by stack, keyed by the framework's id. */
export const frameworkWords: Readonly<Record<string, Words>> = {
  python: {
    django: 'django|django rest framework|drf|wagtail|django ninja', channels: 'django channels', fastapi: 'fastapi|fast api', litestar: 'litestar', quart: '~quart',
    dash: 'plotly dash|~dash', flask: '~flask', sanic: 'sanic', starlette: 'starlette', falcon: '~falcon', bottle: '~bottle', pyramid: '~pyramid',
    streamlit: 'streamlit', gradio: 'gradio', airflow: 'airflow|apache airflow', tornado: '~tornado', aiohttp: 'aiohttp',
  },
  php: {
    laravel: 'laravel', lumen: '~lumen', drupal: 'drupal', wordpress: 'wordpress|word press|woocommerce', cakephp: 'cakephp|cake php', codeigniter: 'codeigniter|code igniter',
    yii: 'yii|yii2', mezzio: 'mezzio', laminas: 'laminas|zend framework', symfony: 'symfony|api platform', slim: '~slim|slim framework|slim php',
  },
  ruby: { rails: '~rails|ruby on rails|ror|rails api', hanami: 'hanami', padrino: 'padrino', grape: '~grape', sinatra: '~sinatra', roda: '~roda', jekyll: '~jekyll' },
  go: {
    'go-zero': 'go zero', kratos: '~kratos', hertz: '~hertz', buffalo: '~buffalo|go buffalo', revel: '~revel', beego: 'beego', iris: '~iris', gin: '~gin|gin gonic', echo: '~echo',
    fiber: '~fiber|go fiber', chi: '~chi|go chi', 'gorilla-mux': 'gorilla mux|~gorilla', httprouter: 'httprouter', connect: 'connect go|connectrpc', 'grpc-gateway': 'grpc gateway|grpc-gateway', grpc: 'grpc go|go grpc|grpc in go',
  },
  jvm: {
    'spring-boot': 'spring boot|springboot|~spring|spring cloud|spring mvc|spring webflux', quarkus: 'quarkus', micronaut: 'micronaut', helidon: 'helidon', dropwizard: 'dropwizard', javalin: 'javalin',
    spark: 'spark java|sparkjava', vertx: 'vert.x|vertx', ktor: 'ktor', http4k: 'http4k', play: 'play framework|~play', 'akka-http': 'akka http|akka', 'pekko-http': 'pekko http|pekko', http4s: 'http4s',
  },
  dotnet: {
    aspnetcore: 'asp.net|asp.net core|aspnet|aspnetcore|aspnet core|.net web api|.net core web api|.net api', blazor: 'blazor', 'dotnet-worker': '.net worker service|.net worker|dotnet worker', fastendpoints: 'fastendpoints|fast endpoints',
    giraffe: '~giraffe', saturn: '~saturn', orleans: '~orleans|microsoft orleans', grpc: '.net grpc|grpc .net|grpc in c#', suave: '~suave',
  },
  rust: {
    leptos: 'leptos', loco: '~loco|loco.rs', axum: 'axum', 'actix-web': 'actix|actix web', rocket: '~rocket|rocket.rs', salvo: '~salvo', poem: '~poem', warp: '~warp', tide: '~tide', tonic: '~tonic', hyper: '~hyper',
  },
  elixir: { phoenix: '~phoenix|phoenix liveview|liveview|phoenix framework', plug: '~plug|plug cowboy' },
  crystal: { kemal: 'kemal', lucky: '~lucky', amber: '~amber', athena: '~athena' },
  cpp: {
    drogon: 'drogon', crow: '~crow|crow c++|crowcpp', pistache: '~pistache', 'cpp-httplib': 'cpp httplib|httplib', oatpp: 'oatpp|oat++', restinio: 'restinio', poco: '~poco|poco c++', 'boost-beast': 'boost beast|boost.beast',
    grpc: 'grpc c++|c++ grpc|grpc in c++',
  },
  deno: { fresh: '~fresh|deno fresh', oak: '~oak', hono: 'hono deno|deno hono|hono on deno' },
  node: {
    payload: 'payload cms|payloadcms|~payload', keystone: 'keystonejs|keystone.js|~keystone', strapi: 'strapi', nestjs: 'nestjs|nest.js|nest js|~nest', adonisjs: 'adonisjs|adonis.js|adonis|adonis js', feathers: 'feathersjs|feathers.js|~feathers',
    loopback: 'loopback 4|loopback.io|~loopback', nextjs: 'nextjs|next.js|next js|~next', nuxt: 'nuxt|nuxtjs|nuxt.js|nuxt js', sveltekit: 'sveltekit|svelte kit', 'react-router': 'react router', remix: '~remix|remix.run',
    'solid-start': 'solid start|solidstart', astro: '~astro|astro.js', gatsby: '~gatsby|gatsbyjs', docusaurus: 'docusaurus', vitepress: 'vitepress', eleventy: '11ty|eleventy.js|~eleventy', angular: 'angular|angularjs|angular.js',
    express: '~express|expressjs|express.js|express js', fastify: 'fastify', hono: 'hono', koa: '~koa|koa.js|koajs', hapi: '~hapi|hapi.js', polka: '~polka', restify: 'restify', elysia: '~elysia|elysiajs',
    react: '~react|reactjs|react.js|react js', vue: '~vue|vuejs|vue.js|vue js|vue 3', svelte: 'svelte', preact: 'preact', solid: 'solidjs|solid.js|solid js',
  },
  static: { zola: '~zola', hugo: '~hugo', mkdocs: 'mkdocs', mdbook: 'mdbook' },
};

/** Frameworks whose build leaves files for browsers. */
export const browserFrameworks: ReadonlySet<string> = new Set(['react', 'vue', 'svelte', 'preact', 'solid', 'angular', 'gatsby', 'docusaurus', 'vitepress', 'eleventy', 'jekyll', 'zola', 'hugo', 'mkdocs', 'mdbook']);

/** What a need becomes where nothing that meets it is named, the usual choice first. `light` stacks queue their jobs in a store of keys. */
export const needDefaults = {
  database: 'postgres', documents: 'mongodb', cache: 'redis', queue: 'rabbitmq', lightQueue: 'redis', stream: 'kafka', storage: 'seaweedfs', search: 'meilisearch',
  vectors: 'qdrant', analytics: 'clickhouse', mail: 'mailpit', notebooks: 'jupyter', telemetry: 'mosquitto', proxy: 'nginx',
} as const;

/** Technologies that meet a need when they are named. */
export const meets: Readonly<Record<string, readonly string[]>> = {
  database: ['postgres', 'mysql', 'mariadb', 'mssql', 'mongodb', 'cassandra', 'neo4j'], documents: ['mongodb'], cache: ['redis', 'valkey', 'memcached'], queue: ['rabbitmq', 'kafka', 'nats', 'redis', 'valkey', 'mosquitto'],
  memory: ['redis', 'valkey'], stream: ['kafka', 'nats', 'rabbitmq'], storage: ['seaweedfs', 'rustfs', 'minio'], search: ['elasticsearch', 'opensearch', 'meilisearch', 'typesense'], vectors: ['qdrant', 'weaviate', 'chroma'], analytics: ['clickhouse'], mail: ['mailpit'],
  notebooks: ['jupyter'], telemetry: ['mosquitto'],
};

/** Libraries of jobs are at home in these stacks and keep them in memory. */
export const lightQueueStacks: ReadonlySet<string> = new Set(['python', 'node', 'ruby', 'php', 'deno']);
/** Databases that frameworks insist on. */
export const frameworkDatabases: Words = { wordpress: 'mysql', drupal: 'mysql' };
/** Patterns in the order in which they win where the text names several. */
export const patternIds = { simple: 'monolith', several: 'web', named: 'microservices', events: 'event-driven', data: 'data' } as const;
/** Words of a technology that name an extension of it, with the need that it meets. */
export const extensionWords: Words = { pgvector: 'vectors' };
/**
 * Technologies that the catalog has no entry for, by the need that they meet: nothing else is put in their place. Those under `embedded`
 * live in the app's own files.
 */
export const otherWords: Words = {
  embedded: 'sqlite|sqlite3|sqlite database|duckdb|leveldb|h2 database|base sqlite|deno kv',
  database: 'oracle database|oracle db|base oracle|oracle|~oracle|db2|cockroachdb|cockroach db|yugabytedb|yugabyte|firebird|sap hana|tidb|surrealdb|supabase database',
  documents: 'dynamodb|dynamo db|couchdb|couchbase|firestore|ravendb|cosmos db|cosmosdb|hbase|arangodb',
  queue: 'sqs|amazon sqs|aws sqs|pulsar|apache pulsar|activemq|active mq|azure service bus|google pub sub|google cloud pub sub|kinesis|zeromq|ibm mq',
  storage: 'azure blob|azure blob storage|google cloud storage|gcs|cloudflare r2|cloudinary|ceph',
  search: 'algolia|solr|apache solr|sphinx search|manticore',
  vectors: 'pinecone|milvus|faiss',
  analytics: 'snowflake|bigquery|redshift|trino|apache druid|apache pinot',
  mail: 'sendgrid|mailgun|postmark|amazon ses|aws ses|mailjet|brevo|resend',
};

/** Languages of frameworks that are written for another one than their stack's usual. */
export const frameworkLanguages: Words = {
  nestjs: 'typescript', angular: 'typescript', adonisjs: 'typescript', loopback: 'typescript', elysia: 'typescript', ktor: 'kotlin', http4k: 'kotlin', play: 'scala', http4s: 'scala', 'akka-http': 'scala', 'pekko-http': 'scala',
  giraffe: 'fsharp', saturn: 'fsharp', suave: 'fsharp',
};
