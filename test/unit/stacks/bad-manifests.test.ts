import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { technologies } from '../../../lib/catalog/registry.js';
import { diskRepository } from '../../../lib/discovery/disk-repository.js';
import { maximumFileSize } from '../../../lib/discovery/repository.js';
import { scan } from '../../../lib/discovery/scan.js';
import { stacks } from '../../../lib/stacks/registry.js';

interface Case {
  readonly stack: string;
  readonly manifest: string;
  readonly text: string;
  /** What else the app needs. */
  readonly beside: Readonly<Record<string, string>>;
  /** Not what its format allows; none where the manifest is a program, of which nobody can say so without running it. */
  readonly malformed?: string;
  /** Sites count only where nothing else is found: the other app is another site then. */
  readonly isSite?: true;
}

const csharp = 'var app = WebApplication.CreateBuilder(args).Build();\napp.Run();\n';
const java = 'package a;\n\npublic class App {\n  public static void main(String[] args) {\n    io.javalin.Javalin.create().start(7070);\n  }\n}\n';
const cases: readonly Case[] = [
  { stack: 'go', manifest: 'go.mod', text: 'module example.com/app\n\ngo 1.26\n', beside: { 'main.go': 'package main\n\nimport "net/http"\n\nfunc main() { _ = http.ListenAndServe(":8080", nil) }\n' }, malformed: 'require (' },
  { stack: 'rust', manifest: 'Cargo.toml', text: '[package]\nname = "app"\nversion = "0.1.0"\n', beside: { 'src/main.rs': 'fn main() { std::net::TcpListener::bind("0.0.0.0:8080").unwrap(); }\n' }, malformed: '[package' },
  { stack: 'jvm', manifest: 'pom.xml', text: '<project>\n<artifactId>app</artifactId>\n<dependencies><dependency><groupId>io.javalin</groupId><artifactId>javalin</artifactId></dependency></dependencies>\n</project>\n', beside: { 'src/main/java/a/App.java': java }, malformed: '<project><artifactId>' },
  { stack: 'jvm', manifest: 'build.gradle', text: 'plugins {\n  id "application"\n}\n\ndependencies {\n  implementation "io.javalin:javalin:6.7.0"\n}\n', beside: { 'src/main/java/a/App.java': java } },
  { stack: 'jvm', manifest: 'build.sbt', text: 'name := "app"\nlibraryDependencies += "org.http4s" %% "http4s-ember-server" % "0.23.33"\n', beside: { 'src/main/scala/a/App.scala': 'package a\n\nobject App {\n  def main(args: Array[String]): Unit = ()\n}\n' } },
  { stack: 'php', manifest: 'composer.json', text: '{\n  "type": "project",\n  "require": { "slim/slim": "^4.15" }\n}\n', beside: { 'public/index.php': '<?php\n$app->run();\n' }, malformed: '{"type": ' },
  { stack: 'ruby', manifest: 'Gemfile', text: 'source "https://rubygems.org"\ngem "roda"\ngem "puma"\n', beside: { 'config.ru': 'run App\n' } },
  { stack: 'dotnet', manifest: 'App.csproj', text: '<Project Sdk="Microsoft.NET.Sdk.Web">\n<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>\n</Project>\n', beside: { 'Program.cs': csharp }, malformed: '<Project Sdk="Microsoft.NET.Sdk.Web">' },
  { stack: 'crystal', manifest: 'shard.yml', text: 'name: app\ntargets:\n  app:\n    main: src/app.cr\ndependencies:\n  kemal:\n    github: kemalcr/kemal\n', beside: { 'src/app.cr': 'Kemal.run\n' }, malformed: 'name: [a\n' },
  { stack: 'elixir', manifest: 'mix.exs', text: 'defmodule App.MixProject do\n  use Mix.Project\n  def project, do: [app: :app, deps: [{:plug_cowboy, "~> 2.7"}, {:plug, "~> 1.18"}]]\n  def application, do: [mod: {App, []}]\nend\n', beside: { 'lib/app.ex': 'defmodule App do\n  def start(_, _), do: Supervisor.start_link([{Plug.Cowboy, scheme: :http, plug: App.Router, port: 4000}], [])\nend\n' } },
  { stack: 'deno', manifest: 'deno.json', text: '{\n  "tasks": { "start": "deno run -A main.ts" }\n}\n', beside: { 'main.ts': 'Deno.serve({ port: 8000 }, () => new Response("hello"));\n' }, malformed: '{"tasks": ' },
  { stack: 'static', manifest: 'hugo.toml', text: 'baseURL = "https://example.org/"\ntitle = "Notes"\n', beside: { 'content/a.md': 'a' }, isSite: true },
  { stack: 'static', manifest: 'config.toml', text: 'base_url = "https://example.org"\n', beside: { 'templates/index.html': '<html></html>' }, isSite: true },
  { stack: 'static', manifest: 'mkdocs.yml', text: 'site_name: Notes\n', beside: { 'docs/index.md': 'a' }, isSite: true },
  { stack: 'static', manifest: 'book.toml', text: '[book]\ntitle = "Notes"\n', beside: { 'src/SUMMARY.md': 'a' }, isSite: true },
];

const text = (content: string): Buffer => Buffer.from(content, 'utf8');
/** What makes a manifest one that nobody can read. */
const bad: Readonly<Record<string, (each: Case) => Buffer | undefined>> = {
  malformed: ({ malformed }) => (malformed === undefined ? undefined : text(malformed)),
  empty: () => text(''),
  'blank lines': () => text('\r\n \n'),
  'larger than is read': (each) => Buffer.concat([text(each.text), Buffer.alloc(maximumFileSize, '\n')]),
  'of 50 MB': (each) => Buffer.concat([text(each.text), Buffer.alloc(50_000_000, ' ')]),
  binary: () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0xff, 0xfe]),
  'UTF-16 without a mark': (each) => Buffer.from(each.text, 'utf16le'),
};
/** What other systems write, which says the same. */
const foreign: Readonly<Record<string, { readonly contentOf: (each: Case) => Buffer; readonly said: readonly string[] }>> = {
  'a mark and line ends of Windows': { contentOf: (each) => text(`\uFEFF${each.text.replaceAll('\n', '\r\n')}`), said: [] },
  'UTF-16 with a mark': { contentOf: (each) => Buffer.from(`\uFEFF${each.text}`, 'utf16le'), said: ['this is in UTF-16, which most programs do not read'] },
};

const goodOf = ({ isSite }: Case): string => (isSite === true ? 'good static' : 'good node');

/** A repository with the app in `bad/` and another one, of another stack, that nothing is wrong with. */
function found(each: Case, content: Buffer): { readonly apps: readonly string[]; readonly problems: readonly string[] } {
  const root = mkdtempSync(join(tmpdir(), 'docker-architect-bad-'));
  const write = (path: string, bytes: Buffer): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  };
  try {
    write(`bad/${each.manifest}`, content);
    for (const [path, code] of Object.entries(each.beside)) write(`bad/${path}`, text(code));
    if (each.isSite === true) {
      write('good/book.toml', text('[book]\ntitle = "Good"\n'));
      write('good/src/SUMMARY.md', text('a'));
    } else {
      write('good/package.json', text('{ "name": "good", "scripts": { "start": "node server.js" }, "dependencies": { "express": "5.1.0" } }'));
      write('good/server.js', text("import express from 'express';\nexpress().listen(3000);\n"));
    }
    const { apps, problems } = scan(diskRepository(root), stacks, technologies);
    return { apps: apps.map(({ path, stack }) => `${path} ${stack}`).toSorted(), problems: problems.filter(({ severity, code }) => severity !== 'info' && code !== 'site-generator-not-pinned').map(({ message }) => message) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

for (const each of cases) {
  describe(`a ${each.manifest} of ${each.stack}`, () => {
    for (const [kind, contentOf] of Object.entries(bad)) {
      const content = contentOf(each);
      if (content === undefined) continue;
      it(`that is ${kind} is a problem that names it, and everything else is found`, () => {
        const { apps, problems } = found(each, content);
        assert.ok(apps.includes(goodOf(each)), JSON.stringify(apps));
        assert.deepEqual(problems.filter((message) => message.startsWith(`bad/${each.manifest}:`)).length, 1, JSON.stringify(problems));
      });
    }
    for (const [kind, { contentOf, said }] of Object.entries(foreign)) {
      it(`with ${kind} is read`, () => {
        const { apps, problems } = found(each, contentOf(each));
        assert.deepEqual(apps, [`bad ${each.stack}`, goodOf(each)]);
        assert.deepEqual(problems.map((message) => message.replace(`bad/${each.manifest}: `, '')), said);
      });
    }
  });
}
