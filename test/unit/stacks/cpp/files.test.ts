import assert from 'node:assert/strict';
import { cppFiles } from '../../../../lib/stacks/cpp/files.js';
import { runtime } from '../../../../lib/stacks/cpp/image.js';
import { appWith } from '../../../support/briefs.js';

const files = (fields: Readonly<Record<string, unknown>> = {}) => cppFiles(appWith({ stack: 'cpp', commands: { start: ['/app/bin/shop'] }, ...fields }), { folder: 'docker/app', assets: null });
const dockerfile = (fields: Readonly<Record<string, unknown>> = {}): string => files(fields)[0]!.content;
const stage = (text: string, name: string): string => text.split(/^(?=FROM )/mu).find((each) => each.split('\n')[0]!.endsWith(` AS ${name}`))!;

describe('the Dockerfile of a C++ app', () => {
  it('has each stage, production last', () => {
    const names = [...dockerfile().matchAll(/^FROM \S+ AS (\S+)$/gmu)].map((match) => match[1]!);
    for (const name of ['deps', 'build', 'development', 'test']) assert.ok(names.includes(name), name);
    assert.equal(names.at(-1), 'production');
  });

  it('has no compiler and no source in production', () => {
    const production = stage(dockerfile({ systemPackages: { build: ['libpq-dev'], runtime: ['tzdata'] } }), 'production');
    assert.match(production, /^FROM debian:13-slim /u);
    assert.match(production, / tzdata /u);
    assert.doesNotMatch(production, /-dev\b|g\+\+|cmake|^COPY (?:\["\.\/?"|\. )/mu);
  });

  it('runs as a user by number that is not root', () => assert.match(stage(dockerfile(), 'production'), /^USER [1-9]\d*:[1-9]\d*$/mu));

  it('builds every program that is started, and tests apart from them', () => {
    const text = dockerfile({ workers: [{ name: 'mailer', command: ['/app/bin/mailer'] }], commands: { start: ['/app/bin/shop'], build: ['cmake', '-S', '.', '-B', '/build', '-DCMAKE_BUILD_TYPE=Release', '-DSHOP_TESTS=OFF'] } });
    assert.match(stage(text, 'build'), /-DSHOP_TESTS=OFF .*-DPROGRAMS=shop;mailer'/u);
    assert.match(stage(text, 'test'), /-B \/tests -DCMAKE_BUILD_TYPE=Debug -DSHOP_TESTS=ON/u);
  });

  it('names a standard that is not the compiler\'s own', () => {
    assert.match(dockerfile({ version: '20' }), /-DCMAKE_CXX_STANDARD=20/u);
    assert.match(dockerfile({ version: '99', language: 'c' }), /-DCMAKE_C_STANDARD=99/u);
    assert.doesNotMatch(dockerfile({ version: '17' }), /_STANDARD/u);
  });

  it('leaves a build of somebody\'s own as it is', () => {
    const text = dockerfile({ commands: { start: ['/app/bin/shop'], build: ['make', 'install', 'PREFIX=/app'] } });
    assert.match(stage(text, 'build'), /make install PREFIX=\/app && \\\n {4}libraries/u);
    assert.doesNotMatch(stage(text, 'build'), /cmake --build/u);
  });

  it('brings a newer CMake where the project asks for one', () => {
    assert.match(dockerfile({ packageManager: { name: 'cmake', version: '4.1' } }), /'cmake>=4\.1'/u);
    assert.doesNotMatch(dockerfile(), /pip install/u);
  });

  it('keeps what package managers made for every stage that builds', () => {
    assert.match(stage(dockerfile({ packageManager: { name: 'vcpkg' } }), 'deps'), /vcpkg install --x-install-root=\/opt\/vcpkg-installed/u);
    assert.match(stage(dockerfile({ packageManager: { name: 'conan' }, lockFile: 'conan.lock', installFiles: ['conanfile.txt'] }), 'deps'), /conan install \. .*--lockfile=conan\.lock/u);
  });

  it('can write where its framework keeps uploads', () => {
    const tmpfs = (fields: Readonly<Record<string, unknown>>): readonly string[] => runtime(appWith({ stack: 'cpp', commands: { start: ['/app/bin/shop'] }, ...fields })).tmpfs.map((each) => each.split(':')[0]!);
    assert.deepEqual([tmpfs({ framework: 'drogon', runtimeFiles: ['config.json', 'public'] }), tmpfs({ framework: 'drogon' }), tmpfs({ framework: 'crow' })], [['/app/public/uploads'], ['/app/uploads'], []]);
  });

  it('never builds what Conan made of one kind as another', () => {
    const build = ['cmake', '-S', '.', '-B', '/build', '-DCMAKE_BUILD_TYPE=Release', '-DCMAKE_TOOLCHAIN_FILE=/opt/conan/conan_toolchain.cmake'];
    const script = files({ packageManager: { name: 'conan' }, commands: { start: ['/app/bin/shop'], build } }).find(({ path }) => path.endsWith('build-program.sh'))!.content;
    assert.match(script, /-DCMAKE_BUILD_TYPE=Release/u);
  });
});
