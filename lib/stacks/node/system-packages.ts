import type { SystemPackages } from '../../discovery/findings.js';
import { textsAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import { browserSettings, browserStage, debianBrowser, playwrightBrowser } from '../browsers.js';

/** What node-gyp compiles with. */
const compiler = ['g++', 'make', 'python3'];
const compiled: SystemPackages = { build: compiler, runtime: [] };
const program = (...runtime: readonly string[]): SystemPackages => ({ build: [], runtime });
const browser = debianBrowser();
/** Engines look for the library to know which of them fits. */
const prisma: SystemPackages = { build: ['openssl'], runtime: ['openssl'] };

/**
 * Tools that start the program again on each change and look with `ps` for the processes of the one before, which would keep its port
 * (nest-cli lib/utils/tree-kill, the packages tree-kill and ps-tree, by which @nx/js ends what it serves): slim images have none.
 */
const watchers = ['@nestjs/cli', '@nrwl/js', '@nx/js', 'concurrently', 'ps-tree', 'tree-kill', 'tsc-watch', 'tsup'];
const watched: SystemPackages = { build: ['procps'], runtime: [] };
/** Of what is not for production, those that nothing is compiled with. */
const ofDevelopment: ReadonlySet<string> = new Set(watched.build);

/** Packages that are compiled where no ready binary fits the machine and the version of Node.js. */
const compiledPackages = [
  'argon2', 'bcrypt', 'better-sqlite3', 'bufferutil', 'cpu-features', 'deasync', 'farmhash', 'gdal', 'gdal-async', 'heapdump', 'hiredis', 'isolated-vm', 'leveldown',
  'libxmljs', 'libxmljs2', 'microtime', 'node-expat', 'node-pty', 'node-sass', 're2', 'serialport', 'sodium-native', 'sqlite3', 'utf-8-validate',
];

/** Debian packages (trixie) that packages of the registry need. sharp and the like bring everything. */
const table: Readonly<Record<string, SystemPackages>> = {
  ...Object.fromEntries(compiledPackages.map((name) => [name, compiled])),
  ...Object.fromEntries(watchers.map((name) => [name, watched])),
  canvas: {
    build: [...compiler, 'libcairo2-dev', 'libgif-dev', 'libjpeg-dev', 'libpango1.0-dev', 'librsvg2-dev', 'pkg-config'],
    runtime: ['libcairo2', 'libgif7', 'libjpeg62-turbo', 'libpango-1.0-0', 'libpangocairo-1.0-0', 'librsvg2-2'],
  },
  'node-rdkafka': { build: [...compiler, 'libsasl2-dev', 'libssl-dev', 'zlib1g-dev'], runtime: ['libsasl2-2', 'openssl'] },
  usb: { build: [...compiler, 'libudev-dev'], runtime: ['libudev1'] },
  keytar: { build: [...compiler, 'libsecret-1-dev', 'pkg-config'], runtime: ['libsecret-1-0'] },
  kerberos: { build: [...compiler, 'libkrb5-dev'], runtime: ['libgssapi-krb5-2'] },
  odbc: { build: [...compiler, 'unixodbc-dev'], runtime: ['unixodbc'] },
  'pg-native': { build: [...compiler, 'libpq-dev'], runtime: ['libpq5'] },
  '@keystone-6/core': prisma,
  '@prisma/client': prisma,
  prisma,
  puppeteer: browser,
  'puppeteer-core': browser,
  playwright: playwrightBrowser,
  '@playwright/test': playwrightBrowser,
  // the library alone leaves it to the program which browser there is
  'playwright-core': browser,
  'fluent-ffmpeg': program('ffmpeg'),
  gm: program('graphicsmagick'),
  imagemagick: program('imagemagick'),
  'node-poppler': program('poppler-utils'),
  'node-tesseract-ocr': program('tesseract-ocr'),
  'simple-git': program('ca-certificates', 'git'),
};

/** A dependency that is fetched with git; a plain `owner/name` stands for GitHub. */
const fromGit = /^(?:git(?:\+|:|hub:|lab:)|bitbucket:|[\w-]+\/[\w.-]+(?:#|$))/u;

/**
 * What the direct dependencies need of Debian. Production gets nothing for the sake of `devDependencies`, which it has not;
 * `runtime` are the manifests of the packages that run, `all` those that are installed for the build.
 */
export function systemPackagesOf(all: readonly Manifest[], runtime: readonly Manifest[] = all): SystemPackages {
  const needed = (manifests: readonly Manifest[], fields: readonly string[], use: 'build' | 'runtime'): readonly string[] =>
    manifests.flatMap((manifest) => fields.flatMap((field) => textsAt(manifest, field))).flatMap(({ name, value }) => [
      ...(Object.hasOwn(table, name) ? table[name]![use] : []),
      ...(use === 'build' && fromGit.test(value) ? ['ca-certificates', 'git'] : []),
    ]);
  const running = runtime.flatMap((manifest) => ['dependencies', 'optionalDependencies'].flatMap((field) => textsAt(manifest, field)));
  const browsers = running.flatMap(({ name }) => (Object.hasOwn(table, name) ? [table[name]!.browsers] : [])).find((each) => each !== undefined);
  return {
    build: [...new Set(needed(all, ['dependencies', 'optionalDependencies', 'devDependencies'], 'build'))].toSorted(),
    runtime: [...new Set(needed(runtime, ['dependencies', 'optionalDependencies'], 'runtime'))].toSorted(),
    ...(browsers === undefined ? {} : { browsers }),
  };
}

/** Puppeteer asks for the browser by a variable; Playwright is kept from fetching one while packages are installed. */
const browserVariables = { debian: { PUPPETEER_EXECUTABLE_PATH: '/usr/bin/chromium', PUPPETEER_SKIP_DOWNLOAD: 'true' }, fetching: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' } };

/** The stage that fetches browsers, which the others are kept from. */
export const browsersOf = (packages: SystemPackages, appFolder: string): string => browserStage(packages, appFolder, 'PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=0 ');

const install = (packages: readonly string[]): string => `RUN apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')} && rm -rf /var/lib/apt/lists/*`;

/** Lines of the stage that all others start from: what runs needs this, and so do development and tests. */
export function runtimeLines(packages: SystemPackages): readonly string[] {
  const { runtime } = packages;
  return runtime.length === 0 ? [] : ['# what dependencies need while they run', install(runtime), ...browserSettings(packages, browserVariables)];
}

/** The stage between `base` and those that install; production does not start from it. */
export function buildTools({ build, runtime }: SystemPackages): { readonly lines: readonly string[]; readonly stage: string } {
  const packages = build.filter((name) => !runtime.includes(name) && !ofDevelopment.has(name));
  return packages.length === 0 ? { lines: [], stage: 'base' } : { lines: ['', '# What dependencies are compiled with: production starts without it.', 'FROM base AS tools', install(packages)], stage: 'tools' };
}

/** Lines of the stage `development`: what its tools call. */
export function developmentLines({ build, runtime }: SystemPackages): readonly string[] {
  const packages = build.filter((name) => ofDevelopment.has(name) && !runtime.includes(name));
  return packages.length === 0 ? [] : ['# what tools that start the program again find its processes with', install(packages)];
}
