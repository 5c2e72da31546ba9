import { describeImageCase } from '../../image-case.js';

// a browser starts without a sandbox option of the program's, as a user without rights, on a read-only root
describeImageCase({
  name: 'node-browser',
  services: ['app'],
  answers: [{ path: '/', text: 'Greetings from the browser, printed on paper' }],
  edit: { file: 'src/server.js', from: 'printed on', to: 'drawn on', answer: { path: '/', text: 'drawn on paper' } },
  absent: ['g++'],
});

describeImageCase({
  name: 'node-playwright',
  needs: ['https://cdn.playwright.dev'],
  services: ['app'],
  answers: [{ path: '/', text: 'seen by Playwright' }],
  edit: { file: 'src/server.js', from: '"seen"', to: '"found"', answer: { path: '/', text: 'found by Playwright' } },
});
