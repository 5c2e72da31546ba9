import assert from 'node:assert/strict';
import { plainWorkspace } from '../../../../lib/discovery/app-findings.js';
import { jvm } from '../../../../lib/stacks/jvm/jvm.js';
import { appWith } from '../../../support/briefs.js';

type Input = Readonly<Record<string, unknown>>;
const app = (parts: Input = {}) => appWith({
  stack: 'jvm', version: '21', framework: 'spring-boot', packageManager: { name: 'maven' }, output: 'target/shop.jar', installFiles: ['pom.xml'],
  commands: { start: ['java', '-jar', 'app.jar'], development: ['mvn', 'spring-boot:run'], build: ['mvn', 'package'], test: ['mvn', 'test'] }, ...parts,
});
const dockerfile = (parts?: Input): string => jvm.files(app(parts), { folder: 'docker/app', assets: null }).find(({ path }) => path.endsWith('Dockerfile'))!.content;
const commands = (start: readonly string[], build: readonly string[] = ['mvn', 'package']) => ({ commands: { start, development: start, build } });

describe('the image of a program of the JVM', () => {
  it('takes Boot apart as its launcher needs it', () => {
    assert.match(dockerfile(), /-Djarmode=tools -jar \/opt\/app\.jar extract/u);
    assert.match(dockerfile(commands(['java', 'org.springframework.boot.loader.JarLauncher'])), /-Djarmode=layertools/u);
    assert.match(dockerfile(commands(['java', '-jar', '/app/app.jar'])), /cp target\/shop\.jar \/opt\/release\/app\.jar/u);
  });
  it('takes the only archive where its name is not known', () => assert.match(dockerfile({ output: 'build/libs', ...commands(['java', '-jar', '/app/app.jar']) }), /cp build\/libs\/\*\.jar \/opt\/release\/app\.jar/u));
  it('brings the settings that a command names', () => assert.match(dockerfile({ framework: 'dropwizard', ...commands(['java', '-jar', 'app.jar', 'server', 'config.yml']) }), /cp config\.yml \/opt\/release\/config\.yml/u));
  it('lets the driver of SQLite load what it unpacks, and nobody else', () => {
    const tmpfs = (data?: Input): readonly string[] => jvm.runtime(app(data === undefined ? {} : { data: [{ path: '/data', holds: 'database', ...data }] })).tmpfs;
    assert.deepEqual([tmpfs(), tmpfs({ engine: 'H2' }), tmpfs({})], [[], [], ['/tmp:exec,mode=1777,size=64m']]);
  });
  it('builds in the root of the reactor', () => {
    const text = dockerfile({ path: 'apps/api', workspace: plainWorkspace('.', ['apps/api', 'core']) });
    assert.match(text, /^COPY \. \.$/mu);
    assert.match(text, /cp apps\/api\/target\/shop\.jar/u);
    assert.deepEqual(jvm.buildContext(app({ path: 'apps/api', workspace: plainWorkspace('.', ['apps/api']) })), ['.']);
  });
  it('names the version of Java behind that of the tool', () => {
    assert.match(dockerfile(), /^FROM maven:[\d.]+-eclipse-temurin-21 AS tool$/mu);
    assert.match(dockerfile(), /^FROM eclipse-temurin:21-jre-noble AS production$/mu);
    // Gradle itself needs Java 17
    assert.match(dockerfile({ version: '8', packageManager: { name: 'gradle' }, output: 'build/libs' }), /^FROM gradle:[\d.]+-jdk17 AS tool$/mu);
  });
  it('runs a wrapper in an image with Java alone', () => assert.match(dockerfile({ installFiles: ['pom.xml', 'mvnw', '.mvn/'], ...commands(['java', '-jar', 'app.jar'], ['sh', 'mvnw', 'package']) }), /^FROM eclipse-temurin:21-jdk-noble AS tool$[^]*^COPY \["\.mvn\/", "\.\/\.mvn\/"\]$[^]*sh mvnw -B -ntp -fn dependency:go-offline/mu));
  it('shows credentials to the build only', () => {
    const text = dockerfile({ buildSecrets: ['NEXUS_PASSWORD'] });
    assert.equal(text.match(/--mount=type=secret,id=nexus_password/gu)?.length, 2);
    assert.doesNotMatch(text, /^(?:ARG|ENV) .*NEXUS/mu);
  });
  it('has neither a compiler nor a source', () => assert.doesNotMatch(dockerfile().slice(dockerfile().indexOf('AS production')), /jdk|maven|COPY \. /u));
});
