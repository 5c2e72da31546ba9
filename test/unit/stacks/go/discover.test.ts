import assert from 'node:assert/strict';
import { best } from '../../../../lib/discovery/evidence.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverGo } from '../../../../lib/stacks/go/discover.js';
import { resolveVersion } from '../../../../lib/stacks/go/lines.js';
import { commonFolder } from '../../../../lib/discovery/repository.js';
import { assertEvidence } from '../node/discovered.js';

const find = (files: Readonly<Record<string, string>>) => {
  const repository = memoryRepository(files);
  const found = discoverGo(repository, []);
  assertEvidence(repository, found);
  return found;
};
const mod = 'module example.com/shop\n\ngo 1.26.0\n';
const server = (address: string): string => `package main\n\nimport "net/http"\n\nfunc main() {\n\t_ = http.ListenAndServe(${address}, nil)\n}\n`;

describe('Go applications', () => {
  it('are main packages that serve; libraries and tools are none', () => {
    assert.deepEqual(find({ 'go.mod': mod, 'shop.go': 'package shop\n' }).apps, []);
    assert.deepEqual(find({ 'go.mod': mod, 'tools/gen/main.go': server('":1"') }).apps, []);
    assert.deepEqual(find({ 'go.mod': mod, 'main.go': `//go:build ignore\n\n${server('":1"')}` }).apps, []);
    assert.deepEqual(find({ 'go.mod': mod, 'cmd/api/main.go': server('":8081"') }).apps.map(({ path, port }) => [path, best(port)]), [['.', 8081]]);
  });

  it('have ports from defaults of variables, tags and flags', () => {
    const portOf = (line: string): number | undefined => best(find({ 'go.mod': mod, 'main.go': server('addr'), 'config.go': `package main\n\n${line}\n` }).apps[0]!.port);
    assert.equal(portOf('var p = getEnv("PORT", "9001")'), 9001);
    assert.equal(portOf('type c struct {\n\tPort int `env:"PORT" envDefault:"9002"`\n}'), 9002);
    assert.equal(portOf('type c struct {\n\tPort string `env:"PORT,default=9003"`\n}'), 9003);
    assert.equal(portOf('var a = flag.String("addr", ":9004", "")'), 9004);
    assert.equal(portOf('func d() { v.SetDefault("server.port", 9005) }'), 9005);
  });

  it('say when they listen on localhost only', () => {
    assert.deepEqual(find({ 'go.mod': mod, 'main.go': server('"127.0.0.1:8080"') }).problems.map(({ code }) => code), ['listens-on-loopback']);
  });

  it('start by a subcommand, with workers and a migration of the same program', () => {
    const cobra = (word: string): string => `package cmd\n\nimport "github.com/spf13/cobra"\n\nvar c${word} = &cobra.Command{Use: "${word}"}\n`;
    const main = 'package main\n\nimport (\n\t"example.com/shop/cmd"\n\t"net/http"\n)\n\nfunc main() {\n\t_ = http.ListenAndServe(":1234", nil)\n\tcmd.Run()\n}\n';
    const [app] = find({ 'go.mod': mod, 'main.go': main, 'cmd/serve.go': cobra('serve'), 'cmd/worker.go': cobra('worker'), 'cmd/migrate.go': cobra('migrate') }).apps;
    assert.deepEqual(best(app!.commands.start), ['/app/bin/shop', 'serve']);
    assert.deepEqual(app!.workers.map(({ name, start }) => [name, best(start)]), [['worker', ['/app/bin/shop', 'worker']]]);
    assert.deepEqual(app!.jobs.map(({ command }) => best(command)), [['/app/bin/shop', 'migrate']]);
  });

  it('say when only the tool of their framework writes the main package', () => {
    const files = { 'go.mod': `${mod}\nrequire github.com/revel/revel v1.1.0\n`, 'app/init.go': 'package app\n\nimport "github.com/revel/revel"\n\nfunc init() { revel.AppName = "shop" }\n', 'conf/app.conf': 'http.port = 9000\n' };
    assert.deepEqual(find(files).problems.map(({ code }) => code), ['needs-its-own-tool']);
    assert.deepEqual(find({ ...files, 'main.go': server('":1"') }).problems, []);
  });

  it('give the place of a flag that leads up from the folder of the program', () => {
    const main = `package main\n\nimport "flag"\nimport "net/http"\n\nfunc main() {\n\tc := flag.String("conf", "../../etc/app.yaml", "")\n\tflag.Parse()\n\topen(*c)\n\t_ = http.ListenAndServe(":8080", nil)\n}\n`;
    const started = (files: Readonly<Record<string, string>>): readonly string[] => best(find({ 'go.mod': mod, 'cmd/api/main.go': main, ...files }).apps[0]!.commands.start)!;
    assert.deepEqual(started({ 'etc/app.yaml': 'a: 1\n' }), ['/app/bin/api', '-conf', 'etc/app.yaml']);
    // nothing is there, so nobody knows better
    assert.deepEqual(started({}), ['/app/bin/api']);
  });

  it('survive broken, empty and binary manifests, each a problem that names the file', () => {
    for (const text of ['', 'nonsense', '\u0000\u0001', 'require (']) {
      const { apps, problems } = find({ 'go.mod': text, 'main.go': server('":1"') });
      assert.deepEqual(apps, []);
      assert.match(problems[0]!.message, /^go\.mod:1:1: /u);
    }
  });
});

describe('Go versions', () => {
  it('resolve to lines of images', () => {
    assert.equal(resolveVersion('1.26.1'), '1.26');
    assert.equal(resolveVersion('1.25.0'), '1.25');
    assert.equal(resolveVersion('1.16'), '1.27');
    assert.equal(resolveVersion('go1.27rc1'), '1.27');
    assert.equal(resolveVersion('nonsense'), undefined);
  });
});

describe('folders', () => {
  it('have one that holds them all', () => {
    assert.equal(commonFolder(['services/a', 'services/b']), 'services');
    assert.equal(commonFolder(['.', 'a']), '.');
    assert.equal(commonFolder(['a/b']), 'a/b');
    assert.equal(commonFolder(['a', 'a/b']), 'a');
    assert.equal(commonFolder(['a', 'b']), '.');
  });
});
