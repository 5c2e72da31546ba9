import type { ImageTruth } from './truth.js';

export const rustTruth: ImageTruth = {
  'rust-server': [{
    path: '.', language: 'rust', frameworks: [], packageManager: 'cargo', version: '1.98', port: 7070,
    start: ['/app/bin/lantern'], development: ['watch', 'lantern'], build: ['cargo', 'build', '--release', '--locked', '--bin', 'lantern'],
  }],
  'rust-workspace': [
    {
      path: 'crates/api', language: 'rust', frameworks: ['axum'], packageManager: 'cargo', version: '1.97.1', port: 4000, health: '/healthz', uses: ['postgres'],
      start: ['/app/bin/api'], development: ['watch', 'api'], build: ['cargo', 'build', '--release', '--package', 'api', '--bin', 'api'],
    },
    {
      path: 'crates/worker', role: 'worker', language: 'rust', frameworks: [], packageManager: 'cargo', version: '1.97.1', uses: ['postgres'],
      start: ['/app/bin/worker'], development: ['watch', 'worker'], build: ['cargo', 'build', '--release', '--package', 'worker', '--bin', 'worker'],
    },
  ],
};
