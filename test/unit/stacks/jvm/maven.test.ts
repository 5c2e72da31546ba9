import assert from 'node:assert/strict';
import { plainWorkspace } from '../../../../lib/discovery/app-findings.js';
import { actuator, appOf, boot, bootMain, bootParent, bootPlugin, discovered, pom, values, web } from './discovered.js';

describe('Maven', () => {
  it('gives a program of Spring Boot its facts', () => {
    const app = appOf(boot('3.4.1', [web, 'org.postgresql:postgresql:runtime', 'redis.clients:jedis:test']));
    assert.deepEqual([app.name, app.path, app.role, values(app.language), values(app.framework), values(app.version), values(app.port)], ['shop', '.', 'web', ['java'], ['spring-boot'], ['21'], [8080]]);
    assert.deepEqual(values(app.packageManager), [{ name: 'maven' }]);
    assert.deepEqual(app.uses, ['postgres']);
    assert.equal(app.output, 'target/shop-1.0.jar');
  });

  it('takes what is managed for no dependency', () => {
    const managed = '<dependencyManagement><dependencies><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId></dependency></dependencies></dependencyManagement>';
    assert.deepEqual(appOf(boot('3.4.1', [web], {}, { more: `${managed}${bootPlugin}` })).uses, []);
  });

  it('takes profiles into account where they are active by default', () => {
    const profile = (active: boolean): string => `<profiles><profile><id>x</id>${active ? '<activation><activeByDefault>true</activeByDefault></activation>' : ''}<dependencies><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId></dependency></dependencies></profile></profiles>`;
    assert.deepEqual([true, false].map((active) => appOf(boot('3.4.1', [web], {}, { more: `${bootPlugin}${profile(active)}` })).uses), [['postgres'], []]);
  });

  it('tells programs from libraries and parents, and starts the build in the reactor', () => {
    const child = (name: string, dependencies: readonly string[], more = ''): string => pom({ name, parent: '<parent><groupId>com.example</groupId><artifactId>root</artifactId><version>1.0</version></parent>', dependencies, more });
    const { apps } = discovered({
      'pom.xml': pom({ name: 'root', parent: bootParent('3.4.1'), properties: '<java.version>1.8</java.version>', more: '<packaging>pom</packaging><modules><module>api</module><module>lib</module></modules>' }),
      'api/pom.xml': child('api', [web, 'com.example:lib'], bootPlugin),
      'api/src/main/java/com/example/Application.java': bootMain,
      'lib/pom.xml': child('lib', ['org.postgresql:postgresql']),
      'lib/src/main/java/com/example/Tool.java': 'package com.example;\nclass Tool {\n  public static void main(String[] args) {}\n}\n',
    });
    assert.deepEqual(apps.map(({ path, workspace, uses, version }) => [path, workspace, uses, values(version)]), [['api', plainWorkspace('.', ['api', 'lib']), ['postgres'], ['1.8']]]);
    assert.deepEqual(apps[0]!.commands.build[0]?.value, ['mvn', '-B', '-ntp', '-pl', 'api', '-am', '-DskipTests', 'clean', 'package']);
    assert.deepEqual(apps[0]!.installFiles, ['api/pom.xml', 'lib/pom.xml', 'pom.xml']);
  });

  it('unpacks Boot as its version can', () => {
    const starts = ['2.3.0', '2.7.18', '3.2.4', '3.3.0', '4.0.0'].map((version) => appOf(boot(version, [web])).commands.start[0]?.value.slice(1).join(' '));
    assert.deepEqual(starts, ['-jar /app/app.jar', 'org.springframework.boot.loader.JarLauncher', '-jar /app/app.jar', '-jar app.jar', '-jar app.jar']);
  });

  it('runs the wrapper with sh, because its executable bit may be lost', () => {
    const app = appOf(boot('3.4.1', [web], { mvnw: '#!/bin/sh\n', '.mvn/wrapper/maven-wrapper.properties': 'distributionUrl=https://example.com/apache-maven-3.9.9-bin.zip\n' }));
    assert.deepEqual(app.commands.dev[0]?.value, ['sh', 'mvnw', '-B', '-ntp', 'spring-boot:run']);
    assert.deepEqual(values(app.packageManager), [{ name: 'maven', version: '3.9.9' }]);
  });

  it('reads credentials of private repositories', () => assert.deepEqual(appOf(boot('3.4.1', [web], { '.mvn/settings.xml': '<settings><servers><server><password>${env.NEXUS_PASSWORD}</password></server></servers></settings>' })).buildSecrets, ['NEXUS_PASSWORD']));

  it('survives parents, modules and properties in a circle', () => {
    const parent = (name: string): string => `<parent><groupId>com.example</groupId><artifactId>${name}</artifactId><version>1.0</version><relativePath>../${name}/pom.xml</relativePath></parent>`;
    const modules = (name: string): string => `<modules><module>../${name}</module></modules>`;
    const { problems } = discovered({
      'a/pom.xml': pom({ name: 'a', parent: parent('b'), properties: '<x>${y}</x><y>${x}</y><java.version>${x}</java.version>', dependencies: ['com.example:b', web], more: modules('b') }),
      'b/pom.xml': pom({ name: 'b', parent: parent('a'), dependencies: ['com.example:a'], more: modules('a') }),
      'a/src/main/java/com/example/Application.java': bootMain,
    });
    assert.deepEqual(problems, []);
  });

  it('names what is malformed, empty or hostile', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(100)}"><!ENTITY c "&a;&a;&a;&a;">]>\n<project><artifactId>&c;&c;</artifactId></project>`;
    for (const [text, isProblem] of [['<project><artifactId>', true], ['', false], ['[]', true], [bomb, false], ['<project/>', false], ['<other>x</other>', false]] as const) {
      const { apps, problems } = discovered({ 'pom.xml': text });
      assert.deepEqual(apps, []);
      if (isProblem) assert.match(problems[0]?.message ?? '', /^pom\.xml:\d+:\d+: /u);
    }
  });

  it('reads ten thousand dependencies in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `com.example.a:b${index}`);
    const start = performance.now();
    appOf(boot('3.4.1', [web, ...many]));
    assert.ok(performance.now() - start < 5000);
  });

  it('says that an archive for a servlet container gets no image', () => {
    const { apps, problems } = discovered({ 'pom.xml': pom({ more: '<packaging>war</packaging>' }) });
    assert.deepEqual([apps, problems.map(({ code }) => code)], [[], ['war-needs-container']]);
  });

  it('shows both tools where two build the same program', () => {
    const app = appOf(boot('3.4.1', [web, actuator], { 'build.gradle': "plugins {\n  id 'org.springframework.boot' version '3.4.1'\n}\n" }));
    assert.deepEqual(values(app.packageManager).map(({ name }) => name), ['maven', 'gradle']);
  });
});
