import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'ruby-sinatra',
  services: ['app'],
  answers: [
    { path: '/', text: 'Served by Sinatra' },
    { path: '/notes', text: '"owner":"world"' },
  ],
  absent: ['gcc', 'make', 'git'],
});
