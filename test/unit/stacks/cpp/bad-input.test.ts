import assert from 'node:assert/strict';
import { technologies } from '../../../../lib/catalog/registry.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverCpp } from '../../../../lib/stacks/cpp/discover.js';

const find = (files: Readonly<Record<string, string>>) => discoverCpp(memoryRepository(files), technologies);
const main = 'int main() { int s = socket(AF_INET, SOCK_STREAM, 0); listen(s, 8); accept(s, 0, 0); }\n';
const list = 'project(shop CXX)\nadd_executable(shop main.cpp)\n';
const utf16 = (text: string): string => `\uFFFD\uFFFD${[...text].join('\u0000')}\u0000`;

/** The only problem, which names the file. */
function assertSaid(files: Readonly<Record<string, string>>, message: RegExp, apps: number): void {
  const found = find(files);
  assert.equal(found.apps.length, apps);
  assert.equal(found.problems.length, 1, JSON.stringify(found.problems));
  assert.match(found.problems[0]!.message, message);
}

describe('list files that cannot be read', () => {
  it('are said by name, never taken for empty ones', () => {
    assertSaid({ 'CMakeLists.txt': '\u0000\u0001', 'main.cpp': main }, /^CMakeLists\.txt:1:1: this is not a readable text file/u, 0);
    assertSaid({ 'CMakeLists.txt': utf16(list), 'main.cpp': main }, /^CMakeLists\.txt:1:1: this is not a readable text file/u, 0);
    assertSaid({ 'CMakeLists.txt': `${list}${'# generated\n'.repeat(100_000)}`, 'main.cpp': main }, /^CMakeLists\.txt:1:1: this list file has more than 1 MiB/u, 0);
    assertSaid({ 'CMakeLists.txt': `${list}${' '.repeat(3 * 1024 * 1024)}`, 'main.cpp': main }, /^CMakeLists\.txt:1:1: this is not a readable text file/u, 0);
    assertSaid({ 'CMakeLists.txt': `${list}set(X (a\nset(Y b)\n`, 'main.cpp': main }, /^CMakeLists\.txt:3:1: this call is never closed/u, 1);
    assertSaid({ 'CMakeLists.txt': `${list}include(cmake/x.cmake)\n`, 'cmake/x.cmake': '\u0000', 'main.cpp': main }, /^cmake\/x\.cmake:1:1: this is not a readable text file/u, 1);
  });

  it('may be empty, strange or circular', () => {
    for (const text of ['', '\n\n', ')))', '((((', '"', '[[', '#[[', '${', 'add_executable()', 'add_executable(${X} ${Y})', 'set(A ${B})\nset(B ${A})\nadd_executable(${A} main.cpp)', 'foreach(', 'endforeach()', 'endif()', 'else()']) {
      assert.doesNotThrow(() => find({ 'CMakeLists.txt': text, 'main.cpp': main }), text);
    }
    const circular = { 'CMakeLists.txt': `${list}add_subdirectory(.)\nadd_subdirectory(a)\ninclude(a.cmake)\n`, 'a/CMakeLists.txt': 'add_subdirectory(..)\nadd_subdirectory(../a)\n', 'a.cmake': 'include(a.cmake)\nmacro(f)\n  f()\nendmacro()\nf()\n', 'main.cpp': main };
    assert.deepEqual([find(circular).apps.length, find(circular).problems], [1, []]);
    const loops = `${'foreach(x a b c d e f g h i j)\n'.repeat(10)}set(Y \${x})\n${'endforeach()\n'.repeat(10)}`;
    assert.equal(find({ 'CMakeLists.txt': `${list}${loops}`, 'main.cpp': main }).apps.length, 1);
  });

  it('never lead out of the project', () => {
    const { apps } = find({ 'CMakeLists.txt': `${list}add_subdirectory(../../etc)\ninclude(/../../x.cmake)\ntarget_sources(shop PRIVATE ../../../secret.cpp)\n`, 'main.cpp': main });
    assert.equal(apps.length, 1);
  });

  it('may begin with a mark of their encoding and end lines as Windows does', () => {
    const [app] = find({ 'CMakeLists.txt': `\uFEFF${list.replaceAll('\n', '\r\n')}`, 'main.cpp': main.replaceAll('\n', '\r\n') }).apps;
    assert.deepEqual(app!.commands.start[0]!.value, ['/app/bin/shop']);
  });
});

describe('manifests of package managers that cannot be read', () => {
  const files = { 'CMakeLists.txt': list, 'main.cpp': main };
  it('are said by name and place', () => {
    assertSaid({ ...files, 'vcpkg.json': '{ "dependencies": [ "fmt" ' }, /^vcpkg\.json:1:\d+: this is not valid JSON/u, 1);
    assertSaid({ ...files, 'vcpkg.json': '' }, /^vcpkg\.json:1:1: the file is empty/u, 1);
    assertSaid({ ...files, 'vcpkg.json': '[]' }, /^vcpkg\.json:1:1: the top level must be an object/u, 1);
    assertSaid({ ...files, 'vcpkg.json': utf16('{}') }, /^vcpkg\.json:1:1: this is not a readable text file/u, 1);
    assertSaid({ ...files, 'conanfile.txt': '\u0000' }, /^conanfile\.txt:1:1: this is not a readable text file/u, 1);
    assertSaid({ ...files, 'CMakePresets.json': '{' }, /^CMakePresets\.json:1:\d+: this is not valid JSON/u, 1);
  });

  it('may hold what nobody expects', () => {
    const baseline = '0'.repeat(40);
    for (const dependencies of [null, 1, 'fmt', {}, [1, null, {}, { name: 2 }, [[]]]]) assert.deepEqual(find({ ...files, 'vcpkg.json': JSON.stringify({ dependencies, 'builtin-baseline': baseline }) }).problems, []);
    for (const configurePresets of [null, 1, {}, [1, null, { name: 1 }, { name: 'a', inherits: 'a' }, { name: 'b', inherits: ['c', 1] }, { name: 'c', inherits: 'b' }]]) assert.deepEqual(find({ ...files, 'CMakePresets.json': JSON.stringify({ configurePresets }) }).problems, []);
    assert.deepEqual(find({ ...files, 'vcpkg.json': `\uFEFF{"dependencies":["fmt"],\r\n"builtin-baseline":"${baseline}"}` }).problems, []);
  });

  it('are of no interest where nothing is an app', () => assert.deepEqual(find({ 'CMakeLists.txt': 'project(x)\nadd_library(x x.cpp)\nfind_package(Frobnicate REQUIRED)\n', 'x.cpp': '' }).problems, []));
});

it('a source of a thousand pieces is read in a moment', () => {
  const text = `${'#include <a.h>\n'.repeat(5000)}${'getenv("PORT") ? '.repeat(2000)}\n${'"port", '.repeat(3000)}`;
  const start = Date.now();
  find({ 'CMakeLists.txt': list, 'main.cpp': `${main}${text}` });
  assert.ok(Date.now() - start < 2000);
});
