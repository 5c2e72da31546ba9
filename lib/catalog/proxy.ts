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
  /** Connections that it is ready for. */
  readonly connections: number;
}

/** A text, or data that is written as YAML under a comment. */
export type ProxyFile =
  | { readonly path: string; readonly content: string }
  | { readonly path: string; readonly data: object; readonly heading: string };

/** Asks through the proxy with busybox's wget. */
export const askByWget = (port: number) => (path: string): readonly string[] => ['wget', '-q', '-O', '-', `http://127.0.0.1:${port}${path}`];

/** A user that images have no entry for and need none: all that the proxy reads may be read by anybody. `size` of its temporary files in MiB. */
export const unnamedUser = '10001:10001';
export const asUnnamedUser = (size: number): Settings => ({ user: unnamedUser, tmpfs: [`/tmp:uid=10001,gid=10001,mode=0700,size=${size}m`] });

/** The longest prefix first, as proxies themselves decide, so that a file reads in the order in which it works. */
export const longestFirst = (routes: readonly Route[]): readonly Route[] => routes.toSorted((a, b) => b.prefix.length - a.prefix.length || a.prefix.localeCompare(b.prefix, 'en'));

/** A reverse proxy: data, and a function that writes its configuration. */
export interface Proxy {
  readonly id: string;
  readonly title: string;
  readonly serviceName: string;
  /** Inside the container; above 1023, so that no capability is needed. */
  readonly port: number;
  /** Keys in `images.Dockerfile` that its image is made of. */
  readonly images: readonly string[];
  readonly programs: readonly string[];
  readonly healthcheck: Healthcheck;
  /** Asks for a path of an app through the proxy, from inside its container; fails where the answer is none. */
  readonly ask: (path: string) => readonly string[];
  readonly limits: Limits;
  readonly stopGrace: number;
  /** Outside development. */
  readonly hardened: Settings;
  readonly dockerfile: string;
  readonly reason: string;
  readonly files: (context: ProxyContext) => readonly ProxyFile[];
}
