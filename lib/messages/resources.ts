import type { Diagnostic } from '../diagnostics.js';

/** Why limits cannot be fitted into a host. */
export const resourceMessages = {
  memory: (services: number, each: number, least: number, available: number): Diagnostic => ({
    code: 'memory-too-small',
    severity: 'error',
    message: `constraints.memory: ${services} services need at least ${services} × ${each} = ${least} MiB, the host has ${available} MiB`,
    help: 'Give the host more memory or run fewer services on it',
  }),
  cpus: (services: number, each: number, least: number, available: number): Diagnostic => ({
    code: 'cpus-too-few',
    severity: 'error',
    message: `constraints.cpus: ${services} services need at least ${services} × ${each} = ${least} vCPU, the host has ${available} vCPU`,
    help: 'Give the host more processors or run fewer services on it',
  }),
};
