import assert from 'node:assert/strict';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { projectName, projectRelease } from '../../../lib/discovery/project.js';

const named = (files: Readonly<Record<string, string>>): readonly [string | undefined, string | undefined] => {
  const repository = memoryRepository(files, 'folder');
  return [projectName(repository)[0]?.value, projectRelease(repository)[0]?.value];
};

describe('the name of a project', () => {
  const cases: readonly (readonly [string, string, string, string | undefined])[] = [
    ['package.json', '{ "name": "@acme/shop", "version": "1.2.3" }', 'shop', '1.2.3'],
    ['pyproject.toml', '[build-system]\nname = "no"\n[project]\ndescription = "x"\nname = "shop"\nversion = "2.0"\n', 'shop', '2.0'],
    ['pyproject.toml', '[tool.poetry]\nname = "shop"\nversion = "0.3.0"\n', 'shop', '0.3.0'],
    ['Cargo.toml', '[package]\nname = "shop"\nversion = "0.1.0"\n[dependencies]\nname = "no"\n', 'shop', '0.1.0'],
    ['composer.json', '{\n  "name": "acme/shop",\n  "version": "4.0.0"\n}', 'shop', '4.0.0'],
    ['go.mod', 'module example.com/acme/shop/v2\n\ngo 1.26\n', 'shop', undefined],
    ['mix.exs', 'def project do [app: :shop, version: "0.1.0"] end', 'shop', '0.1.0'],
    ['settings.gradle.kts', 'rootProject.name = "shop"\n', 'shop', undefined],
    ['CMakeLists.txt', '# project(no VERSION 9.9)\ncmake_minimum_required(VERSION 3.25)\nproject(shop\n  VERSION 1.4.2\n  LANGUAGES CXX)\n', 'shop', '1.4.2'],
    ['CMakeLists.txt', 'cmake_minimum_required(VERSION 3.25)\nproject("shop" CXX)\n', 'shop', undefined],
    ['README.md', 'shop', 'folder', undefined],
  ];
  for (const [file, text, name, release] of cases) it(`is ${name} in ${file}`, () => assert.deepEqual(named({ [file]: text }), [name, release]));
});
