import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'ruby-rack',
  services: ['app'],
  answers: [
    { path: '/', text: 'Plain Rack' },
    { path: '/ping', text: 'pong' },
  ],
  absent: ['gcc', 'make', 'git'],
});
