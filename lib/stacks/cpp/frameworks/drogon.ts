import type { Framework } from './framework.js';

export const drogon = {
  id: 'drogon',
  packages: ['drogon'],
  refines: [],
  // what drogon_ctl writes into the settings of a new project (drogon_ctl/templates/config_json.csp)
  defaultPort: 5555,
  includes: /#[ \t]*include[ \t]*[<"]drogon\/[\w/.]+[>"]/u,
  makes: /\bapp\(\)\s*\.|\bHttpAppFramework::instance\(|\bdrogon::run\(/u,
  listens: [/\.addListener\(\s*"(?<host>[^"\n]*)"\s*,\s*(?<port>\d{2,5})/gu],
  // its wiki, "Configuration file": `upload_path`, made at each start with folders in it
  writes: ['uploads'],
  routes: [/\bADD_METHOD_TO\(\s*[\w:]+\s*,\s*"(?<path>\/[^"\n]*)"\s*,\s*(?:drogon::)?Get\b/gu, /\.registerHandler\(\s*"(?<path>\/[^"\n]*)"/gu, /\bPATH_ADD\(\s*"(?<path>\/[^"\n]*)"\s*(?:\)|,\s*(?:drogon::)?Get\b)/gu],
} as const satisfies Framework;
