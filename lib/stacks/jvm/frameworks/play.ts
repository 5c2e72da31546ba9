import type { Framework } from './framework.js';

export const play = {
  id: 'play',
  packages: ['org.playframework:play'],
  family: /^(?:com\.typesafe\.play|org\.playframework):play(?:-server)?$/u,
  refines: ['akka-http', 'pekko-http'],
  plugins: ['PlayScala', 'PlayJava', 'PlayService', 'PlayMinimalJava'],
  defaultPort: 9000,
  portKeys: ['http.port', 'play.server.http.port'],
  hostKeys: ['http.address', 'play.server.http.address'],
  environment: () => ({}),
  run: { sbt: ['run'] },
  reloads: true,
} as const satisfies Framework;
