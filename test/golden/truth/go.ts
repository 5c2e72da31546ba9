import type { ImageTruth } from './truth.js';

const build = (output: string, ...packages: readonly string[]): readonly string[] => ['go', 'build', '-trimpath', '-ldflags=-s -w', '-tags=timetzdata', '-o', `/app/bin/${output}`, ...packages];

const app = { path: '.', language: 'go', packageManager: 'go' } as const;
const program = (name: string, folder = '.', ...args: readonly string[]): { readonly start: readonly string[]; readonly development: readonly string[]; readonly build: readonly string[] } => ({
  start: [`/app/bin/${name}`, ...args], development: ['watch', folder, ...args], build: build(name, folder),
});

/** Each framework as its own generator or guide begins. */
export const goTruth: ImageTruth = {
  // beego.vip, configuration: conf/app.conf, BEEGO_RUNMODE before it
  'go-beego': [{ ...app, frameworks: ['beego'], version: '1.25', port: 8088, ...program('quickstart'), environment: { BEEGO_RUNMODE: 'prod' } }],
  // gobuffalo/buffalo options.go: ADDR, else 127.0.0.1 in development and 0.0.0.0 elsewhere
  'go-buffalo': [{ ...app, frameworks: ['buffalo'], version: '1.24', port: 3000, ...program('app', './cmd/app'), environment: { GO_ENV: 'production', ADDR: '0.0.0.0' } }],
  'go-connect': [{ ...app, frameworks: ['connect'], version: '1.25', port: 8080, ...program('server', './cmd/server') }],
  'go-go-zero': [{ ...app, frameworks: ['go-zero'], version: '1.24', port: 8889, ...program('greet') }],
  'go-hertz': [{ ...app, frameworks: ['hertz'], version: '1.25', port: 8888, health: '/ping', ...program('demo') }],
  'go-httprouter': [{ ...app, frameworks: ['httprouter'], version: '1.25', port: 8080, health: '/health', ...program('hello') }],
  'go-iris': [{ ...app, frameworks: ['iris'], version: '1.24', port: 8082, health: '/healthz', ...program('myapp') }],
  // the default of its flag is right in the folder of the program only
  'go-kratos': [{ ...app, frameworks: ['kratos'], version: '1.24', port: 8010, ...program('server', './cmd/server', '-conf', 'configs') }],
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
  // users reach the gateway, which speaks HTTP; the server behind it has a port of its own
  'go-grpc-gateway': [{ ...app, frameworks: ['grpc-gateway', 'grpc'], version: '1.26', port: 8091, ...program('greeter') }],
  'go-gorilla': [{
    path: '.', language: 'go', frameworks: ['gorilla-mux'], packageManager: 'go', version: '1.26', port: 8085, health: '/healthz',
    start: ['/app/bin/maps'], development: ['watch', '.'], build: build('maps', '.'),
  }],
  'go-sqlite': [{
    path: '.', language: 'go', frameworks: [], packageManager: 'go', version: '1.26', port: 8080, health: '/healthz',
    start: ['/app/bin/diary'], development: ['watch', '.'], build: build('diary', '.'),
  }],
  // beside the program's folder in development, a volume in production: the root of its file system is read-only there
  'go-sqlite-data': [{ ...app, frameworks: [], version: '1.26', port: 8080, health: '/healthz', ...program('diary'), data: { '/app/data': 'app_data' } }],
  'go-workspace': ['orders', 'users'].map((name, index) => ({
    path: `services/${name}`, language: 'go', frameworks: [], packageManager: 'go', version: '1.26', port: 8101 + index, health: '/healthz',
    start: [`/app/bin/${name}`], development: ['watch', '.'], build: build(name, '.'),
  })),
};
