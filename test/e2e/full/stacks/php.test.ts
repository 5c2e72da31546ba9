import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'php-plain',
  services: ['app'],
  answers: [
    { path: '/', text: 'Served by PHP' },
    { path: '/greeting', text: 'Hello, world!' },
  ],
  edit: { file: 'src/Greeting.php', from: 'Hello', to: 'Bonjour', answer: { path: '/greeting', text: 'Bonjour' } },
});
