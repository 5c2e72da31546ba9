import type { Framework } from './framework.js';

export const crow = {
  id: 'crow',
  packages: ['crow', 'crowcpp'],
  refines: [],
  // what its guides and examples call (crowcpp.org, "Your first application"): without the call it is 80
  defaultPort: 18_080,
  includes: /#[ \t]*include[ \t]*[<"](?:crow\.h|crow_all\.h|crow\/[\w/.]+)[>"]/u,
  makes: /\bcrow::(?:SimpleApp|App|Crow)\b/u,
  listens: [/\.port\(\s*(?<port>\d{2,5})\s*\)/gu, /\.bindaddr\(\s*"(?<host>[^"\n]*)"/gu],
  silent: { call: /\.port\s*\(/u, port: 80 },
  // crowcpp.org, reference of `crow::Crow::bindaddr`
  bindsAlone: 'all',
  // crowcpp.org, "Templating" and "Static Files"
  folders: ['templates', 'static'],
  routes: [/\bCROW_ROUTE\(\s*\w+\s*,\s*"(?<path>\/[^"\n]*)"\s*\)(?!\s*\.methods)/gu],
} as const satisfies Framework;
