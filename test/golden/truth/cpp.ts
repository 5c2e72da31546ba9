import type { ImageTruth } from './truth.js';

export const cppTruth: ImageTruth = {
  'cpp-plain': [{
    path: '.', language: 'cpp', frameworks: [], packageManager: 'cmake', version: '20', port: 7171,
    start: ['/app/bin/lantern'], development: ['watch', 'lantern'], build: ['cmake', '-S', '.', '-B', '/build', '-DCMAKE_BUILD_TYPE=Release', '-DBUILD_TESTING=OFF'],
  }],
};
