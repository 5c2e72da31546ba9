import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'static-html',
  services: ['app'],
  answers: [{ path: '/', text: '<h1>Corner Bakery</h1>' }, { path: '/menu/', text: 'Sourdough' }],
  absent: ['node', 'npm'],
  edit: { file: 'index.html', from: 'Fresh bread', to: 'Warm bread', answer: { path: '/', text: 'Warm bread' } },
});
