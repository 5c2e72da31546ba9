import type { ImageTruth } from './truth.js';

const build = (output: string, ...packages: readonly string[]): readonly string[] => ['go', 'build', '-trimpath', '-ldflags=-s -w', '-tags=timetzdata', '-o', `/app/bin/${output}`, ...packages];

export const goTruth: ImageTruth = {
  'go-workers': [{
    path: '.', language: 'go', frameworks: [], packageManager: 'go', version: '1.24', port: 8090, health: '/healthz',
    start: ['/app/bin/server'], development: ['watch', './cmd/server'], build: build('', './cmd/server', './cmd/mail-worker', './cmd/migrate'),
    workers: { worker: ['/app/bin/mail-worker'] },
  }],
  'go-gin': [{
    path: '.', language: 'go', frameworks: ['gin'], packageManager: 'go', version: '1.26', port: 8080, health: '/ping',
    start: ['/app/bin/inbox'], development: ['watch', '.'], build: build('inbox', '.'),
    environment: { GIN_MODE: 'release' },
  }],
  'go-echo': [{
    path: '.', language: 'go', frameworks: ['echo'], packageManager: 'go', version: '1.26', port: 1323, health: '/healthz',
    start: ['/app/bin/notes'], development: ['watch', '.'], build: build('notes', '.'),
  }],
  'go-fiber': [{
    path: '.', language: 'go', frameworks: ['fiber'], packageManager: 'go', version: '1.26', port: 3000, health: '/livez',
    start: ['/app/bin/shelf'], development: ['watch', '.'], build: build('shelf', '.'),
  }],
  'go-chi': [{
    path: '.', language: 'go', frameworks: ['chi'], packageManager: 'go', version: '1.26', port: 8081, health: '/healthz',
    start: ['/app/bin/shop'], development: ['watch', '.'], build: build('shop', '.'),
  }],
  'go-grpc': [{
    path: '.', language: 'go', frameworks: ['grpc'], packageManager: 'go', version: '1.26', port: 50051,
    start: ['/app/bin/ledger'], development: ['watch', '.'], build: build('ledger', '.'),
  }],
  'go-gorilla': [{
    path: '.', language: 'go', frameworks: ['gorilla-mux'], packageManager: 'go', version: '1.26', port: 8085, health: '/healthz',
    start: ['/app/bin/maps'], development: ['watch', '.'], build: build('maps', '.'),
  }],
  'go-sqlite': [{
    path: '.', language: 'go', frameworks: [], packageManager: 'go', version: '1.26', port: 8080, health: '/healthz',
    start: ['/app/bin/diary'], development: ['watch', '.'], build: build('diary', '.'),
  }],
  'go-workspace': ['orders', 'users'].map((name, index) => ({
    path: `services/${name}`, language: 'go', frameworks: [], packageManager: 'go', version: '1.26', port: 8101 + index, health: '/healthz',
    start: [`/app/bin/${name}`], development: ['watch', '.'], build: build(name, '.'),
  })),
};
