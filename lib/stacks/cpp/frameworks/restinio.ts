import type { Framework } from './framework.js';

export const restinio = {
  id: 'restinio',
  packages: ['restinio'],
  refines: [],
  // stiffstream.com/en/docs/restinio, "Server settings": the port and, without an address, every interface
  defaultPort: 8080,
  includes: /#[ \t]*include[ \t]*[<"]restinio\/[\w/.]+[>"]/u,
  makes: /\brestinio::(?:run|on_this_thread|on_thread_pool|http_server_t|run_async)\b/u,
  listens: [/\.port\(\s*(?<port>\d{2,5})\s*\)/gu, /\.address\(\s*"(?<host>[^"\n]*)"/gu],
  bindsAlone: 'all',
  routes: [/->http_get\(\s*R?"\(?(?<path>\/[^"\n()]*)\)?"/gu],
} as const satisfies Framework;
