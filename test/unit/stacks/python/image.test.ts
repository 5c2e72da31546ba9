import assert from 'node:assert/strict';
import { worker } from '../../../../lib/stacks/python/image.js';
import { appWith } from '../../../support/briefs.js';

const check = (command: string): string => {
  const app = appWith({ stack: 'python', workers: [{ name: 'worker', command: command.split(' ') }] });
  return worker(app, app.workers[0]!).healthcheck.test.slice(1).join(' ');
};

describe('the check of a Python worker', () => {
  for (const [command, asks] of [
    ['celery -A shop worker --loglevel INFO', 'celery -A shop inspect ping'],
    // the module of the application is called as the command is
    ['celery -A worker worker --loglevel INFO', 'celery -A worker inspect ping'],
    ['celery --workdir worker -A worker worker', 'celery --workdir worker -A worker inspect ping'],
    ['celery --app=worker worker', 'celery --app=worker inspect ping'],
  ] as const) {
    it(`asks the broker for the worker of ${command}`, () => assert.ok(check(command).startsWith(`${asks} --timeout 10 --destination`), check(command)));
  }
  it('is that of its process where nothing can be asked', () => {
    for (const command of ['celery -A worker beat', 'celery -A shop worker -n mine', 'python worker.py']) assert.doesNotMatch(check(command), /inspect/u, command);
  });
});
