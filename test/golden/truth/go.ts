import type { ImageTruth } from './truth.js';

const build = (output: string, ...packages: readonly string[]): readonly string[] => ['go', 'build', '-trimpath', '-ldflags=-s -w', '-tags=timetzdata', '-o', `/app/bin/${output}`, ...packages];

export const goTruth: ImageTruth = {
  'go-workers': [{
    path: '.', language: 'go', frameworks: [], packageManager: 'go', version: '1.24', port: 8090, health: '/healthz',
    start: ['/app/bin/server'], development: ['watch', './cmd/server'], build: build('', './cmd/server', './cmd/mail-worker', './cmd/migrate'),
    workers: { worker: ['/app/bin/mail-worker'] },
  }],
};
