import type { ImageTruth } from './truth.js';

const app = { path: '.', role: 'web', language: 'ruby', packageManager: 'bundler' } as const;

/** Ports are what the project says, else 3000 for Rails, 4567 for Sinatra and 9292 for Rack; every server is told to listen on every address. */
export const rubyTruth: ImageTruth = {
  'ruby-sinatra': [{
    ...app, frameworks: ['sinatra'], version: '3.4', port: 4567, health: '/healthz',
    start: ['bundle', 'exec', 'puma', '-b', 'tcp://0.0.0.0:4567'],
    development: ['bundle', 'exec', 'puma', '-b', 'tcp://0.0.0.0:4567'],
    environment: { RACK_ENV: 'production' },
  }],
};
