import assert from 'node:assert/strict';
import { best } from '../../../../lib/discovery/evidence.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverGo } from '../../../../lib/stacks/go/discover.js';

const packagesOf = (requires: string) => {
  const files = { 'go.mod': `module example.com/shop\n\ngo 1.26.0\n${requires}`, 'main.go': 'package main\n\nimport "net/http"\n\nfunc main() {\n\t_ = http.ListenAndServe(":8080", nil)\n}\n' };
  const [app] = discoverGo(memoryRepository(files), []).apps;
  assert.equal(best(app!.port), 8080);
  return app!.systemPackages;
};

describe('Debian packages of a Go app', () => {
  it('are none for pure Go', () => assert.deepEqual(packagesOf(''), { build: [], runtime: [] }));
  it('are the library and a compiler where a module calls C', () =>
    assert.deepEqual(packagesOf('\nrequire github.com/pebbe/zmq4 v1.4.0\n'), { build: ['gcc', 'libc6-dev', 'libzmq3-dev'], runtime: ['libzmq5'] }));
});
