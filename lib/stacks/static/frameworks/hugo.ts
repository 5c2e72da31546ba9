import { imageOfVersion } from '../../../catalog/images.js';
import type { Framework } from './framework.js';

export const hugo = {
  id: 'hugo',
  title: 'Hugo',
  packages: [],
  refines: [],
  configurations: [
    'hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config.toml', 'config.yaml', 'config.yml', 'config.json',
    'config/_default/hugo.toml', 'config/_default/hugo.yaml', 'config/_default/config.toml', 'config/_default/config.yaml',
  ],
  says: /^\s*"?(?:baseurl|languagecode|defaultcontentlanguage|theme|title|module|params|\[(?:params|menus?|module|languages|markup)\b)/imu,
  beside: ['content', 'layouts', 'themes', 'archetypes'],
  // modules of Hugo are modules of Go, and its styles may need PostCSS
  mayHave: ['go.mod', 'package.json'],
  language: 'html',
  images: ['hugo'],
  tool: 'hugo',
  version: '0.165.0',
  setup: ({ version }) => [`FROM ${imageOfVersion('hugo', version)} AS base`, '# the image runs Hugo as a user that may not write here', 'USER root', 'ENTRYPOINT []'],
  // gohugoio/hugo: Alpine, with busybox
  hasBash: false,
  build: ['hugo', '--gc', '--minify'],
  output: 'public',
  // nothing is written into the mounted source, whoever owns it
  development: (port) => ['hugo', 'server', '--bind', '0.0.0.0', '--port', String(port), '--buildDrafts', '--noBuildLock', '--renderToMemory'],
  environment: { HUGO_CACHEDIR: '/tmp/hugo', HUGO_RESOURCEDIR: '/tmp/hugo/resources' },
} as const satisfies Framework;
