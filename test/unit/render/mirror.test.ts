import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import { fromMirror } from '../../../lib/render/mirror.js';
import { blueprint } from '../../support/blueprint.js';
import { briefOf, shop } from '../../support/briefs.js';

const written = (parts: object): string => blueprint(design(briefOf({ ...shop, ...parts }))).map(({ content }) => content).join('\n');

describe('a mirror of base images', () => {
  it('is asked for every image that a registry has, and for nothing else', () => {
    const text = written({ images: { mirror: 'mirror.example/hub/' } });
    const references = [...text.matchAll(/^(?:FROM|\s+image:) (\S+)/gmu)].map((match) => match[1]!).filter((name) => /:/u.test(name) && !name.startsWith('${'));
    assert.ok(references.length > 3 && references.every((name) => name.startsWith('mirror.example/hub/')), references.join(' '));
    assert.match(text, /^FROM app$/mu);
    assert.match(text, /^FROM base AS production$/mu);
  });
  it('is not there unless it is asked for', () => assert.doesNotMatch(written({}), /mirror/u));
  it('is used by COPY --from of an image, not of a stage', () => {
    const file = { path: 'docker/app/Dockerfile', content: 'COPY --chmod=0755 --from=ghcr.io/x/uv:1 /uv /bin/\nCOPY --from=build /a /a\n', ownership: 'whole' } as const;
    assert.equal(fromMirror([file], 'm.example/')[0]!.content, 'COPY --chmod=0755 --from=m.example/ghcr.io/x/uv:1 /uv /bin/\nCOPY --from=build /a /a\n');
  });
});
