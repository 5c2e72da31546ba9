import { filesMatching } from './file-index.js';
import type { Findings } from './findings.js';
import type { Repository } from './repository.js';

const composeName = /^(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$/iu;
const dockerfileName = /^(?:(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$)[\w.-]+)?|[\w.-]+\.(?:Dockerfile|Containerfile))$/iu;
/** A quick look at every name in the repository. */
const mayBe = /docker|compose|containerfile/iu;
/** Docker files there are material of tests, templates and editors, not how the project runs. */
const elsewhere: ReadonlySet<string> = new Set([
  'test', 'tests', '__tests__', 'fixtures', '__fixtures__', 'examples', 'example', 'testdata', '.devcontainer', 'templates',
]);

/** Compose files at the root and Dockerfiles anywhere that belong to the project itself. */
export function existingDocker(repository: Repository): Findings['existingDocker'] {
  return filesMatching(repository, mayBe).flatMap((file): Findings['existingDocker'] => {
    const folders = file.split('/');
    const name = folders.pop()!;
    if (folders.length === 0 && composeName.test(name)) return [{ file, kind: 'compose' }];
    if (folders.some((folder) => elsewhere.has(folder)) || name.endsWith('.dockerignore')) return [];
    return dockerfileName.test(name) ? [{ file, kind: 'dockerfile' }] : [];
  });
}
