import type { SystemPackages } from '../../discovery/findings.js';
import type { CppProject } from './project.js';

/**
 * What Debian 13 calls a library that a list file, vcpkg or Conan names (packages.debian.org/trixie). An empty list: it comes with
 * CMake or the compiler. What a program needs to run is read from the program itself when the image is built.
 */
const debian: Readonly<Record<string, readonly string[]>> = {
  'absl': ['libabsl-dev'], 'asio': ['libasio-dev'], 'benchmark': ['libbenchmark-dev'], 'boost': ['libboost-dev'], 'boost-beast': ['libboost-dev'], 'boost-asio': ['libboost-dev'],
  'boost[filesystem]': ['libboost-filesystem-dev'], 'boost[json]': ['libboost-json-dev'], 'boost[log]': ['libboost-log-dev'], 'boost[program_options]': ['libboost-program-options-dev'],
  'boost[regex]': ['libboost-regex-dev'], 'boost[system]': ['libboost-system-dev'], 'boost[thread]': ['libboost-thread-dev'], 'boost[url]': ['libboost-url-dev'],
  'brotli': ['libbrotli-dev'], 'c-ares': ['libc-ares-dev'], 'catch2': ['catch2'], 'cli11': ['libcli11-dev'], 'cppzmq': ['cppzmq-dev'], 'cpprestsdk': ['libcpprest-dev', 'libssl-dev'],
  'cpp-httplib': ['libcpp-httplib-dev', 'libssl-dev', 'zlib1g-dev', 'libbrotli-dev'], 'httplib': ['libcpp-httplib-dev', 'libssl-dev', 'zlib1g-dev', 'libbrotli-dev'], 'curl': ['libcurl4-openssl-dev'], 'libcurl': ['libcurl4-openssl-dev'],
  'cxxopts': ['libcxxopts-dev'],
  'drogon': ['libdrogon-dev', 'libjsoncpp-dev', 'uuid-dev', 'zlib1g-dev', 'libssl-dev', 'libbrotli-dev', 'libpq-dev', 'libmariadb-dev', 'libsqlite3-dev', 'libhiredis-dev', 'libyaml-cpp-dev'],
  'eigen3': ['libeigen3-dev'], 'fmt': ['libfmt-dev'], 'gflags': ['libgflags-dev'], 'glog': ['libgoogle-glog-dev'], 'grpc': ['libgrpc++-dev', 'libprotobuf-dev', 'protobuf-compiler', 'protobuf-compiler-grpc'],
  'grpc++': ['libgrpc++-dev', 'libprotobuf-dev', 'protobuf-compiler', 'protobuf-compiler-grpc'], 'gtest': ['libgtest-dev', 'libgmock-dev'], 'hiredis': ['libhiredis-dev'], 'jsoncpp': ['libjsoncpp-dev'],
  'libevent': ['libevent-dev'], 'libmicrohttpd': ['libmicrohttpd-dev'], 'libmongoc-1.0': ['libmongoc-dev'], 'mongoc-1.0': ['libmongoc-dev'], 'libpistache': ['libpistache-dev', 'libssl-dev', 'rapidjson-dev'],
  'libpq': ['libpq-dev'], 'libpqxx': ['libpqxx-dev', 'libpq-dev'], 'libuv': ['libuv1-dev'], 'libzmq': ['libzmq3-dev'], 'zeromq': ['libzmq3-dev'], 'lz4': ['liblz4-dev'], 'libmariadb': ['libmariadb-dev'],
  'mysql': ['libmariadb-dev'], 'nghttp2': ['libnghttp2-dev'], 'libnghttp2': ['libnghttp2-dev'], 'nlohmann_json': ['nlohmann-json3-dev'], 'nlohmann-json': ['nlohmann-json3-dev'], 'opencv': ['libopencv-dev'],
  'openssl': ['libssl-dev'], 'pistache': ['libpistache-dev', 'libssl-dev', 'rapidjson-dev'], 'pkgconfig': ['pkg-config'], 'poco': ['libpoco-dev'], 'postgresql': ['libpq-dev', 'postgresql-server-dev-all'],
  'pqxx': ['libpqxx-dev', 'libpq-dev'], 'prometheus-cpp': ['prometheus-cpp-dev'], 'protobuf': ['libprotobuf-dev', 'protobuf-compiler'], 'pugixml': ['libpugixml-dev'], 'python3': ['python3'], 'rapidjson': ['rapidjson-dev'],
  'rdkafka': ['librdkafka-dev'], 'librdkafka': ['librdkafka-dev'], 'restinio': ['librestinio-dev'], 'librabbitmq': ['librabbitmq-dev'], 'rabbitmq-c': ['librabbitmq-dev'], 'simdjson': ['libsimdjson-dev'], 'spdlog': ['libspdlog-dev'],
  'sqlite3': ['libsqlite3-dev'], 'tbb': ['libtbb-dev'], 'threads': [], 'git': ['git'], 'fetchcontent': [], 'tomlplusplus': ['libtomlplusplus-dev'], 'uuid': ['uuid-dev'], 'yaml-cpp': ['libyaml-cpp-dev'], 'zlib': ['zlib1g-dev'],
  'libxml2': ['libxml2-dev'], 'zstd': ['libzstd-dev'], 'libsodium': ['libsodium-dev'], 'soci': ['libsoci-dev'],
};
/** Sources that the build downloads and compiles need these of the system. */
const ofSources: Readonly<Record<string, readonly string[]>> = {
  crow: ['libasio-dev'], drogon: ['libjsoncpp-dev', 'uuid-dev', 'zlib1g-dev', 'libssl-dev'], libpqxx: ['libpq-dev'], redis_plus_plus: ['libhiredis-dev'], 'redis-plus-plus': ['libhiredis-dev'],
};

export function systemPackages({ dependencies, downloads }: CppProject): SystemPackages {
  const known = dependencies.flatMap(({ name, value }) => {
    const table = value === 'source' ? ofSources : debian;
    return Object.hasOwn(table, name) ? table[name]! : [];
  });
  return { build: [...new Set([...known, ...(downloads ? ['git'] : [])])].toSorted(), runtime: [] };
}

/** Libraries that neither Debian nor the project's own build gives: the first place of each. */
export function unknownLibraries({ dependencies }: CppProject): CppProject['dependencies'] {
  const fromSource = new Set(dependencies.filter(({ value }) => value === 'source').map(({ name }) => name));
  const missing = dependencies.filter(({ name, value }) => value !== 'source' && !name.includes('[') && !fromSource.has(name) && !Object.hasOwn(debian, name));
  return missing.filter(({ name }, index) => missing.findIndex((each) => each.name === name) === index);
}
