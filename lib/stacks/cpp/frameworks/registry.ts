import { boostBeast } from './boost-beast.js';
import { cppHttplib } from './cpp-httplib.js';
import { crow } from './crow.js';
import { drogon } from './drogon.js';
import type { Framework } from './framework.js';
import { grpc } from './grpc.js';
import { oatpp } from './oatpp.js';
import { pistache } from './pistache.js';
import { poco } from './poco.js';
import { restinio } from './restinio.js';

/** Every server library, those that are built on others first. */
export const frameworks = [crow, drogon, pistache, cppHttplib, oatpp, restinio, poco, boostBeast, grpc] as const satisfies readonly Framework[];

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((each) => each.id === id);
}
