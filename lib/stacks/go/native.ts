import type { SystemPackages } from '../../discovery/findings.js';
import type { GoModule } from './modules.js';
import type { Program } from './app.js';

/** Modules that are C inside, or call a C library: what Debian calls that library, to build against and to run with. */
const native: readonly { readonly packages: readonly string[]; readonly build: readonly string[]; readonly runtime: readonly string[] }[] = [
  { packages: ['github.com/mattn/go-sqlite3', 'gorm.io/driver/sqlite'], build: [], runtime: [] },
  { packages: ['github.com/confluentinc/confluent-kafka-go', 'github.com/confluentinc/confluent-kafka-go/v2'], build: [], runtime: [] },
  { packages: ['github.com/h2non/bimg', 'github.com/davidbyttow/govips', 'github.com/davidbyttow/govips/v2', 'github.com/cshum/vipsgen'], build: ['libvips-dev'], runtime: ['libvips42t64'] },
  { packages: ['gopkg.in/gographics/imagick.v3', 'gopkg.in/gographics/imagick.v2'], build: ['libmagickwand-dev'], runtime: ['libmagickwand-7.q16-10'] },
  { packages: ['github.com/libgit2/git2go', 'github.com/libgit2/git2go/v34'], build: ['libgit2-dev'], runtime: ['libgit2-1.9'] },
  { packages: ['github.com/pebbe/zmq4', 'github.com/zeromq/goczmq/v4'], build: ['libzmq3-dev'], runtime: ['libzmq5'] },
  { packages: ['github.com/linxGnu/grocksdb', 'github.com/tecbot/gorocksdb'], build: ['librocksdb-dev'], runtime: ['librocksdb9.10'] },
  { packages: ['github.com/godror/godror', 'github.com/chai2010/webp', 'github.com/marcboeker/go-duckdb', 'github.com/marcboeker/go-duckdb/v2', 'github.com/duckdb/duckdb-go/v2', 'github.com/kolesa-team/go-webp'], build: [], runtime: [] },
];

/** What the C compiler's part of a build needs: its presence is what makes a build one with C. */
export const compiler = ['gcc', 'libc6-dev'] as const;

/** Debian packages of a program that is no pure Go; empty lists for one that is. */
export function systemPackages(module: GoModule, programs: readonly Program[]): SystemPackages {
  const used = native.filter(({ packages }) => module.requires.some(({ name }) => packages.includes(name)));
  const imported = programs.some(({ reached }) => reached.some(({ imports }) => imports.has('C')));
  if (used.length === 0 && !imported) return { build: [], runtime: [] };
  return { build: [...compiler, ...used.flatMap(({ build }) => build)], runtime: used.flatMap(({ runtime }) => runtime) };
}

export const needsC = ({ build }: SystemPackages): boolean => build.includes(compiler[0]);
