import type { SystemPackages } from '../../discovery/findings.js';

/** How an extension gets into the image. */
export interface Extension {
  /** Debian packages with headers, and the libraries that stay. */
  readonly build?: readonly string[];
  readonly runtime?: readonly string[];
  /** Options of `docker-php-ext-configure`. */
  readonly configure?: readonly string[];
  /** Comes from PECL instead of PHP's own source. */
  readonly pecl?: true;
}

/** Extensions that the image of PHP has not; names of libraries as Debian 13 has them. */
export const extensions: Readonly<Record<string, Extension>> = {
  amqp: { build: ['librabbitmq-dev'], runtime: ['librabbitmq4'], pecl: true },
  apcu: { pecl: true },
  bcmath: {},
  bz2: { build: ['libbz2-dev'] },
  calendar: {},
  exif: {},
  ffi: { build: ['libffi-dev'], runtime: ['libffi8'] },
  ftp: { build: ['libssl-dev'] },
  gd: {
    build: ['libfreetype-dev', 'libjpeg62-turbo-dev', 'libpng-dev', 'libwebp-dev'],
    runtime: ['libfreetype6', 'libjpeg62-turbo', 'libpng16-16t64', 'libwebp7'],
    configure: ['--with-freetype', '--with-jpeg', '--with-webp'],
  },
  gettext: {},
  gmp: { build: ['libgmp-dev'], runtime: ['libgmp10'] },
  igbinary: { pecl: true },
  imagick: { build: ['libmagickwand-dev'], runtime: ['libmagickwand-7.q16-10'], pecl: true },
  intl: { build: ['libicu-dev'], runtime: ['libicu76'] },
  ldap: { build: ['libldap2-dev'], runtime: ['libldap2'] },
  memcached: { build: ['libmemcached-dev', 'zlib1g-dev', 'libssl-dev'], runtime: ['libmemcached11t64', 'libmemcachedutil2t64'], pecl: true },
  mongodb: { build: ['libssl-dev'], pecl: true },
  mysqli: {},
  opcache: {},
  pcntl: {},
  pdo_mysql: {},
  pdo_pgsql: { build: ['libpq-dev'], runtime: ['libpq5'] },
  pgsql: { build: ['libpq-dev'], runtime: ['libpq5'] },
  rdkafka: { build: ['librdkafka-dev'], runtime: ['librdkafka1'], pecl: true },
  redis: { pecl: true },
  shmop: {},
  soap: { build: ['libxml2-dev'] },
  sockets: {},
  sysvmsg: {},
  sysvsem: {},
  sysvshm: {},
  tidy: { build: ['libtidy-dev'], runtime: ['libtidy58'] },
  xsl: { build: ['libxslt1-dev'], runtime: ['libxslt1.1'] },
  zip: { build: ['libzip-dev'], runtime: ['libzip5'] },
};

/** Clients of services that are written in PHP and need no extension. */
export const pureClients: ReadonlySet<string> = new Set(['predis/predis', 'amphp/redis', 'amphp/postgres', 'amphp/mysql']);

/** Extensions that packages need and do not always declare. */
export const needs: Readonly<Record<string, readonly string[]>> = {
  'laravel/horizon': ['pcntl'],
  'laravel/octane': ['pcntl', 'sockets'],
  'laravel/reverb': ['pcntl', 'sockets'],
  'symfony/messenger': ['pcntl'],
  'symfony/amqp-messenger': ['amqp'],
  'php-amqplib/php-amqplib': ['sockets', 'bcmath'],
  'intervention/image': ['gd', 'exif'],
  'spatie/laravel-medialibrary': ['exif', 'gd'],
  'maatwebsite/excel': ['gd', 'zip'],
  'phpoffice/phpspreadsheet': ['gd', 'zip'],
  'easycorp/easyadmin-bundle': ['intl'],
  'filament/filament': ['intl', 'zip'],
};

/** Whether the image has to be given the extension. Others are part of it, or nobody knows how to build them. */
export const isInstallable = (name: string): boolean => Object.hasOwn(extensions, name);

/** Debian packages of extensions. */
export function packagesOf(names: readonly string[]): SystemPackages {
  const known = names.flatMap((name) => (isInstallable(name) ? [extensions[name]!] : []));
  const all = (part: 'build' | 'runtime'): readonly string[] => [...new Set(known.flatMap((each) => each[part] ?? []))].toSorted();
  return { build: all('build'), runtime: all('runtime') };
}
