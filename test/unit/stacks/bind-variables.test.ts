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
    const django = { 'requirements.txt': 'django\ngunicorn\n', 'manage.py': '# settings: shop.settings\nimport os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n', 'shop/settings.py': 'import os\nALLOWED_HOSTS = [os.getenv("HOST", "localhost")]\nROOT_URLCONF = "shop.urls"\nWSGI_APPLICATION = "shop.wsgi.application"\nINSTALLED_APPS = []\n', 'shop/wsgi.py': 'application = 1\n', 'shop/urls.py': 'urlpatterns = []\n' };
    assert.equal(found(django).apps[0]?.bindVariables, undefined);
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
