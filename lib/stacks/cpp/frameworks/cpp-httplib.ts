import type { Framework } from './framework.js';

export const cppHttplib = {
  id: 'cpp-httplib',
  packages: ['httplib', 'cpp-httplib'],
  refines: [],
  // github.com/yhirose/cpp-httplib, README: `svr.listen("0.0.0.0", 8080)`
  defaultPort: 8080,
  includes: /#[ \t]*include[ \t]*[<"](?:[\w./-]+\/)?httplib\.h[>"]/u,
  makes: /\bhttplib::(?:SSL)?Server\b|\b(?:SSL)?Server\s+\w+\s*[;({]/u,
  listens: [/\.(?:listen|bind_to_port)\(\s*"(?<host>[^"\n]*)"\s*,\s*(?<port>\d{2,5})/gu, /\.(?:listen|bind_to_port)\(\s*"(?<host>[^"\n]*)"/gu],
  routes: [/\.Get\(\s*R?"\(?(?<path>\/[^"\n()]*)\)?"/gu],
} as const satisfies Framework;
