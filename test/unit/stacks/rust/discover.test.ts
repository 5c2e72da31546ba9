import assert from 'node:assert/strict';
import { best } from '../../../../lib/discovery/evidence.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverRust } from '../../../../lib/stacks/rust/discover.js';
import { resolveVersion } from '../../../../lib/stacks/rust/lines.js';
import { assertEvidence } from '../node/discovered.js';

const find = (files: Readonly<Record<string, string>>) => {
  const repository = memoryRepository(files);
  const found = discoverRust(repository, []);
  assertEvidence(repository, found);
  return found;
};
const manifest = (name: string, more = ''): string => `[package]\nname = "${name}"\n${more}\n[dependencies]\naxum = "0.8"\n`;
const main = (line: string): string => `use axum::Router;\nfn main() {\n    ${line}\n    axum::serve(listener, Router::new());\n}\n`;

describe('Rust applications', () => {
  it('need what sqlx saves of a database, where its queries are checked while they compile', () => {
    const files = { 'Cargo.toml': `${manifest('a')}sqlx = { version = "0.8", features = ["postgres"] }\n`, 'src/main.rs': main('let row = sqlx::query!("SELECT 1").fetch_one(&pool);') };
    const said = (more: Readonly<Record<string, string>>) => find({ ...files, ...more }).problems.map(({ code, message }) => `${code} ${message.split(' ')[0]}`);
    assert.deepEqual(said({}), ['queries-need-database src/main.rs:3:']);
    assert.deepEqual(said({ '.sqlx/query-1.json': '{}' }), []);
    assert.deepEqual(said({ 'sqlx-data.json': '{}' }), []);
    assert.deepEqual(find({ ...files, 'sqlx-data.json': '{}' }).apps[0]!.installFiles, ['sqlx-data.json']);
    assert.deepEqual(said({ 'src/main.rs': main('let row = sqlx::query("SELECT 1").fetch_one(&pool);') }), []);
  });
  it('are crates with a program that serves; libraries and command lines are none', () => {
    assert.deepEqual(find({ 'Cargo.toml': manifest('a'), 'src/lib.rs': 'pub fn a() {}' }).apps, []);
    assert.deepEqual(find({ 'Cargo.toml': '[package]\nname = "a"\n', 'src/main.rs': 'fn main() { println!("x"); }' }).apps, []);
    const [app] = find({ 'Cargo.toml': manifest('a'), 'src/main.rs': main('let a = "0.0.0.0:3001"; bind(a);') }).apps;
    assert.deepEqual([app!.path, best(app!.framework), best(app!.port)], ['.', 'axum', 3001]);
  });

  it('have ports from defaults', () => {
    const portOf = (line: string): number | undefined => best(find({ 'Cargo.toml': manifest('a'), 'src/main.rs': main(line) }).apps[0]!.port);
    assert.equal(portOf('let p = env::var("PORT").unwrap_or_else(|_| "9001".into());'), 9001);
    assert.equal(portOf('let a = SocketAddr::from(([0, 0, 0, 0], 9002));'), 9002);
    assert.equal(portOf('let p = var_parsed("PORT")?.unwrap_or(9_003);'), 9003);
    assert.equal(portOf(''), 3000);
  });

  it('take subcommands of the Procfile for workers and migrations', () => {
    const [app] = find({
      'Cargo.toml': manifest('a'), 'src/main.rs': main(''),
      Procfile: 'web: ./target/release/a server\nrelease: ./target/release/a migrate\nbackground: ./target/release/a work\n',
    }).apps;
    assert.deepEqual(best(app!.commands.start), ['/app/bin/a', 'server']);
    assert.deepEqual(app!.workers.map(({ start }) => best(start)), [['/app/bin/a', 'work']]);
    assert.deepEqual(app!.jobs.map(({ command }) => best(command)), [['/app/bin/a', 'migrate']]);
  });

  it('need Debian packages by what the lock file holds', () => {
    const [app] = find({ 'Cargo.toml': manifest('a'), 'Cargo.lock': '[[package]]\nname = "openssl-sys"\n', 'src/main.rs': main('') }).apps;
    assert.deepEqual(app!.systemPackages, { build: ['libssl-dev', 'pkg-config'], runtime: ['libssl3t64'] });
  });

  it('survive broken and binary manifests, each a problem that names the file', () => {
    for (const text of ['[package', 'x = = 1', '\u0000']) {
      const { apps, problems } = find({ 'Cargo.toml': text, 'src/main.rs': main('') });
      assert.deepEqual(apps, []);
      assert.match(problems[0]!.message, /^Cargo\.toml:/u);
    }
    assert.deepEqual(find({ 'Cargo.toml': '', 'src/main.rs': main('') }).apps, []);
  });

  it('keep a pinned toolchain; a least version gives the newest', () => {
    assert.equal(resolveVersion('1.97.1'), '1.97.1');
    assert.equal(resolveVersion('>=1.80'), '1.98');
    assert.equal(resolveVersion('stable'), '1.98');
    assert.equal(resolveVersion('nightly-2026-01-01'), '1.98');
  });
});
