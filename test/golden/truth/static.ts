import type { ImageTruth } from './truth.js';

/** nginx serves what is there, on a port that needs no rights (nginx/docker-nginx-unprivileged). */
const serve = ['nginx', '-g', 'daemon off;'] as const;

export const staticTruth: ImageTruth = {
  'static-mdbook': [{
    path: '.', role: 'static', language: 'html', frameworks: ['mdbook'], packageManager: 'none', version: '0.4.52', port: 8080,
    build: ['mdbook', 'build', '--dest-dir', 'book'], development: ['mdbook', 'serve', '--hostname', '0.0.0.0', '--port', '8080', '--dest-dir', '/tmp/book'],
  }],
  // nothing says a version of Zola: the newest
  'static-zola': [{
    path: '.', role: 'static', language: 'html', frameworks: ['zola'], packageManager: 'none', version: '1.30', port: 8080,
    build: ['zola', 'build'], development: ['zola', 'serve', '--interface', '0.0.0.0', '--port', '8080', '--output-dir', '/tmp/site', '--force', '--drafts'],
  }],
  'static-html': [{ path: '.', role: 'static', language: 'html', frameworks: [], packageManager: 'none', version: '1.30', port: 8080, development: serve }],
  'static-public': [{ path: '.', role: 'static', language: 'html', frameworks: [], packageManager: 'none', version: '1.30', port: 8080, development: serve }],
  'static-hugo': [{
    path: '.',
    role: 'static',
    language: 'html',
    frameworks: ['hugo'],
    packageManager: 'none',
    // netlify.toml
    version: '0.152.2',
    port: 8080,
    build: ['hugo', '--gc', '--minify'],
    development: ['hugo', 'server', '--bind', '0.0.0.0', '--port', '8080', '--buildDrafts', '--noBuildLock', '--renderToMemory'],
  }],
  'static-mkdocs': [{
    path: '.',
    role: 'static',
    language: 'python',
    frameworks: ['mkdocs'],
    packageManager: 'pip',
    version: '1.30',
    port: 8080,
    build: ['mkdocs', 'build', '--site-dir', 'site'],
    development: ['mkdocs', 'serve', '--dev-addr', '0.0.0.0:8080'],
  }],
};
