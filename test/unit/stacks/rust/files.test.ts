import assert from 'node:assert/strict';
import { rustFiles } from '../../../../lib/stacks/rust/files.js';
import { appWith } from '../../../support/briefs.js';

const dockerfile = (fields: Readonly<Record<string, unknown>> = {}): string =>
  rustFiles(appWith({ stack: 'rust', installFiles: ['Cargo.toml'], commands: { start: ['/app/bin/shop'] }, ...fields }), { folder: 'docker/app', assets: null })[0]!.content;
const stage = (text: string, name: string): string => text.split(/^(?=FROM )/mu).find((each) => each.split('\n')[0]!.endsWith(` AS ${name}`))!;
const packages = { systemPackages: { build: ['libzmq3-dev'], runtime: ['libzmq5'] } };

describe('the Dockerfile of a Rust app', () => {
  it('has each stage, production last', () => {
    const names = [...dockerfile().matchAll(/^FROM \S+ AS (\S+)$/gmu)].map((match) => match[1]!);
    for (const name of ['deps', 'build', 'development', 'test']) assert.ok(names.includes(name), name);
    assert.equal(names.at(-1), 'production');
  });
  it('has no compiler and no source in production', () => {
    const production = stage(dockerfile(packages), 'production');
    assert.doesNotMatch(production, /^FROM (?:rust|golang|base|deps|build)\b|-dev\b|^COPY (?:\["\.\/?"|\. )/mu);
  });
  it('runs as a user by number that is not root', () => assert.match(stage(dockerfile(), 'production'), /^USER [1-9]\d*:[1-9]\d*$/mu));
});
