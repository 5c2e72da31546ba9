import type { Framework } from './framework.js';

export const pistache = {
  id: 'pistache',
  packages: ['pistache', 'libpistache'],
  refines: [],
  // its README and guides (pistacheio.github.io/pistache, "Getting started")
  defaultPort: 9080,
  includes: /#[ \t]*include[ \t]*[<"]pistache\/[\w/.]+[>"]/u,
  makes: /\bHttp::(?:Endpoint|listenAndServe)\b/u,
  listens: [
    // `*` is every interface
    /\b(?:listenAndServe\s*(?:<[^<>()]*>)?|Address\s*(?:\w+\s*)?)[({]\s*"(?<host>[^":\n]*):(?<port>\d{2,5})"/gu,
    /\bAddress\s*(?:\w+\s*)?[({]\s*(?:Ipv4::any\(\)|"(?<host>[^"\n]*)")\s*,\s*(?:(?:Pistache::)?Port[({]\s*)?(?<port>\d{2,5})/gu,
    /\bPort\s*(?:\w+\s*)?[({]\s*(?<port>\d{2,5})/gu,
    /\b(?<host>Ipv4::(?:any|loopback))\(\)/gu,
  ],
  routes: [/\bRoutes::Get\(\s*[\w.*>-]+\s*,\s*"(?<path>\/[^"\n]*)"/gu],
} as const satisfies Framework;
