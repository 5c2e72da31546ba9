import type { FrameworkEntry } from '../../frameworks.js';
import { aspnetcore } from './aspnetcore.js';
import { blazor } from './blazor.js';
import { dotnetWorker } from './dotnet-worker.js';
import { fastendpoints } from './fastendpoints.js';
import { giraffe } from './giraffe.js';
import { grpc } from './grpc.js';
import { orleans } from './orleans.js';
import { saturn } from './saturn.js';
import { suave } from './suave.js';

/** Every framework. Names of packages in lower case, as NuGet compares them. */
export const frameworks = [aspnetcore, blazor, dotnetWorker, fastendpoints, giraffe, saturn, orleans, grpc, suave] as const satisfies readonly FrameworkEntry[];
