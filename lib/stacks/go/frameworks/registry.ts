import { beego } from './beego.js';
import { buffalo } from './buffalo.js';
import { chi } from './chi.js';
import { connect } from './connect.js';
import { echo } from './echo.js';
import { fiber } from './fiber.js';
import type { Framework } from './framework.js';
import { gin } from './gin.js';
import { goZero } from './go-zero.js';
import { gorillaMux } from './gorilla-mux.js';
import { grpcGateway } from './grpc-gateway.js';
import { grpc } from './grpc.js';
import { hertz } from './hertz.js';
import { httprouter } from './httprouter.js';
import { iris } from './iris.js';
import { kratos } from './kratos.js';
import { revel } from './revel.js';

/** Every server framework, those that are built on others first. */
export const frameworks = [
  goZero, kratos, hertz, buffalo, revel, beego, iris, gin, echo, fiber, chi, gorillaMux, httprouter, connect, grpcGateway, grpc,
] as const satisfies readonly Framework[];
