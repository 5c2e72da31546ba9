import assert from 'node:assert/strict';
import { plainWorkspace } from '../../../../lib/discovery/app-findings.js';
import { appOf, bootMain, discovered, values } from './discovered.js';
import type { Files } from './discovered.js';

const main: Files = { 'src/main/java/com/example/Application.java': bootMain };
const build = (text: string, files: Files = {}) => appOf({ 'build.gradle': text, ...main, ...files });
const plugin = "plugins {\n  id 'java'\n  id 'org.springframework.boot' version '3.5.0'\n}\n";

describe('Gradle', () => {
  it('shows the version in each of its forms', () => {
    const forms: readonly (readonly [string, string])[] = [
      ['java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }', '21'], ['java { toolchain { languageVersion.set(JavaLanguageVersion.of(17)) } }', '17'], ['sourceCompatibility = 1.8', '1.8'],
      ["sourceCompatibility = '11'", '11'], ['java { sourceCompatibility = JavaVersion.VERSION_17 }', '17'], ['sourceCompatibility = JavaVersion.VERSION_1_8', '8'], ['java { sourceCompatibility = JavaVersion.toVersion("21") }', '21'],
      ['kotlin { jvmToolchain(21) }', '21'], ['def level = 17\njava { toolchain { languageVersion = JavaLanguageVersion.of(level) } }', '17'], ['tasks.withType(JavaCompile) { options.release = 17 }', '17'],
    ];
    for (const [text, version] of forms) assert.deepEqual(values(build(`${plugin}${text}\n`).version), [version], text);
  });

  it('shows dependencies in each of its forms, and no comment and no test', () => {
    const catalog = '[libraries]\npg = "org.postgresql:postgresql:42.7.8"\nlettuce-core = { module = "io.lettuce:lettuce-core" }\n[bundles]\ndata = ["lettuce-core"]\n';
    const forms: readonly (readonly [string, readonly string[]])[] = [
      ["runtimeOnly 'org.postgresql:postgresql'", ['postgres']], ['implementation("org.postgresql:postgresql:42.7.8")', ['postgres']], ["implementation group: 'org.postgresql', name: 'postgresql', version: '42'", ['postgres']],
      ['implementation(libs.pg)', ['postgres']], ['implementation(libs.bundles.data)', ['redis']], ["// implementation 'org.postgresql:postgresql'", []], ["testImplementation 'org.postgresql:postgresql'", []], ["compileOnly 'org.postgresql:postgresql'", []],
    ];
    for (const [line, uses] of forms) assert.deepEqual(build(`${plugin}dependencies {\n  ${line}\n}\n`, { 'gradle/libs.versions.toml': catalog }).uses, uses, line);
  });

  it('reads modules from the settings, and conventions from buildSrc', () => {
    const { apps } = discovered({
      'settings.gradle.kts': 'rootProject.name = "shop"\ninclude(":api", ":core")\nproject(":core").projectDir = file("libs/core")\n',
      'buildSrc/src/main/kotlin/shop.service.gradle.kts': 'plugins {\n  id("org.springframework.boot")\n}\nkotlin { jvmToolchain(21) }\n',
      'api/build.gradle.kts': 'plugins {\n  id("shop.service")\n}\ndependencies {\n  implementation(projects.core)\n}\n',
      'api/src/main/java/com/example/Application.java': bootMain,
      'libs/core/build.gradle.kts': 'dependencies {\n  api("redis.clients:jedis:5.0.0")\n}\n',
    });
    assert.deepEqual(apps.map(({ path, uses, version, workspace }) => [path, uses, values(version), workspace]), [['api', ['redis'], ['21'], plainWorkspace('.', ['api', 'libs/core'])]]);
  });

  it('does not apply what it only names for others', () => assert.deepEqual(discovered({ 'build.gradle': "plugins {\n  id 'org.springframework.boot' version '3.5.0' apply false\n}\n" }).apps, []));

  it('names a catalog that cannot be read, and survives scripts that are none', () => {
    assert.match(discovered({ 'settings.gradle': '', 'build.gradle': '', 'gradle/libs.versions.toml': '[libraries\n' }).problems[0]?.message ?? '', /^gradle\/libs\.versions\.toml:1:/u);
    for (const text of ['', '{{{{{{', '}}}}', 'plugins {', '/* never closed', 'include(', '"', 'subprojects {\n'.repeat(5000), `dependencies { ${"implementation 'a:b:1'\n".repeat(20_000)} }`]) assert.ok(Array.isArray(discovered({ 'build.gradle': text, 'settings.gradle': text }).apps));
  });
});

describe('sbt', () => {
  it('tells the projects of a build apart', () => {
    const { apps } = discovered({
      'build.sbt': 'lazy val core = (project in file("core"))\n  .settings(libraryDependencies += "org.postgresql" % "postgresql" % "42.7.8")\n\nlazy val api = (project in file("api"))\n  .enablePlugins(JavaAppPackaging)\n  .dependsOn(core)\n  .settings(libraryDependencies += "org.http4s" %% "http4s-ember-server" % "0.23.30")\n',
      'project/plugins.sbt': 'addSbtPlugin("com.github.sbt" % "sbt-native-packager" % "1.11.1")\n',
      'project/build.properties': 'sbt.version = 1.11.7\n',
      'api/src/main/scala/com/example/Main.scala': 'package com.example\n\nobject Main extends IOApp.Simple {\n  val run = EmberServerBuilder.default[IO].withPort(port"8082").build.useForever\n}\n',
    });
    assert.deepEqual(apps.map(({ path, framework, language, port, uses, packageManager, commands }) => [path, values(framework), values(language), values(port)[0], uses, values(packageManager), commands.build[0]?.value]), [
      ['api', ['http4s'], ['scala'], 8082, ['postgres'], [{ name: 'sbt', version: '1.11.7' }], ['sbt', 'clean', 'api/stage']],
    ]);
  });
});
