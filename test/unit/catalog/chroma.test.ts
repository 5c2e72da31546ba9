import assert from 'node:assert/strict';
import { technologies } from '../../../lib/catalog/registry.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { discoverPython } from '../../../lib/stacks/python/discover.js';

const found = (source: string) => discoverPython(memoryRepository({ 'requirements.txt': 'fastapi\nuvicorn\nchromadb\n', 'main.py': `import os\nfrom fastapi import FastAPI\napp = FastAPI()\n${source}\n` }), technologies).services.map(({ technology, confidence }) => [technology, confidence]);

describe('Chroma', () => {
  it('is a server where an address of one is read, and may be files of the app itself otherwise', () => {
    assert.deepEqual(found('client = chromadb.HttpClient(os.environ["CHROMA_HOST"])'), [['chroma', 'likely']]);
    assert.deepEqual(found('client = chromadb.PersistentClient()'), [['chroma', 'guess']]);
  });
});
