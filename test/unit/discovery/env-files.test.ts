import assert from 'node:assert/strict';
import { envExampleFiles, envExamples, parseEnvExample } from '../../../lib/discovery/env-files.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';

const values = (text: string) => Object.fromEntries(parseEnvExample('.env.example', text).map(({ name, example }) => [name, example]));

describe('environment examples', () => {
  it('are found under their usual names and never where secrets may be', () => {
    const names = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'env.example', 'example.env', '.example.env', '.env.production.example', 'env-example-relational', '.env_example'];
    const secret = ['.env', '.env.local', '.env.production', '.env.development', '.env.example.local', '.environment', 'environment.ts', '.envrc', 'env.ts'];
    const repository = memoryRepository(Object.fromEntries([...names, ...secret, 'sub/.env.example'].map((name) => [name, 'A=1'])));
    assert.deepEqual(envExampleFiles(repository, '.').toSorted(), names.toSorted());
    assert.equal(envExampleFiles(repository, '.')[0], '.env.example');
    assert.deepEqual(envExampleFiles(repository, 'sub'), ['sub/.env.example']);
  });

  it('are shared by apps in env.d, where each has what its source names', () => {
    const source = (code: string) => ({ sources: [{ file: 'a', text: code, code }] });
    const repository = memoryRepository({
      'env.d/development/common': 'S3_ENDPOINT=http://s3:9000\nOTHER=1\nDJANGO_EMAIL_HOST=mail\n', 'env.d/development/common.local': 'S3_ENDPOINT=real\n', 'env.d/production/common': 'S3_ENDPOINT=real\nREAL=1\n',
      'env.d/staging/common.dist': 'QUEUE=1\n', 'src/api/.env.example': 'OWN=1\n',
    });
    const named = (code: string, prefixes: readonly string[] = []) => envExamples(repository, 'src/api', { ...source(code), prefixes }).map(({ name, example }) => `${name}=${example}`);
    assert.deepEqual(named('read("S3_ENDPOINT"), read("QUEUE"), read("REAL")'), ['OWN=1', 'S3_ENDPOINT=http://s3:9000', 'QUEUE=1']);
    assert.deepEqual(named('EMAIL_HOST = Value()'), ['OWN=1']);
    assert.deepEqual(named('EMAIL_HOST = Value()', ['DJANGO_']), ['OWN=1', 'DJANGO_EMAIL_HOST=mail']);
    assert.deepEqual(envExamples(repository, 'src/api').map(({ name }) => name), ['OWN']);
  });

  it('are data', () => {
    assert.deepEqual(values('A=1\nexport B = two words \nC="quoted # not a comment" # comment\nD=\'$HOME `x`\'\nE=a#b # c\nF=\nG=""\n# H=1\n  I=indented\nJ=${A}\n'), {
      A: '1', B: 'two words', C: 'quoted # not a comment', D: '$HOME `x`', E: 'a#b', F: '', G: '', I: 'indented', J: '${A}',
    });
  });

  it('may have Windows line ends and values of several lines', () => {
    assert.deepEqual(values('A=1\r\nB="x"\r\nC=\r\n'), { A: '1', B: 'x', C: '' });
    assert.deepEqual(values('KEY="-----BEGIN\nFAKE=1\n-----END"\nB=2\n'), { KEY: '-----BEGIN\nFAKE=1\n-----END', B: '2' });
    assert.deepEqual(values('A="open\nB=2\n'), { A: '"open', B: '2' });
  });

  it('cite the line', () => {
    const [, second] = envExamples(memoryRepository({ '.env.example': '# top\r\nA=1\r\n  export B=2\r\n' }), '.');
    assert.deepEqual(second?.evidence, { file: '.env.example', line: 3, quote: 'export B=2' });
  });

  it('take the last of a repeated name', () => assert.deepEqual(values('A=1\nA=2\n'), { A: '2' }));
});
