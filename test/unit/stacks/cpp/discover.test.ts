import assert from 'node:assert/strict';
import { technologies } from '../../../../lib/catalog/registry.js';
import { best } from '../../../../lib/discovery/evidence.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { scan } from '../../../../lib/discovery/scan.js';
import { discoverCpp } from '../../../../lib/stacks/cpp/discover.js';
import { resolveVersion } from '../../../../lib/stacks/cpp/lines.js';
import { stacks } from '../../../../lib/stacks/registry.js';
import { assertEvidence } from '../node/discovered.js';

const find = (files: Readonly<Record<string, string>>) => {
  const repository = memoryRepository(files);
  const found = discoverCpp(repository, technologies);
  assertEvidence(repository, found);
  return found;
};
const list = (...lines: readonly string[]): string => ['cmake_minimum_required(VERSION 3.20)', 'project(shop LANGUAGES CXX)', ...lines, ''].join('\n');
const server = 'int main() { int s = socket(AF_INET, SOCK_STREAM, 0); bind(s, a, b); listen(s, 8); accept(s, 0, 0); }\n';
const worker = 'int main() { while (!stopping) { take(); } }\n';
const tool = 'int main() { return 0; }\n';
const one = list('add_executable(shop main.cpp)');

describe('C and C++ applications', () => {
  it('are programs that serve or take jobs; libraries and tools are none', () => {
    assert.deepEqual(find({ 'CMakeLists.txt': list('add_library(shop shop.cpp)'), 'shop.cpp': server }).apps, []);
    assert.deepEqual(find({ 'CMakeLists.txt': one, 'main.cpp': tool }).apps, []);
    assert.deepEqual(find({ 'CMakeLists.txt': list('add_executable(a ALIAS b)', 'add_executable(c IMPORTED)'), 'main.cpp': server }).apps, []);
    const [app] = find({ 'CMakeLists.txt': one, 'main.cpp': server }).apps;
    assert.deepEqual([app!.path, app!.name, app!.role, best(app!.commands.start)], ['.', 'shop', 'web', ['/app/bin/shop']]);
    assert.deepEqual(find({ 'CMakeLists.txt': list('add_executable(shop-worker main.cpp)'), 'main.cpp': worker }).apps.map(({ role }) => role), ['worker']);
  });

  it('are not what tests, examples and other people bring along', () => {
    const material = [
      'if(SHOP_BUILD_TESTS)\n  add_executable(shop main.cpp)\nendif()', 'if(BUILD_TESTING AND NOT X)\n  add_executable(shop main.cpp)\nendif()', 'if(WIN32)\n  add_executable(shop main.cpp)\nendif()',
      'add_executable(shop_test main.cpp)', 'add_executable(http-example main.cpp)', 'add_executable(shop main.cpp)\nadd_test(NAME shop COMMAND shop)', 'add_executable(shop main.cpp)\ntarget_link_libraries(shop GTest::gtest_main)',
    ];
    for (const line of material) assert.deepEqual(find({ 'CMakeLists.txt': list(line), 'main.cpp': server }).apps, [], line);
    for (const folder of ['third_party/http', 'deps/http', 'examples/http', 'external/http', 'tests/http']) assert.deepEqual(find({ [`${folder}/CMakeLists.txt`]: one, [`${folder}/main.cpp`]: server }).apps, [], folder);
    assert.equal(find({ 'CMakeLists.txt': list('if(WIN32)', 'else()', 'add_executable(shop main.cpp)', 'endif()'), 'main.cpp': server }).apps.length, 1);
  });

  it('are no add-ons of other languages', () => {
    const files = {
      'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '5.0.0', 'cmake-js': '7.0.0' }, scripts: { start: 'node server.js' } }),
      'server.js': "require('express')().listen(3000);\n",
      'CMakeLists.txt': list('add_library(addon SHARED src/addon.cc ${CMAKE_JS_SRC})', 'target_link_libraries(addon ${CMAKE_JS_LIB})'),
      'src/addon.cc': `#include <napi.h>\n${server}`,
    };
    assert.deepEqual(scan(memoryRepository(files), stacks, technologies).apps.map(({ stack }) => stack), ['node']);
  });

  it('hold the workers and tools beside their server', () => {
    const [app, ...rest] = find({
      'CMakeLists.txt': list('add_subdirectory(src)', 'add_subdirectory(jobs)', 'add_subdirectory(tools)'),
      'src/CMakeLists.txt': 'add_executable(shop main.cpp)\n', 'src/main.cpp': server,
      'jobs/CMakeLists.txt': 'add_executable(mail_worker main.cpp)\n', 'jobs/main.cpp': worker,
      'tools/CMakeLists.txt': 'add_executable(migrate migrate.cpp)\nadd_executable(dump dump.cpp)\n', 'tools/migrate.cpp': tool, 'tools/dump.cpp': tool,
    }).apps;
    assert.deepEqual(rest, []);
    assert.deepEqual([app!.path, best(app!.commands.start)], ['.', ['/app/bin/shop']]);
    assert.deepEqual(app!.workers.map(({ name, start }) => [name, best(start)]), [['worker', ['/app/bin/mail_worker']]]);
    assert.deepEqual(app!.jobs.map(({ name, command }) => [name, best(command)]), [['migrate', ['/app/bin/migrate']]]);
  });

  it('are several where servers have folders of their own', () => {
    const { apps } = find({
      'CMakeLists.txt': list('foreach(name IN ITEMS orders users)', '  add_subdirectory(services/${name})', 'endforeach()'),
      'services/orders/CMakeLists.txt': 'add_executable(orders main.cpp)\n', 'services/orders/main.cpp': server,
      'services/users/CMakeLists.txt': 'add_executable(users main.cpp)\n', 'services/users/main.cpp': server,
    });
    assert.deepEqual(apps.map(({ name, path, workspace }) => [name, path, workspace?.root]), [['orders', 'services/orders', '.'], ['users', 'services/users', '.']]);
    const shared = find({ 'CMakeLists.txt': list('add_executable(shop src/shop/main.cpp)', 'add_executable(admin src/admin/main.cpp)', 'install(TARGETS shop admin)'), 'src/shop/main.cpp': server, 'src/admin/main.cpp': server });
    assert.deepEqual(shared.apps.map(({ path }) => path), ['.', 'src/admin']);
  });

  it('are found through functions, variables, globs and included files of the project', () => {
    const { apps } = find({
      'CMakeLists.txt': list('list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_SOURCE_DIR}/cmake")', 'include(service)', 'set(NAME till)', 'add_service(${NAME} ${CMAKE_CURRENT_SOURCE_DIR}/src/till.cpp)'),
      'cmake/service.cmake': 'function(add_service name)\n  add_executable(${name} ${ARGN})\nendfunction()\n', 'src/till.cpp': server,
    });
    assert.deepEqual(best(apps[0]!.commands.start), ['/app/bin/till']);
  });

  it('have ports from defaults, the nearest to the socket first', () => {
    const portOf = (text: string): number | undefined => best(find({ 'CMakeLists.txt': one, 'main.cpp': server.replace('{', `{ ${text}`) }).apps[0]!.port);
    assert.equal(portOf('address.sin_port = htons(9001);'), 9001);
    assert.equal(portOf('int port = env_or("PORT", 9002);'), 9002);
    assert.equal(portOf('const char *p = std::getenv("PORT");\n  int port = p ? std::atoi(p) : 9003;'), 9003);
    assert.equal(portOf('uint16_t port = 9004;'), 9004);
    assert.equal(portOf('options.add_options()("p,port", "Port", cxxopts::value<int>()->default_value("9005"));'), 9005);
    assert.equal(portOf('/* htons(9006) */'), undefined);
  });

  it('are told from servers on localhost', () => {
    const { apps, problems } = find({ 'CMakeLists.txt': one, 'main.cpp': server.replace('{', '{ inet_pton(AF_INET, "127.0.0.1", &a); htons(9001);') });
    assert.deepEqual([best(apps[0]!.bind), problems.map(({ code }) => code)], ['loopback', ['listens-on-loopback']]);
  });

  it('start as their Procfile says, wherever the build leaves the program', () => {
    const [app] = find({
      'CMakeLists.txt': list('add_executable(shop main.cpp)', 'set_target_properties(shop PROPERTIES OUTPUT_NAME shopd)', 'add_executable(mailer mailer.cpp)'),
      'main.cpp': server, 'mailer.cpp': worker, Procfile: 'web: ./build/bin/shopd --verbose\nrelease: build/shopd migrate\nqueue: build/mailer\n',
    }).apps;
    assert.deepEqual(best(app!.commands.start), ['/app/bin/shopd', '--verbose']);
    assert.deepEqual(best(app!.commands.dev), ['watch', 'shopd', '--verbose']);
    assert.deepEqual(app!.workers.map(({ start }) => best(start)), [['/app/bin/mailer']]);
    assert.deepEqual(app!.jobs.map(({ command }) => best(command)), [['/app/bin/shopd', 'migrate']]);
  });

  it('start as their Dockerfile says, wherever that has the program', () => {
    const { apps } = scan(memoryRepository({ 'CMakeLists.txt': one, 'main.cpp': server, Dockerfile: 'FROM debian\nCMD ["./build/shop", "--fast"]\n' }), stacks, technologies);
    assert.deepEqual(best(apps[0]!.commands.start), ['/app/bin/shop', '--fast']);
  });

  it('may be written in C', () => assert.equal(best(find({ 'CMakeLists.txt': 'project(shop C)\nadd_executable(shop main.c)\n', 'main.c': server }).apps[0]!.language), 'c'));
});

describe('declared standards', () => {
  const versionOf = (line: string, more: Readonly<Record<string, string>> = {}): string | undefined => best(find({ 'CMakeLists.txt': list('add_executable(shop main.cpp)', line), 'main.cpp': server, ...more }).apps[0]!.version);
  it('are read from variables, properties, features, flags and presets', () => {
    assert.equal(versionOf('set(CMAKE_CXX_STANDARD 20)'), '20');
    assert.equal(versionOf('set_target_properties(shop PROPERTIES CXX_STANDARD 23)'), '23');
    assert.equal(versionOf('set_property(TARGET shop PROPERTY CXX_STANDARD 14)'), '14');
    assert.equal(versionOf('target_compile_features(shop PUBLIC cxx_std_17)'), '17');
    assert.equal(versionOf('add_compile_options(-std=c++2a)'), '2a');
    assert.equal(versionOf('', { 'CMakePresets.json': '{"version":3,"configurePresets":[{"name":"release","cacheVariables":{"CMAKE_CXX_STANDARD":"23"}}]}' }), '23');
    assert.equal(versionOf(''), undefined);
  });
  it('are lines of the compiler', () => assert.deepEqual(['20', 'c++17', 'gnu++23', '2a', '2c', '98', 'latest'].map(resolveVersion), ['20', '17', '23', '20', '26', '98', undefined]));
});
