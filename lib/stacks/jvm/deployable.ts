import { best } from '../../discovery/evidence.js';
import { hasPlugin } from './module.js';
import { isBootMain } from './app.js';
import type { JvmApp } from './app.js';

/** What a program without a framework does when it is more than a tool that ends. */
const serves = /\bHttpServer\.create\s*\(|\bnew\s+(?:Undertow|Server|ServerSocket)\b|\bServerBuilder\.forPort|\bNettyServerBuilder\b|\bembeddedServer\s*\(|\.listen\s*\(|\bKafkaConsumer\b|\bKafkaStreams\b|\bbasicConsume\s*\(|\bScheduledExecutorService\b|\bnewScheduledThreadPool\b/u;
/** Plugins that make an archive which starts by itself; a build that names a main class means one too. */
const packers = ['maven-shade-plugin', 'maven-assembly-plugin', 'exec-maven-plugin', 'jib-maven-plugin', 'application', 'com.github.johnrengelman.shadow', 'com.gradleup.shadow', 'com.google.cloud.tools.jib', 'JavaAppPackaging', 'JavaServerAppPackaging', 'sbt-assembly'];

/**
 * Whether a module is a program that is deployed. A parent that only lists modules, and a module whose classes others use, start
 * nothing: neither has a main class that its framework, or a plugin that packs programs, knows of.
 */
export function isDeployable(app: JvmApp): boolean {
  const { module, main, settings, sources } = app;
  if (module.packaging === 'pom') return false;
  const own = (...ids: readonly string[]): boolean => module.plugins.some((plugin) => plugin.own && ids.includes(plugin.id));
  switch (best(app.framework)) {
    case 'spring-boot':
      return (main !== undefined && isBootMain(main)) || (own('spring-boot-maven-plugin', 'org.springframework.boot') && (main ?? module.mainClass) !== undefined);
    case 'quarkus':
      return own('quarkus-maven-plugin', 'io.quarkus') || (hasPlugin(module, 'quarkus-maven-plugin', 'io.quarkus') && settings.length > 0);
    case 'play':
      return own('PlayScala', 'PlayJava', 'PlayService', 'PlayMinimalJava');
    case undefined:
      return main !== undefined && (module.mainClass !== undefined || hasPlugin(module, ...packers)) && sources.some(({ code }) => serves.test(code));
    default:
      return (main ?? module.mainClass) !== undefined;
  }
}

const webArtifact = /web|jersey|gateway|eureka-server|config-server|graphql|rest|thymeleaf|freemarker|mustache|hateoas|rsocket|vaadin|zuul|dashboard|turbine|undertow|tomcat|jetty|netty|swagger|springdoc|admin|hystrix|grpc|netflix|sba|knife4j/u;
const takesWork = /@(?:KafkaListener|RabbitListener|JmsListener|SqsListener|Scheduled|StreamListener|EnableBatchProcessing|EnableScheduling)\b|\bCommandLineRunner\b|\bApplicationRunner\b|\bKafkaConsumer\b|\bKafkaStreams\b|\bbasicConsume\s*\(/u;

/** Whether it listens on nothing: it says so, or it takes work and has nothing that could serve. */
export function isWorker({ settings, sources, dependencies, framework }: JvmApp): boolean {
  if (settings.some(({ key, value }) => key === 'spring.main.webapplicationtype' && value.toLowerCase() === 'none')) return true;
  if (sources.some(({ code }) => /\bWebApplicationType\.NONE\b|\.web\(\s*false\s*\)/u.test(code))) return true;
  const known = best(framework);
  if (known !== undefined && known !== 'spring-boot') return false;
  const serving = known === undefined ? sources.some(({ code }) => /HttpServer|ServerSocket|\.listen\s*\(|Undertow|embeddedServer|ServerBuilder|new\s+Server\b/u.test(code)) : dependencies.some(({ name }) => webArtifact.test(name.slice(name.indexOf(':') + 1)));
  return !serving && sources.some(({ code }) => takesWork.test(code));
}
