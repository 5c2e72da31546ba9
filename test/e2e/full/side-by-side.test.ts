import assert from 'node:assert/strict';
import { describeOnEngine } from '../../support/engine.js';
import { generate, type Project } from '../project.js';
import { reportFailures } from '../stack.js';

describeOnEngine('full', 'several stacks on one machine', () => {
  let one: Project;
  let two: Project;
  before(async () => {
    one = await generate('shop', 'a');
    two = await generate('shop', 'b');
  });
  after(async () => {
    await one?.remove();
    await two?.remove();
  });
  reportFailures(() => [one?.development, one?.production, two?.development]);

  it('runs two projects in development, each on the port of its variable with data of its own', async () => {
    await one.development.compose('up', '--wait');
    await two.development.compose('up', '--wait');
    two.edit('public/index.html', 'The shop is open', 'The other shop');
    const id = await one.development.order('only here');
    assert.equal((await two.development.get(`/orders/${id}`)).status, 404);
    assert.equal((await one.development.get(`/orders/${id}`)).status, 200);
    assert.match((await one.development.get('/')).text, /The shop is open/u);
    assert.match((await two.development.get('/')).text, /The other shop/u);
  });

  it('runs development and production of one project', async () => {
    await one.asOwner('sh', 'docker/secrets.sh');
    // the script made a plain `docker compose` mean production in this folder, so development names its files
    const development = await one.development.with({ files: ['docker-compose.yml', 'docker-compose.override.yml'], port: one.development.port });
    const before = Object.values(await development.containers()).map(({ Id }) => Id);
    await one.production.compose('up', '--build', '--detach', '--wait');
    const id = await one.production.order('in production');
    assert.equal((await development.get(`/orders/${id}`)).status, 404);
    one.edit('public/index.html', 'The shop is open', 'Work in progress');
    assert.match((await development.get('/')).text, /Work in progress/u);
    assert.match((await one.production.get('/')).text, /The shop is open/u);

    await development.compose('up', '--build', '--wait');
    assert.deepEqual(Object.values(await development.containers()).map(({ Id }) => Id), before, 'production did not touch the containers of development');
    assert.match((await one.production.get('/')).text, /The shop is open/u);
    await development.compose('down', '--volumes');
    assert.equal((await one.production.get(`/orders/${id}`)).status, 200, 'taking development away leaves production alone');
    await one.production.waitUntilHealthy();
  });
});
