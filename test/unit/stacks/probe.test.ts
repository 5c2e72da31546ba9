import assert from 'node:assert/strict';
import { design } from '../../../lib/design/design.js';
import { composeFiles } from '../../../lib/render/compose.js';
import { productionTest } from '../../../lib/stacks/probe.js';
import { stackById } from '../../../lib/stacks/registry.js';
import { contentOf } from '../../support/blueprint.js';
import { appWith, briefWithApp } from '../../support/briefs.js';
import { mergedCompose } from '../../support/compose.js';

const timing = { programs: [], interval: 1, timeout: 1, retries: 1, startPeriod: 1 } as const;
const celery = ['celery', '-A', 'shop', 'worker', '--loglevel', 'INFO'];
const workers = [
  { stack: 'python', library: 'celery', command: celery, program: 'celery' },
  { stack: 'python', library: 'arq', command: ['arq', 'jobs.WorkerSettings'], program: 'arq' },
  { stack: 'php', library: 'horizon', command: ['php', 'artisan', 'horizon'], program: 'php' },
] as const;

describe('probes that load the program', () => {
  it('go through the entrypoint, which makes variables of secret files', () => {
    assert.deepEqual(productionTest({ ...timing, test: ['CMD', 'arq', 'x', '--check'], readsVariables: true }), ['CMD', 'entrypoint.sh', 'arq', 'x', '--check']);
    assert.deepEqual(productionTest({ ...timing, test: ['CMD-SHELL', 'a && b > /dev/null'], readsVariables: true }), ['CMD', 'entrypoint.sh', 'sh', '-c', 'a && b > /dev/null']);
    assert.deepEqual(productionTest({ ...timing, test: ['CMD', 'healthcheck'] }), ['CMD', 'healthcheck']);
  });

  for (const { stack, library, command, program } of workers) {
    it(`${library}: in production only, where no variable is plain`, () => {
      const files = composeFiles(design(briefWithApp({ stack, reads: ['REDIS_URL'], workers: [{ name: 'jobs', library, command }] }, { services: ['redis'] })));
      const test = (file: string): readonly string[] => (mergedCompose(files, file) as { services: Record<string, { healthcheck: { test: string[] } }> }).services['jobs-worker']!.healthcheck.test;
      for (const file of ['docker-compose.override.yml', 'docker-compose.ci.yml']) assert.ok(!test(file).includes('entrypoint.sh'), file);
      const [form, entrypoint, ...rest] = test('docker-compose.prod.yml');
      assert.deepEqual([form, entrypoint], ['CMD', 'entrypoint.sh']);
      assert.ok(rest.join(' ').includes(program), rest.join(' '));
    });
  }

  it('stand in the image of an app that is a worker itself', () => {
    const app = appWith({ stack: 'python', role: 'worker', commands: { start: celery } });
    const dockerfile = stackById('python').files(app, { folder: 'docker/app', assets: null }).find(({ path }) => path.endsWith('/Dockerfile'))!.content;
    assert.match(dockerfile, /HEALTHCHECK [^\n]*\\\n {4}CMD \["entrypoint\.sh", "sh", "-c", "celery -A shop inspect ping /u);
    const files = composeFiles(design(briefWithApp({ stack: 'python', role: 'worker', commands: { start: celery } })));
    assert.match(contentOf(files, 'docker-compose.prod.yml'), /healthcheck:\n\s+test:\s+\[?\s*-? ?CMD,?\s+-? ?entrypoint\.sh/u);
  });
});
