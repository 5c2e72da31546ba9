import { imageReference } from '../../../catalog/images.js';
import type { Framework } from './framework.js';

export const mdbook = {
  id: 'mdbook',
  title: 'mdBook',
  packages: [],
  refines: [],
  configurations: ['book.toml'],
  says: /^\s*\[book\]/mu,
  beside: ['src', 'content', 'docs'],
  mayHave: [],
  language: 'html',
  images: ['rust', 'debian'],
  tool: 'mdbook',
  version: '0.5.2',
  // there is no official image; a program of Rust is compiled once and kept in a layer
  setup: ({ version }) => [
    `FROM ${imageReference('rust')} AS mdbook`,
    `RUN --mount=type=cache,target=/usr/local/cargo/registry cargo install mdbook --version ${version} --locked --root /opt/mdbook`,
    '',
    `FROM ${imageReference('debian')} AS base`,
    'COPY --from=mdbook /opt/mdbook/bin/mdbook /usr/local/bin/mdbook',
  ],
  hasBash: true,
  build: ['mdbook', 'build', '--dest-dir', 'book'],
  output: 'book',
  development: (port) => ['mdbook', 'serve', '--hostname', '0.0.0.0', '--port', String(port), '--dest-dir', '/tmp/book'],
  environment: {},
} as const satisfies Framework;
