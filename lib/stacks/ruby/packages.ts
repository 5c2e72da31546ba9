import type { SystemPackages } from '../../discovery/findings.js';
import type { Gem } from './gemfile.js';

interface Need {
  readonly build?: readonly string[];
  readonly runtime?: readonly string[];
}

const vips: Need = { runtime: ['libvips42t64'] };
const magick: Need = { build: ['libmagickwand-dev'], runtime: ['imagemagick', 'libmagickwand-7.q16-10'] };

/** Debian packages of gems, named as Debian 13 has them. Headers of nokogiri and the like are part of their prebuilt gems. */
const needs: Readonly<Record<string, Need>> = {
  pg: { build: ['libpq-dev'], runtime: ['libpq5'] },
  mysql2: { build: ['libmariadb-dev'], runtime: ['libmariadb3'] },
  trilogy: { build: ['libssl-dev'] },
  sqlite3: { build: ['libsqlite3-dev'], runtime: ['libsqlite3-0'] },
  rmagick: magick,
  mini_magick: { runtime: ['imagemagick'] },
  'ruby-vips': vips,
  image_processing: { runtime: ['imagemagick', 'libvips42t64'] },
  charlock_holmes: { build: ['libicu-dev', 'zlib1g-dev'], runtime: ['libicu76'] },
  'idn-ruby': { build: ['libidn-dev'], runtime: ['libidn12'] },
  'streamio-ffmpeg': { runtime: ['ffmpeg'] },
  poppler: { runtime: ['poppler-utils'] },
  rugged: { build: ['cmake', 'libssl-dev', 'libssh2-1-dev'], runtime: ['libssh2-1t64'] },
  curb: { build: ['libcurl4-openssl-dev'], runtime: ['libcurl4t64'] },
  'tiny_tds': { build: ['freetds-dev'], runtime: ['libsybdb5'] },
  rdkafka: { build: ['librdkafka-dev'], runtime: ['librdkafka1'] },
  ethon: { runtime: ['libcurl4t64'] },
  typhoeus: { runtime: ['libcurl4t64'] },
  snappy: { build: ['libsnappy-dev'], runtime: ['libsnappy1v5'] },
  gpgme: { build: ['libgpgme-dev'], runtime: ['libgpgme11t64'] },
  'ruby-filemagic': { build: ['libmagic-dev'], runtime: ['libmagic1t64'] },
  'ffi-icu': { runtime: ['libicu76'] },
};

/** Debian packages of the gems that production installs. */
export function packagesOf(gems: readonly Gem[]): SystemPackages {
  const found = gems.flatMap(({ name }) => (Object.hasOwn(needs, name) ? [needs[name]!] : []));
  const all = (part: keyof Need): readonly string[] => [...new Set(found.flatMap((each) => each[part] ?? []))].toSorted();
  return { build: all('build'), runtime: all('runtime') };
}
