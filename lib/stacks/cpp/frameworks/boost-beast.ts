import type { Framework } from './framework.js';

export const boostBeast = {
  id: 'boost-beast',
  packages: ['boost-beast', 'beast', 'boost_beast'],
  refines: [],
  // boost.org, examples of Beast's HTTP servers
  defaultPort: 8080,
  includes: /#[ \t]*include[ \t]*[<"]boost\/beast(?:\.hpp|\/[\w/.]+)[>"]/u,
  makes: /\btcp::acceptor\b|\bbasic_socket_acceptor\b/u,
  listens: [/\bmake_address(?:_v4)?\(\s*"(?<host>[^"\n]*)"\s*\)(?:[^;"\n]{0,20},\s*(?<port>\d{2,5}))?/gu, /\btcp::v[46]\(\)\s*,\s*(?<port>\d{2,5})/gu],
  routes: [/\btarget\(\)\s*==\s*"(?<path>\/[^"\n]*)"/gu],
} as const satisfies Framework;
