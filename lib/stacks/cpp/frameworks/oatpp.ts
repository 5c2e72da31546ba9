import type { Framework } from './framework.js';

export const oatpp = {
  id: 'oatpp',
  packages: ['oatpp'],
  refines: [],
  // oatpp.io, "Get started", and its examples
  defaultPort: 8000,
  includes: /#[ \t]*include[ \t]*[<"]oatpp(?:-\w+)?\/[\w/.-]+[>"]/u,
  makes: /\boatpp::network::Server\b|\bHttpConnectionHandler\b|\bnetwork::tcp::server::ConnectionProvider\b/u,
  listens: [/\{\s*"(?<host>[\w.:-]+)"\s*,\s*(?<port>\d{2,5})\s*(?:,\s*[\w:]+\s*)?\}/gu],
  routes: [/\bENDPOINT\(\s*"GET"\s*,\s*"(?<path>\/[^"\n]*)"/gu],
} as const satisfies Framework;
