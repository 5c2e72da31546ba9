import assert from 'node:assert/strict';
import { describeOnEngine, docker } from '../../support/engine.js';
import { generate, type Project } from '../project.js';
import { reportFailures } from '../stack.js';

describeOnEngine('smoke', 'tests in containers', () => {
  let project: Project;
  before(async () => {
    project = await generate('shop');
  });
  after(async () => await project?.remove());
  reportFailures(() => [project?.ci]);

  const test = ['run', '--rm', '--build', '-T', 'test'];
  const down = ['down', '--volumes', '--remove-orphans'];

  it('gives the exit status 0 of tests that pass, run against real data services', async () => {
    const { code, stdout, stderr } = await project.ci.run(test, 150_000);
    assert.equal(code, 0, `${stdout}\n${stderr}`);
    assert.match(stdout, /an order is queued/u);
    assert.match(stdout, /pass 1\b/u);
  });

  it('publishes no port and keeps no data while it runs', async () => {
    const containers = await project.ci.containers();
    assert.deepEqual(Object.keys(containers).toSorted(), ['db', 'migrate', 'redis'], 'the test container is gone, what it needs is there');
    for (const [service, { NetworkSettings }] of Object.entries(containers)) {
      assert.deepEqual(Object.values(NetworkSettings.Ports).filter((bindings) => bindings !== null), [], `ports of ${service}`);
    }
    assert.deepEqual((await project.ci.remains()).filter((line) => line.startsWith('volume')), []);
  });

  it('leaves nothing behind', async () => {
    await project.ci.compose(...down);
    assert.deepEqual(await project.ci.remains(), []);
  });

  it('gives the exit status of tests that fail', async () => {
    project.write('test/wrong.test.js', "import assert from 'node:assert';\nimport { test } from 'node:test';\ntest('a wrong sum', () => assert.equal(1 + 1, 3));\n");
    const { code, stdout } = await project.ci.run(test, 150_000);
    assert.equal(code, 1);
    assert.match(stdout, /a wrong sum/u);
    assert.match(stdout, /pass 1\b/u);
    assert.match(stdout, /fail 1\b/u);
    await project.ci.compose(...down);
    assert.deepEqual(await project.ci.remains(), []);
  });

  it('starts the production images, healthy and as production runs them, with nothing but the repository', async () => {
    await project.ci.compose('build', 'nginx', 'app', 'worker');
    await project.ci.compose('up', '--detach', '--wait', '--no-build', 'nginx', 'app', 'worker');
    assert.deepEqual(await project.ci.health(), { app: 'healthy', db: 'healthy', migrate: 'done', nginx: 'healthy', redis: 'healthy', worker: 'healthy' });
    const { Image } = await project.ci.container('app');
    assert.equal((await docker('run', '--rm', '--entrypoint=sh', Image, '-c', 'ls /app; echo $NODE_ENV')).split('\n').includes('production'), true);
    await project.ci.compose(...down);
    assert.deepEqual(await project.ci.remains(), []);
  });
});
