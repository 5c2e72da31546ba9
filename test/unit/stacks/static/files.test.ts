import assert from 'node:assert/strict';
import { staticFiles } from '../../../../lib/stacks/static/files.js';
import { filesConfiguration } from '../../../../lib/stacks/static-files.js';
import { appWith } from '../../../support/briefs.js';

const image = { folder: 'docker/app', assets: null };
const contentOf = (app: Readonly<Record<string, unknown>>, name: string): string =>
  staticFiles(appWith({ stack: 'static', role: 'static', ...app }), image).find(({ path }) => path === `docker/app/${name}`)!.content;

describe('the image of a static site', () => {
  it('copies the folder of the pages and nothing else', () => {
    const text = contentOf({ output: 'public' }, 'Dockerfile');
    assert.match(text, /^COPY \["public\/", "\.\/"\]$/mu);
    assert.doesNotMatch(text, /^COPY \. \.$/mu);
    assert.match(contentOf({ path: 'apps/site', output: 'www' }, 'Dockerfile'), /^COPY \["apps\/site\/www\/", "\.\/"\]$/mu);
  });
  it('leaves out what describes the repository where that is the folder', () => assert.match(contentOf({ output: '.' }, 'Dockerfile'), /rm -rf docker [^]*package\.json[^]*README\*/u));
  it('runs as a user without rights', () => assert.match(contentOf({}, 'Dockerfile').split('AS production')[1]!, /^USER 101:101$/mu));
  it('listens on the port of the app', () => assert.match(contentOf({ port: 9000 }, 'nginx.conf'), /^ {4}listen 9000;$/mu));
  it('takes the generator in the version that is declared', () => {
    assert.match(contentOf({ framework: 'hugo', version: '0.140.1' }, 'Dockerfile'), /^FROM \S+hugo:v0\.140\.1 AS base$/mu);
    assert.match(contentOf({ framework: 'zola', version: '0.20.0' }, 'Dockerfile'), /^FROM \S+zola:v0\.20\.0 AS zola$/mu);
    assert.match(contentOf({ framework: 'mdbook' }, 'Dockerfile'), /cargo install mdbook --version \d+\.\d+\.\d+ --locked/u);
    assert.match(contentOf({ framework: 'mkdocs', installFiles: ['docs/requirements.txt'] }, 'Dockerfile'), /^COPY \["docs\/requirements\.txt"/mu);
  });
});

describe('the configuration of a server of files', () => {
  it('has a page for what is missing, or one page for every address', () => {
    const app = appWith({ stack: 'static' });
    assert.match(filesConfiguration('docker/app', app).content, /error_page 404 \/404\.html;/u);
    const spa = filesConfiguration('docker/app', app, { fallback: '/index.html', immutable: ['/assets/'] }).content;
    assert.match(spa, /try_files \$uri \/index\.html;/u);
    assert.match(spa, /"~\^\/assets\/" "public, max-age=31536000, immutable";/u);
  });
});
