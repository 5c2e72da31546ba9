import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'cpp-plain',
  answers: [{ path: '/', text: 'the lantern is lit' }],
  services: ['app'],
  absent: ['cmake', 'g++', 'cc', 'ninja', 'ccache'],
  edit: { file: 'src/light.cpp', from: 'is lit', to: 'shines', answer: { path: '/', text: 'the lantern shines' } },
});

describeImageCase({
  name: 'cpp-httplib',
  answers: [{ path: '/', text: 'good day' }],
  services: ['app', 'redis'],
  absent: ['cmake', 'g++', 'git'],
  edit: { file: 'src/main.cpp', from: 'good day', to: 'good night', answer: { path: '/', text: 'good night' } },
});

describeImageCase({
  name: 'cpp-workspace',
  answers: [{ path: '/', text: 'parcels are sorted' }],
  services: ['api', 'mailer', 'redis'],
  edit: { file: 'services/api/main.cpp', from: 'are sorted', to: 'are sent', answer: { path: '/', text: 'parcels are sent' } },
});

describeImageCase({
  name: 'cpp-drogon',
  answers: [{ path: '/health', text: 'ok' }, { path: '/', text: 'Apples' }],
  services: ['app', 'db'],
  absent: ['cmake', 'g++', 'drogon_ctl'],
  edit: { file: 'controllers/Health.cc', from: '"ok"', to: '"well"', answer: { path: '/health', text: 'well' } },
});
