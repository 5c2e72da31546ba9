import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../lib/cli/flags.js';
import { packageRoot } from '../../../lib/yeoman/package-root.js';
import { namespaceOf, registerGenerators } from '../../../lib/yeoman/register.js';

interface Meta {
  readonly namespace: string;
  readonly resolved: string;
}

describe('registration', () => {
  it('brings every command, and leaves those that the host has found', () => {
    const registered: Meta[] = [];
    registerGenerators({
      getGeneratorMeta: (namespace: string) => (namespace === namespaceOf('docs') ? {} : undefined),
      register: (_: object, meta: Meta) => registered.push(meta),
    });
    assert.deepEqual(registered.map(({ namespace }) => namespace).toSorted(), Object.keys(commands).filter((name) => name !== 'docs').map((name) => `docker-architect:${name}`).toSorted());
  });
  it('knows the folder of the package', () => assert.ok(existsSync(join(packageRoot(), 'package.json'))));
});
