import type { ImageTruth } from './truth.js';

const release = ['cmake', '-S', '.', '-B', '/build', '-DCMAKE_BUILD_TYPE=Release'];

export const cppTruth: ImageTruth = {
  'cpp-plain': [{
    path: '.', language: 'cpp', frameworks: [], packageManager: 'cmake', version: '20', port: 7171,
    start: ['/app/bin/lantern'], development: ['watch', 'lantern'], build: [...release, '-DBUILD_TESTING=OFF'],
  }],
  'cpp-httplib': [{
    path: '.', language: 'cpp', frameworks: ['cpp-httplib'], packageManager: 'cmake', version: '20', port: 9400, health: '/healthz', uses: ['redis'],
    start: ['/app/bin/counter'], development: ['watch', 'counter'], build: release,
  }],
  'cpp-drogon': [{
    path: '.', language: 'cpp', frameworks: ['drogon'], packageManager: 'cmake', version: '20', port: 8848, health: '/health', uses: ['postgres'],
    start: ['/app/bin/orchard'], development: ['watch', 'orchard'], build: release,
  }],
  'cpp-crow': [{
    path: '.', language: 'cpp', frameworks: ['crow'], packageManager: 'cmake', version: '17', port: 18_081, health: '/up', uses: ['postgres'],
    start: ['/app/bin/harbour'], development: ['watch', 'harbour'], build: [...release, '-DHARBOUR_BUILD_TESTS=OFF'],
  }],
  'cpp-oatpp': [{
    path: '.', language: 'cpp', frameworks: ['oatpp'], packageManager: 'vcpkg', version: '20', port: 8600, health: '/healthz', uses: ['mongodb'],
    start: ['/app/bin/ledger-exe'], development: ['watch', 'ledger-exe'],
    build: [
      'cmake', '-S', '.', '--preset', 'linux-release', '-B', '/build', '-DCMAKE_TOOLCHAIN_FILE=/opt/vcpkg/scripts/buildsystems/vcpkg.cmake', '-DVCPKG_MANIFEST_INSTALL=OFF', '-DVCPKG_INSTALLED_DIR=/opt/vcpkg-installed',
    ],
  }],
  'cpp-poco': [{
    path: '.', language: 'cpp', frameworks: ['poco'], packageManager: 'conan', version: '17', port: 9980, health: '/healthz', uses: ['kafka'],
    start: ['/app/bin/clockd'], development: ['watch', 'clockd'], build: [...release, '-DCMAKE_TOOLCHAIN_FILE=/opt/conan/build/Release/generators/conan_toolchain.cmake'],
  }],
  'cpp-grpc': [{
    path: '.', language: 'cpp', frameworks: ['grpc'], packageManager: 'cmake', version: '17', port: 50_061,
    start: ['/app/bin/greeter_server'], development: ['watch', 'greeter_server'], build: release,
  }],
  // each folder of services/ is a service of its own; examples are none
  'cpp-workspace': [
    {
      path: 'services/api', language: 'cpp', frameworks: ['pistache'], packageManager: 'cmake', version: '20', port: 9080, health: '/health', uses: ['redis'],
      start: ['/app/bin/parcels-api'], development: ['watch', 'parcels-api'], build: release,
    },
    {
      path: 'services/mailer', role: 'worker', language: 'cpp', frameworks: [], packageManager: 'cmake', version: '20', uses: ['redis'],
      start: ['/app/bin/parcels-mailer'], development: ['watch', 'parcels-mailer'], build: release,
    },
  ],
};
