import assert from 'node:assert/strict';
import { technologies } from '../../../../lib/catalog/registry.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { scan } from '../../../../lib/discovery/scan.js';
import { worker } from '../../../../lib/stacks/python/image.js';
import { stacks } from '../../../../lib/stacks/registry.js';
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

describe('a worker of rq', () => {
  const variables = (Procfile: string): readonly string[] => scan(memoryRepository({ 'requirements.txt': 'flask\nredis\nrq\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n', Procfile }), stacks, technologies).apps[0]!.variables.map(({ name }) => name);
  it('reads the address of its queue from a variable of its own where its command names none', () => {
    assert.deepEqual(variables('web: gunicorn app:app\nworker: rq worker mails\n'), ['RQ_REDIS_URL']);
    assert.deepEqual(variables('web: gunicorn app:app\nworker: rq worker -u $REDIS_URL mails\n'), []);
    assert.deepEqual(variables('web: gunicorn app:app\n'), []);
  });
});
