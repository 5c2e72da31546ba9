import { imageOfVersion, imageReference } from '../../../catalog/images.js';
import type { Framework } from './framework.js';

export const zola = {
  id: 'zola',
  title: 'Zola',
  packages: [],
  refines: [],
  configurations: ['zola.toml', 'config.toml'],
  says: /^\s*base_url\s*=/mu,
  beside: ['content', 'templates', 'themes'],
  mayHave: [],
  language: 'html',
  images: ['zola', 'debian'],
  tool: 'zola',
  version: '0.22.1',
  // the official image holds the program and nothing else, not even a shell
  setup: ({ version }) => [`FROM ${imageOfVersion('zola', version)} AS zola`, '', `FROM ${imageReference('debian')} AS base`, 'COPY --from=zola /bin/zola /usr/local/bin/zola'],
  hasBash: true,
  build: ['zola', 'build'],
  output: 'public',
  development: (port) => ['zola', 'serve', '--interface', '0.0.0.0', '--port', String(port), '--output-dir', '/tmp/site', '--force', '--drafts'],
  environment: {},
} as const satisfies Framework;
