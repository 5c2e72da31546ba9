import assert from 'node:assert/strict';
import { resolveVersion, suiteOf } from '../../../../lib/stacks/ruby/lines.js';

describe('release lines of Ruby', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    '3.4.4': '3.4.4', 'ruby-3.3.1': '3.3.1', '3.4': '3.4', '~> 3.3': '3.4', '~> 3.3.0': '3.3', '>= 3.1, < 4': '3.4', '>= 3.2': '4.0', '3': '3.4', '2.7.8': '2.7.8', '3.3.8p144': '3.3.8', '': undefined, head: undefined,
  };
  for (const [declared, line] of Object.entries(cases)) it(`${JSON.stringify(declared)} is ${line}`, () => assert.equal(resolveVersion(declared), line));
});

describe('the release of Debian under an image', () => {
  const cases: Readonly<Record<string, string>> = { '4.0': 'trixie', '4.0.1': 'trixie', '4.1': 'trixie', '3.4': 'trixie', '3.4.7': 'trixie', '3.4.4': 'bookworm', '3.3.8': 'bookworm', '3.2.2': 'bookworm', '3.1': 'bookworm', '3.0.2': 'bullseye', '2.7': 'bullseye' };
  for (const [version, suite] of Object.entries(cases)) it(`of ${version} is ${suite}`, () => assert.equal(suiteOf(version), suite));
});
