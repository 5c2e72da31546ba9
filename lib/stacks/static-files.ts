import healthcheckTemplate from '../../templates/application/static/healthcheck.sh.ejs';
import labelsTemplate from '../../templates/application/static/labels.ejs';
import nginxTemplate from '../../templates/application/static/nginx.conf.ejs';
import productionTemplate from '../../templates/application/static/production.ejs';
import type { AppBrief } from '../brief/brief.js';
import { imageReference } from '../catalog/images.js';
import type { Healthcheck } from '../design/architecture.js';
import { dockerfileValue, execForm } from '../text/quote.js';
import { renderTemplate } from '../text/template.js';
import { copyLine } from './dockerfile.js';
import { timing } from './probe.js';
import type { Runtime, StackFile } from './stack.js';

/**
 * How files for browsers are served: an unprivileged nginx with a configuration of its own. Any stack whose build leaves a folder
 * of files may use it; it lists `filesImage` among its images.
 */

/** Key in `images.Dockerfile` of the image that serves files. */
export const filesImage = 'nginx';
/** Above 1023, because the server is no root. */
export const filesPort = 8080;
/** uid and gid of nginx-unprivileged (nginx/docker-nginx-unprivileged). */
export const filesUser = '101:101';
/** Where the image has the site. */
export const filesRoot = '/usr/share/nginx/html';
export const serveFiles = ['nginx', '-g', 'daemon off;'] as const;

/** The probe: a script that `filesProbeFile` writes and `productionFiles` copies. */
export function filesProbe(port: number): Healthcheck {
  return { test: ['CMD', 'healthcheck', String(port)], programs: ['healthcheck'], ...timing };
}

/** What design needs to know of such a process. In development the same server shows the folder `source` of the repository. */
export function filesRuntime({ port }: Pick<AppBrief, 'port'>, source: string): Runtime {
  return {
    // nginx/docker-nginx-unprivileged stable/alpine: busybox (sh, grep, sed, wget) and curl; the probes are scripts of ours
    programs: ['nginx', 'sh', 'grep', 'sed', 'wget', 'curl', 'healthcheck', 'worker-healthcheck'],
    user: filesUser,
    healthcheck: filesProbe(port),
    limits: { cpus: 0.5, memory: 128, pids: 64 },
    stopGrace: 30,
    // nginx is made to be PID 1
    init: false,
    tmpfs: [],
    environment: { common: {}, development: {}, test: {}, production: {} },
    development: { source, target: filesRoot, volumes: [] },
  };
}

export interface FilesOptions {
  /** A page that answers every address that is no file, as programs in the browser with addresses of their own need. */
  readonly fallback?: string;
  /** Paths below which every file has a hash of its content in its name, such as `/assets/`. */
  readonly immutable?: readonly string[];
  /** Paths, without the first slash, that are there in development and are none of the site. */
  readonly refused?: readonly string[];
}

/** `nginx.conf` of such an image. */
export function filesConfiguration(folder: string, { port }: Pick<AppBrief, 'port'>, { fallback, immutable = [], refused = [] }: FilesOptions = {}): StackFile {
  const escaped = immutable.map((prefix) => prefix.replace(/[.+*?()[\]{}|^$\\]/gu, String.raw`\$&`));
  return { path: `${folder}/nginx.conf`, content: renderTemplate(nginxTemplate, { port, root: filesRoot, fallback: fallback ?? null, immutable: escaped, refused }) };
}

/** The script behind `filesProbe`; `path` is what it asks for. */
export function filesProbeFile(folder: string, name = 'healthcheck.sh', path = '/nginx-health'): StackFile {
  return { path: `${folder}/${name}`, content: renderTemplate(healthcheckTemplate, { path }), executable: true };
}

/** The lines of a stage that serves files, without the files: configuration, user, port, probe and command. */
export function filesServer(app: Pick<AppBrief, 'port'>, folder: string): string {
  const { user, healthcheck } = filesRuntime(app, '.');
  return renderTemplate(productionTemplate, { folder, user, port: app.port, healthcheck, probe: execForm(healthcheck.test.slice(1)), start: execForm(serveFiles) }).trimEnd();
}

/** OCI labels, the end of a production stage. */
export function filesLabels({ name }: Pick<AppBrief, 'name'>): string {
  return renderTemplate(labelsTemplate, { title: dockerfileValue(name) }).trimEnd();
}

/** The whole stage `production`: the folder `from` (absolute) of the stage `stage`, served. */
export function filesProduction(app: Pick<AppBrief, 'name' | 'port'>, folder: string, { stage, from }: { readonly stage: string; readonly from: string }): string {
  return [
    '# What the browser gets, and a server for it.',
    `FROM ${imageReference(filesImage)} AS production`,
    copyLine([`${from}/`], `${filesRoot}/`).replace('COPY ', `COPY --from=${stage} `),
    filesServer(app, folder),
    filesLabels(app),
  ].join('\n');
}
