import type { SystemPackages } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import type { RustProject } from './app.js';
import type { Crate } from './manifests.js';

/** Crates that call a C library or compile one: what Debian calls it. The image of the toolchain has a C compiler and nothing else. */
const native: readonly { readonly crate: string; readonly unless?: string; readonly build: readonly string[]; readonly runtime: readonly string[] }[] = [
  { crate: 'openssl-sys', unless: 'openssl-src', build: ['libssl-dev', 'pkg-config'], runtime: ['libssl3t64'] },
  { crate: 'openssl-src', build: ['make', 'perl'], runtime: [] },
  { crate: 'pq-sys', unless: 'pq-src', build: ['libpq-dev'], runtime: ['libpq5'] },
  { crate: 'mysqlclient-sys', unless: 'mysqlclient-src', build: ['default-libmysqlclient-dev', 'pkg-config'], runtime: ['libmariadb3'] },
  { crate: 'rdkafka-sys', build: ['cmake', 'g++', 'make', 'zlib1g-dev'], runtime: ['libstdc++6', 'zlib1g'] },
  { crate: 'librocksdb-sys', build: ['clang', 'g++', 'libclang-dev', 'make'], runtime: ['libstdc++6'] },
  { crate: 'zmq-sys', build: ['libzmq3-dev', 'pkg-config'], runtime: ['libzmq5'] },
  { crate: 'cmake', build: ['cmake', 'g++', 'make'], runtime: ['libstdc++6'] },
  { crate: 'link-cplusplus', build: ['g++'], runtime: ['libstdc++6'] },
  { crate: 'clang-sys', build: ['libclang-dev'], runtime: [] },
  // its generated code comes from protoc, which it does not bring
  { crate: 'prost-build', unless: 'protox', build: ['libprotobuf-dev', 'protobuf-compiler'], runtime: [] },
  { crate: 'tikv-jemalloc-sys', build: ['make'], runtime: [] },
  { crate: 'jemalloc-sys', build: ['make'], runtime: [] },
];

/** Crates of the lock file, which has those of dependencies too; the manifest's own where there is none. */
function crateNames(project: RustProject, crate: Crate): ReadonlySet<string> {
  const lock = project.repository.read(joinPath(crate.workspace, 'Cargo.lock'));
  const locked = lock === undefined ? [] : [...lock.matchAll(/^name = "([^"\n]+)"/gmu)].map((match) => match[1]!);
  const generators = crate.generators.flatMap((name) => [name, ...(/^tonic-(?:prost-)?build$/u.test(name) ? ['prost-build'] : [])]);
  return new Set([...locked, ...generators, ...crate.dependencies.map(({ name }) => name), ...(crate.dependencies.some(({ name }) => name === 'diesel[postgres]') ? ['pq-sys'] : [])]);
}

/** Debian packages that the build and the programs need. */
export function systemPackages(project: RustProject, crate: Crate, ofTool: readonly string[] = []): SystemPackages {
  const names = crateNames(project, crate);
  const needed = native.filter((each) => names.has(each.crate) && (each.unless === undefined || !names.has(each.unless)));
  const plainSqlite = crate.dependencies.some(({ name }) => name === 'rusqlite' || name === 'diesel[sqlite]') && !crate.dependencies.some(({ name }) => /^(?:rusqlite|libsqlite3-sys)\[bundled/u.test(name));
  const unique = (list: readonly string[]): readonly string[] => [...new Set(list)].toSorted();
  return {
    build: unique([...ofTool, ...needed.flatMap(({ build }) => build), ...(plainSqlite ? ['libsqlite3-dev'] : [])]),
    runtime: unique([...needed.flatMap(({ runtime }) => runtime), ...(plainSqlite ? ['libsqlite3-0'] : [])]),
  };
}
