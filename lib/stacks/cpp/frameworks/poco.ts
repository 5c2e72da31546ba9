import type { Framework } from './framework.js';

export const poco = {
  id: 'poco',
  packages: ['poco', 'poco[net]'],
  refines: [],
  // docs.pocoproject.org: sample HTTPTimeServer; a `ServerSocket` of a port alone is of every interface
  defaultPort: 9980,
  includes: /#[ \t]*include[ \t]*[<"]Poco\/Net\/HTTPServer\.h[>"]/u,
  makes: /\bHTTPServer\b/u,
  listens: [/\bServerSocket\s*(?:\w+\s*)?[({]\s*(?<port>\d{2,5})/gu, /\bSocketAddress\s*(?:\w+\s*)?[({]\s*"(?<host>[^"\n:]*)"\s*,\s*(?<port>\d{2,5})/gu, /\bgetInt\(\s*"[\w.]*port"\s*,\s*(?<port>\d{2,5})/gu],
  bindsAlone: 'all',
  routes: [/\bgetURI\(\)\s*==\s*"(?<path>\/[^"\n]*)"/gu],
} as const satisfies Framework;
