import type { Healthcheck, Limits, Settings } from '../design/architecture.js';

/** One path prefix and who answers it. */
export interface Route {
  readonly prefix: string;
  readonly service: string;
  readonly port: number;
  /** The service sees paths without the prefix. */
  readonly strip: boolean;
}

export interface ProxyContext {
  readonly routes: readonly Route[];
  /** MiB. */
  readonly bodyLimit: number;
}

export interface ProxyFile {
  readonly path: string;
  readonly content: string;
}

/** A reverse proxy: data, and a function that writes its configuration. */
export interface Proxy {
  readonly id: string;
  readonly title: string;
  readonly serviceName: string;
  /** Inside the container; above 1023, so that no capability is needed. */
  readonly port: number;
  readonly programs: readonly string[];
  readonly healthcheck: Healthcheck;
  readonly limits: Limits;
  readonly stopGrace: number;
  /** Outside development. */
  readonly hardened: Settings;
  readonly dockerfile: string;
  readonly reason: string;
  readonly files: (context: ProxyContext) => readonly ProxyFile[];
}
