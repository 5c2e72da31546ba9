// An address that a program takes from its environment is given to it; one that it has written down itself is only said.
import assert from 'node:assert/strict';
import { parseBrief } from '../../../lib/brief/schema.js';
import { suggest } from '../../../lib/brief/suggest.js';
import { technologies } from '../../../lib/catalog/registry.js';
import { design } from '../../../lib/design/design.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { scan } from '../../../lib/discovery/scan.js';
import { stacks } from '../../../lib/stacks/registry.js';

const found = (files: Readonly<Record<string, string>>) => scan(memoryRepository(files), stacks, technologies);
const codes = (files: Readonly<Record<string, string>>) => found(files).problems.map(({ code }) => code);

function environment(files: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const brief = parseBrief(JSON.parse(JSON.stringify(suggest(found(files)))) as object, 'test');
  return design(brief).services.find(({ name }) => name === 'app')!.common.environment ?? {};
}

const node = { 'package.json': JSON.stringify({ name: 'a', scripts: { start: 'node server.js' }, dependencies: { fastify: '^5.0.0' } }) };
const go = { 'go.mod': 'module a\n\ngo 1.24\n' };
const goServer = (lines: string): string => `package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n${lines}\n}\n`;
const rust = { 'Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2024"\n\n[dependencies]\naxum = "0.8"\ntokio = "1"\n' };
const rustServer = (lines: string): string => `use axum::{routing::get, Router};\n\n#[tokio::main]\nasync fn main() {\n${lines}\n    axum::serve(listener, Router::new().route("/", get(|| async { "a" }))).await.unwrap();\n}\n`;

const gem = (gems: string) => ({ Gemfile: `source 'https://rubygems.org'\n${gems}` });
const maven = (group: string, artifact: string, plugin = 'maven-shade-plugin') => ({
  'pom.xml': `<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version><dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>4.0.0</version></dependency></dependencies><build><plugins><plugin><groupId>x</groupId><artifactId>${plugin}</artifactId></plugin></plugins></build></project>`,
  'src/main/java/a/Main.java': 'package a;\npublic class Main { public static void main(String[] args) { ApplicationContext.run(Main.class, args); } }\n',
});
const ktor = { 'build.gradle.kts': 'plugins {\n  kotlin("jvm") version "2.2.0"\n  application\n}\napplication { mainClass = "MainKt" }\ndependencies { implementation("io.ktor:ktor-server-netty:3.2.0") }\n', 'src/main/kotlin/Main.kt': 'fun main(args: Array<String>): Unit = io.ktor.server.netty.EngineMain.main(args)\n' };
const web = (last: string) => ({ 'App.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>', 'Program.cs': `var app = WebApplication.CreateBuilder(args).Build();\n${last}\n` });
const phoenix = { 'mix.exs': 'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a, version: "0.1.0", elixir: "~> 1.18", deps: [{:phoenix, "~> 1.8"}]]\n  def application, do: [mod: {A.Application, []}]\nend\n' };

/** Addresses that nothing but the source or the settings decide about, each with the line that says so. */
const written: readonly { readonly what: string; readonly files: Readonly<Record<string, string>>; readonly place: string }[] = [
  { what: 'Sinatra', files: { ...gem("gem 'sinatra'\n"), 'app.rb': "require 'sinatra'\nset :bind, 'localhost'\n" }, place: 'app.rb:2' },
  { what: 'a socket of Ruby', files: { 'server.rb': "require 'socket'\nserver = TCPServer.new('127.0.0.1', 8000)\n" }, place: 'server.rb:2' },
  { what: 'Ktor', files: { ...ktor, 'src/main/resources/application.conf': 'ktor {\n  deployment {\n    host = "127.0.0.1"\n  }\n}\n' }, place: 'src/main/resources/application.conf:3' },
  { what: 'Javalin', files: { ...maven('io.javalin', 'javalin'), 'src/main/java/a/Main.java': 'package a;\npublic class Main {\n  public static void main(String[] args) {\n    Javalin.create().start("localhost", 7070);\n  }\n}\n' }, place: 'src/main/java/a/Main.java:4' },
  { what: 'the server of the JDK', files: { ...maven('org.slf4j', 'slf4j-api'), 'src/main/java/a/Main.java': 'package a;\npublic class Main {\n  public static void main(String[] args) {\n    HttpServer.create(new InetSocketAddress("localhost", 8000), 0).start();\n  }\n}\n' }, place: 'src/main/java/a/Main.java:4' },
  { what: 'Dropwizard', files: { ...maven('io.dropwizard', 'dropwizard-core'), 'config.yml': 'server:\n  applicationConnectors:\n    - type: http\n      port: 8080\n      bindHost: localhost\n' }, place: 'config.yml:5' },
  { what: 'UseUrls', files: web('builder.WebHost.UseUrls("http://localhost:5000");'), place: 'Program.cs:2' },
  { what: 'a list of addresses', files: web('app.Urls.Add($"http://localhost:{port}");'), place: 'Program.cs:2' },
  { what: 'an address of Kestrel', files: web('options.Listen(IPAddress.Loopback, 5000);'), place: 'Program.cs:2' },
  { what: 'a second endpoint of Kestrel', files: { ...web('app.Run();'), 'appsettings.json': '{\n  "Kestrel": { "Endpoints": {\n    "A": { "Url": "http://localhost:5080" },\n    "B": { "Url": "http://localhost:5081" }\n  } }\n}' }, place: 'appsettings.json:4' },
  { what: 'Phoenix in production', files: { ...phoenix, 'config/runtime.exs': 'import Config\nconfig :a, AWeb.Endpoint,\n  http: [ip: {127, 0, 0, 1}, port: 4000]\n' }, place: 'config/runtime.exs:3' },
  { what: 'Bandit', files: { 'mix.exs': phoenix['mix.exs'].replace('phoenix', 'bandit'), 'lib/a/application.ex': 'defmodule A.Application do\n  def start(_, _), do: Supervisor.start_link([\n    {Bandit, plug: A.Router, ip: :loopback, port: 4000}\n  ], strategy: :one_for_one)\nend\n' }, place: 'lib/a/application.ex:3' },
  { what: 'settings of Go', files: { ...go, 'main.go': goServer('\thttp.ListenAndServe(beego.BConfig.Addr, nil)'), 'conf/app.conf': 'appname = a\nhttpport = 8080\nhttpaddr = 127.0.0.1\n' }, place: 'conf/app.conf:3' },
  { what: 'settings of Rust', files: { ...rust, 'src/main.rs': rustServer('    let listener = tokio::net::TcpListener::bind(settings.server).await.unwrap();'), 'config/default.toml': '[database]\naddress = "127.0.0.1"\n', 'config.toml': '[server]\nbind = "127.0.0.1:3000"\n' }, place: 'config.toml:2' },
  { what: 'a command', files: { ...gem("gem 'puma'\ngem 'rack'\n"), 'config.ru': 'run App\n', Procfile: '# servers\nweb: bundle exec puma -b tcp://127.0.0.1:3000\n' }, place: 'Procfile:2' },
];

const cases: readonly { readonly what: string; readonly files: Readonly<Record<string, string>>; readonly expected: Readonly<Record<string, string>> }[] = [
  { what: 'a default in the call', files: { ...node, 'server.js': "app.listen({ port: 3000, host: process.env.HOST ?? 'localhost' })" }, expected: { HOST: '0.0.0.0' } },
  { what: 'any name, in the call', files: { ...node, 'server.js': "app.listen({ port: 3000, host: process.env['MY_NIC'] || '127.0.0.1' })" }, expected: { MY_NIC: '0.0.0.0' } },
  { what: 'no default at all', files: { ...node, 'server.js': 'app.listen({ port: 3000, host: process.env.BOOKINGS_HOST })' }, expected: { BOOKINGS_HOST: '0.0.0.0' } },
  { what: 'the name that the engine sets itself', files: { ...node, 'server.js': "const hostname = process.env.HOSTNAME || 'localhost';\napp.listen(3000, hostname);" }, expected: { HOSTNAME: '0.0.0.0' } },
  { what: 'settings in another file', files: { ...node, 'server.js': "import { config } from './config.js';\napp.listen({ port: 3000, host: config.server.address });", 'config.js': "export const config = { server: { address: process.env.LISTEN_ADDRESS || 'localhost' } };" }, expected: { LISTEN_ADDRESS: '0.0.0.0' } },
  { what: 'the environment taken apart', files: { ...node, 'server.js': "const { PORT = 3000, HOST: host = 'localhost' } = process.env;\napp.listen({ port: PORT, host });" }, expected: { HOST: '0.0.0.0' } },
  { what: 'a schema', files: { ...node, 'server.js': "import { env } from './env.js';\napp.listen({ port: env.PORT, host: env.HOST });", 'env.js': "import { z } from 'zod';\nexport const env = z.object({\n  HOST: z.string().default('localhost'),\n  PORT: z.coerce.number().default(3000),\n}).parse(process.env);" }, expected: { HOST: '0.0.0.0' } },
  { what: 'an example that is loopback', files: { ...node, 'server.js': "import { env } from './env.js';\napp.listen(options(env));", 'env.js': 'export const env = { at: process.env.BIND_ADDRESS };', '.env.example': 'BIND_ADDRESS=127.0.0.1\n' }, expected: { BIND_ADDRESS: '0.0.0.0' } },
  { what: 'Go, with a port', files: { ...go, 'main.go': goServer('\taddr := os.Getenv("LISTEN_ADDR")\n\tif addr == "" {\n\t\taddr = "127.0.0.1:8090"\n\t}\n\thttp.ListenAndServe(addr, nil)') }, expected: { LISTEN_ADDR: '0.0.0.0:8090', PORT: '8090' } },
  { what: 'Rust', files: { ...rust, 'src/main.rs': rustServer('    let host = std::env::var("HOST").unwrap_or_else(|_| "127.0.0.1".to_string());\n    let listener = tokio::net::TcpListener::bind((host.as_str(), 3000)).await.unwrap();') }, expected: { HOST: '0.0.0.0' } },
  { what: 'Deno', files: { 'deno.json': '{ "tasks": { "start": "deno run --allow-net --allow-env main.ts" } }', 'main.ts': 'Deno.serve({ port: 8000, hostname: Deno.env.get("HOST") ?? "localhost" }, () => new Response("a"));' }, expected: { HOST: '0.0.0.0' } },
  { what: 'Python', files: { 'requirements.txt': 'aiohttp\n', 'main.py': 'import os\nfrom aiohttp import web\n\napp = web.Application()\n\nif __name__ == "__main__":\n    web.run_app(app, host=os.environ.get("HOST", "127.0.0.1"), port=8080)\n' }, expected: { HOST: '0.0.0.0' } },
  { what: 'Crystal', files: { 'shard.yml': 'name: a\nversion: 0.1.0\ntargets:\n  a:\n    main: src/a.cr\n', 'src/a.cr': 'require "http/server"\nserver = HTTP::Server.new { }\nserver.bind_tcp ENV.fetch("HOST", "127.0.0.1"), 8080\nserver.listen\n' }, expected: { HOST: '0.0.0.0' } },
  { what: 'C++', files: { 'CMakeLists.txt': 'project(a CXX)\nadd_executable(a main.cpp)\n', 'main.cpp': '#include "httplib.h"\nint main() {\n  const char *given = std::getenv("HOST");\n  std::string host = given ? given : "127.0.0.1";\n  httplib::Server server;\n  server.listen(host, 8080);\n}\n' }, expected: { HOST: '0.0.0.0' } },
  { what: 'Ruby, a script of Sinatra', files: { ...gem("gem 'sinatra'\n"), 'app.rb': "require 'sinatra'\nset :bind, ENV.fetch('SITE_NIC', 'localhost')\nget('/') { 'a' }\n" }, expected: { SITE_NIC: '0.0.0.0' } },
  { what: 'Ruby, WEBrick', files: { 'server.rb': "require 'webrick'\nWEBrick::HTTPServer.new(Port: 8000, BindAddress: ENV['BIND'] || '127.0.0.1').start\n" }, expected: { BIND: '0.0.0.0' } },
  { what: 'Spring Boot, its own', files: { ...maven('org.springframework.boot', 'spring-boot-starter-web', 'spring-boot-maven-plugin'), 'src/main/resources/application.properties': 'server.address=127.0.0.1\n' }, expected: { SERVER_ADDRESS: '0.0.0.0' } },
  { what: 'Spring Boot, a placeholder', files: { ...maven('org.springframework.boot', 'spring-boot-starter-web', 'spring-boot-maven-plugin'), 'src/main/resources/application.yml': 'server:\n  address: ${NIC:localhost}\n' }, expected: { NIC: '0.0.0.0' } },
  { what: 'Quarkus', files: { ...maven('io.quarkus', 'quarkus-rest', 'quarkus-maven-plugin'), 'src/main/resources/application.properties': 'quarkus.http.host=localhost\n' }, expected: { QUARKUS_HTTP_HOST: '0.0.0.0' } },
  { what: 'Micronaut', files: { ...maven('io.micronaut', 'micronaut-http-server-netty'), 'src/main/resources/application.yml': 'micronaut:\n  server:\n    host: 127.0.0.1\n' }, expected: { MICRONAUT_SERVER_HOST: '0.0.0.0' } },
  { what: 'Ktor, HOCON', files: { ...ktor, 'src/main/resources/application.conf': 'ktor {\n  deployment {\n    port = 8080\n    host = "127.0.0.1"\n    host = ${?LISTEN_NIC}\n  }\n}\n' }, expected: { LISTEN_NIC: '0.0.0.0' } },
  { what: 'Ktor, YAML', files: { ...ktor, 'src/main/resources/application.yaml': 'ktor:\n  deployment:\n    port: 8080\n    host: "$LISTEN_NIC:127.0.0.1"\n' }, expected: { LISTEN_NIC: '0.0.0.0' } },
  { what: 'Kotlin, in the call', files: { ...ktor, 'src/main/kotlin/Main.kt': 'import io.ktor.server.engine.*\nfun main() {\n  embeddedServer(Netty, port = 8080, host = System.getenv("HOST") ?: "127.0.0.1") {}.start(wait = true)\n}\n' }, expected: { HOST: '0.0.0.0' } },
  { what: 'ASP.NET, an endpoint of its settings', files: { ...web('app.Run();'), 'appsettings.json': '{ "Kestrel": { "Endpoints": { "Public": { "Url": "http://localhost:5080" } } } }' }, expected: { Kestrel__Endpoints__Public__Url: 'http://0.0.0.0:5080' } },
  { what: 'ASP.NET, addresses of its settings', files: { ...web('app.Run();'), 'appsettings.json': '{ "Urls": "http://127.0.0.1:5081" }' }, expected: { Urls: 'http://0.0.0.0:5081' } },
  { what: 'ASP.NET, a variable in the call', files: web('app.Run(Environment.GetEnvironmentVariable("SERVE_AT") ?? "http://localhost:5082");'), expected: { SERVE_AT: 'http://0.0.0.0:8080' } },
  { what: 'Elixir', files: { ...phoenix, 'config/runtime.exs': 'import Config\n{:ok, ip} = System.get_env("LISTEN_IP", "127.0.0.1") |> to_charlist() |> :inet.parse_address()\nconfig :a, AWeb.Endpoint, http: [ip: ip, port: 4000]\n' }, expected: { LISTEN_IP: '0.0.0.0' } },
];

describe('variables for the address that a server listens on', () => {
  for (const { what, files, expected } of cases) {
    it(`are set to every interface: ${what}`, () => {
      const given = environment(files);
      for (const [name, value] of Object.entries(expected)) assert.equal(given[name], value, name);
      assert.equal(codes(files).includes('listens-on-loopback'), false);
    });
  }

  it('are left alone where they belong to somebody else, and where the command names the address', () => {
    const others = { ...node, 'server.js': "app.listen({ port: 3000, host: '0.0.0.0' });\nconst redis = new Redis({ host: process.env.REDIS_HOST ?? 'localhost' });\nconst base = `http://${process.env.APP_HOST ?? 'localhost'}`;" };
    assert.equal(found(others).apps[0]?.bindVariables, undefined);
    const rails = { ...gem("gem 'rails'\ngem 'puma'\n"), 'config.ru': 'run Rails.application\n', 'config/application.rb': "module A\n  class Application < Rails::Application\n    routes.default_url_options[:host] = ENV.fetch('HOST', 'localhost')\n  end\nend\n", 'config/puma.rb': "port ENV.fetch('PORT', 3000)\n" };
    assert.equal(found(rails).apps[0]?.bindVariables, undefined);
    assert.equal(found({ ...phoenix, 'config/runtime.exs': 'import Config\nconfig :a, AWeb.Endpoint, url: [host: System.get_env("HOST", "localhost")], http: [port: 4000]\n' }).apps[0]?.bindVariables, undefined);
    assert.equal(found({ ...maven('org.springframework.boot', 'spring-boot-starter-web', 'spring-boot-maven-plugin'), 'src/main/resources/application.yml': 'links: https://x\nhost: ${APP_HOST:"localhost"}\n' }).apps[0]?.bindVariables, undefined);
    assert.equal(found(web('var host = Environment.GetEnvironmentVariable("HOST") ?? "localhost";\napp.Run();')).apps[0]?.bindVariables, undefined);
    const django = { 'requirements.txt': 'django\ngunicorn\n', 'manage.py': '# settings: shop.settings\nimport os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n', 'shop/settings.py': 'import os\nALLOWED_HOSTS = [os.getenv("HOST", "localhost")]\nROOT_URLCONF = "shop.urls"\nWSGI_APPLICATION = "shop.wsgi.application"\nINSTALLED_APPS = []\n', 'shop/wsgi.py': 'application = 1\n', 'shop/urls.py': 'urlpatterns = []\n' };
    assert.equal(found(django).apps[0]?.bindVariables, undefined);
  });

  for (const { what, files, place } of written) {
    it(`leave what is written down, which is said with its line: ${what}`, () => {
      const problem = found(files).problems.find(({ code }) => code === 'listens-on-loopback');
      assert.ok(problem?.message.includes(`(${place})`), problem?.message ?? 'nothing was said');
    });
  }

  it('are not missed where several settings speak of different environments', () => {
    const files = { ...rust, 'src/main.rs': rustServer('    let listener = tokio::net::TcpListener::bind(settings.server).await.unwrap();'), 'config/config.toml': '[server]\nbind = "127.0.0.1:3000"\n', 'config/app.toml': '[server]\nbind = "0.0.0.0:3000"\n' };
    assert.equal(codes(files).includes('listens-on-loopback'), false);
  });

  it('do not hide an address that is written down', () => {
    const files = { ...node, 'server.js': "const unused = process.env.BIND ?? 'localhost';\n\n\n\n\n\n\napp.listen({ port: 3000, host: '127.0.0.1' });" };
    assert.equal(codes(files).includes('listens-on-loopback'), true);
  });

  it('are no settings of the deployment', () => {
    const files = { ...node, 'server.js': "app.listen({ port: 3000, host: process.env.LISTEN_ADDRESS ?? 'localhost' })", '.env.example': 'LISTEN_ADDRESS=localhost\nCOLOUR=red\n' };
    assert.deepEqual(suggest(found(files)).apps[0]?.variables.map(({ name }) => name), ['COLOUR']);
  });
});
