import { boostBeast } from './boost-beast.js';
import { cppHttplib } from './cpp-httplib.js';
import { crow } from './crow.js';
import { drogon } from './drogon.js';
import type { Framework } from './framework.js';
import { oatpp } from './oatpp.js';
import { pistache } from './pistache.js';

/** Every server framework. */
export const frameworks = [
  drogon, crow, pistache, oatpp, cppHttplib, boostBeast,
] as const satisfies readonly Framework[];
