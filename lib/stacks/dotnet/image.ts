import { appPathOf } from '../../discovery/app-findings.js';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion } from '../../catalog/images.js';
import type { Healthcheck } from '../../design/architecture.js';
import { bashProbe, processProbe, timing } from '../probe.js';
import type { Runtime, WorkerRuntime } from '../stack.js';

/** The user `app` of the images from .NET 8 on, which older ones have not by name. */
export const user = '1654:1654';
export const workdir = '/app';
/** Outside of the mounted source: what a Windows or macOS host builds there is of no use here. */
export const artifacts = '/opt/artifacts';
export const packages = '/opt/nuget';
/** nginx, which serves the files of a static app. */
const filesUser = '101:101';

/** Releases of Ubuntu that images of ended lines are made of; the others are on the one that the list of images names. */
const olderUbuntu: Readonly<Record<string, string>> = { '7.0': 'jammy', '6.0': 'jammy', '5.0': 'focal', '3.1': 'focal' };

/** The image of a line of .NET. */
export function dotnetImage(key: 'dotnet-sdk' | 'dotnet-aspnet', version: string): string {
  const ubuntu = olderUbuntu[version];
  const image = imageOfVersion(key, version);
  return ubuntu === undefined ? image : image.replace(/-[a-z]+$/u, `-${ubuntu}`);
}

function filesProbe({ port }: AppBrief): Healthcheck {
  return { test: ['CMD', 'wget', '-q', '-T', '4', '-O', '/dev/null', `http://127.0.0.1:${port}/`], programs: ['wget'], ...timing };
}

/** From .NET 8 on a port is enough; before, only a whole address was known. */
function listensOn({ port, version }: AppBrief): Readonly<Record<string, string>> {
  return Number.parseFloat(version) >= 8 ? { ASPNETCORE_HTTP_PORTS: String(port) } : { ASPNETCORE_URLS: `http://+:${port}` };
}

/** The folder of the tests, which only the stage `test` reads. */
export function testFolder({ commands: { test = [] } }: AppBrief): string {
  const project = test.at(-1) ?? '';
  return appPathOf(project);
}

export function runtime(app: AppBrief): Runtime {
  const { role } = app;
  const name = app.name.replaceAll('-', '_');
  const development = { ASPNETCORE_ENVIRONMENT: 'Development', DOTNET_ENVIRONMENT: 'Development', DOTNET_USE_POLLING_FILE_WATCHER: '1', DOTNET_WATCH_RESTART_ON_RUDE_EDIT: '1' };
  return {
    // aspnet:*-noble is Ubuntu: coreutils, dash, bash; neither curl nor wget (dotnet/dotnet-docker). The files of a static app are
    // served by nginx, whose image has busybox.
    programs: role === 'static' ? ['sh', 'wget', 'worker-healthcheck'] : ['dotnet', 'sh', 'bash', 'sed', 'cat', 'healthcheck', 'worker-healthcheck'],
    user: role === 'static' ? filesUser : user,
    healthcheck: role === 'static' ? filesProbe(app) : role === 'worker' ? processProbe : bashProbe(app),
    limits: { cpus: 1, memory: 512, pids: 256 },
    stopGrace: 35,
    init: false,
    tmpfs: [],
    environment: {
      // in development the SDK serves the files of a static app
      common: role === 'web' ? listensOn(app) : {},
      development: role === 'static' ? { ...development, ASPNETCORE_URLS: `http://0.0.0.0:${app.port}` } : development,
      test: {},
      // the diagnostics port is a file that a read-only container has no place for
      production: role === 'static' ? {} : { DOTNET_EnableDiagnostics: '0' },
    },
    development: {
      source: '.',
      target: workdir,
      volumes: [{ name: `${name}_nuget`, target: packages }, { name: `${name}_artifacts`, target: artifacts }],
    },
  };
}

export function worker(): WorkerRuntime {
  return { healthcheck: processProbe, environment: {}, stopGrace: 60 };
}
