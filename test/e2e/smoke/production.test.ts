import assert from 'node:assert/strict';
import { describeOnEngine, measure, signal, waitFor } from '../../support/engine.js';
import { matrix } from '../isolation.js';
import { generate, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

const services = ['app', 'db', 'nginx', 'redis', 'worker'] as const;

describeOnEngine('smoke', 'production, set up as the document says', () => {
  let project: Project;
  let stack: Stack;
  before(async () => {
    project = await generate('shop');
    await project.asOwner('sh', 'docker/secrets.sh');
    // the script makes a plain `docker compose` in this folder mean production
    stack = await project.production.with({ files: [] });
    await stack.compose('build');
    await stack.compose('up', '--detach', '--wait');
  });
  after(async () => await project?.remove());
  reportFailures(() => [stack]);

  it('is healthy, with a page and an order that its worker confirms', async () => {
    assert.deepEqual(await stack.health(), { ...Object.fromEntries(services.map((service) => [service, 'healthy'])), migrate: 'done' });
    const { status, text } = await stack.get('/');
    assert.equal(status, 200);
    assert.match(text, /The shop is open/u);
    await stack.order('a lamp');
  });

  it('connects exactly the services that the document puts on one network', async () => {
    const { found, documented } = await matrix(project, stack);
    assert.deepEqual(found, documented);
    assert.equal(found['nginx -> app'], 'open');
    for (const store of ['db', 'redis']) {
      assert.equal(found[`nginx -> ${store}`], 'closed');
      assert.equal(found[`app -> ${store}`], 'open');
    }
  });

  it('publishes nothing but the port of nginx', async () => {
    const published = Object.entries(await stack.containers()).flatMap(([service, { NetworkSettings }]) =>
      Object.entries(NetworkSettings.Ports).flatMap(([port, bindings]) => (bindings ?? []).map(({ HostPort }) => `${service} ${port} ${HostPort}`)),
    );
    assert.deepEqual([...new Set(published)], [`nginx 8080/tcp ${stack.port}`]);
  });

  for (const service of services) {
    it(`brings ${service} back when its main process is killed`, async () => {
      const before = await stack.container(service);
      await signal((await stack.container('app')).Image, before.State.Pid, 'SIGKILL');
      await waitFor(`${service} runs again`, async () => {
        const { RestartCount, State } = await stack.container(service);
        return RestartCount > before.RestartCount && State.Status === 'running' && State.Pid !== before.State.Pid;
      });
      assert.equal((await stack.container(service)).Id, before.Id, 'the engine restarted it, nobody made a new one');
      await stack.waitUntilHealthy();
      await stack.order(`after ${service}`);
    });
  }

  it('keeps its data over down and up, and stops within fifteen seconds', async () => {
    const id = await stack.order('a table');
    const secrets = project.read('secrets/postgres_password');
    const took = await measure(async () => await stack.compose('down'));
    assert.ok(took < 15_000, `down took ${took} ms`);
    assert.deepEqual(await stack.containers(), {});
    await project.asOwner('sh', 'docker/secrets.sh');
    assert.equal(project.read('secrets/postgres_password'), secrets, 'the script changes nothing that exists');
    await stack.compose('up', '--detach', '--wait');
    assert.equal(await waitFor('the order', async () => await stack.orderStatus(id)), 'confirmed');
    assert.match((await stack.get(`/orders/${id}`)).text, /a table/u);
  });
});
