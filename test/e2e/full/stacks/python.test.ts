import { describeImageCase } from '../../image-case.js';

const absent = ['gcc', 'make', 'git'];

describeImageCase({
  name: 'python-flask',
  services: ['app'],
  answers: [
    { path: '/', text: 'from Flask' },
    { path: '/healthz', text: 'ok' },
  ],
  absent,
  edit: { file: 'app.py', from: 'from Flask"', to: 'out of Flask"', answer: { path: '/', text: 'out of Flask' } },
});

describeImageCase({
  name: 'python-fastapi',
  services: ['app'],
  answers: [
    { path: '/', text: 'Lyon' },
    { path: '/health', text: 'ok' },
  ],
  absent,
  edit: { file: 'app/main.py', from: '"Lyon"', to: '"Nantes"', answer: { path: '/', text: 'Nantes' } },
});

describeImageCase({
  name: 'python-django-celery',
  services: ['app', 'worker', 'beat-worker', 'migrate', 'db', 'redis'],
  stalled: ['worker', 'beat-worker'],
  answers: [
    { path: '/', text: 'Shop is open' },
    // answers once the worker has done the job
    { path: '/orders/new', text: 'order done by the worker' },
  ],
  absent,
  edit: [
    { file: 'orders/views.py', from: 'Shop is open', to: 'Shop stays open', answer: { path: '/', text: 'Shop stays open' } },
    // read by the worker alone
    { file: 'orders/tasks.py', from: 'by="the worker"', to: 'by="the new worker"', answer: { path: '/orders/new', text: 'order done by the new worker' } },
  ],
});

describeImageCase({
  name: 'python-local',
  services: ['app'],
  answers: [{ path: '/', text: 'a lamp costs 42, said the shop' }],
  absent,
  edit: [
    { file: 'services/shop/app.py', from: 'a lamp', to: 'a chair', answer: { path: '/', text: 'a chair costs 42, said the shop' } },
    // an editable package beside the app is mounted with it
    { file: 'libs/pricing/src/pricing/__init__.py', from: '21', to: '22', answer: { path: '/', text: 'a lamp costs 44, said the shop' } },
  ],
});

// nobody has set the accounts of its indexes, and what it needs is elsewhere
describeImageCase({ name: 'python-private-index', services: ['app'], answers: [{ path: '/', text: 'from Flask' }], absent });

describeImageCase({
  name: 'python-playwright',
  needs: ['https://pypi.org', 'https://cdn.playwright.dev'],
  services: ['app'],
  answers: [{ path: '/', text: 'seen by Playwright' }],
  absent,
  edit: { file: 'main.py', from: '"seen"', to: '"found"', answer: { path: '/', text: 'found by Playwright' } },
});

describeImageCase({
  name: 'python-selenium',
  needs: ['https://pypi.org'],
  services: ['app'],
  answers: [{ path: '/', text: 'driven by Selenium' }],
  absent,
  edit: { file: 'app.py', from: "'driven'", to: "'moved'", answer: { path: '/', text: 'moved by Selenium' } },
});
