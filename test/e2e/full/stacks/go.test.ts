import { describeImageCase } from '../../image-case.js';

describeImageCase({
  name: 'go-workers',
  answers: [{ path: '/', text: 'Hello from Europe/Zurich' }],
  services: ['app', 'worker'],
  absent: ['go', 'gcc', 'git'],
  edit: { file: 'internal/greeting/greeting.go', from: '" from "', to: '" out of "', answer: { path: '/', text: 'Hello out of Europe/Zurich' } },
});
