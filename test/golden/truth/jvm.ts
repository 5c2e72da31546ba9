import type { ImageTruth } from './truth.js';

const mvn = ['mvn', '-B', '-ntp'];
const gradle = ['gradle', '--no-daemon'];

const jvm = { path: '.', role: 'web' } as const;

export const jvmTruth: ImageTruth = {
  // giter8 akka/akka-http-quickstart-scala: no plugin that packs; nothing says a release of Java, so the newest long-term one
  'jvm-akka-http': [{
    ...jvm, language: 'scala', frameworks: ['akka-http'], packageManager: 'sbt', version: '25', port: 8080,
    start: ['java', '-cp', 'lib/*', 'com.example.QuickstartApp'], development: ['sbt', 'root/run'], build: ['sbt', 'clean', 'root/stageRelease'],
  }],
  'jvm-pekko-http': [{
    ...jvm, language: 'scala', frameworks: ['pekko-http'], packageManager: 'sbt', version: '25', port: 8085, health: '/health',
    start: ['java', '-cp', 'lib/*', 'com.example.QuickstartApp'], development: ['sbt', 'root/run'], build: ['sbt', 'clean', 'root/stage'],
  }],
  'jvm-http4s': [{
    ...jvm, language: 'scala', frameworks: ['http4s'], packageManager: 'sbt', version: '17', port: 8080, health: '/health',
    start: ['java', '-jar', 'app.jar'], development: ['sbt', 'root/run'], build: ['sbt', 'clean', 'root/assembly'],
  }],
  // dropwizard.io, getting started: `server config.yml`; administration has a port of its own
  'jvm-dropwizard': [{
    ...jvm, language: 'java', frameworks: ['dropwizard'], packageManager: 'maven', version: '21', port: 9080,
    start: ['java', '-jar', 'app.jar', 'server', 'config.yml'],
    development: [...mvn, 'compile', 'exec:java', '-Dexec.mainClass=com.example.helloworld.HelloWorldApplication', '-Dexec.args=server config.yml'],
    build: [...mvn, '-DskipTests', 'clean', 'package'],
  }],
  // its parent is not in the repository, and may say a release of Java and how libraries are laid out: neither is taken from it
  'jvm-helidon': [{
    ...jvm, language: 'java', frameworks: ['helidon'], packageManager: 'maven', version: '25', port: 8086,
    start: ['java', '-cp', 'lib/*', 'io.helidon.examples.quickstart.se.Main'], development: [...mvn, 'compile', 'exec:java', '-Dexec.mainClass=io.helidon.examples.quickstart.se.Main'],
    build: [...mvn, '-DskipTests', 'clean', 'package', 'dependency:copy-dependencies', '-DincludeScope=runtime'],
    environment: { SERVER_HOST: '0.0.0.0', SERVER_PORT: '8086' },
  }],
  'jvm-http4k': [{
    ...jvm, language: 'kotlin', frameworks: ['http4k'], packageManager: 'gradle', version: '21', port: 9000, health: '/ping',
    start: ['java', '-cp', 'lib/*', 'com.example.HelloWorldKt'], development: [...gradle, 'run'], build: [...gradle, 'clean', 'installDist'],
  }],
  'jvm-spark': [{
    ...jvm, language: 'java', frameworks: ['spark'], packageManager: 'maven', version: '8', port: 4567, health: '/healthz',
    start: ['java', '-cp', 'lib/*', 'HelloWorld'], development: [...mvn, 'compile', 'exec:java', '-Dexec.mainClass=HelloWorld'],
    build: [...mvn, '-DskipTests', 'clean', 'package', 'dependency:copy-dependencies', '-DincludeScope=runtime'],
  }],
  // start.vertx.io: the launcher is the main class, the pom tells exec:java (before any option) and the archive -fat.jar which verticle it starts
  'jvm-vertx': [{
    ...jvm, language: 'java', frameworks: ['vertx'], packageManager: 'maven', version: '17', port: 8888,
    start: ['java', '-jar', 'app.jar'], development: [...mvn, 'compile', 'exec:java', '-Dexec.mainClass=io.vertx.launcher.application.VertxApplication'], build: [...mvn, '-DskipTests', 'clean', 'package'],
  }],
  'jvm-spring-boot': [{
    path: '.', role: 'web', language: 'java', frameworks: ['spring-boot'], packageManager: 'maven', version: '21', port: 8081,
    // Boot 4 has the groups of probes without being asked
    health: '/orders/actuator/health/readiness',
    start: ['java', '-jar', 'app.jar'], development: [...mvn, 'spring-boot:run'], build: [...mvn, '-DskipTests', 'clean', 'package'],
    environment: {
      SERVER_PORT: '8081', SPRING_DATASOURCE_URL: 'jdbc:postgresql://db:5432/repo', SPRING_DATASOURCE_USERNAME: 'repo',
      SPRING_DATASOURCE_PASSWORD_FILE: '/run/secrets/postgres_password', SPRING_DATA_REDIS_HOST: 'redis', SPRING_DATA_REDIS_PASSWORD_FILE: '/run/secrets/redis_password',
    },
    uses: ['postgres', 'redis'],
  }],
  'jvm-spring-boot-kotlin': [{
    path: '.', role: 'web', language: 'kotlin', frameworks: ['spring-boot'], packageManager: 'gradle', version: '25', port: 9090, health: '/actuator/health',
    start: ['java', '-jar', 'app.jar'], development: [...gradle, 'bootRun'], build: [...gradle, 'clean', 'bootJar'], environment: { SERVER_PORT: '9090' },
  }],
  // the address and the place of the database are settings, and variables go before them (docs.spring.io, "Externalized Configuration")
  'jvm-h2': [{
    path: '.', role: 'web', language: 'kotlin', frameworks: ['spring-boot'], packageManager: 'gradle', version: '21', port: 8090, health: '/health',
    start: ['java', '-jar', 'app.jar'], development: [...gradle, 'bootRun'], build: [...gradle, 'clean', 'bootJar'],
    environment: { SERVER_ADDRESS: '0.0.0.0', SERVER_PORT: '8090', SPRING_DATASOURCE_URL: 'jdbc:h2:file:/data/orchard;DB_CLOSE_ON_EXIT=FALSE' },
    data: { '/data': 'app_data' },
  }],
  'jvm-multi-module-maven': [
    {
      path: 'config-server', role: 'web', language: 'java', frameworks: ['spring-boot'], packageManager: 'maven', version: '17', port: 8888,
      start: ['java', 'org.springframework.boot.loader.JarLauncher'],
      development: ['sh', '-c', 'mvn -B -ntp -q -pl config-server -am -DskipTests install && exec mvn -B -ntp -pl config-server spring-boot:run'],
      build: [...mvn, '-pl', 'config-server', '-am', '-DskipTests', 'clean', 'package'],
    },
    {
      path: 'catalog', role: 'web', language: 'java', frameworks: ['spring-boot'], packageManager: 'maven', version: '17', port: 7001, health: '/actuator/health',
      start: ['java', 'org.springframework.boot.loader.JarLauncher'],
      development: ['sh', '-c', 'mvn -B -ntp -q -pl catalog -am -DskipTests install && exec mvn -B -ntp -pl catalog spring-boot:run'],
      build: [...mvn, '-pl', 'catalog', '-am', '-DskipTests', 'clean', 'package'],
      environment: { SPRING_DATASOURCE_URL: 'jdbc:postgresql://db:5432/repo' }, uses: ['postgres'],
    },
    {
      path: 'mailer', role: 'worker', language: 'java', frameworks: ['spring-boot'], packageManager: 'maven', version: '17',
      start: ['java', 'org.springframework.boot.loader.JarLauncher'],
      development: ['sh', '-c', 'mvn -B -ntp -q -pl mailer -am -DskipTests install && exec mvn -B -ntp -pl mailer spring-boot:run'],
      build: [...mvn, '-pl', 'mailer', '-am', '-DskipTests', 'clean', 'package'],
      uses: ['postgres'],
    },
  ],
  'jvm-multi-module-gradle': [
    {
      path: 'apps/api', role: 'web', language: 'java', frameworks: ['spring-boot'], packageManager: 'gradle', version: '17', port: 8080, health: '/internal/healthz',
      start: ['java', '-jar', 'app.jar'], development: [...gradle, '-p', 'apps/api', 'bootRun'], build: [...gradle, '-p', 'apps/api', 'clean', 'bootJar'], uses: ['redis'],
    },
    {
      path: 'apps/importer', role: 'worker', language: 'java', frameworks: [], packageManager: 'gradle', version: '17',
      start: ['java', '-cp', 'lib/*', 'com.example.warehouse.importer.Importer'], development: [...gradle, '-p', 'apps/importer', 'run'], build: [...gradle, '-p', 'apps/importer', 'clean', 'installDist'],
      uses: ['kafka', 'redis'],
    },
  ],
  'jvm-quarkus': [{
    path: '.', role: 'web', language: 'java', frameworks: ['quarkus'], packageManager: 'maven', version: '21', port: 8084, health: '/library/q/health/ready',
    start: ['java', '-jar', 'quarkus-run.jar'], development: [...mvn, 'quarkus:dev'], build: [...mvn, '-DskipTests', 'clean', 'package'],
    environment: { QUARKUS_HTTP_HOST: '0.0.0.0', QUARKUS_HTTP_PORT: '8084', QUARKUS_DATASOURCE_JDBC_URL: 'jdbc:postgresql://db:5432/repo', QUARKUS_DATASOURCE_USERNAME: 'repo' },
    uses: ['postgres'],
  }],
  'jvm-micronaut': [{
    path: '.', role: 'web', language: 'java', frameworks: ['micronaut'], packageManager: 'gradle', version: '21', port: 8070, health: '/health',
    start: ['java', '-cp', 'lib/*', 'com.example.tickets.Application'], development: [...gradle, 'run'], build: [...gradle, 'clean', 'installDist'],
    environment: { MICRONAUT_SERVER_PORT: '8070', MICRONAUT_SERVER_HOST: '0.0.0.0' },
  }],
  'jvm-ktor': [{
    path: '.', role: 'web', language: 'kotlin', frameworks: ['ktor'], packageManager: 'gradle', version: '21', port: 8090, health: '/healthz',
    start: ['java', '-cp', 'lib/*', 'io.ktor.server.netty.EngineMain'], development: [...gradle, 'run'], build: [...gradle, 'clean', 'installDist'],
    environment: { REDIS_URL_FROM_SECRET: 'redis://:{redis_password}@redis:6379' }, uses: ['redis'],
  }],
  'jvm-javalin': [{
    path: '.', role: 'web', language: 'java', frameworks: ['javalin'], packageManager: 'maven', version: '17', port: 7070, health: '/health',
    start: ['java', '-cp', 'lib/*', 'com.example.links.Main'], development: [...mvn, 'compile', 'exec:java', '-Dexec.mainClass=com.example.links.Main'],
    build: [...mvn, '-DskipTests', 'clean', 'package', 'dependency:copy-dependencies', '-DincludeScope=runtime'],
    environment: { JDBC_DATABASE_URL: 'jdbc:postgresql://db:5432/repo', JDBC_DATABASE_USERNAME: 'repo', JDBC_DATABASE_PASSWORD_FILE: '/run/secrets/postgres_password' },
    uses: ['postgres'],
  }],
  'jvm-plain': [{
    path: '.', role: 'web', language: 'java', frameworks: [], packageManager: 'maven', version: '21', port: 8095, health: '/healthz',
    start: ['java', '-jar', 'app.jar'], development: ['sh', 'mvnw', '-B', '-ntp', 'compile', 'exec:java', '-Dexec.mainClass=com.example.greeter.Greeter'],
    build: ['sh', 'mvnw', '-B', '-ntp', '-DskipTests', 'clean', 'package'],
  }],
  'jvm-play': [{
    path: '.', role: 'web', language: 'scala', frameworks: ['play'], packageManager: 'sbt', version: '21', port: 9000, health: '/health',
    start: ['java', '-Dpidfile.path=/dev/null', '-cp', 'lib/*', 'play.core.server.ProdServerStart'], development: ['sh', '-c', '[ -p /tmp/sbt.in ] || mkfifo /tmp/sbt.in; exec sbt root/run <>/tmp/sbt.in'], build: ['sbt', 'clean', 'root/stage'],
    environment: { JDBC_DATABASE_URL: 'jdbc:postgresql://db:5432/repo', APPLICATION_SECRET_FILE: '/run/secrets/application_secret' }, uses: ['postgres'],
  }],
};
