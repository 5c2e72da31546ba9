import assert from 'node:assert/strict';
import { ranked } from '../../../../lib/discovery/evidence.js';
import { actuator, appOf, boot, bootMain, bootParent, bootPlugin, discovered, pom, values, web } from './discovered.js';
import type { Files } from './discovered.js';

const usable = (version: string, files: Files = {}, dependencies: readonly string[] = []): string | undefined => ranked(appOf(boot(version, [web, actuator, ...dependencies], files)).health).find(({ confidence }) => confidence !== 'guess')?.value;
const properties = (text: string): Files => ({ 'src/main/resources/application.properties': text });

describe('health of Spring Boot', () => {
  it('has groups of probes from version 4 on, or where they are asked for', () => {
    assert.equal(usable('3.5.0'), '/actuator/health');
    assert.equal(usable('4.0.0'), '/actuator/health/readiness');
    assert.equal(usable('3.5.0', properties('management.endpoint.health.probes.enabled=true\n')), '/actuator/health/readiness');
    assert.equal(usable('4.0.0', properties('management.endpoint.health.probes.enabled=false\n')), '/actuator/health');
  });
  it('lies below the context and the base path', () => assert.equal(usable('3.5.0', properties('server.servlet.context-path=/shop\nmanagement.endpoints.web.base-path=/manage\n')), '/shop/manage/health'));
  it('is not asked on a port of its own, when it is hidden, or behind a login', () => {
    assert.equal(usable('3.5.0', properties('management.server.port=9001\n')), undefined);
    assert.equal(usable('3.5.0', properties('management.endpoints.web.exposure.include=info\n')), undefined);
    assert.equal(usable('3.5.0', {}, ['org.springframework.boot:spring-boot-starter-security']), undefined);
  });
});

describe('the port of Spring Boot', () => {
  const port = (files: Files): readonly number[] => values(ranked(appOf(boot('3.5.0', [web], files)).port));
  it('is that of the active profile before the plain one', () => {
    assert.deepEqual(port({ 'src/main/resources/application.yml': 'spring:\n  profiles:\n    active: dev\nserver:\n  port: 8081\n', 'src/main/resources/application-dev.yml': 'server:\n  port: 8082\n', 'src/main/resources/application-prod.yml': 'server:\n  port: 8083\n' }), [8082, 8081, 8083, 8080]);
  });
  it('is the default of a placeholder', () => assert.deepEqual(port(properties('server.port=${PORT:9090}\n')), [9090, 8080]));
  it('is what a configuration server of the repository hands out', () => {
    const { apps } = discovered({
      'config/pom.xml': pom({ name: 'config', parent: bootParent('3.5.0'), dependencies: ['org.springframework.cloud:spring-cloud-config-server'], more: bootPlugin }),
      'config/src/main/java/com/example/Application.java': bootMain,
      'config/src/main/resources/shared/orders.yml': 'server:\n  port: 7001\n',
      'orders/pom.xml': pom({ name: 'x', parent: bootParent('3.5.0'), dependencies: [web], more: bootPlugin }),
      'orders/src/main/java/com/example/Application.java': bootMain,
      'orders/src/main/resources/bootstrap.yml': 'spring:\n  application:\n    name: orders\n',
    });
    assert.deepEqual(apps.map(({ path, port: facts }) => [path, values(facts)[0]]), [['config', 8080], ['orders', 7001]]);
  });
});

describe('services of Spring Boot', () => {
  const jpa = 'org.springframework.boot:spring-boot-starter-data-jpa';
  const driver = 'org.postgresql:postgresql';
  it('are reached by the variables that stand above the settings', () => {
    const app = appOf(boot('3.5.0', [web, jpa, driver, 'org.springframework.boot:spring-boot-starter-data-redis'], properties('spring.datasource.url=${POSTGRES_URL:jdbc:postgresql://localhost/x}\nshop.currency=${CURRENCY:EUR}\n')));
    assert.deepEqual(app.variables.map(({ name }) => name), ['CURRENCY', 'SPRING_DATASOURCE_PASSWORD', 'SPRING_DATASOURCE_URL', 'SPRING_DATASOURCE_USERNAME', 'SPRING_DATA_REDIS_HOST', 'SPRING_DATA_REDIS_PASSWORD', 'SPRING_DATA_REDIS_PORT']);
  });
  it('have older names before version 3', () => {
    const names = appOf(boot('2.7.1', [web, 'org.springframework.boot:spring-boot-starter-data-redis'])).variables.map(({ name }) => name);
    assert.deepEqual(names, ['SPRING_REDIS_HOST', 'SPRING_REDIS_PASSWORD', 'SPRING_REDIS_PORT']);
  });
  it('are a choice where an embedded database lies beside the driver', () => {
    assert.deepEqual(appOf(boot('3.5.0', [web, jpa, driver, 'com.h2database:h2'])).uses, []);
    assert.deepEqual(appOf(boot('3.5.0', [web, jpa, driver, 'com.h2database:h2'], properties('spring.datasource.url=jdbc:postgresql://db/x\n'))).uses, ['postgres']);
    assert.deepEqual(appOf(boot('3.5.0', [web, jpa, driver], properties('spring.datasource.url=jdbc:mysql://db/x\n'))).uses, ['mysql']);
  });
});

describe('a program of Spring Boot without a server', () => {
  it('is a worker where it says so or only takes work', () => {
    assert.equal(appOf(boot('3.5.0', [web], properties('spring.main.web-application-type=none\n'))).role, 'worker');
    assert.equal(appOf(boot('3.5.0', ['org.springframework.boot:spring-boot-starter-amqp'], { 'src/main/java/com/example/Jobs.java': 'class Jobs {\n  @RabbitListener(queues = "x") void take() {}\n}\n' })).role, 'worker');
    assert.equal(appOf(boot('3.5.0', [web], { 'src/main/java/com/example/Jobs.java': 'class Jobs {\n  @Scheduled(fixedRate = 1) void run() {}\n}\n' })).role, 'web');
  });
});
