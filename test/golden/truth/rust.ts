import type { ImageTruth } from './truth.js';

const crate = { path: '.', language: 'rust', packageManager: 'cargo', version: '1.98' } as const;
const program = (name: string, ...args: readonly string[]): { readonly start: readonly string[]; readonly development: readonly string[]; readonly build: readonly string[] } => ({
  start: [`/app/bin/${name}`, ...args], development: ['watch', name, ...args], build: ['cargo', 'build', '--release', '--bin', name],
});

/** Each framework as its own guide or template begins. */
export const rustTruth: ImageTruth = {
  'rust-actix-web': [{ ...crate, frameworks: ['actix-web'], port: 8080, health: '/health', ...program('guestbook') }],
  // rocket.rs, configuration: Rocket.toml is beneath the environment; the address is 127.0.0.1 unless it is told
  'rust-rocket': [{ ...crate, frameworks: ['rocket'], port: 8001, health: '/healthz', ...program('hello'), environment: { ROCKET_ADDRESS: '0.0.0.0', ROCKET_PORT: '8001' } }],
  'rust-poem': [{ ...crate, frameworks: ['poem'], port: 3000, health: '/health', ...program('example-hello-world') }],
  'rust-warp': [{ ...crate, frameworks: ['warp'], port: 3030, ...program('greeter') }],
  'rust-salvo': [{ ...crate, frameworks: ['salvo'], port: 8698, ...program('hello-salvo') }],
  'rust-tide': [{ ...crate, frameworks: ['tide'], port: 8080, health: '/healthz', ...program('shoes') }],
  // the client of the tutorial starts nothing
  'rust-tonic': [{ ...crate, frameworks: ['tonic'], port: 50051, ...program('helloworld-server') }],
  'rust-hyper': [{ ...crate, frameworks: ['hyper'], port: 3000, ...program('hello-hyper') }],
  // README of leptos-rs/start-axum: cargo-leptos makes the server and the site beside it; variables say where
  'rust-leptos': [{
    ...crate, frameworks: ['leptos', 'axum'], port: 3000, start: ['/app/bin/start-axum'], development: ['cargo', 'leptos', 'watch'], build: ['cargo', 'leptos', 'build', '--release'],
    environment: { LEPTOS_SITE_ADDR: '0.0.0.0:3000' },
  }],
  // loco.rs, deployment: `start` serves, `--binding` says where, LOCO_ENV chooses the file of `config/`
  'rust-loco': [{
    ...crate, frameworks: ['loco'], port: 5150, uses: ['postgres'],
    ...program('myapp-cli', 'start', '--binding', '0.0.0.0'), build: ['cargo', 'build', '--release', '--package', 'myapp', '--bin', 'myapp-cli'],
    health: '/_health', jobs: { migrate: ['/app/bin/myapp-cli', 'db', 'migrate'] }, environment: { LOCO_ENV: 'production' },
  }],
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
