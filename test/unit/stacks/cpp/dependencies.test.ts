import assert from 'node:assert/strict';
import { technologies } from '../../../../lib/catalog/registry.js';
import { best } from '../../../../lib/discovery/evidence.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverCpp } from '../../../../lib/stacks/cpp/discover.js';

const main = 'int main() { int s = socket(AF_INET, SOCK_STREAM, 0); listen(s, 8); accept(s, 0, 0); }\n';
const find = (lines: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  discoverCpp(memoryRepository({ 'CMakeLists.txt': ['project(shop CXX)', 'add_executable(shop main.cpp)', ...lines, ''].join('\n'), 'main.cpp': main, ...more }), technologies);
const build = (lines: readonly string[], more: Readonly<Record<string, string>> = {}): readonly string[] => find(lines, more).apps[0]!.systemPackages.build;
const uses = (lines: readonly string[], more: Readonly<Record<string, string>> = {}): readonly string[] => find(lines, more).apps[0]!.uses.toSorted();

describe('libraries of C and C++', () => {
  it('are packages of Debian, by every name', () => {
    assert.deepEqual(build(['find_package(Boost 1.74 REQUIRED COMPONENTS system thread)']), ['libboost-dev', 'libboost-system-dev', 'libboost-thread-dev']);
    assert.deepEqual(build(['find_package(PkgConfig REQUIRED)', 'pkg_check_modules(DEPS REQUIRED IMPORTED_TARGET libpq>=14 hiredis)']), ['libhiredis-dev', 'libpq-dev', 'pkg-config']);
    assert.deepEqual(build(['target_link_libraries(shop PRIVATE pthread curl -lz)']), ['libcurl4-openssl-dev', 'zlib1g-dev']);
    assert.deepEqual(build(['find_library(SQLITE NAMES sqlite3 REQUIRED)']), ['libsqlite3-dev']);
    assert.deepEqual(build(['find_package(Threads REQUIRED)']), []);
  });

  it('need less of the system where the build downloads them', () => {
    assert.deepEqual(build(['FetchContent_Declare(fmt GIT_REPOSITORY https://github.com/fmtlib/fmt.git GIT_TAG 11.0.2)', 'target_link_libraries(shop fmt)']), ['git']);
    assert.deepEqual(build(['CPMAddPackage("gh:sewenew/redis-plus-plus#1.3.13")']), ['git', 'libhiredis-dev']);
  });

  it('come from vcpkg and Conan where these have them', () => {
    const vcpkg = JSON.stringify({ dependencies: ['fmt', { name: 'libpq' }, { name: 'wtl', platform: 'windows' }], 'builtin-baseline': '0'.repeat(40) });
    const { apps: [app], problems } = find(['find_package(fmt REQUIRED)', 'find_package(PostgreSQL REQUIRED)', 'find_package(OpenSSL REQUIRED)'], { 'vcpkg.json': vcpkg });
    assert.deepEqual([app!.systemPackages.build, app!.uses, best(app!.packageManager)?.name, problems], [['libssl-dev'], ['postgres'], 'vcpkg', []]);
    const conan = find(['find_package(fmt REQUIRED)'], { 'conanfile.py': 'class Shop(ConanFile):\n    requires = "fmt/11.0.2", "redis-plus-plus/1.3.13"\n    # requires = "libpq/16"\n    generators = "CMakeToolchain", "CMakeDeps"\n', 'conan.lock': '{}' });
    assert.deepEqual([conan.apps[0]!.uses, conan.apps[0]!.lockFile, conan.apps[0]!.installFiles], [['redis'], 'conan.lock', ['conanfile.py']]);
  });

  it('that nobody gives are said, once, with their place', () => {
    const { problems } = find(['find_package(Frobnicate REQUIRED)', 'find_package(Frobnicate REQUIRED)', 'find_package(Perhaps)', 'find_package(Own REQUIRED)'], { 'cmake/FindOwn.cmake': '' });
    assert.deepEqual(problems.map(({ message }) => message), ['CMakeLists.txt:3: no package of Debian 13 is known that gives "frobnicate"']);
    assert.deepEqual(find(['if(BUILD_TESTS)', 'find_package(Frobnicate REQUIRED)', 'endif()']).problems, []);
  });

  it('are not found by a module that Debian has not', () => {
    assert.deepEqual(find(['find_package(libpqxx REQUIRED)', 'find_package(PostgreSQL REQUIRED)', 'find_package(PkgConfig REQUIRED)', 'pkg_check_modules(PQXX REQUIRED libpqxx)']).problems.map(({ message }) => message), ['CMakeLists.txt:3: find_package(libpqxx) finds nothing in Debian 13, whose libpqxx-dev speaks to pkg-config']);
    assert.deepEqual(find(['find_package(libpqxx REQUIRED)'], { 'cmake/Findlibpqxx.cmake': '' }).problems, []);
  });

  it('warn of vcpkg without a baseline', () => assert.deepEqual(find([], { 'vcpkg.json': '{"dependencies":["fmt"]}' }).problems.map(({ code }) => code), ['dependencies-not-pinned']));
});

describe('services of C and C++', () => {
  it('are known by their clients', () => {
    const clients: Readonly<Record<string, string>> = {
      libpqxx: 'postgres', PostgreSQL: 'postgres', hiredis: 'redis', 'redis++': 'redis', RdKafka: 'kafka', mongocxx: 'mongodb', amqpcpp: 'rabbitmq', 'rabbitmq-c': 'rabbitmq', cnats: 'nats', PahoMqttCpp: 'mosquitto',
      libmemcached: 'memcached', 'clickhouse-cpp': 'clickhouse', MySQL: 'mysql',
    };
    for (const [name, service] of Object.entries(clients)) assert.deepEqual(uses([`find_package(${name} REQUIRED)`]), [service], name);
    assert.deepEqual(uses([], { 'main.cpp': `#include <libpq-fe.h>\n${main}` }), ['postgres']);
    assert.deepEqual(uses([], { 'main.cpp': `#include <sw/redis++/redis++.h>\n${main}` }), ['redis']);
    assert.deepEqual(uses(['find_package(CURL REQUIRED)'], { 'main.cpp': `// #include <libpq-fe.h>\n${main}` }), []);
  });

  it('of another program are none of this one', () => {
    const files = { 'worker.cpp': '#include <rdkafka.h>\nint main() { rd_kafka_consumer_poll(rk, 1); }\n', 'tool.cpp': 'int main() {}\n' };
    assert.deepEqual(uses(['find_package(RdKafka)', 'find_package(hiredis)', 'add_executable(tool tool.cpp)', 'target_link_libraries(tool RdKafka::rdkafka)', 'target_link_libraries(shop hiredis::hiredis)'], files), ['redis']);
  });

  it('stand in settings of Drogon', () => {
    const drogon = { 'main.cpp': '#include <drogon/drogon.h>\nint main() { drogon::app().loadConfigFile("config.json").run(); }\n', 'config.json': '{ "listeners": [{ "address": "0.0.0.0", "port": 8001 }],\n// "redis_clients": [],\n"db_clients": [{ "rdbms": "postgresql" }] }' };
    const [app] = find(['find_package(Drogon REQUIRED)'], drogon).apps;
    assert.deepEqual([app!.uses, best(app!.port), best(app!.framework)], [['postgres'], 8001, 'drogon']);
  });
});
