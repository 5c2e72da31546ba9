import assert from 'node:assert/strict';
import { parseGemfile, parseLock, runtimeGems } from '../../../../lib/stacks/ruby/gemfile.js';

const parsed = (...lines: readonly string[]) => parseGemfile('Gemfile', `${lines.join('\n')}\n`);
const names = (...lines: readonly string[]): readonly string[] => runtimeGems(parsed(...lines)).map(({ name }) => name);

describe('a Gemfile', () => {
  it('lists gems, with quotes of either kind and with parentheses', () => assert.deepEqual(names("gem 'a'", 'gem "b", "~> 1.0"', 'gem("c")'), ['a', 'b', 'c']));
  it('may have comments', () => assert.deepEqual(names("# gem 'a'", "gem 'b' # gem 'c'", "  # gem 'd'"), ['b']));
  it('leaves groups of development out', () => {
    assert.deepEqual(names("group :development, :test do", "  gem 'a'", 'end', "gem 'b'", "gem 'c', group: :test", "gem 'd', groups: [:development, :test]", "gem 'e', :group => :development"), ['b']);
    assert.deepEqual(names("group :production do", "  gem 'a'", 'end', "gem 'b', group: [:test, :production]", 'group "test" do', "  gem 'c'", 'end'), ['a', 'b']);
  });
  it('may have blocks inside of blocks', () => {
    assert.deepEqual(names('group :test do', "  platforms :mri do", "    gem 'a'", '  end', "  gem 'b'", 'end', 'if ENV["X"]', "  gem 'c'", 'end', "gem 'd' if RUBY_VERSION >= '3'", "source 'https://x.example' do", "  gem 'e'", 'end', "gem 'f'"), ['c', 'd', 'e', 'f']);
  });
  it('names versions of Ruby', () => {
    assert.equal(parsed("ruby '3.4.4'").ruby?.value, '3.4.4');
    assert.equal(parsed('ruby "~> 3.3"').ruby?.value, '~> 3.3');
    assert.equal(parsed('ruby ">= 3.1", "< 4"').ruby?.value, '>= 3.1, < 4');
    assert.deepEqual([parsed('ruby file: ".ruby-version"').ruby, parsed('ruby file: ".ruby-version"').files], [undefined, ['.ruby-version']]);
    assert.equal(parsed('ruby File.read(".ruby-version")').ruby, undefined);
  });
  it('names servers of gems and gems of its own', () => {
    assert.deepEqual(parsed('source "https://rubygems.org"', 'source "https://user:x@gems.acme-corp.example/private" do', 'end', 'gem "a", source: "https://b.example"').hosts, ['gems.acme-corp.example', 'b.example']);
    assert.equal(parsed("gem 'a', path: 'engines/a'").gems[0]?.path, 'engines/a');
    assert.equal(parsed('gemspec').gemspec, true);
  });
  it('may be anything', () => {
    for (const text of ['', '\0', 'end\nend\nend', 'gem', "gem '", 'group do\n'.repeat(100), `gem '${'a'.repeat(100_000)}'`, 'do '.repeat(100_000)]) parseGemfile('Gemfile', text);
  });
});

describe('a lock file', () => {
  it('names Bundler and Ruby', () => {
    const lock = parseLock('Gemfile.lock', 'GEM\n  specs:\n\nRUBY VERSION\n   ruby 3.4.4p34\n\nBUNDLED WITH\n   2.6.9\n');
    assert.deepEqual([lock.bundler, lock.ruby?.value, lock.ruby?.evidence.line], ['2.6.9', '3.4.4', 5]);
  });
  it('names platforms', () => assert.deepEqual(parseLock('Gemfile.lock', 'PLATFORMS\n  arm64-darwin-23\n  ruby\n\nDEPENDENCIES\n').platforms?.names, ['arm64-darwin-23', 'ruby']));
  it('may name neither', () => assert.deepEqual(parseLock('Gemfile.lock', ''), {}));
});
