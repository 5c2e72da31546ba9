import { akkaHttp } from './akka-http.js';
import { dropwizard } from './dropwizard.js';
import type { Framework } from './framework.js';
import { helidon } from './helidon.js';
import { http4k } from './http4k.js';
import { http4s } from './http4s.js';
import { javalin } from './javalin.js';
import { ktor } from './ktor.js';
import { micronaut } from './micronaut.js';
import { pekkoHttp } from './pekko-http.js';
import { play } from './play.js';
import { quarkus } from './quarkus.js';
import { spark } from './spark.js';
import { springBoot } from './spring-boot.js';
import { vertx } from './vertx.js';

/** Every framework, in the order in which they are looked for. */
export const frameworks = [
  springBoot, quarkus, micronaut, helidon, dropwizard, javalin, spark, vertx, ktor, http4k, play, akkaHttp, pekkoHttp, http4s,
] as const satisfies readonly Framework[];
